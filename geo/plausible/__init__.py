"""What cannot well be true of where things are said to have been: findings that need positions and distances.

``geo.check(data)`` gives every problem of a data set, these among them. A new one is a function from a data set
to findings, in a file of its own, listed in `FINDINGS`; what a finding is, and how it is accepted, says
`seeds.findings`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from geo.plausible.countries import far_from_country
from geo.plausible.presence import two_places
from geo.plausible.speeds import too_fast
from seeds.dataset import Dataset
from seeds.findings import Finding, weighed
from seeds.pointer import Cells
from seeds.problems import Problem, in_order
from seeds.unswept import unswept

FINDINGS: tuple[Callable[[Dataset], Iterator[Finding]], ...] = (two_places, too_fast, far_from_country)


@unswept
def check(data: Dataset) -> tuple[Problem, ...]:
    """Every problem of a data set, those that need positions among them, sorted by file, line and column."""
    cells = Cells(data)
    return in_order((*data.problems, *(p for finding in FINDINGS for p in weighed(finding(data), data, cells))))
