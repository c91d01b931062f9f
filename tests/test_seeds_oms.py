"""The OMS data set is complete, cited, and keeps its strands apart."""

from __future__ import annotations

import re

import pytest

import geo
from layers.wording.standing_wording import standing_reason
from seeds.tables.dataset import Dataset, Standing
from seeds.tables.problems import Level
from seeds.tables.records import SourceKind


def test_it_has_no_error_and_no_warning_and_every_note_is_explained(oms: Dataset) -> None:
    problems = geo.check(oms)
    assert [str(problem) for problem in problems if problem.level is not Level.NOTE] == []
    # The polemics go back to 1903, and the books on them on to 1990: outside the years of the network, on purpose.
    explained = {"names-gap", "outside-period"}
    assert all("accepted by the disagreement" in p.message or p.code in explained for p in problems)


def test_only_the_polemics_about_trotsky_and_the_books_of_later_years_lie_outside_the_period(oms: Dataset) -> None:
    lines = {p.file: int(re.findall(r"(\d+) rows", p.message)[0]) for p in geo.check(oms) if p.code == "outside-period"}
    assert lines == {"posts.csv": 5, "journeys.csv": 2, "events.csv": 15, "ties.csv": 5}


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
    "radio-section": "radio", "passport-section": "section", "cipher-section": "section", "hotel-lux": "lodging",
    "kuntsevo-school": "school", "lenin-school": "school", "berlin-training": "school", "germany": "residency",
    "austria": "residency", "denmark": "residency", "netherlands": "residency", "united-kingdom": "residency",
    "china": "residency", "shanghai": "residency", "turkey": "residency", "united-states": "residency",
    "new-york": "residency", "ware-group": "cell",
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
        "new-york",
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
        standing, reason = oms.standing(claim), standing_reason(oms, claim)
        assert standing is Standing.PARTISAN
        assert "partisan sources alone" in reason


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
    assert str(oms.dates[chile.ref].start_earliest) == "1926-07-01"


def test_every_place_of_a_claim_has_a_position(oms: Dataset) -> None:
    known = {row.place for row in oms.located}
    assert {place.id for place in oms.places} <= known
