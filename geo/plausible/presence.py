"""A person certainly at two places at once.

Two kinds of claims place a person. A *tenure* says where someone had a seat, for longer than a day; who held one
may have travelled, so that a tenure is held against other tenures only. A *day* says where someone was on that
day: the end of a journey, or a post dated to the day. The days of one person are held against each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from geo.globe import distance_km
from geo.ledger import Located, located
from seeds.alike import answers
from seeds.dataset import Dataset
from seeds.findings import Finding
from seeds.findings.days import Stretch, certain_days, meetings, told
from seeds.findings.finding import MOST, date_column
from seeds.records import Journey, Post, Rank
from seeds.when import When

BESIDE_KM = 50.0
"""So near two places are one for a day: a person goes from the one to the other and back."""


def two_places(data: Dataset) -> Iterator[Finding]:
    """Tenures, or days, of one person at places that are certainly apart, at one time.

    Apart are places farther from each other than the sum of their accuracies and 50 km, unless one lies in the
    other. A row whose rank is deprecated counts for nothing.
    """
    map_ = _Map(data)
    tenures: dict[str, list[tuple[Stretch, Post]]] = {}
    days: dict[tuple[str, float], list[_There]] = {}
    for post in data.posts:
        when, place = data.date_of(post), map_.place_of(post)
        if when is None or place is None or post.rank is Rank.DEPRECATED:
            continue
        for stretch in certain_days(when):
            if stretch[0] == stretch[1] and when.start_earliest.day == when.end_latest.day:
                days.setdefault((post.person, stretch[0]), []).append(_There(post, [place]))
            else:
                tenures.setdefault(post.person, []).append((stretch, post))
    for journey, when in _journeys_to_ask(data, days):
        for day, places in ends_of(journey, when).items():
            for person in dict.fromkeys(journey.people):
                days.setdefault((person, day), []).append(_There(journey, [p for p in places if map_.knows(p)]))
    names = {person.id: person.name for person in data.people}
    for person, posts in tenures.items():
        for first, second, stretch in meetings(posts):
            a, b = map_.place_of(first), map_.place_of(second)
            if a is not None and b is not None and map_.apart(a, b):
                yield _finding(second, first, b, a, names.get(person, person), told(stretch), map_)
    for (person, day), there in days.items():
        yield from _apart_on_a_day(there, names.get(person, person), told((day, day)), map_)


def _journeys_to_ask(data: Dataset, days: Collection[tuple[str, float]]) -> Iterator[tuple[Journey, When]]:
    """The journeys of those of whom another claim tells on the same day; of most travellers none does.

    ``days`` are those of which posts tell. Of the others only hashes are kept, which are small; where two are equal
    by chance, a journey is asked in vain.
    """
    dated = ((journey, data.date_of(journey)) for journey in data.journeys)
    known = [(journey, when) for journey, when in dated if when is not None and journey.rank is not Rank.DEPRECATED]
    ends = answers((when for _, when in known), _certain_ends)

    def hashes(journey: Journey, own: tuple[float | None, float | None]) -> set[int]:
        return {hash((person, day)) for day in own if day is not None for person in journey.people}

    once: set[int] = set(map(hash, days))
    again: set[int] = set()
    for (journey, _), own in zip(known, ends, strict=True):
        here = hashes(journey, own)
        again |= here & once
        once |= here
    for (journey, when), own in zip(known, ends, strict=True):
        if not again.isdisjoint(hashes(journey, own)):
            yield journey, when


@dataclass(slots=True)
class _There:
    """Where a claim has a person on one day: one place, or both ends of a journey."""

    claim: Post | Journey
    places: list[str]


def ends_of(journey: Journey, when: When) -> dict[float, list[str]]:
    """The days on which a journey certainly has its travellers at an end of it, with those ends.

    >>> from seeds.edtf import parse
    >>> row = dict(line=2, id="x", title="", people=(), via=(), purpose=None, means=None, relative=None, note=None)
    >>> row |= dict(when=None, certainty=None, rank=None, sources=(), from_="vienna", to="prague")
    >>> ends_of(Journey(**row), parse("1970-01-01/1970-01-03"))
    {0: ['vienna'], 2: ['prague']}
    >>> ends_of(Journey(**row), parse("1970-01"))
    {}
    """
    found: dict[float, list[str]] = {}
    for day, place in zip(_certain_ends(when), (journey.from_, journey.to), strict=True):
        if day is not None and place:
            found.setdefault(day, []).append(place)
    return found


def _certain_ends(when: When) -> tuple[float | None, float | None]:
    """The days on which something certainly began, and on which it certainly ended, as far as there are such."""
    if when.doubtful or len(when.spans) != 1:
        return None, None
    span = when.spans[0]
    return (
        span.start_earliest.day if span.start_earliest == span.start_latest else None,
        span.end_latest.day if span.end_earliest == span.end_latest else None,
    )


def _apart_on_a_day(there: list[_There], person: str, day: str, map_: _Map) -> Iterator[Finding]:
    """One finding for each group of claims that no chain of places joins with the first."""
    known = [one for one in there if one.places][:MOST]
    groups: list[list[_There]] = []
    for one in sorted(known, key=lambda one: (isinstance(one.claim, Journey), one.claim.line)):
        joined = [one]
        apart: list[list[_There]] = []
        for group in groups:
            if any(_meet(one, other, map_) for other in group):
                joined = [*group, *joined]
            else:
                apart.append(group)
        groups = [*apart, joined]
    for group in groups[1:]:
        first, second = groups[0][0], group[0]
        if first.claim is not second.claim:
            yield _finding(second.claim, first.claim, second.places[0], first.places[0], person, day, map_)


def _meet(one: _There, other: _There, map_: _Map) -> bool:
    return any(not map_.apart(a, b) for a in one.places for b in other.places)


def _finding(
    claim: Post | Journey, other: Post | Journey, here: str, there: str, person: str, time: str, map_: _Map
) -> Finding:
    names = map_.ledger[here].place.name, map_.ledger[there].place.name
    return Finding(
        "two-places",
        claim,
        date_column(claim),
        (other.ref, claim.ref),
        f"{time} {person} is certainly at {names[0]} and, by {other.ref}, at {names[1]}, {map_.km(here, there):.0f} km away",
        "mend a date or a place, rank one as deprecated",
    )


class _Map:
    """Where places are, which lies in which, and which are apart."""

    def __init__(self, data: Dataset) -> None:
        self.ledger: dict[str, Located] = located(data.places, data.located)
        self._within = {place.id: place.within for place in data.places}
        self._stations = {station.id: station.place for station in data.stations}
        self._apart: dict[tuple[str, str], bool] = {}

    def knows(self, place: str | None) -> bool:
        """Whether a place has a position."""
        return place in self.ledger and self.ledger[place].position is not None

    def place_of(self, post: Post) -> str | None:
        """The place of a post, its station's before its own; ``None`` where there is none with a position."""
        place = self._stations.get(post.station) if post.station else post.place
        return place if self.knows(place) else None

    def km(self, a: str, b: str) -> float:
        """The distance between two places with positions."""
        one, other = self.ledger[a].position, self.ledger[b].position
        return distance_km(one, other) if one is not None and other is not None else 0.0

    def apart(self, a: str, b: str) -> bool:
        """Whether nobody at the one can be said to be at the other."""
        pair = (a, b) if a < b else (b, a)
        if pair not in self._apart:
            within_km = sum((self.ledger[id].accuracy_m or 0.0) / 1000 for id in pair)
            apart = self.km(a, b) > within_km + BESIDE_KM
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
