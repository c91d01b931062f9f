"""Where: the ledger of located places, what they were called in a year, and shapes on the globe."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from liaison_atlas.geo.dataset_check import check
    from liaison_atlas.geo.gazetteer import Gazetteer
    from liaison_atlas.geo.geodesy import arc, distance_km
    from liaison_atlas.geo.ledger import Located, located
    from liaison_atlas.geo.locating import locate
    from liaison_atlas.geo.toponyms import name_in

__all__ = ["Gazetteer", "Located", "arc", "check", "distance_km", "locate", "located", "name_in"]

# Imported when first used: checking a data set needs no geocoder, nor geopy and SQLite behind it.
_LAZY_MODULES = {
    "Gazetteer": "liaison_atlas.geo.gazetteer",
    "Located": "liaison_atlas.geo.ledger",
    "arc": "liaison_atlas.geo.geodesy",
    "check": "liaison_atlas.geo.dataset_check",
    "distance_km": "liaison_atlas.geo.geodesy",
    "locate": "liaison_atlas.geo.locating",
    "located": "liaison_atlas.geo.ledger",
    "name_in": "liaison_atlas.geo.toponyms",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY_MODULES:
        return getattr(import_module(_LAZY_MODULES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
