"""Errors of providers: each gives one clear line, and the run goes on with the next place."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from geocoder_server import GeocoderServer, Reply, Time, raw, says, send, silence, status, stored_answers

from liaison_atlas.geo.online import Provider, ResponseStore, open_provider

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

Opener = Callable[..., Provider]

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def nominatim(**changed: Any) -> Reply:
    """One place as Nominatim gives it, with some members changed."""
    return says(json.dumps([{"lat": "55.7", "lon": "37.4", "display_name": "Kuntsevo", **changed}]))


def redirect(to: str) -> Reply:
    return status(302, Location=to)


def endless(handler: BaseHTTPRequestHandler) -> None:
    """A body without an end."""
    handler.wfile.write(HEAD + b"\r\n")
    handler.close_connection = True
    try:
        while True:
            handler.wfile.write(b"[" * 65536)
    except OSError:
        return


INVALID_RESPONSES: list[tuple[str, Reply, str]] = [
    ("unauthorised", status(401, '{"error": {"message": "no such key k3y-of-mine"}}'), 'does not accept the key (401); check the key in the options file. Its message: "no such key ***"'),
    ("forbidden", status(403, "<h1>no</h1>"), "refuses the request (403); read its terms of use"),
    ("not found", status(404), "has no geocoder at this address (404); check domain"),
    ("teapot", status(418), "refuses the request (418); check the options file"),
    ("bad request", status(400, '{"message": "too vague\\u001b[31m"}'), 'does not understand the query (400); simplify the name in the row of the place. Its message: "too vague\\x1b[31m"'),
    ("web page", says("<!DOCTYPE html><title>Log in</title>", "text/html"), "sent a web page instead of a result"),
    ("nothing", says(""), "sent an empty response"),
    ("not JSON", says("so sorry"), "sent a response that is not JSON"),
    ("half a document", says('[{"lat": "55.7", '), "sent a response that is not JSON"),
    ("NaN in JSON", says('[{"lat": NaN, "lon": 1, "display_name": ""}]'), "sent a response that is not JSON"),
    ("deep", says("[" * 200_000), "sent a response that is not JSON"),
    ("not text", says(b"\xff\xfe\x00["), "sent a response that is not text"),
    ("unknown charset", says("[]", "application/json; charset=klingon"), "sent a response that is not text"),
    ("a list of numbers", says("[1, 2]"), "returned JSON that is not a list of places"),
    ("a number", says("7"), "returned JSON that is not a list of places"),
    ("no position", nominatim(lat=None, lon=None), "returned a place without a longitude"),
    ("latitude 95", nominatim(lat="95"), "returned a position that is not on Earth"),
    ("longitude 200", nominatim(lon="200"), "a longitude that is not between -180 and 180"),
    ("a latitude in words", nominatim(lat="north"), "returned a position that is not on Earth"),
    ("a latitude in NaN", nominatim(lat="nan"), "returned a position that is not on Earth"),
    ("a position that is true", nominatim(lat=True, lon=True), "a place without a longitude"),
    ("no name", nominatim(display_name=None), "returned JSON that is not a list of places"),
    ("half a character", nominatim(display_name="\ud800"), "returned a name that is not text"),
    ("no HTTP", raw(b"220 mail.example.org ESMTP\r\n"), "closed the connection; try again later"),
    ("endless header", raw(HEAD + b"X-A: " + b"a" * 70_000 + b"\r\n\r\n"), "does not send valid HTTP (LineTooLong)"),
    ("endless body", endless, "sent more than 2 MB"),
    ("elsewhere", redirect("https://example.org/search?q=x"), "redirects to https://example.org; if that is right, set domain"),
    ("elsewhere, in colour", raw(b"HTTP/1.1 302 Found\r\nLocation: https://ex\x1b.org/\r\n\r\n"), "redirects to https://ex%1B.org"),
    ("no address", raw(b"HTTP/1.1 302 Found\r\nLocation: https://[x/\r\n\r\n"), "has no valid address, or redirects to one that is not valid"),
    ("a file", redirect("file:///etc/passwd"), "redirects too often, or to something that is not a web page (302)"),
    ("an error in peace", says('{"error": "Sorry\\u2028"}'), 'cannot process the query; rephrase it. Its message: "Sorry\\u2028"'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("reply", "sentence"), [c[1:] for c in INVALID_RESPONSES], ids=[c[0] for c in INVALID_RESPONSES]
)
def test_an_invalid_response_is_reported_in_one_line_and_the_next_place_is_queried(
    opened: Opener, server: GeocoderServer, store: ResponseStore, reply: Reply, sentence: str
) -> None:
    server.script += [reply] * (3 if "closed the connection" in sentence else 1)
    provider = opened("openmapquest", {"api_key": "k3y-of-mine"})
    result = provider.geocode("Riga")
    assert result.places == ()
    assert sentence in (result.problem or "")
    assert (result.problem or "").startswith("openmapquest ")
    assert (result.problem or "").isprintable()
    assert stored_answers(store) == 0
    assert provider.geocode("Kuntsevo").places


TEMPORARY_ERRORS: list[tuple[str, Reply, str]] = [
    ("out of order", status(500), "is not available (500)"),
    ("overloaded", status(503, '{"detail": "back soon"}'), 'is not available (503); try again later. Its message: "back soon"'),
    ("truncated", raw(HEAD + b"Content-Length: 100\r\n\r\n[{"), "closed the connection during its response"),
    ("truncated chunks", raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n40\r\n[{"), "closed the connection during its response"),
    ("hung up", raw(b""), "closed the connection; try again later"),
]  # fmt: skip


@pytest.mark.parametrize(("reply", "sentence"), [c[1:] for c in TEMPORARY_ERRORS], ids=[c[0] for c in TEMPORARY_ERRORS])
def test_a_temporary_error_is_retried_three_times_with_longer_pauses(
    opened: Opener, server: GeocoderServer, time: Time, reply: Reply, sentence: str
) -> None:
    provider = opened()
    server.script += [reply, reply]
    assert provider.geocode("Kuntsevo").places
    assert time.slept == [2.0, 4.0]
    server.script += [reply] * 3
    assert sentence in (provider.geocode("Riga").problem or "")
    assert len(server.requested_paths) == 6


def test_a_timeout_is_retried_three_times(opened: Opener, server: GeocoderServer, time: Time) -> None:
    server.always = silence
    problem = opened(options={"timeout": 0.05}).geocode("Kuntsevo").problem or ""
    assert problem.startswith("nominatim did not respond within 0.05 s; raise timeout")
    assert time.slept == [2.0, 4.0]


def test_retry_after_is_honoured_in_seconds_and_reported(opened: Opener, server: GeocoderServer, time: Time) -> None:
    messages: list[str] = []
    server.script += [status(429, Retry_After="30"), status(503, Retry_After="7")]
    assert opened(on_message=messages.append).geocode("Kuntsevo").places
    assert time.slept == [30.0, 7.0]
    assert messages == [
        "nominatim is busy: retrying in 30 s",
        "nominatim is busy: retrying in 7 s",
    ]


def test_retry_after_is_honoured_as_a_date(
    opened: Opener, server: GeocoderServer, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", time.time)
    later = time.now().replace(second=45)
    server.script.append(status(429, Retry_After=format_datetime(later, usegmt=True)))
    assert opened().geocode("Kuntsevo").places
    assert time.slept == [45.0]


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_every_kind_of_redirect_is_held_to_the_same_host(opened: Opener, server: GeocoderServer, code: int) -> None:
    server.script += [status(code, Location="/search?q=Kuntsevo"), None, status(code, Location="https://example.org/")]
    provider = opened()
    assert provider.geocode("Moscow, Kuntsevo").places
    assert "redirects to https://example.org" in (provider.geocode("Riga").problem or "")


@pytest.mark.parametrize("header", ["soon", "-5", "9" * 5000, "Fri, 99 Foo 2026"])
def test_an_unreadable_retry_after_waits_as_long_as_without_one(
    opened: Opener, server: GeocoderServer, time: Time, header: str
) -> None:
    server.script += [status(429, Retry_After=header), status(429)]
    assert opened().geocode("Kuntsevo").places
    assert time.slept == [10.0, 20.0]


def test_a_provider_with_too_long_a_retry_after_is_disabled_at_once(
    opened: Opener, server: GeocoderServer, time: Time
) -> None:
    server.script.append(status(429, Retry_After="3600"))
    provider = opened()
    problem = provider.geocode("Kuntsevo").problem or ""
    assert "it asks for a wait of 3600 s, but a run waits at most 120 s" in problem
    assert "results so far are kept" in problem
    provider.geocode("Riga")
    assert len(server.requested_paths) == 1
    assert time.slept == []


def test_three_refusals_in_a_row_disable_a_provider_and_stored_results_are_still_returned(
    opened: Opener, server: GeocoderServer
) -> None:
    provider = opened()
    assert provider.geocode("Kuntsevo").places
    server.always = status(403)
    problems = [provider.geocode(f"Place {n}").problem or "" for n in range(6)]
    assert ["It is disabled for the rest" in p for p in problems] == [False, False, True, False, False, False]
    assert set(problems[3:]) == {"nominatim was not queried: it is disabled for the rest of this run"}
    assert "refuses the request (403)" in (provider.disabled_reason or "")
    assert len(server.requested_paths) == 4
    assert provider.geocode("Kuntsevo").from_store


def test_refusals_that_are_not_in_a_row_do_not_disable_a_provider(opened: Opener, server: GeocoderServer) -> None:
    provider = opened()
    for n in range(4):
        server.script += [status(403), status(403), None]
        for name in ("a", "b", "c"):
            provider.geocode(f"{name}{n}")
    assert provider.disabled_reason is None
    assert len(server.requested_paths) == 12


def test_invalid_results_for_single_places_do_not_disable_a_provider(opened: Opener, server: GeocoderServer) -> None:
    server.always = nominatim(lon="200")
    provider = opened()
    assert all("longitude" in (provider.geocode(f"Place {n}").problem or "") for n in range(5))


def test_redirects_in_a_circle_end(opened: Opener, server: GeocoderServer) -> None:
    server.always = redirect("/search?q=again")
    assert "redirects too often" in (opened().geocode("Kuntsevo").problem or "")
    assert len(server.requested_paths) <= 5


def test_the_body_of_a_redirect_is_not_read(opened: Opener, server: GeocoderServer) -> None:
    def endless_redirect(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 302 Found\r\nLocation: /search?q=Kuntsevo\r\n\r\n")
        handler.close_connection = True
        try:
            while True:
                handler.wfile.write(b"[" * 65536)
        except OSError:
            return

    server.script.append(endless_redirect)
    assert opened().geocode("Moscow, Kuntsevo").places


def test_a_redirect_within_the_host_is_followed(opened: Opener, server: GeocoderServer) -> None:
    server.script.append(redirect("/search?q=Kuntsevo"))
    assert opened().geocode("Moscow, Kuntsevo").places


def test_a_body_that_arrives_too_slowly_is_given_up(
    opened: Opener, server: GeocoderServer, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drops(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(HEAD + b"\r\n")
        handler.close_connection = True
        try:
            while True:
                handler.wfile.write(b" ")
        except OSError:
            return

    def slow_clock() -> float:
        time.seconds += 25
        return time.seconds

    server.always = drops
    monkeypatch.setattr(time, "monotonic", slow_clock)
    assert "did not finish its response within 60 s" in (opened().geocode("Kuntsevo").problem or "")


def test_a_body_of_the_announced_length_is_complete_while_the_connection_stays_open(
    opened: Opener, server: GeocoderServer
) -> None:
    def stays(handler: BaseHTTPRequestHandler) -> None:
        send(handler, 200, b"[]")
        handler.rfile.read(1)

    server.always = stays
    assert opened(options={"timeout": 60}).geocode("Kuntsevo").problem is None


def test_a_port_where_nothing_listens_is_named(opened: Opener) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        domain = f"127.0.0.1:{free.getsockname()[1]}"
        problem = opened(options={"domain": domain}).geocode("Kuntsevo").problem
    assert problem == f"nominatim cannot be reached: there is no server at {domain}; check domain, or try again later"


def test_a_host_that_is_not_known_is_named(store: ResponseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: Any, **more: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    provider = open_provider("nominatim", {"domain": "geo.invalid", "proxies": {}}, store)
    assert "there is no host geo.invalid; is this machine online" in (provider.geocode("Kuntsevo").problem or "")


def test_a_server_without_tls_is_not_queried_over_https(opened: Opener, server: GeocoderServer) -> None:
    assert "does not send valid HTTP" in (opened(options={"scheme": "https"}).geocode("Kuntsevo").problem or "")
    assert server.requested_paths == []


ODD_RESPONSES: list[tuple[str, str, str]] = [
    ("a longitude that geopy would wrap", '{"candidates": [{"address": "x", "location": {"x": 200, "y": 5}}]}', "not on Earth"),
    ("the point that stands for none", '{"candidates": [{"address": "x", "location": {"x": 0, "y": 0}}]}', "not on Earth"),
    ("a missing coordinate", '{"candidates": [{"address": "x", "location": {"x": null, "y": 5}}]}', "a position that is not on Earth"),
    ("infinity", '{"candidates": [{"address": "x", "location": {"x": 1e999, "y": 5}}]}', "a position that is not on Earth"),
    ("an error with status 200", '{"error": {"code": 498, "message": "Invalid token"}}', "reports an error; check the options"),
    ("another document", '{"features": []}', "not a list of places"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "sentence"), [c[1:] for c in ODD_RESPONSES], ids=[c[0] for c in ODD_RESPONSES])
def test_results_that_geopy_alone_parses_are_checked(
    opened: Opener, server: GeocoderServer, body: str, sentence: str
) -> None:
    server.script.append(says(body))
    assert sentence in (opened("arcgis").geocode("Riga").problem or "")
