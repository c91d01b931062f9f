"""Walk a kiosk through months of visitors in minutes: ``python -m tools.soak [SITE/kiosk.html] [--sessions N] [--seed S]``.

The clock is Playwright's, so that a minute without a touch costs no minute. Every session is a number of seeded random
touches (marks, buttons, swipes, several fingers, now and then a sleep of the machine), then nobody for as long as the
house waits. After each the page must be where it began; meanwhile nothing may go wrong, and the renderer's resident
memory, the elements and the listeners must not grow. Prints what it measured as JSON; exit 1 where something is wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

SIZE = (1920, 1080)
# What tells where the page stands; the same string after every session.
START = """() => { const root = document.documentElement; return JSON.stringify([
  root.lang, root.dataset.world, root.dataset.contrast, root.dataset.type, root.dataset.panel, root.dataset.state,
  document.querySelector('.leaflet-map-pane').style.transform, document.querySelector('.liaison-ground').style.transform,
  scrollX, scrollY, document.activeElement.tagName, document.querySelector('.house').style.rotate]); }"""


def main() -> int:
    """Run the soak; the exit code."""
    parser = argparse.ArgumentParser(description="Walk a kiosk through months of visitors.")
    parser.add_argument("page", type=Path, nargs="?", default=Path("site/kiosk.html"), help="default: site/kiosk.html")
    parser.add_argument("--sessions", type=int, default=10_000, help="how many visitors (default: 10000)")
    parser.add_argument("--seed", type=int, default=1, help="another walk for another number (default: 1)")
    parser.add_argument("--idle", type=float, default=60, help="the house's idle_s (default: 60)")
    parser.add_argument("--countdown", type=float, default=20, help="the house's countdown_s (default: 20)")
    options = parser.parse_args()
    figures = soak(options.page, options.sessions, options.seed, options.idle + options.countdown)
    print(json.dumps(figures, indent=1))
    return 0 if not figures["wrong"] and not figures["astray"] and figures["grown"] < 1.15 else 1


def soak(path: Path, sessions: int, seed: int, waits_s: float) -> dict[str, Any]:
    """Walk through so many sessions; what was measured on the way."""
    chance = random.Random(seed)  # noqa: S311  # a walk that can be walked again
    wrong: list[str] = []
    astray: list[int] = []
    samples: list[dict[str, float]] = []
    began = time.perf_counter()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": SIZE[0], "height": SIZE[1]}, has_touch=True, offline=True)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda told: wrong.append(told.text) if told.type in ("error", "warning") else None)
        page.clock.install()
        page.goto(path.resolve().as_uri())
        page.wait_for_selector('html[data-ready="true"]', state="attached")
        hand, whole = context.new_cdp_session(page), browser.new_browser_cdp_session()
        start = _returned(page, hand, chance, waits_s)
        every = max(1, sessions // 40)
        for session in range(sessions):
            _visit(page, hand, chance)
            if _returned(page, hand, chance, waits_s) != start:
                astray.append(session)
            if session % every == 0:
                samples.append(_sample(hand, whole))
        browser.close()
    # The first tenth warms up: fonts, caches of widths, the second canvas.
    settled = samples[len(samples) // 10 :]
    third = max(1, len(settled) // 3)
    early, late = settled[:third], settled[-third:]

    def middle(part: list[dict[str, float]], name: str) -> float:
        return statistics.median(sample[name] for sample in part)

    names = ("resident_mb", "heap_mb", "nodes", "listeners")
    return {
        "sessions": sessions,
        "days_of_340_sessions": round(sessions / 340, 1),
        "seed": seed,
        "minutes": round((time.perf_counter() - began) / 60, 1),
        "wrong": wrong[:20],
        "astray": astray[:20],
        "early": {name: round(middle(early, name), 1) for name in names},
        "late": {name: round(middle(late, name), 1) for name in names},
        "grown": round(middle(late, "resident_mb") / middle(early, "resident_mb"), 3),
    }


def _touch(hand: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})


def _visit(page: Page, hand: CDPSession, chance: random.Random) -> None:
    """A visitor: some touches, mostly below, where the buttons are."""

    def somewhere() -> tuple[float, float]:
        low = chance.random() < 0.6
        return chance.uniform(0, SIZE[0]), chance.uniform(SIZE[1] * (0.8 if low else 0), SIZE[1])

    for _ in range(chance.randint(2, 12)):
        act = chance.random()
        first = somewhere()
        if act < 0.7:
            _touch(hand, "touchStart", first)
        elif act < 0.85:
            _touch(hand, "touchStart", first)
            for _ in range(3):
                _touch(hand, "touchMove", (min(SIZE[0] - 1, first[0] + chance.uniform(0, 90)), first[1]))
        else:
            second = somewhere()
            _touch(hand, "touchStart", first, second)
            _touch(hand, "touchMove", first, (second[0], second[1] * chance.uniform(0.8, 1)))
        _touch(hand, "touchEnd")
        page.clock.run_for(chance.choice((60, 250, 900)))
    if chance.random() < 0.02:
        page.clock.fast_forward(chance.choice((3_600, 40_000)) * 1000)  # the machine slept


def _returned(page: Page, hand: CDPSession, chance: random.Random, waits_s: float) -> str:
    """Nobody is there for as long as the house waits; where the page stands then."""
    # In leaps, as a machine that has much to do: each beat of the page is made once a leap.
    for _ in range(3):
        page.clock.fast_forward(round((waits_s + 1) * 1000))
        page.clock.run_for(450)
    return str(page.evaluate(START))


def _sample(hand: CDPSession, whole: CDPSession) -> dict[str, float]:
    hand.send("HeapProfiler.collectGarbage")
    counters = hand.send("Memory.getDOMCounters")
    heap = hand.send("Runtime.getHeapUsage")["usedSize"]
    processes = whole.send("SystemInfo.getProcessInfo")["processInfo"]
    resident = max(_resident_mb(process["id"]) for process in processes if process["type"] == "renderer")
    return {
        "resident_mb": resident,
        "heap_mb": heap / 1_048_576,
        "nodes": counters["nodes"],
        "listeners": counters["jsEventListeners"],
    }


def _resident_mb(process: int) -> float:
    """What a process holds in memory, as Linux tells it."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS:")), 0.0)


if __name__ == "__main__":
    sys.exit(main())
