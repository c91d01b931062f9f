"""Rules for the values of ``kiosk.toml``: a rule reads a value, or reports what the value must be.

A new kind of value is one more `ValueRule`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from liaison_atlas.maps.payload.page_documents import MapView
from liaison_atlas.seeds.tables.problems import did_you_mean, printable, quoted

_COORDINATE = r"-?\d{1,3}(?:\.\d{1,6})?"


@dataclass(frozen=True)
class ValueRule:
    """The expected value as text, and the function that reads a value or raises a `ValueError` with a remedy."""

    expected: str
    read: Callable[[Any], Any]


def _shown_value(value: Any) -> str:
    """A value of TOML for an error message."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value)
    try:
        return printable(str(value))[:60]
    except ValueError:  # Python does not print numbers of more than 4300 digits
        return "a number of thousands of digits"


def _rule_error(expected: str, value: Any, remedy: str = "") -> ValueError:
    return ValueError(f"must be {expected} (got {_shown_value(value)})" + (f"; {remedy}" if remedy else ""))


def _rule(expected: str, accepts: Callable[[Any], object], convert: Callable[[Any], Any] = lambda v: v) -> ValueRule:
    """A rule for the values that ``accepts`` returns true for."""

    def read(value: Any) -> Any:
        if not accepts(value):
            raise _rule_error(expected, value)
        return convert(value)

    return ValueRule(expected, read)


def _text_rule(expected: str, pattern: str) -> ValueRule:
    return _rule(expected, lambda value: isinstance(value, str) and re.fullmatch(pattern, value))


def _list_rule(expected: str, item: ValueRule, noun: str, least: int = 1) -> ValueRule:
    """A list of values of one rule, each once."""

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) < least:
            raise _rule_error(expected, value)
        found = tuple(map(item.read, value))
        if len(set(found)) < len(found):
            raise ValueError(f"lists a {noun} twice; remove one of them")
        return found

    return ValueRule(expected, read)


def integer(minimum: int, maximum: int) -> ValueRule:
    """An integer within a range, limits included."""
    expected = f"a whole number from {minimum} to {maximum}"
    return _rule(expected, lambda value: type(value) is int and minimum <= value <= maximum)


def number(minimum: float, maximum: float) -> ValueRule:
    """A number within a range, limits included."""
    expected = f"a number from {minimum:g} to {maximum:g}"
    return _rule(expected, lambda value: type(value) in (int, float) and minimum <= value <= maximum, float)


def one_of(choices: Sequence[str]) -> ValueRule:
    """One of some choices."""
    expected = "one of " + ", ".join(f'"{word}"' for word in choices)

    def read(value: Any) -> str:
        if isinstance(value, str) and value in choices:
            return value
        raise _rule_error(expected, value, did_you_mean(value, choices, "") if isinstance(value, str) else "")

    return ValueRule(expected, read)


def subset_of(choices: Sequence[str]) -> ValueRule:
    """A list of some of the choices, each once."""
    return _list_rule("a list of some of " + ", ".join(f'"{word}"' for word in choices), one_of(choices), "word")


def text_line(max_length: int) -> ValueRule:
    """A line of printable text."""
    return _rule(
        f"a line of text of at most {max_length} characters",
        lambda value: isinstance(value, str) and value.strip() and len(value) <= max_length and value.isprintable(),
        str.strip,
    )


def _time_of_day(value: Any) -> str | None:
    if isinstance(value, datetime.time) and not (value.second or value.microsecond):
        return value.strftime("%H:%M")  # TOML has a type for times, written without quotation marks
    return value if isinstance(value, str) and re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", value) else None


def _staff_code(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4,8}", value):
        raise ValueError(f"must be {staff_code.expected}")  # never repeat it
    return value


def _map_view(value: Any) -> MapView | None:
    if not isinstance(value, str) or not re.fullmatch(rf"{_COORDINATE}/{_COORDINATE}/{_COORDINATE}", value):
        return None
    zoom, lat, lon = map(float, value.split("/"))
    return {"zoom": zoom, "lat": lat, "lon": lon} if abs(zoom) <= 24 and abs(lat) <= 90 and abs(lon) <= 180 else None


boolean = _rule("true or false, without quotation marks", lambda value: isinstance(value, bool))
quarter_turns = _rule(
    "0, 90, 180 or 270", lambda value: type(value) in (int, float) and value in (0, 90, 180, 270), int
)
time_of_day = _rule('a time of day such as "08:30"', _time_of_day, _time_of_day)
staff_code = ValueRule('four to eight digits in quotation marks, such as "4711"', _staff_code)
map_view = _rule('zoom/latitude/longitude, such as "4/52.5/13.4", as in the address of the atlas', _map_view, _map_view)
_LANGUAGES = 'a list of language tags such as ["de", "en"], the first being the house\'s own'
languages = _list_rule(_LANGUAGES, _text_rule(_LANGUAGES, r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"), "language")
strand = _text_rule('the name of a strand, as in "strands" of datapackage.json', r"[a-z0-9]+(-[a-z0-9]+)*")
strands = _list_rule('a list of strand names, such as ["polemic"]', strand, "strand", least=0)
