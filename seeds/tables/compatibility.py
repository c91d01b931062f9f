"""Compare the schema of a data set with the reference schema, which `liaison init` writes.

A data set may leave out optional tables and columns, describe further ones, list other categories, and make more
columns required. It must keep everything that the program relies on: the columns, their types and formats, their
references, the keys, the limits. Only the patterns of the reference schema are allowed, because an unknown regular
expression can run practically without end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

from liaison_atlas.seeds.tables.descriptor import read_package
from liaison_atlas.seeds.tables.problems import Problem, did_you_mean, quoted
from liaison_atlas.seeds.tables.records import Record
from liaison_atlas.seeds.tables.schema import DESCRIPTOR_FILE, Field, Package, Table

REFERENCE_DATASET = Path(__file__).parent.parent / "oms"
_REMEDY = "copy it from the file that `liaison init` writes"


def compatibility_problems(package: Package, record: type[Record]) -> list[Problem]:
    """The requirements of a table that a schema does not meet. A table that others refer to must exist."""
    table = package.by_name.get(record.table)
    shortfalls = _table_shortfalls(record, table) if table else _missing_table(record.table, package)
    return [Problem(DESCRIPTOR_FILE, 1, 1, "schema", message) for message in shortfalls]


def _missing_table(name: str, package: Package) -> Iterator[str]:
    reference = _reference_schema().by_name
    referred = {field.references for other in reference.keys() & package.by_name for field in reference[other].fields}
    if name in referred:
        own = [table for table in package.by_name if table not in reference]
        yield f'there is no table "{name}", but other tables refer to it; {did_you_mean(name, own, _REMEDY)}'


def _table_shortfalls(record: type[Record], table: Table) -> Iterator[str]:
    reference = _reference_schema().by_name[table.name]
    if table.primary_key != reference.primary_key:
        key = ", ".join(map(quoted, reference.primary_key)) or "no key"
        yield f'the primaryKey of "{table.name}" must be {key}; {_REMEDY}'
    needed = {f.name.rstrip("_") for f in fields(record)}
    for required_field in (field for field in reference.fields if field.name in needed):
        field = table.by_name.get(required_field.name)
        if field is not None:
            for message in _field_shortfalls(field, required_field):
                yield f'in the schema of "{table.name}", {message}; {_REMEDY}'
        elif required_field.required:
            yield f'the schema of "{table.name}" has no field "{required_field.name}"; {_REMEDY}'


def _field_shortfalls(field: Field, required_field: Field) -> Iterator[str]:
    """Each requirement that a field does not meet, as the words in front of "of the field"."""
    for name in ("type", "format", "references"):
        wanted, got = getattr(required_field, name), getattr(field, name)
        if got != wanted:
            yield f'the {name} of "{field.name}" must be {quoted(wanted) if wanted else "left out"} (got {quoted(got) if got else "none"})'
    for name in ("required", "unique"):
        if getattr(required_field, name) and not getattr(field, name):
            yield f'the constraint {quoted(name)} of "{field.name}" must be true'
    if field.pattern is None and required_field.pattern is not None:
        yield f'the pattern of "{field.name}" must be {required_field.pattern}'
    elif field.pattern is not None and field.pattern not in _allowed_patterns():
        yield f'the pattern of "{field.name}" must be one of {" ".join(sorted(_allowed_patterns()))}, or left out (got {quoted(field.pattern)})'
    if required_field.minimum is not None and (field.minimum is None or field.minimum < required_field.minimum):
        yield f'the minimum of "{field.name}" must be {required_field.minimum:g} or more'
    if required_field.maximum is not None and (field.maximum is None or field.maximum > required_field.maximum):
        yield f'the maximum of "{field.name}" must be {required_field.maximum:g} or less'


@cache
def _reference_schema() -> Package:
    package, problems = read_package(REFERENCE_DATASET)
    assert package is not None, problems  # the file is part of the program
    return package


@cache
def _allowed_patterns() -> frozenset[str]:
    return frozenset(field.pattern for table in _reference_schema().tables for field in table.fields if field.pattern)
