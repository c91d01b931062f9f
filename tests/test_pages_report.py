"""The report shows what the tables hold, no more and no less, and fiction separately."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from conftest import OMS, ROOT, SMALL, Setter
from strand_data import POLEMIC, declare, set_strand
from test_pages_folium_page import HOSTILE, PAYLOADS, hostile

from liaison_atlas import geo, seeds
from liaison_atlas.layers.period import PeriodLayers, period_layers
from liaison_atlas.layers.wording.citation_wording import locator_text
from liaison_atlas.maps.pages.front_page import front_page
from liaison_atlas.maps.pages.page_texts import PageLanguage
from liaison_atlas.maps.pages.report import report_document, report_json, report_page
from liaison_atlas.maps.pages.report.picture_years import mostly_possible
from liaison_atlas.maps.pages.report.report_html import atlas_link, year_charts
from liaison_atlas.maps.posters.poster_pages import NO_POSTERS
from liaison_atlas.maps.site import manifest
from liaison_atlas.maps.site.site_tasks import site_tasks
from liaison_atlas.seeds.sources.bibliography import read_bibliography
from liaison_atlas.seeds.sources.reference_formatting import reference_runs, reference_text
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import SourceKind
from liaison_atlas.seeds.tables.starter import write_starter_dataset

__all__ = ["hostile"]


@pytest.fixture(scope="module")
def page(oms: Dataset) -> str:
    return report_page(report_document(oms))


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html.partition("</style>")[2])).split())


def squeezed(text: str) -> str:
    """Without the white space that marking up a text may add or take."""
    return re.sub(r"\s+", "", text)


def part(html: str, id: str) -> str:
    """The disagreement of this id, as HTML."""
    found = re.search(rf'<article class="disagreement[^"]*" id="disagreement-{id}".*?</article>', html, re.DOTALL)
    assert found, id
    return found[0]


# --- disagreements ------------------------------------------------------------------------------------------


def test_every_disagreement_is_shown_with_all_its_sides_and_their_citations(oms: Dataset, page: str) -> None:
    written = table(OMS, "disagreements")
    assert len(written) >= 10
    for row in written:
        html = part(page, row["id"])
        text = squeezed(text_of("</style>" + html))
        assert squeezed(row["title"]) in text
        assert squeezed(row["note"]) in text
        refs = [ref.strip() for ref in row["rows"].split(";")]
        assert len(refs) >= 2
        assert html.count('<li class="side') == len(refs)
        for ref in refs:
            claim = oms.by_ref[ref]
            assert f"select={ref}" in html, ref
            for citation in getattr(claim, "sources", ()):
                assert squeezed(reference_text(oms.sources[citation.key])) in text, (ref, citation)
                assert f'href="#source-{citation.key}"' in html
                assert squeezed(locator_text(citation.locator)) in text, (ref, citation)


def test_every_link_within_the_page_has_its_target(page: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for target in set(re.findall(r'href="#([^"]+)"', page)):
        assert target in ids


def test_a_link_into_the_atlas_opens_a_year_in_which_the_claim_holds(oms: Dataset) -> None:
    document = report_document(oms)
    for ref, row in document["rows"].items():
        link = atlas_link(document["rows"], ref, PageLanguage("en", "en"))
        assert link.startswith("atlas.html#")
        assert link.endswith(f"select={ref}")
        assert ("strand=" in link) == (row["strand"] not in ("main", None))
        if row["year"] is not None:
            assert f"year={row['year']}" in link
            assert oms.times.times[ref].holds_in_year(row["year"]).value in ("seen", "possible")


# --- figures ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", [OMS, SMALL], ids=["oms", "small"])
def test_the_figures_equal_a_count_over_the_tables(folder: Path) -> None:
    """The tables are read anew here, as text; only the kinds of the sources come from the reader."""
    kinds = {key: source.kind.value for key, source in seeds.read(folder).sources.items()}
    contested = {ref.strip() for row in table(folder, "disagreements") for ref in row["rows"].split(";") if ref.strip()}
    counted: dict[tuple[str, str, str], int] = {}
    citing: dict[str, int] = {}
    undated, single, fiction, others = set(), 0, set(), set()
    through = named = first_hand = 0

    def counts_as(kind: str, go_between: str = "") -> str:
        return next((cap for cap in ("fiction", "partisan") if cap in (kind, go_between)), kind)

    for name in ("stations", "posts", "journeys", "events", "ties"):
        singular = {"stations": "station", "posts": "post", "journeys": "journey", "events": "event", "ties": "tie"}
        for row in table(folder, name):
            ref = f"{singular[name]}:{row['id']}"
            keys = {cite.partition("[")[0].strip() for cite in re.split(r";(?![^\[]*\])", row["sources"])}
            cites = re.split(r";(?![^\[]*\])", row["sources"])
            rests = {
                counts_as(*(kinds[work.partition("[")[0].strip()] for work in cite.split(" through ")))
                for cite in cites
            }
            standing = "fiction" if rests == {"fiction"} else "partisan" if rests == {"partisan"} else "attested"
            if not any(row.get(name) for name in ("when", "relative", "not_before", "not_after", "seen")):
                undated.add(ref)
            if standing == "fiction" or row.get("strand", "") not in ("", "main"):
                (fiction if standing == "fiction" else others).add(ref)
                continue
            counted[name, row["certainty"], standing] = counted.get((name, row["certainty"], standing), 0) + 1
            single += len(keys) == 1
            through += row["sources"].count(" through ")
            named += ref in contested
            first_hand += " through " not in row["sources"]
            for kind in rests:
                citing[kind] = citing.get(kind, 0) + 1
    document = report_document(seeds.require(seeds.read(folder)))
    record = document["record"]
    assert record["claims"] == sum(counted.values())
    assert document["fiction"]["claims"] == len(fiction)
    assert record["on_one_source"] == single
    assert (record["citations_through"], record["at_first_hand"]) == (through, first_hand)
    assert record["contested"] == named
    assert record["contested"] == sum(counts["contested"] for counts in record["by_table"].values())
    assert set(document["undated_claims"]) == undated
    assert record["undated"] == len(undated - fiction - others)
    assert sum(strand["counts"]["claims"] for strand in document["strands"]) == len(fiction) + len(others)
    for standing in ("attested", "partisan", "fiction"):
        assert record["by_standing"][standing] == sum(n for (_, _, s), n in counted.items() if s == standing)
        for name, counts in record["by_table"].items():
            assert counts[standing] == sum(n for (t, _, s), n in counted.items() if (t, s) == (name, standing))
        for certainty, counts in record["by_certainty"].items():
            assert counts[standing] == sum(n for (_, c, s), n in counted.items() if (c, s) == (certainty, standing))
    assert {kind: counts["claims"] for kind, counts in record["by_source_kind"].items()} == {
        kind.value: citing.get(kind.value, 0) for kind in SourceKind
    }
    assert record["by_source_kind"]["fiction"]["claims"] == 0


@pytest.mark.parametrize("name", ["oms", "small"])
def test_each_year_rests_on_the_claims_that_hold_in_it(name: str, request: pytest.FixtureRequest) -> None:
    data: Dataset = request.getfixturevalue(name)
    for year in report_document(data)["years"]:
        expected = {(s, h): 0 for s in ("attested", "partisan") for h in ("seen", "possible")}
        keys = set()
        for claim in data.claims:
            if data.strand_of(claim) != "main":
                continue
            standing = data.standing(claim).value
            holds = data.time_of(claim).holds_in_year(year["year"]).value
            if (standing, holds) in expected:
                expected[standing, holds] += 1
                keys |= {citation.key for citation in claim.sources}
        assert {(s, h): year[s][h] for s, h in expected} == expected
        assert year["claims"] == sum(expected.values())
        assert year["sources"] == len(keys)


def test_the_table_and_the_charts_of_the_years_have_the_figures_of_the_document(oms: Dataset, page: str) -> None:
    document = report_document(oms)
    years, pictures = document["years"], document["pictures"]
    body = re.search(r'<table class="years">.*?<tbody>(.*?)</tbody>', page, re.DOTALL)
    assert body
    rows = [
        [int(cell) for cell in re.findall(r"<t[hd][^>]*>(\d+)</t[hd]>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", body[1])
    ]
    assert rows == [
        [
            *(y["year"], *y["attested"].values(), *y["partisan"].values(), y["claims"], y["contested"], y["sources"]),
            *(p["seen"] + p["possible"], *([] if p["changed"] is None else [p["changed"]])),
        ]
        for y, p in zip(years, pictures, strict=True)
    ]
    drawn = year_charts(years)
    unit = drawn["height"] / (drawn["up"] + drawn["down"])
    for year, bars in zip(years, drawn["bars"], strict=True):
        heights = {(bar["standing"], bar["holds"]): float(bar["height"]) for bar in bars}
        for standing in ("attested", "partisan"):
            for holds, count in year[standing].items():
                assert heights.get((standing, holds), 0) == pytest.approx(count * unit, abs=0.01)


def test_what_a_year_draws_equals_a_count_over_its_layers(oms: Dataset, oms_layers: PeriodLayers) -> None:
    record = oms_layers.record.shown
    before: dict[str, str] = {}
    for picture in report_document(oms)["pictures"]:
        year = record.at(picture["year"])
        drawn = {
            row.id: row.holds
            for _, frame in year.items()
            for row in frame.itertuples()
            if row.geometry is not None and row.holds != "undated"
        }
        assert picture["seen"] == sum(holds == "seen" for holds in drawn.values())
        assert picture["possible"] == sum(holds == "possible" for holds in drawn.values())
        if picture["changed"] is not None:
            assert picture["changed"] == sum(drawn.get(id) != before.get(id) for id in {*drawn, *before})
        before = drawn


def test_most_of_the_oms_map_is_seen_and_neighbouring_years_differ(oms: Dataset) -> None:
    pictures = report_document(oms)["pictures"]
    possible = sum(each["possible"] for each in pictures)
    assert possible <= 0.45 * (possible + sum(each["seen"] for each in pictures))
    assert mostly_possible(pictures) == [1932, 1939]
    assert all(each["changed"] for each in pictures if 1922 <= each["year"] <= 1939)
    assert all(each["seen"] for each in pictures)


def test_each_source_has_the_claims_that_cite_it(oms: Dataset) -> None:
    document = report_document(oms)
    assert {source["key"] for source in document["sources"]} == set(oms.sources)
    for source in document["sources"]:
        citing = [claim.ref for claim in oms.claims if source["key"] in {c.key for c in claim.sources}]
        assert source["claims"] == citing


def test_the_report_says_through_which_work_a_source_was_read(small: Dataset) -> None:
    document = report_document(small)
    [memoir] = [source for source in document["sources"] if source["key"] == "Memoir1940"]
    [book] = [source for source in document["sources"] if source["key"] == "Example1930"]
    assert memoir["read"]["through"] == {"Example1930": 1}
    assert memoir["read"]["at_first_hand"] > 1
    assert "journey:arrival" in memoir["claims"]
    assert book["claims_through"] == ["journey:arrival"]
    text = text_of(report_page(document))
    assert "Read through Example and von Muster 1930 : 1 citation." in text
    assert "known only through another, which the citation names" in text


def test_a_citation_beside_a_side_of_a_disagreement_names_what_was_read(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("posts", 3, "sources", "Memoir1940[8] through Example1930[s. 4]")
    html = part(report_page(report_document(seeds.read(copy_of_small))), "head")
    assert (
        "Rememberer 1940 , p. 8 memoir , cited after Example and von Muster 1930 , sentence 4 scholarship"
        in text_of("</style>" + html)
    )


def test_an_address_of_a_source_is_a_link_and_a_shelf_mark_is_text(copy_of_small: Path) -> None:
    bibliography = copy_of_small / "sources.bib"
    text = bibliography.read_text(encoding="utf-8")
    entries = """
@misc{Paper, kind = {archive}, title = {A Paper}, library = {State Archive, f. 1, d. 2}, url = {https://example.org/a_b}}
@misc{Trap, kind = {archive}, title = {A Trap}, url = {javascript:alert(1)}}
"""
    bibliography.write_text(text + entries, encoding="utf-8")
    page = report_page(report_document(seeds.read(copy_of_small)))
    assert '<a href="https://example.org/a_b" rel="noreferrer">https://example.org/a_b</a>' in page
    assert "State Archive, f. 1, d. 2" in text_of(page)
    assert 'href="javascript' not in page


def test_a_source_without_a_claim_is_marked(oms: Dataset, page: str) -> None:
    cited = {citation.key for claim in oms.claims for citation in claim.sources}
    idle = set(oms.sources) - cited
    assert idle
    assert f"No claim cites {len(idle)} of them" in text_of(page)
    assert text_of(page).count("No claim cites it.") == len(idle)


def test_every_sentence_of_a_document_is_carried_or_left_out(oms: Dataset) -> None:
    written = table(OMS, "coverage")
    for document in report_document(oms)["documents"]:
        rows = [row for row in written if row["document"] == document["id"]]
        carried = {row["sentence"] for row in rows if row["rows"].strip()}
        assert document["carried"] == len(carried)
        assert document["left_out"] == len({row["sentence"] for row in rows} - carried)
        assert document["unanswered"] == []
        assert document["carried"] + document["left_out"] == document["sentences"]
        assert sum(group["count"] for group in document["reasons"]) == document["left_out"]


def test_claims_without_place_position_or_date_are_listed(small: Dataset) -> None:
    document = report_document(small)
    assert [(place["id"], place["claims"]) for place in document["unlocated_places"]] == [("nowhere", ["station:lost"])]
    assert "event:nowhere" in document["claims_without_place"]
    assert "post:boris-free" in document["claims_without_place"]
    assert not [ref for ref in document["claims_without_place"] if ref.startswith("tie:")]
    assert document["undated_claims"] == ["tie:boris-unnamed"]


def test_the_report_of_a_site_includes_geographic_findings(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("journeys", 3, "when", "1928-05-12")
    data = seeds.read(copy_of_small)
    period = period_layers(data)
    tasks = site_tasks(period, geo.check(data), manifest.build_fingerprint(copy_of_small))
    task = next(task for task in tasks if "report.html" in task.files)
    contents = (
        content if isinstance(content, bytes) else b"".join(content) for content in task.prepare(NO_POSTERS)[1]()
    )
    written = dict(zip(task.files, contents, strict=True))
    codes = [problem["code"] for problem in json.loads(written["report.json"])["problems"]]
    assert "too-fast" in codes
    assert b"too-fast" in written["report.html"]


def test_problems_are_listed_with_file_line_and_column(small: Dataset) -> None:
    document = report_document(small)
    assert [f"{p['file']}:{p['line']}:{p['column']}: {p['code']}: {p['message']}" for p in document["problems"]] == [
        str(problem) for problem in small.problems
    ]
    text = text_of(report_page(document))
    for problem in small.problems:
        assert f"{problem.file}:{problem.line}:{problem.column}" in text
        assert problem.message in text


# --- fiction ------------------------------------------------------------------------------------------------


def test_a_strand_is_named_only_within_its_frame_and_fiction_under_its_banner(oms: Dataset, page: str) -> None:
    """Whatever links to a claim of another strand lies within an element of the class of strands."""
    inside = 0
    stack: list[bool] = []
    tags = r"<(/?)(div|article|section|main|details|li)\b([^>]*)>|href=\"(atlas\.html#[^\"]*)\""
    for match in re.finditer(tags, page):
        closing, _, attributes, link = match.groups()
        if link:
            assert ("strand=" in link) == (inside > 0), link
        elif closing:
            inside -= stack.pop()
        else:
            stack.append(bool(re.search(r'class="[^"]*\b(strand|fiction)\b', attributes)))
            inside += stack[-1]
    assert page.count(f"strand={oms.fiction_strand}") > 10
    banners = re.findall(r'class="(?:disagreement )?strand fiction"[^>]*>\s*<p class="banner">([^<]*)', page)
    assert len(banners) > 2
    assert all(banner.startswith("Fiction") for banner in banners)


def test_the_report_lists_each_strand_apart(copy_of_small: Path) -> None:
    declare(copy_of_small, POLEMIC)
    set_strand(copy_of_small, "posts", 2, "polemic")
    document = report_document(seeds.require(seeds.read(copy_of_small)))
    assert {strand["name"]: strand["counts"]["claims"] for strand in document["strands"]} == {
        "polemic": 1,
        "fiction": document["fiction"]["claims"],
    }
    assert document["rows"]["post:anna-vienna"]["strand"] == "polemic"
    assert {row["id"]: row["strand"] for row in document["disagreements"]} == {"founding": "main", "head": "main"}
    text = text_of(report_page(document))
    assert "The pamphlet One pamphlet alleges it. 1 further claim belongs to this strand (Posts 1)." in text


# --- other data sets ----------------------------------------------------------------------------------------


def test_a_starter_data_set_has_a_report(tmp_path: Path) -> None:
    write_starter_dataset(tmp_path / "new")
    text = text_of(report_page(report_document(seeds.require(seeds.read(tmp_path / "new")))))
    for sentence in (
        "No disagreement is recorded for this network",
        "Every place has a position",
        "does not say which documents were read",
        "A source dates every claim",
        "liaison check finds nothing wrong",
        "4 claims",
    ):
        assert sentence in " ".join(text.split()), sentence


def test_a_data_set_without_claims_or_sources_has_a_report(tmp_path: Path) -> None:
    write_starter_dataset(tmp_path / "empty")
    for file in (tmp_path / "empty").glob("*.csv"):
        file.write_text(file.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    (tmp_path / "empty" / "sources.bib").write_text("", encoding="utf-8")
    html = report_page(report_document(seeds.require(seeds.read(tmp_path / "empty"))))
    assert "No source dates a claim to the years 1925 to 1930" in html
    assert "The bibliography has no entry yet" in html


def test_a_sentence_without_an_answer_is_listed(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("documents", 2, "sentences", "5")
    data = seeds.read(copy_of_small)
    document = report_document(data)["documents"][0]
    assert document["unanswered"] == [[3, 5]]
    assert "Without an answer: 3–5." in report_page(report_document(data))


# --- hostile texts, and bytes -------------------------------------------------------------------------------


def test_a_hostile_text_is_escaped_everywhere_in_the_report(hostile: PeriodLayers) -> None:
    html = report_page(report_document(hostile.data))
    assert "<script" not in html
    assert "<img" not in html
    assert not re.search(r"\son\w+=", re.sub(r">[^<]*<", "><", html))
    text = text_of(html)
    assert text.count(" ".join(HOSTILE.split())) > 30


def test_a_reference_holds_every_hostile_text_as_it_was_written(hostile: PeriodLayers) -> None:
    source = next(iter(hostile.data.sources.values()))
    for payload in [*PAYLOADS, '<span class="nocase">x</span>', "..", "a.b", "?", "\ufdd0x\ufdd1"]:
        text = reference_text(
            source.__class__(
                "K", source.kind, ((payload, payload),), payload, payload, (("publisher", payload),), 1, "book"
            )
        )
        assert text.count(payload.replace("\ufdd0", "").replace("\ufdd1", "").rstrip(".")) >= 5, payload


def test_the_page_allows_no_script_and_nothing_from_outside(page: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "default-src &#39;none&#39;; script-src &#39;none&#39;" in policy[1]
    assert page.index("Content-Security-Policy") < page.index("<style")
    assert not re.search(r"<(script|link|img|iframe|object|form)\b|\sstyle=|\ssrc=|@import|url\((?!data:|#)", page)


def test_the_report_is_the_same_bytes_twice_and_in_another_process(oms: Dataset, page: str, tmp_path: Path) -> None:
    document = report_document(oms)
    assert report_page(document) == page
    code = (
        "import pathlib; from liaison_atlas import seeds; from liaison_atlas.maps.pages.report import *\n"
        f"document = report_document(seeds.require(seeds.read({str(OMS)!r})))\n"
        f"out = pathlib.Path({str(tmp_path)!r})\n"
        "(out / 'report.html').write_bytes(report_page(document).encode())\n"
        "(out / 'report.json').write_bytes(report_json(document).encode())\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "Asia/Shanghai", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True)
    assert (tmp_path / "report.html").read_bytes() == page.encode()
    assert (tmp_path / "report.json").read_bytes() == report_json(document).encode()


def test_the_front_page_leads_to_the_report(small_layers: PeriodLayers) -> None:
    assert '<a href="report.html">What the evidence says about itself</a>' in front_page(small_layers)


def test_the_page_is_made_from_the_json_file_only(oms: Dataset, page: str) -> None:
    """The JSON file carries all that the page shows; only the order of its keys is another."""
    assert text_of(report_page(json.loads(json.dumps(report_document(oms))))) == text_of(page)
    assert json.loads(report_json(report_document(oms))) == json.loads(json.dumps(report_document(oms)))


# --- the citation style -------------------------------------------------------------------------------------


def test_a_reference_is_formatted_like_its_title_page(oms: Dataset) -> None:
    set_ = {
        key: "".join(f"*{run.text}*" if run.italic else run.text for run in reference_runs(source))
        for key, source in oms.sources.items()
    }
    assert set_["Adibekov1997"] == (
        "Adibekov, G. M., E. N. Shakhnazarova, and K. K. Shirinia. 1997. "
        "*Organizatsionnaia struktura Kominterna, 1919–1943*. Moscow: ROSSPEN."
    )
    assert set_["Drachkovitch1966"].startswith("Drachkovitch, Milorad M., ed. 1966. *The Revolutionary")
    assert set_["Baker2015"].endswith("*. iUniverse.")
    assert set_["Lebedeva2019"] == "Lebedeva, N. S. 2019. ‘[Title not given]’."
    assert set_["Serge1963"].endswith("Oxford University Press. First published 1951, in French.")
    for key, source in oms.sources.items():
        assert source.title in reference_text(source), key
        assert all(name in reference_text(source) for author in source.authors for name in author), key
        assert source.year in reference_text(source), key
        assert not re.search(r"\.\.|\?\.|\s\s", reference_text(source)), key


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "@article{K, kind={scholarship}, author={Doe, Jane}, title={A Paper}, journal={Past}, volume={3}, "
            "number={2}, pages={4--9}, year={1990}, doi={10.1/x}}",
            "Doe, Jane. 1990. ‘A Paper’. *Past* 3 (2): 4–9. https://doi.org/10.1/x.",
        ),
        (
            "@incollection{K, kind={scholarship}, author={Doe, Jane}, title={A Chapter}, booktitle={The Whole}, "
            "pages={12}, publisher={House}, address={Town}, year={1991}}",
            "Doe, Jane. 1991. ‘A Chapter’. In *The Whole*: 12. Town: House.",
        ),
        ("@book{K, kind={memoir}, title={Who Was It?}, year={1950}}", "*Who Was It?* 1950."),
        ("@book{K, kind={memoir}, author={{A Bureau}}, title={Undated}}", "A Bureau. n.d. *Undated*."),
        ("@misc{K, kind={archive}, author={Roe, R.}, title={Note}, year={1924/25}}", "Roe, R. 1924/25. ‘Note’."),
    ],
)
def test_each_type_of_entry_has_its_format(tmp_path: Path, entry: str, expected: str) -> None:
    (tmp_path / "sources.bib").write_text(entry, encoding="utf-8")
    sources, _, problems = read_bibliography(tmp_path)
    assert not problems
    assert "".join(f"*{run.text}*" if run.italic else run.text for run in reference_runs(sources["K"])) == expected
