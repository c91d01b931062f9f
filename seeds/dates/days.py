"""Whole days counted from 1970-01-01, for any year, in the Gregorian calendar or the Julian one (old style).

Both calendars are proleptic, as in ISO 8601: they extend before their beginning and after their end. Python's
``datetime`` is limited to the years 1 to 9999; dates in EDTF are not.
"""

from __future__ import annotations

from enum import Enum
from typing import NewType

Day = NewType("Day", int)
"""A whole day: the number of days since 1970-01-01, negative before it."""

UNBOUNDED = 2147483647
"""Represents a day after all days where only integers are possible. Negated, it represents a day before all days."""


class Calendar(Enum):
    """The calendar of a date's days and months."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"

    __hash__ = object.__hash__  # members are singletons; Enum's own hash takes ten times as long


_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EPOCH, _JULIAN_EPOCH = 719468, 719470
"""Days from 1 March of the year 0 (1 BC) to 1 January 1970; old style, by Julian day numbers, 2440588 - 1721118."""


def month_length(year: int, month: int, calendar: Calendar = Calendar.GREGORIAN) -> int:
    """Return the number of days in a month. Year 0 is 1 BC, as in ISO 8601.

    In the Julian calendar every fourth year has a 29 February.

    Returns
    -------
    int
        from 28 to 31.

    Examples
    --------
    >>> month_length(1900, 2, Calendar.JULIAN), month_length(1900, 2)
    (29, 28)
    """
    if month == 2 and year % 4 == 0 and (calendar is Calendar.JULIAN or year % 100 != 0 or year % 400 == 0):
        return 29
    return _MONTH_LENGTHS[month - 1]


def day_of(year: int, month: int = 1, day: int = 1, calendar: Calendar = Calendar.GREGORIAN) -> Day:
    """Return the day number of a date in a calendar.

    The algorithm is Howard Hinnant's ``days_from_civil`` (chrono-compatible low-level date algorithms, 2013). For the
    Julian calendar, the correction for centuries is left out: E. G. Richards, "Calendars", in S. E. Urban and
    P. K. Seidelmann (eds.), Explanatory Supplement to the Astronomical Almanac, 3rd edition 2013, section 15.11;
    J. Meeus, Astronomical Algorithms, 2nd edition 1998, chapter 7.

    Parameters
    ----------
    year : int
        the year; 0 is 1 BC, as in ISO 8601, and a leap year in the Julian calendar too.
    month, day : int
        month and day of the month, from 1.
    calendar : Calendar, optional
        the calendar of the date.

    Returns
    -------
    Day
        days since 1970-01-01 of the Gregorian calendar.

    Raises
    ------
    ValueError
        if this day does not exist in the calendar.

    Examples
    --------
    >>> day_of(1970), day_of(1969, 12, 31), day_of(-4712, 1, 1)
    (0, -1, -2440550)
    >>> iso_date(day_of(1917, 10, 25, Calendar.JULIAN))
    '1917-11-07'
    """
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month, calendar):
        name = "Julian calendar" if calendar is Calendar.JULIAN else "calendar"
        raise ValueError(f"the {name} has no {year}-{month:02d}-{day:02d}")
    from_march = year - (month <= 2)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    days = from_march * 365 + from_march // 4 + day_of_year
    if calendar is Calendar.JULIAN:
        return Day(days - _JULIAN_EPOCH)
    return Day(days - from_march // 100 + from_march // 400 - _EPOCH)


def calendar_date(day: int, calendar: Calendar = Calendar.GREGORIAN) -> tuple[int, int, int]:
    """Return year, month and day of the month in a calendar: the inverse of `day_of`.

    Returns
    -------
    tuple of int
        year (0 is 1 BC), month and day.

    Examples
    --------
    >>> calendar_date(-1), calendar_date(day_of(1917, 11, 7), Calendar.JULIAN)
    ((1969, 12, 31), (1917, 10, 25))
    """
    if calendar is Calendar.JULIAN:
        four_years, day_of_four = divmod(day + _JULIAN_EPOCH, 1461)
        year_of_four = min(day_of_four // 365, 3)  # the last day of the four is 29 February
        year, day_of_year = 4 * four_years + year_of_four, day_of_four - 365 * year_of_four
    else:
        era, day_of_era = divmod(day + _EPOCH, 146097)
        year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
        year = 400 * era + year_of_era
        day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    month = month_from_march + (3 if month_from_march < 10 else -9)
    return year + (month <= 2), month, day_of_year - (153 * month_from_march + 2) // 5 + 1


def iso_date(day: int) -> str:
    """Format a day as ``YYYY-MM-DD``. Years of more than four digits have a sign, as ISO 8601 requires.

    Returns
    -------
    str
        the date in the Gregorian calendar.

    Examples
    --------
    >>> iso_date(day_of(1927, 4, 6)), iso_date(day_of(-43, 3, 15)), iso_date(day_of(12024))
    ('1927-04-06', '-0043-03-15', '+12024-01-01')
    """
    year, month, of_month = calendar_date(day)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{of_month:02d}"


def add_months(day: int, months: int) -> Day:
    """Return the same day of another month, or the last day of that month if it is shorter.

    Returns
    -------
    Day
        days since 1970-01-01.

    Examples
    --------
    >>> iso_date(add_months(day_of(1927, 8, 31), 6))
    '1928-02-29'
    """
    year, month, of_month = calendar_date(day)
    year, zero_based = divmod(year * 12 + month - 1 + months, 12)
    return day_of(year, zero_based + 1, min(of_month, month_length(year, zero_based + 1)))
