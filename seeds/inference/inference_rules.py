"""The inference rules and the data that they use: lives, deaths, the days of stations, the order of claims.

A rule yields the limits of a claim. Its docstring is printed in the documentation. To add a rule, write a function and
add a line to `INFERENCE_RULES`, with the name that switches the rule off in a descriptor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.dates.day_ranges import ALL_DAYS, DayRange, days_between
from liaison_atlas.seeds.dates.days import UNBOUNDED
from liaison_atlas.seeds.dates.when import DateForm
from liaison_atlas.seeds.inference.limits import Limit, Side
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, Journey, Post, Station, Tie
from liaison_atlas.seeds.tables.row_references import person_ids_of

ALLOWED_AFTER_DEATH = frozenset({"publication", "wrote-of", "implicated-in-death-of", "succeeded", "same-as"})
"""Kinds of events and ties that may follow a death, such as a publication, a text about a person or a succession."""


class KnownTimes:
    """The rows from which limits follow.

    Parameters
    ----------
    data : Dataset
    order : mapping
        by ref: the limits of posts, stations and ties from their column ``relative``.
    station_time : callable
        returns the time of a station within its own limits.
    """

    def __init__(
        self, data: Dataset, order: Mapping[str, tuple[Limit, ...]], station_time: Callable[[Station], ClaimTime]
    ) -> None:
        self.data, self.order, self._station_time = data, order, station_time
        self._stations = {station.id: station for station in data.stations}
        self._station_limits: dict[str, tuple[tuple[Side, int], ...]] = {}

    @cached_property
    def lives(self) -> dict[str, DayRange]:
        """The earliest birth and the latest death of each person for whom either is known."""
        lives = {p.id: days_between(p.birth, p.death) for p in self.data.people if p.birth or p.death}
        return {id: life for id, life in lives.items() if life != ALL_DAYS}

    @cached_property
    def deaths(self) -> dict[str, tuple[int, str]]:
        """By person, the last possible day of the death by an event, and the event; the earliest of several."""
        deaths: dict[str, tuple[int, str]] = {}
        kinds = self.data.package.death_kinds
        for event in self.data.events if kinds else ():
            when = self.data.date_of(event)
            if event.kind in kinds and when is not None and not when.doubtful:
                death = ClaimTime(when, lasts=False).possible_days[1], event.ref
                deaths |= {person: min(deaths.get(person, death), death) for person in event.people}
        return deaths

    def station_limits(self, id: str) -> tuple[tuple[Side, int], ...]:
        """Return the first and the last day on which a station may have existed, if there are any.

        An interval limits its existence, and so do stated and inferred limits. A single date or a set does not: it says
        that the station existed at some time in it, and nothing about other years.

        Returns
        -------
        tuple of (Side, int)
            the days since 1970-01-01; empty if nothing limits the station.
        """
        if id not in self._stations:
            return ()
        if id not in self._station_limits:
            time = self._station_time(self._stations[id])
            first, last = time.limits
            if time.when is not None and time.when.form is DateForm.INTERVAL and not time.when.doubtful:
                first, last = time.possible_days
            days = ((Side.NOT_BEFORE, first), (Side.NOT_AFTER, last))
            self._station_limits[id] = tuple((side, day) for side, day in days if abs(day) < UNBOUNDED)
        return self._station_limits[id]


def death(claim: Claim, known: KnownTimes) -> Iterator[Limit]:
    """Posts, ties and journeys end at the latest with the death of a person that they name.

    The death is an event of a kind that the descriptor marks with ``"death": true``.
    """
    for id in () if _may_follow_death(claim) else person_ids_of(claim):
        if id in known.deaths:
            day, event = known.deaths[id]
            yield Limit(Side.NOT_AFTER, day, "death", event)


def life(claim: Claim, known: KnownTimes) -> Iterator[Limit]:
    """Posts, ties and journeys lie within the lives of the people that they name.

    The limits are the earliest birth and the latest death in people.csv. Claims that may follow a death, such as a
    succession, are not limited by it.
    """
    for id in person_ids_of(claim):
        born, died = known.lives.get(id, ALL_DAYS)
        if born > -UNBOUNDED:
            yield Limit(Side.NOT_BEFORE, born, "life", f"person:{id}")
        if died < UNBOUNDED and not _may_follow_death(claim):
            yield Limit(Side.NOT_AFTER, died, "life", f"person:{id}")


def _may_follow_death(claim: Claim) -> bool:
    """Whether a claim may be later than the death of a person that it names."""
    return isinstance(claim, Tie) and claim.relation in ALLOWED_AFTER_DEATH


def organisation(claim: Claim, known: KnownTimes) -> Iterator[Limit]:
    """A station existed only as long as the organisation that it was a part of.

    The column ``part_of`` names a station that represents the organisation, or another part of it.
    """
    if isinstance(claim, Station) and claim.part_of:
        yield from _within_station("organisation", claim.part_of, known)


def station(claim: Claim, known: KnownTimes) -> Iterator[Limit]:
    """Posts, ties and journeys lie within the days of their station.

    The days of a station are known if its date is an interval or it has limits. A single date says that the station
    existed at that time, and nothing about other years.
    """
    if isinstance(claim, (Post, Tie, Journey)) and claim.station:
        yield from _within_station("station", claim.station, known)


def _within_station(rule: str, station: str, known: KnownTimes) -> Iterator[Limit]:
    """The first and the last day of a station as limits."""
    for side, day in known.station_limits(station):
        yield Limit(side, day, rule, f"station:{station}")


def succession(claim: Claim, known: KnownTimes) -> Iterable[Limit]:
    """Posts, stations and ties come after, or before, the rows that their column ``relative`` names.

    "After" a row means not before its earliest end. "Before" a row means not after its latest beginning. The last
    holder of a role before a row also comes after the earlier holders of that role at that station. Holders that a
    disagreement names are left out, because the time of their role is in question.
    """
    return known.order.get(claim.ref, ())


class InferenceRule(NamedTuple):
    """A rule, the kinds of claims to which it applies, and whether a data set has rows that the rule can use."""

    limits_of: Callable[[Claim, KnownTimes], Iterable[Limit]]
    kinds: tuple[type[Claim], ...]
    is_needed: Callable[[KnownTimes], object]


INFERENCE_RULES: dict[str, InferenceRule] = {
    "death": InferenceRule(death, (Post, Tie, Journey), lambda known: known.deaths),
    "life": InferenceRule(life, (Post, Tie, Journey), lambda known: known.lives),
    "organisation": InferenceRule(organisation, (Station,), lambda known: any(s.part_of for s in known.data.stations)),
    "station": InferenceRule(station, (Post, Tie, Journey), lambda known: known.data.stations),
    "succession": InferenceRule(succession, (Station, Post, Tie), lambda known: known.order),
}
