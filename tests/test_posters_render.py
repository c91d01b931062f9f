"""The posters: what is drawn and written, what is not, and that the same data gives the same page."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import pickle
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import Setter

from liaison_atlas import layers, seeds
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.payload.scene_documents import PosterPage, RecordedItem, RecordedMap, RecordedText
from liaison_atlas.maps.posters import draw_posters, png_palette, poster_png, poster_svg
from liaison_atlas.maps.posters.poster_pages import PosterPages
from liaison_atlas.maps.posters.poster_render import page_svg
from liaison_atlas.maps.posters.typesetting import FontSet, text_style
from liaison_atlas.maps.viewer import bundle

YEARS = range(1919, 1944)
LAYERS = ("stations", "heads", "couriers", "liaison", "raids")


@pytest.fixture(scope="module")
def oms_posters(oms_layers: PeriodLayers) -> PosterPages:
    """All posters of the OMS in English, and one in each of the other languages."""
    return draw_posters(oms_layers)


@pytest.fixture(scope="module")
def svg(oms_posters: PosterPages) -> str:
    return page_svg(oms_posters, 1931, "en")


def page_of(period: PeriodLayers, year: int = 1927, language: str = "en") -> PosterPage:
    return draw_posters(period, [year], [language]).page(year, language)


def within(items: list[RecordedItem], left: float = 0, top: float = 0) -> Iterator[tuple[RecordedItem, float, float]]:
    """Every item, with where its own items begin on the page."""
    for item in items:
        yield item, left, top
        if item["op"] == "clip":
            yield from within(item["items"], left, top)
        elif item["op"] in ("symbol", "map"):
            yield from within(item["items"], left + item["x"], top + item["y"])


def maps_of(page: PosterPage) -> list[RecordedMap]:
    return [item for item in page["items"] if item["op"] == "map"]


def texts_of(items: list[RecordedItem]) -> list[str]:
    return [item["text"] for item, *_ in within(items) if item["op"] == "text"]


def titles_of(items: list[RecordedItem]) -> list[str]:
    return [item["title"] for item, *_ in within(items) if item["op"] == "symbol" and "title" in item]


def empty(period: PeriodLayers, *kept: str) -> PeriodLayers:
    """The same layers without rows, but for those that are kept."""
    return replace(period, **{name: getattr(period, name).iloc[:0] for name in LAYERS if name not in kept})


def readable(svg: str) -> str:
    """All text of a poster, drawn and for screen readers."""
    root = ET.fromstring(svg)
    return " \n".join([e.get("aria-label", "") for e in root.iter()] + [e.text or "" for e in root.iter()])


def test_a_poster_is_one_valid_document_that_needs_nothing_else(svg: str) -> None:
    root = ET.fromstring(svg)
    assert root.get("viewBox") == "0 0 1600 1000"
    for element in root.iter():
        assert element.tag.split("}")[1] not in {"script", "image", "style", "text", "foreignObject", "a"}
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    used = {e.get("href", "")[1:] for e in root.iter() if e.get("href")}
    clips = {e.get("clip-path", "")[5:-1] for e in root.iter() if e.get("clip-path")}
    assert used
    assert used | clips <= set(ids)


def test_a_basemap_refers_to_nothing_outside_itself(svg: str) -> None:
    basemaps = [e for e in ET.fromstring(svg).iter() if e.get("id", "").startswith("basemap-")]
    assert len(basemaps) == 2
    for basemap in basemaps:
        ids = {e.get("id") for e in basemap.iter()}
        named = {e.get("href", "")[1:] for e in basemap.iter() if e.get("href")}
        named |= {e.get("clip-path", "")[5:-1] for e in basemap.iter() if e.get("clip-path")}
        assert named
        assert named <= ids


def test_a_poster_has_the_expected_dimensions_and_file_size(svg: str) -> None:
    assert len(svg.encode()) < 800_000
    png = poster_png(svg)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")) == (1600, 1000)
    assert len(png) < 400_000


_PRINT_POSTERS = """
import hashlib, sys
from pathlib import Path
from liaison_atlas.layers.period import period_layers
from liaison_atlas.maps.posters import draw_posters, poster_png
from liaison_atlas.maps.posters.poster_render import page_svg
from liaison_atlas.seeds.reader import read
pages = draw_posters(period_layers(read(Path(sys.argv[1]))), [1931], ["ru", "zh"])
total = hashlib.sha256()
for year, language in pages.pages:
    svg = page_svg(pages, year, language)
    total.update(svg.encode() + poster_png(svg))
print(total.hexdigest())
"""


def test_the_same_data_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent
    settings = [
        ({"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"}, root),
        ({"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG", "TZ": "Pacific/Apia"}, tmp_path),
    ]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _PRINT_POSTERS, str(root / "seeds" / "oms")],
            env={**os.environ, "PYTHONPATH": str(root), **environment},
            cwd=cwd,
            stdout=subprocess.PIPE,
            text=True,
        )
        for environment, cwd in settings
    ]
    printed = [process.communicate()[0] for process in processes]
    assert len(printed[0]) == 65
    assert printed[0] == printed[1]


def test_a_poster_that_is_drawn_alone_is_the_one_that_is_drawn_among_all(
    oms_layers: PeriodLayers, oms_posters: PosterPages
) -> None:
    alone = draw_posters(oms_layers, [1937, 1921], ["ru", "en"])
    assert alone.basemaps == oms_posters.basemaps
    for year in (1921, 1937):
        assert alone.pages[year, "en"] == oms_posters.pages[year, "en"]
        assert alone.fingerprint(year, "en") == oms_posters.fingerprint(year, "en")


def test_pages_arrive_in_another_process_as_they_were(oms_posters: PosterPages) -> None:
    assert pickle.loads(pickle.dumps(oms_posters)) == oms_posters


def test_each_year_has_a_fingerprint_of_its_own_unless_it_looks_the_same(oms_posters: PosterPages) -> None:
    prints = [oms_posters.fingerprint(year, "en") for year in YEARS]
    assert len(set(prints)) == len({oms_posters.pages[year, "en"] for year in YEARS}) > 20


def test_the_colours_of_the_palette_are_kept() -> None:
    colours = bundle.read_json("palette.json")["light"]
    bands = [colours[name] for name in (*png_palette.FOREGROUND_COLOURS, *png_palette.BACKGROUND_COLOURS)]
    svg = "".join(f'<rect x="{10 * i}" width="10" height="9" fill="{colour}"/>' for i, colour in enumerate(bands))
    png = poster_png(f'<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000">{svg}</svg>')
    table = png[png.index(b"PLTE") + 4 :][: 3 * png_palette.PALETTE_SIZE]
    assert {bytes.fromhex(colour[1:]) for colour in bands} <= {table[i : i + 3] for i in range(0, len(table), 3)}


@pytest.mark.parametrize("year", YEARS)
def test_each_event_and_journey_of_the_year_is_named_even_without_a_place(
    year: int, oms_layers: PeriodLayers, oms_posters: PosterPages
) -> None:
    in_year = oms_layers.record.shown.at(year)
    page = oms_posters.page(year, "en")
    column = " ".join(texts_of([item for item in page["items"] if item["op"] != "map"]))
    for name in ("raids", "couriers"):
        frame = getattr(in_year, name)
        for label in frame.loc[frame["holds"] != "undated", "label"]:
            assert label in page["description"]
            assert label in column


def test_fiction_is_never_on_a_poster(oms_layers: PeriodLayers, oms_posters: PosterPages) -> None:
    data = oms_layers.data
    fiction = {claim.title for claim in data.events if data.strand_of(claim) == "red-world"}
    assert len(fiction) > 3
    for text in oms_posters.pages.values():
        assert not [title for title in fiction if title and title in text]


def test_the_polemic_is_never_on_a_poster(oms_layers: PeriodLayers, oms_posters: PosterPages) -> None:
    data = oms_layers.data
    polemic = {claim.title for claim in data.events if data.strand_of(claim) == "polemic" and claim.title}
    assert polemic
    for text in oms_posters.pages.values():
        assert not [title for title in polemic if title in text]


@pytest.mark.parametrize("year", YEARS)
def test_no_name_leaves_its_map_or_lies_under_the_inset(year: int, oms_posters: PosterPages) -> None:
    fonts = FontSet()
    main, inset = maps_of(oms_posters.page(year, "en"))
    named = 0
    for picture in (main, inset):
        for item, left, top in within(picture["items"]):
            if item["op"] != "text":
                continue
            named += 1
            x0, y0, x1, y1 = text_box(fonts, item, left, top)
            assert 0 <= x0 < x1 <= picture["width"], item["text"]
            assert 0 <= y0 < y1 <= picture["height"], item["text"]
            if picture is main:
                page_x, page_y = x1 + main["x"], y1 + main["y"]
                assert page_x <= inset["x"] or page_y <= inset["y"], item["text"]
    assert named > 10


def text_box(fonts: FontSet, item: RecordedText, left: float, top: float) -> tuple[float, float, float, float]:
    """The box of a text; of a turned one, of its middle."""
    x, y, advance = left + item["x"], top + item["y"], fonts.typeset(item["text"], text_style(item["font"])).advance
    height = item["font"]["size"] * 0.7
    if item["align"] == "center":
        x -= advance / 2
    return x, y - height, x + advance, y


def test_the_inset_covers_no_mark_of_any_year(oms_posters: PosterPages) -> None:
    for year in YEARS:
        main, inset = maps_of(oms_posters.page(year, "en"))
        for item in main["items"]:
            if item["op"] == "symbol" and "title" in item:
                page_x, page_y = item["x"] + main["x"], item["y"] + main["y"]
                assert page_x < inset["x"] or page_y < inset["y"], (year, item["title"])


def test_every_mark_of_a_year_is_drawn_and_none_stands_behind_a_number(
    oms_layers: PeriodLayers, oms_posters: PosterPages
) -> None:
    for year in YEARS:
        in_year = oms_layers.record.shown.at(year)
        titles = set(titles_of(oms_posters.page(year, "en")["items"]))
        for name in ("stations", "heads", "raids"):
            frame = getattr(in_year, name)
            placed = frame[(frame["holds"] != "undated") & ~frame.geometry.is_empty & frame.geometry.notna()]
            assert set(placed["label"]) <= titles, (year, name)
        assert not [text for text in texts_of(oms_posters.page(year, "en")["items"]) if text.startswith("+")]


def test_only_raids_and_arrests_are_red(oms_layers: PeriodLayers, oms_posters: PosterPages) -> None:
    red = bundle.read_json("palette.json")["light"]["raid"]
    raids = oms_layers.record.raids
    struck = set(raids.loc[raids["category"].isin(["raid", "arrest"]), "label"])
    seen = set()
    for year in YEARS:
        for item, *_ in within(oms_posters.page(year, "en")["items"]):
            if item["op"] == "symbol" and "title" in item and red in str(item["items"]):
                seen.add(item["title"])
    assert seen
    assert seen <= struck


def test_a_country_is_named_in_words_and_not_as_a_point(oms_posters: PosterPages) -> None:
    main, inset = maps_of(oms_posters.page(1931, "en"))
    assert "somewhere in Austria" in texts_of(inset["items"])
    assert "Austria" not in texts_of(inset["items"])
    assert "somewhere in the United" in texts_of(main["items"])


def test_every_kind_of_mark_on_a_poster_is_in_its_legend(oms_layers: PeriodLayers, oms_posters: PosterPages) -> None:
    """Also where the first row of a category is one that no source dates, which no poster draws."""
    package = oms_layers.data.package
    labels = {
        "stations": dict(package.categories("stations", "function")),
        "raids": dict(package.categories("events", "kind")),
    }
    for year in YEARS:
        page = oms_posters.page(year, "en")
        legend = set(texts_of([item for item in page["items"] if item["op"] != "map"]))
        in_year = oms_layers.record.shown.at(year)
        for name, label_of in labels.items():
            frame = getattr(in_year, name)
            used = {label_of[category] for category in frame.loc[frame["holds"] != "undated", "category"]}
            assert {label[:1].upper() + label[1:] for label in used} <= legend, (year, name)


def test_a_poster_names_the_states_of_its_year(oms_posters: PosterPages) -> None:
    def states(year: int) -> str:
        return " ".join(" ".join(texts_of(picture["items"])) for picture in maps_of(oms_posters.page(year, "en")))

    assert "RUSSIAN SFSR" in states(1922)
    assert "SOVIET UNION" in states(1939)
    assert "SOVIET UNION" not in states(1922)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("In diesem Jahr", "Quellen", "Wie sicher", "nicht gezeichnet")),
        ("ru", ("В этом году", "Источники", "Москва", "не показан")),
        ("zh", ("这一年", "来源", "莫斯科", "未绘出")),
    ],
)
def test_a_poster_speaks_the_language_that_it_is_asked_for(
    language: str, words: tuple[str, ...], oms_layers: PeriodLayers
) -> None:
    page = page_of(oms_layers, 1931, language)
    texts = " ".join(texts_of(page["items"]))
    assert page["language"] == language
    assert not [word for word in words if word not in texts]
    assert "In this year" not in texts


def test_the_foot_has_the_works_that_are_cited_and_those_that_they_were_read_in(oms_posters: PosterPages) -> None:
    foot = " ".join(texts_of([item for item in oms_posters.page(1927, "en")["items"] if item["op"] != "map"]))
    assert "Article on the OMS, sentences 33, 57" in foot
    assert "cited after Article on the OMS: Asteriou 1959, p. 755; Baker 2015" in foot
    assert foot.count("cited after") == 1
    assert "Lambert azimuthal equal-area projection" in foot


def hostile_copy(folder: Path, set_cell: Setter, hostile: str) -> PeriodLayers:
    """The small network with a text in every name that a poster shows."""
    for table, column in (
        *(("stations", "name"), ("posts", "title"), ("events", "title"), ("journeys", "title")),
        *(("people", "name"), ("places", "name"), ("polities", "name")),
    ):
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            lines = range(2, 2 + len(list(csv.DictReader(file))))
        for line in lines:
            set_cell(table, line, column, hostile)
    return layers.period_layers(seeds.require(seeds.read(folder)))


HOSTILE = (
    "</script><script>alert(1)</script>",
    "{{7*7}} {% raw %} {# gone? #}",
    "${6*7} `tick`",
    '" onload="alert(1)',
    "' & < > ]]> <!-- --> &amp; &lt;",
    '<svg id="basemap-0" x="0" y="0" width="9" height="9" ></svg>',
    "right to left א ב ג",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_every_name_reads_as_text(hostile: str, copy_of_small: Path, set_cell: Setter) -> None:
    svg = poster_svg(hostile_copy(copy_of_small, set_cell, hostile), 1927)
    root = ET.fromstring(svg)
    assert not [e for e in root.iter() if e.tag.split("}")[1] in {"script", "style"}]
    assert not [name for e in root.iter() for name in e.attrib if name.startswith("on")]
    assert hostile in readable(svg)
    assert poster_png(svg)[:4] == b"\x89PNG"


@pytest.mark.parametrize("illegal", ["\u0001", "\ufffe", "\ud800", "\U0001f4a3\u0007"])
def test_characters_that_xml_cannot_hold_are_left_out(illegal: str, oms_posters: PosterPages) -> None:
    page = oms_posters.page(1919, "en")
    page["title"] = f"before{illegal}after"
    pages = replace(oms_posters, pages={(1919, "en"): json.dumps(page)})
    title = ET.fromstring(page_svg(pages, 1919, "en").encode("utf-8"))[0].text
    assert title is not None
    assert title.replace("\U0001f4a3", "") == "beforeafter"


@pytest.mark.parametrize("name", LAYERS)
def test_one_layer_alone_makes_a_poster(name: str, small_layers: PeriodLayers) -> None:
    assert "1927" in readable(poster_svg(empty(small_layers, name), 1927))


def test_an_empty_network_makes_a_poster_that_says_so(small_layers: PeriodLayers) -> None:
    page = page_of(empty(small_layers))
    texts = " ".join(texts_of(page["items"]))
    assert "No event or journey of this year is recorded" in texts
    assert "nothing that a source tells of" in page["description"].lower()
    assert len(maps_of(page)) == 1


def test_a_network_in_one_town_has_no_inset(small_layers: PeriodLayers) -> None:
    one = replace(empty(small_layers), stations=small_layers.stations.iloc[:1])
    assert len(maps_of(page_of(one))) == 1


def with_events(folder: Path, count: int) -> PeriodLayers:
    """The small network with so many more events in 1927."""
    with (folder / "events.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"e{i},raid,Event number {i},vienna,,,1927,,certain,,Example1930[20],\n" for i in range(count))
    return layers.period_layers(seeds.require(seeds.read(folder)))


def column_of(page: PosterPage) -> list[str]:
    return texts_of([item for item in page["items"] if item["op"] != "map"])


def test_forty_events_are_all_named_in_the_column(copy_of_small: Path) -> None:
    texts = " ".join(column_of(page_of(with_events(copy_of_small, 40))))
    assert not [i for i in range(40) if f"Event number {i}," not in texts]


def test_two_hundred_events_fill_the_column_and_the_others_are_counted(copy_of_small: Path) -> None:
    page = page_of(with_events(copy_of_small, 200))
    texts = column_of(page)
    entries = page["description"].split("In this year: ")[1].split("; ")
    assert len(entries) >= 200
    listed = sum(entry.rstrip(".") in " ".join(texts) for entry in entries)
    assert 40 < listed < 200
    assert f"and {len(entries) - listed} more" in texts


def test_the_first_and_the_last_year_have_their_posters(oms_layers: PeriodLayers, oms_posters: PosterPages) -> None:
    for year in (oms_layers.first_year, oms_layers.last_year):
        text = readable(page_svg(oms_posters, year, "en"))
        assert f"{oms_layers.data.package.title}, {year}" in text


def test_a_poster_is_the_same_file_as_that_of_its_page(oms_layers: PeriodLayers, svg: str) -> None:
    assert hashlib.sha256(poster_svg(oms_layers, 1931).encode()).digest() == hashlib.sha256(svg.encode()).digest()


def test_the_halo_of_a_text_lies_below_its_characters(svg: str) -> None:
    def is_halo(group: ET.Element) -> bool:
        return group.get("fill") == "none"

    groups: list[Any] = [e for e in ET.fromstring(svg).iter() if e.get("role") == "img" and len(e) == 2]
    assert groups
    assert all(is_halo(group[0]) and not is_halo(group[1]) for group in groups)
