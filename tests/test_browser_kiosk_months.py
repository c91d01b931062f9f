"""What happens to a kiosk in months on a wall: errors, lost canvases, nights, a picture that must not burn in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from browser import opened, ready
from conftest import Hang
from playwright.sync_api import Browser, expect
from wall import SKIPPING, STAFF

from maps.kiosk.kiosk_config import HoursConfig, KioskConfig, ScreenConfig, TimesConfig


def test_an_error_shows_the_still_and_the_page_comes_back_later_each_time(hang: Hang) -> None:
    with hang() as wall:
        waits = []
        for _ in range(3):
            wall.page.evaluate("setTimeout(() => { throw new Error('on purpose'); })")
            wall.phase("still")
            expect(wall.page.locator(".still")).to_contain_text("Der Atlas ist gleich wieder da.")
            wall.phase("attract")
            waits.append(wall.page.evaluate("sessionStorage.waits"))
        assert waits[-1].split() == ["4000", "8000", "16000"]
        # Well for long, it is trusted anew.
        wall.later(601)
        wall.page.wait_for_timeout(500)
        wall.page.evaluate("setTimeout(() => { throw new Error('on purpose'); })")
        wall.phase("still")
        wall.phase("attract")
        assert wall.page.evaluate("sessionStorage.waits").split()[-1] == "4000"
        assert wall.watched.wrong == ["on purpose"] * 4
        wall.watched.wrong.clear()


def test_a_page_whose_data_is_broken_tries_again_later_each_time(
    browser: Browser, kiosk_pages: Any, tmp_path: Path
) -> None:
    path = tmp_path / "kiosk.html"
    whole = kiosk_pages(KioskConfig(languages=("en", "de"), staff=STAFF))
    path.write_text(re.sub(r'(id="liaison-data"[^>]*>).{200}', r"\1", whole, flags=re.DOTALL), encoding="utf-8")
    with opened(browser, path.as_uri(), "full HD", first=SKIPPING) as watched:
        expect(watched.page.locator(".broken")).to_have_text("The atlas will be back in a moment.")
        expect(watched.page.locator("html")).to_have_attribute("data-waits", re.compile(r"^ 4000 8000"), timeout=20_000)
        path.write_text(whole, encoding="utf-8")
        ready(watched)


def test_a_canvas_that_loses_its_context_is_painted_again_and_one_that_does_not_get_it_back_makes_the_page_anew(
    hang: Hang,
) -> None:
    with hang() as wall:
        wall.wake()
        network = wall.page.locator(".liaison-network").last
        network.evaluate(
            """canvas => { canvas.getContext('2d').clearRect(0, 0, 9999, 9999);
            canvas.dispatchEvent(new Event('contextlost')); canvas.dispatchEvent(new Event('contextrestored')); }"""
        )
        wall.later(10)
        wall.page.wait_for_timeout(500)
        drawn = "canvas => new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer).some(Boolean)"
        assert network.evaluate(drawn)
        assert wall.data("state") == "active"
        network.evaluate("canvas => { canvas.dispatchEvent(new Event('contextlost')); }")
        wall.later(10)
        wall.phase("still")
        wall.phase("attract")


def test_what_stands_still_moves_by_a_few_pixels_and_the_map_with_it(hang: Hang) -> None:
    with hang() as wall:
        parts = ".heading, .liaison-ground, .attract .call, .kiosk-bar"
        places = "parts => parts.map((part) => { const { x, y } = part.getBoundingClientRect(); return [x, y]; })"
        seen = []
        for _ in range(8):
            wall.later(60)
            wall.page.wait_for_timeout(300)
            seen.append(wall.page.locator(parts).evaluate_all(places))
        shifts = [[(x - x0, y - y0) for (x, y), (x0, y0) in zip(each, seen[0], strict=True)] for each in seen]
        for each in shifts:
            assert len(set(each)) == 1, "all parts together"
            assert all(abs(part) <= 4 for part in each[0])
        assert len({each[0] for each in shifts}) == 8


def test_in_quiet_hours_the_page_is_dark_until_it_is_touched(hang: Hang) -> None:
    always = HoursConfig(quiet_from="00:00", quiet_to="23:59")
    with hang(hours=always) as wall:
        wall.page.clock.set_fixed_time("2026-11-23T12:00:00")
        wall.page.reload()
        dark = wall.page.locator(".quiet")
        expect(dark).to_be_visible()
        assert dark.evaluate("dark => getComputedStyle(dark).backgroundColor") == "rgb(0, 0, 0)"
        wall.wake()
        expect(dark).to_be_hidden()


def test_the_quiet_hours_begin_and_end_while_nobody_is_there_and_over_midnight(hang: Hang) -> None:
    with hang(hours=HoursConfig(quiet_from="20:00", quiet_to="08:30"), times=TimesConfig(attract_step_s=1)) as wall:
        dark = wall.page.locator(".quiet")
        for clock, is_dark in (
            ("23T19:59:58", False),
            ("23T20:00:01", True),
            ("24T00:00:01", True),
            ("24T08:29:58", True),
            ("24T08:30:01", False),
            ("23T21:00:00", True),  # the clock is set back
            ("24T12:00:00", False),
        ):
            wall.page.clock.set_fixed_time(f"2026-11-{clock}")
            expect(dark).to_be_visible() if is_dark else expect(dark).to_be_hidden()
        # Nobody had to touch it: by day the years play again.
        year = wall.data("year")
        wall.later(4)
        expect(wall.page.locator("html")).not_to_have_attribute("data-year", str(year))


def test_quiet_hours_do_not_begin_under_a_visitor_s_hands(hang: Hang) -> None:
    with hang(hours=HoursConfig(quiet_from="20:00", quiet_to="08:30")) as wall:
        wall.page.clock.set_fixed_time("2026-11-23T19:59:00")
        wall.wake()
        wall.page.clock.set_fixed_time("2026-11-23T20:01:00")
        wall.page.wait_for_timeout(500)
        expect(wall.page.locator(".quiet")).to_be_hidden()
        wall.later(60)
        wall.phase("warning")
        wall.later(20)
        wall.phase("attract")
        expect(wall.page.locator(".quiet")).to_be_visible()


def test_a_canvas_that_gets_its_context_back_does_not_speak_for_another(hang: Hang) -> None:
    with hang() as wall:
        lose = "canvas => { canvas.dispatchEvent(new Event('contextlost')); }"
        ground, network = wall.page.locator(".liaison-ground"), wall.page.locator(".liaison-network").last
        ground.evaluate(lose)
        network.evaluate(lose)
        ground.evaluate("canvas => { canvas.dispatchEvent(new Event('contextrestored')); }")
        wall.later(10)
        wall.phase("still")
        wall.phase("attract")


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_still_stands_upright_on_a_screen_that_hangs_on_its_side(hang: Hang, rotation: int) -> None:
    with hang(screen=ScreenConfig(1080, 1920, rotation=rotation)) as wall:
        wall.page.evaluate("setTimeout(() => { throw new Error('on purpose'); })")
        wall.phase("still")
        still = wall.page.locator(".still")
        assert still.locator("h1").inner_text() == "A small network"
        # A line of text lies on its side where the page does.
        box = still.locator("p").first.bounding_box()
        whole = still.bounding_box()
        assert box
        assert whole == {"x": 0, "y": 0, "width": 1920, "height": 1080}
        assert (box["width"] > box["height"]) is (rotation in (0, 180))
        wall.watched.wrong.clear()


def test_what_lies_on_a_key_for_ten_minutes_is_no_visitor(hang: Hang) -> None:
    with hang() as wall:
        press = "repeat => { document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', repeat })); }"
        wall.page.evaluate(press, False)
        wall.phase("active")
        for _ in range(9):
            wall.later(60)
            wall.page.evaluate(press, True)
            wall.page.wait_for_timeout(250)
            assert wall.data("state") == "active"
        for seconds, name in ((70, "warning"), (20, "attract")):
            wall.later(seconds)
            wall.page.evaluate(press, True)
            wall.phase(name)
        wall.page.evaluate(press, True)
        wall.page.wait_for_timeout(300)
        assert wall.data("state") == "attract"
        wall.page.evaluate(press, False)  # let go, and pressed anew
        wall.phase("active")


def test_more_fingers_than_anyone_has_leave_no_hand_on_the_map(hang: Hang) -> None:
    with hang() as wall:
        wall.wake()
        page = wall.page
        crowd = """(map) => { for (const type of ['pointerdown', 'pointerup']) for (let id = 100; id < 140; id++)
            map.dispatchEvent(new PointerEvent(type, { pointerId: id, clientX: 900 + id, clientY: 400, bubbles: true, pointerType: 'touch' })); }"""
        page.locator(".leaflet-container").evaluate(crowd)
        ground = page.locator(".liaison-ground")
        before = ground.bounding_box()
        wall.fingers("touchStart", (900, 400))
        wall.fingers("touchMove", (930, 420))
        page.wait_for_timeout(100)
        after = ground.bounding_box()
        wall.fingers("touchEnd")
        assert before
        assert after
        # One finger moves the map; with the hand of another still on it, it would enlarge it.
        assert after["width"] == pytest.approx(before["width"], abs=0.1)
        assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((30, 20), abs=2)
