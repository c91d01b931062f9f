"""Fiction and the record never lean on each other, by whatever column."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Setter

import seeds


def mixed(folder: Path) -> list[str]:
    return [":".join(str(p).split(":")[:3]) for p in seeds.read(folder).errors if p.code == "mixed-worlds"]


@pytest.mark.parametrize(
    ("table", "line", "column", "text", "place"),
    [
        ("events", 6, "relative", "after event:vienna-search", "events.csv:6:8"),
        ("journeys", 4, "relative", "P6M after event:novel-end", "journeys.csv:4:10"),
        ("names", 3, "sources", "Novel1950[7]", "names.csv:3:6"),
        ("names", 3, "sources", "Novel1950[7]; Example1930", "names.csv:3:6"),
        ("disagreements", 2, "rows", "event:founding; event:novel-end", "disagreements.csv:2:4"),
        ("disagreements", 2, "rows", "event:founding; person:hero", "disagreements.csv:2:4"),
        ("disagreements", 2, "sources", "Novel1950", "disagreements.csv:2:5"),
        ("disagreements", 3, "rows", "event:novel-end; station:camp", "disagreements.csv:3:5"),
        ("stations", 2, "reports_to", "camp", "stations.csv:2:5"),
        ("ties", 2, "other", "hero", "ties.csv:2:4"),
    ],
)
def test_a_reference_between_fiction_and_record_is_an_error_of_its_cell(
    copy_of_small: Path, set_cell: Setter, table: str, line: int, column: str, text: str, place: str
) -> None:
    set_cell(table, line, column, text)
    assert mixed(copy_of_small) == [place]


def test_a_disagreement_within_fiction_is_not_an_error(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("disagreements", 3, "rows", "event:novel-end; station:camp")
    set_cell("disagreements", 3, "sources", "Novel1950[3]")
    assert seeds.read(copy_of_small).errors == ()


def test_a_row_with_an_unknown_source_is_not_compared_with_either_world(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("posts", 6, "sources", "Novle1950[4]")
    assert [p.code for p in seeds.read(copy_of_small).errors] == ["unknown-source"]
