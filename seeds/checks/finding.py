"""A finding: rows that cannot well all be true; and how a disagreement accepts it.

Accepted is a finding whose rows are all named by one row of ``disagreements.csv``. It is then evidence of its
own, and is reported as a note instead of a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from liaison_atlas.seeds.tables.cell_locator import CellLocator
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import Level, Problem, quoted
from liaison_atlas.seeds.tables.records import Claim, Record


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding. The cell to look at is ``column`` of ``row``; ``refs`` are those that it concerns."""

    code: str
    row: Record
    column: str
    refs: tuple[str, ...]
    """As other tables call them: ``post:mirov-abramov-berlin``."""
    message: str
    """What was found."""
    remedy: str
    level: Level = Level.WARNING


def as_problems(findings: Iterable[Finding], data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """Each finding as a problem: as it is, or as a note where a disagreement accepts it."""
    for finding in findings:
        accepted = _accepted(finding, data)
        if accepted is not None:
            message, level = f"{finding.message}; accepted by the disagreement {quoted(accepted)}", Level.NOTE
        else:
            message, level = f"{finding.message}; {finding.remedy}", finding.level
            if level is not Level.NOTE:
                message += f", or name {'; '.join(finding.refs)} in one row of disagreements.csv"
        yield cell_locator.problem(finding.row, finding.column, finding.code, message, level)


def _accepted(finding: Finding, data: Dataset) -> str | None:
    """The id of the first disagreement that names every row of a finding."""
    if not data.disputes:
        return None
    first, *others = (data.disputes.get(ref, ()) for ref in finding.refs)
    for disagreement in first:
        if all(any(disagreement is other for other in named) for named in others):
            return disagreement.id
    return None


def date_column(claim: Claim) -> str:
    """The column in which the date of a claim was written."""
    return "relative" if claim.when is None and getattr(claim, "relative", None) else "when"
