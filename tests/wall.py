"""A kiosk on a wall, and a hand in front of it: what the tests of the kiosk's page touch it with."""

from __future__ import annotations

from dataclasses import dataclass

from browser import Watched
from playwright.sync_api import CDPSession, Locator, Page

from maps.kiosk.kiosk_config import StaffConfig

STAFF = StaffConfig(code="4711", counters=True)
# Time that can be skipped: to the page it is as if the machine had slept. Reloads and their waits are written down.
SKIPPING = """(() => {
  const now = performance.now.bind(performance), later = window.setTimeout.bind(window);
  let skipped = 0;
  performance.now = () => now() + skipped;
  window.skip = (seconds) => { skipped += 1000 * seconds; };
  window.setTimeout = (action, ms, ...more) => {
    if (!(ms >= 4000)) return later(action, ms, ...more);
    sessionStorage.waits = `${sessionStorage.waits ?? ""} ${ms}`;
    return later(action, 700, ...more);
  };
  addEventListener("DOMContentLoaded", () => { document.documentElement.dataset.waits = sessionStorage.waits ?? ""; });
})()"""


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

    def later(self, seconds: float) -> None:
        """Let time pass; what follows of it comes with the page's next heartbeat."""
        self.page.evaluate("skip", seconds)

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
