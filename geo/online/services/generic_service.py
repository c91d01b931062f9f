"""Any other provider of geopy: only position and address, without extent and country."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from liaison_atlas.geo.online.provider_result import GeocodedPlace, InvalidPlaceError

SERVICE_NAMES = ()
GEOCODE_ARGUMENTS: Mapping[str, Any] = {}


def parse_location(location: Any) -> GeocodedPlace:
    """Return a place from its position, if the provider sent these numbers.

    geopy silently turns a longitude of 200 into -160 and a missing coordinate into 0. So both numbers must be in the
    response, and the point 0, 0, which is in the sea, is not accepted.

    Returns
    -------
    GeocodedPlace
        without an accuracy, which these providers do not send.

    Raises
    ------
    InvalidPlaceError
        if the position is not in the response, or is 0, 0.
    """
    lon, lat = location.longitude, location.latitude
    sent_numbers = _numbers(location.raw)
    if lon not in sent_numbers or lat not in sent_numbers or (lon == 0 and lat == 0):
        raise InvalidPlaceError("a place without a position, or with one that is not on Earth")
    raw = location.raw if isinstance(location.raw, Mapping) else {"raw": location.raw}
    return GeocodedPlace(str(location.address), lon, lat, None, None, None, None, raw)


def _numbers(raw: object) -> set[float]:
    """Return every number in a document, including those in texts, because some providers write "37.6 55.7".

    Returns
    -------
    set of float
        the numbers, including those in keys.

    Examples
    --------
    >>> sorted(_numbers({"point": "37.6 55.7", "box": [[-1, 2e-05]], "found": True}))
    [-1.0, 2e-05, 37.6, 55.7]
    """
    text = json.dumps(raw, ensure_ascii=False, default=str)
    return set(map(float, re.findall(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", text)))
