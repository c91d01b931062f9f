"""Renew the pictures of the kiosk, one sheet for each state at its four sizes: part of ``make pictures``.

The states of a visit are stepped through once at each size. ``python -m tools.kiosk_pictures FOLDER`` writes every
picture in full size instead, for a close look.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from liaison_atlas import layers, seeds
from liaison_atlas.maps.kiosk.kiosk_config import HoursConfig, KioskConfig, ScreenConfig, StaffConfig, StartConfig
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page

ROOT = Path(__file__).parent.parent
OUT = ROOT / "docs" / "pictures"
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


def visit_states(page: Page) -> Iterator[str]:
    """Walk through the page as a visitor does; yields the name of each state when the page shows it."""

    def press(name: str) -> None:
        page.get_by_role("button", name=name, exact=True).first.tap()

    def phase(name: str) -> None:
        page.wait_for_selector(f'html[data-state="{name}"]', state="attached")

    phase("attract")
    yield "attract"
    page.touchscreen.tap(400, 300)
    phase("active")
    yield "active"
    press("Tour")
    for _ in range(4):
        press("Next")
    yield "tour"
    page.locator(".cite").first.tap()
    yield "source"
    press("People and places")
    press("Places")
    press("B")
    yield "index"
    page.locator(".panel .rows button", has_text="Berlin").first.tap()
    yield "card"
    press("What is shown")
    yield "show"
    press("Legend")
    yield "legend"
    press("Language")
    yield "language"
    press("Start over")
    press("High contrast")
    press("Tour")
    yield "contrast"
    press("High contrast")
    press("Large type")
    yield "large"
    press("Large type")
    press("Turn round")
    yield "turned"
    press("Turn round")
    page.evaluate("skip", 62)
    phase("warning")
    yield "warning"
    page.touchscreen.tap(400, 300)
    phase("active")
    for _ in range(5):
        page.touchscreen.tap(20, 20)
    yield "code"
    for digit in "4711":
        press(digit)
    press("Open")
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


def take_pictures(browser: Browser, on_picture: Callable[[str, int, Image.Image], None]) -> None:
    """Hand over each picture: the name of the state, the number of the size."""
    oms = layers.period_layers(seeds.require(seeds.read(ROOT / "seeds" / "oms")))
    for number, (width, height, diagonal_in) in enumerate(SIZES):
        config = KioskConfig(
            languages=("en", "de", "ru"), screen=ScreenConfig(width, height, diagonal_in=diagonal_in, table=True),
            start=StartConfig(year=1927), staff=StaffConfig(code="4711", counters=True), hours=HoursConfig("20:00", "08:30"),
        )  # fmt: skip
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "kiosk.html"
            file.write_text(kiosk_page(oms, config), encoding="utf-8")
            context = browser.new_context(
                viewport={"width": width, "height": height}, has_touch=True, reduced_motion="reduce", offline=True
            )
            page = context.new_page()
            page.clock.set_fixed_time(NOON)
            page.add_init_script(CLOCK_SKIP_JS)
            page.goto(file.as_uri())
            page.wait_for_selector('html[data-ready="true"]', state="attached")
            for name in visit_states(page):
                if name != "still":  # which is not there for long
                    page.wait_for_timeout(500)
                on_picture(name, number, Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
            context.close()


def contact_sheet(row: list[Image.Image]) -> Image.Image:
    """Pictures side by side, each as high as the others."""
    small = [p.resize((round(p.width * HEIGHT / p.height), HEIGHT), Image.Resampling.LANCZOS) for p in row]
    canvas = Image.new("RGB", (sum(p.width + GAP for p in small) + GAP, HEIGHT + 2 * GAP), "#ffffff")
    left = GAP
    for each in small:
        canvas.paste(each, (left, GAP))
        left += each.width + GAP
    return canvas.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def main() -> None:
    """Renew the sheets, or write the pictures in full size into a folder."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    rows: dict[str, list[Image.Image]] = {}

    def on_picture(name: str, number: int, image: Image.Image) -> None:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            image.save(folder / f"{name}-{number}.png")
        else:
            rows.setdefault(name, []).append(image)

    with sync_playwright() as playwright:
        program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        take_pictures(browser, on_picture)
        browser.close()
    for name, row in rows.items():
        contact_sheet(row).save(OUT / f"kiosk-{name}.png", optimize=True)
        print(f"kiosk-{name}.png")


if __name__ == "__main__":
    main()
