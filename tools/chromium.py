"""A Chromium for the tools that open pages, and measurements of a page's memory."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright


@contextmanager
def chromium(*, full: bool = False) -> Iterator[Browser]:
    """Debian's Chromium if it is installed, else Playwright's own. Use the ``full`` browser for measurements."""
    # The headless shell opens a page in half the time.
    debian = (None if full else shutil.which("chromium-headless-shell")) or shutil.which("chromium")
    channel = "chromium" if full and not debian else None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=debian, channel=channel, args=["--no-sandbox"])
        yield browser
        browser.close()


def wait_until_ready(page: Page) -> None:
    """Wait until a page of the viewer reports that it is drawn."""
    page.wait_for_selector('html[data-ready="true"]', state="attached")


def renderer_kb(browser: Browser) -> int:
    """Resident memory of the largest renderer in kB; 0 if the system does not report it as Linux does."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    files = (Path(f"/proc/{process['id']}/status") for process in processes if process["type"] == "renderer")
    sizes = (re.search(r"VmRSS:\s*(\d+)", file.read_text()) for file in files if file.exists())
    return max((int(size[1]) for size in sizes if size), default=0)


def performance_metrics(session: CDPSession) -> dict[str, float]:
    """The browser's own counts: nodes, listeners, main-thread time. Send ``Performance.enable`` first."""
    return {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}


def metrics_without_garbage(session: CDPSession) -> dict[str, float]:
    """The browser's counts after a garbage collection."""
    session.send("HeapProfiler.collectGarbage")
    return performance_metrics(session)
