"""A document of data as the inert text that a page carries: JSON, deflated, in base64.

Base64 has no character that HTML, a template or a script could act upon, whatever the data says.
"""

from __future__ import annotations

import base64
import json
from typing import Any

import deflate

_LEVEL = 12  # the smallest; libdeflate is pinned, so that every machine writes the same bytes


def encode(document: Any) -> str:
    """The document as base64 of raw deflate of UTF-8 JSON."""
    raw = json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    return base64.b64encode(deflate.deflate_compress(raw, _LEVEL)).decode()
