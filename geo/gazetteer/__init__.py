"""Where a place of 1927 is, without a network: the towns of GeoNames by all names that they have borne.

`Gazetteer` is a geopy geocoder. `geo.gazetteer.name_search` documents what makes a town certain.
"""

from liaison_atlas.geo.gazetteer.geocoder import Gazetteer
from liaison_atlas.geo.gazetteer.historical_states import present_day_countries
from liaison_atlas.geo.gazetteer.name_search import NameMatch, SearchResult, search_names

__all__ = ["Gazetteer", "NameMatch", "SearchResult", "present_day_countries", "search_names"]
