"""What is certain of a date, and what is possible at all, as stretches of days that can be compared.

A stretch is its first and last day; where it reaches without limit they are infinite.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from seeds.dates.days import iso_date
from seeds.dates.when import Bound, DateForm, MissingBound, When

DayRange = tuple[float, float]
MAX_PAIRS_PER_ROW = 10
"""So many rows at most are held against one row, so that a table of one row a hundred thousand times is told too."""
ALL_DAYS: DayRange = (float("-inf"), float("inf"))


class HasLine(Protocol):
    """A row of a file."""

    @property
    def line(self) -> int:
        """Where it begins."""


R = TypeVar("R", bound=HasLine)


def possible_days(when: When | None) -> DayRange:
    """From the first to the last day on which it may have held: all days where there is no date.

    >>> from seeds.dates.edtf import parse
    >>> possible_days(parse("1970-01-01/1970-01")), possible_days(None)
    ((0, 30), (-inf, inf))
    """
    if when is None:
        return ALL_DAYS
    single = when.spans[0] if len(when.spans) == 1 else when  # nearly every date, and three times as fast
    first, last = single.start_earliest.day, single.end_latest.day
    return (ALL_DAYS[0] if first is None else first, ALL_DAYS[1] if last is None else last)


def certain_days(when: When | None) -> tuple[DayRange, ...]:
    """The stretches of days on each of which it certainly held, as `When.holds` answers for one day.

    >>> from seeds.dates.edtf import parse
    >>> certain_days(parse("1969-12/1970-01-03")), certain_days(parse("1970"))
    (((-1, 2),), ())
    """
    if when is None or when.doubtful:
        return ()
    cores = [(latest_start(span.start_latest), earliest_end(span.end_earliest)) for span in when.spans]
    if when.form is not DateForm.ALL_OF:  # it is one of them, and which is not known
        cores = [(max(first for first, _ in cores), min(last for _, last in cores))]
    return tuple((first, last) for first, last in cores if first <= last)


def latest_start(start: Bound) -> float:
    """The day by which something had begun: never, where that is not known."""
    return start.day if start.day is not None else ALL_DAYS[0] if start.missing is MissingBound.OPEN else ALL_DAYS[1]


def earliest_end(end: Bound) -> float:
    """The day up to which something had not ended: none, where that is not known."""
    return end.day if end.day is not None else ALL_DAYS[1] if end.missing is MissingBound.OPEN else ALL_DAYS[0]


def overlapping_pairs(stretches: Iterable[tuple[DayRange, R]]) -> Iterator[tuple[R, R, DayRange]]:
    """Every two rows whose stretches have a day in common, in the order of their lines, with those days.

    A row meets those that came before it, the `MOST` that last longest of them: by a sweep over the beginnings, in
    a time that grows with the rows and not with their pairs.
    """
    going_on: list[tuple[DayRange, R]] = []
    met: set[tuple[int, int]] = set()
    for stretch, row in sorted(stretches, key=lambda pair: (pair[0], pair[1].line)):
        going_on = [other for other in going_on if other[0][1] >= stretch[0]]
        for (_, last), other in going_on:
            first, second = sorted((other, row), key=lambda r: r.line)
            if other is not row and (id(first), id(second)) not in met:
                met.add((id(first), id(second)))
                yield first, second, (stretch[0], min(last, stretch[1]))
        going_on.append((stretch, row))
        if len(going_on) > MAX_PAIRS_PER_ROW:
            del going_on[min(range(len(going_on)), key=lambda index: going_on[index][0][1])]


def day_range_text(stretch: DayRange) -> str:
    """A stretch of days in a message.

    >>> day_range_text((0, 0)), day_range_text((0, 30)), day_range_text((0, float("inf")))
    ('on 1970-01-01', 'from 1970-01-01 to 1970-01-31', 'from 1970-01-01 on')
    """
    first, last = stretch
    if first == last:
        return f"on {iso_date(int(first))}"
    if first == ALL_DAYS[0] and last == ALL_DAYS[1]:
        return "at all times"
    if first == ALL_DAYS[0]:
        return f"until {iso_date(int(last))}"
    return (
        f"from {iso_date(int(first))} on"
        if last == ALL_DAYS[1]
        else f"from {iso_date(int(first))} to {iso_date(int(last))}"
    )
