"""The Julian calendar, as days of the Gregorian one: ``calendar_day(Calendar.JULIAN, 1917, 10, 25)``.

A date in the Julian calendar is called old style. Both calendars are proleptic: they run on before their beginning and
after their end, as the Gregorian one does in ISO 8601.
"""

from __future__ import annotations

from enum import Enum

from liaison_atlas.seeds.dates import days
from liaison_atlas.seeds.dates.days import Day


class Calendar(Enum):
    """The calendar in which days and months are written."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"

    __hash__ = object.__hash__  # its members are single objects; Enum's own hash takes ten times as long


_JULIAN_EPOCH = 719470
"""Days from 1 March of the year 0 (1 BC), old style, to 1 January 1970: Julian day numbers 1721118 and 2440588."""


def month_length(calendar: Calendar, year: int, month: int) -> int:
    """Days in a month; each fourth year of the Julian calendar has a 29 February.

    >>> month_length(Calendar.JULIAN, 1900, 2), month_length(Calendar.GREGORIAN, 1900, 2)
    (29, 28)
    """
    if calendar is Calendar.JULIAN and month == 2:
        return 29 if year % 4 == 0 else 28
    return days.month_length(year, month)


def calendar_day(calendar: Calendar, year: int, month: int, day: int) -> Day:
    """The day of a date in a calendar.

    The count of the Julian calendar is the one of its day number, without the correction for centuries that the
    Gregorian one has: E. G. Richards, "Calendars", in S. E. Urban and P. K. Seidelmann (eds.), Explanatory Supplement
    to the Astronomical Almanac, 3rd edition 2013, section 15.11; J. Meeus, Astronomical Algorithms, 2nd edition 1998,
    chapter 7.

    Parameters
    ----------
    calendar : Calendar
    year : int
        0 is 1 BC, as in ISO 8601; a leap year in the Julian calendar too.
    month, day : int
        from 1.

    Raises
    ------
    ValueError
        where the calendar has no such day.

    Examples
    --------
    >>> days.iso_date(calendar_day(Calendar.JULIAN, 1917, 10, 25))
    '1917-11-07'
    """
    if calendar is Calendar.GREGORIAN:
        return days.day_of(year, month, day)
    if not 1 <= month <= 12 or not 1 <= day <= month_length(calendar, year, month):
        raise ValueError(f"the Julian calendar has no {year}-{month:02d}-{day:02d}")
    years_from_march = year - (month <= 2)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return Day(years_from_march * 365 + years_from_march // 4 + day_of_year - _JULIAN_EPOCH)


def date_in(calendar: Calendar, day: int) -> tuple[int, int, int]:
    """Year, month and day of the month in a calendar: the inverse of `calendar_day`.

    >>> date_in(Calendar.JULIAN, days.day_of(1917, 11, 7))
    (1917, 10, 25)
    """
    if calendar is Calendar.GREGORIAN:
        return days.calendar_date(day)
    four_years, day_of_four = divmod(day + _JULIAN_EPOCH, 1461)
    year_of_four = min(day_of_four // 365, 3)  # the last day of the four is 29 February
    day_of_year = day_of_four - 365 * year_of_four
    month_from_march = (5 * day_of_year + 2) // 153
    month = month_from_march + (3 if month_from_march < 10 else -9)
    year = 4 * four_years + year_of_four + (month <= 2)
    return year, month, day_of_year - (153 * month_from_march + 2) // 5 + 1
