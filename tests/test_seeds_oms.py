"""The OMS data set is complete, cited, and keeps its strands apart."""

from __future__ import annotations

import re

import pytest

from liaison_atlas import geo
from liaison_atlas.layers.wording.standing_wording import standing_reason
from liaison_atlas.seeds.tables.dataset import Dataset, Standing
from liaison_atlas.seeds.tables.problems import Level
from liaison_atlas.seeds.tables.records import SourceKind


def test_it_has_no_error_and_no_warning_and_every_note_is_explained(oms: Dataset) -> None:
    problems = geo.check(oms)
    assert [str(problem) for problem in problems if problem.level is not Level.NOTE] == []
    # The polemics go back to 1903, and the books on them on to 1990: outside the years of the network, on purpose.
    explained = {"names-gap", "outside-period"}
    assert all("accepted by the disagreement" in p.message or p.code in explained for p in problems)


def test_only_the_polemics_about_trotsky_and_the_books_of_later_years_lie_outside_the_period(oms: Dataset) -> None:
    lines = {p.file: int(re.findall(r"(\d+) rows", p.message)[0]) for p in geo.check(oms) if p.code == "outside-period"}
    assert lines == {"posts.csv": 3, "journeys.csv": 2, "events.csv": 15, "ties.csv": 5}


@pytest.mark.parametrize(
    ("document", "count"), [("abstract-1923-1925", 13), ("oms-article", 125), ("teymuri", 93), ("red-world", 31)]
)
def test_every_sentence_of_every_document_is_answered(oms: Dataset, document: str, count: int) -> None:
    numbers = [row.sentence for row in oms.coverage if row.document == document]
    assert numbers == list(range(1, count + 1))
    assert all(row.rows or row.reason for row in oms.coverage)


def test_every_claim_and_person_is_named_by_some_sentence(oms: Dataset) -> None:
    carried = {ref for row in oms.coverage for ref in row.rows}
    assert {ref for ref in oms.by_ref if not ref.startswith("place:")} <= carried


STATIONS = {
    "berlin-headquarters": "headquarters", "moscow-centre": "headquarters", "courier-section": "section",
    "radio-section": "radio", "passport-section": "other", "cipher-section": "other", "hotel-lux": "lodging",
    "kuntsevo-school": "school", "lenin-school": "school", "berlin-training": "school", "germany": "residency",
    "austria": "residency", "denmark": "residency", "netherlands": "residency", "united-kingdom": "residency",
    "china": "residency", "shanghai": "residency", "turkey": "residency", "united-states": "residency",
    "ware-group": "cell",
}  # fmt: skip


@pytest.mark.parametrize(("id", "function"), STATIONS.items())
def test_a_station_that_the_documents_name_is_there(oms: Dataset, id: str, function: str) -> None:
    assert oms.station(id).function == function


@pytest.mark.parametrize(
    "id", ["germany", "austria", "denmark", "netherlands", "united-kingdom", "turkey", "united-states", "china"]
)
def test_a_station_without_a_city_stands_for_its_country_with_the_accuracy_of_one(oms: Dataset, id: str) -> None:
    place = next(place for place in oms.places if place.id == oms.station(id).place)
    ledger = {row.place: row for row in oms.located}
    assert place.kind == "country"
    assert ledger[place.id].accuracy_m >= 100_000


@pytest.mark.parametrize(
    "id",
    [
        "germany",
        "austria",
        "denmark",
        "netherlands",
        "united-kingdom",
        "china",
        "shanghai",
        "turkey",
        "united-states",
    ],
)
def test_a_residency_has_conjectured_lines_to_the_centre_and_to_berlin(oms: Dataset, id: str) -> None:
    station = oms.station(id)
    assert {"moscow-centre", "berlin-headquarters"} <= set(station.reports_to)
    assert station.liaison.value == "conjectured"


def test_the_berlin_headquarters_lies_in_the_southern_wilhelmstrasse(oms: Dataset) -> None:
    ledger = {row.place: row for row in oms.located}
    position = ledger[oms.station("berlin-headquarters").place]
    assert 52.498 < position.lat < 52.506
    assert 13.383 < position.lon < 13.394
    assert 50 <= position.accuracy_m <= 500
    assert position.note


@pytest.mark.parametrize(
    ("person", "alias"),
    [
        ("jacob-rudnik", "Jakob Rudnik"),
        ("mikhail-trilisser", "Moskvin"),
        ("hans-kippenberger", "Leo"),
        ("hans-kippenberger", "Alfred Langer"),
    ],
)
def test_the_names_of_one_person_join(oms: Dataset, person: str, alias: str) -> None:
    assert alias in oms.person(person).aliases


PEOPLE = [
    "Piatnitsky",
    "Trilisser",
    "Mirov-Abramov",
    "Kippenberger",
    "Burde",
    "Flieg",
    "Sorge",
    "Rudnik",
    "Deutsch",
    "Jensen",
    "Mink",
    "Sneevliet",
    "Harris",
    "Epstein",
    "Mikhelson-Manuilov",
    "Peters",
    "Browder",
    "Glazer",
    "Zimmermann",
    "Platten",
    "Koestler",
    "Philby",
    "Maclean",
    "Hiss",
    "Chambers",
    "nzenberg",
    "Poyntz",
    "Serge",
    "Kuusinen",
    "Reisner",
    "Raskolnikov",
    "Krivitsky",
    "Ewert",
    "Smedley",
    "Werner",
    "Ducroux",
    "Fischer",
    "Krestinsky",
    "Rozenholz",
    "Rakovsky",
    "Bukharin",
    "Rykov",
    "Pyatakov",
    "Tokaev",
    "Litvinov",
    "Chicherin",
    "Wilson",
    "Chilston",
    "Halifax",
    "Conquest",
    "Sverdlov",
    "Lenin",
    "Stalin",
    "Trotsky",
    "Masaryk",
    "Gottwald",
    "Hitler",
]


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_whom_the_documents_name_is_there_and_tied_to_something(oms: Dataset, name: str) -> None:
    people = [person for person in oms.people if name in person.name]
    assert people
    for person in people:
        assert any(
            person.id in (getattr(c, "person", None), getattr(c, "other", None), *getattr(c, "people", ()))
            for c in oms.claims
        ), person.id


def test_the_turning_points_are_there_with_their_months(oms: Dataset) -> None:
    written = {event.id: str(event.when) for event in oms.events}
    assert written["beijing-raid"] == "1927-04"
    assert written["arcos-raid"] == "1927-05"
    assert written["comintern-founded"] == "1919-03"
    assert written["founding-third-congress"] == "1921-07"


def test_there_are_ten_disagreements_or_more_with_both_their_sides(oms: Dataset) -> None:
    assert len(oms.disagreements) >= 10
    assert all(len(row.rows) >= 2 or row.kind == "partisan" for row in oms.disagreements)


def test_a_claim_on_the_polemic_alone_is_partisan_with_its_reason(oms: Dataset) -> None:
    partisan = [c for c in oms.claims if oms.source_kinds(c.sources) == {SourceKind.PARTISAN}]
    assert len(partisan) > 10
    for claim in partisan:
        standing, reason = oms.standing(claim), standing_reason(oms, claim.sources)
        assert standing is Standing.PARTISAN
        assert "partisan sources alone" in reason


THE_POLEMIC_QUOTES = {"FO1919", "Chilston1938", "CIAHistory", "Tokaev1956", "Conquest1990", "Lenin1914"}
# Pages that were opened to check a date or a place; the documents do not cite them.
OPENED = {
    "EncyclopediaECCI", "EncyclopediaLeninSchool", "EncyclopediaElection1933", "Litten1994", "LefrancAffair2005",
    "RubensDespatch", "OGPUDecree1934",
}  # fmt: skip


def test_a_work_that_was_not_read_is_cited_through_a_sentence_that_carries_the_row(oms: Dataset) -> None:
    """Of people and names another test says so; here of claims and disagreements."""
    documents = {source.key: row.id for row in oms.documents for source in row.source}
    carried = {(row.document, row.sentence): set(row.rows) for row in oms.coverage}
    cited = [(c.ref, s) for c in oms.claims for s in c.sources]
    cited += [(f"disagreement:{row.id}", s) for row in oms.disagreements for s in row.sources]
    assert any(s.through for _, s in cited)
    for ref, source in cited:
        document = source.through or source
        if document.key in OPENED:
            assert source.through is None
            continue
        assert document.key in documents, f"{ref}: {source} was not read"
        assert source.through is None or source.key not in {*documents, *OPENED}
        numbers = re.fullmatch(r"s\. (\d+(?:, \d+)*)", document.locator)
        assert numbers, f"{ref}: {source} names no sentence"
        for number in map(int, numbers[1].split(", ")):
            rows = carried[documents[document.key], number]
            # A disagreement may cite what another row carries, to set it against its own.
            assert rows if ref.startswith("disagreement:") else ref in rows, f"{ref}: {source}"


def test_a_claim_cites_every_sentence_that_is_said_to_be_carried_by_it(oms: Dataset) -> None:
    documents = {source.key: row.id for row in oms.documents for source in row.source}
    cited = {
        (claim.ref, documents[document.key], int(number))
        for claim in oms.claims
        for document in (source.through or source for source in claim.sources)
        if document.key in documents
        for number in document.locator.removeprefix("s. ").split(", ")
    }
    claims = {claim.ref for claim in oms.claims}
    for row in oms.coverage:
        for ref in claims.intersection(row.rows):
            assert (ref, row.document, row.sentence) in cited


def test_an_opened_page_has_its_address(oms: Dataset) -> None:
    assert all(dict(oms.sources[key].fields)["url"].startswith("http") for key in OPENED)


def test_whatever_the_polemic_alone_tells_is_in_its_strand(oms: Dataset) -> None:
    polemic = {c.ref for c in oms.claims if {s.key for s in c.sources} <= {"Teymuri", *THE_POLEMIC_QUOTES}}
    assert len(polemic) > 40
    assert {c.ref for c in oms.claims if c.strand == "polemic"} == polemic
    main = [c for c in oms.claims if c.strand is None]
    assert not {s.key for c in main for s in c.sources} & {"Teymuri", "RedWorld", *THE_POLEMIC_QUOTES}


def test_the_alternate_history_is_in_its_strand(oms: Dataset) -> None:
    fiction = {c.ref for c in oms.claims if {s.key for s in c.sources} == {"RedWorld"}}
    assert {c.ref for c in oms.claims if c.strand == "red-world"} == fiction


def test_the_tour_stops_at_claims_of_the_oms_alone(oms: Dataset) -> None:
    by_ref = {c.ref: c for c in oms.claims}
    assert [stop.id for stop in oms.tours if by_ref[stop.select].strand is not None] == []


def test_what_no_source_dates_has_no_date(oms: Dataset) -> None:
    by_ref = {c.ref: c for c in oms.claims}
    refs = (
        "station:berlin-headquarters", "station:hotel-lux", "station:kuntsevo-school", "station:radio-section",
        "station:china", "station:denmark", "station:netherlands", "post:head-in-china", "post:sneevliet-netherlands",
        "post:philby-austria", "post:mirov-abramov-ecci", "journey:deutsch-to-romania", "event:serge-passports",
        "event:trotsky-writes-of-oms", "event:unwitting-help", "tie:harris-handled-maclean",
    )  # fmt: skip
    for ref in refs:
        claim = by_ref[ref]
        assert not any((claim.when, claim.relative, claim.not_before, claim.not_after, claim.seen)), ref


def test_the_end_of_what_is_told_is_not_the_end_of_the_thing(oms: Dataset) -> None:
    by_ref = {c.ref: c for c in oms.claims}
    for ref in ("post:deutsch-austria", "station:austria"):
        assert by_ref[ref].when is None
        assert [str(date) for date in by_ref[ref].seen] == ["1929"]
    assert [str(date) for date in by_ref["station:united-states"].seen] == ["1921/1926", "1933/1938"]
    assert by_ref["post:flieg-germany"].relative == "after post:burde-germany; last before event:german-election-1933"


@pytest.mark.parametrize("function", ["section", "radio", "residency"])
def test_the_sections_and_residencies_are_parts_of_the_department(oms: Dataset, function: str) -> None:
    stations = [s for s in oms.stations if s.function == function]
    assert stations
    assert {s.part_of for s in stations} == {"moscow-centre"}


@pytest.mark.parametrize(
    ("document", "sentence", "row"),
    [
        ("oms-article", 9, "event:intelligence-sections"),
        ("oms-article", 17, "event:agents-assigned"),
        ("abstract-1923-1925", 9, "event:supply-of-parties"),
        ("abstract-1923-1925", 10, "event:intelligence-of-parties"),
    ],
)
def test_a_sentence_that_was_lost_in_a_note_has_a_row_of_its_own(
    oms: Dataset, document: str, sentence: int, row: str
) -> None:
    carried = {(r.document, r.sentence): r.rows for r in oms.coverage}
    assert row in carried[document, sentence]


def test_the_names_of_the_department_stand_with_it(oms: Dataset) -> None:
    note = oms.station("moscow-centre").note or ""
    for name in ("Отдел международной связи", "Otdel Mezhdunarodnykh Svyazi", "Illegal Liaison Section"):
        assert name in note


def test_the_two_headquarters_are_set_against_each_other(oms: Dataset) -> None:
    assert any({"station:berlin-headquarters", "station:moscow-centre"} <= set(row.rows) for row in oms.disagreements)


def test_the_archival_papers_are_cited_separately_from_the_polemic(oms: Dataset) -> None:
    archival = [c for c in oms.claims if {"FO1919", "Chilston1938", "CIAHistory"} & {s.key for s in c.sources}]
    assert archival
    assert all("Teymuri" not in {s.key for s in c.sources} for c in archival)


def test_the_alternate_history_is_a_strand_of_its_own(oms: Dataset) -> None:
    fiction = [c for c in oms.claims if oms.standing(c) is Standing.FICTION]
    assert len(fiction) > 15
    assert all(
        c.id.endswith("-red-world") or "red" in c.id or {s.key for s in c.sources} == {"RedWorld"} for c in fiction
    )
    assert {oms.strand_of(c) for c in fiction} == {oms.fiction_strand}
    assert all(person.id.endswith("-red-world") for person in oms.people if oms.is_fiction(person))


def test_chile_turns_six_months_after_argentina(oms: Dataset) -> None:
    chile = next(event for event in oms.events if "chile" in event.id)
    assert chile.relative is not None
    assert chile.relative.startswith("P6M after event:argentina")
    assert str(oms.date_of(chile).start_earliest) == "1926-07-01"


def test_every_place_of_a_claim_has_a_position(oms: Dataset) -> None:
    known = {row.place for row in oms.located}
    assert {place.id for place in oms.places} <= known
