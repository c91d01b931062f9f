"""Writes posters as documents: ``poster_svg(layers, 1927)``, and ``poster_png(svg)``.

They are drawn without a browser, their texts are glyph outlines, and the same data gives the same bytes. They never
show fiction.
"""

from __future__ import annotations

import base64
import io
import json
import math
import re
from functools import lru_cache, partial

import resvg_py
from PIL import Image

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.ground.base_map import BaseMap
from liaison_atlas.maps.ground.borders import Borders
from liaison_atlas.maps.posters.png_palette import paletted_png
from liaison_atlas.maps.posters.poster_pages import PosterPages, draw_posters
from liaison_atlas.maps.posters.svg_document import svg_document
from liaison_atlas.maps.viewer import bundle

WIDTH, HEIGHT = 1600, 1000
# The elements of maps as `svg_document` writes them. Text of the data cannot match, because its `<` is escaped.
_BOX = r'x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)" .*?</svg>'
_MAIN_BASEMAP = re.compile(f'(<svg id="basemap-0" {_BOX})', re.DOTALL)
_INSET_BASEMAP = re.compile(f'(<svg id="basemap-1" {_BOX})', re.DOTALL)
_INSET_NETWORK = re.compile(f'(<svg id="network-1" {_BOX})', re.DOTALL)
_DEFINITIONS = re.compile("<defs>.*?</defs>", re.DOTALL)


def poster_svg(
    layers: PeriodLayers,
    year: int,
    base: BaseMap | None = None,
    language: str | None = None,
    borders: Borders | None = None,
) -> str:
    """The poster of a year as an SVG document of 1600 by 1000 user units.

    For several years, `maps.posters.draw_posters` is faster.

    Parameters
    ----------
    layers : PeriodLayers
        of the entire period: the extent of the maps depends on all of it, so that it is the same for every year.
    year : int
        the year 0 is 1 BC, as in ISO 8601.
    base : BaseMap, optional
        from `maps.ground.base_map.base_map()`, which is called if it is not given.
    language : str, optional
        one of the languages of the data set; by default the main one.
    borders : Borders, optional
        from `maps.ground.borders.read_borders(file)`; without it, no borders are drawn.

    Returns
    -------
    str
        the SVG document.

    Raises
    ------
    SceneError
        if the viewer's scene cannot be run.
    """
    language = language or layers.data.package.language
    return page_svg(draw_posters(layers, [year], [language], base=base, borders=borders), year, language)


def page_svg(pages: PosterPages, year: int, language: str) -> str:
    """A poster page as SVG."""
    return svg_document(pages.page(year, language), json.loads(pages.basemaps))


def poster_png(svg: str) -> bytes:
    """Draw a poster as PNG, without fonts of the system.

    Parameters
    ----------
    svg : str
        from `poster_svg`.

    Returns
    -------
    bytes
        a PNG file of 1600 by 1000 pixels, in 256 colours.

    Raises
    ------
    ValueError
        if ``svg`` is not an SVG document.
    """
    # The main basemap is below everything else, so the rest is drawn without it and composited over it. The inset
    # is rasterized first: clipping it within the page takes as long as all the rest.
    main, inset, network = (part.search(svg) for part in (_MAIN_BASEMAP, _INSET_BASEMAP, _INSET_NETWORK))
    page = svg.replace(main[0], "") if main else svg
    if inset and network:
        definitions = _DEFINITIONS.search(svg)
        left, top, below = _rasterized_basemap(*inset.groups())
        _, _, above = _rasterized_part(definitions[0] if definitions else "", *network.groups())
        page = page.replace(inset[0], _image_element(left, top, Image.alpha_composite(below, above)))
        page = page.replace(network[0], "")
    picture = _rasterized(page, WIDTH, HEIGHT)
    if main:
        left, top, below = _rasterized_basemap(*main.groups())
        background = Image.new("RGBA", (WIDTH, HEIGHT))
        background.paste(below, (left, top))
        picture = Image.alpha_composite(background, picture)
    return paletted_png(picture, bundle.read_json("palette.json")["light"])


def _rasterized(svg: str, width: int, height: int) -> Image.Image:
    png = resvg_py.svg_to_bytes(svg_string=svg, width=width, height=height, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(png)))


def _rasterized_part(
    definitions: str, element: str, x: str, y: str, width: str, height: str
) -> tuple[int, int, Image.Image]:
    """Draw a map on the pixels that it covers; return their left and top, and the picture."""
    left, top = math.floor(float(x)), math.floor(float(y))
    across, down = math.ceil(float(x) + float(width)) - left, math.ceil(float(y) + float(height)) - top
    frame = f'width="{across}" height="{down}" viewBox="{left} {top} {across} {down}"'
    document = f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{definitions}{element}</svg>'
    return left, top, _rasterized(document, across, down)


# The basemap is the same in every year, and drawing it is half of the work.
_rasterized_basemap = lru_cache(maxsize=4)(partial(_rasterized_part, ""))


def _image_element(left: int, top: int, picture: Image.Image) -> str:
    """A picture as an SVG image element."""
    png = io.BytesIO()
    picture.save(png, "PNG", compress_level=1)
    frame = f'x="{left}" y="{top}" width="{picture.width}" height="{picture.height}"'
    data = base64.b64encode(png.getvalue()).decode()
    return f'<image {frame} href="data:image/png;base64,{data}" image-rendering="optimizeSpeed"/>'
