"""The pages of the viewer: one file for the entire period, and one for each year."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from liaison_atlas.layers.period import PeriodLayers, period_layers
from liaison_atlas.layers.wording.date_wording import year_in_words
from liaison_atlas.maps.ground.base_map_cache import base_map_block
from liaison_atlas.maps.pages import cjk_fonts
from liaison_atlas.maps.pages.folium_page import PlaneMap, ViewerPage
from liaison_atlas.maps.payload.encoding import encode
from liaison_atlas.maps.payload.page_documents import BorderData
from liaison_atlas.maps.payload.payload_model import PayloadDocument
from liaison_atlas.maps.payload.payload_writer import payload
from liaison_atlas.seeds.tables.dataset import Dataset

if TYPE_CHECKING:
    from liaison_atlas.maps.ground.borders import Borders


class PageDocument(TypedDict):
    """The complete input of a page: equal documents give equal pages."""

    data: PayloadDocument
    borders: BorderData | None
    cjk_characters: str


def atlas_page(layers: PeriodLayers | Dataset, borders: Borders | None = None) -> str:
    """The page ``atlas.html`` of a site: the entire period.

    Parameters
    ----------
    layers : PeriodLayers or Dataset
        the layers to show; for a data set, all claims.
    borders : Borders, optional
        from `maps.ground.borders.read_borders`; without it, no borders are drawn.

    Returns
    -------
    str
        the page as HTML.
    """
    if isinstance(layers, Dataset):
        layers = period_layers(layers)
    return render_page(page_document(layers, None, borders))


def year_page(layers: PeriodLayers, year: int, borders: Borders | None = None) -> str:
    """The page of one year, such as ``years/1927.html`` or ``years/47-bc.html``.

    It links to its neighbours and to the complete atlas.

    Parameters
    ----------
    layers : PeriodLayers
        of the entire period.
    year : int
        the year 0 is 1 BC, as in ISO 8601.
    borders : Borders, optional
        from `maps.ground.borders.read_borders`; without it, no borders are drawn.

    Returns
    -------
    str
        the page as HTML.
    """
    return render_page(page_document(layers, year, borders))


def page_document(layers: PeriodLayers, year: int | None, borders: Borders | None) -> PageDocument:
    """The document of the entire period, or of one year."""
    borders_block = None
    if borders:
        from liaison_atlas.maps.ground.borders import (
            borders_payload,  # imported here: few data sets have borders, and the import takes long
        )

        borders_block = borders_payload(borders)
    return {
        "data": payload(layers, year),
        "borders": borders_block,
        "cjk_characters": "".join(sorted(cjk_fonts.cjk_characters(layers.data))),
    }


def render_page(document: PageDocument) -> str:
    """The page of a document."""
    data = document["data"]
    title = data["texts"][data["title"]]
    if data["year"] is not None:
        title = f"{title}, {year_in_words(data['year'], data['language'])}"
    return viewer_page(document, title, data["language"], {}, "atlas")


def viewer_page(document: PageDocument, title: str, language: str, further_blocks: dict[str, str], viewer: str) -> str:
    """The page of a document for one of the built viewers, with the data and ``further_blocks`` as inert blocks."""
    data, borders = document["data"], document["borders"]
    blocks = {"liaison-data": encode(data), "liaison-base": base_map_block(), **further_blocks}
    if borders:
        blocks["liaison-borders"] = encode(borders)
    font_css = cjk_fonts.cjk_font_css(frozenset(document["cjk_characters"]))
    page = ViewerPage(title, data["texts"][data["description"]], language, blocks, font_css, viewer)
    page.add_child(PlaneMap())
    return page.render()
