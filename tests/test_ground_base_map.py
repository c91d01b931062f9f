"""The base map: known land and sea, true areas, no seam, and the encoding that the viewer reads."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs
import pytest
import shapely

from liaison_atlas.maps.ground import base_map, base_map_cache, projection
from liaison_atlas.maps.payload.encoding import encode
from liaison_atlas.maps.viewer import bundle


@pytest.fixture(scope="module")
def basemap() -> base_map.BaseMap:
    return base_map.base_map()


@pytest.fixture(scope="module")
def payload(basemap: base_map.BaseMap) -> dict[str, Any]:
    return base_map.base_map_payload(basemap)


def at(lon: float, lat: float) -> shapely.Point:
    return shapely.Point(*projection.project_points([lon], [lat])[0])


LAND = {
    "Moscow": (37.6, 55.75),
    "Berlin": (13.4, 52.5),
    "New York State": (-75.0, 43.0),
    "Shanghai": (121.2, 31.1),
    "Chukotka, west of the date line": (178.0, 67.0),
    "Chukotka, on the date line": (180.0, 67.5),
    "Chukotka, east of the date line": (-175.0, 66.5),
    "Alaska": (-155.0, 65.0),
    "Wrangel Island, on the date line": (180.0, 71.2),
    "Patagonia": (-70.0, -48.0),
    "Antarctica, off Africa": (40.0, -72.0),
}
SEA = {
    "the North Pole": (0.0, 90.0),
    "the Arctic Ocean at the date line": (180.0, 80.0),
    "the middle of the Pacific": (-170.0, 35.0),
    "the Pacific at the date line": (180.0, 45.0),
    "the Atlantic": (-40.0, 40.0),
    "the Caspian Sea": (51.0, 42.0),
    "the Black Sea": (34.0, 43.2),
    "the Bering Strait": (-168.9, 66.4),
}


@pytest.mark.parametrize("place", LAND)
def test_land_is_land(basemap: base_map.BaseMap, place: str) -> None:
    assert basemap.land.contains(at(*LAND[place]))


@pytest.mark.parametrize("place", SEA)
def test_sea_is_sea(basemap: base_map.BaseMap, place: str) -> None:
    assert not basemap.land.intersects(at(*SEA[place]))
    assert not basemap.land_coarse.intersects(at(*SEA[place]))


@pytest.mark.parametrize(
    ("lon", "lat", "km2"),
    # Areas from handbooks: Greenland, Madagascar, Baffin Island, Honshu, Ellesmere Island, Newfoundland, Cuba,
    # Iceland, Sri Lanka. (At this scale the coasts of Great Britain and Borneo are too coarse for such a test.)
    [
        (-42, 72, 2_130_800),
        (47, -19, 587_041),
        (-70, 68, 507_451),
        (138.5, 36.2, 227_960),
        (-78, 80, 196_236),
        (-56, 48.7, 108_860),
        (-78, 21.5, 104_556),
        (-18.5, 64.9, 101_826),
        (80.7, 7.5, 65_268),
    ],
)
def test_the_area_of_an_island_is_within_two_hundredths_of_the_truth(
    basemap: base_map.BaseMap, lon: float, lat: float, km2: float
) -> None:
    (island,) = [part for part in basemap.land.geoms if part.contains(at(lon, lat))]
    assert island.area == pytest.approx(km2, rel=0.02)


def test_no_seam_is_left_at_the_date_line(basemap: base_map.BaseMap) -> None:
    """Chukotka and Wrangel Island are each one polygon, and no coast runs along the meridian."""
    assert [p.contains(at(-175, 66.5)) for p in basemap.land.geoms if p.contains(at(178, 67))] == [True]
    meridian = projection.project(shapely.LineString([(180, 60), (180, 75)])).buffer(1)
    assert basemap.land.boundary.intersection(meridian).length < 120


def test_land_is_valid_and_lies_on_the_disc(basemap: base_map.BaseMap) -> None:
    for land in (basemap.land, basemap.land_coarse):
        assert land.is_valid
        assert np.hypot(*shapely.get_coordinates(land).T).max() <= projection.CLIP_KM + 1


def test_the_coarse_land_is_much_smaller_and_nearly_as_large(basemap: base_map.BaseMap) -> None:
    assert shapely.get_num_coordinates(basemap.land_coarse) < shapely.get_num_coordinates(basemap.land) / 4
    assert basemap.land_coarse.area == pytest.approx(basemap.land.area, rel=0.01)


def test_names_of_the_seas_read_from_left_to_right_and_lie_on_water(basemap: base_map.BaseMap) -> None:
    assert len(basemap.seas) >= 25
    assert len({sea.name for sea in basemap.seas}) == len(basemap.seas)
    for sea in basemap.seas:
        x = shapely.get_coordinates(sea.label_line)[:, 0]
        assert x[-1] > x[0], f"{sea.name} is upside down"
        assert sea.size in {1, 2, 3}
        assert not basemap.land_coarse.contains(sea.label_line.interpolate(0.5, normalized=True)), (
            f"{sea.name} is ashore"
        )


def decoded(coded: list[int]) -> np.ndarray[Any, np.dtype[np.int64]]:
    return np.cumsum(np.reshape(coded, (-1, 2)), axis=0)


def test_the_payload_holds_the_same_land_in_integer_kilometres(
    basemap: base_map.BaseMap, payload: dict[str, Any]
) -> None:
    rings = [decoded(ring) for ring in payload["land"]]
    assert all((ring[0] == ring[-1]).all() for ring in rings), "a ring is closed"
    area = sum(shapely.Polygon(ring).area * (-1 if shapely.LinearRing(ring).is_ccw else 1) for ring in rings)
    assert abs(area) == pytest.approx(basemap.land.area, rel=0.002)


def test_the_payload_has_what_the_viewer_reads(payload: dict[str, Any]) -> None:
    assert set(payload) == {"projection", "clip", "land", "landCoarse", "graticule", "seas"}
    assert payload["projection"] == {"name": "laea", "lon": 25.0, "lat": 40.0, "radiusKm": 6371.0}
    assert set(payload["seas"][0]) == {"name", "names", "path", "size"}
    assert all(isinstance(n, int) for line in payload["graticule"] for n in line)


def test_the_base_map_is_deterministic(payload: dict[str, Any]) -> None:
    assert json.dumps(base_map.base_map_payload(base_map.base_map())) == json.dumps(payload)


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty user cache; the base map is not kept in memory either."""
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_: tmp_path / "cache")
    base_map_cache.base_map_block.cache_clear()
    return tmp_path / "cache"


def test_the_cached_base_map_is_the_one_that_is_computed(
    cache_folder: Path, payload: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert base_map_cache.base_map_block() == encode(payload)
    assert len(list(cache_folder.iterdir())) == 1
    base_map_cache.base_map_block.cache_clear()
    monkeypatch.setattr(base_map_cache, "_make_block", lambda: pytest.fail("it is in the cache, and is computed again"))
    assert base_map_cache.base_map_block() == encode(payload)


@pytest.mark.parametrize("bad", ["", "cut\noff", "no digest at all", "\xff\xfe"])
def test_a_damaged_cached_base_map_is_computed_again(cache_folder: Path, payload: dict[str, Any], bad: str) -> None:
    block = base_map_cache.base_map_block()
    (file,) = cache_folder.iterdir()
    file.write_bytes(bad.encode("latin-1"))
    base_map_cache.base_map_block.cache_clear()
    assert base_map_cache.base_map_block() == block
    assert file.read_text(encoding="ascii").endswith(block)


def test_a_cached_base_map_that_is_no_file_or_no_base64_is_not_used(
    cache_folder: Path, payload: dict[str, Any]
) -> None:
    base_map_cache.base_map_block()
    (file,) = cache_folder.iterdir()
    for planted in ("</script><img src=x onerror=alert(1)>", None):
        file.unlink()
        if planted is None:
            os.mkfifo(file)  # reading it blocks for ever
        else:
            file.write_text(f"{hashlib.sha256(planted.encode()).hexdigest()}\n{planted}", encoding="ascii")
        base_map_cache.base_map_block.cache_clear()
        assert base_map_cache.base_map_block() == encode(payload)


def test_without_a_home_folder_the_base_map_is_computed(
    payload: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless(*_: str) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(platformdirs, "user_cache_path", homeless)
    base_map_cache.base_map_block.cache_clear()
    assert base_map_cache.base_map_block() == encode(payload)


def test_without_a_cache_folder_the_base_map_is_computed_each_time(cache_folder: Path, payload: dict[str, Any]) -> None:
    cache_folder.write_text("a file, where a folder should be", encoding="utf-8")
    assert base_map_cache.base_map_block() == encode(payload)


def test_a_viewer_that_is_not_built_is_named(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "DIST_FOLDER", tmp_path)
    with pytest.raises(bundle.ViewerNotBuiltError, match=r"land-50m\.json is missing"):
        bundle.path("land-50m.json")
