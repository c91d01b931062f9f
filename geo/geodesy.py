"""Shapes on the globe: great circles, cut where they cross the date line. Longitude comes first.

The globe is a sphere, as in the viewer's d3-geo. On a map of the world, an ellipsoid would make no visible difference.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from pyproj import Geod
    from shapely import LineString, MultiLineString

MEAN_RADIUS_KM = 6371.0088
"""Mean radius of the Earth, (2a + b) / 3 of WGS 84."""

MAX_SEGMENT_KM = 100.0
"""The maximum distance between neighbouring points of a line."""
Position = tuple[float, float]
"""Longitude and latitude in degrees."""
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_SAME_PLACE_KM = 1e-6
_BATCH_SIZE = 10_000  # lines; their points then take some tens of megabytes


@cache
def _sphere() -> Geod:
    from pyproj import Geod  # slow to import

    return Geod(a=MEAN_RADIUS_KM, b=MEAN_RADIUS_KM)  # distances are then in kilometres


def distance_km(a: Position, b: Position) -> float:
    """Return the great-circle distance on a sphere with the mean radius of the Earth, 6371.0088 km.

    pyproj computes it after C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87, 2013.

    Parameters
    ----------
    a, b : (lon, lat)
        longitude and latitude in degrees.

    Returns
    -------
    float
        in kilometres.

    Examples
    --------
    >>> round(distance_km((13.4, 52.5), (37.6, 55.75)))
    1609
    """
    return float(_sphere().inv(*a, *b)[2])


def unit_vectors(lon: Floats | float, lat: Floats | float) -> Floats:
    """Return positions in degrees as unit vectors, shape (n, 3).

    Returns
    -------
    array, shape (n, 3)
        x points to 0° east on the equator, y to 90° east, z to the north pole.

    Examples
    --------
    >>> unit_vectors(90.0, 0.0).round(6).tolist()
    [[0.0, 1.0, 0.0]]
    """
    a, b = np.radians(lon), np.radians(lat)
    return np.column_stack([np.cos(b) * np.cos(a), np.cos(b) * np.sin(a), np.sin(b)])


def arc(*stops: Position) -> LineString | MultiLineString | None:
    """Return the great-circle line through two or more stops, in degrees, with a point at least every 100 km.

    The line is cut in two where it crosses the date line. One part ends at 180 and the next begins at -180, as RFC 7946
    (section 3.1.9) requires. Between opposite points every great circle is equally short; the line then passes the
    north pole.

    Parameters
    ----------
    *stops : (lon, lat)
        longitude and latitude in degrees.

    Returns
    -------
    LineString, MultiLineString or None
        in longitude and latitude; ``None`` from a place to itself, because there is no line.

    Examples
    --------
    >>> arc((131.9, 43.1), (-122.4, 37.8)).geom_type
    'MultiLineString'
    >>> arc((13.4, 52.5), (13.4, 52.5)) is None
    True
    """
    return arcs([stops])[0]


def arcs(lines_stops: Sequence[Sequence[Position]]) -> list[LineString | MultiLineString | None]:
    """The line through each sequence of stops, as `arc` returns it, in a fraction of the time.

    Returns
    -------
    list of LineString, MultiLineString or None
        one for each sequence of stops, in degrees.

    Examples
    --------
    >>> [line.geom_type for line in arcs([[(131.9, 43.1), (-122.4, 37.8)], [(13.4, 52.5), (37.6, 55.8)]])]
    ['MultiLineString', 'LineString']
    >>> arcs([[], [(13.4, 52.5)], [(13.4, 52.5), (13.4, 52.5)]])
    [None, None, None]
    """
    lines: list[LineString | MultiLineString | None] = []
    for first in range(0, len(lines_stops), _BATCH_SIZE):
        lines += _batch_of_arcs(lines_stops[first : first + _BATCH_SIZE]).tolist()
    return lines


def _batch_of_arcs(lines_stops: Sequence[Sequence[Position]]) -> NDArray[np.object_]:
    import shapely  # not needed for distances, and slow to import

    lines = np.full(len(lines_stops), None, dtype=np.object_)
    lon, lat, number = _densified_lines(lines_stops)
    lon, lat, number, is_first = _cut_at_antimeridian(lon, lat, number)
    # Legs share their ends, and a stop may lie on the date line.
    kept = is_first | (np.diff(lon, prepend=0) != 0) | (np.diff(lat, prepend=0) != 0)
    part = np.cumsum(is_first) - 1
    kept &= np.bincount(part, kept)[part] > 1
    parts = np.full(np.count_nonzero(is_first), None, dtype=np.object_)
    shapely.linestrings(lon[kept], lat[kept], indices=part[kept], out=parts)
    is_line = ~shapely.is_missing(parts)
    owner, parts = number[is_first][is_line], parts[is_line]
    is_only = np.bincount(owner)[owner] == 1
    lines[owner[is_only]] = parts[is_only]
    shapely.multilinestrings(parts[~is_only], indices=owner[~is_only], out=lines)
    return lines


def _densified_lines(lines_stops: Sequence[Sequence[Position]]) -> tuple[Floats, Floats, Ints]:
    """The points of all lines, and the index of the line of each point."""
    from pyproj.enums import GeodIntermediateFlag

    legs = [(*leg, number) for number, stops in enumerate(lines_stops) for leg in _legs(stops)]
    lines = [
        _sphere().inv_intermediate(
            *a,
            *b,
            del_s=MAX_SEGMENT_KM,
            initial_idx=0,
            terminus_idx=0,
            flags=GeodIntermediateFlag.NPTS_CEIL,
            return_back_azimuth=False,
        )
        for a, b, _ in legs
    ]
    # Nine decimals, a tenth of a millimetre, are the same with every machine's libm.
    lon, lat = (np.concatenate([[], *(getattr(line, name) for line in lines)]).round(9) for name in ("lons", "lats"))
    counts = np.array([line.npts for line in lines], dtype=np.int64)
    last = np.cumsum(counts) - 1
    for end, at in enumerate((last - counts + 1, last)):
        lon[at], lat[at] = np.reshape([leg[end] for leg in legs], (-1, 2)).T
    return lon, lat, np.repeat(np.array([number for *_, number in legs], dtype=np.int64), counts)


def _legs(stops: Sequence[Position]) -> Iterator[tuple[Position, Position]]:
    """The legs from each stop to the next different place; a leg to the opposite point passes the north pole."""
    for a, b in pairwise(stops):
        km = distance_km(a, b)
        if math.pi * MEAN_RADIUS_KM - km < 1e-3:
            yield from (leg for leg in ((a, (a[0], 90.0)), ((b[0], 90.0), b)) if distance_km(*leg) > _SAME_PLACE_KM)
        elif km > _SAME_PLACE_KM:
            yield a, b


def _cut_at_antimeridian(lon: Floats, lat: Floats, number: Ints) -> tuple[Floats, Floats, Ints, Bools]:
    """The points, with the crossings of the date line inserted, and which points begin a part."""
    near_pole = np.maximum(np.abs(lat[1:]), np.abs(lat[:-1])) > 89.999  # a longitude means little there
    crossing = np.flatnonzero((np.abs(np.diff(lon)) > 180) & (np.diff(number) == 0) & ~near_pole)
    where = np.repeat(crossing + 1, 2)
    side = np.copysign(180, lon[crossing])
    # At a longitude between two points of a great circle, the tangent of the latitude is a weighted sum of the tangents
    # at the two points. The weight of each is the sine of the difference in longitude to the other point, divided by
    # the sine of the whole difference. Seven decimals, a centimetre, are the same with every machine's libm.
    next_lon, next_lat = lon[crossing + 1], lat[crossing + 1]
    before, after = np.radians(side - lon[crossing]), np.radians(next_lon + side)
    tangents = np.tan(np.radians(lat[crossing])) * np.sin(after) + np.tan(np.radians(next_lat)) * np.sin(before)
    with np.errstate(divide="ignore", invalid="ignore"):  # from 180 to -180
        crossing_lat = np.degrees(np.arctan(tangents / np.sin(before + after))).round(7)
    crossing_lat = np.where(np.abs(next_lon) == 180, next_lat, crossing_lat)
    lon = np.insert(lon, where, np.column_stack([side, -side]).ravel())
    lat = np.insert(lat, where, np.repeat(crossing_lat, 2))
    number = np.insert(number, where, number[where])
    is_first = np.diff(number, prepend=-1) != 0
    is_first[crossing + 2 * np.arange(1, len(crossing) + 1)] = True  # the second of each pair
    return lon, lat, number, is_first
