"""The bibliography of the report: each source with its kind, its note, and all that cites it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from seeds.sources.bibliography import Source
from seeds.sources.reference_formatting import reference_runs, reference_text
from seeds.tables.dataset import Dataset
from seeds.tables.records import Disagreement, Person, PlaceName, SourceKind


def source_entries(data: Dataset) -> list[dict[str, Any]]:
    """The sources in the order of a bibliography."""
    claims: dict[str, list[str]] = {key: [] for key in data.sources}
    for claim in data.claims:
        for key in dict.fromkeys(citation.key for citation in claim.sources):
            claims[key].append(claim.ref)
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
            "note": source.field("note") or None,
            "claims": claims[source.key],
            "people": people.get(source.key, 0),
            "names": names.get(source.key, 0),
            "disagreements": disagreements.get(source.key, 0),
            "documents": documents.get(source.key, []),
        }
        for source in sorted(data.sources.values(), key=_bibliography_order)
    ]


def _citation_counts(rows: Iterable[Person | PlaceName | Disagreement]) -> dict[str, int]:
    """How many of these rows cite each source."""
    counts: dict[str, int] = {}
    for row in rows:
        for key in {citation.key for citation in row.sources}:
            counts[key] = counts.get(key, 0) + 1
    return counts


def _bibliography_order(source: Source) -> tuple[str, str]:
    """Sort key: the text of the reference, without an article at its beginning."""
    text = re.sub(r"^\W+", "", reference_text(source)).casefold()
    return re.sub(r"^(the|an|a)\s+", "", text), source.key
