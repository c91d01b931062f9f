r"""The fields of a bibliography as plain text: ``{\"o}`` is ö, ``--`` is a dash, braces guard capitals.

pylatexenc reads LaTeX. Two of its habits are not wanted: to take what follows a percent sign for a comment (a title
may say 100%), and to put marks around an address.

bibtexparser reads the parts of a name. It does not cut a field of names: an accent that follows an "and" gets lost
there (version 2.1.0).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache

from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from liaison_atlas.seeds.tables.problems import UnreadableError

VERBATIM_FIELDS = frozenset({"url", "doi", "eprint", "file"})
"""Fields that hold no prose: of them only escaped characters are read."""

_PIECE_OF_NAMES = re.compile(r"\\.|[{}]|\s+and(?=\s)", re.DOTALL | re.IGNORECASE)
_LATEX = re.compile(r"[\\{}`'~$%]|--")

# A library reports what it makes of a broken text by its logger. Without a handler that goes to standard error.
logging.getLogger("pylatexenc").addHandler(logging.NullHandler())


def latex_to_text(text: object) -> str:
    r"""A value as plain text, on one line.

    Raises
    ------
    RecursionError
        where braces are nested in hundreds.

    Examples
    --------
    >>> latex_to_text(r"K{\"o}nigsberg,  100% of {USSR} \& more"), latex_to_text("")
    ('Königsberg, 100% of USSR & more', '')
    """
    plain = re.sub(r"(?<!\\)%", r"\\%", str(text))
    if _LATEX.search(plain):
        plain = _decoder().latex_to_text(plain)
    return " ".join(plain.replace("{", "").replace("}", "").split())


def field_text(name: str, value: object) -> str:
    r"""A field as plain text. Of an address or an identifier, what LaTeX makes one escape is read back, and nothing else.

    >>> field_text("url", r"https://example.org/a\_b--c%20d~e"), field_text("pages", "1--9")
    ('https://example.org/a_b--c%20d~e', '1–9')
    """
    if name not in VERBATIM_FIELDS:
        return latex_to_text(value)
    return "".join(re.sub(r"\\([_%&#~$])", r"\1", str(value)).replace("{", "").replace("}", "").split())


@cache
def _decoder() -> LatexNodes2Text:
    context = get_default_latex_context_db()
    context.add_context_category("addresses", prepend=True, macros=[MacroTextSpec("url", simplify_repl="%s")])
    return LatexNodes2Text(latex_context=context, math_mode="verbatim")


def authors_of(field: str) -> tuple[tuple[str, str], ...]:
    r"""Last and first name of each author in a field like ``G{\"o}del, Kurt and {A Bureau}``; an institution has an empty first name.

    Raises
    ------
    UnreadableError
        which names the name that cannot be read.

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
    for piece in _PIECE_OF_NAMES.finditer(field):
        depth += {"{": 1, "}": -1}.get(piece[0], 0)
        if depth == 0 and piece[0].strip().lower() == "and":
            yield field[begins : piece.start()]
            begins = piece.end()
    yield field[begins:]


def _name(name_text: str) -> tuple[str, str]:
    try:
        name = parse_single_name_into_parts(" ".join(name_text.split()))
    except InvalidNameError as error:
        message = f"the name {name_text.strip()} cannot be read ({error.reason.lower().rstrip('.')})"
        raise UnreadableError("bibtex", f"{message}; write Last, First and Last, First") from None
    if not name.first:
        return latex_to_text(" ".join([*name.von, *name.last, *name.jr])), ""
    return latex_to_text(" ".join([*name.von, *name.last])), latex_to_text(" ".join([*name.first, *name.jr]))
