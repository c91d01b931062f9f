"""All that a poster is drawn from, and nothing else: equal inputs give equal posters.

A build calls `poster_fingerprint` before it draws, and keeps the poster of the previous site where it is the same.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import shapely

from layers.period import PeriodLayers
from maps.ground.borders import Borders
from maps.ground.viewport import Viewport
from maps.pages.year_counts import year_summary
from maps.posters.poster_features import Feature, features_of, legend_features, positions_km
from maps.posters.poster_meta import PosterMeta, meta_of
from maps.posters.poster_viewport import inset_viewport, main_viewport
from seeds.dates.days import day_of

MAP_BOX = (41.0, 41.0, 1124.0, 796.0)
"""The frame of the map on the page: x, y, width, height."""


@dataclass(frozen=True)
class PosterInput:
    """A year: what holds in it and the texts around it; and from the entire period the viewports and the legend.

    Parameters
    ----------
    year : int
    meta : PosterMeta
    features : tuple of Feature
        what the map and the sidebar show.
    legend_features : tuple of Feature
        of the entire period, one of each kind and category: the legend is the same on every poster.
    viewport, inset_viewport : Viewport
        what the main map and the map of its densest part show; the same for every year.
    counts_text : str
        counts of what the year holds, as text.
    """

    year: int
    meta: PosterMeta
    features: tuple[Feature, ...]
    legend_features: tuple[Feature, ...]
    viewport: Viewport
    inset_viewport: Viewport | None
    counts_text: str


def poster_input_of_year(
    layers: PeriodLayers, year: int, meta: PosterMeta | None = None, borders: Borders | None = None
) -> PosterInput:
    """The input of the poster of a year."""
    return poster_inputs_by_year(layers, borders)(year, meta)


def poster_inputs_by_year(layers: PeriodLayers, borders: Borders | None = None) -> Callable[..., PosterInput]:
    """A function from the year to the input of its poster; what depends on the entire period is computed once."""
    shown = layers.record.shown
    period = shown.within(day_of(layers.first_year), day_of(layers.last_year, 12, 31))
    legend = legend_features(period)
    viewport = main_viewport(positions_km(period.stations, period.heads, period.raids, period.couriers), *MAP_BOX)
    inset = inset_viewport(positions_km(period.stations, period.heads, period.raids), viewport)

    def input_of_year(year: int, meta: PosterMeta | None = None) -> PosterInput:
        meta = meta or meta_of(layers, year, borders=borders)
        layers_in_year = shown.at(year)
        return PosterInput(
            year=year,
            meta=meta,
            features=tuple(features_of(layers_in_year, meta.place_names, meta.countries)),
            legend_features=tuple(legend),
            viewport=viewport,
            inset_viewport=inset,
            counts_text=year_summary(layers_in_year),
        )

    return input_of_year


def poster_fingerprint(poster_input: PosterInput) -> str:
    """A sha256 over the input; of the features of the legend, over their kind and category alone."""
    total = hashlib.sha256()
    for field in dataclasses.fields(PosterMeta):
        value = getattr(poster_input.meta, field.name)
        total.update(shapely.to_wkb(value) if isinstance(value, shapely.Geometry) else repr(value).encode() + b"\0")
    for feature in poster_input.features:
        values = [getattr(feature, field.name) for field in dataclasses.fields(feature) if field.name != "shape"]
        total.update(
            repr(values).encode() + b"\0" + (shapely.to_wkb(feature.shape) if feature.shape is not None else b"")
        )
    legend = [(feature.kind, feature.category) for feature in poster_input.legend_features]
    total.update(
        repr(
            (poster_input.year, poster_input.counts_text, legend, poster_input.viewport, poster_input.inset_viewport)
        ).encode()
    )
    return total.hexdigest()
