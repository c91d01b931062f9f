"""A workbook is read as CSV is: the same rows, the same problems, at their cells."""

from __future__ import annotations

import csv
import os
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from conftest import SMALL
from openpyxl.chart import BarChart
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from liaison_atlas import seeds


def workbook_of(folder: Path, *keep: str) -> openpyxl.Workbook:
    """Put the tables of a folder into a workbook, a sheet each; those kept stay CSV."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]  # a new workbook has one sheet
    for path in sorted(folder.glob("*.csv")):
        if path.stem in keep:
            continue
        sheet = book.create_sheet(path.stem)
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                sheet.append([cell or None for cell in row])
        path.unlink()
    return book


def test_a_workbook_holds_the_same_data_set_as_the_csv_files(copy_of_small: Path) -> None:
    workbook_of(copy_of_small, "ties").save(copy_of_small / "tables.xlsx")
    book, files = seeds.read(copy_of_small), seeds.read(SMALL)
    assert book.errors == ()
    assert book.claims == files.claims
    assert book.places == files.places
    assert [str(p).replace("tables.xlsx#places", "places.csv") for p in book.problems] == [
        str(p) for p in files.problems
    ]


def test_a_broken_cell_of_a_workbook_is_named_by_sheet_line_and_column(copy_of_small: Path) -> None:
    book = workbook_of(copy_of_small)
    book["posts"]["E2"] = "viena"
    book.save(copy_of_small / "tables.xlsx")
    assert [str(p).split(": ")[0:2] for p in seeds.read(copy_of_small).errors] == [
        ["tables.xlsx#posts:2:5", "unknown-id"]
    ]


@pytest.mark.parametrize(
    ("value", "shown_as", "text"),
    [
        (datetime(1927, 5, 1), "mmm-yy", "1927-05"),
        (datetime(1927, 5, 1), "mmmm yyyy", "1927-05"),
        (datetime(1927, 1, 1), "yyyy", "1927"),
        (datetime(1927, 5, 1), "dd.mm.yyyy", "1927-05-01"),
        (datetime(1927, 5, 1), 'd" de "mmmm yyyy', "1927-05-01"),
        (datetime(1927, 5, 1), "[$-407]mmm\\ yy;@", "1927-05"),
    ],
)
def test_a_date_is_read_at_the_precision_its_cell_displays(
    copy_of_small: Path, value: datetime, shown_as: str, text: str
) -> None:
    book = workbook_of(copy_of_small)
    book["posts"]["G3"] = value
    book["posts"]["G3"].number_format = shown_as
    book.save(copy_of_small / "tables.xlsx")
    assert str(seeds.read(copy_of_small).posts[1].when) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1927, "1927"),
        (1927.0, "1927"),
        (date(1927, 5, 12), "1927-05-12"),
        (datetime(1927, 5, 12), "1927-05-12"),
        ("1927~", "1927~"),
    ],
)
def test_a_date_cell_is_read_as_it_is_meant(copy_of_small: Path, value: object, text: str) -> None:
    book = workbook_of(copy_of_small)
    book["posts"]["G3"] = value  # type: ignore[assignment]  # a cell takes any of these
    book.save(copy_of_small / "tables.xlsx")
    data = seeds.read(copy_of_small)
    assert data.errors == ()
    assert str(data.posts[1].when) == text


def test_a_formula_is_refused_in_a_workbook_and_in_csv(copy_of_small: Path) -> None:
    posts = copy_of_small / "posts.csv"
    posts.write_text(posts.read_text().replace("1927/1929", "=1927+1"))
    assert ["posts.csv:3:7", "formula"] in [str(p).split(": ")[:2] for p in seeds.read(copy_of_small).errors]
    book = workbook_of(copy_of_small)
    book.save(copy_of_small / "tables.xlsx")
    assert ["tables.xlsx#posts:3:7", "formula"] in [str(p).split(": ")[:2] for p in seeds.read(copy_of_small).errors]


def test_merged_cells_are_refused_by_name(copy_of_small: Path) -> None:
    book = workbook_of(copy_of_small)
    book["posts"].merge_cells("B2:B3")
    book.save(copy_of_small / "tables.xlsx")
    assert ["tables.xlsx#posts:2:2", "merged-cells"] in [
        str(p).split(": ")[:2] for p in seeds.read(copy_of_small).errors
    ]


def test_a_missing_sheet_and_a_broken_workbook_are_problems(copy_of_small: Path) -> None:
    book = workbook_of(copy_of_small)
    del book["ties"]
    book.save(copy_of_small / "tables.xlsx")
    assert any("tables.xlsx#ties:1:1: missing-file" in str(p) for p in seeds.read(copy_of_small).errors)
    content = (copy_of_small / "tables.xlsx").read_bytes()
    for broken in (b"", b"not a zip", content[: len(content) // 2], content.replace(b"PK\x03\x04", b"PK\x03\x05", 3)):
        (copy_of_small / "tables.xlsx").write_bytes(broken)
        assert any("unreadable-file" in str(p) for p in seeds.read(copy_of_small).errors)


def test_an_unreadable_table_causes_no_problem_in_tables_that_refer_to_it(copy_of_small: Path) -> None:
    people = copy_of_small / "people.csv"
    people.write_text(people.read_text().replace("aliases", "alias"))
    assert {p.code for p in seeds.read(copy_of_small).errors} == {"missing-column"}


@pytest.mark.parametrize(
    ("encoding", "word"), [("cp1252", "Führer Börse Café"), ("cp1251", "Отдел международной связи")]
)
def test_another_encoding_is_named_by_its_likely_name(copy_of_small: Path, encoding: str, word: str) -> None:
    people = copy_of_small / "people.csv"
    people.write_bytes(people.read_bytes().replace(b"Boris Example", word.encode(encoding)))
    [problem] = [p for p in seeds.read(copy_of_small).errors if p.code == "encoding"]
    assert f"Windows-{encoding[2:]}" in problem.message


def test_rows_formatted_far_below_the_table_cost_nothing_and_are_no_problem(copy_of_small: Path) -> None:
    book = workbook_of(copy_of_small)
    book["posts"]["A1048576"] = " "
    book.save(copy_of_small / "tables.xlsx")
    assert seeds.read(copy_of_small).errors == ()


def test_a_formula_over_several_cells_is_refused(copy_of_small: Path) -> None:
    book = workbook_of(copy_of_small)
    book["posts"]["K2"] = ArrayFormula("K2:K3", "=J2:J3")  # type: ignore[assignment]  # a cell takes it
    book["posts"]["K4"] = DataTableFormula("K4:K5")  # type: ignore[assignment]
    book.save(copy_of_small / "tables.xlsx")
    assert [str(p).split(": ")[:2] for p in seeds.read(copy_of_small).errors] == [
        ["tables.xlsx#posts:2:11", "formula"],
        ["tables.xlsx#posts:4:11", "formula"],
    ]


def test_a_chart_under_the_name_of_a_table_is_a_problem(copy_of_small: Path) -> None:
    book = workbook_of(copy_of_small)
    book["ties"].title = "other"
    book.create_chartsheet("ties").add_chart(BarChart())
    book.save(copy_of_small / "tables.xlsx")
    assert [str(p).rpartition(": ")[0] for p in seeds.read(copy_of_small).errors] == [
        "tables.xlsx#ties:1:1: unreadable-file"
    ]


@pytest.mark.parametrize("trick", ["merged", "unpacked", "entities", "pipe"])
def test_a_small_workbook_that_would_fill_the_memory_is_refused_once(copy_of_small: Path, trick: str) -> None:
    path = copy_of_small / "tables.xlsx"
    workbook_of(copy_of_small).save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = next(name for name in parts if "worksheets/" in name)
    if trick == "merged":
        merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        parts[sheet] = parts[sheet].replace(b"</sheetData>", merged)
    elif trick == "unpacked":
        parts["xl/more.xml"] = b"0" * (129 * 1024 * 1024)
    elif trick == "entities":
        parts[sheet] = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>' + parts[sheet].partition(b"?>")[2]
    if trick == "pipe":
        path.unlink()
        os.mkfifo(path)
    else:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
    assert [(p.file, p.code) for p in seeds.read(copy_of_small).errors] == [("tables.xlsx", "unreadable-file")]


def problems_of(folder: Path) -> list[str]:
    return [f"{p} ({p.level.value})" for p in seeds.read(folder).problems if p.code != "unlocated"]


def test_two_workbooks_are_both_ignored_and_named_once(copy_of_small: Path) -> None:
    book = workbook_of(copy_of_small, "ties")
    for name in ("a.xlsx", "b.xlsx", "~$a.xlsx"):
        book.save(copy_of_small / name)
    [problem] = problems_of(copy_of_small)
    assert problem.startswith("a.xlsx:1:1: several-workbooks: the folder has a.xlsx and b.xlsx, and ")
    assert problem.endswith(" (error)")
    assert "places.csv, names.csv and 12 more; put all sheets into one workbook" in problem


def test_a_workbook_beside_a_csv_file_of_each_table_is_reported_as_not_read(copy_of_small: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        openpyxl.Workbook().save(copy_of_small / name)
    assert [p.partition("; ")[0] for p in problems_of(copy_of_small)] == [
        f"{name}:1:1: not-read: the workbook is not read, because each table has a CSV file"
        for name in ("a.xlsx", "b.xlsx")
    ]
    assert seeds.read(copy_of_small).errors == ()


def test_a_csv_file_takes_precedence_over_a_sheet_with_a_warning(copy_of_small: Path) -> None:
    book = workbook_of(copy_of_small)
    book["posts"]["E2"] = "viena"
    book.save(copy_of_small / "tables.xlsx")
    (copy_of_small / "posts.csv").write_bytes((SMALL / "posts.csv").read_bytes())
    one = 'tables.xlsx:1:1: not-read: "posts" in the workbook is not read, because there is posts.csv; keep each table in only one place'
    assert problems_of(copy_of_small) == [f"{one} (warning)"]
    (copy_of_small / "ties.csv").write_bytes((SMALL / "ties.csv").read_bytes())
    [problem] = problems_of(copy_of_small)
    assert '"posts" and "ties" in the workbook are not read, because there is posts.csv and ties.csv' in problem


@pytest.mark.parametrize("name", ["Posts", "posts ", "POSTS", "psts"])
def test_a_sheet_with_nearly_the_name_of_a_table_is_suggested(copy_of_small: Path, name: str) -> None:
    book = workbook_of(copy_of_small)
    book["posts"].title = "another"
    book["another"].title = name
    book.save(copy_of_small / "tables.xlsx")
    assert problems_of(copy_of_small) == [
        f'tables.xlsx#posts:1:1: missing-file: the workbook has no sheet "posts", but it has "{name}"; did you mean "posts"?'
        " (error)"
    ]


def test_a_sheet_of_another_table_is_never_suggested(copy_of_small: Path) -> None:
    book = workbook_of(copy_of_small)
    del book["stations"]  # "translations" is near enough
    book.save(copy_of_small / "tables.xlsx")
    [problem] = problems_of(copy_of_small)
    assert 'the workbook has no sheet "stations", and the folder has no stations.csv; add one of them' in problem


def test_an_error_value_of_a_workbook_is_named_by_sheet_line_and_column(copy_of_small: Path) -> None:
    book = workbook_of(copy_of_small)
    book["posts"]["D3"] = "#REF!"
    book["posts"]["K3"] = "#N/A"
    assert book["posts"]["D3"].data_type == "e"
    book.save(copy_of_small / "tables.xlsx")
    assert [p.split(": ")[:2] for p in problems_of(copy_of_small)] == [
        ["tables.xlsx#posts:3:4", "error-value"],
        ["tables.xlsx#posts:3:11", "error-value"],
    ]


def test_a_cell_beside_the_table_of_a_workbook_is_reported_at_its_position(copy_of_small: Path) -> None:
    book = workbook_of(copy_of_small)
    book["posts"]["Q3"] = "to do"
    book.save(copy_of_small / "tables.xlsx")
    [problem] = problems_of(copy_of_small)
    assert problem.startswith("tables.xlsx#posts:3:17: row-width: the cell lies outside the table, whose header has 14")
    assert "name its column in the header row, or delete the cell" in problem
