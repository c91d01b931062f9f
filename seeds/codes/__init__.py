"""Every code that a problem can have, explained: what it means, and an example, broken and mended.

``liaison check --explain CODE`` prints one, and ``docs/reference/problems.md`` is made from all of them. A new code
is a new `Code` in the file of its kind; a test holds them equal to those that the program tells.
"""

from __future__ import annotations

from seeds.codes.cells import CELLS
from seeds.codes.code import Code, Example
from seeds.codes.files import FILES
from seeds.codes.findings import FINDINGS
from seeds.codes.rows import ROWS

KINDS: dict[str, tuple[Code, ...]] = {"Files": FILES, "Cells": CELLS, "Rows": ROWS, "Findings": FINDINGS}
"""The codes by what they speak of."""

CODES: dict[str, Code] = {code.code: code for codes in KINDS.values() for code in codes}
"""The codes by themselves."""

__all__ = ["CODES", "KINDS", "Code", "Example"]
