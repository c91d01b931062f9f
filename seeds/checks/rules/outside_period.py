"""Report claims that no year of the period shows, and a period that shows no claims.

A disagreement cannot accept these problems. It would make the claim that it names contested, but whether a year is
shown has nothing to do with the sources.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from liaison_atlas.seeds.checks.check_registry import date_column, rule
from liaison_atlas.seeds.dates.day_ranges import ALL_DAYS, possible_days
from liaison_atlas.seeds.dates.days import calendar_date, day_of, iso_date
from liaison_atlas.seeds.dates.when import Holding, When
from liaison_atlas.seeds.tables.cell_locator import CellLocator
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import Level, Problem
from liaison_atlas.seeds.tables.records import CLAIMS, Claim
from liaison_atlas.seeds.tables.schema import DESCRIPTOR_FILE, Package

MAX_LISTED = 10
"""The number of rows listed in one message."""
SPREADSHEET_EPOCH = day_of(1899, 12, 30)
"""The day from which spreadsheets count. Before March 1900, for the numbers below 61, Excel's count is one less."""

DatedClaim = tuple[Claim, When]


@rule
def check_period(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """Every claim with a date is shown in some year of the period, and the period shows some claim with a date."""
    outside, any_inside = _dated_claims(data)
    if not outside:
        return
    years = {when: mistyped_year(when, data.package) for when in dict.fromkeys(when for _, when in outside)}
    # A day that a spreadsheet made from a year is hardly intended: each is a warning. The others are a note per table.
    groups: dict[tuple[str, str | None, When | None], list[DatedClaim]] = {}
    for claim, when in outside:
        year = years[when]
        groups.setdefault((claim.table, year, when if year is not None else None), []).append((claim, when))
    period = f"the period, {_year_text(data.package.first_year)} to {_year_text(data.package.last_year)}"
    for (_, year, _), rows in groups.items():
        first = rows[0][0]
        if year is not None:
            message = _mistyped_text(rows, year, period)
            yield cell_locator.problem(first, "when", "outside-period", message, Level.WARNING)
        elif any_inside:
            message = _outside_text(rows, period)
            yield cell_locator.problem(first, date_column(first), "outside-period", message, Level.NOTE)
    if not any_inside and _all_claims_read(data):
        meant = [when for when, year in years.items() if year is None]
        yield Problem(DESCRIPTOR_FILE, 1, 1, "empty-period", _empty_text(meant, period))


def _mistyped_text(rows: list[DatedClaim], year: str, period: str) -> str:
    """The problem for the rows with the same day that a spreadsheet made from a year."""
    _, when = rows[0]
    message = f"its date is outside {period}: a spreadsheet turns the number {year} into {when}"
    others = f", here and in {_listed(rows[1:], lambda row: f'line {row[0].line}')}" if len(rows) > 1 else ""
    return f"{message}; write {year}{others}"


def _outside_text(rows: list[DatedClaim], period: str) -> str:
    """The note about the other rows of a table, which may describe the time before or after a network on purpose."""
    remedy = f'or extend "temporal" in {DESCRIPTOR_FILE}'
    if len(rows) == 1:
        return f"its date ({rows[0][1]}) is outside {period}; correct the date, {remedy}"
    lines = _listed(rows, lambda row: f"line {row[0].line} ({row[1]})")
    message = f"the dates of {len(rows)} rows of this table are outside {period}: {lines}"
    return f"{message}; correct the dates, {remedy}"


def _empty_text(dates: Collection[When], period: str) -> str:
    """The problem for an empty period, given the dates of the claims without those that a spreadsheet made."""
    remedy = "a spreadsheet turned the years in the tables into days; write the years"
    if dates:
        remedy = f'the dates of the claims span {_years_text(dates)}; correct "temporal"'
    return f"no claim has a date within {period}; {remedy}"


def _all_claims_read(data: Dataset) -> bool:
    """Whether all claims could be read. Otherwise a missing row may lie in the period."""
    layouts = [data.layouts.get(kind.table) for kind in CLAIMS]
    return all(layout is not None and layout.all_rows_valid for layout in layouts)


def mistyped_year(when: When, package: Package) -> str | None:
    """Return the year of the period from which a spreadsheet may have made this day.

    If a user types 1926 into a cell that is formatted as a date, the spreadsheet stores the day with that number.

    Returns
    -------
    str or None
        the year in writing; ``None`` if a spreadsheet did not make the day.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> from liaison_atlas.seeds.dates.edtf import parse
    >>> mistyped_year(parse("1905-04-09"), SimpleNamespace(first_year=1919, last_year=1943))
    '1926'
    """
    day = possible_days(when)[0]
    number = day - SPREADSHEET_EPOCH
    if max(1, package.first_year) <= number <= package.last_year and when.text == iso_date(day):
        return _year_text(number)
    return None


def _dated_claims(data: Dataset) -> tuple[list[DatedClaim], bool]:
    """The claims whose dates hold in no year of the period, and whether any other claim has a date."""
    first, last = day_of(data.package.first_year), day_of(data.package.last_year, 12, 31)
    # A claim that holds on no day of the period holds in none of its years: both mean that it has no day there.
    times = {id(time): time for time in data.times.times.values() if time.dated}  # equal times are one object
    # A claim whose own limits leave no day at all is reported elsewhere.
    outside = {key for key, time in times.items() if time.holds(first, last) is Holding.NOT and time.day_bounds}
    if not outside:  # the usual case; then the rows need not be searched
        return [], bool(times)
    claims = [(claim, when) for claim in data.claims if (when := _written_time(claim, data))]
    outside_claims = [(claim, when) for claim, when in claims if id(data.time_of(claim)) in outside]
    return outside_claims, len(outside_claims) < len(claims)


def _written_time(claim: Claim, data: Dataset) -> When | None:
    """The date of a claim, or the first of the dates that replace it."""
    return data.date_of(claim) or claim.not_before or claim.not_after or next(iter(claim.seen), None)


def _listed(rows: Sequence[DatedClaim], text: Callable[[DatedClaim], str]) -> str:
    """The texts of the first rows, and the number of the remaining ones."""
    more = len(rows) - MAX_LISTED
    return ", ".join(map(text, rows[:MAX_LISTED])) + (f" and {more} more" if more > 0 else "")


def _year_text(year: int) -> str:
    """A year in the form of dates: four digits, with a minus for years BC."""
    return iso_date(day_of(year)).removesuffix("-01-01")


def _years_text(dates: Collection[When]) -> str:
    """The first and the last year of several dates. A date without limit on a side names no year on that side."""
    days = [day for when in dates for day in possible_days(when) if day not in ALL_DAYS]
    first, last = (_year_text(calendar_date(day)[0]) for day in (min(days), max(days)))
    return first if first == last else f"{first} to {last}"
