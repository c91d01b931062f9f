"""Caches the base map as it is embedded in pages: it is computed once per machine and kept in the user's cache.

It is the same in every page, and computing it takes more time and memory than all other parts of a page that do not
grow with the claims. The file name contains a fingerprint of the inputs, and a damaged file is not used.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

import platformdirs

from liaison_atlas.maps.ground.sea_names import SEAS_FILE
from liaison_atlas.maps.viewer import bundle
from liaison_atlas.seeds.tables.atomic_write import write_atomically
from liaison_atlas.seeds.tables.problems import UnreadableError
from liaison_atlas.seeds.tables.safe_read import read_regular_file

_SOURCE_FILES = ("base_map.py", "projection.py", "../payload/encoding.py", SEAS_FILE.name)
_SOURCE_LIBRARIES = ("numpy", "shapely", "deflate")
_MAX_BYTES = 4 * 1024 * 1024  # bytes
_BASE64 = re.compile(r"[A-Za-z0-9+/]+=*")
"""Only characters without a meaning in HTML, so that a changed file cannot inject code."""


@cache
def base_map_block() -> str:
    """The base map as an inert block: `maps.ground.base_map.base_map_payload`, encoded by `maps.payload.encoding`."""
    # If there is no home folder, it cannot be written, or the disk is full, the base map is computed each time.
    with contextlib.suppress(OSError, ValueError, RuntimeError):
        cache_file = platformdirs.user_cache_path("liaison-atlas") / f"ground-{_fingerprint()}.txt"
        block = _read_cached(cache_file)
        if block is None:
            block = _make_block()
            write_atomically(cache_file.parent, {cache_file.name: f"{_sha256(block)}\n{block}".encode()})
        return block
    return _make_block()


def _read_cached(path: Path) -> str | None:
    """The cached block; ``None`` if there is none, or if it is damaged."""
    try:
        content = read_regular_file(path, missing_message="not cached yet", max_bytes=_MAX_BYTES)
        digest, block = content.decode("ascii").split("\n")
    except (UnreadableError, ValueError):
        return None
    return block if digest == _sha256(block) and _BASE64.fullmatch(block) else None


def _make_block() -> str:
    from liaison_atlas.maps.ground.base_map import base_map, base_map_payload  # imports shapely and numpy
    from liaison_atlas.maps.payload.encoding import encode

    return encode(base_map_payload(base_map()))


def _fingerprint() -> str:
    """A fingerprint of the inputs of the base map: the land, the code, the names of the seas, the libraries."""
    digest = hashlib.sha256("".join(f"{name} {version(name)}\n" for name in _SOURCE_LIBRARIES).encode())
    for path in (bundle.path("land-50m.json"), *(Path(__file__).parent / name for name in _SOURCE_FILES)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _sha256(block: str) -> str:
    return hashlib.sha256(block.encode()).hexdigest()
