"""Shared by all verbs: exit codes, errors, problems, JSON output, and finding the data set."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
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
    """The output of a verb: whether it prints one JSON document instead of text, and JSON lines on standard error."""

    json: bool
    json_log: bool


class CommandError(Exception):
    """The call cannot be carried out; the message says why and what to do.

    Parameters
    ----------
    message : str
    code : int
        the exit code of the program.
    problems : sequence
        the problems of the data or settings that are the reason; each has a ``to_dict()``.
    """

    def __init__(self, message: str, code: int = EXIT_USAGE, problems: Sequence[Any] = ()) -> None:
        super().__init__(message)
        self.code, self.problems = code, problems


def data_errors(problems: Sequence[Problem]) -> CommandError:
    """The error of a verb for a data set with errors."""
    number = f"{len(problems)} error{'s' if len(problems) != 1 else ''}"
    return CommandError(f"{number}; nothing was written", EXIT_DATA_ERRORS, problems)


@contextmanager
def refusing_data_errors() -> Iterator[None]:
    """End the verb with a `CommandError` if a data set cannot be used."""
    from liaison_atlas import seeds

    try:
        yield
    except seeds.DataErrors as error:
        raise data_errors(error.problems) from None


def add_dataset_argument(parser: argparse.ArgumentParser) -> None:
    """Add the optional argument for the folder of a data set."""
    parser.add_argument(
        "dataset",
        nargs="?",
        type=Path,
        default=None,
        metavar="DATASET",
        help="the folder of the tables (default: seeds/oms)",
    )


def add_out_argument(parser: argparse.ArgumentParser, default: str) -> None:
    """Add the option for the folder that a verb writes."""
    help = f"the output folder (default: {default})"
    parser.add_argument("-o", "--out", type=Path, default=Path(default), metavar="DIR", help=help)


def dataset_folder(named: Path | None) -> Path:
    """The folder of the data set: the one given, else seeds/oms in the working folder, else the installed one."""
    folder = named or Path("seeds/oms")
    if named is None and not folder.is_dir():
        folder = Path(__file__).parent.parent / "seeds" / "oms"
    if not folder.is_dir():
        raise CommandError(
            f"there is no folder {folder}; name the folder of a data set, or create one with `liaison init {folder}`"
        )
    return folder


def print_line(text: str, stream: TextIO | None = None, style: str = "") -> None:
    """Print a line that contains text of the data; control characters for the terminal are escaped.

    Parameters
    ----------
    text : str
        on one line; a line break in it is escaped.
    stream : text file, optional
        standard output unless given.
    style : str
        a style of rich for a terminal, such as ``bold red``.
    """
    from liaison_atlas.seeds.tables.problems import printable

    stream = sys.stdout if stream is None else stream
    if not style or not is_terminal(stream):
        print(printable(text), file=stream)
        return
    from rich.text import Text

    terminal(stream).print(Text(printable(text), style))


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal, where colours help the reader."""
    return stream is not None and stream.isatty()


def terminal(stream: TextIO) -> Console:
    """A terminal for lines, tables and progress. Markup is off: a citation may contain ``[p. 5]``."""
    from rich.console import Console

    return Console(file=stream, markup=False, highlight=False, emoji=False, soft_wrap=True)


def print_problem(problem: Problem, stream: TextIO | None = None) -> None:
    """Print a problem, with its level if it is not an error."""
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


def report_done(output: OutputSettings, document: dict[str, Any], lines: Iterable[str]) -> int:
    """Report what a verb has done: as one JSON document, or as lines."""
    if output.json:
        print_json({"ok": True, "exit": EXIT_DONE, "problems": [], **document})
    else:
        for line in lines:
            print_line(line)
    return EXIT_DONE


def report_error(output: OutputSettings, error: CommandError) -> int:
    """Report why a call cannot be carried out, and return the exit code."""
    if not error.problems:
        if output.json:
            print_json({"ok": False, "exit": error.code, "message": str(error), "problems": []})
        log_event(output, "refused", f"liaison: {error}", message=str(error), exit=error.code)
    elif output.json:
        problems = [problem.to_dict() for problem in error.problems]
        print_json({"ok": False, "exit": error.code, "problems": problems})
    else:
        for problem in error.problems:
            log_event(output, "problem", str(problem), **problem.to_dict())
        log_event(output, "stopped", str(error), exit=error.code)
    return error.code


def year_number(text: str) -> int:
    """The year of an option, in historians' numbering or in that of EDTF."""
    from liaison_atlas.seeds.dates.years import parse_year

    try:
        return parse_year(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def whole_number(text: str, minimum: int = 1, purpose: str = "") -> int:
    """The whole number of an option, at least ``minimum``."""
    if not text.isdecimal() or len(text) > 9 or int(text) < minimum:
        raise argparse.ArgumentTypeError(f"must be a whole number of at least {minimum}{purpose} (got {text!r})")
    return int(text)
