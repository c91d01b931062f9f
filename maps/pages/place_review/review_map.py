"""The small map of a place to be located: its candidates as numbered marks, with their accuracy.

It is embedded in the page as SVG without a script, in the projection of `maps.ground.projection`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import shapely
from numpy.typing import NDArray

from liaison_atlas.geo.geodesy import Position
from liaison_atlas.maps.ground import projection
from liaison_atlas.maps.ground.base_map import base_map
from liaison_atlas.maps.ground.projection import Floats

WIDTH, HEIGHT = 560.0, 320.0
MIN_WIDTH_KM = 700.0
MARGIN = 0.16
COARSE_LAND_KM_PER_UNIT = 12.0
"""Above this scale the coarse land is precise enough."""
SIMPLIFY_TOLERANCE = 0.7
MIN_ISLAND_AREA = 2.0  # page units squared
MIN_RADIUS = 4.0
OVERLAP = 8.0  # page units around the map into which shapes continue, so that their cut edges are not visible
_FULL_CIRCLE = 48


@dataclass(frozen=True)
class Viewport:
    """The rectangle of the plane that the map shows. Page units have y down, kilometres y up."""

    left_km: float
    top_km: float
    km_per_unit: float

    def to_page(self, km: Floats) -> Floats:
        """Convert plane kilometres to page positions, both of shape (n, 2)."""
        return np.column_stack([km[:, 0] - self.left_km, self.top_km - km[:, 1]]) / self.km_per_unit

    def path_to_page(self, shape: shapely.geometry.base.BaseGeometry) -> str:
        """SVG path data of a shape in plane kilometres."""
        return svg_path(shapely.transform(shape, self.to_page))

    def bounds_km(self) -> tuple[float, float, float, float]:
        """The rectangle of the plane with a margin: left, bottom, right and top."""
        more = OVERLAP * self.km_per_unit
        right, bottom = self.left_km + WIDTH * self.km_per_unit, self.top_km - HEIGHT * self.km_per_unit
        return self.left_km - more, bottom - more, right + more, self.top_km + more


@dataclass(frozen=True)
class CandidateMark:
    """A candidate on the map: its number, position, and the outline of its accuracy as path data."""

    number: int
    x: float
    y: float
    accuracy_path: str


@dataclass(frozen=True)
class CandidateMap:
    """The content of the map. ``numbers_outside`` has the numbers of the candidates that the map cannot show."""

    land: str
    graticule: str
    marks: tuple[CandidateMark, ...]
    known_places: tuple[tuple[float, float], ...]
    numbers_outside: tuple[int, ...]
    scale_km: int
    scale_width: float


def candidate_map(candidates: Sequence[tuple[Position, float]], known: Sequence[Position]) -> CandidateMap | None:
    """The map of some candidates, each a position and a radius in metres; ``None`` if it would show none of them.

    Parameters
    ----------
    candidates : sequence of ((lon, lat), accuracy_m)
        in degrees and metres; they are numbered from 1 on the map.
    known : sequence of (lon, lat)
        places with positions, drawn as dots for orientation.

    Returns
    -------
    CandidateMap or None
        what the template draws.
    """
    km = _projected_km([position for position, _ in candidates])
    shown = _is_in_disc(km)
    if not shown.any():
        return None
    viewport = _viewport(
        km[shown], max(radius for (_, radius), is_shown in zip(candidates, shown, strict=True) if is_shown) / 1000
    )
    page = viewport.to_page(km)
    marks = tuple(
        CandidateMark(
            number, round(float(page[i, 0]), 1), round(float(page[i, 1]), 1), _accuracy_path(candidates[i], viewport)
        )
        for i, number in enumerate(range(1, len(candidates) + 1))
        if shown[i]
    )
    known_km = _projected_km(known)
    known_km = viewport.to_page(known_km[_is_in_disc(known_km)]) if len(known_km) else known_km
    inside = [(round(float(x), 1), round(float(y), 1)) for x, y in known_km if 0 <= x <= WIDTH and 0 <= y <= HEIGHT]
    scale_km = _scale_bar_km(viewport.km_per_unit * WIDTH / 5)
    return CandidateMap(
        land=_land_path(viewport),
        graticule=viewport.path_to_page(shapely.clip_by_rect(base_map().graticule, *viewport.bounds_km())),
        marks=marks,
        known_places=tuple(dict.fromkeys(inside)),
        numbers_outside=tuple(i + 1 for i in range(len(candidates)) if not shown[i]),
        scale_km=scale_km,
        scale_width=round(scale_km / viewport.km_per_unit, 1),
    )


def _projected_km(positions: Sequence[Position]) -> Floats:
    lon, lat = zip(*positions, strict=True) if positions else ((), ())
    return projection.project_points(lon, lat)


def _is_in_disc(km: Floats) -> NDArray[np.bool_]:
    finite = np.isfinite(km).all(axis=1, keepdims=True)
    x, y = np.where(finite, km, 2 * projection.CLIP_KM).T
    return np.asarray(np.hypot(x, y) <= projection.CLIP_KM)


def _viewport(km: Floats, radius_km: float) -> Viewport:
    """A viewport that contains every candidate and the largest radius."""
    low, high = km.min(axis=0), km.max(axis=0)
    usable = 1 - 2 * MARGIN
    diameter_km = 2.4 * radius_km
    scale = max(
        (high[0] - low[0]) / (WIDTH * usable),
        (high[1] - low[1]) / (HEIGHT * usable),
        MIN_WIDTH_KM / WIDTH,
        min(diameter_km, 2 * projection.CLIP_KM) / HEIGHT,
    )
    middle = (low + high) / 2
    left, top = middle[0] - scale * WIDTH / 2, middle[1] + scale * HEIGHT / 2
    return Viewport(float(left), float(top), float(scale))


@cache
def _land_index(coarse: bool) -> tuple[shapely.STRtree, list[shapely.Polygon]]:
    land = base_map().land_coarse if coarse else base_map().land
    parts = list(land.geoms)
    return shapely.STRtree(parts), parts


def _land_path(viewport: Viewport) -> str:
    """Path data of the land in the viewport, simplified to the scale of the map."""
    tree, parts = _land_index(viewport.km_per_unit > COARSE_LAND_KM_PER_UNIT)
    bounds = viewport.bounds_km()
    near = [
        parts[i]
        for i in sorted(tree.query(shapely.box(*bounds)))
        if parts[i].area >= MIN_ISLAND_AREA * viewport.km_per_unit**2
    ]
    clipped = [shapely.clip_by_rect(part, *bounds) for part in near]
    tolerance = SIMPLIFY_TOLERANCE * viewport.km_per_unit
    return "".join(viewport.path_to_page(part.simplify(tolerance)) for part in clipped if not part.is_empty)


def _accuracy_path(candidate: tuple[Position, float], viewport: Viewport) -> str:
    """The circle of the accuracy on the globe, projected; empty if it is smaller than the mark."""
    (lon, lat), accuracy_m = candidate
    if accuracy_m / 1000 / viewport.km_per_unit < MIN_RADIUS:
        return ""
    angle = min(accuracy_m / 1000 / projection.RADIUS_KM, 3.0)
    bearing = np.linspace(0, 2 * np.pi, _FULL_CIRCLE, endpoint=False)
    a, b = np.radians(lon), np.radians(lat)
    at_lat = np.arcsin(np.sin(b) * np.cos(angle) + np.cos(b) * np.sin(angle) * np.cos(bearing))
    at_lon = a + np.arctan2(np.sin(bearing) * np.sin(angle) * np.cos(b), np.cos(angle) - np.sin(b) * np.sin(at_lat))
    ring = projection.project_points(np.degrees(at_lon), np.degrees(at_lat))
    if not _is_in_disc(ring).all():
        return ""
    return viewport.path_to_page(shapely.Polygon(ring))


def _scale_bar_km(km: float) -> int:
    """The next smaller of 1, 2, 5, 10, 20, 50 ... km.

    Returns
    -------
    int
        in kilometres, at least 1.

    Examples
    --------
    >>> _scale_bar_km(370), _scale_bar_km(99)
    (200, 50)
    """
    power = 10 ** int(np.floor(np.log10(max(km, 1.0))))
    return int(max(step * power for step in (1, 2, 5) if step * power <= max(km, 1.0)))


def svg_path(shape: shapely.geometry.base.BaseGeometry) -> str:
    """SVG path data of lines and polygons in page units, each point relative to the one before."""
    out: list[str] = []
    for part in shapely.get_parts(shape):
        if isinstance(part, shapely.Polygon) and not part.is_empty:
            out += [_relative_path(ring) + "z" for ring in (part.exterior, *part.interiors)]
        elif isinstance(part, shapely.LineString) and not part.is_empty:
            out.append(_relative_path(part))
    return "".join(out)


def _relative_path(line: shapely.LineString) -> str:
    """Relative steps in tenths; rounding errors do not add up, because each step starts at a rounded point."""
    points = np.rint(shapely.get_coordinates(line) * 10).astype(int)
    steps = np.diff(points, axis=0)
    steps = steps[(steps != 0).any(axis=1)]
    numbers = [_path_number(n) for n in (*points[0], *steps.ravel())]
    text = f"M{numbers[0]} {numbers[1]}"
    return text + ("l" + " ".join(numbers[2:]).replace(" -", "-") if len(numbers) > 2 else "")


def _path_number(tenths: int) -> str:
    """A number in its shortest form.

    Returns
    -------
    str
        For an SVG path.

    Examples
    --------
    >>> [_path_number(tenths) for tenths in (0, 5, -5, 10, -123)]
    ['0', '.5', '-.5', '1', '-12.3']
    """
    return f"{tenths / 10:g}".replace("0.", ".", 1) if abs(tenths) < 10 else f"{tenths / 10:.1f}".removesuffix(".0")
