"""The scene without a browser: an embedded V8 draws a year as Chromium does, and as itself whatever is around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browser import opened
from playwright.sync_api import Browser

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.ground.base_map import base_map, base_map_payload
from liaison_atlas.maps.payload.encoding import packed
from liaison_atlas.maps.payload.payload_writer import payload
from liaison_atlas.maps.payload.scene_documents import SceneFont
from liaison_atlas.maps.posters.typesetting import FontSet
from liaison_atlas.maps.scene.scene_engine import SceneEngine, call_measured
from liaison_atlas.maps.viewer import bundle

Item = dict[str, Any]
VIEWPORT = {"scale": 2.2, "originX": -620, "originY": -480, "width": 1124, "height": 796}
YEARS = (1919, 1927, 1931, 1937, 1943)


def request(year: int, language: str = "en", style: str = "light", strand: str = "main") -> dict[str, Any]:
    return {
        "year": year,
        "language": language,
        "style": style,
        "strand": strand,
        "viewport": VIEWPORT,
        "ratio": 2,
        "uiScale": 1,
    }


@pytest.fixture(scope="module")
def documents(oms_layers: PeriodLayers) -> list[Any]:
    return [packed(payload(oms_layers)), packed(base_map_payload(base_map())), None]


@pytest.fixture(scope="module")
def engine(documents: list[Any]) -> Iterator[SceneEngine]:
    with SceneEngine(bundle.read_text("scene.js")) as engine:
        engine.call("load", *documents)
        yield engine


def drawn(engine: SceneEngine, wanted: dict[str, Any], measured: list[Any] | None = None) -> list[Item]:
    """The network in a frame; what was measured for it is added to ``measured``."""
    widths = FontSet()

    def width(font: SceneFont, text: str) -> float:
        if measured is not None:
            measured.append([font, text, widths.width(font, text)])
        return widths.width(font, text)

    items: list[Item] = call_measured(engine.call, width, "drawNetwork", wanted)
    return items


def texts_of(items: list[Item], left: float = 0, top: float = 0) -> list[tuple[str, float, float, str]]:
    """Each text with the position of its base line and its colour."""
    found = []
    for item in items:
        if item["op"] == "text":
            found.append((item["text"], left + item["x"], top + item["y"], item["colour"]))
        elif item["op"] == "symbol":
            found += texts_of(item["items"], left + item["x"], top + item["y"])
    return found


def rounded(value: Any) -> Any:
    """Numbers in millionths: the last digits of a sine are an engine's own."""
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, list):
        return [rounded(member) for member in value]
    return {name: rounded(member) for name, member in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("language", ["en", "zh"])
def test_v8_and_chromium_draw_the_same_year(documents: list[Any], browser: Browser, atlas: str, language: str) -> None:
    with SceneEngine(bundle.read_text("scene.js")) as engine, opened(browser, atlas) as watched:
        engine.call("load", *documents)
        watched.page.evaluate(bundle.read_text("scene.js"))
        watched.page.evaluate("documents => liaisonScene.load(...documents)", documents)
        for year in YEARS:
            measured: list[Any] = []
            here = drawn(engine, request(year, language), measured)
            there = watched.page.evaluate(
                "([widths, request]) => { liaisonScene.addWidths(widths); return liaisonScene.drawNetwork(request); }",
                [measured, request(year, language)],
            )
            assert there["missing"] == []
            assert rounded(here) == rounded(there["result"]), year
            assert len(texts_of(here)) > 5


def test_v8_and_chromium_draw_the_same_poster(documents: list[Any], browser: Browser, atlas: str) -> None:
    with SceneEngine(bundle.read_text("scene.js")) as engine, opened(browser, atlas) as watched:
        engine.call("load", *documents)
        watched.page.evaluate(bundle.read_text("scene.js"))
        watched.page.evaluate("documents => liaisonScene.load(...documents)", documents)
        widths = FontSet()
        measured: list[Any] = []

        def width(font: SceneFont, text: str) -> float:
            measured.append([font, text, widths.width(font, text)])
            return widths.width(font, text)

        for language in ("en", "de", "ru", "zh"):
            here = call_measured(engine.call, width, "drawPoster", 1931, language)
            there = watched.page.evaluate(
                "([widths, language]) => { liaisonScene.addWidths(widths); return liaisonScene.drawPoster(1931, language); }",
                [measured, language],
            )
            assert there["missing"] == []
            assert rounded(here) == rounded(there["result"]), language
        basemaps = watched.page.evaluate("() => liaisonScene.drawPosterBasemaps()")
        assert rounded(engine.call("drawPosterBasemaps")) == rounded(basemaps)


def test_the_scene_draws_marks_names_and_lines(engine: SceneEngine) -> None:
    items = drawn(engine, request(1931))
    assert {"Moscow", "Germany"} <= {text for text, *_ in texts_of(items)}
    assert sum(item["op"] == "symbol" for item in items) > 20
    assert any(item["op"] == "fill" for item in items)


def test_each_language_has_its_own_names(engine: SceneEngine) -> None:
    assert "Москва" in {text for text, *_ in texts_of(drawn(engine, request(1931, "ru")))}
    assert "莫斯科" in {text for text, *_ in texts_of(drawn(engine, request(1931, "zh")))}
    assert "Moscow" in {text for text, *_ in texts_of(drawn(engine, request(1931, "en")))}


def test_each_style_has_its_own_colours_and_fiction_its_own(engine: SceneEngine) -> None:
    palettes = bundle.read_json("palette.json")
    for style in ("light", "dark"):
        colours = {colour for *_, colour in texts_of(drawn(engine, request(1931, style=style)))}
        assert palettes[style]["ink"] in colours
        fiction = str(drawn(engine, request(1931, style=style, strand="red-world")))
        assert palettes[style]["fiction"] in fiction
        assert palettes[style]["raid"] not in fiction


def test_the_basemap_is_drawn_within_the_globe(engine: SceneEngine) -> None:
    all_of_it = {"scale": 0.6, "originX": -562, "originY": -398, "width": 1124, "height": 796}
    sea, clipped, edge = engine.call("drawBasemap", request(1931) | {"viewport": all_of_it})
    assert (sea["op"], clipped["op"], edge["op"]) == ("fill", "clip", "stroke")
    assert sea["shape"] == clipped["shape"] == edge["shape"]
    assert len(clipped["items"]) == 9


def test_a_basemap_that_lies_in_the_globe_is_not_clipped(engine: SceneEngine) -> None:
    items = engine.call("drawBasemap", request(1931))
    assert len(items) == 11
    assert not [item for item in items if item["op"] == "clip"]
