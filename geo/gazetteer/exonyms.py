"""Names of 1900 to 1950 that are missing from GeoNames: a small table of our own, ``exonyms.csv``.

A row has a name, the number of its place in GeoNames, the years in which it was used (if known), and a source. A name
that GeoNames has needs no row.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

EXONYMS_FILE = Path(__file__).parent / "exonyms.csv"


class Exonym(NamedTuple):
    """A historical name of a place; ``first`` and ``last`` are years, ``None`` if unknown."""

    name: str
    geonameid: int
    first: int | None
    last: int | None
    source: str

    @property
    def period_text(self) -> str:
        """The years in words; empty if both are unknown.

        >>> Exonym("Peiping", 1816670, 1928, 1949, "").period_text, Exonym("Hankow", 1809076, None, None, "").period_text
        ('1928 to 1949', '')
        """
        if self.first and self.last:
            return f"{self.first} to {self.last}"
        return f"from {self.first}" if self.first else f"until {self.last}" if self.last else ""


@cache
def exonyms() -> tuple[Exonym, ...]:
    """The rows of the table."""
    with EXONYMS_FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Exonym(
                row["name"],
                int(row["geonameid"]),
                int(row["from"] or 0) or None,
                int(row["to"] or 0) or None,
                row["source"],
            )
            for row in csv.DictReader(file)
        )
