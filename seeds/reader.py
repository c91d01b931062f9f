"""Read a data set: the folder in, a `Dataset` with all its problems out."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from seeds.bibliography import read_bibliography
from seeds.cells import records_of
from seeds.check import CHECKS, Cells
from seeds.dataset import Dataset
from seeds.findings import found
from seeds.problems import DataErrors, Problem
from seeds.records import RECORDS, Event, Journey, Record
from seeds.relative import resolve_all
from seeds.schema import FILE, Table, read_package
from seeds.sheet import Sheet
from seeds.spreadsheet import Spreadsheets


def read(folder: str | Path) -> Dataset:
    """Read a data set.

    Every mistake in it is collected in ``problems``; rows with a mistake of their own are left out.
    ``require`` turns errors into an exception.

    Parameters
    ----------
    folder : path
        the folder that holds ``datapackage.json``.

    Raises
    ------
    DataErrors
        where there is no usable ``datapackage.json``, so that nothing else can be read.
    """
    folder = Path(folder)
    package, problems = read_package(folder)
    if package is None:
        raise DataErrors(tuple(problems))
    tables: dict[str, list[Any]] = {}
    sheets: dict[str, Sheet] = {}
    spreadsheets = Spreadsheets(folder)
    for record in RECORDS:
        table = package.by_name.get(record.table)
        missing = _missing_fields(record, table)
        problems += missing
        tables[record.table] = []
        if table is None or missing:
            continue
        sheet = sheets[record.table] = spreadsheets.read(table)
        tables[record.table] = records_of(sheet, table, record)
        problems += sheet.problems
    sources, of_sources = read_bibliography(folder)
    problems += of_sources
    data = Dataset(
        folder=folder, package=package, sources=sources, dates={}, **{t: tuple(rows) for t, rows in tables.items()}
    )
    cells = Cells(data, sheets)
    data.dates.update(_dates(data, cells, problems))
    for check in CHECKS:
        problems += check(data, cells)
    problems += found(data, cells)
    object.__setattr__(data, "problems", tuple(sorted(set(problems))))
    return data


def require(data: Dataset) -> Dataset:
    """The data set itself, where it has no error; warnings pass.

    Raises
    ------
    DataErrors
        with every error.
    """
    if data.errors:
        raise DataErrors(data.errors)
    return data


def cells_of(data: Dataset) -> Cells:
    """Where the cells of a data set stand: for problems that are found after it was read.

    A table is looked at again, when the first problem in it is told.
    """
    return Cells(data, _Frames(data))


class _Frames(dict[str, Sheet]):
    """The sheets of a data set by the names of their tables, read when they are asked for."""

    def __init__(self, data: Dataset) -> None:
        super().__init__()
        self._package, self._spreadsheets = data.package, Spreadsheets(data.folder)

    def __missing__(self, table: str) -> Sheet:
        sheet = self[table] = self._spreadsheets.read(self._package.by_name[table])
        return sheet


def _missing_fields(record: type[Record], table: Table | None) -> list[Problem]:
    """The columns that the record needs and the schema of the data set does not describe."""
    if table is None:
        return []
    names = [f.name.rstrip("_") for f in fields(record) if f.name != "line"]
    message = 'the schema of "{}" has no field "{}"; take it from the one that `liaison init` writes'
    return [
        Problem(FILE, 1, 1, "schema", message.format(table.name, name)) for name in names if name not in table.by_name
    ]


def _dates(data: Dataset, cells: Cells, problems: list[Problem]) -> dict[str, Any]:
    """The date of every claim that has one, with the relative ones resolved."""
    rows: dict[str, Journey | Event] = {**{j.ref: j for j in data.journeys}, **{e.ref: e for e in data.events}}
    relatives = {ref: (row.relative, row.when) for ref, row in rows.items() if row.relative is not None}
    dated = {claim.ref: claim.when for claim in data.claims if claim.ref not in relatives}

    def report(ref: str, code: str, message: str) -> None:
        problems.append(cells.problem(rows[ref], "relative", code, message))

    resolved = resolve_all(relatives, dated, report)
    return {ref: when for ref, when in (dated | resolved).items() if when is not None}
