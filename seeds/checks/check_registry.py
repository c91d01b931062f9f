"""The registry of rules: every check of a data set, wherever its knowledge lies.

A rule registers itself with `rule` or `finding_rule`; `registered_rules` finds those of a package by listing its folder.
`geo.check` runs them all, for the command line, the build and the report alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, wraps
from importlib import import_module
from pkgutil import iter_modules

from liaison_atlas.seeds.checks.finding import Finding, as_problems
from liaison_atlas.seeds.tables.cell_locator import CellLocator
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import Problem

Rule = Callable[[Dataset, CellLocator], Iterator[Problem]]
"""A check: it yields the problems that it finds in a data set."""

_RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Register a check of what must hold: it yields problems."""
    _RULES.append(function)
    return function


def finding_rule(function: Callable[[Dataset], Iterator[Finding]]) -> Callable[[Dataset], Iterator[Finding]]:
    """Register a check of what cannot well be true: it yields findings, which a disagreement may accept."""

    @wraps(function)
    def problems(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
        return as_problems(function(data), data, cell_locator)

    _RULES.append(problems)
    return function


@cache
def registered_rules(package: str) -> tuple[Rule, ...]:
    """The rules in the modules of a package, by the names of the modules.

    Parameters
    ----------
    package : str
        its dotted name, such as ``seeds.checks.rules``.
    """
    for module in iter_modules(import_module(package).__path__):
        import_module(f"{package}.{module.name}")
    return tuple(rule for rule in _RULES if rule.__module__.rpartition(".")[0] == package)


def problems_found(data: Dataset, package: str) -> Iterator[Problem]:
    """What the rules of a package find in a data set."""
    cell_locator = CellLocator(data)
    for check in registered_rules(package):
        yield from check(data, cell_locator)
