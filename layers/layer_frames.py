"""Makes the GeoDataFrames of the period layers from the claims of a data set.

A layer is a table of claims, each with a position, a date and a citation; `COMMON_COLUMNS` lists the columns that every
layer has. Positions are WGS 84 (EPSG:4326), longitude first. Claims of a place without a position are in the layers
too, with an empty geometry: they are listed but never drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import geopandas as gpd
from shapely import Point
from shapely.geometry.base import BaseGeometry

from liaison_atlas.geo.geodesy import arcs
from liaison_atlas.geo.ledger import known_positions
from liaison_atlas.layers.claims import label_of, place_id_of
from liaison_atlas.layers.layer_claims import LayerClaims
from liaison_atlas.layers.network_edges import liaison_ref
from liaison_atlas.layers.wording.citation_wording import citation_text
from liaison_atlas.layers.wording.time_wording import StatedTime, inferred_time, row_titles, time_in_words
from liaison_atlas.seeds.dates.days import UNBOUNDED, calendar_date, iso_date
from liaison_atlas.seeds.dates.when import MissingBound, When, single_month
from liaison_atlas.seeds.sources.citations import Citation
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.interning import column_values, map_distinct
from liaison_atlas.seeds.tables.records import Claim, Journey, LinkCertainty, Station
from liaison_atlas.seeds.tables.without_gc import without_gc

CRS = "EPSG:4326"

_BOUND_COLUMNS = (
    *("start_earliest", "start_latest", "end_earliest", "end_latest"),
    *("start_known", "end_known", "start_year", "end_year", "date_doubtful"),
)
_TIME_COLUMNS = ("when", *_BOUND_COLUMNS, "not_before", "not_after", "inferred")
_KNOWN = "known"
COMMON_COLUMNS = (
    *("id", "kind", "label", "category", "place", "place_id", "country", *_TIME_COLUMNS),
    "calendar",
    *("certainty", "standing", "contested", "strand", "rank", "set_aside", "accuracy_m"),
    *("citations", "cites", "through", "note"),
)
"""The columns that every layer has, before its own columns and the geometry.

``citations`` are for a reader; ``cites`` has them as in the table: keys, locators, and works that were read instead.
``through`` lists the keys of the works that were read instead.
"""


@without_gc()
def layer_frame(rows: LayerClaims, name: str) -> gpd.GeoDataFrame:
    """A layer with all its rows."""
    maker = _FrameMaker(rows.data)
    if name == "liaison":
        columns = maker.liaison_columns([rows.lines[id] for id in rows.ids(name)])
    else:
        columns = maker.columns(name, rows.claims(name))
    own = [column for column in columns if column not in (*COMMON_COLUMNS, "geometry")]
    names = [*COMMON_COLUMNS, *own, "geometry"]
    return gpd.GeoDataFrame({n: columns[n] for n in names}, columns=names, geometry="geometry", crs=CRS)


class _FrameMaker:
    def __init__(self, data: Dataset) -> None:
        self.data = data
        self._places = {place.id: place for place in data.places}
        self._positions = known_positions(data)

    def columns(self, name: str, claims: Sequence[Claim]) -> dict[str, list[Any]]:
        """The columns of a layer whose rows are claims."""
        geometry = {"geometry": self._geometries(claims)}
        return {**self._common_columns(claims), **self._own_columns(name, claims), **geometry}

    def _common_columns(self, claims: Sequence[Claim]) -> dict[str, list[Any]]:
        """The columns that every layer has."""
        data = self.data
        place_ids = [place_id_of(data, claim) or "" for claim in claims]
        places = list(map(self._places.get, place_ids))
        positions = list(map(self._positions.get, place_ids))
        return {
            "id": [claim.ref for claim in claims],
            "kind": [claim.singular for claim in claims],
            "label": [label_of(data, claim) for claim in claims],
            "place": [place and place.name for place in places],
            "place_id": [place and place.id for place in places],
            "country": [place and place.country for place in places],
            **self._time_columns(claims),
            "calendar": [claim.calendar.value for claim in claims],
            "certainty": [claim.certainty.value for claim in claims],
            "standing": [data.standing(claim).value for claim in claims],
            "contested": list(map(data.is_contested, claims)),
            "strand": list(map(data.strand_of, claims)),
            "rank": [claim.rank.value for claim in claims],
            "set_aside": list(map(data.is_outranked, claims)),
            "accuracy_m": [known and known.accuracy_m for known in positions],
            "citations": map_distinct(column_values(claims, "sources"), self._citations_text),
            "cites": map_distinct(column_values(claims, "sources"), _joined),
            "through": map_distinct(column_values(claims, "sources"), _go_betweens),
            "note": [claim.note for claim in claims],
        }

    def _citations_text(self, citations: tuple[Citation, ...]) -> str:
        return "; ".join(citation_text(citation, self.data.sources) for citation in citations)

    def _own_columns(self, name: str, claims: Sequence[Any]) -> dict[str, list[Any]]:
        """The categories of claims of one kind, and the columns that only their layer has."""
        match name:
            case "stations":
                return {"category": [claim.function for claim in claims]}
            case "heads":
                stations = [f"station:{claim.station}" if claim.station else None for claim in claims]
                people = [claim.person for claim in claims]
                return {
                    "category": [claim.role for claim in claims],
                    "person": people,
                    "identifiers": map_distinct(people, lambda person: _joined(self.data.person(person).identifiers)),
                    "station_id": stations,
                }
            case "couriers":
                ends = {"from_id": [claim.from_ for claim in claims], "to_id": [claim.to for claim in claims]}
                return {"category": [claim.means or "" for claim in claims], **ends}
            case _:
                months = [when and single_month(when) for when in map(self.data.date_of, claims)]
                return {"category": [claim.kind for claim in claims], "month": [each and each[1] for each in months]}

    def _geometries(self, claims: Sequence[Claim]) -> list[BaseGeometry | None]:
        if claims and isinstance(claims[0], Journey):
            journeys = [claim for claim in claims if isinstance(claim, Journey)]
            return self._line_geometries((journey.from_, *journey.via, journey.to) for journey in journeys)
        return [self._point(place_id_of(self.data, claim)) for claim in claims]

    def liaison_columns(self, lines: Sequence[tuple[Station, Station]]) -> dict[str, list[Any]]:
        """The lines from each station to those that it reported to; a line holds while both its stations do."""
        links = self._line_geometries((upper.place, station.place) for station, upper in lines)
        stations = [station for station, _ in lines]
        return {
            **self._common_columns(stations),
            "id": [liaison_ref(station, upper) for station, upper in lines],
            "kind": ["liaison"] * len(lines),
            "label": [f"{upper.name} \u2013 {station.name}" for station, upper in lines],
            "category": ["liaison"] * len(lines),
            "certainty": [
                station.certainty.value if station.liaison is LinkCertainty.CERTAIN else "uncertain"
                for station in stations
            ],
            "from_id": [upper.ref for _, upper in lines],
            "to_id": [station.ref for station in stations],
            "sureness": [station.liaison.value for station in stations],
            # Both stations are in one place, or one has no position: nothing to draw.
            "geometry": [None if isinstance(link, Point) else link for link in links],
        }

    def _time_columns(self, claims: Sequence[Claim]) -> dict[str, list[Any]]:
        """The columns of `_TIME_COLUMNS`. Most claims share stated times, and few have inferred limits."""
        data = self.data
        stated = map_distinct([StatedTime.of(claim, data) for claim in claims], self._stated_columns)
        limits = map_distinct(
            [data.time_of(claim).limits for claim in claims], lambda days: tuple(map(_iso_limit, days))
        )
        inferred = map_distinct(
            map(data.inferred_limits, claims), lambda each: inferred_time(each, self._titles) or None
        )
        rows = [(*a, *b, c) for a, b, c in zip(stated, limits, inferred, strict=True)]
        return {name: [row[number] for row in rows] for number, name in enumerate(_TIME_COLUMNS)}

    def _stated_columns(self, time: StatedTime) -> tuple[Any, ...]:
        return time_in_words(time, self._titles) or None, *bound_columns(time.when)

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return row_titles(self.data)

    @cached_property
    def _points(self) -> dict[str, Point]:
        """The positions of the places that have one; claims of one place share a point."""
        return {id: Point(known.position) for id, known in self._positions.items()}

    def _point(self, place: str | None) -> Point | None:
        return self._points.get(place or "")

    def _line_geometries(self, routes: Iterable[Sequence[str | None]]) -> list[BaseGeometry | None]:
        """The arc through the places of each route; a point if it stays in one place, or only one is located."""
        located = [[self._positions[id] for id in stops if id and id in self._positions] for stops in routes]
        lines = arcs([[stop.position for stop in stops] for stops in located])
        return [
            line if line is not None else self._point(stops[-1].place.id) if stops else None
            for stops, line in zip(located, lines, strict=True)
        ]


def _joined(citations: Iterable[object]) -> str:
    return "; ".join(map(str, citations))


def _go_betweens(citations: tuple[Citation, ...]) -> str:
    """The keys of the works through which sources were cited, each once; empty if all sources were read directly."""
    return _joined(dict.fromkeys(citation.through.key for citation in citations if citation.through))


def bound_columns(when: When | None) -> tuple[Any, ...]:
    """The four bounds of a date, for the columns of `_BOUND_COLUMNS`."""
    if when is None:
        unknown = MissingBound.UNKNOWN.value
        return None, None, None, None, unknown, unknown, None, None, False
    start, end = when.start_earliest, when.end_latest
    bounds = (start, when.start_latest, when.end_earliest, end)
    return (
        *(None if bound.day is None else str(bound) for bound in bounds),
        *(_KNOWN if bound.missing is None else bound.missing.value for bound in (start, end)),
        *(None if bound.day is None else calendar_date(bound.day)[0] for bound in (start, end)),
        when.doubtful,
    )


def _iso_limit(day: int) -> str | None:
    return iso_date(day) if abs(day) < UNBOUNDED else None
