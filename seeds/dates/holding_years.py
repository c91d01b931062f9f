"""The years in which a date holds: `holding_by_year(when, first, last)`."""

from __future__ import annotations

from functools import lru_cache

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
    begin, end = when.start_earliest.day, when.end_latest.day
    first = max(first, calendar_date(begin)[0]) if begin is not None else first
    last = min(last, calendar_date(end)[0]) if end is not None else last
    holding = {year: when.holds_in_year(year) for year in range(first, last + 1)}
    return {year: holds for year, holds in holding.items() if holds is not Holding.NOT}
