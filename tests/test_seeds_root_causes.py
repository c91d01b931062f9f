"""A mistake is reported where it is made, and not again where it has consequences."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Setter

from liaison_atlas import seeds


def errors_of(folder: Path) -> list[str]:
    return [f"{p.file}:{p.line}:{p.column}: {p.code}" for p in seeds.read(folder).errors]


def test_a_source_of_unknown_kind_is_reported_once(copy_of_small: Path) -> None:
    path = copy_of_small / "sources.bib"
    for kind in ("scholarship", "fiction"):
        before = path.read_text()
        path.write_text(before.replace(kind, "novel"))
        assert [problem.split(": ")[1] for problem in errors_of(copy_of_small)] == ["source-kind"]
        path.write_text(before)


@pytest.mark.parametrize("entry", ["@book{Novel1950, title={x}, title={y}}", "@book{Novel1950 kind={fiction}}"])
def test_an_unreadable_entry_is_reported_once(copy_of_small: Path, entry: str) -> None:
    path = copy_of_small / "sources.bib"
    text = path.read_text()
    path.write_text(text[: text.index("@book{Novel1950")] + entry)
    assert errors_of(copy_of_small) == [
        "sources.bib:26:1: bibtex".replace("26", str(text[: text.index("@book{Novel1950")].count("\n") + 1))
    ]


def test_a_missing_bibliography_is_reported_once(copy_of_small: Path) -> None:
    (copy_of_small / "sources.bib").unlink()
    assert errors_of(copy_of_small) == ["sources.bib:1:1: missing-file"]


@pytest.mark.parametrize("table", ["places", "people", "stations", "events", "coverage", "located"])
def test_a_missing_file_is_reported_once(copy_of_small: Path, table: str) -> None:
    (copy_of_small / f"{table}.csv").unlink()
    assert errors_of(copy_of_small) == [f"{table}.csv:1:1: missing-file"]


@pytest.mark.parametrize("table", ["places", "people", "stations", "documents"])
def test_a_referenced_table_that_the_schema_lacks_is_reported_once(copy_of_small: Path, table: str) -> None:
    change(copy_of_small, lambda d: d.update(resources=[r for r in d["resources"] if r["name"] != table]))
    assert errors_of(copy_of_small) == ["datapackage.json:1:1: schema"]
    [problem] = seeds.read(copy_of_small).errors
    assert f'no table "{table}"' in problem.message


def test_a_table_that_nothing_refers_to_may_be_left_out_and_then_has_no_rows_to_name(copy_of_small: Path) -> None:
    change(copy_of_small, lambda d: d.update(resources=[r for r in d["resources"] if r["name"] != "ties"]))
    assert errors_of(copy_of_small) == []
    path = copy_of_small / "disagreements.csv"
    path.write_text(path.read_text().replace("event:founding-pamphlet", "tie:anna-boris"))
    assert errors_of(copy_of_small) == ["disagreements.csv:2:4: unknown-row"]


def test_a_bad_date_is_not_reported_for_the_rows_that_count_from_it(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("events", 2, "when", "sometime")
    assert errors_of(copy_of_small) == ["events.csv:2:7: date"]


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [("when", "sometime", "7: date"), ("sources", "Example1930[", "11: citation"), ("relative", "after event:vienna-search", "8: relative-date")],
)  # fmt: skip
def test_a_bad_row_is_not_reported_for_the_posts_that_come_after_it(
    copy_of_small: Path, set_cell: Setter, column: str, text: str, code: str
) -> None:
    set_cell("journeys", 3, "relative", "")
    set_cell("posts", 2, "relative", "after event:vienna-search")
    set_cell("posts", 3, "relative", "before post:anna-vienna")
    set_cell("posts", 3, "when", "")
    assert errors_of(copy_of_small) == []
    set_cell("events", 2, column, text)
    assert errors_of(copy_of_small) == [f"events.csv:2:{code}"]


def test_a_post_that_its_own_limits_leave_no_day_is_reported_once(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("posts", 3, "relative", "after post:anna-vienna")
    path = copy_of_small / "posts.csv"
    header, first, *others = path.read_text().splitlines()
    path.write_text("\n".join([f"not_after,{header}", f"1910,{first}", *(f",{other}" for other in others)]) + "\n")
    assert [str(problem) for problem in seeds.read(copy_of_small).problems if problem.file == "posts.csv"] == [
        "posts.csv:2:1: no-day-left: the date 1926/1928? has no day between not_before and not_after; "
        "correct one of these cells"
    ]


@pytest.mark.parametrize("text", [";", ";;"])
def test_an_order_of_semicolons_alone_is_an_error(copy_of_small: Path, set_cell: Setter, text: str) -> None:
    set_cell("posts", 2, "relative", text)
    assert errors_of(copy_of_small) == ["posts.csv:2:12: relative-date"]


def test_a_bad_cell_of_the_coverage_leaves_no_sentence_without_an_answer(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("coverage", 3, "sentence", "two")
    assert errors_of(copy_of_small) == ["coverage.csv:3:2: number"]


def test_in_a_chain_of_relative_dates_the_row_that_breaks_it_is_reported(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("journeys", 2, "relative", "P1D after journey:arrival")
    set_cell("journeys", 3, "relative", "P1D after journey:anna-prague")
    set_cell("journeys", 2, "when", "")
    set_cell("journeys", 3, "when", "")
    set_cell("journeys", 4, "relative", "P1D after event:nothing")
    assert errors_of(copy_of_small) == ["journeys.csv:4:10: relative-date"]
    set_cell("journeys", 4, "relative", "P1D after journey:anna-prague")  # a circle of two, and one that leads into it
    assert errors_of(copy_of_small) == ["journeys.csv:2:10: relative-date", "journeys.csv:4:10: relative-date"]


def test_places_that_lead_into_a_circle_are_not_reported(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("places", 2, "within", "austria")
    set_cell("places", 7, "within", "vienna")  # vienna-office lies within vienna
    assert errors_of(copy_of_small) == ["places.csv:2:5: nested-in-itself", "places.csv:7:5: nested-in-itself"]


def test_a_chain_of_thousands_of_relative_dates_is_resolved(copy_of_small: Path) -> None:
    path = copy_of_small / "events.csv"
    rows = "".join(
        f"e{n},other,E{n},,,,,P1D after event:{f'e{n + 1}' if n < 4999 else 'vienna-search'},certain,,Example1930,\n"
        for n in range(5000)
    )
    path.write_text(path.read_text() + rows)
    data = seeds.read(copy_of_small)
    assert data.errors == ()
    assert str(data.date_of(data.by_ref["event:e4999"]).start_earliest) == "1928-03-13"
    assert str(data.date_of(data.by_ref["event:e0"]).start_earliest) == "1941-11-19"
    path.write_text(path.read_text().replace("after event:vienna-search,certain", "after event:e0,certain"))
    assert len(seeds.read(copy_of_small).errors) == 5000


def change(folder: Path, how: Callable[[dict[str, Any]], object]) -> None:
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text())
    how(descriptor)
    path.write_text(json.dumps(descriptor))
