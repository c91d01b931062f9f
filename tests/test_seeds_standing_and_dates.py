"""Standing, relative dates, citations and dates in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.wording.date_wording import date_in_words
from layers.wording.standing_wording import standing_reason
from seeds.dates.edtf import parse
from seeds.sources.reference_formatting import reference_text
from seeds.tables.dataset import Dataset, Standing


@pytest.mark.parametrize(
    ("ref", "standing", "words"),
    [
        ("station:vienna", Standing.ATTESTED, "scholarship and a memoir"),
        ("station:austria", Standing.DISPUTED, "partisan sources alone"),
        ("event:founding", Standing.DISPUTED, "When it was founded"),
        ("station:camp", Standing.FICTION, "fiction alone"),
        ("post:boris-free", Standing.ATTESTED, "scholarship"),
    ],
)
def test_standing_follows_from_the_sources_and_gives_its_reason(
    small: Dataset, ref: str, standing: Standing, words: str
) -> None:
    claim = next(claim for claim in small.claims if claim.ref == ref)
    found, reason = small.standing(claim), standing_reason(small, claim)
    assert found is standing
    assert words in reason


def test_a_relative_date_is_counted_from_the_row_it_names(small: Dataset) -> None:
    when = small.dates["journey:arrival"]
    assert (str(when.start_earliest), str(when.end_latest)) == ("1928-09-12", "1928-09-12")
    assert (
        date_in_words(when, {"event:vienna-search": "The office is searched"})
        == '6 months after "The office is searched"'
    )


def test_a_relative_date_lies_in_what_it_shares_with_a_date_of_its_own(small: Dataset) -> None:
    when = small.dates["event:novel-end"]
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
    from layers.wording.citation_wording import citation_text

    vienna = next(s for s in small.stations if s.id == "vienna")
    assert [citation_text(c, small.sources) for c in vienna.sources] == [
        "Example and von Muster 1930, p. 10",
        "Rememberer 1940, pp. 77–78",
    ]
    assert small.sources["Memoir1940"].title == "What I Saw"
    assert (
        reference_text(small.sources["Example1930"])
        == "Example, Erika, and Max von Muster. 1930. An Invented Book. Nowhere."
    )


def test_a_source_without_an_author_is_cited_by_its_title(small: Dataset) -> None:
    assert small.sources["Pamphlet1931"].short_citation == "Against Them 1931"
