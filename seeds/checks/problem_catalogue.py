"""The catalogue of problem codes: the meaning of each code, with an example, broken and mended.

The codes are in ``problems/``, with one file for each subject: files, cells, rows, findings. ``liaison check
--explain CODE`` prints one, and ``docs/reference/problems.md`` is generated from all of them. To add a code, add a
table to the file of its kind. A test compares the codes with those that the program reports.

The examples are changes to the small data set of the tests, ``tests/small``; `tools.problem_examples` makes them.
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
    """Write another text into a cell, repeated a number of times. Line 1 is the header."""

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
    """Replace a line by another text, saved in an encoding."""

    file: str
    line: int
    text: str
    encoding: str = "utf-8"

    def __str__(self) -> str:
        saved = "" if self.encoding == "utf-8" else f", saved as {self.encoding}"
        return f"{self.file}, line {self.line}{saved}:\n{textwrap.indent(self.text, '  ')}"


@dataclass(frozen=True, slots=True)
class TextChange:
    """Replace words that occur once in a file."""

    file: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.file}, replace {self.old.strip()} with {self.new.strip() or 'nothing'}"


@dataclass(frozen=True, slots=True)
class FileReplacement:
    """Replace the content of a file by this text."""

    file: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}:\n{textwrap.indent(self.text.rstrip(), '  ') or '  (empty)'}"


@dataclass(frozen=True, slots=True)
class FileRemoved:
    """Remove a file."""

    file: str

    def __str__(self) -> str:
        return f"{self.file} does not exist"


@dataclass(frozen=True, slots=True)
class FolderInPlace:
    """Replace a file by a folder of the same name."""

    file: str

    def __str__(self) -> str:
        return f"{self.file} is a folder"


@dataclass(frozen=True, slots=True)
class TableInWorkbook:
    """Write a table as the only sheet of a workbook, in place of or next to its CSV file; it may have merged cells."""

    table: str
    merged: str | None = None
    book: str = "tables.xlsx"
    beside: bool = False

    def __str__(self) -> str:
        place = f"beside {self.table}.csv" if self.beside else f"and no {self.table}.csv"
        merged = f", with the cells {self.merged} merged" if self.merged else ""
        return f"the table {self.table} as a sheet of {self.book}{merged}, {place}"


Change = CellChange | LineChange | TextChange | FileReplacement | FileRemoved | FolderInPlace | TableInWorkbook | str
"""A change to the data set. A text describes what the unchanged data set already contains."""

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
    """A code: its level, a short title, its meaning, and an example that causes it and one that does not.

    ``broken`` and ``mended`` each change the original data set. ``given`` is what a reader must know about the data set
    to understand the example.
    """

    code: str
    level: Level
    title: str
    explanation: str
    broken: tuple[Change, ...]
    mended: tuple[Change, ...]
    given: str = ""

    def example_by_part(self) -> dict[str, list[str]]:
        """The parts of the example (given, if any, then broken and mended), each as lines of text."""
        parts = {"given": [self.given]} if self.given else {}
        return parts | {"broken": list(map(str, self.broken)), "mended": list(map(str, self.mended))}

    def __str__(self) -> str:
        sections = [f"{self.code} ({self.level.value}): {self.title}", textwrap.fill(self.explanation, _WIDTH)]
        for name, lines in self.example_by_part().items():
            sections.append(f"{EXAMPLE_HEADINGS[name]}:\n" + textwrap.indent("\n".join(lines), "  "))
        return "\n\n".join(sections)


def _entry(code: str, written: dict[str, Any]) -> CatalogueEntry:
    """Make an entry from a table of a file, with the explanation joined into one paragraph."""
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
"""The entries by subject."""

ENTRIES_BY_CODE = {entry.code: entry for entries in ENTRIES_BY_KIND.values() for entry in entries}
"""The entries by code."""
