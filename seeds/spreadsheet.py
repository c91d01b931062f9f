"""Where a table is read from: its CSV file or, where there is none, its sheet in the folder's workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from seeds.csv_file import read_csv
from seeds.problems import Level, Problem
from seeds.schema import Package, Table
from seeds.sheet import Sheet
from seeds.workbook import Workbook, workbooks_in


class Spreadsheets:
    """The tables of a folder. A CSV file comes before a sheet of the same name; of several workbooks none is read."""

    def __init__(self, folder: Path, package: Package) -> None:
        self.folder = folder
        self.workbooks = [Workbook(path, package.by_name) for path in workbooks_in(folder)]
        self._in_files: list[Table] = []
        self._in_workbooks: list[Table] = []

    def read(self, table: Table) -> Sheet:
        """A table as text, with every problem of its frame; nothing is raised."""
        path = self.folder / table.path
        if not self.workbooks or path.exists():
            self._in_files.append(table)
            return read_csv(path, table)
        self._in_workbooks.append(table)
        return self.workbooks[0].read(table) if len(self.workbooks) == 1 else Sheet(self.workbooks[0].path.name)

    def passed_over(self) -> Iterator[Problem]:
        """What could be meant for a table, and was not read, once all tables were."""
        names = [book.path.name for book in self.workbooks]
        if not self._in_workbooks:
            told = "nothing of it is read, since each table has a CSV file"
            way_out = "keep the tables in one of the two places, and put a workbook of other things elsewhere"
            for name in names:
                yield Problem(name, 1, 1, "not-read", f"{told}; {way_out}", Level.WARNING)
        elif len(names) > 1:
            files = [table.path for table in self._in_workbooks]
            lacks = _and(files if len(files) <= 3 else [*files[:2], f"{len(files) - 2} more"])
            told = f"the folder has {_and(names)}, and it cannot be told which of them takes the place of {lacks}"
            way_out = "put all sheets into one workbook, and the others elsewhere"
            yield Problem(names[0], 1, 1, "several-workbooks", f"{told}; {way_out}")
        elif twice := [table for table in self._in_files if self.workbooks[0].has(table)]:
            sheets = _and([f'"{table.name}"' for table in twice])
            beside = _and([table.path for table in twice])
            told = f"{sheets} of it {'is' if len(twice) == 1 else 'are'} not read, since there is {beside}"
            yield Problem(names[0], 1, 1, "not-read", f"{told}; keep each table in one place", Level.WARNING)


def _and(words: list[str]) -> str:
    """Words as one says them.

    >>> _and(["a"]), _and(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return " and ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
