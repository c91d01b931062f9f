"""Find, the sortable list and share, in a real browser, from a disk, with the network cut."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browser import SIZES, Watched, opened, ready, show_state, wait_until, year_of
from playwright.sync_api import Browser, Locator, Page, expect

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.layers.wording.strand_wording import strand_title
from liaison_atlas.maps.pages.atlas_pages import atlas_page
from liaison_atlas.seeds.tables.dataset import Dataset


def field(page: Page) -> Locator:
    return page.get_by_role("combobox")


def address(page: Page) -> str:
    return str(page.evaluate("location.hash"))


def names(page: Page) -> list[str]:
    """The names in the list, from top to bottom."""
    return page.locator(".listing .cell-name .row-label").all_inner_texts()


# --- find ---------------------------------------------------------------------------------------------------


def test_the_stroke_opens_the_search_and_typing_finds(at_1927: Watched) -> None:
    page = at_1927.page
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("kuntsevo")
    option = page.get_by_role("option", name=re.compile("Kuntsevo school")).first
    expect(option).to_be_visible()
    assert field(page).get_attribute("aria-expanded") == "true"
    wait_until(page, "location.hash.includes('find=kuntsevo')")
    assert "panel=find" in address(page)


def test_enter_takes_the_first_result_and_back_returns_to_the_search(at_1927: Watched) -> None:
    page = at_1927.page
    page.keyboard.press("/")
    page.keyboard.type("arcos")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_contain_text("ARCOS")
    assert "panel=" not in address(page)
    page.go_back()
    expect(field(page)).to_have_value("arcos")
    expect(page.get_by_role("option").first).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", level=2)).to_contain_text("ARCOS")
    assert at_1927.wrong == []


def test_arrows_move_through_the_results_while_the_focus_stays_in_the_field(at_1927: Watched) -> None:
    page = at_1927.page
    page.get_by_role("button", name="Find").click()
    expect(field(page)).to_be_focused()
    page.keyboard.type("berlin")
    page.wait_for_selector("[role=option]")
    options = page.get_by_role("option")
    last = options.count() - 1
    page.keyboard.press("ArrowDown")
    assert options.nth(0).get_attribute("aria-selected") == "true"
    assert field(page).get_attribute("aria-activedescendant") == options.nth(0).get_attribute("id")
    page.keyboard.press("ArrowUp")
    assert options.nth(last).get_attribute("aria-selected") == "true"
    assert page.locator('[role=option][aria-selected="true"]').count() == 1
    expect(field(page)).to_be_focused()
    chosen = options.nth(last).get_attribute("data-reference")
    page.keyboard.press("Enter")
    assert f"select={chosen}" in address(page)


def test_escape_closes_the_search_and_gives_the_focus_back(at_1927: Watched) -> None:
    page = at_1927.page
    opener = page.get_by_role("button", name="Find")
    opener.click()
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    expect(page.locator(".sheet")).to_be_hidden()
    expect(opener).to_be_focused()


FOUND = [
    ("PEIPING", "place:beijing"),
    ("北京", "place:beijing"),
    ("пекин", "place:beijing"),
    ("Pékin", "place:beijing"),
    ("Moskwa", "place:moscow"),
    ("Москва", "place:moscow"),
    ("трилиссер", "person:mikhail-trilisser"),
    ("krivitsky 1939", "source:Krivitsky1939"),
    ("shanghai", "station:shanghai"),
]


def test_a_name_is_found_in_any_script(at_1927: Watched) -> None:
    page = at_1927.page
    page.get_by_role("button", name="Find").click()
    missing = {}
    for query, reference in FOUND:
        field(page).fill(query)
        found = page.locator("[role=option]").evaluate_all("all => all.map(each => each.dataset.reference)")
        if not any(each.startswith(reference) for each in found):
            missing[query] = found
    assert missing == {}


def test_a_result_of_another_year_shows_its_year_and_its_place(at_1927: Watched) -> None:
    page = at_1927.page
    before = address(page)
    page.keyboard.press("/")
    page.keyboard.type("noulens")
    page.wait_for_selector("[role=option]")
    page.locator('[role=option][data-reference^="event:"]').first.click()
    assert year_of(page) != "1927"
    looked = before[before.index("map=") :]
    wait_until(page, f"!location.hash.endsWith({looked!r})")


def test_fiction_is_marked_among_the_results_and_changes_the_strand_when_taken(at_1927: Watched, oms: Dataset) -> None:
    page = at_1927.page
    title = strand_title(oms, oms.strand(oms.fiction_strand)) or ""
    page.keyboard.press("/")
    page.keyboard.type("czechoslovakia socialist")
    group = page.get_by_role("group", name=re.compile(re.escape(title)))
    expect(group).to_be_visible()
    assert "strand=main" in address(page)
    group.get_by_role("option").first.click()
    assert f"strand={oms.fiction_strand}" in address(page)
    expect(page.locator(".banner")).to_be_visible()


def test_no_result_of_the_record_lies_in_a_group_of_the_fiction(
    browser: Browser, atlas: str, oms_layers: PeriodLayers
) -> None:
    data = oms_layers.data
    with opened(browser, f"{atlas}#year=1927&panel=find&find=red") as watched:
        page = ready(watched)
        for invented in (False, True):
            rows = page.locator(f".found-group{'.invented' if invented else ':not(.invented)'} [role=option]")
            for ref in rows.evaluate_all("all => all.map(each => each.dataset.reference)"):
                if ref in data.by_ref and not ref.startswith(("person:", "place:")):
                    assert data.is_fiction(data.by_ref[ref]) is invented, ref


def test_the_single_keys_can_be_turned_off(at_1927: Watched) -> None:
    page = at_1927.page
    page.get_by_role("button", name="Find").click()
    page.get_by_label("Single keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator(".sheet")).to_be_hidden()
    assert "keys=off" in address(page)


# --- list ---------------------------------------------------------------------------------------------------


def test_the_list_is_sorted_by_its_columns_both_ways_and_the_address_says_so(at_1927: Watched) -> None:
    page = at_1927.page
    page.get_by_role("button", name="List").click()
    page.get_by_role("columnheader", name="Name").get_by_role("button").click()
    up = names(page)
    expect(page.get_by_role("columnheader", name="Name")).to_have_attribute("aria-sort", "ascending")
    assert "sort=name" in address(page)
    assert [name.casefold() for name in up[:3]] == sorted(name.casefold() for name in up[:3])
    page.get_by_role("columnheader", name="Name").get_by_role("button").click()
    # What no source dates comes last both ways.
    undated = page.locator("tbody:has(#liaison-tray) tr:not(.part)").count()
    assert undated > 0
    assert up[-undated - 1].startswith(names(page)[0])  # a line of liaison begins with its station
    assert "sort=-name" in address(page)
    expect(page.get_by_role("columnheader", name="Name").get_by_role("button")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("columnheader", name="Name")).to_have_attribute("aria-sort", "ascending")
    assert sorted(names(page)) == sorted(up)


def test_every_order_holds_the_same_rows(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1931&panel=list") as watched:
        page = ready(watched)
        unsorted = sorted(names(page))
        orders = {}
        for column in ("kind", "name", "place", "date", "certainty"):
            for order in (column, f"-{column}"):
                show_state(page, f"year=1931&panel=list&sort={order}")
                assert f"sort={order}" in address(page) or order == "kind", order
                orders[order] = sorted(names(page))
    assert {order: rows for order, rows in orders.items() if rows != unsorted} == {}


def test_a_row_is_shown_on_the_map_while_the_list_stays_open(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1931&panel=list&map=4/0/0") as watched:
        page = ready(watched)
        show = page.get_by_role("button", name="Show on the map: Shanghai").first
        show.click()
        assert "select=station:shanghai" in address(page)
        assert "panel=list" in address(page)
        expect(page.locator('.listing tr[aria-current="true"]')).to_contain_text("Shanghai")
        expect(show).to_be_focused()
        wait_until(page, "!location.hash.includes('map=4/0/0')")


def test_a_long_list_is_shown_by_pages_without_more_elements(
    browser: Browser, copy_of_small: Path, tmp_path: Path
) -> None:
    from liaison_atlas import layers, seeds

    people = copy_of_small / "events.csv"
    head, *rest = people.read_text(encoding="utf-8").splitlines()
    columns = head.split(",")
    cells = {
        "kind": "founding",
        "when": "1927",
        "certainty": "certain",
        "sources": rest[0].split(",")[columns.index("sources")],
    }
    cells["place"] = "vienna"
    made = [
        ",".join({**cells, "id": f"e{n}", "title": f"Event {n}"}.get(column, "") for column in columns)
        for n in range(700)
    ]
    people.write_text("\n".join([head, *rest, *made]) + "\n", encoding="utf-8")
    file = tmp_path / "atlas.html"
    file.write_text(atlas_page(layers.period_layers(seeds.require(seeds.read(copy_of_small)))), encoding="utf-8")
    with opened(browser, f"{file.as_uri()}#year=1927&panel=list&sort=name") as watched:
        page = ready(watched)
        first = names(page)
        assert len(first) == 200
        page.get_by_role("button", name="Next page").click()
        assert "page=2" in address(page)
        assert len(names(page)) == 200
        assert not set(first) & set(names(page))
        expect(page.get_by_role("heading", level=2)).to_be_focused()
        page.go_back()
        assert names(page) == first
        assert int(page.locator(".listing").get_attribute("aria-rowcount") or 0) > 700


# --- share --------------------------------------------------------------------------------------------------


def test_the_link_that_is_shared_restores_the_view(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1931&select=station:shanghai&certainty=certain&style=dark") as watched:
        page = ready(watched)
        page.get_by_role("button", name="Share this view").click()
        link = page.get_by_label("Link", exact=True).input_value()
        assert link.startswith(f"{atlas}#year=1931")
        assert "panel=" not in link
    with opened(browser, link) as watched:
        page = ready(watched)
        expect(page.get_by_role("heading", level=2)).to_contain_text("Shanghai")
        assert page.get_attribute("html", "data-style") == "dark"


def test_the_frame_that_is_shared_works_in_a_page_beside_it(browser: Browser, atlas: str, folder: Path) -> None:
    with opened(browser, f"{atlas}#year=1931&panel=share") as watched:
        frame = ready(watched).get_by_label("For a web page of your own").input_value()
    assert 'src="./atlas.html#year=1931' in frame
    assert 'sandbox="allow-scripts"' in frame
    host = folder / "host.html"
    host.write_text(f"<!DOCTYPE html><html lang='en'><title>Host</title><body>{frame}</body></html>", encoding="utf-8")
    with opened(browser, host.as_uri()) as watched:
        inner = watched.page.frame_locator("iframe")
        inner.locator('html[data-ready="true"]').wait_for(state="attached", timeout=20_000)
        inner.get_by_role("button", name="Next year").click()
        expect(inner.locator(".year")).to_have_text("1932")
        assert watched.wrong == []


def beside(page: Page, button: str) -> bool:
    """Does the message about copying stand in the line of a button, both in the window?"""
    message = page.locator(".copied:not(:empty)").bounding_box()
    pressed = page.get_by_role("button", name=button).bounding_box()
    assert message
    assert pressed
    middle, height = message["y"] + message["height"] / 2, page.evaluate("innerHeight")
    return pressed["y"] <= middle <= pressed["y"] + pressed["height"] and message["y"] + message["height"] <= height


def test_copying_is_confirmed_and_without_a_clipboard_the_keys_to_press_are_named(browser: Browser, atlas: str) -> None:
    with opened(
        browser, f"{atlas}#year=1931&panel=share", permissions=["clipboard-read", "clipboard-write"]
    ) as watched:
        page = ready(watched)
        page.get_by_role("button", name="Copy the link").click()
        # It stands beside the button that was pressed, so that whoever sees the one sees the other.
        message = page.locator(".copied:not(:empty)")
        expect(message).to_have_text("Copied")
        assert beside(page, "Copy the link")
        assert page.evaluate("navigator.clipboard.readText()") == page.get_by_label("Link", exact=True).input_value()
        page.evaluate(
            """() => { Object.defineProperty(navigator, "clipboard", { value: undefined }); document.execCommand = () => false; }"""
        )
        page.get_by_role("button", name="Copy for a web page").click()
        expect(message).to_contain_text("Ctrl+C")
        assert beside(page, "Copy for a web page")
        selected = page.evaluate(
            "document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"
        )
        assert selected == page.get_by_label("For a web page of your own").input_value()


# --- cards, legend, pages of a year ---------------------------------------------------------------------------


def test_the_dark_style_stays_from_one_page_of_a_year_to_the_next(browser: Browser, folder: Path) -> None:
    with opened(browser, (folder / "years" / "1927.html").as_uri() + "#style=dark") as watched:
        page = ready(watched)
        page.get_by_role("link", name="1926").click()
        ready(watched)
        assert year_of(page) == "1926"
        assert page.get_attribute("html", "data-style") == "dark"
        page.get_by_role("link", name="Whole atlas").click()
        ready(watched)
        assert page.get_attribute("html", "data-style") == "dark"
        assert year_of(page) == "1926"


def test_the_heading_of_what_differs_stands_once_in_a_card(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1925&select=post:mirov-abramov-berlin") as watched:
        page = ready(watched)
        assert page.locator(".disagreement").count() > 1
        assert page.get_by_role("heading", name="Where the sources differ").count() == 1


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_screen(browser: Browser, atlas: str, size: str) -> None:
    wide = []
    with opened(browser, f"{atlas}#year=1927", size) as watched:
        page = ready(watched)
        for panel in ("find&find=moscow", "list", "share"):
            show_state(page, f"year=1927&panel={panel}")
            wait_until(page, "document.getAnimations().length === 0")
            if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
                wide.append((panel, "page"))
            if not page.locator(".sheet-body").evaluate("body => body.scrollWidth <= body.clientWidth"):
                wide.append((panel, "panel"))
    assert wide == []
