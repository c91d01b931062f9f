"""A kiosk's page on a touch screen, and the fingers that the tests touch it with."""

from __future__ import annotations

from dataclasses import dataclass

from browser import Watched, next_frames
from playwright.sync_api import CDPSession, Locator, Page

from liaison_atlas.maps.kiosk.kiosk_config import StaffConfig

STAFF = StaffConfig(code="4711", counters=True)
# Time that can be skipped: to the page it is as if the machine had slept. Reloads and their waits are recorded.
# The page's heartbeat goes on as ever; `beat` calls it at once, so that nothing has to wait for the next one.
SKIPPING = """(() => {
  const now = performance.now.bind(performance), later = window.setTimeout.bind(window);
  const repeat = window.setInterval.bind(window), beats = [];
  let skipped = 0;
  window.setInterval = (action, ...more) => { beats.push(action); return repeat(action, ...more); };
  window.beat = () => { for (const action of beats) action(); };
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
class KioskScreen:
    """The page of a kiosk, with touch."""

    page: Page
    touch: CDPSession
    watched: Watched

    def tap(self, at: Locator | tuple[float, float]) -> None:
        """Touch and let go."""
        if isinstance(at, Locator):
            box = at.bounding_box()
            assert box
            at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.page.touchscreen.tap(*at)

    def fingers(self, kind: str, *points: tuple[float, float]) -> None:
        """All fingers that touch the screen: "touchStart", "touchMove" or "touchEnd"."""
        touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self.touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def lift(self, number: int, at: tuple[float, float]) -> None:
        """Lift one of several fingers."""
        point = {"x": at[0], "y": at[1], "id": number}
        self.touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": [point]})

    def wait_for_state(self, name: str) -> None:
        """Wait until the page reports this state."""
        self.page.wait_for_selector(f'html[data-state="{name}"]', state="attached", timeout=20_000)

    def skip(self, seconds: float) -> None:
        """Let time pass, and the page's heart beat twice: what follows from that time has then happened."""
        self.page.evaluate("skip", seconds)
        self.beats()

    def beats(self) -> None:
        """Let the page's heart beat twice, and wait until what follows is painted."""
        for _ in range(2):
            self.page.evaluate("beat")
            next_frames(self.page)

    def wake(self) -> None:
        """The first touch, in the middle."""
        size = self.page.viewport_size
        assert size
        self.tap((size["width"] / 2, size["height"] / 3))
        self.wait_for_state("active")

    def tool(self, name: str) -> Locator:
        """A button of the bar."""
        return self.page.locator(".kiosk-bar").get_by_role("button", name=name, exact=True)

    def data(self, name: str) -> str | None:
        """A data attribute of the document."""
        return self.page.get_attribute("html", f"data-{name}")
