"""Period layers against a brute-force pass over the tables, for every year and month."""

from __future__ import annotations

import pytest

import layers
from layers.layer_frames import COMMON_COLUMNS
from layers.period import PeriodLayers
from seeds.dates.days import day_of, month_length
from seeds.dates.when import Bound, DateForm, MissingBound, When
from seeds.tables.dataset import Dataset

TABLE_OF = {"stations": "stations", "heads": "posts", "couriers": "journeys", "raids": "events"}


FAR = 10**9


def within(low: Bound, high: Bound, side: int) -> tuple[int, int]:
    """The days between two bounds; an open one lies beyond all days on its side, an unknown one anywhere."""
    if low.missing is MissingBound.OPEN or high.missing is MissingBound.OPEN:
        return side * FAR, side * FAR
    return (low.day if low.day is not None else -FAR), (high.day if high.day is not None else FAR)


def brute(when: When, first: int, last: int) -> str | None:
    """The answer by trying readings of the date: beginnings and ends at every day that could matter."""
    answers: list[tuple[bool, bool]] = []
    for span in when.spans:
        start_low, start_high = within(span.start_earliest, span.start_latest, -1)
        end_low, end_high = within(span.end_earliest, span.end_latest, 1)
        days = {start_low, start_high, end_low, end_high, first - 1, first, last, last + 1}
        starts = [day for day in days if start_low <= day <= start_high]
        ends = [day for day in days if end_low <= day <= end_high]
        held = [start <= last and end >= first for start in starts for end in ends if start <= end]
        answers.append((any(held), all(held)))
    if not any(possible for possible, _ in answers):
        return None
    sure = (any if when.form is DateForm.ALL_OF else all)(certain for _, certain in answers)
    return "certainly" if sure and not when.doubtful else "possibly"


def readings(when: When, first: int, last: int) -> list[tuple[int, int]]:
    """What the beginning and end of a date may be; a set reaches from its first bound to its last."""
    start_low, start_high = within(when.start_earliest, when.start_latest, -1)
    end_low, end_high = within(when.end_earliest, when.end_latest, 1)
    starts = [day for day in {start_low, start_high, first, last} if start_low <= day <= start_high]
    ends = [day for day in {end_low, end_high, first, last} if end_low <= day <= end_high]
    return [(start, end) for start in starts for end in ends if start <= end]


def brute_together(one: When, other: When, first: int, last: int) -> str | None:
    """The answer for a line, which holds on the days on which both its stations do."""
    alone = {brute(one, first, last), brute(other, first, last)}
    common = [
        max(a[0], b[0]) <= min(a[1], b[1]) for a in readings(one, first, last) for b in readings(other, first, last)
    ]
    if None in alone or not any(common):
        return None
    sure = alone == {"certainly"} and all(common) and not (one.doubtful or other.doubtful)
    return "certainly" if sure else "possibly"


def held(frame: object) -> dict[str, str]:
    return {row.id: row.holds for row in frame.itertuples()}  # type: ignore[attr-defined]


def check(data: Dataset, period: PeriodLayers, first: int, last: int) -> None:
    found = period.within(first, last)
    for layer, table in TABLE_OF.items():
        expected = {}
        for claim in getattr(data, table):
            if claim.ref in data.dates and (answer := brute(data.dates[claim.ref], first, last)):
                expected[claim.ref] = answer
        assert held(getattr(found, layer)) == expected
    lines = {}
    for station in data.stations:
        for upper in station.reports_to:
            dates = [data.dates[ref] for ref in (station.ref, f"station:{upper}") if ref in data.dates]
            if len(dates) == 2 and (answer := brute_together(*dates, first, last)):
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
