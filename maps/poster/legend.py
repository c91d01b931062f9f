"""The legend under the map of a poster: the marks that the network of the whole period uses, and how doubt is drawn.

It is the same in every year, so that posters side by side can be read alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from maps.lettering import Line, Style
from maps.poster import ground
from maps.poster.arcs import tapered
from maps.poster.ground import Words
from maps.poster.ink import Ink, Mark, Stroke
from maps.poster.things import DASHED, HATCHED, HOLLOW, SOLID, Thing

ROW, GAP, SIGN = 23.0, 17.0, 15.0
TEXT = Style("sans", 11.5)
HEADING = Style("serif", 13, italic=True)


@dataclass
class Legend:
    """Signs and words of the legend, ready for the template."""

    words: list[Words] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    rings: list[tuple[float, float, float]] = field(default_factory=list)
    liaison: list[str] = field(default_factory=list)
    journeys: list[Stroke] = field(default_factory=list)


Draw = Callable[[Legend, float, float], None]


def legend(things: Sequence[Thing], ink: Ink, x: float, y: float, width: float, height: float) -> Legend:
    """The legend in rows within the box given; the rows are set in the middle of its height."""
    groups: list[tuple[str, list[tuple[float, Draw, str]]]] = [
        ("Stations", _kinds(things, "station", ink)),
        ("People", _kinds(things, "head", ink)),
        ("Happenings", _kinds(things, "raid", ink)),
        ("Lines", _lines(things)),
        ("How surely", _doubts(ink)),
    ]
    key, at_x, row = Legend(), x, 0
    placed: list[tuple[Line, float, int, bool]] = []
    draws: list[tuple[Draw, float, int]] = []
    for title, entries in groups:
        for i, (sign, draw, text) in enumerate(entries):
            line, heading = ink.case.line(text, TEXT), ink.case.line(title, HEADING)
            lead = heading.advance + 10 if i == 0 else 0.0
            if at_x > x and at_x + lead + sign + 5 + line.advance > x + width:
                at_x, row = x, row + 1
            if i == 0:
                placed.append((heading, at_x, row, True))
            draws.append((draw, at_x + lead, row))
            placed.append((line, at_x + lead + sign + 5, row, False))
            at_x += lead + sign + 5 + line.advance + GAP
        at_x += GAP if entries else 0
    step = min(ROW, height / (row + 1))
    first = y + (height - step * row) / 2
    for draw, sign_x, n in draws:
        draw(key, sign_x, first + step * n)
    for line, word_x, n, is_heading in placed:
        colour = ink.colours["ink" if is_heading else "inkSoft"]
        key.words.append(ground.words(line, word_x, first + step * n + 3.6, colour))
    return key


def _kinds(things: Sequence[Thing], kind: str, ink: Ink) -> list[tuple[float, Draw, str]]:
    """One entry a mark, in the order of the family: several kinds of event may share one."""
    first: dict[str, Thing] = {}
    for thing in things:
        if thing.kind == kind:
            first.setdefault(ink.mark_of(thing), thing)
    order = [name for name in ink.order if name in first]
    named = {"event": "Other event", "other": "Other station", "person": "Other post"}
    return [
        (SIGN, _sign(ink, name, ink.colour_of(first[name])), named.get(name, name.replace("-", " ").capitalize()))
        for name in order
    ]


def _lines(things: Sequence[Thing]) -> list[tuple[float, Draw, str]]:
    def journey(key: Legend, x: float, y: float) -> None:
        key.journeys.append(
            Stroke(tapered([(x + 2.7 * i, y + 0.1 * i * (i - 10)) for i in range(11)], SOLID), SOLID, "")
        )

    def liaison(key: Legend, x: float, y: float) -> None:
        key.liaison.append(f"M{x:.1f} {y:.1f}h28")

    kinds = {thing.kind for thing in things}
    found: list[tuple[float, Draw, str]] = []
    if "courier" in kinds:
        found.append((32.0, journey, "Journey"))
    if "liaison" in kinds:
        found.append((30.0, liaison, "Liaison, conjectured"))
    return found


def _doubts(ink: Ink) -> list[tuple[float, Draw, str]]:
    def ring(key: Legend, x: float, y: float) -> None:
        key.rings.append((round(x + 8, 1), round(y, 1), 8.0))

    station = ink.colours["station"]
    return [
        (SIGN, _sign(ink, "residency", station), "certain"),
        (SIGN, _sign(ink, "residency", station, HATCHED), "less certain"),
        (SIGN, _sign(ink, "residency", station, HOLLOW), "perhaps in this year"),
        (SIGN, _sign(ink, "residency", station, DASHED), "uncertain"),
        (SIGN, _sign(ink, "residency", station, SOLID, disputed=True), "disputed"),
        (16.0, ring, "somewhere within"),
    ]


def _sign(ink: Ink, name: str, colour: str, look: str = SOLID, disputed: bool = False) -> Draw:
    def draw(key: Legend, x: float, y: float) -> None:
        key.marks.append(Mark(name, x + SIGN / 2, y, SIGN, colour, look, disputed, ""))

    return draw
