"""Renew the pictures of the kiosk, one sheet for each state at its four sizes: part of ``make pictures``.

Each size goes once through the states of a visit. ``python -m tools.kiosk_pictures FOLDER`` writes every picture in
full size instead, for a close look.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from liaison_atlas.maps.kiosk.kiosk_config import HoursConfig, KioskConfig, ScreenConfig, StaffConfig, StartConfig
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page
from tools import OMS, layers_of
from tools.atlas_pictures import OUT, contact_sheet, screenshot
from tools.chromium import chromium, wait_until_ready

# Pixels across and down, and the diagonal in inches: two screens on a wall, a large one, and a table.
SIZES = ((1920, 1080, 32), (1080, 1920, 32), (3840, 2160, 55), (2160, 3840, 55))
HEIGHT, GAP, COLOURS = 420, 14, 96
NOON, EVENING = "2026-11-23T12:00:00", "2026-11-23T22:00:00"
CLOCK_SKIP_JS = """(() => {
  const now = performance.now.bind(performance);
  let skipped = 0;
  performance.now = () => now() + skipped;
  window.skip = (seconds) => { skipped += 1000 * seconds; };
})()"""

# The control that a visitor touches (a button's name or a selector), by the state that the page shows afterwards.
TOUCHES = {
    "tour": ("Tour", "Next", "Next", "Next", "Next"),
    "source": (".cite",),
    "index": ("People and places", "Places", "B"),
    "card": (".panel .rows button:has-text('Berlin')",),
    "show": ("What is shown",),
    "legend": ("Legend",),
    "language": ("Language",),
    "contrast": ("Start over", "High contrast", "Tour"),
    "large": ("High contrast", "Large type"),
    "turned": ("Large type", "Turn round"),
}


def visit_states(page: Page) -> Iterator[str]:
    """Go through the page as a visitor does; yield the name of each state when the page shows it."""

    def touch(*targets: str) -> None:
        for target in targets:
            button = page.get_by_role("button", name=target, exact=True)
            (page.locator(target) if target.startswith(".") else button).first.tap()

    def phase(name: str) -> None:
        page.wait_for_selector(f'html[data-state="{name}"]', state="attached")

    phase("attract")
    yield "attract"
    page.touchscreen.tap(400, 300)
    phase("active")
    yield "active"
    for state, targets in TOUCHES.items():
        touch(*targets)
        yield state
    touch("Turn round")
    page.evaluate("skip", 62)
    phase("warning")
    yield "warning"
    page.touchscreen.tap(400, 300)
    phase("active")
    for _ in range(5):
        page.touchscreen.tap(20, 20)
    yield "code"
    touch(*"4711", "Open")
    yield "staff"
    page.evaluate("skip", 62)
    phase("warning")
    page.evaluate("skip", 22)
    phase("attract")
    page.clock.set_fixed_time(EVENING)
    page.locator(".quiet").wait_for()
    yield "quiet"
    page.clock.set_fixed_time(NOON)
    page.locator(".quiet").wait_for(state="hidden")
    page.evaluate("dispatchEvent(new ErrorEvent('error', { message: 'for the picture' }))")
    phase("still")
    yield "still"


def take_pictures(browser: Browser) -> Iterator[tuple[str, int, Image.Image]]:
    """Take each picture; yield it with the name of its state and the number of its size."""
    oms = layers_of(OMS)
    for number, (width, height, diagonal_in) in enumerate(SIZES):
        config = KioskConfig(
            languages=("en", "de", "ru"), screen=ScreenConfig(width, height, diagonal_in=diagonal_in, table=True),
            start=StartConfig(year=1927), staff=StaffConfig(code="4711", counters=True), hours=HoursConfig("20:00", "08:30"),
        )  # fmt: skip
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "kiosk.html"
            file.write_text(kiosk_page(oms, config), encoding="utf-8")
            page = browser.new_page(
                viewport={"width": width, "height": height}, has_touch=True, reduced_motion="reduce", offline=True
            )
            page.clock.set_fixed_time(NOON)
            page.add_init_script(CLOCK_SKIP_JS)
            page.goto(file.as_uri())
            wait_until_ready(page)
            for name in visit_states(page):
                if name != "still":  # it is shown only briefly
                    page.wait_for_timeout(500)
                yield name, number, screenshot(page)
            page.close()


def main() -> None:
    """Renew the sheets, or write the pictures in full size into a folder."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    rows: dict[str, list[Image.Image]] = {}
    with chromium() as browser:
        for name, number, image in take_pictures(browser):
            if folder is not None:
                folder.mkdir(parents=True, exist_ok=True)
                image.save(folder / f"{name}-{number}.png")
            else:
                rows.setdefault(name, []).append(image)
    for name, row in rows.items():
        sheet = contact_sheet(row, HEIGHT, GAP, "#ffffff")
        few = sheet.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(OUT / f"kiosk-{name}.png", optimize=True)
        print(f"kiosk-{name}.png")


if __name__ == "__main__":
    main()
