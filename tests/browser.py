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


# Pages that are open at about:blank, by browser, size and options: to reuse one saves a third of what opening costs.
_idle_pages: dict[Browser, dict[tuple[object, ...], Page]] = {}


@contextmanager
def opened(
    browser: Browser, address: str, size: str = "laptop", *, first: str = "", fresh: bool = False, **options: object
) -> Iterator[Watched]:
    """A page opened with the network cut; ``first`` is a script that runs before its own.

    The document is always a new one. Its tab may have served another test, with its history, window and media reset,
    unless the page gets a script or a context of its own or is to be ``fresh``.
    """
    idle = _idle_pages.setdefault(browser, {})
    key = (size, *options.items())
    reusable = not fresh and not first and options.keys() <= {"reduced_motion"} and size in ("laptop", "phone")
    page = idle.pop(key, None) if reusable else None
    if page is None:
        page = _new_page(browser, size, **options)
        if first:
            page.add_init_script(first)
    watched = Watched(page)
    watch = {
        "request": lambda request: watched.requests.append(request.url),
        "pageerror": lambda error: watched.wrong.append(str(error)),
        "console": lambda message: watched.wrong.append(message.text) if message.type in ("error", "warning") else None,
    }
    for event, listener in watch.items():
        page.on(event, listener)  # type: ignore[call-overload]
    try:
        page.goto(address)
        yield watched
    except BaseException:
        reusable = False
        raise
    finally:
        if reusable and _is_blank_again(page, size):
            for event, listener in watch.items():
                page.remove_listener(event, listener)
            idle[key] = page
        else:
            page.context.close()


def _new_page(browser: Browser, size: str, **options: object) -> Page:
    width, height = SIZES[size]
    return browser.new_context(viewport={"width": width, "height": height}, offline=True, **options).new_page()  # type: ignore[arg-type]


def _is_blank_again(page: Page, size: str) -> bool:
    """Make a tab as it was when it was opened; False where a test has opened another beside it."""
    if len(page.context.pages) > 1 or page.is_closed():
        return False
    width, height = SIZES[size]
    page.goto("about:blank")
    page.mouse.move(0, 0)
    page.emulate_media(media="null")
    page.set_viewport_size({"width": width, "height": height})
    session = page.context.new_cdp_session(page)
    session.send("Page.resetNavigationHistory")
    session.send("Storage.clearDataForOrigin", {"origin": "file://", "storageTypes": "local_storage"})
    session.detach()
    return True


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
