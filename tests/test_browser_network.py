"""The network of a year and the life of a person: the second view, its figures, the strips, the line on the map."""

from __future__ import annotations

import json

import networkx as nx
import pytest
from browser import next_frames, opened, ready, show_state
from conftest import ROOT
from playwright.sync_api import Browser, Page, expect

from liaison_atlas.layers.period import PeriodLayers

# Records how each mark of the graph is filled when it is painted last.
FILLS = """(() => {
    const pen = CanvasRenderingContext2D.prototype, { fill, clearRect } = pen;
    const graph = (ctx) => ctx.canvas.className.includes("liaison-graph");
    pen.clearRect = function (...of) { if (graph(this)) window.fills = []; return clearRect.apply(this, of); };
    pen.fill = function (...of) {
        if (graph(this) && of[0] instanceof Path2D) window.fills.push(String(this.fillStyle));
        return fill.apply(this, of);
    };
})()"""
RAIDS_HEADING = "Raids and arrests, as the sources tell them"
LIGHT = json.loads((ROOT / "maps/viewer/src/scene/palette.json").read_text("utf-8"))["light"]
PERSON = str(LIGHT["person"])
# The colours of a printed picture, that of its ground first, and whether all that lies on the ground lies within it.
COLOURS = """(picture) => {
    const frame = picture.getBoundingClientRect();
    const parts = [...picture.querySelectorAll("path, text, use")].filter((part) => !part.closest("defs"));
    const [ground, ...drawn] = parts;
    const colours = parts.flatMap((part) => [part.getAttribute("fill"), part.getAttribute("stroke")]);
    const inside = ({ left, top, right, bottom }) =>
        left > frame.left && top > frame.top && right < frame.right && bottom < frame.bottom;
    return [colours.filter(Boolean), drawn.every((part) => inside(part.getBoundingClientRect()))];
}"""


def table_of(page: Page) -> dict[str, tuple[int, float]]:
    """The figures of the panel by reference."""
    rows = page.locator(".measures tbody tr").evaluate_all(
        """all => all.map((row) => [row.querySelector("[data-reference]").dataset.reference,
            ...[...row.querySelectorAll("td")].slice(0, 2).map((cell) => cell.innerText)])"""
    )
    return {reference: (int(degree), float(share)) for reference, degree, share in rows}


def test_the_figures_of_the_network_are_those_of_networkx(
    browser: Browser, atlas: str, oms_layers: PeriodLayers
) -> None:
    with opened(browser, f"{atlas}#year=1919&view=network&panel=network") as watched:
        page = ready(watched)
        for year in (1921, 1927, 1931, 1938):
            graph = nx.Graph(oms_layers.network(year))
            graph.remove_edges_from(list(nx.selfloop_edges(graph)))
            between = nx.betweenness_centrality(graph)
            wanted = {node: (graph.degree[node], between[node]) for node in graph if graph.degree[node] > 0}
            show_state(page, f"year={year}&view=network&panel=network")
            found = table_of(page)
            assert found.keys() == wanted.keys(), year
            for node, (degree, share) in wanted.items():
                assert found[node][0] == degree, (year, node)
                assert found[node][1] == pytest.approx(share, abs=0.0051), (year, node)


def test_the_graph_is_a_state_of_the_address_follows_the_year_and_leads_back_to_the_map(
    browser: Browser, atlas: str
) -> None:
    with opened(browser, f"{atlas}#year=1927") as watched:
        page = ready(watched)
        page.get_by_role("button", name="Network", exact=True).click()
        expect(page.locator("html")).to_have_attribute("data-view", "network")
        expect(page.get_by_role("heading", name="The network of 1927")).to_be_visible()
        assert "view=network" in page.url
        page.get_by_role("slider", name="Year").press("ArrowRight")
        expect(page.get_by_role("heading", name="The network of 1928")).to_be_visible()
        page.get_by_role("button", name="Map", exact=True).click()
        expect(page.locator("html")).to_have_attribute("data-view", "map")
        page.go_back()
        expect(page.locator("html")).to_have_attribute("data-view", "network")
        assert watched.wrong == []


def test_a_person_of_the_graph_is_selected_by_a_click_and_an_empty_year_says_so(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1931&view=network&panel=network") as watched:
        page = ready(watched)
        page.get_by_role("button", name="Agnes Smedley").click()
        expect(page.locator(".sheet h2")).to_have_text("Agnes Smedley")
        expect(page.locator("html")).to_have_attribute("data-view", "network")
        page.evaluate("location.hash = '#year=1943&view=network&panel=network&certainty=certain'")
        expect(page.get_by_role("heading", name="The network of 1943")).to_be_visible()
        assert watched.wrong == []


def test_what_the_sources_say_of_a_raid_stands_apart_from_what_is_reckoned(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1931&view=network&panel=network") as watched:
        page = ready(watched)
        told = page.locator("section", has=page.get_by_role("heading", name=RAIDS_HEADING))
        expect(told).to_contain_text("The Noulens affair")
        expect(told.locator(".note")).to_have_count(2)
        expect(told).not_to_contain_text("no way to the rest")
        reckoned = page.locator("section", has=page.get_by_role("heading", name="no source says so"))
        expect(reckoned).to_contain_text("these would have no way to the rest of this network: Agnes Smedley")
        told.get_by_role("button", name="The Noulens affair").click()
        expect(page.locator(".sheet h2")).to_have_text("The Noulens affair")
        assert watched.wrong == []


def test_the_table_says_in_words_how_surely_a_person_is_known(browser: Browser, atlas: str) -> None:
    """What rests on contested, partisan or uncertain claims says so beside the name, and what is certain says nothing."""
    with opened(browser, f"{atlas}#year=1931&view=network&panel=network") as watched:
        page = ready(watched)

        def notes_of(name: str) -> str:
            row = page.locator(".measures tr", has=page.get_by_role("button", name=name, exact=True))
            return ", ".join(row.locator(".row-note").all_inner_texts())

        assert notes_of("Fritz Burde") == "perhaps, contested"
        assert notes_of("Arnold Deutsch") == "perhaps"
        assert notes_of("Agnes Smedley") == ""
        expect(page.locator(".sheet")).to_contain_text("with ≠ what is contested")
        show_state(page, "year=1931&view=network&panel=network&strand=polemic")
        for name in ("Leon Trotsky", "Krestinsky"):
            assert notes_of(name).endswith("partisan sources alone"), name


def test_the_marks_of_people_in_doubt_are_drawn_as_on_the_map(browser: Browser, atlas: str) -> None:
    """Filled is who is certain, and nobody else: as many as are left when only what is certain is shown."""
    filled = {}
    for certainty in ("certain", "possible"):
        with opened(browser, f"{atlas}#year=1931&view=network&certainty={certainty}", first=FILLS) as watched:
            page = ready(watched)
            next_frames(page)
            filled[certainty] = page.evaluate("window.fills").count(PERSON)
    assert 0 < filled["possible"] <= filled["certain"]


def test_the_panel_says_of_raids_that_they_struck_nobody_of_the_network(browser: Browser, atlas: str) -> None:
    """Neither of the two raids of 1927 names a station or a person of the network, and a year without a raid is silent."""
    with opened(browser, f"{atlas}#year=1927&view=network&panel=network") as watched:
        page = ready(watched)
        part = page.locator("section", has=page.get_by_role("heading", name=RAIDS_HEADING))
        for raid in ("ARCOS", "Chinese police raid"):
            expect(part).to_contain_text(raid)
        expect(part).to_contain_text("They struck no station and no person of this network.")
        page.evaluate("location.hash = '#year=1922&view=network&panel=network'")
        expect(page.get_by_role("heading", name="The network of 1922")).to_be_visible()
        expect(part).to_have_count(0)
        assert watched.wrong == []


@pytest.mark.parametrize("more", ["", "&select=person:jacob-rudnik", "&panel=network", "&compare=1927"])
def test_on_paper_stands_the_graph_with_its_figures_where_the_graph_is_shown(
    browser: Browser, atlas: str, more: str
) -> None:
    with opened(browser, f"{atlas}#year=1931&view=network&style=dark{more}", "phone" if more else "laptop") as watched:
        page = ready(watched)
        next_frames(page)
        page.emulate_media(media="print")
        sheet = page.locator(".print-sheet")
        picture = sheet.locator(".print-map")
        expect(picture).to_have_attribute("aria-label", "The OMS, The network of 1931")
        # It lies on the light paper, nothing is cut off at its rim, and of the sea there is nothing.
        colours, clear = picture.evaluate(COLOURS)
        assert colours[0] == LIGHT["paper"]
        assert PERSON in colours
        assert LIGHT["sea"] not in colours
        assert clear
        for words in ("The network of 1931", RAIDS_HEADING, "All that holds in 1931", "Sources"):
            expect(sheet).to_contain_text(words)
        expect(sheet.locator(".measures tr", has_text="Fritz Burde")).to_contain_text("perhaps, contested")
        assert sheet.locator("button, a, input").count() == 0
        page.emulate_media(media="screen")
        expect(sheet).to_have_count(0)
        assert page.get_attribute("html", "data-style") == "dark"
        assert page.locator(".liaison-graph").is_visible()
        assert watched.wrong == []


def test_the_graph_on_the_screen_is_the_same_after_printing(browser: Browser, atlas: str) -> None:
    picture = "() => document.querySelector('.liaison-graph').toDataURL()"
    with opened(browser, f"{atlas}#year=1931&view=network&panel=network") as watched:
        page = ready(watched)
        next_frames(page)
        before = page.evaluate(picture)
        page.pdf(format="A4")
        next_frames(page)
        assert page.evaluate(picture) == before


def test_the_card_of_a_person_shows_their_tenures_in_step_with_the_year(browser: Browser, atlas: str) -> None:
    """What no source dates has no bar, and is listed below."""
    with opened(browser, f"{atlas}#year=1931&select=person:jacob-rudnik") as watched:
        page = ready(watched)
        strip = page.locator(".strip")
        expect(strip.locator(".strip-label bdi")).to_have_text(["Agent, Shanghai", "The Noulens affair"])
        undated = page.locator('.rows [data-reference="post:rudnik-austria"]')
        expect(undated).to_contain_text("undated")
        left = strip.locator(".now").first.evaluate("(line) => parseFloat(line.style.left)")
        assert left == pytest.approx(100 * (1931 - 1919) / 25, abs=0.2)
        page.get_by_role("button", name="Previous year").click()
        assert strip.locator(".now").first.evaluate("(line) => parseFloat(line.style.left)") < left
        expect(page.get_by_text("It does not say which way was taken")).to_be_visible()


def test_a_station_shows_its_heads_through_the_years(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1927&select=station:germany") as watched:
        page = ready(watched)
        part = page.locator(".strip", has=page.get_by_role("heading", name="Heads and people through the years"))
        expect(part).to_contain_text("Jacob Mirov-Abramov")
