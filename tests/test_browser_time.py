"""The timeline in a real browser: ranges, months, playing, by mouse, finger and key."""

from __future__ import annotations

import re

import pytest
from browser import Watched, next_frames, opened, ready, show_state, wait_until, year_of
from playwright.sync_api import Browser, Locator, Page, expect

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.seeds.dates.days import day_of
from liaison_atlas.seeds.dates.when import Holding


def shown_period(page: Page) -> tuple[str | None, str | None, str | None]:
    """The period that the document shows: first year of a range, year, month."""
    return page.get_attribute("html", "data-from"), year_of(page), page.get_attribute("html", "data-month")


def address(page: Page) -> str:
    return str(page.evaluate("location.hash"))


def middle_of(page: Page) -> str:
    found = re.search(r"map=([^&]*)", address(page))
    assert found
    return found[1]


def listed(page: Page) -> set[str]:
    """What the list of a period names, without the tray of what no source dates."""
    rows = page.locator(".sheet tbody:not(:has(#liaison-tray)) [data-reference]")
    refs = rows.evaluate_all("rows => rows.map(row => row.dataset.reference)")
    return {ref for ref in refs if not ref.startswith(("tie:", "liaison:"))}


def held(layers: PeriodLayers, first: int, last: int) -> set[str]:
    within = layers.record.within(first, last)
    return {
        row.id
        for name, frame in within.items()
        if name != "liaison"
        for row in frame.itertuples()
        if row.holds != Holding.UNDATED.value
    }


def first_year(page: Page) -> Locator:
    return page.get_by_role("slider", name="First year")


def slider(page: Page) -> Locator:
    return page.get_by_role("slider", name="Year", exact=True)


# --- ranges -------------------------------------------------------------------------------------------------


def test_the_list_of_a_range_is_what_the_layers_hold_within_it(
    browser: Browser, atlas: str, oms_layers: PeriodLayers
) -> None:
    with opened(browser, f"{atlas}#year=1927&panel=list") as watched:
        page = ready(watched)
        for first, last in ((1919, 1920), (1921, 1927), (1919, 1943), (1938, 1938)):
            show_state(page, f"year={last}&from={first}&panel=list")
            assert shown_period(page) == (str(first), str(last), None)
            assert listed(page) == held(oms_layers, day_of(first), day_of(last, 12, 31)), (first, last)
            name = str(last) if first == last else f"{first}–{last}"
            expect(page.locator(".heading .year")).to_have_text(name)
            assert page.title().endswith(name)


def test_a_range_is_switched_on_moved_and_switched_off_by_mouse(at_1927: Watched) -> None:
    page = at_1927.page
    assert not first_year(page).is_visible()
    switch = page.get_by_role("button", name="Range of years")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert shown_period(page) == ("1922", "1927", None)
    assert "year=1927&from=1922" in address(page)
    box = page.locator(".chart").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.13, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.02, box["y"] + 20, steps=4)
    page.mouse.up()
    assert shown_period(page) == ("1919", "1927", None)
    page.get_by_role("button", name="Range one year later").click()
    assert shown_period(page) == ("1920", "1928", None)
    switch.click()
    assert shown_period(page) == (None, "1928", None)
    assert "from=" not in address(page)
    page.go_back()
    expect(page.locator("html")).to_have_attribute("data-from", "1920")


def test_both_ends_of_a_range_follow_the_keys_and_stop_at_each_other(at_1927: Watched) -> None:
    page = at_1927.page
    page.get_by_role("button", name="Range of years").click()
    first_year(page).focus()
    page.keyboard.press("ArrowLeft")
    assert shown_period(page) == ("1921", "1927", None)
    assert "1921 to 1927" in (first_year(page).get_attribute("aria-valuetext") or "")
    page.keyboard.press("End")
    assert shown_period(page) == ("1927", "1927", None)
    expect(first_year(page)).to_have_value("1927")
    slider(page).focus()
    page.keyboard.press("Home")
    assert shown_period(page) == ("1927", "1927", None)
    expect(slider(page)).to_have_value("1927")
    page.keyboard.press("ArrowRight")
    assert shown_period(page) == ("1927", "1928", None)


def test_a_run_of_keys_on_the_year_is_one_entry_of_the_history(at_1927: Watched) -> None:
    page = at_1927.page
    shown = page.locator("html")
    before = page.evaluate("history.length")
    slider(page).focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    assert shown_period(page) == (None, "1937", None)
    assert page.evaluate("history.length") == before + 1
    expect(page).to_have_url(re.compile("year=1937"))
    page.go_back()
    expect(shown).to_have_attribute("data-year", "1927")
    page.go_forward()
    expect(shown).to_have_attribute("data-year", "1937")
    # What is done right after a run comes back to its end, and then to its beginning.
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.get_by_role("button", name="Range of years").click()
    expect(shown).to_have_attribute("data-from", "1930")
    page.go_back()
    expect(shown).not_to_have_attribute("data-from", "1930")
    expect(shown).to_have_attribute("data-year", "1935")
    page.go_back()
    expect(shown).to_have_attribute("data-year", "1937")


def test_a_finger_on_the_chart_and_on_both_thumbs_never_moves_the_map(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1930&from=1925", "phone", has_touch=True, is_mobile=True) as watched:
        page = ready(watched)
        before = middle_of(page)
        touch = page.context.new_cdp_session(page)

        def drag(y: float, xs: list[float]) -> None:
            for i, x in enumerate(xs):
                kind = "touchMove" if i else "touchStart"
                touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
            touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
            next_frames(page)

        chart, line = page.locator(".chart").bounding_box(), slider(page).bounding_box()
        assert chart
        assert line
        drag(line["y"] + line["height"] / 2, [x_of(page, year) for year in (1925, 1924, 1922)])
        assert shown_period(page) == ("1922", "1930", None)
        drag(line["y"] + line["height"] / 2, [x_of(page, year) for year in (1930, 1932, 1935)])
        assert shown_period(page) == ("1922", "1935", None)
        drag(chart["y"] + 15, [x_of(page, year) for year in (1934, 1936, 1939)])
        assert shown_period(page) == ("1922", "1939", None)
        assert middle_of(page) == before


def x_of(page: Page, year: int) -> float:
    """Where a year stands on the scale, from the left of the window."""
    box = slider(page).bounding_box()
    assert box
    inset = 0.8 * float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))
    return box["x"] + inset + (box["width"] - 2 * inset) * (year - 1919) / 24


def heights(page: Page) -> dict[str, float]:
    """Where the parts of the scale are, from the top of the window: the columns, the line, the written years."""
    boxes = {"chart": page.locator(".chart"), "line": slider(page), "years": page.locator(".tick.long span").first}
    found = {name: part.bounding_box() for name, part in boxes.items()}
    return {name: box["y"] + box["height"] / 2 for name, box in found.items() if box}


@pytest.mark.parametrize("part", ["chart", "line", "years"])
def test_all_of_the_scale_of_the_years_takes_a_press_and_a_drag_of_the_mouse(
    browser: Browser, atlas: str, part: str
) -> None:
    with opened(browser, f"{atlas}#year=1927") as watched:
        page = ready(watched)
        before, y = middle_of(page), heights(page)[part]
        page.mouse.click(x_of(page, 1935), y)
        assert shown_period(page) == (None, "1935", None)
        page.mouse.move(x_of(page, 1921), y)
        page.mouse.down()
        page.mouse.move(x_of(page, 1940), y, steps=5)
        page.mouse.up()
        assert shown_period(page) == (None, "1940", None)
        # Each of the two is one entry of the history.
        page.go_back()
        expect(page.locator("html")).to_have_attribute("data-year", "1935")
        page.go_back()
        expect(page.locator("html")).to_have_attribute("data-year", "1927")
        # In a range the nearer end comes.
        page.get_by_role("button", name="Range of years").click()
        page.mouse.click(x_of(page, 1920), y)
        assert shown_period(page) == ("1920", "1927", None)
        page.mouse.click(x_of(page, 1938), y)
        assert shown_period(page) == ("1920", "1938", None)
        assert middle_of(page) == before
        # The thumb moves by itself, and nothing of the page is marked as text.
        page.mouse.move(x_of(page, 1938), heights(page)["line"])
        page.mouse.down()
        page.mouse.move(x_of(page, 1930), heights(page)["line"], steps=5)
        page.mouse.up()
        assert shown_period(page) == ("1920", "1930", None)
        page.keyboard.press("ArrowLeft")
        assert shown_period(page) == ("1920", "1929", None)
        assert page.evaluate("String(getSelection())") == ""
        assert watched.wrong == []


@pytest.mark.parametrize("part", ["chart", "line", "years"])
def test_all_of_the_scale_of_the_years_takes_a_finger(browser: Browser, atlas: str, part: str) -> None:
    with opened(browser, f"{atlas}#year=1927", "phone", has_touch=True, is_mobile=True) as watched:
        page = ready(watched)
        before, y = middle_of(page), heights(page)[part]
        page.touchscreen.tap(x_of(page, 1935), y)
        assert shown_period(page) == (None, "1935", None)
        touch = page.context.new_cdp_session(page)
        for i, year in enumerate((1922, 1924, 1930)):
            points = [{"x": x_of(page, year), "y": y}]
            kind = "touchMove" if i else "touchStart"
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        expect(page.locator("html")).to_have_attribute("data-year", "1930")
        assert middle_of(page) == before


# --- months -------------------------------------------------------------------------------------------------


def test_the_list_of_a_month_is_what_the_layers_hold_in_it(
    browser: Browser, atlas: str, oms_layers: PeriodLayers
) -> None:
    with opened(browser, f"{atlas}#year=1930&panel=list") as watched:
        page = ready(watched)
        for year, month, last in ((1927, 4, 30), (1927, 5, 31), (1919, 2, 28), (1938, 3, 31)):
            show_state(page, f"year={year}&month={month}&panel=list")
            assert shown_period(page) == (None, str(year), str(month))
            assert listed(page) == held(oms_layers, day_of(year, month), day_of(year, month, last)), (year, month)


def test_the_months_of_a_year_open_and_one_of_them_can_be_chosen(at_1927: Watched) -> None:
    page = at_1927.page
    months = page.get_by_role("group", name="Months of 1927")
    assert not months.is_visible()
    page.get_by_role("button", name="Months of the year").click()
    expect(months).to_be_visible()
    assert "month=0" in address(page)
    may = page.get_by_role("button", name="May 1927, 1 dated")
    may.click()
    expect(may).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".heading .year")).to_have_text("May 1927")
    assert shown_period(page) == (None, "1927", "5")
    may.click()
    assert shown_period(page) == (None, "1927", None)
    expect(months).to_be_visible()
    page.go_back()
    expect(page.locator("html")).to_have_attribute("data-month", "5")
    page.go_forward()
    expect(page.locator("html")).not_to_have_attribute("data-month", "5")
    page.get_by_role("button", name="Months of the year").click()
    assert not months.is_visible()
    assert "month" not in address(page)


def test_the_months_follow_the_keys_and_the_steps_go_by_month(at_1927: Watched) -> None:
    page = at_1927.page
    page.get_by_role("button", name="Months of the year").click()
    page.get_by_role("button", name="January 1927, nothing dated").focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert shown_period(page) == (None, "1927", "12")
    page.get_by_role("button", name="Next month").click()
    assert shown_period(page) == (None, "1928", "1")
    page.get_by_role("button", name="Previous month").click()
    assert shown_period(page) == (None, "1927", "12")
    # Choosing a year leaves its months.
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    assert shown_period(page) == (None, "1928", None)


def test_a_year_without_a_date_to_the_month_has_no_scale_of_months(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1930") as watched:
        page = ready(watched)
        switch = page.get_by_role("button", name="Months: no source dates anything in this year to the month")
        expect(switch).to_have_attribute("aria-disabled", "true")
        switch.click(force=True)
        assert page.locator(".months").is_hidden()


def test_what_is_dated_is_marked_in_its_month(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1927&month=0") as watched:
        page = ready(watched)
        inked = page.locator("canvas.dated").evaluate_all(
            "all => all.map(c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v))"
        )
        assert [month + 1 for month, has in enumerate(inked) if has] == [4, 5]


# --- playing ------------------------------------------------------------------------------------------------


def playing(page: Page) -> bool:
    return page.get_attribute("html", "data-state") == "playing"


def test_playing_ends_at_the_last_year_and_begins_anew_from_there(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1941&speed=2") as watched:
        page = ready(watched)
        page.get_by_role("button", name="Play the years").click()
        page.wait_for_selector('html[data-year="1943"][data-state="ready"]', state="attached", timeout=10_000)
        page.get_by_role("button", name="Play the years").click()
        page.wait_for_selector('html[data-year="1920"]', state="attached", timeout=10_000)
        assert playing(page)


def test_the_speed_is_chosen_while_it_plays_and_kept_in_the_address(at_1927: Watched) -> None:
    page = at_1927.page
    page.get_by_role("button", name="Play the years").click()
    page.get_by_role("button", name="Speed 1×").click()
    assert playing(page)
    expect(page).to_have_url(re.compile("speed=2"))
    page.get_by_role("button", name="Speed 2×").click()
    page.get_by_role("button", name="Speed 0.5×").click()
    expect(page).not_to_have_url(re.compile("speed"))


def test_any_interaction_pauses(at_1927: Watched) -> None:
    page = at_1927.page
    hide = """() => { Object.defineProperty(document, "hidden", { value: true, configurable: true });
                       document.dispatchEvent(new Event("visibilitychange")); }"""

    def wheel() -> None:
        page.mouse.move(600, 300)
        page.mouse.wheel(0, 5)

    for name, interact in {
        "mouse": lambda: page.mouse.click(30, 500),
        "wheel": wheel,
        "key": lambda: page.keyboard.press("ArrowDown"),
        "space": lambda: page.keyboard.press("Space"),
        "hidden": lambda: page.evaluate(hide),
    }.items():
        show_state(page, "year=1927&speed=2")
        page.get_by_role("button", name="Play the years").click()
        page.wait_for_selector('html[data-year="1928"]', state="attached", timeout=10_000)
        assert playing(page), name
        page.evaluate("document.activeElement.blur()")
        interact()
        expect(page.locator("html"), f"{name} pauses").to_have_attribute("data-state", "ready", timeout=2_000)


def test_the_key_that_plays_pauses_too(at_1927: Watched) -> None:
    page = at_1927.page
    page.get_by_role("button", name="Play the years").focus()
    page.keyboard.press("Enter")
    assert playing(page)
    page.keyboard.press("Enter")
    assert not playing(page)


def test_a_range_plays_as_it_is_wide(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1942&from=1940&speed=2") as watched:
        page = ready(watched)
        page.get_by_role("button", name="Play the years").click()
        page.wait_for_selector('html[data-year="1943"][data-state="ready"]', state="attached", timeout=10_000)
        assert shown_period(page) == ("1941", "1943", None)


def frames_changed(page: Page) -> int:
    """How many of the next pictures of the network differ from the one before."""
    return int(
        page.evaluate(
            """async () => {
                const canvas = document.querySelector("canvas.liaison-network:not(.liaison-ghost)");
                const read = () => {
                    const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
                    let sum = 0;
                    for (let i = 0; i < data.length; i += 4) sum = (sum * 31 + data[i] + data[i + 3]) | 0;
                    return sum;
                };
                let changed = 0, before = read();
                for (let i = 0; i < 12; i++) {
                    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
                    const now = read();
                    if (now !== before) changed++;
                    before = now;
                }
                return changed;
            }"""
        )
    )


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_raids_strike_and_couriers_travel_unless_less_motion_is_preferred(
    browser: Browser, atlas: str, motion: str
) -> None:
    with opened(browser, f"{atlas}#year=1926", reduced_motion=motion) as watched:
        page = ready(watched)
        page.get_by_role("button", name="Play the years").click()
        page.wait_for_selector('html[data-year="1927"]', state="attached", timeout=10_000)
        changed = frames_changed(page)
        assert playing(page)
        assert changed == 0 if motion == "reduce" else changed > 1


def test_the_year_is_spoken_once_a_stop(at_1927: Watched) -> None:
    page = at_1927.page
    page.evaluate(
        """() => { window.spoken = [];
            new MutationObserver(() => window.spoken.push(document.querySelector("[aria-live]").textContent))
                .observe(document.querySelector("[aria-live]"), { childList: true, characterData: true, subtree: true }); }"""
    )
    # All at once, for a slow machine between two clicks would make a stop of each.
    page.evaluate("() => { for (let i = 0; i < 3; i++) document.querySelector('.timeline .forward').click(); }")
    live = page.locator("[aria-live]")
    expect(live).to_have_text(re.compile("^1930: "))
    assert page.evaluate("window.spoken.length") == 1
    # A screen reader reads the slider itself; longer than the live region waits (its timer).
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(900)
    expect(live).to_have_text(re.compile("^1930: "))


# --- for everyone -------------------------------------------------------------------------------------------


def test_every_target_is_large_and_nothing_runs_over(browser: Browser, atlas: str) -> None:
    wrong: list[object] = []
    with opened(browser, f"{atlas}#year=1927") as watched:
        page = ready(watched)
        for width in (320, 390, 900, 1280):
            page.set_viewport_size({"width": width, "height": 700})
            for state in ("year=1927&month=5", "year=1927&from=1921&panel=list"):
                show_state(page, state)
                wait_until(page, "document.getAnimations().length === 0")  # the panel slides in from the side
                controls = page.locator(".timeline button:visible").evaluate_all(
                    """all => all.map((one) => { const { x, width, height } = one.getBoundingClientRect();
                        return { name: one.className, x, width, height }; })"""
                )
                assert controls, (width, state)
                wrong += [
                    (width, state, each)
                    for each in controls
                    if min(each["width"], each["height"]) < 43.5 or each["x"] < 0 or each["x"] + each["width"] > width
                ]
                if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
                    wrong.append((width, state, "scrolls sideways"))
    assert wrong == []
