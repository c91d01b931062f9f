"""What is certain of a date, and what is possible at all, as stretches of days that can be compared.

A stretch is its first and last day; where it reaches without limit they are infinite.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from seeds.days import iso
from seeds.findings.finding import MOST
from seeds.when import Bound, Edge, Form, When

Stretch = tuple[float, float]
ALWAYS: Stretch = (float("-inf"), float("inf"))


class Lined(Protocol):
    """A row of a file."""

    @property
    def line(self) -> int:
        """Where it begins."""


R = TypeVar("R", bound=Lined)


def extent(when: When | None) -> Stretch:
    """From the first to the last day on which it may have held: all days where there is no date.

    >>> from seeds.edtf import parse
    >>> extent(parse("1970-01-01/1970-01")), extent(None)
    ((0, 30), (-inf, inf))
    """
    if when is None:
        return ALWAYS
    single = when.spans[0] if len(when.spans) == 1 else when  # nearly every date, and three times as fast
    first, last = single.start_earliest.day, single.end_latest.day
    return (ALWAYS[0] if first is None else first, ALWAYS[1] if last is None else last)


def certain_days(when: When | None) -> tuple[Stretch, ...]:
    """The stretches of days on each of which it certainly held, as `When.holds` answers for one day.

    >>> from seeds.edtf import parse
    >>> certain_days(parse("1969-12/1970-01-03")), certain_days(parse("1970"))
    (((-1, 2),), ())
    """
    if when is None or when.doubtful:
        return ()
    cores = [(begun_by(span.start_latest), lasted_to(span.end_earliest)) for span in when.spans]
    if when.form is not Form.ALL_OF:  # it is one of them, and which is not known
        cores = [(max(first for first, _ in cores), min(last for _, last in cores))]
    return tuple((first, last) for first, last in cores if first <= last)


def begun_by(start: Bound) -> float:
    """The day by which something had begun: never, where that is not known."""
    return start.day if start.day is not None else ALWAYS[0] if start.edge is Edge.OPEN else ALWAYS[1]


def lasted_to(end: Bound) -> float:
    """The day up to which something had not ended: none, where that is not known."""
    return end.day if end.day is not None else ALWAYS[1] if end.edge is Edge.OPEN else ALWAYS[0]


def meetings(stretches: Iterable[tuple[Stretch, R]]) -> Iterator[tuple[R, R, Stretch]]:
    """Every two rows whose stretches have a day in common, in the order of their lines, with those days.

    A row meets those that came before it, the `MOST` that last longest of them: by a sweep over the beginnings, in
    a time that grows with the rows and not with their pairs.
    """
    going_on: list[tuple[Stretch, R]] = []
    met: set[tuple[int, int]] = set()
    for stretch, row in sorted(stretches, key=lambda pair: (pair[0], pair[1].line)):
        going_on = [other for other in going_on if other[0][1] >= stretch[0]]
        for (_, last), other in going_on:
            first, second = sorted((other, row), key=lambda r: r.line)
            if other is not row and (id(first), id(second)) not in met:
                met.add((id(first), id(second)))
                yield first, second, (stretch[0], min(last, stretch[1]))
        going_on.append((stretch, row))
        if len(going_on) > MOST:
            del going_on[min(range(len(going_on)), key=lambda index: going_on[index][0][1])]


def told(stretch: Stretch) -> str:
    """A stretch of days in a message.

    >>> told((0, 0)), told((0, 30)), told((0, float("inf")))
    ('on 1970-01-01', 'from 1970-01-01 to 1970-01-31', 'from 1970-01-01 on')
    """
    first, last = stretch
    if first == last:
        return f"on {iso(int(first))}"
    if first == ALWAYS[0] and last == ALWAYS[1]:
        return "at all times"
    if first == ALWAYS[0]:
        return f"until {iso(int(last))}"
    return f"from {iso(int(first))} on" if last == ALWAYS[1] else f"from {iso(int(first))} to {iso(int(last))}"
