"""A CSV file as it comes from a spreadsheet.

A byte order mark, CRLF, semicolons or tabs and quoted line breaks are read. What cannot be read for sure
(another encoding, a broken quote) is a problem, never a guess.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from seeds.content import LARGEST_FILE, UnreadableError, content_of
from seeds.schema import Table
from seeds.sheet import Sheet

_ADD_IT = "add it, with its header row at least"


def read_csv(path: Path, table: Table) -> Sheet:
    """Read the file of a table. Every problem of the file is collected; nothing is raised."""
    sheet = Sheet(path.name)
    raw = _utf8(path, sheet)
    if raw is not None:
        sheet.fill(_rows(raw, sheet), table)
    return sheet


def _utf8(path: Path, sheet: Sheet) -> bytes | None:
    """The bytes of a file that holds a text of UTF-8."""
    try:
        raw = content_of(path, missing=f"there is no such file in the data set; {_ADD_IT}")
    except UnreadableError as error:
        sheet.report(1, 1, error.code, str(error))
        return None
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        sheet.report(1, 1, "encoding", "it is UTF-16; save it as UTF-8")
        return None
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start]
        column = before.count(b",") + 1 if b'"' not in before else 1
        told = f"byte 0x{raw[error.start]:02x} is not UTF-8; the file looks like {_likely_encoding(raw)}"
        sheet.report(line, column, "encoding", f"{told}; save it as UTF-8")
        return None
    if b"\0" in raw:
        line = raw.count(b"\n", 0, raw.index(b"\0")) + 1
        sheet.report(line, 1, "encoding", "it holds a NUL character; save it as CSV, UTF-8")
        return None
    return raw


def _likely_encoding(raw: bytes) -> str:
    """The name of what a file in one byte a letter probably is: words of Cyrillic have no ASCII between.

    >>> _likely_encoding("Москва, центр".encode("cp1251")), _likely_encoding("Führer, café".encode("cp1252"))
    ('Windows-1251', 'Windows-1252')
    """
    runs = [len(run) for run in re.findall(rb"[\x80-\xff]+", raw)]
    return "Windows-1251" if sum(runs) > 2 * len(runs) else "Windows-1252"


def _delimiter(header: str) -> str:
    """The separator of the header row: the one that stands in it most often; a comma where none does."""
    return max(",;\t", key=header.count) if any(header.count(c) for c in ",;\t") else ","


def _rows(raw: bytes, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines where they begin; a row may run over several."""
    csv.field_size_limit(LARGEST_FILE)
    header_line = raw.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n").split(b"\n", 1)[0].decode()
    # Decoded as it is read: a StringIO would take four bytes a character, beside the file itself.
    lines = io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8-sig", newline="")
    reader = csv.reader(lines, delimiter=_delimiter(header_line), strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        way_out = "look for a quotation mark that is not closed, or not doubled inside a cell"
        sheet.report(begins, 1, "csv", f"{error}; {way_out}")
