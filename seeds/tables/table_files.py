"""Where a table is read from: its CSV file or, where there is none, its sheet in the folder's workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from liaison_atlas.seeds.tables.csv_file import read_csv
from liaison_atlas.seeds.tables.problems import Level, Problem
from liaison_atlas.seeds.tables.raw_table import RawTable
from liaison_atlas.seeds.tables.schema import Package, Table
from liaison_atlas.seeds.tables.workbook import Workbook, workbooks_in


class TableFiles:
    """The tables of a folder. A CSV file comes before a sheet of the same name; of several workbooks none is read."""

    def __init__(self, folder: Path, package: Package) -> None:
        self.folder = folder
        self.workbooks = [Workbook(path, package.by_name) for path in workbooks_in(folder)]
        self._from_csv: list[Table] = []
        self._from_workbook: list[Table] = []

    def read(self, table: Table) -> RawTable:
        """A table as text, with every problem of its layout; nothing is raised."""
        path = self.folder / table.path
        if not self.workbooks or path.exists():
            self._from_csv.append(table)
            return read_csv(path, table)
        self._from_workbook.append(table)
        return self.workbooks[0].read(table) if len(self.workbooks) == 1 else RawTable(self.workbooks[0].path.name)

    def unread_problems(self) -> Iterator[Problem]:
        """What could be meant for a table, and was not read, once all tables were."""
        names = [book.path.name for book in self.workbooks]
        if not self._from_workbook:
            message = "nothing of it is read, since each table has a CSV file"
            remedy = "keep the tables in one of the two places, and put a workbook of other things elsewhere"
            for name in names:
                yield Problem(name, 1, 1, "not-read", f"{message}; {remedy}", Level.WARNING)
        elif len(names) > 1:
            files = [table.path for table in self._from_workbook]
            missing = _joined_words(files if len(files) <= 3 else [*files[:2], f"{len(files) - 2} more"])
            message = f"the folder has {_joined_words(names)}, and it cannot be told which of them takes the place of {missing}"
            remedy = "put all sheets into one workbook, and the others elsewhere"
            yield Problem(names[0], 1, 1, "several-workbooks", f"{message}; {remedy}")
        elif duplicates := [table for table in self._from_csv if self.workbooks[0].has(table)]:
            sheets = _joined_words([f'"{table.name}"' for table in duplicates])
            csv_names = _joined_words([table.path for table in duplicates])
            message = f"{sheets} of it {'is' if len(duplicates) == 1 else 'are'} not read, since there is {csv_names}"
            yield Problem(names[0], 1, 1, "not-read", f"{message}; keep each table in one place", Level.WARNING)


def _joined_words(words: list[str]) -> str:
    """Words joined with commas and "and".

    >>> _joined_words(["a"]), _joined_words(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return " and ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
