"""How far from its position a place may lie, in metres, each with its reason.

====================  ===========================================================================
kind                  radius
====================  ===========================================================================
address               30 m where a geocoder knows the house; else that of the town
street                300 m where a geocoder knows the street
district, town        of a round town of its inhabitants at 3,000 to the square kilometre,
                      1 km at least, 30 km at most; 3 km where their number is not known
island                the same, 3 km at least: GeoNames gives its town
region, country       of the circle in which 98 of 100 towns lie; a region without towns has none
====================  ===========================================================================

Where a geocoder gives the box of what it found, the radius is half its diagonal.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from liaison_atlas.geo.gazetteer.geonames_towns import Town

INHABITANTS_PER_KM2 = 3_000
MIN_RADIUS_M, MAX_RADIUS_M, UNKNOWN_POPULATION_RADIUS_M, ISLAND_MIN_RADIUS_M = 1_000, 30_000, 3_000, 3_000
RADIUS_BY_KIND_M = {"address": 30.0, "street": 300.0, "district": 2_500.0, "settlement": 5_000.0, "island": 10_000.0}


class Accuracy(NamedTuple):
    """A radius in metres, and the sentence that explains it."""

    metres: float
    reason: str


def town_accuracy(town: Town, kind: str) -> Accuracy:
    """The radius of a town of today; that of 1927 was smaller as a rule.

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
    """The radius of what a geocoder on the network found, by its box or else by its kind."""
    if extent_m is not None:
        minimum = RADIUS_BY_KIND_M.get(kind or wanted, 0.0)
        return Accuracy(max(extent_m, minimum), "The radius reaches the corners of the box that the geocoder tells.")
    metres = RADIUS_BY_KIND_M.get(kind or wanted, 500_000.0)
    return Accuracy(metres, f"The geocoder tells no extent; the radius is usual for its kind ({kind or wanted}).")
