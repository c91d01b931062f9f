"""Writes period layers as GeoJSON (RFC 7946); the same layer always gives the same bytes."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely import set_precision, to_geojson

from liaison_atlas.seeds.tables.atomic_write import write_atomically

_CHUNK_ROWS = 4000  # rows
_JSON_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def geojson(frame: gpd.GeoDataFrame) -> str:
    """A layer as a GeoJSON text (RFC 7946).

    Rows without a position have a null geometry. Coordinates are rounded to six decimals (a tenth of a metre).

    Parameters
    ----------
    frame : GeoDataFrame
        a layer of `PeriodLayers`.

    Returns
    -------
    str
        a FeatureCollection.

    Examples
    --------
    >>> import geopandas, json
    >>> json.loads(geojson(geopandas.GeoDataFrame({"id": []}, geometry=[])))
    {'type': 'FeatureCollection', 'features': []}
    """
    return "".join(geojson_chunks(frame))


def geojson_chunks(frame: gpd.GeoDataFrame) -> Iterator[str]:
    """The text of `geojson` in parts, so that it need not be in memory at once."""
    yield '{"type": "FeatureCollection", "features": [\n'
    for first in range(0, len(frame), _CHUNK_ROWS):
        yield (",\n" if first else "") + ",\n".join(_features(frame[first : first + _CHUNK_ROWS]))
    yield "\n]}\n"


def write_geojson(frame: gpd.GeoDataFrame, path: str | Path) -> None:
    """Write a layer as a GeoJSON file, atomically.

    Parameters
    ----------
    frame : GeoDataFrame
        a layer of `PeriodLayers`.
    path : path
        the file; it is replaced if it exists.

    Raises
    ------
    OSError
        if the file cannot be written; it is then unchanged.
    """
    write_atomically(Path(path).parent, {Path(path).name: geojson(frame).encode()})


def _features(frame: gpd.GeoDataFrame) -> Iterator[str]:
    """Each row as JSON, read column by column: iterating over the rows of a table takes as long as writing them."""
    names = [str(name) for name in frame.columns if name != "geometry"]
    ids = frame["id"].tolist()
    # Converted in one call, in C: the points of journeys are most of the text.
    shapes = to_geojson(set_precision(frame.geometry.to_numpy(), 1e-6, mode="pointwise")).tolist()
    rows = zip(*(frame[name].tolist() for name in names), strict=True)
    for id, values, shape in zip(ids, rows, shapes, strict=True):
        properties = dict(zip(names, map(_json_value, values), strict=True))
        feature_json = _JSON_ENCODER.encode({"type": "Feature", "id": id, "properties": properties})
        yield f'{feature_json[:-1]}, "geometry": {shape or "null"}}}'


def _json_value(value: Any) -> Any:
    """A value for JSON: missing values are null, whatever pandas uses for them."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return int(value) if isinstance(value, float) and value.is_integer() else value
