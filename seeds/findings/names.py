"""The names of a place in one language, held together: two at one time, or none between two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from seeds.dataset import Dataset
from seeds.days import day_of
from seeds.findings.days import ALWAYS, Stretch, begun_by, lasted_to, meetings, told
from seeds.findings.finding import Finding
from seeds.problems import Level, shown
from seeds.records import Name


def overlaps(data: Dataset) -> Iterator[Finding]:
    """Two names of one place in one language that certainly were both in use on one day.

    The maps can show one of them only.
    """
    for _, names in groupby(sorted(data.names, key=_kept), key=_kept):
        for first, second, days in meetings((days, name) for name in names if (days := in_use(name)) is not None):
            if first.name != second.name:
                yield Finding(
                    "names-overlap",
                    second,
                    "from" if second.from_ else "to",
                    (f"place:{second.place}",),
                    f"{told(days)} the place is called {shown(first.name)} in {second.language} too",
                    "let the one end before the other begins",
                )


def gaps(data: Dataset) -> Iterator[Finding]:
    """Days of the period shown that lie between two names of a place, so that it has its present-day name then.

    One finding a gap, however many languages have it.
    """
    period = day_of(data.package.first_year), day_of(data.package.last_year, 12, 31)
    present = {place.id: place.name for place in data.places}
    found: dict[tuple[str, Stretch], list[Name]] = {}
    for (place, _), names in groupby(sorted(data.names, key=_kept), key=_kept):
        uses = sorted(((possible(name), name) for name in names), key=lambda use: (use[0], use[1].line))
        reached = uses[0][0][1]
        for (first, last), name in uses[1:]:
            if first > reached + 1 and first - 1 >= period[0] and reached + 1 <= period[1]:
                found.setdefault((place, (reached + 1, first - 1)), []).append(name)
            reached = max(reached, last)
    for (place, days), after in found.items():
        languages = ", ".join(sorted({name.language for name in after}))
        yield Finding(
            "names-gap",
            after[0],
            "from",
            (f"place:{place}",),
            f"{told(days)} no name in {languages} is given, and the place is shown as {shown(present.get(place, place))}",
            "add the name of that time",
            Level.NOTE,
        )


def in_use(name: Name) -> Stretch | None:
    """The days on each of which a name was certainly in use."""
    if (name.from_ and name.from_.doubtful) or (name.to and name.to.doubtful):
        return None
    first = begun_by(name.from_.start_latest) if name.from_ else ALWAYS[0]
    last = lasted_to(name.to.end_earliest) if name.to else ALWAYS[1]
    return (first, last) if first <= last else None


def possible(name: Name) -> Stretch:
    """The days on which a name may have been in use."""
    first = None if name.from_ is None or name.from_.doubtful else name.from_.start_earliest.day
    last = None if name.to is None or name.to.doubtful else name.to.end_latest.day
    return (ALWAYS[0] if first is None else first, ALWAYS[1] if last is None else last)


def _kept(name: Name) -> tuple[str, str]:
    return name.place, name.language
