"""Rules for translations.csv: each row names an existing cell that may be translated, and a declared language.

A translation is optional: a text without one is shown in the first language, marked as such.
"""

from __future__ import annotations

from collections.abc import Iterator

from liaison_atlas.seeds.checks.check_registry import rule
from liaison_atlas.seeds.tables.cell_locator import CellLocator
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import Problem, did_you_mean, quoted
from liaison_atlas.seeds.tables.records import RECORDS, Translation

_TABLES = {record.table for record in RECORDS}
DESCRIPTOR_ROWS = "datapackage"
BIBLIOGRAPHY = "sources"
# The texts outside the tables that can be translated: those of the descriptor, and the remarks of the bibliography.
EXTRA_TRANSLATABLE = {DESCRIPTOR_ROWS: ("title", "subtitle", "description"), BIBLIOGRAPHY: ("note",)}


@rule
def check_translations(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """Every row of translations.csv names a cell and a language that the data set has."""
    marked = {table.name: tuple(f.name for f in table.fields if f.translatable) for table in data.package.tables}
    translatable = {name: columns for name, columns in (marked | EXTRA_TRANSLATABLE).items() if columns}
    seen: dict[tuple[str, str, str, str], int] = {}
    for row in data.translations:
        first = seen.setdefault((row.table_, row.row, row.column, row.language), row.line)
        if first != row.line:
            message = f"line {first} already translates this cell into {row.language}; keep one of them"
            yield cell_locator.problem(row, "text", "duplicate-id", message)
        if row.table_ in _TABLES and row.table_ not in data.package.by_name:
            continue  # the check of the schema reports a missing table
        columns = translatable.get(row.table_)
        if columns is None:
            message = f"the table {quoted(row.table_)} cannot be translated"
            remedy = did_you_mean(row.table_, list(translatable), "name one of " + ", ".join(translatable))
            yield cell_locator.problem(row, "table", "not-translatable", f"{message}; {remedy}")
        elif row.column not in columns:
            message = f"the column {quoted(row.column)} of {row.table_} cannot be translated"
            remedy = did_you_mean(row.column, columns, "name one of " + ", ".join(columns))
            yield cell_locator.problem(row, "column", "not-translatable", f"{message}; {remedy}")
        if columns is not None:
            yield from _row_problems(data, cell_locator, row)
        declared = data.package.languages[1:]
        if row.language not in declared:
            message = f"{quoted(row.language)} is not a language of this data set"
            if row.language == data.package.language:
                message = f"the tables themselves are written in {quoted(row.language)}"
            rest = f"it can be {', '.join(declared)}" if declared else "no other language is declared"
            message += f'; {rest}; correct the cell, or "languages" in datapackage.json'
            yield cell_locator.problem(row, "language", "undeclared-language", message)


def _row_problems(data: Dataset, cell_locator: CellLocator, row: Translation) -> Iterator[Problem]:
    if row.table_ == DESCRIPTOR_ROWS:
        known, found = [data.package.name], row.row == data.package.name
    elif row.table_ == BIBLIOGRAPHY:
        known, found = list(data.sources), row.row in data.sources
    else:
        known, found = list(cell_locator.written_ids(row.table_) or ()), cell_locator.has_id(row.table_, row.row)
    if not found:
        message = f"there is no row {quoted(row.row)} in {row.table_}"
        remedy = did_you_mean(row.row, sorted(known), f"name a row of {row.table_}")
        yield cell_locator.problem(row, "row", "unknown-row", f"{message}; {remedy}")
