"""The projections that were considered for the atlas, as small pictures; see docs/decisions/01-projection.md."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyproj
import resvg_py
import shapely
from jinja2 import Environment
from PIL import Image

from liaison_atlas.maps.ground.base_map import topology_arc, topology_ring
from liaison_atlas.maps.ground.projection import along_great_circles
from liaison_atlas.maps.viewer import bundle

WIDTH, HEIGHT = 520, 340
PROJECTIONS = {
    "mercator": "+proj=merc +lon_0=20",
    "pole": "+proj=laea +lat_0=90 +lon_0=60",
    "equal-earth": "+proj=eqearth +lon_0=150",
    "chosen": "+proj=laea +lat_0=40 +lon_0=25",
}
CITIES = {"Berlin": (13.4, 52.5), "Moscow": (37.6, 55.8), "Shanghai": (121.5, 31.2), "New York": (-74.0, 40.7)}
ROUTES = [("Berlin", "Moscow"), ("Berlin", "New York"), ("Moscow", "Shanghai")]
PACIFIC = [(131.9, 43.1), (-122.4, 37.8)]  # Vladivostok to San Francisco


def projection_pictures() -> Iterator[tuple[str, Image.Image]]:
    """Draw each projection; yield its name and a picture with the land, four cities, and the routes between them."""
    topology = bundle.read_json("land-110m.json")
    arcs = [topology_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    rings = [
        topology_ring(ring, arcs)
        for geometry in topology["objects"]["land"]["geometries"]
        for polygon in (geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]])
        for ring in polygon
    ]
    for name, definition in PROJECTIONS.items():
        yield name, _projection_picture(definition, rings)


def _projection_picture(definition: str, rings: list[np.ndarray]) -> Image.Image:
    plane = pyproj.Proj(f"{definition} +R=6371000 +units=km")

    def projected_lines(lonlat: np.ndarray) -> list[np.ndarray]:
        """Project a line onto the plane, and split it where the projection tears it."""
        x, y = plane(*along_great_circles(lonlat).T)
        points = np.column_stack([x, -np.asarray(y)])
        points[~np.isfinite(points).all(axis=1) | (np.abs(points) > 19_000).any(axis=1)] = np.nan
        torn = np.flatnonzero(~(np.hypot(*np.diff(points, axis=0).T) < 3_000)) + 1
        return [part for part in np.split(points, torn) if len(part) > 1 and np.isfinite(part).all()]

    lines = [part for ring in rings for part in projected_lines(ring)]
    routes = [np.array([CITIES[a], CITIES[b]]) for a, b in ROUTES]
    projected_routes = [part for route in (*routes, np.array(PACIFIC)) for part in projected_lines(route)]
    cities = {name: projected_lines(np.array([at, (at[0] + 0.1, at[1])]))[0][0] for name, at in CITIES.items()}
    box = shapely.MultiPoint(np.concatenate(projected_routes)).bounds
    scale = min((WIDTH - 80) / (box[2] - box[0]), (HEIGHT - 80) / (box[3] - box[1]))
    middle = np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])

    def page(points: np.ndarray) -> np.ndarray:
        return (points - middle) * scale + (WIDTH / 2, HEIGHT / 2)

    def path(parts: list[np.ndarray]) -> str:
        return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in page(part)) for part in parts)

    text = (Path(__file__).parent / "projection.svg.j2").read_text(encoding="utf-8")
    svg = (
        Environment(autoescape=True)
        .from_string(text)
        .render(
            width=WIDTH,
            height=HEIGHT,
            land=path(lines),
            ways=path(projected_routes),
            cities=[(name, *page(at)) for name, at in cities.items()],
            colours=bundle.read_json("palette.json")["light"],
        )
    )
    return Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg)))).convert("RGB")
