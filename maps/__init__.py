"""The output: the folium layer, the pages, the posters and the site.

``maps.PeriodNetwork(layers).add_to(folium_map)`` draws the network on any folium map;
``maps.build(dataset, out)`` writes a site.
"""

import lazy_loader

# `__init__.pyi` lists the exports. Each is imported on first use: checking a data set needs no geocoder, and a build
# with nothing to do needs no geopandas.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
