"""What cannot well be true of a data set, although every cell of it can be read.

A finding is a function from a data set to `Finding`s, in a file of its own; a new one is a new file, listed
in `FINDING_CHECKS`. A row of ``disagreements.csv`` accepts it. Those that ask where things are stand in
`geo.plausibility`. The page ``docs/decisions/07-findings.md`` says what is found, and what is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from seeds.checks.findings.duplicate_claims import duplicate_claims
from seeds.checks.findings.finding import Finding, as_problems
from seeds.checks.findings.name_outside_period import name_outside_period
from seeds.checks.findings.name_periods import name_gaps, name_overlaps
from seeds.checks.findings.outside_life import outside_life
from seeds.checks.findings.outside_station import outside_station
from seeds.checks.findings.two_heads import two_heads
from seeds.tables.cell_locator import CellLocator
from seeds.tables.dataset import Dataset
from seeds.tables.problems import Problem

FINDING_CHECKS: tuple[Callable[[Dataset], Iterator[Finding]], ...] = (
    two_heads,
    outside_life,
    outside_station,
    name_outside_period,
    name_overlaps,
    name_gaps,
    duplicate_claims,
)

__all__ = ["FINDING_CHECKS", "Finding", "as_problems", "finding_problems_of"]


def finding_problems_of(data: Dataset, cells: CellLocator) -> Iterator[Problem]:
    """Every finding that needs no position, each as a problem."""
    for finding in FINDING_CHECKS:
        yield from as_problems(finding(data), data, cells)
