"""``kiosk.html``: the atlas for people who stand, touch, and stay ninety seconds; one self-contained file.

What the museum does not show (`maps.kiosk.kiosk_config.ContentConfig`) is not in the page at all.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from layers.period import PeriodLayers
from maps.ground.base_map_cache import base_map_block
from maps.ground.borders import Borders, borders_payload
from maps.kiosk.kiosk_config import KioskConfig, kiosk_document
from maps.pages import cjk_fonts
from maps.pages.folium_page import PlaneMap, ViewerPage
from maps.payload.encoding import encode
from maps.payload.localized_texts import Localizer
from maps.payload.payload_writer import payload
from seeds.tables.dataset import Dataset, Standing
from seeds.tables.records import Claim


def default_config(data: Dataset) -> KioskConfig:
    """The settings without a ``kiosk.toml``: all languages of the data set in their order."""
    return KioskConfig(languages=Localizer(data).languages)


def kiosk_page(layers: PeriodLayers, config: KioskConfig | None = None, borders: Borders | None = None) -> str:
    """The page of a kiosk as HTML."""
    return render_kiosk_page(kiosk_page_document(layers, config, borders))


def kiosk_page_document(
    layers: PeriodLayers, config: KioskConfig | None = None, borders: Borders | None = None
) -> dict[str, Any]:
    """All that the page is made from: equal documents give equal pages."""
    config = config or default_config(layers.data)
    content = {
        "data": payload(layers, None, _shown_standings(config)),
        "borders": borders_payload(borders) if borders else None,
        "tour": _tour_stops(layers.data, config),
    }
    serialized = json.dumps(content, ensure_ascii=False, sort_keys=True, default=list)
    version = hashlib.sha256(serialized.encode()).hexdigest()[:16]
    return {
        **content,
        "kiosk": kiosk_document(config, version),
        "cjk_characters": "".join(sorted(cjk_fonts.cjk_characters(layers.data))),
    }


def render_kiosk_page(document: dict[str, Any]) -> str:
    """The page of a document."""
    data, borders, kiosk = document["data"], document["borders"], document["kiosk"]
    blocks = {
        "liaison-data": encode(data),
        "liaison-base": base_map_block(),
        "liaison-kiosk": encode({**kiosk, "tour": document["tour"]}),
    }
    if borders:
        blocks["liaison-borders"] = encode(borders)
    title = kiosk["title"] or data["title"]
    font_css = cjk_fonts.cjk_font_css(frozenset(document["cjk_characters"]))
    page = ViewerPage(title, data["description"], kiosk["languages"][0], blocks, font_css, viewer="kiosk")
    page.add_child(PlaneMap())
    return page.render()


def _shown_standings(config: KioskConfig) -> tuple[Standing, ...]:
    is_shown = {
        Standing.ATTESTED: True,
        Standing.DISPUTED: config.content.disputed,
        Standing.FICTION: config.content.fiction,
    }
    return tuple(standing for standing, shown in is_shown.items() if shown)


def _tour_stops(data: Dataset, config: KioskConfig) -> list[dict[str, Any]]:
    """The tour stops that the kiosk shows, each with its texts in the languages that have them."""
    localizer, standings = Localizer(data), _shown_standings(config)
    stops = []
    for stop in data.tours:
        row = data.by_ref[stop.select]
        # A tour of the record has no stop in the fiction; such a stop is shown by a kiosk that starts in the fiction.
        if isinstance(row, Claim) and data.standing(row) not in standings:
            continue
        if isinstance(row, Claim) and data.is_fiction(row) != (config.start.world == "fiction"):
            continue
        texts = {
            column: {
                language: text
                for language, text in zip(localizer.languages, localizer.cell(stop, column), strict=True)
                if text is not None
            }
            for column in ("title", "text")
        }
        stops.append(
            {
                "id": stop.id,
                "year": stop.year,
                "view": {"zoom": stop.zoom, "lat": stop.lat, "lon": stop.lon},
                "select": stop.select,
                **texts,
            }
        )
    return stops
