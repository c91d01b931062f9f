"""Nominatim, and the services that run it: OpenStreetMap's own, MapQuest's and PickPoint.

For the fields, see https://nominatim.org/release-docs/latest/api/Output/
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from liaison_atlas.geo.online.provider_result import GeocodedPlace, extent_m, parsed_degrees

SERVICE_NAMES = ("nominatim", "openmapquest", "pickpoint")
GEOCODE_ARGUMENTS: Mapping[str, Any] = {"addressdetails": True}

_KINDS = {
    "country": "country",
    "state": "region", "region": "region", "province": "region", "county": "region", "state_district": "region",
    "municipality": "region", "archipelago": "region",
    "island": "island", "islet": "island",
    "city": "settlement", "town": "settlement", "village": "settlement", "hamlet": "settlement",
    "isolated_dwelling": "settlement",
    "borough": "district", "suburb": "district", "quarter": "district", "neighbourhood": "district",
    "city_district": "district", "district": "district", "city_block": "district",
    "house": "address", "house_number": "address", "building": "address",
}  # fmt: skip


def parse_location(location: Any) -> GeocodedPlace:
    """Return a place from Nominatim, with its kind, country, bounding box and OpenStreetMap object."""
    raw = location.raw
    lon, lat = parsed_degrees(raw.get("lon"), 180, "longitude"), parsed_degrees(raw.get("lat"), 90, "latitude")
    return GeocodedPlace(
        name=location.address,
        lon=lon,
        lat=lat,
        kind=_kind(raw),
        country=parsed_country_code(_nested(raw, "address").get("country_code")),
        identifier=osm_identifier(raw.get("osm_type"), raw.get("osm_id")),
        # The order is south, north, west, east.
        extent_m=extent_m(lon, lat, raw.get("boundingbox"), lons=slice(2, 4), lats=slice(0, 2)),
        raw=raw,
    )


def _nested(raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = raw.get(key)
    return value if isinstance(value, Mapping) else {}


def _kind(raw: Mapping[str, Any]) -> str | None:
    if _nested(raw, "address").get("house_number"):
        return "address"
    # Since version 4.2 there is "addresstype", which calls the boundary of a city a city. Before, only the tag exists.
    place_types = [raw.get("addresstype"), raw.get("type") if raw.get("class") in {"place", "building"} else None]
    if raw.get("class") in {"highway", "building"}:
        place_types.append("house")  # a street gives the position of an address; its box shows its length
    return next((_KINDS[word] for word in place_types if isinstance(word, str) and word in _KINDS), None)


def parsed_country_code(code: object) -> str | None:
    """Return a country code from a provider, in capitals.

    Returns
    -------
    str or None
        ISO 3166-1 alpha-2; ``None`` for anything else.

    Examples
    --------
    >>> parsed_country_code("de"), parsed_country_code("Germany")
    ('DE', None)
    """
    return code.upper() if isinstance(code, str) and re.fullmatch(r"[A-Za-z]{2}", code) else None


def osm_identifier(kind: object, number: object) -> str | None:
    """Return the ledger's identifier of an OpenStreetMap object. The kind may be its first letter, as in Photon.

    Returns
    -------
    str or None
        ``None`` if the kind or the number is not valid in OpenStreetMap.

    Examples
    --------
    >>> osm_identifier("N", 123)
    'osm:node/123'
    """
    words = {"n": "node", "w": "way", "r": "relation"}
    if not isinstance(kind, str) or kind.lower() not in {*words, *words.values()}:
        return None
    digits = str(number) if isinstance(number, int | str) and not isinstance(number, bool) else ""
    return f"osm:{words[kind[0].lower()]}/{digits}" if re.fullmatch(r"[0-9]{1,18}", digits) else None
