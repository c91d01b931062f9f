"""What is known of a file of the data set beside its rows: where a cell stands, and which ids are written in it."""

from __future__ import annotations

from dataclasses import dataclass, field

BIBLIOGRAPHY = "sources"
"""The name of the layout of the bibliography; its ids are the keys of the entries."""


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The layout of a table."""

    file: str
    """The file that problems name."""
    columns: dict[str, int] = field(default_factory=dict)
    """Where each column stands, from 1."""
    key: str | None = None
    """The column that names the rows, where one does."""
    other_ids: frozenset[str] | None = None
    """Ids that are written beside those of the records; ``None`` where not all of the file could be read.

    A row with a mistake of its own is left out of the data set, but whoever refers to it makes no mistake.
    """
    all_rows_valid: bool = False
    """Whether every row that is written is a record of the data set too."""
