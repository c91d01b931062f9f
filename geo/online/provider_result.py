"""The result of a geocoder for a query: the places that it found, or a sentence that explains why there are none."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

from liaison_atlas.geo.geodesy import distance_km


@dataclass(frozen=True, slots=True)
class GeocodedPlace:
    """A place as a provider returns it. ``None`` means that the provider does not give the value; nothing is guessed.

    Parameters
    ----------
    name
        The address or name, as the provider writes it.
    lon, lat
        Degrees, longitude first.
    kind
        One of the kinds of ``places.csv``: address, district, settlement, island, region, country.
    country
        ISO 3166-1 alpha-2, in capitals.
    identifier
        The identifier in the form of the ledger: ``osm:node/123``.
    extent_m
        Metres from the position to the farthest corner of the bounding box.
    raw
        The provider's data for this place.
    """

    name: str
    lon: float
    lat: float
    kind: str | None
    country: str | None
    identifier: str | None
    extent_m: float | None
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GeocodeResult:
    """The places, best first, or the ``problem``, a sentence with a remedy. If both are empty, there is no such place.

    Parameters
    ----------
    asked_on
        The time of the response, in UTC, as ``2026-11-23T15:04:05Z``; ``None`` with a problem.
    from_store
        Whether the result comes from the store, without a request.
    """

    places: tuple[GeocodedPlace, ...] = ()
    problem: str | None = None
    asked_on: str | None = None
    from_store: bool = False


class HttpResponse(NamedTuple):
    """The last response of a provider."""

    status: int
    body: str
    retry_after_s: float | None


class InvalidPlaceError(ValueError):
    """A response that can be read but makes no sense."""


def parsed_degrees(value: object, limit: float, name: str) -> float:
    """Parse a coordinate from a provider, a number or digits in a text.

    Returns
    -------
    float
        the coordinate in degrees.

    Raises
    ------
    InvalidPlaceError
        If it is something else, or beyond the limit.

    Examples
    --------
    >>> parsed_degrees("52.5", 90, "latitude")
    52.5
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise InvalidPlaceError(f"a place without a {name}")
    try:
        number = float(value)
    except (ValueError, OverflowError):
        number = math.nan
    if not abs(number) <= limit:  # this form also rejects NaN
        raise InvalidPlaceError(f"a {name} that is not between -{limit:g} and {limit:g}")
    return number


def extent_m(lon: float, lat: float, box: object, *, lons: slice, lats: slice) -> float | None:
    """Return the metres from a position to the farthest corner of a provider's bounding box; ``None`` if it is invalid.

    ``lons`` and ``lats`` are the positions of the two longitudes and the two latitudes in the box.

    Returns
    -------
    float or None
        the great-circle distance in metres.

    Examples
    --------
    >>> round(extent_m(13.4, 52.5, [13.3, 52.4, 13.5, 52.6], lons=slice(0, 4, 2), lats=slice(1, 4, 2)))
    13022
    """
    if not isinstance(box, list) or len(box) != 4:
        return None
    try:
        corners = list(
            product(
                [parsed_degrees(value, 180, "longitude") for value in box[lons]],
                [parsed_degrees(value, 90, "latitude") for value in box[lats]],
            )
        )
    except InvalidPlaceError:
        return None
    return 1000 * max(distance_km((lon, lat), corner) for corner in corners)
