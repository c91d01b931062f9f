from .dataset_check import check
from .gazetteer import Gazetteer
from .geodesy import arc, distance_km
from .ledger import Located, located
from .locating import locate
from .toponyms import name_in

__all__ = ["Gazetteer", "Located", "arc", "check", "distance_km", "locate", "located", "name_in"]
