"""Convert the text of a cell to the value of a field, according to the schema of its column.

A table is converted column by column, and each distinct text of a column once, because most cells repeat another one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from itertools import compress
from typing import Any, TypeVar, get_origin, get_type_hints

from liaison_atlas.seeds.dates.days import Calendar
from liaison_atlas.seeds.dates.edtf import DateError, parse
from liaison_atlas.seeds.sources.citations import parse_citations
from liaison_atlas.seeds.tables.problems import UnreadableError, did_you_mean, quoted
from liaison_atlas.seeds.tables.raw_table import RawTable
from liaison_atlas.seeds.tables.records import Certainty, LinkCertainty, Rank, Record
from liaison_atlas.seeds.tables.schema import Field, Table

R = TypeVar("R", bound=Record)

_Cell = str | tuple[str, Calendar]
"""The text of a cell, with the calendar if it contains dates in the Julian calendar."""
_Errors = dict[_Cell, UnreadableError]
_DATE_FORMATS = ("edtf", "edtf-list")
_DEFAULTS: dict[Any, Enum] = {
    type(value): value for value in (Certainty.CERTAIN, Rank.NORMAL, Calendar.GREGORIAN, LinkCertainty.CONJECTURED)
}


def records_of(raw_table: RawTable, table: Table, record: type[R]) -> list[R]:
    """Convert the rows of a table to records.

    A row with an invalid cell is left out, and each invalid cell is reported to the raw table. Equal cells of a column
    become one object, which saves memory and makes comparisons fast.

    Returns
    -------
    list of record
        the records in the order of the table.
    """
    hints = get_type_hints(record)
    columns: list[Sequence[Any]] = [raw_table.lines]
    problems_before = len(raw_table.problems)
    calendars = raw_table.column("calendar") if "calendar" in raw_table.columns else []
    for attribute in fields(record)[1:]:  # all except the line
        name, hint = attribute.name.rstrip("_"), hints[attribute.name]
        column = table.by_name.get(name)
        if column is None or name not in raw_table.columns:
            columns.append([_empty_value(hint)] * len(raw_table.lines))
            continue
        cells: Sequence[_Cell] = raw_table.column(name)
        if column.format in _DATE_FORMATS and Calendar.JULIAN.value in calendars:
            cells = [
                (text, Calendar.JULIAN) if calendar == Calendar.JULIAN.value else text
                for text, calendar in zip(raw_table.column(name), calendars, strict=True)
            ]
        values, errors = _values_by_cell(cells, column, hint)
        if errors or (column.unique and len(values) < len(cells)):
            _report_bad_cells(raw_table, column, cells, errors)
        columns.append(list(map(values.__getitem__, cells)))
    rejected_lines = {problem.line for problem in raw_table.problems[problems_before:]}
    if rejected_lines:
        accepted = [line not in rejected_lines for line in raw_table.lines]
        columns = [list(compress(cells, accepted)) for cells in columns]
    return list(map(record, *columns))


def _empty_value(hint: Any) -> Any:
    """The value of an empty cell or a missing column."""
    return () if get_origin(hint) is tuple else _DEFAULTS.get(hint)


def _report_bad_cells(raw_table: RawTable, column: Field, cells: Sequence[_Cell], errors: _Errors) -> None:
    """Report the invalid cells of a column, and repeated values that must be unique."""
    seen: dict[_Cell, int] = {}
    for line, cell in zip(raw_table.lines, cells, strict=True):
        error = errors.get(cell)
        if error is None and column.unique and cell and (first := seen.setdefault(cell, line)) != line:
            message = f"{quoted(str(cell))} is already in line {first}; change one of them, as each must be unique"
            error = UnreadableError("duplicate-id", message)
        if error is not None:
            raw_table.report(line, raw_table.columns[column.name], error.code, str(error))


def _values_by_cell(cells: Sequence[_Cell], column: Field, hint: Any) -> tuple[dict[_Cell, Any], _Errors]:
    """The value of each distinct cell of a column, and the error of each invalid cell."""
    values: dict[Any, Any] = dict.fromkeys(cells)
    errors: _Errors = {}
    if column.type == "string" and hint in (str, str | None) and not column.categories:  # the text is the value
        is_valid = re.compile(column.pattern or "(?s:.*)").fullmatch
        if all(map(is_valid, filter(None, values))) and not (column.required and "" in values):
            return {cell: cell or None for cell in values}, {}
    for cell in values:
        text, calendar = (cell, Calendar.GREGORIAN) if isinstance(cell, str) else cell
        try:
            values[cell] = _parse_cell(text, column, hint, calendar)
        except UnreadableError as error:
            errors[cell] = error
        except DateError as error:
            errors[cell] = UnreadableError("date", str(error))
    return values, errors


def _parse_cell(text: str, column: Field, hint: Any, calendar: Calendar) -> Any:
    if not text:
        if column.required and column.name == "sources":
            raise UnreadableError("uncited", '"sources" is empty; cite a source, as in Key[page]')
        if column.required:
            raise UnreadableError("missing-value", f'"{column.name}" is empty; fill it in')
        return _empty_value(hint)
    if column.format == "citations":
        return parse_citations(text)
    if column.format == "edtf":
        return parse(text, calendar=calendar)
    if column.format in ("list", "edtf-list"):
        pieces = tuple(filter(None, map(str.strip, text.split(";"))))
        return pieces if column.format == "list" else tuple(parse(piece, calendar=calendar) for piece in pieces)
    values = [value for value, _ in column.categories]
    if hint in _DEFAULTS:
        values = [member.value for member in hint if not values or member.value in values]
    if values and text not in values:
        remedy = did_you_mean(text, values, "it must be one of " + ", ".join(values))
        raise UnreadableError("unknown-value", f'"{column.name}" cannot be {quoted(text)}; {remedy}')
    if hint in _DEFAULTS:
        return hint(text)
    if column.pattern and not re.fullmatch(column.pattern, text):
        raise UnreadableError("pattern", f'"{column.name}" must match {column.pattern} (got {quoted(text)})')
    if column.type in ("number", "integer"):
        return _parse_number(text, column)
    if column.type == "date":
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            message = f'"{column.name}" must be a day in the form YYYY-MM-DD (got {quoted(text)})'
            raise UnreadableError("date", message) from None
    return text


def _parse_number(text: str, column: Field) -> float:
    whole = column.type == "integer"
    if not re.fullmatch(r"[+-]?[0-9]{1,15}" if whole else r"[+-]?[0-9]+(\.[0-9]+)?", text):
        message = f'"{column.name}" must be a {"whole " if whole else ""}number (got {quoted(text)})'
        if not whole:
            is_comma = re.fullmatch(r"[+-]?[0-9]+,[0-9]+", text)
            message += (
                "; write a decimal point, not a comma"
                if is_comma
                else "; write digits, with a point before the decimals"
            )
        raise UnreadableError("number", message)
    number = int(text) if whole else float(text)
    low, high = column.minimum, column.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        if low is not None and high is not None:
            limits = f"from {low:g} to {high:g}"
        else:
            limits = f"{high:g} at most" if low is None else f"{low:g} at least"
        swap_hint = "; is it swapped with the longitude?" if column.name == "lat" else ""
        raise UnreadableError("range", f'"{column.name}" must be {limits} (got {number:g}){swap_hint}')
    return number
