"""Period layers: the claims of a data set as GeoDataFrames, one a kind, and what of them holds in a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import networkx as nx

from layers.claims import station_ids_of
from layers.layer_frames import LAYER_NAMES, LayerFrames
from layers.layer_rows import LayerField, LayerRows
from layers.row_dates import RowDates
from layers.year_network import year_graph
from seeds.dates.days import calendar_date, day_of, month_length
from seeds.tables.dataset import Dataset, Standing
from seeds.tables.records import Claim, Tie

if TYPE_CHECKING:
    import geopandas as gpd


@dataclass(frozen=True, eq=False, kw_only=True)
class PeriodLayers:
    """What a data set places on the map, one GeoDataFrame a kind.

    ``stations``, ``heads`` (all posts), ``couriers`` (journeys), ``liaison`` (the lines from a station
    to the one it reported to) and ``raids`` (all events) carry `layers.layer_frames.COMMON_COLUMNS`, columns of their
    own, and ``geometry``; each is made when it is first read. ``first_year`` and ``last_year`` bound the period. A row
    that holds in a year carries ``holds`` in what `at` returns.

    Pages and posters draw the rows that the layers have and no others: of ``layers.record``, of ``layers.at(1927)``, of
    a copy with fewer rows, ``dataclasses.replace(layers, raids=layers.raids.iloc[:0])``.
    """

    stations: LayerField = LayerField()
    heads: LayerField = LayerField()
    couriers: LayerField = LayerField()
    liaison: LayerField = LayerField()
    raids: LayerField = LayerField()
    first_year: int
    last_year: int
    frames: LayerFrames = field(repr=False)
    """All rows of the data set."""
    unmapped: tuple[str, ...] | None = field(default=None, repr=False)
    """The ids of what is in no layer, ties and claims without a date; ``None`` for all that the data set has."""

    @property
    def data(self) -> Dataset:
        """The data set."""
        return self.frames.data

    @property
    def dates(self) -> RowDates:
        """The dates of the rows by their ids."""
        return self.frames.dates

    @property
    def is_complete(self) -> bool:
        """Whether every claim of the data set is there."""
        return self.unmapped is None and all(rows.is_complete for rows in self._rows().values())

    def claim_ids(self) -> set[str]:
        """The ids of the rows of all layers, and of what is in no layer.

        Raises
        ------
        ValueError
            if a row is no claim of the data set.
        """
        ids = {id for rows in self._rows().values() for id in rows.ids}
        for id in ids:
            self.frames.claim(id)
        return ids.union(self._unmapped_ids())

    def at(self, year: int, month: int | None = None) -> PeriodLayers:
        """What holds in a year, or in a month of it: the same layers, with a column ``holds``.

        ``holds`` is "certainly" or "possibly"; what does not hold is not there.
        """
        first = day_of(year, month or 1)
        last = day_of(year, month or 12, month_length(year, month or 12))
        return self.within(first, last)

    def within(self, first: int, last: int) -> PeriodLayers:
        """What holds in the days from ``first`` to ``last``, both included (days since 1970-01-01)."""
        narrowed: dict[str, Any] = {}
        for name, rows in self._rows().items():
            keep, holds = self.dates.rows_holding(rows.ids, first, last)
            narrowed[name] = rows.narrowed(keep.tolist(), holds=holds)
        # A tie without a date was there at some time, and may have been at any.
        unmapped = self._unmapped_ids()
        dated = [id for id in unmapped if id in self.dates]
        undated_ties = [id for id in unmapped if id not in self.dates and isinstance(self.frames.claim(id), Tie)]
        keep, _ = self.dates.rows_holding(dated, first, last)
        years = calendar_date(first)[0], calendar_date(last)[0]
        if years[0] <= self.last_year and years[1] >= self.first_year:
            years = max(years[0], self.first_year), min(years[1], self.last_year)
        return replace(
            self,
            **narrowed,
            unmapped=(*(id for id, holds in zip(dated, keep, strict=True) if holds), *undated_ties),
            first_year=years[0],
            last_year=years[1],
        )

    def network(self, year: int, *, fiction: bool = False) -> nx.MultiGraph:
        """Who was tied to whom in a year, and through which station, as a networkx graph; see `layers.year_network`."""
        held = (self.of(Standing.FICTION) if fiction else self.record).shown.at(year)
        return year_graph(
            self.data, year, stations=held.stations, posts=held.heads, liaison=held.liaison, fiction=fiction
        )

    def of(self, *standings: Standing) -> PeriodLayers:
        """The rows of these standings alone. The record is ATTESTED and DISPUTED; fiction is a world of its own."""
        return self._filtered(lambda claim: self.data.standing(claim) in standings)

    @property
    def record(self) -> PeriodLayers:
        """What the record holds: everything but fiction."""
        return self.of(Standing.ATTESTED, Standing.DISPUTED)

    @property
    def shown(self) -> PeriodLayers:
        """What is shown of competing claims: all but those that the author's ranks set aside."""
        return self._filtered(lambda claim: not self.data.is_outranked(claim))

    @property
    def supported(self) -> PeriodLayers:
        """What depends on no station that is left out: a post at such a station, an event that concerns it."""
        stations = {id.removeprefix("station:") for id in (*self._rows()["stations"].ids, *self._unmapped_ids())}
        return self._filtered(lambda claim: stations.issuperset(station_ids_of(claim)))

    def items(self) -> Iterator[tuple[str, gpd.GeoDataFrame]]:
        """The layers by their names, in the order in which they are drawn."""
        for name in LAYER_NAMES:
            yield name, getattr(self, name)

    def _rows(self) -> dict[str, LayerRows]:
        return {name: PeriodLayers.__dict__[name].rows_of(self) for name in LAYER_NAMES}

    def _unmapped_ids(self) -> Sequence[str]:
        return self.frames.unmapped_ids() if self.unmapped is None else self.unmapped

    def _filtered(self, passes: Callable[[Claim], bool]) -> PeriodLayers:
        def is_kept(id: str) -> bool:
            return passes(self.frames.claim(id))

        filtered: dict[str, Any] = {
            name: rows.narrowed(list(map(is_kept, rows.ids))) for name, rows in self._rows().items()
        }
        return replace(self, **filtered, unmapped=tuple(filter(is_kept, self._unmapped_ids())))


def period_layers(data: Dataset) -> PeriodLayers:
    """The period layers of a data set. Claims without any date are left out: they hold in no year.

    Parameters
    ----------
    data : Dataset
        without errors; see ``seeds.require``.
    """
    frames = LayerFrames(data)
    layers: dict[str, Any] = {
        name: LayerRows(partial(frames.ids, name), partial(frames.frame, name), complete=True) for name in LAYER_NAMES
    }
    return PeriodLayers(
        **layers,
        first_year=data.package.first_year,
        last_year=data.package.last_year,
        frames=frames,
    )
