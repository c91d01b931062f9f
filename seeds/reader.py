"""Read a data set: `read` takes a folder and returns a `Dataset` with all its problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from liaison_atlas.seeds.checks.check_registry import problems_found
from liaison_atlas.seeds.dates.relative_dates import resolve_all
from liaison_atlas.seeds.dates.when import When
from liaison_atlas.seeds.inference.claim_times import claim_times
from liaison_atlas.seeds.inference.relative_order import Report
from liaison_atlas.seeds.sources.bibliography import BIBLIOGRAPHY_FILE, read_bibliography
from liaison_atlas.seeds.tables.cell_locator import CellLocator
from liaison_atlas.seeds.tables.cell_values import records_of
from liaison_atlas.seeds.tables.compatibility import compatibility_problems
from liaison_atlas.seeds.tables.csv_file import read_csv
from liaison_atlas.seeds.tables.dataset import BIBLIOGRAPHY, Dataset, TableLayout
from liaison_atlas.seeds.tables.descriptor import read_package
from liaison_atlas.seeds.tables.problems import DataErrors, Level, Problem, sorted_unique
from liaison_atlas.seeds.tables.raw_table import RawTable
from liaison_atlas.seeds.tables.records import RECORDS, Claim
from liaison_atlas.seeds.tables.schema import DESCRIPTOR_FILE, Package, Table
from liaison_atlas.seeds.tables.without_gc import without_gc
from liaison_atlas.seeds.tables.workbook import Workbook, workbooks_in


@without_gc()
def read(folder: str | Path) -> Dataset:
    """Read a data set.

    Every mistake in the data set is collected in ``problems``. Rows with a mistake of their own are left out. `require`
    turns errors into an exception.

    Parameters
    ----------
    folder : path
        the folder that holds ``datapackage.json``.

    Returns
    -------
    Dataset
        the valid rows, and the problems that were found.

    Raises
    ------
    DataErrors
        if there is no usable ``datapackage.json``, so that nothing else can be read.
    """
    folder = Path(folder)
    package, problems = read_package(folder)
    if package is None:
        raise DataErrors(tuple(problems))
    tables: dict[str, Any] = {record.table: () for record in RECORDS}
    layouts: dict[str, TableLayout] = {}
    workbooks = [Workbook(path, package.by_name) for path in workbooks_in(folder)]
    for record in RECORDS:
        table = package.by_name.get(record.table)
        incompatibilities = compatibility_problems(package, record)
        problems += incompatibilities
        if incompatibilities:
            continue
        if table is None:
            layouts[record.table] = TableLayout(DESCRIPTOR_FILE, other_ids=frozenset(), all_rows_valid=True)
            continue
        raw_table = _read_table(folder, table, workbooks)
        rows = tables[record.table] = tuple(records_of(raw_table, table, record))
        problems += raw_table.problems
        all_rows_valid = raw_table.all_rows_read and len(rows) == len(raw_table.lines)
        key = table.primary_key[0] if table.primary_key and raw_table.all_rows_read else None
        ids = frozenset(() if all_rows_valid else raw_table.column(key)) if key else None
        layouts[record.table] = TableLayout(raw_table.file, raw_table.columns, key, ids, all_rows_valid)
    if workbooks:
        problems += _unread_problems(package, workbooks, layouts)
    sources, keys, bibliography_problems = read_bibliography(folder)
    layouts[BIBLIOGRAPHY] = TableLayout(BIBLIOGRAPHY_FILE, other_ids=keys)
    problems += bibliography_problems
    data = Dataset(folder=folder, package=package, sources=sources, resolved_dates={}, layouts=layouts, **tables)
    cell_locator = CellLocator(data)

    def report_cell(claim: Claim, column: str, code: str, message: str) -> None:
        problems.append(cell_locator.problem(claim, column, code, message))

    data = replace(data, resolved_dates=_resolved_relative_dates(data, cell_locator, report_cell))
    data = replace(data, times=claim_times(data, report_cell, cell_locator.missing_claim))
    problems += problems_found(data, "liaison_atlas.seeds.checks.rules")
    return replace(data, problems=sorted_unique(problems))


def require(data: Dataset) -> Dataset:
    """Return the data set unchanged if it has no errors. Warnings are allowed.

    Parameters
    ----------
    data : Dataset
        a data set from `read`.

    Returns
    -------
    Dataset
        the same object.

    Raises
    ------
    DataErrors
        if there is an error; it lists every error.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from liaison_atlas.seeds.tables.starter import write_starter_dataset
    >>> with TemporaryDirectory() as folder:
    ...     write_starter_dataset(Path(folder))
    ...     data = require(read(folder))
    >>> len(data.people), len(data.events), data.problems
    (1, 1, ())
    """
    if data.errors:
        raise DataErrors(data.errors)
    return data


def _resolved_relative_dates(data: Dataset, cell_locator: CellLocator, report_cell: Report) -> dict[str, When]:
    """The dates of the claims with a relative date, as far as they can be resolved."""
    rows = {row.ref: row for row in (*data.journeys, *data.events) if row.relative is not None}
    if not rows:
        return {}
    relatives = {ref: (str(row.relative), row.when) for ref, row in rows.items()}
    dated = {claim.ref: claim.when for claim in data.claims if claim.ref not in relatives}

    def report(ref: str, code: str, message: str) -> None:
        report_cell(rows[ref], "relative", code, message)

    return resolve_all(relatives, dated, cell_locator.missing_claim, report)


def _read_table(folder: Path, table: Table, workbooks: list[Workbook]) -> RawTable:
    """A table as text. Its CSV file has priority over a sheet of the same name. Several workbooks are not read."""
    path = folder / table.path
    if not workbooks or path.exists():
        return read_csv(path, table)
    return workbooks[0].read(table) if len(workbooks) == 1 else RawTable(workbooks[0].path.name)


def _unread_problems(package: Package, workbooks: list[Workbook], layouts: dict[str, TableLayout]) -> Iterator[Problem]:
    """The files that may be intended as a table and were not read."""
    from babel.lists import format_list

    names = [book.path.name for book in workbooks]
    tables = [package.by_name[name] for name in layouts if name in package.by_name]
    files = [table.path for table in tables if layouts[table.name].file != table.path]
    if not files:
        message = "the workbook is not read, because each table has a CSV file"
        remedy = "delete the workbook or the CSV files, or move a workbook of other things to another folder"
        for name in names:
            yield Problem(name, 1, 1, "not-read", f"{message}; {remedy}", Level.WARNING)
    elif len(names) > 1:
        missing = format_list(files if len(files) <= 3 else [*files[:2], f"{len(files) - 2} more"], locale="en_GB")
        message = (
            f"the folder has {format_list(names, locale='en_GB')}, and it is not clear which of them replaces {missing}"
        )
        remedy = "put all sheets into one workbook, and move the others to another folder"
        yield Problem(names[0], 1, 1, "several-workbooks", f"{message}; {remedy}")
    elif duplicates := [table for table in tables if table.path not in files and workbooks[0].has(table)]:
        sheets = format_list([f'"{table.name}"' for table in duplicates], locale="en_GB")
        csv_names = format_list([table.path for table in duplicates], locale="en_GB")
        message = (
            f"{sheets} in the workbook {'is' if len(duplicates) == 1 else 'are'} not read, because there is {csv_names}"
        )
        yield Problem(names[0], 1, 1, "not-read", f"{message}; keep each table in only one place", Level.WARNING)
