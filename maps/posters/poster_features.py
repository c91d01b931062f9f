"""What a poster draws in a year: each station, head, journey and event as a `Feature`, gathered into `Cluster`s.

Fiction never becomes a thing, so nothing further on can draw it.
A spot is one or more things so close on the page that their marks would cover each other; it opens like a fan.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layers.period import PeriodLayers
from maps.ground import projection
from maps.posters.poster_viewport import Floats, Viewport

# How surely a thing is drawn, as in the viewer: certain, less certain, possible in this year, uncertain.
CERTAINTY_STYLES = SOLID, HATCHED, HOLLOW, DASHED = "solid", "hatched", "hollow", "dashed"
# Nearer than this on the page, two marks are one spot.
CLUSTER_DISTANCE = 10.0
# A place known no better than this is "somewhere in" and never shares a spot with a town.
VAGUE_KM = 60.0


@dataclass(frozen=True)
class Feature:
    """One row of a layer, with its geometry in plane kilometres."""

    kind: str  # "station", "head", "courier", "liaison" or "raid"
    id: str
    category: str
    label: str
    place: str
    place_id: str
    shape: BaseGeometry | None
    accuracy_km: float
    certainty_style: str
    possible: bool
    disputed: bool
    month: int | None
    person: str
    station_id: str
    start_bounds: tuple[str, str]
    citations: str

    @cached_property
    def point(self) -> tuple[float, float] | None:
        """Where it stands; a journey ends there."""
        if self.shape is None or self.shape.is_empty:
            return None
        x, y = shapely.get_coordinates(self.shape)[-1]
        return float(x), float(y)


@dataclass(frozen=True)
class Cluster:
    """Things at one position of the page: (hub_x, hub_y) is the place, (x, y) where the marks are drawn."""

    features: tuple[Feature, ...]
    staffed_station_ids: frozenset[str]  # ids of the stations whose head is drawn with them
    anchor_x: float
    anchor_y: float
    x: float
    y: float
    mark_size: float  # size of a mark, page units

    @property
    def vague(self) -> bool:
        """Whether no more is known than the country or region."""
        return self.features[0].accuracy_km >= VAGUE_KM

    @property
    def circle_radius(self) -> float:
        """Radius on which the marks stand; nought for a single one."""
        n = len(self.features)
        return 0.0 if n == 1 else max(0.8 * self.mark_size, n * 1.5 * self.mark_size / (2 * math.pi))

    @property
    def radius(self) -> float:
        """Radius of all that is drawn."""
        return self.circle_radius + 0.72 * self.mark_size

    @property
    def is_displaced(self) -> bool:
        """Whether its marks had to give way, so that a line must lead to the place."""
        return math.hypot(self.x - self.anchor_x, self.y - self.anchor_y) > 2.5

    def mark_positions(self) -> list[tuple[float, float]]:
        """Where each mark stands: two side by side, more in a circle with the first on top."""
        n = len(self.features)
        first = math.pi if n == 2 else -math.pi / 2
        angles = [first + 2 * math.pi * i / n for i in range(n)]
        return [(self.x + self.circle_radius * math.cos(a), self.y + self.circle_radius * math.sin(a)) for a in angles]


def features_of(layers: PeriodLayers, place_names: Mapping[str, str] | None = None) -> list[Feature]:
    """Every row of the layers but fiction, in an order that does not depend on theirs.

    `place_names` gives the name of a place by its id where it is not to be called by its present-day name.
    """
    names = place_names or {}
    things = [thing for kind, frame in _layers_by_kind(layers) for thing in _features_of_layer(kind, frame, names)]
    return sorted(things, key=_kind_and_id)


def legend_features(layers: PeriodLayers) -> list[Feature]:
    """The first of each kind and category, as signs for all: to make the others would take most of the time."""
    signs = [
        sign
        for kind, frame in _layers_by_kind(layers)
        for sign in _features_of_layer(
            kind, frame[frame["standing"] != "fiction"].sort_values("id").drop_duplicates("category"), {}
        )
    ]
    return sorted(signs, key=_kind_and_id)


def _layers_by_kind(layers: PeriodLayers) -> list[tuple[str, gpd.GeoDataFrame]]:
    return [
        ("station", layers.stations),
        ("head", layers.heads),
        ("courier", layers.couriers),
        ("liaison", layers.liaison),
        ("raid", layers.raids),
    ]


def _kind_and_id(thing: Feature) -> tuple[str, str]:
    return thing.kind, thing.id


def positions_km(*frames: gpd.GeoDataFrame) -> Floats:
    """Every position in some layers, shape (n, 2), in kilometres of the plane: the corners of journeys included."""
    lonlat = np.concatenate([shapely.get_coordinates(frame.geometry.to_numpy()) for frame in frames])
    points = projection.project_points(lonlat[:, 0], lonlat[:, 1])
    return np.asarray(points[np.isfinite(points).all(axis=1) & (np.hypot(*points.T) <= projection.CLIP_KM)])


def clusters_of(things: Sequence[Feature], window: Viewport, mark_size: float) -> list[Cluster]:
    """Gather what stands in the window into spots that don't overlap, the most important first."""
    stations = {thing.id for thing in things if thing.kind == "station" and thing.point}
    heads = [thing for thing in things if thing.kind == "head" and thing.point]
    staffed = frozenset(head.station_id for head in heads if head.station_id in stations)
    alone = {head.place_id: head for head in reversed(heads) if head.station_id not in staffed}
    standing = [thing for thing in things if thing.kind in {"station", "raid"} and thing.point]
    gathered: list[tuple[float, float, list[Feature]]] = []
    for thing in sorted([*standing, *alone.values()], key=importance):
        at = np.array([thing.point])
        if not window.contains(at)[0]:
            continue
        x, y = window.to_page(at)[0]
        vague = thing.accuracy_km >= VAGUE_KM
        for hub_x, hub_y, members in gathered:
            if math.hypot(hub_x - x, hub_y - y) < CLUSTER_DISTANCE and vague == (members[0].accuracy_km >= VAGUE_KM):
                members.append(thing)
                break
        else:
            gathered.append((float(x), float(y), [thing]))
    return _without_overlaps(
        [Cluster(tuple(members), staffed, x, y, x, y, mark_size) for x, y, members in gathered], window
    )


def importance(thing: Feature) -> tuple[int, str, str]:
    """Sort key: headquarters, what happened, other stations, posts without a station."""
    first = 0 if thing.category == "headquarters" else {"raid": 1, "station": 2, "head": 3}.get(thing.kind, 4)
    return first, thing.kind, thing.id


def _without_overlaps(spots: list[Cluster], window: Viewport) -> list[Cluster]:
    """Push spots away from each other, a little at a time, until no two touch (or nothing more can be gained)."""
    # Plain numbers: there are twenty thousand pairs, and a small array takes ten times as long as two of them.
    xs, ys = [spot.x for spot in spots], [spot.y for spot in spots]
    reach = [spot.radius for spot in spots]
    for _ in range(120):
        moved = False
        for i in range(len(spots)):
            for j in range(i + 1, len(spots)):
                dx, dy = xs[j] - xs[i], ys[j] - ys[i]
                distance = math.hypot(dx, dy)
                short = reach[i] + reach[j] + 3 - distance
                if short <= 0.05:
                    continue
                along = (dx / distance, dy / distance) if distance > 1e-6 else (math.cos(j), math.sin(j))
                # The more important spot stands first and keeps closer to its place.
                xs[i] -= along[0] * short * 0.3
                ys[i] -= along[1] * short * 0.3
                xs[j] += along[0] * short * 0.7
                ys[j] += along[1] * short * 0.7
                moved = True
        for i, r in enumerate(reach):
            xs[i] = min(max(xs[i], window.x + r + 2), window.x + window.width - r - 2)
            ys[i] = min(max(ys[i], window.y + r + 2), window.y + window.height - r - 2)
        if not moved:
            break
    return [replace(spot, x=x, y=y) for spot, x, y in zip(spots, xs, ys, strict=True)]


def _features_of_layer(kind: str, frame: gpd.GeoDataFrame, names: Mapping[str, str]) -> Iterator[Feature]:
    """The rows of a layer but fiction; its columns are read, and its shapes projected, all at once."""
    frame = frame[frame["standing"] != "fiction"]
    columns = [str(column) for column in frame.columns if column != "geometry"]
    shapes: Iterable[BaseGeometry | None] = projection.project_all(frame.geometry.to_numpy()) if len(frame) else ()
    for *values, shape in zip(*(frame[column].tolist() for column in columns), shapes, strict=True):
        yield _feature(kind, dict(zip(columns, values, strict=True)), shape, names)


def _feature(kind: str, row: dict[str, Any], shape: BaseGeometry | None, names: Mapping[str, str]) -> Feature:
    possible = row.get("holds", "certainly") != "certainly"
    month = row.get("month")
    return Feature(
        kind=kind,
        id=_text(row["id"]),
        category=_text(row["category"]),
        label=_text(row["label"]),
        place=names.get(_text(row["place_id"]), _text(row["place"])),
        place_id=_text(row["place_id"]),
        shape=shape,
        accuracy_km=_finite_or_zero(row.get("accuracy_m")) / 1000,
        certainty_style=_certainty_style(row["certainty"], possible),
        possible=possible,
        disputed=row["standing"] == "disputed",
        month=int(_finite_or_zero(month)) or None,
        person=_text(row.get("person")),
        station_id=_text(row.get("station_id")),
        start_bounds=(_text(row["start_earliest"]), _text(row["start_latest"])),
        citations=_text(row["citations"]),
    )


def _certainty_style(certainty: str, possible: bool) -> str:
    if certainty == "uncertain":
        return DASHED
    return HOLLOW if possible else SOLID if certainty == "certain" else HATCHED


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _finite_or_zero(value: Any) -> float:
    """A number of a table; nought where the cell is empty, which pandas tells by None, NaN or NA."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return 0.0
    return number if math.isfinite(number) else 0.0
