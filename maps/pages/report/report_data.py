"""Makes the document that ``report.json`` contains and ``report.html`` shows.

=======================  ======================================================================
``format``               2; it increases when readers of the file must change
``title`` ...            title, subtitle and licence of the data set
``language`` ...         the language of its texts, and the main one of the data set
``labels``               the labels of the values of ``certainty`` and of a disagreement's ``kind``
``record``, ``fiction``  counts of the claims (`maps.pages.report.report_counts`): of the main strand, and of fiction
``strands``              the strands except the main one, each with its counts
``years``                counts for each year: claims of the main strand that are seen, possible
``pictures``             what the map of each year draws, and how much differs from the year before
``rows``                 every claim as text, by its ref, and the other rows that a disagreement names
``disagreements``        the question, what is at stake, and the refs of the rows on its sides
``problems``             the problems that the checks report, sorted by file, line and column
``sources``              the bibliography, each source with the refs of the claims that cite it
``documents``            how far the tables cover the documents that were read
``unlocated_places``     places without a position, with the refs of the claims there
``claims_without_place`` refs of claims that name no place; a tie needs none
``undated_claims``       refs of claims that no source dates
=======================  ======================================================================

A citation has ``source``, the key of a source, and ``locator`` as it is printed; ``through`` has the same for the
work through which the source was cited, or is ``null``. A row has ``kind``,
``category``, ``words``, ``details`` (each a ``label`` and a ``text``), ``where``, ``who``, ``when``,
``year`` (to open the atlas in), ``certainty``, ``strand``, ``standing``, ``standing_reason``, ``contested``,
``rank``, ``set_aside``, ``note`` and ``citations``; a value that is unknown, or does not apply to a person or a
place, is ``null``. A strand has ``name``, ``title``, ``note``, ``fiction`` and ``counts``. A year has, for
``attested`` and ``partisan``, the numbers of claims that are ``seen`` and ``possible``, and the number of
``contested`` claims. The ``reference`` of a source is a list of runs, each a ``text`` that is ``italic`` or not.
Sentences are given as ranges of first and last numbers. Lists of refs contain the rows of all strands; rows and
disagreements have the name of their strand in ``strand``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from liaison_atlas.layers.wording.strand_wording import strand_note, strand_title
from liaison_atlas.maps.pages.page_texts import PageTexts
from liaison_atlas.maps.pages.report.document_coverage import coverage_of_documents
from liaison_atlas.maps.pages.report.picture_years import picture_years
from liaison_atlas.maps.pages.report.report_counts import claim_counts, has_place, standings_by_ref, year_counts
from liaison_atlas.maps.pages.report.report_rows import AREA_KINDS, ReportRows, citation_dicts
from liaison_atlas.maps.pages.report.report_sources import source_entries
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import Problem
from liaison_atlas.seeds.tables.records import Claim, Disagreement, Journey
from liaison_atlas.seeds.tables.strands import MAIN_STRAND

FORMAT = 2
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


def report_document(
    data: Dataset, problems: Sequence[Problem] | None = None, language: str | None = None
) -> dict[str, Any]:
    """The document of a report about the evidence of a data set.

    Parameters
    ----------
    data : Dataset
        without errors; see ``seeds.require``.
    problems : sequence of Problem, optional
        the problems of further checks, if any were run besides those of the reader.
    language : str, optional
        one of the languages of the data set; without one, the main one.

    Returns
    -------
    dict
        a JSON object.
    """
    texts = PageTexts(data, language)
    package = data.package
    standings = standings_by_ref(data)
    by_strand: dict[str, list[Claim]] = {strand.name: [] for strand in data.strands}
    for claim in data.claims:
        by_strand[data.strand_of(claim)].append(claim)
    record = by_strand[MAIN_STRAND]
    fiction = [claim for strand in data.strands if strand.fiction for claim in by_strand[strand.name]]
    rows = ReportRows(data, texts)
    named = dict.fromkeys([*(c.ref for c in data.claims), *(ref for d in data.disagreements for ref in d.rows)])
    rows_by_ref = {ref: rows.to_dict(ref) for ref in named}
    return {
        "format": FORMAT,
        "title": texts.package("title"),
        "subtitle": texts.package("subtitle"),
        "language": texts.language,
        "main_language": texts.main,
        "version": f"{package.version} / {version('liaison-atlas')}",
        "licence": {"title": package.licence, "path": package.licence_path},
        "period": [package.first_year, package.last_year],
        "labels": {
            "certainty": _category_labels(texts, "stations", "certainty"),
            "disagreement": _category_labels(texts, "disagreements", "kind"),
        },
        "record": claim_counts(data, record, standings),
        "fiction": claim_counts(data, fiction, standings),
        "strands": [
            {
                "name": strand.name,
                "title": texts.localized(strand_title(data, strand, texts.language), strand.title),
                "note": texts.localized(strand_note(data, strand, texts.language), strand.note),
                "fiction": strand.fiction,
                "counts": claim_counts(data, by_strand[strand.name], standings),
            }
            for strand in data.strands
            if strand.name != MAIN_STRAND
        ],
        "years": year_counts(data, record, standings),
        "pictures": picture_years(data),
        "rows": rows_by_ref,
        "disagreements": [_disagreement(data, row, texts) for row in data.disagreements],
        "problems": [problem.to_dict() for problem in (data.problems if problems is None else problems)],
        "sources": source_entries(data, texts),
        "documents": coverage_of_documents(data, texts),
        "unlocated_places": _unlocated_places(data, rows, texts),
        "claims_without_place": [claim.ref for claim in data.claims if not has_place(data, claim)],
        "undated_claims": [claim.ref for claim in data.claims if not data.time_of(claim).dated],
    }


def report_json(document: dict[str, Any]) -> str:
    """The document as the text of a JSON file with sorted keys."""
    return "".join(report_json_parts(document))


def report_json_parts(document: dict[str, Any]) -> Iterator[str]:
    """The text of `report_json` in parts, one line per row: full indentation would take ten times as long."""
    yield "{"
    for number, name in enumerate(sorted(document)):
        yield ("," if number else "") + f"\n {json.dumps(name)}: "
        if name == "rows" and document[name]:
            rows = document[name]
            yield "{"
            for n, ref in enumerate(sorted(rows)):
                yield ("," if n else "") + f"\n  {_ENCODER.encode(ref)}: {_ENCODER.encode(rows[ref])}"
            yield "\n }"
        else:
            yield _ENCODER.encode(document[name])
    yield "\n}\n"


def _category_labels(texts: PageTexts, table: str, column: str) -> dict[str, str]:
    package = texts.data.package
    if table not in package.by_name:
        return {}
    return {value: texts.category(table, column, value) for value, _ in package.categories(table, column)}


def _disagreement(data: Dataset, row: Disagreement, texts: PageTexts) -> dict[str, Any]:
    strand = data.strand_of_disagreement(row)
    return {
        "id": row.id,
        "question": texts.cell(row, "title"),
        "kind": row.kind,
        "at_stake": texts.cell(row, "note") or row.note,
        "rows": list(dict.fromkeys(row.rows)),
        "citations": citation_dicts(row.sources, texts.language),
        "strand": strand,
        "fiction": data.strand(strand).fiction,
    }


def _unlocated_places(data: Dataset, rows: ReportRows, texts: PageTexts) -> list[dict[str, Any]]:
    """The places without a position in the ledger, with the claims there."""
    located_ids = {row.place for row in data.located}
    refs_by_place: dict[str, list[str]] = {place.id: [] for place in data.places if place.id not in located_ids}
    for claim in data.claims:
        for place in dict.fromkeys(_place_ids_of(data, claim)):
            if place in refs_by_place:
                refs_by_place[place].append(claim.ref)
    kinds = _category_labels(texts, "places", "kind")
    unlocated = [place for place in data.places if place.id in refs_by_place]
    return [
        {
            "id": place.id,
            "name": rows.place_name(place),
            "kind": kinds.get(place.kind, place.kind),
            "words": rows.place_name(place) if place.kind in AREA_KINDS else rows.place_text(place.id),
            "note": texts.cell(place, "note") or place.note,
            "claims": refs_by_place[place.id],
        }
        for place in unlocated
    ]


def _place_ids_of(data: Dataset, claim: Claim) -> tuple[str | None, ...]:
    """All places of a claim: its own, that of its station, the stops of a journey."""
    if isinstance(claim, Journey):
        return (claim.from_, *claim.via, claim.to)
    station = getattr(claim, "station", None)
    return getattr(claim, "place", None), data.station(station).place if station else None
