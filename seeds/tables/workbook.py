"""Read a workbook (XLSX) in place of CSV files: one sheet for each table, with the table's name.

Whole numbers are read without a decimal point, days as YYYY-MM-DD. Dates are read at the precision that their cell
displays, because a spreadsheet stores a typed 1927-05 as a day. Formulas and merged cells are problems, because they do
not contain what they display.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cached_property, reduce
from pathlib import Path
from typing import Any

from liaison_atlas.seeds.tables.problems import UnreadableError, closest_word, quoted
from liaison_atlas.seeds.tables.raw_table import RawTable
from liaison_atlas.seeds.tables.safe_read import read_regular_file
from liaison_atlas.seeds.tables.schema import Table

MAX_UNPACKED_BYTES = 128 * 1024 * 1024  # bytes
MAX_CELLS = 20_000_000
"""The maximum number of cells of a sheet: the rows that are not empty times the width of the widest row."""
MAX_MERGED_CELLS = 100_000
_MERGED = re.compile(rb"""mergeCell\s[^>]*?ref\s*=\s*["']([^"']*)""")
_RANGE = re.compile(rb"(?P<a>[A-Z]{1,3})(?P<b>[0-9]{1,7}):(?P<c>[A-Z]{1,3})(?P<d>[0-9]{1,7})")


def workbooks_in(folder: Path) -> list[Path]:
    """The ``.xlsx`` files of a folder by name, without the lock files that Excel creates for open workbooks."""
    return sorted(path for path in folder.glob("*.xlsx") if not path.name.startswith("~$"))


class Workbook:
    """A workbook, opened when its first sheet is read. ``tables`` are the names of all tables of the schema."""

    def __init__(self, path: Path, tables: Iterable[str]) -> None:
        self.path = path
        self._table_names = frozenset(tables)

    def read(self, table: Table) -> RawTable:
        """The sheet of a table. Problems are collected and not raised."""
        # A workbook that cannot be read is one problem, not one for each table.
        file = self.path.name if self._error else f"{self.path.name}#{table.name}"
        raw_table = RawTable(file, has_separators=False)
        raw_table.read_rows(self._rows(table, raw_table), table)
        return raw_table

    def has(self, table: Table) -> bool:
        """Whether there is a sheet for a table; false if the workbook cannot be read."""
        return self._error is None and table.name in self._book.sheetnames

    @cached_property
    def _error(self) -> UnreadableError | None:
        """Open the workbook, or return the reason why it cannot be read."""
        import openpyxl

        try:
            raw = read_regular_file(self.path, missing_message="there is no such file", max_bytes=MAX_UNPACKED_BYTES)
            content = io.BytesIO(raw)
            reason = _rejection_reason(content)
            if reason is None:
                with warnings.catch_warnings():  # about styles and print areas, which do not matter here
                    warnings.simplefilter("ignore")
                    # Read formulas as formulas, so that they are rejected: their stored values may be stale.
                    self._book: Any = openpyxl.load_workbook(content, data_only=False)
                return None
        except UnreadableError as error:
            reason = str(error).partition(";")[0]
        except Exception as error:  # openpyxl raises many kinds of exceptions for a broken archive
            reason = f"the file cannot be read as a workbook ({type(error).__name__})"
        return UnreadableError("unreadable-file", f"{reason}; save the workbook again as XLSX, or its tables as CSV")

    def _rows(self, table: Table, raw_table: RawTable) -> Iterator[tuple[int, list[str]]]:
        """The rows that are not empty, and one row for each gap: a sheet may end in a million empty rows."""
        if self._error is not None:
            raise self._error
        if table.name not in self._book.sheetnames:
            raise UnreadableError("missing-file", f'the workbook has no sheet "{table.name}", {self._remedy(table)}')
        worksheet = self._book[table.name]
        if not hasattr(worksheet, "iter_rows"):
            raise UnreadableError(
                "unreadable-file", f'"{table.name}" is a chart sheet; replace it with a sheet of cells'
            )
        # openpyxl only provides the number of the last row, and creates all rows before it.
        row_numbers, width = sorted({row for row, _ in worksheet._cells}), worksheet.max_column
        if len(row_numbers) * width > MAX_CELLS:
            message = f"the sheet reaches to row {worksheet.max_row} and column {width}"
            raise UnreadableError("too-large", f"{message}; delete rows and columns outside the table")
        for area in sorted(worksheet.merged_cells.ranges, key=lambda area: (area.min_row, area.min_col)):
            message = f"the cells {area} are merged; unmerge them and fill in each one"
            raw_table.report(area.min_row, area.min_col, "merged-cells", message)
        before = 0
        for number in row_numbers:
            if number > before + 1:
                yield before + 1, []
            cells = (worksheet.cell(number, column) for column in range(1, width + 1))
            yield number, [_cell_text(cell.value, cell.number_format) for cell in cells]
            before = number

    def _remedy(self, table: Table) -> str:
        """The remedy for a workbook that has no sheet for a table."""
        others = tuple(name for name in self._book.sheetnames if name not in self._table_names)
        near = closest_word(table.name, others)
        if near is not None:
            return f'but it has {quoted(near)}; did you mean "{table.name}"?'
        return f"and the folder has no {table.path}; add one of them, with at least its header row"


def _rejection_reason(content: io.BytesIO) -> str | None:
    """The reason why a workbook must not be opened: a small file can expand beyond any memory."""
    with zipfile.ZipFile(content) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
            return f"it unpacks to more than {MAX_UNPACKED_BYTES // 1024 // 1024} MiB"
        for part in parts:
            text = archive.read(part) if part.filename.endswith(".xml") else b""
            if b"\0" in text[:200]:
                return "its parts are not UTF-8"
            # openpyxl creates an object for each merged cell.
            if sum(_cell_count(found[1]) for found in _MERGED.finditer(text)) > MAX_MERGED_CELLS:
                return f"more than {MAX_MERGED_CELLS} of its cells are merged"
    return None


def _cell_count(range_: bytes) -> int:
    """The number of cells in a range like ``A1:C9``; too many if the range cannot be parsed."""
    corners = _RANGE.fullmatch(range_)
    if not corners:
        return MAX_MERGED_CELLS + 1
    columns = [reduce(lambda number, letter: number * 26 + letter - 64, corners[name], 0) for name in ("a", "c")]
    rows = int(corners["b"]), int(corners["d"])
    return (abs(columns[1] - columns[0]) + 1) * (abs(rows[1] - rows[0]) + 1)


_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')


def _cell_text(value: Any, number_format: str) -> str:
    """Return the content of a cell as text.

    Dates are read at the precision that the cell displays: a typed 1927-05 is stored as the first of May.

    Returns
    -------
    str
        the text; empty for an empty cell.

    Examples
    --------
    >>> _cell_text(date(1927, 5, 1), "mmm-yy"), _cell_text(date(1927, 1, 1), "yyyy"), _cell_text(date(1927, 5, 1), "dd.mm.yyyy")
    ('1927-05', '1927', '1927-05-01')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, date):
        date_codes = set(_LITERAL.sub("", number_format).lower())
        if "y" in date_codes and not date_codes & {"d", "h"}:
            return value.strftime("%Y-%m" if "m" in date_codes else "%Y")
        if not isinstance(value, datetime):
            return value.isoformat()
        return value.isoformat(timespec="seconds").removesuffix("T00:00:00")
    if isinstance(value, str | int | time | timedelta):
        return str(value)
    return f"={str(getattr(value, 'text', None) or 'TABLE()').removeprefix('=')}"  # a formula that spans several cells
