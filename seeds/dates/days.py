"""Whole days counted from 1970-01-01 in the proleptic Gregorian calendar, for any year at all.

Python's ``datetime`` ends at the years 1 and 9999; dates in EDTF do not.
"""

from __future__ import annotations

from typing import NewType

Day = NewType("Day", int)
"""A whole day: the number of days since 1970-01-01, negative before it."""

UNBOUNDED = 2147483647
"""Stands for a day after all days where only whole numbers can be written; negated, for one before them."""

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February; year 0 is 1 BC, as in ISO 8601."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days in a month, 28 to 31."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def day_of(year: int, month: int = 1, day: int = 1) -> Day:
    """The day of a date in the calendar.

    Raises ValueError where the calendar has no such day. The count is Howard Hinnant's
    ``days_from_civil`` (chrono-compatible low-level date algorithms, 2013).

    >>> day_of(1970), day_of(1969, 12, 31), day_of(-4712, 1, 1)
    (0, -1, -2440550)
    """
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        raise ValueError(f"the calendar has no {year}-{month:02d}-{day:02d}")
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return Day(era * 146097 + day_of_era - 719468)


def calendar_date(day: int) -> tuple[int, int, int]:
    """Year, month and day of the month: the inverse of `day_of`.

    >>> calendar_date(-1)
    (1969, 12, 31)
    """
    era, day_of_era = divmod(day + 719468, 146097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    month = month_from_march + (3 if month_from_march < 10 else -9)
    year = year_of_era + era * 400 + (month <= 2)
    return year, month, day_of_year - (153 * month_from_march + 2) // 5 + 1


def iso_date(day: int) -> str:
    """The day as ``YYYY-MM-DD``; years of more than four digits carry their sign, as ISO 8601 asks.

    >>> iso_date(day_of(1927, 4, 6)), iso_date(day_of(-43, 3, 15)), iso_date(day_of(12024))
    ('1927-04-06', '-0043-03-15', '+12024-01-01')
    """
    year, month, of_month = calendar_date(day)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{of_month:02d}"


def add_months(day: int, months: int) -> Day:
    """The same day of another month; where that month is shorter, its last day.

    >>> iso_date(add_months(day_of(1927, 8, 31), 6))
    '1928-02-29'
    """
    year, month, of_month = calendar_date(day)
    year, zero_based = divmod(year * 12 + month - 1 + months, 12)
    return day_of(year, zero_based + 1, min(of_month, month_length(year, zero_based + 1)))
