"""Start a data set: write a small folder of tables and their schema, which can be built immediately."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from liaison_atlas.seeds.tables.atomic_write import write_atomically
from liaison_atlas.seeds.tables.compatibility import REFERENCE_DATASET
from liaison_atlas.seeds.tables.schema import DESCRIPTOR_FILE

_DESCRIPTOR_VALUES = {
    "name": "my-network",
    "title": "My network",
    "subtitle": "A few rows to begin with",
    "description": "Say in two sentences what this network was and what the claims rest on.",
    "version": "0.1.0",
    "languages": ["en"],
    "temporal": {"start": "1925", "end": "1930"},
    "contributors": [{"title": "Your name", "roles": ["author"]}],
}
_OWN_TO_THE_OMS = {"strands", "inference"}
# Example rows of each kind; columns that are not listed stay empty.
_ROWS: dict[str, list[dict[str, str]]] = {
    "places": [
        {"id": "vienna", "name": "Vienna", "country": "AT", "kind": "settlement"},
        {"id": "prague", "name": "Prague", "country": "CZ", "kind": "settlement"},
    ],
    "names": [{"place": "vienna", "name": "Wien", "language": "de"}],
    "located": [
        {"place": "vienna", "lon": "16.3721", "lat": "48.2085", "accuracy_m": "10000", "method": "hand", "accepted_by": "You", "accepted_on": "2026-01-01"},
        {"place": "prague", "lon": "14.4208", "lat": "50.0880", "accuracy_m": "9000", "method": "hand", "accepted_by": "You", "accepted_on": "2026-01-01"},
    ],
    "people": [{"id": "anna-example", "name": "Anna Example", "birth": "1899~", "sources": "Example1930[12]", "note": "An invented person; replace this row."}],
    "stations": [{"id": "vienna", "name": "Vienna office", "function": "headquarters", "place": "vienna", "when": "1925/1929", "certainty": "certain", "sources": "Example1930[10]", "note": "An invented station; replace this row."}],
    "posts": [{"id": "anna-vienna", "person": "anna-example", "role": "head", "title": "head of the office", "station": "vienna", "when": "1926/1928?", "certainty": "certain", "sources": "Example1930[12]"}],
    "journeys": [{"id": "anna-prague", "title": "Anna Example to Prague", "people": "anna-example", "from": "vienna", "to": "prague", "when": "1927-05", "means": "rail", "certainty": "less-certain", "sources": "Example1930[14]"}],
    "events": [{"id": "vienna-search", "kind": "raid", "title": "The office is searched", "place": "vienna", "stations": "vienna", "when": "1928-03", "certainty": "certain", "sources": "Example1930[20]"}],
}  # fmt: skip
_TABLES = (*_ROWS, "ties", "polities", "disagreements", "tours", "translations")
_BIBLIOGRAPHY = """\
@book{Example1930,
  kind = {scholarship},
  author = {Example, Erika},
  title = {An Invented Book, to Be Replaced by Your Sources},
  publisher = {Nowhere},
  year = {1930}
}
"""


def write_starter_dataset(folder: Path) -> None:
    """Write a data set into a folder, which is created if it does not exist.

    Parameters
    ----------
    folder : Path
        the folder to write into; files with the same names are replaced.

    Raises
    ------
    OSError
        if it cannot be written.
    """
    reference = json.loads((REFERENCE_DATASET / DESCRIPTOR_FILE).read_text(encoding="utf-8"))
    descriptor = {name: reference[name] for name in reference if name not in _OWN_TO_THE_OMS} | _DESCRIPTOR_VALUES
    descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] in _TABLES]
    files = {DESCRIPTOR_FILE: json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n", "sources.bib": _BIBLIOGRAPHY}
    for resource in descriptor["resources"]:
        columns = [field["name"] for field in resource["schema"]["fields"]]
        csv_text = io.StringIO(newline="")
        writer = csv.DictWriter(csv_text, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(_ROWS.get(resource["name"], []))
        files[resource["path"]] = csv_text.getvalue()
    write_atomically(folder, {name: text.encode() for name, text in files.items()})
