"""Measure the viewer in a real browser with networks of any size, beside what a user would write with folium.

``python -m tools.bench_viewer [FEATURES ...]``; without numbers 300, 3 000, 30 000, 100 000 and 300 000.
``--years N`` makes N year changes on the OMS and says what they left in memory. Pages are opened from the disk with
the network cut; the scripts that folium's pages load from a CDN come from npm packages.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Route, sync_playwright

from liaison_atlas import layers, seeds
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.pages.atlas_pages import atlas_page
from tools import folium_baselines
from tools.generate_dataset import generate_dataset

SIZES = (300, 3_000, 30_000, 100_000, 300_000)
MARKERS_UP_TO = 30_000
OMS = Path(__file__).parent.parent / "seeds" / "oms"
YEAR_CHANGES = 60
VIEWER_YEAR_SETTER_JS = """(() => {
    const slider = document.querySelector("input[type=range][aria-label=Year]");
    return (year) => { slider.value = String(year); slider.dispatchEvent(new Event("input")); };
})()"""

# From the input to the end of the frame that shows it: the handler, and what the main thread does for the frame.
MEASURE_YEAR_CHANGES_JS = """async (years) => {
    const to = window.toYear, took = [], channel = new MessageChannel();
    for (const year of years) {
        await new Promise((done) => {
            let frame = 0;
            requestAnimationFrame(() => { frame = performance.now(); });
            const start = performance.now();
            to(year);
            const handled = performance.now() - start;
            requestAnimationFrame(() => {
                channel.port1.onmessage = () => { took.push(handled + performance.now() - frame); done(); };
                channel.port2.postMessage(0);
            });
        });
    }
    return took;
}"""
# A real event at many points of the map: what the viewer needs to say what lies under the pointer.
MEASURE_HIT_TEST_JS = """() => {
    const map = document.querySelector(".leaflet-container"), box = map.getBoundingClientRect(), took = [];
    for (let i = 0; i < 200; i++) {
        const at = { clientX: box.left + ((i * 7919) % box.width), clientY: box.top + ((i * 104729) % box.height), bubbles: true };
        const start = performance.now();
        map.dispatchEvent(new MouseEvent("mousemove", at));
        took.push(performance.now() - start);
    }
    return took;
}"""
RECORD_READY_JS = """new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.ready !== "true") return;
    observer.disconnect();
    window.readyAt = performance.now();
}).observe(document, { subtree: true, attributes: true, childList: true });
addEventListener("load", () => requestAnimationFrame(() => { window.loadedAt = performance.now(); }));"""


@dataclass(frozen=True)
class PageMeasurement:
    """What one page costs."""

    page_name: str
    features: int
    megabytes: float
    ready_ms: float
    change_ms: list[float]
    main_thread_ms: float
    hit_test_ms: list[float]
    renderer_mb: float | None

    def row(self) -> str:
        """A line of the table."""
        point = f"{_quantile(self.hit_test_ms, 0.95):.1f}" if self.hit_test_ms else "-"
        memory = f"{self.renderer_mb:.0f}" if self.renderer_mb is not None else "-"
        return (
            f"| {self.features} | {self.page_name} | {self.megabytes:.1f} | {self.ready_ms:.0f} | {statistics.median(self.change_ms):.1f}"
            f" | {_quantile(self.change_ms, 0.95):.1f} | {self.main_thread_ms:.1f} | {point} | {memory} |"
        )


TABLE_HEADER = (
    "| features | page | MB | ready, ms | year change, median ms | 95 % | main thread a change, ms | pointer found, 95 % ms | renderer, MB |\n"
    "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def renderer_mb(browser: Browser) -> float | None:
    """Resident memory of the largest renderer, where the system reports it."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    sizes = []
    for process in processes:
        status = Path(f"/proc/{process['id']}/status")
        if process["type"] == "renderer" and status.exists():
            kilobytes = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmRSS")]
            sizes += [int(kb) / 1000 for kb in kilobytes]
    return max(sizes, default=None)


def metrics(session: CDPSession) -> dict[str, float]:
    """The browser's own counts: nodes, listeners, time of the main thread."""
    return {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}


@contextmanager
def offline_page(browser: Browser, responses: dict[str, Path], path: Path) -> Iterator[Page]:
    """A page from the disk; its network requests are answered from files, or with nothing."""

    def fulfill(route: Route) -> None:
        url = route.request.url
        file = next((file for suffix, file in responses.items() if url.endswith(suffix)), None)
        kind = "text/css" if url.endswith(".css") else "text/javascript"
        route.fulfill(body=file.read_text(encoding="utf-8") if file else "", content_type=kind)

    # Without movement: the cross-fade and animations after a change are frames of their own.
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.route(lambda url: url.startswith("http"), fulfill)
    page = context.new_page()
    page.set_default_timeout(300_000)
    page.add_init_script(RECORD_READY_JS)
    page.goto(path.as_uri(), timeout=300_000)
    yield page
    context.close()


def measure(
    browser: Browser, responses: dict[str, Path], page_name: str, features: int, path: Path, change: str
) -> PageMeasurement:
    """Open a page and change its year many times."""
    ours = change == VIEWER_YEAR_SETTER_JS
    with offline_page(browser, responses, path) as page:
        if ours:
            page.wait_for_selector('html[data-ready="true"]', state="attached")
        else:
            page.wait_for_function("() => window.loadedAt !== undefined")
        page.wait_for_timeout(500)
        ready = page.evaluate("() => window.readyAt ?? window.loadedAt")
        years = [1919 + (7 * i) % 25 for i in range(YEAR_CHANGES)]
        page.evaluate(f"() => {{ window.toYear = {change}; }}")
        page.evaluate(MEASURE_YEAR_CHANGES_JS, years[:10])
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        before = metrics(session)["TaskDuration"]
        times_ms = page.evaluate(MEASURE_YEAR_CHANGES_JS, years)
        thread = 1000 * (metrics(session)["TaskDuration"] - before) / len(years)
        point = page.evaluate(MEASURE_HIT_TEST_JS) if ours else []
        memory = renderer_mb(browser)
    return PageMeasurement(page_name, features, path.stat().st_size / 1e6, ready, times_ms, thread, point, memory)


def memory_growth_table(browser: Browser, path: Path, years: int) -> list[str]:
    """What many year changes leave behind, as lines of a table."""
    lines = ["| year changes | nodes | listeners | heap, MB | renderer, MB |", "| ---: | ---: | ---: | ---: | ---: |"]
    with offline_page(browser, {}, path) as page:
        page.wait_for_selector('html[data-ready="true"]', state="attached")
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        page.evaluate(f"() => {{ window.toYear = {VIEWER_YEAR_SETTER_JS}; }}")
        done = 0
        for until in sorted({min(200, years), years // 4, years // 2, years}):
            page.evaluate(MEASURE_YEAR_CHANGES_JS, [1919 + (7 * i) % 25 for i in range(done, until)])
            done = until
            page.wait_for_timeout(1500)
            session.send("HeapProfiler.collectGarbage")
            now = metrics(session)
            memory = renderer_mb(browser)
            lines.append(
                f"| {done} | {now['Nodes']:.0f} | {now['JSEventListeners']:.0f} | {now['JSHeapUsedSize'] / 1e6:.1f}"
                f" | {f'{memory:.0f}' if memory is not None else '-'} |"
            )
    return lines


def generated_layers(features: int, folder: Path) -> PeriodLayers:
    """A generated network of so many features."""
    generate_dataset(features, folder)
    return layers.period_layers(seeds.require(seeds.read(folder)))


def print_comparison(
    browser: Browser, sizes: list[int], folder: Path, print_line: Callable[[str], Any] = print
) -> None:
    """Print the table of all sizes, with the OMS first."""
    responses = folium_baselines.cdn_files(folder / "npm") if sizes else {}
    print_line(TABLE_HEADER)
    path = folder / "oms.html"
    oms = layers.period_layers(seeds.require(seeds.read(OMS)))
    path.write_text(atlas_page(oms), encoding="utf-8")
    print_line(measure(browser, responses, "the OMS atlas", len(oms.data.claims), path, VIEWER_YEAR_SETTER_JS).row())
    for features in sizes:
        network = generated_layers(features, folder / str(features))
        path.write_text(atlas_page(network), encoding="utf-8")
        print_line(measure(browser, responses, "atlas", features, path, VIEWER_YEAR_SETTER_JS).row())
        write_page, name = (
            (folium_baselines.write_markers_page, "folium markers")
            if features <= MARKERS_UP_TO
            else (folium_baselines.write_timeline_page, "folium Timeline")
        )
        change = write_page(network, path)
        print_line(measure(browser, responses, name, features, path, change).row())


def main(arguments: list[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.bench_viewer", description="Measure the viewer in a browser."
    )
    parser.add_argument("features", nargs="*", type=int, default=list(SIZES))
    parser.add_argument(
        "--years", type=int, default=0, help="year changes on the OMS, to see what they leave in memory"
    )
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        print(f"{os.cpu_count()} cores, Chromium {browser.version}\n", flush=True)
        if chosen.years:
            path = Path(folder) / "oms.html"
            path.write_text(atlas_page(layers.period_layers(seeds.require(seeds.read(OMS)))), encoding="utf-8")
            print("\n".join(memory_growth_table(browser, path, chosen.years)), flush=True)
        else:
            print_comparison(browser, chosen.features, Path(folder), lambda line: print(line, flush=True))
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
