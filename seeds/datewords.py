"""Dates in words, in English: "April 1927", "between 1924 and 1926, perhaps". Never codes."""

from __future__ import annotations

from seeds.days import date_of
from seeds.relative import parse_relative
from seeds.when import Date, Edge, End, Form, Precision, When

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {
    **{21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
    **{25: "northern spring", 26: "northern summer", 27: "northern autumn", 28: "northern winter"},
    **{29: "southern spring", 30: "southern summer", 31: "southern autumn", 32: "southern winter"},
    **{33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter"},
    **{37: "first third", 38: "second third", 39: "last third", 40: "first half", 41: "second half"},
}


def in_words(when: When, titles: dict[str, str] | None = None) -> str:
    """A date in words, without a point at the end.

    Parameters
    ----------
    when : When
    titles : dict, optional
        what the rows are called that a relative date may name, by their refs.

    Examples
    --------
    >>> from seeds.edtf import parse
    >>> [in_words(parse(t)) for t in ("1927-05", "1924~/1926~", "1921/..", "1921/", "/1929", "[1926..]")]
    ['May 1927', 'from about 1924 to about 1926', 'from 1921 on', 'from 1921, end not known', 'until 1929, beginning not known', '1926 or later']
    """
    perhaps = ", perhaps" if when.doubtful else ""
    if when.form is Form.RELATIVE:
        return _relative(when, titles or {}) + perhaps
    start, end = when.ends[0]
    if when.form is Form.DATE and isinstance(start, Date):
        return _date(start) + perhaps
    if when.form is Form.INTERVAL:
        return _interval(start, end) + perhaps
    pieces = [_member(*pair) for pair in when.ends]
    joined = (
        pieces[0]
        if len(pieces) == 1
        else ", ".join(pieces[:-1]) + (" or " if when.form is Form.ONE_OF else " and ") + pieces[-1]
    )
    return joined + perhaps


def _date(date: Date) -> str:
    return f"about {_plain(date)}" if date.about else _plain(date)


def _plain(date: Date) -> str:
    year, month, day = date_of(date.first)
    last_year, last_month, last_day = date_of(date.last)
    if date.precision is Precision.SEASON and date.grouping is not None:
        word = _SEASONS[date.grouping]
        return f"{word} {_year(year)}" if date.grouping < 33 else f"the {word} of {_year(year)}"
    if (year, month, day) == (last_year, last_month, last_day):
        return f"{day} {MONTHS[month - 1]} {_year(year)}"
    if (year, month) == (last_year, last_month) and date.precision is Precision.MONTH:
        return f"{MONTHS[month - 1]} {_year(year)}"
    if date.precision is Precision.DECADE and last_year - year == 9:
        return f"the {_year(year)}s"
    if date.precision is Precision.CENTURY and last_year - year == 99:
        return f"the years {_year(year)} to {_year(last_year)}"
    if year == last_year and (month, last_month) == (1, 12):
        return _year(year)
    return f"between {day} {MONTHS[month - 1]} {_year(year)} and {last_day} {MONTHS[last_month - 1]} {_year(last_year)}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _interval(start: End, end: End) -> str:
    match start, end:
        case Date(), Date():
            return f"from {_date(start)} to {_date(end)}"
        case Date(), Edge.OPEN:
            return f"from {_date(start)} on"
        case Date(), _:
            return f"from {_date(start)}, end not known"
        case Edge.OPEN, Date():
            return f"before and until {_date(end)}"
        case _, Date():
            return f"until {_date(end)}, beginning not known"
        case _:
            return "at a time that no source gives"


def _member(start: End, end: End) -> str:
    match start, end:
        case Date(), Date() if start is end:
            return _date(start)
        case Date(), Date():
            return f"between {_date(start)} and {_date(end)}"
        case Date(), _:
            return f"{_date(start)} or later"
        case _, Date():
            return f"{_date(end)} or earlier"
        case _:
            return "at a time that no source gives"


def _relative(when: When, titles: dict[str, str]) -> str:
    relative = parse_relative(when.text)
    other = titles.get(relative.ref, relative.ref)
    side = "after" if relative.after else "before"
    if not relative.exact:
        return f'{side} "{other}"'
    years, months = divmod(relative.months or 0, 12)
    parts = [(years, "year"), (months, "month"), (relative.days or 0, "day")]
    told = " and ".join(f"{count} {unit}{'s' if count != 1 else ''}" for count, unit in parts if count)
    return f'{told or "at once"} {side} "{other}"'
