"""Where a place of 1927 is, without a network: the towns of GeoNames by all names that they have borne.

`Gazetteer` is a geopy geocoder. What makes a town certain says `geo.gazetteer.search`.
"""

from geo.gazetteer.geocoder import Gazetteer
from geo.gazetteer.search import NameMatch, SearchResult, search_names
from geo.gazetteer.states import present_day_countries

__all__ = ["Gazetteer", "NameMatch", "SearchResult", "present_day_countries", "search_names"]
