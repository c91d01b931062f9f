"""The grammar of a citation cell: ``Meier2008[101]; Duff1999[55] through Article[s. 22]``."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from liaison_atlas.seeds.tables.problems import UnreadableError

_ONE = r"\s*(?P<{0}key>[^\s;\[\]]+)\s*(?:\[(?P<{0}locator>[^\[\]]*)\])?\s*"
_SEPARATOR = re.compile(r";(?![^\[\]]*\])")
"""A semicolon outside brackets."""
_CITATION = re.compile(_ONE.format("") + "(?:(?<=[ \\]])through(?= )" + _ONE.format("through_") + ")?")


class Citation(NamedTuple):
    """A source by its key in ``sources.bib``, and the location in it: a page, a sentence, a folio.

    ``str`` returns the text of the cell.
    """

    key: str
    locator: str = ""
    through: Citation | None = None
    """The work through which this one is cited, if this one itself was not seen."""

    def __str__(self) -> str:
        text = f"{self.key}[{self.locator}]" if self.locator else self.key
        return f"{text} through {self.through}" if self.through else text


@lru_cache(maxsize=65536)
def parse_citations(cell: str) -> tuple[Citation, ...]:
    """Parse a cell of citations separated by semicolons.

    Returns
    -------
    tuple of Citation
        the citations in the order of the cell.

    Raises
    ------
    UnreadableError
        if a part cannot be parsed; the message quotes it.

    Examples
    --------
    >>> [str(c) for c in parse_citations("Meier2008[101]; Duff1999 [55; 57]")]
    ['Meier2008[101]', 'Duff1999[55; 57]']
    >>> parse_citations("McKnight2002[60] through Article[s. 47]")[0].through
    Citation(key='Article', locator='s. 47', through=None)
    >>> parse_citations("")
    ()
    """
    found: list[Citation] = []
    pieces = _SEPARATOR.split(cell)
    if not pieces[-1].strip():
        pieces.pop()
    for piece in pieces:
        match = _CITATION.fullmatch(piece)
        if not match:
            remedy = "write Key[locator], or Key[locator] through Key[locator], separated by ;"
            raise UnreadableError("citation", f'"{piece.strip()}" is not a citation; {remedy}')
        through = _citation(match["through_key"], match["through_locator"]) if match["through_key"] else None
        found.append(_citation(match["key"], match["locator"], through))
    return tuple(found)


def _citation(key: str, locator: str | None, through: Citation | None = None) -> Citation:
    # In a large table, a few keys and pages occur in all cells.
    return Citation(intern(key), intern((locator or "").strip()), through)
