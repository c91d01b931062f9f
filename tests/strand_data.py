"""Strands for copies of the small data set."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

POLEMIC = {
    "name": "polemic",
    "title": "The pamphlet",
    "labels": {"de": "Die Flugschrift"},
    "note": "One pamphlet alleges it.",
}
NOVEL = {"name": "novel", "title": "The novel", "note": "It did not happen.", "fiction": True}


def declare(folder: Path, *strands: dict[str, Any]) -> None:
    """Declare strands in the descriptor of a data set."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**descriptor, "strands": strands}), encoding="utf-8")


def set_strand(folder: Path, table: str, line: int, strand: str) -> None:
    """Write a strand into a row of a table."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    if "strand" not in rows[0]:
        rows = [["strand", *rows[0]], *(["", *row] for row in rows[1:])]
    rows[line - 1][rows[0].index("strand")] = strand
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
