"""Clusters of a poster: features so close on the page that their marks would cover each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from maps.ground.viewport import Viewport
from maps.posters.poster_features import VAGUE_KM, Feature

# Nearer than this on the page, two marks are one spot.
CLUSTER_DISTANCE = 10.0


@dataclass(frozen=True)
class Cluster:
    """Things at one position of the page: (hub_x, hub_y) is the place, (x, y) where the marks are drawn."""

    features: tuple[Feature, ...]
    staffed_station_ids: frozenset[str]  # ids of the stations whose head is drawn with them
    anchor_x: float
    anchor_y: float
    x: float
    y: float
    mark_size: float  # size of a mark, page units

    @property
    def vague(self) -> bool:
        """Whether no more is known than the country or region."""
        return self.features[0].accuracy_km >= VAGUE_KM

    @property
    def circle_radius(self) -> float:
        """Radius on which the marks stand; nought for a single one."""
        n = len(self.features)
        return 0.0 if n == 1 else max(0.8 * self.mark_size, n * 1.5 * self.mark_size / (2 * math.pi))

    @property
    def radius(self) -> float:
        """Radius of all that is drawn."""
        return self.circle_radius + 0.72 * self.mark_size

    @property
    def is_displaced(self) -> bool:
        """Whether its marks had to give way, so that a line must lead to the place."""
        return math.hypot(self.x - self.anchor_x, self.y - self.anchor_y) > 2.5

    def mark_positions(self) -> list[tuple[float, float]]:
        """Where each mark stands: two side by side, more in a circle with the first on top."""
        n = len(self.features)
        first = math.pi if n == 2 else -math.pi / 2
        angles = [first + 2 * math.pi * i / n for i in range(n)]
        return [(self.x + self.circle_radius * math.cos(a), self.y + self.circle_radius * math.sin(a)) for a in angles]


def clusters_of(things: Sequence[Feature], window: Viewport, mark_size: float) -> list[Cluster]:
    """Gather what stands in the window into spots that don't overlap, the most important first."""
    stations = {thing.id for thing in things if thing.kind == "station" and thing.point}
    heads = [thing for thing in things if thing.kind == "head" and thing.point]
    staffed = frozenset(head.station_id for head in heads if head.station_id in stations)
    alone = {head.place_id: head for head in reversed(heads) if head.station_id not in staffed}
    standing = [thing for thing in things if thing.kind in {"station", "raid"} and thing.point]
    gathered: list[tuple[float, float, list[Feature]]] = []
    for thing in sorted([*standing, *alone.values()], key=importance):
        at = np.array([thing.point])
        if not window.contains(at)[0]:
            continue
        x, y = window.to_page(at)[0]
        vague = thing.accuracy_km >= VAGUE_KM
        for hub_x, hub_y, members in gathered:
            if math.hypot(hub_x - x, hub_y - y) < CLUSTER_DISTANCE and vague == (members[0].accuracy_km >= VAGUE_KM):
                members.append(thing)
                break
        else:
            gathered.append((float(x), float(y), [thing]))
    return _without_overlaps(
        [Cluster(tuple(members), staffed, x, y, x, y, mark_size) for x, y, members in gathered], window
    )


def importance(thing: Feature) -> tuple[int, str, str]:
    """Sort key: headquarters, what happened, other stations, posts without a station."""
    first = 0 if thing.category == "headquarters" else {"raid": 1, "station": 2, "head": 3}.get(thing.kind, 4)
    return first, thing.kind, thing.id


def _without_overlaps(spots: list[Cluster], window: Viewport) -> list[Cluster]:
    """Push spots away from each other, a little at a time, until no two touch (or nothing more can be gained)."""
    # Plain numbers: there are twenty thousand pairs, and a small array takes ten times as long as two of them.
    xs, ys = [spot.x for spot in spots], [spot.y for spot in spots]
    reach = [spot.radius for spot in spots]
    for _ in range(120):
        moved = False
        for i in range(len(spots)):
            for j in range(i + 1, len(spots)):
                dx, dy = xs[j] - xs[i], ys[j] - ys[i]
                distance = math.hypot(dx, dy)
                short = reach[i] + reach[j] + 3 - distance
                if short <= 0.05:
                    continue
                along = (dx / distance, dy / distance) if distance > 1e-6 else (math.cos(j), math.sin(j))
                # The more important spot stands first and keeps closer to its place.
                xs[i] -= along[0] * short * 0.3
                ys[i] -= along[1] * short * 0.3
                xs[j] += along[0] * short * 0.7
                ys[j] += along[1] * short * 0.7
                moved = True
        for i, r in enumerate(reach):
            xs[i] = min(max(xs[i], window.x + r + 2), window.x + window.width - r - 2)
            ys[i] = min(max(ys[i], window.y + r + 2), window.y + window.height - r - 2)
        if not moved:
            break
    return [replace(spot, x=x, y=y) for spot, x, y in zip(spots, xs, ys, strict=True)]
