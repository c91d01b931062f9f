"""Locate the cells of a data set: create the problem of a cell, and look up the rows that other rows may name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from liaison_atlas.seeds.tables.dataset import Dataset, TableLayout
from liaison_atlas.seeds.tables.interning import column_values
from liaison_atlas.seeds.tables.problems import Level, Problem, did_you_mean
from liaison_atlas.seeds.tables.records import CLAIMS, Person, Place, Record

_CLAIM_TABLES = {record.singular: record.table for record in CLAIMS}
REFERABLE = {record.singular: record.table for record in (Place, Person)} | _CLAIM_TABLES
"""The tables of the rows that a ``table:id`` may name, by the prefix before the colon."""
MAX_COMPARISONS = 100_000
"""The maximum number of words compared to find the nearest ones: some seconds, even if a table has many wrong ids."""


class CellLocator:
    """The positions of the cells of a data set, to create the problem of a cell from its row and column."""

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
        """The ids written in a table, or the keys of the bibliography; ``None`` if they are not known."""
        if table not in self._ids:
            layout = self.data.layouts.get(table, TableLayout(table))
            ids = layout.other_ids
            if ids is not None and layout.key:
                ids = ids.union(column_values(getattr(self.data, table), layout.key))
            self._ids[table] = ids
        return self._ids[table]

    def sorted_ids(self, table: str) -> list[str]:
        """The same ids, sorted; they are sorted once, at the first mistake."""
        if table not in self._sorted:
            self._sorted[table] = sorted(self.written_ids(table) or ())
        return self._sorted[table]

    @cached_property
    def all_refs(self) -> list[str]:
        """The names of all rows that a ``table:id`` may name."""
        return [f"{name}:{id}" for name, table in REFERABLE.items() for id in self.sorted_ids(table)]

    def has_id(self, table: str, id: str) -> bool:
        """Whether a table has a row with this id, or may have one because it could not be read in full."""
        ids = self.written_ids(table)
        return ids is None or id in ids

    def has_row(self, ref: str) -> bool:
        """Whether there is a row of this name, ``table:id``, or its table could not be read in full."""
        singular, _, id = ref.partition(":")
        return singular in REFERABLE and self.has_id(REFERABLE[singular], id)

    def missing_claim(self, ref: str) -> str | None:
        """The message about the ref of a claim that was not read; ``None`` if its row has a mistake of its own."""
        if ref.partition(":")[0] in _CLAIM_TABLES and self.has_row(ref):
            return None
        claims = [known for known in self.all_refs if known.partition(":")[0] in _CLAIM_TABLES]
        return f"there is no claim {ref}; {self.suggest(ref, 'claims', claims, 'use the id of a row that has a date')}"

    def suggest(self, text: str, kind: str, known: Sequence[str], fallback: str) -> str:
        """Return the nearest of many known words as a question, or a fallback: `did_you_mean` for large tables.

        Parameters
        ----------
        text : str
            the written word.
        kind, known : str, sequence of str
            a name for the known words, and the words.
        fallback : str
            the remedy if no word is near, or if too many words have already been compared.

        Returns
        -------
        str
            the question or the fallback.
        """
        key = (kind, text)
        if key not in self._suggested:
            self._comparisons += len(known)
            affordable = known if self._comparisons <= MAX_COMPARISONS else ()
            self._suggested[key] = did_you_mean(text, affordable, fallback)
        return self._suggested[key]
