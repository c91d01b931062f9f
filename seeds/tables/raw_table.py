"""A table as text: columns of cells with the lines of their rows, and the problems of its layout.

`seeds.tables.csv_file` and `seeds.tables.workbook` fill it; `seeds.tables.cell_values` interprets the cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from liaison_atlas.seeds.tables.problems import Level, Problem, UnreadableError, closest_word, errors_among, quoted
from liaison_atlas.seeds.tables.schema import Table

MAX_CELL_CHARACTERS = 100_000  # characters
_BATCH_ROWS = 4096  # rows: enough to process by column, few enough to keep in addition to the table
_SUSPECT_CELL = re.compile(r"\n(?:=|#|Err:)")
"""The beginnings of formulas and errors of spreadsheets, in the cells of a row joined by line breaks."""
# Errors of Excel, which a CSV file has in the language of Excel: #REF!, #BEZUG!, #¡VALOR!, #DIV/0!, #N/A, #NV; and
# errors of LibreOffice.
_ERROR_VALUE = re.compile(r"#[¡¿]?[^\W\d_a-z]+(/0)?[!?]|#[^\W\d_a-z]/[^\W\d_a-z]|#NV|#GETTING_DATA|Err:[0-9]{3}")


@dataclass(slots=True)
class RawTable:
    """A table: the file named in problems, its cells, the position of each column (from 1), and its problems."""

    file: str
    lines: list[int] = field(default_factory=list)
    """The line of each accepted row, from 1."""
    cells: list[list[str]] = field(default_factory=list)
    """One list per column: its cells by row, stripped of white space."""
    columns: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    has_separators: bool = True
    """Whether the cells of a row have a separator between them. In a workbook they have none."""
    all_rows_read: bool = False
    """Whether every row was accepted. Only then is a reference to a missing id a mistake."""

    def column(self, name: str) -> list[str]:
        """The cells of a column by row; empty if the table could not be read."""
        return self.cells[self.columns[name] - 1] if self.cells else []

    def report(self, line: int, column: int, code: str, message: str, level: Level = Level.ERROR) -> None:
        """Record a problem."""
        self.problems.append(Problem(self.file, line, column, code, message, level))

    def read_rows(self, rows: Iterable[tuple[int, list[str]]], table: Table) -> None:
        """Add the rows of a file. The first row that is not empty names the columns.

        Empty rows at the end are dropped. A row whose width differs from the header is a problem, and so is an
        ``UnreadableError`` in place of the next row.
        """
        filled_rows = self._filled_rows(rows)
        line, cells = next(filled_rows, (1, []))
        if not cells:
            if not self.problems:
                names = ",".join(name for name, field in table.by_name.items() if field.required)
                message = f"the table is empty; begin with a header row that names the columns: {names} and more"
                self.report(1, 1, "missing-header", message)
            return
        header = [cell.strip() for cell in cells]
        while not header[-1]:  # a spreadsheet may leave empty cells to the right of a table
            header.pop()
        if not self._read_header(header, line, table):
            return
        self.cells = [[] for _ in header]
        while batch := list(islice(filled_rows, _BATCH_ROWS)):
            self._append_rows(batch)
        self.all_rows_read = not errors_among(self.problems)

    def _filled_rows(self, rows: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
        """The rows that are not empty. An empty row between the header and another row is reported."""
        empty_since: int | None = None
        try:
            for line, cells in rows:
                if not any(map(str.strip, cells)):
                    empty_since = empty_since or line
                    continue
                if empty_since and self.cells:
                    self.report(empty_since, 1, "empty-row", "the row is empty; delete it", Level.WARNING)
                empty_since = None
                yield line, cells
        except UnreadableError as error:
            self.problems.append(error.problem(self.file))

    def _append_rows(self, rows: list[tuple[int, list[str]]]) -> None:
        """Add the valid rows, column by column."""
        rows = [(line, cells[: len(self.cells)]) for line, cells in rows if self._row_is_valid(line, cells)]
        self.lines.extend(line for line, _ in rows)
        columns_of_cells = zip(*(cells for _, cells in rows), strict=True)
        for column, cells in zip(self.cells, columns_of_cells, strict=False):  # no row, no columns of cells
            stripped = list(map(str.strip, cells))
            # Most texts occur several times: sharing the strings reduces the memory of a large table to a third.
            seen_texts: dict[str, str] = {}
            column.extend(map(seen_texts.setdefault, stripped, stripped))

    def _row_is_valid(self, line: int, cells: list[str]) -> bool:
        """Whether a row is accepted; if not, its problems are recorded."""
        before, width = len(self.problems), len(self.cells)
        text = "\n".join(("", *cells))
        if len(cells) == width and len(text) <= MAX_CELL_CHARACTERS and not _SUSPECT_CELL.search(text):
            return True
        extra_columns = [column for column, cell in enumerate(cells[width:], width + 1) if cell.strip()]
        if len(cells) < width or extra_columns:
            column, message = min(len(cells), width) + 1, f"the row has {len(cells)} cells, but the header has {width}"
            if len(cells) < width:
                remedy = "add the missing separators, or put a cell that contains a line break in quotation marks"
            elif self.has_separators:
                remedy = "put a cell that contains the separator in quotation marks"
            else:
                column, message = extra_columns[0], f"the cell lies outside the table, whose header has {width} cells"
                remedy = "name its column in the header row, or delete the cell"
            self.report(line, column, "row-width", f"{message}; {remedy}")
            return False
        for column, cell in enumerate(cells, 1):
            if len(cell) > MAX_CELL_CHARACTERS:
                message = f"the cell is longer than {MAX_CELL_CHARACTERS} characters; shorten it"
                self.report(line, column, "too-large", message)
            elif cell.startswith("="):
                message = f"the cell holds a formula ({quoted(cell, 30)}); replace it with its value"
                self.report(line, column, "formula", message)
            elif _ERROR_VALUE.fullmatch(cell):
                message = f"the cell holds a spreadsheet error ({quoted(cell)})"
                self.report(line, column, "error-value", f"{message}; replace it with the correct value")
        return len(self.problems) == before

    def _read_header(self, header: list[str], line: int, table: Table) -> bool:
        """Record the position of each column, and return whether the rows below can be read with it."""
        missing = [name for name in table.by_name if name not in header]
        required = [name for name in missing if table.by_name[name].required]
        probable_columns = _probable_columns([name for name in header if name and name not in table.by_name], missing)
        # A title, a row without a header, or another separator.
        if len(missing) == len(table.by_name) and len(probable_columns) < len(missing) / 2:
            message = "the first row does not name the columns of the schema"
            remedy = f"begin with a header row: {','.join(required)} and more"
            self.report(line, 1, "missing-column", f"{message}; {remedy}")
            return False
        usable = not (required or probable_columns)
        for index, name in enumerate(header, 1):
            if name in self.columns:
                message = f"there are two columns {quoted(name)}"
                self.report(line, index, "duplicate-column", f"{message}; rename or delete one of them")
                usable = False
            elif name in probable_columns:
                message = f'there is no column "{probable_columns[name]}", but there is {quoted(name)}'
                self.report(line, index, "missing-column", f'{message}; did you mean "{probable_columns[name]}"?')
            elif name not in table.by_name and name:
                message = f"there is no column {quoted(name)} in the schema"
                self.report(line, index, "unknown-column", f"{message}; its cells are not read", Level.WARNING)
            self.columns.setdefault(name, index)
        for name in required:
            if name not in probable_columns.values():
                message = f'there is no column "{name}"'
                self.report(line, len(header) + 1, "missing-column", f"{message}; add it to the header row")
        return usable


def _probable_columns(strange: list[str], missing: list[str]) -> dict[str, str]:
    """Return the columns that unknown names in the header probably mean: the nearest column to each.

    Names that differ only in case come first. No column is used twice.

    Returns
    -------
    dict of str to str
        the probable columns, by the names in the header.

    Examples
    --------
    >>> _probable_columns(["Note", "ID", "seen"], ["id", "note"])
    {'Note': 'note', 'ID': 'id'}
    """
    left, meant = {name.casefold(): name for name in missing}, {}
    for name in sorted(dict.fromkeys(strange), key=lambda name: name.casefold() not in left):
        near = left.get(name.casefold()) or closest_word(name, tuple(left.values()))
        if near is not None:
            meant[name] = left.pop(near.casefold())
    return meant
