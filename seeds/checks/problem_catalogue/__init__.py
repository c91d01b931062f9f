"""Every code that a problem can have, explained: what it means, and an example, broken and mended.

``liaison check --explain CODE`` prints one, and ``docs/reference/problems.md`` is made from all of them. A new code
is a new `CatalogueEntry` in the file of its kind; a test holds them equal to those that the program reports.
"""

from __future__ import annotations

from liaison_atlas.seeds.checks.problem_catalogue.catalogue_entry import CatalogueEntry, Example
from liaison_atlas.seeds.checks.problem_catalogue.cell_problems import CELL_PROBLEMS
from liaison_atlas.seeds.checks.problem_catalogue.file_problems import FILE_PROBLEMS
from liaison_atlas.seeds.checks.problem_catalogue.finding_problems import FINDING_PROBLEMS
from liaison_atlas.seeds.checks.problem_catalogue.row_problems import ROW_PROBLEMS

ENTRIES_BY_KIND: dict[str, tuple[CatalogueEntry, ...]] = {
    "Files": FILE_PROBLEMS,
    "Cells": CELL_PROBLEMS,
    "Rows": ROW_PROBLEMS,
    "Findings": FINDING_PROBLEMS,
}
"""The codes by what they speak of."""

ENTRIES_BY_CODE: dict[str, CatalogueEntry] = {code.code: code for codes in ENTRIES_BY_KIND.values() for code in codes}
"""The codes by themselves."""

__all__ = ["ENTRIES_BY_CODE", "ENTRIES_BY_KIND", "CatalogueEntry", "Example"]
