"""Propose positions for the places that the ledger lacks: candidates, best first, each with its reasons.

`propose_and_accept` accepts proposals that are beyond doubt until no more become so. A second run finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations

from liaison_atlas.geo.gazetteer.geocoder import Gazetteer
from liaison_atlas.geo.ledger import KnownPosition, enclosing_places, known_positions
from liaison_atlas.geo.locating.area_candidates import area_candidates
from liaison_atlas.geo.locating.candidates import AREA_KINDS, Candidate, Proposal
from liaison_atlas.geo.locating.ledger_file import accepted_rows
from liaison_atlas.geo.locating.online_candidates import GeocodeFunction, online_candidates
from liaison_atlas.geo.locating.town_candidates import MAX_CANDIDATES, SpatialContext, town_candidates
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import LocatedPlace, Place, PlaceName

MAX_SEATS_PER_PERSON = 50
"""The maximum number of seats of one person that are compared; more say nothing about where a place lies."""
_FALLBACK_DOUBTS = {
    "address": "the gazetteer has no streets, so the town that it lies in is proposed, with the radius of the town",
    "district": "the gazetteer does not have it, so the town that it lies in is proposed, with the radius of the town",
}
_AREA_DOUBT = "areas are never accepted automatically, because their borders have changed"


def locate(
    data: Dataset, *, gazetteer: Gazetteer | None = None, geocode: GeocodeFunction | None = None, method: str = "online"
) -> tuple[Proposal, ...]:
    """Propose positions for the places that the ledger lacks, in the order of ``places.csv``.

    Parameters
    ----------
    data : Dataset
        a data set with the places, and the ledger so far.
    gazetteer : Gazetteer, optional
        by default the offline gazetteer with its index in the user's cache.
    geocode : callable, optional
        an online geocoder, for places that the gazetteer leaves in doubt. It takes a query and country codes and
        returns a result with ``places`` and ``problem``, like the ``geocode`` method of `geo.online.open_provider`.
    method : str
        the name of that geocoder, for the ledger.

    Returns
    -------
    tuple of Proposal
        empty if the ledger is complete; then no search is made.
    """
    known = {row.place for row in data.located}
    missing = [place for place in data.places if place.id not in known]
    if not missing:
        return ()
    search = _PlaceSearch(data, gazetteer or Gazetteer(), geocode, method)
    # Search for the place that contains another one first.
    outer_first = sorted(missing, key=lambda place: len(enclosing_places(place, search.places)))
    found = {place.id: search.propose(place) for place in outer_first}
    return tuple(found[place.id] for place in missing)


@dataclass(frozen=True)
class AcceptanceResult:
    """The proposals for every missing place, the rows that were accepted, and the proposals left for a person."""

    proposals: tuple[Proposal, ...]
    accepted: tuple[LocatedPlace, ...]
    data: Dataset
    """The data set, with the accepted rows in its ledger."""
    remaining: tuple[Proposal, ...]


def propose_and_accept(
    data: Dataset, locate: Callable[[Dataset], tuple[Proposal, ...]], on: date | None = None
) -> AcceptanceResult:
    """Propose positions and, if the day ``on`` is given, accept the proposals that are beyond doubt.

    Parameters
    ----------
    data : Dataset
        a data set with the ledger so far.
    locate : callable
        the function that proposes positions; see `geo.locate`.
    on : date, optional
        the day that is written into the ledger; without it, nothing is accepted.

    Returns
    -------
    AcceptanceResult
        the proposals, and the rows that were accepted.
    """
    first = remaining = locate(data)
    proposals = {proposal.place.id: proposal for proposal in first}
    rows: list[LocatedPlace] = []
    while on is not None and (new := accepted_rows(remaining, on)):
        rows += new
        proposals |= {proposal.place.id: proposal for proposal in remaining if proposal.certain}
        data = replace(data, located=(*data.located, *new))
        remaining = locate(data)
    order = {place.id: number for number, place in enumerate(data.places)}
    rows.sort(key=lambda row: order[row.place])
    return AcceptanceResult(tuple(proposals.values()), tuple(rows), data, remaining)


class _PlaceSearch:
    """One run over the missing places. Places that become certain help to find the rest."""

    def __init__(self, data: Dataset, gazetteer: Gazetteer, geocode: GeocodeFunction | None, method: str) -> None:
        self._gazetteer, self._geocode, self._method = gazetteer, geocode, method
        self.places = {place.id: place for place in data.places}
        self._names: dict[str, list[PlaceName]] = {}
        for name in data.names:
            self._names.setdefault(name.place, []).append(name)
        self._linked_places = _linked_places(data)
        self._ledger_positions = known_positions(data)
        self._known_positions = dict(self._ledger_positions)

    def propose(self, place: Place) -> Proposal:
        """The proposal for one place."""
        names = self._names.get(place.id, [])
        context = self._spatial_context(place)
        doubt: str | None
        if place.kind in AREA_KINDS:
            candidates = area_candidates(place, (name.name for name in names), self._gazetteer)
            doubt = _AREA_DOUBT if candidates else "the gazetteer has no country or continent of this name"
        elif place.kind == "address":
            candidates, doubt = self._parent_town_candidate(place, context), _FALLBACK_DOUBTS["address"]
            if not candidates:
                doubt = "the gazetteer has no streets, and the town that it lies in has no position"
        else:
            candidates, doubt = town_candidates(place, names, context, self._gazetteer)
            if not candidates and place.kind == "district":
                candidates = self._parent_town_candidate(place, context)
                doubt = _FALLBACK_DOUBTS["district"] if candidates else doubt
        problem = None
        if doubt is None:
            first = candidates[0]
            self._known_positions[place.id] = KnownPosition(place, first.position, first.accuracy_m, first.method)
        elif self._geocode is not None:
            enclosing = enclosing_places(place, self.places)
            within = enclosing[0].name if enclosing and place.kind not in AREA_KINDS else None
            online, problem = online_candidates(place, within, context.country, self._geocode, self._method)
            candidates = sorted([*candidates, *online], key=lambda candidate: -candidate.score)[:MAX_CANDIDATES]
        return Proposal(place, tuple(candidates), doubt, (problem,) if problem else ())

    def _parent_town_candidate(self, place: Place, context: SpatialContext) -> list[Candidate]:
        """The candidate of the town that contains a place, for the place itself."""
        for town in enclosing_places(place, self.places):
            if town.kind not in AREA_KINDS and (known := self._known_positions.get(town.id)):
                return [
                    Candidate(
                        name=town.name,
                        country=context.country,
                        lon=known.position[0],
                        lat=known.position[1],
                        accuracy_m=known.accuracy_m,
                        accuracy_reason=f"The position and the radius are those of {town.name}.",
                        method=known.method,
                        identifier=None,
                        score=0.3,
                        reasons=(f"it lies in {town.name} according to places.csv",),
                    )
                ]
        return []

    def _spatial_context(self, place: Place) -> SpatialContext:
        enclosing = enclosing_places(place, self.places)
        country = next((one.country.upper() for one in (place, *enclosing) if one.country), None)
        towns = [one for one in enclosing if one.kind not in AREA_KINDS]
        parent = next((self._known_positions[one.id] for one in enclosing if one.id in self._known_positions), None)
        missing = towns[0].name if towns and towns[0].id not in self._known_positions else None
        if missing and parent is not None and parent.place.kind in AREA_KINDS:
            parent = None
        # Use only the ledger, so that the order of the tables does not change scores.
        linked = tuple(
            (self._ledger_positions[other], ref)
            for other, ref in sorted(self._linked_places.get(place.id, {}).items())
            if other in self._ledger_positions and self._ledger_positions[other].place.kind not in AREA_KINDS
        )
        return SpatialContext(country, parent, missing, linked)


def _linked_places(data: Dataset) -> dict[str, dict[str, str]]:
    """For each place, its linked places, each with the ref of a row that links them."""
    found: dict[str, dict[str, str]] = {}

    def link(places: Iterable[str | None], ref: str) -> None:
        for one, other in permutations(dict.fromkeys(place for place in places if place), 2):
            found.setdefault(one, {}).setdefault(other, ref)

    stations = {station.id: station.place for station in data.stations}
    for journey in data.journeys:
        link((journey.from_, *journey.via, journey.to), journey.ref)
    for station in data.stations:
        for other in station.reports_to:
            link((station.place, stations.get(other)), station.ref)
    seats: dict[str, list[str | None]] = {}
    for post in data.posts:
        seats.setdefault(post.person, []).append(stations.get(post.station) if post.station else post.place)
    for person, places in seats.items():
        link(places[:MAX_SEATS_PER_PERSON], f"person:{person}")
    return found
