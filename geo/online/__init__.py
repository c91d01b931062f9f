"""Online geocoders: each query is sent once, at a polite rate, and only on request.

>>> from liaison_atlas.geo.online import ResponseStore, open_provider
>>> with ResponseStore(":memory:") as store, open_provider("nominatim", {}, store) as provider:
...     provider.disabled_reason is None
True

Open any provider of geopy by its name in geopy. ``provider.geocode("Kuntsevo", ["RU"])`` returns a `GeocodeResult`:
places, or one sentence that explains why there are none. An error of the provider never raises. Wrong options and a
store that cannot be used raise `GeocoderSetupError`.
"""

from liaison_atlas.geo.online.provider import Provider, open_provider
from liaison_atlas.geo.online.provider_errors import GeocoderSetupError
from liaison_atlas.geo.online.provider_options import read_options
from liaison_atlas.geo.online.provider_result import GeocodedPlace, GeocodeResult
from liaison_atlas.geo.online.response_store import ResponseStore, default_store_path

__all__ = [
    "GeocodeResult",
    "GeocodedPlace",
    "GeocoderSetupError",
    "Provider",
    "ResponseStore",
    "default_store_path",
    "open_provider",
    "read_options",
]
