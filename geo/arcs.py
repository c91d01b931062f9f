"""Many great-circle ways at once: ``arcs(ways)`` answers for each what `geo.geodesy.arc` would, in a tenth of the time."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiLineString

from geo.geodesy import MAX_SEGMENT_KM, MEAN_RADIUS_KM, Position, arc

Floats = NDArray[np.float64]
_BATCH_SIZE = 10_000  # ways, so that their points take some tens of megabytes


def arcs(lines_stops: Sequence[Sequence[Position]]) -> list[LineString | MultiLineString | None]:
    """The way through the stops of each, as `geo.geodesy.arc` draws it.

    >>> [way.geom_type for way in arcs([[(131.9, 43.1), (-122.4, 37.8)], [(13.4, 52.5), (37.6, 55.8)]])]
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
    easy = (km > 1e-3) & (math.pi * MEAN_RADIUS_KM - km > 1) & (np.abs(ends[:, :, 0]) < 180).all(axis=1)
    whole, points, steps = _densified_lines(ends[easy], angle[easy], km[easy])
    number = np.repeat(np.arange(len(steps)), steps)
    lines[np.flatnonzero(easy)] = whole
    crossing = np.flatnonzero((np.abs(np.diff(points[:, 0])) > 180) & (number[1:] == number[:-1]))
    crossed, times = np.unique(number[crossing], return_counts=True)
    once = crossed[times == 1]
    lines[np.flatnonzero(easy)[crossed]] = None
    at = crossing[np.isin(number[crossing], once)]
    near_pole = np.maximum(np.abs(points[at, 1]), np.abs(points[at + 1, 1])) > 89.99
    lines[np.flatnonzero(easy)[number[at[~near_pole]]]] = _split_lines_at_antimeridian(points, number, at[~near_pole])
    return lines


def _densified_lines(ends: Floats, angle: Floats, km: Floats) -> tuple[NDArray[np.object_], Floats, NDArray[np.int64]]:
    """Lines, all their points, and how many each has: one every so many kilometres."""
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
    """The ways that cross the date line between the points ``at`` and the next, cut in two there."""
    mine = np.isin(number, number[at])
    side = np.copysign(180.0, points[at, 0])
    edge = _latitudes_at_antimeridian(points[at], points[at + 1]).round(9)
    where = np.cumsum(mine)[at]  # how many of the points that are ours lie before the cut
    cut = np.insert(
        points[mine], np.repeat(where, 2), np.stack([side, edge, -side, edge], axis=1).reshape(-1, 2), axis=0
    )
    # Each way has two parts: the second begins at the second of the points put in.
    begins = np.zeros(len(cut), dtype=np.int64)
    begins[where + 2 * np.arange(len(at)) + 1] = 1
    ways = np.insert(number[mine], np.repeat(where, 2), np.repeat(number[at], 2))
    begins[1:] += ways[1:] != ways[:-1]
    parts = np.asarray(shapely.linestrings(cut, indices=np.cumsum(begins)), dtype=np.object_)
    return np.asarray(shapely.multilinestrings(parts, indices=np.repeat(np.arange(len(at)), 2)), dtype=np.object_)


def _latitudes_at_antimeridian(a: Floats, b: Floats) -> Floats:
    """Where the great circles meet the meridian of 180 degrees; see `geo.geodesy`."""
    lon_a, lat_a = np.radians(a).T
    lon_b, lat_b = np.radians(b).T
    east, west = np.sin(lon_b - math.pi), np.sin(math.pi - lon_a)
    along = np.sin(lon_b - lon_a)
    return np.asarray(np.degrees(np.arctan((np.tan(lat_a) * east + np.tan(lat_b) * west) / along)))
