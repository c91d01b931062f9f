"""Geocoders on the network: each query is sent once, at a polite pace, and only when requested.

>>> from liaison_atlas.geo.online import ResponseStore, open_provider
>>> with ResponseStore(":memory:") as store, open_provider("nominatim", {}, store) as provider:
...     provider.disabled_reason is None
True

Every provider that geopy has can be opened by geopy's name for it. ``provider.geocode("Kuntsevo", ["RU"])`` returns a
`GeocodeResult`: places, or one sentence on why there are none. A refusal never raises; wrong options and a store
that cannot be used raise `GeocoderSetupError`.
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
