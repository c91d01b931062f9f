"""The front page and the report in each language of their words."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from liaison_atlas import seeds
from liaison_atlas.layers.period import PeriodLayers, period_layers
from liaison_atlas.maps.pages.front_page import front_page
from liaison_atlas.maps.pages.report import report_document, report_page
from liaison_atlas.seeds.sources.reference_formatting import reference_text
from liaison_atlas.seeds.tables.dataset import Dataset

HOSTILE = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{title}"
OTHERS = ("de", "ru", "zh")


class _Page(HTMLParser):
    """The text nodes of a page that are in its own language, its links and its language."""

    VOID = frozenset(("meta", "link", "br", "img", "hr", "col", "input"))

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self.language = ""
        self._open: list[bool] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        self.links += [value for name in ("href", "src") if (value := values.get(name))]
        if tag == "html":
            self.language = values["lang"] or ""
        if tag not in self.VOID:
            self._open.append(tag in ("style", "code") or (tag != "html" and "lang" in values))
        self.texts += [value for name in ("aria-label", "alt") if (value := values.get(name))]
        if values.get("name") == "description":
            self.texts.append(values["content"] or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(self._open):
            self.texts.append(data.strip())


@pytest.fixture(scope="module")
def oms_layers(oms: Dataset) -> PeriodLayers:
    return period_layers(oms)


@pytest.mark.parametrize("tag", OTHERS)
def test_the_front_page_has_no_english_text_in_another_language(oms_layers: PeriodLayers, tag: str) -> None:
    english, page = _Page(front_page(oms_layers)), _Page(front_page(oms_layers, tag))
    assert (english.language, page.language) == ("en", tag)
    shared = {text for text in set(english.texts) & set(page.texts) if any(map(str.isalpha, text))}
    allowed = {"manifest.json", oms_layers.data.package.licence}
    assert {text for text in shared - allowed if not text.startswith("data/")} == set()


@pytest.mark.parametrize("tag", OTHERS)
def test_the_report_has_no_english_text_in_another_language(oms: Dataset, tag: str) -> None:
    english, page = _Page(report_page(report_document(oms))), _Page(report_page(report_document(oms, None, tag)))
    assert (english.language, page.language) == ("en", tag)
    shared = {text for text in set(english.texts) & set(page.texts) if any(map(str.isalpha, text))}
    assert shared - _same_in_every_language(oms, shared) == set()


def _same_in_every_language(data: Dataset, shared: set[str]) -> set[str]:
    """Texts of the report that are no words of a language: references, names without a translation, a licence."""
    cited = " ".join(
        f"{reference_text(source)} {source.short_citation} {source.url}" for source in data.sources.values()
    )
    people = {person.name for person in data.people} | {id for person in data.people for id in person.identifiers}
    in_references = {text for text in shared if text in cited}
    locators = {text for text in shared if re.fullmatch(r"s\. [0-9, ]+", text)}  # several sentences, as written
    same_in_german = {"April 1927", "Brest, Belarus", "Hotel Lux", "Operation RED WORLD", "Station"}
    return {*in_references, *people, *locators, *same_in_german, "report.json", data.package.licence}


@pytest.mark.parametrize("tag", OTHERS)
def test_a_finding_of_the_checks_stays_english_and_says_so(small: Dataset, tag: str) -> None:
    assert small.problems
    html = report_page(report_document(small, None, tag))
    assert html.count('<td dir="auto" lang="en">') == len(small.problems)


def in_main_language(folder: Path, tag: str) -> Dataset:
    """The data set of a folder as if its tables were written in another language than English."""
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["languages"][0] = tag
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return seeds.read(folder)


def test_a_main_language_other_than_english_has_its_front_page_in_it(copy_of_small: Path) -> None:
    html = front_page(period_layers(in_main_language(copy_of_small, "ru")))
    assert '<html lang="ru">' in html
    assert '<a href="atlas.html">Открыть атлас</a>' in html


def test_a_language_without_words_has_english_ones_and_its_own_data_marked(copy_of_small: Path) -> None:
    html = front_page(period_layers(in_main_language(copy_of_small, "eo")))
    assert '<html lang="en">' in html
    assert '<h1><bdi lang="eo">A small network</bdi></h1>' in html
    assert "Open the atlas" in html


def test_a_main_language_other_than_english_has_its_report_in_it(copy_of_small: Path) -> None:
    document = report_document(in_main_language(copy_of_small, "zh"))
    html = report_page(document)
    assert '<html lang="zh">' in html
    assert "史料的自我说明" in html
    assert '<a href="atlas.html">打开地图集</a>' in html
    assert document["language"] == document["main_language"] == "zh"


def test_a_report_in_another_language_says_what_only_is_alleged_or_invented(oms: Dataset) -> None:
    html = report_page(report_document(oms, None, "ru"))
    assert "Вымысел: <bdi>Мировая революция (альтернативная история)</bdi>" in html
    assert "Сведения основаны только на пристрастных источниках." in html


def test_a_hostile_title_is_escaped_where_it_has_no_translation(copy_of_small: Path) -> None:
    descriptor = json.loads((copy_of_small / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["languages"].append("ru")
    descriptor.update(title=HOSTILE, subtitle=HOSTILE, description=HOSTILE)
    (copy_of_small / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    html = front_page(period_layers(seeds.read(copy_of_small)), "ru")
    assert "<script" not in html
    assert "<img src=x" not in html
    assert '<h1><bdi lang="en">&lt;/title&gt;&lt;script&gt;' in html
    report = report_page(report_document(seeds.read(copy_of_small), None, "ru"))
    assert "<script" not in report
    assert "<img src=x" not in report
