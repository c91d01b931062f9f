"""``kiosk.html``: the atlas for standing visitors who use touch and stay ninety seconds; one self-contained file.

What the museum does not show (`maps.kiosk.kiosk_config.ContentConfig`) is not in the page at all.
"""

from __future__ import annotations

import hashlib
import json

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.ground.borders import Borders
from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig, kiosk_settings
from liaison_atlas.maps.pages.atlas_pages import PageDocument, page_document, viewer_page
from liaison_atlas.maps.payload.encoding import encode
from liaison_atlas.maps.payload.localized_texts import Localizer
from liaison_atlas.maps.payload.page_documents import KioskDocument, KioskSettings, KioskTourStop
from liaison_atlas.seeds.tables.dataset import Dataset, Standing
from liaison_atlas.seeds.tables.records import Claim
from liaison_atlas.seeds.tables.strands import MAIN_STRAND


class KioskPageDocument(PageDocument):
    """The complete input of the page: equal documents give equal pages."""

    kiosk: KioskSettings
    tour: list[KioskTourStop]


def kiosk_page(layers: PeriodLayers, config: KioskConfig | None = None, borders: Borders | None = None) -> str:
    """The page of a kiosk as HTML."""
    return render_kiosk_page(kiosk_page_document(layers, config, borders))


def kiosk_page_document(
    layers: PeriodLayers, config: KioskConfig | None = None, borders: Borders | None = None
) -> KioskPageDocument:
    """The document of the page."""
    config = config or KioskConfig(languages=Localizer(layers.data).languages)
    page = page_document(_shown_layers(layers, config), None, borders)
    tour = _tour_stops(layers.data, config)
    serialized = json.dumps([page, tour], ensure_ascii=False, sort_keys=True, default=list)
    version = hashlib.sha256(serialized.encode()).hexdigest()[:16]
    return {**page, "tour": tour, "kiosk": kiosk_settings(config, version, layers.data.fiction_strand)}


def render_kiosk_page(document: KioskPageDocument) -> str:
    """The page of a document."""
    data, kiosk = document["data"], document["kiosk"]
    kiosk_block: KioskDocument = {**kiosk, "tour": document["tour"]}
    title = kiosk["title"] or data["texts"][data["title"]]
    return viewer_page(document, title, kiosk["languages"][0], {"liaison-kiosk": encode(kiosk_block)}, "kiosk")


def _shown_standings(config: KioskConfig) -> tuple[Standing, ...]:
    shows_partisan = "partisan" in config.content.only_kinds
    return tuple(standing for standing in Standing if standing is not Standing.PARTISAN or shows_partisan)


def _shown_strands(data: Dataset, config: KioskConfig) -> tuple[str, ...]:
    """The names of the strands that visitors may see."""
    return tuple(
        strand.name
        for strand in data.strands
        if strand.name in (MAIN_STRAND, *config.content.strands) or (strand.fiction and config.content.fiction)
    )


def _shown_layers(layers: PeriodLayers, config: KioskConfig) -> PeriodLayers:
    standings, strands = _shown_standings(config), _shown_strands(layers.data, config)
    shown = layers
    if set(standings) != set(Standing) or len(strands) != len(layers.data.strands):
        shown = shown.of(*standings).strand(*strands)
    shown = shown if "contested" in config.content.only_kinds else shown.uncontested
    return layers if shown is layers else shown.supported


def _tour_stops(data: Dataset, config: KioskConfig) -> list[KioskTourStop]:
    """The tour stops that the kiosk shows, each with its texts in the languages that have them."""
    localizer, standings, strands = Localizer(data), _shown_standings(config), _shown_strands(data, config)
    start = config.start.strand_of(data.fiction_strand)
    stops: list[KioskTourStop] = []
    for stop in data.tours:
        row = data.by_ref[stop.select]
        if isinstance(row, Claim) and not (
            data.standing(row) in standings
            and (not data.is_contested(row) or "contested" in config.content.only_kinds)
            # A tour stays within the strand with which the kiosk starts.
            and data.strand_of(row) == start in strands
        ):
            continue
        stops.append(
            {
                "id": stop.id,
                "year": stop.year,
                "view": {"zoom": stop.zoom, "lat": stop.lat, "lon": stop.lon},
                "select": stop.select,
                "title": localizer.by_language(stop, "title"),
                "text": localizer.by_language(stop, "text"),
            }
        )
    return stops
