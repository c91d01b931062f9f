"""Make the example of a problem code: a copy of the tests' small data set, with the changes of the example."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import openpyxl

from liaison_atlas.seeds.checks import problem_catalogue as catalogue
from tools import ROOT

SMALL_DATASET = ROOT / "tests" / "small"


def make_example(changes: tuple[catalogue.Change, ...], folder: Path) -> Path:
    """Copy the small data set into a folder that does not exist yet, and change it; return the folder."""
    shutil.copytree(SMALL_DATASET, folder)
    for change in changes:
        match change:
            case catalogue.CellChange(table, line, column, text, times):
                rows = _rows(folder / f"{table}.csv")
                rows[line - 1][rows[0].index(column)] = text * times
                with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
                    csv.writer(file, lineterminator="\n").writerows(rows)
            case catalogue.LineChange(name, line, text, encoding):
                lines = (folder / name).read_text(encoding="utf-8").split("\n")
                lines[line - 1] = text
                (folder / name).write_bytes("\n".join(lines).encode(encoding))
            case catalogue.TextChange(name, old, new):
                before, after = (folder / name).read_text(encoding="utf-8").split(old)
                (folder / name).write_text(f"{before}{new}{after}", encoding="utf-8")
            case catalogue.FileReplacement(name, text):
                (folder / name).write_text(text, encoding="utf-8")
            case catalogue.FileRemoved(name):
                (folder / name).unlink()
            case catalogue.FolderInPlace(name):
                (folder / name).unlink()
                (folder / name).mkdir()
            case catalogue.TableInWorkbook(table, merged, name, beside):
                book = openpyxl.Workbook()
                page = book.create_sheet(table, 0)
                for row in _rows(folder / f"{table}.csv"):
                    page.append(row)
                if merged:
                    page.merge_cells(merged)
                book.save(folder / name)
                if not beside:
                    (folder / f"{table}.csv").unlink()
    return folder


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))
