"""The sidebar of a poster: title, year, how much holds, and what happened, in the largest type that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from layers.wording.date_wording import year_in_words
from maps.posters.poster_features import Feature
from maps.posters.poster_theme import PlacedMark, PosterTheme
from maps.posters.poster_wording import SidebarEntry, new_posts, year_events
from maps.posters.svg_text import PlacedText, text_at
from maps.posters.typesetting import TextStyle, longest_fitting

# Font sizes, tried from the largest; the last is used however long the list.
FONT_SIZES = (14.0, 13.2, 12.4, 11.6, 10.8, 10.0, 9.2, 8.4, 7.6, 6.8, 6.0)


@dataclass
class SidebarContent:
    """Content of the sidebar, ready for the template, with a summary in a sentence or two."""

    texts: list[PlacedText] = field(default_factory=list)
    marks: list[PlacedMark] = field(default_factory=list)
    dividers: list[str] = field(default_factory=list)
    summary: str = ""


# A sidebar has room for half of them at most.
MAX_EVENTS = 100


def sidebar(
    features: Sequence[Feature],
    year: int,
    title: str,
    subtitle: str,
    counts_text: str,
    theme: PosterTheme,
    box: tuple[float, float, float, float],
) -> SidebarContent:
    """The sidebar of a year in the box (x, y, width, height).

    Posts are left out first where room is short; events only where they do not fit even in the smallest type.
    """
    x, y, width, height = box
    head = SidebarContent(summary=counts_text[:1].upper() + counts_text[1:])
    body_y = _add_header(head, year, title, subtitle, theme, x, y, width)
    events, posts = year_events(features, year), new_posts(features, year)
    if max(len(events), len(posts)) <= MAX_EVENTS:  # more would not fit, and to try it takes long
        for size in FONT_SIZES:
            body = SidebarContent()
            if _add_body(body, events, len(events), posts, len(posts), theme, x, body_y, width, size) <= y + height:
                return _joined(head, body, events)

    def holds(posts_shown: int) -> bool:
        return (
            _add_body(
                SidebarContent(), events, len(events), posts, posts_shown, theme, x, body_y, width, FONT_SIZES[-1]
            )
            <= y + height
        )

    if len(events) <= MAX_EVENTS and posts and holds(0):
        max_posts = min(len(posts) - 1, MAX_EVENTS)
        body = SidebarContent()
        posts_shown = longest_fitting(max_posts, holds) if max_posts and holds(1) else 0
        _add_body(body, events, len(events), posts, posts_shown, theme, x, body_y, width, FONT_SIZES[-1])
        return _joined(head, body, events)

    def fits(events_shown: int) -> bool:
        return (
            _add_body(SidebarContent(), events, events_shown, posts, 0, theme, x, body_y, width, FONT_SIZES[-1])
            <= y + height
        )

    body = SidebarContent()
    _add_body(
        body,
        events,
        longest_fitting(min(len(events), MAX_EVENTS), fits),
        posts,
        0,
        theme,
        x,
        body_y,
        width,
        FONT_SIZES[-1],
    )
    return _joined(head, body, events)


def _joined(head: SidebarContent, body: SidebarContent, events: Sequence[SidebarEntry]) -> SidebarContent:
    text = "; ".join(entry.text for entry in events)
    return SidebarContent(
        head.texts + body.texts,
        head.marks + body.marks,
        head.dividers + body.dividers,
        f"{head.summary}. In this year: {text}." if text else f"{head.summary}.",
    )


def _add_header(
    content: SidebarContent, year: int, title: str, subtitle: str, theme: PosterTheme, x: float, y: float, width: float
) -> float:
    """Add title, subtitle, year and counts; return the base line below them."""
    fonts, colours = theme.fonts, theme.colours
    size = next(
        (s for s in (40.0, 34.0, 28.0, 24.0) if fonts.typeset(title, TextStyle("serif", s, 600)).advance <= width), 20.0
    )
    lines = fonts.wrapped_lines(title, TextStyle("serif", size, 600, old_style_figures=True), width)[:3]
    at = y + size * 0.72
    for line in lines:
        content.texts.append(text_at(line, x, at, colours["ink"]))
        at += size * 1.12
    at += 23 - size * 1.12
    for line in fonts.wrapped_lines(subtitle, TextStyle("serif", 14.5, italic=True, old_style_figures=True), width)[:3]:
        content.texts.append(text_at(line, x, at, colours["inkSoft"]))
        at += 18.5
    year_text = year_in_words(year)
    year_lines = (
        fonts.typeset(year_text, TextStyle("display", s, old_style_figures=True)) for s in (150, 120, 96, 76, 60)
    )
    year_line = next((line for line in year_lines if line.advance <= width), None)
    if year_line is None:
        year_line = fonts.typeset(year_text, TextStyle("display", 50, old_style_figures=True))
    at += 112
    content.texts.append(text_at(year_line, x - 4, at, colours["ink"]))
    at += 52
    for line in fonts.wrapped_lines(content.summary, TextStyle("sans", 12.5), width):
        content.texts.append(text_at(line, x, at, colours["inkSoft"]))
        at += 16
    return at


def _add_body(
    content: SidebarContent,
    events: Sequence[SidebarEntry],
    events_shown: int,
    posts: Sequence[SidebarEntry],
    posts_shown: int,
    theme: PosterTheme,
    x: float,
    y: float,
    width: float,
    size: float,
) -> float:
    """Add headings and entries at one size; return the last base line."""
    y = _add_heading(content, "In this year", theme, x, y, width)
    if not events:
        quiet = "No event or journey of this year is recorded; what is drawn went on from before."
        for line in theme.fonts.wrapped_lines(quiet, TextStyle("sans", size), width):
            content.texts.append(text_at(line, x, y, theme.colours["inkSoft"]))
            y += size * 1.3
    for entry in events[:events_shown]:
        y = _add_entry(content, entry, theme, x, y, width, size)
    if events_shown < len(events):
        y = _add_remainder(content, len(events) - events_shown, theme, x, y, size)
    if posts:
        y = _add_heading(content, "Posts that begin", theme, x, y, width)
        for entry in posts[:posts_shown]:
            y = _add_entry(content, entry, theme, x, y, width, size)
        if posts_shown < len(posts):
            y = _add_remainder(content, len(posts) - posts_shown, theme, x, y, size)
    return y - size


def _add_remainder(content: SidebarContent, number: int, theme: PosterTheme, x: float, y: float, size: float) -> float:
    line = theme.fonts.typeset(f"and {number} more", TextStyle("serif", size, italic=True))
    content.texts.append(text_at(line, x + size * 1.75, y, theme.colours["inkSoft"]))
    return y + size * 1.3


def _add_heading(content: SidebarContent, text: str, theme: PosterTheme, x: float, y: float, width: float) -> float:
    content.dividers.append(f"M{x} {y - 4:.1f}H{x + width}")
    content.texts.append(
        text_at(theme.fonts.typeset(text, TextStyle("serif", 17, italic=True)), x, y + 17, theme.colours["ink"])
    )
    return y + 40


def _add_entry(
    content: SidebarContent, entry: SidebarEntry, theme: PosterTheme, x: float, y: float, width: float, size: float
) -> float:
    """Add a mark, the month or "perhaps" in italics, what happened, and where; return the next base line."""
    fonts, colours, feature = theme.fonts, theme.colours, entry.feature
    name = feature.symbol.mark
    mark = size * 1.22
    content.marks.append(
        PlacedMark(
            name,
            x + mark / 2,
            y - size * 0.36,
            mark,
            theme.colours[feature.symbol.colour],
            feature.certainty_style,
            feature.partisan,
            feature.contested,
            "",
        )
    )
    text_x = x + size * 1.85
    lead = fonts.typeset(f"{entry.when} ", TextStyle("serif", size, italic=True)) if entry.when else None
    indent = lead.advance + size * 0.38 if lead else 0.0
    if lead:
        content.texts.append(text_at(lead, text_x, y, colours["inkSoft"]))
    text = f"{entry.text}, {entry.where}" if entry.where else entry.text
    style = TextStyle("sans", size)
    for i, line in enumerate(fonts.wrapped_lines(text, style, width - size * 1.85, indent)):
        content.texts.append(text_at(line, text_x + (indent if i == 0 else 0.0), y, colours["ink"]))
        y += size * 1.24
    return y + size * 0.34
