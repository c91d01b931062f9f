"""Read a data set: the folder in, a `Dataset` with all its problems out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from seeds.checks.check_registry import problems_found
from seeds.dates.relative_dates import resolve_all
from seeds.dates.when import When
from seeds.sources.bibliography import read_bibliography
from seeds.tables.cell_locator import CellLocator
from seeds.tables.cell_values import records_of
from seeds.tables.compatibility import compatibility_problems, missing_tables
from seeds.tables.dataset import Dataset
from seeds.tables.problems import DataErrors, Problem, sorted_unique
from seeds.tables.records import CLAIMS, RECORDS, Event, Journey
from seeds.tables.schema import DESCRIPTOR_FILE, read_package
from seeds.tables.table_files import TableFiles
from seeds.tables.table_layout import BIBLIOGRAPHY, TableLayout
from seeds.tables.without_gc import without_gc

CLAIM_SINGULARS = frozenset(claim.singular for claim in CLAIMS)


@without_gc
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
    tables: dict[str, tuple[Any, ...]] = {record.table: () for record in RECORDS}
    frames: dict[str, TableLayout] = {}
    spreadsheets = TableFiles(folder, package)
    missing = missing_tables(package)
    problems += missing.values()
    for record in RECORDS:
        table = package.by_name.get(record.table)
        breaches = compatibility_problems(package, record)
        problems += breaches
        if table is None and record.table not in missing:
            frames[record.table] = TableLayout(DESCRIPTOR_FILE, other_ids=frozenset(), all_rows_valid=True)
        if table is None or breaches:
            continue
        sheet = spreadsheets.read(table)
        rows = tables[record.table] = tuple(records_of(sheet, table, record))
        problems += sheet.problems
        whole = sheet.all_rows_read and len(rows) == len(sheet.lines)
        frames[record.table] = TableLayout(sheet.file, sheet.columns, all_rows_valid=whole)
        if sheet.all_rows_read and table.primary_key:
            of_bad_rows = frozenset() if whole else frozenset(sheet.column(table.primary_key[0]))
            frames[record.table] = replace(frames[record.table], key=table.primary_key[0], other_ids=of_bad_rows)
    problems += spreadsheets.unread_problems()
    sources, frames[BIBLIOGRAPHY], of_sources = read_bibliography(folder)
    problems += of_sources
    data = Dataset(folder=folder, package=package, sources=sources, resolved_dates={}, layouts=frames, **tables)
    data.resolved_dates.update(_resolved_relative_dates(data, CellLocator(data), problems))
    problems += problems_found(data, "seeds.checks.rules")
    object.__setattr__(data, "problems", sorted_unique(problems))
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


def _resolved_relative_dates(data: Dataset, cells: CellLocator, problems: list[Problem]) -> dict[str, When]:
    """The dates of the claims that have a relative one, as far as they can be told."""
    waiting: tuple[Journey | Event, ...] = (*data.journeys, *data.events)
    rows = {row.ref: row for row in waiting if row.relative is not None}
    if not rows:
        return {}
    relatives = {ref: (str(row.relative), row.when) for ref, row in rows.items()}
    dated = {claim.ref: claim.when for claim in data.claims if claim.ref not in relatives}

    def report(ref: str, code: str, message: str) -> None:
        problems.append(cells.problem(rows[ref], "relative", code, message))

    def written(ref: str) -> bool:
        return ref.partition(":")[0] in CLAIM_SINGULARS and cells.has_row(ref)

    return resolve_all(relatives, dated, written, report)
