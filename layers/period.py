"""Period layers: the claims of a data set as GeoDataFrames, one a kind, and what of them holds in a year."""

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
    """What a data set places on the map, one GeoDataFrame a kind.

    Call `period_layers` to get them. The layers carry `layers.layer_frames.COMMON_COLUMNS`, columns of their own, and
    ``geometry`` (longitude and latitude in degrees); each is made when it is first read. A row that holds in a year
    carries ``holds`` in what `at` returns.

    Pages and posters draw the rows that the layers have and no others: of ``layers.record``, of ``layers.at(1927)``, of
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
    """What is in no layer: ties."""
    all_rows: LayerClaims = field(repr=False)
    """What the layers of the data set have without any narrowing."""

    @property
    def data(self) -> Dataset:
        """The data set."""
        return self.all_rows.data

    @property
    def times(self) -> RowTimes:
        """When the rows hold, by their ids."""
        return self.all_rows.times

    @property
    def is_complete(self) -> bool:
        """Whether every claim of the data set is there."""
        return all(rows.is_complete for rows in self._rows().values())

    def claim_ids(self) -> set[str]:
        """The ids of the rows of all layers, and of what is in no layer.

        Returns
        -------
        set of str
            refs of claims, and ids of lines of liaison.

        Raises
        ------
        ValueError
            if a row is no claim of the data set.
        """
        ids = {id for rows in self._rows().values() for id in rows.ids}
        for id in ids:
            self.all_rows.claim(id)
        return ids

    def at(self, year: int, month: int | None = None) -> PeriodLayers:
        """What holds in a year, or in a month of it: the same layers, with a column ``holds``.

        ``holds`` is "seen", "possible" or "undated", and ``when`` and ``inferred`` say by what; what does not hold is
        left out. What no source dates is there as "undated" in every year within its limits: count it once.

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
        """What holds in a range of days: the same layers, with a column ``holds``, as in `at`.

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
        """Who was tied to whom in a year, and through which station, as a networkx graph; see `layers.year_network`.

        Parameters
        ----------
        year : int
            the year 0 is 1 BC, as in ISO 8601.
        strand : str
            the strand whose network it is.
        fiction : bool
            the strand of fiction, by whatever name.
        undated : bool
            whether to add what no source dates, too.

        Returns
        -------
        networkx.MultiGraph
            with people and stations as nodes.

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
        """The rows of these standings alone, of whatever strand.

        Parameters
        ----------
        *standings : Standing
            which to keep; without any, no row is left.

        Returns
        -------
        PeriodLayers
            the rows that have one of them.
        """
        return self._where(self.data.standing, standings)

    def strand(self, *names: str) -> PeriodLayers:
        """The rows of one strand alone, or of some; the strand of a line of liaison is that of the station that reports.

        Parameters
        ----------
        *names : str
            "main", a name from ``strands`` of the descriptor, or "fiction" where none is declared for fiction.

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
        """The main strand: no fiction, and no other strand that the descriptor declares."""
        return self.strand(MAIN_STRAND)

    @property
    def shown(self) -> PeriodLayers:
        """What is shown of competing claims: all but those that the author's ranks set aside."""
        return self._where(self.data.is_outranked, (False,))

    @property
    def uncontested(self) -> PeriodLayers:
        """What no disagreement names."""
        return self._where(self.data.is_contested, (False,))

    @property
    def supported(self) -> PeriodLayers:
        """What depends on no station that is left out: a post at such a station, an event that concerns it."""
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


# Which rows stay. These are functions of a module, so that another process can be sent the layers.
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


# geopandas takes as long to import as a small page takes to make, and a page needs the ids alone.
def _make_frame(rows: LayerClaims, name: str) -> gpd.GeoDataFrame:
    from liaison_atlas.layers.layer_frames import layer_frame

    return layer_frame(rows, name)
