"""Candidates from an online geocoder, for a person to decide on.

They are never certain, because a geocoder of today knows today's streets and today's house numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from liaison_atlas.geo.gazetteer.historical_states import countries
from liaison_atlas.geo.locating.candidates import Candidate, online_accuracy
from liaison_atlas.geo.name_folding import fold
from liaison_atlas.seeds.tables.records import Place

if TYPE_CHECKING:  # the package that sends queries, with the network libraries, is imported only when needed
    from liaison_atlas.geo.online.provider_result import GeocodedPlace, GeocodeResult


GeocodeFunction = Callable[[str, tuple[str, ...]], "GeocodeResult"]
"""A function from a query and country codes to a result."""


def online_candidates(
    place: Place, within: str | None, country: str | None, geocode: GeocodeFunction, method: str
) -> tuple[list[Candidate], str | None]:
    """The results of a provider for a place, best first, or the problem that it had.

    Parameters
    ----------
    place : Place
        the place to find.
    within : str or None
        the name of the town that contains the place, added to a query that does not name it.
    country : str or None
        the code of its country.
    geocode : callable
        as for `geo.locate`.
    method : str
        the name of the provider, for the ledger.

    Returns
    -------
    candidates : list of Candidate
        best first.
    problem : str or None
        the message of the provider.
    """
    query = place.query or place.name
    if within and fold(within) not in fold(query):
        query = f"{query}, {within}"
    result = geocode(query, (country,) if country and country in countries() else ())
    candidates = [_candidate(place, found_place, country, method) for found_place in result.places]
    return sorted(candidates, key=lambda candidate: -candidate.score), result.problem


def _candidate(place: Place, found_place: GeocodedPlace, country: str | None, method: str) -> Candidate:
    """At most 0.8: the result of an online geocoder is not checked against the names of the period."""
    accuracy = online_accuracy(found_place.kind, found_place.extent_m, place.kind)
    reasons = [f'"{found_place.name}" was found by {method}']
    score = 0.4
    if found_place.kind == place.kind:
        score += 0.2
        reasons.append(f"of the expected kind, {place.kind}")
    elif found_place.kind:
        reasons.append(f"of another kind than expected: {found_place.kind}, not {place.kind}")
    if country and found_place.country == country:
        score += 0.2
        reasons.append(f"in {country}, the country in places.csv")
    elif country and found_place.country:
        reasons.append(f"in {found_place.country}, which is outside the country in the data")
    return Candidate(
        name=found_place.name,
        country=found_place.country,
        lon=round(found_place.lon, 6),
        lat=round(found_place.lat, 6),
        accuracy_m=round(accuracy.metres),
        accuracy_reason=accuracy.reason,
        method=method,
        identifier=found_place.identifier,
        score=round(score, 3),
        reasons=tuple(reasons),
    )
