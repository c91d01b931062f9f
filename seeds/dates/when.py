"""The meaning of a date: four bounds of whole days, and whether it holds in a period.

`seeds.dates.edtf` parses dates into these. `APPROXIMATION` defines how much "about" adds to a date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from liaison_atlas.seeds.dates.days import UNBOUNDED, Calendar, Day, add_months, calendar_date, day_of, iso_date

DayBounds: TypeAlias = tuple[int, int, int, int]
"""The earliest and latest day of the beginning, and the earliest and latest day of the end."""


class MissingBound(Enum):
    """A bound that is not a day."""

    OPEN = "open"
    """It continued: there is no end (or no beginning)."""
    UNKNOWN = "unknown"
    """No source gives the bound."""

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
    """Whether something holds in a period. For a date alone it is never `UNDATED`."""

    SEEN = "seen"
    """It certainly holds, or a source sees it then."""
    POSSIBLE = "possible"
    """It may hold, within limits that a source states or that are inferred."""
    UNDATED = "undated"
    """No source gives a time."""
    NOT = "not"


class Precision(Enum):
    """The smallest written part of a date."""

    MILLENNIUM = "millennium"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"


# The months and days that `~` ("about") adds on each side of a date. ISO 8601-2 does not define them. They are a
# convention of this project, so that "about 1927" means what readers expect.
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
    """A span of time whose ends may each be known only within bounds.

    ``start`` and ``end`` each lie between an earliest and a latest bound. A day of ``None`` means no limit: before all
    days in ``start_earliest``, after all days in ``end_latest``.
    """

    start_earliest: Bound
    start_latest: Bound
    end_earliest: Bound
    end_latest: Bound

    @property
    def day_bounds(self) -> DayBounds:
        """The four bounds as days, so that comparisons alone show how surely the span holds.

        A side without limit is `UNBOUNDED`. A bound that no source gives extends to both sides: the latest beginning is
        after all days, the earliest end before all days.
        """
        return (
            _day(self.start_earliest, if_open=-UNBOUNDED, if_unknown=-UNBOUNDED),
            _day(self.start_latest, if_open=-UNBOUNDED, if_unknown=UNBOUNDED),
            _day(self.end_earliest, if_open=UNBOUNDED, if_unknown=-UNBOUNDED),
            _day(self.end_latest, if_open=UNBOUNDED, if_unknown=UNBOUNDED),
        )

    @property
    def happening_bounds(self) -> DayBounds:
        """The bounds of an event, which does not last: an end that no source gives is at the beginning."""
        start_earliest, start_latest, end_earliest, end_latest = self.day_bounds
        if self.end_latest.missing is MissingBound.UNKNOWN and self.start_earliest.day is not None:
            return start_earliest, start_latest, start_earliest, start_latest
        if self.start_earliest.missing is MissingBound.UNKNOWN and self.end_latest.day is not None:
            return end_earliest, end_latest, end_earliest, end_latest
        return self.day_bounds


def _day(bound: Bound, if_open: int, if_unknown: int) -> int:
    return bound.day if bound.day is not None else if_open if bound.missing is MissingBound.OPEN else if_unknown


def overlap(one: DayBounds, other: DayBounds) -> Holding:
    """Return whether two spans of time have a day in common. This rule decides whether anything holds in a period.

    They certainly have one if every reading of their bounds gives one, and possibly if some reading does. Between two
    known days, the bounds are those days. The viewer has the same rule, ``overlap`` in ``claim-dates.ts``.

    Returns
    -------
    Holding
        ``SEEN`` for certainly, ``POSSIBLE`` for possibly, else ``NOT``.
    """
    if one[1] <= other[2] and other[1] <= one[2]:
        return Holding.SEEN
    return Holding.POSSIBLE if one[0] <= other[3] and other[0] <= one[3] else Holding.NOT


def set_holding(members: Sequence[DayBounds], all_of: bool, first: int, last: int) -> Holding:
    """Return whether a set of spans, all of them or one of them, holds in the days from ``first`` to ``last``.

    If the spans are alternatives, each must certainly hold. If all spans hold, one is enough.

    Returns
    -------
    Holding
        ``POSSIBLE`` if the members differ and none decides.
    """
    holdings = {overlap(bounds, (first, first, last, last)) for bounds in members}
    if all_of and Holding.SEEN in holdings:
        return Holding.SEEN
    return holdings.pop() if len(holdings) == 1 else Holding.POSSIBLE


def enclosing_bounds(members: Sequence[DayBounds], all_of: bool) -> DayBounds:
    """The bounds that enclose a set of spans: from the first to the last, or of the one that holds."""
    if len(members) == 1:
        return members[0]
    starts_earliest, starts_latest, ends_earliest, ends_latest = zip(*members, strict=True)
    first, last = (min, max) if all_of else (max, min)
    return min(starts_earliest), first(starts_latest), last(ends_earliest), max(ends_latest)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """One written date with its days, precision and marks, from which it is put into words.

    ``calendar`` is the calendar in which it was written; ``first`` and ``last`` do not depend on it. A date without a
    month is the same in both calendars.
    """

    first: Day
    last: Day
    precision: Precision
    approximate: bool
    doubtful: bool
    grouping: int | None = None
    calendar: Calendar = Calendar.GREGORIAN

    @property
    def widened_days(self) -> tuple[Day, Day]:
        """The first and last day, extended if the date is approximate (`APPROXIMATION`)."""
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
    """A date relative to another row, from `seeds.dates.relative_dates`."""


IntervalEnd = WrittenDate | MissingBound


@dataclass(frozen=True, slots=True)
class When:
    """The meaning of a date: four bounds in days, and whether it holds in a period.

    ``text``
        the date as the author wrote it; ``str(when) == when.text``.
    ``spans``
        one span of time, or for a set one span per member. A single date is a span that lies somewhere within it.
        ``A/B`` begins within A and ends within B. ``1921/..`` continued without end. ``1921/`` may have ended, at a
        time that no source gives.
    ``doubtful``
        whether the date contains a ``?`` or ``%``. Such a date holds only possibly.

    Dates have no order of their own: to sort them, name a bound.
    """

    text: str
    form: DateForm
    spans: tuple[Span, ...]
    ends: tuple[tuple[IntervalEnd, IntervalEnd], ...]
    doubtful: bool

    def __hash__(self) -> int:
        return hash(self.text)  # large tables look up dates by value, and few with the same text differ

    def __str__(self) -> str:
        return self.text

    @property
    def old_style(self) -> bool:
        """Whether a day or a month in the date is in the Julian calendar."""
        return any(
            isinstance(end, WrittenDate) and end.calendar is Calendar.JULIAN for pair in self.ends for end in pair
        )

    @property
    def start_earliest(self) -> Bound:
        """The earliest bound of the beginning."""
        return min(self.spans, key=lambda span: span.day_bounds[0]).start_earliest

    @property
    def start_latest(self) -> Bound:
        """The latest bound of the beginning; if all of several dates hold, that of the first one."""
        outermost = min if self.form is DateForm.ALL_OF else max
        return outermost(self.spans, key=lambda span: span.day_bounds[1]).start_latest

    @property
    def end_earliest(self) -> Bound:
        """The earliest bound of the end; if all of several dates hold, that of the last one."""
        outermost = max if self.form is DateForm.ALL_OF else min
        return outermost(self.spans, key=lambda span: span.day_bounds[2]).end_earliest

    @property
    def end_latest(self) -> Bound:
        """The latest bound of the end."""
        return max(self.spans, key=lambda span: span.day_bounds[3]).end_latest

    @property
    def enclosing_bounds(self) -> DayBounds:
        """The bounds as days; for a set, from its first bound to its last."""
        return enclosing_bounds(self.day_bounds, self.form is DateForm.ALL_OF)

    def in_doubt(self, bounds: DayBounds) -> DayBounds:
        """The bounds, or, if the date is doubtful, bounds for which it never certainly holds."""
        return (bounds[0], UNBOUNDED, -UNBOUNDED, bounds[3]) if self.doubtful else bounds

    @property
    def day_bounds(self) -> list[DayBounds]:
        """The bounds of each span as days."""
        return [self.in_doubt(span.day_bounds) for span in self.spans]

    def holds(self, first: int, last: int) -> Holding:
        """Return whether the date holds in the days from ``first`` to ``last``, both included.

        Returns
        -------
        Holding
            the result of `overlap`.

        Examples
        --------
        >>> from liaison_atlas.seeds.dates.edtf import parse
        >>> year = day_of(1927), day_of(1927, 12, 31)
        >>> parse("1921/..").holds(*year), parse("1921/").holds(*year), parse("[1935,1937]").holds(*year)
        (<Holding.SEEN: 'seen'>, <Holding.POSSIBLE: 'possible'>, <Holding.NOT: 'not'>)
        """
        return set_holding(self.day_bounds, self.form is DateForm.ALL_OF, first, last)

    def holds_in_year(self, year: int) -> Holding:
        """Whether the date holds in a year."""
        return self.holds(day_of(year), day_of(year, 12, 31))


def span_between(start: IntervalEnd, end: IntervalEnd) -> Span:
    """The span that begins within ``start`` and ends within ``end``."""
    start_earliest, start_latest = _bounds(start)
    end_earliest, end_latest = (start_earliest, start_latest) if end is start else _bounds(end)
    # An end that no source gives is after the beginning, and a beginning before the end.
    if end is MissingBound.UNKNOWN and start_earliest.day is not None:
        end_earliest = start_earliest
    if start is MissingBound.UNKNOWN and end_latest.day is not None:
        start_latest = end_latest
    # The same holds for a known bound: in 1921~/1922 the end is not before the earliest beginning.
    if start_earliest.day is not None and end_earliest.day is not None and end_earliest.day < start_earliest.day:
        end_earliest = start_earliest
    if end_latest.day is not None and start_latest.day is not None and start_latest.day > end_latest.day:
        start_latest = end_latest
    return Span(start_earliest, start_latest, end_earliest, end_latest)


def _bounds(end: IntervalEnd) -> tuple[Bound, Bound]:
    """The earliest and the latest day of an end. For a single day, as in most dates, both are one object."""
    if not isinstance(end, WrittenDate):
        unbounded = Bound(None, end)
        return unbounded, unbounded
    first, last = end.widened_days
    earliest = Bound(first)
    return earliest, earliest if first == last else Bound(last)


def span_within(start: IntervalEnd, end: IntervalEnd) -> Span:
    """The span of a date that lies somewhere from ``start`` to ``end``."""
    span = span_between(start, end)
    first = span.start_earliest if isinstance(start, WrittenDate) else Bound(None, MissingBound.UNKNOWN)
    last = span.end_latest if isinstance(end, WrittenDate) else Bound(None, MissingBound.UNKNOWN)
    return Span(first, last, first, last)


def single_month(when: When) -> tuple[int, int] | None:
    """Return year and month, if the date is exactly one month or one day of it.

    Returns
    -------
    tuple of int or None
        ``None`` if the date is longer than a month or has an open end.

    Examples
    --------
    >>> from liaison_atlas.seeds.dates.edtf import parse
    >>> single_month(parse("1927-05-12")), single_month(parse("1927"))
    ((1927, 5), None)
    """
    first, last = when.start_earliest.day, when.end_latest.day
    if first is None or last is None or calendar_date(first)[:2] != calendar_date(last)[:2]:
        return None
    return calendar_date(first)[:2]
