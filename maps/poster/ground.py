"""The ground of a poster as SVG paths: land with its coast lines, graticule, names of seas and of states."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import shapely

from maps import projection
from maps.base import BaseMap, Sea
from maps.lettering import EM, Line, Style, TypeCase
from maps.poster.labels import Box
from maps.poster.window import Floats, Window

# A bend of the coast smaller than this is finer than a printed line.
FINEST = 0.6
POLITY_OPACITY = 0.75
SMALLEST_ISLAND = 2.0  # page units squared
# The lines along the coast: how far each lies from the one before, and the least land that gets them.
COAST_STEPS = (2.6, 3.4)
LEAST_COASTED = 30.0
# How far apart the lines of a hatch are; the pattern of the legend has them as wide.
HATCH = 5.0


@dataclass(frozen=True)
class Run:
    """One glyph or more set as one piece: moved, turned and scaled as a whole."""

    transform: str
    glyphs: tuple[tuple[str, int, int], ...]  # sort, x, y in units of EM


@dataclass(frozen=True)
class Words:
    """A text on the page: outlines, and the words that they say."""

    text: str
    runs: tuple[Run, ...]
    colour: str
    halo: float = 0.0  # width of the halo in units of EM; nought for none
    opacity: float = 1.0  # of the letters, not of the halo


@dataclass(frozen=True)
class Polity:
    """The name of a state of the year, where it stands, and how large it is written (1 the largest)."""

    name: str
    lon: float
    lat: float
    size: int


def words(line: Line, x: float, y: float, colour: str, halo: float = 0.0) -> Words:
    """A line set with the beginning of its base line at (x, y)."""
    scale = line.style.size / EM
    glyphs = tuple((g.sort, round(g.x / scale), round(g.y / scale)) for g in line.glyphs)
    return Words(line.text, (Run(f"translate({x:.1f} {y:.1f}) scale({scale:.4g})", glyphs),), colour, halo)


def path(shape: shapely.geometry.base.BaseGeometry, digits: int = 1) -> str:
    """SVG path data of lines and polygons in page units, each step told from the point before."""
    out: list[str] = []
    for part in shapely.get_parts(shape):
        if part.is_empty:
            continue
        if isinstance(part, shapely.Polygon):
            out += [_steps(ring, digits) + "z" for ring in (part.exterior, *part.interiors)]
        elif isinstance(part, shapely.LineString):
            out.append(_steps(part, digits))
    return "".join(out)


@lru_cache(maxsize=4)  # the ground is the same in every year
def land(base: BaseMap, window: Window) -> shapely.geometry.base.BaseGeometry:
    """The land in a window in page units, as fine as the page can show it, a little beyond the frame so that no edge is stroked."""
    ground = window.ground_km(beyond=24)
    parts = [part for part in base.land.geoms if part.area >= SMALLEST_ISLAND * window.km_per_unit**2]
    near = shapely.MultiPolygon([part for part in parts if part.intersects(ground)])
    shape = near.simplify(FINEST * window.km_per_unit).buffer(0).intersection(ground)
    return window.drawn(shape)


@lru_cache(maxsize=4)
def land_path(base: BaseMap, window: Window) -> str:
    """The land in a window."""
    return path(land(base, window))


def ashore(base: BaseMap, window: Window, rings: Sequence[tuple[float, float, float]]) -> tuple[str, ...]:
    """The hatch on what of each ring (x, y, radius in page units) is land: a place is not somewhere at sea."""
    whole = land(base, window)
    inside = (hatched(shapely.Point(x, y).buffer(r, quad_segs=16).intersection(whole)) for x, y, r in rings)
    return tuple(lines for lines in inside if lines)


def hatched(shape: shapely.geometry.base.BaseGeometry) -> str:
    """Slanting lines across a shape in page units, those of one page in line: a pattern takes ten times as long to draw.

    >>> hatched(shapely.box(0, 0, 10, 5)), hatched(shapely.Polygon())
    ('M0 .4l.4-.4M2.4 5l5-5M9.5 5l.5-.5', '')
    """
    if shape.is_empty:
        return ""
    left, top, right, bottom = shape.bounds
    step = HATCH * math.sqrt(2)  # along an edge of the page
    sums = np.arange(math.ceil((left + top) / step - 0.05), (right + bottom) / step - 0.05) * step + 0.05 * step
    ends = np.stack([np.full_like(sums, left), sums - left, np.full_like(sums, right), sums - right], axis=1)
    return path(shapely.MultiLineString(list(ends.reshape(-1, 2, 2))).intersection(shape))


@lru_cache(maxsize=4)  # the ground is the same in every year
def coast_lines(base: BaseMap, window: Window) -> tuple[str, ...]:
    """The lines that follow a coast out to sea, nearest first, smoother the farther they are, as engravers drew them."""
    scale, ground = window.km_per_unit, window.ground_km(beyond=8)
    near = [p for p in base.land_coarse.geoms if p.intersects(ground)]
    large = [p for p in near if p.area >= LEAST_COASTED * scale**2]
    lines, shape = [], shapely.union_all(large)
    for step in COAST_STEPS:
        shape = shape.buffer(step * scale, quad_segs=4).simplify(0.25 * scale)
        lines.append(path(window.drawn(shape.boundary.intersection(ground))))
    return tuple(lines)


@lru_cache(maxsize=4)  # the ground is the same in every year
def graticule_path(base: BaseMap, window: Window) -> str:
    """The graticule in a window."""
    inside = base.graticule.intersection(window.ground_km()).simplify(0.3 * window.km_per_unit)
    return path(window.drawn(inside))


def border_path(borders: shapely.MultiLineString, window: Window) -> str:
    """The user's own borders in a window."""
    inside = borders.intersection(window.ground_km()).simplify(0.3 * window.km_per_unit)
    return path(window.drawn(inside))


@lru_cache(maxsize=4)  # the ground is the same in every year
def limb_path(window: Window) -> str:
    """What lies beyond the edge of the map's disc, where the window reaches that far; empty elsewhere."""
    disc = shapely.Point(0, 0).buffer(projection.CLIP_KM, quad_segs=90)
    return path(window.drawn(window.ground_km().difference(disc)))


def sea_names(seas: Iterable[Sea], window: Window, case: TypeCase, colour: str, taken: list[Box]) -> list[Words]:
    """Names of the seas along their sweeps, where they fit and cover nothing; what they cover joins `taken`."""
    names = []
    for sea in seas:
        for style, boxes, turns in _sweeps(sea, window):
            if not any(b.overlaps(t) for b in boxes for t in taken):
                glyphs = case.line(sea.name, style).glyphs
                sorts = ((glyph.sort, 0, round(glyph.y / style.size * EM)) for glyph in glyphs)
                runs = tuple(Run(turn, (sort,)) for turn, sort in zip(turns, sorts, strict=True))
                names.append(Words(sea.name, runs, colour))
                taken.extend(boxes)
                break
    return names


@lru_cache(maxsize=256)  # the same in every year
def _sweeps(sea: Sea, window: Window) -> tuple[tuple[Style, tuple[Box, ...], tuple[str, ...]], ...]:
    """The ways in which the name of a sea fits its sweep within the frame, the largest first."""
    sweep = shapely.get_coordinates(window.drawn(sea.sweep))
    length = float(np.hypot(*np.diff(sweep, axis=0).T).sum())
    frame, case, ways = _frame(window), TypeCase(), []
    for size in {3: (16.0, 14.0, 12.0), 2: (12.0, 10.5, 9.0), 1: (10.0, 9.0, 8.0)}[sea.size]:
        bare = case.line(sea.name, Style("serif", size, italic=True))
        room = (length - bare.advance) / max(1, len(bare.glyphs) - 1)
        if room < 0.06 * size:
            continue
        style = Style("serif", size, italic=True, tracking=round(min(room, 0.55 * size), 1))
        boxes, turns = _along(case.line(sea.name, style), sweep, length)
        if all(box.inside(frame) for box in boxes):
            ways.append((style, tuple(boxes), tuple(turns)))
    return tuple(ways)


def polity_names(
    polities: Sequence[Polity],
    window: Window,
    case: TypeCase,
    colour: str,
    taken: list[Box],
    lines: shapely.geometry.base.BaseGeometry,
) -> list[Words]:
    """Names of states in spaced capitals, larger states first, moved a little where a mark or a line is in the way."""
    frame = _frame(window)
    names = []
    for polity in sorted(polities, key=lambda p: (p.size, p.name, p.lon)):
        size = {1: 12.0, 2: 9.5}.get(polity.size, 7.5)
        km = projection.project_points([polity.lon], [polity.lat])
        if not np.isfinite(km).all() or np.hypot(*km[0]) > projection.CLIP_KM:
            continue
        x, y = window.page(km)[0]
        line = case.line(polity.name.upper(), Style("serif", size, tracking=round(size * 0.26, 1)))
        for dx, dy in ((0, 0), (0, 12), (0, -12), (0, 22), (0, -22), (24, 0), (-24, 0), (30, 14), (-30, 14)):
            left, base = x + dx - line.advance / 2, y + dy + size * 0.33
            box = Box(left, base - size * 0.72, left + line.advance, base + size * 0.1).wider(2)
            free = box.inside(frame) and not any(box.overlaps(t) for t in taken)
            if free and not lines.intersects(shapely.box(box.left, box.top, box.right, box.bottom)):
                names.append(replace(words(line, left, base, colour), opacity=POLITY_OPACITY))
                taken.append(box)
                break
    return names


def _along(line: Line, sweep: Floats, length: float) -> tuple[list[Box], list[str]]:
    """Where each glyph stands on the curve, turned with it, the whole in its middle."""
    steps = np.hypot(*np.diff(sweep, axis=0).T)
    at = np.concatenate([[0.0], np.cumsum(steps)])
    begin = (length - line.advance) / 2
    size = line.style.size
    boxes, turns = [], []
    for glyph in line.glyphs:
        middle = begin + glyph.x + (glyph.advance - line.style.tracking) / 2
        x, y = (float(np.interp(middle, at, sweep[:, axis])) for axis in (0, 1))
        i = int(np.clip(np.searchsorted(at, middle) - 1, 0, len(steps) - 1))
        angle = math.atan2(sweep[i + 1, 1] - sweep[i, 1], sweep[i + 1, 0] - sweep[i, 0])
        half = (glyph.advance - line.style.tracking) / 2
        x, y = x - half * math.cos(angle), y - half * math.sin(angle)
        turns.append(f"translate({x:.1f} {y:.1f}) rotate({math.degrees(angle):.1f}) scale({size / EM:.4g})")
        boxes.append(Box(x, y, x, y).wider(size * 0.55))
    return boxes, turns


def _frame(window: Window) -> Box:
    return Box(window.x, window.y, window.x + window.width, window.y + window.height).wider(-8)


def _steps(line: shapely.LineString, digits: int) -> str:
    """Relative steps in the shortest decimal writing; rounding never adds up, since each starts from the rounded point."""
    grid = 10**digits
    points = np.rint(shapely.get_coordinates(line) * grid).astype(int)
    steps = np.diff(points, axis=0)
    steps = steps[(steps != 0).any(axis=1)]
    numbers = [_number(n, digits) for n in (*points[0], *steps.ravel())]
    text = f"M{numbers[0]} {numbers[1]}"
    return text + ("l" + " ".join(numbers[2:]).replace(" -", "-") if len(numbers) > 2 else "")


def _number(value: int, digits: int) -> str:
    if not digits:
        return str(value)
    text = f"{value / 10**digits:.{digits}f}".rstrip("0").rstrip(".")
    if text.startswith("0.") or text.startswith("-0."):
        text = text.replace("0.", ".", 1)
    return text if text not in {"-0", ""} else "0"
