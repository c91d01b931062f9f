from .claim_facts import facts
from .dataset_difference import Difference, difference
from .geojson_export import geojson, write_geojson
from .period import PeriodLayers, period_layers

__all__ = ["Difference", "PeriodLayers", "difference", "facts", "geojson", "period_layers", "write_geojson"]
