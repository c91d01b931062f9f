"""The plane: distances that are known, areas that stay true, and lines that follow the globe."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from liaison_atlas.maps.ground import projection

lons = st.floats(-180, 180, allow_nan=False)
lats = st.floats(-85, 85, allow_nan=False)


def chord_km(degrees: float) -> float:
    """Lambert's azimuthal equal-area projection draws an angle from the centre as its chord."""
    return 2 * projection.RADIUS_KM * math.sin(math.radians(degrees / 2))


def test_the_north_pole_is_straight_above_the_centre() -> None:
    assert projection.project_points([0], [90])[0] == pytest.approx((0, chord_km(50)), abs=1e-6)


def test_east_is_to_the_right_and_north_is_up_at_the_centre() -> None:
    (east,), (north,) = projection.project_points([26], [40]), projection.project_points([25], [41])
    assert east[0] > 50 > abs(east[1])
    assert north[1] > 50 > abs(north[0])


@pytest.mark.parametrize(
    ("lon", "lat"), [(-122.4, 37.8), (-99.1, 19.4), (-58.4, -34.6), (-70.7, -33.4), (-67.3, -55.9), (121.5, 31.2)]
)
def test_the_cities_of_the_network_and_both_americas_lie_on_the_map(lon: float, lat: float) -> None:
    assert np.hypot(*projection.project_points([lon], [lat])[0]) < projection.CLIP_KM


@given(lons, lats, lons, lats)
def test_a_line_keeps_its_ends_and_takes_no_long_step(a: float, b: float, c: float, d: float) -> None:
    line = projection.along_great_circles([(a, b), (c, d)])
    assert tuple(line[0]) == (a, b)
    assert tuple(line[-1]) == (c, d)
    lon, lat = np.radians(line.T)
    unit = np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    steps = np.degrees(np.arccos(np.clip((unit[:-1] * unit[1:]).sum(axis=1), -1, 1)))
    assert steps.max() <= projection.STEP_DEGREES + 1e-6 or steps.max() > 179.9


def test_a_line_of_one_point_stays_one_point() -> None:
    assert projection.along_great_circles([(10, 20)]).tolist() == [[10, 20]]


@pytest.mark.parametrize("west", [0, 100, 170, -90])
def test_an_area_is_true_wherever_it_lies(west: float) -> None:
    """Ten degrees of longitude between the equator and 30 N; the sides are meridians and so great circles."""
    edge = [(west + i / 4, lat) for lat, turn in ((0, 1), (30, -1)) for i in range(41)[::turn]]
    true = projection.RADIUS_KM**2 * math.radians(10) * math.sin(math.radians(30))
    assert projection.project(shapely.Polygon(edge)).area == pytest.approx(true, rel=1e-3)


def test_a_line_over_the_date_line_is_one_short_line() -> None:
    drawn = projection.project(shapely.LineString([(179, 60), (-179, 60)]))
    # 111 km on the globe; a map of equal areas stretches across what it presses together.
    assert 111 < drawn.length < 150


@pytest.mark.parametrize("geometry", [shapely.Point(), shapely.LineString(), shapely.MultiPolygon()])
def test_an_empty_geometry_stays_empty(geometry: shapely.Geometry) -> None:
    assert projection.project(geometry).is_empty


def test_a_collection_keeps_its_kind() -> None:
    drawn = projection.project(shapely.MultiPoint([(0, 0), (25, 40)]))
    assert isinstance(drawn, shapely.MultiPoint)
    assert len(drawn.geoms) == 2
