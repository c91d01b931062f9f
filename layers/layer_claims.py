"""Which rows each period layer has: ``LayerClaims(data)`` knows their ids, their claims and their dates.

It needs no geopandas: a page is made from the claims alone, and importing geopandas would take longer than that.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from layers.network_edges import liaison_lines, liaison_ref
from seeds.tables.dataset import Dataset
from seeds.tables.interning import map_distinct
from seeds.tables.records import Claim, Station

if TYPE_CHECKING:
    from layers.row_dates import RowDates

LAYER_NAMES = ("stations", "heads", "couriers", "liaison", "raids")
"""The layers, in the order in which they are drawn."""


class LayerClaims:
    """The rows of all layers of a data set. Claims without any date are in none: they hold in no year."""

    def __init__(self, data: Dataset) -> None:
        self.data = data

    @cached_property
    def lines(self) -> dict[str, tuple[Station, Station]]:
        """Each line of liaison by its id: a station, and the one that it reported to."""
        return {liaison_ref(*line): line for line in liaison_lines(self.data)}

    def claim(self, id: str) -> Claim:
        """The claim of a row; of a line of liaison the station that reports.

        Raises
        ------
        ValueError
            if the data set does not have the row.
        """
        if id in self.lines:
            return self.lines[id][0]
        row = self.data.by_ref.get(id)
        if not isinstance(row, Claim):
            raise ValueError(f"each row of a layer must be a claim of its data set (got the id {id!r})")
        return row

    @cached_property
    def dates(self) -> RowDates:
        """The dates of all rows that have any: one each, of a line of liaison those of its two stations."""
        from layers.row_dates import RowDates

        dated = self.data.dates
        dates = RowDates(zip(dated, map_distinct(dated.values(), lambda when: (when,)), strict=True))
        for id, (station, upper) in self.lines.items():
            if station.ref in dated and upper.ref in dated:
                dates[id] = dates[station.ref] + dates[upper.ref]
        return dates

    def ids(self, name: str) -> list[str]:
        """The ids of the rows of a layer."""
        if name == "liaison":
            return [id for id in self.lines if id in self.dates]
        return [claim.ref for claim in self.claims(name) if claim.ref in self.dates]

    def unmapped_ids(self) -> list[str]:
        """What is in no layer: ties, and claims and lines of liaison without a date."""
        layered = {id for name in LAYER_NAMES for id in self.ids(name)}
        return [id for id in (*(claim.ref for claim in self.data.claims), *self.lines) if id not in layered]

    def claims(self, name: str) -> Sequence[Claim]:
        """The claims of a layer's kind, with a date or without."""
        data = self.data
        return {"stations": data.stations, "heads": data.posts, "couriers": data.journeys, "raids": data.events}[name]
