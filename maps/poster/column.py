"""The column beside the map of a poster: title, year, how much holds, and what happened, as large as it all fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from maps.lettering import Style, longest
from maps.poster import ground
from maps.poster.ground import Words
from maps.poster.ink import Ink, Mark
from maps.poster.things import Thing
from maps.poster.words import Item, beginnings, happenings

# Sizes of the column's text, tried from the largest; the last is used however long the list.
SIZES = (14.0, 13.2, 12.4, 11.6, 10.8, 10.0, 9.2, 8.4, 7.6, 6.8, 6.0)


@dataclass
class Block:
    """What a part of the page holds, ready for the template, and the same said in a sentence or two."""

    words: list[Words] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    said: str = ""


# A column has room for half of them at most.
MOST_EVENTS = 100


def column(
    things: Sequence[Thing],
    year: int,
    title: str,
    subtitle: str,
    counted: str,
    ink: Ink,
    box: tuple[float, float, float, float],
) -> Block:
    """The column of a year in the box (x, y, width, height).

    Posts give way where room is short; events are left out only where even the smallest type has no room for all.
    """
    x, y, width, height = box
    head = Block(said=counted[:1].upper() + counted[1:])
    at = _head(head, year, title, subtitle, ink, x, y, width)
    events, posts = happenings(things, year), beginnings(things, year)
    if max(len(events), len(posts)) <= MOST_EVENTS:  # more would not fit, and to try it takes long
        for size in SIZES:
            body = Block()
            if _body(body, events, len(events), posts, len(posts), ink, x, at, width, size) <= y + height:
                return _joined(head, body, events)

    def holds(kept: int) -> bool:
        return _body(Block(), events, len(events), posts, kept, ink, x, at, width, SIZES[-1]) <= y + height

    if len(events) <= MOST_EVENTS and posts and holds(0):
        most = min(len(posts) - 1, MOST_EVENTS)
        body = Block()
        kept = longest(most, holds) if most and holds(1) else 0
        _body(body, events, len(events), posts, kept, ink, x, at, width, SIZES[-1])
        return _joined(head, body, events)

    def fits(listed: int) -> bool:
        return _body(Block(), events, listed, posts, 0, ink, x, at, width, SIZES[-1]) <= y + height

    body = Block()
    _body(body, events, longest(min(len(events), MOST_EVENTS), fits), posts, 0, ink, x, at, width, SIZES[-1])
    return _joined(head, body, events)


def _joined(head: Block, body: Block, events: Sequence[Item]) -> Block:
    said = "; ".join(item.text for item in events)
    return Block(
        head.words + body.words,
        head.marks + body.marks,
        head.rules + body.rules,
        f"{head.said}. In this year: {said}." if said else f"{head.said}.",
    )


def _head(block: Block, year: int, title: str, subtitle: str, ink: Ink, x: float, y: float, width: float) -> float:
    """Title, subtitle, the year and the count; answers the base line under them."""
    case, colours = ink.case, ink.colours
    size = next(
        (s for s in (40.0, 34.0, 28.0, 24.0) if case.line(title, Style("serif", s, 600)).advance <= width), 20.0
    )
    lines = case.wrapped(title, Style("serif", size, 600, old_style=True), width)[:3]
    at = y + size * 0.72
    for line in lines:
        block.words.append(ground.words(line, x, at, colours["ink"]))
        at += size * 1.12
    at += 23 - size * 1.12
    for line in case.wrapped(subtitle, Style("serif", 14.5, italic=True, old_style=True), width)[:3]:
        block.words.append(ground.words(line, x, at, colours["inkSoft"]))
        at += 18.5
    figures = case.line(str(year), Style("display", 150, old_style=True))
    at += 112
    block.words.append(ground.words(figures, x - 4, at, colours["ink"]))
    at += 52
    for line in case.wrapped(block.said, Style("sans", 12.5), width):
        block.words.append(ground.words(line, x, at, colours["inkSoft"]))
        at += 16
    return at


def _body(
    block: Block,
    events: Sequence[Item],
    listed: int,
    posts: Sequence[Item],
    kept: int,
    ink: Ink,
    x: float,
    at: float,
    width: float,
    size: float,
) -> float:
    """Headings and items at one size; answers how far down they reach."""
    at = _heading(block, "In this year", ink, x, at, width)
    if not events:
        quiet = "No event or journey of this year is recorded; what is drawn went on from before."
        for line in ink.case.wrapped(quiet, Style("sans", size), width):
            block.words.append(ground.words(line, x, at, ink.colours["inkSoft"]))
            at += size * 1.3
    for item in events[:listed]:
        at = _item(block, item, ink, x, at, width, size)
    if listed < len(events):
        at = _and_more(block, len(events) - listed, ink, x, at, size)
    if posts:
        at = _heading(block, "Posts that begin", ink, x, at, width)
        for item in posts[:kept]:
            at = _item(block, item, ink, x, at, width, size)
        if kept < len(posts):
            at = _and_more(block, len(posts) - kept, ink, x, at, size)
    return at - size


def _and_more(block: Block, number: int, ink: Ink, x: float, at: float, size: float) -> float:
    line = ink.case.line(f"and {number} more", Style("serif", size, italic=True))
    block.words.append(ground.words(line, x + size * 1.75, at, ink.colours["inkSoft"]))
    return at + size * 1.3


def _heading(block: Block, text: str, ink: Ink, x: float, at: float, width: float) -> float:
    block.rules.append(f"M{x} {at - 4:.1f}H{x + width}")
    block.words.append(
        ground.words(ink.case.line(text, Style("serif", 17, italic=True)), x, at + 17, ink.colours["ink"])
    )
    return at + 40


def _item(block: Block, item: Item, ink: Ink, x: float, at: float, width: float, size: float) -> float:
    """A mark, then month or "perhaps" in italics, what happened, and where; answers the next base line."""
    case, colours, thing = ink.case, ink.colours, item.thing
    name = "journey" if thing.kind == "courier" else ink.mark_of(thing)
    mark = size * 1.22
    block.marks.append(
        Mark(name, x + mark / 2, at - size * 0.36, mark, ink.colour_of(thing), thing.look, thing.disputed, "")
    )
    left = x + size * 1.85
    lead = case.line(f"{item.lead} ", Style("serif", size, italic=True)) if item.lead else None
    indent = lead.advance + size * 0.38 if lead else 0.0
    if lead:
        block.words.append(ground.words(lead, left, at, colours["inkSoft"]))
    text = f"{item.text}, {item.where}" if item.where else item.text
    style = Style("sans", size)
    for i, line in enumerate(case.wrapped(text, style, width - size * 1.85, indent)):
        block.words.append(ground.words(line, left + (indent if i == 0 else 0.0), at, colours["ink"]))
        at += size * 1.24
    return at + size * 0.34
