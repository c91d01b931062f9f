"""A CSV file as it comes from a spreadsheet, read into rows that remember their lines.

A byte order mark, CRLF, semicolons or tabs, quoted line breaks and empty rows at the end are read.
What cannot be read for sure (another encoding, a broken quote, a row of another width) is a problem.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from seeds.problems import Level, Problem, did_you_mean, shown
from seeds.schema import Table

LARGEST_FILE = 256 * 1024 * 1024  # bytes
LONGEST_CELL = 100_000  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by their columns, stripped of white space; ``line`` counts from 1."""

    line: int
    cells: dict[str, str]


@dataclass(slots=True)
class Sheet:
    """A table as text: its rows, where each column stands (from 1), and what was wrong."""

    rows: list[Row] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_sheet(folder: Path, table: Table) -> Sheet:
    """Read the file of a table. Every problem of the file is collected; nothing is raised."""
    sheet = Sheet()
    text = _text(folder, table.path, sheet)
    if text is not None:
        _rows(text, table, sheet)
    return sheet


def _text(folder: Path, file: str, sheet: Sheet) -> str | None:
    def problem(code: str, message: str, line: int = 1, column: int = 1) -> None:
        sheet.problems.append(Problem(file, line, column, code, message))

    path = folder / file
    try:
        if path.stat().st_size > LARGEST_FILE:
            problem("too-large", f"it is larger than {LARGEST_FILE // 1024 // 1024} MiB; split the data set")
            return None
        raw = path.read_bytes()
    except FileNotFoundError:
        problem("missing-file", "there is no such file in the data set; add it, with its header row at least")
        return None
    except OSError as error:
        problem("unreadable-file", f"{error.strerror or error}; it must be a file that can be read")
        return None
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        problem("encoding", "it is UTF-16; save it as UTF-8")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start]
        column = before.count(b",") + 1 if b'"' not in before else 1
        problem(
            "encoding",
            f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8, not as Windows-1252 or -1251",
            line,
            column,
        )
        return None
    if "\0" in text:
        problem(
            "encoding", "it holds a NUL character; save it as CSV, UTF-8", text.count("\n", 0, text.index("\0")) + 1
        )
        return None
    return text


def _delimiter(header: str) -> str:
    """The separator of the header row: the one that stands in it most often; a comma where none does."""
    return max(",;\t", key=header.count) if any(header.count(c) for c in ",;\t") else ","


def _rows(text: str, table: Table, sheet: Sheet) -> None:
    file = table.path
    header_line = text.split("\n", 1)[0]
    csv.field_size_limit(LARGEST_FILE)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(header_line), strict=True)
    header: list[str] | None = None
    begins = 1
    empty_since: int | None = None
    try:
        for cells in reader:
            line, begins = begins, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                empty_since = empty_since or line
                continue
            if header is None:
                header = [cell.strip() for cell in cells]
                if not _header(header, line, table, sheet):
                    return
                continue
            if empty_since:
                sheet.problems.append(
                    Problem(
                        file, empty_since, 1, "empty-row", "a row is empty between others; delete it", Level.WARNING
                    )
                )
            empty_since = None
            if len(cells) != len(header):
                if len(cells) > len(header) and not any(cell.strip() for cell in cells[len(header) :]):
                    cells = cells[: len(header)]
                else:
                    sheet.problems.append(
                        Problem(
                            file,
                            line,
                            min(len(cells), len(header)) + 1,
                            "row-width",
                            f"it has {len(cells)} cells where the header has {len(header)}; put a cell that holds the separator in quotation marks",
                        )
                    )
                    continue
            long = [i for i, cell in enumerate(cells) if len(cell) > LONGEST_CELL]
            if long:
                sheet.problems.append(
                    Problem(
                        file,
                        line,
                        long[0] + 1,
                        "too-large",
                        f"the cell is longer than {LONGEST_CELL} characters; shorten it",
                    )
                )
                continue
            sheet.rows.append(Row(line, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}))
    except csv.Error as error:
        sheet.problems.append(
            Problem(
                file,
                begins,
                1,
                "csv",
                f"{error}; look for a quotation mark that is not closed, or not doubled inside a cell",
            )
        )
        return
    if header is None:
        sheet.problems.append(
            Problem(
                file,
                1,
                1,
                "missing-header",
                "the file is empty; its first row names the columns: " + ",".join(table.by_name),
            )
        )


def _header(header: list[str], line: int, table: Table, sheet: Sheet) -> bool:
    """Note where each column stands; whether the rows below can be read by it."""
    known = list(table.by_name)
    usable = True
    for index, name in enumerate(header, 1):
        if name in sheet.columns:
            sheet.problems.append(
                Problem(
                    table.path,
                    line,
                    index,
                    "duplicate-column",
                    f"the column {shown(name)} stands twice; rename or delete one",
                )
            )
            usable = False
        elif name not in table.by_name and name:
            way_out = did_you_mean(name, [k for k in known if k not in header], "its cells are not read")
            sheet.problems.append(
                Problem(
                    table.path,
                    line,
                    index,
                    "unknown-column",
                    f"no column {shown(name)} in the schema; {way_out}",
                    Level.WARNING,
                )
            )
        sheet.columns.setdefault(name, index)
    for name in known:
        if name not in sheet.columns:
            sheet.problems.append(
                Problem(
                    table.path,
                    line,
                    len(header) + 1,
                    "missing-column",
                    f'there is no column "{name}"; add it to the header row',
                )
            )
            usable = False
    return usable
