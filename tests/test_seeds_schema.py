"""The schema, the records and the documentation agree."""

from __future__ import annotations

import dataclasses
import json
import typing
from enum import Enum

import pytest
from conftest import OMS, ROOT

from liaison_atlas.seeds.dates.when import When
from liaison_atlas.seeds.sources.citations import Citation
from liaison_atlas.seeds.tables.descriptor import read_package
from liaison_atlas.seeds.tables.records import RECORDS, Record


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.table)
def test_a_record_has_one_field_for_each_column(record: type[Record]) -> None:
    package, problems = read_package(OMS)
    assert not problems
    assert package is not None
    fields = [f.name.rstrip("_") for f in dataclasses.fields(record) if f.name != "line"]
    assert set(fields) == set(package.by_name[record.table].by_name)


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.table)
def test_a_field_has_the_type_of_its_column(record: type[Record]) -> None:
    package, _ = read_package(OMS)
    assert package is not None
    hints = typing.get_type_hints(record)
    for f in dataclasses.fields(record):
        if f.name == "line":
            continue
        column = package.by_name[record.table].by_name[f.name.rstrip("_")]
        hint = hints[f.name]
        if column.format == "edtf":
            assert hint == When | None
        elif column.format == "edtf-list":
            assert hint == tuple[When, ...]
        elif column.format == "citations":
            assert hint == tuple[Citation, ...]
        elif column.format == "list":
            assert hint == tuple[str, ...]
        elif column.type in ("number", "integer"):
            assert hint in (float, int)
        elif isinstance(hint, type) and issubclass(hint, Enum):
            assert {value for value, _ in column.categories} == {member.value for member in hint}
        else:
            assert column.type in ("string", "date")
            assert hint == (str if column.required else str | None)


def test_every_table_of_the_schema_has_a_record() -> None:
    package, _ = read_package(OMS)
    assert package is not None
    assert {record.table for record in RECORDS} == set(package.by_name)


def test_every_table_and_column_is_described() -> None:
    package, _ = read_package(OMS)
    assert package is not None
    for table in package.tables:
        assert table.description.endswith(".")
        for field in table.fields:
            assert field.description.endswith("."), f"{table.name}.{field.name}"


def test_the_reference_of_the_tables_is_up_to_date() -> None:
    from tools.reference_docs import tables_page

    assert (ROOT / "docs" / "reference" / "tables.md").read_text(encoding="utf-8") == tables_page()


def test_the_small_data_set_has_the_schema_of_the_oms() -> None:
    small = json.loads((ROOT / "tests" / "small" / "datapackage.json").read_text(encoding="utf-8"))
    oms = json.loads((OMS / "datapackage.json").read_text(encoding="utf-8"))
    assert small["resources"] == oms["resources"]
