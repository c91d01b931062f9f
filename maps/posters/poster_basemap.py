"""The basemap of a poster: land with its waterlines and graticule as SVG paths, names of seas and of states."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import shapely

from maps.ground import projection
from maps.ground.base_map import BaseMap, Sea
from maps.ground.projection import Floats
from maps.ground.svg_path import svg_path
from maps.ground.viewport import Viewport
from maps.posters.font_files import UNITS_PER_EM
from maps.posters.label_layout import Box
from maps.posters.svg_text import GlyphRun, PlacedText, text_at
from maps.posters.typesetting import FontSet, TextLine, TextStyle

# A bend of the coast smaller than this is finer than a printed line; page units.
SIMPLIFY_TOLERANCE = 0.6
POLITY_OPACITY = 0.75
MIN_ISLAND_AREA = 2.0  # page units squared
# Waterlines: the distance of each from the one before, and the smallest land area that gets them.
WATERLINE_STEPS = (2.6, 3.4)
MIN_WATERLINED_AREA = 30.0
# Distance between the lines of a hatch; the pattern of the legend has the same.
HATCH_SPACING = 5.0


@dataclass(frozen=True)
class PolityLabel:
    """The name of a state of the year, its position, and its size class (1 is the largest)."""

    name: str
    lon: float
    lat: float
    size: int


@lru_cache(maxsize=4)  # the basemap is the same in every year
def visible_land(base: BaseMap, viewport: Viewport) -> shapely.geometry.base.BaseGeometry:
    """The land in a viewport in page units, simplified to what the page can show, and a little beyond the frame.

    The margin keeps the stroke of the cut edge out of sight.
    """
    extent = viewport.extent_km(margin=24)
    parts = [part for part in base.land.geoms if part.area >= MIN_ISLAND_AREA * viewport.km_per_unit**2]
    near = shapely.MultiPolygon([part for part in parts if part.intersects(extent)])
    shape = near.simplify(SIMPLIFY_TOLERANCE * viewport.km_per_unit).buffer(0).intersection(extent)
    return viewport.shape_to_page(shape)


@lru_cache(maxsize=4)
def land_path(base: BaseMap, viewport: Viewport) -> str:
    """Path data of the land in a viewport."""
    return svg_path(visible_land(base, viewport))


def land_hatches(
    base: BaseMap, viewport: Viewport, accuracy_circles: Sequence[tuple[float, float, float]]
) -> tuple[str, ...]:
    """Hatch lines on the land within each circle (x, y, radius in page units): a place is not somewhere at sea."""
    visible = visible_land(base, viewport)
    inside = (
        hatch_path(shapely.Point(x, y).buffer(r, quad_segs=16).intersection(visible)) for x, y, r in accuracy_circles
    )
    return tuple(lines for lines in inside if lines)


def hatch_path(shape: shapely.geometry.base.BaseGeometry) -> str:
    """Diagonal lines across a shape in page units, aligned over the page. An SVG pattern would take ten times as long to draw.

    >>> hatch_path(shapely.box(0, 0, 10, 5)), hatch_path(shapely.Polygon())
    ('M0 .4l.4-.4M2.4 5l5-5M9.5 5l.5-.5', '')
    """
    if shape.is_empty:
        return ""
    left, top, right, bottom = shape.bounds
    step = HATCH_SPACING * math.sqrt(2)  # along an edge of the page
    sums = np.arange(math.ceil((left + top) / step - 0.05), (right + bottom) / step - 0.05) * step + 0.05 * step
    ends = np.stack([np.full_like(sums, left), sums - left, np.full_like(sums, right), sums - right], axis=1)
    return svg_path(shapely.MultiLineString(list(ends.reshape(-1, 2, 2))).intersection(shape))


@lru_cache(maxsize=4)  # the basemap is the same in every year
def waterlines(base: BaseMap, viewport: Viewport) -> tuple[str, ...]:
    """Lines that follow the coast out to sea, nearest first, smoother the farther out, as on engraved maps."""
    scale, extent = viewport.km_per_unit, viewport.extent_km(margin=8)
    near = [p for p in base.land_coarse.geoms if p.intersects(extent)]
    large = [p for p in near if p.area >= MIN_WATERLINED_AREA * scale**2]
    lines, shape = [], shapely.union_all(large)
    for step in WATERLINE_STEPS:
        shape = shape.buffer(step * scale, quad_segs=4).simplify(0.25 * scale)
        lines.append(svg_path(viewport.shape_to_page(shape.boundary.intersection(extent))))
    return tuple(lines)


@lru_cache(maxsize=4)  # the basemap is the same in every year
def graticule_path(base: BaseMap, viewport: Viewport) -> str:
    """Path data of the graticule in a viewport."""
    inside = base.graticule.intersection(viewport.extent_km()).simplify(0.3 * viewport.km_per_unit)
    return svg_path(viewport.shape_to_page(inside))


def border_path(borders: shapely.MultiLineString, viewport: Viewport) -> str:
    """Path data of the user's own borders in a viewport."""
    inside = borders.intersection(viewport.extent_km()).simplify(0.3 * viewport.km_per_unit)
    return svg_path(viewport.shape_to_page(inside))


@lru_cache(maxsize=4)  # the basemap is the same in every year
def outside_disc_path(viewport: Viewport) -> str:
    """Path data of what lies outside the disc of the map; empty where the viewport does not reach that far."""
    disc = shapely.Point(0, 0).buffer(projection.CLIP_KM, quad_segs=90)
    return svg_path(viewport.shape_to_page(viewport.extent_km().difference(disc)))


def place_sea_names(
    seas: Iterable[Sea], viewport: Viewport, fonts: FontSet, colour: str, occupied: list[Box]
) -> list[PlacedText]:
    """Names of the seas along their curves, where they fit and cover nothing; adds their boxes to `occupied`."""
    names = []
    for sea in seas:
        for style, boxes, transforms in _fitting_settings(sea, viewport):
            if not any(b.overlaps(t) for b in boxes for t in occupied):
                glyphs = fonts.typeset(sea.name, style).glyphs
                glyph_entries = (
                    (glyph.glyph_id, 0, round(glyph.y / style.font_size * UNITS_PER_EM)) for glyph in glyphs
                )
                runs = tuple(
                    GlyphRun(transform, (glyph_entry,))
                    for transform, glyph_entry in zip(transforms, glyph_entries, strict=True)
                )
                names.append(PlacedText(sea.name, runs, colour))
                occupied.extend(boxes)
                break
    return names


@lru_cache(maxsize=256)  # the same in every year
def _fitting_settings(sea: Sea, viewport: Viewport) -> tuple[tuple[TextStyle, tuple[Box, ...], tuple[str, ...]], ...]:
    """Style, boxes and transforms with which the name of a sea fits its curve within the frame, the largest first."""
    curve = shapely.get_coordinates(viewport.shape_to_page(sea.label_line))
    length = float(np.hypot(*np.diff(curve, axis=0).T).sum())
    frame, fonts, settings = _frame_box(viewport), FontSet(), []
    for size in {3: (16.0, 14.0, 12.0), 2: (12.0, 10.5, 9.0), 1: (10.0, 9.0, 8.0)}[sea.size]:
        unspaced = fonts.typeset(sea.name, TextStyle("serif", size, italic=True))
        spacing = (length - unspaced.advance) / max(1, len(unspaced.glyphs) - 1)
        if spacing < 0.06 * size:
            continue
        style = TextStyle("serif", size, italic=True, letter_spacing=round(min(spacing, 0.55 * size), 1))
        boxes, transforms = _glyphs_along_curve(fonts.typeset(sea.name, style), curve, length)
        if all(box.inside(frame) for box in boxes):
            settings.append((style, tuple(boxes), tuple(transforms)))
    return tuple(settings)


def place_polity_names(
    polities: Sequence[PolityLabel],
    viewport: Viewport,
    fonts: FontSet,
    colour: str,
    occupied: list[Box],
    lines: shapely.geometry.base.BaseGeometry,
) -> list[PlacedText]:
    """Names of states in spaced capitals, moved a little to avoid marks and lines.

    Larger states come first, then those that are given first.
    """
    frame = _frame_box(viewport)
    names = []
    for polity in sorted(polities, key=lambda p: p.size):
        size = {1: 12.0, 2: 9.5}.get(polity.size, 7.5)
        km = projection.project_points([polity.lon], [polity.lat])
        if not np.isfinite(km).all() or np.hypot(*km[0]) > projection.CLIP_KM:
            continue
        x, y = viewport.to_page(km)[0]
        line = fonts.typeset(polity.name.upper(), TextStyle("serif", size, letter_spacing=round(size * 0.26, 1)))
        for dx, dy in ((0, 0), (0, 12), (0, -12), (0, 22), (0, -22), (24, 0), (-24, 0), (30, 14), (-30, 14)):
            left, base = x + dx - line.advance / 2, y + dy + size * 0.33
            box = Box(left, base - size * 0.72, left + line.advance, base + size * 0.1).buffered(2)
            free = box.inside(frame) and not any(box.overlaps(t) for t in occupied)
            if free and not lines.intersects(shapely.box(box.left, box.top, box.right, box.bottom)):
                names.append(replace(text_at(line, left, base, colour), opacity=POLITY_OPACITY))
                occupied.append(box)
                break
    return names


def _glyphs_along_curve(line: TextLine, curve: Floats, length: float) -> tuple[list[Box], list[str]]:
    """The box and the transform of each glyph of a text centred on a curve."""
    steps = np.hypot(*np.diff(curve, axis=0).T)
    at = np.concatenate([[0.0], np.cumsum(steps)])
    begin = (length - line.advance) / 2
    size = line.style.font_size
    boxes, transforms = [], []
    for glyph in line.glyphs:
        middle = begin + glyph.x + (glyph.advance - line.style.letter_spacing) / 2
        x, y = (float(np.interp(middle, at, curve[:, axis])) for axis in (0, 1))
        i = int(np.clip(np.searchsorted(at, middle) - 1, 0, len(steps) - 1))
        angle = math.atan2(curve[i + 1, 1] - curve[i, 1], curve[i + 1, 0] - curve[i, 0])
        half = (glyph.advance - line.style.letter_spacing) / 2
        x, y = x - half * math.cos(angle), y - half * math.sin(angle)
        transforms.append(
            f"translate({x:.1f} {y:.1f}) rotate({math.degrees(angle):.1f}) scale({size / UNITS_PER_EM:.4g})"
        )
        boxes.append(Box(x, y, x, y).buffered(size * 0.55))
    return boxes, transforms


def _frame_box(viewport: Viewport) -> Box:
    return Box(viewport.x, viewport.y, viewport.x + viewport.width, viewport.y + viewport.height).buffered(-8)
