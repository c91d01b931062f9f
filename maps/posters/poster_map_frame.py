"""One map of a poster: `map_frame(...)` returns what is drawn in a viewport, ready for the template.

Marks are solid where certain, hatched where less certain, hollow where possible in the year and dashed where uncertain;
a partisan and a contested one have a sign each. Journeys taper from origin to destination; lines of liaison are dotted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from maps.ground.base_map import BaseMap
from maps.ground.svg_path import svg_path
from maps.ground.viewport import Viewport
from maps.payload.symbology import CERTAINTY_STYLES
from maps.posters.label_layout import Box, LabelCandidate, PlacedLabel, place_labels
from maps.posters.poster_basemap import (
    PolityLabel,
    border_path,
    graticule_path,
    land_hatches,
    land_path,
    outside_disc_path,
    place_polity_names,
    place_sea_names,
    waterlines,
)
from maps.posters.poster_clusters import Cluster, clusters_of, importance
from maps.posters.poster_features import Feature
from maps.posters.poster_labels import (
    block_sizes,
    label_variants,
    place_label,
    placed_texts,
    routes_by_destination,
    unlabelled_destinations,
)
from maps.posters.poster_routes import route_arrows
from maps.posters.poster_theme import PlacedMark, PosterTheme, StyledPath
from maps.posters.svg_text import PlacedText

LINE_KINDS = frozenset(("courier", "liaison"))
MARK_SIZE, INSET_MARK_SIZE = 15.0, 16.5
# More could not be distinguished on a page, and to keep them apart would take hours.
MAX_MARKS, MAX_LINES = 120, 60
# So many of the other lines are hairlines, which are a haze by then; the footer says how many more there are.
MAX_HAIRLINES = 300


@dataclass(frozen=True)
class MapFrame:
    """Everything that is drawn in a viewport, in drawing order."""

    id: str
    viewport: Viewport
    land: str
    waterlines: tuple[str, ...]
    graticule: str
    borders: str
    outside_disc: str
    sea_names: tuple[PlacedText, ...]
    polity_names: tuple[PlacedText, ...]
    accuracy_circles: tuple[tuple[float, float, float], ...]
    accuracy_hatches: tuple[str, ...]  # hatch lines on the land within each circle that holds land
    links: tuple[StyledPath, ...]
    routes: tuple[StyledPath, ...]
    leader_path: str
    anchors: tuple[tuple[float, float], ...]
    dots: tuple[tuple[float, float], ...]
    hairlines: tuple[str, ...]  # lines of a crowded year that are not drawn in full
    marks: tuple[PlacedMark, ...]
    labels: tuple[PlacedText, ...]
    placed_labels: tuple[PlacedLabel, ...]
    inset_outline: Box | None  # what the inset shows


def map_frame(
    name: str,
    features: Sequence[Feature],
    base: BaseMap,
    viewport: Viewport,
    theme: PosterTheme,
    polities: Sequence[PolityLabel] = (),
    borders: shapely.MultiLineString | None = None,
    inset: Viewport | None = None,
) -> MapFrame:
    """What a viewport shows of a year.

    Parameters
    ----------
    name : str
        Prefix of the ids in the document.
    inset : Viewport, optional
        Another viewport, drawn on top of this one: its features are dots here, and labelled there.
    """
    features, overflow, hairlines = _split_by_density(features)
    outside_inset = [feature for feature in features if not _is_in_inset(feature, inset)]
    clusters = clusters_of(outside_inset, viewport, MARK_SIZE if name == "main" else INSET_MARK_SIZE)
    lines_here = [
        feature for feature in features if feature.kind in LINE_KINDS and not _is_all_in_inset(feature, inset)
    ]
    routes, route_lines = route_arrows([t for t in lines_here if t.kind == "courier"], clusters, viewport)
    links = [(t, _page_line(t, viewport)) for t in lines_here if t.kind == "liaison" and not _is_point(t)]
    occupied = [Box(s.x, s.y, s.x, s.y).buffered(s.radius) for s in clusters]
    dots = _dots(features, inset, viewport)
    points = np.array([feature.point for feature in overflow]).reshape(-1, 2)
    overflow_dots = sorted(
        {(round(float(x)), round(float(y))) for x, y in viewport.to_page(points[viewport.contains(points)])}
    )
    occupied += [Box(x, y, x, y).buffered(3) for x, y in dots]
    if inset:
        occupied.append(Box(inset.x, inset.y, inset.x + inset.width, inset.y + inset.height).buffered(4))
    frame = Box(viewport.x, viewport.y, viewport.x + viewport.width, viewport.y + viewport.height).buffered(-9)
    ends = unlabelled_destinations(lines_here, occupied, viewport)
    occupied += [Box(x, y, x, y).buffered(4) for x, y in ends.values()]
    blocks = {_cluster_key(cluster): label_variants(cluster, outside_inset, theme) for cluster in clusters}
    blocks |= {
        name: [[place_label(feature, theme)]]
        for name, feature in routes_by_destination(lines_here).items()
        if name in ends
    }
    candidates = [
        LabelCandidate(_cluster_key(s), s.x, s.y, s.radius - 1, block_sizes(blocks[_cluster_key(s)]))
        for s in _by_importance(clusters)
    ]
    candidates += [LabelCandidate(name, x, y, 4, block_sizes(blocks[name])) for name, (x, y) in sorted(ends.items())]
    lines = shapely.MultiLineString(route_lines)
    placed = place_labels(
        candidates, frame, occupied, [(lines, 7), (shapely.MultiLineString([line for _, line in links]), 3)]
    )
    occupied += [p.box for p in placed]
    labels = [label_text for p in placed for label_text in placed_texts(blocks[p.key][p.variant], p)]
    outline = _inset_outline(inset, viewport) if inset else None
    if outline:
        occupied.append(outline)  # states and seas in it are named in the inset
    colours, accuracy_circles = theme.colours, _accuracy_circles(clusters, viewport)
    reach = viewport.x - 30, viewport.y - 30, viewport.x + viewport.width + 30, viewport.y + viewport.height + 30
    return MapFrame(
        id=name,
        viewport=viewport,
        land=land_path(base, viewport),
        waterlines=waterlines(base, viewport),
        graticule=graticule_path(base, viewport),
        borders=border_path(borders, viewport) if borders else "",
        outside_disc=outside_disc_path(viewport),
        polity_names=tuple(place_polity_names(polities, viewport, theme.fonts, colours["polity"], occupied, lines)),
        sea_names=tuple(place_sea_names(base.seas, viewport, theme.fonts, colours["seaName"], occupied)),
        accuracy_circles=accuracy_circles,
        accuracy_hatches=land_hatches(base, viewport, accuracy_circles),
        # Cut a little beyond the frame: what reaches far out would make the cut at the frame itself slow.
        links=tuple(
            StyledPath(svg_path(shapely.clip_by_rect(line, *reach)), t.certainty_style, t.label) for t, line in links
        ),
        routes=routes,
        leader_path="".join(_leader_paths(clusters, placed)),
        anchors=tuple(sorted(ends.values()))
        + tuple((s.anchor_x, s.anchor_y) for s in clusters if s.is_displaced or len(s.features) > 1),
        dots=dots + tuple(overflow_dots),
        hairlines=tuple(
            svg_path(line, 0) for line in shapely.clip_by_rect(_hairline_shapes(hairlines, viewport), *reach)
        ),
        marks=tuple(mark for cluster in reversed(clusters) for mark in _cluster_marks(cluster, outside_inset, theme)),
        labels=tuple(labels),
        placed_labels=tuple(placed),
        inset_outline=outline,
    )


def omitted_line_count(features: Sequence[Feature]) -> int:
    """How many lines of a very crowded year a map does not show at all."""
    return max(0, sum(feature.kind in LINE_KINDS for feature in features) - MAX_LINES - MAX_HAIRLINES)


def _split_by_density(features: Sequence[Feature]) -> tuple[Sequence[Feature], list[Feature], list[Feature]]:
    """What is drawn with marks and labels; of a very crowded year also the features drawn as dots and as hairlines."""
    lines_by_certainty = sorted(
        (t for t in features if t.kind in LINE_KINDS), key=lambda t: (CERTAINTY_STYLES.index(t.certainty_style), t.id)
    )
    standing = sorted((t for t in features if t.kind not in LINE_KINDS and t.point), key=importance)
    if len(standing) <= MAX_MARKS and len(lines_by_certainty) <= MAX_LINES:
        return features, [], []
    full = {feature.id for feature in (*standing[:MAX_MARKS], *lines_by_certainty[:MAX_LINES])}
    drawn = [feature for feature in features if feature.id in full]
    hairlines = [
        feature for feature in lines_by_certainty[MAX_LINES : MAX_LINES + MAX_HAIRLINES] if not _is_point(feature)
    ]
    return drawn, standing[MAX_MARKS:], hairlines


def _is_in_inset(feature: Feature, inset: Viewport | None) -> bool:
    return inset is not None and feature.point is not None and bool(inset.contains(np.array([feature.point]))[0])


def _is_all_in_inset(feature: Feature, inset: Viewport | None) -> bool:
    """Whether a line lies entirely in the inset, or the feature has no line."""
    points = shapely.get_coordinates(feature.shape)
    return len(points) == 0 or (inset is not None and bool(inset.contains(points).all()))


def _is_point(feature: Feature) -> bool:
    return len(shapely.get_coordinates(feature.shape)) < 2


def _page_line(feature: Feature, viewport: Viewport) -> shapely.LineString:
    """The line of a feature on the page; parts that the date line has cut are joined."""
    points = viewport.to_page(shapely.get_coordinates(feature.shape))
    # The point opposite the centre of the map is everywhere on its edge, so nowhere.
    points = points[np.isfinite(points).all(axis=1)]
    line = shapely.LineString(points if len(points) > 1 else [])
    return shapely.LineString(line.simplify(0.2).coords)


def _hairline_shapes(features: Sequence[Feature], viewport: Viewport) -> NDArray[np.object_]:
    """The lines of many features on the page, simplified and all at once; parts that the date line has cut are joined."""
    points, numbers = shapely.get_coordinates([feature.shape for feature in features], return_index=True)
    page = viewport.to_page(points)
    is_finite = np.isfinite(page).all(axis=1)
    page, numbers = page[is_finite], numbers[is_finite]
    long = (np.bincount(numbers, minlength=len(features)) > 1)[numbers]
    _, numbers = np.unique(numbers[long], return_inverse=True)
    return np.asarray(shapely.simplify(shapely.linestrings(page[long], indices=numbers), 1), dtype=np.object_)


def _dots(features: Sequence[Feature], inset: Viewport | None, viewport: Viewport) -> tuple[tuple[float, float], ...]:
    inside = {t.point for t in features if t.kind in {"station", "head", "raid"} and _is_in_inset(t, inset) and t.point}
    return tuple(
        sorted(
            {
                (round(float(x), 1), round(float(y), 1))
                for x, y in viewport.to_page(np.array(sorted(inside)).reshape(-1, 2))
            }
        )
    )


def _inset_outline(inset: Viewport, viewport: Viewport) -> Box:
    left, bottom, right, top = viewport.shape_to_page(inset.extent_km()).bounds
    return Box(left, bottom, right, top)


def _cluster_key(cluster: Cluster) -> str:
    return f"{cluster.features[0].kind}/{cluster.features[0].id}"


def _by_importance(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Headquarters first, then events of the year, then the places with most marks, then the rest."""
    return sorted(
        clusters,
        key=lambda s: (
            all(t.category != "headquarters" for t in s.features),
            all(t.kind != "raid" for t in s.features),
            -len(s.features),
            _cluster_key(s),
        ),
    )


def _cluster_marks(cluster: Cluster, features: Sequence[Feature], theme: PosterTheme) -> list[PlacedMark]:
    marks = []
    for feature, (x, y) in zip(cluster.features, cluster.mark_positions(), strict=True):
        size = cluster.mark_size * (1.3 if feature.category == "headquarters" else 1.0)
        marks.append(_mark(feature, x, y, size, theme))
        if feature.kind == "station" and feature.id in cluster.staffed_station_ids:
            heads = [t for t in features if t.kind == "head" and t.station_id == feature.id]
            surest = min(heads, key=lambda t: (CERTAINTY_STYLES.index(t.certainty_style), t.id))
            marks.append(_mark(surest, x + 0.5 * size, y + 0.42 * size, 0.62 * cluster.mark_size, theme))
    return marks


def _mark(feature: Feature, x: float, y: float, size: float, theme: PosterTheme) -> PlacedMark:
    title = f"{feature.label}, {feature.place}" if feature.place else feature.label
    return PlacedMark(
        feature.symbol.mark,
        x,
        y,
        size,
        theme.colours[feature.symbol.colour],
        feature.certainty_style,
        feature.partisan,
        feature.contested,
        title,
    )


def _accuracy_circles(clusters: Sequence[Cluster], viewport: Viewport) -> tuple[tuple[float, float, float], ...]:
    circles = {
        (s.anchor_x, s.anchor_y, max(t.accuracy_km for t in s.features) / viewport.km_per_unit) for s in clusters
    }
    return tuple(sorted(circle for circle in circles if circle[2] >= 9))


def _leader_paths(clusters: Iterable[Cluster], placed: Iterable[PlacedLabel]) -> Iterable[str]:
    for cluster in clusters:
        if cluster.is_displaced and len(cluster.features) == 1:
            yield f"M{cluster.anchor_x:.1f} {cluster.anchor_y:.1f}L{cluster.x:.1f} {cluster.y:.1f}"
        elif len(cluster.features) > 1:
            for x, y in cluster.mark_positions():
                yield f"M{cluster.anchor_x:.1f} {cluster.anchor_y:.1f}L{x:.1f} {y:.1f}"
    for label in placed:
        if label.leader:
            yield "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*label.leader)
