"""Fiction and the record are two worlds, and neither leans on the other.

A person or a claim is of fiction where it rests on fiction alone. Places are of both worlds; what they were
called and where they lie is of the record.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from seeds.checks.check_registry import rule
from seeds.dates.relative_dates import RelativeError, parse_relative
from seeds.tables.cell_locator import CellLocator
from seeds.tables.dataset import Dataset
from seeds.tables.interning import distinct_objects
from seeds.tables.problems import Problem
from seeds.tables.records import Claim, Disagreement, Event, Journey, Person, SourceKind

PROBLEM_CODE = "mixed-worlds"


@rule
def check_fiction(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """Fiction and the record never mix: neither in the sources of a row nor in what it refers to.

    A row that cites a source of which nothing is known belongs to neither world yet, and is reported by no rule.
    """
    rows: tuple[Person | Claim, ...] = (*data.people, *data.claims)
    if any(SourceKind.FICTION in data.source_kinds(cited) for cited in distinct_objects(rows, "sources")):
        for row in rows:
            kinds = data.source_kinds(row.sources)
            if SourceKind.FICTION in kinds and len(kinds) > 1:
                message = "it cites fiction beside other sources; make a row of its own for the fiction"
                yield cell_locator.problem(row, "sources", PROBLEM_CODE, message)
        for claim in data.claims:
            if data.sources_known(claim.sources):
                yield from _claim_problems(claim, data, cell_locator)
    for name in data.names:
        if SourceKind.FICTION in data.source_kinds(name.sources):
            message = "the name of a place is of the record, and it cites fiction"
            yield cell_locator.problem(
                name, "sources", PROBLEM_CODE, f"{message}; cite another source, or leave the name out"
            )
    for disagreement in data.disagreements:
        yield from _disagreement_problems(disagreement, data, cell_locator)


def _claim_problems(claim: Claim, data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    fiction = data.is_fiction(claim)
    for column, ref in _referenced_rows(claim):
        other = data.by_ref.get(ref)
        if (
            isinstance(other, Claim | Person)
            and data.sources_known(other.sources)
            and data.is_fiction(other) != fiction
        ):
            mixture = "fiction and refers to the record" if fiction else "of the record and refers to fiction"
            yield cell_locator.problem(
                claim, column, PROBLEM_CODE, f"it is {mixture} ({ref}); refer to a row of its own world"
            )


def _referenced_rows(claim: Claim) -> Iterator[tuple[str, str]]:
    """The people, stations and claims that a claim refers to, with the column that does."""
    for column in ("person", "other"):
        value = getattr(claim, column, None)
        if value:
            yield column, f"person:{value}"
    if isinstance(claim, Journey | Event):
        yield from (("people", f"person:{value}") for value in claim.people)
        if claim.relative is not None:
            with contextlib.suppress(RelativeError):  # reported where dates are resolved
                yield "relative", parse_relative(claim.relative).ref
    if isinstance(getattr(claim, "station", None), str):
        yield "station", f"station:{claim.station}"  # type: ignore[attr-defined]  # a post or a tie
    for column in ("stations", "reports_to"):
        yield from ((column, f"station:{value}") for value in getattr(claim, column, ()))


def _disagreement_problems(row: Disagreement, data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """Between what happened and what a novel has there is nothing to decide: its rows and sources are of one world."""
    sides = [data.by_ref.get(ref) for ref in row.rows]
    named = {data.is_fiction(s) for s in sides if isinstance(s, Claim | Person) and data.sources_known(s.sources)}
    if len(named) > 1:
        message = "it holds fiction against the record, which cannot contradict each other"
        yield cell_locator.problem(row, "rows", PROBLEM_CODE, f"{message}; name rows of one world")
    cited = {kind is SourceKind.FICTION for kind in data.source_kinds(row.sources)}
    if len(cited | named) > 1 and len(named) < 2:
        message = "its sources and its rows are not all of one world, fiction or the record"
        yield cell_locator.problem(row, "sources", PROBLEM_CODE, f"{message}; cite sources of the world of its rows")
