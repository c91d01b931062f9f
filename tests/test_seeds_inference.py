"""What follows for the time of a claim from other rows: known answers, and the laws of inference."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import OMS
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_atlas import seeds
from liaison_atlas.layers.wording.time_wording import StatedTime, inferred_time, row_titles, time_in_words
from liaison_atlas.seeds.checks.rules.outside_lifetime import outside_station
from liaison_atlas.seeds.checks.rules.time_limits import limit_conflict, sighting_outside
from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.dates.days import UNBOUNDED, day_of, iso_date
from liaison_atlas.seeds.dates.edtf import DateError, parse
from liaison_atlas.seeds.dates.when import Holding, When
from liaison_atlas.seeds.inference.claim_times import claim_times, stated_time
from liaison_atlas.seeds.inference.inference_rules import INFERENCE_RULES
from liaison_atlas.seeds.inference.limits import Side
from liaison_atlas.seeds.inference.relative_order import parse_order
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import CLAIMS, Event, Person, Post, Station, Tie

TABLES = {kind.table: () for kind in CLAIMS}


def dataset_of(small: Dataset, *rows: Any, off: tuple[str, ...] = (), **changes: Any) -> Dataset:
    """The small data set with these rows as its only claims and people, their times inferred."""
    tables: dict[str, Any] = {kind.table: tuple(row for row in rows if type(row) is kind) for kind in (*CLAIMS, Person)}
    package = replace(small.package, inference_off=frozenset(off))
    data = replace(small, package=package, disagreements=(), resolved_dates={}, **(tables | changes))
    return replace(data, times=claim_times(data, lambda *problem: pytest.fail(str(problem)), str))


@pytest.fixture
def make(small: Dataset) -> Any:
    """Makes rows by kind, each with an id and what is given; dates as text."""
    templates = {
        "station": small.stations[0],
        "post": small.posts[0],
        "tie": small.ties[0],
        "journey": small.journeys[0],
        "event": small.events[0],
        "person": small.people[0],
    }
    empty = {"when": None, "relative": None, "not_before": None, "not_after": None, "seen": ()}
    own = {
        "station": {"reports_to": (), "part_of": None},
        "post": {"station": None, "place": None, "person": "nobody"},
        "tie": {"station": None, "person": "nobody", "other": "nobody"},
        "journey": {"people": (), "station": None},
        "event": {"people": (), "stations": (), "place": None},
        "person": {"birth": None, "death": None},
    }

    def row(kind: str, id: str, /, **columns: Any) -> Any:
        dates = {
            name: parse(value)
            for name, value in columns.items()
            if name in ("when", "not_before", "not_after", "birth", "death") and isinstance(value, str)
        }
        seen = {"seen": tuple(map(parse, columns["seen"]))} if "seen" in columns else {}
        common = {} if kind == "person" else empty
        return replace(templates[kind], id=id, **(common | own[kind] | columns | dates | seen))

    return row


def limits(data: Dataset, ref: str) -> dict[str, tuple[str, str, str]]:
    """The limits that were inferred for a claim: by side the day, the rule and the row."""
    found = data.times.limits.get(ref, ())
    return {limit.side.value: (iso_date(limit.day), limit.rule, limit.ref) for limit in found if limit}


def answers(data: Dataset, ref: str, first: int, last: int) -> str:
    """A letter for each year: seen, possible, undated, or a point where it does not hold."""
    letters = {Holding.SEEN: "s", Holding.POSSIBLE: "p", Holding.UNDATED: "u", Holding.NOT: "."}
    return "".join(letters[data.times.times[ref].holds_in_year(year)] for year in range(first, last + 1))


# Known answers


def test_a_post_lies_within_the_life_of_its_person(small: Dataset, make: Any) -> None:
    data = dataset_of(
        small,
        make("person", "kim", birth="1912-01-01", death="1930-05-11"),
        make("post", "courier", person="kim", when="/1929"),
    )
    assert limits(data, "post:courier") == {
        "not before": ("1912-01-01", "life", "person:kim"),
    }
    undated = dataset_of(small, *data.people, make("post", "courier", person="kim"))
    assert answers(undated, "post:courier", 1910, 1932) == ".." + "u" * 19 + ".."


def test_a_death_that_an_event_tells_ends_a_post_and_a_successor_may_follow_it(small: Dataset, make: Any) -> None:
    kinds = replace(small.package.by_name["events"].by_name["kind"], deaths=frozenset({"other"}))
    fields = tuple(kinds if field.name == "kind" else field for field in small.package.by_name["events"].fields)
    tables = tuple(replace(table, fields=fields) if table.name == "events" else table for table in small.package.tables)
    with_deaths = replace(small, package=replace(small.package, tables=tables))
    data = dataset_of(
        with_deaths,
        make("event", "shot", kind="other", people=("anna",), when="1927-03"),
        make("post", "head", person="anna", when="1921/"),
        make("tie", "after", person="boris", other="anna", relation="succeeded"),
        make("tie", "with", person="boris", other="anna", relation="knew"),
    )
    assert limits(data, "post:head") == {"not after": ("1927-03-31", "death", "event:shot")}
    assert limits(data, "tie:with") == {"not after": ("1927-03-31", "death", "event:shot")}
    assert limits(data, "tie:after") == {}


def test_a_section_takes_the_years_of_its_organisation_and_a_post_those_of_its_section(
    small: Dataset, make: Any
) -> None:
    data = dataset_of(
        small,
        make("station", "radio", part_of="centre"),
        make("station", "centre", when="1921/1939"),
        make("post", "operator", station="radio", seen=["1935"]),
    )
    assert limits(data, "station:radio") == {
        "not before": ("1921-01-01", "organisation", "station:centre"),
        "not after": ("1939-12-31", "organisation", "station:centre"),
    }
    assert limits(data, "post:operator")["not after"] == ("1939-12-31", "station", "station:radio")
    assert answers(data, "station:radio", 1920, 1940) == "." + "u" * 19 + "."
    assert answers(data, "post:operator", 1920, 1940) == "." + "p" * 14 + "s" + "p" * 4 + "."


def test_a_station_with_a_single_date_limits_nothing(small: Dataset, make: Any) -> None:
    data = dataset_of(small, make("station", "shanghai", when="1931"), make("post", "agent", station="shanghai"))
    assert limits(data, "post:agent") == {}


def test_heads_follow_each_other_through_a_chain_of_orders(small: Dataset, make: Any) -> None:
    data = dataset_of(
        small,
        make("post", "last", relative="after post:second; last before event:election"),
        make("post", "second", role="agent", relative="after post:first"),
        make("post", "first", role="agent", when="1924/1926"),
        make("event", "election", when="1933-03-05"),
    )
    assert limits(data, "post:second") == {"not before": ("1926-01-01", "succession", "post:first")}
    assert limits(data, "post:last") == {
        "not before": ("1926-01-01", "succession", "post:second"),
        "not after": ("1933-03-05", "succession", "event:election"),
    }
    assert answers(data, "post:last", 1925, 1934) == "." + "p" * 8 + "."


def test_the_last_holder_of_a_role_comes_after_those_who_held_it_before(small: Dataset, make: Any) -> None:
    data = dataset_of(
        small,
        make("post", "early", role="head", when="1925/1928"),
        make("post", "clerk", role="agent", when="1930/1931"),
        make("post", "last", role="head", relative="last before event:end"),
        make("event", "end", when="1933"),
    )
    assert limits(data, "post:last")["not before"] == ("1928-01-01", "succession", "post:early")


def test_a_distance_moves_the_limit(small: Dataset, make: Any) -> None:
    data = dataset_of(
        small,
        make("event", "raid", when="1927-05-12"),
        make("station", "moved", relative="P6M after event:raid"),
    )
    assert limits(data, "station:moved") == {"not before": ("1927-11-12", "succession", "event:raid")}


def test_what_happens_does_not_last_unless_a_range_says_so(small: Dataset, make: Any) -> None:
    data = dataset_of(
        small,
        *(make("event", f"e{n}", when=text) for n, text in enumerate(("1921/", "/1921", "1921/1923", "1921/.."))),
        make("post", "lasting", when="1921/"),
    )
    found = [answers(data, f"event:e{n}", 1919, 1924) for n in range(4)]
    assert found == ["..s...", "..s...", "..sss.", "..ssss"]
    assert answers(data, "post:lasting", 1919, 1924) == "..sppp"


@pytest.mark.parametrize("rule", sorted(INFERENCE_RULES))
def test_a_descriptor_can_switch_each_rule_off(small: Dataset, make: Any, rule: str) -> None:
    rows = (
        make("station", "centre", when="1921/1939"),
        make("station", "part", part_of="centre"),
        make("post", "member", station="centre", person="kim", relative="after event:start"),
        make("event", "start", when="1925"),
        make("person", "kim", birth="1900", death="1930"),
    )
    found = {limit.rule for each in dataset_of(small, *rows).times.limits.values() for limit in each if limit}
    found |= {"death", "station"}  # here nobody dies in an event, and other limits are tighter than the station's
    assert found == set(INFERENCE_RULES)
    off = dataset_of(small, *rows, off=(rule,))
    assert not any(limit and limit.rule == rule for each in off.times.limits.values() for limit in each)


def test_a_rule_that_does_not_exist_is_named_with_the_right_spelling(copy_of_small: Path) -> None:
    path = copy_of_small / "datapackage.json"
    path.write_text(path.read_text().replace('"languages"', '"inference": {"lives": false}, "languages"', 1))
    [problem] = seeds.read(copy_of_small).errors
    assert problem.code == "unknown-value"
    assert 'has no rule "lives"; did you mean "life"?' in problem.message


# Conflicts


def test_a_limit_that_contradicts_a_row_is_reported_and_not_applied(small: Dataset, make: Any) -> None:
    data = dataset_of(
        small, make("station", "centre", when="1921/1939"), make("station", "later", when="1945", part_of="centre")
    )
    assert data.time_of(data.station("later")).day_bounds == ClaimTime(parse("1945")).day_bounds
    [finding] = limit_conflict(data)
    assert finding.refs == ("station:later", "station:centre")
    assert finding.message.startswith("because of the organisation of station:centre it cannot last after 1939-12-31")


def test_two_limits_that_leave_no_day_are_both_reported_and_neither_is_applied(small: Dataset, make: Any) -> None:
    data = dataset_of(
        small,
        make("post", "one", when="1930/1931"),
        make("post", "two", when="1925/1926"),
        make("post", "between", relative="after post:one; before post:two"),
    )
    assert data.time_of(data.posts[2]).limits == (-UNBOUNDED, UNBOUNDED)
    assert [conflict.limit.ref for conflict in data.times.conflicts] == ["post:one", "post:two"]


def test_a_sighting_outside_the_date_is_reported_and_stands(small: Dataset, make: Any) -> None:
    data = dataset_of(small, make("station", "office", when="1925/1929", seen=["1931-05"]))
    assert [finding.code for finding in sighting_outside(data)] == ["seen-outside-date"]
    assert answers(data, "station:office", 1929, 1932) == "s.s."


def test_a_sighting_outside_the_limits_of_its_row_is_reported(small: Dataset, make: Any) -> None:
    data = dataset_of(
        small, make("station", "office", not_before="1925", not_after="1930", seen=["1924", "1925", "1931-05"])
    )
    assert [finding.message for finding in sighting_outside(data)] == [
        f"its sighting {seen} lies outside its limits, not_before 1925 and not_after 1930"
        for seen in ("1924", "1931-05")
    ]


def test_a_claim_outside_the_limits_of_its_station_is_reported(small: Dataset, make: Any) -> None:
    data = dataset_of(
        small,
        make("station", "office", not_before="1925", not_after="1930"),
        make("station", "house", when="1925/1930"),
        make("journey", "late", when="1936", station="office"),
        make("journey", "later", when="1937", station="house"),
        make("post", "early", when="1920/1926", station="house"),
    )
    reported = [finding.refs for find in (limit_conflict, outside_station) for finding in find(data)]
    assert sorted(reported) == [
        ("journey:late", "station:office"),
        ("journey:later", "station:house"),
        ("post:early", "station:house"),
    ]


def test_rows_that_wait_for_each_other_are_each_reported(small: Dataset, make: Any) -> None:
    data = replace(
        small,
        resolved_dates={},
        **(
            TABLES
            | {
                "posts": (make("post", "a", relative="after post:b"), make("post", "b", relative="before post:a")),
                "stations": (make("station", "c", part_of="d"), make("station", "d", part_of="c")),
            }
        ),
    )
    reported: list[tuple[str, str, str]] = []
    claim_times(data, lambda claim, column, code, message: reported.append((claim.ref, column, code)), str)
    assert sorted(reported) == [
        ("post:a", "relative", "relative-date"),
        ("post:b", "relative", "relative-date"),
        ("station:c", "part_of", "nested-in-itself"),
    ]


@pytest.mark.parametrize("text", ["soon after the raid", "last after event:x", "after x", "P6M event:x"])
def test_an_order_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="has the form"):
        parse_order(text)


# In words


@pytest.mark.parametrize(
    ("language", "stated", "inferred"),
    [
        ("en", "not before 1924; seen 1929", "not after 1939 (inferred from the organisation: Centre)"),
        ("de", "nicht vor 1924; belegt: 1929", "nicht nach 1939 (erschlossen aus der Organisation: Centre)"),
        ("ru", "не ранее 1924 года; засвидетельствовано: 1929 год", "не позднее 1939 года"),
        ("zh", "不早于1924年；有记载：1929年", "不晚于1939年"),
    ],
)
def test_what_is_stated_and_what_follows_are_told_apart_in_words(
    small: Dataset, make: Any, language: str, stated: str, inferred: str
) -> None:
    data = dataset_of(
        small,
        make("station", "centre", name="Centre", when="1921/1939"),
        make("station", "part", part_of="centre", not_before="1924", seen=["1929"]),
    )
    part, titles = data.stations[1], row_titles(data, language)
    assert time_in_words(StatedTime.of(part, data), titles, language) == stated
    assert inferred_time(data.inferred_limits(part), titles, language).startswith(inferred)


def test_two_limits_from_one_row_are_told_together(small: Dataset, make: Any) -> None:
    data = dataset_of(
        small, make("station", "centre", name="Centre", when="1921/1939"), make("station", "part", part_of="centre")
    )
    text = inferred_time(data.inferred_limits(data.stations[1]), row_titles(data))
    assert text == "not before 1921, not after 1939 (inferred from the organisation: Centre)"


# Laws

years = st.integers(1915, 1945).map(str)
some_dates = st.one_of(
    years,
    st.builds("{}/{}".format, years, years),
    *(years.map(form.format) for form in ("{}/", "/{}", "{}/..", "{}?", "[..{}]", "{}-05-12", "{}~")),
    st.builds("[{},{}]".format, years, years),
    st.builds("{{{},{}}}".format, years, years),
)


def parsed(text: str) -> When | None:
    try:
        return parse(text)
    except DateError:
        return None


dates = some_dates.map(parsed).filter(lambda when: when is not None)
maybe_date = st.one_of(st.none(), dates)


@st.composite
def worlds(draw: st.DrawFn, small: Dataset) -> Dataset:
    """A data set of random stations, posts, ties, events and people that refer to each other."""
    count = draw(st.integers(1, 4))
    refs = [f"station:s{n}" for n in range(count)] + [f"post:p{n}" for n in range(count)] + ["event:e0", "event:e1"]
    earlier = lambda n: st.one_of(st.none(), st.sampled_from([f"s{m}" for m in range(n)])) if n else st.none()  # noqa: E731

    def stated() -> dict[str, Any]:
        times: dict[str, Any] = {"when": draw(maybe_date), "relative": None, "not_before": None, "not_after": None}
        times["seen"] = tuple(draw(st.lists(dates, max_size=1)))
        if draw(st.booleans()):
            side = draw(st.sampled_from(("after", "before", "last before")))
            times["relative"] = f"{side} {draw(st.sampled_from(refs))}"
        return times

    stations = tuple(
        replace(small.stations[0], id=f"s{n}", reports_to=(), part_of=draw(earlier(n)), **stated())
        for n in range(count)
    )
    people = tuple(
        replace(small.people[0], id=f"x{n}", birth=draw(maybe_date), death=draw(maybe_date)) for n in range(2)
    )
    person = st.sampled_from(("x0", "x1"))
    posts = tuple(
        replace(
            small.posts[0],
            id=f"p{n}",
            person=draw(person),
            station=draw(st.sampled_from([None, *(s.id for s in stations)])),
            **stated(),
        )
        for n in range(count)
    )
    ties = (replace(small.ties[0], id="t", person="x0", other="x1", station=None, **stated()),)
    events = tuple(
        replace(small.events[0], id=f"e{n}", people=(), stations=(), **(stated() | {"relative": None}))
        for n in range(2)
    )
    return replace(
        small,
        people=people,
        stations=stations,
        posts=posts,
        ties=ties,
        events=events,
        journeys=(),
        disagreements=(),
        resolved_dates={},
    )


def ignore(*_: object) -> None:
    """Cycles and rows without a date are reported; here they may be."""


@settings(max_examples=300)
@given(data=st.data())
def test_inference_never_widens_and_never_contradicts_silently(small: Dataset, data: st.DataObject) -> None:
    world = data.draw(worlds(small))
    times = claim_times(world, ignore, str)
    conflicting = {conflict.claim.ref for conflict in times.conflicts}
    for claim in world.claims:
        stated, time = stated_time(claim, world.date_of(claim)), times.times[claim.ref]
        narrowed = times.limits.get(claim.ref, ())
        if not any(narrowed):
            assert time.day_bounds == stated.day_bounds
        for limit in filter(None, narrowed):
            assert limit.rule in INFERENCE_RULES
        for year in range(1910, 1950):
            was, now = stated.holds_in_year(year), time.holds_in_year(year)
            # What a row states as certain or as seen stays so, and what it excludes stays excluded.
            if was is Holding.SEEN:
                assert now is Holding.SEEN
            if was is Holding.NOT:
                assert now is Holding.NOT
            # A possible year goes only by a limit that is named.
            if now is not was and now is Holding.NOT:
                assert any(limit and limit.excludes(day_of(year), day_of(year, 12, 31)) for limit in narrowed) or (
                    claim.when is not None and len(claim.when.spans) > 1
                )
        assert time.dated == stated.dated
        if not stated.day_bounds:
            continue
        assert time.day_bounds, (claim.ref, conflicting)


@settings(max_examples=200)
@given(data=st.data(), seed=st.integers(0, 1000))
def test_inference_does_not_depend_on_the_order_of_rows(small: Dataset, data: st.DataObject, seed: int) -> None:
    world = data.draw(worlds(small))
    shuffler = random.Random(seed)

    def shuffled(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(shuffler.sample(rows, len(rows)))

    other = replace(
        world, **{name: shuffled(getattr(world, name)) for name in ("stations", "posts", "events", "people")}
    )
    cycles: list[str] = []
    one, two = claim_times(world, lambda *found: cycles.append(found[3]), str), claim_times(other, ignore, str)
    if any("wait for each other" in message for message in cycles):  # an error: which of them is left out is no result
        return
    assert one.times == two.times
    assert one.limits == two.limits
    assert set(one.conflicts) == set(two.conflicts)


@settings(max_examples=300)
@given(
    when=maybe_date,
    seen=st.lists(dates, max_size=2).map(tuple),
    window=st.tuples(st.integers(1915, 1945), st.integers(0, 20)),
    lasts=st.booleans(),
    dated=st.booleans(),
    month=st.integers(1, 12),
)
def test_the_three_answers_equal_a_count_over_days(
    when: When | None, seen: tuple[When, ...], window: tuple[int, int], lasts: bool, dated: bool, month: int
) -> None:
    """Every pair of a first and a last day that the bounds allow is tried, on a calendar of a few days a year."""
    first_day, last_day = day_of(window[0], 3), day_of(window[0] + window[1], 9)
    time = ClaimTime(when, seen, first_day, last_day, lasts=lasts, dated=dated or when is not None)
    members = time.day_bounds
    all_of = when is not None and when.form.value == "all of"
    for year in range(1914, 1968, 3):
        for first, last in ((day_of(year), day_of(year, 12, 31)), (day_of(year, month), day_of(year, month, 28))):
            each = [_holding_by_days(bounds, first, last, first_day, last_day) for bounds in members]
            sure = bool(each) and (any if all_of else all)(answer == "seen" for answer in each)
            expected = "not" if not each or all(answer == "not" for answer in each) else "seen" if sure else "possible"
            if expected != "not" and not time.dated:
                expected = "undated"
            if any(date.holds(first, last) is Holding.SEEN for date in seen):
                expected = "seen"
            assert time.holds(first, last).value == expected


def _holding_by_days(bounds: tuple[int, ...], first: int, last: int, low: int, high: int) -> str:
    marks = {first - 1, first, last, last + 1, low, high, *bounds}
    inside = sorted(day for day in marks if low <= day <= high)
    start_earliest, start_latest, end_earliest, end_latest = bounds
    starts = [day for day in inside if start_earliest <= day <= start_latest]
    ends = [day for day in inside if end_earliest <= day <= end_latest]
    doubtful = start_latest == UNBOUNDED and end_earliest == -UNBOUNDED
    held = [start <= last and end >= first for start in starts for end in ends if start <= end]
    if not any(held):
        return "not"
    return "seen" if all(held) and not doubtful else "possible"


def test_nothing_of_the_oms_is_drawn_outside_a_life_or_the_days_of_a_station(oms: Dataset) -> None:
    lives = {p.id: (p.birth, p.death) for p in oms.people if p.birth or p.death}
    checked = 0
    for claim in (*oms.posts, *oms.ties, *oms.journeys):
        time = oms.time_of(claim)
        people = (claim.person,) if isinstance(claim, Post) else ()
        for id in people:
            born, died = lives.get(id, (None, None))
            for year in range(1919, 1944):
                if time.holds_in_year(year) in (Holding.SEEN, Holding.POSSIBLE):
                    checked += 1
                    assert born is None or born.start_earliest.day <= day_of(year, 12, 31), (claim.ref, year)
                    assert died is None or died.end_latest.day >= day_of(year), (claim.ref, year)
        if claim.station and isinstance(claim, (Post, Tie)):
            station = oms.time_of(oms.station(claim.station))
            for year in range(1919, 1944):
                if time.holds_in_year(year) in (Holding.SEEN, Holding.POSSIBLE):
                    first, last = station.limits
                    assert first <= day_of(year, 12, 31), (claim.ref, year)
                    assert last >= day_of(year), (claim.ref, year)
    assert checked > 100


def test_every_claim_of_the_record_of_the_oms_is_in_a_year_or_undated_and_under_half_is_only_possible(
    oms: Dataset,
) -> None:
    """The picture says when something was seen: what is drawn in a year rests on a date more often than on a limit."""
    record = [
        claim for claim in oms.claims if not claim.strand and not oms.is_outranked(claim) and not isinstance(claim, Tie)
    ]
    counts = {Holding.SEEN: 0, Holding.POSSIBLE: 0}
    for claim in record:
        held = [oms.time_of(claim).holds_in_year(year) for year in range(1919, 1944)]
        if oms.time_of(claim).dated:
            assert set(held) & {Holding.SEEN, Holding.POSSIBLE} or isinstance(claim, Event), claim.ref
        for holding in counts:
            counts[holding] += held.count(holding)
    assert counts[Holding.SEEN] >= 190
    assert counts[Holding.POSSIBLE] <= 0.45 * sum(counts.values())


def test_the_sides_of_limits_are_those_of_the_oms(oms: Dataset) -> None:
    flieg = oms.times.limits["post:flieg-germany"]
    assert flieg.not_before is not None
    assert flieg.not_before.side is Side.NOT_BEFORE
    assert flieg.not_before.ref == "post:burde-germany"
    assert OMS.is_dir()
    assert isinstance(oms.stations[0], Station)


def test_a_chain_of_parts_may_be_of_any_length_and_a_circle_is_reported_once(small: Dataset, make: Any) -> None:
    links = [make("station", f"s{n}", part_of=f"s{n + 1}") for n in range(2000)]
    data = dataset_of(small, *links, make("station", "s2000", when="1921/1939"))
    assert data.time_of(data.stations[0]).limits == (day_of(1921), day_of(1939, 12, 31))
    reported: list[tuple[str, ...]] = []
    circle = replace(data, stations=(*links, make("station", "s2000", part_of="s1998")))
    claim_times(circle, lambda claim, column, code, message: reported.append((claim.ref, column, code)), str)
    assert reported == [("station:s1998", "part_of", "nested-in-itself")]
