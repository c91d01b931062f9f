"""Reads ``kiosk.toml``: returns a `KioskConfig`, or raises all problems, each with its line and a remedy."""

from __future__ import annotations

import contextlib
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence, Set
from pathlib import Path
from typing import Any, NamedTuple

from liaison_atlas.maps.kiosk.kiosk_config import TABLES, KioskConfig, config_keys
from liaison_atlas.maps.kiosk.logo import LogoError, read_logo
from liaison_atlas.seeds.tables.problems import did_you_mean, printable, quoted
from liaison_atlas.seeds.tables.strands import FICTION_STRAND, MAIN_STRAND, Strand

MAX_BYTES = 64 * 1024
_POSITION = re.compile(r"\s*\(at line (\d+), column \d+\)$|\s*\(at end of document\)$")
ReportProblem = Callable[[str, str], None]
"""A function that takes a dotted key and a message."""


class KioskProblem(NamedTuple):
    """A problem of the file. ``line`` counts from 1; ``key`` is dotted, and empty if the problem concerns no single key."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        where = f"{printable(self.key)}: " if self.key else ""
        return f"{self.file}:{self.line}: {where}{printable(self.message)}"

    def to_dict(self) -> dict[str, Any]:
        """The problem as a JSON object."""
        return {**self._asdict(), "level": "error"}


class KioskErrors(Exception):
    """A ``kiosk.toml`` cannot be used. ``problems`` has all its problems, sorted."""

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
        a TOML file.
    languages : sequence of str, optional
        the languages of the pages; others are refused.
    period : (int, int), optional
        the first and the last year of the data set; a year outside is refused.
    strands : sequence of Strand, optional
        the strands of the data set; other names are refused.

    Returns
    -------
    KioskConfig
        the settings, with the default for each key that is left out.

    Raises
    ------
    KioskErrors
        with all problems of the file, if there are any.
    OSError
        if the file does not exist or cannot be read.
    """
    path = Path(path)
    text = _read_text(path)
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        position = _POSITION.search(str(error))
        line = int(position[1]) if position and position[1] else _first_bad_line(text, type(error))
        is_syntax = isinstance(error, tomllib.TOMLDecodeError)
        reason = _POSITION.sub("", str(error)) if is_syntax else "the value cannot be read"
        message = f"this is not TOML: {reason}; correct this line; a text needs quotation marks"
        raise KioskErrors([KioskProblem(path.name, line, "", message)]) from None
    found: list[tuple[str, str]] = []

    def problem(key: str, message: str) -> None:
        found.append((key, message))

    values = _accepted_values(document, problem)
    wrong = {key for key, _ in found}
    if "logo" in values:
        try:
            values["logo"] = read_logo(path.parent / values["logo"])
        except LogoError as error:
            problem("logo", str(error))
            del values["logo"]
    config = _build_config(values)
    # Combinations are checked only for valid values, so that a mistake is reported once.
    _check_combinations(config, values.keys(), wrong, problem)
    if strands is not None:
        _check_strands(config, strands, problem)
    for tag in config.languages:
        if languages is not None and tag not in languages:
            known = ", ".join(languages) or "none"
            problem("languages", f"the data set has no language {quoted(tag)}; choose from {known}")
    if period and config.start.year is not None and not period[0] <= config.start.year <= period[1]:
        problem("start.year", f"must be within the period of the data set, {period[0]} to {period[1]}")
    if found:
        lines = _key_lines(text)
        numbered = [(lines.get(key) or lines.get(key.partition(".")[0]) or 1, key, message) for key, message in found]
        raise KioskErrors([KioskProblem(path.name, *each) for each in numbered])
    return config


def _read_text(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    try:
        if len(content) <= MAX_BYTES:
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        refusal = f"is larger than {MAX_BYTES // 1024} kB; name a kiosk.toml file"
    except UnicodeDecodeError:
        refusal = "is not UTF-8; save it as UTF-8"
    raise KioskErrors([KioskProblem(path.name, 1, "", refusal)])


def _accepted_values(document: dict[str, Any], problem: ReportProblem) -> dict[str, Any]:
    """The values that their rules accept, by dotted names; the others are reported."""
    known = config_keys()
    accepted: dict[str, Any] = {}
    for name, value in _keys_of(document):
        if name in TABLES:
            if not isinstance(value, dict):
                problem(name, f"must be a table; write [{name}] on its own line, followed by its keys")
        elif name not in known:
            problem(name, f"is not a key of kiosk.toml; {_remedy(name, list(known))}")
        else:
            try:
                accepted[name] = known[name].metadata["rule"].read(value)
            except ValueError as error:
                problem(name, str(error))
    return accepted


def _remedy(name: str, known: Sequence[str]) -> str:
    table, _, last = name.rpartition(".")
    # A key in the wrong table is more likely than a misspelled one.
    elsewhere = [key for key in known if key.rpartition(".")[2] == last]
    if elsewhere:
        table_of_key = elsewhere[0].rpartition(".")[0]
        return f"move it to [{table_of_key}]" if table_of_key else "move it above the first table"
    keys_of_table = [key.rpartition(".")[2] for key in known if key.rpartition(".")[0] == table]
    anywhere = did_you_mean(name, [*known, *TABLES], "remove it; docs/reference/kiosk.md lists all keys")
    return did_you_mean(last, keys_of_table, anywhere)


def _build_config(values: dict[str, Any]) -> KioskConfig:
    tables = {
        table: cls(**{k.partition(".")[2]: v for k, v in values.items() if k.startswith(f"{table}.")})
        for table, cls in TABLES.items()
    }
    return KioskConfig(**{key: value for key, value in values.items() if "." not in key}, **tables)


def _check_combinations(config: KioskConfig, values: Set[str], wrong: Set[str], problem: ReportProblem) -> None:
    """Check values that depend on each other; ``values`` are the keys with a value, ``wrong`` the wrong ones."""

    def is_valid(*keys: str) -> bool:
        return not wrong & set(keys)

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


def _check_strands(config: KioskConfig, strands: Sequence[Strand], problem: ReportProblem) -> None:
    """Check that the strands of the settings are those of the data set, and that the first one is shown."""
    fiction = {strand.name for strand in strands if strand.fiction} or {FICTION_STRAND}
    known = list(dict.fromkeys([*(strand.name for strand in strands), *sorted(fiction)]))
    named = [("start.strand", config.start.strand), *(("content.strands", name) for name in config.content.strands)]
    for key, name in named:
        if name is not None and name not in known:
            remedy = did_you_mean(name, known, f"it has: {', '.join(known)}")
            problem(key, f"the data set has no strand {quoted(name)}; {remedy}")
    shown = {MAIN_STRAND, *config.content.strands, *(fiction if config.content.fiction else ())}
    if config.start.strand in set(known) - shown:
        problem("start.strand", "is not shown by this kiosk; add it to strands under [content]")


def _keys_of(document: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The keys of a document, and as dotted keys those of its tables."""
    for name, value in document.items():
        yield name, value
        if name in TABLES and isinstance(value, dict):
            yield from ((f"{name}.{key}", inner) for key, inner in value.items())


def _key_lines(text: str) -> dict[str, int]:
    """The line of each key: the first line of the statement that adds it to the document."""
    lines: dict[str, int] = {}
    rows = text.split("\n")
    start = 1
    for number in range(1, len(rows) + 1):
        # Within a text or a list of several lines, the part above is not complete TOML.
        with contextlib.suppress(ValueError, RecursionError):
            for key, _ in _keys_of(tomllib.loads("\n".join(rows[:number]))):
                lines.setdefault(key, start)
            start = number + 1
    return lines


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
