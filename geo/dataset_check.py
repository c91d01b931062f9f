"""Check a data set: ``check(data)`` runs every rule of the registry."""

from __future__ import annotations

from liaison_atlas.seeds.checks.check_registry import problems_found
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import Problem, sorted_unique
from liaison_atlas.seeds.tables.without_gc import without_gc


@without_gc()
def check(data: Dataset) -> tuple[Problem, ...]:
    """Return every problem of a data set, sorted by file, line and column.

    The command line, the build and the report all call this function, so that they agree.

    Parameters
    ----------
    data : Dataset
        as returned by `seeds.read`, with the problems found while reading it and those of the rules that need only the
        tables.

    Returns
    -------
    tuple of Problem
        ``data.problems``, and the problems of the rules that need positions (`geo.plausibility`).
    """
    return sorted_unique((*data.problems, *problems_found(data, "liaison_atlas.geo.plausibility")))
