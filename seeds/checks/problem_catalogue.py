"""Every code that a problem can have, explained: what it means, and an example, broken and mended.

The codes stand in ``problems/``, one file for what they speak of: files, cells, rows, findings. ``liaison check
--explain CODE`` prints one, and ``docs/reference/problems.md`` is made from all of them. A new code is a new table in
the file of its kind; a test holds them equal to those that the program reports.

The examples change the small data set of the tests, ``tests/small``; `tools.problem_examples` makes them.
"""

from __future__ import annotations

import textwrap
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from liaison_atlas.seeds.tables.problems import Level, quoted

_WIDTH = 88
EXAMPLE_HEADINGS = {"given": "given", "broken": "broken", "mended": "fixed"}
"""The headings of the parts of an example, by their names in the files and in JSON."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """Another text in a cell, repeated so many times. Lines count from 1, and the first names the columns."""

    table: str
    line: int
    column: str
    text: str
    times: int = 1

    def __str__(self) -> str:
        text = quoted(self.text * self.times) if self.text else "empty"
        return f'{self.table}.csv, line {self.line}, "{self.column}": {text}'


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
        return f"{self.file}, replace {self.old.strip()} with {self.new.strip() or 'nothing'}"


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
        return f"{self.file} does not exist"


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


Change = CellChange | LineChange | TextChange | FileReplacement | FileRemoved | FolderInPlace | TableInWorkbook | str
"""A change to the data set; a text says in words what the data set as it is has already."""

_CHANGES: dict[str, type[Change]] = {
    "cell": CellChange,
    "line": LineChange,
    "words": TextChange,
    "file": FileReplacement,
    "no-file": FileRemoved,
    "folder": FolderInPlace,
    "sheet": TableInWorkbook,
}


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A code: how much it matters, what it says in a few words, what it means, and what makes it and what does not.

    ``broken`` and ``mended`` each change the data set as it is; ``given`` is what a reader must know of it to see the
    point.
    """

    code: str
    level: Level
    title: str
    explanation: str
    broken: tuple[Change, ...]
    mended: tuple[Change, ...]
    given: str = ""

    def example_by_part(self) -> dict[str, list[str]]:
        """What is given, if anything, what is broken and what is mended, each in lines of text."""
        parts = {"given": [self.given]} if self.given else {}
        return parts | {"broken": list(map(str, self.broken)), "mended": list(map(str, self.mended))}

    def __str__(self) -> str:
        sections = [f"{self.code} ({self.level.value}): {self.title}", textwrap.fill(self.explanation, _WIDTH)]
        for name, lines in self.example_by_part().items():
            sections.append(f"{EXAMPLE_HEADINGS[name]}:\n" + textwrap.indent("\n".join(lines), "  "))
        return "\n\n".join(sections)


def _entry(code: str, written: dict[str, Any]) -> CatalogueEntry:
    """A table of a file as an entry, its explanation joined to one paragraph."""
    changes = {part: tuple(map(_change, written[part])) for part in ("broken", "mended")}
    explanation = " ".join(written["explanation"].split())
    return CatalogueEntry(
        code=code, **written | changes | {"level": Level(written["level"]), "explanation": explanation}
    )


def _change(written: str | dict[str, Any]) -> Change:
    if isinstance(written, str):
        return written
    return _CHANGES[written["change"]](**{key: value for key, value in written.items() if key != "change"})


def _entries(file: str) -> tuple[CatalogueEntry, ...]:
    text = (Path(__file__).parent / "problems" / file).read_text(encoding="utf-8")
    return tuple(_entry(code, entry) for code, entry in tomllib.loads(text).items())


ENTRIES_BY_KIND = {kind: _entries(f"{kind.lower()}.toml") for kind in ("Files", "Cells", "Rows", "Findings")}
"""The codes by what they speak of."""

ENTRIES_BY_CODE = {entry.code: entry for entries in ENTRIES_BY_KIND.values() for entry in entries}
"""The codes by themselves."""
