"""The atlas in each of its languages, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browser import next_frames, opened, ready, show_state
from conftest import ROOT
from playwright.sync_api import Browser, Page, expect

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.pages.atlas_pages import atlas_page

OTHERS = {"de": "Deutsch", "ru": "Русский", "zh": "中文"}
# What is open; each has controls and texts of its own.
STATES = ["panel=list", "panel=layers", "panel=legend", "panel=about", "panel=language", "select=post:mirov-abramov-berlin", "select=person:leon-trotsky", "select=place:beijing", "world=fiction&panel=list"]  # fmt: skip


@pytest.fixture(scope="session")
def english() -> set[str]:
    """The texts of the English messages that stand by themselves, and the variants of the others."""
    source = (ROOT / "layers" / "locales" / "en.ftl").read_text(encoding="utf-8")
    texts = re.findall(r"^(?:[\w-]+ =| +\*?\[\w+\]) ([^{}\n]+)$", source, re.MULTILINE)
    assert {"Layers", "May", "Close"} <= set(texts)
    return {text for text in texts if re.search(r"[A-Za-z]{3}", text)}


def texts_of(page: Page) -> list[str]:
    """Every text that is seen or read out, but what is marked as English, and the licences."""
    return list(
        page.evaluate(
            """() => {
                const found = [];
                const own = (element) => !element.closest("[lang=en]:not(html), pre, .sources, script, style");
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                for (let node; (node = walker.nextNode());) if (own(node.parentElement)) found.push(node.data.trim());
                for (const element of document.querySelectorAll("[aria-label], [title], [aria-valuetext]"))
                    if (own(element)) for (const name of ["aria-label", "title", "aria-valuetext"]) found.push(element.getAttribute(name) ?? "");
                return found.filter((text) => text !== "");
            }"""
        )
    )


def test_no_word_of_the_english_interface_is_left(browser: Browser, atlas: str, english: set[str]) -> None:
    # What German and English write the same; the short names of the months come from Intl.
    shared = {"Name", "Station", "Person", "Stationen", "April", "August", "September", "November"}
    shared |= {"Jan", "Feb", "Apr", "Aug", "Sept", "Nov"}
    left = {}
    with opened(browser, f"{atlas}#year=1927") as watched:
        page = ready(watched)
        for language in OTHERS:
            for state in STATES:
                show_state(page, f"year=1927&lang={language}&{state}")
                assert page.get_attribute("html", "lang") == language
                left[language, state] = {text for text in texts_of(page) if text in english - shared}
        assert {at: texts for at, texts in left.items() if texts} == {}
        assert watched.wrong == []


def test_choosing_a_language_changes_everything_at_once_and_back_returns(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1927&select=post:mirov-abramov-berlin") as watched:
        page = ready(watched)
        expect(page.locator(".sheet")).to_contain_text("head of the OMS in Germany")
        page.get_by_role("button", name="Language: English").click()
        page.get_by_label("Deutsch", exact=True).check()
        assert page.get_attribute("html", "lang") == "de"
        assert "lang=de" in page.evaluate("location.hash")
        assert page.title().startswith("Die OMS, 1927")
        expect(page.get_by_role("heading", level=1)).to_have_text("Die OMS")
        expect(page.get_by_role("slider", name="Jahr")).to_be_visible()
        # The keyboard is where it was, on the choice.
        expect(page.get_by_label("Deutsch", exact=True)).to_be_focused()
        page.keyboard.press("ArrowDown")
        assert page.get_attribute("html", "lang") == "ru"
        page.go_back()
        page.wait_for_selector('html[lang="de"]', state="attached")
        page.evaluate("location.hash = location.hash.replace('panel=language', '')")
        card = page.locator(".sheet")
        expect(card).to_contain_text("Leiter der OMS in Deutschland")
        expect(card).to_contain_text("von 1921 bis 1930")
        expect(card).to_contain_text("S. 319")
        expect(card).to_contain_text("Kriwitzki, der ihn kannte")
        assert page.locator(".written-in").count() == 0
        assert watched.wrong == []


def test_a_page_that_was_played_goes_on_being_usable_in_another_language(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1927&panel=language") as watched:
        page = ready(watched)
        page.get_by_role("button", name="Play the years").click()
        page.get_by_label("Deutsch", exact=True).check()
        assert page.get_attribute("html", "data-state") == "ready"
        year = page.get_attribute("html", "data-year") or ""
        page.get_by_role("button", name="Nächstes Jahr").click()
        assert page.get_attribute("html", "data-year") == str(int(year) + 1)
        assert (
            page.locator(".timeline").count() == page.locator(".heading").count() == page.locator(".tools").count() == 1
        )


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "ru",
            (
                "руководитель ОМС в Германии",
                "с 1921 по 1930 год",
                "Сведения основаны на научных исследованиях и на воспоминаниях. Цитируются по справочному изданию.",
            ),
        ),
        ("zh", ("国际联络部驻德国负责人", "1921年至1930年", "依据学术研究和回忆录。转引自工具书。")),
    ],
)
def test_a_card_of_the_oms_is_wholly_in_its_language(
    browser: Browser, atlas: str, language: str, texts: tuple[str, ...]
) -> None:
    with opened(browser, f"{atlas}#year=1927&lang={language}&select=post:mirov-abramov-berlin") as watched:
        page = ready(watched)
        for text in texts:
            expect(page.locator(".sheet")).to_contain_text(text)
        assert page.locator(".written-in").count() == 0


def test_a_note_without_a_translation_says_so_to_eye_and_ear(
    browser: Browser, small_layers: PeriodLayers, tmp_path: Path
) -> None:
    (tmp_path / "small.html").write_text(atlas_page(small_layers), encoding="utf-8")
    with opened(browser, f"{(tmp_path / 'small.html').as_uri()}#lang=de&select=person:anna") as watched:
        note = ready(watched).locator(".sheet .note")
        expect(note.locator("[lang=en]")).to_have_text("An invented person.")
        expect(note.locator(".written-in")).to_have_text("auf Englisch")


@pytest.mark.parametrize(
    ("language", "then", "later"),
    [
        ("en", "Peking (today Beijing), China", "Peiping (today Beijing), China"),
        ("de", "Peking, China", "Peiping (heute Peking), China"),
        ("ru", "Пекин, Китай", "Бэйпин (ныне Пекин), Китай"),
        ("zh", "北京，中国", "北平（今北京），中国"),
    ],
)
def test_a_place_bears_the_name_of_its_time_in_each_language(
    browser: Browser, atlas: str, language: str, then: str, later: str
) -> None:
    for year, name in ((1927, then), (1928, later)):
        with opened(browser, f"{atlas}#year={year}&lang={language}&select=place:beijing") as watched:
            expect(ready(watched).get_by_role("heading", level=2)).to_have_text(name)


def test_in_a_range_an_event_has_the_name_that_its_place_bore_then(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1930&from=1921&panel=list") as watched:
        row = ready(watched).locator(".listing tr", has_text="Chinese police raid")
        expect(row).to_contain_text("Peking")
    with opened(browser, f"{atlas}#year=1930&from=1921&panel=find&find=Chinese%20police") as watched:
        expect(ready(watched).locator(".found", has_text="Chinese police raid").first).to_contain_text("Peking (today")


@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_nothing_overflows_in_any_language(browser: Browser, atlas: str, size: str) -> None:
    found = {}
    with opened(browser, f"{atlas}#year=1927", size, reduced_motion="reduce") as watched:
        page = ready(watched)
        for language in ("en", *OTHERS):
            for state in STATES:
                show_state(page, f"year=1927&lang={language}&{state}")
                found[language, state] = overflowing(page)
    assert {at: parts for at, parts in found.items() if parts} == {}


def overflowing(page: Page) -> list[str]:
    """What is cut off by its own box, or lies outside the window, or runs into its neighbour in the bar."""
    return list(
        page.evaluate(
            """() => {
                const seen = [...document.querySelectorAll("body *")].filter((e) =>
                    e.checkVisibility() && !e.closest(".leaflet-container, .unseen, .skip, pre, .ticks") && e.tagName !== "CANVAS" && e.clientWidth !== 1);
                const wide = seen.filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible");
                const outside = seen.filter((e) => { const b = e.getBoundingClientRect(); return b.width > 0 && (b.right > innerWidth + 1 || b.left < -1); });
                const inBar = [...document.querySelectorAll(".tools .bar .tool")].filter((e) => e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().height > 60);
                return [...wide, ...outside, ...inBar].map((e) => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 50)}`);
            }"""
        )
    )


@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_a_page_that_is_written_from_right_to_left_does_not_break(browser: Browser, atlas: str, size: str) -> None:
    with opened(browser, f"{atlas}#year=1927", size, reduced_motion="reduce") as watched:
        page = ready(watched)
        page.evaluate("document.documentElement.dir = 'rtl'")
        for state in ("panel=list", "panel=legend", "select=post:mirov-abramov-berlin", "panel="):
            show_state(page, f"year=1927&{state}")
            page.evaluate("document.documentElement.dir = 'rtl'")
            next_frames(page)
            assert overflowing(page) == [], state
        box = page.get_by_role("slider", name="Year").bounding_box()
        assert box
        assert box["width"] > 100
        assert watched.wrong == []


def test_a_page_of_one_year_speaks_the_languages_too(browser: Browser, folder: Path) -> None:
    with opened(browser, f"{(folder / 'years' / '1927.html').as_uri()}#lang=zh") as watched:
        page = ready(watched)
        assert page.get_attribute("html", "lang") == "zh"
        expect(page.get_by_role("heading", level=1)).to_have_text("国际联络部")
        assert watched.wrong == []


def test_a_language_that_the_data_do_not_declare_is_not_offered(
    browser: Browser, small_layers: PeriodLayers, tmp_path: Path
) -> None:
    (tmp_path / "small.html").write_text(atlas_page(small_layers), encoding="utf-8")
    with opened(browser, f"{(tmp_path / 'small.html').as_uri()}#lang=zh&panel=language") as watched:
        page = ready(watched)
        assert page.get_attribute("html", "lang") == "en"
        assert page.locator(".sheet input[name=language]").evaluate_all("all => all.map(one => one.value)") == [
            "en",
            "de",
        ]
