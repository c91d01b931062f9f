"""A table as text: rows that remember their lines, and what is wrong with their frame.

`seeds.csv_file` and `seeds.workbook` fill it; what the cells mean is for `seeds.cells`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from seeds.problems import Level, Problem, did_you_mean, shown
from seeds.schema import Table

LONGEST_CELL = 100_000  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by their columns, stripped of white space; ``line`` counts from 1."""

    line: int
    cells: dict[str, str]


@dataclass(slots=True)
class Sheet:
    """A table: the file that problems name, its rows, where each column stands (from 1), what was wrong."""

    file: str
    rows: list[Row] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = False
    """Whether every row could be taken: only then may a missing id be held against those who refer to it."""

    def ids(self, column: str) -> set[str]:
        """What is written in the column that names the rows."""
        return {row.cells[column] for row in self.rows if column in row.cells}

    def report(self, line: int, column: int, code: str, message: str, level: Level = Level.ERROR) -> None:
        """Note a problem."""
        self.problems.append(Problem(self.file, line, column, code, message, level))

    def fill(self, rows: Iterable[tuple[int, list[str]]], table: Table) -> None:
        """Take the rows of a file: the first that is not empty names the columns.

        Rows at the end that are empty are dropped; a row of another width than the header is a problem.
        """
        header: list[str] | None = None
        empty_since: int | None = None
        for line, cells in rows:
            if not any(cell.strip() for cell in cells):
                empty_since = empty_since or line
                continue
            if header is None:
                header = [cell.strip() for cell in cells]
                while header and not header[-1]:  # what a spreadsheet leaves to the right of a table
                    header.pop()
                if not self._header(header, line, table):
                    return
                empty_since = None
                continue
            if empty_since:
                self.report(empty_since, 1, "empty-row", "a row is empty between others; delete it", Level.WARNING)
                empty_since = None
            self._row(line, cells, header)
        self.complete = header is not None and not any(p.level is Level.ERROR for p in self.problems)
        if header is None:
            names = ",".join(table.by_name)
            self.report(1, 1, "missing-header", f"the table is empty; its first row names the columns: {names}")

    def _row(self, line: int, cells: list[str], header: list[str]) -> None:
        beyond = cells[len(header) :]
        if len(cells) < len(header) or any(cell.strip() for cell in beyond):
            told = f"it has {len(cells)} cells where the header has {len(header)}"
            way_out = "put a cell that holds the separator in quotation marks"
            self.report(line, min(len(cells), len(header)) + 1, "row-width", f"{told}; {way_out}")
            return
        for column, cell in enumerate(cells, 1):
            if len(cell) > LONGEST_CELL:
                self.report(line, column, "too-large", f"the cell is longer than {LONGEST_CELL} characters; shorten it")
                return
            if cell.startswith("="):
                told = f"the cell holds a formula ({shown(cell, 30)})"
                self.report(line, column, "formula", f"{told}; put its value in its place")
                return
        self.rows.append(
            Row(line, {name: cell.strip() for name, cell in zip(header, cells[: len(header)], strict=True)})
        )

    def _header(self, header: list[str], line: int, table: Table) -> bool:
        """Note where each column stands; whether the rows below can be read by it."""
        known = list(table.by_name)
        usable = True
        for index, name in enumerate(header, 1):
            if name in self.columns:
                told = f"the column {shown(name)} stands twice"
                self.report(line, index, "duplicate-column", f"{told}; rename or delete one")
                usable = False
            elif name not in table.by_name and name:
                way_out = did_you_mean(name, [k for k in known if k not in header], "its cells are not read")
                told = f"no column {shown(name)} in the schema"
                self.report(line, index, "unknown-column", f"{told}; {way_out}", Level.WARNING)
            self.columns.setdefault(name, index)
        for name in known:
            if name not in self.columns:
                told = f'there is no column "{name}"'
                self.report(line, len(header) + 1, "missing-column", f"{told}; add it to the header row")
                usable = False
        return usable
