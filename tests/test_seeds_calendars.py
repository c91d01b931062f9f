"""Days of the Julian calendar: known pairs, a count by hand, and tables that are written in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_atlas import layers, seeds
from liaison_atlas.layers.wording.date_wording import date_in_words
from liaison_atlas.maps.pages.report import report_document, report_page
from liaison_atlas.maps.payload.payload_writer import payload
from liaison_atlas.maps.posters import poster_svg
from liaison_atlas.seeds.dates.days import Calendar, calendar_date, day_of, iso_date, month_length
from liaison_atlas.seeds.dates.edtf import DateError, parse
from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.seeds.tables.records import Claim

JULIAN = Calendar.JULIAN

# Pairs that reference works give: the reform, its later adoptions, the Russian revolutions, Orthodox feasts, and dates
# that are written in both styles.
KNOWN_PAIRS = [
    ((1582, 10, 4), "1582-10-14"),  # the day before 15 October 1582, new style
    ((1582, 10, 5), "1582-10-15"),
    ((1700, 2, 18), "1700-02-28"),  # Denmark and Protestant Germany: followed by 1 March
    ((1700, 2, 29), "1700-03-11"),
    ((1732, 2, 11), "1732-02-22"),  # George Washington's birth
    ((1752, 9, 2), "1752-09-13"),  # Britain: followed by 14 September
    ((1800, 2, 28), "1800-03-11"),
    ((1800, 2, 29), "1800-03-12"),
    ((1825, 12, 14), "1825-12-26"),  # the Decembrists
    ((1870, 4, 10), "1870-04-22"),  # Lenin's birth
    ((1900, 2, 28), "1900-03-12"),
    ((1900, 2, 29), "1900-03-13"),
    ((1900, 3, 1), "1900-03-14"),
    ((1905, 1, 9), "1905-01-22"),  # Bloody Sunday
    ((1917, 2, 23), "1917-03-08"),
    ((1917, 10, 25), "1917-11-07"),
    ((1918, 1, 31), "1918-02-13"),  # Soviet Russia: followed by 14 February
    ((1923, 12, 25), "1924-01-07"),  # Orthodox Christmas
    ((2000, 2, 29), "2000-03-13"),
    ((325, 5, 20), "0325-05-21"),  # the council of Nicaea
    ((200, 3, 1), "0200-03-01"),  # both calendars agree in the third century
    ((1, 1, 1), "0000-12-30"),
    ((-43, 3, 15), "-0043-03-13"),  # the ides of March, 44 BC
    ((-4712, 1, 1), "-4713-11-24"),  # the epoch of Julian day numbers
]


@pytest.mark.parametrize(("julian", "gregorian"), KNOWN_PAIRS)
def test_days_of_the_julian_calendar_are_those_that_reference_works_give(
    julian: tuple[int, int, int], gregorian: str
) -> None:
    assert iso_date(day_of(*julian, calendar=JULIAN)) == gregorian
    assert calendar_date(day_of(*julian, calendar=JULIAN), JULIAN) == julian


def test_counting_day_by_day_through_both_calendars_gives_the_same_days() -> None:
    lengths = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    year, month, day = -2, 12, 25  # = 23 December, as the calendars are two days apart then
    for count in range(day_of(-2, 12, 23), day_of(2105, 1, 1)):
        assert day_of(year, month, day, JULIAN) == count
        assert calendar_date(count, JULIAN) == (year, month, day)
        day += 1
        if day > lengths[month - 1] + (month == 2 and year % 4 == 0):
            year, month, day = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


@given(st.integers(-4_000_000_000, 4_000_000_000))
def test_a_day_of_any_time_returns_from_the_julian_calendar(day: int) -> None:
    year, month, of_month = calendar_date(day, JULIAN)
    assert 1 <= of_month <= month_length(year, month, JULIAN)
    assert day_of(year, month, of_month, JULIAN) == day


@given(st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 28))
def test_the_calendars_are_as_far_apart_as_the_leap_days_that_the_gregorian_one_leaves_out(
    year: int, month: int, day: int
) -> None:
    from_march = year if month > 2 else year - 1
    apart = from_march // 100 - from_march // 400 - 2
    assert day_of(year, month, day, JULIAN) - day_of(year, month, day) == apart


def test_a_leap_day_that_only_the_julian_calendar_has_is_read_in_it_alone() -> None:
    assert iso_date(parse("1900-02-29", JULIAN).start_earliest.day or 0) == "1900-03-13"
    for text, calendar in (("1900-02-29", Calendar.GREGORIAN), ("1901-02-29", JULIAN), ("1900-02-30", JULIAN)):
        with pytest.raises(DateError, match="this day does not exist"):
            parse(text, calendar)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1917-10-25", "1917-11-07", "1917-11-07"),
        ("1917-10", "1917-10-14", "1917-11-13"),
        ("1917-10-XX", "1917-10-14", "1917-11-13"),
        ("1917-02-2X", "1917-03-05", "1917-03-13"),
        ("1917-12-25", "1918-01-07", "1918-01-07"),
        ("1917-10-25~", "1917-11-02", "1917-11-12"),
        ("[1917-10-25,1917-11-02]", "1917-11-07", "1917-11-15"),
        ("1917-10-25/1919", "1917-11-07", "1919-12-31"),
        ("1917", "1917-01-01", "1917-12-31"),
        ("191X", "1910-01-01", "1919-12-31"),
        ("1917-XX-XX", "1917-01-01", "1917-12-31"),
        ("1917-21", "1917-03-01", "1917-05-31"),
        ("1917-33", "1917-01-01", "1917-03-31"),
    ],
)
def test_days_and_months_are_converted_and_what_is_longer_is_not(text: str, first: str, last: str) -> None:
    when = parse(text, JULIAN)
    assert (str(when.start_earliest), str(when.end_latest)) == (first, last)
    assert str(when) == text
    assert when.old_style == (parse(text) != when)


def test_one_text_in_two_calendars_is_two_dates() -> None:
    assert parse("1917-10-25") != parse("1917-10-25", JULIAN)
    assert parse("1917-12-25", JULIAN).holds_in_year(1917) is Holding.NOT
    assert parse("1917-12-25").holds_in_year(1917) is Holding.SEEN


def test_an_old_style_day_that_a_year_as_its_end_does_not_reach_is_refused_with_the_way_out() -> None:
    with pytest.raises(DateError, match="write the month of the year"):
        parse("1917-12-25/1917", JULIAN)
    assert str(parse("1917-12-25/1917-12", JULIAN).end_latest) == "1918-01-13"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("1917-10-25", "en", "25 October 1917 (old style), 7 November 1917"),
        ("1917-10-25", "de", "25. Oktober 1917 (alten Stils), 7. November 1917"),
        ("1917-10-25", "ru", "25 октября 1917 года (по старому стилю), 7 ноября 1917 года"),
        ("1917-10-25", "zh", "1917年10月25日（儒略历），即公历1917年11月7日"),
        ("1917-10", "en", "October 1917 (old style), between 14 October 1917 and 13 November 1917"),
        (
            "1917-10-25/1919",
            "en",
            "from 25 October 1917 to 1919 (old style), from 7 November 1917 to 1919",
        ),
        ("1917-10-25?", "en", "25 October 1917 (old style), 7 November 1917, perhaps"),
        ("1917", "en", "1917"),
    ],
)
def test_an_old_style_date_is_shown_in_both_calendars(text: str, language: str, words: str) -> None:
    assert date_in_words(parse(text, JULIAN), language=language) == words


@pytest.fixture
def old_style(copy_of_small: Path) -> seeds.Dataset:
    """The small data set with events of one text in both calendars, and dates of old style in every column."""
    path = copy_of_small / "events.csv"
    path.write_text(
        "id,kind,title,place,people,stations,when,not_before,not_after,seen,calendar,certainty,sources\n"
        "new,raid,A raid,vienna,,,1925-10-25,,,,,certain,Example1930[20]\n"
        "old,raid,Another raid,vienna,,,1925-10-25,,,,julian,certain,Example1930[20]\n"
        "limits,raid,A third raid,vienna,,,,1924-12-25,1925-12-25,1925-01-01; 1925,julian,certain,Example1930[20]\n",
        encoding="utf-8",
    )
    for name in ("disagreements", "coverage", "documents", "tours", "translations"):  # they name rows that are gone
        table = copy_of_small / f"{name}.csv"
        table.write_text(table.read_text().splitlines()[0] + "\n")
    return seeds.read(copy_of_small)


def _event(data: seeds.Dataset, id: str) -> Claim:
    (row,) = (event for event in data.events if event.id == id)
    return row


def test_the_column_calendar_counts_for_every_date_of_its_row_and_for_no_other_row(old_style: seeds.Dataset) -> None:
    assert str(_event(old_style, "new").when.start_earliest) == "1925-10-25"  # type: ignore[union-attr]
    assert str(_event(old_style, "old").when.start_earliest) == "1925-11-07"  # type: ignore[union-attr]
    limits = _event(old_style, "limits")
    bounds = [str(when.start_earliest) for when in (limits.not_before, limits.not_after, *limits.seen) if when]
    assert bounds == ["1925-01-07", "1926-01-07", "1925-01-14", "1925-01-01"]


def test_a_layer_shows_both_calendars_and_names_the_one_of_the_row(old_style: seeds.Dataset) -> None:
    raids = layers.period_layers(old_style).raids.set_index("id")
    assert raids.loc["event:old", "when"] == "25 October 1925 (old style), 7 November 1925"
    assert list(raids.loc[["event:new", "event:old"], "calendar"]) == ["gregorian", "julian"]
    assert raids.loc["event:old", "start_earliest"] == "1925-11-07"
    assert raids.loc["event:old", "month"] == 11


def test_the_pages_and_the_poster_show_both_calendars(old_style: seeds.Dataset) -> None:
    network = layers.period_layers(old_style)
    words = "25 October 1925 (old style), 7 November 1925"
    assert words in payload(network)["texts"]
    assert words in report_page(report_document(old_style, ()))
    assert f'aria-label="{words}"' in poster_svg(network, 1925)


def test_a_bad_day_is_reported_for_the_row_whose_calendar_lacks_it(copy_of_small: Path) -> None:
    path = copy_of_small / "events.csv"
    path.write_text(
        "id,kind,title,place,when,calendar,certainty,sources\n"
        "new,raid,A raid,vienna,1900-02-29,gregorian,certain,Example1930[20]\n"
        "old,raid,Another raid,vienna,1900-02-29,julian,certain,Example1930[20]\n",
        encoding="utf-8",
    )
    dates = [(p.file, p.line, p.column) for p in seeds.read(copy_of_small).problems if p.code == "date"]
    assert dates == [("events.csv", 2, 5)]
