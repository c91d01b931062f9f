"""The bibliography of the report: each source with its kind, its note, and the rows that cite it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from liaison_atlas.maps.pages.page_texts import PageTexts
from liaison_atlas.seeds.sources.bibliography import Source
from liaison_atlas.seeds.sources.reference_formatting import reference_runs, reference_text
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, Disagreement, Person, PlaceName, Polity, SourceKind


def source_entries(data: Dataset, texts: PageTexts) -> list[dict[str, Any]]:
    """The sources in the order of a bibliography."""
    claims: dict[str, list[str]] = {key: [] for key in data.sources}
    quoting: dict[str, list[str]] = {key: [] for key in data.sources}
    for claim in data.claims:
        for key in dict.fromkeys(citation.key for citation in claim.sources):
            claims[key].append(claim.ref)
        for key in dict.fromkeys(citation.through.key for citation in claim.sources if citation.through):
            quoting[key].append(claim.ref)
    read = _citation_readings(data)
    people, names, disagreements = (_citation_counts(rows) for rows in (data.people, data.names, data.disagreements))
    documents: dict[str, list[str]] = {}
    for document in data.documents:
        for citation in document.source:
            documents.setdefault(citation.key, []).append(document.id)
    return [
        {
            "key": source.key,
            "kind": source.kind.value,
            "fiction": source.kind is SourceKind.FICTION,
            "short": source.short_citation,
            "reference": [{"text": run.text, "italic": run.italic} for run in reference_runs(source)],
            "note": texts.source_note(source.key) or None,
            "url": source.url or None,
            "read": read[source.key],
            "claims": claims[source.key],
            "claims_through": quoting[source.key],
            "people": people[source.key],
            "names": names[source.key],
            "disagreements": disagreements[source.key],
            "documents": documents.get(source.key, []),
        }
        for source in sorted(data.sources.values(), key=_bibliography_order)
    ]


def _citation_readings(data: Dataset) -> dict[str, dict[str, Any]]:
    """The citations of each source: those ``at_first_hand``, and those ``through`` another work by its key."""
    readings: dict[str, dict[str, Any]] = {key: {"at_first_hand": 0, "through": Counter()} for key in data.sources}
    rows: tuple[Claim | Person | PlaceName | Disagreement | Polity, ...]
    rows = (*data.claims, *data.people, *data.names, *data.disagreements, *data.polities)
    for row in rows:
        for citation in row.sources:
            reading = readings[citation.key]
            if citation.through is None:
                reading["at_first_hand"] += 1
            else:
                reading["through"][citation.through.key] += 1
    return readings


def _citation_counts(rows: Iterable[Person | PlaceName | Disagreement]) -> Counter[str]:
    """How many of these rows cite each source."""
    return Counter(key for row in rows for key in {citation.key for citation in row.sources})


def _bibliography_order(source: Source) -> tuple[str, str]:
    """The sort key of a source: the text of its reference, without an article at the beginning."""
    text = re.sub(r"^\W+", "", reference_text(source)).casefold()
    return re.sub(r"^(the|an|a)\s+", "", text), source.key
