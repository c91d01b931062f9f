"""The output: the folium layer, the pages, the posters and the site.

``maps.PeriodNetwork(layers).add_to(folium_map)`` draws the network on any folium map;
``maps.build(dataset, out)`` writes a site.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from liaison_atlas.maps.pages.atlas_pages import atlas_page, year_page
    from liaison_atlas.maps.pages.period_network import PeriodNetwork
    from liaison_atlas.maps.site.building import build

__all__ = ["PeriodNetwork", "atlas_page", "build", "year_page"]

# Imported at first use: importing `maps.site.manifest` must not take the time of importing geopandas.
_MODULE_OF = {
    "PeriodNetwork": "liaison_atlas.maps.pages.period_network",
    "atlas_page": "liaison_atlas.maps.pages.atlas_pages",
    "build": "liaison_atlas.maps.site.building",
    "year_page": "liaison_atlas.maps.pages.atlas_pages",
}


def __getattr__(name: str) -> Any:
    if name in _MODULE_OF:
        return getattr(import_module(_MODULE_OF[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
