"""Reads ``kiosk.toml``: returns a `KioskConfig`, or raises every problem, each with its line and a remedy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from liaison_atlas.maps.kiosk.kiosk_config import TABLES, KioskConfig, config_keys
from liaison_atlas.maps.kiosk.logo import LogoError, read_logo
from liaison_atlas.seeds.tables.problems import did_you_mean, printable, quoted
from liaison_atlas.seeds.tables.strands import FICTION_STRAND, MAIN_STRAND, Strand

MAX_BYTES = 64 * 1024
_POSITION = re.compile(r"\s*\(at line (\d+), column \d+\)$|\s*\(at end of document\)$")
# One part of a name, and a name of several: plain, or within quotation marks.
_KEY_PART = re.compile(r"""\s*(?:"([^"\\]*)"|'([^']*)'|([\w-]+))\s*""")
_DOTTED_KEY = rf"({_KEY_PART.pattern}(?:\.{_KEY_PART.pattern})*)"
_TABLE_HEADER = re.compile(rf"\s*\[\[?{_DOTTED_KEY}\]\]?\s*(?:\#.*)?")
_ASSIGNMENT = re.compile(rf"{_DOTTED_KEY}=")


@dataclass(frozen=True, order=True)
class KioskProblem:
    """A problem of the file. ``line`` counts from 1; ``key`` is dotted, and empty if the problem concerns no single key."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        where = f"{printable(self.key)}: " if self.key else ""
        return f"{self.file}:{self.line}: {where}{printable(self.message)}"


class KioskErrors(Exception):
    """A ``kiosk.toml`` cannot be used. ``problems`` holds every one of them, sorted."""

    def __init__(self, problems: Sequence[KioskProblem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def read_config(
    path: str | Path,
    *,
    languages: Sequence[str] | None = None,
    period: tuple[int, int] | None = None,
    strands: Sequence[Strand] | None = None,
) -> KioskConfig:
    """Read the settings of a kiosk.

    Parameters
    ----------
    path : path
        of a TOML file.
    languages : sequence of str, optional
        those that the pages can be shown in; others are refused.
    period : (int, int), optional
        the first and the last year that the data set shows; a year outside is refused.
    strands : sequence of Strand, optional
        those that the data set declares; the names of others are refused.

    Raises
    ------
    KioskErrors
        with every problem of the file, where there is one.
    OSError
        where there is no such file, or it cannot be read.
    """
    path = Path(path)
    text = _read_text(path)
    make_problem = partial(KioskProblem, path.name)
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        position = _POSITION.search(str(error))
        line = int(position[1]) if position and position[1] else _first_bad_line(text, type(error))
        reason = (
            _POSITION.sub("", str(error)) if isinstance(error, tomllib.TOMLDecodeError) else "the value cannot be read"
        )
        remedy = "correct this line; a text needs quotation marks"
        raise KioskErrors([make_problem(line, "", f"this is not TOML: {reason}; {remedy}")]) from None
    lines = _KeyLines(text)
    problems: list[KioskProblem] = []

    def problem(key: str, message: str) -> None:
        problems.append(make_problem(lines.line_number(key), key, message))

    values = _accepted_values(document, problem)
    wrong = {each.key for each in problems}
    if isinstance(values.get("logo"), str):
        try:
            values["logo"] = read_logo(path.parent / values["logo"])
        except LogoError as error:
            problem("logo", str(error))
    config = _build_config(
        {key: value for key, value in values.items() if not (key == "logo" and isinstance(value, str))}
    )
    # Combinations are checked where each value is valid: one mistake is reported once.
    _check_combinations(config, values, lambda *keys: not wrong & set(keys), problem)
    _check_against_dataset(config, languages, period, strands, problem)
    if problems:
        raise KioskErrors(problems)
    return config


def _read_text(path: Path) -> str:
    def refused(message: str) -> KioskErrors:
        return KioskErrors([KioskProblem(path.name, 1, "", message)])

    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise refused(f"is larger than {MAX_BYTES // 1024} kB; name a kiosk.toml file")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise refused("is not UTF-8; save it as UTF-8") from None


def _accepted_values(document: dict[str, Any], problem: Callable[[str, str], None]) -> dict[str, Any]:
    """The values that their rules accept, by dotted names; the others are reported."""
    known = config_keys()
    flat: dict[str, Any] = {}
    for name, value in document.items():
        if name in TABLES and isinstance(value, dict):
            flat |= {f"{name}.{inner}": accepted for inner, accepted in value.items()}
        elif name in TABLES:
            problem(name, f"must be a table; write [{name}] on its own line, followed by its keys")
        else:
            flat[name] = value
    accepted: dict[str, Any] = {}
    for name, value in flat.items():
        if name not in known:
            problem(name, f"is not a key of kiosk.toml; {_remedy(name, known)}")
            continue
        try:
            accepted[name] = known[name].rule.read(value)
        except ValueError as error:
            problem(name, str(error))
    return accepted


def _remedy(name: str, known: Sequence[str] | dict[str, Any]) -> str:
    table, _, last = name.rpartition(".")
    # A key in the wrong table is more likely than a misspelled one.
    elsewhere = [key for key in known if key.rpartition(".")[2] == last]
    if elsewhere:
        table_of_key = elsewhere[0].rpartition(".")[0]
        return f"move it to [{table_of_key}]" if table_of_key else "move it above the first table"
    keys_of_table = [key for key in known if key.rpartition(".")[0] == table]
    suggestion = did_you_mean(last, [key.rpartition(".")[2] for key in keys_of_table], "") if keys_of_table else ""
    suggestion = suggestion or did_you_mean(name, [*known, *TABLES], "")
    return suggestion or "remove it; docs/reference/kiosk.md lists all keys"


def _build_config(values: dict[str, Any]) -> KioskConfig:
    tables = {
        table: cls(**{k.partition(".")[2]: v for k, v in values.items() if k.startswith(f"{table}.")})
        for table, cls in TABLES.items()
    }
    return KioskConfig(**{key: value for key, value in values.items() if "." not in key}, **tables)


def _check_combinations(
    config: KioskConfig,
    values: dict[str, Any],
    is_valid: Callable[..., bool],
    problem: Callable[[str, str], None],
) -> None:
    """Check values that depend on each other; ``is_valid`` returns whether none of some keys has a wrong value."""
    screen, hours, start, content = config.screen, config.hours, config.start, config.content
    if screen.dpi is not None and screen.diagonal_in is not None:
        problem("screen.diagonal_in", "sets the same as dpi; remove one of the two")
    elif is_valid("screen.width_px", "screen.height_px") and not 20 <= screen.pixels_per_inch <= 600:
        fact = f"gives {screen.pixels_per_inch:.0f} pixels per inch for {screen.width_px} x {screen.height_px}"
        problem("screen.diagonal_in", f"{fact}, outside the usual 20 to 600; correct the diagonal or the pixels")
    for one, other in (("quiet_from", "quiet_to"), ("quiet_to", "quiet_from")):
        if f"hours.{one}" in values and f"hours.{other}" not in values and is_valid(f"hours.{other}"):
            problem(f"hours.{one}", f"also needs {other}; add it, or remove both")
    if hours.quiet_from is not None and hours.quiet_from == hours.quiet_to:
        problem("hours.quiet_to", "is the same as quiet_from; choose another time, or remove both")
    if hours.quiet == "off" and hours.quiet_from is None and is_valid("hours.quiet_from"):
        problem("hours.quiet", 'can be "off" only with quiet hours; add quiet_from and quiet_to')
    if start.strand is not None and start.world != "record":
        problem("start.world", "sets the same as strand; remove one of the two")
    elif start.world == "fiction" and not content.fiction and is_valid("content.fiction"):
        problem("start.world", "is not shown by this kiosk; write fiction = true under [content]")
    elif start.world == "disputed" and not content.only_kinds and is_valid("content.disputed"):
        problem("start.world", "is not shown by this kiosk; write disputed = true under [content]")
    for kind in start.only:
        if kind not in content.only_kinds and is_valid(f"content.{kind}", "content.disputed"):
            problem("start.only", f"selects claims that this kiosk does not show; write {kind} = true under [content]")
    if config.staff.counters and config.staff.code is None and is_valid("staff.code"):
        problem("staff.counters", "are shown only on the staff page; add a code under [staff]")


def _check_against_dataset(
    config: KioskConfig,
    languages: Sequence[str] | None,
    period: tuple[int, int] | None,
    strands: Sequence[Strand] | None,
    problem: Callable[[str, str], None],
) -> None:
    """Check the settings against the data set."""
    if strands is not None:
        _check_strands(config, strands, problem)
    for tag in config.languages if languages is not None else ():
        if tag not in (languages or ()):
            available = ", ".join(languages or ()) or "none"
            problem("languages", f"the data set has no language {quoted(tag)}; choose from {available}")
    if period and config.start.year is not None and not period[0] <= config.start.year <= period[1]:
        problem("start.year", f"must be within the period of the data set, {period[0]} to {period[1]}")


def _check_strands(config: KioskConfig, strands: Sequence[Strand], problem: Callable[[str, str], None]) -> None:
    """Check that the strands of the settings are those of the data set, and that the first one is shown."""
    fiction = {strand.name for strand in strands if strand.fiction} or {FICTION_STRAND}
    known = list(dict.fromkeys([*(strand.name for strand in strands), *sorted(fiction)]))
    named = [("start.strand", config.start.strand), *(("content.strands", name) for name in config.content.strands)]
    unknown = [(key, name) for key, name in named if name is not None and name not in known]
    for key, name in unknown:
        remedy = did_you_mean(name or "", known, f"it has: {', '.join(known)}")
        problem(key, f"the data set has no strand {quoted(name or '')}; {remedy}")
    shown = {MAIN_STRAND, *config.content.strands, *(fiction if config.content.fiction else ())}
    if config.start.strand in set(known) - shown:
        problem("start.strand", "is not shown by this kiosk; add it to strands under [content]")


class _KeyLines:
    """Finds the line on which a key stands."""

    def __init__(self, text: str) -> None:
        self._line_numbers: dict[str, int] = {}
        table: list[str] = []
        rows = text.split("\n")
        for number, row in enumerate(rows, 1):
            header, name = _TABLE_HEADER.fullmatch(row), _ASSIGNMENT.match(row)
            # Within a text or a list of several lines nothing is a key: the lines above are not complete TOML.
            if not (header or name) or not _is_complete_toml("\n".join(rows[: number - 1])):
                continue
            if header:
                table = parts = _key_parts(header[1])
            else:
                assert name is not None
                parts = [*table, *_key_parts(name[1])]
            for end in range(1, len(parts) + 1):
                self._line_numbers.setdefault(".".join(parts[:end]), number)

    def line_number(self, key: str) -> int:
        """The line of a key, else of its table, else the first."""
        return self._line_numbers.get(key) or self._line_numbers.get(key.partition(".")[0]) or 1


def _key_parts(name: str) -> list[str]:
    """The parts of a name that may be dotted and within quotation marks."""
    return [next(filter(None, found.groups()), "") for found in _KEY_PART.finditer(name)]


def _first_bad_line(text: str, error: type[Exception]) -> int:
    """The line of an error without a position: the text up to that line fails with the same error."""
    rows = text.split("\n")
    for number in range(1, len(rows) + 1):
        try:
            tomllib.loads("\n".join(rows[:number]))
        except (ValueError, RecursionError) as failure:
            if type(failure) is error and (number == len(rows) or error is not tomllib.TOMLDecodeError):
                return number
    return len(rows)


def _is_complete_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
