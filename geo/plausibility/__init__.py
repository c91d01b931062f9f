"""What cannot well be true of where things are said to have been: findings that need positions and distances.

``geo.check(data)`` gives every problem of a data set, these among them. A new one is a function from a data set
to findings, in a file of its own, listed in `PLAUSIBILITY_CHECKS`; what a finding is, and how it is accepted, says
`seeds.checks.findings`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from geo.plausibility.country_distance import far_from_country
from geo.plausibility.journey_speed import too_fast
from geo.plausibility.simultaneous_presence import two_places
from seeds.checks.findings import Finding, as_problems
from seeds.tables.cell_locator import CellLocator
from seeds.tables.dataset import Dataset
from seeds.tables.problems import Problem, sorted_unique
from seeds.tables.without_gc import without_gc

PLAUSIBILITY_CHECKS: tuple[Callable[[Dataset], Iterator[Finding]], ...] = (two_places, too_fast, far_from_country)


@without_gc
def check(data: Dataset) -> tuple[Problem, ...]:
    """Every problem of a data set, those that need positions among them, sorted by file, line and column."""
    cells = CellLocator(data)
    return sorted_unique(
        (*data.problems, *(p for finding in PLAUSIBILITY_CHECKS for p in as_problems(finding(data), data, cells)))
    )
