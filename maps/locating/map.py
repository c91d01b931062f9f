"""The small map of a place that is looked for: its candidates as numbered marks, with their accuracy, on the posters' land.

No script draws it: it is SVG in the page, in the plane of `maps.projection`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.globe import Position
from maps import projection
from maps.base import base_map
from maps.poster.ground import path
from maps.poster.window import Floats, Window

WIDTH, HEIGHT = 560.0, 320.0
LEAST_WIDTH_KM = 700.0
MARGIN = 0.16
COARSE_KM_PER_UNIT = 12.0
"""Beyond this scale the coarse land is as good."""
FINEST = 0.7
SMALLEST = 2.0  # page units squared
LEAST_RADIUS, MOST_RADIUS = 4.0, 900.0
_FULL_CIRCLE = 48


@dataclass(frozen=True)
class Mark:
    """A candidate on the map: its number, where it stands, and the outline of its accuracy as path data."""

    number: int
    x: float
    y: float
    area: str


@dataclass(frozen=True)
class SmallMap:
    """All that the template draws. ``beyond`` are the numbers of the candidates that this map cannot show."""

    land: str
    graticule: str
    marks: tuple[Mark, ...]
    known: tuple[tuple[float, float], ...]
    beyond: tuple[int, ...]
    scale_km: int
    scale_width: float


def small_map(candidates: Sequence[tuple[Position, float]], known: Sequence[Position]) -> SmallMap | None:
    """The map of some candidates, each a position and a radius in metres; ``None`` where it would show none of them.

    Parameters
    ----------
    candidates : sequence of ((lon, lat), accuracy_m)
    known : sequence of (lon, lat)
        places with positions, drawn as dots for orientation.
    """
    km = _plane([position for position, _ in candidates])
    shown = _on_the_map(km)
    if not shown.any():
        return None
    window = _window(km[shown], max(radius for (_, radius), on in zip(candidates, shown, strict=True) if on) / 1000)
    page = window.page(km)
    marks = tuple(
        Mark(number, round(float(page[i, 0]), 1), round(float(page[i, 1]), 1), _area(candidates[i], window))
        for i, number in enumerate(range(1, len(candidates) + 1))
        if shown[i]
    )
    dots = _plane(known)
    dots = window.page(dots[_on_the_map(dots)]) if len(dots) else dots
    inside = [(round(float(x), 1), round(float(y), 1)) for x, y in dots if 0 <= x <= WIDTH and 0 <= y <= HEIGHT]
    scale_km = _round_number(window.km_per_unit * WIDTH / 5)
    return SmallMap(
        land=_land(window),
        graticule=path(window.drawn(shapely.clip_by_rect(base_map().graticule, *window.ground_km(8).bounds))),
        marks=marks,
        known=tuple(dict.fromkeys(inside)),
        beyond=tuple(i + 1 for i in range(len(candidates)) if not shown[i]),
        scale_km=scale_km,
        scale_width=round(scale_km / window.km_per_unit, 1),
    )


def _plane(positions: Sequence[Position]) -> Floats:
    lon, lat = zip(*positions, strict=True) if positions else ((), ())
    return projection.project_points(lon, lat)


def _on_the_map(km: Floats) -> NDArray[np.bool_]:
    finite = np.isfinite(km).all(axis=1, keepdims=True)
    x, y = np.where(finite, km, 2 * projection.CLIP_KM).T
    return np.asarray(np.hypot(x, y) <= projection.CLIP_KM)


def _window(km: Floats, radius_km: float) -> Window:
    """Room for every candidate, and for its radius where there is one alone."""
    low, high = km.min(axis=0), km.max(axis=0)
    usable = 1 - 2 * MARGIN
    around = 2.4 * radius_km
    scale = max(
        (high[0] - low[0]) / (WIDTH * usable),
        (high[1] - low[1]) / (HEIGHT * usable),
        LEAST_WIDTH_KM / WIDTH,
        min(around, 2 * projection.CLIP_KM) / HEIGHT,
    )
    middle = (low + high) / 2
    left, top = middle[0] - scale * WIDTH / 2, middle[1] + scale * HEIGHT / 2
    return Window(float(left), float(top), float(scale), 0.0, 0.0, WIDTH, HEIGHT)


@cache
def _tree(coarse: bool) -> tuple[shapely.STRtree, list[shapely.Polygon]]:
    land = base_map().land_coarse if coarse else base_map().land
    parts = list(land.geoms)
    return shapely.STRtree(parts), parts


def _land(window: Window) -> str:
    """The land in the window, as fine as the map can show."""
    tree, parts = _tree(window.km_per_unit > COARSE_KM_PER_UNIT)
    ground = window.ground_km(beyond=8)
    near = [parts[i] for i in sorted(tree.query(ground)) if parts[i].area >= SMALLEST * window.km_per_unit**2]
    clipped = [shapely.clip_by_rect(part, *ground.bounds) for part in near]
    finest = FINEST * window.km_per_unit
    return "".join(path(window.drawn(part.simplify(finest))) for part in clipped if not part.is_empty)


def _area(candidate: tuple[Position, float], window: Window) -> str:
    """The circle of the accuracy, as it lies on the globe; empty where it is smaller than the mark."""
    (lon, lat), accuracy_m = candidate
    if accuracy_m / 1000 / window.km_per_unit < LEAST_RADIUS:
        return ""
    angle = min(accuracy_m / 1000 / projection.RADIUS_KM, 3.0)
    bearing = np.linspace(0, 2 * np.pi, _FULL_CIRCLE, endpoint=False)
    a, b = np.radians(lon), np.radians(lat)
    at_lat = np.arcsin(np.sin(b) * np.cos(angle) + np.cos(b) * np.sin(angle) * np.cos(bearing))
    at_lon = a + np.arctan2(np.sin(bearing) * np.sin(angle) * np.cos(b), np.cos(angle) - np.sin(b) * np.sin(at_lat))
    ring = projection.project_points(np.degrees(at_lon), np.degrees(at_lat))
    if not _on_the_map(ring).all():
        return ""
    return path(window.drawn(shapely.Polygon(ring)))


def _round_number(km: float) -> int:
    """The next smaller of 1, 2, 5, 10, 20, 50 ... km.

    >>> _round_number(370), _round_number(99)
    (200, 50)
    """
    power = 10 ** int(np.floor(np.log10(max(km, 1.0))))
    return int(max(step * power for step in (1, 2, 5) if step * power <= max(km, 1.0)))
