"""Nothing that a kiosk shows flashes more than twice a second, whichever of its states follow each other."""

from __future__ import annotations

import base64
import hashlib
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flashes import SCREEN, Film
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page, expect

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.kiosk.kiosk_config import HoursConfig, KioskConfig, StaffConfig, StartConfig, TimesConfig
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page
from liaison_atlas.maps.kiosk.publishing import publish
from liaison_atlas.maps.kiosk.shell_page import shell_page

FRAMES_A_SECOND = 30
MOST = 2  # flashes a second; the standard allows three
# The quickest settings, with time for two stops of the tour.
TIMES = TimesConfig(idle_s=15, countdown_s=5, attract_step_s=1, tour_stop_s=5)
# Movements of style sheets and of elements follow the test's clock as scripts do.
MOVING = """(() => {
  const at = new Map();
  window.move = (ms) => {
    for (const each of document.getAnimations()) {
      const now = at.has(each) ? at.get(each) + ms : 0;
      at.set(each, now);
      each.pause();
      if (now < each.effect.getComputedTiming().endTime) each.currentTime = now;
      else { at.delete(each); each.finish(); }
    }
  };
})()"""


class Camera:
    """Films a page whose time passes from picture to picture alone, however long a picture takes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.film = Film(FRAMES_A_SECOND)
        self._session = page.context.new_cdp_session(page)

    def pass_by(self, ms: int) -> None:
        """Let time pass."""
        self.page.clock.run_for(ms)
        for frame in self.page.frames:
            frame.evaluate("move", ms)

    def shoot(self, seconds: float) -> None:
        """Film for so long."""
        for _ in range(round(seconds * FRAMES_A_SECOND)):
            self.pass_by(1000 // FRAMES_A_SECOND)
            # Of this quality a colour is a hundredth off at most; a PNG takes twice as long to write and to read.
            taken = self._session.send("Page.captureScreenshot", {"format": "jpeg", "quality": 95})
            self.film.add(Image.open(io.BytesIO(base64.b64decode(taken["data"]))))


@contextmanager
def filmed(browser: Browser, address: str) -> Iterator[Camera]:
    """A page before a camera, from a disk, with the network cut; its clock stands still from its first script on."""
    width, height = SCREEN
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=True, offline=True)
    wrong: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(MOVING)
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    try:
        page.goto(address)
        yield Camera(page)
        assert wrong == []
    finally:
        context.close()


def phase(page: Page, name: str) -> None:
    """Is the page in this state? No time passes, so that there is nothing to wait for."""
    assert page.get_attribute("html", "data-state") == name


def test_no_state_of_a_kiosk_and_no_change_between_two_flashes_more_than_twice_a_second(
    browser: Browser, oms_layers: PeriodLayers, tmp_path: Path
) -> None:
    path = tmp_path / "kiosk.html"
    config = KioskConfig(
        languages=("en", "de"), times=TIMES, start=StartConfig(year=1925), staff=StaffConfig(code="4711")
    )
    path.write_text(kiosk_page(oms_layers, config), encoding="utf-8")
    with filmed(browser, path.as_uri()) as camera:
        page = camera.page
        page.wait_for_selector('html[data-ready="true"]', state="attached")

        def press(name: str) -> None:
            page.get_by_role("button", name=name, exact=True).first.tap()

        camera.shoot(2.2)
        phase(page, "attract")
        assert page.get_attribute("html", "data-year") == "1927"
        page.touchscreen.tap(500, 300)
        camera.shoot(0.6)
        phase(page, "active")
        press("Play the years")
        camera.shoot(4)
        assert page.get_attribute("html", "data-year") == "1927", "two raids strike in it"
        press("Tour")
        camera.shoot(0.8)
        press("Play")
        for _ in range(2):
            camera.pass_by(4500)
            camera.shoot(1.4)
        for name in (
            "High contrast",
            "Large type",
            "What is shown",
            "High contrast",
            "Large type",
            "Zoom in",
            "Language",
        ):
            press(name)
            camera.shoot(0.2)  # as quick as a finger is
        press("Deutsch")
        camera.shoot(0.3)
        for _ in range(5):
            page.touchscreen.tap(20, 20)
        camera.shoot(0.3)
        expect(page.locator(".staff")).to_be_visible()
        camera.pass_by(14_000)
        camera.shoot(2.2)
        phase(page, "warning")
        camera.pass_by(3000)
        camera.shoot(2)
        phase(page, "attract")
        page.touchscreen.tap(500, 300)
        camera.shoot(0.2)
        page.touchscreen.tap(500, 300)
        camera.shoot(0.3)
        assert camera.film.most_flashes() <= MOST


def test_neither_the_quiet_hours_nor_the_still_flashes(
    browser: Browser, small_layers: PeriodLayers, tmp_path: Path
) -> None:
    path = tmp_path / "kiosk.html"
    hours = HoursConfig(quiet_from="00:00", quiet_to="23:59")
    path.write_text(kiosk_page(small_layers, KioskConfig(times=TIMES, hours=hours)), encoding="utf-8")
    with filmed(browser, path.as_uri()) as camera:
        page = camera.page
        page.wait_for_selector('html[data-ready="true"]', state="attached")
        camera.shoot(0.2)
        expect(page.locator(".quiet")).to_be_visible()
        page.touchscreen.tap(500, 300)
        camera.shoot(0.5)
        expect(page.locator(".quiet")).to_be_hidden()
        camera.pass_by(14_500)
        camera.shoot(0.7)
        camera.pass_by(4500)
        camera.shoot(0.7)
        expect(page.locator(".quiet")).to_be_visible()
        page.touchscreen.tap(500, 300)
        camera.shoot(0.2)
        page.evaluate("document.dispatchEvent(new Event('contextlost'))")
        camera.pass_by(5500)
        camera.shoot(0.7)
        phase(page, "still")
        assert camera.film.most_flashes() <= MOST


def test_the_texts_of_the_years_and_their_veil_fade_in_and_out_in_steps(
    browser: Browser, small_layers: PeriodLayers, tmp_path: Path
) -> None:
    path = tmp_path / "kiosk.html"
    path.write_text(kiosk_page(small_layers, KioskConfig(times=TIMES, start=StartConfig(year=1925))), encoding="utf-8")
    with filmed(browser, path.as_uri()) as camera:
        page = camera.page
        page.wait_for_selector('html[data-ready="true"]', state="attached")
        seen = (
            "attract => [getComputedStyle(attract, '::before').opacity, getComputedStyle(attract.firstChild).opacity]"
        )

        def until(year: int, veil: float) -> None:
            """Film a change of the years; at its end the veil is as it is to be, reached in several steps."""
            before = page.locator(".attract").evaluate(seen)
            between = set()
            for _ in range(round(1.4 * FRAMES_A_SECOND)):
                camera.shoot(1 / FRAMES_A_SECOND)
                between.update(page.locator(".attract").evaluate(seen))
            assert page.get_attribute("html", "data-year") == str(year)
            assert page.locator(".attract").evaluate(seen) == [str(veil), str(veil)] != before
            assert len(between) > 4

        camera.pass_by(500)
        until(1926, 1)
        while page.get_attribute("html", "data-year") != "1930":
            camera.pass_by(100)
        until(1924, 0)
        assert camera.film.most_flashes() <= MOST


def test_a_swap_of_content_flashes_no_more_than_twice_a_second(
    browser: Browser, small_layers: PeriodLayers, tmp_path: Path
) -> None:
    def release(year: int) -> str:
        config = KioskConfig(times=TimesConfig(attract_step_s=60), start=StartConfig(year=year))
        files = {"kiosk.html": kiosk_page(small_layers, config), "kiosk/shell.html": shell_page(config)}
        site = tmp_path / str(year)
        for name, text in files.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text, encoding="utf-8")
        listed = {
            name: {"sha256": hashlib.sha256(text.encode()).hexdigest(), "size": len(text.encode())}
            for name, text in files.items()
        }
        (site / "manifest.json").write_text(json.dumps({"files": listed}))
        return publish(site, tmp_path / "target").name

    def shown(camera: Camera, name: str, film: bool) -> None:
        """Let time pass, in steps, until a release is on the screen: to load it takes a time of its own."""
        for _ in range(400):
            if camera.page.get_attribute("html", "data-release") == name:
                return
            camera.shoot(0.1) if film else camera.pass_by(100)
            camera.page.wait_for_timeout(20)
        raise AssertionError(f"{name} was not shown")

    first = release(1925)
    with filmed(browser, (tmp_path / "target" / "shell.html").as_uri()) as camera:
        camera.shoot(0.2)
        shown(camera, first, film=True)
        camera.shoot(1)
        second = release(1928)
        camera.pass_by(9000)
        shown(camera, second, film=True)
        camera.shoot(1)
        inside = camera.page.frame_locator("iframe.shown")
        expect(inside.locator("html")).to_have_attribute("data-year", "1928")
        assert camera.film.most_flashes() <= MOST


# The ways in which a page can change: each makes the page dark and light again, so often a second.
FLASHING = {
    "frames": "const go = () => { paint(performance.now()); requestAnimationFrame(go); }; go();",
    "timer": "setInterval(() => paint(performance.now()), 10);",
    "style": "document.body.style.animation = `flash ${1 / often}s steps(1) infinite`;",
    "element": "document.body.animate([{ background: '#fff' }, { background: '#000' }, { background: '#fff' }], { duration: 1000 / often, iterations: 100 });",
}
PAGE = """<!DOCTYPE html><style>body {{ margin: 0; height: 100vh; background: #fff }}
@keyframes flash {{ from {{ background: #000 }} 50% {{ background: #fff }} }}</style><body><script>
const often = {often};
const paint = (ms) => {{ document.body.style.background = Math.floor(2 * often * ms / 1000) % 2 ? '#000' : '#fff'; }};
{flashing}</script>"""


@pytest.mark.parametrize("how", FLASHING)
def test_a_page_that_flashes_is_detected_whatever_moves_it(browser: Browser, tmp_path: Path, how: str) -> None:
    for often, seen in ((2, range(1, 3)), (4, range(3, 5))):
        path = tmp_path / f"{often}.html"
        path.write_text(PAGE.format(often=often, flashing=FLASHING[how]), encoding="utf-8")
        with filmed(browser, path.as_uri()) as camera:
            camera.shoot(1.1)
            assert camera.film.most_flashes() in seen


def flashing(light: str, dark: str, size: tuple[int, int] = SCREEN) -> int:
    """The flashes of a rectangle that is light and dark five times a second."""
    film = Film(FRAMES_A_SECOND)
    for number in range(2 * FRAMES_A_SECOND):
        picture = Image.new("RGB", SCREEN, dark)
        if number // 3 % 2:
            ImageDraw.Draw(picture).rectangle((300, 200, 299 + size[0], 199 + size[1]), fill=light)
        film.add(picture)
    return film.most_flashes()


@pytest.mark.parametrize(
    ("light", "dark"), [("#fff", "#000"), ("#777", "#444"), ("#f00", "#400000"), ("#ff0000", "#3b5f00")]
)
def test_light_and_dark_and_red_in_turn_are_flashes(light: str, dark: str) -> None:
    assert flashing(light, dark) == 5


@pytest.mark.parametrize(("light", "dark"), [("#fff", "#f0f0f0"), ("#888", "#7f7f7f"), ("#f4ecdb", "#ffffff")])
def test_what_differs_by_little_or_is_light_in_both_is_none(light: str, dark: str) -> None:
    assert flashing(light, dark) == 0


def test_a_quarter_of_a_field_of_sight_is_a_flash_and_less_is_none() -> None:
    assert flashing("#fff", "#000", (176, 128)) == 5
    assert flashing("#fff", "#000", (160, 128)) == 0


def test_a_slow_change_is_one_change_and_no_flash() -> None:
    film = Film(FRAMES_A_SECOND)
    for number in range(60):
        film.add(Image.new("RGB", SCREEN, (4 * number,) * 3))
    assert film.most_flashes() == 0
