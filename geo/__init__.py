"""Geography: the ledger of located places, their names in a given year, and shapes on the globe."""

import lazy_loader

# `__init__.pyi` lists the public names. Each is imported when it is first used: checking a data set does not need a
# geocoder, and a build with nothing to do does not need geopandas.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
