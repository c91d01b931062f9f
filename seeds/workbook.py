"""A workbook (XLSX) in place of CSV files: a sheet a table, under the table's name.

Cells are read as they are written: whole numbers without a point, days as YYYY-MM-DD. Formulas and merged
cells are problems, since what they show is not what they hold.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seeds.schema import Table
from seeds.sheet import Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST_UNPACKED = 512 * 1024 * 1024  # bytes


def workbook_in(folder: Path) -> Path | None:
    """The workbook of a data set: the one ``.xlsx`` file of its folder, the first by name if there are more."""
    names = sorted(path for path in folder.glob("*.xlsx") if not path.name.startswith("~$"))
    return names[0] if names else None


class Workbook:
    """A workbook, opened when its first sheet is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._wrong: str | None = None
        self._book: Any = None

    def read(self, table: Table) -> Sheet:
        """The sheet of a table. Every problem is collected; nothing is raised."""
        sheet = Sheet(f"{self.path.name}#{table.name}")
        self._open()
        if self._wrong is not None:
            sheet.report(
                1, 1, "unreadable-file", f"{self._wrong}; save the workbook anew as XLSX, or its tables as CSV"
            )
        elif table.name not in self._book.sheetnames:
            told = f'the workbook has no sheet "{table.name}", and the folder no {table.path}'
            sheet.report(1, 1, "missing-file", f"{told}; add one of them, with its header row at least")
        else:
            page = self._book[table.name]
            for area in sorted(page.merged_cells.ranges, key=lambda area: (area.min_row, area.min_col)):
                told = f"cells are merged here ({area})"
                sheet.report(area.min_row, area.min_col, "merged-cells", f"{told}; unmerge them and fill each in")
            sheet.fill(_rows(page), table)
        return sheet

    def _open(self) -> None:
        if self._book is not None or self._wrong is not None:
            return
        import openpyxl

        try:
            with zipfile.ZipFile(self.path) as archive:
                if sum(part.file_size for part in archive.infolist()) > LARGEST_UNPACKED:
                    self._wrong = f"it unpacks to more than {LARGEST_UNPACKED // 1024 // 1024} MiB"
                    return
            # Formulas are wanted as formulas, to be refused: the values saved beside them may be stale.
            self._book = openpyxl.load_workbook(self.path, data_only=False)
        except Exception as error:  # openpyxl raises whatever a broken part of the archive makes it stumble over
            self._wrong = f"it cannot be read as a workbook ({type(error).__name__})"


def _rows(page: Worksheet) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(page.iter_rows(values_only=True), 1):
        yield number, [_written(value) for value in row]


def _written(value: Any) -> str:
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
    return str(value)
