"""What the program asks of the schema of a data set, whoever wrote it.

The schema that `liaison init` writes is the measure. A data set may leave out a table, describe further columns and
tables, list other categories, and ask for more (a column that must be filled in); it may not take away what the
program relies on: the columns, their types and formats, what they refer to, the keys, the limits. Patterns are those
of the measure alone, for a regular expression of a stranger's can keep a program busy for years.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

from seeds.tables.problems import Problem, did_you_mean, quoted
from seeds.tables.records import Record
from seeds.tables.schema import DESCRIPTOR_FILE, Field, Package, Table, read_package

REFERENCE_DATASET = Path(__file__).parent.parent / "oms"
_REMEDY = "take it from the one that `liaison init` writes"


def compatibility_problems(package: Package, record: type[Record]) -> list[Problem]:
    """What a schema lacks of what the program asks of a table; nothing where it has no such table."""
    table = package.by_name.get(record.table)
    if table is None:
        return []
    return [Problem(DESCRIPTOR_FILE, 1, 1, "schema", told) for told in _table_shortfalls(record, table, package)]


def missing_tables(package: Package) -> dict[str, Problem]:
    """The tables that a schema lacks although one of its tables refers to them, by name."""
    referred = {
        field.references
        for table in _reference_schema().tables
        if table.name in package.by_name
        for field in table.fields
    }
    own = [table.name for table in package.tables if table.name not in _reference_schema().by_name]
    found: dict[str, Problem] = {}
    for table in _reference_schema().tables:
        if table.name in referred and table.name not in package.by_name:
            told = f'there is no table "{table.name}", to which others refer; {did_you_mean(table.name, own, _REMEDY)}'
            found[table.name] = Problem(DESCRIPTOR_FILE, 1, 1, "schema", told)
    return found


def _table_shortfalls(record: type[Record], table: Table, package: Package) -> Iterator[str]:
    measure = _reference_schema().by_name[table.name]
    if table.primary_key != measure.primary_key:
        key = ", ".join(map(quoted, measure.primary_key)) or "no key"
        yield f'the primaryKey of "{table.name}" must be {key}; {_REMEDY}'
    needed = {f.name.rstrip("_") for f in fields(record)}
    for asked in measure.fields:
        if asked.name not in needed:
            continue
        field = table.by_name.get(asked.name)
        if field is None:
            yield f'the schema of "{table.name}" has no field "{asked.name}"; {_REMEDY}'
            continue
        for told in _field_shortfalls(field, asked):
            yield f'in the schema of "{table.name}" {told} of the field "{field.name}"; {_REMEDY}'


def _field_shortfalls(field: Field, asked: Field) -> Iterator[str]:
    """What is less than asked, each as the words before "of the field"."""
    for name in ("type", "format", "references"):
        wanted, got = getattr(asked, name), getattr(field, name)
        if got != wanted:
            yield f"{quoted(wanted) if wanted else 'nothing'} must be the {name} (got {quoted(got) if got else 'none'})"
    for name in ("required", "unique"):
        if getattr(asked, name) and not getattr(field, name):
            yield f"true must be the constraint {quoted(name)}"
    if field.pattern is None and asked.pattern is not None:
        yield f"{asked.pattern} must be the pattern"
    elif field.pattern is not None and field.pattern not in _allowed_patterns():
        yield f"{quoted(field.pattern)} may not be the pattern, but one of {' '.join(sorted(_allowed_patterns()))}; so may none"
    if asked.minimum is not None and (field.minimum is None or field.minimum < asked.minimum):
        yield f"{asked.minimum:g} must be the minimum, or more,"
    if asked.maximum is not None and (field.maximum is None or field.maximum > asked.maximum):
        yield f"{asked.maximum:g} must be the maximum, or less,"


@cache
def _reference_schema() -> Package:
    package, problems = read_package(REFERENCE_DATASET)
    assert package is not None, problems  # it comes with the program
    return package


@cache
def _allowed_patterns() -> frozenset[str]:
    return frozenset(field.pattern for table in _reference_schema().tables for field in table.fields if field.pattern)
