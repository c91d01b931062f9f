"""What a date means: four bounds of whole days, and whether it holds in a period, with three possible results.

`seeds.dates.edtf` reads dates into these. What "about" adds is stated once, in `APPROXIMATION`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from seeds.dates.days import Day, add_months, calendar_date, day_of, iso_date


class MissingBound(Enum):
    """A bound that is not a day."""

    OPEN = "open"
    """It went on: no end (or no beginning) within reach."""
    UNKNOWN = "unknown"
    """No source says."""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Bound:
    """One of the four bounds: a day, or the reason why there is none. Prints as ``YYYY-MM-DD``."""

    day: Day | None
    missing: MissingBound | None = None

    def __str__(self) -> str:
        return iso_date(self.day) if self.day is not None else str(self.missing)


class Holding(Enum):
    """Whether a date holds in a period."""

    CERTAINLY = "certainly"
    POSSIBLY = "possibly"
    NOT = "not"


class Precision(Enum):
    """What the smallest written part of a date is."""

    MILLENNIUM = "millennium"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"


# What `~` ("about") adds on each side of a date: (months, days). A convention of this project,
# chosen so that the words "about 1927" mean what a reader takes them for; ISO 8601-2 leaves it open.
APPROXIMATION: dict[Precision, tuple[int, int]] = {
    Precision.MILLENNIUM: (12 * 100, 0),
    Precision.CENTURY: (12 * 20, 0),
    Precision.DECADE: (12 * 5, 0),
    Precision.YEAR: (12 * 2, 0),
    Precision.SEASON: (3, 0),
    Precision.MONTH: (2, 0),
    Precision.DAY: (0, 5),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A span of time whose two ends may each be known only within bounds.

    ``start`` and ``end`` lie somewhere between their earliest and latest bound. ``None`` as a day
    reaches without limit: before all days in ``start_earliest``, after all in ``end_latest``.
    """

    start_earliest: Bound
    start_latest: Bound
    end_earliest: Bound
    end_latest: Bound

    def possibly(self, first: int, last: int) -> bool:
        """Whether some reading of the span has a day in common with ``first`` to ``last``."""
        return _first_day(self.start_earliest) <= last and _last_day(self.end_latest) >= first

    def certainly(self, first: int, last: int) -> bool:
        """Whether every reading of the span has a day in common with ``first`` to ``last``."""
        starts = (
            _first_day(self.start_latest)
            if self.start_latest.missing is MissingBound.OPEN
            else _last_day(self.start_latest)
        )
        ends = (
            _last_day(self.end_earliest)
            if self.end_earliest.missing is MissingBound.OPEN
            else _first_day(self.end_earliest)
        )
        return starts <= last and ends >= first


def _first_day(bound: Bound) -> float:
    return bound.day if bound.day is not None else float("-inf")


def _last_day(bound: Bound) -> float:
    return bound.day if bound.day is not None else float("inf")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """One written date: its days, its precision, its marks; kept so that it can be put into words."""

    first: Day
    last: Day
    precision: Precision
    approximate: bool
    doubtful: bool
    grouping: int | None = None

    @property
    def widened_days(self) -> tuple[Day, Day]:
        """First and last day with what "about" adds (`APPROXIMATION`)."""
        if not self.approximate:
            return self.first, self.last
        months, days = APPROXIMATION[self.precision]
        last = add_months(Day(self.last + 1), months) - 1 if months else self.last
        return Day(add_months(self.first, -months) - days), Day(last + days)


class DateForm(Enum):
    """How a `When` was written."""

    DATE = "date"
    INTERVAL = "interval"
    ONE_OF = "one of"
    ALL_OF = "all of"
    RELATIVE = "relative"
    """Relative to another row; `seeds.dates.relative_dates` makes these."""


IntervalEnd = WrittenDate | MissingBound


@dataclass(frozen=True, slots=True)
class When:
    """What a date means: four bounds in days, and whether it holds in a period.

    ``text``
        as the author wrote it; ``str(when) == when.text``.
    ``spans``
        one span of time, or for a set one for each member. A single date is a span that lies
        somewhere within it; ``A/B`` begins within A and ends within B; ``1921/..`` went on without
        end; ``1921/`` ended, if it did, at a time that no source says.
    ``doubtful``
        a ``?`` or ``%`` stands in it: it holds possibly at most.

    There is no order between two of these: sort by a bound, by name.
    """

    text: str
    form: DateForm
    spans: tuple[Span, ...]
    ends: tuple[tuple[IntervalEnd, IntervalEnd], ...]
    doubtful: bool

    def __hash__(self) -> int:
        return hash(self.text)  # large tables look their dates up by value, and few differ in anything else

    def __str__(self) -> str:
        return self.text

    @property
    def start_earliest(self) -> Bound:
        """The earliest bound of the beginning."""
        return min((s.start_earliest for s in self.spans), key=_first_day)

    @property
    def start_latest(self) -> Bound:
        """The latest bound of the beginning."""
        bounds = [s.start_latest for s in self.spans]
        if self.form is DateForm.ALL_OF:  # all of them held, so the first of them began it
            return min(bounds, key=_start_order)
        return max(bounds, key=_start_order)

    @property
    def end_earliest(self) -> Bound:
        """The earliest bound of the end."""
        bounds = [s.end_earliest for s in self.spans]
        if self.form is DateForm.ALL_OF:
            return max(bounds, key=_end_order)
        return min(bounds, key=_end_order)

    @property
    def end_latest(self) -> Bound:
        """The latest bound of the end."""
        return max((s.end_latest for s in self.spans), key=_last_day)

    def holds(self, first: int, last: int) -> Holding:
        """Whether it holds in the days from ``first`` to ``last``, both included.

        >>> from seeds.dates.edtf import parse
        >>> year = day_of(1927), day_of(1927, 12, 31)
        >>> parse("1921/..").holds(*year), parse("1921/").holds(*year), parse("[1935,1937]").holds(*year)
        (<Holding.CERTAINLY: 'certainly'>, <Holding.POSSIBLY: 'possibly'>, <Holding.NOT: 'not'>)
        """
        if not any(span.possibly(first, last) for span in self.spans):
            return Holding.NOT
        every = any if self.form is DateForm.ALL_OF else all
        if not self.doubtful and every(span.certainly(first, last) for span in self.spans):
            return Holding.CERTAINLY
        return Holding.POSSIBLY

    def overlaps(self, other: When) -> Holding:
        """Whether both hold on one day; a set of dates is taken from its first bound to its last.

        >>> from seeds.dates.edtf import parse
        >>> parse("1921/1925").overlaps(parse("1930/")), parse("1921/1925").overlaps(parse("1925/1930"))
        (<Holding.NOT: 'not'>, <Holding.POSSIBLY: 'possibly'>)
        """
        if not (_could_begin_by(self, other) and _could_begin_by(other, self)):
            return Holding.NOT
        doubtful = self.doubtful or other.doubtful
        if not doubtful and _must_begin_by(self, other) and _must_begin_by(other, self):
            return Holding.CERTAINLY
        return Holding.POSSIBLY

    def holds_in_year(self, year: int) -> Holding:
        """Whether it holds in a year."""
        return self.holds(day_of(year), day_of(year, 12, 31))


def _could_begin_by(one: When, other: When) -> bool:
    return _first_day(one.start_earliest) <= _last_day(other.end_latest)


def _must_begin_by(one: When, other: When) -> bool:
    return _start_order(one.start_latest) <= _end_order(other.end_earliest)


def _start_order(bound: Bound) -> float:
    return _first_day(bound) if bound.missing is MissingBound.OPEN else _last_day(bound)


def _end_order(bound: Bound) -> float:
    return _last_day(bound) if bound.missing is MissingBound.OPEN else _first_day(bound)


def span_between(start: IntervalEnd, end: IntervalEnd) -> Span:
    """The span that begins within ``start`` and ends within ``end``."""
    start_earliest, start_latest = _bounds(start)
    end_earliest, end_latest = (start_earliest, start_latest) if end is start else _bounds(end)
    # An end that no source gives lies after the beginning, and a beginning before the end.
    if end is MissingBound.UNKNOWN and start_earliest.day is not None:
        end_earliest = start_earliest
    if start is MissingBound.UNKNOWN and end_latest.day is not None:
        start_latest = end_latest
    # So does a known one: in 1921~/1922 the end is no earlier than the beginning can be.
    if start_earliest.day is not None and end_earliest.day is not None and end_earliest.day < start_earliest.day:
        end_earliest = start_earliest
    if end_latest.day is not None and start_latest.day is not None and start_latest.day > end_latest.day:
        start_latest = end_latest
    return Span(start_earliest, start_latest, end_earliest, end_latest)


def _bounds(end: IntervalEnd) -> tuple[Bound, Bound]:
    """The earliest and the latest day of an end; of a day both are one object, as most dates are days."""
    if not isinstance(end, WrittenDate):
        unbounded = Bound(None, end)
        return unbounded, unbounded
    first, last = end.widened_days
    earliest = Bound(first)
    return earliest, earliest if first == last else Bound(last)


def span_within(start: IntervalEnd, end: IntervalEnd) -> Span:
    """The span of a date that is one of those from ``start`` to ``end``: it lies within them."""
    span = span_between(start, end)
    first = span.start_earliest if isinstance(start, WrittenDate) else Bound(None, MissingBound.UNKNOWN)
    last = span.end_latest if isinstance(end, WrittenDate) else Bound(None, MissingBound.UNKNOWN)
    return Span(first, last, first, last)


def single_month(when: When) -> tuple[int, int] | None:
    """Year and month, where the date says no more and no less than one month or one day of it.

    >>> from seeds.dates.edtf import parse
    >>> single_month(parse("1927-05-12")), single_month(parse("1927"))
    ((1927, 5), None)
    """
    first, last = when.start_earliest.day, when.end_latest.day
    if first is None or last is None or calendar_date(first)[:2] != calendar_date(last)[:2]:
        return None
    return calendar_date(first)[:2]
