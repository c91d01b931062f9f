"""The index of names, in SQLite: it maps each form of a name to the towns that have it. It is built once and stored.

The file is in the user's cache folder. Its name depends on the edition of the data and the format of the index, so that
a change of either rebuilds the index. A damaged file is rebuilt too. If the folder cannot be written to, the index is
built in memory at every start.
"""

from __future__ import annotations

import contextlib
import enum
import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import platformdirs
from numpy.typing import NDArray

from liaison_atlas.geo.gazetteer.exonyms import exonyms
from liaison_atlas.geo.gazetteer.geonames_towns import Town, data_version, iter_towns
from liaison_atlas.geo.geodesy import Floats, unit_vectors
from liaison_atlas.geo.name_folding import fold, lookup_keys, phonetic_key
from liaison_atlas.seeds.tables.atomic_write import write_atomically

INDEX_FORMAT_VERSION = 1
"""Increase this when earlier indexes can no longer be used."""

MIN_PHONETIC_POPULATION = 15_000
"""Smaller towns are not found by sound, because too many of the 235 000 names sound the same."""

NON_PHONETIC_COUNTRIES = frozenset({"CN", "HK", "JP", "KP", "KR", "MO", "TW", "VN"})
"""Towns of these countries are not found by sound either: their languages have so few syllables that most names sound
like another one."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE town (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT NOT NULL,
  population INTEGER NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, timezone TEXT NOT NULL) STRICT;
CREATE TABLE name (key TEXT NOT NULL, town INTEGER NOT NULL, how INTEGER NOT NULL, spelled TEXT NOT NULL,
  PRIMARY KEY (key, town)) STRICT, WITHOUT ROWID;
"""
# The part that follows the common name: Frankfurt (Oder), Newcastle upon Tyne, Rostov-na-Donu.
_NAME_SUFFIX = re.compile(
    r"^(.{3,}?)(?:\s*[(/,].*|[\s-](?:am|an der|auf|bei|im|in|ob der|on|upon|under|by|sur|sous|en|na|nad|pod|de|del|di|da|do)[\s-].+)$",
    re.IGNORECASE,
)


class MatchKind(enum.IntEnum):
    """How a name belongs to a town, strongest first."""

    MAIN = 0
    HISTORICAL = 1
    ALTERNATE = 2
    PREFIX = 3
    PHONETIC = 4


class IndexEntry(NamedTuple):
    """A town, how the requested name belongs to it, and the name in the town's own spelling."""

    town: Town
    match_kind: MatchKind
    matched_name: str


class NameIndex:
    """The names of all towns. Use `open_index`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def entries(self, key: str) -> list[IndexEntry]:
        """The towns stored under a form of a name, sorted by strength of the match and then by size."""
        rows = self._connection.execute(
            "SELECT how, spelled, town.* FROM name JOIN town ON town.id = name.town WHERE key = ? "
            "ORDER BY how, population DESC, town.id",
            (key,),
        )
        return [IndexEntry(Town(*town), MatchKind(how), spelled) for how, spelled, *town in rows]

    def town(self, id: int) -> Town | None:
        """A town by its number in GeoNames."""
        row = self._connection.execute("SELECT * FROM town WHERE id = ?", (id,)).fetchone()
        return Town(*row) if row else None

    def towns_in_countries(self, countries: Iterable[str]) -> list[Town]:
        """The towns of the given countries, by number."""
        codes = sorted(countries)
        marks = ",".join("?" * len(codes))
        rows = self._connection.execute(f"SELECT * FROM town WHERE country IN ({marks}) ORDER BY id", codes)  # noqa: S608
        return [Town(*row) for row in rows]

    @cached_property
    def _vectors(self) -> tuple[NDArray[np.int64], Floats]:
        rows = np.array(self._connection.execute("SELECT id, lon, lat FROM town ORDER BY id").fetchall())
        return rows[:, 0].astype(np.int64), unit_vectors(rows[:, 1], rows[:, 2])

    def nearest_towns(self, lon: float, lat: float, count: int) -> list[tuple[Town, float]]:
        """The towns nearest to a position, with their distances as angles in radians."""
        ids, vectors = self._vectors
        # Use the chord: unlike the cosine, it is exact for short distances.
        chords = np.linalg.norm(vectors - unit_vectors(lon, lat), axis=1)
        best = np.argsort(chords, kind="stable")[:count]
        found = [(self.town(int(ids[i])), 2 * float(np.arcsin(min(1.0, chords[i] / 2)))) for i in best]
        return [(town, angle) for town, angle in found if town is not None]


@lru_cache(maxsize=4)
def open_index(folder: Path | None = None) -> NameIndex:
    """Open the index in the cache, or build it if there is none, which takes some ten seconds.

    Parameters
    ----------
    folder : path, optional
        the folder of the index; by default the user's cache folder.

    Returns
    -------
    NameIndex
        in memory if the cache cannot be written.
    """
    path = (folder or platformdirs.user_cache_path("liaison-atlas")) / f"gazetteer-{_fingerprint()}.sqlite"
    connection = _open_if_valid(path)
    if connection is None:
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        _fill_tables(connection)
        with contextlib.suppress(OSError):  # the home folder is read-only, or the disk is full
            write_atomically(path.parent, {path.name: connection.serialize()})
            connection = _open_if_valid(path) or connection
    return NameIndex(connection)


def _fingerprint() -> str:
    """A hash of the input of an index: the data, our own names, the format."""
    ours = "".join(f"{row.name}\t{row.geonameid}\n" for row in exonyms())
    return hashlib.sha256(f"{INDEX_FORMAT_VERSION}\n{data_version()}\n{ours}".encode()).hexdigest()[:16]


def _open_if_valid(path: Path) -> sqlite3.Connection | None:
    """The index in a file; ``None`` if the file is missing, damaged or outdated."""
    if not path.is_file():
        return None
    with contextlib.ExitStack() as stack, contextlib.suppress(sqlite3.DatabaseError, ValueError):
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = stack.enter_context(contextlib.closing(sqlite3.connect(uri, uri=True, check_same_thread=False)))
        if dict(connection.execute("SELECT key, value FROM meta")) == _meta(connection):
            stack.pop_all()
            return connection
    return None


def _meta(connection: sqlite3.Connection) -> dict[str, str]:
    """The table ``meta`` of a complete, current index."""
    towns, names = connection.execute("SELECT (SELECT count(*) FROM town), (SELECT count(*) FROM name)").fetchone()
    return {"fingerprint": _fingerprint(), "rows": f"{towns} {names}"}


def _fill_tables(connection: sqlite3.Connection) -> None:
    connection.executescript(_TABLES)
    with connection:
        known: set[int] = set()
        for town, other_names in iter_towns():
            known.add(town.id)
            connection.execute("INSERT INTO town VALUES (?, ?, ?, ?, ?, ?, ?, ?)", town)
            connection.executemany("INSERT INTO name VALUES (?, ?, ?, ?)", _name_rows(town, other_names))
        for row in exonyms():
            if row.geonameid in known:
                for key in lookup_keys(row.name):
                    connection.execute(
                        "INSERT INTO name VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
                        "SET how = excluded.how, spelled = excluded.spelled WHERE how > excluded.how",
                        (key, row.geonameid, MatchKind.HISTORICAL, row.name),
                    )
        connection.executemany("INSERT INTO meta VALUES (?, ?)", _meta(connection).items())


def _name_rows(town: Town, other_names: tuple[str, ...]) -> Iterator[tuple[str, int, int, str]]:
    """The forms of all names of a town, each once, with its strongest match kind."""
    found: dict[str, tuple[MatchKind, str]] = {}
    for name, match_kind in ((town.name, MatchKind.MAIN), *((other, MatchKind.ALTERNATE) for other in other_names)):
        for key in lookup_keys(name):
            found.setdefault(key, (match_kind, name))
    if short_name := _NAME_SUFFIX.match(town.name):
        found.setdefault(fold(short_name[1]), (MatchKind.PREFIX, town.name))
    if town.population >= MIN_PHONETIC_POPULATION and town.country not in NON_PHONETIC_COUNTRIES:
        for key, (_, name) in list(found.items()):
            if sounded := phonetic_key(key):
                found.setdefault(f"~{sounded}", (MatchKind.PHONETIC, name))
    return ((key, town.id, int(match_kind), name) for key, (match_kind, name) in found.items())
