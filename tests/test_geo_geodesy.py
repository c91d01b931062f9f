"""Shapes on the globe: distances, great circles, the date line, the poles."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from liaison_atlas.geo.geodesy import MEAN_RADIUS_KM, arc, distance_km

positions = st.tuples(st.floats(-180, 180).map(lambda x: round(x, 3)), st.floats(-89, 89).map(lambda x: round(x, 3)))


@given(positions, positions)
def test_the_distance_is_that_of_the_haversine_formula(a: tuple[float, float], b: tuple[float, float]) -> None:
    lon_a, lat_a, lon_b, lat_b = map(math.radians, (*a, *b))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    assert distance_km(a, b) == pytest.approx(2 * MEAN_RADIUS_KM * math.asin(min(1.0, math.sqrt(h))), abs=1e-3)


def parts(*stops: tuple[float, float]) -> list[list[tuple[float, float]]]:
    line = arc(*stops)
    assert line is not None
    return [list(part.coords) for part in getattr(line, "geoms", [line])]


@given(positions, positions)
def test_an_arc_is_as_long_as_the_distance_and_never_jumps_the_date_line(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    assume(distance_km(a, b) > 1)
    runs = parts(a, b)
    for run in runs:
        for (lon_a, lat_a), (lon_b, _) in pairwise(run):
            assert abs(lon_b - lon_a) <= 180 or abs(lat_a) > 89
    total = sum(distance_km(p, q) for run in runs for p, q in pairwise(run))
    assert total == pytest.approx(distance_km(a, b), rel=2e-3, abs=1)


def test_vladivostok_to_san_francisco_is_cut_once_at_the_date_line() -> None:
    west, east = parts((131.9, 43.12), (-122.42, 37.77))
    assert west[-1][0] == 180
    assert east[0][0] == -180
    assert west[-1][1] == east[0][1] > 45
    assert (west[0], east[-1]) == ((131.9, 43.12), (-122.42, 37.77))


def test_a_journey_over_the_date_line_and_back_begins_and_ends_at_home() -> None:
    home, abroad = (131.9, 43.12), (-122.42, 37.77)
    runs = parts(home, abroad, home)
    assert (runs[0][0], runs[-1][-1], len(runs)) == (home, home, 3)


@pytest.mark.parametrize("stops", [((180, 10), (-180, 50)), ((-180, 10), (-180, 50)), ((170, 10), (180, 20))])
def test_an_arc_that_does_not_cross_the_date_line_is_in_one_part(stops: tuple[tuple[float, float], ...]) -> None:
    assert len(parts(*stops)) == 1


def test_an_arc_from_a_place_to_itself_is_none() -> None:
    assert arc((13.4, 52.5), (13.4, 52.5)) is None
    assert arc((13.4, 52.5)) is None


def test_an_arc_between_antipodes_goes_by_the_pole() -> None:
    latitudes = [lat for run in parts((10, 20), (-170, -20)) for _, lat in run]
    assert max(latitudes) > 89


def test_an_arc_with_stops_passes_through_them() -> None:
    line = arc((13.4, 52.5), (37.6, 55.75), (121.5, 31.2))
    assert line is not None
    assert (37.6, 55.75) in list(line.coords)


@pytest.mark.parametrize("lon", [0.0, 37.6, -122.4])
def test_an_arc_from_pole_to_pole_follows_the_meridian_of_its_end(lon: float) -> None:
    for a, b in (((12.0, 90.0), (lon, -90.0)), ((lon, -90.0), (lon, 90.0)), ((3.0, 89.99999999), (lon, -90.0))):
        points = [point for run in parts(a, b) for point in run]
        assert {round(x, 6) for x, y in points if abs(y) < 89.9} == {lon}
        assert sum(distance_km(p, q) for p, q in pairwise(points)) == pytest.approx(
            3.14159265 * MEAN_RADIUS_KM, rel=1e-6
        )
