"""Points at the cells of a data set: makes the problem of a cell, and knows which rows other rows may name."""

from __future__ import annotations

from seeds.dataset import Dataset
from seeds.problems import Level, Problem
from seeds.records import CLAIMS, RECORDS, Record

SINGULARS = {record.singular: record for record in RECORDS}
# The kinds of rows that a `table:id` may name.
NAMED = ("place", "person", *(claim.singular for claim in CLAIMS))


class Cells:
    """Where the cells of a data set stand: makes the problem of a cell from its row and column."""

    def __init__(self, data: Dataset) -> None:
        self.data = data

    def problem(self, row: Record, column: str, code: str, message: str, level: Level = Level.ERROR) -> Problem:
        """A problem of one cell."""
        frame = self.data.frames[row.table]
        return Problem(frame.file, row.line, frame.columns.get(column, 1), code, message, level)

    def ids(self, table: str) -> frozenset[str] | None:
        """The ids written in a table, or the keys of the bibliography; ``None`` where they cannot be told."""
        frame = self.data.frames.get(table)
        return None if frame is None else frame.ids

    def knows(self, table: str, id: str) -> bool:
        """Whether a table has a row of this id, as far as can be told."""
        ids = self.ids(table)
        return ids is None or id in ids

    def knows_row(self, ref: str) -> bool:
        """Whether there is a row of this name, ``table:id``, as far as can be told."""
        singular, _, id = ref.partition(":")
        return singular in NAMED and self.knows(SINGULARS[singular].table, id)
