"""What happens to a kiosk in months of use: errors, lost canvases, nights, a picture that must not burn in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from browser import next_frames, opened, ready
from conftest import OpenKiosk
from kiosk_screen import SKIPPING, STAFF
from playwright.sync_api import Browser, expect

from liaison_atlas.maps.kiosk.kiosk_config import HoursConfig, KioskConfig, ScreenConfig, TimesConfig


def test_an_error_shows_the_still_and_the_page_comes_back_later_each_time(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        waits = []
        for _ in range(3):
            kiosk.page.evaluate("setTimeout(() => { throw new Error('on purpose'); })")
            kiosk.wait_for_state("still")
            expect(kiosk.page.locator(".still")).to_contain_text("Der Atlas ist gleich wieder da.")
            kiosk.wait_for_state("attract")
            waits.append(kiosk.page.evaluate("sessionStorage.waits"))
        assert waits[-1].split() == ["4000", "8000", "16000"]
        # After ten minutes without an error the waits begin anew.
        kiosk.skip(601)
        kiosk.page.evaluate("setTimeout(() => { throw new Error('on purpose'); })")
        kiosk.wait_for_state("still")
        kiosk.wait_for_state("attract")
        assert kiosk.page.evaluate("sessionStorage.waits").split()[-1] == "4000"
        assert kiosk.watched.wrong == ["on purpose"] * 4
        kiosk.watched.wrong.clear()


def test_a_page_whose_data_is_broken_tries_again_later_each_time(
    browser: Browser, kiosk_pages: Any, tmp_path: Path
) -> None:
    path = tmp_path / "kiosk.html"
    complete = kiosk_pages(KioskConfig(languages=("en", "de"), staff=STAFF))
    path.write_text(re.sub(r'(id="liaison-data"[^>]*>).{200}', r"\1", complete, flags=re.DOTALL), encoding="utf-8")
    with opened(browser, path.as_uri(), "full HD", first=SKIPPING) as watched:
        expect(watched.page.locator(".broken")).to_have_text("The atlas will be back in a moment.")
        expect(watched.page.locator("html")).to_have_attribute("data-waits", re.compile(r"^ 4000 8000"), timeout=20_000)
        path.write_text(complete, encoding="utf-8")
        ready(watched)


def test_a_canvas_that_loses_its_context_is_painted_again_and_one_that_does_not_get_it_back_makes_the_page_anew(
    open_kiosk: OpenKiosk,
) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        network = kiosk.page.locator(".liaison-network").last
        network.evaluate(
            """canvas => { canvas.getContext('2d').clearRect(0, 0, 9999, 9999);
            canvas.dispatchEvent(new Event('contextlost')); canvas.dispatchEvent(new Event('contextrestored')); }"""
        )
        kiosk.skip(10)
        drawn = """canvas => {
            const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
            copy.drawImage(canvas, 0, 0);
            return new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer).some(Boolean);
        }"""
        for _ in range(100):
            if network.evaluate(drawn):
                break
            next_frames(kiosk.page)
        assert network.evaluate(drawn)
        assert kiosk.data("state") == "active"
        network.evaluate("canvas => { canvas.dispatchEvent(new Event('contextlost')); }")
        kiosk.skip(10)
        kiosk.wait_for_state("still")
        kiosk.wait_for_state("attract")


def test_what_stands_still_moves_by_a_few_pixels_and_the_map_with_it(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        parts = ".heading, .liaison-ground, .attract .call, .kiosk-bar"
        places = "parts => parts.map((part) => { const { x, y } = part.getBoundingClientRect(); return [x, y]; })"
        seen = []
        for _ in range(8):
            kiosk.skip(60)
            seen.append(kiosk.page.locator(parts).evaluate_all(places))
        shifts = [[(x - x0, y - y0) for (x, y), (x0, y0) in zip(each, seen[0], strict=True)] for each in seen]
        for each in shifts:
            assert len(set(each)) == 1, "all parts together"
            assert all(abs(part) <= 4 for part in each[0])
        assert len({each[0] for each in shifts}) == 8


def test_in_quiet_hours_the_page_is_dark_until_it_is_touched(open_kiosk: OpenKiosk) -> None:
    always = HoursConfig(quiet_from="00:00", quiet_to="23:59")
    with open_kiosk(hours=always) as kiosk:
        kiosk.page.clock.set_fixed_time("2026-11-23T12:00:00")
        kiosk.page.reload()
        dark = kiosk.page.locator(".quiet")
        expect(dark).to_be_visible()
        assert dark.evaluate("dark => getComputedStyle(dark).backgroundColor") == "rgb(0, 0, 0)"
        kiosk.wake()
        expect(dark).to_be_hidden()


def test_the_quiet_hours_begin_and_end_while_nobody_is_there_and_over_midnight(open_kiosk: OpenKiosk) -> None:
    with open_kiosk(
        hours=HoursConfig(quiet_from="20:00", quiet_to="08:30"), times=TimesConfig(attract_step_s=1)
    ) as kiosk:
        dark = kiosk.page.locator(".quiet")
        for clock, is_dark in (
            ("23T19:59:58", False),
            ("23T20:00:01", True),
            ("24T00:00:01", True),
            ("24T08:29:58", True),
            ("24T08:30:01", False),
            ("23T21:00:00", True),  # the clock is set back
            ("24T12:00:00", False),
        ):
            kiosk.page.clock.set_fixed_time(f"2026-11-{clock}")
            expect(dark).to_be_visible() if is_dark else expect(dark).to_be_hidden()
        # Nobody had to touch it: by day the years play again.
        year = kiosk.data("year")
        kiosk.skip(4)
        expect(kiosk.page.locator("html")).not_to_have_attribute("data-year", str(year))


def test_quiet_hours_do_not_begin_while_a_visitor_is_there(open_kiosk: OpenKiosk) -> None:
    with open_kiosk(hours=HoursConfig(quiet_from="20:00", quiet_to="08:30")) as kiosk:
        kiosk.page.clock.set_fixed_time("2026-11-23T19:59:00")
        kiosk.wake()
        kiosk.page.clock.set_fixed_time("2026-11-23T20:01:00")
        kiosk.beats()
        expect(kiosk.page.locator(".quiet")).to_be_hidden()
        kiosk.skip(60)
        kiosk.wait_for_state("warning")
        kiosk.skip(20)
        kiosk.wait_for_state("attract")
        expect(kiosk.page.locator(".quiet")).to_be_visible()


def test_a_canvas_that_gets_its_context_back_does_not_speak_for_another(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        lose = "canvas => { canvas.dispatchEvent(new Event('contextlost')); }"
        ground, network = kiosk.page.locator(".liaison-ground"), kiosk.page.locator(".liaison-network").last
        ground.evaluate(lose)
        network.evaluate(lose)
        ground.evaluate("canvas => { canvas.dispatchEvent(new Event('contextrestored')); }")
        kiosk.skip(10)
        kiosk.wait_for_state("still")
        kiosk.wait_for_state("attract")


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_still_stands_upright_on_a_screen_that_is_rotated(open_kiosk: OpenKiosk, rotation: int) -> None:
    with open_kiosk(screen=ScreenConfig(1080, 1920, rotation=rotation)) as kiosk:
        kiosk.page.evaluate("setTimeout(() => { throw new Error('on purpose'); })")
        kiosk.wait_for_state("still")
        still = kiosk.page.locator(".still")
        assert still.locator("h1").inner_text() == "A small network"
        # A line of text lies on its side where the page does.
        box = still.locator("p").first.bounding_box()
        still_box = still.bounding_box()
        assert box
        assert still_box == {"x": 0, "y": 0, "width": 1920, "height": 1080}
        assert (box["width"] > box["height"]) is (rotation in (0, 180))
        kiosk.watched.wrong.clear()


def test_a_key_held_down_for_ten_minutes_is_no_visitor(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        press = "repeat => { document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', repeat })); }"
        kiosk.page.evaluate(press, False)
        kiosk.wait_for_state("active")
        for _ in range(9):
            kiosk.skip(60)
            kiosk.page.evaluate(press, True)
            kiosk.beats()
            assert kiosk.data("state") == "active"
        for seconds, name in ((70, "warning"), (20, "attract")):
            kiosk.skip(seconds)
            kiosk.page.evaluate(press, True)
            kiosk.wait_for_state(name)
        kiosk.page.evaluate(press, True)
        kiosk.beats()
        assert kiosk.data("state") == "attract"
        kiosk.page.evaluate(press, False)  # let go, and pressed anew
        kiosk.wait_for_state("active")


def test_more_fingers_than_anyone_has_leave_no_touch_on_the_map(open_kiosk: OpenKiosk) -> None:
    with open_kiosk() as kiosk:
        kiosk.wake()
        page = kiosk.page
        fingers = """(map) => { for (const type of ['pointerdown', 'pointerup']) for (let id = 100; id < 140; id++)
            map.dispatchEvent(new PointerEvent(type, { pointerId: id, clientX: 900 + id, clientY: 400, bubbles: true, pointerType: 'touch' })); }"""
        page.locator(".leaflet-container").evaluate(fingers)
        ground = page.locator(".liaison-ground")
        before = ground.bounding_box()
        kiosk.fingers("touchStart", (900, 400))
        kiosk.fingers("touchMove", (930, 420))
        next_frames(page)
        after = ground.bounding_box()
        kiosk.fingers("touchEnd")
        assert before
        assert after
        # One finger moves the map; with another still on it, it would enlarge it.
        assert after["width"] == pytest.approx(before["width"], abs=0.1)
        assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((30, 20), abs=2)
