"""The column beside the map of a poster: title, year, how much holds, and what happened, as large as it all fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from maps.posters.poster_features import Feature
from maps.posters.poster_theme import PlacedMark, PosterTheme
from maps.posters.poster_wording import SidebarEntry, new_posts, year_events
from maps.posters.svg_text import PlacedText, text_at
from maps.posters.typesetting import TextStyle, longest_fitting

# Sizes of the column's text, tried from the largest; the last is used however long the list.
FONT_SIZES = (14.0, 13.2, 12.4, 11.6, 10.8, 10.0, 9.2, 8.4, 7.6, 6.8, 6.0)


@dataclass
class SidebarContent:
    """What a part of the page holds, ready for the template, and the same said in a sentence or two."""

    texts: list[PlacedText] = field(default_factory=list)
    marks: list[PlacedMark] = field(default_factory=list)
    dividers: list[str] = field(default_factory=list)
    summary: str = ""


# A column has room for half of them at most.
MAX_EVENTS = 100


def sidebar(
    things: Sequence[Feature],
    year: int,
    title: str,
    subtitle: str,
    counts_text: str,
    theme: PosterTheme,
    box: tuple[float, float, float, float],
) -> SidebarContent:
    """The column of a year in the box (x, y, width, height).

    Posts give way where room is short; events are left out only where even the smallest type has no room for all.
    """
    x, y, width, height = box
    head = SidebarContent(summary=counts_text[:1].upper() + counts_text[1:])
    at = _add_header(head, year, title, subtitle, theme, x, y, width)
    events, posts = year_events(things, year), new_posts(things, year)
    if max(len(events), len(posts)) <= MAX_EVENTS:  # more would not fit, and to try it takes long
        for size in FONT_SIZES:
            body = SidebarContent()
            if _add_body(body, events, len(events), posts, len(posts), theme, x, at, width, size) <= y + height:
                return _joined(head, body, events)

    def holds(kept: int) -> bool:
        return (
            _add_body(SidebarContent(), events, len(events), posts, kept, theme, x, at, width, FONT_SIZES[-1])
            <= y + height
        )

    if len(events) <= MAX_EVENTS and posts and holds(0):
        most = min(len(posts) - 1, MAX_EVENTS)
        body = SidebarContent()
        kept = longest_fitting(most, holds) if most and holds(1) else 0
        _add_body(body, events, len(events), posts, kept, theme, x, at, width, FONT_SIZES[-1])
        return _joined(head, body, events)

    def fits(listed: int) -> bool:
        return _add_body(SidebarContent(), events, listed, posts, 0, theme, x, at, width, FONT_SIZES[-1]) <= y + height

    body = SidebarContent()
    _add_body(
        body, events, longest_fitting(min(len(events), MAX_EVENTS), fits), posts, 0, theme, x, at, width, FONT_SIZES[-1]
    )
    return _joined(head, body, events)


def _joined(head: SidebarContent, body: SidebarContent, events: Sequence[SidebarEntry]) -> SidebarContent:
    said = "; ".join(item.text for item in events)
    return SidebarContent(
        head.texts + body.texts,
        head.marks + body.marks,
        head.dividers + body.dividers,
        f"{head.summary}. In this year: {said}." if said else f"{head.summary}.",
    )


def _add_header(
    block: SidebarContent, year: int, title: str, subtitle: str, ink: PosterTheme, x: float, y: float, width: float
) -> float:
    """Title, subtitle, the year and the count; answers the base line under them."""
    case, colours = ink.fonts, ink.colours
    size = next(
        (s for s in (40.0, 34.0, 28.0, 24.0) if case.typeset(title, TextStyle("serif", s, 600)).advance <= width), 20.0
    )
    lines = case.wrapped_lines(title, TextStyle("serif", size, 600, old_style_figures=True), width)[:3]
    at = y + size * 0.72
    for line in lines:
        block.texts.append(text_at(line, x, at, colours["ink"]))
        at += size * 1.12
    at += 23 - size * 1.12
    for line in case.wrapped_lines(subtitle, TextStyle("serif", 14.5, italic=True, old_style_figures=True), width)[:3]:
        block.texts.append(text_at(line, x, at, colours["inkSoft"]))
        at += 18.5
    figures = case.typeset(str(year), TextStyle("display", 150, old_style_figures=True))
    at += 112
    block.texts.append(text_at(figures, x - 4, at, colours["ink"]))
    at += 52
    for line in case.wrapped_lines(block.summary, TextStyle("sans", 12.5), width):
        block.texts.append(text_at(line, x, at, colours["inkSoft"]))
        at += 16
    return at


def _add_body(
    block: SidebarContent,
    events: Sequence[SidebarEntry],
    events_shown: int,
    posts: Sequence[SidebarEntry],
    posts_shown: int,
    ink: PosterTheme,
    x: float,
    at: float,
    width: float,
    size: float,
) -> float:
    """Headings and items at one size; answers how far down they reach."""
    at = _add_heading(block, "In this year", ink, x, at, width)
    if not events:
        quiet = "No event or journey of this year is recorded; what is drawn went on from before."
        for line in ink.fonts.wrapped_lines(quiet, TextStyle("sans", size), width):
            block.texts.append(text_at(line, x, at, ink.colours["inkSoft"]))
            at += size * 1.3
    for item in events[:events_shown]:
        at = _add_entry(block, item, ink, x, at, width, size)
    if events_shown < len(events):
        at = _add_remainder(block, len(events) - events_shown, ink, x, at, size)
    if posts:
        at = _add_heading(block, "Posts that begin", ink, x, at, width)
        for item in posts[:posts_shown]:
            at = _add_entry(block, item, ink, x, at, width, size)
        if posts_shown < len(posts):
            at = _add_remainder(block, len(posts) - posts_shown, ink, x, at, size)
    return at - size


def _add_remainder(block: SidebarContent, number: int, ink: PosterTheme, x: float, at: float, size: float) -> float:
    line = ink.fonts.typeset(f"and {number} more", TextStyle("serif", size, italic=True))
    block.texts.append(text_at(line, x + size * 1.75, at, ink.colours["inkSoft"]))
    return at + size * 1.3


def _add_heading(block: SidebarContent, text: str, ink: PosterTheme, x: float, at: float, width: float) -> float:
    block.dividers.append(f"M{x} {at - 4:.1f}H{x + width}")
    block.texts.append(
        text_at(ink.fonts.typeset(text, TextStyle("serif", 17, italic=True)), x, at + 17, ink.colours["ink"])
    )
    return at + 40


def _add_entry(
    block: SidebarContent, item: SidebarEntry, ink: PosterTheme, x: float, at: float, width: float, size: float
) -> float:
    """A mark, then month or "perhaps" in italics, what happened, and where; answers the next base line."""
    case, colours, thing = ink.fonts, ink.colours, item.feature
    name = "journey" if thing.kind == "courier" else ink.mark_of(thing)
    mark = size * 1.22
    block.marks.append(
        PlacedMark(
            name, x + mark / 2, at - size * 0.36, mark, ink.colour_of(thing), thing.certainty_style, thing.disputed, ""
        )
    )
    left = x + size * 1.85
    lead = case.typeset(f"{item.when} ", TextStyle("serif", size, italic=True)) if item.when else None
    indent = lead.advance + size * 0.38 if lead else 0.0
    if lead:
        block.texts.append(text_at(lead, left, at, colours["inkSoft"]))
    text = f"{item.text}, {item.where}" if item.where else item.text
    style = TextStyle("sans", size)
    for i, line in enumerate(case.wrapped_lines(text, style, width - size * 1.85, indent)):
        block.texts.append(text_at(line, left + (indent if i == 0 else 0.0), at, colours["ink"]))
        at += size * 1.24
    return at + size * 0.34
