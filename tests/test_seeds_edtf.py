"""EDTF: known answers, laws over strings drawn from the grammar, and a second opinion."""

from __future__ import annotations

import re

import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from liaison_atlas.seeds.dates.day_ranges import possible_days
from liaison_atlas.seeds.dates.days import day_of
from liaison_atlas.seeds.dates.edtf import DateError, parse
from liaison_atlas.seeds.dates.when import Holding, When

BOUNDS = [
    # text, earliest start, latest start, earliest end, latest end
    ("1927", "1927-01-01", "1927-12-31", "1927-01-01", "1927-12-31"),
    ("1927-04", "1927-04-01", "1927-04-30", "1927-04-01", "1927-04-30"),
    ("1927-04-06", "1927-04-06", "1927-04-06", "1927-04-06", "1927-04-06"),
    ("1927-04-06T10:11:12Z", "1927-04-06", "1927-04-06", "1927-04-06", "1927-04-06"),
    ("1927~", "1925-01-01", "1929-12-31", "1925-01-01", "1929-12-31"),
    ("1927-04~", "1927-02-01", "1927-06-30", "1927-02-01", "1927-06-30"),
    ("1927-04-06~", "1927-04-01", "1927-04-11", "1927-04-01", "1927-04-11"),
    ("1927?", "1927-01-01", "1927-12-31", "1927-01-01", "1927-12-31"),
    ("192X", "1920-01-01", "1929-12-31", "1920-01-01", "1929-12-31"),
    ("192X~", "1915-01-01", "1934-12-31", "1915-01-01", "1934-12-31"),
    ("19XX", "1900-01-01", "1999-12-31", "1900-01-01", "1999-12-31"),
    ("1927-XX", "1927-01-01", "1927-12-31", "1927-01-01", "1927-12-31"),
    ("1927-02-XX", "1927-02-01", "1927-02-28", "1927-02-01", "1927-02-28"),
    ("156X-12-25", "1560-12-25", "1569-12-25", "1560-12-25", "1569-12-25"),
    ("1XXX-02-29", "1004-02-29", "1996-02-29", "1004-02-29", "1996-02-29"),
    ("1927-21", "1927-03-01", "1927-05-31", "1927-03-01", "1927-05-31"),
    ("1927-24", "1927-12-01", "1928-02-29", "1927-12-01", "1928-02-29"),
    ("1927-33", "1927-01-01", "1927-03-31", "1927-01-01", "1927-03-31"),
    ("1921/1930", "1921-01-01", "1921-12-31", "1930-01-01", "1930-12-31"),
    ("1921/..", "1921-01-01", "1921-12-31", "open", "open"),
    ("1921/", "1921-01-01", "1921-12-31", "1921-01-01", "unknown"),
    ("../1930", "open", "open", "1930-01-01", "1930-12-31"),
    ("/1930", "unknown", "1930-12-31", "1930-01-01", "1930-12-31"),
    ("[1935,1937]", "1935-01-01", "1937-12-31", "1935-01-01", "1937-12-31"),
    ("[1926..]", "1926-01-01", "unknown", "1926-01-01", "unknown"),
    ("[..1929]", "unknown", "1929-12-31", "unknown", "1929-12-31"),
    ("[1924..1926]", "1924-01-01", "1926-12-31", "1924-01-01", "1926-12-31"),
    ("{1924,1926}", "1924-01-01", "1924-12-31", "1926-01-01", "1926-12-31"),
    ("0000", "0000-01-01", "0000-12-31", "0000-01-01", "0000-12-31"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15", "-0043-03-15", "-0043-03-15"),
    ("Y12024", "+12024-01-01", "+12024-12-31", "+12024-01-01", "+12024-12-31"),
    ("Y-12024", "-12024-01-01", "-12024-12-31", "-12024-01-01", "-12024-12-31"),
    ("2004-06-~11", "2004-06-06", "2004-06-16", "2004-06-06", "2004-06-16"),
]


@pytest.mark.parametrize(("text", "bounds"), [(row[0], row[1:]) for row in BOUNDS])
def test_the_four_bounds_are_those_of_the_table(text: str, bounds: tuple[str, ...]) -> None:
    when = parse(text)
    found = (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest)
    assert tuple(map(str, found)) == bounds


# The examples of the specification's levels 0 and 1, and of the sets of level 2.
SPECIFICATION = [
    "1985-04-12",
    "1985-04",
    "1985",
    "1985-04-12T23:20:30",
    "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30-04",
    "1985-04-12T23:20:30+04:30",
    "1964/2008",
    "2004-06/2006-08",
    "2004-02-01/2005-02-08",
    "2004-02-01/2005-02",
    "2004-02-01/2005",
    "2005/2006-02",
    "Y170000002",
    "Y-170000002",
    "2001-21",
    "1984?",
    "2004-06~",
    "2004-06-11%",
    "201X",
    "20XX",
    "2004-XX",
    "1985-04-XX",
    "1985-XX-XX",
    "1985-04-12/..",
    "1985-04/..",
    "1985/..",
    "../1985-04-12",
    "../1985-04",
    "../1985",
    "1985-04-12/",
    "1985-04/",
    "1985/",
    "/1985-04-12",
    "/1985-04",
    "/1985",
    "-1985",
    "[1667,1668,1670..1672]",
    "[..1760-12-03]",
    "[1760-12..]",
    "[1667,1760-12]",
    "[..1984]",
    "{1667,1668,1670..1672}",
    "{1960,1961-12}",
    "{..1984}",
    "2001-34",
    "2004-06-11%",
    "2004-06~-11",
    "2004?-06-11",
    "?2004-06-~11",
    "2004-%06-11",
    "156X-12-25",
    "15XX-12-25",
    "XXXX-12-XX",
    "1XXX-XX",
    "1XXX-12",
    "1984-1X",
    "2004-06-~01/2004-06-~20",
    "2004-06-XX/2004-07-03",
]


@pytest.mark.parametrize("text", SPECIFICATION)
def test_an_example_of_the_specification_is_read_and_kept(text: str) -> None:
    assert str(parse(text)) == text
    assert is_valid(text)


REFUSED = [
    ("", "missing"), ("1900-02-29", "calendar"), ("1927-13", "month or season 13"), ("1927-00", "month 00"),
    ("1927-04-31", "calendar"), ("1927-02-30", "calendar"), ("27", "four digits"), ("12024", "begins with Y"),
    ("1927-4", "write 1927-04"), ("12/05/1927", "hyphens"), ("12.5.1927", "write 1927-05-12"), ("some day", "words"),
    ("1927/1926", "ends before it begins"), ("1921/1925/1930", "one slash"), ("/", "needs at least one date"), ("../..", "needs at least one date"),
    ("[1927", "must end with ]"), ("{1927]", "must end with }"), ("[1927,..]", "only the last"), ("1950S2", "significant"), ("Y-17E7", "exponents"),
    ("-0000", "written 0000"), ("1927-21-04", "season"), ("1927-04-06T25:00:00", "hh:mm:ss"), (" 1927", "write YYYY"), ("1927 ", "write YYYY"),
    ("1" * 5000, "longer"), ("\u0661\u0669\u0662\u0667", "write YYYY"), ("[]", "missing"), ("?1927?", "same mark"),
    ("[1870-01..1871]", "both months"), ("{1870..1871-12-31}", "both months"), ("[192X..1931]", "both months"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_invalid_text_is_refused_with_position_and_reason(text: str, reason: str) -> None:
    with pytest.raises(DateError, match=reason) as refused:
        parse(text)
    assert 0 <= refused.value.position <= len(text)
    assert isinstance(refused.value, ValueError)


# --- strings drawn from the grammar -------------------------------------------------------------

mark = st.sampled_from(["", "", "", "?", "~", "%"])
year = st.integers(0, 9999).map("{:04d}".format)
month = st.integers(1, 12).map("{:02d}".format)
plain = st.one_of(
    year,
    st.builds("-{:04d}".format, st.integers(1, 9999)),
    st.builds("{}-{}".format, year, month),
    st.dates().map(lambda d: f"{d.year:04d}-{d.month:02d}-{d.day:02d}"),
    st.builds("{}-{}".format, year, st.integers(21, 24)),
    st.integers(100, 999).map("{:03d}X".format),
    st.integers(10, 99).map("{:02d}XX".format),
    st.builds("{}-XX".format, year),
    st.builds("{}-{}-XX".format, year, month),
    st.builds("{}-XX-XX".format, year),
)
dates = st.builds("{}{}".format, plain, mark)
intervals = st.one_of(
    st.builds("{}/{}".format, dates, dates),
    st.builds("{}/..".format, dates),
    st.builds("{}/".format, dates),
    st.builds("../{}".format, dates),
    st.builds("/{}".format, dates),
)
members = st.lists(plain, min_size=1, max_size=4).map(",".join)
sets = st.one_of(
    st.builds("[{}]".format, members),
    st.builds("{{{}}}".format, members),
    st.builds("[..{}]".format, plain),
    st.builds("[{}..]".format, plain),
)
texts = st.one_of(dates, intervals, sets)


def read(text: str) -> When:
    """A date, where an interval drawn at random does not end before it begins."""
    try:
        return parse(text)
    except DateError as error:
        assume("ends before" not in error.reason)
        raise


# Where edtf-validate is narrower than the grammar read here; docs/reference/dates.md lists the same.
def beyond_the_validator(text: str) -> bool:
    ends = text.split("/")
    return (
        ("X" in text and (bool(set("/?~%") & set(text)) or ".." in text))  # open digits with a mark, or in an interval
        or (text[:1] in ("[", "{") and "," not in text and ".." not in text)  # a set of one
        or "0000" in text  # the year 0, but alone
        or (text[:1] in ("[", "{") and re.search(r"-2[1-4]", text) is not None)  # a season in a set
        or (len(ends) == 2 and ends[0][:4] == ends[1][:4])  # two dates of one year, with marks on one
        or (len(ends) == 2 and any(end[:1] in ("-", "?", "~", "%") for end in ends))
    )


@settings(max_examples=1600)
@given(st.one_of(dates, intervals))
def test_a_date_is_formatted_as_it_was_written_and_a_second_validator_accepts_it(text: str) -> None:
    assert str(read(text)) == text
    assert beyond_the_validator(text) or is_valid(text)


@settings(max_examples=150)  # the validator takes 20 ms for a set, and less than 4 for nearly everything else
@given(sets)
def test_a_set_is_formatted_as_it_was_written_and_a_second_validator_accepts_it(text: str) -> None:
    assert str(read(text)) == text
    assert beyond_the_validator(text) or is_valid(text)


@settings(max_examples=2000)
@given(st.text(alphabet="0123456789-/.,[]{}XYTZ?~%ES: ", max_size=14))
def test_text_that_a_second_validator_refuses_is_refused(text: str) -> None:
    assume(not beyond_the_validator(text))
    try:
        parse(text)
    except DateError:
        return
    assert is_valid(text), f"{text!r} is read here and refused by edtf-validate"


years = st.integers(-50, 10050)


@given(texts, years)
def test_certainly_implies_possibly(text: str, y: int) -> None:
    when = read(text)
    if when.holds_in_year(y) is Holding.SEEN:
        first, last = possible_days(when)
        assert first <= day_of(y, 12, 31)
        assert last >= day_of(y)


@given(texts, years, st.integers(0, 30))
def test_a_longer_stretch_never_holds_less_surely(text: str, y: int, more: int) -> None:
    order = [Holding.NOT, Holding.POSSIBLE, Holding.SEEN]
    when = read(text)
    short = when.holds(day_of(y), day_of(y, 12, 31))
    long = when.holds(day_of(y - more), day_of(y + more, 12, 31))
    assert order.index(long) >= order.index(short)


@given(plain, years)
def test_about_never_removes_a_possible_year_and_never_adds_a_certain_one(text: str, y: int) -> None:
    sharp, about = read(text).holds_in_year(y), read(text + "~").holds_in_year(y)
    assert sharp is Holding.NOT or about is not Holding.NOT
    assert about is not Holding.SEEN or sharp is Holding.SEEN


@given(plain, years)
def test_a_question_mark_leaves_the_possible_years_and_takes_the_certain_ones(text: str, y: int) -> None:
    sharp, doubtful = read(text).holds_in_year(y), read(text + "?").holds_in_year(y)
    assert (sharp is Holding.NOT) == (doubtful is Holding.NOT)
    assert doubtful is not Holding.SEEN


@given(texts)
def test_the_bounds_lie_in_order(text: str) -> None:
    when = read(text)
    for span in when.spans:
        first, last = span.start_earliest.day, span.end_latest.day
        for early, late in ((first, span.start_latest.day), (span.end_earliest.day, last), (first, last)):
            assert early is None or late is None or early <= late


@given(dates)
def test_an_open_end_goes_on_for_sure_and_an_unknown_end_perhaps(text: str) -> None:
    assume("?" not in text and "%" not in text)
    assert parse(f"{text}/..").holds_in_year(10040) is Holding.SEEN
    assert parse(f"{text}/").holds_in_year(10040) is Holding.POSSIBLE


def test_a_set_holds_in_its_members_and_not_between_them() -> None:
    either, both = parse("[1935,1937]"), parse("{1935,1937}")
    assert [either.holds_in_year(y).value for y in (1935, 1936, 1937)] == ["possible", "not", "possible"]
    assert [both.holds_in_year(y).value for y in (1935, 1936, 1937)] == ["seen", "not", "seen"]


def test_two_dates_have_no_order() -> None:
    with pytest.raises(TypeError):
        assert parse("1927") < parse("1928")  # type: ignore[operator]  # that is the point


# As people write it, and as it is read.
SPELLINGS = {
    **{"1927-1930": "1927/1930", "1927–30": "1927/1930", "1927 – 1930?": "1927/1930?", "1927–30~": "1927/1930~"},
    **{"1921 to 1930": "1921/1930", "from c. 1921 until 1930": "1921~/1930", "c. 1921–c. 1930": "1921~/1930~"},
    **{"1920s": "192X", "the 1920s": "192X", "192x": "192X", "19uu": "19XX", "1927?~": "1927%"},
    **{"c. 1927": "1927~", "ca 1927": "1927~", "about May 1927": "1927-05~", "Circa 1927": "1927~"},
    **{"12.5.1927": "1927-05-12", "1927.05.12": "1927-05-12", "1927/5/12": "1927-05-12", "1927-5-2": "1927-05-02"},
    **{"12 May 1927": "1927-05-12", "May 1927": "1927-05", "Sept. 3, 1927": "1927-09-03"},
    **{"1927/open": "1927/..", "1927/unknown": "1927/", "unknown/1927": "/1927", "1920s/present": "192X/.."},
    **{"47 BC": "-0046", "1 BC": "0000", "300 BCE": "-0299"},
}


@pytest.mark.parametrize("written", SPELLINGS)
def test_a_date_that_is_commonly_written_otherwise_is_refused_with_the_right_spelling(written: str) -> None:
    with pytest.raises(DateError, match=re.escape(f"write {SPELLINGS[written]} (at")):
        parse(written)


@pytest.mark.parametrize("written", ["31.2.1927", "13.13.1927", "1930–1927", "about some day", "0 BC"])
def test_no_spelling_is_offered_that_would_be_refused_itself(written: str) -> None:
    with pytest.raises(DateError) as error:
        parse(written)
    assert "write 1" not in error.value.reason
    assert "write 0" not in error.value.reason


@given(st.text("0123456789-–—/.~?%XxuscaboutMay BCE[]{},", max_size=24))
def test_every_spelling_that_a_message_offers_is_read(text: str) -> None:
    try:
        parse(text)
    except DateError as error:
        if found := re.fullmatch(r"write (\S+)", error.reason):
            assert parse(found[1])


@pytest.mark.parametrize(
    ("offset", "accepted"),
    [
        *(("Z", True), ("+14:00", True), ("-12:00", True), ("+13:45", True), ("-11:59", True)),
        *(("+14:30", False), ("-12:30", False), ("-13:00", False), ("+15", False), ("-14:00", False)),
        *(("+00:00", True), ("-00:30", True), ("-00:00", False), ("-00", False)),
    ],
)
def test_an_offset_of_time_lies_between_12_hours_behind_and_14_hours_before(offset: str, accepted: bool) -> None:
    text = f"1927-05-12T10:00:00{offset}"
    if accepted:
        assert parse(text).start_earliest.day == day_of(1927, 5, 12)
    else:
        with pytest.raises(DateError, match="offset"):
            parse(text)


def test_members_of_a_set_may_differ_in_precision() -> None:
    bounds = parse("[1667,1760-12]")
    assert (str(bounds.start_earliest), str(bounds.end_latest)) == ("1667-01-01", "1760-12-31")


def test_a_part_may_have_one_mark_before_it_and_another_behind_it() -> None:
    when = parse("2001-?09~-09")  # the month perhaps; year and month about
    assert when.doubtful
    assert (str(when.start_earliest), str(when.end_latest)) == ("2001-09-04", "2001-09-14")
