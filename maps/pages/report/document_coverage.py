"""How far the tables cover the documents that were read, sentence by sentence, with reasons for omissions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from liaison_atlas.maps.pages.page_texts import PageTexts
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Coverage, SourceDocument


def coverage_of_documents(data: Dataset, texts: PageTexts) -> list[dict[str, Any]]:
    """Each document with its sentences: covered by rows, left out for a reason, or not covered."""
    rows: dict[str, list[Coverage]] = {}
    for row in data.coverage:
        rows.setdefault(row.document, []).append(row)
    return [_document_coverage(document, rows.get(document.id, []), texts) for document in data.documents]


def _document_coverage(document: SourceDocument, rows: list[Coverage], texts: PageTexts) -> dict[str, Any]:
    carried = {row.sentence for row in rows if row.rows}
    left_out = {row.sentence for row in rows} - carried
    return {
        "id": document.id,
        "title": texts.cell(document, "title"),
        "sources": [citation.key for citation in document.source],
        "sha256": document.sha256,
        "sentences": document.sentences,
        "carried": len(carried),
        "left_out": len(left_out),
        "unanswered": number_ranges(set(range(1, document.sentences + 1)) - carried - left_out),
        "reasons": _grouped_reasons((row for row in rows if row.sentence in left_out), texts),
        "remarks": _grouped_reasons((row for row in rows if row.sentence in carried), texts),
    }


def _grouped_reasons(rows: Iterable[Coverage], texts: PageTexts) -> list[dict[str, Any]]:
    """The reasons, the most frequent first, each with its sentences.

    Reasons with the same text before a semicolon are grouped, such as "A heading" and "A heading; see the note": the
    text after the semicolon is about one sentence. ``wordings`` has the reasons as they were written.

    Returns
    -------
    list of dict
        with ``reason``, ``count``, ``sentences`` (as `number_ranges`) and ``wordings``.
    """
    wordings: dict[str, dict[int, str]] = {}
    for row in rows:
        if row.reason:
            beginning = row.reason.partition(";")[0].rstrip(". ")
            wordings.setdefault(beginning, {})[row.sentence] = row.reason
    grouped = sorted(wordings.items(), key=lambda item: (-len(item[1]), min(item[1]), item[0]))
    return [
        {
            "reason": texts.untranslated(reason),
            "count": len(written),
            "sentences": number_ranges(written),
            "wordings": list(dict.fromkeys(written[number] for number in sorted(written))),
        }
        for reason, written in grouped
    ]


def number_ranges(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers as ranges without gaps, each a first and a last number.

    Returns
    -------
    list of [int, int]
        sorted.

    Examples
    --------
    >>> number_ranges({4, 1, 2, 3, 9}), number_ranges([])
    ([[1, 4], [9, 9]], [])
    """
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ranges
