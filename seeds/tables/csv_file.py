"""Read a CSV file as a spreadsheet saves it.

The reader accepts a byte order mark, CRLF, semicolons or tabs, quoted line breaks and Excel's hint ``sep=;`` above the
table. Ambiguous content (another encoding, a broken quote) is reported as a problem and never guessed.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from liaison_atlas.seeds.tables.problems import UnreadableError
from liaison_atlas.seeds.tables.raw_table import RawTable
from liaison_atlas.seeds.tables.safe_read import MAX_FILE_BYTES, read_regular_file
from liaison_atlas.seeds.tables.schema import Table

_ADD_IT = "add it, with at least its header row"
# A spreadsheet that does not know the hint treats it as a row, and saves it in quotation marks or with empty cells.
_SEPARATOR_HINT = rb'"?sep=([,;\t|])"?[,;\t| ]*(?:\r\n?|\n|\Z)'
_TABLE_START = re.compile(rb"(?:%s)?(?:%s)?[\r\n]*([^\r\n]*)" % (codecs.BOM_UTF8, _SEPARATOR_HINT), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CsvDialect:
    """The dialect of the CSV file of a table."""

    hint_lines: int
    """The number of lines above the table: one if it has Excel's hint."""
    header_line: bytes
    """The first line of the table that is not empty. It names the columns."""
    separator: str
    """The separator between cells."""


def sniff_dialect(raw: bytes) -> CsvDialect:
    r"""Return the dialect of the table in a file.

    The separator is the most frequent one in the header row, or a comma if there is none. The separator of a hint has
    priority if the header row contains it.

    Returns
    -------
    CsvDialect
        whether a line with a hint comes first, the header row, and the separator.

    Examples
    --------
    >>> sniff_dialect(b"id;name, or none\nx;X\n").separator, sniff_dialect(b"sep=|\nid|name, or none, or both\n").separator
    (',', '|')
    """
    hint, line = next(_TABLE_START.finditer(raw)).groups(b"")  # the pattern matches any beginning
    most_frequent = max((b",", b";", b"\t"), key=line.count)  # the first one if there is none
    separator = hint if hint and hint in line else most_frequent
    return CsvDialect(1 if hint else 0, line, separator.decode())


def read_csv(path: Path, table: Table) -> RawTable:
    """Read the file of a table. Problems of the file are collected and not raised."""
    raw_table = RawTable(path.name)
    raw_table.read_rows(_rows_of_file(path), table)
    return raw_table


def _rows_of_file(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a file. If it is not UTF-8, an error names the cell."""
    raw = read_regular_file(path, missing_message=f"the file does not exist; {_ADD_IT}")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableError("encoding", "the file is UTF-16; save it as UTF-8")
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8; the file looks like {_likely_encoding(raw)}"
        raise UnreadableError("encoding", f"{message}; save it as UTF-8", *_cell_at(raw, error.start)) from None
    if b"\0" in raw:
        line = raw.count(b"\n", 0, raw.index(b"\0")) + 1
        raise UnreadableError("encoding", "the file contains a NUL character; save it as CSV, UTF-8", line)
    yield from _rows(raw, sniff_dialect(raw))


def _cell_at(raw: bytes, byte_offset: int) -> tuple[int, int]:
    """The line of the row and the column of the cell that contain a byte, in a file with one byte per character."""
    before = (raw[:byte_offset].removeprefix(codecs.BOM_UTF8) + b"x").decode("latin-1").encode()
    rows = _rows(before, sniff_dialect(raw), strict=False)  # a quoted cell may be cut off here
    for line, cells in deque(rows, maxlen=1):
        return line, len(cells)
    return 1, 1


def _likely_encoding(raw: bytes) -> str:
    """Guess the encoding of a file with one byte per character: Cyrillic words have no ASCII letters in between.

    Returns
    -------
    str
        the name of the encoding, for a message.

    Examples
    --------
    >>> _likely_encoding("Москва, центр".encode("cp1251")), _likely_encoding("Führer, café".encode("cp1252"))
    ('Windows-1251', 'Windows-1252')
    """
    runs = [len(run) for run in re.findall(rb"[\x80-\xff]+", raw)]
    return "Windows-1251" if sum(runs) > 2 * len(runs) else "Windows-1252"


def _rows(raw: bytes, dialect: CsvDialect, *, strict: bool = True) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines on which they begin; a row may have several lines."""
    csv.field_size_limit(MAX_FILE_BYTES)
    # Decode while reading: a StringIO would take four bytes per character, in addition to the file itself.
    lines = io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8-sig", newline="")
    for _ in range(dialect.hint_lines):
        next(lines)
    reader = csv.reader(lines, delimiter=dialect.separator, strict=strict)
    row_line = dialect.hint_lines + 1
    try:
        for cells in reader:
            yield row_line, cells
            row_line = dialect.hint_lines + reader.line_num + 1
    except csv.Error as error:
        remedy = "look for a quotation mark that is not closed, or that is not doubled inside a cell"
        raise UnreadableError("csv", f"{error}; {remedy}", row_line) from None
