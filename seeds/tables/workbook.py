"""A workbook (XLSX) in place of CSV files: one sheet for each table, under the table's name.

Cells are read as they are written: whole numbers without a point, days as YYYY-MM-DD. Where a cell shows a month or
a year, though it holds a day, as spreadsheets make of a typed 1927-05, the month or the year is read. Formulas and
merged cells are problems, since what they show is not what they hold.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

from liaison_atlas.seeds.tables.problems import closest_word, quoted
from liaison_atlas.seeds.tables.raw_table import RawTable
from liaison_atlas.seeds.tables.safe_read import UnreadableError, read_regular_file
from liaison_atlas.seeds.tables.schema import Table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MAX_UNPACKED_BYTES = 128 * 1024 * 1024  # bytes
MAX_CELLS = 20_000_000
"""Of a sheet: the rows that hold something, as wide as the widest of them."""
MAX_MERGED_CELLS = 100_000
_MERGED = re.compile(rb"""mergeCell\s[^>]*?ref\s*=\s*["']([^"']*)""")
_RANGE = re.compile(rb"(?P<a>[A-Z]{1,3})(?P<b>[0-9]{1,7}):(?P<c>[A-Z]{1,3})(?P<d>[0-9]{1,7})")


def workbooks_in(folder: Path) -> list[Path]:
    """The ``.xlsx`` files of a folder by name; not those that Excel keeps while it has one open."""
    return sorted(path for path in folder.glob("*.xlsx") if not path.name.startswith("~$"))


class Workbook:
    """A workbook, opened when its first sheet is read. ``tables`` are the names of all that the schema has."""

    def __init__(self, path: Path, tables: Iterable[str]) -> None:
        self.path = path
        self._table_names = frozenset(tables)
        self._error: str | None = None
        self._book: Any = None

    def read(self, table: Table) -> RawTable:
        """The sheet of a table. Every problem is collected; nothing is raised."""
        raw_table = RawTable(f"{self.path.name}#{table.name}")
        self._open()
        if self._error is not None:
            raw_table.file = self.path.name  # so that it is reported once, not once for each table
            remedy = "save the workbook anew as XLSX, or its tables as CSV"
            raw_table.report(1, 1, "unreadable-file", f"{self._error}; {remedy}")
        elif table.name not in self._book.sheetnames:
            message = f'the workbook has no sheet "{table.name}"'
            near = closest_word(
                table.name, tuple(name for name in self._book.sheetnames if name not in self._table_names)
            )
            if near is not None:
                message, remedy = f"{message}, but one {quoted(near)}", f'did you mean "{table.name}"?'
            else:
                message, remedy = (
                    f"{message}, and the folder no {table.path}",
                    "add one of them, with its header row at least",
                )
            raw_table.report(1, 1, "missing-file", f"{message}; {remedy}")
        elif not hasattr(worksheet := self._book[table.name], "iter_rows"):
            raw_table.report(1, 1, "unreadable-file", f'"{table.name}" is a chart; make it a sheet of cells')
        elif len(_used_row_numbers(worksheet)) * worksheet.max_column > MAX_CELLS:
            message = f"its last cell is in row {worksheet.max_row} and column {worksheet.max_column}"
            raw_table.report(1, 1, "too-large", f"{message}; delete the rows and columns outside the table")
        else:
            for area in sorted(worksheet.merged_cells.ranges, key=lambda area: (area.min_row, area.min_col)):
                message = f"cells are merged here ({area})"
                raw_table.report(
                    area.min_row, area.min_col, "merged-cells", f"{message}; unmerge them and fill each in"
                )
            raw_table.read_rows(_rows(worksheet), table)
        return raw_table

    def has(self, table: Table) -> bool:
        """Whether there is a sheet for a table; False where the workbook cannot be read."""
        self._open()
        return self._error is None and table.name in self._book.sheetnames

    def _open(self) -> None:
        if self._book is not None or self._error is not None:
            return
        import openpyxl

        try:
            content = io.BytesIO(
                read_regular_file(self.path, missing_message="there is no such file", max_bytes=MAX_UNPACKED_BYTES)
            )
            self._error = _rejection_reason(content)
            if self._error is not None:
                return
            with warnings.catch_warnings():  # of styles and print areas, which do not matter here
                warnings.simplefilter("ignore")
                # Formulas are wanted as formulas, to be refused: the values saved beside them may be stale.
                self._book = openpyxl.load_workbook(content, data_only=False)
        except UnreadableError as error:
            self._error = str(error).partition(";")[0]
        except Exception as error:  # openpyxl raises whatever a broken part of the archive makes it stumble over
            self._error = f"it cannot be read as a workbook ({type(error).__name__})"


def _rejection_reason(content: io.BytesIO) -> str | None:
    """Why a workbook must not be opened: a small file can hold what fills any memory."""
    with zipfile.ZipFile(content) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
            return f"it unpacks to more than {MAX_UNPACKED_BYTES // 1024 // 1024} MiB"
        for part in parts:
            text = archive.read(part) if part.filename.endswith(".xml") else b""
            if b"\0" in text[:200]:
                return "its parts are not UTF-8"
            # openpyxl makes a cell for each that is merged.
            if sum(_cell_count(found[1]) for found in _MERGED.finditer(text)) > MAX_MERGED_CELLS:
                return f"more than {MAX_MERGED_CELLS} of its cells are merged"
    return None


def _cell_count(range_: bytes) -> int:
    """How many cells a range like ``A1:C9`` has; too many where the range cannot be read."""
    corners = _RANGE.fullmatch(range_)
    if not corners:
        return MAX_MERGED_CELLS + 1
    columns = [reduce(lambda number, letter: number * 26 + letter - 64, corners[name], 0) for name in ("a", "c")]
    rows = int(corners["b"]), int(corners["d"])
    return (abs(columns[1] - columns[0]) + 1) * (abs(rows[1] - rows[0]) + 1)


def _rows(worksheet: Worksheet) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, and one for each gap between them: a sheet may end in a million empty ones."""
    before = 0
    for number in _used_row_numbers(worksheet):
        if number > before + 1:
            yield before + 1, []
        for row in worksheet.iter_rows(number, number, values_only=True):
            yield (
                number,
                [
                    _displayed_date(value, worksheet.cell(number, column).number_format)
                    if isinstance(value, date)
                    else _cell_text(value)
                    for column, value in enumerate(row, 1)
                ],
            )
        before = number


def _used_row_numbers(worksheet: Worksheet) -> list[int]:
    """The numbers of the rows in which a cell is written. openpyxl offers only the last one, and creates all before it."""
    return sorted({row for row, _ in worksheet._cells})


_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')


def _displayed_date(day: date, number_format: str) -> str:
    """A day, or as much of it as its cell shows: a typed 1927-05 becomes the first of May, shown as a month.

    >>> _displayed_date(date(1927, 5, 1), "mmm-yy"), _displayed_date(date(1927, 1, 1), "yyyy"), _displayed_date(date(1927, 5, 1), "dd.mm.yyyy")
    ('1927-05', '1927', '1927-05-01')
    """
    date_codes = _LITERAL.sub("", number_format).lower()
    if "d" in date_codes or "y" not in date_codes or "h" in date_codes:
        return _cell_text(day)
    return day.strftime("%Y-%m" if "m" in date_codes else "%Y")


def _cell_text(value: Any) -> str:
    """What stands in a cell, as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | time | timedelta):
        return str(value)
    return f"={str(getattr(value, 'text', None) or 'TABLE()').removeprefix('=')}"  # a formula over several cells
