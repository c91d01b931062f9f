"""When, and with whom: what exists in a year, certainly or possibly, and the network it makes."""

from layers.difference import Difference, difference
from layers.export import geojson, write_geojson
from layers.period import PeriodLayers, period_layers
from layers.told import facts

__all__ = ["Difference", "PeriodLayers", "difference", "facts", "geojson", "period_layers", "write_geojson"]
