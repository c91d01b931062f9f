"""What each provider returns beyond a position. A provider whose responses are read in full is one more file here.

Such a file has ``SERVICE_NAMES`` (geopy's names of the service), ``GEOCODE_ARGUMENTS`` (what else its ``geocode`` is called with) and
``parse_location(location)``, which makes a `GeocodedPlace` of a geopy ``Location`` or raises `InvalidPlaceError`.
Every other provider that geopy has is read by ``generic_service``: only position and address.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from liaison_atlas.geo.online.provider_result import GeocodedPlace
from liaison_atlas.geo.online.services import generic_service


class Service(NamedTuple):
    """How a provider is called and its results are read."""

    geocode_arguments: Mapping[str, Any]
    parse_location: Callable[[Any], GeocodedPlace]


@cache
def service(name: str) -> Service:
    """The service of this name, as geopy names it."""
    files = (importlib.import_module(f"{__name__}.{file.name}") for file in pkgutil.iter_modules(__path__))
    module = next((file for file in files if name in file.SERVICE_NAMES), generic_service)
    return Service(module.GEOCODE_ARGUMENTS, module.parse_location)
