"""A code of a problem, and the changes to a data set that show it.

The examples change the small data set of the tests, ``tests/small``; `tools.problem_examples` makes them.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from liaison_atlas.seeds.tables.problems import Level, quoted

_WIDTH = 88


@dataclass(frozen=True, slots=True)
class CellChange:
    """Another text in a cell. Lines count from 1, and the first names the columns."""

    table: str
    line: int
    column: str
    text: str

    def __str__(self) -> str:
        return f'{self.table}.csv, line {self.line}, "{self.column}": {quoted(self.text) if self.text else "empty"}'


@dataclass(frozen=True, slots=True)
class LineChange:
    """Another text in place of a line, saved in an encoding."""

    file: str
    line: int
    text: str
    encoding: str = "utf-8"

    def __str__(self) -> str:
        saved = "" if self.encoding == "utf-8" else f", saved as {self.encoding}"
        return f"{self.file}, line {self.line}{saved}:\n{textwrap.indent(self.text, '  ')}"


@dataclass(frozen=True, slots=True)
class TextChange:
    """Other words in place of some that stand in a file once."""

    file: str
    old: str
    new: str

    def __str__(self) -> str:
        new = self.new.strip()
        return f"{self.file}, in place of {self.old.strip()}: {new or 'nothing'}"


@dataclass(frozen=True, slots=True)
class FileReplacement:
    """A file that holds this text and nothing else."""

    file: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}:\n{textwrap.indent(self.text.rstrip(), '  ') or '  (empty)'}"


@dataclass(frozen=True, slots=True)
class FileRemoved:
    """A file that is not there."""

    file: str

    def __str__(self) -> str:
        return f"there is no {self.file}"


@dataclass(frozen=True, slots=True)
class FolderInPlace:
    """A folder under the name of a file."""

    file: str

    def __str__(self) -> str:
        return f"{self.file} is a folder"


@dataclass(frozen=True, slots=True)
class TableInWorkbook:
    """A table as the one sheet of a workbook, in place of its CSV file or beside it, with cells merged or none."""

    table: str
    merged: str | None = None
    book: str = "tables.xlsx"
    beside: bool = False

    def __str__(self) -> str:
        place = f"beside {self.table}.csv" if self.beside else f"and no {self.table}.csv"
        merged = f", with the cells {self.merged} merged" if self.merged else ""
        return f"the table {self.table} as a sheet of {self.book}{merged}, {place}"


Change = CellChange | LineChange | TextChange | FileReplacement | FileRemoved | FolderInPlace | TableInWorkbook


@dataclass(frozen=True, slots=True)
class Example:
    """What makes a problem, and what does not; each from the data set as it is.

    A text in place of changes says in words what the data set as it is has already. ``given`` is what a reader
    must know of it to see the point.
    """

    broken: tuple[Change, ...] | str
    mended: tuple[Change, ...] | str
    given: str = ""

    def lines_by_part(self) -> dict[str, list[str]]:
        """What is given, if anything, what is broken and what is mended, each in lines of text."""
        parts = {"given": [self.given]} if self.given else {}
        for name, changes in (("broken", self.broken), ("mended", self.mended)):
            parts[name] = [changes] if isinstance(changes, str) else [str(change) for change in changes]
        return parts


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A code: how much it matters, what it says in a few words, and what it means."""

    code: str
    level: Level
    title: str
    explanation: str
    example: Example

    def __str__(self) -> str:
        sections = [f"{self.code} ({self.level.value}): {self.title}", textwrap.fill(self.explanation, _WIDTH)]
        for name, lines in self.example.lines_by_part().items():
            sections.append(f"{name}:\n" + textwrap.indent("\n".join(lines), "  "))
        return "\n\n".join(sections)


def catalogue_entry(
    name: str,
    title: str,
    explanation: str,
    broken: tuple[Change, ...] | Change | str,
    mended: tuple[Change, ...] | Change | str,
    level: Level = Level.ERROR,
    given: str = "",
) -> CatalogueEntry:
    """A code, its explanation joined to one paragraph and a single change taken for all of them."""
    example = Example(_as_changes(broken), _as_changes(mended), given)
    return CatalogueEntry(name, level, title, " ".join(explanation.split()), example)


def _as_changes(changes: tuple[Change, ...] | Change | str) -> tuple[Change, ...] | str:
    return changes if isinstance(changes, (tuple, str)) else (changes,)
