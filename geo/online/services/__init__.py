"""What each provider tells beyond a position. A provider whose answers are read in full is one more file here.

Such a file has ``NAMES`` (geopy's names of the service), ``ASKED`` (what else its ``geocode`` is called with) and
``read(location)``, which gives a `Found` of a geopy ``Location`` or raises `Nonsense`. Every other provider that
geopy has is read by ``others``: position and address, and no more is claimed.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from geo.online.found import Found


class Service(NamedTuple):
    """How a provider is asked and read."""

    asked: Mapping[str, Any]
    read: Callable[[Any], Found]


@cache
def _services() -> dict[str, Service]:
    found: dict[str, Service] = {}
    for file in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{file.name}")
        for name in module.NAMES:
            found[name] = Service(module.ASKED, module.read)
    return found


def service(name: str) -> Service:
    """The service of this name, as geopy names it."""
    services = _services()
    return services.get(name, services["*"])
