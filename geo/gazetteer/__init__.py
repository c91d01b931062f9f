"""Find a place of 1927 without a network: the towns of GeoNames, by all names that they have had.

`Gazetteer` is a geopy geocoder. `geo.gazetteer.name_search` documents when a match is certain.
"""

from liaison_atlas.geo.gazetteer.geocoder import Gazetteer

__all__ = ["Gazetteer"]
