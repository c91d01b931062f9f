"""Where: the ledger of located places, what they were called in a year, and shapes on the globe."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.dataset_check import check
    from geo.gazetteer import Gazetteer
    from geo.geodesy import arc, distance_km
    from geo.ledger import Located, located
    from geo.locating import locate
    from geo.toponyms import name_in

__all__ = ["Gazetteer", "Located", "arc", "check", "distance_km", "locate", "located", "name_in"]

# Imported when first used: checking a data set needs no geocoder, nor geopy and SQLite behind it.
_LAZY_MODULES = {
    "Gazetteer": "geo.gazetteer",
    "Located": "geo.ledger",
    "arc": "geo.geodesy",
    "check": "geo.dataset_check",
    "distance_km": "geo.geodesy",
    "locate": "geo.locating",
    "located": "geo.ledger",
    "name_in": "geo.toponyms",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY_MODULES:
        return getattr(import_module(_LAZY_MODULES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
