"""A poster of one year, as a page of an atlas: `poster_svg(layers, year, base, meta)` and `poster_png(svg)`.

It is drawn without a browser, text is in it as glyph outlines, and the same data gives the same bytes.
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
from layers.wording.date_wording import year_in_words
from maps.ground.base_map import BaseMap, base_map
from maps.ground.borders import Borders
from maps.pages.templating import HTML_TEMPLATES
from maps.posters.png_palette import paletted_png
from maps.posters.poster_input import PosterInput, poster_input_of_year
from maps.posters.poster_legend import Legend, legend
from maps.posters.poster_map_frame import MapFrame, map_frame, omitted_line_count
from maps.posters.poster_meta import PosterMeta
from maps.posters.poster_sidebar import SidebarContent, sidebar
from maps.posters.poster_theme import PosterTheme
from maps.posters.poster_wording import omitted_in_words, short_citations, undated_in_words
from maps.posters.svg_text import PlacedText, text_at
from maps.posters.typesetting import FontSet, TextLine, TextStyle, longest_fitting
from maps.viewer import bundle

WIDTH, HEIGHT = 1600, 1000
SIDEBAR_BOX = (1204.0, 41.0, 355.0, 870.0)  # x, y, width, height
LEGEND_BOX = (41.0, 852.0, 1124.0, 76.0)
FOOTER_BOX = (41.0, 944.0, 1518.0, 4)  # x, first base line, width, lines at most
FOOTER_FONT_SIZE = 8.6
# The basemap as the template writes it. No text of the data can look like it: its `<` is escaped.
_BASEMAP_ELEMENT = re.compile(
    r'(<svg id="\w+-ground" x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)" .*?</svg>)', re.DOTALL
)
# Characters that XML 1.0 cannot contain (https://www.w3.org/TR/xml/#charsets).
_XML_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class PosterLayout:
    """The parts of a poster before they are written: what the template reads, and what tests look at."""

    map_frames: tuple[MapFrame, ...]
    sidebar: SidebarContent
    legend: Legend
    footer_texts: tuple[PlacedText, ...]
    theme: PosterTheme


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
        Of the entire period: the extent of the map depends on all of it, so that it is the same for every year.
    base : BaseMap, optional
        From `maps.ground.base_map.base_map()`, which is called once if it is not given.
    meta : PosterMeta, optional
        From `maps.posters.poster_meta.meta_of(layers, year)`, likewise.
    borders : Borders, optional
        From `maps.ground.borders.read_borders(file)`; without it, no borders are drawn.
    """
    return rendered_svg(poster_input_of_year(layers, year, meta, borders), base)


def rendered_svg(poster_input: PosterInput, base: BaseMap | None = None) -> str:
    """The poster of an input, as SVG."""
    page, meta = lay_out(poster_input, base or base_map()), poster_input.meta
    fonts, colours = page.theme.fonts, page.theme.colours
    sidebar_content, legend_content = page.sidebar, page.legend
    return _template().render(
        width=WIDTH,
        height=HEIGHT,
        language=meta.language,
        title=f"{meta.title}, {year_in_words(poster_input.year)}",
        description=sidebar_content.summary,
        c=colours,
        glyph_outlines=[(id, outline) for id, outline in fonts.glyph_outlines().items() if outline],
        marks=[(name, mark["d"], mark.get("fill", "")) for name, mark in bundle.read_json("marks.json").items()],
        map_frames=page.map_frames,
        dividers=sidebar_content.dividers,
        legend_accuracy_circles=legend_content.accuracy_circles,
        legend_links=legend_content.liaison_paths,
        legend_routes=legend_content.routes,
        page_marks=[*sidebar_content.marks, *legend_content.marks],
        page_texts=[*sidebar_content.texts, *legend_content.texts, *page.footer_texts],
    )


def poster_png(svg: str) -> bytes:
    """The poster as PNG, 1600 by 1000 pixels in 256 colours. It uses no system fonts."""
    # The main basemap is below everything else, so the rest is drawn without it and composited over it.
    basemaps = _BASEMAP_ELEMENT.finditer(svg)
    main = next(basemaps, None)
    for inset in basemaps:
        svg = svg.replace(inset[0], _image_element(_rasterized_basemap(*inset.groups())))
    if main is None:
        return paletted_png(_rasterized(svg, WIDTH, HEIGHT), _colours())
    background, (left, top, picture) = Image.new("RGBA", (WIDTH, HEIGHT)), _rasterized_basemap(*main.groups())
    background.paste(picture, (left, top))
    foreground = _rasterized(svg.replace(main[0], ""), WIDTH, HEIGHT)
    return paletted_png(Image.alpha_composite(background, foreground), _colours())


def _rasterized(svg: str, width: int, height: int) -> Image.Image:
    png = resvg_py.svg_to_bytes(svg_string=svg, width=width, height=height, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(png)))


@lru_cache(maxsize=4)  # the basemap is the same in every year, and half of the work
def _rasterized_basemap(element: str, x: str, y: str, width: str, height: str) -> tuple[int, int, Image.Image]:
    """The basemap of a map, drawn on the pixels that it touches: their left and top, and the picture."""
    left, top = math.floor(float(x)), math.floor(float(y))
    across, down = math.ceil(float(x) + float(width)) - left, math.ceil(float(y) + float(height)) - top
    frame = f'width="{across}" height="{down}" viewBox="{left} {top} {across} {down}"'
    return left, top, _rasterized(f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{element}</svg>', across, down)


def _image_element(basemap: tuple[int, int, Image.Image]) -> str:
    """The basemap of an inset as an SVG image element."""
    left, top, picture = basemap
    png = io.BytesIO()
    picture.save(png, "PNG", compress_level=1)
    frame = f'x="{left}" y="{top}" width="{picture.width}" height="{picture.height}"'
    data = base64.b64encode(png.getvalue()).decode()
    return f'<image {frame} href="data:image/png;base64,{data}" image-rendering="optimizeSpeed"/>'


def _colours() -> dict[str, str]:
    colours: dict[str, str] = bundle.read_json("palette.json")["light"]
    return colours


@cache
def _template() -> Template:
    """The template, compiled once; characters that XML cannot contain are dropped from texts of the data."""
    return HTML_TEMPLATES.overlay(finalize=_without_illegal_characters).get_template("poster.svg.j2")


def lay_out(poster_input: PosterInput, base: BaseMap) -> PosterLayout:
    """Everything on the page, placed."""
    meta, features = poster_input.meta, poster_input.features
    theme = PosterTheme(_colours(), FontSet())
    viewport, inset = poster_input.viewport, poster_input.inset_viewport
    remarks = [omitted_in_words(omitted_line_count(features)), undated_in_words(meta.undated_count)]
    frames = [map_frame("main", features, base, viewport, theme, meta.polities, meta.borders, inset)]
    if inset:
        frames.append(map_frame("inset", features, base, inset, theme, meta.polities, meta.borders))
    return PosterLayout(
        map_frames=tuple(frames),
        sidebar=sidebar(
            features, poster_input.year, meta.title, meta.subtitle, poster_input.counts_text, theme, SIDEBAR_BOX
        ),
        legend=legend(poster_input.legend_features, theme, *LEGEND_BOX),
        footer_texts=tuple(_footer_texts(short_citations(features), meta, remarks, theme)),
        theme=theme,
    )


def _footer_texts(
    cited: Sequence[str], meta: PosterMeta, remarks: Sequence[str], theme: PosterTheme
) -> list[PlacedText]:
    """The sources of what is drawn, in as many lines as there is room for; under them what is not drawn, and the imprint."""
    x, y, width, max_lines = FOOTER_BOX
    style, soft = TextStyle("sans", FOOTER_FONT_SIZE), theme.colours["inkSoft"]
    label = theme.fonts.typeset("Sources", TextStyle("serif", FOOTER_FONT_SIZE + 1.4, italic=True))
    texts = [text_at(label, x, y, soft)] if cited else []
    left = x + label.advance + 8

    def sources_text(shown: int) -> str:
        return "; ".join(cited[:shown]) + (f"; and {len(cited) - shown} more" if shown < len(cited) else "")

    def lines(shown: int) -> list[TextLine]:
        return theme.fonts.wrapped_lines(sources_text(shown), style, width - label.advance - 8)

    def fits(shown: int) -> bool:
        # No character is narrower than one unit: thousands of sources are rejected without typesetting them.
        return len(sources_text(shown)) <= width * (max_lines - 1) and len(lines(shown)) <= max_lines - 1

    shown = len(cited) if fits(len(cited)) else longest_fitting(len(cited) - 1, fits)
    if cited and fits(shown):
        texts += [text_at(line, left, y + 11.6 * i, soft) for i, line in enumerate(lines(shown))]
    parts = (*remarks, meta.imprint, "Lambert azimuthal equal-area projection")
    imprint_text = " \u00b7 ".join(part for part in parts if part)
    texts.append(
        text_at(theme.fonts.truncated_line(imprint_text, style, width), x, y + 11.6 * (max_lines - 1) + 3, soft)
    )
    return texts


def _without_illegal_characters(value: Any) -> Any:
    """Drop the characters that XML can't hold; leave alone what the template has escaped already."""
    return _XML_ILLEGAL.sub("", value) if type(value) is str else value
