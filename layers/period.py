"""Period layers: the claims of a data set as GeoDataFrames, one a kind, and what of them holds in a year.

A layer is a table of claims with a position, a date and a citation each; `COMMON_COLUMNS` states what every
layer carries. Positions are WGS 84 (EPSG:4326), longitude first. Claims of a place without position
are in the layers too, with an empty geometry: they are listed, never drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import geopandas as gpd
import networkx as nx
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo.geodesy import arcs
from geo.ledger import Located, located
from layers.claims import label_of, place_id_of
from layers.network_edges import liaison_ref
from layers.row_dates import RowDates
from layers.wording.citation_wording import citation_text
from layers.wording.date_wording import date_in_words
from layers.year_network import year_graph
from seeds.dates.days import day_of, month_length
from seeds.dates.when import When, single_month
from seeds.tables.dataset import Dataset, Standing
from seeds.tables.records import Claim, LinkCertainty
from seeds.tables.without_gc import without_gc

CRS = "EPSG:4326"

COMMON_COLUMNS = (
    *("id", "kind", "label", "category", "place", "place_id", "country", "when"),
    *("start_earliest", "start_latest", "end_earliest", "end_latest", "date_doubtful"),
    *("certainty", "standing", "rank", "set_aside", "accuracy_m", "citations", "note"),
)
"""What every layer carries, before the columns of its own and the geometry."""


@dataclass(frozen=True)
class PeriodLayers:
    """What a data set places on the map, one GeoDataFrame a kind.

    ``stations``, ``heads`` (all posts), ``couriers`` (journeys), ``liaison`` (the lines from a station
    to the one it reported to) and ``raids`` (all events) carry `COMMON_COLUMNS`, columns of their own, and
    ``geometry``. ``first_year`` and ``last_year`` bound the period. ``dates`` holds the date of each
    row by its ref; a row that holds in a year carries ``holds`` in what `at` returns.
    """

    stations: gpd.GeoDataFrame
    heads: gpd.GeoDataFrame
    couriers: gpd.GeoDataFrame
    liaison: gpd.GeoDataFrame
    raids: gpd.GeoDataFrame
    first_year: int
    last_year: int
    dates: RowDates
    data: Dataset

    def at(self, year: int, month: int | None = None) -> PeriodLayers:
        """What holds in a year, or in a month of it: the same layers, with a column ``holds``.

        ``holds`` is "certainly" or "possibly"; what does not hold is not there.
        """
        first = day_of(year, month or 1)
        last = day_of(year, month or 12, month_length(year, month or 12))
        return self.within(first, last)

    def within(self, first: int, last: int) -> PeriodLayers:
        """What holds in the days from ``first`` to ``last``, both included (days since 1970-01-01)."""
        return self._map_layers(lambda frame: self._rows_holding(frame, first, last))

    def network(self, year: int, *, fiction: bool = False) -> nx.MultiGraph:
        """Who was tied to whom in a year, and through which station, as a networkx graph; see `layers.year_network`."""
        held = (self.of(Standing.FICTION) if fiction else self.record).shown.at(year)
        return year_graph(
            self.data, year, stations=held.stations, posts=held.heads, liaison=held.liaison, fiction=fiction
        )

    def of(self, *standings: Standing) -> PeriodLayers:
        """The rows of these standings alone. The record is ATTESTED and DISPUTED; fiction is a world of its own."""
        wanted = {standing.value for standing in standings}
        return self._map_layers(lambda frame: frame[frame["standing"].isin(wanted)])

    @property
    def record(self) -> PeriodLayers:
        """What the record holds: everything but fiction."""
        return self.of(Standing.ATTESTED, Standing.DISPUTED)

    @property
    def shown(self) -> PeriodLayers:
        """What is shown of competing claims: all but those that the author's ranks set aside."""
        return self._map_layers(lambda frame: frame[~frame["set_aside"].astype(bool)])

    def items(self) -> Iterator[tuple[str, gpd.GeoDataFrame]]:
        """The layers by their names, in the order in which they are drawn."""
        for name in LAYER_NAMES:
            yield name, getattr(self, name)

    def _map_layers(self, change: Callable[[gpd.GeoDataFrame], gpd.GeoDataFrame]) -> PeriodLayers:
        return replace(
            self,
            stations=change(self.stations),
            heads=change(self.heads),
            couriers=change(self.couriers),
            liaison=change(self.liaison),
            raids=change(self.raids),
        )

    def _rows_holding(self, frame: gpd.GeoDataFrame, first: int, last: int) -> gpd.GeoDataFrame:
        holding, holds = self.dates.rows_holding(frame["id"], first, last)
        narrowed = frame[holding].copy()
        narrowed["holds"] = holds
        return narrowed


LAYER_NAMES = tuple(f.name for f in fields(PeriodLayers))[:5]


class _RowBuilder:
    """Turns claims into rows of a layer."""

    def __init__(self, data: Dataset) -> None:
        self.data = data
        self.positions = located(data.places, data.located)
        self.labels = {claim.ref: label_of(data, claim) for claim in data.claims}
        # Many claims have the same place, and few different dates, each one object in `data.dates`.
        self.points: dict[str, Point | None] = {}
        self.date_columns_by_id: dict[int, dict[str, Any]] = {}

    def row(self, claim: Claim, category: str, geometry: BaseGeometry | None, **own: Any) -> dict[str, Any]:
        """What every layer says of a claim, and what is its own."""
        when = self.data.dates[claim.ref]
        located_place = self.located_place(place_id_of(self.data, claim))
        return {
            "id": claim.ref,
            "kind": claim.singular,
            "label": self.labels[claim.ref],
            "category": category,
            "place": located_place.place.name if located_place else None,
            "place_id": located_place.place.id if located_place else None,
            "country": located_place.place.country if located_place else None,
            **self.cached_date_columns(when),
            "certainty": claim.certainty.value,
            "standing": self.data.standing(claim).value,
            "rank": claim.rank.value,
            "set_aside": self.data.is_outranked(claim),
            "accuracy_m": located_place.accuracy_m if located_place else None,
            "citations": "; ".join(citation_text(citation, self.data.sources) for citation in claim.sources),
            "note": claim.note,
            **own,
            "geometry": geometry,
        }

    def located_place(self, place: str | None) -> Located | None:
        """A place with its position."""
        return self.positions.get(place) if place else None

    def cached_date_columns(self, when: When) -> dict[str, Any]:
        """The columns of a date."""
        if id(when) not in self.date_columns_by_id:
            self.date_columns_by_id[id(when)] = date_columns(when, date_in_words(when, self.labels))
        return self.date_columns_by_id[id(when)]

    def point(self, place: str | None) -> Point | None:
        """The position of a place; ``None`` where the ledger has none."""
        if place is None:
            return None
        if place not in self.points:
            located_place = self.located_place(place)
            self.points[place] = Point(located_place.position) if located_place and located_place.position else None
        return self.points[place]

    def line_geometries(self, journeys: Sequence[Sequence[str]]) -> list[BaseGeometry | None]:
        """For the places of each journey the arc through them; a point where it stays in one, or only one is located."""
        located_stops = [
            [stop for stop in map(self.located_place, stops) if stop and stop.position] for stops in journeys
        ]
        lines = arcs([[stop.position for stop in stops if stop.position] for stops in located_stops])
        return [
            line if line is not None else self.point(stops[-1].place.id) if stops else None
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


@without_gc
def period_layers(data: Dataset) -> PeriodLayers:
    """The period layers of a data set. Claims without any date are left out: they hold in no year.

    Parameters
    ----------
    data : Dataset
        without errors; see ``seeds.require``.
    """
    rows = _RowBuilder(data)
    dated = data.dates
    month = {ref: single_month(when) for ref, when in dated.items()}
    stations = [rows.row(s, s.function, rows.point(s.place)) for s in data.stations if s.ref in dated]
    heads = [
        rows.row(
            p,
            p.role,
            rows.point(place_id_of(data, p)),
            person=p.person,
            station_id=f"station:{p.station}" if p.station else None,
        )
        for p in data.posts
        if p.ref in dated
    ]
    journeys = [j for j in data.journeys if j.ref in dated]
    routes = rows.line_geometries([[stop for stop in (j.from_, *j.via, j.to) if stop] for j in journeys])
    couriers = [
        rows.row(j, j.means or "", route, from_id=j.from_, to_id=j.to)
        for j, route in zip(journeys, routes, strict=True)
    ]
    raids = [
        rows.row(e, e.kind, rows.point(e.place), month=(month[e.ref] or (None, None))[1])
        for e in data.events
        if e.ref in dated
    ]
    alone: dict[int, tuple[When, ...]] = {id(when): (when,) for when in dated.values()}
    dates = RowDates((ref, alone[id(when)]) for ref, when in dated.items())
    liaison = list(_liaison_rows(rows, dates))
    return PeriodLayers(
        stations=_geodataframe(stations, ()),
        heads=_geodataframe(heads, ("person", "station_id")),
        couriers=_geodataframe(couriers, ("from_id", "to_id")),
        liaison=_geodataframe(liaison, ("from_id", "to_id", "sureness")),
        raids=_geodataframe(raids, ("month",)),
        first_year=data.package.first_year,
        last_year=data.package.last_year,
        dates=dates,
        data=data,
    )


def _liaison_rows(rows: _RowBuilder, dates: RowDates) -> Iterator[dict[str, Any]]:
    """The lines from each station to those it reported to; a line holds while both its stations do."""
    data = rows.data
    pairs = [
        (station, data.station(upper))
        for station in data.stations
        for upper in station.reports_to
        if station.ref in dates and data.station(upper).ref in dates
    ]
    links = rows.line_geometries(
        [[place for place in (upper_station.place, station.place) if place] for station, upper_station in pairs]
    )
    for (station, upper_station), link in zip(pairs, links, strict=True):
        # Both in one place, or one of them nowhere: nothing to draw.
        link = None if isinstance(link, Point) else link
        row = rows.row(station, "liaison", link, from_id=upper_station.ref, to_id=station.ref)
        row["id"] = liaison_ref(station, upper_station)
        row["kind"] = "liaison"
        row["label"] = f"{upper_station.name} – {station.name}"
        row["sureness"] = station.liaison.value
        if station.liaison is not LinkCertainty.CERTAIN:
            row["certainty"] = "uncertain"
        dates[row["id"]] = dates[station.ref] + dates[upper_station.ref]
        yield row


def _geodataframe(rows: list[dict[str, Any]], own: tuple[str, ...]) -> gpd.GeoDataFrame:
    columns = [*COMMON_COLUMNS, *own, "geometry"]
    return gpd.GeoDataFrame(
        {c: [row[c] for row in rows] for c in columns}, columns=columns, geometry="geometry", crs=CRS
    )
