"""Read a data set: the folder in, a `Dataset` with all its problems out."""

from __future__ import annotations

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
from liaison_atlas.seeds.tables.compatibility import compatibility_problems, missing_tables
from liaison_atlas.seeds.tables.dataset import BIBLIOGRAPHY, Dataset, TableLayout
from liaison_atlas.seeds.tables.descriptor import read_package
from liaison_atlas.seeds.tables.problems import DataErrors, sorted_unique
from liaison_atlas.seeds.tables.records import RECORDS, Claim
from liaison_atlas.seeds.tables.schema import DESCRIPTOR_FILE
from liaison_atlas.seeds.tables.table_files import TableFiles
from liaison_atlas.seeds.tables.without_gc import without_gc


@without_gc()
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
    tables: dict[str, Any] = {record.table: () for record in RECORDS}
    layouts: dict[str, TableLayout] = {}
    table_files = TableFiles(folder, package)
    missing = missing_tables(package)
    problems += missing.values()
    for record in RECORDS:
        table = package.by_name.get(record.table)
        if table is None and record.table not in missing:
            layouts[record.table] = TableLayout(DESCRIPTOR_FILE, other_ids=frozenset(), all_rows_valid=True)
        incompatibilities = compatibility_problems(table, record) if table else []
        problems += incompatibilities
        if table is None or incompatibilities:
            continue
        raw_table = table_files.read(table)
        rows = tables[record.table] = tuple(records_of(raw_table, table, record))
        problems += raw_table.problems
        all_rows_valid = raw_table.all_rows_read and len(rows) == len(raw_table.lines)
        key = table.primary_key[0] if table.primary_key and raw_table.all_rows_read else None
        ids = frozenset(() if all_rows_valid else raw_table.column(key)) if key else None
        layouts[record.table] = TableLayout(raw_table.file, raw_table.columns, key, ids, all_rows_valid)
    problems += table_files.unread_problems()
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
    """The data set itself, where it has no error; warnings pass.

    Raises
    ------
    DataErrors
        with every error.
    """
    if data.errors:
        raise DataErrors(data.errors)
    return data


def _resolved_relative_dates(data: Dataset, cell_locator: CellLocator, report_cell: Report) -> dict[str, When]:
    """The dates of the claims that have a relative one, as far as they can be resolved."""
    rows = {row.ref: row for row in (*data.journeys, *data.events) if row.relative is not None}
    if not rows:
        return {}
    relatives = {ref: (str(row.relative), row.when) for ref, row in rows.items()}
    dated = {claim.ref: claim.when for claim in data.claims if claim.ref not in relatives}

    def report(ref: str, code: str, message: str) -> None:
        report_cell(rows[ref], "relative", code, message)

    return resolve_all(relatives, dated, cell_locator.missing_claim, report)
