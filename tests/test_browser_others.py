"""Hostile texts, the front page, and somebody else's folium map, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import folium
from browser import opened, ready, show_state
from conftest import ROOT
from playwright.sync_api import Browser, Page, Route, expect
from test_pages_folium_page import HOSTILE, hostile

from liaison_atlas import maps
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.layers.wording.strand_wording import strand_note, strand_title
from liaison_atlas.maps.pages.atlas_pages import atlas_page

__all__ = ["hostile"]
LEAFLET = ROOT / "maps" / "viewer" / "node_modules" / "leaflet" / "dist"


def test_a_hostile_text_runs_nothing_and_reads_as_it_was_written(
    browser: Browser, hostile: PeriodLayers, tmp_path: Path
) -> None:
    file = tmp_path / "atlas.html"
    file.write_text(atlas_page(hostile), encoding="utf-8")
    with opened(browser, f"{file.as_uri()}#year=1927") as watched:
        page = ready(watched)
        for state in (
            "panel=list",
            "panel=about",
            "select=station:vienna",
            "select=post:boris-vienna",
            "select=person:anna",
            "select=event:founding",
            "select=tie:anna-boris",
            "world=fiction&panel=list",
        ):
            show_state(page, f"year=1927&{state}")
            assert page.evaluate("window.ran") is None, state
            assert HOSTILE in page.evaluate("document.body.textContent"), state
            assert page.locator("img").count() == 0, state
        assert watched.wrong == []
        assert watched.requests == [page.url.split("#")[0]]


def test_the_front_page_shows_a_picture_of_each_year(browser: Browser, built: Path) -> None:
    with opened(browser, (built / "index.html").as_uri()) as watched:
        pictures = watched.page.locator("img")
        assert pictures.count() == 7
        for index in range(7):
            pictures.nth(index).scroll_into_view_if_needed()
            expect(pictures.nth(index)).to_have_js_property("naturalWidth", 1600)
        assert watched.wrong == []
        assert all(request.startswith("file:") for request in watched.requests)
        watched.page.get_by_role("link", name="Open the atlas").click()
        ready(watched)


@contextmanager
def host_page(browser: Browser, network: maps.PeriodNetwork, file: Path) -> Iterator[tuple[Page, list[str]]]:
    """A folium map of somebody else with the network on it, and the errors of our own scripts."""
    host = folium.Map((49, 15), zoom_start=5, tiles=None)
    network.add_to(host)
    host.save(file)

    def answer(route: Route) -> None:
        """The host's Leaflet comes from a content delivery network; here, from the viewer's own packages."""
        name = route.request.url.rsplit("/", 1)[-1]
        if name in ("leaflet.js", "leaflet.css"):
            route.fulfill(path=LEAFLET / name)
        else:
            route.fulfill(body="")

    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    wrong: list[str] = []
    # folium's own scripts are answered with nothing; only ours may not fail.
    page.on("pageerror", lambda error: wrong.append(str(error)) if "liaison" in str(error) else None)
    page.route(re.compile("^https?://"), answer)
    page.goto(file.as_uri())
    yield page, wrong
    context.close()


def painted_pixels(page: Page) -> int:
    expect(page.locator(".folium-map canvas")).to_be_visible()
    return int(
        page.evaluate(
            """() => { const canvas = document.querySelector(".folium-map canvas");
                const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
                let painted = 0; for (let i = 3; i < data.length; i += 4) if (data[i]) painted++; return painted; }"""
        )
    )


def test_the_network_draws_on_a_folium_map_of_somebody_else(
    browser: Browser, hostile: PeriodLayers, tmp_path: Path
) -> None:
    with host_page(browser, maps.PeriodNetwork(hostile, year=1927), tmp_path / "host.html") as (page, wrong):
        slider = page.get_by_role("slider", name="Year")
        expect(slider).to_have_value("1927")
        assert painted_pixels(page) > 500
        slider.focus()
        page.keyboard.press("ArrowRight")
        expect(slider).to_have_value("1928")
        assert page.evaluate("window.ran") is None
        assert wrong == []


def test_a_network_of_filtered_layers_draws_what_is_left_of_them(
    browser: Browser, oms_layers: PeriodLayers, tmp_path: Path
) -> None:
    data = oms_layers.data

    def painted(layers: PeriodLayers) -> int:
        with host_page(browser, maps.PeriodNetwork(layers, year=1927), tmp_path / "host.html") as (page, wrong):
            assert wrong == []
            expect(page.get_by_text(strand_note(data, data.strand(data.fiction_strand)) or "")).to_have_count(0)
            return painted_pixels(page)

    everything = painted(oms_layers)
    assert painted(oms_layers.record) == everything  # no fiction was drawn before either
    none = {name: frame.iloc[:0] for name, frame in oms_layers.items()}
    assert painted(replace(oms_layers, **none)) == 0
    assert 0 < painted(replace(oms_layers, couriers=none["couriers"], liaison=none["liaison"])) < everything
    with host_page(browser, maps.PeriodNetwork(oms_layers.at(1927)), tmp_path / "year.html") as (page, _):
        assert painted_pixels(page) == everything
        expect(page.get_by_role("slider")).to_have_count(0)


def test_a_network_of_fiction_alone_is_named_as_such(
    browser: Browser, oms_layers: PeriodLayers, tmp_path: Path
) -> None:
    data = oms_layers.data
    strand = data.strand(data.fiction_strand)
    fiction = maps.PeriodNetwork(oms_layers.strand(strand.name), year=1930)
    with host_page(browser, fiction, tmp_path / "fiction.html") as (page, wrong):
        expect(page.get_by_text(f"{strand_title(data, strand)}: {strand_note(data, strand)}")).to_be_visible()
        assert painted_pixels(page) > 100
        assert wrong == []
