"""Routes of journeys on a poster: great-circle arcs that taper from origin to destination, bent a little to one side.

One without a known origin is a short arrow at its destination.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import ArrayLike

from maps.ground.projection import Floats
from maps.ground.svg_path import svg_path
from maps.ground.viewport import Viewport
from maps.payload.symbology import DASHED
from maps.posters.poster_clusters import Cluster
from maps.posters.poster_features import Feature
from maps.posters.poster_theme import StyledPath

# A route bends by this share of its length, so that the routes there and back lie apart.
BEND_SHARE = 0.05
# How far an arrow reaches on each side of its line, page units.
ARROW_MARGIN = 5.0


def route_arrows(
    features: Sequence[Feature], clusters: Sequence[Cluster], viewport: Viewport
) -> tuple[tuple[StyledPath, ...], list[shapely.LineString]]:
    """The arrows of journeys, and their centre lines; one without a known origin is a short arrow at its destination."""
    paths, lines = [], []
    pairs: dict[tuple[tuple[float, ...], ...], int] = {}
    for feature in features:
        points = viewport.to_page(shapely.get_coordinates(feature.shape))
        end = points[-1]
        gap = _gap_before_end(end, clusters)
        ends = sorted([tuple(points[0].round()), tuple(end.round())])
        rank = pairs[tuple(ends)] = pairs.get(tuple(ends), -1) + 1
        if len(points) < 2:
            if not viewport.contains(shapely.get_coordinates(feature.shape))[0]:
                continue
            angle = math.radians(215 + 24 * rank)
            line = end + np.array([math.cos(angle), math.sin(angle)]) * np.linspace(30 + gap, gap, 8)[:, None]
        else:
            line = _raised_line(points, rank, gap)
        if len(line) < 2 or not _is_visible(line, viewport):
            continue
        lines.append(shapely.LineString(line))
        paths.append(
            StyledPath(tapered_arrow_path(line, feature.certainty_style), feature.certainty_style, feature.label)
        )
    return tuple(paths), lines


def _is_visible(line: Floats, viewport: Viewport) -> bool:
    """Whether a line can come into the frame; one outside would be drawn only to be clipped."""
    left, top = line.min(axis=0) - ARROW_MARGIN
    right, bottom = line.max(axis=0) + ARROW_MARGIN
    return bool(
        left < viewport.x + viewport.width
        and right > viewport.x
        and top < viewport.y + viewport.height
        and bottom > viewport.y
    )


def tapered_arrow_path(points: ArrayLike, certainty_style: str) -> str:
    """Path data of an arrow that tapers from origin to destination; the line is dashed where uncertain."""
    line = np.asarray(points, dtype=np.float64)
    along = np.gradient(line, axis=0)
    along /= np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    across = np.column_stack([along[:, 1], -along[:, 0]])
    half = np.linspace(1.9, 0.55, len(line))[:, None]
    left, right = line + across * half, line - across * half
    pieces = [slice(0, len(line))]
    if certainty_style == DASHED:
        step = max(2, len(line) // 11)
        pieces = [slice(i, i + step) for i in range(0, len(line) - 1, step + max(1, step // 2))]
    d = "".join(
        svg_path(shapely.Polygon(np.concatenate([left[p], right[p][::-1]]))) for p in pieces if len(left[p]) > 1
    )
    tip, back = line[-1] + along[-1] * 3.2, line[-1] - along[-1] * 4.2
    return d + svg_path(
        shapely.Polygon([tip, back + across[-1] * 3.1, line[-1] - along[-1] * 2.4, back - across[-1] * 3.1])
    )


def _gap_before_end(end: Floats, clusters: Sequence[Cluster]) -> float:
    """How far before its end an arrow stops, so that its head is not under the marks there."""
    for cluster in clusters:
        if math.hypot(cluster.anchor_x - end[0], cluster.anchor_y - end[1]) < 1.5:
            return cluster.radius + 2 if not cluster.is_displaced else 5.0
    return 5.0


def _raised_line(points: Floats, rank: int, gap: float) -> Floats:
    """The line in even steps, bent to one side; the higher its rank among those between the same two places, the farther."""
    at = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    length = float(at[-1])
    t = np.linspace(0, 1, 33)
    even = np.column_stack([np.interp(t * length, at, points[:, axis]) for axis in (0, 1)])
    chord = points[-1] - points[0]
    across = np.array([chord[1], -chord[0]]) / max(1e-9, float(np.hypot(*chord)))
    raised = even + across * (np.sin(np.pi * t) * (BEND_SHARE * length + 7 * rank))[:, None]
    return np.asarray(raised[np.hypot(*(raised - points[-1]).T) >= gap])
