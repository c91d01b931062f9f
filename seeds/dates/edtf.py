"""Parse dates as historians write them: EDTF (ISO 8601-2) becomes four bounds of whole days.

The parser accepts levels 0 and 1, and from level 2 the sets ``[..]`` and ``{..}``, qualifiers on single parts,
unspecified digits in any position, and the groupings 25 to 41. The message for any other form names it. For the
meaning of the marks, see `seeds.dates.when`; for examples, see `docs/reference/dates.md`.

The standard: Library of Congress, Extended Date/Time Format Specification, 4 February 2019.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from liaison_atlas.seeds.dates.days import Calendar, Day, add_months, day_of, month_length
from liaison_atlas.seeds.dates.respelling import respelled
from liaison_atlas.seeds.dates.when import (
    DateForm,
    IntervalEnd,
    MissingBound,
    Precision,
    When,
    WrittenDate,
    span_between,
    span_within,
)


class DateError(ValueError):
    """A text that is not an accepted date.

    Attributes: ``text`` (as written), ``position`` (0-based, in characters), ``reason``.
    """

    def __init__(self, text: str, position: int, reason: str) -> None:
        super().__init__(f"{text!r} is not an accepted date: {reason} (at character {position + 1})")
        self.text, self.position, self.reason = text, position, reason


# The groupings of a year: first month, length in months. 21-24 do not specify the hemisphere and are read as northern.
# Winter (24, 28) begins in December of the written year.
GROUPINGS: dict[int, tuple[int, int]] = {
    **{21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)},
    **{25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3)},
    **{29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3)},
    **{33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)},
    **{37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6)},
}


_QUALIFIER = "[?~%]"
_DATE = re.compile(
    rf"""(?P<yq>{_QUALIFIER})?
    (?P<year>-?[0-9X]{{4}})(?P<ya>{_QUALIFIER})?
    (?:-(?P<mq>{_QUALIFIER})?(?P<month>[0-9X]{{2}})(?P<ma>{_QUALIFIER})?
    (?:-(?P<dq>{_QUALIFIER})?(?P<day>[0-9X]{{2}})(?P<da>{_QUALIFIER})?
    (?P<time>T[0-9:]+(?:Z|[+-][0-9:]+)?)?)?)?""",
    re.VERBOSE | re.ASCII,
)
_LONG_YEAR = re.compile(rf"Y(?P<year>-?[1-9][0-9]{{4,}})(?P<ya>{_QUALIFIER})?", re.ASCII)
_TIME = re.compile(
    r"T(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|24:00:00)"
    # Offsets in use lie between -12:00 and +14:00. In ISO 8601-1 the offset of UTC has a plus.
    r"(?:Z|\+(?:(?:0[0-9]|1[0-3])(?::[0-5][0-9])?|14(?::00)?)"
    r"|-(?!00(?::00)?$)(?:(?:0[0-9]|1[01])(?::[0-5][0-9])?|12(?::00)?))?",
    re.ASCII,
)
_MAX_CHARACTERS = 400  # characters; a longer cell is not a date


# The reasons why a piece is not a date, most specific first.
_REASONS = (
    (r"", "a date is missing here"),
    (
        r"Y?-?[0-9]+(E[0-9]+(S[0-9]+)?|S[0-9]+)",
        "exponents and significant digits are not supported; write the years as a set, [1920..1929]",
    ),
    (r"[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}", "write year, month and day with hyphens, as in 1927-05-12"),
    (r"-?[0-9]{1,3}", "a year has four digits, as in 0987"),
    (r"-?[0-9]{5,}", "a year of more than four digits begins with Y, as in Y12024"),
    # A letter that does not occur in dates: X, T, Y and Z do.
    (
        r"(?s:.*)[A-SU-Wa-z](?s:.*)",
        "words are not allowed; write a date such as 1927-05, 1924~ or [..1929], see docs/reference/dates.md",
    ),
    (r"[0-9X]{4}-[0-9X](-.*)?|[0-9X]{4}-[0-9X]{2}-[0-9X]", "month and day have two digits, as in 1927-05-02"),
    (r"(?s:.*)", "write YYYY, YYYY-MM or YYYY-MM-DD, with the marks X, ?, ~ and % where needed"),
)


def _date_error(text: str, at: int, piece: str) -> DateError:
    return DateError(text, at, next(reason for pattern, reason in _REASONS if re.fullmatch(pattern, piece)))


def _matching_numbers(pattern: str, low: int, high: int) -> Iterator[int]:
    """The numbers from low to high that match a pattern of digits and X, in ascending order."""
    if "X" not in pattern:
        if low <= int(pattern) <= high:
            yield int(pattern)
        return
    for digits in product(*("0123456789" if c == "X" else c for c in pattern)):
        value = int("".join(digits))
        if low <= value <= high:
            yield value


def _outermost_day(calendar: Calendar, year: str, month: str | None, day: str | None, last: bool) -> Day | None:
    """The first or last day that matches a date with unspecified digits; ``None`` if the calendar has none."""
    if "X" not in f"{year}{month}{day}":  # nearly every date has no open digits
        y, m = int(year), int(month) if month else 12 if last else 1
        d = int(day) if day else month_length(y, m, calendar) if last else 1
        return day_of(y, m, d, calendar) if 1 <= d <= month_length(y, m, calendar) else None
    turn = reversed if last else iter
    negative = year.startswith("-")
    years = list(_matching_numbers(year.lstrip("-"), 0, 9999))
    years = sorted(-y for y in years) if negative else years
    for y in turn(years):
        for m in turn(list(_matching_numbers(month or "XX", 1, 12))):
            for d in turn(list(_matching_numbers(day or "XX", 1, month_length(y, m, calendar)))):
                return day_of(y, m, d, calendar)
    return None


def _date(text: str, at: int, piece: str, calendar: Calendar) -> WrittenDate:
    """Parse one date that begins at character ``at`` of ``text``."""
    long_year = _LONG_YEAR.fullmatch(piece)
    if long_year:
        number, mark = int(long_year["year"]), long_year["ya"]
        first, last = day_of(number), day_of(number, 12, 31)
        return WrittenDate(first, last, Precision.YEAR, mark in ("~", "%"), mark in ("?", "%"))
    found = _DATE.fullmatch(piece)
    if not found:
        raise _date_error(text, at, piece)
    year, month, day, time = found["year"], found["month"], found["day"], found["time"]
    if year == "-0000":
        raise DateError(text, at, "the year before 0001 is written 0000, without a sign")
    marks = "".join(found[group] or "" for group in ("yq", "ya", "mq", "ma", "dq", "da"))
    for before, after in (("yq", "ya"), ("mq", "ma"), ("dq", "da")):
        if found[before] and found[before] == found[after]:
            raise DateError(
                text, at + found.start(after), "the same mark is written twice for one part of the date; delete one"
            )
    about, doubtful = bool(set("~%") & set(marks)), bool(set("?%") & set(marks))
    if time and (marks or "X" in piece or not _TIME.fullmatch(time)):
        reason = "a time must be hh:mm:ss, with Z or an offset in hours, after a plain date"
        raise DateError(text, at + found.start("time"), reason)
    if month and "X" not in month and int(month) > 12:
        if int(month) not in GROUPINGS:
            raise DateError(text, at + found.start("month"), f"there is no month or season {month}")
        if day or "X" in year:
            raise DateError(text, at + found.start("month"), "a season must follow a plain year and cannot have a day")
        first_month, months = GROUPINGS[int(month)]
        first = day_of(int(year), first_month)
        return WrittenDate(first, Day(add_months(first, months) - 1), Precision.SEASON, about, doubtful, int(month))
    if month == "00" or day == "00":
        part = "month" if month == "00" else "day"
        reason = f"there is no {part} 00; leave it out, or write XX if it is not known"
        raise DateError(text, at + found.start(part), reason)
    precision = _precision(year, month, day)
    if precision not in (Precision.MONTH, Precision.DAY):  # a year is the same in both calendars
        calendar = Calendar.GREGORIAN
    first_day, last_day = (_outermost_day(calendar, year, month, day, last) for last in (False, True))
    if first_day is None or last_day is None:
        raise DateError(text, at + found.start("day" if day else "month"), "this day does not exist in the calendar")
    return WrittenDate(first_day, last_day, precision, about, doubtful, calendar=calendar)


def _precision(year: str, month: str | None, day: str | None) -> Precision:
    if day and "X" not in day:
        return Precision.DAY
    if month and "X" not in month:
        return Precision.MONTH
    open_digits = len(year) - len(year.rstrip("X"))
    return {0: Precision.YEAR, 1: Precision.DECADE, 2: Precision.CENTURY}.get(open_digits, Precision.MILLENNIUM)


def _ends(text: str, at: int, piece: str, separator: str, calendar: Calendar) -> tuple[IntervalEnd, IntervalEnd]:
    """Parse the two ends around a separator: each is a date, `..` or nothing."""
    ends: list[IntervalEnd] = []
    left, right = piece.split(separator, 1)
    for side, part in ((at, left), (at + len(left) + len(separator), right)):
        if separator == "/" and part == "":
            ends.append(MissingBound.UNKNOWN)
        elif (separator == "/" and part == "..") or (separator == ".." and part == ""):
            ends.append(MissingBound.OPEN)
        else:
            ends.append(_date(text, side, part, calendar))
    start, end = ends
    if not isinstance(start, WrittenDate) and not isinstance(end, WrittenDate):
        raise DateError(text, at, "an interval needs at least one date; leave the cell empty if there is none")
    if not isinstance(start, WrittenDate) or not isinstance(end, WrittenDate):
        return start, end
    if separator == ".." and start.precision is not end.precision:
        raise DateError(text, at, "the ends of a range in a set must both be years, both months or both days")
    if start.first > end.last:
        reason = "it ends before it begins"
        if start.calendar is not end.calendar:
            reason += ", because its days are old style and its years are not; write the month of the year"
        raise DateError(text, at, reason)
    return start, end


@lru_cache(maxsize=65536)
def parse(text: str, calendar: Calendar = Calendar.GREGORIAN) -> When:
    """Parse a date in EDTF, as specified by ISO 8601-2:2019 and the Library of Congress.

    See ``docs/reference/dates.md`` for the accepted forms.

    Parameters
    ----------
    text : str
        EDTF, without surrounding white space.
    calendar : Calendar, optional
        the calendar of the days and months. Years, seasons and longer units are the same in both calendars: a source
        that gives a year means that year, not one that begins thirteen days later.

    Returns
    -------
    When
        the date, with the text as written and its earliest and latest days.

    Raises
    ------
    DateError
        if the text is not an accepted date; with the position and the reason.

    Examples
    --------
    >>> when = parse("1921/1930~")
    >>> str(when.start_earliest), str(when.start_latest), str(when.end_earliest), str(when.end_latest)
    ('1921-01-01', '1921-12-31', '1928-01-01', '1932-12-31')
    >>> str(parse("1900-02-29", Calendar.JULIAN).start_earliest)
    '1900-03-13'
    >>> parse("1900-02-29")
    Traceback (most recent call last):
    ...
    liaison_atlas.seeds.dates.edtf.DateError: '1900-02-29' is not an accepted date: this day does not exist in the calendar (at character 9)
    >>> parse("")
    Traceback (most recent call last):
    ...
    liaison_atlas.seeds.dates.edtf.DateError: '' is not an accepted date: a date is missing here (at character 1)
    """
    if len(text) > _MAX_CHARACTERS:
        raise DateError(text[:40] + "…", 0, f"it is longer than {_MAX_CHARACTERS} characters; shorten it")
    try:
        return _parse(text, calendar)
    except DateError as error:
        spelling = respelled(text)
        if spelling is None or not _is_read(spelling, calendar):
            raise
        raise DateError(text, error.position, f"write {spelling}") from None


def _is_read(text: str, calendar: Calendar) -> bool:
    try:
        _parse(text, calendar)
    except DateError:
        return False
    return True


def _parse(text: str, calendar: Calendar) -> When:
    if text[:1] in ("[", "{"):
        return _set(text, calendar)
    if "/" in text and not re.fullmatch(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}", text):
        if text.count("/") > 1:
            raise DateError(text, text.index("/", text.index("/") + 1), "an interval has only one slash")
        start, end = _ends(text, 0, text, "/", calendar)
        return When(text, DateForm.INTERVAL, (span_between(start, end),), ((start, end),), _doubtful(start, end))
    date = _date(text, 0, text, calendar)
    return When(text, DateForm.DATE, (span_between(date, date),), ((date, date),), date.doubtful)


def _set(text: str, calendar: Calendar) -> When:
    """Parse ``[one, of, these]`` or ``{all, of, these}``. Each member is a date or a range ``A..B``."""
    closing = {"[": "]", "{": "}"}[text[0]]
    if not text.endswith(closing):
        raise DateError(text, len(text) - 1, f"a set that begins with {text[0]} must end with {closing}")
    form = DateForm.ONE_OF if text[0] == "[" else DateForm.ALL_OF
    ends: list[tuple[IntervalEnd, IntervalEnd]] = []
    at, members = 1, text[1:-1].split(",")
    for index, raw in enumerate(members):
        member = raw.lstrip(" ")
        position = at + len(raw) - len(member)
        if ".." in member:
            if (member.startswith("..") and index) or (member.endswith("..") and index < len(members) - 1):
                raise DateError(
                    text, position, "only the first member may begin with .., and only the last may end with .."
                )
            ends.append(_ends(text, position, member, "..", calendar))
        else:
            date = _date(text, position, member, calendar)
            ends.append((date, date))
        at += len(raw) + 1
    spans = tuple(span_within(*pair) if form is DateForm.ONE_OF else span_between(*pair) for pair in ends)
    return When(text, form, spans, tuple(ends), any(_doubtful(*pair) for pair in ends))


def _doubtful(*ends: IntervalEnd) -> bool:
    return any(isinstance(end, WrittenDate) and end.doubtful for end in ends)
