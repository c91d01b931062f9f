"""Where: the ledger of located places, what they were called in a year, and shapes on the globe."""

from geo.gazetteer import Gazetteer
from geo.globe import arc, distance_km
from geo.ledger import Located, located
from geo.locating import locate
from geo.plausible import check
from geo.toponyms import name_in

__all__ = ["Gazetteer", "Located", "arc", "check", "distance_km", "locate", "located", "name_in"]
