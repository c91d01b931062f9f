"""From the text of a cell to the value of a field, by what the schema says of its column."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, TypeVar, get_type_hints

from seeds.citations import CitationError, parse_citations
from seeds.edtf import DateError, parse
from seeds.problems import did_you_mean, shown
from seeds.records import Certainty, Rank, Record, Sureness
from seeds.schema import Field, Table
from seeds.sheet import Sheet

R = TypeVar("R", bound=Record)


class _Bad(ValueError):
    """A cell that cannot be what its column asks for."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


_ENUMS: dict[str, tuple[type[Enum], Enum]] = {
    "certainty": (Certainty, Certainty.CERTAIN),
    "rank": (Rank, Rank.NORMAL),
    "liaison": (Sureness, Sureness.CONJECTURED),
}


def records_of(sheet: Sheet, table: Table, record: type[R]) -> list[R]:
    """The rows of a table as records. A row with a bad cell is left out, and each bad cell reported to the sheet."""
    fields = [(f, table.by_name[f.name.rstrip("_")]) for f in dataclasses.fields(record) if f.name != "line"]
    hints = get_type_hints(record)
    seen: dict[tuple[str, str], int] = {}
    read: dict[str, dict[str, Any]] = {column.name: {} for _, column in fields}  # most cells say what another said
    found: list[R] = []
    for row in sheet.rows:
        values: dict[str, Any] = {}
        clean = True
        for attribute, column in fields:
            text = row.cells[column.name]
            try:
                before = read[column.name]
                if text not in before:
                    before[text] = _value(text, column, hints[attribute.name])
                values[attribute.name] = before[text]
                if column.unique and text:
                    first = seen.setdefault((column.name, text), row.line)
                    if first != row.line:
                        raise _Bad("duplicate-id", f"{shown(text)} stands in line {first} already; each must be unique")
            except _Bad as error:
                sheet.report(row.line, sheet.columns[column.name], error.code, str(error))
                clean = False
        if clean:
            found.append(record(line=row.line, **values))
    return found


def _value(text: str, column: Field, hint: Any) -> Any:
    if column.required and not text:
        code = "uncited" if column.name == "sources" else "missing-value"
        way_out = "cite the source, as Key[page]" if column.name == "sources" else "fill it in"
        raise _Bad(code, f'"{column.name}" is empty; {way_out}')
    if column.format == "citations":
        return _read(text, parse_citations, CitationError, "citation")
    if column.format == "list":
        return _list(text)
    if column.format == "edtf":
        return _read(text, parse, DateError, "date") if text else None
    if column.categories and text:
        values = [value for value, _ in column.categories]
        if text not in values:
            raise _Bad(
                "unknown-value",
                f'"{column.name}" cannot be {shown(text)}; {did_you_mean(text, values, "it must be one of " + ", ".join(values))}',
            )
    if column.name in _ENUMS and isinstance(hint, type) and issubclass(hint, Enum):
        enum, default = _ENUMS[column.name]
        try:
            return enum(text) if text else default
        except ValueError:
            raise _Bad(
                "unknown-value",
                f'"{column.name}" must be one of {", ".join(e.value for e in enum)} (got {shown(text)})',
            ) from None
    if not text:
        return None
    if column.pattern and not re.fullmatch(column.pattern, text):
        raise _Bad("pattern", f'"{column.name}" must look like {column.pattern} (got {shown(text)})')
    return _SCALARS[column.type](text, column) if column.type in _SCALARS else text


T = TypeVar("T")


def _read(text: str, reader: Callable[[str], T], error_type: type[ValueError], code: str) -> T:
    try:
        return reader(text)
    except error_type as error:
        raise _Bad(code, str(error)) from None


def _list(text: str) -> tuple[str, ...]:
    pieces = [piece.strip() for piece in text.split(";")]
    return tuple(piece for piece in pieces if piece)


def _number(text: str, column: Field) -> float:
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
        raise _Bad("number", f'"{column.name}" must be a number (got {shown(text)}); {hint}')
    _within(number, column)
    return number


def _integer(text: str, column: Field) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,15}", text, re.ASCII):
        raise _Bad("number", f'"{column.name}" must be a whole number (got {shown(text)})')
    _within(int(text), column)
    return int(text)


def _within(number: float, column: Field) -> None:
    low, high = column.minimum, column.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        limits = (
            f"from {low:g} to {high:g}"
            if low is not None and high is not None
            else f"{low:g} at least"
            if low is not None
            else f"{high:g} at most"
        )
        swapped = "; is it swapped with the longitude?" if column.name == "lat" else ""
        raise _Bad("range", f'"{column.name}" must be {limits} (got {number:g}){swapped}')


def _iso_date(text: str, column: Field) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise _Bad("date", f'"{column.name}" must be a day, as YYYY-MM-DD (got {shown(text)})') from None


_SCALARS: dict[str, Callable[[str, Field], Any]] = {"number": _number, "integer": _integer, "date": _iso_date}
