"""Dates in words: "April 1927", "between 1924 and 1926, perhaps". Never codes.

This decides what is to be said; how a language says it is in `seeds.tongues`.
"""

from __future__ import annotations

from collections.abc import Mapping

from seeds.days import date_of
from seeds.relative import parse_relative
from seeds.tongues import Tongue, tongue_of
from seeds.tongues.tongue import End as ToldEnd
from seeds.tongues.tongue import Shape, Told
from seeds.when import Date, Edge, End, Form, Precision, When


def in_words(when: When, titles: Mapping[str, str] | None = None, language: str = "en") -> str:
    """A date in words, without a point at the end.

    Parameters
    ----------
    when : When
    titles : mapping, optional
        what the rows are called that a relative date may name, by their refs.
    language : str
        a BCP 47 tag; English where `seeds.tongues` does not speak it.

    Examples
    --------
    >>> from seeds.edtf import parse
    >>> [in_words(parse(t)) for t in ("1927-05", "1924~/1926~", "1921/..", "1921/", "/1929", "[1926..]")]
    ['May 1927', 'from about 1924 to about 1926', 'from 1921 on', 'from 1921, end not known', 'until 1929, beginning not known', '1926 or later']
    >>> [in_words(parse("1921/1928~"), language=tag) for tag in ("de", "ru", "zh")]
    ['von 1921 bis etwa 1928', 'с 1921 по 1928 год (приблизительно)', '1921年至约1928年']
    """
    tongue = tongue_of(language)
    words = _phrase(when, titles or {}, tongue)
    return tongue.perhaps(words) if when.doubtful else words


def _phrase(when: When, titles: Mapping[str, str], tongue: Tongue) -> str:
    if when.form is Form.RELATIVE:
        return _relative(when, titles, tongue)
    start, end = _told(when.ends[0][0]), _told(when.ends[0][1])
    if when.form is Form.DATE and isinstance(start, Told):
        return tongue.date(start)
    if when.form is Form.INTERVAL:
        return tongue.interval(start, end)
    pieces = [_member(*pair, tongue) for pair in when.ends]
    return pieces[0] if len(pieces) == 1 else tongue.either(pieces, one_of=when.form is Form.ONE_OF)


def _member(start: End, end: End, tongue: Tongue) -> str:
    told = _told(start)
    return tongue.member(told, told if start is end else _told(end))


def _told(end: End) -> ToldEnd:
    """A date with its shape, or the reason why there is none."""
    if isinstance(end, Edge):
        return end
    first, last = date_of(end.first), date_of(end.last)
    return Told(_shape(end, first, last), first, last, end.about, end.grouping or 0)


def _shape(date: Date, first: tuple[int, int, int], last: tuple[int, int, int]) -> Shape:
    (year, month, _), (last_year, last_month, _) = first, last
    if date.precision is Precision.SEASON and date.grouping is not None:
        return Shape.SEASON
    if first == last:
        return Shape.DAY
    if (year, month) == (last_year, last_month) and date.precision is Precision.MONTH:
        return Shape.MONTH
    if date.precision is Precision.DECADE and last_year - year == 9:
        return Shape.DECADE
    if date.precision is Precision.CENTURY and last_year - year == 99:
        return Shape.CENTURY
    return Shape.YEAR if year == last_year and (month, last_month) == (1, 12) else Shape.DAYS


def _relative(when: When, titles: Mapping[str, str], tongue: Tongue) -> str:
    relative = parse_relative(when.text)
    years, months = divmod(relative.months or 0, 12)
    other = titles.get(relative.ref, relative.ref)
    return tongue.relative(
        other, after=relative.after, exact=relative.exact, years=years, months=months, days=relative.days or 0
    )
