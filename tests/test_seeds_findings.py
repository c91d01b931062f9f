"""Findings: what is certain is found, what is only possible is not, and a disagreement accepts it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from conftest import Setter
from hypothesis import given
from hypothesis import strategies as st
from test_seeds_edtf import read as read_date
from test_seeds_edtf import texts

from liaison_atlas import seeds
from liaison_atlas.seeds.checks.check_registry import Finding, as_problems
from liaison_atlas.seeds.checks.rules.duplicate_claims import duplicate_claims
from liaison_atlas.seeds.checks.rules.name_outside_period import name_outside_period
from liaison_atlas.seeds.checks.rules.name_periods import name_gaps, name_overlaps
from liaison_atlas.seeds.checks.rules.outside_lifetime import outside_life, outside_station
from liaison_atlas.seeds.checks.rules.two_heads import two_heads
from liaison_atlas.seeds.dates.day_ranges import MAX_PAIRS_PER_ROW, certain_days, overlapping_pairs, possible_days
from liaison_atlas.seeds.dates.days import day_of, iso_date
from liaison_atlas.seeds.dates.edtf import parse
from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.seeds.inference.claim_times import claim_times
from liaison_atlas.seeds.tables.cell_locator import CellLocator
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim

CLAIMS = ("stations", "posts", "journeys", "events", "ties")


def with_rows(data: Dataset, **tables: list[Any]) -> Dataset:
    """A data set with other rows in some tables; its dates are those of the claims."""
    changed = replace(data, **{name: tuple(rows) for name, rows in tables.items()}, resolved_dates={})
    return replace(changed, times=claim_times(changed, lambda *problem: pytest.fail(str(problem)), str))


def with_only(data: Dataset, **tables: list[Any]) -> Dataset:
    """The same, without the claims of all other tables."""
    return with_rows(data, **{table: tables.get(table, []) for table in CLAIMS} | tables)


def rows(template: Claim, *changes: dict[str, Any]) -> list[Any]:
    """Claims like another one, each with an id and a line of its own; dates as text."""
    made = []
    for number, change in enumerate(changes):
        when = {"when": parse(change["when"])} if change.get("when") else {}
        made.append(replace(template, id=f"r{number}", line=number + 2, **(change | when)))
    return made


def pairs(findings: Any) -> set[tuple[str, ...]]:
    return {finding.refs for finding in findings}


# What is certain of a date


@given(texts, st.data())
def test_the_certain_days_are_those_on_which_a_date_certainly_holds(text: str, data: st.DataObject) -> None:
    when = read_date(text)
    edges = [b.day for s in when.spans for b in (s.start_earliest, s.start_latest, s.end_earliest, s.end_latest)]
    day = data.draw(st.sampled_from([e for e in edges if e is not None])) + data.draw(st.integers(-2, 2))
    found = any(first <= day <= last for first, last in certain_days(when))
    assert found == (when.holds(day, day) is Holding.SEEN)


@given(texts, st.integers(-800_000, 3_000_000))
def test_outside_the_extent_of_a_date_it_does_not_hold(text: str, day: int) -> None:
    when = read_date(text)
    first, last = possible_days(when)
    assert first <= day <= last or when.holds(day, day) is Holding.NOT
    assert all(first <= a and b <= last for a, b in certain_days(when))


stretch = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda s: (float(s[0]), float(s[0] + s[1])))


@dataclass
class Row:
    line: int


@given(st.lists(stretch, max_size=MAX_PAIRS_PER_ROW))
def test_rows_overlap_where_their_intervals_share_a_day(stretches: list[tuple[float, float]]) -> None:
    met = {(a.line, b.line): days for a, b, days in overlapping_pairs((s, Row(n)) for n, s in enumerate(stretches))}
    assert met == {
        (i, j): (max(a[0], b[0]), min(a[1], b[1]))
        for (i, a), (j, b) in combinations(enumerate(stretches), 2)
        if a[0] <= b[1] and b[0] <= a[1]
    }


def test_a_thousand_equal_rows_are_compared_with_a_few_each(small: Dataset) -> None:
    heads = [{"person": f"p{n}", "role": "head", "station": "vienna", "when": "1920/1930"} for n in range(1000)]
    found = list(two_heads(with_rows(small, posts=rows(small.posts[0], *heads))))
    assert 999 <= len(found) <= 1000 * MAX_PAIRS_PER_ROW
    assert {finding.row.line for finding in found} == set(range(3, 1002))


# Two heads

tenures = st.one_of(
    st.tuples(st.integers(1, 20), st.integers(0, 8)).map(lambda d: f"1927-05-{d[0]:02d}/1927-05-{d[0] + d[1]:02d}"),
    st.integers(1, 28).map(lambda d: f"1927-05-{d:02d}"),
    st.sampled_from(["1927-05", "1927-05-03/..", "../1927-05-09", "1927-05-04/", "1927-05-01/1927-05-20?", "{1927-05-02,1927-05-09}"]),
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from("abc"), tenures), max_size=6))
def test_two_heads_are_those_who_both_certainly_were_on_one_day(small: Dataset, heads: list[tuple[str, str]]) -> None:
    posts = rows(
        small.posts[0], *({"person": p, "role": "head", "station": "vienna", "when": when} for p, when in heads)
    )
    month = range(day_of(1927, 4, 1), day_of(1927, 7, 1))
    expected = {
        (a.ref, b.ref)
        for a, b in combinations(posts, 2)
        if a.person != b.person and any(all(p.when.holds(day, day) is Holding.SEEN for p in (a, b)) for day in month)
    }
    assert pairs(two_heads(with_rows(small, posts=posts))) == expected


@pytest.mark.parametrize(
    "change",
    [{"role": "deputy"}, {"station": "prague"}, {"rank": seeds.tables.records.Rank.DEPRECATED}, {"when": "1927"}],
)
def test_a_deputy_another_station_a_deprecated_row_and_a_single_year_are_no_second_head(
    small: Dataset, change: dict[str, Any]
) -> None:
    head = {"person": "anna", "role": "head", "station": "vienna", "when": "1925/1929"}
    other = {**head, "person": "boris"}
    assert pairs(two_heads(with_rows(small, posts=rows(small.posts[0], head, other)))) == {("post:r0", "post:r1")}
    assert not pairs(two_heads(with_rows(small, posts=rows(small.posts[0], head, other | change))))


# Accepted


def test_a_disagreement_that_names_all_the_rows_makes_a_warning_a_note(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("posts", 2, "when", "1926/1928")
    heads = [p for p in seeds.read(copy_of_small).problems if p.code == "two-heads"]
    assert [(str(p).split(": ")[0], p.level) for p in heads] == [("posts.csv:3:7", seeds.Level.NOTE)]
    assert heads[0].message.endswith('accepted by the disagreement "head"')
    set_cell("disagreements", 3, "rows", "post:boris-vienna; tie:anna-boris")
    heads = [p for p in seeds.read(copy_of_small).problems if p.code == "two-heads"]
    assert [p.level for p in heads] == [seeds.Level.WARNING]
    assert heads[0].message.endswith("or name post:anna-vienna; post:boris-vienna in one row of disagreements.csv")


def test_two_disagreements_that_name_a_row_each_accept_nothing(small: Dataset) -> None:
    row = small.disagreements[0]
    data = replace(
        small, disagreements=(replace(row, rows=("post:a", "post:c")), replace(row, rows=("post:b", "post:c")))
    )
    finding = Finding("two-heads", small.posts[0], "when", ("post:a", "post:b"), "message", "remedy")
    assert [p.level for p in as_problems([finding], data, CellLocator(data))] == [seeds.Level.WARNING]


def test_a_finding_stops_no_build(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("posts", 3, "when", "1927/1938")
    data = seeds.require(seeds.read(copy_of_small))
    assert "outside-life" in {p.code for p in data.problems}


# Lives


@pytest.mark.parametrize(
    ("born", "died", "when", "found"),
    [
        ("1890", "1937", "1889/1920", "begins before the birth"),
        ("1890", "1937", "1890/1937", None),
        ("1890", "1937", "1930/1938", "until after the death"),
        ("1890", "1937", "1930/..", "until after the death"),  # it went on, the author says
        ("1890", "1937", "1930/", None),  # no source says when it ended
        ("1890", "1937?", "1930/1938", None),
        ("1890", "1937", "1930/1938?", None),
        ("1890", "1937~", "1930/1938", None),
        ("1890", "", "1930/1999", None),
        ("", "1937", "1700/1930", None),
        ("1890", "1937", "1938", "until after the death"),
        ("1890", "1937", "[1937,1938]", None),
    ],
)
def test_a_tenure_lies_within_a_life(small: Dataset, born: str, died: str, when: str, found: str | None) -> None:
    person = replace(small.person("anna"), birth=parse(born) if born else None, death=parse(died) if died else None)
    post = rows(small.posts[0], {"person": "anna", "when": when})
    messages = [f.message for f in outside_life(with_only(small, people=[person], posts=post))]
    assert (found is None and not messages) or (found is not None and len(messages) == 1 and found in messages[0])


@pytest.mark.parametrize(
    ("kind", "when", "found"),
    [
        ("arrest", "1930/1940", False),  # it touched him while he lived
        ("arrest", "1938", True),
        ("publication", "1951", False),
        ("publication", "1880", True),
        ("arrest", "1889-12-31", True),
        ("arrest", "1890", False),
    ],
)
def test_an_event_touches_a_life_but_a_publication_may_come_after_it(
    small: Dataset, kind: str, when: str, found: bool
) -> None:
    event = rows(small.events[0], {"kind": kind, "people": ("boris",), "when": when})
    data = with_only(small, events=event)
    assert pairs(outside_life(data)) == ({("event:r0", "person:boris")} if found else set())


def test_a_death_before_the_birth_is_an_error(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("people", 3, "death", "1889-12")
    assert any(str(p).startswith("people.csv:3:5: ends-before-it-begins: ") for p in seeds.read(copy_of_small).errors)


# Stations


@pytest.mark.parametrize(
    ("station", "kind", "when", "found"),
    [
        ("1925/1929", "raid", "1930", True),
        ("1925/1929", "raid", "1924-12-31", True),
        ("1925/1929", "raid", "1929-12-31", False),
        ("1925/1929~", "raid", "1930", False),
        ("1925/1929?", "raid", "1930", False),
        ("1925/..", "raid", "1999", False),
        ("1925/", "raid", "1999", False),
        ("1925", "raid", "1930", False),  # a single date says nothing of other years
        ("[1925..1929]", "raid", "1930", False),
        ("1925/1929", "founding", "1924", False),
        ("1925/1929", "founding", "1930", True),
        ("1925/1929", "publication", "1951", False),
        ("1925/1929", "end", "1930", False),
        ("1925/1929", "raid", "1929/1931", False),
    ],
)
def test_an_event_lies_in_the_life_of_its_station(
    small: Dataset, station: str, kind: str, when: str, found: bool
) -> None:
    stations = rows(small.stations[0], {"when": station})
    events = rows(small.events[0], {"kind": kind, "stations": ("r0",), "when": when})
    data = with_only(small, stations=stations, events=events)
    assert pairs(outside_station(data)) == ({("event:r0", "station:r0")} if found else set())


@pytest.mark.parametrize(
    ("when", "found"), [("1925/1929", False), ("1924/1926", True), ("1928/1930", True), ("1930", True)]
)
def test_a_post_neither_begins_before_its_station_nor_outlasts_it(small: Dataset, when: str, found: bool) -> None:
    stations = rows(small.stations[0], {"when": "1925/1929"})
    data = with_only(small, stations=stations, posts=rows(small.posts[0], {"station": "r0", "when": when}))
    assert bool(pairs(outside_station(data))) == found


# Names

in_may = st.one_of(st.none(), st.integers(1, 28))


@given(st.lists(st.tuples(st.sampled_from("AB"), in_may, in_may), max_size=5))
def test_names_overlap_and_leave_gaps_as_a_count_of_every_day_shows(
    small: Dataset, spans: list[tuple[str, int | None, int | None]]
) -> None:
    spans = [s for s in spans if s[1] is None or s[2] is None or s[1] <= s[2]]
    template = small.names[0]
    days = [None if d is None else parse(f"1927-05-{d:02d}") for _, a, b in spans for d in (a, b)]
    names = [
        replace(template, line=n + 2, name=name, from_=days[2 * n], to=days[2 * n + 1])
        for n, (name, _, _) in enumerate(spans)
    ]
    data = replace(small, names=tuple(names))
    used = {
        day: {s[0] for s in spans if (s[1] or 0) <= day <= (s[2] or 99)} for day in range(-1, 101)
    }  # 0 and 99 stand for without limit
    assert bool(list(name_overlaps(data))) == any(len(found) > 1 for found in used.values())
    held = [day for day in used if used[day]]
    between = {day for day in range(min(held), max(held)) if not used[day]} if held else set()
    gap_starts = {re.search(r"(?:on|from) ([0-9-]+)", f.message)[1] for f in name_gaps(data)}  # type: ignore[index]
    assert gap_starts == {iso_date(day_of(1927, 5) + day - 1) for day in between if day - 1 not in between}


@pytest.mark.parametrize(
    ("text", "when", "found"),
    [
        ("The raid in Constantinople", "1931", True),
        ("The raid in Constantinople", "1930", False),
        ("The raid in Constantinople", "1931?", False),
        ("Constantinople's end", "1931", True),
        ("The Constantinople-Vienna line", "1931", False),  # a word of its own
        ("Neo-Constantinople", "1931", False),
        ("The Constantinopleans", "1931", False),
        ("The raid in constantinople", "1931", False),
        ("The raid in Istanbul", "1925", True),
        ("The raid in Istanbul", "1930-03", False),
        ("From Palestine", "1925", False),  # a longer name, in use then, holds it
        ("From Palestine (British Mandate)", "1919", True),
        ("In Brest", "1925", False),  # another place bears it always
        ("In Brest-Litovsk", "1945", True),
    ],
)
def test_a_title_uses_the_names_of_its_time(small: Dataset, text: str, when: str, found: bool) -> None:
    data = with_only(named(small), events=rows(small.events[0], {"title": text, "when": when, "note": None}))
    assert bool(pairs(name_outside_period(data))) == found


@pytest.mark.parametrize(
    ("note", "found"), [("Today Istanbul.", False), ("It was Peiping.", True), ("In Peking.", False)]
)
def test_a_note_may_use_the_names_of_today_but_no_others(small: Dataset, note: str, found: bool) -> None:
    data = with_only(named(small), events=rows(small.events[0], {"title": "x", "when": "1925", "note": note}))
    assert bool(pairs(name_outside_period(data))) == found


def test_fiction_may_call_places_as_it_likes(small: Dataset) -> None:
    title = {"title": "The raid in Constantinople", "when": "1931"}
    data = with_only(named(small), events=rows(small.events[-1], title))
    assert data.is_fiction(data.events[0])
    assert not pairs(name_outside_period(data))


def named(small: Dataset) -> Dataset:
    """The small data set with names that changed."""
    spans = [
        ("istanbul", "Constantinople", None, "1930-03-27"),
        ("istanbul", "Istanbul", "1930-03-28", None),
        ("palestine", "Palestine", None, "1920-06-30"),
        ("palestine", "Palestine (British Mandate)", "1920-07-01", "1948-05-14"),
        ("brest-litovsk", "Brest-Litovsk", None, "1939-09-21"),
        ("brest-litovsk", "Brest", "1939-09-22", None),
        ("beijing", "Peking", None, "1928-06-19"),
        ("beijing", "Peiping", "1928-06-20", "1949-09-26"),
    ]
    names = [
        replace(
            small.names[0], line=n + 2, place=place, name=name, from_=first and parse(first), to=last and parse(last)
        )
        for n, (place, name, first, last) in enumerate(spans)
    ]
    brest = replace(small.places[0], id="brest", name="Brest", country="FR")
    return replace(small, names=tuple(names), places=(*small.places, brest))


# Two rows that say the same


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, True),
        ({"when": "1927"}, True),
        ({"when": "[1927,1929]"}, True),
        ({"when": "1928/1930"}, True),
        ({"when": "1929/1931"}, False),  # the next tenure
        ({"when": "1930"}, False),
        ({"role": "deputy"}, False),
        ({"person": "boris"}, False),
        ({"station": None}, False),
        ({"title": "in other words"}, True),
    ],
)
def test_two_posts_of_one_person_role_station_and_time_are_duplicates(
    small: Dataset, change: dict[str, Any], found: bool
) -> None:
    post = {"person": "anna", "role": "head", "station": "vienna", "when": "1927/1929"}
    data = with_only(small, posts=rows(small.posts[0], post, post | change))
    assert pairs(duplicate_claims(data)) == ({("post:r0", "post:r1")} if found else set())


@pytest.mark.parametrize(
    ("event", "found"),
    [
        ({"kind": "raid", "place": "vienna", "people": ("anna",), "stations": ()}, True),
        ({"kind": "raid", "place": "vienna", "people": (), "stations": ("vienna",)}, True),
        ({"kind": "raid", "place": "vienna", "people": (), "stations": ()}, False),  # two raids, perhaps
        ({"kind": "raid", "place": None, "people": ("anna",), "stations": ()}, False),
        ({"kind": "other", "place": "vienna", "people": ("anna",), "stations": ()}, False),
    ],
)
def test_two_events_with_little_detail_are_duplicates_only_with_the_same_title(
    small: Dataset, event: dict[str, Any], found: bool
) -> None:
    events = rows(
        small.events[0], event | {"when": "1927", "title": "One"}, event | {"when": "1927-05", "title": "Two"}
    )
    assert bool(pairs(duplicate_claims(with_only(small, events=events)))) == found
    events[1] = replace(events[1], title="ONE")
    assert pairs(duplicate_claims(with_only(small, events=events)))


def test_a_claim_of_partisan_sources_is_no_duplicate_of_other_claims(small: Dataset) -> None:
    cited, partisan = small.ties[0].sources, small.ties[1].sources
    for sources, found in ((cited, True), (partisan, False), ((*partisan, *cited), True)):
        ties = rows(small.ties[0], {}, {"sources": sources})
        assert bool(pairs(duplicate_claims(with_only(small, ties=ties)))) == found


def test_a_row_without_a_date_can_duplicate_one_with_a_date(small: Dataset) -> None:
    ties = rows(small.ties[0], {"when": None}, {"when": "1927"})
    assert pairs(duplicate_claims(with_only(small, ties=ties))) == {("tie:r0", "tie:r1")}
