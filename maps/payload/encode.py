"""A document of data as the inert text that a page carries: its columns packed, JSON, deflated, in base64.

Base64 has no character that HTML, a template or a script could act upon, whatever the data says.
"""

from __future__ import annotations

import base64
import json
from typing import Any

import deflate

from maps.payload.packing import packed

# libdeflate is pinned, so that every machine writes the same bytes.
_BEST_LEVEL, _FAST_LEVEL = 12, 6
_LARGE_BYTES = 2_000_000  # bytes; beyond, the smallest takes ten times as long for a fortieth less


def encode(document: Any) -> str:
    """The document as base64 of raw deflate of UTF-8 JSON with packed columns."""
    raw = json.dumps(packed(document), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    return base64.b64encode(
        deflate.deflate_compress(raw, _BEST_LEVEL if len(raw) < _LARGE_BYTES else _FAST_LEVEL)
    ).decode()
