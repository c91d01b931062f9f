"""The rows of each period layer: ``LayerClaims(data)`` has their ids, claims and times.

It does not import geopandas: a page needs only the claims, and the import would take longer than making the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from liaison_atlas.layers.network_edges import liaison_lines, liaison_ref
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.interning import map_distinct
from liaison_atlas.seeds.tables.records import Claim, Station

if TYPE_CHECKING:
    from liaison_atlas.layers.row_times import RowTimes

LAYER_NAMES = ("stations", "heads", "couriers", "liaison", "raids")
"""The layers, in the order in which they are drawn."""


class LayerClaims:
    """The rows of all layers of a data set."""

    def __init__(self, data: Dataset) -> None:
        self.data = data

    @cached_property
    def lines(self) -> dict[str, tuple[Station, Station]]:
        """The lines of liaison by id: each a station and the one that it reported to."""
        return {liaison_ref(*line): line for line in liaison_lines(self.data)}

    def claim(self, id: str) -> Claim:
        """The claim of a row; for a line of liaison, the station that reports.

        Returns
        -------
        Claim
            the row of its table.

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
    def times(self) -> RowTimes:
        """The times of all rows: one each; for a line of liaison, those of its two stations."""
        from liaison_atlas.layers.row_times import RowTimes

        stated = self.data.times.times
        times = RowTimes(zip(stated, map_distinct(stated.values(), lambda time: (time,)), strict=True))
        for id, (station, upper) in self.lines.items():
            times[id] = times[station.ref] + times[upper.ref]
        return times

    def ids(self, name: str) -> list[str]:
        """The ids of the rows of a layer."""
        return list(self.lines) if name == "liaison" else [claim.ref for claim in self.claims(name)]

    def claims(self, name: str) -> Sequence[Claim]:
        """The claims of a layer's kind, dated or undated; only ties are in no layer."""
        data = self.data
        of_layers = {"stations": data.stations, "heads": data.posts, "couriers": data.journeys, "raids": data.events}
        return {**of_layers, "unmapped": data.ties}[name]
