"""Generate a seeded network of any size for measurements: 10 % stations, 20 % posts, 60 % journeys, 10 % events.

``python -m tools.generate_dataset CLAIMS FOLDER`` writes it as a data set.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from liaison_atlas.seeds.tables.schema import DESCRIPTOR_FILE
from tools import OMS

GENERATED_FIRST_YEAR, GENERATED_YEARS = 1919, 25
SOURCES = 40

RowCells = dict[str, object]


def generate_dataset(claims: int, folder: Path, seed: int = 1) -> None:
    """Write a data set of about this many claims into a new folder."""
    rng = random.Random(seed)  # noqa: S311  # reproducible, not secret
    folder.mkdir(parents=True)
    descriptor = json.loads((OMS / DESCRIPTOR_FILE).read_text(encoding="utf-8"))
    texts = {"title": "A generated network", "subtitle": f"{claims} claims", "description": "Invented."}
    descriptor.update(name="generated", languages=["en"], **texts)
    (folder / DESCRIPTOR_FILE).write_text(json.dumps(descriptor, indent=1), encoding="utf-8")
    (folder / "sources.bib").write_text("".join(_source(n) for n in range(SOURCES)), encoding="utf-8")
    tables = {name: list(rows) for name, rows in _table_rows(claims, rng).items()}
    for resource in descriptor["resources"]:
        columns = [field["name"] for field in resource["schema"]["fields"]]
        with (folder / resource["path"]).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(tables.get(resource["name"], []))


def _source(number: int) -> str:
    return f"@book{{S{number}, kind={{scholarship}}, author={{Author{number}, A.}}, title={{Book {number}}}, year={{{1950 + number}}}}}\n"


def _table_rows(claims: int, rng: random.Random) -> dict[str, Iterator[RowCells]]:
    stations, posts, journeys, events = claims // 10, claims // 5, claims * 6 // 10, claims // 10
    places, people = max(2, claims // 20), max(2, claims // 12)

    def year() -> int:
        return GENERATED_FIRST_YEAR + rng.randrange(GENERATED_YEARS)

    def when() -> str:
        first = year()
        last = min(GENERATED_FIRST_YEAR + GENERATED_YEARS, first + rng.randrange(8))
        month, day = rng.randrange(1, 13), rng.randrange(1, 29)
        forms = (f"{first}/{last}", f"{first}~/{last}?", f"{first}-{month:02d}/{last + 1}", f"{first}/", f"{first}")
        return rng.choice((*forms, f"{first}-{month:02d}-{day:02d}"))

    def claim(id: str, **own: object) -> RowCells:
        certainty = rng.choice(("certain", "certain", "less-certain", "uncertain"))
        cites = f"{one_of('S', SOURCES)}[{rng.randrange(1, 400)}]"
        return {"id": id, "when": when(), "certainty": certainty, "sources": cites, **own}

    def one_of(prefix: str, number: int) -> str:
        return f"{prefix}{rng.randrange(number)}"

    place, person = partial(one_of, "p", places), partial(one_of, "n", people)
    station = partial(one_of, "s", max(1, stations))

    def day() -> str:
        return f"{year()}-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"

    functions = ("residency", "school", "section", "radio", "front")
    acceptance = {"accepted_by": "tools.generate_dataset", "accepted_on": "2026-01-01"}
    accepted = {"accuracy_m": 9000, "method": "made", **acceptance}
    return {
        "places": ({"id": f"p{n}", "name": f"Place {n}", "kind": "settlement"} for n in range(places)),
        "located": (
            {"place": f"p{n}", "lon": round(rng.uniform(-170, 170), 4), "lat": round(rng.uniform(-50, 70), 4), **accepted}
            for n in range(places)
        ),
        "people": ({"id": f"n{n}", "name": f"Person {n}", "sources": f"S{n % SOURCES}"} for n in range(people)),
        "stations": (
            claim(f"s{n}", name=f"Station {n}", function=rng.choice(functions), place=place(), reports_to=station() if n else "")
            for n in range(stations)
        ),
        "posts": (claim(f"t{n}", person=person(), role=rng.choice(("head", "agent")), title="agent", station=station()) for n in range(posts)),
        "journeys": (
            claim(f"j{n}", title=f"Journey {n}", people=person(), to=place(), when=day(), **{"from": place()}) for n in range(journeys)
        ),
        "events": (claim(f"e{n}", kind=rng.choice(("raid", "arrest", "founding")), title=f"Event {n}", place=place(), when=day()) for n in range(events)),
    }  # fmt: skip


def main(arguments: list[str]) -> int:
    """Write the data set that the command line describes."""
    parser = argparse.ArgumentParser(prog="python -m tools.generate_dataset", description="Write a generated data set.")
    parser.add_argument("claims", type=int)
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args(arguments)
    generate_dataset(chosen.claims, chosen.folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
