"""A person certainly at two places at once.

Two kinds of claims place a person. A *tenure* says where someone had a seat, for longer than a day; who held one
may have travelled, so that a tenure is held against other tenures only. A *day* says where someone was on that
day: the end of a journey, or a post dated to the day. The days of one person are held against each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from liaison_atlas.geo.geodesy import distance_km
from liaison_atlas.geo.ledger import Located, located
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
"""So near two places are one for a day: a person goes from the one to the other and back."""


@dataclass(slots=True)
class _PresenceClaim:
    """Where a claim has a person at a time: one place, or both ends of a journey."""

    claim: Post | Journey
    places: list[str]

    @property
    def line(self) -> int:
        return self.claim.line


@finding_rule
def two_places(data: Dataset) -> Iterator[Finding]:
    """Tenures, or days, of one person at places that are certainly apart, at one time.

    Apart are places farther from each other than the sum of their accuracies and 50 km, unless one lies in the
    other. A row whose rank is deprecated counts for nothing.
    """
    place_index = _PlaceIndex(data)
    tenures: dict[str, list[tuple[DayRange, _PresenceClaim]]] = {}
    days: dict[tuple[str, int], list[_PresenceClaim]] = {}
    for post in data.posts:
        when, place = data.date_of(post), place_index.place_id_of_post(post)
        if when is None or place is None or post.rank is Rank.DEPRECATED:
            continue
        presence = _PresenceClaim(post, [place])
        for day_range in certain_days(when):
            if day_range[0] == day_range[1] and when.start_earliest.day == when.end_latest.day:
                days.setdefault((post.person, day_range[0]), []).append(presence)
            else:
                tenures.setdefault(post.person, []).append((day_range, presence))
    for journey, when in _journeys_sharing_a_day(data, days):
        for day, places in journey_end_places(journey, when).items():
            presence = _PresenceClaim(journey, [place for place in places if place_index.has_position(place)])
            for person in dict.fromkeys(journey.people):
                days.setdefault((person, day), []).append(presence)
    names = {person.id: person.name for person in data.people}
    for person, presences in tenures.items():
        for first, second, day_range in overlapping_pairs(presences):
            if not place_index.can_coincide(first, second):
                yield _finding(second, first, names.get(person, person), day_range_text(day_range), place_index)
    for (person, day), on_day in days.items():
        for first, second in _conflicts_on_day(on_day, place_index):
            yield _finding(second, first, names.get(person, person), day_range_text((day, day)), place_index)


def _journeys_sharing_a_day(data: Dataset, days: Collection[tuple[str, int]]) -> Iterator[tuple[Journey, When]]:
    """The journeys of people whom another claim places on the same day; for most travellers there is none.

    ``days`` are those on which posts place a person. Of the others only hashes are held, which are small; where two
    are equal by chance, a journey is checked for nothing.
    """
    dated = ((journey, data.date_of(journey)) for journey in data.journeys)
    known = [(journey, when) for journey, when in dated if when is not None and journey.rank is not Rank.DEPRECATED]
    ends = map_distinct((when for _, when in known), _certain_end_days)

    def hashes(journey: Journey, own: tuple[int | None, int | None]) -> set[int]:
        return {hash((person, day)) for day in own if day is not None for person in journey.people}

    seen: set[int] = set(map(hash, days))
    repeated: set[int] = set()
    for (journey, _), own in zip(known, ends, strict=True):
        own_hashes = hashes(journey, own)
        repeated |= own_hashes & seen
        seen |= own_hashes
    for (journey, when), own in zip(known, ends, strict=True):
        if not repeated.isdisjoint(hashes(journey, own)):
            yield journey, when


def journey_end_places(journey: Journey, when: When) -> dict[int, list[str]]:
    """The days on which a journey certainly has its travellers at an end of it, with those ends.

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
    """The days on which something certainly began, and on which it certainly ended, as far as there are such."""
    if when.doubtful or len(when.spans) != 1:
        return None, None
    span = when.spans[0]
    return (
        span.start_earliest.day if span.start_earliest == span.start_latest else None,
        span.end_latest.day if span.end_earliest == span.end_latest else None,
    )


def _conflicts_on_day(
    presences: list[_PresenceClaim], place_index: _PlaceIndex
) -> Iterator[tuple[_PresenceClaim, _PresenceClaim]]:
    """One pair for each group of claims that no chain of places joins with the first."""
    known = [one for one in presences if one.places][:MAX_PAIRS_PER_ROW]
    groups: list[list[_PresenceClaim]] = []
    for one in sorted(known, key=lambda one: (isinstance(one.claim, Journey), one.line)):
        joined = [one]
        apart: list[list[_PresenceClaim]] = []
        for group in groups:
            if any(place_index.can_coincide(one, other) for other in group):
                joined = [*group, *joined]
            else:
                apart.append(group)
        groups = [*apart, joined]
    for group in groups[1:]:
        if groups[0][0].claim is not group[0].claim:
            yield groups[0][0], group[0]


def _finding(
    one: _PresenceClaim, other: _PresenceClaim, person: str, when_text: str, place_index: _PlaceIndex
) -> Finding:
    a, b = one.places[0], other.places[0]
    at_one = f"{when_text} {person} is certainly at {place_index.positions[a].place.name}"
    at_other = f"by {other.claim.ref}, at {place_index.positions[b].place.name}"
    message = f"{at_one} and, {at_other}, {place_index.distance_km(a, b):.0f} km away"
    refs = (other.claim.ref, one.claim.ref)
    remedy = "mend a date or a place, rank one as deprecated"
    return Finding("two-places", one.claim, date_column(one.claim), refs, message, remedy)


class _PlaceIndex:
    """Where places are, which lies in which, and which are apart."""

    def __init__(self, data: Dataset) -> None:
        self.positions: dict[str, Located] = located(data.places, data.located)
        self._within = {place.id: place.within for place in data.places}
        self._stations = {station.id: station.place for station in data.stations}
        self._apart: dict[tuple[str, str], bool] = {}

    def has_position(self, place: str | None) -> bool:
        """Whether a place has a position."""
        return place in self.positions and self.positions[place].position is not None

    def place_id_of_post(self, post: Post) -> str | None:
        """The place of a post, its station's before its own; ``None`` where there is none with a position."""
        place = self._stations.get(post.station) if post.station else post.place
        return place if self.has_position(place) else None

    def distance_km(self, a: str, b: str) -> float:
        """The distance between two places with positions."""
        one, other = self.positions[a].position, self.positions[b].position
        return distance_km(one, other) if one is not None and other is not None else 0.0

    def can_coincide(self, one: _PresenceClaim, other: _PresenceClaim) -> bool:
        """Whether somebody can be at a place of each."""
        return any(not self.are_apart(a, b) for a in one.places for b in other.places)

    def are_apart(self, a: str, b: str) -> bool:
        """Whether nobody at the one can be said to be at the other."""
        pair = (a, b) if a < b else (b, a)
        if pair not in self._apart:
            within_km = sum((self.positions[id].accuracy_m or 0.0) / 1000 for id in pair)
            apart = self.distance_km(a, b) > within_km + DAY_TRIP_KM
            self._apart[pair] = apart and not self._lies_in(a, b) and not self._lies_in(b, a)
        return self._apart[pair]

    def _lies_in(self, place: str, region: str) -> bool:
        seen: set[str] = set()
        at: str | None = place
        while at is not None and at not in seen:
            if at == region:
                return True
            seen.add(at)
            at = self._within.get(at)
        return False
