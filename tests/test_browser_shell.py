"""The kiosk's shell in a browser, from a disk, with small releases that speak its protocol."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from browser import Watched, no_longer_than, opened
from PIL import Image
from playwright.sync_api import Browser, CDPSession, FrameLocator, Page, expect

from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig, ScreenConfig
from liaison_atlas.maps.kiosk.publishing import publish, roll_back
from liaison_atlas.maps.kiosk.release_store import current_release
from liaison_atlas.maps.kiosk.shell_page import ShellTimings, shell_page

# Quick, but for a machine that is busy with other tests too: a frame that is well answers within a second and a half.
PACE = ShellTimings(tick_ms=150, poll_ms=200, ready_ms=3000, ping_ms=250, missed=6, fade_ms=400)
SEVERAL_POLLS_MS = 800  # in which the shell has looked for a new release several times

# A release that speaks the protocol. Its buttons do what a visitor, or a mistake of ours, would.
SPEAKS = """<!DOCTYPE html><title>{name}</title><h1>{name}</h1><p id="note"></p>
<button id="touch">touch</button><button id="leave">leave</button><button id="break">break</button><button id="keep">keep</button>
<script>
const say = (type, more = {{}}) => parent.postMessage({{ type, version: "{name}", ...more }}, "*");
const on = (id, does) => document.getElementById(id).addEventListener("click", does);
const note = document.getElementById("note");
addEventListener("message", ({{ data }}) => {{
  if (data.type === "hang") for (;;);
  if (data.type === "ping") say("pong");
  if (data.type === "kept") note.textContent = "kept " + data.text;
  if (data.type === "shown") document.title = "shown";
}});
on("touch", () => {{ say("active"); note.textContent = "touched"; }});
on("leave", () => say("idle"));
on("break", () => say("error", {{ message: "lost" }}));
on("keep", () => say("keep", {{ text: "three sessions" }}));
{does}
</script>"""
READY = 'say("ready");'
SLOWLY = 'setTimeout(() => { say("ready"); document.querySelector("h1").textContent += ", ready"; }, 1200);'
SILENT = ""
HANGS = "for (;;);"
BREAKS = 'say("error", { message: "no data" });'
HANGS_LATER = 'say("ready"); setTimeout(() => { for (;;); }, 700);'


@dataclass
class PublishedKiosk:
    """A kiosk: the folder that it shows, and the browser that shows it."""

    folder: Path
    target: Path

    def publish(self, name: str, does: str = READY) -> str:
        """Publish a release by the name of its heading; give the name of its folder."""
        files = {
            "kiosk.html": SPEAKS.format(name=name, does=does),
            "kiosk/shell.html": shell_page(KioskConfig(title="Museum <of> Atlases", languages=("de", "en")), PACE),
        }
        for path, text in files.items():
            (self.folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name / path).write_text(text, encoding="utf-8")
        entries = {
            path: {"sha256": hashlib.sha256(text.encode()).hexdigest(), "size": len(text.encode())}
            for path, text in files.items()
        }
        (self.folder / name / "manifest.json").write_text(json.dumps({"files": entries}))
        return publish(self.folder / name, self.target).name


@pytest.fixture
def kiosk(tmp_path: Path) -> PublishedKiosk:
    return PublishedKiosk(tmp_path, tmp_path / "target")


@contextmanager
def shell_opened(full_browser: Browser, kiosk: PublishedKiosk) -> Iterator[Watched]:
    """The shell on the kiosk."""
    with (
        opened(full_browser, (kiosk.target / "shell.html").as_uri(), fresh=True) as watched,
        no_longer_than(full_browser, 120),
    ):
        yield watched


def shows(page: Page, name: str, timeout_s: float = 30) -> FrameLocator:
    """Wait until a release, known by its heading, is on the screen, and alone."""
    expect(page.locator("iframe")).to_have_count(1, timeout=timeout_s * 1000)
    frame = page.frame_locator("iframe.shown")
    expect(frame.locator("h1")).to_have_text(name, timeout=timeout_s * 1000)
    expect(page.locator("iframe")).to_have_count(1, timeout=timeout_s * 1000)
    return frame


def test_the_current_release_comes_up_and_nothing_else_is_requested(
    full_browser: Browser, kiosk: PublishedKiosk
) -> None:
    release = kiosk.publish("one")
    with shell_opened(full_browser, kiosk) as watched:
        shows(watched.page, "one")
        assert watched.page.get_attribute("html", "data-release") == release
        assert watched.page.get_attribute("iframe", "sandbox") == "allow-scripts"
        assert watched.page.title() == "Museum <of> Atlases"
        assert not watched.wrong
        root = kiosk.target.as_uri()
        asked = {request.partition("?")[0].removeprefix(root) for request in watched.requests}
        assert asked == {"/shell.html", "/current/version.js", f"/releases/{release}/kiosk.html"}


def test_new_content_waits_until_the_visitor_has_gone(full_browser: Browser, kiosk: PublishedKiosk) -> None:
    kiosk.publish("one")
    with shell_opened(full_browser, kiosk) as watched:
        page = watched.page
        frame = shows(page, "one")
        frame.locator("#touch").click()
        expect(frame.locator("#note")).to_have_text("touched")
        kiosk.publish("two")
        page.wait_for_timeout(SEVERAL_POLLS_MS)
        shows(page, "one")
        frame.locator("#leave").click()
        shows(page, "two")
        assert page.frames[-1].title() == "shown"


def test_the_log_records_when_a_visitor_comes_and_goes(full_browser: Browser, kiosk: PublishedKiosk) -> None:
    kiosk.publish("one")
    with shell_opened(full_browser, kiosk) as watched:
        messages: list[str] = []
        watched.page.on("console", lambda message: messages.append(message.text))
        frame = shows(watched.page, "one")
        for button, state in (("#touch", "in use"), ("#leave", "free"), ("#touch", "in use")):
            with watched.page.expect_console_message(lambda message, state=state: message.text.endswith(state)):  # type: ignore[misc]
                frame.locator(button).click()
        # One that breaks ends the visit.
        with watched.page.expect_console_message(lambda message: message.text == "liaison-kiosk: free"):
            frame.locator("#break").click()
        assert [text for text in messages if "alive" not in text][-4:] == [
            f"liaison-kiosk: {state}" for state in ("in use", "free", "in use", "free")
        ]


def test_a_visitor_who_comes_while_the_new_content_loads_is_not_disturbed(
    full_browser: Browser, kiosk: PublishedKiosk
) -> None:
    kiosk.publish("one")
    with shell_opened(full_browser, kiosk) as watched:
        page = watched.page
        frame = shows(page, "one")
        kiosk.publish("two", SLOWLY)
        expect(page.locator("iframe.waiting")).to_have_count(1, timeout=10_000)
        frame.locator("#touch").click()
        expect(page.frame_locator("iframe.waiting").locator("h1")).to_have_text("two, ready")
        page.wait_for_timeout(SEVERAL_POLLS_MS)
        expect(page.locator("iframe.waiting")).to_have_count(1)
        expect(page.frame_locator("iframe.shown").locator("h1")).to_have_text("one")
        frame.locator("#leave").click()
        shows(page, "two, ready")


def test_no_moment_of_a_swap_shows_what_lies_behind(full_browser: Browser, kiosk: PublishedKiosk) -> None:
    dark = "document.documentElement.style.background = '#000';"
    kiosk.publish("one", dark + READY)
    with shell_opened(full_browser, kiosk) as watched:
        page = watched.page
        shows(page, "one")
        kiosk.publish("two", dark + READY)
        deadline = time.monotonic() + 30
        # Asked without a pause: Playwright's own waiting may miss the second in which there are two.
        while page.locator("iframe").count() != 2:
            assert time.monotonic() < deadline
        corners = set()
        while page.locator("iframe").count() == 2:
            picture = Image.open(io.BytesIO(page.screenshot(clip={"x": 1200, "y": 700, "width": 4, "height": 4})))
            corners.add(picture.convert("RGB").getpixel((1, 1)))
        assert corners == {(0, 0, 0)}
        shows(page, "two")


@pytest.mark.parametrize("does", [SILENT, BREAKS, HANGS], ids=["silent", "breaks", "hangs"])
def test_a_release_that_does_not_come_up_is_not_shown(full_browser: Browser, kiosk: PublishedKiosk, does: str) -> None:
    kiosk.publish("one")
    with shell_opened(full_browser, kiosk) as watched:
        page = watched.page
        shows(page, "one")
        with page.expect_request("**/kiosk.html"):
            kiosk.publish("two", does)
        # One that hangs takes the process that all frames share with it: the former one is made anew.
        expect(page.locator("iframe.waiting")).to_have_count(0, timeout=20_000)
        frame = shows(page, "one")
        frame.locator("#touch").click(timeout=5000)
        frame.locator("#leave").click()
        kiosk.publish("three")
        shows(page, "three")


@pytest.mark.parametrize("does", [SILENT, BREAKS, HANGS, HANGS_LATER], ids=["silent", "breaks", "hangs", "later"])
def test_a_start_with_a_broken_release_shows_the_one_before(
    full_browser: Browser, kiosk: PublishedKiosk, does: str
) -> None:
    first = kiosk.publish("one")
    kiosk.publish("two", does)
    with shell_opened(full_browser, kiosk) as watched:
        page = watched.page
        page.wait_for_selector(f'html[data-release="{first}"]', state="attached", timeout=40_000)
        expect(page.frame_locator("iframe.shown").locator("h1")).to_have_text("one")


def test_a_release_that_has_lost_its_file_is_passed_over(full_browser: Browser, kiosk: PublishedKiosk) -> None:
    kiosk.publish("one")
    second = kiosk.publish("two")
    (kiosk.target / "releases" / second / "kiosk.html").unlink()
    with shell_opened(full_browser, kiosk) as watched:
        expect(watched.page.frame_locator("iframe.shown").locator("h1")).to_have_text("one", timeout=30_000)


@pytest.mark.parametrize("how", ["hang", "break"])
def test_a_frame_that_hangs_or_breaks_is_made_anew(full_browser: Browser, kiosk: PublishedKiosk, how: str) -> None:
    kiosk.publish("one")
    with shell_opened(full_browser, kiosk) as watched:
        page = watched.page
        frame = shows(page, "one")
        for _ in range(2):
            frame.locator("#touch").click()  # even with a visitor: nothing can be lost any more
            if how == "hang":  # by a message from outside: a click in a page that hangs has no end
                page.evaluate("document.querySelector('iframe.shown').contentWindow.postMessage({ type: 'hang' }, '*')")
            else:
                frame.locator("#break").click()
            expect(page.locator("iframe.shown")).to_have_count(0, timeout=20_000)
            assert page.locator(".still").is_visible()
            frame = shows(page, "one")
            frame.locator("#touch").click(timeout=5000)
            frame.locator("#leave").click()


def test_a_roll_back_is_followed(full_browser: Browser, kiosk: PublishedKiosk) -> None:
    kiosk.publish("one")
    kiosk.publish("two")
    with shell_opened(full_browser, kiosk) as watched:
        shows(watched.page, "two")
        roll_back(kiosk.target)
        shows(watched.page, "one")


def test_what_a_page_wants_kept_comes_back_after_the_night(full_browser: Browser, kiosk: PublishedKiosk) -> None:
    kiosk.publish("one")
    with shell_opened(full_browser, kiosk) as watched:
        shows(watched.page, "one").locator("#keep").click()
        watched.page.wait_for_timeout(SEVERAL_POLLS_MS)
        watched.page.reload()
        expect(shows(watched.page, "one").locator("#note")).to_have_text("kept three sessions")


def test_with_nothing_to_show_there_is_a_friendly_still(full_browser: Browser, kiosk: PublishedKiosk) -> None:
    release = kiosk.publish("one")
    shutil.rmtree(kiosk.target / "releases" / release)
    with shell_opened(full_browser, kiosk) as watched:
        page = watched.page
        page.wait_for_timeout(SEVERAL_POLLS_MS)
        words = page.locator(".still").inner_text()
        assert "Der Atlas ist gleich wieder da." in words
        assert "The atlas will be back in a moment." in words
        publish(kiosk.folder / "one", kiosk.target)
        shows(page, "one")


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_still_stands_upright_on_a_screen_that_is_rotated(browser: Browser, tmp_path: Path, rotation: int) -> None:
    path = tmp_path / "shell.html"
    path.write_text(shell_page(KioskConfig(screen=ScreenConfig(1080, 1920, rotation=rotation))), encoding="utf-8")
    with opened(browser, path.as_uri(), "full HD") as watched:
        still = watched.page.locator(".still")
        assert still.bounding_box() == {"x": 0, "y": 0, "width": 1920, "height": 1080}
        line = still.locator("p").first.bounding_box()
        assert line
        assert (line["width"] > line["height"]) is (rotation in (0, 180))
        assert line["x"] + line["width"] / 2 == pytest.approx(960, abs=80)


def test_many_swaps_leave_one_frame_and_no_listener_behind(full_browser: Browser, kiosk: PublishedKiosk) -> None:
    kiosk.publish("one")
    with shell_opened(full_browser, kiosk) as watched:
        page = watched.page
        shows(page, "one")
        session = page.context.new_cdp_session(page)
        session.send("HeapProfiler.collectGarbage")
        before = {m["name"]: m["value"] for m in _metrics(session)}
        for round_ in range(6):
            kiosk.publish(f"r{round_}")
            shows(page, f"r{round_}")
        session.send("HeapProfiler.collectGarbage")
        after = {m["name"]: m["value"] for m in _metrics(session)}
        assert after["Nodes"] <= before["Nodes"] + 20
        assert after["JSEventListeners"] <= before["JSEventListeners"] + 2


def _metrics(session: CDPSession) -> list[dict[str, Any]]:
    session.send("Performance.enable")
    return list(session.send("Performance.getMetrics")["metrics"])


def test_a_release_cannot_reach_the_shell_or_name_a_folder(full_browser: Browser, kiosk: PublishedKiosk) -> None:
    attack = (
        READY
        + """
      try { parent.document.body.remove(); } catch { document.title = "kept out"; }
      try { top.location = "about:blank"; } catch {}
      try { open("about:blank"); } catch {}
      try { localStorage.x = 1; } catch {}"""
    )
    kiosk.publish("one", attack)
    with shell_opened(full_browser, kiosk) as watched:
        shows(watched.page, "one")
        now = current_release(kiosk.target)
        assert now is not None
        script = kiosk.target / "current" / "version.js"
        script.write_text('liaisonRelease({"version": "../../../etc", "number": 9, "former": []});\n')
        watched.page.wait_for_timeout(SEVERAL_POLLS_MS)
        shows(watched.page, "one")
        assert watched.page.url == (kiosk.target / "shell.html").as_uri()
        assert len(watched.page.context.pages) == 1
