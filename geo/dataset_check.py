"""Check a data set: ``check(data)`` runs every rule of the registry."""

from __future__ import annotations

from liaison_atlas.seeds.checks.check_registry import problems_found
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import Problem, sorted_unique
from liaison_atlas.seeds.tables.without_gc import without_gc


@without_gc()
def check(data: Dataset) -> tuple[Problem, ...]:
    """Every problem of a data set, sorted by file, line and column.

    The command line, the build and the report all ask this function, so that they agree.

    Parameters
    ----------
    data : Dataset
        as `seeds.read` returns it: with the problems of reading it, and those of the rules that need the tables alone.

    Returns
    -------
    tuple of Problem
        those in ``data.problems``, and those of the rules that need positions (`geo.plausibility`).
    """
    return sorted_unique((*data.problems, *problems_found(data, "liaison_atlas.geo.plausibility")))
