"""Clusters of a poster: features so close on the page that their marks would cover each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from maps.ground.viewport import Viewport
from maps.posters.poster_features import Feature

# Marks nearer to each other than this, in page units, are one cluster.
CLUSTER_DISTANCE = 10.0


@dataclass(frozen=True)
class Cluster:
    """Features at one position of the page: (anchor_x, anchor_y) is the place, (x, y) where the marks are drawn."""

    features: tuple[Feature, ...]
    staffed_station_ids: frozenset[str]  # stations whose head is drawn with them
    anchor_x: float
    anchor_y: float
    x: float
    y: float
    mark_size: float  # size of a mark, page units

    @property
    def vague(self) -> bool:
        """Whether no more is known than the country or region."""
        return self.features[0].vague

    @property
    def circle_radius(self) -> float:
        """Radius of the circle on which the marks are placed; 0 for a single mark."""
        n = len(self.features)
        return 0.0 if n == 1 else max(0.8 * self.mark_size, n * 1.5 * self.mark_size / (2 * math.pi))

    @property
    def radius(self) -> float:
        """Radius of all that is drawn."""
        return self.circle_radius + 0.72 * self.mark_size

    @property
    def is_displaced(self) -> bool:
        """Whether its marks were moved, so that a line must lead to the place."""
        return math.hypot(self.x - self.anchor_x, self.y - self.anchor_y) > 2.5

    def mark_positions(self) -> list[tuple[float, float]]:
        """The position of each mark: two side by side, more in a circle with the first on top."""
        n = len(self.features)
        first = math.pi if n == 2 else -math.pi / 2
        angles = [first + 2 * math.pi * i / n for i in range(n)]
        return [(self.x + self.circle_radius * math.cos(a), self.y + self.circle_radius * math.sin(a)) for a in angles]


def clusters_of(features: Sequence[Feature], viewport: Viewport, mark_size: float) -> list[Cluster]:
    """Group the features in a viewport into clusters that do not overlap, the most important first."""
    stations = {feature.id for feature in features if feature.kind == "station" and feature.point}
    heads = [feature for feature in features if feature.kind == "head" and feature.point]
    staffed = frozenset(head.station_id for head in heads if head.station_id in stations)
    alone = {head.place_id: head for head in reversed(heads) if head.station_id not in staffed}
    placed = [feature for feature in features if feature.kind in {"station", "raid"} and feature.point]
    groups: list[tuple[float, float, list[Feature]]] = []
    for feature in sorted([*placed, *alone.values()], key=importance):
        position = np.array([feature.point])
        if not viewport.contains(position)[0]:
            continue
        x, y = viewport.to_page(position)[0]
        for anchor_x, anchor_y, members in groups:
            if math.hypot(anchor_x - x, anchor_y - y) < CLUSTER_DISTANCE and feature.vague == members[0].vague:
                members.append(feature)
                break
        else:
            groups.append((float(x), float(y), [feature]))
    return _without_overlaps(
        [Cluster(tuple(members), staffed, x, y, x, y, mark_size) for x, y, members in groups], viewport
    )


def importance(feature: Feature) -> tuple[int, str, str]:
    """Sort key: headquarters, events, other stations, posts without a station."""
    first = 0 if feature.category == "headquarters" else {"raid": 1, "station": 2, "head": 3}.get(feature.kind, 4)
    return first, feature.kind, feature.id


def _without_overlaps(clusters: list[Cluster], viewport: Viewport) -> list[Cluster]:
    """Move clusters apart, a little at a time, until no two touch or the limit of rounds is reached."""
    # Plain numbers: there are twenty thousand pairs, and a small array takes ten times as long as two numbers.
    xs, ys = [cluster.x for cluster in clusters], [cluster.y for cluster in clusters]
    radii = [cluster.radius for cluster in clusters]
    for _ in range(120):
        moved = False
        for i in range(len(clusters)):
            for j in range(i + 1, len(clusters)):
                dx, dy = xs[j] - xs[i], ys[j] - ys[i]
                distance = math.hypot(dx, dy)
                overlap = radii[i] + radii[j] + 3 - distance
                if overlap <= 0.05:
                    continue
                along = (dx / distance, dy / distance) if distance > 1e-6 else (math.cos(j), math.sin(j))
                # The more important cluster comes first and stays closer to its place.
                xs[i] -= along[0] * overlap * 0.3
                ys[i] -= along[1] * overlap * 0.3
                xs[j] += along[0] * overlap * 0.7
                ys[j] += along[1] * overlap * 0.7
                moved = True
        for i, r in enumerate(radii):
            xs[i] = min(max(xs[i], viewport.x + r + 2), viewport.x + viewport.width - r - 2)
            ys[i] = min(max(ys[i], viewport.y + r + 2), viewport.y + viewport.height - r - 2)
        if not moved:
            break
    return [replace(cluster, x=x, y=y) for cluster, x, y in zip(clusters, xs, ys, strict=True)]
