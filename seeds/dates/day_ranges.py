"""The certain and the possible days of a date, as ranges of days that can be compared.

A range is a pair of first and last day. A range without limit uses `UNBOUNDED`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from liaison_atlas.seeds.dates.days import UNBOUNDED, iso_date
from liaison_atlas.seeds.dates.when import DateForm, When

DayRange = tuple[int, int]
MAX_PAIRS_PER_ROW = 10
"""A row is compared with at most this many others, so that the comparison also ends for a table that repeats one row a
hundred thousand times."""
ALL_DAYS: DayRange = (-UNBOUNDED, UNBOUNDED)


class HasLine(Protocol):
    """A row of a file."""

    @property
    def line(self) -> int:
        """Where it begins."""


R = TypeVar("R", bound=HasLine)


def possible_days(when: When | None) -> DayRange:
    """Return the first and the last day on which a date may have held: all days if there is no date.

    Returns
    -------
    DayRange
        first and last day since 1970-01-01, both included.

    Examples
    --------
    >>> from liaison_atlas.seeds.dates.edtf import parse
    >>> possible_days(parse("1970-01-01/1970-01")), possible_days(None) == ALL_DAYS
    ((0, 30), True)
    >>> possible_days(parse("[1970-01-01,1970-02-01]"))
    (0, 31)
    """
    if when is None:
        return ALL_DAYS
    first, _, _, last = when.enclosing_bounds
    return first, last


def days_between(first: When | None, last: When | None) -> DayRange:
    """From the earliest day of one date to the latest of another; without limit if a date is unknown or in doubt."""
    first, last = (None if when is None or when.doubtful else when for when in (first, last))
    return possible_days(first)[0], possible_days(last)[1]


def certain_days(when: When | None) -> tuple[DayRange, ...]:
    """Return the ranges of days on which a date certainly held, as `When.holds` returns it for single days.

    Returns
    -------
    tuple of DayRange
        empty if there is no date, it is in doubt, or no day is certain.

    Examples
    --------
    >>> from liaison_atlas.seeds.dates.edtf import parse
    >>> certain_days(parse("1969-12/1970-01-03")), certain_days(parse("1970"))
    (((-1, 2),), ())
    """
    if when is None or when.doubtful:
        return ()
    # If it is one of several dates, it is unknown which one. A day is then certain only if it is certain for each date.
    members = when.day_bounds if when.form is DateForm.ALL_OF else [when.enclosing_bounds]
    return tuple((first, last) for _, first, last, _ in members if first <= last)


def overlapping_pairs(day_ranges: Iterable[tuple[DayRange, R]]) -> Iterator[tuple[R, R, DayRange]]:
    """Every pair of rows whose ranges have a day in common, in the order of their lines, with those days.

    A sweep over the first days pairs each row with the active rows before it. Only the `MAX_PAIRS_PER_ROW` that end
    last are compared, so that the time grows with the number of rows and not of pairs.

    Yields
    ------
    (R, R, DayRange)
        the two rows, the one with the lower line first, and the days that they share.
    """
    active: list[tuple[DayRange, R]] = []
    seen_pairs: set[tuple[int, int]] = set()
    for days, row in sorted(day_ranges, key=lambda pair: (pair[0], pair[1].line)):
        active = [other for other in active if other[0][1] >= days[0]]
        for (_, last), other in active:
            first, second = sorted((other, row), key=lambda r: r.line)
            pair = first.line, second.line
            if first.line != second.line and pair not in seen_pairs:
                seen_pairs.add(pair)
                yield first, second, (days[0], min(last, days[1]))
        active.append((days, row))
        if len(active) > MAX_PAIRS_PER_ROW:
            del active[min(range(len(active)), key=lambda index: active[index][0][1])]


def day_range_text(days: DayRange) -> str:
    """Format a range of days for a message.

    Returns
    -------
    str
        English text, with the days as ``YYYY-MM-DD``.

    Examples
    --------
    >>> day_range_text((0, 0)), day_range_text((0, 30)), day_range_text((0, UNBOUNDED))
    ('on 1970-01-01', 'from 1970-01-01 to 1970-01-31', 'from 1970-01-01 on')
    """
    first, last = days
    if first == last:
        return f"on {iso_date(first)}"
    if days == ALL_DAYS:
        return "at all times"
    if first == ALL_DAYS[0]:
        return f"until {iso_date(last)}"
    return f"from {iso_date(first)} on" if last == ALL_DAYS[1] else f"from {iso_date(first)} to {iso_date(last)}"
