"""A Chromium for the tests: without a network, and with every request and error of a page recorded."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

SIZES = {
    "laptop": (1280, 800),
    "full HD": (1920, 1080),
    "portrait kiosk": (1080, 1920),
    "4K": (3840, 2160),
    "4K upright": (2160, 3840),
    "phone": (390, 844),
}


@dataclass
class Watched:
    """A page, with its requests and its errors."""

    page: Page
    requests: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def chromium(playwright: Playwright, *, full: bool = False) -> Browser:
    """Debian's Chromium where there is one, else Playwright's own.

    The headless shell opens a page in half the time; the ``full`` browser has its own pages, such as chrome://policy.
    """
    debian = (None if full else shutil.which("chromium-headless-shell")) or shutil.which("chromium")
    channel = "chromium" if full and not debian else None
    return playwright.chromium.launch(executable_path=debian, channel=channel, args=["--no-sandbox"])


@contextmanager
def opened(
    browser: Browser, address: str, size: str = "laptop", *, first: str = "", **options: object
) -> Iterator[Watched]:
    """A page opened with the network cut; ``first`` is a script that runs before its own."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **options)  # type: ignore[arg-type]
    watched = Watched(context.new_page())
    page = watched.page
    page.on("request", lambda request: watched.requests.append(request.url))
    page.on("pageerror", lambda error: watched.wrong.append(str(error)))
    page.on(
        "console", lambda message: watched.wrong.append(message.text) if message.type in ("error", "warning") else None
    )
    if first:
        page.add_init_script(first)
    try:
        page.goto(address)
        yield watched
    finally:
        context.close()


def ready(watched: Watched) -> Page:
    """The page, when it reports that it is drawn. Its policy forbids strings as code, so the wait is for a selector."""
    watched.page.wait_for_selector('html[data-ready="true"]', state="attached", timeout=20_000)
    return watched.page


def show_state(page: Page, state: str) -> None:
    """Bring a page that is open to another state by its address, and wait until that is painted."""
    page.evaluate(
        """async hash => {
            const frame = () => new Promise(requestAnimationFrame);
            if (location.hash.slice(1) !== hash) {
                const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
                location.hash = hash;
                await changed;
            }
            await frame();
            await frame();
        }""",
        state.removeprefix("#"),
    )


def next_frames(page: Page) -> None:
    """Wait until the page has painted what was changed before this call."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def wait_until(page: Page, question: str) -> None:
    """Wait until an expression is true. The page's policy forbids polling it inside the page."""
    for _ in range(500):
        if page.evaluate(question):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"never true: {question}")


def resting_address(page: Page) -> str:
    """The hash of the address, when the map no longer moves. Leaving the page writes at once what waits to be written."""
    read = """async () => {
        for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
        dispatchEvent(new Event("pagehide"));
        return location.hash;
    }"""
    former, now = "", page.evaluate(read)
    while former != now:
        former, now = now, page.evaluate(read)
    return str(now)


def year_of(page: Page) -> str | None:
    """The year that the page shows."""
    return page.get_attribute("html", "data-year")


@contextmanager
def no_longer_than(browser: Browser, seconds: float) -> Iterator[None]:
    """End the pages of a browser when the block ends, or after so many seconds, however busy they are.

    A frame that hangs never answers, and then none of Playwright's own time limits holds. A process that is ended
    answers at once, with an error.
    """
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    program = next(process["id"] for process in processes if process["type"] == "browser")
    watch = threading.Timer(seconds, _end_renderers, [program])
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
        _end_renderers(program)


def _end_renderers(program: int) -> None:
    """End what runs the pages of a browser; the browser itself goes on."""
    parents: dict[int, int] = {}
    renderers: set[int] = set()
    for folder in Path("/proc").iterdir():
        with suppress(OSError, ValueError, IndexError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if b"--type=renderer" in (folder / "cmdline").read_bytes():
                renderers.add(int(folder.name))
    for renderer in renderers:
        above = renderer
        while above > 1 and above != program:
            above = parents.get(above, 0)
        if above == program:
            with suppress(ProcessLookupError):
                os.kill(renderer, signal.SIGKILL)
