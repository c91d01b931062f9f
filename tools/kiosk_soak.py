"""Take a kiosk through months of visitors in minutes: ``make soak``.

``python -m tools.kiosk_soak [KIOSK.html] [--sessions N]`` runs only this tool.

The page's clock and heartbeat are replaced before its script runs, so that a minute without a touch takes no time.
Every session is a number of seeded random touches (one finger or two, swipes, cancelled touches, the slider, sometimes
a sleep of the machine), followed by no touches for as long as the kiosk waits. After each session the page must be in
the same state. No error may occur, and the renderer's resident memory must not grow. The tool prints its measurements,
with the elements and the listeners, as JSON; the exit code is 1 if something is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pandas as pd
from playwright.sync_api import Browser

from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig, ScreenConfig, StaffConfig
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page
from tools import OMS, layers_of
from tools.chromium import chromium, metrics_without_garbage, renderer_kb, wait_until_ready

# Everything that a visitor can touch: three languages, a table that turns, the staff corner.
FULL_CONFIG = KioskConfig(
    languages=("en", "de", "ru"), screen=ScreenConfig(table=True), staff=StaffConfig(code="4711", counters=True)
)
IDLE_WAIT_S = 82  # a little more than idle_s and countdown_s together
SIZE = (1280, 720)
BATCH_SESSIONS = 20

FAKE_CLOCK_JS = (Path(__file__).parent / "fake_clock.js").read_text(encoding="utf-8")

CANVAS_HASH_JS = (Path(__file__).parent / "canvas_hash.js").read_text(encoding="utf-8")

VISITORS_JS = (
    (Path(__file__).parent / "kiosk_visitors.js").read_text(encoding="utf-8").replace("PICTURE", CANVAS_HASH_JS)
)


def main() -> int:
    """Run the soak; return the exit code."""
    parser = argparse.ArgumentParser(description="Walk a kiosk through months of visitors.")
    parser.add_argument("page", type=Path, nargs="?", help="a kiosk.html; else one of the OMS is made")
    parser.add_argument("--sessions", type=int, default=10_000, help="how many visitors (default: 10000)")
    parser.add_argument("--seed", type=int, default=1, help="another walk for another number (default: 1)")
    parser.add_argument(
        "--wait", type=float, default=IDLE_WAIT_S, help=f"its idle_s and countdown_s, and a little ({IDLE_WAIT_S})"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, chromium(full=True) as browser:
        page = options.page
        if page is None:
            page = Path(folder) / "kiosk.html"
            page.write_text(kiosk_page(layers_of(OMS), FULL_CONFIG), encoding="utf-8")
        figures = run_soak(browser, page, options.sessions, options.seed, options.wait)
    print(json.dumps(figures, indent=1))
    return 0 if is_passing(figures) else 1


def is_passing(figures: dict[str, Any]) -> bool:
    """Whether no error occurred, the page was always reset, and the renderer did not grow beyond noise."""
    return not figures["wrong"] and not figures["astray"] and figures["grown"] < 1.15


def run_soak(browser: Browser, path: Path, sessions: int, seed: int = 1, wait_s: float = IDLE_WAIT_S) -> dict[str, Any]:
    """Run this many sessions; return the measurements."""
    errors: list[str] = []
    unreset_states: list[str] = []
    samples: list[dict[str, float]] = []
    began = time.perf_counter()
    page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, has_touch=True, offline=True)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.add_init_script(FAKE_CLOCK_JS)
    page.goto(path.resolve().as_uri())
    wait_until_ready(page)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    start = ""
    for done in range(0, sessions, BATCH_SESSIONS):
        batch = min(BATCH_SESSIONS, sessions - done)
        arguments = {"seed": seed * 100_003 + done + 1, "sessions": batch, "waitMs": wait_s * 1000}
        ends = page.evaluate(VISITORS_JS, arguments)
        start = start or ends[0]
        unreset_states += [f"{done + i}: {end}, not {start}" for i, end in enumerate(ends) if end != start]
        if done % max(BATCH_SESSIONS, sessions // 40 // BATCH_SESSIONS * BATCH_SESSIONS) == 0:
            held = metrics_without_garbage(session)
            samples.append(
                {
                    "resident_mb": renderer_kb(browser) / 1024,
                    "heap_mb": held["JSHeapUsedSize"] / 1_048_576,
                    "nodes": held["Nodes"],
                    "listeners": held["JSEventListeners"],
                }
            )
    page.close()
    # The first tenth is the warm-up: fonts, widths of characters, the second canvas.
    steady = pd.DataFrame(samples[len(samples) // 10 :])
    third = max(1, len(steady) // 3)
    early, late = steady[:third].median(), steady[-third:].median()
    return {
        "sessions": sessions,
        "seed": seed,
        "minutes": round((time.perf_counter() - began) / 60, 1),
        "wrong": errors[:20],
        "astray": unreset_states[:5],
        "early": early.round(1).to_dict(),
        "late": late.round(1).to_dict(),
        "grown": round(late["resident_mb"] / early["resident_mb"], 3),
    }


if __name__ == "__main__":
    sys.exit(main())
