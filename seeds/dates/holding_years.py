"""The years in which a date holds: `holding_by_year(when, first, last)`."""

from __future__ import annotations

from functools import lru_cache

from seeds.dates.day_ranges import possible_days
from seeds.dates.days import calendar_date
from seeds.dates.when import Holding, When


@lru_cache(maxsize=20_000)  # large tables have few different dates
def holding_by_year(when: When, first: int, last: int) -> dict[int, Holding]:
    """The years from ``first`` to ``last`` in which a date holds, each with how surely.

    >>> from seeds.dates.edtf import parse
    >>> [(year, str(holds.value)) for year, holds in holding_by_year(parse("1926/1927-05?"), 1900, 1950).items()]
    [(1926, 'possibly'), (1927, 'possibly')]
    >>> holding_by_year(parse("1880"), 1900, 1950)
    {}
    """
    begin, end = (calendar_date(day)[0] for day in possible_days(when))
    holding = {year: when.holds_in_year(year) for year in range(max(first, begin), min(last, end) + 1)}
    return {year: holds for year, holds in holding.items() if holds is not Holding.NOT}
