"""Standing, relative dates, citations and dates in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Setter
from hypothesis import given
from hypothesis import strategies as st

from liaison_atlas import seeds
from liaison_atlas.layers.wording.date_wording import date_in_words
from liaison_atlas.layers.wording.standing_wording import standing_reason
from liaison_atlas.seeds.dates.edtf import parse
from liaison_atlas.seeds.sources.citations import parse_citations
from liaison_atlas.seeds.sources.reference_formatting import reference_text
from liaison_atlas.seeds.tables.dataset import Dataset, Standing


@pytest.mark.parametrize(
    ("ref", "standing", "words"),
    [
        ("station:vienna", Standing.ATTESTED, "scholarship and a memoir"),
        ("station:austria", Standing.PARTISAN, "partisan sources alone"),
        ("event:founding", Standing.ATTESTED, "scholarship"),
        ("event:founding-pamphlet", Standing.PARTISAN, "partisan sources alone"),
        ("station:camp", Standing.FICTION, "fiction alone"),
        ("post:boris-free", Standing.ATTESTED, "scholarship"),
    ],
)
def test_standing_follows_from_the_sources_and_gives_its_reason(
    small: Dataset, ref: str, standing: Standing, words: str
) -> None:
    claim = next(claim for claim in small.claims if claim.ref == ref)
    found, reason = small.standing(claim), standing_reason(small, claim.sources)
    assert found is standing
    assert words in reason


def test_a_disagreement_makes_a_claim_contested_and_leaves_its_standing(small: Dataset) -> None:
    founding = next(claim for claim in small.claims if claim.ref == "event:founding")
    vienna = next(claim for claim in small.claims if claim.ref == "station:vienna")
    assert small.is_contested(founding)
    assert not small.is_contested(vienna)


@pytest.mark.parametrize(
    ("cell", "standing"),
    [
        ("Example1930[1] through Memoir1940[2]", Standing.ATTESTED),
        ("Example1930[1] through Pamphlet1931[2]", Standing.PARTISAN),
        ("Pamphlet1931[1] through Example1930[2]", Standing.PARTISAN),
        ("Example1930[1] through Novel1950[2]", Standing.FICTION),
        ("Pamphlet1931[1] through Novel1950[2]", Standing.FICTION),
        ("Novel1950[1] through Example1930[2]", Standing.FICTION),
        ("Memoir1940[1] through Pamphlet1931[2]; Example1930[1] through Pamphlet1931[3]", Standing.PARTISAN),
        ("Memoir1940[1] through Pamphlet1931[2]; Example1930[1]", Standing.ATTESTED),
    ],
)
def test_a_source_proves_no_more_than_the_work_in_which_it_was_read(
    small: Dataset, cell: str, standing: Standing
) -> None:
    assert small.standing_on(parse_citations(cell)) is standing


def test_the_same_sources_read_themselves_and_through_another_work_are_told_apart(small: Dataset) -> None:
    """The results are kept by the keys of sources and go-betweens."""
    assert small.standing_on(parse_citations("Example1930[1] through Pamphlet1931[2]")) is Standing.PARTISAN
    assert small.standing_on(parse_citations("Example1930[9]")) is Standing.ATTESTED


def test_whether_a_row_is_fiction_is_unknown_while_the_work_that_was_read_is(small: Dataset) -> None:
    assert small.sources_known(parse_citations("Example1930 through Memoir1940"))
    assert not small.sources_known(parse_citations("Example1930 through Missing"))


def test_a_claim_that_was_read_through_fiction_cannot_refer_to_the_record(
    copy_of_small: Path, set_cell: Setter
) -> None:
    set_cell("posts", 2, "sources", "Example1930[12] through Novel1950[3]")
    problems = [problem for problem in seeds.read(copy_of_small).problems if problem.code == "mixed-strands"]
    assert any(problem.file == "posts.csv" and problem.line == 2 for problem in problems)


def test_a_relative_date_is_counted_from_the_row_it_names(small: Dataset) -> None:
    when = small.date_of(small.by_ref["journey:arrival"])
    assert (str(when.start_earliest), str(when.end_latest)) == ("1928-09-12", "1928-09-12")
    assert (
        date_in_words(when, {"event:vienna-search": "The office is searched"})
        == '6 months after "The office is searched"'
    )


def test_a_relative_date_lies_in_what_it_shares_with_a_date_of_its_own(small: Dataset) -> None:
    when = small.date_of(small.by_ref["event:novel-end"])
    assert (str(when.start_earliest), str(when.end_latest)) == ("1927-01-01", "1929-12-31")


WORDS = [
    ("1927", "1927"), ("1927-05", "May 1927"), ("1927-05-12", "12 May 1927"), ("1927~", "about 1927"),
    ("1927?", "1927, perhaps"), ("1927%", "about 1927, perhaps"), ("192X", "the 1920s"), ("1927-22", "summer 1927"),
    ("1921/1930", "from 1921 to 1930"), ("1921/..", "from 1921 on"), ("1921/", "from 1921, end not known"),
    ("/1929", "until 1929, beginning not known"), ("../1929", "before and until 1929"),
    ("[1935,1937]", "1935 or 1937"), ("{1935,1937}", "1935 and 1937"), ("[1926..]", "1926 or later"),
    ("[..1929]", "1929 or earlier"), ("[1924..1926]", "between 1924 and 1926"), ("-0043-03-15", "15 March 44 BC"),
    ("1924~/1926~?", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), [row for row in WORDS if row[1]])
def test_a_date_is_written_in_words(text: str, words: str) -> None:
    assert date_in_words(parse(text)) == words


@given(st.sampled_from([text for text, words in WORDS if words]))
def test_no_code_of_edtf_reaches_the_words(text: str) -> None:
    assert not set("~?%[]{}/") & set(date_in_words(parse(text)))


def test_a_citation_is_printed_as_author_year_and_page(small: Dataset) -> None:
    from liaison_atlas.layers.wording.citation_wording import citation_text

    vienna = next(s for s in small.stations if s.id == "vienna")
    assert [citation_text(c, small.sources) for c in vienna.sources] == [
        "Example and von Muster 1930, p. 10",
        "Rememberer 1940, pp. 77–78",
    ]
    assert small.sources["Memoir1940"].title == "What I Saw"
    [through] = parse_citations("Memoir1940[91] through Example1930[s. 22]")
    assert [citation_text(through, small.sources, language) for language in ("en", "de", "ru", "zh")] == [
        "Rememberer 1940, p. 91, cited after Example and von Muster 1930, sentence 22",
        "Rememberer 1940, S. 91, zitiert nach Example and von Muster 1930, Satz 22",
        "Rememberer 1940, с. 91, цит. по: Example and von Muster 1930, предложение 22",
        "Rememberer 1940, 第91页, 转引自Example and von Muster 1930, 第22句",
    ]
    assert (
        reference_text(small.sources["Example1930"])
        == "Example, Erika, and Max von Muster. 1930. An Invented Book. Nowhere."
    )


def test_a_source_without_an_author_is_cited_by_its_title(small: Dataset) -> None:
    assert small.sources["Pamphlet1931"].short_citation == "Against Them 1931"
