"""The registry of rules: every check of a data set, whichever package it is in.

A rule registers itself with `rule` or `finding_rule`. `registered_rules` finds the rules of a package by listing its
folder. `geo.check` runs them all, for the command line, the build and the report.

A finding concerns rows that are unlikely to be all true. It is accepted if one row of ``disagreements.csv`` names all
its rows. It is then evidence in its own right, and is reported as a note instead of a warning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, wraps
from importlib import import_module
from pkgutil import iter_modules

from liaison_atlas.seeds.tables.cell_locator import CellLocator
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import Level, Problem, quoted
from liaison_atlas.seeds.tables.records import Claim, Record

Rule = Callable[[Dataset, CellLocator], Iterator[Problem]]
"""A check that yields the problems of a data set."""

_RULES: list[Rule] = []


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding. It is reported at ``column`` of ``row``; ``refs`` are the rows that it concerns."""

    code: str
    row: Record
    column: str
    refs: tuple[str, ...]
    """The refs as other tables write them: ``post:mirov-abramov-berlin``."""
    message: str
    """The message."""
    remedy: str
    level: Level = Level.WARNING


def rule(function: Rule) -> Rule:
    """Register a check of a requirement. It yields problems."""
    _RULES.append(function)
    return function


def finding_rule(function: Callable[[Dataset], Iterator[Finding]]) -> Callable[[Dataset], Iterator[Finding]]:
    """Register a check for implausible claims. It yields findings, which a disagreement may accept."""

    @wraps(function)
    def problems(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
        return as_problems(function(data), data, cell_locator)

    _RULES.append(problems)
    return function


@cache
def registered_rules(package: str) -> tuple[Rule, ...]:
    """Import the modules of a package, in the order of their names, and return their rules.

    Parameters
    ----------
    package : str
        the dotted name of the package, such as ``seeds.checks.rules``.

    Returns
    -------
    tuple of Rule
        the rules in the order in which they were registered.
    """
    for module in iter_modules(import_module(package).__path__):
        import_module(f"{package}.{module.name}")
    return tuple(rule for rule in _RULES if rule.__module__.rpartition(".")[0] == package)


def problems_found(data: Dataset, package: str) -> Iterator[Problem]:
    """The problems that the rules of a package find in a data set."""
    cell_locator = CellLocator(data)
    for check in registered_rules(package):
        yield from check(data, cell_locator)


def as_problems(findings: Iterable[Finding], data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """Each finding as a problem, or as a note if a disagreement accepts it."""
    for finding in findings:
        naming_first = data.disputes.get(finding.refs[0], ())
        accepted = next((row.id for row in naming_first if set(finding.refs) <= set(row.rows)), None)
        if accepted is not None:
            message, level = f"{finding.message}; accepted by the disagreement {quoted(accepted)}", Level.NOTE
        else:
            message, level = f"{finding.message}; {finding.remedy}", finding.level
            if level is not Level.NOTE:
                message += f", or name {'; '.join(finding.refs)} in one row of disagreements.csv"
        yield cell_locator.problem(finding.row, finding.column, finding.code, message, level)


def date_column(claim: Claim) -> str:
    """The column that contains the date of a claim."""
    return "relative" if claim.when is None and claim.relative else "when"
