"""Strands: each claim belongs to one strand, and refers only to its own and the main strand.

Fiction refers only to fiction, and nothing else refers to it. A person or a claim is fictional if it rests only on
fiction. Places belong to all strands; their names and positions belong to the main one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import fields

from liaison_atlas.seeds.checks.check_registry import rule
from liaison_atlas.seeds.dates.relative_dates import RelativeError
from liaison_atlas.seeds.inference.relative_order import entries_of, parse_order
from liaison_atlas.seeds.tables.cell_locator import CellLocator
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.interning import distinct_objects
from liaison_atlas.seeds.tables.problems import Problem, quoted
from liaison_atlas.seeds.tables.records import CLAIMS, Claim, Disagreement, Person, SourceKind
from liaison_atlas.seeds.tables.row_references import ids_in
from liaison_atlas.seeds.tables.strands import MAIN_STRAND

PROBLEM_CODE = "mixed-strands"


@rule
def check_strand_names(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """A claim names a strand of the data set. The strand is fictional if and only if the claim rests on fiction."""
    strands = {strand.name: strand for strand in data.strands}
    for claim in data.claims if any(distinct_objects(data.claims, "strand")) else ():
        if claim.strand is None:
            continue
        if claim.strand not in strands:
            declare = 'declare it in "strands" of datapackage.json'
            remedy = cell_locator.suggest(claim.strand, "strands", list(strands), declare)
            message = f"there is no strand {quoted(claim.strand)}; {remedy}"
            yield cell_locator.problem(claim, "strand", "unknown-strand", message)
        elif data.sources_known(claim.sources) and data.is_fiction(claim) != strands[claim.strand].fiction:
            yield cell_locator.problem(claim, "strand", PROBLEM_CODE, _fiction_message(data, claim, claim.strand))


def _fiction_message(data: Dataset, claim: Claim, strand: str) -> str:
    """The problem that only one of a claim and its strand is fictional."""
    if not data.is_fiction(claim):
        return f"it does not rest on fiction alone, but strand {quoted(strand)} is fiction; name another strand"
    remedy = f'name another strand, or declare {quoted(strand)} with "fiction": true in datapackage.json'
    if strand == MAIN_STRAND:
        remedy = "leave the cell empty"
    return f"it rests on fiction, but strand {quoted(strand)} is not fiction; {remedy}"


@rule
def check_fiction_sources(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """No row cites fiction together with other sources, and no name of a place cites fiction."""
    rows: tuple[Person | Claim, ...] = (*data.people, *data.claims)
    if any(SourceKind.FICTION in data.source_kinds(cited) for cited in distinct_objects(rows, "sources")):
        for row in rows:
            kinds = data.source_kinds(row.sources)
            if SourceKind.FICTION in kinds and len(kinds) > 1:
                message = "it cites fiction together with other sources; write a separate row for the fiction"
                yield cell_locator.problem(row, "sources", PROBLEM_CODE, message)
    for name in data.names:
        if SourceKind.FICTION in data.source_kinds(name.sources):
            message = "names of places belong to the main strand, but this one cites fiction"
            remedy = "cite another source, or delete the name"
            yield cell_locator.problem(name, "sources", PROBLEM_CODE, f"{message}; {remedy}")


@rule
def check_strand_references(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """A claim refers to rows of its own strand or of the main one. Fiction is not mixed with anything else.

    A row that cites an unknown source may be fictional or not, and no rule of this module reports it.

    Yields
    ------
    Problem
        at the cell that mixes strands.
    """
    if len(data.strands) > 1:
        for claim in data.claims:
            if data.sources_known(claim.sources):
                yield from _reference_problems(claim, data, cell_locator)
    for disagreement in data.disagreements:
        yield from _disagreement_problems(disagreement, data, cell_locator)


def _reference_problems(claim: Claim, data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    fiction, strand = data.is_fiction(claim), data.strand_of(claim)
    for column, ref in _referenced_rows(claim):
        other = data.by_ref.get(ref)
        if not isinstance(other, Claim | Person) or not data.sources_known(other.sources):
            continue
        if data.is_fiction(other) != fiction:
            mixture = "fiction but refers to a row that is not" if fiction else "not fiction but refers to fiction"
            message = f"it is {mixture} ({ref}); refer to a row of its own strand"
            yield cell_locator.problem(claim, column, PROBLEM_CODE, message)
        elif isinstance(other, Claim) and data.strand_of(other) not in (strand, MAIN_STRAND):
            if not any(each.name == strand and each.fiction == fiction for each in data.strands):
                continue  # another rule already reports that its strand does not fit
            message = (
                f"it belongs to strand {quoted(strand)} but refers to strand {quoted(data.strand_of(other))} ({ref})"
            )
            remedy = "refer to a row of its own strand or of the main one"
            yield cell_locator.problem(claim, column, PROBLEM_CODE, f"{message}; {remedy}")


_PERSON_COLUMNS, _STATION_COLUMNS = ("person", "other", "people"), ("station", "stations", "reports_to", "part_of")
_SINGULARS = dict.fromkeys(_PERSON_COLUMNS, "person") | dict.fromkeys(_STATION_COLUMNS, "station")
# The columns of each kind of claim that name people and stations, with the prefix of the id in the ref.
_REFERRING_COLUMNS = {
    kind: [(field.name, _SINGULARS[field.name]) for field in fields(kind) if field.name in _SINGULARS]
    for kind in CLAIMS
}


def _referenced_rows(claim: Claim) -> Iterator[tuple[str, str]]:
    """The people, stations and claims that a claim refers to, with the column of each reference."""
    for column, singular in _REFERRING_COLUMNS[type(claim)]:
        for id in ids_in(getattr(claim, column)):
            yield column, f"{singular}:{id}"
    for entry in entries_of(claim.relative):
        with contextlib.suppress(RelativeError):  # reported where dates are resolved
            yield "relative", parse_order(entry).relative.ref


def _disagreement_problems(row: Disagreement, data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """The rows and sources of a disagreement are all fictional, or none is: fact and fiction cannot disagree."""
    sides = [data.by_ref.get(ref) for ref in row.rows]
    named = {data.is_fiction(s) for s in sides if isinstance(s, Claim | Person) and data.sources_known(s.sources)}
    if len(named) > 1:
        message = "it names fiction together with rows that are not fiction, and the two cannot contradict each other"
        yield cell_locator.problem(row, "rows", PROBLEM_CODE, f"{message}; name rows of one strand")
    cited = {kind is SourceKind.FICTION for kind in data.source_kinds(row.sources)}
    if len(cited | named) > 1 and len(named) < 2:
        message = "some of its sources and rows are fiction and some are not"
        yield cell_locator.problem(
            row, "sources", PROBLEM_CODE, f"{message}; cite sources of the same strand as its rows"
        )
