"""Geocoders on the network: requests, responses and the store. The network is a server on loopback."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from geocoder_server import GeocoderServer, Reply, Time, least_options, says, status, stored_answers
from geopy.geocoders import SERVICE_TO_GEOCODER

from liaison_atlas.geo.online import GeocoderSetupError, Provider, ResponseStore, open_provider, read_options
from liaison_atlas.geo.online.response_store import ResponseKey

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


Opener = Callable[..., Provider]


def test_nominatim_gives_kind_country_identifier_and_extent(opened: Opener) -> None:
    result = opened().geocode("Kuntsevo", ["RU"])
    assert result.problem is None
    district, village = result.places
    assert (district.lon, district.lat) == (37.4022, 55.7421)
    assert (district.kind, district.country, district.identifier) == ("district", "RU", "osm:relation/1278703")
    assert district.extent_m == pytest.approx(4_650, abs=100)
    assert (village.kind, village.identifier) == ("settlement", "osm:node/123")
    assert district.raw["importance"] == 0.4


def test_photon_gives_the_same_and_leaves_out_places_in_other_countries(opened: Opener) -> None:
    photon = opened("photon")
    assert [place.country for place in photon.geocode("Canton").places] == ["CN", "US"]
    (guangzhou,) = photon.geocode("Canton", ["cn"]).places
    assert guangzhou.name == "Guangzhou, China"
    assert (guangzhou.kind, guangzhou.identifier) == ("settlement", "osm:relation/3287346")
    assert guangzhou.extent_m == pytest.approx(121_300, abs=200)


@pytest.mark.parametrize(
    ("name", "query", "place"),
    [("arcgis", "Riga", ("Riga, Latvia", 24.1, 56.95)), ("pelias", "Reval", ("Tallinn", 24.75, 59.44))],
)
def test_another_provider_gives_a_position_and_nothing_it_does_not_know(
    opened: Opener, name: str, query: str, place: tuple[str, float, float]
) -> None:
    provider = opened(name)
    (found,) = provider.geocode(query).places
    assert (found.name, found.lon, found.lat) == place
    assert (found.kind, found.country, found.identifier, found.extent_m) == (None, None, None, None)
    assert provider.geocode("Atlantis").places == ()


def test_nothing_is_sent_but_the_query_the_countries_and_the_language(opened: Opener, server: GeocoderServer) -> None:
    opened(options={"language": "de"}).geocode(" Kuntsevo\u00a0 ", ["RU", "by"])
    assert server.requested_paths == [
        "/search?q=Kuntsevo&format=json&limit=10&countrycodes=by%2Cru&addressdetails=1&accept-language=de"
    ]
    (headers,) = server.headers
    assert headers.pop("User-Agent").startswith("liaison-atlas/")
    assert headers == {"Host": server.domain, "Accept-Encoding": "identity"}


def test_no_cookie_is_sent_back(opened: Opener, server: GeocoderServer) -> None:
    server.script.append(status(503, Set_Cookie="visitor=1"))
    assert opened().geocode("Kuntsevo").places
    assert ["Cookie" in headers for headers in server.headers] == [False, False]


def test_the_proxy_is_not_asked_about_this_machine(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.invalid:3128")
    assert opened().geocode("Kuntsevo").places
    assert opened("photon", {"proxies": "http://proxy.invalid:3128"}).geocode("Canton").places


def test_a_host_that_the_system_names_as_local_is_asked_without_its_proxy(
    store: ResponseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.invalid:3128")
    asked = []

    def unknown(host: str, *args: Any, **more: Any) -> Any:
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    for no_proxy in ("", "geo.invalid"):
        monkeypatch.setenv("no_proxy", no_proxy)
        open_provider("nominatim", {"domain": "geo.invalid", "pause_s": 0}, store).geocode("Kuntsevo")
    assert asked == ["proxy.invalid", "geo.invalid"]


def test_requests_start_a_second_apart(opened: Opener, time: Time) -> None:
    provider = opened()
    for name in ("Kuntsevo", "Reval", "Riga"):
        provider.geocode(name)
    assert time.slept == [1.0, 1.0]


def test_two_runs_that_share_a_store_send_requests_no_faster_than_one(opened: Opener, time: Time) -> None:
    one, other = opened(), opened()
    one.geocode("Kuntsevo")
    other.geocode("Reval")
    one.geocode("Riga")
    assert time.slept == [1.0, 1.0]


def test_a_clock_that_was_set_back_stops_nobody(opened: Opener, time: Time) -> None:
    opened().geocode("Kuntsevo")
    time.day -= timedelta(days=1)
    opened().geocode("Reval")
    assert time.slept == []


def test_a_second_run_sends_no_request_for_results_found_or_not_found(opened: Opener, server: GeocoderServer) -> None:
    first = [opened().geocode(name) for name in ("Kuntsevo", "Atlantis")]
    again = [opened().geocode(name) for name in ("Kuntsevo", "  Atlantis ")]
    assert server.queries == ["Kuntsevo", "Atlantis"]
    assert [result.places for result in again] == [result.places for result in first]
    assert [result.from_store for result in first + again] == [False, False, True, True]
    assert again[0].asked_on == "2026-11-23T12:00:00Z"


def test_each_provider_domain_language_and_country_is_a_separate_request(
    opened: Opener, server: GeocoderServer
) -> None:
    for provider, countries in (
        (opened(), []),
        (opened(), ["RU"]),
        (opened(options={"language": "de"}), []),
        (opened(options={"domain": server.domain + "/x"}), []),
        (opened("photon"), []),
    ):
        provider.geocode("Kuntsevo", countries)
    assert len(server.requested_paths) == 5


def test_the_body_is_kept_as_received_and_no_key_with_it(
    opened: Opener, server: GeocoderServer, store: ResponseStore
) -> None:
    body = '{"features": [],  "note": "as it came: \u00e9"}'
    server.script.append(says(body))
    opened("pelias", {"api_key": "k3y-of-mine"}).geocode("Reval")
    assert "k3y-of-mine" in server.requested_paths[0]
    (row,) = store._file.execute("SELECT * FROM answers")
    assert body in row
    assert b"k3y-of-mine" not in Path(store.path).read_bytes()


def test_failures_are_not_kept(opened: Opener, server: GeocoderServer, store: ResponseStore) -> None:
    server.script.append(status(403))
    provider = opened()
    assert provider.geocode("Kuntsevo").problem
    assert stored_answers(store) == 0
    assert provider.geocode("Kuntsevo").places


def test_ignoring_stored_results_sends_each_request_once_in_a_run(
    opened: Opener, server: GeocoderServer, store: ResponseStore
) -> None:
    opened().geocode("Kuntsevo")
    fresh = opened(ignore_stored=True)
    assert not fresh.geocode("Kuntsevo").from_store
    assert fresh.geocode("Kuntsevo").from_store
    assert len(server.requested_paths) == 2
    assert stored_answers(store) == 1


def test_a_result_older_than_the_maximum_age_is_requested_again(
    opened: Opener, server: GeocoderServer, time: Time
) -> None:
    opened().geocode("Kuntsevo")
    time.seconds += 86_400 * 10
    assert opened(max_age=timedelta(days=30)).geocode("Kuntsevo").from_store
    assert not opened(max_age=timedelta(days=9)).geocode("Kuntsevo").from_store


def test_the_store_may_be_shared(opened: Opener, store: ResponseStore, server: GeocoderServer) -> None:
    with ResponseStore(store.path) as other:
        options = {"domain": server.domain, "scheme": "http"}
        open_provider("nominatim", options, other).geocode("Kuntsevo")
    assert opened().geocode("Kuntsevo").from_store


def never_answered(reached: threading.Event) -> Reply:
    """Never answer, and set the event when the request arrives."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        reached.set()
        handler.rfile.read(1)
        handler.close_connection = True

    return reply


def test_a_killed_run_continues_where_it_stopped(server: GeocoderServer, opened: Opener, store: ResponseStore) -> None:
    names = ["Kuntsevo", "Riga", "Reval", "Mukden", "Canton", "Pera"]
    code = (
        "import sys\n"
        "from liaison_atlas.geo.online import ResponseStore, open_provider\n"
        "options = {'domain': sys.argv[1], 'scheme': 'http', 'pause_s': 0, 'timeout': 60}\n"
        "with ResponseStore(sys.argv[2]) as store, open_provider('nominatim', options, store) as provider:\n"
        "    for name in sys.argv[3:]:\n"
        "        provider.geocode(name)\n"
    )
    reached = threading.Event()
    server.script += [None, None, None, never_answered(reached)]
    run = subprocess.Popen([sys.executable, "-c", code, server.domain, str(store.path), *names], cwd=ROOT)
    try:
        assert reached.wait(60)
    finally:
        run.kill()
    assert run.wait(60) == -signal.SIGKILL
    assert stored_answers(store) == 3
    sent_before = len(server.queries)
    provider = opened()
    results = [provider.geocode(name) for name in names]
    assert server.queries[sent_before:] == ["Mukden", "Canton", "Pera"]
    assert [result.from_store for result in results] == [True] * 3 + [False] * 3


WRITER_PROGRAM = (
    "import itertools, sys, time\n"
    "from liaison_atlas.geo.online import ResponseStore\n"
    "from liaison_atlas.geo.online.response_store import ResponseKey, StoredResponse\n"
    "with ResponseStore(sys.argv[1]) as store:\n"
    "    for n in itertools.count():\n"
    "        store.put(ResponseKey(sys.argv[2], str(n), '', ''), StoredResponse('2026-11-23T12:00:00Z', 200, 'x' * 20_000, ()))\n"
    "        print(n, flush=True)\n"
    "        time.sleep(0.005)\n"  # lets the other writer have the lock
)


def test_a_store_whose_two_writers_are_killed_keeps_everything_they_stored(tmp_path: Path) -> None:
    path = tmp_path / "answers.sqlite"
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER_PROGRAM, str(path), name], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        for name in ("a", "b")
    ]
    last = {}
    try:
        for run, name in zip(runs, "ab", strict=True):
            assert run.stdout
            last[name] = [run.stdout.readline() for _ in range(5)][-1]
    finally:
        for run in runs:
            run.kill()
    for run, name in zip(runs, "ab", strict=True):
        output = run.communicate()[0]
        last[name] = ([last[name]] + [line for line in output.splitlines(keepends=True) if line.endswith("\n")])[-1]
    with ResponseStore(path) as store:
        assert store._file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for name, n in last.items():
            assert all(store.get(ResponseKey(name, str(i), "", "")) for i in range(int(n) + 1))


def test_a_damaged_store_is_reported_with_its_remedy(tmp_path: Path) -> None:
    path = tmp_path / "answers.sqlite"
    path.write_text("no database at all, but long enough to be taken for one" * 10)
    with pytest.raises(GeocoderSetupError, match=r"answers\.sqlite are damaged .* move the file away"):
        ResponseStore(path)


def test_a_store_with_a_damaged_row_is_reported(opened: Opener, store: ResponseStore) -> None:
    opened().geocode("Kuntsevo")
    store._file.execute("UPDATE answers SET places = '[{\"name\": 1}]'")
    with pytest.raises(GeocoderSetupError, match="damaged"):
        opened().geocode("Kuntsevo")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "theirs.sqlite"
    file = sqlite3.connect(path)
    file.execute("CREATE TABLE theirs (x)")
    file.commit()
    file.close()
    before = path.read_bytes()
    with pytest.raises(GeocoderSetupError, match="another program's database; choose another file"):
        ResponseStore(path)
    assert path.read_bytes() == before


def test_a_store_at_an_impossible_path_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GeocoderSetupError, match="choose another file"):
        ResponseStore(tmp_path / "file" / "answers.sqlite")
    with pytest.raises(GeocoderSetupError, match="choose another file"):
        ResponseStore(tmp_path)


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("nominatin", {}, 'geopy has no geocoder "nominatin"; did you mean "nominatim"?'),
        ("gazetteer", {}, "it has arcgis, azure, "),
        ("nominatim", {"domian": "x"}, 'did you mean "domain"? it takes domain, language, pause_s, proxies, '),
        ("photon", {"api_key": "x"}, 'photon takes no option "api_key"; it takes domain, '),
        ("nominatim", {"timeout": "long"}, "timeout must be a number from 0.001 to 120"),
        ("nominatim", {"timeout": float("nan")}, "timeout must be a number"),
        ("nominatim", {"user_agent": "me\r\nCookie: x"}, "user_agent must be a string on one line"),
        ("nominatim", {"user_agent": " "}, "user_agent must be a string on one line"),
        ("nominatim", {"proxies": 5}, "proxies must be a string, or a table"),
        ("nominatim", {"proxies": {"https": ["a"]}}, "proxies must be a string, or a table"),
        ("arcgis", {"token_lifetime": "long"}, "token_lifetime must be a number"),
        ("nominatim", {"domain": 5}, "domain must be a string"),
        ("nominatim", {"domain": "https://example.org"}, 'write "example.org"'),
        ("nominatim", {"domain": "user@example.org"}, "domain must be a host"),
        ("nominatim", {"domain": "example.org", "scheme": "http"}, 'may be "http" only where domain is this machine'),
        ("photon", {"scheme": "ftp"}, 'scheme must be "https"'),
        ("baidu", {"api_key": "x", "scheme": "http"}, 'may be "http" only with a domain on this machine'),
        ("nominatim", {"pause_s": 0.1}, "pause_s must be a number from 1 to 3600 here (got 0.1)"),
        ("nominatim", {"language": "de\r\n"}, "language must be a string"),
        ("mapbox", {}, "mapbox cannot be opened: it is missing 1 required positional argument: 'api_key'"),
        ("arcgis", {"username": "x"}, "Authenticated mode requires"),
    ],
)
def test_a_wrong_option_is_reported_with_its_remedy(
    store: ResponseStore, name: str, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(GeocoderSetupError) as raised:
        open_provider(name, options, store)
    assert message in str(raised.value)


@pytest.mark.parametrize("name", sorted(SERVICE_TO_GEOCODER))
def test_every_geopy_provider_can_be_opened_and_is_queried_over_https(store: ResponseStore, name: str) -> None:
    assert open_provider(name, least_options(name), store)._geocoder.scheme == "https"


def test_options_are_read_from_toml_and_json(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('domain = "example.org"\npause_s = 2\n')
    (tmp_path / "a.json").write_text(json.dumps({"domain": "example.org", "pause_s": 2}))
    assert (
        read_options(tmp_path / "a.toml")
        == read_options(tmp_path / "a.json")
        == {"domain": "example.org", "pause_s": 2}
    )


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.toml", "domain = ", "write TOML"),
        ("a.json", "[1]", "must be a table"),
        ("a.json", "{", "cannot be parsed"),
    ],
)
def test_an_options_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(GeocoderSetupError, match=message) as raised:
        read_options(tmp_path / name)
    assert name in str(raised.value)
    with pytest.raises(GeocoderSetupError, match="cannot be read"):
        read_options(tmp_path / "none.toml")


def test_an_invalid_query_is_not_sent(opened: Opener, server: GeocoderServer) -> None:
    for query in ("", "  ", "x" * 301, "Ri\x00ga", "Ri\ud800ga"):
        assert "a query must have 1 to 300 printable characters" in (opened().geocode(query).problem or "")
    with pytest.raises(ValueError, match="two letters"):
        opened().geocode("Riga", ["Latvia"])
    assert server.requested_paths == []
