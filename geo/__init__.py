"""Where: the ledger of located places, what they were called in a year, and shapes on the globe."""

import lazy_loader

# `__init__.pyi` names what there is. Each is imported when it is first used: checking a data set takes no geocoder, and
# a build with nothing to do no geopandas.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
