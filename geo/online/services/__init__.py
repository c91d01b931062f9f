"""Read the responses of each provider. To read more than position and address, add a file for the provider here.

The file has ``SERVICE_NAMES`` (geopy's names of the service), ``GEOCODE_ARGUMENTS`` (additional arguments of its
``geocode``) and ``parse_location(location)``, which turns a geopy ``Location`` into a `GeocodedPlace` or raises
`InvalidPlaceError`. For every other provider of geopy, ``generic_service`` reads only position and address.
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
    """How to call a provider and read its results."""

    geocode_arguments: Mapping[str, Any]
    parse_location: Callable[[Any], GeocodedPlace]


@cache
def service(name: str) -> Service:
    """The service with this name in geopy."""
    files = (importlib.import_module(f"{__name__}.{file.name}") for file in pkgutil.iter_modules(__path__))
    module = next((file for file in files if name in file.SERVICE_NAMES), generic_service)
    return Service(module.GEOCODE_ARGUMENTS, module.parse_location)
