"""The printed sheet in a real browser: its map is an SVG whose names are text; the screen is as before afterwards."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from browser import Watched, next_frames, opened, ready
from PIL import Image, ImageStat
from playwright.sync_api import Browser, Locator, Page, expect
from test_pages_folium_page import PAYLOADS, hostile

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.pages.atlas_pages import atlas_page

__all__ = ["hostile"]


def printed(page: Page) -> Locator:
    """The sheet of a page, which is then laid out for paper."""
    page.emulate_media(media="print")
    sheet = page.locator(".print-sheet")
    expect(sheet).to_be_visible()
    return sheet


def picture_of(drawn: Locator) -> Image.Image:
    return Image.open(BytesIO(drawn.screenshot())).convert("RGB")


def test_on_paper_stand_map_legend_list_and_sources_and_no_control(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1927&style=dark&panel=list&select=event:arcos-raid") as watched:
        page = ready(watched)
        page.set_viewport_size({"width": 680, "height": 960})  # an A4 page between its margins
        sheet = printed(page)
        for words in (
            "The OMS",
            "1927",
            "Legend",
            "All that holds in 1927",
            "Scotland Yard raids ARCOS",
            "Sources",
            "Data:",
        ):
            expect(sheet).to_contain_text(words)
        assert page.locator("button:visible, input:visible, .tools:visible, .timeline:visible").count() == 0
        assert sheet.locator(".print-entry").count() > 40
        assert sheet.evaluate(
            "sheet => sheet.scrollWidth <= innerWidth && document.documentElement.scrollWidth <= innerWidth"
        )
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert sheet.locator("h4").first.evaluate("title => getComputedStyle(title).color") == "rgb(0, 0, 0)"
        brightness = min(ImageStat.Stat(picture_of(sheet.locator(".print-map"))).mean)
        assert brightness > 180, "the map on paper is the light one"
        page.emulate_media(media="screen")
        expect(sheet).to_have_count(0)
        assert page.get_attribute("html", "data-style") == "dark"
        assert watched.wrong == []


@pytest.mark.parametrize("event", ["", "beforeprint"])
def test_the_map_on_paper_fills_its_frame_where_a_card_lies_beside_it(browser: Browser, atlas: str, event: str) -> None:
    """Under the card the map is left empty; printed with that, a quarter of the picture was blank."""
    with opened(browser, f"{atlas}#year=1931&select=person:jacob-rudnik") as watched:
        page = ready(watched)
        next_frames(page)
        if event:
            page.evaluate("name => window.dispatchEvent(new Event(name))", event)
        picture = picture_of(printed(page).locator(".print-map"))
        width, height = picture.size
        right = picture.crop((round(width * 0.75), 0, width, height))
        paper = right.getpixel((right.width - 4, 4))  # in the corner, where it is bare
        colours = right.getcolors(right.width * right.height)
        assert colours is not None
        assert sum(count for count, colour in colours if colour == paper) < 0.4 * right.width * right.height
        assert watched.wrong == []


def test_the_names_of_the_printed_map_are_text_and_none_reaches_beyond_its_edge(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1931&style=dark") as watched:
        sheet = printed(ready(watched))
        drawn = sheet.locator("svg.print-map")
        expect(drawn).to_have_attribute("aria-label", "The OMS, 1931")
        assert {"Moscow", "Shanghai", "The Noulens affair", "BRITISH INDIA"} <= set(
            drawn.locator("text").all_text_contents()
        )
        assert sheet.locator("figure canvas").count() == 0
        beyond = drawn.evaluate(
            """picture => {
                const frame = picture.getBoundingClientRect();
                return [...picture.querySelectorAll("text")].filter((name) => {
                    const { left, top, right, bottom } = name.getBoundingClientRect();
                    return left < frame.left || top < frame.top || right > frame.right || bottom > frame.bottom;
                }).map((name) => name.textContent);
            }"""
        )
        assert beyond == []
        assert watched.wrong == []


def test_the_lines_of_a_printed_name_to_the_left_of_its_mark_end_in_one_place(browser: Browser, atlas: str) -> None:
    """A screen has its characters on whole pixels: with the widths of such lines those on paper were ragged."""
    with opened(browser, f"{atlas}#year=1927") as watched:
        drawn = printed(ready(watched)).locator(".print-map")
        lines = ("Apr: Chinese police raid", "the office of the Soviet", "military attaché")
        ends = [
            drawn.locator("text", has_text=line).evaluate("(text) => text.getBoundingClientRect().right")
            for line in lines
        ]
        assert max(ends) - min(ends) < 0.5


def test_in_a_comparison_no_two_parts_have_the_same_id_and_each_reference_is_met(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1921&compare=1931") as watched:
        sheet = printed(ready(watched))
        pictures = sheet.locator("svg.print-map")
        expect(pictures).to_have_count(2)
        ids = [pictures.nth(i).evaluate("svg => [...svg.querySelectorAll('[id]')].map(({ id }) => id)") for i in (0, 1)]
        assert min(map(len, ids)) > 2
        everything = watched.page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
        assert len(everything) == len(set(everything))
        for own, drawn in zip(ids, pictures.all(), strict=True):
            referred = re.findall(r"(?:url\(|href=\")#([\w-]+)", drawn.evaluate("svg => svg.outerHTML"))
            assert set(referred) == set(own)
        assert watched.wrong == []


def test_a_hostile_text_on_the_printed_map_is_text(browser: Browser, hostile: PeriodLayers, tmp_path: Path) -> None:
    file = tmp_path / "atlas.html"
    file.write_text(atlas_page(hostile), encoding="utf-8")
    with opened(browser, f"{file.as_uri()}#year=1927") as watched:
        page = ready(watched)
        drawn = printed(page).locator("svg.print-map")
        texts = drawn.locator("text").all_text_contents()
        assert any(text.startswith(PAYLOADS[0][:20]) for text in texts)
        assert page.evaluate("window.ran") is None
        parts = drawn.evaluate("svg => [...new Set([...svg.querySelectorAll('*')].map(({ tagName }) => tagName))]")
        assert set(parts) <= {"defs", "g", "path", "use", "text", "clipPath", "linearGradient", "stop"}
        assert drawn.evaluate("svg => [...svg.querySelectorAll('text')].every((text) => text.children.length === 0)")
        assert watched.wrong == []


def test_a_pdf_is_made_and_the_screen_is_as_before(at_1927: Watched) -> None:
    page = at_1927.page
    before = page.evaluate("location.hash")
    for _ in range(2):  # the first time Chromium says in between that the medium is the screen
        pdf = page.pdf(format="A4")
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 3
        assert page.locator(".print-sheet").count() == 0
        assert page.evaluate("location.hash") == before
    assert at_1927.wrong == []
