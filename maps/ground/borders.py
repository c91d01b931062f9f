"""Border lines supplied by the user: ``read_borders(file)`` reads a dated GeoJSON file for ``build --borders``.

The atlas draws no borders of its own: there is no data for these years that is both correct and free. Users can add
theirs as a FeatureCollection of dated lines or polygons, with the licence that every page then shows.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from liaison_atlas.maps.ground import projection
from liaison_atlas.maps.ground.base_map import delta_encoded, map_disc
from liaison_atlas.maps.payload.page_documents import BorderData
from liaison_atlas.seeds.dates.day_ranges import ALL_DAYS, possible_days
from liaison_atlas.seeds.dates.edtf import DateError, parse

MAX_BYTES = 64 * 2**20
# A bend of a border of this size is a tenth of a pixel in Europe on a large screen.
SIMPLIFY_TOLERANCE_KM = 1.0
_FEATURES_START = re.compile(r'"features"\s*:\s*\[\s*')
_SEPARATOR = re.compile(r"\s*,?\s*")
_GEOMETRY_TYPES = {"LineString", "MultiLineString", "Polygon", "MultiPolygon"}


class BordersError(ValueError):
    """A file of borders cannot be used; the message names file, line and remedy."""


@dataclass(frozen=True)
class Border:
    """Lines in plane kilometres, and the first and last day on which they may have been valid."""

    lines: shapely.MultiLineString
    first: int
    last: int


@dataclass(frozen=True)
class Borders:
    """All borders of a file, with the attribution and the licence that must be shown."""

    borders: tuple[Border, ...]
    attribution: str
    licence: str


def read_borders(path: str | Path) -> Borders:
    """Read a GeoJSON file (RFC 7946) of dated borders.

    The file is a FeatureCollection with two members next to ``features``: ``licence`` and ``attribution``, both texts.
    Each feature is a line or a polygon in longitude and latitude. Its properties have ``from`` and ``to``: dates in
    EDTF, or years, or null for no limit on that side.

    Parameters
    ----------
    path : path
        the GeoJSON file.

    Returns
    -------
    Borders
        the lines in plane kilometres (`maps.ground.projection`), with attribution and licence.

    Raises
    ------
    BordersError
        if the file is anything else; the message names file, line and remedy.
    """
    path = Path(path)
    text = _read_text(path)
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise BordersError(f"{path}:{error.lineno}:{error.colno}: this is not JSON: {error.msg}") from None
    except (ValueError, RecursionError):
        raise BordersError(f"{path}:1:1: this is not JSON that can be read; save it anew as GeoJSON") from None
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        raise BordersError(f"{path}:1:1: this is not a GeoJSON FeatureCollection; export the borders as one")
    texts = {}
    for name in ("licence", "attribution"):
        spelled = "license" if name == "licence" and "licence" not in document else name
        value = document.get(spelled)
        if not isinstance(value, str) or not value.strip():
            remedy = f'add "{name}": "..." beside "features"; every page shows it'
            raise BordersError(f"{path}:1:1: the file does not name its {name}; {remedy}")
        texts[name] = " ".join(value.split())
    features = document.get("features")
    if not isinstance(features, list):
        raise BordersError(f'{path}:1:1: "features" must be a list')
    lines = []
    for number, feature in enumerate(features):
        try:
            lines.append(_border(feature))
        except BordersError as error:
            raise BordersError(f"{path}:{_line_number(text, number)}:1: feature {number + 1}: {error}") from None
    return Borders(tuple(lines), texts["attribution"], texts["licence"])


def _read_text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BordersError(f"{path}: the file has more than {MAX_BYTES >> 20} MiB; simplify its lines first")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BordersError(f"{path} cannot be read: {error.strerror}; name a GeoJSON file") from None
    except UnicodeDecodeError:
        raise BordersError(f"{path} is not UTF-8; save it as UTF-8") from None


def _border(feature: Any) -> Border:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        raise BordersError("it must be a feature with properties")
    for name in ("from", "to"):
        if name not in properties:
            raise BordersError(f'it has no "{name}"; give it a date, or null where there is no limit')
    first, last = _limit_day(properties["from"], "from"), _limit_day(properties["to"], "to")
    if first > last:
        raise BordersError(f'"from" {properties["from"]} is after "to" {properties["to"]}')
    return Border(_lines(feature.get("geometry")), first, last)


def _limit_day(value: Any, name: str) -> int:
    """The earliest day of ``from``, or the latest of ``to``."""
    side = 0 if name == "from" else 1
    if value is None or value == "":
        return ALL_DAYS[side]
    text = f"{value:04d}" if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 9999 else value
    if not isinstance(text, str):
        raise BordersError(f'"{name}" must be a date, a year or null')
    try:
        return possible_days(parse(text))[side]
    except DateError as error:
        raise BordersError(f'"{name}" is not a date: {error}') from None


def _lines(geometry: Any) -> shapely.MultiLineString:
    """The projected lines of a geometry, clipped to what the map shows."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in _GEOMETRY_TYPES:
        raise BordersError("its geometry must be lines or polygons")
    try:
        shape: BaseGeometry = shapely.geometry.shape(geometry)
        points = shapely.get_coordinates(shape)
        if len(points) == 0:
            raise ValueError
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, shapely.errors.ShapelyError):
        raise BordersError("its coordinates cannot be read; each is [longitude, latitude]") from None
    if not (np.isfinite(points).all() and (abs(points) <= (180, 90)).all()):
        raise BordersError("a coordinate is outside 180 degrees of longitude or 90 of latitude")
    rings = shapely.boundary(shape) if "Polygon" in str(kind) else shape
    projected = [np.asarray(shapely.get_coordinates(projection.project(part))) for part in shapely.get_parts(rings)]
    lines = [shapely.LineString(line) for line in projected if len(line) > 1 and np.isfinite(line).all()]
    clipped = shapely.MultiLineString(lines).simplify(SIMPLIFY_TOLERANCE_KM).intersection(map_disc())
    parts = [part for part in shapely.get_parts(clipped) if isinstance(part, shapely.LineString) and not part.is_empty]
    return shapely.MultiLineString(parts)


def _line_number(text: str, number: int) -> int:
    """The line on which a feature begins; 1 if it cannot be found."""
    start = _FEATURES_START.search(text)
    if not start:
        return 1
    offset = start.end()
    try:
        for _ in range(number):
            _, offset = json.JSONDecoder().raw_decode(text, offset)
            offset = _SEPARATOR.match(text, offset).end()  # type: ignore[union-attr]  # it also matches the empty text
        return text.count("\n", 0, offset) + 1
    except ValueError:
        return 1


def borders_payload(borders: Borders) -> BorderData:
    """The borders as the viewer reads them: integer kilometres, each point as the difference from the one before."""
    return {
        "attribution": borders.attribution,
        "licence": borders.licence,
        "from": [border.first for border in borders.borders],
        "to": [border.last for border in borders.borders],
        "lines": [
            [code for line in border.lines.geoms if len(code := delta_encoded(line)) > 2] for border in borders.borders
        ],
    }
