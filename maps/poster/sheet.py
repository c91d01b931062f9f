"""A poster of one year, as a page of an atlas: `poster_svg(layers, year, base, meta)` and `poster_png(svg)`.

It is drawn without a browser, holds its own letters as outlines, and the same data gives the same bytes.
Fiction is never on it. Every text of the data reaches the template as a plain string and is escaped there.
"""

from __future__ import annotations

import base64
import io
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import resvg_py
from jinja2 import Template
from PIL import Image

from layers.period import PeriodLayers
from maps import bundle
from maps.base import BaseMap, base_map
from maps.borders import Borders
from maps.lettering import Line, Style, TypeCase, longest
from maps.poster import ground
from maps.poster.column import Block, column
from maps.poster.ground import Words
from maps.poster.ink import Ink
from maps.poster.legend import Legend, legend
from maps.poster.map import Picture, picture, ways_left_out
from maps.poster.meta import PosterMeta
from maps.poster.png import with_few_colours
from maps.poster.subject import Subject, subject_of
from maps.poster.words import citations
from maps.templating import TEMPLATES

WIDTH, HEIGHT = 1600, 1000
COLUMN = (1204.0, 41.0, 355.0, 870.0)  # x, y, width, height
LEGEND = (41.0, 852.0, 1124.0, 76.0)
FOOT = (41.0, 944.0, 1518.0, 4)  # x, first base line, width, lines at most
FOOT_SIZE = 8.6
# The ground of a map as the template writes it. No text of the data can look like it: its `<` is escaped.
_GROUND = re.compile(r'(<svg id="\w+-ground" x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)" .*?</svg>)', re.DOTALL)
# What XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets).
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Page:
    """The parts of a poster before they are written: what the template reads, and what tests look at."""

    pictures: tuple[Picture, ...]
    column: Block
    legend: Legend
    foot: tuple[Words, ...]
    ink: Ink


def poster_svg(
    layers: PeriodLayers,
    year: int,
    base: BaseMap | None = None,
    meta: PosterMeta | None = None,
    borders: Borders | None = None,
) -> str:
    """The poster of a year as an SVG document of 1600 by 1000 user units.

    Parameters
    ----------
    layers : PeriodLayers
        Of the whole period: the frame of the map follows from all of it, so that it is the same for every year.
    base : BaseMap, optional
        Of `maps.base.base_map()`, which is called once where it is not given.
    meta : PosterMeta, optional
        Of `maps.poster.meta.meta_of(layers, year)`, likewise.
    borders : Borders, optional
        Of `maps.borders.read_borders(file)`; none are drawn without.
    """
    return svg_of(subject_of(layers, year, meta, borders), base)


def svg_of(subject: Subject, base: BaseMap | None = None) -> str:
    """The poster of a subject."""
    page, meta = lay_out(subject, base or base_map()), subject.meta
    case, colours = page.ink.case, page.ink.colours
    column, key = page.column, page.legend
    return _template().render(
        width=WIDTH,
        height=HEIGHT,
        language=meta.language,
        title=f"{meta.title}, {subject.year}",
        description=column.said,
        c=colours,
        sorts=[(sort, outline) for sort, outline in case.sorts().items() if outline],
        marks=[(name, mark["d"], mark.get("fill", "")) for name, mark in bundle.document("marks.json").items()],
        pictures=page.pictures,
        rules=column.rules,
        legend_rings=key.rings,
        legend_liaison=key.liaison,
        legend_journeys=key.journeys,
        page_marks=[*column.marks, *key.marks],
        page_words=[*column.words, *key.words, *page.foot],
    )


def poster_png(svg: str) -> bytes:
    """The poster as PNG, 1600 by 1000 pixels in 256 colours. No font of the machine has a part in it."""
    # The main map lies at the bottom of all, so that the rest is drawn without it and laid upon it.
    grounds = _GROUND.finditer(svg)
    main = next(grounds, None)
    for inset in grounds:
        svg = svg.replace(inset[0], _as_element(_ground(*inset.groups())))
    if main is None:
        return with_few_colours(_drawn(svg, WIDTH, HEIGHT), _colours())
    under, (left, top, picture) = Image.new("RGBA", (WIDTH, HEIGHT)), _ground(*main.groups())
    under.paste(picture, (left, top))
    upon = _drawn(svg.replace(main[0], ""), WIDTH, HEIGHT)
    return with_few_colours(Image.alpha_composite(under, upon), _colours())


def _drawn(svg: str, width: int, height: int) -> Image.Image:
    png = resvg_py.svg_to_bytes(svg_string=svg, width=width, height=height, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(png)))


@lru_cache(maxsize=4)  # the ground is the same in every year, and half of the work
def _ground(element: str, x: str, y: str, width: str, height: str) -> tuple[int, int, Image.Image]:
    """The ground of a map, drawn on the whole pixels that it covers: where they begin, and the picture."""
    left, top = math.floor(float(x)), math.floor(float(y))
    across, down = math.ceil(float(x) + float(width)) - left, math.ceil(float(y) + float(height)) - top
    frame = f'width="{across}" height="{down}" viewBox="{left} {top} {across} {down}"'
    return left, top, _drawn(f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{element}</svg>', across, down)


def _as_element(ground: tuple[int, int, Image.Image]) -> str:
    """A ground that lies upon another map, as the element that shows it."""
    left, top, picture = ground
    png = io.BytesIO()
    picture.save(png, "PNG", compress_level=1)
    frame = f'x="{left}" y="{top}" width="{picture.width}" height="{picture.height}"'
    data = base64.b64encode(png.getvalue()).decode()
    return f'<image {frame} href="data:image/png;base64,{data}" image-rendering="optimizeSpeed"/>'


def _colours() -> dict[str, str]:
    colours: dict[str, str] = bundle.document("palette.json")["light"]
    return colours


@cache
def _template() -> Template:
    """The template, compiled once; a text of the data that XML has no way to write loses what it cannot."""
    return TEMPLATES.overlay(finalize=_legal).get_template("poster.svg.j2")


def lay_out(subject: Subject, base: BaseMap) -> Page:
    """Everything on the page, placed."""
    meta, now = subject.meta, subject.now
    ink = Ink(_colours(), tuple(bundle.document("marks.json")), TypeCase())
    window, inset = subject.window, subject.inset
    pictures = [picture("main", now, base, window, ink, meta.polities, meta.borders, inset)]
    if inset:
        pictures.append(picture("inset", now, base, inset, ink, meta.polities, meta.borders))
    return Page(
        pictures=tuple(pictures),
        column=column(now, subject.year, meta.title, meta.subtitle, subject.told, ink, COLUMN),
        legend=legend(subject.signs, ink, *LEGEND),
        foot=tuple(_foot(citations(now), meta, ways_left_out(now), ink)),
        ink=ink,
    )


def _foot(cited: Sequence[str], meta: PosterMeta, left_out: int, ink: Ink) -> list[Words]:
    """The sources of what is drawn, in as many lines as there is room for, and the imprint under them."""
    x, y, width, most = FOOT
    style, soft = Style("sans", FOOT_SIZE), ink.colours["inkSoft"]
    label = ink.case.line("Sources", Style("serif", FOOT_SIZE + 1.4, italic=True))
    words = [ground.words(label, x, y, soft)] if cited else []
    left = x + label.advance + 8

    def told(shown: int) -> str:
        return "; ".join(cited[:shown]) + (f"; and {len(cited) - shown} more" if shown < len(cited) else "")

    def lines(shown: int) -> list[Line]:
        return ink.case.wrapped(told(shown), style, width - label.advance - 8)

    def fits(shown: int) -> bool:
        # No letter is narrower than a unit: of thousands of sources it is plain without setting them.
        return len(told(shown)) <= width * (most - 1) and len(lines(shown)) <= most - 1

    shown = len(cited) if fits(len(cited)) else longest(len(cited) - 1, fits)
    if cited and fits(shown):
        words += [ground.words(line, left, y + 11.6 * i, soft) for i, line in enumerate(lines(shown))]
    missing = f"{left_out} further ways of this year are in the atlas alone" if left_out else ""
    parts = (missing, meta.imprint, "Lambert azimuthal equal-area projection")
    said = " \u00b7 ".join(part for part in parts if part)
    words.append(ground.words(ink.case.shortened(said, style, width), x, y + 11.6 * (most - 1) + 3, soft))
    return words


def _legal(value: Any) -> Any:
    """Drop the characters that XML can't hold; leave alone what the template has escaped already."""
    return _ILLEGAL.sub("", value) if type(value) is str else value
