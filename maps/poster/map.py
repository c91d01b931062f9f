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

from maps.base import BaseMap
from maps.poster import ground
from maps.poster.arcs import journeys_of
from maps.poster.ground import Polity, Words
from maps.poster.ink import Ink, Mark, Stroke
from maps.poster.labels import Box, Placed, Wanted, place
from maps.poster.names import blocks_of, destinations, place_name, set_block, sizes_of, unnamed_ends
from maps.poster.things import LOOKS, Spot, Thing, importance, spots_of
from maps.poster.window import Window

WAYS = frozenset(("courier", "liaison"))
MARK, MARK_INSET = 15.0, 16.5
# More than this nobody could tell apart on a page, and to keep them from each other would take hours.
MOST_MARKS, MOST_WAYS = 120, 60
# And of the other ways so many as hairlines, which are a haze by then: the foot says how many there are besides.
MOST_HAIRS = 300


@dataclass(frozen=True)
class Picture:
    """Everything that is drawn in a window, in the order in which it is printed."""

    id: str
    window: Window
    land: str
    coast: tuple[str, ...]
    graticule: str
    borders: str
    limb: str
    seas: tuple[Words, ...]
    polities: tuple[Words, ...]
    rings: tuple[tuple[float, float, float], ...]
    hatch: tuple[str, ...]  # lines on the land within each ring that has some
    liaison: tuple[Stroke, ...]
    journeys: tuple[Stroke, ...]
    leaders: str
    hubs: tuple[tuple[float, float], ...]
    dots: tuple[tuple[float, float], ...]
    hairs: tuple[str, ...]  # ways of a crowded year that are not drawn in full
    marks: tuple[Mark, ...]
    names: tuple[Words, ...]
    placed: tuple[Placed, ...]
    inset: Box | None  # the outline of what the inset shows


def picture(
    name: str,
    things: Sequence[Thing],
    base: BaseMap,
    window: Window,
    ink: Ink,
    polities: Sequence[Polity] = (),
    borders: shapely.MultiLineString | None = None,
    inset: Window | None = None,
) -> Picture:
    """What a window shows of a year.

    Parameters
    ----------
    name : str
        Prefix of the ids in the document.
    inset : Window, optional
        Another window, drawn upon this one: what stands in it is a dot here, and named there.
    """
    things, crowd, hairs = _in_full(things)
    outer = [thing for thing in things if not _within(thing, inset)]
    spots = spots_of(outer, window, MARK if name == "main" else MARK_INSET)
    here = [thing for thing in things if thing.kind in WAYS and not _within_all(thing, inset)]
    journeys, ways = journeys_of([t for t in here if t.kind == "courier"], spots, window)
    liaison = [(t, _line(t, window)) for t in here if t.kind == "liaison" and not _is_point(t)]
    taken = [Box(s.x, s.y, s.x, s.y).wider(s.reach) for s in spots]
    dots = _dots(things, inset, window)
    points = np.array([thing.point for thing in crowd]).reshape(-1, 2)
    crowded = sorted({(round(float(x)), round(float(y))) for x, y in window.page(points[window.holds(points)])})
    taken += [Box(x, y, x, y).wider(3) for x, y in dots]
    if inset:
        taken.append(Box(inset.x, inset.y, inset.x + inset.width, inset.y + inset.height).wider(4))
    frame = Box(window.x, window.y, window.x + window.width, window.y + window.height).wider(-9)
    ends = unnamed_ends(here, taken, window)
    taken += [Box(x, y, x, y).wider(4) for x, y in ends.values()]
    blocks = {_key(spot): blocks_of(spot, outer, ink) for spot in spots}
    blocks |= {name: [[place_name(thing, ink)]] for name, thing in destinations(here).items() if name in ends}
    wanted = [Wanted(_key(s), s.x, s.y, s.reach - 1, sizes_of(blocks[_key(s)])) for s in _by_rank(spots)]
    wanted += [Wanted(name, x, y, 4, sizes_of(blocks[name])) for name, (x, y) in sorted(ends.items())]
    lines = shapely.MultiLineString(ways)
    placed = place(wanted, frame, taken, [(lines, 7), (shapely.MultiLineString([line for _, line in liaison]), 3)])
    taken += [p.box for p in placed]
    names = [word for p in placed for word in set_block(blocks[p.key][p.variant], p)]
    outline = _outline(inset, window) if inset else None
    if outline:
        taken.append(outline)  # states and seas in it are named in the inset
    colours, rings = ink.colours, _rings(spots, window)
    reach = window.x - 30, window.y - 30, window.x + window.width + 30, window.y + window.height + 30
    return Picture(
        id=name,
        window=window,
        land=ground.land_path(base, window),
        coast=ground.coast_lines(base, window),
        graticule=ground.graticule_path(base, window),
        borders=ground.border_path(borders, window) if borders else "",
        limb=ground.limb_path(window),
        polities=tuple(ground.polity_names(polities, window, ink.case, colours["polity"], taken, lines)),
        seas=tuple(ground.sea_names(base.seas, window, ink.case, colours["seaName"], taken)),
        rings=rings,
        hatch=ground.ashore(base, window, rings),
        # Cut a little beyond the frame: what reaches far out would make the cut at the frame itself slow.
        liaison=tuple(Stroke(ground.path(shapely.clip_by_rect(line, *reach)), t.look, t.label) for t, line in liaison),
        journeys=journeys,
        leaders="".join(_leaders(spots, placed)),
        hubs=tuple(sorted(ends.values())) + tuple((s.hub_x, s.hub_y) for s in spots if s.moved or len(s.things) > 1),
        dots=dots + tuple(crowded),
        hairs=tuple(ground.path(line, 0) for line in shapely.clip_by_rect(_hairs(hairs, window), *reach)),
        marks=tuple(mark for spot in reversed(spots) for mark in _marks(spot, outer, ink)),
        names=tuple(names),
        placed=tuple(placed),
        inset=outline,
    )


def ways_left_out(things: Sequence[Thing]) -> int:
    """How many ways of a very crowded year a picture does not show at all."""
    return max(0, sum(thing.kind in WAYS for thing in things) - MOST_WAYS - MOST_HAIRS)


def _in_full(things: Sequence[Thing]) -> tuple[Sequence[Thing], list[Thing], list[Thing]]:
    """What is drawn with marks and names; of a very crowded year the rest, which is dots, and ways as hairlines."""
    ways = sorted((t for t in things if t.kind in WAYS), key=lambda t: (LOOKS.index(t.look), t.id))
    standing = sorted((t for t in things if t.kind not in WAYS and t.point), key=importance)
    if len(standing) <= MOST_MARKS and len(ways) <= MOST_WAYS:
        return things, [], []
    full = {thing.id for thing in (*standing[:MOST_MARKS], *ways[:MOST_WAYS])}
    drawn = [thing for thing in things if thing.id in full]
    hairs = [thing for thing in ways[MOST_WAYS : MOST_WAYS + MOST_HAIRS] if not _is_point(thing)]
    return drawn, standing[MOST_MARKS:], hairs


def _within(thing: Thing, inset: Window | None) -> bool:
    return inset is not None and thing.point is not None and bool(inset.holds(np.array([thing.point]))[0])


def _within_all(thing: Thing, inset: Window | None) -> bool:
    """Whether the whole of a line lies in the inset, or it has no line."""
    points = shapely.get_coordinates(thing.shape)
    return len(points) == 0 or (inset is not None and bool(inset.holds(points).all()))


def _is_point(thing: Thing) -> bool:
    return len(shapely.get_coordinates(thing.shape)) < 2


def _line(thing: Thing, window: Window) -> shapely.LineString:
    """The way of a thing on the page: its parts, which the date line may have cut, joined."""
    points = window.page(shapely.get_coordinates(thing.shape))
    # The point opposite the centre of the map is everywhere on its edge, so nowhere.
    points = points[np.isfinite(points).all(axis=1)]
    line = shapely.LineString(points if len(points) > 1 else [])
    return shapely.LineString(line.simplify(0.2).coords)


def _hairs(things: Sequence[Thing], window: Window) -> NDArray[np.object_]:
    """The ways of many things on the page, coarse and all at once; parts that the date line has cut are joined."""
    points, numbers = shapely.get_coordinates([thing.shape for thing in things], return_index=True)
    page = window.page(points)
    there = np.isfinite(page).all(axis=1)
    page, numbers = page[there], numbers[there]
    long = (np.bincount(numbers, minlength=len(things)) > 1)[numbers]
    _, numbers = np.unique(numbers[long], return_inverse=True)
    return np.asarray(shapely.simplify(shapely.linestrings(page[long], indices=numbers), 1), dtype=np.object_)


def _dots(things: Sequence[Thing], inset: Window | None, window: Window) -> tuple[tuple[float, float], ...]:
    inside = {t.point for t in things if t.kind in {"station", "head", "raid"} and _within(t, inset) and t.point}
    return tuple(
        sorted(
            {(round(float(x), 1), round(float(y), 1)) for x, y in window.page(np.array(sorted(inside)).reshape(-1, 2))}
        )
    )


def _outline(inset: Window, window: Window) -> Box:
    left, bottom, right, top = window.drawn(inset.ground_km()).bounds
    return Box(left, bottom, right, top)


def _key(spot: Spot) -> str:
    return f"{spot.things[0].kind}/{spot.things[0].id}"


def _by_rank(spots: Iterable[Spot]) -> list[Spot]:
    """Headquarters, what happened this year, the places with most marks, the rest."""
    return sorted(
        spots,
        key=lambda s: (
            all(t.category != "headquarters" for t in s.things),
            all(t.kind != "raid" for t in s.things),
            -len(s.things),
            _key(s),
        ),
    )


def _marks(spot: Spot, things: Sequence[Thing], ink: Ink) -> list[Mark]:
    marks = []
    for thing, (x, y) in zip(spot.things, spot.positions(), strict=True):
        size = spot.mark * (1.3 if thing.category == "headquarters" else 1.0)
        marks.append(_mark(thing, x, y, size, ink))
        if thing.kind == "station" and thing.id in spot.staffed:
            here = [t for t in things if t.kind == "head" and t.station_id == thing.id]
            surest = min(here, key=lambda t: (LOOKS.index(t.look), t.id))
            marks.append(_mark(surest, x + 0.5 * size, y + 0.42 * size, 0.62 * spot.mark, ink))
    return marks


def _mark(thing: Thing, x: float, y: float, size: float, ink: Ink) -> Mark:
    said = f"{thing.label}, {thing.place}" if thing.place else thing.label
    return Mark(ink.mark_of(thing), x, y, size, ink.colour_of(thing), thing.look, thing.disputed, said)


def _rings(spots: Sequence[Spot], window: Window) -> tuple[tuple[float, float, float], ...]:
    found = {(s.hub_x, s.hub_y, max(t.accuracy_km for t in s.things) / window.km_per_unit) for s in spots}
    return tuple(sorted(ring for ring in found if ring[2] >= 9))


def _leaders(spots: Iterable[Spot], placed: Iterable[Placed]) -> Iterable[str]:
    for spot in spots:
        if spot.moved and len(spot.things) == 1:
            yield f"M{spot.hub_x:.1f} {spot.hub_y:.1f}L{spot.x:.1f} {spot.y:.1f}"
        elif len(spot.things) > 1:
            for x, y in spot.positions():
                yield f"M{spot.hub_x:.1f} {spot.hub_y:.1f}L{x:.1f} {y:.1f}"
    for name in placed:
        if name.leader:
            yield "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*name.leader)
