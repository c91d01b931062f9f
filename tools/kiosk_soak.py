"""Walk a kiosk through months of visitors in minutes: ``make soak``, or ``python -m tools.kiosk_soak [KIOSK.html] [--sessions N]``.

The page's clock and heartbeat are taken over before its script runs, so that a minute without a touch costs none.
Every session is a number of seeded random touches (one finger or two, swipes, cancelled ones, the slider, now and then
a sleep of the machine), then nobody for as long as the kiosk waits. After each the page must be where it began;
meanwhile nothing may go wrong, and the renderer's resident memory, the elements and the listeners must not grow.
Prints what it measured as JSON; exit 1 where something is wrong.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, sync_playwright

from liaison_atlas import layers, seeds
from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig, ScreenConfig, StaffConfig
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page

ROOT = Path(__file__).parent.parent
# All that a visitor can touch: three languages, a table that turns, the staff's corner.
FULL_CONFIG = KioskConfig(
    languages=("en", "de", "ru"), screen=ScreenConfig(table=True), staff=StaffConfig(code="4711", counters=True)
)
IDLE_WAIT_S = 82  # idle_s and countdown_s together, and a little
SIZE = (1280, 720)
BATCH_SESSIONS = 20

# Before the page's own script: this script controls its clock and its heartbeat. Frames stay the browser's own.
FAKE_CLOCK_JS = """(() => {
  let now = 0;
  const beats = [];
  performance.now = () => now;
  window.setInterval = (beat) => beats.push(beat);
  window.soak = { pass(ms, beatEvery) {
    for (let passed = 0; passed < ms; passed += beatEvery) { now += beatEvery; for (const beat of beats) beat(); }
  } };
})()"""

# A number for what a canvas shows, seen small: where the map looks, and in which colours.
CANVAS_HASH_JS = """(canvas) => {
  const small = new OffscreenCanvas(96, 54).getContext('2d', { willReadFrequently: true });
  small.drawImage(canvas, 0, 0, 96, 54);
  return small.getImageData(0, 0, 96, 54).data.reduce((sum, value) => (sum * 31 + value) | 0, 7);
}"""

# A batch of visitors. The state of the page is one string, the same after every visitor.
VISITORS_JS = """async ({ seed, sessions, waitMs }) => {
  let state = seed;
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const root = document.documentElement;
  const picture = PICTURE;
  const where = () => JSON.stringify([root.lang, root.dataset.strand, root.dataset.contrast, root.dataset.type,
    root.dataset.panel, root.dataset.state, document.querySelector('.leaflet-map-pane').style.transform,
    document.querySelector('.liaison-ground').style.transform, scrollX, scrollY, document.activeElement.tagName,
    document.querySelector('.house').style.rotate, document.querySelector('.panel').hidden,
    picture(document.querySelector('.liaison-ground'))]);
  const event = (type, pointerId, x, y) => (document.elementFromPoint(x, y) ?? root).dispatchEvent(
    new PointerEvent(type, { pointerId, clientX: x, clientY: y, bubbles: true, cancelable: true, pointerType: 'touch' }));
  const spot = () => [next() * innerWidth, innerHeight * (next() < 0.6 ? 0.7 + 0.3 * next() : next())];
  const frame = () => new Promise(requestAnimationFrame);
  const ends = [];
  for (let session = 0; session < sessions; session++) {
    for (let touches = 2 + Math.floor(10 * next()); touches > 0; touches--) {
      const fingers = next() < 0.85 ? 1 : 2;
      const at = Array.from({ length: fingers }, spot);
      at.forEach(([x, y], id) => event('pointerdown', id, x, y));
      if (next() < 0.3) for (let step = 1; step < 4; step++)
        at.forEach((each, id) => { each[0] += 30 * (next() - 0.5); each[1] += 30 * (next() - 0.5); event('pointermove', id, ...each); });
      at.forEach(([x, y], id) => event(next() < 0.95 ? 'pointerup' : 'pointercancel', id, x, y));
      const slider = document.querySelector('.years');
      if (next() < 0.1) { slider.value = String(Number(slider.min) + Math.floor(30 * next())); slider.dispatchEvent(new Event('input')); }
      soak.pass(200 + Math.floor(4000 * next()), 400);
    }
    if (next() < 0.02) soak.pass(4e7, 4e7);
    await frame();
    soak.pass(waitMs, 1000);
    await frame();
    soak.pass(200, 200);
    ends.push(where());
  }
  return ends;
}""".replace("PICTURE", CANVAS_HASH_JS)


def main() -> int:
    """Run the soak; the exit code."""
    parser = argparse.ArgumentParser(description="Walk a kiosk through months of visitors.")
    parser.add_argument("page", type=Path, nargs="?", help="a kiosk.html; else one of the OMS is made")
    parser.add_argument("--sessions", type=int, default=10_000, help="how many visitors (default: 10000)")
    parser.add_argument("--seed", type=int, default=1, help="another walk for another number (default: 1)")
    parser.add_argument(
        "--wait", type=float, default=IDLE_WAIT_S, help=f"its idle_s and countdown_s, and a little ({IDLE_WAIT_S})"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = options.page
        if page is None:
            page = Path(folder) / "kiosk.html"
            oms = layers.period_layers(seeds.require(seeds.read(ROOT / "seeds" / "oms")))
            page.write_text(kiosk_page(oms, FULL_CONFIG), encoding="utf-8")
        program = shutil.which("chromium")
        browser = playwright.chromium.launch(
            executable_path=program, channel=None if program else "chromium", args=["--no-sandbox"]
        )
        figures = run_soak(browser, page, options.sessions, options.seed, options.wait)
        browser.close()
    print(json.dumps(figures, indent=1))
    return 0 if is_passing(figures) else 1


def is_passing(figures: dict[str, Any]) -> bool:
    """Whether nothing went wrong or astray, and the renderer did not grow beyond noise."""
    return not figures["wrong"] and not figures["astray"] and figures["grown"] < 1.15


def run_soak(browser: Browser, path: Path, sessions: int, seed: int = 1, wait_s: float = IDLE_WAIT_S) -> dict[str, Any]:
    """Walk through so many sessions; what was measured on the way."""
    errors: list[str] = []
    unreset_states: list[str] = []
    samples: list[dict[str, float]] = []
    began = time.perf_counter()
    context = browser.new_context(viewport={"width": SIZE[0], "height": SIZE[1]}, has_touch=True, offline=True)
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.add_init_script(FAKE_CLOCK_JS)
    page.goto(path.resolve().as_uri())
    page.wait_for_selector('html[data-ready="true"]', state="attached")
    page_session, browser_session = context.new_cdp_session(page), browser.new_browser_cdp_session()
    start = ""
    for done in range(0, sessions, BATCH_SESSIONS):
        arguments = {
            "seed": seed * 100_003 + done + 1,
            "sessions": min(BATCH_SESSIONS, sessions - done),
            "waitMs": wait_s * 1000,
        }
        ends = page.evaluate(VISITORS_JS, arguments)
        start = start or ends[0]
        unreset_states += [f"{done + i}: {end}, not {start}" for i, end in enumerate(ends) if end != start]
        if done % max(BATCH_SESSIONS, sessions // 40 // BATCH_SESSIONS * BATCH_SESSIONS) == 0:
            samples.append(_memory_sample(page_session, browser_session))
    context.close()
    # The first tenth warms up: fonts, widths of characters, the second canvas.
    steady = samples[len(samples) // 10 :]
    third = max(1, len(steady) // 3)
    early, late = steady[:third], steady[-third:]

    def middle(part: list[dict[str, float]], name: str) -> float:
        return statistics.median(sample[name] for sample in part)

    names = ("resident_mb", "heap_mb", "nodes", "listeners")
    return {
        "sessions": sessions,
        "seed": seed,
        "minutes": round((time.perf_counter() - began) / 60, 1),
        "wrong": errors[:20],
        "astray": unreset_states[:5],
        "early": {name: round(middle(early, name), 1) for name in names},
        "late": {name: round(middle(late, name), 1) for name in names},
        "grown": round(middle(late, "resident_mb") / middle(early, "resident_mb"), 3),
    }


def _memory_sample(page_session: CDPSession, browser_session: CDPSession) -> dict[str, float]:
    page_session.send("HeapProfiler.collectGarbage")
    counters = page_session.send("Memory.getDOMCounters")
    heap = page_session.send("Runtime.getHeapUsage")["usedSize"]
    processes = browser_session.send("SystemInfo.getProcessInfo")["processInfo"]
    resident = max(_resident_mb(process["id"]) for process in processes if process["type"] == "renderer")
    return {
        "resident_mb": resident,
        "heap_mb": heap / 1_048_576,
        "nodes": counters["nodes"],
        "listeners": counters["jsEventListeners"],
    }


def _resident_mb(process: int) -> float:
    """What a process holds in memory, as Linux reports it."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS:")), 0.0)


if __name__ == "__main__":
    sys.exit(main())
