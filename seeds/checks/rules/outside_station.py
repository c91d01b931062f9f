"""A claim on a station outside the time in which the station existed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liaison_atlas.seeds.checks.check_registry import finding_rule
from liaison_atlas.seeds.checks.finding import Finding, date_column
from liaison_atlas.seeds.checks.rules.outside_life import outside_phrase, side_outside
from liaison_atlas.seeds.dates.day_ranges import DayRange, possible_days
from liaison_atlas.seeds.dates.when import DateForm
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, Event, Post, Tie

# A founding may come before the first day of work, and what ends or describes a station after the last.
ALLOWED_BEFORE = frozenset({"founding"})
ALLOWED_AFTER = frozenset({"end", "publication"})


@finding_rule
def outside_station(data: Dataset) -> Iterator[Finding]:
    """Posts, events and ties that certainly fall outside the life of a station that they name.

    Only a station whose date is an interval has such a life. A single date or a set says that it existed at some
    time in it, and nothing of other years.
    """
    yield from outside_station_among((*data.posts, *data.events, *data.ties), data)


def outside_station_among(claims: Iterable[Claim], data: Dataset) -> Iterator[Finding]:
    """The same for some of the claims."""
    lives: dict[str, DayRange] = {}
    for station in data.stations:
        when = station.when
        if when is not None and when.form is DateForm.INTERVAL and not when.doubtful:
            lives[station.id] = possible_days(when)
    stations = {station.id: station for station in data.stations}
    for claim in claims:
        for id in _station_ids(claim):
            when = data.date_of(claim)
            if when is None or id not in lives:
                continue
            side = side_outside(when, lives[id], entirely=isinstance(claim, Post))
            if side is None or _is_allowed(claim, side):
                continue
            station = stations[id]
            yield Finding(
                "outside-station",
                claim,
                date_column(claim),
                (claim.ref, station.ref),
                f"it {outside_phrase(claim, side)} the life of the station {station.name} ({station.when})",
                "mend a date, name another station",
            )


def _station_ids(claim: Claim) -> tuple[str, ...]:
    if isinstance(claim, Event):
        return tuple(dict.fromkeys(claim.stations))
    return (claim.station,) if isinstance(claim, (Post, Tie)) and claim.station else ()


def _is_allowed(claim: Claim, side: str) -> bool:
    return isinstance(claim, Event) and claim.kind in (ALLOWED_BEFORE if side == "before" else ALLOWED_AFTER)
