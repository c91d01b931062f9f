"""The kiosk's page in a browser with touch, from a disk, with the network cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import SIZES, Watched, opened, ready
from playwright.sync_api import Browser, CDPSession, Locator, Page, expect

from layers.period import PeriodLayers
from maps.building import build
from maps.kiosk.config import Access, Content, KioskConfig, Screen, Staff, Start, Times
from maps.kiosk.page import kiosk_page
from maps.publish import publish
from seeds.dataset import Dataset

WALLS = ("full HD", "portrait kiosk", "4K", "4K upright")
# Long enough to do something in, short enough to wait for.
TIMES = Times(idle_s=3, countdown_s=3, attract_step_s=0.6, tour_stop_s=1.0)
NEVER = Times(idle_s=600, countdown_s=20, attract_step_s=1.0)
STAFF = Staff(code="4711", counters=True)


@dataclass
class Wall:
    """A kiosk on a wall, and a hand in front of it."""

    page: Page
    hand: CDPSession
    watched: Watched

    def tap(self, at: Locator | tuple[float, float]) -> None:
        """Touch and let go."""
        if isinstance(at, Locator):
            box = at.bounding_box()
            assert box
            at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.page.touchscreen.tap(*at)

    def fingers(self, kind: str, *points: tuple[float, float]) -> None:
        """Where all fingers are: "touchStart", "touchMove" or "touchEnd"."""
        touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self.hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def lift(self, number: int, at: tuple[float, float]) -> None:
        """One of several fingers leaves."""
        point = {"x": at[0], "y": at[1], "id": number}
        self.hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": [point]})

    def phase(self, name: str) -> None:
        """Wait until the page says so."""
        self.page.wait_for_selector(f'html[data-state="{name}"]', state="attached", timeout=20_000)

    def wake(self) -> None:
        """The first touch, in the middle."""
        size = self.page.viewport_size
        assert size
        self.tap((size["width"] / 2, size["height"] / 3))
        self.phase("active")

    def tool(self, name: str) -> Locator:
        """A button of the bar."""
        return self.page.locator(".kiosk-bar").get_by_role("button", name=name, exact=True)

    def data(self, name: str) -> str | None:
        """What the page says of itself."""
        return self.page.get_attribute("html", f"data-{name}")


Hang = Callable[..., Any]


@pytest.fixture
def hang(browser: Browser, small_layers: PeriodLayers, tmp_path: Path) -> Hang:
    """Hangs a kiosk of the small data set on a wall."""

    @contextmanager
    def hung(size: str = "full HD", **settings: Any) -> Iterator[Wall]:
        config = KioskConfig(**{"languages": ("en", "de"), "times": NEVER, "staff": STAFF, **settings})
        path = tmp_path / "kiosk.html"
        path.write_text(kiosk_page(small_layers, config), encoding="utf-8")
        with opened(browser, path.as_uri(), size, has_touch=True) as watched:
            page = ready(watched)
            yield Wall(page, page.context.new_cdp_session(page), watched)
            assert watched.wrong == []
            assert all(asked.startswith(("file:", "data:", "blob:")) for asked in watched.requests)

    return hung


def test_the_first_touch_only_wakes(hang: Hang) -> None:
    with hang() as wall:
        box = wall.page.locator(".kiosk-bar .ways button").first.bounding_box()
        wall.tap((box["x"] + 20, box["y"] + 20))  # the tour lies there, below the call
        wall.phase("active")
        expect(wall.page.locator(".panel")).to_be_hidden()
        wall.tap(wall.tool("Tour"))
        expect(wall.page.locator(".panel h2")).to_have_text("The office")


def test_idle_years_play_and_each_language_calls(hang: Hang) -> None:
    with hang(times=TIMES) as wall:
        call = wall.page.locator(".attract .call")
        expect(call).to_have_text("Zum Beginnen berühren")
        expect(call).to_have_text("Touch to begin")
        expect(call).to_have_attribute("lang", "en")
        expect(wall.page.locator("html")).to_have_attribute("data-year", "1926")


def test_everything_returns_to_the_start_after_the_count_down(hang: Hang) -> None:
    with hang(
        times=Times(idle_s=3, countdown_s=3, attract_step_s=60), start=Start(year=1925), screen=Screen(table=True)
    ) as wall:
        before = wall.page.locator(".leaflet-map-pane").get_attribute("style")
        wall.wake()
        wall.tap(wall.tool("Language"))
        wall.tap(wall.page.get_by_role("button", name="Deutsch"))
        expect(wall.page.locator("html")).to_have_attribute("lang", "de")
        for name in ("Große Schrift", "Hoher Kontrast", "Umdrehen", "Rundgang"):
            wall.tap(wall.tool(name))
        wall.tap(wall.page.get_by_role("button", name="Vergrößern"))
        assert wall.data("type") == "large"
        assert wall.data("contrast") == "high"
        assert wall.data("panel") == "tour"
        wall.phase("warning")
        expect(wall.page.get_by_role("alertdialog")).to_contain_text("Sind Sie noch da?")
        wall.phase("attract")
        assert (wall.data("type"), wall.data("contrast"), wall.data("panel"), wall.data("year")) == ("", "", "", "1925")
        expect(wall.page.locator("html")).to_have_attribute("lang", "en")
        expect(wall.page.locator(".panel")).to_be_hidden()
        assert wall.page.locator(".house").evaluate("house => house.style.rotate") == ""
        assert wall.page.evaluate("document.activeElement === document.body")
        wall.wake()
        expect(wall.page.locator(".leaflet-map-pane")).to_have_attribute("style", before)


def test_any_touch_stops_the_count_down_and_does_nothing_else(hang: Hang) -> None:
    with hang(times=TIMES) as wall:
        wall.wake()
        wall.phase("warning")
        wall.tap(wall.page.locator(".kiosk-bar .ways button").first)
        wall.phase("active")
        expect(wall.page.get_by_role("alertdialog")).to_be_hidden()
        expect(wall.page.locator(".panel")).to_be_hidden()


def test_nobody_is_reset_under_the_hand(hang: Hang) -> None:
    with hang(times=Times(idle_s=1, countdown_s=1)) as wall:
        wall.wake()
        wall.fingers("touchStart", (900, 500))
        wall.page.wait_for_timeout(3500)
        assert wall.data("state") == "active"
        wall.fingers("touchEnd")
        wall.phase("attract")


@pytest.mark.parametrize("size", WALLS)
def test_the_tour_is_walked_at_every_size(hang: Hang, size: str) -> None:
    with hang(size) as wall:
        wall.wake()
        wall.tap(wall.tool("Tour"))
        heading = wall.page.locator(".panel h2")
        expect(heading).to_have_text("The office")
        assert wall.data("year") == "1926"
        wall.tap(wall.page.get_by_role("button", name="Next", exact=True))
        expect(heading).to_have_text("The residency")
        assert wall.data("year") == "1927"
        wall.tap(wall.page.get_by_role("button", name="Back", exact=True))
        expect(heading).to_have_text("The office")
        wall.tap(wall.page.locator(".cite").first)
        expect(wall.page.locator(".panel .kicker")).to_have_text("Source in full")


def test_the_tour_plays_by_itself(hang: Hang) -> None:
    with hang(times=Times(idle_s=600, tour_stop_s=1.0)) as wall:
        wall.wake()
        wall.tap(wall.tool("Tour"))
        wall.tap(wall.page.get_by_role("button", name="Play", exact=True))
        expect(wall.page.locator(".panel h2")).to_have_text("The residency")
        expect(wall.page.locator(".panel h2")).to_have_text("The office")


@pytest.mark.parametrize("size", WALLS)
@pytest.mark.parametrize("large", [False, True])
def test_everything_is_large_enough_and_nothing_scrolls(hang: Hang, size: str, large: bool) -> None:
    screen = Screen(*SIZES[size], diagonal_in=32)
    with hang(size, screen=screen, access=Access(large_type=large)) as wall:
        wall.wake()
        width, height = SIZES[size]
        for word in wall.page.locator(".kiosk-bar .tool span").all():
            shown = word.bounding_box()
            assert shown
            assert shown["width"] > 20
        for name in ("Tour", "People and places", "What is shown", "Legend", "Language"):
            wall.tap(wall.tool(name))
            for button in wall.page.locator("button:visible, input:visible").all():
                box = button.bounding_box()
                assert box
                assert min(box["width"], box["height"]) >= max(48, screen.target_px) - 0.5, button.inner_text()
                within = button.evaluate("button => !button.closest('.panel-body')")
                if within:
                    assert box["x"] >= 0
                    assert box["y"] >= 0
                    assert box["x"] + box["width"] <= width
                    assert box["y"] + box["height"] <= height
                    if height > width and not large:
                        assert box["y"] >= height * 0.66
            assert wall.page.evaluate("document.scrollingElement.scrollHeight <= innerHeight")
            assert wall.page.locator(".house").evaluate("house => house.scrollHeight <= house.clientHeight")
            panel, bar = (wall.page.locator(part).bounding_box() for part in (".panel", ".kiosk-bar .time"))
            assert panel["y"] + panel["height"] <= bar["y"]
            assert wall.page.locator(".panel-body").evaluate("body => body.clientHeight") > 60


def test_two_visitors_do_not_disturb_each_other(hang: Hang) -> None:
    with hang() as wall:
        wall.wake()
        # One holds a finger on the map while another opens the tour and lets go.
        box = wall.tool("Tour").bounding_box()
        tour = (box["x"] + 40, box["y"] + 30)
        wall.fingers("touchStart", (900, 400))
        wall.fingers("touchStart", (900, 400), tour)
        wall.lift(1, tour)
        expect(wall.page.locator(".panel h2")).to_have_text("The office")
        wall.fingers("touchEnd")
        assert wall.data("state") == "active"


def test_one_finger_moves_the_map_and_two_enlarge_it_from_both_sides_of_a_table(hang: Hang) -> None:
    with hang(screen=Screen(table=True)) as wall:
        wall.wake()
        corner = (
            "map => { const c = map.querySelector('.liaison-ground').getBoundingClientRect(); return [c.left, c.top]; }"
        )
        scene = wall.page.locator(".leaflet-map-pane")
        for turned in (False, True):
            if turned:
                wall.tap(wall.tool("Turn round"))
            start = scene.evaluate(corner)
            wall.fingers("touchStart", (900, 400))
            for step in range(1, 6):
                wall.fingers("touchMove", (900 + 6 * step, 400 + 4 * step))
            wall.page.wait_for_timeout(200)  # a browser gathers moves until the next frame
            moved = scene.evaluate(corner)
            # Under the finger, as the visitor sees it, whichever way the page is turned.
            assert moved[0] - start[0] == pytest.approx(30, abs=2)
            assert moved[1] - start[1] == pytest.approx(20, abs=2)
            wall.fingers("touchEnd")
            width = "map => map.querySelector('.liaison-ground').getBoundingClientRect().width"
            before = scene.evaluate(width)
            wall.fingers("touchStart", (800, 400), (1000, 400))
            for step in range(1, 6):
                wall.fingers("touchMove", (800 - 10 * step, 400), (1000 + 10 * step, 400))
            wall.page.wait_for_timeout(200)
            assert scene.evaluate(width) / before == pytest.approx(1.5, rel=0.05)
            wall.fingers("touchEnd")
            assert wall.page.evaluate("visualViewport.scale") == 1


def test_what_a_browser_can_do_and_a_kiosk_must_not_does_nothing(hang: Hang) -> None:
    with hang() as wall:
        wall.wake()
        page = wall.page
        page.evaluate(
            """window.seen = []; for (const type of ['contextmenu', 'selectstart', 'dragstart', 'dblclick'])
            window.addEventListener(type, (event) => window.seen.push([type, event.defaultPrevented]));"""
        )
        wall.fingers("touchStart", (300, 60))  # a long press on the title
        page.wait_for_timeout(1200)
        wall.fingers("touchEnd")
        page.mouse.click(300, 60, button="right")
        page.mouse.dblclick(300, 60)
        assert all(prevented for _, prevented in page.evaluate("window.seen"))
        assert page.evaluate("getSelection().toString()") == ""
        # A swipe from the edge, and two fingers that would enlarge the page, on the bar.
        address = page.url
        wall.fingers("touchStart", (2, 600))
        for x in range(50, 900, 80):
            wall.fingers("touchMove", (x, 600))
        wall.fingers("touchEnd")
        wall.fingers("touchStart", (700, 1040), (900, 1040))
        for step in range(1, 8):
            wall.fingers("touchMove", (700 - 30 * step, 1040), (900 + 30 * step, 1040))
        wall.fingers("touchEnd")
        for keys in ("Control+p", "Control+=", "Alt+ArrowLeft", "F5", "Control+f", "F12"):
            page.keyboard.press(keys)
        assert page.url == address
        assert page.evaluate("visualViewport.scale") == 1
        assert page.evaluate("[scrollX, scrollY]") == [0, 0]
        assert page.locator("a, input:not([type=range]), textarea, select, [contenteditable]").count() == 0


def test_a_touch_acts_when_it_is_let_go_and_not_when_it_slips(hang: Hang) -> None:
    with hang() as wall:
        wall.wake()
        box = wall.tool("Tour").bounding_box()
        x, y = box["x"] + 40, box["y"] + 30
        wall.fingers("touchStart", (x, y))
        expect(wall.page.locator(".panel")).to_be_hidden()
        wall.fingers("touchMove", (x, y - 300))
        wall.fingers("touchEnd")
        expect(wall.page.locator(".panel")).to_be_hidden()
        wall.fingers("touchStart", (x, y))
        wall.page.wait_for_timeout(900)  # a long press is a press
        wall.fingers("touchEnd")
        expect(wall.page.locator(".panel")).to_be_visible()


def test_people_and_places_are_found_by_letter(hang: Hang) -> None:
    with hang() as wall:
        wall.wake()
        wall.tap(wall.tool("People and places"))
        wall.tap(wall.page.get_by_role("button", name="Places", exact=True))
        wall.tap(wall.page.locator(".letters").get_by_role("button", name="P", exact=True))
        wall.tap(wall.page.locator(".panel").get_by_role("button", name="Prague"))
        expect(wall.page.locator(".panel h2")).to_contain_text("Prague")
        wall.tap(wall.page.get_by_role("button", name="Close"))
        expect(wall.page.locator(".panel")).to_be_hidden()


def test_what_the_house_does_not_show_is_not_in_the_page(small_layers: PeriodLayers) -> None:
    from maps.kiosk.page import kiosk_page_document

    def labels(content: Content, start: Start | None = None) -> tuple[set[str], list[str]]:
        config = KioskConfig(content=content, start=start or Start())
        document = kiosk_page_document(small_layers, config)
        data = document["data"]
        return {data["texts"][number] for number in data["claims"]["label"]}, [stop["id"] for stop in document["tour"]]

    everything, record, attested = (
        labels(Content(fiction=True)),
        labels(Content()),
        labels(Content(disputed=False)),
    )
    assert "Camp of the novel" in everything[0]
    assert "Camp of the novel" not in record[0]
    assert "The network is founded" in record[0]
    assert "The network is founded" not in attested[0]
    assert everything[1] == record[1] == ["vienna", "prague"]
    assert labels(Content(fiction=True), Start(world="fiction"))[1] == ["novel"]


def test_fiction_that_the_house_shows_has_its_banner(hang: Hang) -> None:
    with hang(content=Content(fiction=True)) as wall:
        wall.wake()
        wall.tap(wall.tool("What is shown"))
        expect(wall.page.locator(".banner")).to_be_hidden()
        wall.tap(wall.page.locator(".panel .choices").last.locator("button").last)
        expect(wall.page.locator(".banner")).to_be_visible()
        assert wall.data("world") == "fiction"


def test_staff_enter_by_a_corner_and_a_code_and_save_the_counters(hang: Hang) -> None:
    with hang() as wall:
        wall.wake()
        for _ in range(5):
            wall.tap((20, 20))
        pad = wall.page.locator(".staff")
        for digit in "1111":
            wall.tap(pad.get_by_role("button", name=digit, exact=True))
        wall.tap(pad.get_by_role("button", name="Open"))
        expect(pad).to_contain_text("This is not the code.")
        for digit in "4711":
            wall.tap(pad.get_by_role("button", name=digit, exact=True))
        wall.tap(pad.get_by_role("button", name="Open"))
        expect(pad).to_contain_text("Visits since the page was made")
        with wall.page.expect_download() as saved:
            wall.tap(pad.get_by_role("button", name="Save the counters as a file"))
        text = Path(saved.value.path()).read_text()
        assert text.startswith("hour,counted,what,number\n")
        assert ",visit,,1\n" in text
        wall.tap(pad.get_by_role("button", name="Close"))
        expect(pad).to_be_hidden()


def test_an_error_shows_the_still_and_the_page_comes_back(hang: Hang) -> None:
    with hang() as wall:
        wall.page.evaluate("setTimeout(() => { throw new Error('on purpose'); })")
        wall.phase("still")
        expect(wall.page.locator(".still")).to_contain_text("Der Atlas ist gleich wieder da.")
        wall.phase("attract")
        assert wall.watched.wrong == ["on purpose"]
        wall.watched.wrong.clear()


def test_a_canvas_that_loses_its_context_is_painted_again(hang: Hang) -> None:
    with hang() as wall:
        wall.wake()
        wall.page.evaluate(
            """const canvas = document.querySelector('.liaison-network'); canvas.getContext('2d').clearRect(0, 0, 9999, 9999);
            canvas.dispatchEvent(new Event('contextlost')); canvas.dispatchEvent(new Event('contextrestored'));"""
        )
        wall.page.wait_for_timeout(300)
        drawn = "canvas => new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer).some(Boolean)"
        assert wall.page.locator(".liaison-network").last.evaluate(drawn)
        assert wall.data("state") == "active"


@pytest.mark.parametrize("state", ["attract", "tour", "index", "show", "legend", "contrast"])
def test_axe_finds_nothing(hang: Hang, state: str) -> None:
    tools = {
        "tour": "Tour",
        "index": "People and places",
        "show": "What is shown",
        "legend": "Legend",
        "contrast": "High contrast",
    }
    with hang() as wall:
        if state != "attract":
            wall.wake()
            wall.tap(wall.tool(tools[state]))
        found = Axe().run(wall.page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:120]) for each in found] == []


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
