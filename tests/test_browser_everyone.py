"""Accessibility of the atlas: axe in every state, the keyboard, target sizes, small windows, and no colour alone."""

from __future__ import annotations

import io
import itertools
from itertools import combinations

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import next_frames, opened, ready, resting_address, show_state, wait_until
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser, Page

from liaison_atlas.maps.ground import projection

STATES = [
    "",
    "from=1921",
    "month=5",
    "panel=find&find=berlin",
    "panel=find&find=red",
    "panel=list",
    "panel=list&sort=-date",
    "panel=layers",
    "panel=legend",
    "panel=about",
    "panel=language",
    "panel=share",
    "panel=compare&compare=1931",
    "compare=certain",
    "view=network&panel=network",
    "view=network&select=event:noulens-affair",
    "world=fiction&from=1921",
    "only=contested,partisan&panel=list",
    "select=station:berlin-headquarters",
    "select=event:arcos-raid",
    "select=person:jacob-rudnik",
    "select=place:beijing",
    "select=source:Krivitsky1939",
]


@pytest.mark.parametrize(("style", "size"), [("light", "laptop"), ("dark", "phone")])
@pytest.mark.parametrize("languages", [("en", "de"), ("ru", "zh")], ids=" ".join)
def test_axe_finds_no_violation_in_any_state(
    browser: Browser, atlas: str, languages: tuple[str, ...], style: str, size: str
) -> None:
    """axe-core is put in past the page's policy, which would refuse it as it refuses every other script."""
    broken = {}
    with opened(browser, f"{atlas}#year=1926", size, bypass_csp=True, reduced_motion="reduce") as watched:
        page = ready(watched)
        page.evaluate(Axe().axe_script)
        for language in languages:
            for state in STATES:
                show_state(page, f"year=1927&lang={language}&style={style}&{state}")
                found = page.evaluate(
                    "() => axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })"
                )
                if found["violations"]:
                    broken[language, state] = [
                        (v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found["violations"]
                    ]
        assert broken == {}
        assert watched.wrong == []


def test_no_meaning_is_shown_by_colour_alone(browser: Browser, atlas: str) -> None:
    """Any two signs of the legend differ to every colour vision, and to none at all."""
    with opened(browser, f"{atlas}#year=1927&panel=legend", reduced_motion="reduce", fresh=True) as watched:
        page = ready(watched)
        # All of it at once, over the full window.
        page.set_viewport_size({"width": 1900, "height": 2400})
        page.locator(".sheet").evaluate(
            "sheet => { sheet.style.cssText = 'position: fixed; inset: 0; z-index: 999; width: auto; max-height: none'; }"
        )
        next_frames(page)
        assert page.locator(".sheet-body").evaluate("body => body.scrollHeight <= body.clientHeight")
        names = page.locator(".legend-entry").all_inner_texts()
        boxes = page.locator(".legend-entry canvas").evaluate_all(
            "all => all.map(one => { const { x, y, width, height } = one.getBoundingClientRect(); return [x, y, width, height]; })"
        )
        assert len(names) == len(boxes) > 20
        session = page.context.new_cdp_session(page)

        def apart() -> dict[tuple[str, str], float]:
            """How much lighter or darker two signs of one size are, on average, point by point."""
            picture = Image.open(io.BytesIO(page.screenshot())).convert("L")
            signs = [picture.crop((round(x), round(y), round(x + w), round(y + h))) for x, y, w, h in boxes]
            return {
                (one, other): ImageStat.Stat(ImageChops.difference(a, b)).mean[0]
                for (one, a), (other, b) in combinations(zip(names, signs, strict=True), 2)
                if a.size == b.size
            }

        # One sign may stand for two entries: an example of "certain" is a mark of its own, too.
        same = {pair for pair, difference in apart().items() if difference < 0.5}
        for sight in ("protanopia", "deuteranopia", "tritanopia", "achromatopsia"):
            session.send("Emulation.setEmulatedVisionDeficiency", {"type": sight})
            assert {pair: d for pair, d in apart().items() if d < 2 and pair not in same} == {}, sight


# Links within a text are as high as its lines; a label belongs to the target that it names.
SMALL = """() => [...document.querySelectorAll("button, a[href], select, summary, input:not([type=range])")].map((one) => {
    const target = one.closest("label") ?? one, { width, height } = target.getBoundingClientRect();
    const counts = one.checkVisibility() && width > 1 && !getComputedStyle(target).display.startsWith("inline") && !one.closest(".leaflet-container");
    return counts && (width < 43.5 || height < 43.5) ? `${one.tagName}.${one.className} ${one.textContent.slice(0, 30)} ${width} x ${height}` : "";
}).filter(Boolean)"""

FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one), part = one.closest("header, .tools, main, .timeline, aside");
    if (one === document.body) return null;
    const seen = one.matches("input[type=range]")
        ? getComputedStyle(one, "::-webkit-slider-thumb").outlineStyle !== undefined && one.matches(":focus-visible")
        : style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 3;
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return {
        part: part ? part.className.split(" ")[0] : "", name: one.getAttribute("aria-label") || one.labels?.[0]?.textContent || one.textContent.trim(), seen,
        inside: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
    };
}"""


@pytest.mark.parametrize("state", ["from=1921&panel=layers", "month=5&compare=1931", "select=event:arcos-raid"])
def test_the_tab_key_visits_everything_once_in_its_order_and_shows_where_it_is(
    browser: Browser, atlas: str, state: str
) -> None:
    with opened(browser, f"{atlas}#year=1927&{state}", reduced_motion="reduce") as watched:
        page = ready(watched)
        page.evaluate("document.activeElement.blur()")
        stops = []
        while len(stops) < 120:
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUSED)
            if stop is None:
                break
            stops.append(stop)
        parts = [stop["part"] for stop in stops]
        order = [part for i, part in enumerate(parts) if i == 0 or parts[i - 1] != part]
        assert order == ["heading", "tools", "stage", "timeline", *(["sheet"] if "compare" not in state else [])]
        assert [stop for stop in stops if not (stop["seen"] and stop["inside"] and stop["name"])] == []
        reachable = page.locator(
            "button:visible, a[href]:visible, select:visible, summary:visible, input:visible:not([type=radio]), [tabindex='0']:visible"
        )
        wanted = reachable.evaluate_all("all => all.filter(one => one.tabIndex >= 0).length")
        groups = page.locator("input[type=radio]:visible").evaluate_all("all => new Set(all.map(one => one.name)).size")
        assert len(stops) == wanted + groups
        # And back the same way.
        for stop in reversed(stops):
            page.keyboard.press("Shift+Tab")
            back = page.evaluate(FOCUSED)
            assert (back["part"], back["name"]) == (stop["part"], stop["name"])
        assert watched.wrong == []


def luminance(colour: tuple[int, ...]) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """How far two colours are apart, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_focus_on_the_map_and_on_the_graph_is_a_frame_in_the_window(browser: Browser, atlas: str) -> None:
    faint = []
    with opened(browser, f"{atlas}#year=1927", reduced_motion="reduce") as watched:
        page = ready(watched)
        for view, style in itertools.product(("map", "network"), ("light", "dark")):
            page.evaluate("document.activeElement.blur()")
            show_state(page, f"year=1927&style={style}&view={view}")
            before = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            # As a key brings it there.
            page.locator(".tools .zoom button").last.focus()
            page.keyboard.press("Tab")
            if view == "network":
                page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.matches('.graph-map')") == (view == "network")
            assert page.evaluate("document.activeElement.matches('.leaflet-container')")
            after = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            width, height = after.size
            for name, side in {
                "top": [(x, 2) for x in range(20, width - 20, 7)],
                "bottom": [(x, height - 3) for x in range(20, width - 20, 7)],
                "left": [(2, y) for y in range(20, height - 20, 7)],
                "right": [(width - 3, y) for y in range(20, height - 20, 7)],
            }.items():
                # A coast or a name that it crosses may be as dark as the frame itself.
                seen = [contrast(before.getpixel(at), after.getpixel(at)) >= 3 for at in side]
                if sum(seen) <= 0.93 * len(seen):
                    faint.append((view, style, name))
    assert faint == []


# Lines of text that the ring round what has the focus runs through.
CUT_BY_THE_RING = """() => {
    const ringed = [...document.querySelectorAll(".listing :is(tr, button)")].filter((one) => {
        const { outlineStyle, outlineColor } = getComputedStyle(one);
        return outlineStyle === "solid" && !/, 0\\)$|transparent/.test(outlineColor);
    });
    const cut = [], walker = document.createTreeWalker(document.querySelector(".listing"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        for (const line of range.getClientRects()) for (const one of ringed) {
            const box = one.getBoundingClientRect(), style = getComputedStyle(one);
            const away = parseFloat(style.outlineOffset), far = away + parseFloat(style.outlineWidth);
            // The characters are lower than their line.
            const top = line.top + 3, bottom = line.bottom - 3;
            const meets = (by) => line.right > box.left - by && line.left < box.right + by && bottom > box.top - by && top < box.bottom + by;
            const inside = line.left >= box.left - away && line.right <= box.right + away && top >= box.top - away && bottom <= box.bottom + away;
            if (meets(far) && !inside) cut.push(walker.currentNode.data);
        }
    }
    return [ringed.length, cut];
}"""


@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_the_ring_of_the_focus_runs_through_no_line_of_the_list(browser: Browser, atlas: str, size: str) -> None:
    with opened(browser, f"{atlas}#year=1927&panel=list", size, reduced_motion="reduce") as watched:
        page = ready(watched)
        page.locator(".listing .row").first.focus()
        for _ in range(12):
            page.keyboard.press("Tab")
            assert page.evaluate(CUT_BY_THE_RING) == [1, []]


LINKS = """() => [...document.querySelectorAll(".sheet .link, .sheet-body a")].filter((one) => one.checkVisibility()).map((one) => ({
    name: one.textContent, height: one.getBoundingClientRect().height,
    alone: one.matches(":is(.facts dd, .sources li) > .link:only-of-type"),
}))"""
# Is a link met by a touch so far above and below its middle?
MET = """(link, away) => {
    link.scrollIntoView({ block: "center" });
    const { left, width, top, height } = link.getBoundingClientRect();
    return [-away, away].every((by) => document.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2 + by)?.closest("button") === link);
}"""


CARDS = ("event:arcos-raid", "post:mirov-abramov-berlin", "journey:deutsch-to-romania")


def test_links_in_cards_are_high_enough_for_a_finger(browser: Browser, atlas: str) -> None:
    wrong: list[object] = []
    with opened(browser, f"{atlas}#year=1927") as watched:
        page = ready(watched)
        for card in CARDS:
            show_state(page, f"year=1927&select={card}")
            wrong += [(card, link) for link in page.evaluate(LINKS) if link["height"] < 24]
            # And the lines stand as they would with links of their height.
            height = "document.querySelector('.facts').offsetHeight + document.querySelector('.sources').offsetHeight"
            before = page.evaluate(height)
            page.evaluate(
                "document.querySelectorAll('.sheet-body .link').forEach((one) => { one.style.padding = one.style.margin = 0; })"
            )
            if page.evaluate(height) != before:
                wrong.append((card, "its lines are higher"))
    with opened(browser, f"{atlas}#year=1927", "phone", has_touch=True, is_mobile=True) as watched:
        page = ready(watched)
        for card in CARDS:
            show_state(page, f"year=1927&select={card}")
            links = page.evaluate(LINKS)
            wrong += [(card, link) for link in links if link["height"] < (43.5 if link["alone"] else 24)]
            assert sum(link["alone"] for link in links) >= 2, card
            for link in page.locator(":is(.facts dd, .sources li) > .link:only-of-type").all():
                if not link.evaluate(MET, 21):
                    wrong.append((card, "not met by a touch", link.text_content()))
    assert wrong == []


# A window, and the share of its height that the map has to itself: as it opens, and with the months of the year.
SMALL_WINDOWS = [
    ((640, 400), 0.55, 0.4),  # a laptop at 200 %
    ((844, 390), 0.55, 0.4),  # a phone on its side
    ((320, 640), 0.4, 0.27),  # the least width of WCAG
    ((390, 664), 0.4, 0.3),  # a phone under a bar of its browser
]

# What lies on the map: of the heading its texts, of the foot all.
ON_THE_MAP = """() => [...document.querySelectorAll(".heading > :not([hidden], .skip), .tools .bar, .tools .zoom, .timeline")].flatMap((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const boxes = one.closest(".heading") ? [...range.getClientRects()] : [one.getBoundingClientRect()];
    const name = one.className || one.tagName;
    return boxes.filter(({ width }) => width > 1).map(({ left, top, right, bottom }) => ({ name, left, top, right, bottom }));
})"""
# Controls and texts of the foot that lie over one another, or beyond the window.
UNTIDY = """() => {
    const all = [...document.querySelectorAll(".tools button, .timeline button, .tick.long span, .counts span")].filter((one) => {
        const counts = one.closest(".counts");
        return one.checkVisibility() && (!counts || counts.clientWidth > 1);
    }).map((one) => [one.getAttribute("aria-label") || one.textContent, one.getBoundingClientRect()]);
    const wrong = all.filter(([, { left, top, right, bottom }]) => left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5).map(([name]) => name);
    all.forEach(([one, a], i) => all.slice(i + 1).forEach(([other, b]) => {
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) wrong.push([one, other]);
    }));
    return wrong;
}"""


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_small_window_gives_the_map_its_room(browser: Browser, atlas: str, language: str) -> None:
    """Nothing lies over anything else, and between what stands above and the foot the map has most of the window."""
    wrong: list[object] = []
    with opened(browser, atlas, reduced_motion="reduce") as watched:
        page = ready(watched)
        for window, share, with_months in SMALL_WINDOWS:
            page.set_viewport_size({"width": window[0], "height": window[1]})
            for state in ("year=1927", "year=1927&from=1921", "year=1927&world=fiction", "year=1927&month=9"):
                show_state(page, f"{state}&lang={language}")
                boxes = page.evaluate(ON_THE_MAP)
                for one, other in combinations(boxes, 2):
                    if one["name"] != other["name"]:
                        apart = (
                            one["right"] <= other["left"] + 1
                            or other["right"] <= one["left"] + 1
                            or one["bottom"] <= other["top"] + 6
                            or other["bottom"] <= one["top"] + 6
                        )
                        if not apart:
                            wrong.append((window, state, one, other))
                wrong += [(window, state, untidy) for untidy in page.evaluate(UNTIDY)]
                above = max(box["bottom"] for box in boxes if box["name"] in ("bar", "year", "year long", "H1"))
                foot = next(box["top"] for box in boxes if box["name"].startswith("timeline"))
                if foot - above < (with_months if "month" in state else share) * window[1]:
                    wrong.append((window, state, foot - above))
        assert wrong == []
        assert watched.wrong == []


PLACES = {
    "Moscow": (37.62, 55.75),
    "Berlin": (13.4, 52.52),
    "London": (-0.12, 51.5),
    "New York": (-74.0, 40.71),
    "Peking": (116.4, 39.9),
}


def covered_places(page: Page) -> set[str]:
    """The places that lie under something, or outside the window."""
    zoom, lat, lon = map(float, resting_address(page).partition("map=")[2].split("/"))
    (middle,) = projection.project_points([lon], [lat])
    width, height = page.evaluate("[innerWidth, innerHeight]")
    boxes = page.evaluate(ON_THE_MAP)
    found = set()
    for name, (at_lon, at_lat) in PLACES.items():
        (point,) = projection.project_points([at_lon], [at_lat])
        # Twenty kilometres to a pixel at zoom 0 (map-projection.ts).
        x, y = (
            width / 2 + (point[0] - middle[0]) / 20 * 2**zoom,
            height / 2 - (point[1] - middle[1]) / 20 * 2**zoom,
        )
        inside = 8 < x < width - 8 and 8 < y < height - 8
        under = any(box["left"] < x < box["right"] and box["top"] < y < box["bottom"] for box in boxes)
        if under or not inside:
            found.add(name)
    return found


def test_the_whole_network_is_shown_where_nothing_lies_over_it(browser: Browser, atlas: str) -> None:
    covered = {}
    with opened(browser, atlas, reduced_motion="reduce") as watched:
        page = ready(watched)
        for window, *_ in SMALL_WINDOWS:
            page.set_viewport_size({"width": window[0], "height": window[1]})
            for state in ("year=1927", "year=1927&month=5"):
                page.goto(f"{atlas}#{state}")
                page.reload()
                ready(watched)
                page.get_by_role("button", name="Show the whole network").click()
                covered[window, state] = covered_places(page)
    assert {at: places for at, places in covered.items() if places} == {}


def test_the_map_makes_room_for_the_months_of_the_year_in_a_small_window(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1927", reduced_motion="reduce") as watched:
        page = ready(watched)
        page.set_viewport_size({"width": 320, "height": 640})
        page.get_by_role("button", name="Show the whole network").click()
        page.get_by_role("button", name="Months of the year").click()
        assert covered_places(page) == set()


def test_the_map_is_zoomed_by_the_mouse_in_every_window(browser: Browser, atlas: str) -> None:
    with opened(browser, f"{atlas}#year=1927", reduced_motion="reduce") as watched:
        page = ready(watched)
        for width, height in ((320, 640), (390, 844), (640, 400), (480, 320)):
            page.set_viewport_size({"width": width, "height": height})
            for name in ("Zoom in", "Zoom out"):
                before = resting_address(page)
                control = page.get_by_role("button", name=name)
                box = control.bounding_box()
                assert box
                assert min(box["width"], box["height"]) >= 43.5, (width, name)
                control.click()
                wait_until(page, f"location.hash !== {before!r}")


def test_in_a_small_window_nothing_is_lost(browser: Browser, atlas: str) -> None:
    """All controls lie inside, nothing scrolls sideways, what is long scrolls down, and the map keeps room."""
    wrong: list[object] = []
    with opened(browser, f"{atlas}#year=1926", reduced_motion="reduce", device_scale_factor=2) as watched:
        page = ready(watched)
        for window in ((320, 640), (640, 400)):  # the least width of WCAG, and a laptop at 200 %
            page.set_viewport_size({"width": window[0], "height": window[1]})
            for state in STATES:
                show_state(page, f"year=1927&{state}")
                size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
                if size != list(window):
                    wrong.append((window, state, "scrolls", size))
                outside = page.locator(
                    ".tools button:visible, .timeline button:visible, .sheet-head button:visible"
                ).evaluate_all(
                    """all => all.filter((one) => {
                        const { left, top, right, bottom } = one.getBoundingClientRect();
                        return left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5;
                    }).map((one) => one.getAttribute("aria-label") || one.textContent)"""
                )
                wrong += [(window, state, "outside", control) for control in outside]
                wrong += [(window, state, "small", control) for control in page.evaluate(SMALL)]
                body = page.locator(".sheet-body:visible")
                if body.count():
                    height, sideways = body.evaluate("body => [body.clientHeight, body.scrollWidth - body.clientWidth]")
                    if height < 80 or sideways > 0:
                        wrong.append((window, state, "the panel's room", height, sideways))
        assert wrong == []
        assert watched.wrong == []
