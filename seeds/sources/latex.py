r"""The LaTeX of a bibliography as plain text: ``{\"o}`` is ö, ``--`` is a dash, braces guard capitals.

pylatexenc reads it. Two of its habits are not wanted: to take what follows a percent sign for a comment (a title
may say 100%), and to put marks around an address.
"""

from __future__ import annotations

import logging
import re
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

VERBATIM_FIELDS = frozenset({"url", "doi", "eprint", "file"})
"""Fields that hold no prose: of them only escaped characters are read."""

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


def unescaped(text: object) -> str:
    r"""An address or an identifier, with what LaTeX makes one escape read back.

    >>> unescaped(r"https://example.org/a\_b--c%20d~e")
    'https://example.org/a_b--c%20d~e'
    """
    return "".join(re.sub(r"\\([_%&#~$])", r"\1", str(text)).replace("{", "").replace("}", "").split())


@cache
def _decoder() -> LatexNodes2Text:
    context = get_default_latex_context_db()
    context.add_context_category("addresses", prepend=True, macros=[MacroTextSpec("url", simplify_repl="%s")])
    return LatexNodes2Text(latex_context=context, math_mode="verbatim")
