"""Makes the GeoDataFrames of the period layers from the claims of a data set.

A layer is a table of claims with a position, a date and a citation each; `COMMON_COLUMNS` states what every layer
carries. Positions are WGS 84 (EPSG:4326), longitude first. Claims of a place without position are in the layers too,
with an empty geometry: they are listed, never drawn. Claims without any date are left out: they hold in no year.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import geopandas as gpd
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo.geodesy import arcs
from geo.ledger import Located, located
from layers.claims import label_of, place_id_of
from layers.network_edges import liaison_ref
from layers.row_dates import RowDates
from layers.wording.citation_wording import citation_text
from layers.wording.date_wording import date_in_words
from seeds.dates.when import When, single_month
from seeds.tables.dataset import Dataset
from seeds.tables.interning import map_distinct
from seeds.tables.records import Claim, Event, Journey, LinkCertainty, Post, Station
from seeds.tables.without_gc import without_gc

CRS = "EPSG:4326"

COMMON_COLUMNS = (
    *("id", "kind", "label", "category", "place", "place_id", "country", "when"),
    *("start_earliest", "start_latest", "end_earliest", "end_latest", "date_doubtful"),
    *("certainty", "standing", "rank", "set_aside", "accuracy_m", "citations", "note"),
)
"""What every layer carries, before the columns of its own and the geometry."""

_OWN_COLUMNS: dict[str, tuple[str, ...]] = {
    "stations": (),
    "heads": ("person", "station_id"),
    "couriers": ("from_id", "to_id"),
    "liaison": ("from_id", "to_id", "sureness"),
    "raids": ("month",),
}
LAYER_NAMES = tuple(_OWN_COLUMNS)
"""The layers, in the order in which they are drawn."""


class LayerFrames:
    """The rows of all layers of a data set: their ids, dates and claims, and their GeoDataFrames."""

    def __init__(self, data: Dataset) -> None:
        self.data = data

    @cached_property
    def _lines(self) -> dict[str, tuple[Station, Station]]:
        """Each line of liaison by its id: a station, and the one that it reported to."""
        return {
            liaison_ref(station, upper): (station, upper)
            for station in self.data.stations
            for upper in map(self.data.station, station.reports_to)
        }

    def claim(self, id: str) -> Claim:
        """The claim of a row; of a line of liaison the station that reports.

        Raises
        ------
        ValueError
            if the data set does not have the row.
        """
        if id in self._lines:
            return self._lines[id][0]
        row = self.data.by_ref.get(id)
        if not isinstance(row, Claim):
            raise ValueError(f"each row of a layer must be a claim of its data set (got the id {id!r})")
        return row

    @cached_property
    def dates(self) -> RowDates:
        """The dates of all rows that have any: one each, of a line of liaison those of its two stations."""
        dated = self.data.dates
        dates = RowDates(zip(dated, map_distinct(dated.values(), lambda when: (when,)), strict=True))
        for id, (station, upper) in self._lines.items():
            if station.ref in dated and upper.ref in dated:
                dates[id] = dates[station.ref] + dates[upper.ref]
        return dates

    def ids(self, name: str) -> list[str]:
        """The ids of the rows of a layer."""
        if name == "liaison":
            return [id for id in self._lines if id in self.dates]
        return [claim.ref for claim in self._claims(name) if claim.ref in self.dates]

    def unmapped_ids(self) -> list[str]:
        """What is in no layer: ties, and claims and lines of liaison without a date."""
        layered = {id for name in LAYER_NAMES for id in self.ids(name)}
        return [id for id in (*(claim.ref for claim in self.data.claims), *self._lines) if id not in layered]

    def _claims(self, name: str) -> Sequence[Claim]:
        data = self.data
        return {"stations": data.stations, "heads": data.posts, "couriers": data.journeys, "raids": data.events}[name]

    @without_gc
    def frame(self, name: str) -> gpd.GeoDataFrame:
        """A layer with all its rows."""
        ids = self.ids(name)
        if name == "liaison":
            rows = self._liaison_rows([self._lines[id] for id in ids])
        else:
            claims = [self.claim(id) for id in ids]
            geometries = self._geometries(claims)
            rows = [self._row(claim, geometry) for claim, geometry in zip(claims, geometries, strict=True)]
        columns = [*COMMON_COLUMNS, *_OWN_COLUMNS[name], "geometry"]
        return gpd.GeoDataFrame(
            {c: [row[c] for row in rows] for c in columns}, columns=columns, geometry="geometry", crs=CRS
        )

    def _geometries(self, claims: Sequence[Claim]) -> list[BaseGeometry | None]:
        if claims and isinstance(claims[0], Journey):
            journeys = [claim for claim in claims if isinstance(claim, Journey)]
            return self._line_geometries([[stop for stop in (j.from_, *j.via, j.to) if stop] for j in journeys])
        return [self._point(place_id_of(self.data, claim)) for claim in claims]

    def _row(self, claim: Claim, geometry: BaseGeometry | None) -> dict[str, Any]:
        """What every layer says of a claim, and what is its own."""
        located_place = self._located_place(place_id_of(self.data, claim))
        return {
            "id": claim.ref,
            "kind": claim.singular,
            "label": self._labels[claim.ref],
            "place": located_place.place.name if located_place else None,
            "place_id": located_place.place.id if located_place else None,
            "country": located_place.place.country if located_place else None,
            **self._date_columns[claim.ref],
            "certainty": claim.certainty.value,
            "standing": self.data.standing(claim).value,
            "rank": claim.rank.value,
            "set_aside": self.data.is_outranked(claim),
            "accuracy_m": located_place.accuracy_m if located_place else None,
            "citations": "; ".join(citation_text(citation, self.data.sources) for citation in claim.sources),
            "note": claim.note,
            **self._own_values(claim),
            "geometry": geometry,
        }

    def _own_values(self, claim: Claim) -> dict[str, Any]:
        """The category of a claim, and the columns of its layer alone."""
        match claim:
            case Station():
                return {"category": claim.function}
            case Post():
                station_id = f"station:{claim.station}" if claim.station else None
                return {"category": claim.role, "person": claim.person, "station_id": station_id}
            case Journey():
                return {"category": claim.means or "", "from_id": claim.from_, "to_id": claim.to}
            case Event():
                return {"category": claim.kind, "month": (single_month(self.data.dates[claim.ref]) or (None, None))[1]}
            case _:
                raise TypeError(f"a {claim.singular} has no layer")

    def _liaison_rows(self, lines: Sequence[tuple[Station, Station]]) -> list[dict[str, Any]]:
        """The lines from each station to those it reported to; a line holds while both its stations do."""
        links = self._line_geometries(
            [[place for place in (upper.place, station.place) if place] for station, upper in lines]
        )
        rows = []
        for (station, upper), link in zip(lines, links, strict=True):
            # Both in one place, or one of them nowhere: nothing to draw.
            row = self._row(station, None if isinstance(link, Point) else link)
            row |= {
                "id": liaison_ref(station, upper),
                "kind": "liaison",
                "label": f"{upper.name} \u2013 {station.name}",
                "category": "liaison",
                "from_id": upper.ref,
                "to_id": station.ref,
                "sureness": station.liaison.value,
            }
            if station.liaison is not LinkCertainty.CERTAIN:
                row["certainty"] = "uncertain"
            rows.append(row)
        return rows

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {claim.ref: label_of(self.data, claim) for claim in self.data.claims}

    @cached_property
    def _date_columns(self) -> dict[str, dict[str, Any]]:
        dated = self.data.dates
        columns = map_distinct(dated.values(), lambda when: date_columns(when, date_in_words(when, self._labels)))
        return dict(zip(dated, columns, strict=True))

    @cached_property
    def _positions(self) -> dict[str, Located]:
        return located(self.data.places, self.data.located)

    def _located_place(self, place: str | None) -> Located | None:
        """A place with its position."""
        return self._positions.get(place) if place else None

    @cached_property
    def _points(self) -> dict[str, Point]:
        """The positions of the places that have one: claims of one place share a point."""
        return {id: Point(place.position) for id, place in self._positions.items() if place.position}

    def _point(self, place: str | None) -> Point | None:
        return self._points.get(place) if place else None

    def _line_geometries(self, journeys: Sequence[Sequence[str]]) -> list[BaseGeometry | None]:
        """For the places of each journey the arc through them; a point where it stays in one, or only one is located."""
        located_stops = [
            [stop for stop in map(self._located_place, stops) if stop and stop.position] for stops in journeys
        ]
        lines = arcs([[stop.position for stop in stops if stop.position] for stops in located_stops])
        return [
            line if line is not None else self._point(stops[-1].place.id) if stops else None
            for stops, line in zip(located_stops, lines, strict=True)
        ]


def date_columns(when: When, words: str) -> dict[str, Any]:
    """The columns of a layer that give a date: in words, and as four bounds."""
    return {
        "when": words,
        "start_earliest": str(when.start_earliest),
        "start_latest": str(when.start_latest),
        "end_earliest": str(when.end_earliest),
        "end_latest": str(when.end_latest),
        "date_doubtful": when.doubtful,
    }
