"""Where a table is read from: its CSV file or, where there is none, its sheet in the folder's workbook."""

from __future__ import annotations

from pathlib import Path

from seeds.csv_file import read_csv
from seeds.schema import Table
from seeds.sheet import Sheet
from seeds.workbook import Workbook, workbook_in


class Spreadsheets:
    """The tables of a folder. A CSV file comes before a sheet of the same name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = workbook_in(folder)
        self.workbook = Workbook(path) if path else None

    def read(self, table: Table) -> Sheet:
        """A table as text, with every problem of its frame; nothing is raised."""
        path = self.folder / table.path
        if self.workbook is not None and not path.exists():
            return self.workbook.read(table)
        return read_csv(path, table)
