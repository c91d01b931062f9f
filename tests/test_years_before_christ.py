"""A network of 51 BC to AD 10: its pages, posters, files and commands number the years as historians do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from browser import Watched, opened, ready
from playwright.sync_api import Browser, expect

from liaison_atlas.layers.dataset_difference import year_ranges
from liaison_atlas.layers.period import PeriodLayers, period_layers
from liaison_atlas.layers.wording.date_wording import date_in_words, year_in_words
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page
from liaison_atlas.maps.pages.atlas_pages import atlas_page, year_page
from liaison_atlas.maps.pages.front_page import front_page
from liaison_atlas.maps.pages.report import report_document, report_page
from liaison_atlas.maps.posters import draw_posters
from liaison_atlas.maps.posters.poster_render import page_svg
from liaison_atlas.maps.site.site_tasks import site_tasks
from liaison_atlas.seeds.dates.edtf import parse
from liaison_atlas.seeds.dates.years import parse_year, year_file_stem
from liaison_atlas.seeds.reader import read
from liaison_atlas.seeds.tables.problems import errors_among
from liaison_atlas.verbs.cli import main

TABLES = {
    "places": "id,name,country,kind,within,query,note\nrome,Rome,IT,settlement,,,\ntarsus,Tarsus,TR,settlement,,,\n",
    "located": "place,lon,lat,accuracy_m,method,identifier,accepted_by,accepted_on,note\n"
    "rome,12.4942,41.8947,5000,hand,,The tests,2026-01-01,\ntarsus,34.8951,36.9177,5000,hand,,The tests,2026-01-01,\n",
    "names": "place,name,language,from,to,sources,note\ntarsus,Iuliopolis,en,-0046,-0027,,\n",
    "polities": "id,name,lon,lat,from,to,size,sources,note\nrome,Roman Republic,12.5,42.5,,-0026-01-15,1,,\n",
    "people": "id,name,aliases,birth,death,sources,note\nlucius,Lucius Example,,-0070,0009,Example1930[12],\n",
    "stations": "id,name,function,place,reports_to,liaison,when,certainty,rank,sources,note\n"
    "rome,House in Rome,headquarters,rome,,,-0049/0009,certain,,Example1930[10],\n"
    "tarsus,House in Tarsus,residency,tarsus,rome,certain,-0046/-0029,certain,,Example1930[11],\n",
    "posts": "id,person,role,title,station,place,when,certainty,rank,sources,note\n"
    "lucius,lucius,head,head of the house,tarsus,,-0046-05/-0043,certain,,Example1930[12],\n",
    "journeys": "id,title,people,from,via,to,purpose,means,when,relative,certainty,rank,sources,note\n"
    "letters,Letters to Rome,lucius,tarsus,,rome,,ship,-0043-04,,certain,,Example1930[14],\n",
    "events": "id,kind,title,place,people,stations,when,relative,certainty,rank,sources,note\n"
    "search,raid,The house is searched,rome,,rome,-0043-03-15,,certain,,Example1930[20],\n"
    "turn,other,The year in which nothing is counted,rome,,,0000,,certain,,Example1930[21],\n"
    "census,other,A census,rome,,,0006,,certain,,Example1930[22],\n",
    "ties": "id,person,relation,other,station,when,certainty,rank,sources,note\n",
    "tours": "id,year,zoom,lon,lat,select,title,text\n"
    "ides,-43,2,12.5,41.9,event:search,The Ides,The house is searched on this day.\n",
}
TITLES = {"en": "47 BC", "de": "47 v. Chr.", "ru": "47 до н. э.", "zh": "公元前47年"}


@pytest.fixture
def before_christ(copy_of_small: Path) -> Path:
    """A data set of the years -50 to 10, in four languages."""
    for name in ("disagreements", "coverage", "documents", "translations"):
        table = copy_of_small / f"{name}.csv"
        table.write_text(table.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    for name, text in TABLES.items():
        (copy_of_small / f"{name}.csv").write_text(text, encoding="utf-8")
    path = copy_of_small / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor |= {"temporal": {"start": "-0050", "end": "0010"}, "languages": ["en", "de", "ru", "zh"]}
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    assert [*errors_among(read(copy_of_small).problems)] == []
    return copy_of_small


@pytest.fixture
def network(before_christ: Path) -> PeriodLayers:
    """Its layers."""
    return period_layers(read(before_christ))


@contextmanager
def page_of(browser: Browser, folder: Path, html: str, hash_: str = "", size: str = "laptop") -> Iterator[Watched]:
    """A page of the data set, opened; nothing may go wrong in it."""
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    with opened(browser, f"{path.as_uri()}{hash_}", size) as watched:
        ready(watched)
        yield watched
        assert watched.wrong == []


@pytest.mark.parametrize(
    ("text", "year"),
    [("1927", 1927), ("47 BC", -46), ("47bc", -46), ("47 b.c.", -46), ("47BCE", -46), ("-46", -46), ("-0046", -46)],
)
def test_a_year_is_read_as_historians_write_it_and_as_the_data_has_it(text: str, year: int) -> None:
    assert parse_year(text) == year
    assert parse_year(year_in_words(year)) == year


@pytest.mark.parametrize("text", ["", "0 BC", "0000bc", "47 B", "-46 BC", "12345", "1927-05", "xlvii"])
def test_what_is_no_year_is_refused_with_the_spellings_that_are_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"47BC, or -46"):
        parse_year(text)


def test_the_year_0_is_1_bc_and_years_after_it_are_plain() -> None:
    assert [year_in_words(year) for year in (-46, -1, 0, 1, 987, 1927)] == ["47 BC", "2 BC", "1 BC", "1", "987", "1927"]
    assert {tag: year_in_words(-46, tag) for tag in TITLES} == TITLES
    assert {year_in_words(14, tag) for tag in TITLES} == {"14"}
    assert year_ranges(range(-50, 11)) == "51 BC–10"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("-0046", ("47 BC", "47 v. Chr.", "47 год до н. э.", "公元前47年")),
        ("-0043-03-15", ("15 March 44 BC", "15. März 44 v. Chr.", "15 марта 44 года до н. э.", "公元前44年3月15日")),
        (
            "-0046/0009",
            (
                "from 47 BC to 9",
                "von 47 v. Chr. bis 9",
                "с 47 года до н. э. по 9 год",
                "公元前47年至9年",
            ),
        ),
        (
            "-005X",
            (
                "the years 60 BC to 51 BC",
                "die Jahre 60 v. Chr. bis 51 v. Chr.",
                "60–51 годы до н. э.",
                "公元前60年至公元前51年",
            ),
        ),
    ],
)
def test_dates_before_christ_are_put_into_words_in_every_language(text: str, words: tuple[str, ...]) -> None:
    assert tuple(date_in_words(parse(text), language=tag) for tag in TITLES) == words


def test_the_files_of_a_year_are_named_as_it_is_called(network: PeriodLayers) -> None:
    files = [
        name for task in site_tasks(network, (), {"inputs": {}}, partial(draw_posters, network)) for name in task.files
    ]
    assert {"years/51-bc.html", "years/1-bc.html", "years/1.html", "posters/47-bc.svg", "posters/47-bc.png"} <= {*files}
    assert len([name for name in files if name.startswith("years/")]) == 61
    assert not [name for name in files if name.split("/")[-1].startswith(("-", "0."))]


def test_every_page_that_links_to_a_year_links_to_its_file_in_the_order_of_time(network: PeriodLayers) -> None:
    files = {
        name for task in site_tasks(network, (), {"inputs": {}}, partial(draw_posters, network)) for name in task.files
    }
    stems = [year_file_stem(year) for year in range(-50, 11)]
    for html in (front_page(network), report_page(report_document(network.data, ()))):
        parts = [part.split('"')[0] for part in html.split('href="')[1:]]
        assert [part for part in parts if part.startswith("years/")] == [f"years/{stem}.html" for stem in stems]
        assert {part for part in parts if part.startswith(("years/", "posters/"))} <= files
        assert ">47 BC<" in html
        assert ">-46<" not in html
        assert ">1 BC<" in html


def test_the_report_tells_its_period(network: PeriodLayers) -> None:
    document = report_document(network.data, ())
    assert "on the years 51 BC to 10." in report_page(document)
    assert document["period"] == [-50, 10]


def test_the_poster_of_a_year_names_it_and_the_month_of_its_events(network: PeriodLayers) -> None:
    pages = draw_posters(network, [-43, -46])
    svg = page_svg(pages, -43, "en")
    assert "A small network, 44 BC" in svg
    column = [item["text"] for item in pages.page(-43, "en")["items"] if item["op"] == "text"]
    events = column[column.index("In this year") + 1 :][:4]
    assert events == ["March", "The house is searched, Rome", "April", "Letters to Rome"]
    assert "Lucius Example, head of the house" in pages.pages[-46, "en"]


def test_liaison_export_takes_a_year_as_historians_write_it(before_christ: Path, tmp_path: Path) -> None:
    found = {}
    for year in ("-46", "47BC", "47 bc"):
        assert main(["export", str(before_christ), "-o", str(tmp_path / year), "--year", year]) == 0
        found[year] = (tmp_path / year / "stations.geojson").read_text(encoding="utf-8")
    assert len(set(found.values())) == 1
    ids = [feature["id"] for feature in json.loads(found["-46"])["features"]]
    assert ids == ["station:rome", "station:tarsus"]


@pytest.mark.parametrize("language", TITLES)
def test_the_atlas_shows_years_before_christ_in_each_language(
    network: PeriodLayers, browser: Browser, tmp_path: Path, language: str
) -> None:
    with page_of(browser, tmp_path, atlas_page(network), f"#year=-46&lang={language}&panel=list") as watched:
        page, year = watched.page, TITLES[language]
        expect(page.locator(".heading .year")).to_have_text(year)
        assert year in page.title()
        assert (page.locator("input.end-year").get_attribute("aria-valuetext") or "").startswith(
            (f"{year}:", f"{year}：")
        )
        assert page.locator("input.end-year").input_value() == "-46"
        ticks = [text for text in page.locator(".ticks .tick.long").all_inner_texts() if text]
        assert ticks[0] == year_in_words(-50, language)
        assert ticks[-1] == "10"
        round_years = {year_in_words(1 - year, language) for year in range(10, 60, 10)}  # 20 BC is -19
        assert ticks[1:-1]
        assert round_years.issuperset(ticks[1:-1])
        assert "-46" not in page.locator("body").inner_text()
        assert "year=-46" in page.url


def test_the_atlas_finds_a_year_before_christ(network: PeriodLayers, browser: Browser, tmp_path: Path) -> None:
    with page_of(browser, tmp_path, atlas_page(network), "#year=-43&panel=find&find=44+BC") as watched:
        expect(watched.page.get_by_text("The house is searched").first).to_be_visible()


def test_the_page_of_a_year_links_to_the_pages_of_its_neighbours(
    network: PeriodLayers, browser: Browser, tmp_path: Path
) -> None:
    with page_of(browser, tmp_path, year_page(network, 0)) as watched:
        page = watched.page
        assert "1 BC" in page.title()
        links = page.locator(".neighbours a.neighbour")
        assert links.all_inner_texts() == ["2 BC", "1"]
        files = [(link.get_attribute("href") or "").split("#")[0] for link in links.all()]
        assert files == ["2-bc.html", "1.html"]


def test_the_kiosk_shows_years_before_christ(network: PeriodLayers, browser: Browser, tmp_path: Path) -> None:
    with page_of(browser, tmp_path, kiosk_page(network), size="full HD") as watched:
        page = watched.page
        assert page.locator(".kiosk-bar .end").all_text_contents() == ["51 BC", "10"]
        assert page.title().endswith(", 51 BC")
        assert (page.locator(".kiosk-bar input").get_attribute("aria-valuetext") or "").startswith("51 BC: ")
