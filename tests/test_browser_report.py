"""The report in a real browser: from a disk, with the network cut, in every size, without a script."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import SIZES, opened, ready
from conftest import OMS, SMALL, written_once
from playwright.sync_api import Browser, expect
from test_pages_folium_page import HOSTILE, hostile

from liaison_atlas import seeds
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.pages.report import report_document, report_page

__all__ = ["hostile"]


@pytest.fixture(scope="session")
def reports(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of both data sets, and the atlas that the one of the OMS links to."""

    def write(reports: Path) -> None:
        for name, data in (("report.html", OMS), ("small.html", SMALL)):
            (reports / name).write_text(report_page(report_document(seeds.read(data))), encoding="utf-8")
        shutil.copy(folder / "atlas.html", reports)

    return written_once(tmp_path_factory, "reports", write)


@pytest.mark.parametrize("name", ["report.html", "small.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser: Browser, reports: Path, name: str, scheme: str) -> None:
    with opened(browser, (reports / name).as_uri(), bypass_csp=True, color_scheme=scheme) as watched:
        watched.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        found = Axe().run(watched.page, options={"resultTypes": ["violations"]})
        assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found.response["violations"]] == []


@pytest.mark.parametrize("size", SIZES)
def test_the_page_fits_every_screen_and_asks_for_nothing(browser: Browser, reports: Path, size: str) -> None:
    with opened(browser, (reports / "report.html").as_uri(), size) as watched:
        page = watched.page
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        expect(page.get_by_role("heading", level=1)).to_have_text("What the evidence says about itself")
        assert watched.wrong == []
        assert watched.requests == [page.url]


def test_the_contents_lead_to_every_part(browser: Browser, reports: Path) -> None:
    with opened(browser, (reports / "report.html").as_uri()) as watched:
        page = watched.page
        for link in page.get_by_role("navigation").get_by_role("link").all():
            link.click()
            target = page.locator(link.get_attribute("href") or "")
            expect(target).to_be_in_viewport()


def test_a_side_of_a_disagreement_opens_in_the_atlas(browser: Browser, reports: Path) -> None:
    with opened(browser, (reports / "report.html").as_uri() + "#disagreement-founding") as watched:
        page = watched.page
        side = page.locator("#disagreement-founding .side").first
        expect(side).to_be_in_viewport()
        name = side.get_by_role("heading").inner_text()
        side.get_by_role("link", name=name).click()
        ready(watched)
        expect(page.get_by_role("heading", name=name)).to_be_visible()


def test_the_charts_are_drawn(browser: Browser, reports: Path) -> None:
    with opened(browser, (reports / "report.html").as_uri()) as watched:
        bars = watched.page.locator(".chart svg rect")
        assert bars.count() > 40
        assert watched.page.locator(".chart li").count() == 25
        assert all(box["width"] > 5 for box in (bars.nth(i).bounding_box() for i in range(10)) if box)


def test_hostile_texts_run_nothing_and_read_as_they_were_written(
    browser: Browser, hostile: PeriodLayers, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    file.write_text(report_page(report_document(hostile.data)), encoding="utf-8")
    with opened(browser, file.as_uri()) as watched:
        page = watched.page
        assert page.evaluate("window.ran") is None
        assert page.locator("img, script").count() == 0
        assert HOSTILE in (page.locator("main").text_content() or "")
        assert watched.wrong == []
        assert watched.requests == [page.url]


def test_on_paper_everything_is_open_and_the_contents_are_gone(browser: Browser, reports: Path) -> None:
    with opened(browser, (reports / "report.html").as_uri()) as watched:
        page = watched.page
        page.emulate_media(media="print")
        expect(page.get_by_role("navigation")).to_be_hidden()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("document.querySelector('.bibliography details ul').getBoundingClientRect().height") > 0
