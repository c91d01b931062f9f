"""Each claim belongs to one strand, and none leans on another but the main one, by whatever column."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Setter
from strand_data import NOVEL, POLEMIC, declare, set_strand

from liaison_atlas import seeds
from liaison_atlas.seeds.tables.records import Post


def mixed(folder: Path) -> list[str]:
    return [":".join(str(p).split(":")[:3]) for p in seeds.read(folder).errors if p.code == "mixed-strands"]


@pytest.mark.parametrize(
    ("table", "line", "column", "text", "place"),
    [
        ("events", 6, "relative", "after event:vienna-search", "events.csv:6:8"),
        ("journeys", 4, "relative", "P6M after event:novel-end", "journeys.csv:4:10"),
        ("posts", 2, "relative", "after event:founding; last before event:novel-end", "posts.csv:2:12"),
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


def test_a_row_with_an_unknown_source_is_not_compared_with_fiction(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("posts", 6, "sources", "Novle1950[4]")
    assert [p.code for p in seeds.read(copy_of_small).errors] == ["unknown-source"]


def test_a_claim_without_a_strand_belongs_to_the_main_one_or_to_that_of_fiction(copy_of_small: Path) -> None:
    data = seeds.read(copy_of_small)
    assert [(strand.name, strand.fiction) for strand in data.strands] == [("main", False), ("fiction", True)]
    assert {data.strand_of(claim) for claim in data.claims if data.is_fiction(claim)} == {"fiction"}
    assert {data.strand_of(claim) for claim in data.claims if not data.is_fiction(claim)} == {"main"}


def test_fiction_without_a_strand_belongs_to_the_first_that_is_declared_as_fiction(copy_of_small: Path) -> None:
    declare(copy_of_small, POLEMIC, NOVEL, {**NOVEL, "name": "film"})
    data = seeds.read(copy_of_small)
    assert data.errors == ()
    assert [strand.name for strand in data.strands] == ["main", "polemic", "novel", "film"]
    assert {data.strand_of(claim) for claim in data.claims if data.is_fiction(claim)} == {"novel"}


@pytest.mark.parametrize(
    ("table", "line", "strand", "problem"),
    [
        ("events", 3, "polemics", 'unknown-strand: there is no strand "polemics"; did you mean "polemic"?'),
        ("events", 3, "xyz", 'unknown-strand: there is no strand "xyz"; declare it in "strands" of datapackage.json'),
        ("events", 3, "novel", "mixed-strands: it does not rest on fiction alone"),
        ("stations", 2, "polemic", "mixed-strands: it belongs to strand"),
    ],
)
def test_a_strand_that_is_not_there_or_does_not_fit_is_an_error(
    copy_of_small: Path, table: str, line: int, strand: str, problem: str
) -> None:
    declare(copy_of_small, POLEMIC, NOVEL)
    set_strand(copy_of_small, table, line, strand)
    assert problem in "\n".join(map(str, seeds.read(copy_of_small).errors))


def test_fiction_in_a_strand_that_is_not_declared_as_fiction_is_an_error(copy_of_small: Path) -> None:
    declare(copy_of_small, POLEMIC)
    data = seeds.read(copy_of_small)
    line = next(event.line for event in data.events if data.is_fiction(event))
    set_strand(copy_of_small, "events", line, "polemic")
    [problem] = seeds.read(copy_of_small).errors
    assert problem.code == "mixed-strands"
    assert 'declare "polemic" with "fiction": true' in problem.message


def test_the_order_of_a_post_in_time_is_told_by_rows_of_its_own_strand_or_of_the_main_one(
    copy_of_small: Path, set_cell: Setter
) -> None:
    declare(copy_of_small, POLEMIC, NOVEL)
    set_strand(copy_of_small, "posts", 2, "polemic")
    column = seeds.read(copy_of_small).layouts["posts"].columns["relative"]
    set_cell("posts", 3, "relative", "before post:anna-vienna")
    assert mixed(copy_of_small) == [f"posts.csv:3:{column}"]
    set_cell("posts", 3, "relative", "")
    set_cell("posts", 2, "relative", "after event:founding")
    assert mixed(copy_of_small) == []


def test_a_claim_of_a_strand_may_refer_to_people_and_stations_of_the_main_one(copy_of_small: Path) -> None:
    declare(copy_of_small, POLEMIC)
    set_strand(copy_of_small, "posts", 2, "polemic")  # Anna, at the office in Vienna
    data = seeds.read(copy_of_small)
    assert data.errors == ()
    assert data.strand_of(data.posts[0]) == "polemic"


def test_a_claim_is_set_aside_by_those_of_its_own_strand_alone(copy_of_small: Path) -> None:
    small = seeds.read(copy_of_small)
    [outranked] = [post for post in small.posts if small.is_outranked(post)]
    declare(copy_of_small, POLEMIC)
    set_strand(copy_of_small, "posts", outranked.line, "polemic")
    data = seeds.read(copy_of_small)
    assert not any(data.is_outranked(post) for post in data.posts)


def test_a_disagreement_belongs_to_the_strand_of_its_rows_and_to_the_main_one_where_they_differ(
    copy_of_small: Path,
) -> None:
    declare(copy_of_small, POLEMIC)
    data = seeds.read(copy_of_small)
    head = next(row for row in data.disagreements if row.id == "head")
    refs = [data.by_ref[ref] for ref in head.rows]
    posts = [row.line for row in refs if isinstance(row, Post)]
    for line in posts:
        assert data.strand_of_disagreement(head) == "main"
        set_strand(copy_of_small, "posts", line, "polemic")
        data = seeds.read(copy_of_small)
    assert data.strand_of_disagreement(head) == "polemic"
