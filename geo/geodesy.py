"""Shapes on the globe: great circles, cut where they cross the date line. Longitude first.

The globe is a sphere here: for lines on a map of the world the ellipsoid moves nothing that one sees.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from shapely import LineString, MultiLineString

MEAN_RADIUS_KM = 6371.0088
"""Mean radius of the Earth, (2a + b) / 3 of WGS 84."""

MAX_SEGMENT_KM = 100.0
"""How far apart the points of a line are at most."""
Position = tuple[float, float]
"""Longitude and latitude in degrees."""
Floats = NDArray[np.float64]
_BATCH_SIZE = 10_000  # lines, so that their points take some tens of megabytes


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
    """The great-circle line through two or more stops, in degrees, a point every 100 km at most.

    Where it crosses the date line it is cut in two, one end at 180 and the next at -180, as RFC 7946
    (section 3.1.9) asks. Between opposite points, where every line is as short, it goes by the north
    pole. From a place to itself there is no line: ``None``.

    >>> arc((131.9, 43.1), (-122.4, 37.8)).geom_type
    'MultiLineString'
    >>> arc((13.4, 52.5), (13.4, 52.5)) is None
    True
    """
    from shapely import LineString, MultiLineString  # not needed for distances, and slow to import

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


def arcs(lines_stops: Sequence[Sequence[Position]]) -> list[LineString | MultiLineString | None]:
    """The line through the stops of each, as `arc` draws it, in a tenth of the time.

    >>> [line.geom_type for line in arcs([[(131.9, 43.1), (-122.4, 37.8)], [(13.4, 52.5), (37.6, 55.8)]])]
    ['MultiLineString', 'LineString']
    >>> arcs([[], [(13.4, 52.5)], [(13.4, 52.5), (13.4, 52.5)]])
    [None, None, None]
    """
    found: list[LineString | MultiLineString | None] = [None] * len(lines_stops)
    simple = [number for number, stops in enumerate(lines_stops) if len(stops) == 2]
    for first in range(0, len(simple), _BATCH_SIZE):
        numbers = simple[first : first + _BATCH_SIZE]
        ends = np.array([lines_stops[number] for number in numbers], dtype=np.float64).reshape(-1, 2, 2)
        for number, line in zip(numbers, _two_point_lines(ends), strict=True):
            found[number] = arc(*lines_stops[number]) if line is None else line
    for number, stops in enumerate(lines_stops):
        if len(stops) > 2:
            found[number] = arc(*stops)
    return found


def _two_point_lines(ends: Floats) -> NDArray[np.object_]:
    """The lines between pairs of positions, shape (n, 2, 2); ``None`` for those that have to be looked at one by one."""
    lon, lat = np.radians(ends[:, :, 0]), np.radians(ends[:, :, 1])
    h = np.sin((lat[:, 1] - lat[:, 0]) / 2) ** 2
    h += np.cos(lat[:, 0]) * np.cos(lat[:, 1]) * np.sin((lon[:, 1] - lon[:, 0]) / 2) ** 2
    angle = 2 * np.arcsin(np.minimum(1.0, np.sqrt(h)))
    km = angle * MEAN_RADIUS_KM
    lines = np.full(len(ends), None, dtype=np.object_)
    # From a place to itself, to the opposite one, and along the date line.
    is_regular = (km > 1e-3) & (math.pi * MEAN_RADIUS_KM - km > 1) & (np.abs(ends[:, :, 0]) < 180).all(axis=1)
    straight, points, steps = _densified_lines(ends[is_regular], angle[is_regular], km[is_regular])
    number = np.repeat(np.arange(len(steps)), steps)
    lines[np.flatnonzero(is_regular)] = straight
    crossing = np.flatnonzero((np.abs(np.diff(points[:, 0])) > 180) & (number[1:] == number[:-1]))
    crossed, times = np.unique(number[crossing], return_counts=True)
    once = crossed[times == 1]
    lines[np.flatnonzero(is_regular)[crossed]] = None
    at = crossing[np.isin(number[crossing], once)]
    near_pole = np.maximum(np.abs(points[at, 1]), np.abs(points[at + 1, 1])) > 89.99
    lines[np.flatnonzero(is_regular)[number[at[~near_pole]]]] = _split_lines_at_antimeridian(
        points, number, at[~near_pole]
    )
    return lines


def _densified_lines(ends: Floats, angle: Floats, km: Floats) -> tuple[NDArray[np.object_], Floats, NDArray[np.int64]]:
    """Lines, all their points, and how many each has: one every so many kilometres."""
    import shapely

    steps = np.maximum(2, np.ceil(km / MAX_SEGMENT_KM) + 1).astype(np.int64)
    number = np.repeat(np.arange(len(ends)), steps)
    last = np.cumsum(steps) - 1
    first = last - steps + 1
    t = (np.arange(len(number)) - first[number]) / (steps[number] - 1)
    lon, lat = np.radians(ends[:, :, 0]), np.radians(ends[:, :, 1])
    unit = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=2)
    near = np.sin((1 - t) * angle[number])[:, None] * unit[number, 0]
    far = np.sin(t * angle[number])[:, None] * unit[number, 1]
    x, y, z = ((near + far) / np.sin(angle[number])[:, None]).T
    points = np.column_stack([np.degrees(np.arctan2(y, x)), np.degrees(np.arcsin(np.clip(z, -1, 1)))]).round(9)
    points[first], points[last] = ends[:, 0], ends[:, 1]
    return np.asarray(shapely.linestrings(points, indices=number), dtype=np.object_), points, steps


def _split_lines_at_antimeridian(
    points: Floats, number: NDArray[np.int64], at: NDArray[np.int64]
) -> NDArray[np.object_]:
    """The lines that cross the date line between the points ``at`` and the next, cut in two there."""
    import shapely

    crossing = np.isin(number, number[at])
    side = np.copysign(180.0, points[at, 0])
    edge = _latitudes_at_antimeridian(points[at], points[at + 1]).round(9)
    where = np.cumsum(crossing)[at]  # how many of the points that are ours lie before the cut
    cut = np.insert(
        points[crossing], np.repeat(where, 2), np.stack([side, edge, -side, edge], axis=1).reshape(-1, 2), axis=0
    )
    # Each line has two parts: the second begins at the second of the points put in.
    begins = np.zeros(len(cut), dtype=np.int64)
    begins[where + 2 * np.arange(len(at)) + 1] = 1
    lines = np.insert(number[crossing], np.repeat(where, 2), np.repeat(number[at], 2))
    begins[1:] += lines[1:] != lines[:-1]
    parts = np.asarray(shapely.linestrings(cut, indices=np.cumsum(begins)), dtype=np.object_)
    return np.asarray(shapely.multilinestrings(parts, indices=np.repeat(np.arange(len(at)), 2)), dtype=np.object_)


def _latitudes_at_antimeridian(a: Floats, b: Floats) -> Floats:
    """Where the great circles meet the meridian of 180 degrees; see `_latitude_at_antimeridian`."""
    lon_a, lat_a = np.radians(a).T
    lon_b, lat_b = np.radians(b).T
    east, west = np.sin(lon_b - math.pi), np.sin(math.pi - lon_a)
    along = np.sin(lon_b - lon_a)
    return np.asarray(np.degrees(np.arctan((np.tan(lat_a) * east + np.tan(lat_b) * west) / along)))
