"""The pages of the viewer: the whole period in one file, and one file a year."""

from __future__ import annotations

from functools import cache

from layers.period import PeriodLayers
from maps import han
from maps.base import base_map, base_payload
from maps.borders import Borders, borders_payload
from maps.encode import encode
from maps.page import Page, PlaneMap
from maps.payload import payload


@cache
def _base() -> str:
    return encode(base_payload(base_map()))


def atlas_page(layers: PeriodLayers, borders: Borders | None = None) -> str:
    """``atlas.html``: the whole period."""
    return _page(layers, None, borders)


def year_page(layers: PeriodLayers, year: int, borders: Borders | None = None) -> str:
    """``years/YEAR.html``: one year, with ways to its neighbours and to the whole atlas."""
    return _page(layers, year, borders)


def _page(layers: PeriodLayers, year: int | None, borders: Borders | None) -> str:
    package = layers.data.package
    document = payload(layers, year)
    title = f"{package.title}, {year}" if year is not None else package.title
    blocks = {"liaison-data": encode(document), "liaison-base": _base()}
    if borders:
        blocks["liaison-borders"] = encode(borders_payload(borders))
    faces = han.faces(han.characters(layers.data))
    page = Page(title, package.description, document["language"], blocks, faces)
    page.add_child(PlaneMap())
    return page.render()
