"""Where a place of 1927 is, without a network: the towns of GeoNames by all names that they have borne.

`Gazetteer` is a geopy geocoder. `geo.gazetteer.name_search` documents what makes a town certain.
"""

from liaison_atlas.geo.gazetteer.geocoder import Gazetteer

__all__ = ["Gazetteer"]
