"""Read a data set: the folder in, a `Dataset` with all its problems out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from liaison_atlas.seeds.checks.check_registry import problems_found
from liaison_atlas.seeds.dates.relative_dates import resolve_all
from liaison_atlas.seeds.dates.when import When
from liaison_atlas.seeds.inference.claim_times import claim_times
from liaison_atlas.seeds.sources.bibliography import read_bibliography
from liaison_atlas.seeds.tables.cell_locator import CellLocator
from liaison_atlas.seeds.tables.cell_values import records_of
from liaison_atlas.seeds.tables.compatibility import compatibility_problems, missing_tables
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import DataErrors, Problem, sorted_unique
from liaison_atlas.seeds.tables.records import CLAIMS, RECORDS, Claim, Event, Journey
from liaison_atlas.seeds.tables.schema import DESCRIPTOR_FILE, read_package
from liaison_atlas.seeds.tables.table_files import TableFiles
from liaison_atlas.seeds.tables.table_layout import BIBLIOGRAPHY, TableLayout
from liaison_atlas.seeds.tables.without_gc import without_gc

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
    tables: dict[str, Any] = {record.table: () for record in RECORDS}
    layouts: dict[str, TableLayout] = {}
    table_files = TableFiles(folder, package)
    missing = missing_tables(package)
    problems += missing.values()
    for record in RECORDS:
        table = package.by_name.get(record.table)
        incompatibilities = compatibility_problems(package, record)
        problems += incompatibilities
        if table is None and record.table not in missing:
            layouts[record.table] = TableLayout(DESCRIPTOR_FILE, other_ids=frozenset(), all_rows_valid=True)
        if table is None or incompatibilities:
            continue
        raw_table = table_files.read(table)
        rows = tables[record.table] = tuple(records_of(raw_table, table, record))
        problems += raw_table.problems
        all_rows_valid = raw_table.all_rows_read and len(rows) == len(raw_table.lines)
        layouts[record.table] = TableLayout(raw_table.file, raw_table.columns, all_rows_valid=all_rows_valid)
        if raw_table.all_rows_read and table.primary_key:
            rejected_ids = frozenset() if all_rows_valid else frozenset(raw_table.column(table.primary_key[0]))
            layouts[record.table] = replace(layouts[record.table], key=table.primary_key[0], other_ids=rejected_ids)
    problems += table_files.unread_problems()
    sources, layouts[BIBLIOGRAPHY], bibliography_problems = read_bibliography(folder)
    problems += bibliography_problems
    data = Dataset(folder=folder, package=package, sources=sources, resolved_dates={}, layouts=layouts, **tables)
    cell_locator = CellLocator(data)
    data = replace(data, resolved_dates=_resolved_relative_dates(data, cell_locator, problems))

    def report_cell(claim: Claim, column: str, code: str, message: str) -> None:
        problems.append(cell_locator.problem(claim, column, code, message))

    data = replace(data, times=claim_times(data, report_cell, lambda ref: _missing_claim(ref, cell_locator)))
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


def _resolved_relative_dates(data: Dataset, cell_locator: CellLocator, problems: list[Problem]) -> dict[str, When]:
    """The dates of the claims that have a relative one, as far as they can be resolved."""
    claims: tuple[Journey | Event, ...] = (*data.journeys, *data.events)
    rows = {row.ref: row for row in claims if row.relative is not None}
    if not rows:
        return {}
    relatives = {ref: (str(row.relative), row.when) for ref, row in rows.items()}
    dated = {claim.ref: claim.when for claim in data.claims if claim.ref not in relatives}

    def report(ref: str, code: str, message: str) -> None:
        problems.append(cell_locator.problem(rows[ref], "relative", code, message))

    return resolve_all(relatives, dated, lambda ref: _missing_claim(ref, cell_locator), report)


def _missing_claim(ref: str, cell_locator: CellLocator) -> str | None:
    """What is wrong with the ref of a claim that was not read; ``None`` where it is written with a mistake of its own."""
    if ref.partition(":")[0] in CLAIM_SINGULARS and cell_locator.has_row(ref):
        return None
    claims = [known for known in cell_locator.all_refs if known.partition(":")[0] in CLAIM_SINGULARS]
    remedy = cell_locator.suggest(ref, "claims", claims, "use the id of a row that has a date")
    return f"there is no claim {ref}; {remedy}"
