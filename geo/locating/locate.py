"""Look for the places that the ledger lacks, and propose: candidates best first, each with its reasons."""

from __future__ import annotations

from geo.candidate import Candidate, Proposal
from geo.gazetteer.geocoder import Gazetteer
from geo.locating.areas import area_candidates
from geo.locating.around import neighbours
from geo.locating.asking import Ask, asked
from geo.locating.towns import MOST, Spot, Surroundings, town_candidates
from seeds.dataset import Dataset
from seeds.records import Name, Place

AREAS = frozenset({"country", "region"})
_DOUBTS = {
    "address": "the gazetteer knows no streets; the town that it lies in is proposed, with the town's radius",
    "district": "the gazetteer does not know it; the town that it lies in is proposed, with the town's radius",
}
_OF_AREA = "an area is never accepted by itself: its borders were others then"


def locate(
    data: Dataset, *, gazetteer: Gazetteer | None = None, ask: Ask | None = None, method: str = "online"
) -> tuple[Proposal, ...]:
    """Propose positions for the places that the ledger lacks, in the order of ``places.csv``.

    Parameters
    ----------
    data : Dataset
    gazetteer : Gazetteer, optional
        by default the offline one with its index in the user's cache.
    ask : callable, optional
        a geocoder on the network, asked for what the gazetteer does not settle: query and country codes in, a reply
        with ``places`` and ``problem`` out, as `geo.online.open_provider` gives one.
    method : str
        the name of that geocoder, for the ledger.

    Returns
    -------
    tuple of Proposal
        empty where the ledger is complete; then nothing is asked.
    """
    known = {row.place for row in data.located}
    missing = [place for place in data.places if place.id not in known]
    if not missing:
        return ()
    search = _Search(data, gazetteer or Gazetteer(), ask, method)
    # What a place lies in is sought before it.
    found = {place.id: search.propose(place) for place in sorted(missing, key=search.depth)}
    return tuple(found[place.id] for place in missing)


class _Search:
    """One run over the missing places; what becomes certain helps to find the rest."""

    def __init__(self, data: Dataset, gazetteer: Gazetteer, ask: Ask | None, method: str) -> None:
        self._gazetteer, self._ask, self._method = gazetteer, ask, method
        self._places = {place.id: place for place in data.places}
        self._names: dict[str, list[Name]] = {}
        for name in data.names:
            self._names.setdefault(name.place, []).append(name)
        self._tied = neighbours(data)
        self._ledger = {row.place: Spot(self._places[row.place], (row.lon, row.lat), row.accuracy_m, row.method)
                        for row in data.located if row.place in self._places}  # fmt: skip
        self._spots: dict[str, Spot] = dict(self._ledger)

    def depth(self, place: Place) -> int:
        """How many places a place lies in, one in the other."""
        return len(self._around(place))

    def _around(self, place: Place) -> list[Place]:
        found: list[Place] = []
        at = place.within
        while at is not None and at in self._places and all(at != one.id for one in found) and at != place.id:
            found.append(self._places[at])
            at = self._places[at].within
        return found

    def propose(self, place: Place) -> Proposal:
        """The proposal for one place."""
        problems: list[str] = []
        names = tuple(self._names.get(place.id, ()))
        surroundings = self._surroundings(place)
        doubt: str | None
        if place.kind in AREAS:
            candidates = area_candidates(place, (name.name for name in names), self._gazetteer)
            doubt = _OF_AREA if candidates else "no country or continent of the gazetteer has its name"
        elif place.kind == "address":
            candidates, doubt = self._of_town(place, surroundings), _DOUBTS["address"]
            if not candidates:
                doubt = "the gazetteer knows no streets, and the town that it lies in has no position"
        else:
            candidates, doubt = town_candidates(place, names, surroundings, self._gazetteer)
            if not candidates and place.kind == "district":
                candidates = self._of_town(place, surroundings)
                doubt = _DOUBTS["district"] if candidates else doubt
        if doubt is not None and self._ask is not None:
            around = self._around(place)
            within = around[0].name if around and place.kind not in AREAS else None
            online, problem = asked(place, within, surroundings.country, self._ask, self._method)
            candidates = sorted([*candidates, *online], key=lambda candidate: -candidate.score)[:MOST]
            problems += [problem] if problem else []
        if doubt is None:
            first = candidates[0]
            self._spots[place.id] = Spot(place, first.position, first.accuracy_m, first.method)
        return Proposal(place, tuple(candidates), doubt is None, doubt, tuple(problems))

    def _of_town(self, place: Place, surroundings: Surroundings) -> list[Candidate]:
        """The town that a place lies in, in its stead."""
        for town in self._around(place):
            spot = self._spots.get(town.id)
            if spot is None or town.kind in AREAS:
                continue
            return [
                Candidate(
                    name=town.name,
                    country=surroundings.country,
                    lon=spot.position[0],
                    lat=spot.position[1],
                    accuracy_m=spot.accuracy_m,
                    accuracy_why=f"The position and the radius are those of {town.name}.",
                    method=spot.method,
                    identifier=None,
                    score=0.3,
                    reasons=(f"it lies in {town.name}, by places.csv",),
                )
            ]
        return []

    def _surroundings(self, place: Place) -> Surroundings:
        around = self._around(place)
        country = next((one.country.upper() for one in (place, *around) if one.country), None)
        towns = [one for one in around if one.kind not in AREAS]
        parent = next((self._spots[one.id] for one in around if one.id in self._spots), None)
        missing = towns[0].name if towns and towns[0].id not in self._spots else None
        if missing and parent is not None and parent.place.kind in AREAS:
            parent = None
        # Only the ledger counts here, so that the order of the tables changes no score.
        tied = tuple(
            (self._ledger[other], ref)
            for other, ref in sorted(self._tied.get(place.id, {}).items())
            if other in self._ledger and self._ledger[other].place.kind not in AREAS
        )
        return Surroundings(country, parent, missing, tied)
