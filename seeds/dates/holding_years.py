"""The years in which a claim holds: `holding_by_year(time, first, last)`."""

from __future__ import annotations

from functools import lru_cache

from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.dates.days import calendar_date
from liaison_atlas.seeds.dates.when import Holding


@lru_cache(maxsize=20_000)  # large tables have few distinct times
def holding_by_year(time: ClaimTime, first: int, last: int) -> dict[int, Holding]:
    """Return the years from ``first`` to ``last`` in which a claim holds, with how surely it holds in each.

    Returns
    -------
    dict of int to Holding
        by year, without the years in which the claim does not hold.

    Examples
    --------
    >>> from liaison_atlas.seeds.dates.edtf import parse
    >>> time = ClaimTime(parse("1926/1927-05?"))
    >>> [(year, holds.value) for year, holds in holding_by_year(time, 1900, 1950).items()]
    [(1926, 'possible'), (1927, 'possible')]
    >>> holding_by_year(ClaimTime(parse("1880")), 1900, 1950)
    {}
    """
    begin, end = (calendar_date(day)[0] for day in time.possible_days)
    holding = {year: time.holds_in_year(year) for year in range(max(first, begin), min(last, end) + 1)}
    return {year: holds for year, holds in holding.items() if holds is not Holding.NOT}
