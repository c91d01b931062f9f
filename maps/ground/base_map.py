"""The base map: land, graticule and the names of the seas, in kilometres of the map projection.

`base_map()` returns it for pages and posters. `base_map_payload(base)` encodes it for the viewer, and
`maps.ground.base_map_cache` caches the result, so that no page needs to compute it.
No borders are drawn: there is no data for these years that is both correct and free.
The base map depends only on the land outlines of the built viewer, so a caller may cache it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from liaison_atlas.maps.ground import projection
from liaison_atlas.maps.ground.sea_names import SEAS_FILE
from liaison_atlas.maps.payload.page_documents import BasemapData
from liaison_atlas.maps.viewer import bundle

GRATICULE_DEGREES = 15
# Half a pixel at the zoom at which the viewer switches to the coarse land.
COARSE_TOLERANCE_KM = 10.0
# An island below this area is smaller than a pixel while the coarse land is shown.
MIN_COARSE_AREA_KM2 = 300.0


@dataclass(frozen=True)
class Sea:
    """The name of a sea and the line along which it is written, from left to right; `size` 3 is the largest.

    ``names`` has its names in languages other than English.
    """

    name: str
    names: dict[str, str] = field(hash=False)
    label_line: shapely.LineString
    size: int


@dataclass(frozen=True, eq=False)
class BaseMap:
    """Land, graticule and seas in plane kilometres, clipped to the disc that the map shows.

    It is compared and hashed by identity: comparing or hashing the land would take longer than using it.
    """

    land: shapely.MultiPolygon
    land_coarse: shapely.MultiPolygon
    graticule: shapely.MultiLineString
    seas: tuple[Sea, ...]
    clip_km: float


@cache
def base_map() -> BaseMap:
    """The base map, from the land outlines of the npm package world-atlas in the built viewer.

    Returns
    -------
    BaseMap
        in plane kilometres.

    Raises
    ------
    ViewerNotBuiltError
        if the viewer has not been built.
    """
    land = _land(bundle.read_json("land-50m.json"))
    return BaseMap(land, _generalised(land), _graticule(), seas(), projection.CLIP_KM)


def base_map_payload(base: BaseMap) -> BasemapData:
    """The base map as the viewer reads it: integer kilometres, each point as the difference from the one before."""
    return {
        "projection": {
            "name": "laea",
            "lon": projection.CENTRE_LON,
            "lat": projection.CENTRE_LAT,
            "radiusKm": projection.RADIUS_KM,
        },
        "clip": round(base.clip_km),
        "land": _delta_encoded_rings(base.land),
        "landCoarse": _delta_encoded_rings(base.land_coarse),
        "graticule": [line for part in base.graticule.geoms if len(line := delta_encoded(part)) > 2],
        "seas": [
            {"name": sea.name, "names": sea.names, "path": delta_encoded(sea.label_line), "size": sea.size}
            for sea in base.seas
        ],
    }


def map_disc() -> shapely.Polygon:
    """The part of the plane that the map shows."""
    return shapely.Point(0, 0).buffer(projection.CLIP_KM, quad_segs=90)


def _land(topology: dict[str, Any]) -> shapely.MultiPolygon:
    """Project each ring as it lies on the globe.

    world-atlas joins its rings across the date line and the poles, for a library that draws on the sphere. Projected
    from the sphere they stay in one part. In a plane of longitude and latitude they would be cut at 180 degrees, with
    a seam to close.

    Returns
    -------
    MultiPolygon
        in plane kilometres, not clipped.
    """
    arcs = [topology_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    polygons = [
        projection.project(
            shapely.Polygon(topology_ring(rings[0], arcs), [topology_ring(ring, arcs) for ring in rings[1:]])
        )
        for geometry in topology["objects"]["land"]["geometries"]
        for rings in (geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]])
    ]
    land = shapely.union_all([shapely.make_valid(polygon) for polygon in polygons])
    return _multi_polygon(land.intersection(map_disc()))


def topology_arc(deltas: Sequence[Sequence[float]], transform: dict[str, list[float]]) -> NDArray[np.float64]:
    """An arc in degrees, shape (n, 2), from points that are given as integer steps (TopoJSON, 2.1.4)."""
    return np.cumsum(np.asarray(deltas, dtype=np.float64), axis=0) * transform["scale"] + transform["translate"]


def topology_ring(indices: Iterable[int], arcs: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Join arcs: `~i` is arc i backwards, and the last point of one is the first of the next (TopoJSON, 2.1.4)."""
    parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def _generalised(land: shapely.MultiPolygon) -> shapely.MultiPolygon:
    large = [
        shapely.Polygon(
            part.exterior, [hole for hole in part.interiors if shapely.Polygon(hole).area >= MIN_COARSE_AREA_KM2]
        )
        for part in land.geoms
        if part.area >= MIN_COARSE_AREA_KM2
    ]
    return _multi_polygon(shapely.MultiPolygon(large).simplify(COARSE_TOLERANCE_KM).buffer(0))


def _multi_polygon(geometry: shapely.geometry.base.BaseGeometry) -> shapely.MultiPolygon:
    """The polygons of a geometry, in a fixed order."""
    parts = shapely.get_parts(shapely.normalize(geometry))
    polygons: list[shapely.Polygon] = [part for part in parts if isinstance(part, shapely.Polygon)]
    ordered = sorted(polygons, key=lambda polygon: (-polygon.area, polygon.bounds))
    return shapely.MultiPolygon(ordered)


def _graticule() -> shapely.MultiLineString:
    step = GRATICULE_DEGREES
    end = 90 - step  # Meridians end one parallel before the poles, where they would be crowded.
    meridians = [[(lon, lat) for lat in range(-end, end + 1)] for lon in range(-180, 180, step)]
    parallels = [[(lon, lat) for lon in range(-180, 181)] for lat in range(-end, end + 1, step)]
    # Not with project(): a parallel is not a great circle, so its own steps of one degree are kept.
    lines = [shapely.LineString(projection.project_points(*np.transpose(line))) for line in meridians + parallels]
    inside = shapely.MultiLineString(lines).simplify(0.5).intersection(map_disc())
    return shapely.MultiLineString([p for p in shapely.get_parts(inside) if isinstance(p, shapely.LineString)])


@cache
def seas() -> tuple[Sea, ...]:
    """The names of the seas."""
    rows = json.loads(SEAS_FILE.read_text(encoding="utf-8"))
    return tuple(Sea(row["name"], row["names"], _label_curve(row["sweep"]), row["size"]) for row in rows)


def _label_curve(lonlat: Sequence[Sequence[float]]) -> shapely.LineString:
    """A smooth curve through two or three hand-placed points (a quadratic Bezier curve through the middle one)."""
    points = projection.project_points(*np.transpose(lonlat))
    first, middle, last = points[0], points[len(points) // 2], points[-1]
    if len(points) == 2:
        middle = (first + last) / 2
    control = 2 * middle - (first + last) / 2
    t = np.linspace(0, 1, 17)[:, None]
    return shapely.LineString((1 - t) ** 2 * first + 2 * t * (1 - t) * control + t**2 * last)


def _delta_encoded_rings(land: shapely.MultiPolygon) -> list[list[int]]:
    rings = [ring for polygon in land.geoms for ring in (polygon.exterior, *polygon.interiors)]
    return [code for ring in rings if len(code := delta_encoded(ring)) >= 8]


def delta_encoded(line: shapely.LineString) -> list[int]:
    """`[x0, y0, dx, dy, ...]` in integer kilometres, without points that round to the same position as the one before."""
    points = np.rint(shapely.get_coordinates(line)).astype(int)
    steps = np.diff(points, axis=0)
    return [*points[0].tolist(), *steps[(steps != 0).any(axis=1)].ravel().tolist()]
