"""The legend under the map of a poster: the marks that the network of the whole period uses, and how doubt is drawn.

It is the same in every year, so that posters side by side can be read alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from maps.posters.poster_features import DASHED, HATCHED, HOLLOW, SOLID, Feature
from maps.posters.poster_routes import tapered_arrow_path
from maps.posters.poster_theme import PlacedMark, PosterTheme, StyledPath
from maps.posters.svg_text import PlacedText, text_at
from maps.posters.typesetting import TextLine, TextStyle

ROW_HEIGHT, ENTRY_GAP, SYMBOL_SIZE = 23.0, 17.0, 15.0
TEXT = TextStyle("sans", 11.5)
HEADING = TextStyle("serif", 13, italic=True)


@dataclass
class Legend:
    """Signs and words of the legend, ready for the template."""

    texts: list[PlacedText] = field(default_factory=list)
    marks: list[PlacedMark] = field(default_factory=list)
    accuracy_circles: list[tuple[float, float, float]] = field(default_factory=list)
    liaison_paths: list[str] = field(default_factory=list)
    routes: list[StyledPath] = field(default_factory=list)


DrawSymbol = Callable[[Legend, float, float], None]


def legend(features: Sequence[Feature], theme: PosterTheme, x: float, y: float, width: float, height: float) -> Legend:
    """The legend in rows within the box given; the rows are set in the middle of its height."""
    groups: list[tuple[str, list[tuple[float, DrawSymbol, str]]]] = [
        ("Stations", _mark_entries(features, "station", theme)),
        ("People", _mark_entries(features, "head", theme)),
        ("Happenings", _mark_entries(features, "raid", theme)),
        ("Lines", _line_entries(features)),
        ("How surely", _certainty_entries(theme)),
    ]
    key, at_x, row = Legend(), x, 0
    placed: list[tuple[TextLine, float, int, bool]] = []
    draws: list[tuple[DrawSymbol, float, int]] = []
    for title, entries in groups:
        for i, (sign, draw, text) in enumerate(entries):
            line, heading = theme.fonts.typeset(text, TEXT), theme.fonts.typeset(title, HEADING)
            lead = heading.advance + 10 if i == 0 else 0.0
            if at_x > x and at_x + lead + sign + 5 + line.advance > x + width:
                at_x, row = x, row + 1
            if i == 0:
                placed.append((heading, at_x, row, True))
            draws.append((draw, at_x + lead, row))
            placed.append((line, at_x + lead + sign + 5, row, False))
            at_x += lead + sign + 5 + line.advance + ENTRY_GAP
        at_x += ENTRY_GAP if entries else 0
    step = min(ROW_HEIGHT, height / (row + 1))
    first = y + (height - step * row) / 2
    for draw, sign_x, n in draws:
        draw(key, sign_x, first + step * n)
    for line, word_x, n, is_heading in placed:
        colour = theme.colours["ink" if is_heading else "inkSoft"]
        key.texts.append(text_at(line, word_x, first + step * n + 3.6, colour))
    return key


def _mark_entries(things: Sequence[Feature], kind: str, ink: PosterTheme) -> list[tuple[float, DrawSymbol, str]]:
    """One entry a mark, in the order of the family: several kinds of event may share one."""
    first: dict[str, Feature] = {}
    for thing in things:
        if thing.kind == kind:
            first.setdefault(ink.mark_of(thing), thing)
    order = [name for name in ink.mark_names if name in first]
    named = {"event": "Other event", "other": "Other station", "person": "Other post"}
    return [
        (
            SYMBOL_SIZE,
            _mark_symbol(ink, name, ink.colour_of(first[name])),
            named.get(name, name.replace("-", " ").capitalize()),
        )
        for name in order
    ]


def _line_entries(things: Sequence[Feature]) -> list[tuple[float, DrawSymbol, str]]:
    def journey(key: Legend, x: float, y: float) -> None:
        key.routes.append(
            StyledPath(tapered_arrow_path([(x + 2.7 * i, y + 0.1 * i * (i - 10)) for i in range(11)], SOLID), SOLID, "")
        )

    def liaison(key: Legend, x: float, y: float) -> None:
        key.liaison_paths.append(f"M{x:.1f} {y:.1f}h28")

    kinds = {thing.kind for thing in things}
    found: list[tuple[float, DrawSymbol, str]] = []
    if "courier" in kinds:
        found.append((32.0, journey, "Journey"))
    if "liaison" in kinds:
        found.append((30.0, liaison, "Liaison, conjectured"))
    return found


def _certainty_entries(ink: PosterTheme) -> list[tuple[float, DrawSymbol, str]]:
    def ring(key: Legend, x: float, y: float) -> None:
        key.accuracy_circles.append((round(x + 8, 1), round(y, 1), 8.0))

    station = ink.colours["station"]
    return [
        (SYMBOL_SIZE, _mark_symbol(ink, "residency", station), "certain"),
        (SYMBOL_SIZE, _mark_symbol(ink, "residency", station, HATCHED), "less certain"),
        (SYMBOL_SIZE, _mark_symbol(ink, "residency", station, HOLLOW), "perhaps in this year"),
        (SYMBOL_SIZE, _mark_symbol(ink, "residency", station, DASHED), "uncertain"),
        (SYMBOL_SIZE, _mark_symbol(ink, "residency", station, SOLID, disputed=True), "disputed"),
        (16.0, ring, "somewhere within"),
    ]


def _mark_symbol(
    ink: PosterTheme, name: str, colour: str, certainty_style: str = SOLID, disputed: bool = False
) -> DrawSymbol:
    def draw(key: Legend, x: float, y: float) -> None:
        key.marks.append(PlacedMark(name, x + SYMBOL_SIZE / 2, y, SYMBOL_SIZE, colour, certainty_style, disputed, ""))

    return draw
