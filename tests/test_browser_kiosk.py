"""The kiosk's page in a browser with touch, from a disk, with the network cut."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import SIZES, next_frames, opened, ready
from conftest import OpenKiosk
from kiosk_screen import SKIPPING, STAFF, KioskScreen
from playwright.sync_api import Browser, expect

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.kiosk.kiosk_config import (
    AccessConfig,
    ContentConfig,
    KioskConfig,
    ScreenConfig,
    StartConfig,
    TimesConfig,
)
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page_document, render_kiosk_page
from liaison_atlas.maps.kiosk.publishing import publish
from liaison_atlas.maps.site.building import build
from liaison_atlas.seeds.tables.dataset import Dataset
from tools.kiosk_soak import CANVAS_HASH_JS, run_soak

KIOSK_SIZES = ("full HD", "portrait kiosk", "4K", "4K upright")


def test_the_first_touch_only_wakes(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        box = kiosk.page.locator(".kiosk-bar .ways button").first.bounding_box()
        kiosk.tap((box["x"] + 20, box["y"] + 20))  # the tour lies there, below the call
        kiosk.wait_for_state("active")
        expect(kiosk.page.locator(".panel")).to_be_hidden()
        kiosk.tap(kiosk.tool("Tour"))
        expect(kiosk.page.locator(".panel h2")).to_have_text("The office")


def test_idle_years_play_and_each_language_calls(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        call = kiosk.page.locator(".attract .call")
        expect(call).to_have_text("Touch to begin")
        year = int(kiosk.data("year") or 0)
        kiosk.skip(4)
        expect(call).to_have_text("Zum Beginnen berühren")
        expect(call).to_have_attribute("lang", "de")
        expect(kiosk.page.locator("html")).to_have_attribute("data-year", str(year + 1))
        kiosk.skip(4)
        expect(call).to_have_text("Touch to begin")
        expect(kiosk.page.locator("html")).to_have_attribute("data-year", str(year + 2))


def test_everything_returns_to_the_start_after_the_count_down(open_kiosk: OpenKiosk) -> None:
    with open_kiosk(
        times=TimesConfig(attract_step_s=60), start=StartConfig(year=1925), screen=ScreenConfig(table=True)
    ) as kiosk:
        scene = kiosk.page.locator(".leaflet-map-pane")
        ground = kiosk.page.locator(".liaison-ground")
        before = (scene.get_attribute("style"), ground.get_attribute("style"), ground.evaluate(CANVAS_HASH_JS))
        kiosk.wake()
        kiosk.tap(kiosk.tool("Language"))
        kiosk.tap(kiosk.page.get_by_role("button", name="Deutsch"))
        expect(kiosk.page.locator("html")).to_have_attribute("lang", "de")
        for name in ("Große Schrift", "Hoher Kontrast", "Umdrehen", "Rundgang"):
            kiosk.tap(kiosk.tool(name))
        kiosk.tap(kiosk.page.get_by_role("button", name="Vergrößern"))
        kiosk.page.locator(".panel-body").evaluate("body => { body.scrollTop = 40; body.focus(); }")
        assert (kiosk.data("type"), kiosk.data("contrast"), kiosk.data("panel")) == ("large", "high", "tour")
        kiosk.skip(60)
        kiosk.wait_for_state("warning")
        expect(kiosk.page.get_by_role("alertdialog")).to_contain_text("Sind Sie noch da?")
        kiosk.skip(20)
        kiosk.wait_for_state("attract")
        assert (kiosk.data("type"), kiosk.data("contrast"), kiosk.data("panel"), kiosk.data("year")) == (
            "",
            "",
            "",
            "1925",
        )
        expect(kiosk.page.locator("html")).to_have_attribute("lang", "en")
        expect(kiosk.page.locator(".panel")).to_be_hidden()
        assert kiosk.page.locator(".house").evaluate("page => page.style.rotate") == ""
        assert kiosk.page.evaluate("document.activeElement === document.body")
        after = (scene.get_attribute("style"), ground.get_attribute("style"), ground.evaluate(CANVAS_HASH_JS))
        assert after == before
        kiosk.wake()
        expect(kiosk.tool("Tour")).to_be_visible()


def test_a_zoom_that_is_under_way_does_not_outlast_the_return(open_kiosk: OpenKiosk) -> None:
    with open_kiosk(times=TimesConfig(attract_step_s=60)) as kiosk:
        ground = kiosk.page.locator(".liaison-ground")
        before = ground.evaluate(CANVAS_HASH_JS)
        kiosk.wake()
        closer = kiosk.page.locator(".nearer button").first
        closer.evaluate(
            "button => { button.click(); skip(60); }"
        )  # the zoom begins with the next frame, and takes 250 ms
        kiosk.wait_for_state("warning")
        closer.evaluate("button => { button.click(); skip(20); }")
        kiosk.wait_for_state("attract")
        kiosk.page.wait_for_timeout(350)  # longer than a zoom that still runs
        assert ground.evaluate(CANVAS_HASH_JS) == before


def test_any_touch_stops_the_count_down_and_does_nothing_else(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        dialog = kiosk.page.get_by_role("alertdialog")
        for touched in (kiosk.page.locator(".kiosk-bar .ways button").first, dialog, (5, 5), (900, 500)):
            kiosk.skip(60)
            kiosk.wait_for_state("warning")
            expect(dialog.locator(".seconds")).to_have_text(re.compile("20|19"))
            kiosk.skip(18)
            expect(dialog.locator(".seconds")).to_have_text(re.compile("[12]"))
            kiosk.tap(touched)
            kiosk.wait_for_state("active")
            expect(dialog).to_be_hidden()
            expect(kiosk.page.locator(".panel")).to_be_hidden()


def test_nobody_is_reset_while_a_finger_touches_the_screen(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        kiosk.fingers("touchStart", (900, 500))
        kiosk.skip(300)
        assert kiosk.data("state") == "active"
        kiosk.fingers("touchEnd")
        kiosk.skip(60)
        kiosk.wait_for_state("warning")


def test_neither_sleep_nor_a_clock_that_jumps_takes_the_count_down_from_a_visitor(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        page = kiosk.page
        page.evaluate(
            "const wrong = Date.now() - 4e11; Date.now = () => wrong; document.dispatchEvent(new Event('visibilitychange'))"
        )
        kiosk.beats()
        assert kiosk.data("state") == "active"
        kiosk.skip(90_000)  # a night with the lid down: the count-down begins now, and is shown for its whole length
        kiosk.wait_for_state("warning")
        assert int(page.locator(".warning .seconds").inner_text()) >= 19
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        kiosk.skip(90_000)
        kiosk.wait_for_state("attract")
        kiosk.wake()


def test_the_tour_plays_by_itself_until_it_is_touched(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        kiosk.tap(kiosk.tool("Tour"))
        kiosk.tap(kiosk.page.get_by_role("button", name="Play", exact=True))
        heading = kiosk.page.locator(".panel h2")
        kiosk.skip(20)
        expect(heading).to_have_text("The residency")
        kiosk.skip(20)
        expect(heading).to_have_text("The office")
        kiosk.tap(kiosk.page.get_by_role("button", name="Pause", exact=True))
        kiosk.skip(20)
        assert heading.inner_text() == "The office"
        # It is not a visitor: played or not, the count-down comes.
        kiosk.tap(kiosk.page.get_by_role("button", name="Play", exact=True))
        for _ in range(3):
            kiosk.skip(20)
        kiosk.wait_for_state("warning")


def test_the_years_follow_a_finger_on_their_slider_and_no_longer_play(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        kiosk.tap(kiosk.page.get_by_role("button", name="Play the years"))
        box = kiosk.page.locator("input.years").bounding_box()
        y = box["y"] + box["height"] / 2
        kiosk.tap((box["x"] + 0.98 * box["width"], y))
        expect(kiosk.page.locator("html")).to_have_attribute("data-year", "1930")
        expect(kiosk.page.get_by_role("button", name="Play the years")).to_be_visible()
        kiosk.fingers("touchStart", (box["x"] + 0.96 * box["width"], y))
        for step in range(1, 11):
            kiosk.fingers("touchMove", (box["x"] + (0.96 - 0.046 * step) * box["width"], y))
        kiosk.fingers("touchEnd")
        expect(kiosk.page.locator("html")).to_have_attribute("data-year", "1927")


CONTROLS = """() => [...document.querySelectorAll('button, input')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .map((each) => { const { x, y, width, height } = each.getBoundingClientRect();
    return { name: each.ariaLabel || each.textContent, x, y, width, height, rolls: Boolean(each.closest('.panel-body')) }; })"""


@pytest.mark.parametrize("size", KIOSK_SIZES)
def test_every_stop_of_the_tour_is_reached_and_every_control_is_large_enough_and_in_reach(
    open_kiosk: OpenKiosk, size: str
) -> None:
    screen = ScreenConfig(*SIZES[size], diagonal_in=32, table=True)
    width, height = SIZES[size]
    with open_kiosk(size, screen=screen) as kiosk:
        page = kiosk.page
        kiosk.wake()
        kiosk.tap(kiosk.tool("Tour"))
        heading = page.locator(".panel h2")
        for button, name, year in (
            (None, "The office", "1926"),
            ("Next", "The residency", "1927"),
            ("Back", "The office", "1926"),
        ):
            if button:
                kiosk.tap(page.get_by_role("button", name=button, exact=True))
            expect(heading).to_have_text(name)
            assert kiosk.data("year") == year
        kiosk.tap(page.locator(".cite").first)
        expect(page.locator(".panel .kicker")).to_have_text("Source in full")
        for large in (False, True):
            if large:
                kiosk.tap(kiosk.tool("Large type"))
            for name in ("Tour", "People and places", "What is shown", "Legend", "Language"):
                kiosk.tap(kiosk.tool(name))
                controls = page.evaluate(CONTROLS)
                assert len(controls) > 12
                fixed = [each for each in controls if not each["rolls"]]
                for each in controls:
                    assert min(each["width"], each["height"]) >= max(48, screen.touch_target_px) - 0.5, each
                for each in fixed:
                    assert each["x"] >= 0, each
                    assert each["y"] >= 0, each
                    assert each["x"] + each["width"] <= width, each
                    assert each["y"] + each["height"] <= height, each
                    if height > width and not large:
                        assert each["y"] >= height * 0.66, each
                for one, other in itertools.combinations(fixed, 2):
                    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
                    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
                    assert min(across, down) < 1, (one, other)
                assert page.evaluate("document.scrollingElement.scrollHeight <= innerHeight")
                assert page.locator(".house").evaluate("page => page.scrollHeight <= page.clientHeight")
                panel, bar = (page.locator(part).bounding_box() for part in (".panel", ".kiosk-bar .time"))
                assert panel["y"] + panel["height"] <= bar["y"]
                assert page.locator(".panel-body").evaluate("body => body.clientHeight") > 60
                cut = "bar => [...bar.querySelectorAll('.tool span')].filter((word) => word.scrollWidth > word.clientWidth + 1 || word.clientWidth < 20).map((word) => word.textContent)"
                assert page.locator(".kiosk-bar").evaluate(cut) == []


def test_back_from_a_source_leads_to_where_it_was_opened(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        kiosk.tap(kiosk.tool("Tour"))
        kiosk.tap(kiosk.page.get_by_role("button", name="Next", exact=True))
        heading = kiosk.page.locator(".panel h2")
        kiosk.tap(kiosk.page.locator(".cite").first)
        expect(kiosk.page.locator(".panel .kicker")).to_have_text("Source in full")
        expect(kiosk.tool("Tour")).to_have_attribute("aria-expanded", "true")
        kiosk.tap(kiosk.page.locator(".panel").get_by_role("button", name="Back", exact=True))
        expect(heading).to_have_text("The residency")
        # Nor is the way lost by a look at something else.
        kiosk.tap(kiosk.tool("Legend"))
        kiosk.tap(kiosk.tool("Tour"))
        expect(heading).to_have_text("The residency")
        kiosk.tap(kiosk.tool("People and places"))
        kiosk.tap(kiosk.page.locator(".panel .rows button").first)
        name = heading.inner_text()
        kiosk.tap(kiosk.page.locator(".cite").last)
        kiosk.tap(kiosk.page.locator(".panel").get_by_role("button", name="Back", exact=True))
        expect(heading).to_have_text(name)


def test_a_stop_of_the_tour_is_on_the_map_whatever_was_left_out_before(open_kiosk: OpenKiosk) -> None:
    with open_kiosk(content=ContentConfig(fiction=True)) as kiosk:
        kiosk.wake()
        panel = kiosk.page.locator(".panel")
        kiosk.tap(kiosk.tool("What is shown"))
        for name in ("Stations", "Heads", "Only what is seen and certain"):
            kiosk.tap(panel.get_by_role("button", name=name, exact=True))
        for name, shown in (
            ("Partisan claims: from partisan sources alone", ("main", "partisan")),
            ("Fiction", ("fiction", None)),
        ):
            kiosk.tap(panel.get_by_role("button", name=name, exact=True))
            assert (kiosk.data("strand"), kiosk.data("only")) == shown
            kiosk.tap(kiosk.tool("Tour"))
            expect(panel.locator("h2")).to_have_text("The office")
            assert (kiosk.data("strand"), kiosk.data("only")) == ("main", None)
            kiosk.tap(kiosk.tool("What is shown"))
            for name in ("Stations", "Seen and possible"):
                expect(panel.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-pressed", "true")


def test_what_no_source_dates_is_a_touch_away_with_its_number(open_kiosk: OpenKiosk) -> None:
    with open_kiosk(content=ContentConfig(fiction=True)) as kiosk:
        kiosk.wake()
        panel = kiosk.page.locator(".panel")
        kiosk.tap(kiosk.tool("1 undated"))
        expect(panel.locator("h2")).to_have_text("Undated: no source says when (1)")
        choice = panel.get_by_role("button", name="Draw them too")
        kiosk.tap(choice)
        expect(choice).to_have_attribute("aria-pressed", "true")
        kiosk.tap(panel.locator('[data-reference="tie:boris-unnamed"]'))
        expect(panel.locator(".facts")).to_contain_text("No source says when")
        # Where nothing is undated there is no button.
        kiosk.tap(kiosk.tool("What is shown"))
        kiosk.tap(panel.get_by_role("button", name="Fiction", exact=True))
        expect(kiosk.tool("undated")).to_be_hidden()


@pytest.mark.parametrize("stops", [0, 1])
def test_a_tour_of_one_stop_has_no_next_and_without_a_tour_there_is_no_button(
    browser: Browser, small_layers: PeriodLayers, tmp_path: Path, stops: int
) -> None:
    document = kiosk_page_document(small_layers, KioskConfig(languages=("en", "de")))
    page_file = tmp_path / "kiosk.html"
    tour = [{**stop, "text": {**stop["text"], "de": "Ein Amt."}} for stop in document["tour"][:stops]]
    page_file.write_text(render_kiosk_page({**document, "tour": tour}), encoding="utf-8")
    with opened(browser, page_file.as_uri(), "full HD", first=SKIPPING, has_touch=True) as watched:
        page = ready(watched)
        text = page.locator(".attract .told")
        if stops:
            languages = set()
            expect(text).to_be_hidden()  # the years play, and have not come to its stop
            for _ in range(16):  # a single text is shown in one language after another
                languages |= {text.get_attribute("lang")} if text.is_visible() else set()
                page.evaluate("skip", 4)
                page.evaluate("beat")
                next_frames(page)
            assert languages == {"en", "de"}
        else:
            expect(text).to_be_hidden()
        expect(page.locator(".attract .call")).to_be_visible()
        page.touchscreen.tap(900, 400)
        opener = page.locator(".kiosk-bar").get_by_role("button", name="Tour", exact=True)
        expect(opener).to_have_count(stops)
        if stops:
            opener.tap()
            expect(page.locator(".panel h2")).to_have_text("The office")
            expect(page.locator(".panel-foot")).to_be_hidden()
        assert watched.wrong == []


@pytest.mark.parametrize("size", ["full HD", "portrait kiosk"])
def test_where_no_text_is_shown_no_veil_lies_on_the_map(open_kiosk: OpenKiosk, size: str) -> None:
    width, height = SIZES[size]
    below_the_names = {"x": 0, "y": 0.72 * height, "width": 0.6 * width, "height": 0.08 * height}
    for year, veiled in ((1925, False), (1926, True)):  # the first stop of the tour is of 1926
        with open_kiosk(size, times=TimesConfig(attract_step_s=60), start=StartConfig(year=year)) as kiosk:
            page = kiosk.page
            page.evaluate("Promise.allSettled(document.getAnimations().map((each) => each.finished))")
            expect(page.locator(".attract .call")).to_be_visible()
            page.locator(".attract .lines").evaluate("lines => { lines.hidden = true; }")
            seen = page.screenshot(clip=below_the_names)  # type: ignore[arg-type]
            page.locator(".attract").evaluate("attract => { attract.hidden = true; }")
            assert (seen != page.screenshot(clip=below_the_names)) is veiled  # type: ignore[arg-type]


def test_with_one_language_there_is_no_choice_of_it(open_kiosk: OpenKiosk) -> None:
    with open_kiosk(languages=("de",)) as kiosk:
        call = kiosk.page.locator(".attract .call")
        for _ in range(2):
            expect(call).to_have_text("Zum Beginnen berühren")
            kiosk.skip(4)
        kiosk.wake()
        expect(kiosk.tool("Sprache")).to_have_count(0)
        expect(kiosk.tool("Rundgang")).to_be_visible()


def test_the_count_down_is_seen_over_the_page_for_staff_too(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        for _ in range(5):
            kiosk.tap((20, 20))
        expect(kiosk.page.locator(".staff")).to_be_visible()
        kiosk.skip(60)
        kiosk.wait_for_state("warning")
        seen = "box => { const { x, y, width, height } = box.getBoundingClientRect(); return box.contains(document.elementFromPoint(x + width / 2, y + height / 2)); }"
        assert kiosk.page.locator(".warning .lines").evaluate(seen)
        kiosk.skip(20)
        kiosk.wait_for_state("attract")
        expect(kiosk.page.locator(".staff")).to_be_hidden()


WORDS_ASTRAY = """() => {
  const astray = [];
  for (const part of document.querySelectorAll('.kiosk-bar, .panel, .staff')) {
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), range = document.createRange();
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const button = node.parentElement.closest('button')?.getBoundingClientRect();
      for (const word of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const boxes = range.getClientRects();
        if (boxes.length > 1) astray.push(`${word[0]} is broken`);
        for (const box of boxes)
          if (button && (box.left < button.left + 1 || box.right > button.right - 1)) astray.push(`${word[0]} leaves its button`);
      }
    }
  }
  return astray;
}"""


@pytest.mark.parametrize("size", ["full HD", "portrait kiosk"])
@pytest.mark.parametrize("language", ["en", "de", "ru"])
def test_no_word_is_broken_or_leaves_its_button_in_any_language_and_size_of_type(
    open_kiosk: OpenKiosk, size: str, language: str
) -> None:
    with open_kiosk(
        size, languages=(language, "zh"), screen=ScreenConfig(*SIZES[size], diagonal_in=32, table=True)
    ) as kiosk:
        kiosk.wake()
        tools = kiosk.page.locator(".kiosk-bar .tool")
        for large in (False, True):
            if large:
                kiosk.tap(tools.nth(6))
                assert kiosk.data("type") == "large"
            for number in range(6):
                kiosk.tap(tools.nth(number))
                assert kiosk.page.evaluate(WORDS_ASTRAY) == []
        for _ in range(5):
            kiosk.tap((20, 20))
        expect(kiosk.page.locator(".staff .digits")).to_be_visible()
        assert kiosk.page.evaluate(WORDS_ASTRAY) == []


def test_large_type_high_contrast_and_the_other_side_are_switched_on_and_off_in_every_language(
    open_kiosk: OpenKiosk,
) -> None:
    turned = "page => page.style.rotate"
    with open_kiosk(screen=ScreenConfig(table=True)) as kiosk:
        kiosk.wake()
        for names in (("Large type", "High contrast", "Turn round"), ("Große Schrift", "Hoher Kontrast", "Umdrehen")):
            for on in (True, False):
                for name in names:
                    kiosk.tap(kiosk.tool(name))
                    expect(kiosk.tool(name)).to_have_attribute("aria-pressed", str(on).lower())
                assert (kiosk.data("type"), kiosk.data("contrast")) == (("large", "high") if on else ("", ""))
                assert kiosk.page.locator(".house").evaluate(turned) == ("180deg" if on else "")
            if names[0] == "Large type":
                kiosk.tap(kiosk.tool("Language"))
                kiosk.tap(kiosk.page.get_by_role("button", name="Deutsch"))


def test_large_type_of_the_settings_enlarges_the_map_as_the_switch_does(open_kiosk: OpenKiosk) -> None:
    with open_kiosk(access=AccessConfig(large_type=True)) as kiosk:
        kiosk.wake()
        next_frames(kiosk.page)
        ground = kiosk.page.locator(".liaison-ground")
        at_first = ground.evaluate(CANVAS_HASH_JS)
        for _ in range(2):
            kiosk.tap(kiosk.tool("Large type"))
            next_frames(kiosk.page)
        assert ground.evaluate(CANVAS_HASH_JS) == at_first


def test_two_visitors_do_not_disturb_each_other(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        # One holds a finger on the map while another opens the tour and lets go.
        box = kiosk.tool("Tour").bounding_box()
        tour = (box["x"] + 40, box["y"] + 30)
        kiosk.fingers("touchStart", (900, 400))
        kiosk.fingers("touchStart", (900, 400), tour)
        kiosk.lift(1, tour)
        expect(kiosk.page.locator(".panel h2")).to_have_text("The office")
        kiosk.fingers("touchEnd")
        assert kiosk.data("state") == "active"


def test_one_finger_moves_the_map_and_two_enlarge_it_from_both_sides_of_a_table(open_kiosk: OpenKiosk) -> None:
    with open_kiosk(screen=ScreenConfig(table=True)) as kiosk:
        kiosk.wake()
        corner = (
            "map => { const c = map.querySelector('.liaison-ground').getBoundingClientRect(); return [c.left, c.top]; }"
        )
        scene = kiosk.page.locator(".leaflet-map-pane")
        for turned in (False, True):
            if turned:
                kiosk.tap(kiosk.tool("Turn round"))
            start = scene.evaluate(corner)
            kiosk.fingers("touchStart", (900, 400))
            for step in range(1, 6):
                kiosk.fingers("touchMove", (900 + 6 * step, 400 + 4 * step))
            next_frames(kiosk.page)  # a browser gathers moves until the next frame
            moved = scene.evaluate(corner)
            # Under the finger, as the visitor sees it, whichever way the page is turned.
            assert moved[0] - start[0] == pytest.approx(30, abs=2)
            assert moved[1] - start[1] == pytest.approx(20, abs=2)
            kiosk.fingers("touchEnd")
            width = "map => map.querySelector('.liaison-ground').getBoundingClientRect().width"
            before = scene.evaluate(width)
            kiosk.fingers("touchStart", (800, 400), (1000, 400))
            for step in range(1, 6):
                kiosk.fingers("touchMove", (800 - 10 * step, 400), (1000 + 10 * step, 400))
            next_frames(kiosk.page)
            assert scene.evaluate(width) / before == pytest.approx(1.5, rel=0.05)
            kiosk.fingers("touchEnd")
            assert kiosk.page.evaluate("visualViewport.scale") == 1


@pytest.mark.parametrize("rotation", [90, 270])
def test_a_screen_that_is_rotated_is_touched_where_it_shows(open_kiosk: OpenKiosk, rotation: Literal[90, 270]) -> None:
    with open_kiosk("full HD", screen=ScreenConfig(1080, 1920, rotation=rotation)) as kiosk:
        kiosk.wake()
        assert kiosk.page.locator(".house").get_attribute("data-tall") == "true"
        ground = kiosk.page.locator(".liaison-ground")
        before = ground.bounding_box()
        kiosk.fingers("touchStart", (900, 400))
        kiosk.fingers("touchMove", (930, 420))
        next_frames(kiosk.page)
        after = ground.bounding_box()
        kiosk.fingers("touchEnd")
        assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((30, 20), abs=2)
        kiosk.tap(kiosk.tool("Tour"))
        expect(kiosk.page.locator(".panel h2")).to_have_text("The office")
        for control in kiosk.page.evaluate(CONTROLS):  # the lower third of the page lies at a side of the screen
            middle = control["x"] + control["width"] / 2
            assert (middle < 1920 / 3) if rotation == 90 else (middle > 1920 * 2 / 3), control


def test_a_map_that_was_moved_looks_as_if_it_had_been_painted_there(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        take = """canvas => {
            const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
            copy.drawImage(canvas, 0, 0);
            window.taken = [...window.taken ?? [], copy.getImageData(0, 0, canvas.width, canvas.height).data];
        }"""
        ground = kiosk.page.locator(".liaison-ground")
        for dx, dy in ((-150, 60), (90, -140), (33, 21)):
            kiosk.fingers("touchStart", (900, 400))
            kiosk.fingers("touchMove", (900 + dx, 400 + dy))
            next_frames(kiosk.page)
            kiosk.fingers("touchEnd")
        ground.evaluate(take)
        ground.evaluate("canvas => { canvas.dispatchEvent(new Event('contextrestored')); }")  # all of it anew
        kiosk.page.wait_for_timeout(200)  # a picture that is not painted anew would be equal, too
        ground.evaluate(take)
        other = kiosk.page.evaluate("taken[0].reduce((n, value, i) => n + (Math.abs(value - taken[1][i]) > 25), 0)")
        assert (
            other < 1000
        )  # of 16 million: where a line runs along an edge, it may be cut a hundredth of a pixel elsewhere


FORBIDDEN: dict[str, Callable[[KioskScreen], object]] = {}


def forbidden(gesture: Callable[[KioskScreen], object]) -> Callable[[KioskScreen], object]:
    """A gesture that a browser answers, and a kiosk must not."""
    FORBIDDEN[gesture.__name__] = gesture
    return gesture


def swipe(kiosk: KioskScreen, start: tuple[float, float], end: tuple[float, float]) -> None:
    kiosk.fingers("touchStart", start)
    for step in range(1, 9):
        kiosk.fingers("touchMove", tuple(a + (b - a) * step / 8 for a, b in zip(start, end, strict=True)))  # type: ignore[arg-type]
    kiosk.fingers("touchEnd")


def pinch(kiosk: KioskScreen, x: float, y: float) -> None:
    kiosk.fingers("touchStart", (x - 60, y), (x + 60, y))
    for step in range(1, 8):
        kiosk.fingers("touchMove", (x - 60 - 30 * step, y), (x + 60 + 30 * step, y))
    kiosk.fingers("touchEnd")


@forbidden
def long_press(kiosk: KioskScreen) -> None:
    kiosk.fingers("touchStart", (120, 60))
    kiosk.page.wait_for_timeout(900)
    kiosk.fingers("touchEnd")


@forbidden
def double_tap(kiosk: KioskScreen) -> None:
    for _ in range(2):
        kiosk.page.touchscreen.tap(120, 60)


@forbidden
def pinch_the_heading(kiosk: KioskScreen) -> None:
    pinch(kiosk, 400, 60)


@forbidden
def pinch_the_bar(kiosk: KioskScreen) -> None:
    pinch(kiosk, 900, 1040)


@forbidden
def swipe_back(kiosk: KioskScreen) -> None:
    swipe(kiosk, (2, 60), (900, 60))


@forbidden
def swipe_forward(kiosk: KioskScreen) -> None:
    swipe(kiosk, (1918, 60), (900, 60))


@forbidden
def pull_down(kiosk: KioskScreen) -> None:
    swipe(kiosk, (120, 2), (120, 900))


@forbidden
def pull_up(kiosk: KioskScreen) -> None:
    swipe(kiosk, (120, 1078), (120, 200))


@forbidden
def right_click(kiosk: KioskScreen) -> None:
    kiosk.page.mouse.click(120, 60, button="right")


@forbidden
def middle_click(kiosk: KioskScreen) -> None:
    kiosk.page.mouse.click(120, 60, button="middle")


@forbidden
def double_click(kiosk: KioskScreen) -> None:
    kiosk.page.mouse.dblclick(120, 60)


@forbidden
def select_by_dragging(kiosk: KioskScreen) -> None:
    kiosk.page.mouse.move(20, 30)
    kiosk.page.mouse.down()
    kiosk.page.mouse.move(600, 200, steps=5)
    kiosk.page.mouse.up()


@forbidden
def wheel_with_control(kiosk: KioskScreen) -> None:
    kiosk.page.keyboard.down("Control")
    kiosk.page.mouse.move(120, 60)
    kiosk.page.mouse.wheel(0, -600)
    kiosk.page.keyboard.up("Control")


@forbidden
def hover(kiosk: KioskScreen) -> None:
    for x in range(100, 1900, 90):
        kiosk.page.mouse.move(x, 400)


@forbidden
def keys_of_the_browser(kiosk: KioskScreen) -> None:
    for keys in ("Control+p", "Control+=", "Control+a", "Control+s", "Control+f", "Alt+ArrowLeft", "F5", "F11", "F12"):
        kiosk.page.keyboard.press(keys)


def test_what_a_browser_can_do_and_a_kiosk_must_not_does_nothing(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        page = kiosk.page
        page.evaluate(
            """window.seen = []; for (const type of ['contextmenu', 'selectstart', 'dragstart', 'dblclick', 'auxclick'])
            window.addEventListener(type, (event) => window.seen.push([type, event.defaultPrevented]));
            window.opened = 0; window.open = window.print = () => { window.opened++; };"""
        )
        stands = """() => JSON.stringify([location.href, visualViewport.scale, scrollX, scrollY, history.length, opened,
            getSelection().toString(), document.scrollingElement.scrollTop, document.documentElement.dataset,
            document.querySelector('.liaison-ground').style.cssText, document.fullscreenElement])"""
        before = page.evaluate(stands)
        for name, gesture in FORBIDDEN.items():
            gesture(kiosk)
            assert page.evaluate(stands) == before, name
            assert all(prevented for _, prevented in page.evaluate("seen")), name
        assert len(page.context.pages) == 1
        assert page.locator("a, input:not([type=range]), textarea, select, [contenteditable]").count() == 0


def test_a_touch_acts_when_it_is_let_go_and_not_when_it_slips(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        box = kiosk.tool("Tour").bounding_box()
        x, y = box["x"] + 40, box["y"] + 30
        kiosk.fingers("touchStart", (x, y))
        expect(kiosk.page.locator(".panel")).to_be_hidden()
        kiosk.fingers("touchMove", (x, y - 300))
        kiosk.fingers("touchEnd")
        expect(kiosk.page.locator(".panel")).to_be_hidden()
        kiosk.fingers("touchStart", (x, y))
        kiosk.page.wait_for_timeout(600)  # a long press is a press
        kiosk.fingers("touchEnd")
        expect(kiosk.page.locator(".panel")).to_be_visible()


def test_people_and_places_are_found_by_their_initial(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        kiosk.tap(kiosk.tool("People and places"))
        kiosk.tap(kiosk.page.get_by_role("button", name="Places", exact=True))
        kiosk.tap(kiosk.page.locator(".letters").get_by_role("button", name="P", exact=True))
        kiosk.tap(kiosk.page.locator(".panel").get_by_role("button", name="Prague"))
        expect(kiosk.page.locator(".panel h2")).to_contain_text("Prague")
        kiosk.tap(kiosk.page.get_by_role("button", name="Close"))
        expect(kiosk.page.locator(".panel")).to_be_hidden()


def test_what_the_museum_does_not_show_is_not_in_the_page(small_layers: PeriodLayers) -> None:
    def labels(content: ContentConfig, start: StartConfig | None = None) -> tuple[set[str], list[str]]:
        config = KioskConfig(content=content, start=start or StartConfig())
        document = kiosk_page_document(small_layers, config)
        data = document["data"]
        return {data["texts"][number] for number in data["claims"]["label"]}, [stop["id"] for stop in document["tour"]]

    everything, record, attested = (
        labels(ContentConfig(fiction=True)),
        labels(ContentConfig()),
        labels(ContentConfig(contested=False, partisan=False)),
    )
    assert "Camp of the novel" in everything[0]
    assert "Camp of the novel" not in record[0]
    assert "The network is founded" in record[0]
    assert "The network is founded" not in attested[0]
    assert everything[1] == record[1] == ["vienna", "prague"]
    assert labels(ContentConfig(fiction=True), StartConfig(world="fiction"))[1] == ["novel"]


def test_fiction_that_the_museum_shows_has_its_banner(open_kiosk: OpenKiosk) -> None:
    with open_kiosk(content=ContentConfig(fiction=True)) as kiosk:
        kiosk.wake()
        kiosk.tap(kiosk.tool("What is shown"))
        expect(kiosk.page.locator(".banner")).to_be_hidden()
        kiosk.tap(kiosk.page.locator(".panel .choices").last.locator("button").last)
        expect(kiosk.page.locator(".banner")).to_be_visible()
        assert kiosk.data("strand") == "fiction"
        kiosk.tap(kiosk.page.locator(".banner button"))
        expect(kiosk.page.locator(".banner")).to_be_hidden()


def test_staff_enter_by_a_corner_and_a_code_and_save_the_counters(open_kiosk: OpenKiosk, small: Dataset) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        for _ in range(5):
            kiosk.tap((20, 20))
        pad = kiosk.page.locator(".staff")
        for digit in "1111":
            kiosk.tap(pad.get_by_role("button", name=digit, exact=True))
        kiosk.tap(pad.get_by_role("button", name="Open"))
        expect(pad).to_contain_text("This is not the code.")
        for digit in "4711":
            kiosk.tap(pad.get_by_role("button", name=digit, exact=True))
        kiosk.tap(pad.get_by_role("button", name="Open"))
        expect(pad).to_contain_text("Visits since the page was made")
        shown = dict(zip(*(pad.locator(part).all_inner_texts() for part in ("dt", "dd")), strict=True))
        assert shown["Version of the program"] == version("liaison-atlas")
        assert shown["Version of the data"] == small.package.version
        assert re.fullmatch("[0-9a-f]{16}", shown["Hash of what is shown"])
        with kiosk.page.expect_download() as saved:
            kiosk.tap(pad.get_by_role("button", name="Save the counters as a file"))
        text = Path(saved.value.path()).read_text()
        assert text.startswith("hour,counted,what,number\n")
        assert ",visit,,1\n" in text
        kiosk.tap(pad.get_by_role("button", name="Close"))
        expect(pad).to_be_hidden()


def test_axe_finds_nothing_in_any_state(open_kiosk: OpenKiosk) -> None:
    with open_kiosk(screen=ScreenConfig(table=True)) as kiosk:

        def found() -> list[tuple[str, str]]:
            # What still comes into sight is paler than it will be.
            kiosk.page.evaluate("Promise.allSettled(document.getAnimations().map((each) => each.finished))")
            violations = Axe().run(kiosk.page).response["violations"]
            return [(each["id"], each["nodes"][0]["html"][:120]) for each in violations]

        assert found() == [], "attract"
        kiosk.wake()
        for name in ("Tour", "People and places", "What is shown", "Legend", "Language", "Large type", "High contrast"):
            kiosk.tap(kiosk.tool(name))
            assert found() == [], name
        kiosk.skip(60)
        kiosk.wait_for_state("warning")
        assert found() == [], "warning"
        kiosk.tap((900, 400))
        for _ in range(5):
            kiosk.tap((20, 20))
        expect(kiosk.page.locator(".staff")).to_be_visible()
        assert found() == [], "staff"


def test_some_dozens_of_random_visitors_leave_everything_as_it_was(
    browser: Browser, kiosk_pages: Any, tmp_path: Path
) -> None:
    """``make soak`` walks ten thousand."""
    path = tmp_path / "kiosk.html"
    path.write_text(
        kiosk_pages(KioskConfig(languages=("en", "de"), screen=ScreenConfig(table=True), staff=STAFF)), encoding="utf-8"
    )
    figures = run_soak(browser, path, sessions=30, seed=1927)
    assert figures["wrong"] == []
    assert figures["astray"] == []
    assert figures["late"]["listeners"] <= figures["early"]["listeners"] + 5
    assert figures["late"]["nodes"] <= figures["early"]["nodes"] + 60


def test_a_site_that_was_built_for_a_kiosk_is_published_and_runs_in_its_shell(
    browser: Browser, small: Dataset, tmp_path: Path
) -> None:
    config = KioskConfig(languages=("en", "de"), staff=STAFF)
    site = build(small, tmp_path / "site", kiosk=config)
    release = publish(site, tmp_path / "target")
    with opened(browser, (tmp_path / "target" / "shell.html").as_uri(), "full HD", has_touch=True) as watched:
        page = watched.page
        expect(page.locator("html")).to_have_attribute("data-release", release.name, timeout=30_000)
        inside = page.frame_locator("iframe")
        expect(inside.locator("html")).to_have_attribute("data-state", "attract")
        page.touchscreen.tap(960, 400)
        expect(inside.locator("html")).to_have_attribute("data-state", "active")
        for _ in range(5):
            page.touchscreen.tap(20, 20)
        for digit in "4711":
            inside.locator(".staff").get_by_role("button", name=digit, exact=True).tap()
        inside.get_by_role("button", name="Open").tap()
        expect(inside.locator(".staff")).to_contain_text(release.name, timeout=20_000)
        with page.expect_download() as saved:
            inside.get_by_role("button", name="Save the counters as a file").tap()
        assert Path(saved.value.path()).read_text().startswith("hour,counted,what,number\n")
        assert watched.wrong == []
