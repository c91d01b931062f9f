"""What the rules of inference know: the times that rows state, and the days in which stations existed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import Protocol

from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.dates.day_ranges import ALL_DAYS, DayRange, days_between
from liaison_atlas.seeds.dates.days import UNBOUNDED
from liaison_atlas.seeds.dates.when import DateForm
from liaison_atlas.seeds.inference.limits import Limit, Side
from liaison_atlas.seeds.inference.relative_order import RelativeOrder
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, Station

LimitedTime = Callable[[Station], ClaimTime]
"""For a station its time within the limits that follow from other rows."""


class KnownTimes:
    """The rows from which limits follow.

    Parameters
    ----------
    data : Dataset
    order : RelativeOrder
        what the columns ``relative`` say of posts, stations and ties.
    limited : callable
        returns the time of a station within its own limits; asked once for each station.
    """

    def __init__(self, data: Dataset, order: RelativeOrder, limited: LimitedTime) -> None:
        self.data, self.order = data, order
        self.station_limits = cache(self._station_limits)
        self._limited = limited
        self._stations = {station.id: station for station in data.stations}

    @cached_property
    def lives(self) -> dict[str, DayRange]:
        """The earliest birth and the latest death of each person of whom one is known."""
        known = [person for person in self.data.people if person.birth or person.death]
        lives = {person.id: days_between(person.birth, person.death) for person in known}
        return {id: life for id, life in lives.items() if life != ALL_DAYS}

    @cached_property
    def deaths(self) -> dict[str, tuple[str, int]]:
        """By person, the event of a death and the last day on which it may have been: the earliest of several."""
        deaths: dict[str, tuple[str, int]] = {}
        kinds = self.data.package.death_kinds
        for event in self.data.events if kinds else ():
            when = self.data.date_of(event)
            if event.kind in kinds and when is not None and not when.doubtful:
                day = ClaimTime(when, lasts=False).possible_days[1]
                for person in event.people:
                    deaths[person] = min(
                        deaths.get(person, (event.ref, day)), (event.ref, day), key=lambda d: (d[1], d[0])
                    )
        return deaths

    def _station_limits(self, id: str) -> tuple[tuple[Side, int], ...]:
        """The first and the last day on which a station may have existed, where there are any.

        A single date and a set say that it existed at some time in them, and nothing of other years: they limit
        nothing. An interval does, and so do the limits.
        """
        station = self._stations.get(id)
        if station is None:
            return ()
        time = self._limited(station)
        first, last = time.first_day, time.last_day
        if time.when is not None and time.when.form is DateForm.INTERVAL and not time.when.doubtful:
            first, last = time.possible_days
        days = ((Side.NOT_BEFORE, first), (Side.NOT_AFTER, last))
        return tuple((side, day) for side, day in days if abs(day) < UNBOUNDED)


class InferenceRule(Protocol):
    """A module of `seeds.inference.rules`."""

    KINDS: tuple[type[Claim], ...]

    @staticmethod
    def is_needed(known: KnownTimes) -> bool:
        """Whether a data set has anything from which limits could follow."""
        ...

    @staticmethod
    def limits_of(claim: Claim, known: KnownTimes) -> Iterator[Limit]:
        """The limits of a claim of these kinds."""
        ...
