"""Shapes on the globe: great circles, cut where they cross the date line. Longitude first.

The globe is a sphere here: for lines on a map of the world the ellipsoid moves nothing that one sees.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from shapely import LineString, MultiLineString

MEAN_RADIUS_KM = 6371.0088
"""Mean radius of the Earth, (2a + b) / 3 of WGS 84."""

MAX_SEGMENT_KM = 100.0
"""How far apart the points of a way are at most."""
Position = tuple[float, float]
"""Longitude and latitude in degrees."""


def distance_km(a: Position, b: Position) -> float:
    """Great-circle distance, by the haversine formula, which is stable for short distances.

    >>> round(distance_km((13.4, 52.5), (37.6, 55.75)))
    1609
    """
    lon_a, lat_a, lon_b, lat_b = map(math.radians, (*a, *b))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * MEAN_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def _unit_vector(position: Position) -> np.ndarray:
    lon, lat = np.radians(position)
    return np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def arc(*stops: Position) -> LineString | MultiLineString | None:
    """The great-circle way through two or more stops, in degrees, a point every 100 km at most.

    Where it crosses the date line it is cut in two, one end at 180 and the next at -180, as RFC 7946
    (section 3.1.9) asks. Between opposite points, where every way is as short, it goes by the north
    pole. A way from a place to itself has no line: ``None``.

    >>> arc((131.9, 43.1), (-122.4, 37.8)).geom_type
    'MultiLineString'
    >>> arc((13.4, 52.5), (13.4, 52.5)) is None
    True
    """
    from shapely import LineString, MultiLineString  # who only asks for distances needs none

    points: list[Position] = []
    for a, b in pairwise(stops):
        leg = _leg_points(a, b)
        points += leg[1:] if points else leg
    if len(points) < 2:
        return None
    lon = np.array(points)[:, 0]
    if np.abs(np.diff(lon)).max() <= 180:  # most do not cross it, and a leg has no point twice
        return LineString(np.array(points))
    parts = _split_at_antimeridian(points)
    return LineString(parts[0]) if len(parts) == 1 else MultiLineString(parts)


def _leg_points(a: Position, b: Position) -> list[Position]:
    length = distance_km(a, b)
    if length < 1e-6:
        return []
    if math.pi * MEAN_RADIUS_KM - length < 1e-3:
        return [a, *_meridian_points(a[0], a[1], 90.0), *_meridian_points(b[0], 90.0, b[1])[1:], b]
    start, end = _unit_vector(a), _unit_vector(b)
    angle = length / MEAN_RADIUS_KM
    steps = max(2, math.ceil(length / MAX_SEGMENT_KM) + 1)
    t = np.linspace(0.0, 1.0, steps)[:, None]
    points = (np.sin((1 - t) * angle) * start + np.sin(t * angle) * end) / np.sin(angle)
    lon = np.degrees(np.arctan2(points[:, 1], points[:, 0]))
    lat = np.degrees(np.arcsin(np.clip(points[:, 2], -1, 1)))
    # Twelve decimals are far below a millimetre, and the same on every machine's libm but its last bits.
    middle = np.column_stack([lon[1:-1], lat[1:-1]]).round(9)
    return [a, *map(tuple, middle.tolist()), b]


def _meridian_points(lon: float, start: float, end: float) -> list[Position]:
    """The points between two latitudes of a meridian, the end among them; none from a latitude to itself."""
    steps = math.ceil(math.radians(abs(end - start)) * MEAN_RADIUS_KM / MAX_SEGMENT_KM)
    return [(lon, round(start + (end - start) * step / steps, 9)) for step in range(1, steps + 1)]


def _split_at_antimeridian(points: list[Position]) -> list[list[Position]]:
    """The points in runs that do not cross the date line."""
    runs: list[list[Position]] = [[points[0]]]
    for (lon_a, lat_a), (lon_b, lat_b) in pairwise(points):
        at_pole = max(abs(lat_a), abs(lat_b)) > 89.999
        if abs(lon_b - lon_a) > 180 and not at_pole:
            side = math.copysign(180.0, lon_a)
            edge = round(_latitude_at_antimeridian((lon_a, lat_a), (lon_b, lat_b)), 9)
            if runs[-1][-1] != (side, edge):
                runs[-1].append((side, edge))
            runs.append([(-side, edge)])
        if runs[-1][-1] != (lon_b, lat_b):
            runs[-1].append((lon_b, lat_b))
    return [run for run in runs if len(run) > 1]


def _latitude_at_antimeridian(a: Position, b: Position) -> float:
    """Where the great circle through two positions meets the meridian of 180 degrees.

    Ed Williams, Aviation Formulary 1.47, "Latitude of point on GC".
    """
    lon_a, lat_a, lon_b, lat_b = map(math.radians, (*a, *b))
    along = math.sin(lon_b - lon_a)
    if abs(along) < 1e-12:  # both on one great circle through the poles: any latitude between them will do
        return (a[1] + b[1]) / 2
    east, west = math.sin(lon_b - math.pi), math.sin(math.pi - lon_a)
    return math.degrees(math.atan((math.tan(lat_a) * east + math.tan(lat_b) * west) / along))
