"""Geocoders on the network: asked politely and once, and only when someone asks for it.

>>> from geo.online import Store, open_provider
>>> with Store(":memory:") as store, open_provider("nominatim", {}, store) as provider:
...     provider.left_alone is None
True

Every provider that geopy has can be opened by geopy's name for it. ``provider.ask("Kuntsevo", ["RU"])`` gives an
`Answer`: places, or one sentence on why there are none. A refusal never raises; wrong options and a store
that cannot be used raise `OnlineError`.
"""

from geo.online.found import Answer, Found
from geo.online.options import read_options
from geo.online.provider import Provider, open_provider
from geo.online.store import Store, default_store_path
from geo.online.trouble import OnlineError

__all__ = ["Answer", "Found", "OnlineError", "Provider", "Store", "default_store_path", "open_provider", "read_options"]
