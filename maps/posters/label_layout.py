"""Places labels beside marks so that none covers a mark, another label or the edge: `place_labels(candidates, ...)`.

Positions next to the mark come first, with shorter variants of the label; then farther ones with a leader line.
A label that does not fit is left out: the sidebar of the poster and the list in the atlas name everything.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

# Degrees around the mark, best first: cartographers set a label to the right and a little above.
DIRECTIONS = (25, 0, -25, 155, 180, 205, 90, -90, 55, -55, 125, 235)
NEAR_GAPS, FAR_GAPS = (3.0, 9.0), (20.0, 34.0, 52.0, 76.0)
WeightedLine = tuple[shapely.geometry.base.BaseGeometry, int]


@dataclass(frozen=True)
class Box:
    """A rectangle in page units, y down."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, other: Box) -> bool:
        """Whether it lies entirely in the other."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def buffered(self, by: float) -> Box:
        """The rectangle extended by a distance on each side; reduced where that is negative."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True)
class LabelCandidate:
    """A label to be placed: around (x, y), outside `radius`, in the first of `sizes` (width, height) that fits."""

    key: str
    x: float
    y: float
    radius: float
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class PlacedLabel:
    """Where a label is: which of its sizes, on which side of the mark, and the leader line if it is far away."""

    key: str
    variant: int
    box: Box
    side: str  # "left", "right" or "middle" of the mark
    leader: tuple[float, float, float, float] | None


def place_labels(
    candidates: Iterable[LabelCandidate], frame: Box, occupied: Sequence[Box], lines: Sequence[WeightedLine]
) -> list[PlacedLabel]:
    """Place labels in the given order; earlier ones have the first choice.

    Parameters
    ----------
    candidates : the labels, most important first
    frame : no label leaves it
    occupied : boxes of marks and panels
    lines : routes and the like, which a label avoids where it can, each with its cost: the number of directions
        farther down the list that a label takes to avoid it

    Returns
    -------
    Those that fit; no box overlaps another, or one of `occupied`.
    """
    for line, _ in lines:
        shapely.prepare(line)
    boxes = _OccupiedBoxes(occupied)
    leaders: list[shapely.LineString] = []
    placed: list[PlacedLabel] = []
    for candidate in candidates:
        placement = _best_placement(candidate, frame, boxes, leaders, lines)
        if placement is None:
            continue
        placed.append(placement)
        boxes.add(placement.box)
        if placement.leader:
            leaders.append(shapely.LineString([placement.leader[:2], placement.leader[2:]]))
    return placed


class _OccupiedBoxes:
    """Occupied boxes. A crowded year has thousands, so that all are compared at once."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._edges = np.array([(b.left, b.top, b.right, b.bottom) for b in boxes]).reshape(-1, 4)

    def add(self, box: Box) -> None:
        """Add a box."""
        self._edges = np.vstack([self._edges, (box.left, box.top, box.right, box.bottom)])

    def overlaps(self, box: Box) -> bool:
        """Whether one of them shares more than an edge with a box."""
        left, top, right, bottom = self._edges.T
        return bool(((box.left < right) & (left < box.right) & (box.top < bottom) & (top < box.bottom)).any())

    def crosses_leader(self, leader: tuple[float, float, float, float], candidate: LabelCandidate) -> bool:
        """Whether a leader line touches one of them, except the mark of its own label."""
        left, top, right, bottom = self._edges.T
        own = Box(candidate.x, candidate.y, candidate.x, candidate.y).buffered(candidate.radius + 0.5)
        within = (left >= own.left) & (top >= own.top) & (right <= own.right) & (bottom <= own.bottom)
        near = (left <= max(leader[::2])) & (right >= min(leader[::2]))
        near &= (top <= max(leader[1::2])) & (bottom >= min(leader[1::2])) & ~within
        areas = shapely.box(left[near], top[near], right[near], bottom[near])
        return bool(shapely.intersects(shapely.LineString([leader[:2], leader[2:]]), areas).any())


def _best_placement(
    candidate: LabelCandidate,
    frame: Box,
    boxes: _OccupiedBoxes,
    leaders: Sequence[shapely.LineString],
    lines: Sequence[WeightedLine],
) -> PlacedLabel | None:
    for gaps in (NEAR_GAPS, FAR_GAPS):
        for variant in range(len(candidate.sizes)):
            best: tuple[int, PlacedLabel] | None = None
            for rank, placement in enumerate(_possible_placements(candidate, variant, gaps)):
                if best is not None and rank >= best[0]:
                    break
                if not placement.box.inside(frame) or boxes.overlaps(placement.box):
                    continue
                area = shapely.box(placement.box.left, placement.box.top, placement.box.right, placement.box.bottom)
                if any(area.intersects(line) for line in leaders):
                    continue
                if placement.leader and boxes.crosses_leader(placement.leader, candidate):
                    continue
                cost = rank + sum(price for line, price in lines if line.intersects(area))
                if best is None or cost < best[0]:
                    best = (cost, placement)
            if best is not None:
                return best[1]
    return None


def _possible_placements(candidate: LabelCandidate, variant: int, gaps: Sequence[float]) -> Iterator[PlacedLabel]:
    width, height = candidate.sizes[variant]
    for gap in gaps:
        for degrees in DIRECTIONS:
            cos, sin = math.cos(math.radians(degrees)), -math.sin(math.radians(degrees))
            x, y = candidate.x + (candidate.radius + gap) * cos, candidate.y + (candidate.radius + gap) * sin
            side = "right" if cos > 0.3 else "left" if cos < -0.3 else "middle"
            left = {"right": x, "left": x - width, "middle": x - width / 2}[side]
            top = y - height if sin < -0.7 else y if sin > 0.7 else y - height / 2
            leader = None
            if gap >= FAR_GAPS[0]:
                leader = (
                    candidate.x + candidate.radius * cos,
                    candidate.y + candidate.radius * sin,
                    x - 2 * cos,
                    y - 2 * sin,
                )
            yield PlacedLabel(candidate.key, variant, Box(left, top, left + width, top + height), side, leader)
