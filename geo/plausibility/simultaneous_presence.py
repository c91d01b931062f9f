"""Report a person who is certainly at two places at once.

Two kinds of claims place a person. A *tenure* says where someone had a seat, for longer than a day. Its holder may have
travelled, so a tenure is compared only with other tenures. A *day* says where someone was on that day: the end of a
journey, or a post dated to the day. The days of one person are compared with each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from liaison_atlas.geo.geodesy import distance_km
from liaison_atlas.geo.ledger import enclosing_places, known_positions
from liaison_atlas.seeds.checks.check_registry import Finding, date_column, finding_rule
from liaison_atlas.seeds.dates.day_ranges import (
    MAX_PAIRS_PER_ROW,
    DayRange,
    certain_days,
    day_range_text,
    overlapping_pairs,
)
from liaison_atlas.seeds.dates.when import When
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.interning import map_distinct
from liaison_atlas.seeds.tables.records import Journey, Post, Rank

DAY_TRIP_KM = 50.0
"""Two places within this distance count as one for a day: a person can go from one to the other and back."""


class _PresenceClaim(NamedTuple):
    """The places of a person on one day according to a claim: one place, or both ends of a journey."""

    claim: Post | Journey
    places: list[str]

    @property
    def line(self) -> int:
        """The line of the claim."""
        return self.claim.line


@finding_rule
def two_places(data: Dataset) -> Iterator[Finding]:
    """Tenures, or days, of one person at the same time at places that are certainly apart.

    Two places are apart if the distance between them is more than the sum of their accuracies and 50 km, unless one
    lies in the other. Rows with a deprecated rank are ignored.

    Yields
    ------
    Finding
        one for each pair of rows.
    """
    places = _PlaceIndex(data)
    tenures: dict[str, list[tuple[DayRange, _PresenceClaim]]] = {}
    days: dict[tuple[str, int], list[_PresenceClaim]] = {}
    for post in data.posts:
        when, place = data.date_of(post), places.of_post(post)
        if when is None or place is None or post.rank is Rank.DEPRECATED:
            continue
        presence = _PresenceClaim(post, [place])
        for day_range in certain_days(when):
            if day_range[0] == day_range[1] and when.start_earliest.day == when.end_latest.day:
                days.setdefault((post.person, day_range[0]), []).append(presence)
            else:
                tenures.setdefault(post.person, []).append((day_range, presence))
    for journey, when in _journeys_sharing_a_day(data, days):
        for day, ends in journey_end_places(journey, when).items():
            presence = _PresenceClaim(journey, [place for place in ends if place in places.positions])
            for person in dict.fromkeys(journey.people if presence.places else ()):
                days.setdefault((person, day), []).append(presence)
    for person, presences in tenures.items():
        for first, second, day_range in overlapping_pairs(presences):
            if places.are_apart(first.places[0], second.places[0]):
                yield places.finding(first, second, person, day_range_text(day_range))
    for (person, day), on_day in days.items():
        for first, second in _conflicts_on_day(on_day, places):
            yield places.finding(first, second, person, day_range_text((day, day)))


def _journeys_sharing_a_day(data: Dataset, days: Collection[tuple[str, int]]) -> Iterator[tuple[Journey, When]]:
    """The journeys of people whom another claim places on the same day. Most travellers have none.

    ``days`` are the days on which posts place a person. For the other days only hashes are kept, which are small. If
    two hashes are equal by chance, a journey is checked without need.

    Yields
    ------
    (Journey, When)
        a journey and its date.
    """
    dated = ((journey, data.date_of(journey)) for journey in data.journeys)
    known = [(journey, when) for journey, when in dated if when is not None and journey.rank is not Rank.DEPRECATED]
    ends = map_distinct((when for _, when in known), _certain_end_days)

    def hashes(journey: Journey, own: tuple[int | None, int | None]) -> set[int]:
        return {hash((person, day)) for day in own if day is not None for person in journey.people}

    claims = Counter(map(hash, days))
    for (journey, _), own in zip(known, ends, strict=True):
        claims.update(hashes(journey, own))
    for (journey, when), own in zip(known, ends, strict=True):
        if any(claims[each] > 1 for each in hashes(journey, own)):
            yield journey, when


def journey_end_places(journey: Journey, when: When) -> dict[int, list[str]]:
    """Return the days on which the travellers are certainly at an end of a journey, with the ends.

    Returns
    -------
    dict of int to list of str
        ids of places, by day since 1970-01-01.

    Examples
    --------
    >>> from liaison_atlas.seeds.dates.edtf import parse
    >>> from types import SimpleNamespace
    >>> journey = SimpleNamespace(from_="vienna", to="prague")
    >>> journey_end_places(journey, parse("1970-01-01/1970-01-03"))
    {0: ['vienna'], 2: ['prague']}
    >>> journey_end_places(journey, parse("1970-01"))
    {}
    """
    found: dict[int, list[str]] = {}
    for day, place in zip(_certain_end_days(when), (journey.from_, journey.to), strict=True):
        if day is not None and place:
            found.setdefault(day, []).append(place)
    return found


def _certain_end_days(when: When) -> tuple[int | None, int | None]:
    """The days on which something certainly began and certainly ended, if there are any."""
    if when.doubtful or len(when.spans) != 1:
        return None, None
    span = when.spans[0]
    return (
        span.start_earliest.day if span.start_earliest == span.start_latest else None,
        span.end_latest.day if span.end_earliest == span.end_latest else None,
    )


def _conflicts_on_day(
    presences: list[_PresenceClaim], places: _PlaceIndex
) -> Iterator[tuple[_PresenceClaim, _PresenceClaim]]:
    """Pairs of the first claim and one claim from each group that no chain of places joins with it."""
    groups: list[list[_PresenceClaim]] = []
    for one in sorted(presences[:MAX_PAIRS_PER_ROW], key=lambda one: (isinstance(one.claim, Journey), one.line)):
        near: list[list[_PresenceClaim]] = []
        apart: list[list[_PresenceClaim]] = []
        for group in groups:
            (near if any(places.can_coincide(one, other) for other in group) else apart).append(group)
        groups = [*apart, [*chain.from_iterable(reversed(near)), one]]
    for group in groups[1:]:
        first, second = groups[0][0], group[0]
        if first.claim is not second.claim:
            yield first, second


class _PlaceIndex:
    """The positions of places, which place lies in which, and which places are apart."""

    def __init__(self, data: Dataset) -> None:
        self.positions = known_positions(data)
        self._names = {person.id: person.name for person in data.people}
        self._places = {place.id: place for place in data.places}
        self._stations = {station.id: station.place for station in data.stations}
        self.are_apart = cache(self._are_apart)

    def of_post(self, post: Post) -> str | None:
        """The place of a post, preferably its station's; ``None`` if none has a position."""
        place = self._stations.get(post.station) if post.station else post.place
        return place if place in self.positions else None

    def can_coincide(self, one: _PresenceClaim, other: _PresenceClaim) -> bool:
        """Whether some place of one claim is not apart from some place of the other."""
        return not all(self.are_apart(a, b) for a in one.places for b in other.places)

    def _are_apart(self, *ids: str) -> bool:
        """Whether a person at one place cannot be at the other."""
        a, b = (self.positions[id] for id in ids)
        if distance_km(a.position, b.position) <= (a.accuracy_m + b.accuracy_m) / 1000 + DAY_TRIP_KM:
            return False
        return a.place not in enclosing_places(b.place, self._places) and b.place not in enclosing_places(
            a.place, self._places
        )

    def finding(self, first: _PresenceClaim, second: _PresenceClaim, person: str, when_text: str) -> Finding:
        """The message about the second of two claims on a person."""
        at, other_at = (self.positions[presence.places[0]] for presence in (second, first))
        claim, other = second.claim, first.claim
        km = distance_km(at.position, other_at.position)
        return Finding(
            "two-places",
            claim,
            date_column(claim),
            (other.ref, claim.ref),
            f"{when_text} {self._names.get(person, person)} is certainly at {at.place.name} and, according to {other.ref}, at {other_at.place.name}, {km:.0f} km away",
            "correct a date or a place, rank one as deprecated",
        )
