"""One map of a poster: `picture(...)` answers what is drawn in a window, ready for the template.

Marks are solid where certain, hatched where less so, hollow where possible in the year, broken where uncertain; a
disputed one carries a sign of its own. Journeys taper from origin to destination; lines of liaison are dotted.
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
from maps.posters.poster_features import CERTAINTY_STYLES, Feature
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
# More than this nobody could tell apart on a page, and to keep them from each other would take hours.
MAX_MARKS, MAX_LINES = 120, 60
# And of the other ways so many as hairlines, which are a haze by then: the foot says how many there are besides.
MAX_HAIRLINES = 300


@dataclass(frozen=True)
class MapFrame:
    """Everything that is drawn in a window, in the order in which it is printed."""

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
    accuracy_hatches: tuple[str, ...]  # lines on the land within each ring that has some
    links: tuple[StyledPath, ...]
    routes: tuple[StyledPath, ...]
    leader_path: str
    anchors: tuple[tuple[float, float], ...]
    dots: tuple[tuple[float, float], ...]
    hairlines: tuple[str, ...]  # ways of a crowded year that are not drawn in full
    marks: tuple[PlacedMark, ...]
    labels: tuple[PlacedText, ...]
    placed_labels: tuple[PlacedLabel, ...]
    inset_outline: Box | None  # the outline of what the inset shows


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
    """What a window shows of a year.

    Parameters
    ----------
    name : str
        Prefix of the ids in the document.
    inset : Window, optional
        Another window, drawn upon this one: what stands in it is a dot here, and named there.
    """
    features, crowd, hairs = _split_by_density(features)
    outer = [thing for thing in features if not _is_in_inset(thing, inset)]
    spots = clusters_of(outer, viewport, MARK_SIZE if name == "main" else INSET_MARK_SIZE)
    here = [thing for thing in features if thing.kind in LINE_KINDS and not _is_all_in_inset(thing, inset)]
    journeys, ways = route_arrows([t for t in here if t.kind == "courier"], spots, viewport)
    liaison = [(t, _page_line(t, viewport)) for t in here if t.kind == "liaison" and not _is_point(t)]
    taken = [Box(s.x, s.y, s.x, s.y).buffered(s.radius) for s in spots]
    dots = _dots(features, inset, viewport)
    points = np.array([thing.point for thing in crowd]).reshape(-1, 2)
    crowded = sorted(
        {(round(float(x)), round(float(y))) for x, y in viewport.to_page(points[viewport.contains(points)])}
    )
    taken += [Box(x, y, x, y).buffered(3) for x, y in dots]
    if inset:
        taken.append(Box(inset.x, inset.y, inset.x + inset.width, inset.y + inset.height).buffered(4))
    frame = Box(viewport.x, viewport.y, viewport.x + viewport.width, viewport.y + viewport.height).buffered(-9)
    ends = unlabelled_destinations(here, taken, viewport)
    taken += [Box(x, y, x, y).buffered(4) for x, y in ends.values()]
    blocks = {_cluster_key(spot): label_variants(spot, outer, theme) for spot in spots}
    blocks |= {
        name: [[place_label(thing, theme)]] for name, thing in routes_by_destination(here).items() if name in ends
    }
    wanted = [
        LabelCandidate(_cluster_key(s), s.x, s.y, s.radius - 1, block_sizes(blocks[_cluster_key(s)]))
        for s in _by_importance(spots)
    ]
    wanted += [LabelCandidate(name, x, y, 4, block_sizes(blocks[name])) for name, (x, y) in sorted(ends.items())]
    lines = shapely.MultiLineString(ways)
    placed = place_labels(
        wanted, frame, taken, [(lines, 7), (shapely.MultiLineString([line for _, line in liaison]), 3)]
    )
    taken += [p.box for p in placed]
    names = [word for p in placed for word in placed_texts(blocks[p.key][p.variant], p)]
    outline = _inset_outline(inset, viewport) if inset else None
    if outline:
        taken.append(outline)  # states and seas in it are named in the inset
    colours, rings = theme.colours, _accuracy_circles(spots, viewport)
    reach = viewport.x - 30, viewport.y - 30, viewport.x + viewport.width + 30, viewport.y + viewport.height + 30
    return MapFrame(
        id=name,
        viewport=viewport,
        land=land_path(base, viewport),
        waterlines=waterlines(base, viewport),
        graticule=graticule_path(base, viewport),
        borders=border_path(borders, viewport) if borders else "",
        outside_disc=outside_disc_path(viewport),
        polity_names=tuple(place_polity_names(polities, viewport, theme.fonts, colours["polity"], taken, lines)),
        sea_names=tuple(place_sea_names(base.seas, viewport, theme.fonts, colours["seaName"], taken)),
        accuracy_circles=rings,
        accuracy_hatches=land_hatches(base, viewport, rings),
        # Cut a little beyond the frame: what reaches far out would make the cut at the frame itself slow.
        links=tuple(
            StyledPath(svg_path(shapely.clip_by_rect(line, *reach)), t.certainty_style, t.label) for t, line in liaison
        ),
        routes=journeys,
        leader_path="".join(_leader_paths(spots, placed)),
        anchors=tuple(sorted(ends.values()))
        + tuple((s.anchor_x, s.anchor_y) for s in spots if s.is_displaced or len(s.features) > 1),
        dots=dots + tuple(crowded),
        hairlines=tuple(svg_path(line, 0) for line in shapely.clip_by_rect(_hairline_shapes(hairs, viewport), *reach)),
        marks=tuple(mark for spot in reversed(spots) for mark in _cluster_marks(spot, outer, theme)),
        labels=tuple(names),
        placed_labels=tuple(placed),
        inset_outline=outline,
    )


def omitted_line_count(things: Sequence[Feature]) -> int:
    """How many ways of a very crowded year a picture does not show at all."""
    return max(0, sum(thing.kind in LINE_KINDS for thing in things) - MAX_LINES - MAX_HAIRLINES)


def _split_by_density(things: Sequence[Feature]) -> tuple[Sequence[Feature], list[Feature], list[Feature]]:
    """What is drawn with marks and names; of a very crowded year the rest, which is dots, and ways as hairlines."""
    ways = sorted(
        (t for t in things if t.kind in LINE_KINDS), key=lambda t: (CERTAINTY_STYLES.index(t.certainty_style), t.id)
    )
    standing = sorted((t for t in things if t.kind not in LINE_KINDS and t.point), key=importance)
    if len(standing) <= MAX_MARKS and len(ways) <= MAX_LINES:
        return things, [], []
    full = {thing.id for thing in (*standing[:MAX_MARKS], *ways[:MAX_LINES])}
    drawn = [thing for thing in things if thing.id in full]
    hairs = [thing for thing in ways[MAX_LINES : MAX_LINES + MAX_HAIRLINES] if not _is_point(thing)]
    return drawn, standing[MAX_MARKS:], hairs


def _is_in_inset(thing: Feature, inset: Viewport | None) -> bool:
    return inset is not None and thing.point is not None and bool(inset.contains(np.array([thing.point]))[0])


def _is_all_in_inset(thing: Feature, inset: Viewport | None) -> bool:
    """Whether the whole of a line lies in the inset, or it has no line."""
    points = shapely.get_coordinates(thing.shape)
    return len(points) == 0 or (inset is not None and bool(inset.contains(points).all()))


def _is_point(thing: Feature) -> bool:
    return len(shapely.get_coordinates(thing.shape)) < 2


def _page_line(thing: Feature, window: Viewport) -> shapely.LineString:
    """The way of a thing on the page: its parts, which the date line may have cut, joined."""
    points = window.to_page(shapely.get_coordinates(thing.shape))
    # The point opposite the centre of the map is everywhere on its edge, so nowhere.
    points = points[np.isfinite(points).all(axis=1)]
    line = shapely.LineString(points if len(points) > 1 else [])
    return shapely.LineString(line.simplify(0.2).coords)


def _hairline_shapes(things: Sequence[Feature], window: Viewport) -> NDArray[np.object_]:
    """The ways of many things on the page, coarse and all at once; parts that the date line has cut are joined."""
    points, numbers = shapely.get_coordinates([thing.shape for thing in things], return_index=True)
    page = window.to_page(points)
    there = np.isfinite(page).all(axis=1)
    page, numbers = page[there], numbers[there]
    long = (np.bincount(numbers, minlength=len(things)) > 1)[numbers]
    _, numbers = np.unique(numbers[long], return_inverse=True)
    return np.asarray(shapely.simplify(shapely.linestrings(page[long], indices=numbers), 1), dtype=np.object_)


def _dots(things: Sequence[Feature], inset: Viewport | None, window: Viewport) -> tuple[tuple[float, float], ...]:
    inside = {t.point for t in things if t.kind in {"station", "head", "raid"} and _is_in_inset(t, inset) and t.point}
    return tuple(
        sorted(
            {
                (round(float(x), 1), round(float(y), 1))
                for x, y in window.to_page(np.array(sorted(inside)).reshape(-1, 2))
            }
        )
    )


def _inset_outline(inset: Viewport, window: Viewport) -> Box:
    left, bottom, right, top = window.shape_to_page(inset.extent_km()).bounds
    return Box(left, bottom, right, top)


def _cluster_key(spot: Cluster) -> str:
    return f"{spot.features[0].kind}/{spot.features[0].id}"


def _by_importance(spots: Iterable[Cluster]) -> list[Cluster]:
    """Headquarters, what happened this year, the places with most marks, the rest."""
    return sorted(
        spots,
        key=lambda s: (
            all(t.category != "headquarters" for t in s.features),
            all(t.kind != "raid" for t in s.features),
            -len(s.features),
            _cluster_key(s),
        ),
    )


def _cluster_marks(spot: Cluster, things: Sequence[Feature], ink: PosterTheme) -> list[PlacedMark]:
    marks = []
    for thing, (x, y) in zip(spot.features, spot.mark_positions(), strict=True):
        size = spot.mark_size * (1.3 if thing.category == "headquarters" else 1.0)
        marks.append(_mark(thing, x, y, size, ink))
        if thing.kind == "station" and thing.id in spot.staffed_station_ids:
            here = [t for t in things if t.kind == "head" and t.station_id == thing.id]
            surest = min(here, key=lambda t: (CERTAINTY_STYLES.index(t.certainty_style), t.id))
            marks.append(_mark(surest, x + 0.5 * size, y + 0.42 * size, 0.62 * spot.mark_size, ink))
    return marks


def _mark(thing: Feature, x: float, y: float, size: float, ink: PosterTheme) -> PlacedMark:
    said = f"{thing.label}, {thing.place}" if thing.place else thing.label
    return PlacedMark(ink.mark_of(thing), x, y, size, ink.colour_of(thing), thing.certainty_style, thing.disputed, said)


def _accuracy_circles(spots: Sequence[Cluster], window: Viewport) -> tuple[tuple[float, float, float], ...]:
    found = {(s.anchor_x, s.anchor_y, max(t.accuracy_km for t in s.features) / window.km_per_unit) for s in spots}
    return tuple(sorted(ring for ring in found if ring[2] >= 9))


def _leader_paths(spots: Iterable[Cluster], placed: Iterable[PlacedLabel]) -> Iterable[str]:
    for spot in spots:
        if spot.is_displaced and len(spot.features) == 1:
            yield f"M{spot.anchor_x:.1f} {spot.anchor_y:.1f}L{spot.x:.1f} {spot.y:.1f}"
        elif len(spot.features) > 1:
            for x, y in spot.mark_positions():
                yield f"M{spot.anchor_x:.1f} {spot.anchor_y:.1f}L{x:.1f} {y:.1f}"
    for name in placed:
        if name.leader:
            yield "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*name.leader)
