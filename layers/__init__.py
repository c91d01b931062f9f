"""When, and with whom: what exists in a year, certainly or possibly, and the network it makes."""

from layers.export import write_geojson
from layers.period import PeriodLayers, period_layers

__all__ = ["PeriodLayers", "period_layers", "write_geojson"]
