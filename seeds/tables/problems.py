"""Problems of a data set, reported with the cell and the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple


class Level(Enum):
    """The severity of a problem: an error stops a build, a warning should be reviewed, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class _ProblemFields(NamedTuple):
    file: str
    line: int
    column: int
    code: str
    message: str
    level: Level


class Problem(_ProblemFields):
    """A problem. ``line`` and ``column`` count from 1; a column is a field, not a character."""

    __slots__ = ()

    def __new__(cls, file: str, line: int, column: int, code: str, message: str, level: Level = Level.ERROR) -> Problem:
        """Escape the texts, because they may come from another author's files and are printed in a terminal."""
        return super().__new__(cls, printable(file), line, column, code, printable(message), level)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code}: {self.message}"

    def to_dict(self) -> dict[str, Any]:
        """The problem as a JSON object."""
        return {**self._asdict(), "level": self.level.value}


def sorted_unique(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of all levels, sorted by file and line, each once."""
    keyed = {problem[:-1]: problem for problem in reversed(tuple(problems))}
    return tuple(keyed[key] for key in sorted(keyed))


def errors_among(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop a build."""
    return tuple(problem for problem in problems if problem.level is Level.ERROR)


class UnreadableError(ValueError):
    """A file, an entry or a cell that cannot be read, with the code, message and ``line`` of its problem."""

    def __init__(self, code: str, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.code, self.line, self.column = code, line, column

    def problem(self, file: str) -> Problem:
        """The problem of the file."""
        return Problem(file, self.line, self.column, self.code, str(self))


class DataErrors(Exception):
    """A data set cannot be used. ``problems`` contains every error, sorted.

    Parameters
    ----------
    problems : tuple of Problem
        the errors, sorted; the message has a line for each.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def printable(text: str) -> str:
    r"""Return a text on one line, with escapes for characters that a terminal would interpret or hide.

    Returns
    -------
    str
        the same object if nothing has to be escaped.

    Examples
    --------
    >>> printable("a\x1b[31m\nb")
    'a\\x1b[31m\\nb'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def quoted(text: str, max_characters: int = 60) -> str:
    """The text of a cell in quotation marks, shortened if it is long."""
    return '"' + (text if len(text) <= max_characters else text[: max_characters - 1] + "…") + '"'


def did_you_mean(text: str, known: Sequence[str], fallback: str) -> str:
    """Return the nearest known word as a question, or a fallback if no word is near.

    Returns
    -------
    str
        the question or the fallback.

    Examples
    --------
    >>> did_you_mean("Mei2005", ["Meier2008", "Duff1999"], "add it")
    'did you mean "Meier2008"?'
    """
    near = closest_word(text, tuple(known))
    return f'did you mean "{near}"?' if near else fallback


@lru_cache(maxsize=10_000)  # the same mistake is often made in every row
def closest_word(text: str, known: tuple[str, ...]) -> str | None:
    """The known word that is nearest to the written one; ``None`` if none is near."""
    near = get_close_matches(text, known, n=1, cutoff=0.6)
    if not near:
        folded = {word.casefold(): word for word in known}
        near = [folded[w] for w in get_close_matches(text.casefold(), list(folded), n=1, cutoff=0.6)]
    return near[0] if near else None
