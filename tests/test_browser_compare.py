"""Two pictures on one map: another year, or the certain beside the possible, parted by a line that is swiped."""

from __future__ import annotations

from io import BytesIO

import pytest
from browser import opened, ready, show_state
from PIL import Image
from playwright.sync_api import Browser, Locator, expect

from liaison_atlas.layers.claims import label_of
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.seeds.tables.records import Tie


def held(layers: PeriodLayers, year: int) -> set[str]:
    """What of the main strand is shown in a year, ties included, by the tables and not by the page."""

    data = layers.data
    found = set()
    for claim in data.claims:
        if data.strand_of(claim) != "main" or data.is_outranked(claim):
            continue
        if data.time_of(claim).holds_in_year(year) in (Holding.POSSIBLE, Holding.SEEN):
            found.add(claim.ref)
    return found


def test_the_panel_lists_what_holds_in_one_of_two_years_only(
    browser: Browser, atlas: str, oms_layers: PeriodLayers
) -> None:
    first, second = held(oms_layers, 1921), held(oms_layers, 1931)
    with opened(browser, f"{atlas}#year=1921&compare=1931&panel=compare") as watched:
        page = ready(watched)

        def listed(title: str) -> set[str]:
            part = page.locator("section", has=page.get_by_role("heading", name=title, exact=True))
            rows = part.locator("[data-reference]")
            return {str(rows.nth(i).get_attribute("data-reference")) for i in range(rows.count())}

        assert listed("Only in “1921”") == first - second
        assert listed("Only in “1931”") == second - first
        expect(page.get_by_text(f"{len(first & second)} claims hold on both sides.")).to_be_visible()
        assert watched.wrong == []


def test_the_line_is_a_slider_that_keys_move_and_its_place_is_in_the_address(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1927&compare=certain") as watched:
        page = ready(watched)
        handle = page.get_by_role("slider", name="Where the two pictures meet")
        expect(handle).to_have_attribute(
            "aria-valuetext", "Seen and certain on the left, Seen and possible on the right"
        )
        handle.focus()
        for _ in range(3):
            page.keyboard.press("PageUp")
        expect(page).to_have_url(f"{page.url}")
        assert "swipe=0.8" in page.url
        assert page.locator(".divider").evaluate("(line) => line.style.left") == "80%"
        assert watched.wrong == []


def test_a_mark_is_found_on_its_own_side_of_the_line_only(browser: Browser, atlas: str) -> None:
    """In 1921 nothing is known of Shanghai: left of the line nothing is found there, right of it the year 1931 is."""
    with opened(browser, f"{atlas}#year=1921&compare=1931&map=5/31.2/121.5", reduced_motion="reduce") as watched:
        page = ready(watched)

        def is_found() -> bool:
            for x in range(590, 700, 12):
                for y in range(350, 460, 12):
                    page.mouse.move(x, y)
                    cursor = page.locator(".leaflet-container").first.evaluate("(map) => map.style.cursor")
                    if cursor == "pointer":
                        return True
            return False

        for swipe, expected in ((1, False), (0, True)):
            show_state(page, f"year=1921&compare=1931&swipe={swipe}&map=5/31.2/121.5")
            assert is_found() is expected, swipe


def test_no_name_stands_on_the_side_on_which_its_mark_is_not(browser: Browser, atlas: str) -> None:
    """Left of a line through the Atlantic the year 1927 has Epstein, and nothing of Europe: as if the line hid it all."""
    written = """() => {
        const names = [];
        const put = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
            names.push(text);
            return put.call(this, text, ...where);
        };
        return (window.names = names);
    }"""
    with opened(
        browser,
        f"{atlas}#year=1927&compare=1919&swipe=0.5",
        first=f"({written})()",
        reduced_motion="reduce",
    ) as watched:
        page = ready(watched)
        # In idle moments other years are drawn unseen: what was written until then is what is seen.
        names = page.evaluate("window.names")
        assert "Alexander Borisovich" in names
        assert not {"United Kingdom", "Netherlands", "London"} & set(names)


def dark_pixels(picture: Locator) -> list[int]:
    """How many pixels of either half of a picture are nearly black."""
    shown = Image.open(BytesIO(picture.screenshot())).convert("RGB")
    middle = shown.width // 2
    halves = shown.crop((0, 0, middle, shown.height)), shown.crop((middle, 0, shown.width, shown.height))
    return [
        sum(count for count, colour in half.getcolors(half.width * half.height) if sum(colour) < 240)  # type: ignore[union-attr,misc,arg-type]
        for half in halves
    ]


@pytest.mark.parametrize(
    ("compare", "names"), [("1931", ["1921", "1931"]), ("certain", ["Seen and certain", "Seen and possible"])]
)
def test_on_paper_stand_both_pictures_and_what_each_holds_alone(
    browser: Browser, atlas: str, oms_layers: PeriodLayers, compare: str, names: list[str]
) -> None:
    with opened(browser, f"{atlas}#year=1921&compare={compare}&swipe=0.5&style=dark") as watched:
        page = ready(watched)
        page.emulate_media(media="print")
        sheet = page.locator(".print-sheet")
        expect(sheet.locator("figcaption strong")).to_have_text(names)
        # Each map is complete: both halves of both bear marks, and the two are not the same picture.
        left, right = sheet.locator(".print-map").all()
        here, there = dark_pixels(left), dark_pixels(right)
        # (What is certain of 1921 lies east of the Atlantic.)
        assert min(here[1 if compare == "certain" else 0 :]) > 300
        assert min(there) > 300
        assert here != there
        titles = sheet.locator("h2").all_inner_texts()
        if compare == "1931":
            assert {"Only in “1921”", "Only in “1931”"} < set(titles)
            first, second = held(oms_layers, 1921), held(oms_layers, 1931)
            alone = sheet.locator("section", has=page.get_by_role("heading", name="Only in “1931”", exact=True))
            only = [
                claim for claim in oms_layers.data.claims if claim.ref in second - first and not isinstance(claim, Tie)
            ]
            assert {label_of(oms_layers.data, claim) for claim in only} <= set(alone.locator("h4").all_inner_texts())
        else:
            assert "Only in “Seen and certain”" not in titles
        page.emulate_media(media="screen")
        expect(sheet).to_have_count(0)
        assert page.get_attribute("html", "data-style") == "dark"
        assert page.locator("#map_atlas canvas").count() == 3
        assert watched.wrong == []


def test_without_a_comparison_there_is_one_canvas_again(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1921&compare=1931&panel=compare") as watched:
        page = ready(watched)
        page.get_by_role("radio", name="Nothing").check()
        expect(page.locator("canvas.liaison-network:not(.liaison-ghost)")).to_have_count(1)
        assert "compare=" not in page.url
        assert page.locator(".leaflet-overlay-pane").evaluate("(pane) => pane.style.clipPath") == ""
