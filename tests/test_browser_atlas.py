"""The atlas in a real browser, from a disk, with the network cut."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browser import SIZES, Watched, next_frames, opened, ready, show_state, year_of
from playwright.sync_api import Browser, Page, expect

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.layers.wording.strand_wording import strand_note, strand_title
from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.seeds.sources.reference_formatting import reference_text
from liaison_atlas.seeds.tables.dataset import Dataset


def drawn_colours(page: Page) -> int:
    """How many colours the canvases of the map hold, counted up to a hundred: a map that is not drawn has one."""
    return int(
        page.evaluate(
            """() => Math.max(...[...document.querySelectorAll("#map_atlas canvas")].map((canvas) => {
                const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
                const seen = new Set();
                // Enough is enough: on a 4K screen there are eight million pixels.
                for (let i = 0; i < data.length && seen.size < 100; i += 4) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
                return seen.size;
            }))"""
        )
    )


def listed(page: Page) -> set[str]:
    """The references that the list of the year names."""
    rows = page.locator(".sheet [data-reference]")
    return set(rows.evaluate_all("rows => rows.map(row => row.dataset.reference)"))


def tray(page: Page) -> set[str]:
    """The references of what no source dates, at the end of the list."""
    rows = page.locator("tbody:has(#liaison-tray) [data-reference]")
    return set(rows.evaluate_all("all => all.map((row) => row.dataset.reference)"))


@pytest.mark.parametrize("size", SIZES)
def test_the_atlas_opens_from_a_disk_and_requests_nothing(browser: Browser, atlas: str, size: str) -> None:
    with opened(browser, atlas, size) as watched:
        page = ready(watched)
        assert drawn_colours(page) > 20
        assert watched.requests == [atlas]
        assert watched.wrong == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_atlas_is_at_most_three_megabytes_with_all_it_needs(folder: Path) -> None:
    assert (folder / "atlas.html").stat().st_size <= 3_000_000


def test_the_slider_is_a_real_one_and_follows_the_keys(at_1927: Watched) -> None:
    page = at_1927.page
    slider = page.get_by_role("slider", name="Year")
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert year_of(page) == "1928"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert year_of(page) == "1926"
    page.keyboard.press("Home")
    assert year_of(page) == "1919"
    page.keyboard.press("End")
    assert year_of(page) == "1943"
    expect(page.locator(".year")).to_have_text("1943")
    assert "1943" in (slider.get_attribute("aria-valuetext") or "")


def middle_of(page: Page) -> str:
    found = re.search(r"map=([^&]*)", page.evaluate("location.hash"))
    assert found
    return found[1]


def test_the_slider_follows_the_mouse_and_leaves_the_map_alone(at_1927: Watched) -> None:
    page = at_1927.page
    before = middle_of(page)
    box = page.get_by_role("slider", name="Year").bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.34, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, y, steps=8)
    page.mouse.up()
    assert year_of(page) in ("1940", "1941")
    assert middle_of(page) == before


def test_the_slider_follows_a_finger_and_leaves_the_map_alone(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1927", "phone", has_touch=True, is_mobile=True) as watched:
        page = ready(watched)
        before = middle_of(page)
        box = page.get_by_role("slider", name="Year").bounding_box()
        assert box
        y = box["y"] + box["height"] / 2
        touch = page.context.new_cdp_session(page)

        def send(kind: str, share: float | None) -> None:
            points = [] if share is None else [{"x": box["x"] + box["width"] * share, "y": y}]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        send("touchStart", 0.34)
        for share in (0.45, 0.6, 0.75, 0.9):
            send("touchMove", share)
        send("touchEnd", None)
        next_frames(page)
        assert year_of(page) in ("1940", "1941")
        assert middle_of(page) == before


def test_play_runs_through_the_years_and_pause_stops_it(at_1927: Watched) -> None:
    page = at_1927.page
    page.get_by_role("button", name="Play the years").click()
    assert page.get_attribute("html", "data-state") == "playing"
    page.wait_for_selector('html[data-year="1928"]', state="attached", timeout=10_000)
    page.get_by_role("button", name="Pause").click()
    assert page.get_attribute("html", "data-state") == "ready"
    page.get_by_role("button", name="Next year").click()
    page.get_by_role("button", name="Next year").click()
    page.get_by_role("button", name="Previous year").click()
    assert year_of(page) == "1929"


def test_the_list_of_a_year_is_what_the_layers_hold(browser: Browser, atlas: str, oms_layers: PeriodLayers) -> None:
    different = {}
    with opened(browser, f"{atlas}#year=1919&panel=list") as watched:
        page = ready(watched)
        for year in range(1919, 1944, 3):
            held = {
                row.id
                for name, frame in oms_layers.record.at(year).items()
                if name != "liaison"
                for row in frame.itertuples()
                if row.holds != Holding.UNDATED.value
            }
            show_state(page, f"year={year}&panel=list")
            assert year_of(page) == str(year)
            found = {ref for ref in listed(page) - tray(page) if not ref.startswith(("tie:", "liaison:"))}
            if found != held:
                different[year] = found ^ held
    assert different == {}


def test_a_station_is_found_in_the_list_and_shown_with_its_card(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1931") as watched:
        page = ready(watched)
        for title, station in (
            ("Berlin headquarters", "berlin-headquarters"),
            ("Kuntsevo school", "kuntsevo-school"),
            ("Shanghai", "shanghai"),
            ("Hotel Lux", "hotel-lux"),
        ):
            page.get_by_role("button", name="List").click()
            page.locator(f'.sheet [data-reference="station:{station}"]').first.click()
            expect(page.get_by_role("heading", level=2)).to_contain_text(title)
            assert f"select=station:{station}" in page.evaluate("location.hash")


def test_the_tray_has_what_no_source_dates_in_every_year(
    browser: Browser, atlas: str, oms_layers: PeriodLayers
) -> None:
    data = oms_layers.data
    undated = {claim.ref for claim in data.claims if not data.time_of(claim).dated and data.strand_of(claim) == "main"}
    with opened(browser, f"{atlas}#year=1927") as watched:
        page = ready(watched)
        link = page.get_by_role("button", name=f"{len(undated)} undated")
        link.click()
        heading = page.get_by_role("heading", name=f"Undated: no source says when ({len(undated)})")
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()
        assert tray(page) == undated
        page.get_by_role("button", name="Draw them too").click()
        expect(page.get_by_role("button", name="Do not draw them")).to_be_focused()
        assert "certainty=undated" in page.evaluate("location.hash")
        for year in (1919, 1943):
            show_state(page, f"year={year}&panel=list")
            expect(link).to_be_visible()
            assert tray(page) == undated
        show_state(page, "year=1927&panel=list&certainty=certain")
        expect(link).to_be_hidden()
        assert tray(page) == set()
        assert watched.wrong == []


def test_of_what_no_source_dates_the_selected_claim_alone_is_drawn(browser: Browser, atlas: str) -> None:
    picture = "document.querySelector('.liaison-network').toDataURL()"
    with opened(browser, f"{atlas}#year=1927&layers=stations", reduced_motion="reduce") as watched:
        page = ready(watched)
        page.get_by_role("button", name="undated").click()
        row = page.locator("tr", has=page.locator('[data-reference="station:hotel-lux"]'))
        next_frames(page)
        before = page.evaluate(picture)
        row.get_by_role("button", name="Show on the map: Hotel Lux").click()
        next_frames(page)
        assert page.evaluate(picture) != before
        hash = page.evaluate("location.hash")
        assert "year=1927" in hash
        assert "select=station:hotel-lux" in hash
        assert "certainty=possible" in hash
        row.get_by_role("button", name="Hotel Lux", exact=True).click()
        expect(page.get_by_role("heading", level=2)).to_have_text("Hotel Lux")
        expect(page.locator(".sheet .facts")).to_contain_text("Not known: it is undated")
        expect(page.locator(".timeline .counts")).to_contain_text("6 stations")
        assert watched.wrong == []


def test_a_mark_on_the_map_opens_its_card(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1931&layers=stations&map=5/31.2222/121.4581") as watched:
        page = ready(watched)
        box = page.locator("#map_atlas").bounding_box()
        assert box
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(page.get_by_role("heading", level=2)).to_contain_text("Shanghai")


def test_a_card_shows_the_claim_its_doubt_its_rivals_and_its_sources(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1925&select=post:mirov-abramov-berlin") as watched:
        card = ready(watched).locator(".sheet")
        expect(card).to_contain_text("head of the OMS in Germany")
        expect(card).to_contain_text("from 1921 to 1930")
        expect(card).to_contain_text("Less certain")
        expect(card).to_contain_text("Contested")
        expect(card).to_contain_text("Attested")
        expect(card).to_contain_text("Biographical Dictionary of the Comintern")
        expect(card).to_contain_text("p. 319")
        assert card.locator('[data-reference="post:kippenberger-germany"]').count() > 0


def test_every_claim_has_a_card_with_a_source(browser: Browser, atlas: str, oms_layers: PeriodLayers) -> None:
    """Each in turn, through the address: no card without a citation, and none that breaks."""
    keys = {key: reference_text(source) for key, source in oms_layers.data.sources.items()}
    claims = oms_layers.data.claims
    states = [f"#year=1927&strand={oms_layers.data.strand_of(claim)}&select={claim.ref}" for claim in claims]
    with opened(browser, f"{atlas}#year=1927", reduced_motion="reduce") as watched:
        shown = ready(watched).evaluate(
            """async (states) => {
                const shown = [];
                for (const state of states) {
                    const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
                    location.hash = state;
                    await changed;
                    shown.push([location.hash, document.querySelector(".sheet").innerText]);
                }
                return shown;
            }""",
            states,
        )
        wrong = [
            claim.ref
            for claim, (address, text) in zip(claims, shown, strict=True)
            if claim.ref not in address or keys[claim.sources[0].key][:40] not in text
        ]
        assert wrong == []
        assert watched.wrong == []


def test_another_reading_of_a_dispute_can_be_chosen(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1926&select=post:kippenberger-germany") as watched:
        page = ready(watched)
        choice = page.get_by_role("group", name="Which reading the map shows").first
        expect(choice.get_by_label("As the atlas ranks them")).to_be_checked()
        choice.get_by_label("Only this one: Hans Kippenberger").check()
        assert "readings=head-in-germany:post:kippenberger-germany" in page.evaluate("location.hash")
        page.get_by_role("button", name="List", exact=True).click()
        rival = page.locator(".listing tr").filter(has=page.locator('[data-reference="post:mirov-abramov-berlin"]'))
        expect(rival).to_contain_text("set aside, not on the map")
        page.go_back()
        page.go_back()
        expect(choice.get_by_label("As the atlas ranks them")).to_be_checked()


def test_a_reading_that_is_chosen_is_drawn_at_once(browser: Browser, atlas: str) -> None:
    """The picture is the one that the same state has after another year was shown in between."""
    picture = "document.querySelector('.liaison-network').toDataURL()"
    show = """(year) => {
        const slider = document.querySelector("input[type=range][aria-label=Year]");
        slider.value = String(year);
        slider.dispatchEvent(new Event("input"));
    }"""
    with opened(browser, f"{atlas}#year=1931&select=event:noulens-affair", reduced_motion="reduce") as watched:
        page = ready(watched)
        next_frames(page)
        before = page.evaluate(picture)
        choice = page.get_by_role("group", name="Which reading the map shows").first
        choice.get_by_label("Only this one: The Robinson-Rubens case").check()
        next_frames(page)
        chosen = page.evaluate(picture)
        for year in (1932, 1931):
            page.evaluate(show, year)
            next_frames(page)
        assert page.evaluate(picture) == chosen != before


def test_fiction_is_off_until_it_is_chosen_and_then_stands_under_its_banner(
    browser: Browser, atlas: str, oms: Dataset
) -> None:
    strand = oms.strand(oms.fiction_strand)
    with opened(browser, f"{atlas}#year=1926&panel=list") as watched:
        page = ready(watched)
        assert not [ref for ref in listed(page) if "red-world" in ref]
        assert not page.locator(".banner").is_visible()
        page.get_by_role("button", name="Layers").click()
        page.get_by_label(strand_title(oms, strand) or "", exact=True).check()
        expect(page.locator(".banner")).to_contain_text(strand_title(oms, strand) or "")
        expect(page.locator(".banner")).to_contain_text(strand_note(oms, strand) or "")
        assert f"strand={strand.name}" in page.evaluate("location.hash")
        page.get_by_role("button", name="List").click()
        fiction = listed(page)
        assert fiction
        assert all("red" in ref or "red-world" in ref for ref in fiction if not ref.startswith("event:")), fiction


def test_the_title_of_the_window_carries_the_title_of_the_strand(browser: Browser, atlas: str, oms: Dataset) -> None:
    with opened(browser, f"{atlas}#year=1927") as watched:
        page = ready(watched)
        for world, marked in (
            ("record", ""),
            ("record&only=partisan", " (Partisan sources only)"),
            ("disputed", " (Contested claims and partisan sources only)"),
            ("fiction", f" ({strand_title(oms, oms.strand(oms.fiction_strand))})"),
        ):
            show_state(page, f"year=1927&world={world}")
            assert page.title() == f"The OMS, 1927{marked}"


def test_contested_and_partisan_claims_can_be_shown_alone(
    browser: Browser, atlas: str, oms_layers: PeriodLayers
) -> None:
    data = oms_layers.data
    with opened(browser, f"{atlas}#year=1926&panel=layers") as watched:
        page = ready(watched)
        group = page.get_by_role("group", name="Show only")
        group.get_by_label("Contested claims: the sources disagree").check()
        assert "only=contested" in page.evaluate("location.hash")
        expect(page.locator(".banner-title")).to_have_text("Contested claims only")
        page.get_by_role("button", name="List").click()
        claims = [data.by_ref[ref] for ref in listed(page) if not ref.startswith("liaison")]
        assert claims
        assert all(data.is_contested(claim) for claim in claims)  # type: ignore[arg-type]
        assert watched.wrong == []


def test_a_claim_of_the_fiction_never_opens_over_the_record(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1926&select=event:czechoslovakia-turns-red") as watched:
        page = ready(watched)
        assert "czechoslovakia" not in page.evaluate("location.hash")
        assert not page.locator(".sheet").is_visible()


def test_only_what_is_certain_can_be_shown(browser: Browser, atlas: str, oms_layers: PeriodLayers) -> None:
    with opened(browser, f"{atlas}#year=1927&certainty=certain&panel=list") as watched:
        found = listed(ready(watched))
    for name, frame in oms_layers.record.at(1927).items():
        if name != "liaison":
            possible = set(frame[frame["holds"] == "possible"]["id"])
            assert not possible & found


def test_an_address_restores_the_view_and_a_bad_one_is_ignored(browser: Browser, atlas: str) -> None:
    address = "#year=1933&lang=en&select=station:kuntsevo-school&layers=stations,raids&certainty=certain&strand=main&only=contested&style=dark&map=3/55.7/37.4"
    with opened(browser, atlas + address) as watched:
        page = ready(watched)
        found = page.evaluate("location.hash")
        for part in address[1:].replace("world=disputed", "strand=main&only=disputed").split("&"):
            assert part in found
        assert page.get_attribute("html", "data-style") == "dark"
    bad = "#year=99999&lang=xx&select=post:nobody&layers=everything&certainty=maybe&world=mars&map=a/b/c&panel=%3Cscript%3E"
    with opened(browser, atlas + bad) as watched:
        page = ready(watched)
        assert 1919 <= int(year_of(page) or 0) <= 1943
        assert watched.wrong == []


def test_back_and_forward_walk_through_the_years(at_1927: Watched) -> None:
    page = at_1927.page
    page.get_by_role("button", name="Next year").click()
    page.get_by_role("button", name="Next year").click()
    assert year_of(page) == "1929"
    page.go_back()
    page.wait_for_selector('html[data-year="1928"]', state="attached")
    page.go_forward()
    page.wait_for_selector('html[data-year="1929"]', state="attached")


def test_a_year_has_a_page_of_its_own_that_leads_to_its_neighbours(browser: Browser, folder: Path) -> None:
    with opened(browser, (folder / "years" / "1927.html").as_uri()) as watched:
        page = ready(watched)
        assert year_of(page) == "1927"
        assert page.get_by_role("slider", name="Year").count() == 0
        assert watched.wrong == []
        page.get_by_role("link", name="1926").click()
        ready(watched)
        assert year_of(page) == "1926"
        page.get_by_role("link", name="Whole atlas").click()
        ready(watched)
        assert page.url.split("#")[0].endswith("atlas.html")
        assert year_of(page) == "1926"
