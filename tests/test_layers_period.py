"""Period layers against a brute-force pass over the tables, for every year and month."""

from __future__ import annotations

import pytest

from liaison_atlas import layers
from liaison_atlas.layers.layer_frames import COMMON_COLUMNS
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.dates.days import day_of, month_length
from liaison_atlas.seeds.dates.when import Bound, DateForm, MissingBound
from liaison_atlas.seeds.tables.dataset import Dataset

TABLE_OF = {"stations": "stations", "heads": "posts", "couriers": "journeys", "raids": "events"}


FAR = 10**9


def within(low: Bound, high: Bound, side: int) -> tuple[int, int]:
    """The days between two bounds; an open one lies beyond all days on its side, an unknown one anywhere."""
    if low.missing is MissingBound.OPEN or high.missing is MissingBound.OPEN:
        return side * FAR, side * FAR
    return (low.day if low.day is not None else -FAR), (high.day if high.day is not None else FAR)


def bounds_of(time: ClaimTime) -> list[tuple[int, int, int, int]]:
    """The days between which each member of a date begins and ends, cut to the limits; what happens does not last."""
    found = []
    for span in time.when.spans if time.when else [None]:
        start, end = (-FAR, FAR), (-FAR, FAR)
        if span is not None:
            start = within(span.start_earliest, span.start_latest, -1)
            end = within(span.end_earliest, span.end_latest, 1)
            if (
                not time.lasts
                and span.end_latest.missing is MissingBound.UNKNOWN
                and span.start_earliest.day is not None
            ):
                end = start
            if (
                not time.lasts
                and span.start_earliest.missing is MissingBound.UNKNOWN
                and span.end_latest.day is not None
            ):
                start = end
        low, high = time.limits
        bounds = (max(start[0], low), min(start[1], high), max(end[0], low), min(end[1], high))
        if bounds[0] <= bounds[1] and bounds[2] <= bounds[3] and bounds[0] <= bounds[3]:
            found.append(bounds)
    return found


def readings_of(bounds: tuple[int, int, int, int], days: set[int]) -> list[tuple[int, int]]:
    """What the beginning and the end may be, at every day that could matter."""
    start_low, start_high, end_low, end_high = bounds
    starts = [day for day in {*bounds, *days} if start_low <= day <= start_high]
    ends = [day for day in {*bounds, *days} if end_low <= day <= end_high]
    return [(start, end) for start in starts for end in ends if start <= end]


def brute(time: ClaimTime, first: int, last: int) -> str | None:
    """The answer by trying readings of the time: beginnings and ends at every day that could matter."""
    if any(brute(ClaimTime(seen), first, last) == "seen" for seen in time.seen):
        return "seen"
    answers: list[tuple[bool, bool]] = []
    for bounds in bounds_of(time):
        readings = readings_of(bounds, {first - 1, first, last, last + 1})
        held = [start <= last and end >= first for start, end in readings]
        answers.append((any(held), all(held)))
    if not any(possible for possible, _ in answers):
        return None
    if not time.dated:
        return "undated"
    all_of = time.when is not None and time.when.form is DateForm.ALL_OF
    sure = (any if all_of else all)(certain for _, certain in answers)
    return "seen" if sure and not (time.when and time.when.doubtful) else "possible"


def enclosing_readings(time: ClaimTime, first: int, last: int) -> list[tuple[int, int]]:
    """What the beginning and the end may be; a set reaches from its first bound to its last."""
    members = bounds_of(time)
    inner, outer = (min, max) if time.when and time.when.form is DateForm.ALL_OF else (max, min)
    starts_low, starts_high, ends_low, ends_high = zip(*members, strict=True)
    return readings_of((min(starts_low), inner(starts_high), outer(ends_low), max(ends_high)), {first, last})


def brute_together(one: ClaimTime, other: ClaimTime, first: int, last: int) -> str | None:
    """The answer for a line, which holds on the days on which both its stations do."""
    alone = {brute(one, first, last), brute(other, first, last)}
    weakest = next(answer for answer in (None, "undated", "possible", "seen") if answer in alone)
    sighted = [any(brute(ClaimTime(seen), first, last) == "seen" for seen in time.seen) for time in (one, other)]
    if weakest is None or any(sighted):
        return weakest
    common = [
        max(a[0], b[0]) <= min(a[1], b[1])
        for a in enclosing_readings(one, first, last)
        for b in enclosing_readings(other, first, last)
    ]
    if not any(common):
        return None
    doubtful = any(time.when and time.when.doubtful for time in (one, other))
    return "possible" if weakest == "seen" and (doubtful or not all(common)) else weakest


def held(frame: object) -> dict[str, str]:
    return {row.id: row.holds for row in frame.itertuples()}  # type: ignore[attr-defined]


def check(data: Dataset, period: PeriodLayers, first: int, last: int) -> None:
    found = period.within(first, last)
    for layer, table in TABLE_OF.items():
        expected = {}
        for claim in getattr(data, table):
            if answer := brute(data.time_of(claim), first, last):
                expected[claim.ref] = answer
        assert held(getattr(found, layer)) == expected
    lines = {}
    for station in data.stations:
        for upper in station.reports_to:
            times = (data.time_of(station), data.time_of(data.station(upper)))
            if answer := brute_together(*times, first, last):
                lines[f"liaison:{station.id}--{upper}"] = answer
    assert held(found.liaison) == lines


@pytest.mark.parametrize("year", range(1919, 1944))
def test_the_oms_layers_of_a_year_equal_a_pass_over_the_tables(
    oms: Dataset, oms_layers: PeriodLayers, year: int
) -> None:
    check(oms, oms_layers, day_of(year), day_of(year, 12, 31))


@pytest.mark.parametrize(("first", "last"), [(1919, 1943), (1921, 1927), (1926, 1929), (1938, 1943)])
def test_the_layers_of_a_range_of_years_equal_a_pass_over_the_tables(
    small: Dataset, small_layers: PeriodLayers, oms: Dataset, oms_layers: PeriodLayers, first: int, last: int
) -> None:
    for data, period in ((small, small_layers), (oms, oms_layers)):
        check(data, period, day_of(first), day_of(last, 12, 31))


@pytest.mark.parametrize("month", range(1, 13))
def test_the_layers_of_a_month_equal_a_pass_over_the_tables(oms: Dataset, oms_layers: PeriodLayers, month: int) -> None:
    check(oms, oms_layers, day_of(1927, month), day_of(1927, month, month_length(1927, month)))


@pytest.mark.parametrize("year", range(1920, 1935))
def test_the_small_layers_of_a_year_equal_a_pass_over_the_tables(
    small: Dataset, small_layers: PeriodLayers, year: int
) -> None:
    check(small, small_layers, day_of(year), day_of(year, 12, 31))


def test_every_layer_states_its_columns_and_its_reference_system(small_layers: PeriodLayers) -> None:
    for _, frame in small_layers.items():
        assert tuple(frame.columns[: len(COMMON_COLUMNS)]) == COMMON_COLUMNS
        assert frame.crs.to_epsg() == 4326
        assert frame["id"].is_unique


def test_a_place_without_position_is_listed_and_never_drawn(small_layers: PeriodLayers) -> None:
    lost = small_layers.stations.set_index("id").loc["station:lost"]
    assert lost.geometry is None
    assert lost.place == "A place without position"


def test_a_journey_without_origin_is_a_point_at_its_destination(small_layers: PeriodLayers) -> None:
    arrival = small_layers.couriers.set_index("id").loc["journey:arrival"]
    assert (arrival.geometry.x, arrival.geometry.y) == (28.95, 41.01)


def test_fiction_is_never_in_the_record(oms_layers: PeriodLayers) -> None:
    for _, frame in oms_layers.record.items():
        assert "fiction" not in set(frame["standing"])
    fiction = oms_layers.strand(oms_layers.data.fiction_strand)
    assert len(fiction.raids) > 0
    assert all(set(frame["standing"]) <= {"fiction"} for _, frame in fiction.items())


def test_every_row_of_every_layer_cites_a_source(oms_layers: PeriodLayers) -> None:
    for name, frame in oms_layers.items():
        assert (frame["citations"].str.len() > 0).all(), name


def test_conjectured_lines_of_liaison_are_uncertain(oms_layers: PeriodLayers) -> None:
    assert len(oms_layers.liaison) > 5
    unsure = oms_layers.liaison[oms_layers.liaison["sureness"] != "certain"]
    assert set(unsure["certainty"]) == {"uncertain"}


def test_an_empty_data_set_has_empty_layers(small: Dataset) -> None:
    from dataclasses import replace

    none = replace(small, stations=(), posts=(), journeys=(), events=(), ties=(), resolved_dates={})
    period = layers.period_layers(none).at(1927)
    assert all(len(frame) == 0 for _, frame in period.items())


def test_a_layer_says_what_is_contested_and_through_which_works_its_sources_were_read(
    small_layers: PeriodLayers,
) -> None:
    couriers, raids = small_layers.couriers.set_index("id"), small_layers.raids.set_index("id")
    arrival = couriers.loc["journey:arrival"]
    assert arrival["citations"] == "Rememberer 1940, p. 91, cited after Example and von Muster 1930, p. 22"
    assert (arrival["cites"], arrival["through"]) == ("Memoir1940[91] through Example1930[22]", "Example1930")
    assert set(couriers["through"].drop("journey:arrival")) == {""}
    assert raids["contested"].to_dict() == {ref: ref.startswith("event:founding") for ref in raids.index}
    assert not {"event:founding", "event:founding-pamphlet"} & set(small_layers.uncontested.raids["id"])
    heads = small_layers.heads.set_index("id")["identifiers"]
    assert heads["post:anna-vienna"] == "wd:Q42; gnd:118540238"
    assert heads["post:boris-vienna"] == ""
