"""Period layers: the claims of a data set as GeoDataFrames, one per kind, and selections such as those of a year."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING, Any

from liaison_atlas.layers.layer_claims import LAYER_NAMES, LayerClaims
from liaison_atlas.layers.layer_rows import LayerField, LayerRows, Narrow, NarrowedRows
from liaison_atlas.seeds.dates.days import calendar_date, day_of, month_length
from liaison_atlas.seeds.tables.dataset import Dataset, Standing
from liaison_atlas.seeds.tables.records import Claim
from liaison_atlas.seeds.tables.row_references import station_ids_of
from liaison_atlas.seeds.tables.strands import MAIN_STRAND

if TYPE_CHECKING:
    import geopandas as gpd
    import networkx as nx

    from liaison_atlas.layers.row_times import RowTimes


@dataclass(frozen=True, eq=False, kw_only=True)
class PeriodLayers:
    """The claims that a data set places on the map, one GeoDataFrame per kind.

    Call `period_layers` to get them. Each layer has `layers.layer_frames.COMMON_COLUMNS`, its own columns, and
    ``geometry`` (longitude and latitude in degrees). A layer is made when it is first read. `at` adds the column
    ``holds``.

    Pages and posters draw only the rows that the layers have: those of ``layers.record``, of ``layers.at(1927)``, or of
    a copy with fewer rows, ``dataclasses.replace(layers, raids=layers.raids.iloc[:0])``.

    Parameters
    ----------
    stations : GeoDataFrame
        a row for each station.
    heads : GeoDataFrame
        all posts.
    couriers : GeoDataFrame
        journeys.
    liaison : GeoDataFrame
        the lines from a station to the one it reported to.
    raids : GeoDataFrame
        all events.
    first_year, last_year : int
        the period, both included. The year 0 is 1 BC, as in ISO 8601.
    unmapped : LayerRows
        the claims that are in no layer: ties.
    all_rows : LayerClaims
        the layers of the data set before any narrowing.
    """

    stations: LayerField = LayerField()
    heads: LayerField = LayerField()
    couriers: LayerField = LayerField()
    liaison: LayerField = LayerField()
    raids: LayerField = LayerField()
    first_year: int
    last_year: int
    unmapped: LayerRows = field(repr=False)
    """The claims that are in no layer: ties."""
    all_rows: LayerClaims = field(repr=False)
    """The layers of the data set before any narrowing."""

    @property
    def data(self) -> Dataset:
        """The data set."""
        return self.all_rows.data

    @property
    def times(self) -> RowTimes:
        """The times of the rows, by their ids."""
        return self.all_rows.times

    @property
    def is_complete(self) -> bool:
        """Whether the layers have every claim of the data set."""
        return all(rows.is_complete for rows in self._rows().values())

    def claim_ids(self) -> set[str]:
        """The ids of the rows of all layers, and of the claims that are in no layer.

        Returns
        -------
        set of str
            refs of claims, and ids of lines of liaison.

        Raises
        ------
        ValueError
            if a row is not a claim of the data set.
        """
        ids = {id for rows in self._rows().values() for id in rows.ids}
        for id in ids:
            self.all_rows.claim(id)
        return ids

    def at(self, year: int, month: int | None = None) -> PeriodLayers:
        """The claims that hold in a year or a month: the same layers, with a column ``holds``.

        ``holds`` is "seen", "possible" or "undated"; ``when`` and ``inferred`` give the reason. Claims that do not hold
        are left out. A claim that no source dates is "undated" in every year within its limits: count it once.

        Parameters
        ----------
        year : int
            the year 0 is 1 BC, as in ISO 8601.
        month : int, optional
            from 1 to 12; without it, the entire year.

        Returns
        -------
        PeriodLayers
            the rows that hold then.

        Raises
        ------
        ValueError
            if there is no such month.
        """
        first = day_of(year, month or 1)
        last = day_of(year, month or 12, month_length(year, month or 12))
        return self.within(first, last)

    def within(self, first: int, last: int) -> PeriodLayers:
        """The claims that hold in a range of days: the same layers, with a column ``holds``, as in `at`.

        Parameters
        ----------
        first, last : int
            days since 1970-01-01, both included.

        Returns
        -------
        PeriodLayers
            the rows that hold then.
        """
        years = calendar_date(first)[0], calendar_date(last)[0]
        if years[0] <= self.last_year and years[1] >= self.first_year:
            years = max(years[0], self.first_year), min(years[1], self.last_year)
        narrowed = self._narrowed(partial(_rows_holding, self.all_rows, first, last))
        return replace(narrowed, first_year=years[0], last_year=years[1])

    def network(
        self, year: int, *, strand: str = MAIN_STRAND, fiction: bool = False, undated: bool = False
    ) -> nx.MultiGraph:
        """The network of a year as a networkx graph: people, stations and their connections; see `layers.year_network`.

        Parameters
        ----------
        year : int
            the year 0 is 1 BC, as in ISO 8601.
        strand : str
            the strand of the network.
        fiction : bool
            use the strand of fiction, whatever its name.
        undated : bool
            whether to include claims that no source dates.

        Returns
        -------
        networkx.MultiGraph
            whose nodes are people and stations.

        Raises
        ------
        ValueError
            if the data set has no such strand.
        """
        from liaison_atlas.layers.year_network import year_graph

        name = self.data.fiction_strand if fiction else strand
        held = self.strand(name).shown.at(year)
        main_stations = held.stations[:0] if name == MAIN_STRAND else self.record.shown.at(year).stations
        frames = held.stations, held.heads, held.liaison
        return year_graph(self.data, year, frames, main_stations, strand=name, undated=undated)

    def of(self, *standings: Standing) -> PeriodLayers:
        """Only the rows with one of these standings, in any strand.

        Parameters
        ----------
        *standings : Standing
            the standings to keep; without any, no row is left.

        Returns
        -------
        PeriodLayers
            the rows that have one of them.
        """
        return self._where(self.data.standing, standings)

    def strand(self, *names: str) -> PeriodLayers:
        """Only the rows of some strands; a line of liaison belongs to the strand of the station that reports.

        Parameters
        ----------
        *names : str
            "main", a name from ``strands`` of the descriptor, or "fiction" if no strand is declared for fiction.

        Returns
        -------
        PeriodLayers

        Raises
        ------
        ValueError
            if the data set has no such strand.
        """
        known = [strand.name for strand in self.data.strands]
        for name in names:
            if name not in (*known, self.data.fiction_strand):
                raise ValueError(f"strand must be one of {', '.join(known)} (got {name!r})")
        return self._where(self.data.strand_of, names)

    @property
    def record(self) -> PeriodLayers:
        """The main strand, without fiction and the other strands that the descriptor declares."""
        return self.strand(MAIN_STRAND)

    @property
    def shown(self) -> PeriodLayers:
        """All claims except the competing ones that the author's ranks set aside."""
        return self._where(self.data.is_outranked, (False,))

    @property
    def uncontested(self) -> PeriodLayers:
        """The claims that no disagreement names."""
        return self._where(self.data.is_contested, (False,))

    @property
    def supported(self) -> PeriodLayers:
        """Only claims that depend on no missing station: posts depend on theirs, events on those that they concern."""
        stations = {id.removeprefix("station:") for rows in self._rows().values() for id in rows.ids}
        return self._where(partial(_is_supported, stations), (True,))

    def items(self) -> Iterator[tuple[str, gpd.GeoDataFrame]]:
        """The layers by their names, in the order in which they are drawn."""
        for name in LAYER_NAMES:
            yield name, getattr(self, name)

    def _rows(self) -> dict[str, LayerRows]:
        layers = {name: PeriodLayers.__dict__[name].rows_of(self) for name in LAYER_NAMES}
        return {**layers, "unmapped": self.unmapped}

    def _where(self, answer: Callable[[Claim], object], wanted: Collection[object]) -> PeriodLayers:
        return self._narrowed(partial(_rows_where, self.all_rows, answer, wanted))

    def _narrowed(self, narrow: Narrow) -> PeriodLayers:
        narrowed: dict[str, Any] = {name: rows.narrowed(narrow) for name, rows in self._rows().items()}
        return replace(self, **narrowed)


# These functions select the rows that stay. They are module functions so that the layers can be pickled.
def _rows_holding(all_rows: LayerClaims, first: int, last: int, ids: Sequence[str]) -> NarrowedRows:
    keep, holds = all_rows.times.rows_holding(ids, first, last)
    return list(compress(ids, keep.tolist())), {"holds": holds}


def _rows_where(
    all_rows: LayerClaims, answer: Callable[[Claim], object], wanted: Collection[object], ids: Sequence[str]
) -> NarrowedRows:
    return [id for id in ids if answer(all_rows.claim(id)) in wanted], {}


def _is_supported(stations: Collection[str], claim: Claim) -> bool:
    return all(station in stations for station in station_ids_of(claim))


def period_layers(data: Dataset) -> PeriodLayers:
    """The period layers of a data set.

    Parameters
    ----------
    data : Dataset
        without errors; see ``seeds.require``.

    Returns
    -------
    PeriodLayers
        of all claims, over the entire period.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from liaison_atlas import seeds
    >>> from liaison_atlas.seeds.tables.starter import write_starter_dataset
    >>> with TemporaryDirectory() as folder:
    ...     write_starter_dataset(Path(folder))
    ...     network = period_layers(seeds.read(folder))
    >>> network.first_year, network.last_year, len(network.stations), len(network.of().stations)
    (1925, 1930, 1, 0)
    """
    rows = LayerClaims(data)
    layers: dict[str, Any] = {
        name: LayerRows(partial(rows.ids, name), partial(_make_frame, rows, name), complete=True)
        for name in (*LAYER_NAMES, "unmapped")
    }
    return PeriodLayers(**layers, first_year=data.package.first_year, last_year=data.package.last_year, all_rows=rows)


# Importing geopandas takes as long as making a small page, and a page needs only the ids.
def _make_frame(rows: LayerClaims, name: str) -> gpd.GeoDataFrame:
    from liaison_atlas.layers.layer_frames import layer_frame

    return layer_frame(rows, name)
