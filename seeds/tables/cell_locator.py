"""Points at the cells of a data set: makes the problem of a cell, and knows which rows other rows may name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.interning import column_values
from liaison_atlas.seeds.tables.problems import Level, Problem, did_you_mean
from liaison_atlas.seeds.tables.records import CLAIMS, RECORDS, Record

RECORDS_BY_SINGULAR = {record.singular: record for record in RECORDS}
# The kinds of rows that a `table:id` may name.
REFERABLE = ("place", "person", *(claim.singular for claim in CLAIMS))


MAX_COMPARISONS = 100_000
"""So many words are compared in search of the nearest ones: some seconds, however many ids of a table are wrong."""


class CellLocator:
    """Where the cells of a data set stand: makes the problem of a cell from its row and column."""

    def __init__(self, data: Dataset) -> None:
        self.data = data
        self._suggested: dict[tuple[str, str], str] = {}
        self._comparisons = 0
        self._ids: dict[str, frozenset[str] | None] = {}
        self._sorted: dict[str, list[str]] = {}

    def problem(self, row: Record, column: str, code: str, message: str, level: Level = Level.ERROR) -> Problem:
        """A problem of one cell."""
        layout = self.data.layouts[row.table]
        return Problem(layout.file, row.line, layout.columns.get(column, 1), code, message, level)

    def written_ids(self, table: str) -> frozenset[str] | None:
        """The ids written in a table, or the keys of the bibliography; ``None`` where they are not known."""
        if table not in self._ids:
            layout = self.data.layouts.get(table)
            if layout is None or layout.other_ids is None:
                self._ids[table] = None
            else:
                records = getattr(self.data, table) if layout.key else ()
                self._ids[table] = layout.other_ids.union(column_values(records, layout.key or ""))
        return self._ids[table]

    def sorted_ids(self, table: str) -> list[str]:
        """The same in their order; sorted once, when something is wrong."""
        if table not in self._sorted:
            self._sorted[table] = sorted(self.written_ids(table) or ())
        return self._sorted[table]

    @cached_property
    def all_refs(self) -> list[str]:
        """The names of all rows that a ``table:id`` may name."""
        return [f"{name}:{id}" for name in REFERABLE for id in self.sorted_ids(RECORDS_BY_SINGULAR[name].table)]

    def has_id(self, table: str, id: str) -> bool:
        """Whether a table has a row of this id, or cannot be read in full, so that it may have one."""
        ids = self.written_ids(table)
        return ids is None or id in ids

    def has_row(self, ref: str) -> bool:
        """Whether there is a row of this name, ``table:id``, or its table cannot be read in full."""
        singular, _, id = ref.partition(":")
        return singular in REFERABLE and self.has_id(RECORDS_BY_SINGULAR[singular].table, id)

    def suggest(self, text: str, kind: str, known: Sequence[str], fallback: str) -> str:
        """The nearest of many known words as a question, or a fallback: `did_you_mean` for large tables.

        Parameters
        ----------
        text : str
            what was written.
        kind, known : str, sequence of str
            a name for the words that are known, and the words.
        fallback : str
            the remedy where nothing is near, or where too many words were compared already.
        """
        key = (kind, text)
        if key not in self._suggested:
            self._comparisons += len(known)
            self._suggested[key] = (
                did_you_mean(text, known, fallback) if self._comparisons <= MAX_COMPARISONS else fallback
            )
        return self._suggested[key]
