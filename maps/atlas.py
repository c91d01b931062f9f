"""The pages of the viewer: the whole period in one file, and one file a year."""

from __future__ import annotations

from functools import cache

from layers.period import PeriodLayers
from maps.base import base_map, base_payload
from maps.encode import encode
from maps.page import Page, PlaneMap
from maps.payload import payload


@cache
def _base() -> str:
    return encode(base_payload(base_map()))


def atlas_page(layers: PeriodLayers) -> str:
    """``atlas.html``: the whole period."""
    return _page(layers, None)


def year_page(layers: PeriodLayers, year: int) -> str:
    """``years/YEAR.html``: one year, with ways to its neighbours and to the whole atlas."""
    return _page(layers, year)


def _page(layers: PeriodLayers, year: int | None) -> str:
    package = layers.data.package
    document = payload(layers, year)
    title = f"{package.title}, {year}" if year is not None else package.title
    page = Page(
        title, package.description, document["language"], {"liaison-data": encode(document), "liaison-base": _base()}
    )
    page.add_child(PlaneMap())
    return page.render()
