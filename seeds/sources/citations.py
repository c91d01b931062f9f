"""The grammar of a citation cell: ``Meier2008[101]; Duff1999[55]``."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern
from typing import NamedTuple

_CITATION = re.compile(r"\s*(?P<key>[^\s;\[\]]+)\s*(?:\[(?P<locator>[^\[\]]*)\])?\s*")


class CitationError(ValueError):
    """A cell that does not follow the grammar; the message says where."""


class Citation(NamedTuple):
    """A source by its key in ``sources.bib``, and the place in it: a page, a sentence, a folio."""

    key: str
    locator: str = ""

    def __str__(self) -> str:
        return f"{self.key}[{self.locator}]" if self.locator else self.key


@lru_cache(maxsize=65536)
def parse_citations(cell: str) -> tuple[Citation, ...]:
    """Read a cell of citations separated by semicolons.

    Raises
    ------
    CitationError
        with the piece that cannot be read.

    Examples
    --------
    >>> [str(c) for c in parse_citations("Meier2008[101]; Duff1999 [55; 57]")]
    ['Meier2008[101]', 'Duff1999[55; 57]']
    >>> parse_citations("")
    ()
    """
    found: list[Citation] = []
    for piece in _split_citations(cell):
        match = _CITATION.fullmatch(piece)
        if not match:
            raise CitationError(f'"{piece.strip()}" is not a citation; write Key[locator], separated by ;')
        # A few keys and pages stand in all the cells of a large table.
        found.append(Citation(intern(match["key"]), intern((match["locator"] or "").strip())))
    return tuple(found)


def _split_citations(cell: str) -> list[str]:
    """Split at the semicolons that stand outside brackets; empty pieces at the end are dropped."""
    pieces, depth, start = [], 0, 0
    for index, character in enumerate(cell):
        depth += {"[": 1, "]": -1}.get(character, 0)
        if character == ";" and depth <= 0:
            pieces.append(cell[start:index])
            start = index + 1
    pieces.append(cell[start:])
    return pieces if pieces[-1].strip() else pieces[:-1]
