"""A finding: rows that cannot well all be true; and how a disagreement accepts it.

Accepted is a finding whose rows are all named by one row of ``disagreements.csv``. It is then evidence of its
own, and is told as a note in place of a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from seeds.dataset import Dataset
from seeds.pointer import Cells
from seeds.problems import Level, Problem, shown
from seeds.records import Claim, Record

MOST = 10
"""So many rows at most are held against one row, so that a table of one row a hundred thousand times is told too."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding. The cell to look at is ``column`` of ``row``; ``rows`` are those that it concerns."""

    code: str
    row: Record
    column: str
    rows: tuple[str, ...]
    """As other tables call them: ``post:mirov-abramov-berlin``."""
    told: str
    """What was found."""
    way_out: str
    level: Level = Level.WARNING


def weighed(findings: Iterable[Finding], data: Dataset, cells: Cells) -> Iterator[Problem]:
    """Each finding as a problem: as it is, or as a note where a disagreement accepts it."""
    for finding in findings:
        accepted = _accepted(finding, data)
        if accepted is not None:
            message, level = f"{finding.told}; accepted by the disagreement {shown(accepted)}", Level.NOTE
        else:
            message, level = f"{finding.told}; {finding.way_out}", finding.level
            if level is not Level.NOTE:
                message += f", or name {'; '.join(finding.rows)} in one row of disagreements.csv"
        yield cells.problem(finding.row, finding.column, finding.code, message, level)


def _accepted(finding: Finding, data: Dataset) -> str | None:
    """The id of the first disagreement that names every row of a finding."""
    if not data.disputes:
        return None
    first, *others = (data.disputes.get(ref, ()) for ref in finding.rows)
    for disagreement in first:
        if all(any(disagreement is other for other in named) for named in others):
            return disagreement.id
    return None


def date_column(claim: Claim) -> str:
    """The column in which the date of a claim was written."""
    return "relative" if claim.when is None and getattr(claim, "relative", None) else "when"
