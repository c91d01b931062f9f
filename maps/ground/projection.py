"""The projection of every map: `project(geometry)` turns longitude and latitude into kilometres on a plane.

Lambert's azimuthal equal-area projection, centred where Europe and Asia meet, keeps areas true and shows
Vladivostok, New York and Berlin on one map without a seam: the date line is a line like any other.
The viewer uses the same numbers; they reach it with the base map.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import ArrayLike, NDArray
from shapely.geometry.base import BaseGeometry

CENTRE_LON = 25.0
CENTRE_LAT = 40.0
RADIUS_KM = 6371.0
# Far enough for San Francisco, Mexico and Buenos Aires; beyond it, shapes are stretched past recognition.
CLIP_DEGREES = 130.0
CLIP_KM = 2 * RADIUS_KM * math.sin(math.radians(CLIP_DEGREES / 2))
# A line follows the great circle between its points, in steps of at most this length.
STEP_DEGREES = 1.0

Floats = NDArray[np.float64]


@lru_cache(maxsize=1)
def _laea() -> pyproj.Proj:
    return pyproj.Proj(
        f"+proj=laea +lat_0={CENTRE_LAT} +lon_0={CENTRE_LON} +R={RADIUS_KM * 1000:.0f} +units=km +no_defs"
    )


def project_points(lon: ArrayLike, lat: ArrayLike) -> Floats:
    """Positions in plane kilometres, x to the right and y up.

    Parameters
    ----------
    lon, lat : array_like of shape (n,)
        Degrees. A longitude may lie outside [-180, 180].

    Returns
    -------
    ndarray of shape (n, 2)
        The antipode of the centre has no position on the plane and gives infinity.

    Examples
    --------
    >>> project_points([25.0], [40.0]).round(3) + 0.0
    array([[0., 0.]])
    >>> project_points([], []).shape
    (0, 2)
    """
    x, y = _laea()(np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64))
    return np.column_stack([x, y])


def along_great_circles(lonlat: ArrayLike, step_degrees: float = STEP_DEGREES) -> Floats:
    """The same line with points added, so that no step along a great circle exceeds `step_degrees`.

    Two opposite points on the globe have no unique great circle between them; their step is left as it is.

    Returns
    -------
    array, shape (n, 2)
        longitude and latitude in degrees.
    """
    points = np.asarray(lonlat, dtype=np.float64)[:, :2]
    lon, lat = np.radians(points[:, 0]), np.radians(points[:, 1])
    unit = np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    angle = np.arccos(np.clip((unit[:-1] * unit[1:]).sum(axis=1), -1.0, 1.0))
    pieces = np.maximum(1, np.ceil(np.degrees(angle) / step_degrees)).astype(int)
    pieces[angle > math.pi - 1e-9] = 1
    out: list[Floats] = []
    done = 0
    for i in np.flatnonzero(pieces > 1).tolist():
        out.append(points[done : i + 1])
        share = np.arange(1, pieces[i])[:, None] / pieces[i]
        weight_start, weight_end = np.sin((1 - share) * angle[i]), np.sin(share * angle[i])
        x, y, z = ((weight_start * unit[i] + weight_end * unit[i + 1]) / math.sin(angle[i])).T
        out.append(np.degrees(np.column_stack([np.arctan2(y, x), np.arcsin(np.clip(z, -1.0, 1.0))])))
        done = i + 1
    out.append(points[done:])
    return np.concatenate(out)


def project(geometry: BaseGeometry) -> BaseGeometry:
    """Project a geometry in longitude and latitude to the plane; lines and rings follow great circles.

    A ring is a ring on the globe: it may cross the date line or contain a pole, and needs no cut there.
    Inside and outside are ambiguous only for a ring around the antipode of the centre (in the South Pacific).

    Returns
    -------
    geometry
        of the same type, in plane kilometres.

    Examples
    --------
    >>> project(shapely.Point(25, 40)).distance(shapely.Point(0, 0)) < 1e-6
    True
    >>> project(shapely.LineString()).is_empty
    True
    """
    if geometry.is_empty:
        return geometry
    if isinstance(geometry, shapely.Point):
        return shapely.Point(*project_points([geometry.x], [geometry.y])[0])
    if isinstance(geometry, shapely.Polygon):
        return shapely.Polygon(
            _projected_along_great_circle(geometry.exterior),
            [_projected_along_great_circle(ring) for ring in geometry.interiors],
        )
    if isinstance(geometry, shapely.LineString):
        return shapely.LineString(_projected_along_great_circle(geometry))
    collection: Any = type(geometry)
    projected: BaseGeometry = collection([project(part) for part in shapely.get_parts(geometry)])
    return projected


def _projected_along_great_circle(line: shapely.LineString) -> Floats:
    points = along_great_circles(shapely.get_coordinates(line))
    return project_points(points[:, 0], points[:, 1])
