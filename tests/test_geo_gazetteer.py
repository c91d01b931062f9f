"""The offline gazetteer: names of 1927, hints, ambiguity, and its index."""

from __future__ import annotations

import socket
import sqlite3
from pathlib import Path

import pytest
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point
from shared_data import gazetteer_index

from liaison_atlas.geo import Gazetteer, distance_km
from liaison_atlas.geo.gazetteer import exonyms as exonym_table
from liaison_atlas.geo.gazetteer import name_index
from liaison_atlas.geo.gazetteer.geonames_towns import Town
from liaison_atlas.geo.gazetteer.historical_states import country_codes_from_hints, present_day_countries
from liaison_atlas.geo.name_folding import fold, lookup_keys, phonetic_key

__all__ = ["gazetteer_index"]


@pytest.fixture(scope="module")
def gazetteer(gazetteer_index: None) -> Gazetteer:
    return Gazetteer()


def where(gazetteer: Gazetteer, query: str, country: str | None = None) -> str | None:
    found = gazetteer.geocode(query, country_codes=country)
    return found.raw["name"] if found else None


@pytest.mark.parametrize(
    ("query", "country", "name"),
    [
        ("Mukden", None, "Shenyang"),
        ("Mukden, Manchuria", None, "Shenyang"),
        ("Canton", "cn", "Guangzhou"),
        ("Peking, China", None, "Beijing"),
        ("Pekin", "CN", "Beijing"),
        ("Peiping", None, "Beijing"),
        ("Hankow", None, "Wuhan"),
        ("Danzig, Free City", None, "Gdańsk"),
        ("Danzig (Free City)", None, "Gdańsk"),
        ("Königsberg", "RU", "Kaliningrad"),
        ("Koenigsberg", "RU", "Kaliningrad"),
        ("Konigsberg", "RU", "Kaliningrad"),
        ("Кунцево", None, "Kuntsevo"),
        ("上海", None, "Shanghai"),
        ("Kharkow", None, "Kharkiv"),
        ("Kharkiv", "UA", "Kharkiv"),
        ("Харьковъ", "UA", "Kharkiv"),
        ("Tsaritsyn", None, "Volgograd"),
        ("Jaffa, British Palestine", None, "Jaffa"),
        ("Aleppo, French Syria", None, "Aleppo"),
        ("Tiflis", "USSR", "Tbilisi"),
        ("Canton, Ohio", None, "Canton"),
        ("Canton, Georgia", None, "Canton"),
        ("Agram, Kingdom of Serbs, Croats and Slovenes", None, "Zagreb"),
        ("Kuntsevo, Moscow", None, "Kuntsevo"),
    ],
)
def test_a_name_of_the_period_finds_its_town(gazetteer: Gazetteer, query: str, country: str | None, name: str) -> None:
    assert where(gazetteer, query, country) == name


@pytest.mark.parametrize(
    ("query", "country"),
    [
        ("Canton", None),
        ("Batavia", None),
        ("Moscow", None),
        ("Salisbury", None),
        ("Frankfurt", "DE"),
        ("Newcastle", "GB"),
        ("Halle", "DE"),
        ("Rostov", "RU"),
        ("Mukden, Neu-Lettland", None),
        ("Mukden", "BR"),
        ("Neu-Lettland", None),
        ("", None),
        (" , ", None),
        ("'; DROP TABLE town; --", None),
        ("x" * 100_000, None),
    ],
)
def test_an_ambiguous_or_unknown_name_is_not_guessed(gazetteer: Gazetteer, query: str, country: str | None) -> None:
    assert gazetteer.geocode(query, country_codes=country) is None


def test_a_name_that_only_sounds_similar_is_listed_and_never_accepted(gazetteer: Gazetteer) -> None:
    result = gazetteer.search("Jekaterinburgh", "RU")
    assert result.matches[0].town.name == "Yekaterinburg"
    assert result.doubt is not None
    assert "sounds like" in result.doubt


def test_all_rivals_are_given_best_first_with_their_reasons(gazetteer: Gazetteer) -> None:
    found = gazetteer.geocode("Canton", exactly_one=False)
    assert found[0].raw["name"] == "Guangzhou"
    assert {place.raw["countrycode"] for place in found} >= {"CN", "US"}
    scores = [place.raw["score"] for place in found]
    assert scores == sorted(scores, reverse=True)
    assert '"Canton" is another of its names in GeoNames' in found[0].raw["reasons"]
    assert "are both called" in found[0].raw["doubt"]
    assert len(gazetteer.geocode("Canton", exactly_one=False, limit=2)) == 2
    assert gazetteer.geocode("Neu-Lettland", exactly_one=False) is None


def test_the_gazetteer_is_a_geopy_geocoder_that_opens_no_socket(
    gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "socket", None)
    found = gazetteer.geocode("Reval, Estonia", exactly_one=True, language="de", timeout=1)
    assert isinstance(gazetteer, Geocoder)
    assert isinstance(found, Location)
    assert found.address == "Tallinn, Estland"
    assert found.raw["geonameid"] == 588409


def test_reverse_gives_the_nearest_town_and_nothing_at_sea(gazetteer: Gazetteer) -> None:
    assert gazetteer.reverse((52.1, 23.7)).raw["name"] == "Brest"
    assert gazetteer.reverse(Point(31.22, 121.46)).raw["countrycode"] == "CN"
    assert gazetteer.reverse("0, -150") is None
    several = gazetteer.reverse((52.1, 23.7), exactly_one=False, limit=3)
    kms = [place.raw["distance_km"] for place in several]
    assert len(kms) == 3
    assert kms == sorted(kms)


def test_a_wrong_argument_is_named(gazetteer: Gazetteer) -> None:
    with pytest.raises(ValueError, match="no country has the code or name 'Atlantis'"):
        gazetteer.geocode("Canton", country_codes="Atlantis")
    with pytest.raises(ValueError, match="limit must be at least 1"):
        gazetteer.geocode("Canton", limit=0)
    with pytest.raises(TypeError, match="must be a string"):
        gazetteer.geocode(["Canton"])  # type: ignore[arg-type]


def test_a_state_of_the_period_is_all_the_countries_of_today_that_it_held() -> None:
    assert present_day_countries("British Palestine") == present_day_countries("Mandatory Palestine") == {"IL", "PS"}
    assert len(present_day_countries("USSR")) == 15
    assert present_day_countries("УССР") == {"UA", "MD"}
    assert {"AT", "HU", "CZ", "UA"} <= present_day_countries("Austria-Hungary")
    assert present_day_countries("Neu-Lettland") == frozenset()
    assert country_codes_from_hints(["de", "Persia"]) == {"DE", "IR"}


def test_spellings_of_a_name_fold_to_one() -> None:
    assert fold("Königsberg") == fold("Konigsberg") == fold("KÖNIGSBERG")
    assert fold("Koenigsberg") in lookup_keys("Königsberg")
    assert phonetic_key("zarizyn") == phonetic_key("tsaritsyn")


def test_every_exonym_has_a_source_and_a_town(gazetteer: Gazetteer) -> None:
    rows = exonym_table.exonyms()
    assert len(rows) > 50
    assert len({(row.name, row.geonameid) for row in rows}) == len(rows)
    for row in rows:
        assert row.source, row
        assert gazetteer.index.town(row.geonameid) is not None, row
        assert row.first is None or row.last is None or row.first <= row.last, row


def two_towns() -> list[tuple[Town, tuple[str, ...]]]:
    return [
        (Town(1, "Alpha", "DE", "01", 50_000, 10.0, 50.0, ""), ("Älpha",)),
        (Town(2, "Beta", "FR", "01", 60_000, 2.0, 48.0, ""), ()),
    ]


@pytest.fixture
def small_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(name_index, "iter_towns", two_towns)
    name_index.open_index.cache_clear()
    yield tmp_path / "cache"
    name_index.open_index.cache_clear()


def test_the_index_is_built_once_and_kept(small_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [entry.town.name for entry in name_index.open_index(small_index).entries("alpha")] == ["Alpha"]
    (file,) = small_index.iterdir()
    name_index.open_index.cache_clear()
    monkeypatch.setattr(name_index, "iter_towns", lambda: pytest.fail("built again"))
    assert name_index.open_index(small_index).entries("aelpha")[0].matched_name == "Älpha"
    assert list(small_index.iterdir()) == [file]


@pytest.mark.parametrize("damage", [b"", b"not a database at all", None])
def test_a_damaged_index_is_built_anew(small_index: Path, damage: bytes | None) -> None:
    name_index.open_index(small_index)
    (file,) = small_index.iterdir()
    if damage is None:  # some of its rows are gone
        with sqlite3.connect(file) as connection:
            connection.execute("DELETE FROM name")
        connection.close()
    else:
        file.write_bytes(damage)
    name_index.open_index.cache_clear()
    assert name_index.open_index(small_index).entries("beta")[0].town.country == "FR"


def test_a_home_that_cannot_be_written_works_without_a_cache(small_index: Path) -> None:
    small_index.write_text("a file where the folder would be")
    assert name_index.open_index(small_index).entries("beta")[0].town.id == 2


def test_neighbouring_towns_of_one_name_are_not_rivals(gazetteer: Gazetteer) -> None:
    found = gazetteer.geocode("Halle", country_codes="BE", exactly_one=False)
    positions = [(place.longitude, place.latitude) for place in found]
    assert gazetteer.geocode("Halle", country_codes="BE") is None
    assert max(distance_km(positions[0], other) for other in positions) > 15
    assert gazetteer.geocode("Wuhan", country_codes="CN").raw["name"] == "Wuhan"
