"""Period layers as GeoJSON (RFC 7946), with the same bytes for the same layer."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely import set_precision
from shapely.geometry import mapping

from seeds.whole import write_whole


def geojson(frame: gpd.GeoDataFrame) -> str:
    """A layer as a GeoJSON text: every row, what has no position with a null geometry.

    Coordinates are rounded to six decimals (a tenth of a metre).
    """
    features = [
        {
            "type": "Feature",
            "id": row["id"],
            "properties": {name: _plain(row[name]) for name in frame.columns if name != "geometry"},
            "geometry": None if row["geometry"] is None else mapping(_rounded(row["geometry"])),
        }
        for row in frame.to_dict("records")
    ]
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, allow_nan=False) for feature in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def write_geojson(frame: gpd.GeoDataFrame, path: str | Path) -> None:
    """Write a layer as a GeoJSON file, whole or not at all."""
    write_whole(Path(path).parent, {Path(path).name: geojson(frame).encode()})


def _rounded(geometry: Any) -> Any:
    return set_precision(geometry, 1e-6, mode="pointwise")


def _plain(value: Any) -> Any:
    """Missing values as null, whatever pandas made of them."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return int(value) if isinstance(value, float) and value.is_integer() else value
