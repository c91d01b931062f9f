"""Puts dates into words: "April 1927", "between 1924 and 1926, perhaps". They never contain codes.

This module decides what a phrase says; `layers.wording.languages` decides how each language says it.
"""

from __future__ import annotations

from collections.abc import Mapping

from liaison_atlas.layers.wording.languages import Language, language_for
from liaison_atlas.layers.wording.languages.language import DateParts, DatePattern, EndParts
from liaison_atlas.seeds.dates.days import Calendar, calendar_date
from liaison_atlas.seeds.dates.relative_dates import parse_relative
from liaison_atlas.seeds.dates.when import DateForm, IntervalEnd, MissingBound, Precision, When, WrittenDate


def date_in_words(when: When, titles: Mapping[str, str] | None = None, language: str = "en") -> str:
    """A date in words, without a full stop at the end.

    Parameters
    ----------
    when : When
        the date.
    titles : mapping, optional
        the titles of the rows that a relative date may name, by their refs.
    language : str
        a BCP 47 tag; English if `layers.wording.languages` does not have it.

    Returns
    -------
    str
        such as ``May 1927``.

    Examples
    --------
    >>> from liaison_atlas.seeds.dates.edtf import parse
    >>> [date_in_words(parse(t)) for t in ("1927-05", "1924~/1926~", "1921/..", "1921/", "/1929", "[1926..]")]
    ['May 1927', 'from about 1924 to about 1926', 'from 1921 on', 'from 1921, end not known', 'until 1929, beginning not known', '1926 or later']
    >>> [date_in_words(parse("1921/1928~"), language=tag) for tag in ("de", "ru", "zh")]
    ['von 1921 bis etwa 1928', 'с 1921 по 1928 год (приблизительно)', '1921年至约1928年']
    >>> date_in_words(parse("1917-10-25", Calendar.JULIAN))
    '25 October 1917 (old style), 7 November 1917'
    """
    wording = language_for(language)
    if when.form is DateForm.RELATIVE:
        relative = parse_relative(when.text)
        words = wording.relative_date((titles or {}).get(relative.ref, relative.ref), relative)
    else:
        words = _date_phrase(when, wording)
    if when.old_style:
        words = wording.old_style.format(written=words, new=_date_phrase(when, wording, new_style=True))
    return wording.doubtful_date(words) if when.doubtful else words


def year_in_words(year: int, language: str = "en") -> str:
    """A year in historians' numbering, for a title, a list or a label: the year 0 of the data is 1 BC.

    Returns
    -------
    str
        in the language.

    Examples
    --------
    >>> [year_in_words(-46, language) for language in ("en", "de", "ru", "zh")], year_in_words(1927)
    (['47 BC', '47 v. Chr.', '47 до н. э.', '公元前47年'], '1927')
    """
    return language_for(language).year_number(year)


def _date_phrase(when: When, language: Language, new_style: bool = False) -> str:
    """A date as it was written, or converted to the Gregorian calendar."""
    ends = [_pair_of_parts(*pair, new_style) for pair in when.ends]
    start, end = ends[0]
    if when.form is DateForm.DATE and isinstance(start, DateParts):
        return language.date(start)
    if when.form is DateForm.INTERVAL:
        return language.interval(start, end)
    pieces = [language.set_member(*pair) for pair in ends]
    return pieces[0] if len(pieces) == 1 else language.date_set(pieces, one_of=when.form is DateForm.ONE_OF)


def _pair_of_parts(start: IntervalEnd, end: IntervalEnd, new_style: bool) -> tuple[EndParts, EndParts]:
    """Both ends of a date; the same object if it is a single date."""
    start_parts = _end_parts(start, new_style)
    return start_parts, start_parts if start is end else _end_parts(end, new_style)


def _end_parts(end: IntervalEnd, new_style: bool) -> EndParts:
    """A date with its shape, or the reason why it is missing."""
    if isinstance(end, MissingBound):
        return end
    calendar = Calendar.GREGORIAN if new_style else end.calendar
    first, last = calendar_date(end.first, calendar), calendar_date(end.last, calendar)
    return DateParts(_shape(end, first, last), first, last, end.approximate, end.grouping or 0)


def _shape(date: WrittenDate, first: tuple[int, int, int], last: tuple[int, int, int]) -> DatePattern:
    (year, month, _), (last_year, last_month, _) = first, last
    if date.precision is Precision.SEASON and date.grouping is not None:
        return DatePattern.SEASON
    if first == last:
        return DatePattern.DAY
    if (year, month) == (last_year, last_month) and date.precision is Precision.MONTH:
        return DatePattern.MONTH
    if date.precision is Precision.DECADE and last_year - year == 9:
        # -005X is 60 BC to 51 BC, a decade without a name.
        return DatePattern.DECADE if year > 0 else DatePattern.CENTURY
    if date.precision is Precision.CENTURY and last_year - year == 99:
        return DatePattern.CENTURY
    return DatePattern.YEAR if year == last_year and (month, last_month) == (1, 12) else DatePattern.DAYS
