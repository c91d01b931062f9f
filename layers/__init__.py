"""When, and with whom: what exists in a year, certainly or possibly, and the network it makes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from liaison_atlas.layers.claim_facts import facts
from liaison_atlas.layers.dataset_difference import Difference, difference

if TYPE_CHECKING:
    from liaison_atlas.layers.geojson_export import geojson, write_geojson
    from liaison_atlas.layers.period import PeriodLayers, period_layers

__all__ = ["Difference", "PeriodLayers", "difference", "facts", "geojson", "period_layers", "write_geojson"]

# Imported when first used: a page is made from the claims alone, and must not cost the time of importing geopandas.
_LAZY_MODULES = {
    "PeriodLayers": "liaison_atlas.layers.period",
    "geojson": "liaison_atlas.layers.geojson_export",
    "period_layers": "liaison_atlas.layers.period",
    "write_geojson": "liaison_atlas.layers.geojson_export",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY_MODULES:
        return getattr(import_module(_LAZY_MODULES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
