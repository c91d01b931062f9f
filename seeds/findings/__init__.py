"""What cannot well be true of a data set, although every cell of it can be read.

A finding is a function from a data set to `Finding`s, in a file of its own; a new one is a new file, listed
in `FINDINGS`. A row of ``disagreements.csv`` accepts it. Those that ask where things are stand in
`geo.plausible`. The page ``docs/decisions/07-findings.md`` says what is found, and what is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from seeds.dataset import Dataset
from seeds.findings.finding import Finding, weighed
from seeds.findings.heads import two_heads
from seeds.findings.life import outside_life
from seeds.findings.names import gaps, overlaps
from seeds.findings.naming import outside_period
from seeds.findings.station_life import outside_station
from seeds.findings.twice import said_twice
from seeds.pointer import Cells
from seeds.problems import Problem

FINDINGS: tuple[Callable[[Dataset], Iterator[Finding]], ...] = (
    two_heads,
    outside_life,
    outside_station,
    outside_period,
    overlaps,
    gaps,
    said_twice,
)

__all__ = ["FINDINGS", "Finding", "found", "weighed"]


def found(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """Every finding that needs no position, each as a problem."""
    for finding in FINDINGS:
        yield from weighed(finding(data), data, cells)
