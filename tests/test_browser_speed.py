"""The viewer with very much to show, and after very many years: what must stay bounded, without measuring time."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import opened, ready, wait_until
from conftest import written_once
from playwright.sync_api import Browser, Page

from liaison_atlas import layers, seeds
from liaison_atlas.maps.pages.atlas_pages import atlas_page
from tools.generate_dataset import generate_dataset

# Changes the year many times and comes back to the first; then waits so long for what follows it.
CHANGE_YEARS = """async ([first, last, times, restMs]) => {
    const slider = document.querySelector("input[type=range][aria-label=Year]");
    for (let i = 0; i < times; i++) {
        slider.value = String(first + (7 * i) % (last - first + 1));
        slider.dispatchEvent(new Event("input"));
        if (i % 5 === 0) await new Promise(requestAnimationFrame);
    }
    slider.value = String(first);
    slider.dispatchEvent(new Event("input"));
    await new Promise((done) => setTimeout(done, restMs));
}"""


def counts_of(page: Page) -> dict[str, float]:
    """Nodes, listeners and documents that the browser holds after its garbage is gone, and the canvases on the map."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("HeapProfiler.enable")
    session.send("HeapProfiler.collectGarbage")
    found = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    canvases = page.locator("#map_atlas canvas").count()
    session.detach()
    return {"canvases": canvases, **{name: found[name] for name in ("Nodes", "JSEventListeners", "Documents")}}


def test_five_hundred_year_changes_leave_nothing_behind(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1919", fresh=True) as watched:
        page = ready(watched)
        page.evaluate(CHANGE_YEARS, [1919, 1943, 50, 1500])
        before = counts_of(page)
        page.evaluate(CHANGE_YEARS, [1919, 1943, 500, 1500])
        after = counts_of(page)
    assert after["canvases"] == before["canvases"] == 2
    assert after["Documents"] == before["Documents"]
    assert after["JSEventListeners"] <= before["JSEventListeners"] + 5
    assert after["Nodes"] <= before["Nodes"] + 50


# How many idle moments are still waited for, and what is written on the map's canvas.
WATCH = """(() => {
    window.awaited = 0;
    window.written = [];
    const ask = window.requestIdleCallback;
    window.requestIdleCallback = (then) => {
        window.awaited++;
        return ask.call(window, (deadline) => { then(deadline); window.awaited--; });
    };
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (...what) {
        if (this.canvas.className.includes("liaison-network")) window.written.push(what[0]);
        return write.apply(this, what);
    };
})()"""


def test_names_of_other_years_are_kept_as_pictures_before_these_years_are_shown(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1931", first=WATCH, reduced_motion="reduce") as watched:
        page = ready(watched)
        wait_until(page, "window.awaited === 0")
        page.evaluate("() => { window.written = []; }")
        page.evaluate(CHANGE_YEARS, [1919, 1943, 25, 300])
        # Seas and states are spaced letter by letter.
        assert page.evaluate("window.written.filter((text) => text.length > 1)") == []
        assert watched.wrong == []


def test_a_chart_changed_in_parts_is_the_chart_drawn_anew(browser: Browser, atlas: str) -> None:
    picture = "document.querySelector('canvas.chart').toDataURL()"
    with opened(browser, f"{atlas}#year=1919") as watched:
        page = ready(watched)
        before = page.evaluate(picture)
        page.evaluate(CHANGE_YEARS, [1919, 1943, 60, 300])
        assert page.evaluate(picture) == before
        page.evaluate("location.hash = '#year=1940'")
        page.wait_for_selector('html[data-year="1940"]', state="attached")
        changed = page.evaluate(picture)
    with opened(browser, f"{atlas}#year=1940") as watched:
        assert changed == ready(watched).evaluate(picture) != before


@pytest.fixture(scope="session")
def dense_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a generated network that holds more in a year than can be drawn one by one."""

    def write(folder: Path) -> None:
        generate_dataset(12_000, folder / "data")
        network = layers.period_layers(seeds.require(seeds.read(folder / "data")))
        (folder / "atlas.html").write_text(atlas_page(network), encoding="utf-8")

    return written_once(tmp_path_factory, "dense", write) / "atlas.html"


def find_under(page: Page, wanted: str) -> tuple[float, float]:
    """A point of the map whose tip contains a text."""
    box = page.locator("#map_atlas").bounding_box()
    assert box
    for y in range(180, int(box["height"]) - 160, 9):
        for x in range(320, int(box["width"]) - 140, 43):
            page.mouse.move(x, y)
            tip = page.locator(".tip")
            if tip.is_visible() and wanted in tip.inner_text():
                return x, y
    raise AssertionError(f"nothing on the map says {wanted}")


def test_in_a_dense_map_marks_routes_and_numbers_are_found_under_the_pointer(browser: Browser, dense_map: Path) -> None:
    with opened(browser, f"{dense_map.as_uri()}#year=1927") as watched:
        page = ready(watched)
        for wanted in ("Journey", "Station"):
            x, y = find_under(page, wanted)
            page.mouse.click(x, y)
            assert "select=" in page.evaluate("location.hash")
            page.keyboard.press("Escape")
        assert watched.wrong == []


def test_a_dense_map_that_is_enlarged_is_drawn_mark_by_mark(browser: Browser, dense_map: Path) -> None:
    with opened(browser, f"{dense_map.as_uri()}#year=1927&map=5/31.2/121.4") as watched:
        ready(watched)
        assert watched.wrong == []
