"""What cannot well be true of where things are said to have been: findings that need positions and distances.

``geo.check(data)`` gives every problem of a data set, these among them. A new one is a function from a data set
to findings, in a file of its own, listed in `PLAUSIBILITY_CHECKS`; what a finding is, and how it is accepted, says
`seeds.findings`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from geo.plausible.countries import far_from_country
from geo.plausible.presence import two_places
from geo.plausible.speeds import too_fast
from seeds.dataset import Dataset
from seeds.findings import Finding, as_problems
from seeds.pointer import CellLocator
from seeds.problems import Problem, sorted_unique
from seeds.unswept import without_gc

PLAUSIBILITY_CHECKS: tuple[Callable[[Dataset], Iterator[Finding]], ...] = (two_places, too_fast, far_from_country)


@without_gc
def check(data: Dataset) -> tuple[Problem, ...]:
    """Every problem of a data set, those that need positions among them, sorted by file, line and column."""
    cells = CellLocator(data)
    return sorted_unique(
        (*data.problems, *(p for finding in PLAUSIBILITY_CHECKS for p in as_problems(finding(data), data, cells)))
    )
