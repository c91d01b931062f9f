r"""The names in an author field of BibTeX: ``G{\"o}del, Kurt and {A Bureau}``.

bibtexparser reads the parts of a name. It does not cut the field: an accent that follows an "and" gets lost there
(version 2.1.0).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

from liaison_atlas.seeds.sources.latex import latex_to_text

_PIECE = re.compile(r"\\.|[{}]|\s+and(?=\s)", re.DOTALL | re.IGNORECASE)


class AuthorError(ValueError):
    """A name that cannot be read; the message says which."""


def authors_of(field: str) -> tuple[tuple[str, str], ...]:
    r"""Last and first name of each; an institution has an empty first name.

    Raises
    ------
    AuthorError

    Examples
    --------
    >>> authors_of(r"{\L}uk{\'a}cs, Gy{\"o}rgy and \v{C}apek, Karel and {Bureau of and for X}")
    (('Łukács', 'György'), ('Čapek', 'Karel'), ('Bureau of and for X', ''))
    >>> authors_of("")
    ()
    """
    return tuple(_name(name) for name in _separated(field) if name.strip())


def _separated(field: str) -> Iterator[str]:
    """The names between those "and" that stand outside all braces."""
    depth = begins = 0
    for piece in _PIECE.finditer(field):
        depth += {"{": 1, "}": -1}.get(piece[0], 0)
        if depth == 0 and piece[0].strip().lower() == "and":
            yield field[begins : piece.start()]
            begins = piece.end()
    yield field[begins:]


def _name(name_text: str) -> tuple[str, str]:
    try:
        name = parse_single_name_into_parts(" ".join(name_text.split()))
    except InvalidNameError as error:
        raise AuthorError(f"the name {name_text.strip()} cannot be read ({error.reason.lower().rstrip('.')})") from None
    if not name.first:
        return latex_to_text(" ".join([*name.von, *name.last, *name.jr])), ""
    return latex_to_text(" ".join([*name.von, *name.last])), latex_to_text(" ".join([*name.first, *name.jr]))
