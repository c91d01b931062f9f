"""The legend under the map of a poster: the marks that the network uses in the entire period, and how certainty is drawn.

It is the same in every year, so that one legend serves for posters side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from maps.payload.symbology import DASHED, HATCHED, HOLLOW, SOLID, mark_names
from maps.posters.poster_features import Feature
from maps.posters.poster_routes import tapered_arrow_path
from maps.posters.poster_theme import PlacedMark, PosterTheme, StyledPath
from maps.posters.svg_text import PlacedText, text_at
from maps.posters.typesetting import TextLine, TextStyle

ROW_HEIGHT, ENTRY_GAP, SYMBOL_SIZE = 23.0, 17.0, 15.0
TEXT = TextStyle("sans", 11.5)
HEADING = TextStyle("serif", 13, italic=True)


@dataclass
class Legend:
    """Symbols and texts of the legend, ready for the template."""

    texts: list[PlacedText] = field(default_factory=list)
    marks: list[PlacedMark] = field(default_factory=list)
    accuracy_circles: list[tuple[float, float, float]] = field(default_factory=list)
    liaison_paths: list[str] = field(default_factory=list)
    routes: list[StyledPath] = field(default_factory=list)


DrawSymbol = Callable[[Legend, float, float], None]


def legend(features: Sequence[Feature], theme: PosterTheme, x: float, y: float, width: float, height: float) -> Legend:
    """The legend in rows within a box, vertically centred."""
    groups: list[tuple[str, list[tuple[float, DrawSymbol, str]]]] = [
        ("Stations", _mark_entries(features, "station", theme)),
        ("People", _mark_entries(features, "head", theme)),
        ("Happenings", _mark_entries(features, "raid", theme)),
        ("Lines", _line_entries(features)),
        ("How surely", _certainty_entries(theme)),
    ]
    result, next_x, row = Legend(), x, 0
    placed: list[tuple[TextLine, float, int, bool]] = []
    draws: list[tuple[DrawSymbol, float, int]] = []
    for title, entries in groups:
        for i, (symbol_width, draw, text) in enumerate(entries):
            line, heading = theme.fonts.typeset(text, TEXT), theme.fonts.typeset(title, HEADING)
            lead = heading.advance + 10 if i == 0 else 0.0
            if next_x > x and next_x + lead + symbol_width + 5 + line.advance > x + width:
                next_x, row = x, row + 1
            if i == 0:
                placed.append((heading, next_x, row, True))
            draws.append((draw, next_x + lead, row))
            placed.append((line, next_x + lead + symbol_width + 5, row, False))
            next_x += lead + symbol_width + 5 + line.advance + ENTRY_GAP
        next_x += ENTRY_GAP if entries else 0
    step = min(ROW_HEIGHT, height / (row + 1))
    first = y + (height - step * row) / 2
    for draw, symbol_x, n in draws:
        draw(result, symbol_x, first + step * n)
    for line, text_x, n, is_heading in placed:
        colour = theme.colours["ink" if is_heading else "inkSoft"]
        result.texts.append(text_at(line, text_x, first + step * n + 3.6, colour))
    return result


def _mark_entries(features: Sequence[Feature], kind: str, theme: PosterTheme) -> list[tuple[float, DrawSymbol, str]]:
    """One entry per mark, in the order of the marks; several kinds of event may share one."""
    first: dict[str, Feature] = {}
    for feature in features:
        if feature.kind == kind:
            first.setdefault(feature.symbol.mark, feature)
    order = [name for name in mark_names() if name in first]
    names = {"event": "Other event", "other": "Other station", "person": "Other post"}
    return [
        (
            SYMBOL_SIZE,
            _mark_symbol(theme, name, theme.colours[first[name].symbol.colour]),
            names.get(name, name.replace("-", " ").capitalize()),
        )
        for name in order
    ]


def _line_entries(features: Sequence[Feature]) -> list[tuple[float, DrawSymbol, str]]:
    def draw_route(target: Legend, x: float, y: float) -> None:
        target.routes.append(
            StyledPath(tapered_arrow_path([(x + 2.7 * i, y + 0.1 * i * (i - 10)) for i in range(11)], SOLID), SOLID, "")
        )

    def draw_link(target: Legend, x: float, y: float) -> None:
        target.liaison_paths.append(f"M{x:.1f} {y:.1f}h28")

    kinds = {feature.kind for feature in features}
    entries: list[tuple[float, DrawSymbol, str]] = []
    if "courier" in kinds:
        entries.append((32.0, draw_route, "Journey"))
    if "liaison" in kinds:
        entries.append((30.0, draw_link, "Liaison, conjectured"))
    return entries


def _certainty_entries(theme: PosterTheme) -> list[tuple[float, DrawSymbol, str]]:
    def draw_circle(target: Legend, x: float, y: float) -> None:
        target.accuracy_circles.append((round(x + 8, 1), round(y, 1), 8.0))

    station = theme.colours["station"]
    return [
        (SYMBOL_SIZE, _mark_symbol(theme, "residency", station), "seen"),
        (SYMBOL_SIZE, _mark_symbol(theme, "residency", station, HATCHED), "seen, less certain"),
        (SYMBOL_SIZE, _mark_symbol(theme, "residency", station, HOLLOW), "perhaps in this year"),
        (SYMBOL_SIZE, _mark_symbol(theme, "residency", station, DASHED), "uncertain"),
        (SYMBOL_SIZE, _mark_symbol(theme, "residency", station, contested=True), "contested"),
        (SYMBOL_SIZE, _mark_symbol(theme, "residency", station, partisan=True), "partisan source"),
        (16.0, draw_circle, "somewhere within"),
    ]


def _mark_symbol(
    theme: PosterTheme,
    name: str,
    colour: str,
    certainty_style: str = SOLID,
    *,
    partisan: bool = False,
    contested: bool = False,
) -> DrawSymbol:
    def draw(target: Legend, x: float, y: float) -> None:
        target.marks.append(
            PlacedMark(name, x + SYMBOL_SIZE / 2, y, SYMBOL_SIZE, colour, certainty_style, partisan, contested, "")
        )

    return draw
