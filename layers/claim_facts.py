"""Describes each claim as plain facts in words: ``facts(data)``. A site contains them, so sites can be compared."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from typing import Any

from liaison_atlas.layers.claims import label_of, place_ids_of
from liaison_atlas.layers.wording.time_wording import StatedTime, inferred_time, row_titles, time_in_words
from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.dates.holding_years import holding_by_year
from liaison_atlas.seeds.sources.citations import Citation
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import CLAIMS, Claim
from liaison_atlas.seeds.tables.schema import Package

FACTS_FORMAT_VERSION = 2
READABLE_FORMATS = (1, 2)
"""The formats of sites that can be compared; before format 2 nothing was inferred."""
# Columns that the document has in another form, or that mean nothing to a reader.
_EXCLUDED_COLUMNS = {
    *("line", "id", "when", "relative", "not_before", "not_after", "seen", "calendar"),
    *("sources", "note", "certainty", "rank", "strand"),
}
# The columns that refer to other rows, and the kinds of these rows.
_REFERENCED_KINDS = {
    **{"person": "person", "other": "person", "people": "person"},
    **{"station": "station", "stations": "station", "reports_to": "station", "part_of": "station"},
    **{"place": "place", "from_": "place", "to": "place", "via": "place"},
}
ClaimFacts = dict[str, Any]


def facts(data: Dataset) -> dict[str, Any]:
    """What a data set claims, as one JSON document.

    ``claims`` maps references to: ``label``, ``when`` in words, ``inferred`` (the limits that follow from other rows,
    in words), ``years`` (the first and last possible year within the period; none if no source gives a date),
    ``standing``, ``contested``, ``strand``, ``certainty``, ``rank``, ``places``, ``cites``, ``citations``, ``note``,
    and ``values``: the other columns in words. ``cites`` has the citations as in the table. Each item of ``citations``
    has the ``key`` of the source, the ``locator``, and ``through``: the same for the work in which the source was
    read, or null.
    ``places`` maps references to ``name`` and ``position``: longitude and latitude in degrees and accuracy in metres,
    or null.

    Parameters
    ----------
    data : Dataset
        without errors; see ``seeds.require``.

    Returns
    -------
    dict
        a JSON object, for `layers.difference`.
    """
    titles = row_titles(data)
    ledger = {row.place: row for row in data.located}
    return {
        "format": FACTS_FORMAT_VERSION,
        "title": data.package.title,
        "version": data.package.version,
        "period": [data.package.first_year, data.package.last_year],
        "claims": {claim.ref: _claim_facts(data, claim, titles) for claim in data.claims},
        "places": {
            f"place:{place.id}": {
                "name": place.name,
                "position": [row.lon, row.lat, row.accuracy_m] if (row := ledger.get(place.id)) else None,
            }
            for place in data.places
        },
    }


def facts_json_chunks(data: Dataset) -> Iterator[str]:
    """The document of `facts` as text in parts, one line per claim."""
    yield "{\n"
    for number, (name, value) in enumerate(facts(data).items()):
        yield (",\n" if number else "") + f' "{name}": '
        if name in _SECTIONS and value:
            rows = (f"  {json.dumps(ref)}: {_JSON_ENCODER.encode(row)}" for ref, row in value.items())
            yield "{\n" + next(rows)
            yield from (f",\n{row}" for row in rows)
            yield "\n }"
        else:
            yield _JSON_ENCODER.encode(value)
    yield "\n}\n"


_JSON_ENCODER = json.JSONEncoder(ensure_ascii=False)
_SECTIONS = ("claims", "places")


def _claim_facts(data: Dataset, claim: Claim, titles: Mapping[str, str]) -> ClaimFacts:
    return {
        "label": label_of(data, claim),
        "when": time_in_words(StatedTime.of(claim, data), titles),
        "inferred": inferred_time(data.inferred_limits(claim), titles),
        "years": possible_years(data.time_of(claim), data.package),
        "standing": data.standing(claim).value,
        "contested": data.is_contested(claim),
        "strand": data.strand_of(claim),
        "certainty": claim.certainty.value,
        "rank": claim.rank.value,
        "places": [f"place:{id}" for id in place_ids_of(data, claim)],
        "cites": [str(citation) for citation in claim.sources],
        "citations": [_citation_facts(citation) for citation in claim.sources],
        "note": claim.note or "",
        "values": {
            name.rstrip("_"): value
            for name in _VALUE_COLUMNS[type(claim)]
            if (value := _value_text(data, name, getattr(claim, name)))
        },
    }


def _citation_facts(citation: Citation) -> dict[str, Any]:
    go_between = citation.through and _citation_facts(citation.through)
    return {"key": citation.key, "locator": citation.locator, "through": go_between}


_VALUE_COLUMNS = {
    record: tuple(field.name for field in dataclasses.fields(record) if field.name not in _EXCLUDED_COLUMNS)
    for record in CLAIMS
}
"""The columns of each kind of claim that go into ``values``."""


def _value_text(data: Dataset, column: str, value: object) -> str:
    """The value of a column for a reader, with names instead of ids."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(_value_text(data, column, each) for each in value)
    text = str(getattr(value, "value", value))
    singular = _REFERENCED_KINDS.get(column)
    row = data.by_ref.get(f"{singular}:{text}") if singular else None
    return str(getattr(row, "name", text))


def possible_years(time: ClaimTime, package: Package) -> list[int]:
    """The first and last year of the period in which a claim may hold; empty if it is undated or holds in no year."""
    held = list(holding_by_year(time, package.first_year, package.last_year)) if time.dated else []
    return [held[0], held[-1]] if held else []
