"""The names of the seas in each language, from ``seas.json``."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

SEAS_FILE = Path(__file__).parent / "seas.json"


@cache
def sea_names(language: str) -> tuple[str, ...]:
    """The names of the seas in a language other than English, in the order of the file; empty if there are none."""
    return tuple(sea["names"].get(language, "") for sea in json.loads(SEAS_FILE.read_text(encoding="utf-8")))
