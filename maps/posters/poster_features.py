"""What a poster draws in a year: each station, head, journey and event as a `Feature`.

Fiction never becomes a feature, so no later step can draw it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layers.period import PeriodLayers
from maps.ground import projection
from maps.ground.projection import Floats
from maps.payload.symbology import Symbol, certainty_style, is_vague, symbol_of
from seeds.dates.when import Holding
from seeds.tables.records import Certainty

_CLAIM_KINDS = {"station": "station", "head": "post", "courier": "journey", "liaison": "tie", "raid": "event"}


@dataclass(frozen=True)
class Feature:
    """One row of a layer, with its geometry in plane kilometres."""

    kind: str  # "station", "head", "courier", "liaison" or "raid"
    id: str
    category: str
    label: str
    place: str
    place_id: str
    shape: BaseGeometry | None
    accuracy_km: float
    vague: bool  # only a country, or an area as wide, is known
    symbol: Symbol
    certainty_style: str
    possible: bool
    partisan: bool
    contested: bool
    month: int | None
    old_style_date: str  # in both calendars, of a claim that was dated in the Julian one; else empty
    person: str
    station_id: str
    start_bounds: tuple[str, str]
    citations: str

    @cached_property
    def point(self) -> tuple[float, float] | None:
        """Its position; of a journey, the destination."""
        if self.shape is None or self.shape.is_empty:
            return None
        x, y = shapely.get_coordinates(self.shape)[-1]
        return float(x), float(y)


def features_of(
    layers: PeriodLayers, place_names: Mapping[str, str] | None = None, countries: Collection[str] = ()
) -> list[Feature]:
    """Every row of the layers but fiction, in an order that does not depend on theirs.

    Parameters
    ----------
    layers : PeriodLayers
    place_names : dict, optional
        the name of a place by its id where it is not the present-day name.
    countries : collection of str, optional
        the ids of the places that are countries.
    """
    features = [
        feature
        for kind, layer in _layers_by_kind(layers)
        for feature in _features_of_layer(kind, layer, place_names or {}, countries)
    ]
    return sorted(features, key=_kind_and_id)


def legend_features(layers: PeriodLayers) -> list[Feature]:
    """The first feature of each kind and category, enough for a legend: to make the others would take most of the time."""
    features = [
        feature
        for kind, layer in _layers_by_kind(layers)
        for feature in _features_of_layer(
            kind, _drawn_rows(layer).sort_values("id").drop_duplicates("category"), {}, ()
        )
    ]
    return sorted(features, key=_kind_and_id)


def _layers_by_kind(layers: PeriodLayers) -> list[tuple[str, gpd.GeoDataFrame]]:
    return [
        ("station", layers.stations),
        ("head", layers.heads),
        ("courier", layers.couriers),
        ("liaison", layers.liaison),
        ("raid", layers.raids),
    ]


def _kind_and_id(feature: Feature) -> tuple[str, str]:
    return feature.kind, feature.id


def positions_km(*layers: gpd.GeoDataFrame) -> Floats:
    """Every position in some layers, shape (n, 2), in plane kilometres, including the vertices of journeys."""
    lonlat = np.concatenate([shapely.get_coordinates(layer.geometry.to_numpy()) for layer in layers])
    points = projection.project_points(lonlat[:, 0], lonlat[:, 1])
    return np.asarray(points[np.isfinite(points).all(axis=1) & (np.hypot(*points.T) <= projection.CLIP_KM)])


def _features_of_layer(
    kind: str, layer: gpd.GeoDataFrame, names: Mapping[str, str], countries: Collection[str]
) -> Iterator[Feature]:
    """The features of a layer without fiction; columns are read, and shapes projected, all at once."""
    layer = _drawn_rows(layer)
    columns = [str(column) for column in layer.columns if column != "geometry"]
    shapes: Iterable[BaseGeometry | None] = projection.project_all(layer.geometry.to_numpy()) if len(layer) else ()
    for *values, shape in zip(*(layer[column].tolist() for column in columns), shapes, strict=True):
        yield _feature(kind, dict(zip(columns, values, strict=True)), shape, names, countries)


def _drawn_rows(layer: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The rows that a poster draws: no fiction, and nothing that no source dates."""
    drawn = layer["standing"] != "fiction"
    return layer[drawn & (layer["holds"] != Holding.UNDATED.value)] if "holds" in layer.columns else layer[drawn]


def _feature(
    kind: str, row: dict[str, Any], shape: BaseGeometry | None, names: Mapping[str, str], countries: Collection[str]
) -> Feature:
    holding = Holding(row.get("holds", "seen"))
    month = row.get("month")
    accuracy_m = _finite_or_zero(row.get("accuracy_m"))
    certainty = Certainty(row["certainty"])
    return Feature(
        kind=kind,
        id=_text(row["id"]),
        category=_text(row["category"]),
        label=_text(row["label"]),
        place=names.get(_text(row["place_id"]), _text(row["place"])),
        place_id=_text(row["place_id"]),
        shape=shape,
        accuracy_km=accuracy_m / 1000,
        vague=is_vague("country" if row["place_id"] in countries else None, accuracy_m),
        symbol=symbol_of(_CLAIM_KINDS[kind], _text(row["category"]), certainty),
        certainty_style=certainty_style(holding, certainty),
        possible=holding is not Holding.SEEN,
        partisan=row["standing"] == "partisan",
        contested=bool(row["contested"]),
        month=int(_finite_or_zero(month)) or None,
        old_style_date=_text(row["when"]) if row.get("calendar") == "julian" else "",
        person=_text(row.get("person")),
        station_id=_text(row.get("station_id")),
        start_bounds=(_text(row["start_earliest"]), _text(row["start_latest"])),
        citations=_text(row["citations"]),
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _finite_or_zero(value: Any) -> float:
    """A number of a table; 0 where the cell is empty, which pandas shows as None, NaN or NA."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return 0.0
    return number if math.isfinite(number) else 0.0
