"""Findings on the globe: nobody at two places at once, no journey faster than its day, no place in another country."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import networkx as nx
import pytest
from conftest import ROOT, SMALL, Setter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_atlas import geo, seeds
from liaison_atlas.geo.geodesy import distance_km
from liaison_atlas.geo.plausibility import journey_speed
from liaison_atlas.geo.plausibility.country_distance import far_from_country, nearest_towns
from liaison_atlas.geo.plausibility.journey_speed import SPEED_LIMITS_KMH, too_fast
from liaison_atlas.geo.plausibility.simultaneous_presence import DAY_TRIP_KM, two_places
from liaison_atlas.seeds.dates.edtf import parse
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Rank

# Longitude, latitude, accuracy in km.
POSITIONS = {
    "berlin": (13.41, 52.52, 12),
    "potsdam": (13.06, 52.40, 5),
    "germany": (10.8, 51.2, 450),
    "hamburg": (10.0, 53.55, 10),
    "moscow": (37.62, 55.75, 15),
    "shanghai": (121.46, 31.22, 12),
    "new-york": (-74.0, 40.71, 20),
    "los-angeles": (-118.24, 34.05, 20),
    "paris": (2.35, 48.86, 10),
    "london": (-0.13, 51.51, 15),
    "vladivostok": (131.9, 43.12, 9),
    "san-francisco": (-122.42, 37.77, 9),
    "china": (104.2, 35.0, 1000),
    "manila": (120.98, 14.6, 10),
}


def located_dataset(small: Dataset, **changes: dict[str, Any]) -> Dataset:
    """A data set of these positions, without claims; Shanghai lies in a China whose accuracy does not reach it."""
    within = {"shanghai": "china", "berlin": "germany"}
    places = tuple(
        replace(small.places[0], id=id, name=id.title(), country=None, within=within.get(id)) for id in POSITIONS
    )
    rows = (
        replace(small.located[0], place=id, lon=lon, lat=lat, accuracy_m=km * 1000)
        for id, (lon, lat, km) in POSITIONS.items()
    )
    empty: dict[str, Any] = dict.fromkeys(("stations", "posts", "journeys", "events", "ties", "disagreements"), ())
    return replace(small, places=places, located=tuple(rows), resolved_dates={}, **(empty | changes))


def travelling(small: Dataset, *routes: tuple[str | None, str | None, str], **change: Any) -> Dataset:
    """Journeys of Anna: from, to, when."""
    journeys = tuple(
        replace(
            small.journeys[0],
            **{"id": f"j{n}", "line": n + 2, "from_": start, "to": end, "when": parse(when), "people": ("anna",)}
            | change,
        )
        for n, (start, end, when) in enumerate(routes)
    )
    return located_dataset(small, journeys=journeys)


def seated(small: Dataset, *posts: tuple[str, str], **change: Any) -> Dataset:
    """Posts of Anna: place, when."""
    rows = tuple(
        replace(
            small.posts[0],
            **{"id": f"p{n}", "line": n + 2, "person": "anna", "station": None, "place": place, "when": parse(when)}
            | change,
        )
        for n, (place, when) in enumerate(posts)
    )
    return located_dataset(small, posts=rows)


# Speeds


def test_the_table_of_speeds_is_the_one_in_force() -> None:
    rows = re.findall(r"^(\w+) +(\d+) +(\d{4}) ", journey_speed.__doc__ or "", re.MULTILINE)
    assert [(means, float(limit), int(year)) for means, limit, year in rows] == [
        (means, limit, year) for means, limits in SPEED_LIMITS_KMH.items() for year, limit in limits
    ]
    page = (ROOT / "docs" / "decisions" / "07-findings.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| (\w+) \| (\d+) \| (\d{4}) \|", page, re.MULTILINE)
    assert [(means, limit, year) for means, limit, year in documented] == rows


RECORDS = [
    # Those who were the fastest of their day, by their days.
    ("new-york", "paris", "1927-05-20/1927-05-21", "air"),  # Lindbergh
    ("los-angeles", "new-york", "1929-06-28/1929-06-29", "air"),  # Hawks
    ("new-york", "paris", "1938-07-10/1938-07-11", "air"),  # Hughes
    ("los-angeles", "new-york", "1937-01-19", "air"),  # Hughes, in seven and a half hours
    ("los-angeles", "new-york", "1934-10-22/1934-10-25", "rail"),  # M-10001
    ("berlin", "hamburg", "1933-05-15", "rail"),  # the Flying Hamburger
    ("new-york", "london", "1938-08-10/1938-08-14", "ship"),  # Queen Mary
    ("berlin", "moscow", "1927-05-12/1927-05-13", "rail"),
    ("moscow", "london", "1938-03-08/1938-03-11", None),
    ("berlin", "potsdam", "1927-05-12", "foot"),
    ("vladivostok", "san-francisco", "1928", "ship"),
    ("germany", "paris", "1927-05-12", "foot"),  # from its nearest corner
]


@pytest.mark.parametrize(("start", "end", "when", "means"), RECORDS)
def test_the_fastest_journeys_of_history_are_not_too_fast(
    small: Dataset, start: str, end: str, when: str, means: str | None
) -> None:
    assert not list(too_fast(travelling(small, (start, end, when), means=means)))


TOO_FAST = [
    ("berlin", "shanghai", "1927-05-12/1927-05-13", "rail"),
    ("new-york", "london", "1938-08-12/1938-08-13", "ship"),
    ("berlin", "moscow", "1927-05-12/1927-05-16", "foot"),
    ("berlin", "moscow", "1927-05-12/1927-05-13", "foot"),
    ("berlin", "shanghai", "1927-05-12", None),
    ("vladivostok", "san-francisco", "1928-05-12", "ship"),
    ("berlin", "san-francisco", "1928-05-12", "air"),
    ("berlin", "shanghai", "[1927-05-12,1927-07-12]", "rail"),
    ("los-angeles", "paris", "1937-01-19", "road"),
]


@pytest.mark.parametrize(("start", "end", "when", "means"), TOO_FAST)
def test_an_impossible_journey_is_found(small: Dataset, start: str, end: str, when: str, means: str | None) -> None:
    finding = next(too_fast(travelling(small, (start, end, when), means=means)))
    assert (finding.code, finding.column, finding.refs) == ("too-fast", "when", ("journey:j0",))


@pytest.mark.parametrize(
    ("when", "means"),
    [
        ("1927-05-12?", "rail"),
        ("1927-05-12/..", "rail"),
        ("/1927-05-12", "rail"),
        ("1957-05-12", "air"),
        ("1927-05-12", "camel"),
    ],
)
def test_nothing_is_found_for_dates_in_doubt_later_years_and_unknown_means(
    small: Dataset, when: str, means: str
) -> None:
    assert not list(too_fast(travelling(small, ("berlin", "shanghai", when), means=means)))


def test_a_journey_is_measured_through_its_stops(small: Dataset) -> None:
    route = ("berlin", "hamburg", "1927-05-12")
    assert not list(too_fast(travelling(small, route, means="rail")))
    assert list(too_fast(travelling(small, route, means="rail", via=("moscow", "paris"))))


@given(st.sampled_from(sorted(POSITIONS)), st.sampled_from(sorted(POSITIONS)), st.integers(1, 20), st.integers(0, 6), st.integers(0, 3), st.sampled_from([*SPEED_LIMITS_KMH, None]))  # fmt: skip
def test_a_wider_date_and_a_wider_accuracy_never_make_a_journey_too_fast(
    small: Dataset, start: str, end: str, first: int, days: int, more: int, means: str | None
) -> None:
    narrow = travelling(small, (start, end, f"1927-05-{first:02d}/1927-05-{first + days:02d}"), means=means)
    wide = travelling(small, (start, end, f"1927-05-{first:02d}/1927-05-{first + days + more:02d}"), means=means)
    vague = replace(wide, located=tuple(replace(row, accuracy_m=row.accuracy_m * (1 + more)) for row in wide.located))
    assert len(list(too_fast(narrow))) >= len(list(too_fast(wide))) >= len(list(too_fast(vague)))


# Presence


@pytest.mark.parametrize(
    ("posts", "found"),
    [
        ([("berlin", "1921/1930"), ("shanghai", "1925/1927")], True),
        ([("berlin", "1921/1930"), ("shanghai", "1931/1933")], False),
        ([("berlin", "1921/1930"), ("shanghai", "1925")], False),  # some time in 1925
        ([("berlin", "1921/1930"), ("shanghai", "[1925..1927]")], False),
        ([("berlin", "1921/1930?"), ("shanghai", "1925/1927")], False),
        ([("berlin", "1921/1930"), ("germany", "1925/1927")], False),
        ([("china", "1921/1930"), ("shanghai", "1925/1927")], False),  # farther than the accuracy, but within
        ([("china", "1921/1930"), ("manila", "1925/1927")], True),
        ([("berlin", "1921/1930"), ("potsdam", "1925/1927")], False),
        ([("berlin", "1921/1930"), ("nowhere", "1925/1927")], False),
        ([("berlin", "1927-05-12"), ("shanghai", "1927-05-12")], True),
        ([("berlin", "1927-05-12"), ("shanghai", "1927-05-13")], False),
        ([("berlin", "1921/1930"), ("shanghai", "1927-05-12")], False),  # away for a day
    ],
)
def test_a_person_does_not_hold_two_distant_posts(small: Dataset, posts: list[tuple[str, str]], found: bool) -> None:
    assert {f.refs for f in two_places(seated(small, *posts))} == ({("post:p0", "post:p1")} if found else set())
    assert not list(two_places(seated(small, *posts, rank=Rank.DEPRECATED)))


@pytest.mark.parametrize(
    ("routes", "found"),
    [
        ([("berlin", "moscow", "1927-05-10/1927-05-12"), ("paris", "london", "1927-05-12/1927-05-13")], True),
        ([("berlin", "moscow", "1927-05-10/1927-05-12"), ("moscow", "paris", "1927-05-12/1927-05-15")], False),
        ([("berlin", "hamburg", "1927-05-12"), ("hamburg", "paris", "1927-05-12"), ("paris", "london", "1927-05-12")], False),
        ([("berlin", "moscow", "1927-05"), ("paris", "london", "1927-05")], False),
        ([("berlin", None, "1927-05-12"), (None, "shanghai", "1927-05-12")], True),
        ([("berlin", "moscow", "1927-05-12?"), ("paris", "london", "1927-05-12")], False),
    ],
)  # fmt: skip
def test_a_person_is_at_one_place_on_a_day_or_travels_between_places(
    small: Dataset, routes: list[tuple[str | None, str | None, str]], found: bool
) -> None:
    assert bool(list(two_places(travelling(small, *routes)))) == found


def test_two_people_may_be_at_two_places(small: Dataset) -> None:
    data = seated(small, ("berlin", "1921/1930"), ("shanghai", "1925/1927"))
    apart = replace(data, posts=(data.posts[0], replace(data.posts[1], person="boris")))
    assert not list(two_places(apart))


ends = st.lists(
    st.tuples(st.sampled_from(sorted(POSITIONS)), st.sampled_from(sorted(POSITIONS))), min_size=1, max_size=6
)


@given(ends)
def test_the_groups_of_a_day_are_the_components_of_its_graph(small: Dataset, routes: list[tuple[str, str]]) -> None:
    data = travelling(small, *((a, b, "1927-05-12") for a, b in routes))
    inside = {("shanghai", "china"), ("china", "shanghai"), ("berlin", "germany"), ("germany", "berlin")}

    def near(a: str, b: str) -> bool:
        reach = POSITIONS[a][2] + POSITIONS[b][2] + DAY_TRIP_KM
        return (a, b) in inside or distance_km(POSITIONS[a][:2], POSITIONS[b][:2]) <= reach

    graph = nx.Graph()
    graph.add_nodes_from(range(len(routes)))
    graph.add_edges_from(
        (i, j) for (i, a), (j, b) in combinations(enumerate(routes), 2) if any(near(p, q) for p in a for q in b)
    )
    assert len(list(two_places(data))) == nx.number_connected_components(graph) - 1


# Countries


@pytest.mark.parametrize(
    ("lon", "lat", "country", "found"),
    [
        (16.37, 48.21, "AT", False),
        (48.21, 16.37, "AT", True),  # swapped, in a desert
        (-16.37, 48.21, "AT", False),  # in the sea, too far out to tell
        (40.42, -3.7, "ES", True),  # Madrid, swapped
        (16.37, 48.21, "SK", False),  # near the border
        (16.37, 48.21, "PL", True),
        (131.9, 43.12, "RU", False),
        (-131.9, 43.12, "RU", True),
        (-109.4, -27.1, "CL", False),  # Easter Island
        (172.9, 52.9, "US", False),  # Attu
        (-62.3, 82.5, "CA", False),  # Alert
        (54.0, 80.6, "RU", False),  # Franz Josef Land
        (-17.1, 70.9, "NO", False),  # Jan Mayen
        (19.04, 47.5, "AT", True),
        (179.4, -16.4, "FJ", False),
        (16.37, 48.21, "ZZ", False),  # a code that no town has
        (16.37, 48.21, None, False),
    ],
)
def test_a_position_far_from_its_country_is_found(
    small: Dataset, lon: float, lat: float, country: str | None, found: bool
) -> None:
    place = replace(small.places[0], country=country)
    data = replace(small, places=(place,), located=(replace(small.located[0], lon=lon, lat=lat),))
    assert [f.refs for f in far_from_country(data)] == ([("place:vienna",)] if found else [])
    assert not list(far_from_country(replace(data, places=(replace(place, kind="country"),))))


@settings(max_examples=60)
@given(st.integers(0, 34_000), st.floats(-0.2, 0.2), st.floats(-0.2, 0.2))
def test_a_town_and_its_surroundings_lie_in_its_country(small: Dataset, number: int, east: float, north: float) -> None:
    from liaison_atlas.geo.plausibility.country_distance import _towns

    vectors, countries, names = _towns()
    country, (x, y, z) = str(countries[number % len(names)]), vectors[number % len(names)]
    lon, lat = lon_lat(x, y, z)
    own, _ = nearest_towns((lon, lat), country)
    assert own is not None
    assert own.km < 0.01
    place = replace(small.places[0], country=country)
    row = replace(small.located[0], lon=lon + east, lat=max(-90.0, min(90.0, lat + north)), accuracy_m=1000)
    assert not list(far_from_country(replace(small, places=(place,), located=(row,))))


def lon_lat(x: float, y: float, z: float) -> tuple[float, float]:
    from math import asin, atan2, degrees

    return degrees(atan2(y, x)), degrees(asin(max(-1.0, min(1.0, z))))


def test_every_position_of_the_oms_lies_in_its_country(oms: Dataset) -> None:
    assert not list(far_from_country(oms))


# All of them


def test_check_reports_every_problem_in_order_with_the_geographic_ones(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("located", 3, "lat", "14.4208")
    set_cell("located", 3, "lon", "-14.4208")
    set_cell("posts", 3, "when", "1927/1938")
    data = seeds.read(copy_of_small)
    problems = geo.check(data)
    assert set(data.problems) < set(problems)
    assert list(problems) == sorted(problems)
    assert {"far-from-country", "outside-life", "unlocated"} <= {p.code for p in problems}
    finding = next(p for p in problems if p.code == "far-from-country")
    assert str(finding).startswith("located.csv:3:2: far-from-country: ")
    assert finding.level is seeds.Level.WARNING
    set_cell("disagreements", 3, "rows", "post:anna-vienna; post:boris-vienna; place:prague")
    finding = next(p for p in geo.check(seeds.read(copy_of_small)) if p.code == "far-from-country")
    assert finding.level is seeds.Level.NOTE


CELLS = ["", "1927", "1927-05-12", "1921/..", "/1929", "[..1929]", "Y170000/Y1700000", "-9999", "1927?", "head", "anna", "boris", "vienna", "prague", "istanbul", "91", "-180", "1e9", "0", "RU", "Constantinople", "air", "deprecated", "after event:founding", "vienna; prague; vienna", "address"]  # fmt: skip
TABLES = {"places": 9, "names": 3, "located": 8, "people": 5, "stations": 7, "posts": 6, "journeys": 4, "events": 6, "ties": 3}  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(TABLES)), st.integers(0, 99), st.integers(0, 99), st.sampled_from(CELLS)), max_size=25))  # fmt: skip
def test_no_cells_cause_a_traceback(tmp_path: Path, cells: list[tuple[str, int, int, str]]) -> None:
    folder = tmp_path / "small"
    rmtree(folder, ignore_errors=True)
    copytree(SMALL, folder)
    for table, line, column, text in cells:
        path = folder / f"{table}.csv"
        rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
        row = rows[1 + line % (TABLES[table] - 1)]
        row[column % len(row)] = text
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in geo.check(seeds.read(folder)))
