"""The words at the spots of a poster: the place, what happened there this year, who was there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from maps.lettering import Line, Style, TypeCase
from maps.poster import ground
from maps.poster.ground import Words
from maps.poster.ink import Ink
from maps.poster.labels import Box, Placed
from maps.poster.things import VAGUE_KM, Spot, Thing
from maps.poster.window import Window
from maps.poster.words import MONTHS, person_of, somewhere_in

NAME_SIZE, LINE_SIZE = 12.5, 9.5
WIDEST = 190.0
HALO = 210.0  # units of EM

# A name in lines, each with its colour; a spot has several such blocks, the fullest first.
Lettered = list[tuple[Line, str]]


def blocks_of(spot: Spot, things: Sequence[Thing], ink: Ink) -> list[Lettered]:
    """The lines of a spot's name: with what happened and who was there, and the name alone."""
    case, colours = ink.case, ink.colours
    first = spot.things[0]
    small = Style("sans", LINE_SIZE)
    places = list(dict.fromkeys(t.place for t in sorted(spot.things, key=lambda t: -t.accuracy_km) if t.place))
    if not places:
        return []
    places[1:] = [place.removesuffix(f", {places[0]}") for place in places[1:]]
    if spot.vague:
        name = (case.line(somewhere_in(places[0]), Style("serif", NAME_SIZE - 1, italic=True)), colours["inkSoft"])
    else:
        name = (case.line(places[0], Style("serif", NAME_SIZE, 600)), colours["ink"])
    happened = [t for t in spot.things if t.kind == "raid"]
    events = list(dict.fromkeys((_event(t), ink.colour_of(t)) for t in happened))[:2]
    stations = {t.id for t in spot.things if t.kind == "station"}
    here = {t.place_id for t in spot.things}
    posts = [t for t in things if t.kind == "head" and (t.station_id in stations or t.place_id in here)]
    posts.sort(key=lambda t: (t.category != "head", t.possible, t.id))
    people = list(dict.fromkeys(person_of(t) for t in posts))
    lines = [name, *((case.line(said, small), colour) for said, colour in events)]
    if people:
        lines.append((_people(people, small, case), colours["inkSoft"]))
    if len(places) > 1 and first.kind == "station":
        lines.append((case.shortened("with " + ", ".join(places[1:4]), small, WIDEST), colours["inkSoft"]))
    blocks = [lines, [name]] if len(lines) > 1 else [lines]
    if spot.vague:  # the slant and the hatched ring still say that it is somewhere within
        blocks.append([(case.line(places[0], Style("serif", NAME_SIZE - 1, italic=True)), colours["inkSoft"])])
    return blocks


def place_name(thing: Thing, ink: Ink) -> tuple[Line, str]:
    """The place of a thing in one line."""
    vague = thing.accuracy_km >= VAGUE_KM
    return ink.case.line(thing.place, Style("serif", NAME_SIZE - 1.5, italic=vague)), ink.colours["inkSoft"]


def destinations(things: Iterable[Thing]) -> dict[str, Thing]:
    """A journey for each place where one ends, by a key of the place."""
    return {f"end/{t.place_id}": t for t in things if t.kind == "courier" and t.place and t.point}


def unnamed_ends(things: Iterable[Thing], taken: Sequence[Box], window: Window) -> dict[str, tuple[float, float]]:
    """Where journeys end at places without a mark of their own, which would go unnamed."""
    ends = {}
    for key, thing in destinations(things).items():
        at = np.array([thing.point])
        x, y = (float(v) for v in window.page(at)[0])
        if window.holds(at)[0] and not any(Box(x, y, x, y).overlaps(box) for box in taken):
            ends[key] = (x, y)
    return ends


def sizes_of(blocks: Sequence[Lettered]) -> tuple[tuple[float, float], ...]:
    """Width and height of each block."""
    return tuple(_size(block) for block in blocks)


def set_block(block: Lettered, placed: Placed) -> list[Words]:
    """The block in its place: flush with the mark that it belongs to."""
    top, out = placed.box.top, []
    for i, (line, colour) in enumerate(block):
        height = line.style.size * (1.02 if i == 0 else 1.16)
        free = placed.box.right - placed.box.left - line.advance
        x = placed.box.left + {"right": 0.0, "left": free, "middle": free / 2}[placed.side]
        out.append(ground.words(line, x, top + height * 0.79, colour, HALO))
        top += height
    return out


def _size(block: Lettered) -> tuple[float, float]:
    heights = [line.style.size * (1.02 if i == 0 else 1.16) for i, (line, _) in enumerate(block)]
    return max(line.advance for line, _ in block), sum(heights)


def _people(names: Sequence[str], style: Style, case: TypeCase) -> Line:
    """As many of two names as there is room for, and how many more."""
    for kept in (2, 1):
        more = f" and {len(names) - kept} more" if len(names) > kept else ""
        line = case.line(", ".join(names[:kept]) + more, style)
        if line.advance <= WIDEST:
            return line
    return case.shortened(names[0], style, WIDEST)


def _event(thing: Thing) -> str:
    what = thing.category.replace("-", " ") if thing.category != "other" else "event"
    when = MONTHS[thing.month - 1] if thing.month else "perhaps" if thing.possible else ""
    return f"{what}, {when}" if when else what
