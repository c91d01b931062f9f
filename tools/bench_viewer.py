"""Measure the viewer in a real browser with networks of any size, compared with pages made with folium.

``python -m tools.bench_viewer [FEATURES ...]``; without numbers 300, 3 000, 30 000, 100 000 and 300 000.
``--years N`` makes N year changes on the OMS and prints the memory that they leave in use. Pages are opened from the
disk without network access. The scripts that folium's pages load from a CDN come from npm packages.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, Page, Route

from liaison_atlas.maps.pages.atlas_pages import atlas_page
from tools import OMS, folium_baselines, layers_of
from tools.chromium import chromium, metrics_without_garbage, performance_metrics, renderer_kb, wait_until_ready
from tools.generate_dataset import generate_dataset

SIZES = (300, 3_000, 30_000, 100_000, 300_000)
MARKERS_UP_TO = 30_000
YEAR_CHANGES = 60
VIEWER_YEAR_SETTER_JS = (Path(__file__).parent / "set_year.js").read_text(encoding="utf-8")

MEASURE_YEAR_CHANGES_JS = (Path(__file__).parent / "measure_year_changes.js").read_text(encoding="utf-8")
MEASURE_HIT_TEST_JS = (Path(__file__).parent / "measure_hit_test.js").read_text(encoding="utf-8")
RECORD_READY_JS = (Path(__file__).parent / "record_ready.js").read_text(encoding="utf-8")


TABLE_HEADER = (
    "| features | page | MB | ready, ms | year change, median ms | 95 % | main thread a change, ms | pointer found, 95 % ms | renderer, MB |\n"
    "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def _megabytes(kilobytes: int) -> str:
    return f"{kilobytes / 1000:.0f}" if kilobytes else "-"


@contextmanager
def offline_page(browser: Browser, responses: dict[str, Path], path: Path) -> Iterator[Page]:
    """Open a page from the disk; its network requests return files, or nothing."""

    def fulfill(route: Route) -> None:
        url = route.request.url
        file = next((file for suffix, file in responses.items() if url.endswith(suffix)), None)
        kind = "text/css" if url.endswith(".css") else "text/javascript"
        route.fulfill(body=file.read_text(encoding="utf-8") if file else "", content_type=kind)

    # Motion is reduced, because the cross-fade and the animations after a change add frames of their own.
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.route(lambda url: url.startswith("http"), fulfill)
    page = context.new_page()
    page.set_default_timeout(300_000)
    page.add_init_script(RECORD_READY_JS)
    page.goto(path.as_uri(), timeout=300_000)
    yield page
    context.close()


def shown_years(first: int, last: int) -> list[int]:
    """The years of the changes in a range of numbers."""
    return [1919 + (7 * i) % 25 for i in range(first, last)]


def measured_row(
    browser: Browser, responses: dict[str, Path], page_name: str, features: int, path: Path, change: str
) -> str:
    """Open a page and change its year many times; return the cost as a line of the table."""
    ours = change == VIEWER_YEAR_SETTER_JS
    with offline_page(browser, responses, path) as page:
        if ours:
            wait_until_ready(page)
        else:
            page.wait_for_function("() => window.loadedAt !== undefined")
        page.wait_for_timeout(500)
        ready_ms = page.evaluate("() => window.readyAt ?? window.loadedAt")
        page.evaluate(f"() => {{ window.toYear = {change}; }}")
        page.evaluate(MEASURE_YEAR_CHANGES_JS, shown_years(0, 10))
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        before = performance_metrics(session)["TaskDuration"]
        change_ms = page.evaluate(MEASURE_YEAR_CHANGES_JS, shown_years(0, YEAR_CHANGES))
        thread_ms = 1000 * (performance_metrics(session)["TaskDuration"] - before) / YEAR_CHANGES
        pointer = f"{_slow(page.evaluate(MEASURE_HIT_TEST_JS)):.1f}" if ours else "-"
        memory = _megabytes(renderer_kb(browser))
    return (
        f"| {features} | {page_name} | {path.stat().st_size / 1e6:.1f} | {ready_ms:.0f} | {np.median(change_ms):.1f}"
        f" | {_slow(change_ms):.1f} | {thread_ms:.1f} | {pointer} | {memory} |"
    )


def _slow(times_ms: list[float]) -> float:
    """The time that 95 % of the times do not exceed."""
    return float(np.quantile(times_ms, 0.95, method="higher"))


def print_memory_growth(browser: Browser, path: Path, years: int) -> None:
    """Print the memory that many year changes leave in use."""
    lines = ["| year changes | nodes | listeners | heap, MB | renderer, MB |", "| ---: | ---: | ---: | ---: | ---: |"]
    with offline_page(browser, {}, path) as page:
        wait_until_ready(page)
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        page.evaluate(f"() => {{ window.toYear = {VIEWER_YEAR_SETTER_JS}; }}")
        done = 0
        for until in sorted({min(200, years), years // 4, years // 2, years}):
            page.evaluate(MEASURE_YEAR_CHANGES_JS, shown_years(done, until))
            done = until
            page.wait_for_timeout(1500)
            now = metrics_without_garbage(session)
            lines.append(
                f"| {done} | {now['Nodes']:.0f} | {now['JSEventListeners']:.0f} | {now['JSHeapUsedSize'] / 1e6:.1f}"
                f" | {_megabytes(renderer_kb(browser))} |"
            )
    print("\n".join(lines), flush=True)


def print_comparison(browser: Browser, sizes: list[int], folder: Path, oms_page: Path, oms_claims: int) -> None:
    """Print the table of all sizes, with the OMS first."""
    print_row = partial(print, flush=True)
    row = partial(measured_row, browser, folium_baselines.cdn_files(folder / "npm") if sizes else {})
    print_row(TABLE_HEADER)
    print_row(row("the OMS atlas", oms_claims, oms_page, VIEWER_YEAR_SETTER_JS))
    for features in sizes:
        generate_dataset(features, folder / str(features))
        network = layers_of(folder / str(features))
        path = folder / f"{features}.html"
        path.write_text(atlas_page(network), encoding="utf-8")
        print_row(row("atlas", features, path, VIEWER_YEAR_SETTER_JS))
        if features <= MARKERS_UP_TO:
            print_row(row("folium markers", features, path, folium_baselines.write_markers_page(network, path)))
        else:
            print_row(row("folium Timeline", features, path, folium_baselines.write_timeline_page(network, path)))


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
    with tempfile.TemporaryDirectory() as folder, chromium(full=True) as browser:
        print(f"{os.cpu_count()} cores, Chromium {browser.version}\n", flush=True)
        path = Path(folder) / "oms.html"
        oms = layers_of(OMS)
        path.write_text(atlas_page(oms), encoding="utf-8")
        if chosen.years:
            print_memory_growth(browser, path, chosen.years)
        else:
            print_comparison(browser, chosen.features, Path(folder), path, len(oms.data.claims))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
