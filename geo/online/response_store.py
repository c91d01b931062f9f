"""Store responses of geocoders in one SQLite file, so that no query is sent twice and a killed run can continue.

Each response is one transaction: after a crash or a power cut the file holds only complete responses. Two processes
may share it. Read it with the command line of SQLite:
``sqlite3 answers.sqlite 'select provider, query, asked_on from answers'``.

The file stores results of queries, not HTTP responses as requests-cache does. A provider may need several requests
(ArcGIS first sends a token, which must not be stored), and only a response that could be read is a result. Besides,
requests-cache 1.3 waits indefinitely for a file that is locked or cannot be written, and silently loses a response if
the disk is full.
"""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self

import platformdirs

from liaison_atlas.geo.online.provider_errors import GeocoderSetupError
from liaison_atlas.geo.online.provider_result import GeocodedPlace

_APPLICATION = 0x4C694174  # "LiAt": distinguishes our file from any other SQLite file
_FORMAT = 1
_LOCK_TIMEOUT_S = 30.0
_MAX_QUEUED_REQUESTS = 60
_INITIAL_STATEMENTS = (
    f"PRAGMA application_id = {_APPLICATION}",
    f"PRAGMA user_version = {_FORMAT}",
    """
CREATE TABLE answers (
  provider  TEXT NOT NULL,  -- geopy's name of the service, and its domain where it is not the usual one
  query     TEXT NOT NULL,  -- normalised: NFC, single spaces
  countries TEXT NOT NULL,  -- the country codes asked for, sorted, with commas
  language  TEXT NOT NULL,  -- the language asked for, or nothing
  asked_on  TEXT NOT NULL,  -- UTC, ISO 8601
  status    INTEGER NOT NULL,  -- of HTTP
  body      TEXT NOT NULL,  -- the answer as received
  places    TEXT NOT NULL,  -- what was read in it, as JSON; [] where the provider knows no such place
  PRIMARY KEY (provider, query, countries, language)
)""",
    """
CREATE TABLE turns (
  provider TEXT PRIMARY KEY,
  free_at  REAL NOT NULL  -- seconds since 1970: before this nobody asks
)""",
)


class ResponseKey(NamedTuple):
    """The key of a stored response."""

    provider: str
    query: str
    countries: str
    language: str


class StoredResponse(NamedTuple):
    """A response in the store."""

    asked_on: str
    status: int
    body: str
    places: tuple[GeocodedPlace, ...]


def default_store_path() -> Path:
    """The default file of responses, in the user's cache folder."""
    return platformdirs.user_cache_path("liaison-atlas", appauthor=False) / "answers.sqlite"


class ResponseStore:
    """The responses in a file; with ``:memory:`` they are lost at the end.

    Raises
    ------
    GeocoderSetupError
        If the file cannot be opened, is damaged, or is another kind of file.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = path
        with self._translated_errors():
            if path != ":memory:":
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            self._file = sqlite3.connect(path, timeout=_LOCK_TIMEOUT_S, isolation_level=None)
            try:
                self._initialise()
            except BaseException:
                self._file.close()
                raise

    def _initialise(self) -> None:
        with self._file:
            self._file.execute("BEGIN IMMEDIATE")
            application, format_, tables = (
                self._file.execute(sql).fetchone()[0]
                for sql in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
            )
            if not application and not tables:
                for statement in _INITIAL_STATEMENTS:
                    self._file.execute(statement)
            elif (application, format_) != (_APPLICATION, _FORMAT):
                whose = "is another program's database"
                if application == _APPLICATION:
                    whose = "was written by another version of this program"
                raise GeocoderSetupError(f"{self.path} {whose}; choose another file for the responses")

    def get(self, key: ResponseKey) -> StoredResponse | None:
        """Return the response to a query, or ``None`` if there is none yet."""
        with self._translated_errors():
            row = self._file.execute(
                "SELECT asked_on, status, body, places FROM answers "
                "WHERE provider = ? AND query = ? AND countries = ? AND language = ?",
                key,
            ).fetchone()
            if row is None:
                return None
            asked_on, status, body, places = row
            return StoredResponse(asked_on, status, body, tuple(GeocodedPlace(**p) for p in json.loads(places)))

    def put(self, key: ResponseKey, stored: StoredResponse) -> None:
        """Store a response and replace any earlier one. It is on the disk when this method returns."""
        places = json.dumps([dataclasses.asdict(place) for place in stored.places])
        with self._translated_errors():
            self._file.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*key, stored.asked_on, stored.status, stored.body, places),
            )

    def reserve_slot(self, provider: str, pause_s: float, now_s: float) -> float:
        """Reserve the next slot of a provider among all runs that share the file; return the seconds until it begins."""
        with self._translated_errors():
            # A slot far in the future was written before the clock was set back.
            row = self._file.execute(
                "INSERT INTO turns VALUES (:provider, :now + :pause) ON CONFLICT DO UPDATE SET free_at = :pause + "
                "iif(free_at > :now AND free_at < :now + :queued * :pause, free_at, :now) RETURNING free_at",
                {"provider": provider, "now": now_s, "pause": pause_s, "queued": _MAX_QUEUED_REQUESTS},
            ).fetchone()
        return float(row[0] - pause_s - now_s)

    @contextmanager
    def _translated_errors(self) -> Iterator[None]:
        """Turn errors of SQLite into errors that name the fault of the file and the remedy."""
        try:
            yield
        except sqlite3.OperationalError as error:
            remedy = "free disk space and make the folder writable, or choose another file"
            if "locked" in str(error):
                remedy = "another process is using it; wait until it ends"
            raise GeocoderSetupError(f"the responses in {self.path} cannot be used ({error}); {remedy}") from None
        except (sqlite3.Error, ValueError, TypeError) as error:
            raise GeocoderSetupError(
                f"the responses in {self.path} are damaged ({error}); move the file away, and they will be fetched again"
            ) from None
        except OSError as error:
            raise GeocoderSetupError(
                f"responses cannot be stored in {self.path} ({error.strerror}); choose another file"
            ) from None

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
