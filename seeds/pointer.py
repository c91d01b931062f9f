"""Points at the cells of a data set: makes the problem of a cell, and knows which rows other rows may name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from seeds.alike import column_of
from seeds.dataset import Dataset
from seeds.problems import Level, Problem, did_you_mean
from seeds.records import CLAIMS, RECORDS, Record

SINGULARS = {record.singular: record for record in RECORDS}
# The kinds of rows that a `table:id` may name.
NAMED = ("place", "person", *(claim.singular for claim in CLAIMS))


MOST_COMPARED = 100_000
"""So many words are compared in search of the nearest ones: some seconds, however many ids of a table are wrong."""


class Cells:
    """Where the cells of a data set stand: makes the problem of a cell from its row and column."""

    def __init__(self, data: Dataset) -> None:
        self.data = data
        self._suggested: dict[tuple[str, str], str] = {}
        self._compared = 0
        self._ids: dict[str, frozenset[str] | None] = {}
        self._sorted: dict[str, list[str]] = {}

    def problem(self, row: Record, column: str, code: str, message: str, level: Level = Level.ERROR) -> Problem:
        """A problem of one cell."""
        frame = self.data.frames[row.table]
        return Problem(frame.file, row.line, frame.columns.get(column, 1), code, message, level)

    def ids(self, table: str) -> frozenset[str] | None:
        """The ids written in a table, or the keys of the bibliography; ``None`` where they cannot be told."""
        if table not in self._ids:
            frame = self.data.frames.get(table)
            if frame is None or frame.beside is None:
                self._ids[table] = None
            else:
                records = getattr(self.data, table) if frame.key else ()
                self._ids[table] = frame.beside.union(column_of(records, frame.key or ""))
        return self._ids[table]

    def sorted_ids(self, table: str) -> list[str]:
        """The same in their order; sorted once, when something is wrong."""
        if table not in self._sorted:
            self._sorted[table] = sorted(self.ids(table) or ())
        return self._sorted[table]

    @cached_property
    def refs(self) -> list[str]:
        """The names of all rows that a ``table:id`` may name."""
        return [f"{name}:{id}" for name in NAMED for id in self.sorted_ids(SINGULARS[name].table)]

    def knows(self, table: str, id: str) -> bool:
        """Whether a table has a row of this id, as far as can be told."""
        ids = self.ids(table)
        return ids is None or id in ids

    def knows_row(self, ref: str) -> bool:
        """Whether there is a row of this name, ``table:id``, as far as can be told."""
        singular, _, id = ref.partition(":")
        return singular in NAMED and self.knows(SINGULARS[singular].table, id)

    def suggest(self, text: str, kind: str, known: Sequence[str], otherwise: str) -> str:
        """The nearest of many known words as a question, or another way out: `did_you_mean` for large tables.

        Parameters
        ----------
        text : str
            what was written.
        kind, known : str, sequence of str
            a name for the words that are known, and the words.
        otherwise : str
            the way out where nothing is near, or where too much was asked already.
        """
        key = (kind, text)
        if key not in self._suggested:
            self._compared += len(known)
            self._suggested[key] = (
                did_you_mean(text, known, otherwise) if self._compared <= MOST_COMPARED else otherwise
            )
        return self._suggested[key]
