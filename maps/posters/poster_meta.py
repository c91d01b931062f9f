"""What a poster shows beside the layers: title, names of the year, states of the year, what is undated, imprint."""

from __future__ import annotations

from dataclasses import dataclass, field

import shapely

from geo.toponyms import name_in, states_in
from layers.period import PeriodLayers
from maps.ground.borders import Borders
from maps.payload.claim_selection import claims_of_page
from maps.posters.poster_basemap import PolityLabel
from seeds.dates.days import day_of


@dataclass(frozen=True)
class PosterMeta:
    """The texts around the map of a poster, and its states and borders.

    `place_names` are the names of the year by the id of the place; without an entry a place has its
    present-day name. `countries` are the ids of the places that are countries. `polities` are the states of the year,
    `borders` lines in plane kilometres. `imprint` is a line about licence and origin, at the foot. `undated_count` is
    how many claims no source dates: they are of no year, and no poster draws them.
    """

    title: str
    subtitle: str = ""
    language: str = "en"
    imprint: str = ""
    place_names: dict[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    polities: tuple[PolityLabel, ...] = ()
    borders: shapely.MultiLineString = field(default_factory=shapely.MultiLineString)
    undated_count: int = 0


def meta_of(layers: PeriodLayers, year: int, language: str = "en", borders: Borders | None = None) -> PosterMeta:
    """Title, imprint, place names, states and borders of a year."""
    data = layers.data
    first, last = day_of(year), day_of(year, 12, 31)
    polities = [PolityLabel(row.name, row.lon, row.lat, row.size) for row in states_in(data.polities, first, last)]
    lines = [line for border in borders.at_end_of_year(year) for line in border.lines.geoms] if borders else []
    imprint = f"Liaison Atlas \u00b7 data {data.package.version}, {data.package.licence}"
    if borders:
        imprint += f" \u00b7 borders: {borders.attribution}, {borders.licence}"
    return PosterMeta(
        title=data.package.title,
        subtitle=data.package.subtitle,
        language=language,
        imprint=imprint,
        place_names={place.id: name_in(place, data.names, first, last, language) for place in data.places},
        countries=tuple(place.id for place in data.places if place.kind == "country"),
        polities=tuple(polities),
        borders=shapely.MultiLineString(lines),
        undated_count=sum(not data.time_of(claim).dated for claim in claims_of_page(layers.record, None)),
    )
