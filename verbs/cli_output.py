"""What all verbs share: exit codes, refusals, problems, JSON, and which data set is meant."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.console import Console

    from liaison_atlas.seeds.tables.problems import Problem

EXIT_DONE, EXIT_DATA_ERRORS, EXIT_USAGE, EXIT_WOULD_CHANGE, EXIT_LOCKED = 0, 1, 2, 4, 75
EXIT_INTERRUPTED, EXIT_TERMINATED = 130, 143


@dataclass(frozen=True, slots=True)
class OutputSettings:
    """What a verb prints: one JSON document in place of text, and JSON lines on standard error."""

    json: bool
    json_log: bool


class CommandError(Exception):
    """The call cannot be carried out; the message says why and what to do."""


def add_dataset_argument(parser: argparse.ArgumentParser) -> None:
    """Let a verb take the folder of a data set, or none."""
    parser.add_argument(
        "dataset",
        nargs="?",
        type=Path,
        default=None,
        metavar="DATASET",
        help="the folder of the tables (default: seeds/oms)",
    )


def dataset_folder(named: Path | None) -> Path:
    """The folder of the data set: the one named, else seeds/oms here, else the one that was installed."""
    folder = named or Path("seeds/oms")
    if named is None and not folder.is_dir():
        folder = Path(__file__).parent.parent / "seeds" / "oms"
    if not folder.is_dir():
        raise CommandError(
            f"there is no folder {folder}; name the folder of a data set, or create one with `liaison init {folder}`"
        )
    return folder


def print_line(text: str, stream: TextIO | None = None, style: str = "") -> None:
    """Print a line that holds a text of the data; characters that a terminal would obey are escaped.

    Parameters
    ----------
    text : str
    stream : text file, optional
        standard output unless given.
    style : str
        for a terminal, one of rich's, such as ``bold red``.
    """
    from liaison_atlas.seeds.tables.problems import printable

    stream = sys.stdout if stream is None else stream
    if not style or not is_terminal(stream):
        print(printable(text), file=stream)
        return
    from rich.text import Text

    terminal(stream).print(Text(printable(text), style))


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person reads what is written here, and colours help."""
    return stream is not None and stream.isatty()


def terminal(stream: TextIO) -> Console:
    """A terminal, for lines, tables and progress. Nothing is taken for markup: a citation may read ``[p. 5]``."""
    from rich.console import Console

    return Console(file=stream, markup=False, highlight=False, emoji=False, soft_wrap=True)


def print_problem(problem: Problem, stream: TextIO | None = None) -> None:
    """Print a problem; one that is no error with its level."""
    styles = {"error": "red", "warning": "yellow", "note": "cyan"}
    level = problem.level.value
    print_line(f"{problem}{'' if level == 'error' else f' ({level})'}", stream, styles[level])


def print_json(document: dict[str, Any]) -> None:
    """Print the one document of a verb."""
    unicode = sys.stdout is not None and (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(document, ensure_ascii=not unicode, indent=1))


def log_event(output: OutputSettings, event: str, text: str, **fields: Any) -> None:
    """Write an event to standard error: as text, or with ``--log json`` as a line of JSON."""
    if output.json_log:
        print(json.dumps({"event": event, **fields}, ensure_ascii=False), file=sys.stderr, flush=True)
    else:
        print_line(text, sys.stderr, "red" if event in ("problem", "refused", "stopped") else "")


def report_command_error(output: OutputSettings, message: str, code: int = EXIT_USAGE) -> int:
    """Report why a call cannot be carried out."""
    if output.json:
        print_json({"ok": False, "exit": code, "message": message, "problems": []})
    log_event(output, "refused", f"liaison: {message}", message=message, exit=code)
    return code


def problems_as_dicts(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems for a program."""
    return [
        {
            "file": p.file,
            "line": p.line,
            "column": p.column,
            "code": p.code,
            "level": p.level.value,
            "message": p.message,
        }
        for p in problems
    ]


def report_data_errors(output: OutputSettings, problems: tuple[Problem, ...]) -> int:
    """Report the errors that stopped a verb."""
    if output.json:
        print_json({"ok": False, "exit": EXIT_DATA_ERRORS, "problems": problems_as_dicts(problems)})
    else:
        for problem, problem_dict in zip(problems, problems_as_dicts(problems), strict=True):
            log_event(output, "problem", str(problem), **problem_dict)
        number = f"{len(problems)} error{'s' if len(problems) != 1 else ''}"
        log_event(output, "stopped", f"{number}; nothing was written", exit=EXIT_DATA_ERRORS)
    return EXIT_DATA_ERRORS


def year_number(text: str) -> int:
    """A year of an option, as historians or as EDTF number it."""
    from liaison_atlas.seeds.dates.years import parse_year

    try:
        return parse_year(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def whole_number(text: str, minimum: int = 1) -> int:
    """A whole number of an option, ``minimum`` at least."""
    if not text.isdecimal() or len(text) > 9 or int(text) < minimum:
        raise argparse.ArgumentTypeError(f"must be a whole number of at least {minimum} (got {text!r})")
    return int(text)
