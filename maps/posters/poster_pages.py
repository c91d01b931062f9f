"""Draws the posters of a network as pages with the viewer's scene, in an embedded V8: ``draw_posters(layers)``.

The scene is opened, draws all requested posters, and is closed. While it is open, this process must not be forked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.ground.base_map import BaseMap, base_map, base_map_payload
from liaison_atlas.maps.ground.borders import Borders, borders_payload
from liaison_atlas.maps.payload.encoding import packed
from liaison_atlas.maps.payload.payload_writer import payload
from liaison_atlas.maps.payload.scene_documents import PosterPage
from liaison_atlas.maps.posters.typesetting import FontSet
from liaison_atlas.maps.scene.scene_engine import SceneEngine, call_measured
from liaison_atlas.maps.viewer import bundle


@dataclass(frozen=True)
class PosterPages:
    """Posters as pages in JSON, by year and language, and the basemaps that they share.

    Equal JSON means an equal poster.
    """

    basemaps: str
    pages: dict[tuple[int, str], str]

    def page(self, year: int, language: str) -> PosterPage:
        """The page of a year in a language."""
        page: PosterPage = json.loads(self.pages[year, language])
        return page

    def fingerprint(self, year: int, language: str) -> str:
        """A sha256 of the inputs of a poster."""
        return hashlib.sha256(f"{self.basemaps}\n{self.pages[year, language]}".encode()).hexdigest()

    def only(self, *keys: tuple[int, str]) -> PosterPages:
        """Only the posters of these years and languages."""
        return PosterPages(self.basemaps, {key: self.pages[key] for key in keys})


NO_POSTERS = PosterPages("", {})


def draw_posters(
    layers: PeriodLayers,
    years: Sequence[int] | None = None,
    languages: Sequence[str] | None = None,
    *,
    base: BaseMap | None = None,
    borders: Borders | None = None,
) -> PosterPages:
    """Draw the posters of some years, in some languages.

    Parameters
    ----------
    layers : PeriodLayers
        of the entire period: the extent of the maps depends on all of it, so that it is the same for every year.
    years : sequence of int, optional
        all of the period by default.
    languages : sequence of str, optional
        some of the languages of the data set; by default the main one.
    base : BaseMap, optional
        from `maps.ground.base_map.base_map()`, which is called if it is not given.
    borders : Borders, optional
        from `maps.ground.borders.read_borders(file)`; without it, no borders are drawn.

    Returns
    -------
    PosterPages
        one page for each year and language.

    Raises
    ------
    SceneError
        if the viewer's scene cannot be run.
    """
    documents = [
        packed(payload(layers)),
        _packed_base_map(base or base_map()),
        packed(borders_payload(borders)) if borders else None,
    ]
    drawn_years = years if years is not None else range(layers.first_year, layers.last_year + 1)
    width = _measuring_fonts().width
    with SceneEngine(bundle.read_text("scene.js")) as engine:
        engine.call("load", *documents)
        pages = {
            (year, language): _json(call_measured(engine.call, width, "drawPoster", year, language))
            for language in languages or (layers.data.package.language,)
            for year in drawn_years
        }
        return PosterPages(_json(engine.call("drawPosterBasemaps")), pages)


@lru_cache(maxsize=1)  # for a script that draws one poster after the other
def _packed_base_map(base: BaseMap) -> Any:
    return packed(base_map_payload(base))


@cache
def _measuring_fonts() -> FontSet:
    return FontSet()


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
