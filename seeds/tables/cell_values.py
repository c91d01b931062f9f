"""From the text of a cell to the value of a field, by what the schema says of its column.

A table is read column by column, and each distinct text of a column once: most cells repeat another one.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, NamedTuple, TypeVar, get_origin, get_type_hints

from liaison_atlas.seeds.dates.days import Calendar
from liaison_atlas.seeds.dates.edtf import DateError, parse
from liaison_atlas.seeds.dates.when import When
from liaison_atlas.seeds.sources.citations import CitationError, parse_citations
from liaison_atlas.seeds.tables.problems import did_you_mean, quoted
from liaison_atlas.seeds.tables.raw_table import RawTable
from liaison_atlas.seeds.tables.records import Certainty, LinkCertainty, Rank, Record
from liaison_atlas.seeds.tables.schema import Field, Table

R = TypeVar("R", bound=Record)


class _CellError(ValueError):
    """A cell whose text does not fit its column."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class _OldStyleCell(NamedTuple):
    """A cell with dates, in a row whose days and months are those of the Julian calendar."""

    text: str


_Cell = str | _OldStyleCell
_DATE_FORMATS = ("edtf", "edtf-list")


_ENUM_COLUMNS: dict[str, tuple[type[Enum], Enum]] = {
    "certainty": (Certainty, Certainty.CERTAIN),
    "rank": (Rank, Rank.NORMAL),
    "calendar": (Calendar, Calendar.GREGORIAN),
    "liaison": (LinkCertainty, LinkCertainty.CONJECTURED),
}


def records_of(raw_table: RawTable, table: Table, record: type[R]) -> list[R]:
    """The rows of a table as records. A row with a bad cell is left out, and each bad cell is reported to the raw table.

    Equal cells of a column become one object, which saves memory and makes comparing them quick.
    """
    hints = get_type_hints(record)
    columns: list[list[Any]] = [raw_table.lines]
    rejected_rows: set[int] = set()
    calendars = raw_table.column("calendar") if "calendar" in raw_table.columns else []
    for attribute in dataclasses.fields(record)[1:]:  # all but the line
        name = attribute.name.rstrip("_")
        column = table.by_name.get(name)
        if column is None or (raw_table.cells and name not in raw_table.columns):
            columns.append([_empty_value(name, hints[attribute.name])] * len(raw_table.lines))
            continue
        cells: Sequence[_Cell] = raw_table.column(name)
        if column.format in _DATE_FORMATS and Calendar.JULIAN.value in calendars:
            cells = _in_their_calendars(raw_table.column(name), calendars)
        values = _values_by_cell(cells, column, hints[attribute.name])
        errors = {cell: value for cell, value in values.items() if isinstance(value, _CellError)}
        if errors or (column.unique and len(values) < len(cells)):
            rejected_rows |= _report_bad_cells(raw_table, column, cells, errors)
        columns.append(list(map(values.__getitem__, cells)))
    if rejected_rows:
        columns = [[cell for row, cell in enumerate(cells) if row not in rejected_rows] for cells in columns]
    return list(map(record, *columns))


def _empty_value(name: str, hint: Any) -> Any:
    """The value of the cells of a column that is left out."""
    return () if get_origin(hint) is tuple else _ENUM_COLUMNS[name][1] if name in _ENUM_COLUMNS else None


def _in_their_calendars(texts: Sequence[str], calendars: Sequence[str]) -> list[_Cell]:
    """The cells of a column of dates, those of rows with ``julian`` marked."""
    rows = zip(texts, calendars, strict=True)
    return [_OldStyleCell(text) if calendar == Calendar.JULIAN.value else text for text, calendar in rows]


def _report_bad_cells(
    raw_table: RawTable, column: Field, cells: Sequence[_Cell], errors: dict[_Cell, _CellError]
) -> set[int]:
    """Report the bad cells of a column and repeated values that must be unique; return the indexes of their rows."""
    rows: set[int] = set()
    seen: dict[str, int] = {}
    for row, (line, cell) in enumerate(zip(raw_table.lines, cells, strict=True)):
        error = errors.get(cell)
        if error is None and column.unique and cell:
            text = str(cell)  # no column of dates is unique
            first = seen.setdefault(text, line)
            if first != line:
                error = _CellError(
                    "duplicate-id", f"{quoted(text)} stands in line {first} already; each must be unique"
                )
        if error is not None:
            raw_table.report(line, raw_table.columns[column.name], error.code, str(error))
            rows.add(row)
    return rows


def _values_by_cell(cells: Iterable[_Cell], column: Field, hint: Any) -> dict[_Cell, Any]:
    """The value of each distinct cell of a column; in place of one that cannot be read, the error."""
    values: dict[Any, Any] = dict.fromkeys(cells)
    if _is_text(column) and not (column.required and "" in values) and _all_match(column.pattern, values):
        return {**dict(zip(values, values, strict=True)), **({"": None} if "" in values else {})}
    for cell in values:
        text, calendar = (cell.text, Calendar.JULIAN) if isinstance(cell, _OldStyleCell) else (cell, Calendar.GREGORIAN)
        try:
            values[cell] = _parse_cell(text, column, hint, calendar)
        except _CellError as error:
            values[cell] = error
    return values


def _all_match(pattern: str | None, texts: Iterable[str]) -> bool:
    """Whether all texts match a pattern; empty cells always do."""
    return pattern is None or all(map(re.compile(pattern).fullmatch, filter(None, texts)))


def _is_text(column: Field) -> bool:
    """Whether a cell of a column means what is written in it, and nothing else."""
    return (
        column.type not in _SCALAR_PARSERS
        and column.format not in ("citations", "list", *_DATE_FORMATS)
        and not column.categories
        and column.name not in _ENUM_COLUMNS
    )


def _parse_cell(text: str, column: Field, hint: Any, calendar: Calendar) -> Any:
    if column.required and not text:
        code = "uncited" if column.name == "sources" else "missing-value"
        remedy = "cite the source, as Key[page]" if column.name == "sources" else "fill it in"
        raise _CellError(code, f'"{column.name}" is empty; {remedy}')
    if column.format == "citations":
        return _parse_with(text, parse_citations, CitationError, "citation")
    if column.format == "list":
        return _parse_list(text)
    if column.format == "edtf":
        return _parse_date(text, calendar) if text else None
    if column.format == "edtf-list":
        return tuple(_parse_date(piece, calendar) for piece in _parse_list(text))
    if column.categories and text:
        values = [value for value, _ in column.categories]
        if text not in values:
            raise _CellError(
                "unknown-value",
                f'"{column.name}" cannot be {quoted(text)}; {did_you_mean(text, values, "it must be one of " + ", ".join(values))}',
            )
    if column.name in _ENUM_COLUMNS and isinstance(hint, type) and issubclass(hint, Enum):
        enum, default = _ENUM_COLUMNS[column.name]
        try:
            return enum(text) if text else default
        except ValueError:
            raise _CellError(
                "unknown-value",
                f'"{column.name}" must be one of {", ".join(e.value for e in enum)} (got {quoted(text)})',
            ) from None
    if not text:
        return None
    if column.pattern and not re.fullmatch(column.pattern, text):
        raise _CellError("pattern", f'"{column.name}" must look like {column.pattern} (got {quoted(text)})')
    return _SCALAR_PARSERS[column.type](text, column) if column.type in _SCALAR_PARSERS else text


def _parse_date(text: str, calendar: Calendar) -> When:
    return _parse_with(text, partial(parse, calendar=calendar), DateError, "date")


T = TypeVar("T")


def _parse_with(text: str, reader: Callable[[str], T], error_type: type[ValueError], code: str) -> T:
    try:
        return reader(text)
    except error_type as error:
        raise _CellError(code, str(error)) from None


def _parse_list(text: str) -> tuple[str, ...]:
    pieces = [piece.strip() for piece in text.split(";")]
    return tuple(piece for piece in pieces if piece)


def _parse_number(text: str, column: Field) -> float:
    try:
        number = float(text) if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", text, re.ASCII) else None
    except ValueError:
        number = None
    if number is None:
        hint = (
            "write a point, not a comma"
            if re.fullmatch(r"[+-]?[0-9]+,[0-9]+", text)
            else "write digits, with a point before decimals"
        )
        raise _CellError("number", f'"{column.name}" must be a number (got {quoted(text)}); {hint}')
    _check_limits(number, column)
    return number


def _parse_integer(text: str, column: Field) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,15}", text, re.ASCII):
        raise _CellError("number", f'"{column.name}" must be a whole number (got {quoted(text)})')
    _check_limits(int(text), column)
    return int(text)


def _check_limits(number: float, column: Field) -> None:
    low, high = column.minimum, column.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        limits = (
            f"from {low:g} to {high:g}"
            if low is not None and high is not None
            else f"{low:g} at least"
            if low is not None
            else f"{high:g} at most"
        )
        swap_hint = "; is it swapped with the longitude?" if column.name == "lat" else ""
        raise _CellError("range", f'"{column.name}" must be {limits} (got {number:g}){swap_hint}')


def _parse_iso_date(text: str, column: Field) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise _CellError("date", f'"{column.name}" must be a day, as YYYY-MM-DD (got {quoted(text)})') from None


_SCALAR_PARSERS: dict[str, Callable[[str, Field], Any]] = {
    "number": _parse_number,
    "integer": _parse_integer,
    "date": _parse_iso_date,
}
