"""Rules for the values of ``kiosk.toml``: a rule reads a value, or reports what it must be.

A new kind of value is one more function that returns a `ValueRule`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from liaison_atlas.maps.payload.page_documents import MapView
from liaison_atlas.seeds.tables.problems import did_you_mean, printable, quoted

_TIME_OF_DAY = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_STRAND = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class ValueRule:
    """What a value must be, as text, and the function that reads it or raises a `ValueError` with a remedy."""

    expected: str
    read: Callable[[Any], Any]


def _shown_value(value: Any) -> str:
    """A value of TOML as an error shows it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value)
    try:
        return printable(str(value))[:60]
    except ValueError:  # Python writes no number of more than 4300 digits
        return "a number of thousands of digits"


def _rule_error(expected: str, value: Any) -> ValueError:
    return ValueError(f"must be {expected} (got {_shown_value(value)})")


def integer(minimum: int, maximum: int) -> ValueRule:
    """An integer between two others, both allowed."""
    expected = f"a whole number from {minimum} to {maximum}"

    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not minimum <= value <= maximum:
            raise _rule_error(expected, value)
        return value

    return ValueRule(expected, read)


def number(minimum: float, maximum: float) -> ValueRule:
    """A number between two others, both allowed."""
    expected = f"a number from {minimum:g} to {maximum:g}"

    def read(value: Any) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool) or not minimum <= value <= maximum:
            raise _rule_error(expected, value)
        return float(value)

    return ValueRule(expected, read)


def _quarter_turns(value: Any) -> int:
    if isinstance(value, bool) or value not in (0, 90, 180, 270):
        raise _rule_error("0, 90, 180 or 270", value)
    return int(value)


quarter_turns = ValueRule("0, 90, 180 or 270", _quarter_turns)


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _rule_error("true or false, without quotation marks", value)
    return value


boolean = ValueRule("true or false", _boolean)


def one_of(choices: Sequence[str]) -> ValueRule:
    """One of some choices."""
    expected = "one of " + ", ".join(f'"{word}"' for word in choices)

    def read(value: Any) -> str:
        if value in choices and isinstance(value, str):
            return value
        suggestion = did_you_mean(value, list(choices), "") if isinstance(value, str) else ""
        raise ValueError(f"must be {expected} (got {_shown_value(value)})" + (f"; {suggestion}" if suggestion else ""))

    return ValueRule(expected, read)


def subset_of(choices: Sequence[str]) -> ValueRule:
    """A list of some of the choices, each once."""
    expected = "a list of some of " + ", ".join(f'"{word}"' for word in choices)
    choice_rule = one_of(choices)

    def read(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or not value:
            raise _rule_error(expected, value)
        found = tuple(choice_rule.read(word) for word in value)
        if len(set(found)) < len(found):
            raise ValueError("lists a word twice; remove one of them")
        return found

    return ValueRule(expected, read)


def _languages(value: Any) -> tuple[str, ...]:
    expected = 'a list of language tags such as ["de", "en"], the default first'
    if not isinstance(value, list) or not value:
        raise _rule_error(expected, value)
    for tag in value:
        if not isinstance(tag, str) or not _LANGUAGE.fullmatch(tag):
            raise _rule_error(expected, tag)
    if len(set(value)) < len(value):
        raise ValueError("lists a language twice; remove one of them")
    return tuple(value)


languages = ValueRule('a list of language tags, such as ["de", "en"]', _languages)


def _strand(value: Any) -> str:
    if not isinstance(value, str) or not _STRAND.fullmatch(value):
        raise _rule_error('the name of a strand, as in "strands" of datapackage.json', value)
    return value


def _strands(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _rule_error('a list of strand names, such as ["polemic"]', value)
    names = tuple(map(_strand, value))
    if len(set(names)) < len(names):
        raise ValueError("lists a strand twice; remove one of them")
    return names


strand = ValueRule("the name of a strand", _strand)
strands = ValueRule('a list of strand names, such as ["polemic"]', _strands)


def text_line(max_length: int) -> ValueRule:
    """A line of text that can be shown."""
    expected = f"a line of text of at most {max_length} characters"

    def read(value: Any) -> str:
        if not isinstance(value, str) or not value.strip() or len(value) > max_length or not value.isprintable():
            raise _rule_error(expected, value)
        return value.strip()

    return ValueRule(expected, read)


def _time_of_day(value: Any) -> str:
    if isinstance(value, datetime.time) and not (value.second or value.microsecond):
        return value.strftime("%H:%M")  # TOML has a type for times, written without quotation marks
    if not isinstance(value, str) or not _TIME_OF_DAY.fullmatch(value):
        raise _rule_error('a time of day such as "08:30"', value)
    return value


time_of_day = ValueRule('a time of day, such as "08:30"', _time_of_day)


def _staff_code(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4,8}", value):
        raise ValueError('must be four to eight digits in quotation marks, such as "4711"')  # never repeat it
    return value


staff_code = ValueRule('four to eight digits in quotation marks, such as "4711"', _staff_code)


def _map_view(value: Any) -> MapView:
    expected = 'zoom/latitude/longitude, such as "4/52.5/13.4", as in the address of the atlas'
    parts = value.split("/") if isinstance(value, str) else []
    if len(parts) != 3 or not all(re.fullmatch(r"-?\d{1,3}(\.\d{1,6})?", part) for part in parts):
        raise _rule_error(expected, value)
    zoom, lat, lon = map(float, parts)
    if abs(zoom) > 24 or abs(lat) > 90 or abs(lon) > 180:
        raise _rule_error(expected, value)
    return {"zoom": zoom, "lat": lat, "lon": lon}


map_view = ValueRule('zoom/latitude/longitude, such as "4/52.5/13.4"', _map_view)
