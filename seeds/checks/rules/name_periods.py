"""Compare the names of a place in one language: two names at one time, or a gap between two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from liaison_atlas.seeds.checks.check_registry import Finding, finding_rule
from liaison_atlas.seeds.dates.day_ranges import ALL_DAYS, DayRange, day_range_text, days_between, overlapping_pairs
from liaison_atlas.seeds.dates.days import day_of
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import Level, quoted
from liaison_atlas.seeds.tables.records import PlaceName


@finding_rule
def name_overlaps(data: Dataset) -> Iterator[Finding]:
    """Two names of one place in one language that were certainly both in use on one day.

    The maps can show only one of them.

    Yields
    ------
    Finding
        at the later of the two rows.
    """
    for _, names in groupby(sorted(data.names, key=_place_and_language), key=_place_and_language):
        for first, second, days in overlapping_pairs(
            (days, name) for name in names if (days := certain_use(name)) is not None
        ):
            if first.name != second.name:
                column, refs = "from" if second.from_ else "to", (f"place:{second.place}",)
                message = f"{day_range_text(days)} the place is also called {quoted(first.name)} in {second.language}"
                remedy = "end one name before the other begins"
                yield Finding("names-overlap", second, column, refs, message, remedy)


@finding_rule
def name_gaps(data: Dataset) -> Iterator[Finding]:
    """Gaps between two names of a place in the period shown, for which the present-day name is used.

    Yields
    ------
    Finding
        one for each gap, even if several languages have it.
    """
    period = day_of(data.package.first_year), day_of(data.package.last_year, 12, 31)
    present = {place.id: place.name for place in data.places}
    gaps: dict[tuple[str, DayRange], list[PlaceName]] = {}
    for (place, _), names in groupby(sorted(data.names, key=_place_and_language), key=_place_and_language):
        uses = sorted(
            ((days_between(name.from_, name.to), name) for name in names), key=lambda use: (use[0], use[1].line)
        )
        last_covered = uses[0][0][1]
        for (first, last), name in uses[1:]:
            if first > last_covered + 1 and first - 1 >= period[0] and last_covered + 1 <= period[1]:
                gaps.setdefault((place, (last_covered + 1, first - 1)), []).append(name)
            last_covered = max(last_covered, last)
    for (place, days), later_names in gaps.items():
        languages = ", ".join(sorted({name.language for name in later_names}))
        shown = f"is shown as {quoted(present.get(place, place))}"
        message = f"{day_range_text(days)} the place has no name in {languages}, and {shown}"
        remedy = "add its name at that time"
        yield Finding("names-gap", later_names[0], "from", (f"place:{place}",), message, remedy, Level.NOTE)


def certain_use(name: PlaceName) -> DayRange | None:
    """The days on which a name was certainly in use."""
    if (name.from_ and name.from_.doubtful) or (name.to and name.to.doubtful):
        return None
    first = name.from_.enclosing_bounds[1] if name.from_ else ALL_DAYS[0]
    last = name.to.enclosing_bounds[2] if name.to else ALL_DAYS[1]
    return (first, last) if first <= last else None


def _place_and_language(name: PlaceName) -> tuple[str, str]:
    return name.place, name.language
