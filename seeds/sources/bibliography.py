r"""The bibliography of a data set: ``sources.bib``, each entry with its kind and with its fields as plain text.

bibtexparser reads the entries and the parts of a name. It is not used to split a field of names, because it loses an
accent that follows an "and" (version 2.1.0).

pylatexenc reads LaTeX: ``{\"o}`` is ö, ``--`` is a dash, braces protect capitals. Two of its features are switched off:
it treats the text after a percent sign as a comment (a title may contain 100%), and puts marks around an address.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts
from bibtexparser.model import Block, Entry
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from liaison_atlas.seeds.tables.problems import Problem, UnreadableError, did_you_mean, quoted
from liaison_atlas.seeds.tables.records import SourceKind
from liaison_atlas.seeds.tables.safe_read import read_utf8_file

BIBLIOGRAPHY_FILE = "sources.bib"
MAX_BIBLIOGRAPHY_BYTES = 32 * 1024 * 1024  # bytes
_MISSING = "the data set has no bibliography; add the file, with an entry for each source"
_KEY = re.compile(r"[^\s;\[\]{}(),%#\\\"']+")
_ENTRY_KEY = re.compile(r"@\w+\s*[{(]\s*([^\s,={}()]+)")

_VERBATIM_FIELDS = frozenset({"url", "doi", "eprint", "file"})
"""Fields without prose: only escaped characters are converted in them."""

_PIECE_OF_NAMES = re.compile(r"\\.|[{}]|\s+and(?=\s)", re.DOTALL | re.IGNORECASE)
_LATEX = re.compile(r"[\\{}`'~$%]|--")

# Both libraries also log what they make of a broken text. Without a handler, the messages go to standard error.
for _library in ("bibtexparser", "pylatexenc"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Source:
    """A work that can be cited."""

    key: str
    kind: SourceKind
    authors: tuple[tuple[str, str], ...]
    """The last and first name of each author; an institution has an empty first name."""
    year: str
    title: str
    fields: tuple[tuple[str, str], ...]
    line: int
    entry_type: str = "misc"
    """The type of the BibTeX entry: book, article, misc, ..."""
    by_editors: bool = False
    """Whether the authors are the editors."""

    def field(self, name: str) -> str:
        """A further field of the entry; empty if the entry lacks it."""
        return dict(self.fields).get(name, "")

    @property
    def url(self) -> str:
        """The web address of the work, from ``url`` or ``doi``; empty if the entry has none that is safe to open."""
        url, doi = self.field("url"), self.field("doi")
        if url.startswith(("https://", "http://")):
            return url
        return f"https://doi.org/{doi}" if doi else ""

    @property
    def short_citation(self) -> str:
        """Author and year, as cited in running text.

        >>> meier = (("Meier", "Andrew"),)
        >>> Source("M", SourceKind.SCHOLARSHIP, meier, "2008", "The Lost Spy", (), 1).short_citation
        'Meier 2008'
        """
        names = [last for last, _ in self.authors]
        who = " and ".join(names) if len(names) < 3 else f"{names[0]} et al."
        return f"{who or self.field('shorttitle') or self.title} {self.year}".strip()


def read_bibliography(folder: Path) -> tuple[dict[str, Source], frozenset[str] | None, list[Problem]]:
    """Read the sources of a data set.

    Returns
    -------
    sources : dict of str to Source
        the valid entries by key.
    keys : frozenset of str or None
        the keys of all entries, including those with a mistake, so that they can be cited; ``None`` without a readable
        file.
    problems : list of Problem
        every problem of the file.
    """  # noqa: DOC501  # the exceptions are caught below
    try:
        path = folder / BIBLIOGRAPHY_FILE
        text = read_utf8_file(path, missing_message=_MISSING, max_bytes=MAX_BIBLIOGRAPHY_BYTES)
        if "\0" in text:
            raise UnreadableError("encoding", "the file contains a NUL character; save it as plain text, UTF-8")
    except UnreadableError as error:
        return {}, None, [error.problem(BIBLIOGRAPHY_FILE)]
    library = parse_string(text)
    problems = [
        Problem(BIBLIOGRAPHY_FILE, _line(block), 1, "bibtex", f"{_parser_message(block.error)}; correct the entry")
        for block in library.failed_blocks
    ]
    sources: dict[str, Source] = {}
    for entry in library.entries:
        try:
            sources[entry.key] = _parse_source(entry)
        except UnreadableError as error:
            problems.append(Problem(BIBLIOGRAPHY_FILE, _line(entry), 1, error.code, str(error)))
    return sources, frozenset(_ENTRY_KEY.findall(text)) | sources.keys(), problems


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _parser_message(error: BaseException) -> str:
    """The message of bibtexparser about a block: usually the text of the error, otherwise the reason of a break."""
    text = getattr(error, "abort_reason", "") or str(error) or "the entry cannot be read"
    return " ".join(text.partition(" Note: ")[0].rstrip(". ").split())[:200]


def _parse_source(entry: Entry) -> Source:
    fields = {f.key.lower(): f.value for f in entry.fields}
    if not _KEY.fullmatch(entry.key):
        message = f"the key {quoted(entry.key)} contains a character that is not allowed in a citation"
        raise UnreadableError("bibtex", f"{message}; rename it")
    kinds = [kind.value for kind in SourceKind]
    kind = str(fields.pop("kind", "")).strip().lower()
    if kind not in kinds:
        message = f"the kind of {quoted(entry.key)} cannot be {quoted(kind)}"
        message = message if kind else f"{quoted(entry.key)} has no kind"
        remedy = did_you_mean(kind, kinds, "write kind = {…}, with one of " + ", ".join(kinds))
        raise UnreadableError("source-kind", f"{message}; {remedy}")
    by_editors = "author" not in fields
    people = str(fields.pop("author", None) or fields.pop("editor", None) or "")
    try:
        authors = _authors_of(people)
        title, year = _latex_to_text(fields.pop("title", "")), _latex_to_text(fields.pop("year", ""))
        rest = tuple((name, _field_text(name, fields[name])) for name in sorted(fields))
    except RecursionError:
        raise UnreadableError("bibtex", "its braces are nested too deeply; correct the entry") from None
    if not title:
        raise UnreadableError("source-title", f"{quoted(entry.key)} has no title; write title = {{…}}")
    line, type_ = _line(entry), entry.entry_type.lower()
    return Source(entry.key, SourceKind(kind), authors, year, title, rest, line, type_, by_editors)


def _latex_to_text(text: object) -> str:
    r"""Convert a value to plain text on one line.

    Returns
    -------
    str
        the text, with single spaces.

    Raises
    ------
    RecursionError
        if hundreds of braces are nested.

    Examples
    --------
    >>> _latex_to_text(r"K{\"o}nigsberg,  100% of {USSR} \& more"), _latex_to_text("")
    ('Königsberg, 100% of USSR & more', '')
    """
    plain = re.sub(r"(?<!\\)%", r"\\%", str(text))
    if _LATEX.search(plain):
        plain = _decoder().latex_to_text(plain)
    return " ".join(plain.replace("{", "").replace("}", "").split())


def _field_text(name: str, value: object) -> str:
    r"""Convert a field to plain text.

    In addresses and identifiers, only the characters that LaTeX requires to be escaped are converted.

    Returns
    -------
    str
        the text on one line.

    Examples
    --------
    >>> _field_text("url", r"https://example.org/a\_b--c%20d~e"), _field_text("pages", "1--9")
    ('https://example.org/a_b--c%20d~e', '1–9')
    """
    if name not in _VERBATIM_FIELDS:
        return _latex_to_text(value)
    return "".join(re.sub(r"\\([_%&#~$])", r"\1", str(value)).replace("{", "").replace("}", "").split())


@cache
def _decoder() -> LatexNodes2Text:
    context = get_default_latex_context_db()
    context.add_context_category("addresses", prepend=True, macros=[MacroTextSpec("url", simplify_repl="%s")])
    return LatexNodes2Text(latex_context=context, math_mode="verbatim")


def _authors_of(field: str) -> tuple[tuple[str, str], ...]:
    r"""Return the last and first name of each author in a field like ``G{\"o}del, Kurt and {A Bureau}``.

    The first name of an institution is empty.

    Returns
    -------
    tuple of (str, str)
        the names in the order of the field.

    Raises
    ------
    UnreadableError
        if a name cannot be read; the message quotes it.

    Examples
    --------
    >>> _authors_of(r"{\L}uk{\'a}cs, Gy{\"o}rgy and \v{C}apek, Karel and {Bureau of and for X}")
    (('Łukács', 'György'), ('Čapek', 'Karel'), ('Bureau of and for X', ''))
    >>> _authors_of("")
    ()
    """
    return tuple(_name(name) for name in _separated(field) if name.strip())


def _separated(field: str) -> Iterator[str]:
    """The names between the "and" words outside all braces."""
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
        raise UnreadableError("bibtex", f"{message}; write the names as Last, First and Last, First") from None
    if not name.first:
        return _latex_to_text(" ".join([*name.von, *name.last, *name.jr])), ""
    return _latex_to_text(" ".join([*name.von, *name.last])), _latex_to_text(" ".join([*name.first, *name.jr]))
