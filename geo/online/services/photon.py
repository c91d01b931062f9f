"""Photon, a search of OpenStreetMap for autocompletion.

It does not accept a country, so results in other countries are removed afterwards. For the fields, see
https://github.com/komoot/photon/blob/master/docs/api-v1.md
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liaison_atlas.geo.online.provider_result import GeocodedPlace, InvalidPlaceError, extent_m, parsed_degrees
from liaison_atlas.geo.online.services.nominatim import osm_identifier, parsed_country_code

SERVICE_NAMES = ("photon",)
GEOCODE_ARGUMENTS: Mapping[str, Any] = {}

_KINDS = {
    "country": "country",
    "state": "region",
    "county": "region",
    "city": "settlement",
    "district": "district",
    "locality": "district",
    "street": "address",
}


def parse_location(location: Any) -> GeocodedPlace:
    """Return a place from Photon, with its kind, country, extent and OpenStreetMap object."""
    raw = location.raw
    properties, coordinates = raw.get("properties"), raw.get("geometry", {}).get("coordinates")
    if not isinstance(properties, Mapping) or not isinstance(coordinates, list) or len(coordinates) < 2:
        raise InvalidPlaceError("a place without a position")
    lon, lat = parsed_degrees(coordinates[0], 180, "longitude"), parsed_degrees(coordinates[1], 90, "latitude")
    return GeocodedPlace(
        name=location.address,
        lon=lon,
        lat=lat,
        kind=_kind(properties),
        country=parsed_country_code(properties.get("countrycode")),
        identifier=osm_identifier(properties.get("osm_type"), properties.get("osm_id")),
        # The order is west, north, east, south.
        extent_m=extent_m(lon, lat, properties.get("extent"), lons=slice(0, 4, 2), lats=slice(1, 4, 2)),
        raw=raw,
    )


def _kind(properties: Mapping[str, Any]) -> str | None:
    if properties.get("osm_key") == "place" and properties.get("osm_value") in {"island", "islet"}:
        return "island"
    kind = properties.get("type")
    if kind == "house":  # Photon calls every point a house; only a number in a street is an address
        return "address" if properties.get("housenumber") else None
    return _KINDS.get(kind) if isinstance(kind, str) else None
