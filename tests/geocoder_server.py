"""A real HTTP server on loopback that speaks as Nominatim, Photon, ArcGIS and Pelias do, and misbehaves on demand."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from liaison_atlas.geo.online import ResponseStore
from liaison_atlas.geo.online.provider_options import accepted_options

NOMINATIM = {
    "Kuntsevo": [
        {
            "place_id": 1, "osm_type": "relation", "osm_id": 1278703, "lat": "55.7421", "lon": "37.4022",
            "class": "boundary", "type": "administrative", "addresstype": "suburb", "importance": 0.4,
            "display_name": "Kuntsevo District, Moscow, Russia",
            "address": {"suburb": "Kuntsevo District", "city": "Moscow", "country_code": "ru"},
            "boundingbox": ["55.71", "55.76", "37.36", "37.45"],
        },
        {
            "place_id": 2, "osm_type": "node", "osm_id": 123, "lat": "54.9", "lon": "32.1",
            "class": "place", "type": "village", "display_name": "Kuntsevo, Smolensk Oblast, Russia",
            "address": {"village": "Kuntsevo", "country_code": "ru"},
            "boundingbox": ["54.88", "54.92", "32.08", "32.12"],
        },
    ],
}  # fmt: skip

PHOTON = {
    "Canton": [
        {
            "type": "Feature", "geometry": {"type": "Point", "coordinates": [113.259, 23.1288]},
            "properties": {
                "osm_type": "R", "osm_id": 3287346, "osm_key": "place", "osm_value": "city", "type": "city",
                "countrycode": "CN", "name": "Guangzhou", "country": "China", "extent": [112.9, 23.9, 114.1, 22.5],
            },
        },
        {
            "type": "Feature", "geometry": {"type": "Point", "coordinates": [-81.375, 40.799]},
            "properties": {
                "osm_type": "R", "osm_id": 182481, "osm_key": "place", "osm_value": "city", "type": "city",
                "countrycode": "US", "name": "Canton", "country": "United States",
            },
        },
    ],
}  # fmt: skip

Reply = Callable[[BaseHTTPRequestHandler], None]


class GeocoderServer(ThreadingHTTPServer):
    """Remembers the paths requested; ``script`` holds the misbehaviours to come, one a request."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.domain = f"127.0.0.1:{self.server_address[1]}"
        self.requested_paths: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.script: deque[Reply | None] = deque()
        self.always: Reply | None = None

    @property
    def queries(self) -> list[str]:
        """The texts that were searched for, in order."""
        found = []
        for path in self.requested_paths:
            given = parse_qs(urlsplit(path).query)
            found += [given[word][0] for word in ("q", "singleLine", "text") if word in given]
        return found

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no error here."""


class _Handler(BaseHTTPRequestHandler):
    server: GeocoderServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.requested_paths.append(self.path)
        self.server.headers.append(dict(self.headers.items()))
        reply = self.server.script.popleft() if self.server.script else self.server.always
        (reply or _answer)(self)

    def log_message(self, format: str, *args: Any) -> None:
        """Tests do not chatter."""


def send(
    handler: BaseHTTPRequestHandler,
    status: int,
    body: bytes,
    type_: str = "application/json",
    headers: dict[str, str] | None = None,
) -> None:
    handler.send_response(status)
    for name, value in {"Content-Type": type_, "Content-Length": str(len(body)), **(headers or {})}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def status(code: int, body: str = "", **headers: str) -> Reply:
    """A reply of this status; a header's name is written with an underscore."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: send(handler, code, body.encode(), headers=named)


def says(body: str | bytes, type_: str = "application/json") -> Reply:
    """A reply that is well in form, whatever it says."""
    return lambda handler: send(handler, 200, body if isinstance(body, bytes) else body.encode(), type_)


def raw(data: bytes) -> Reply:
    """Bytes on the wire, and then the connection ends."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(data)
        handler.close_connection = True

    return reply


def silence(handler: BaseHTTPRequestHandler) -> None:
    """Say nothing until the other side hangs up."""
    handler.rfile.read(1)
    handler.close_connection = True


def _answer(handler: BaseHTTPRequestHandler) -> None:
    parts = urlsplit(handler.path)
    given = {name: values[0] for name, values in parse_qs(parts.query).items()}
    match parts.path:
        case "/search" | "/x/search" | "/nominatim/v1/search":
            wanted = given.get("countrycodes", "").split(",")
            places = NOMINATIM.get(given["q"], [])
            found: Any = [p for p in places if wanted == [""] or p["address"]["country_code"] in wanted]
        case "/api":
            found = {"type": "FeatureCollection", "features": PHOTON.get(given["q"], [])}
        case "/arcgis/rest/services/World/GeocodeServer/findAddressCandidates":
            place = {"address": "Riga, Latvia", "location": {"x": 24.1, "y": 56.95}, "score": 100}
            found = {"spatialReference": {"wkid": 4326}, "candidates": [place] if given["singleLine"] == "Riga" else []}
        case "/v1/search":
            feature = {"geometry": {"coordinates": [24.75, 59.44]}, "properties": {"name": "Tallinn"}}
            found = {"features": [feature] if given["text"] == "Reval" else []}
        case _:
            return send(handler, 404, b"{}")
    return send(handler, 200, json.dumps(found).encode())


@contextmanager
def serving() -> Iterator[GeocoderServer]:
    """A server on a free port, as long as the block lasts."""
    with GeocoderServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def stored_answers(store: ResponseStore) -> int:
    """How many answers a store has."""
    return int(store._file.execute("SELECT count(*) FROM answers").fetchone()[0])


class Time:
    """The functions of ``time`` by a clock that moves only when someone sleeps."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []
        self.day = datetime(2026, 11, 23, 12, tzinfo=UTC)

    def monotonic(self) -> float:
        return self.seconds

    def time(self) -> float:
        return self.now().timestamp()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    def now(self) -> datetime:
        return self.day + timedelta(seconds=self.seconds)


def least_options(name: str) -> dict[str, str]:
    """What geopy's provider of this name cannot be opened without."""
    if name in {"geonames", "pelias"}:
        return {"geonames": {"username": "me"}, "pelias": {"domain": "geo.example.org"}}[name]
    keys = ("api_key", "apikey", "subscription_key", "auth_id", "auth_token", "security_key")
    return dict.fromkeys((key for key in keys if key in accepted_options(name)), "k3y-of-mine")
