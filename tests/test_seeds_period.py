"""The period that the descriptor states, held against the dates of the claims."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import Setter
from hypothesis import given
from hypothesis import strategies as st
from test_seeds_edtf import read as read_date
from test_seeds_edtf import texts
from test_seeds_findings import rows, with_only

from liaison_atlas import seeds
from liaison_atlas.seeds.checks.rules.outside_period import MAX_LISTED, check_period, mistyped_year
from liaison_atlas.seeds.dates.edtf import parse
from liaison_atlas.seeds.dates.holding_years import holding_by_year
from liaison_atlas.seeds.tables.cell_locator import CellLocator
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import Level, Problem

INSIDE = {"when": "1927"}
"""A claim that the period shows, so that it is not empty."""


def in_period(data: Dataset, first: int, last: int) -> Dataset:
    return replace(data, package=replace(data.package, first_year=first, last_year=last))


def found(data: Dataset) -> list[Problem]:
    return list(check_period(data, CellLocator(data)))


def with_posts(small: Dataset, *dates: str | None) -> Dataset:
    """The small data set with posts of these dates as its only claims."""
    return with_only(small, posts=rows(small.posts[0], *({"when": date} for date in dates)))


def codes(problems: list[Problem]) -> list[tuple[str, Level]]:
    return [(problem.code, problem.level) for problem in problems]


NOTE, WARNING = ("outside-period", Level.NOTE), ("outside-period", Level.WARNING)
ERROR = ("empty-period", Level.ERROR)


# Outside


@pytest.mark.parametrize(
    ("when", "outside"),
    [
        ("1923", True),
        ("1931", True),
        ("1923-12-31", True),
        ("1924-01-01", False),
        ("1930-12-31", False),
        ("1931-01-01", True),
        ("1900/1924", False),  # touches the first year
        ("1930/1950", False),
        ("1900/1950", False),  # begins and ends outside, and holds in every year
        ("1900/1923", True),
        ("../1923", True),
        ("../1924", False),
        ("1900/..", False),
        ("1900/", False),  # no source says when it ended
        ("1931/", True),
        ("1931/..", True),
        ("192X", False),
        ("1923~", False),  # about 1923 may be 1924
        ("1920~", True),
        ("1923?", True),  # in doubt, and the doubt names no other year
        ("1924?", False),
        ("[1923,1924]", False),
        ("[1923,1931]", True),  # the period lies in the gap
        ("{1923,1931}", True),
        ("{1910..1915,1940..1945}", True),
        ("[..1923]", True),
        ("-0043", True),
        ("Y-12000", True),
        ("Y12000", True),
    ],
)
def test_a_date_lies_outside_the_period_where_it_may_hold_in_none_of_its_years(
    small: Dataset, when: str, outside: bool
) -> None:
    assert codes(found(with_posts(small, "1927", when))) == ([NOTE] if outside else [])


@given(texts, st.integers(-50, 2050), st.integers(0, 60))
def test_it_is_the_rule_by_which_dates_hold_in_years(small: Dataset, text: str, first: int, years: int) -> None:
    when = read_date(text)
    data = in_period(with_only(small, posts=[replace(small.posts[0], when=when)]), first, first + years)
    assert bool(found(data)) == (not holding_by_year(data.time_of(data.posts[0]), first, first + years))


def test_claims_without_a_date_are_let_be(small: Dataset) -> None:
    without = [replace(tie, when=None) for tie in small.ties]
    assert found(with_only(small, ties=without)) == []
    assert codes(found(with_only(small, ties=without, posts=rows(small.posts[0], INSIDE, {"when": "1850"})))) == [NOTE]


def test_a_single_claim_is_told_with_its_date_the_period_and_the_way_out(small: Dataset) -> None:
    [note] = found(with_posts(small, "1927", "1850/1861?"))
    assert str(note) == (
        "posts.csv:3:7: outside-period: its date (1850/1861?) is outside the period, 1924 to 1930; "
        'correct the date, or extend "temporal" in datapackage.json'
    )


def test_many_claims_are_one_note_a_table(small: Dataset) -> None:
    outside = [{"when": str(year)} for year in range(1800, 1900)]
    data = with_only(small, posts=rows(small.posts[0], INSIDE, *outside), ties=rows(small.ties[0], *outside[:2]))
    posts, ties = found(data)
    assert (posts.file, posts.line, ties.file, ties.line) == ("posts.csv", 3, "ties.csv", 2)
    assert "the dates of 100 rows of this table" in posts.message
    assert posts.message.count("line ") == MAX_LISTED
    assert ": line 3 (1800), line 4 (1801), " in posts.message
    assert "line 12 (1809) and 90 more; correct the dates" in posts.message
    assert ": line 2 (1800), line 3 (1801); correct the dates" in ties.message


def test_a_relative_date_lies_where_it_leads(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("journeys", 4, "relative", "P20Y after event:vienna-search")
    [note] = [p for p in seeds.read(copy_of_small).problems if p.code == "outside-period"]
    assert str(note).startswith(
        "journeys.csv:4:10: outside-period: its date (P20Y after event:vienna-search) is outside"
    )
    # Its own date lies in the period, but not on the days that both leave.
    set_cell("journeys", 4, "relative", "P2Y after event:vienna-search")
    set_cell("journeys", 4, "when", "1800/1930-12")
    assert "outside-period" not in {p.code for p in seeds.read(copy_of_small).problems}


def test_a_disagreement_accepts_nothing_since_it_is_no_contradiction(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("events", 4, "when", "1905-04-07")  # a disagreement names it, for another reason
    [warning] = [p for p in seeds.read(copy_of_small).problems if p.code == "outside-period"]
    assert warning.level is Level.WARNING


# Years typed into cells of dates


@pytest.mark.parametrize(
    ("when", "year"),
    [
        ("1905-04-09", "1926"),
        ("1905-04-07", "1924"),
        ("1905-04-13", "1930"),
        ("1905-04-06", None),  # 1923, before the period
        ("1905-04-14", None),
        ("1905-04", None),
        ("1905-04-09?", None),  # a spreadsheet does not doubt
        ("1905-04-09~", None),
        ("1905-04-09/1905-04-10", None),
        ("[1905-04-09]", None),
        ("1926", None),
    ],
)
def test_a_day_whose_number_is_a_year_of_the_period_is_one_that_a_spreadsheet_made(
    small: Dataset, when: str, year: str | None
) -> None:
    assert mistyped_year(parse(when), small.package) == year


def test_such_a_day_is_a_warning_that_names_the_year_to_write(small: Dataset) -> None:
    [warning] = found(with_posts(small, "1927", "1905-04-09"))
    assert (warning.level, str(warning)) == (
        Level.WARNING,
        "posts.csv:3:7: outside-period: its date is outside the period, 1924 to 1930: "
        "a spreadsheet turns the number 1926 into 1905-04-09; write 1926",
    )


def test_each_such_day_of_a_table_is_one_warning_with_the_lines_of_its_rows(small: Dataset) -> None:
    first, other, note = found(
        with_posts(small, "1927", "1905-04-09", "1905-04-10", "1905-04-09", "1850", *["1905-04-09"] * 20)
    )
    assert (codes([first, other, note])) == [WARNING, WARNING, NOTE]
    assert first.message.endswith(
        "write 1926, here and in line 5, line 7, line 8, line 9, line 10, line 11, line 12, line 13, line 14, line 15 "
        "and 11 more"
    )
    assert other.message.endswith("write 1927")
    assert (first.line, other.line, note.line) == (3, 4, 6)


def test_a_period_that_includes_1905_has_days_of_1905(small: Dataset) -> None:
    assert found(in_period(with_posts(small, "1905-04-09"), 1900, 1930)) == []


def test_what_a_workbook_makes_of_a_typed_year_is_found_in_it(copy_of_small: Path) -> None:
    path = copy_of_small / "posts.csv"
    header, *lines = [line.split(",") for line in path.read_text().splitlines() if '"' not in line]
    book = openpyxl.Workbook()
    sheet = book.create_sheet("posts", 0)
    for line in (header, *lines):
        sheet.append([cell or None for cell in line])
    typed = sheet.cell(2, header.index("when") + 1)
    typed.value = 1926
    typed.number_format = "yyyy-mm-dd"
    path.unlink()
    book.save(copy_of_small / "posts.xlsx")
    [warning] = [p for p in seeds.read(copy_of_small).problems if p.code == "outside-period"]
    assert warning.message.endswith("a spreadsheet turns the number 1926 into 1905-04-09; write 1926")


# BC


def test_a_period_before_christ(small: Dataset) -> None:
    data = in_period(with_posts(small, "-0050", "-0043-03-15", "-0101", "0000", "1899-10-16"), -100, -1)
    [note] = found(data)  # the last is the day of the number -75, which nobody types
    assert "outside the period, -0100 to -0001: line 4 (-0101), line 5 (0000), line 6 (1899-10-16); " in note.message
    [note] = found(in_period(with_posts(small, "-0050", "0015"), -100, 14))
    assert "its date (0015) is outside the period, -0100 to 0014; " in note.message


# The empty period


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        (["1850", "1853/1861"], "1850 to 1861"),
        (["1850-05"], "1850"),
        (["../1850"], "1850"),
        (["1850", "1990/.."], "1850 to 1990"),
        (["1850", "1990/", None], "1850 to 1990"),
        (["-0043", "1850?"], "-0043 to 1850"),
        (["1850", "1905-04-09"], "1850"),  # 1905 is no year of the claims
    ],
)
def test_an_empty_period_is_one_error_with_the_years_of_the_claims(
    small: Dataset, dates: list[str | None], years: str
) -> None:
    *warnings, error = found(with_posts(small, *dates))
    assert codes([error]) == [ERROR]
    assert str(error) == (
        "datapackage.json:1:1: empty-period: no claim has a date within the period, 1924 to 1930; "
        f'the dates of the claims span {years}; correct "temporal"'
    )
    assert codes(warnings) == ([WARNING] if "1905-04-09" in dates else [])


def test_where_a_spreadsheet_made_days_of_all_years_it_is_not_the_period_that_is_wrong(small: Dataset) -> None:
    *warnings, error = found(with_posts(small, "1905-04-09", "1905-04-10"))
    assert codes(warnings) == [WARNING, WARNING]
    assert error.message.endswith("; a spreadsheet turned the years in the tables into days; write the years")


def test_one_claim_that_may_lie_in_the_period_is_enough(small: Dataset) -> None:
    assert codes(found(with_posts(small, "1850", "1924?"))) == [NOTE]
    assert codes(found(with_posts(small, "1850", "[1850,1924]"))) == [NOTE]


def test_a_data_set_without_dated_claims_has_no_empty_period(small: Dataset) -> None:
    assert found(with_only(small)) == []
    assert found(with_posts(small, None, None)) == []


def test_claims_without_a_date_do_not_fill_a_period(small: Dataset) -> None:
    assert codes(found(with_posts(small, None, "1850"))) == [ERROR]


def change_period(folder: Path, **years: Any) -> None:
    path = folder / "datapackage.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"temporal": years}))


def test_a_row_that_cannot_be_read_may_be_the_one_in_the_period(copy_of_small: Path, set_cell: Setter) -> None:
    change_period(copy_of_small, start="1850", end="1861")
    set_cell("posts", 5, "when", "1926")  # no source said when it began
    assert "empty-period" in {p.code for p in seeds.read(copy_of_small).errors}
    set_cell("posts", 5, "when", "1855 or so")
    assert "empty-period" not in {p.code for p in seeds.read(copy_of_small).errors}
