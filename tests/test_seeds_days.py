"""Days against Python's own calendar, and beyond it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_atlas.seeds.dates.days import add_months, calendar_date, day_of, iso_date

EPOCH = date(1970, 1, 1)


@given(st.dates())
def test_a_day_is_the_one_that_python_counts(d: date) -> None:
    assert EPOCH + timedelta(day_of(d.year, d.month, d.day)) == d
    assert iso_date(day_of(d.year, d.month, d.day)) == d.isoformat()


@given(st.integers(-10_000_000_000, 10_000_000_000))
def test_a_day_survives_conversion_to_a_date_and_back(day: int) -> None:
    assert day_of(*calendar_date(day)) == day


@pytest.mark.parametrize("bad", [(1900, 2, 29), (1927, 13, 1), (1927, 0, 1), (1927, 4, 31), (1927, 4, 0)])
def test_a_date_that_the_calendar_lacks_is_refused(bad: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="the calendar has no"):
        day_of(*bad)


@given(st.dates(), st.integers(-5000, 5000))
def test_adding_months_lands_in_the_month_that_many_away(d: date, months: int) -> None:
    year, month, _ = calendar_date(add_months(day_of(d.year, d.month, d.day), months))
    assert year * 12 + month == d.year * 12 + d.month + months
