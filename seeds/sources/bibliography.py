"""The bibliography of a data set: ``sources.bib`` read with bibtexparser, each entry with its kind."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry

from liaison_atlas.seeds.sources.authors import AuthorError, authors_of
from liaison_atlas.seeds.sources.latex import VERBATIM_FIELDS, latex_to_text, unescaped
from liaison_atlas.seeds.tables.problems import Problem, did_you_mean, quoted
from liaison_atlas.seeds.tables.records import SourceKind
from liaison_atlas.seeds.tables.safe_read import UnreadableError, read_regular_file
from liaison_atlas.seeds.tables.table_layout import TableLayout

BIBLIOGRAPHY_FILE = "sources.bib"
MAX_BIBLIOGRAPHY_BYTES = 32 * 1024 * 1024  # bytes
_MISSING = "there is no bibliography in the data set; add one entry a source"
_KEY = re.compile(r"[^\s;\[\]{}(),%#\\\"']+")
_ENTRY_KEY = re.compile(r"@\w+\s*[{(]\s*([^\s,={}()]+)")

# bibtexparser reports a broken entry by its logger too. Without a handler that goes to standard error.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Source:
    """A work that can be cited."""

    key: str
    kind: SourceKind
    authors: tuple[tuple[str, str], ...]
    """Last and first name of each; an institution has an empty first name."""
    year: str
    title: str
    fields: tuple[tuple[str, str], ...]
    line: int
    entry_type: str = "misc"
    """The type of the BibTeX entry: book, article, misc, ..."""
    by_editors: bool = False
    """Those who are named as authors are its editors."""

    def field(self, name: str) -> str:
        """A further field of the entry, empty where it has none."""
        return dict(self.fields).get(name, "")

    @property
    def url(self) -> str:
        """The address of the work on the web, from ``url`` or ``doi``; empty where the entry has none that is safe to open."""
        url, doi = self.field("url"), self.field("doi")
        if url.startswith(("https://", "http://")):
            return url
        return f"https://doi.org/{doi}" if doi else ""

    @property
    def short_citation(self) -> str:
        """Author and year, as in a running text.

        >>> meier = (("Meier", "Andrew"),)
        >>> Source("M", SourceKind.SCHOLARSHIP, meier, "2008", "The Lost Spy", (), 1).short_citation
        'Meier 2008'
        """
        names = [last for last, _ in self.authors]
        who = (
            (self.field("shorttitle") or self.title)
            if not names
            else " and ".join(names)
            if len(names) < 3
            else f"{names[0]} et al."
        )
        return f"{who} {self.year}".strip()


def read_bibliography(folder: Path) -> tuple[dict[str, Source], TableLayout, list[Problem]]:
    """Read the sources of a data set by their keys, the layout of the file, and every problem of it.

    The layout has the key of each entry that is written, if only with a mistake: who cites it makes none.
    """
    problems: list[Problem] = []
    text = _read_text(folder / BIBLIOGRAPHY_FILE, problems)
    if text is None:
        return {}, TableLayout(BIBLIOGRAPHY_FILE), problems
    library = parse_string(text)
    problems += [
        Problem(
            BIBLIOGRAPHY_FILE,
            (block.start_line or 0) + 1,
            1,
            "bibtex",
            f"{_parser_message(block.error)}; mend the entry",
        )
        for block in library.failed_blocks
    ]
    sources: dict[str, Source] = {}
    for entry in library.entries:
        source = _parse_source(entry, problems)
        if source:
            sources[source.key] = source
    return (
        sources,
        TableLayout(BIBLIOGRAPHY_FILE, other_ids=frozenset(_ENTRY_KEY.findall(text)) | sources.keys()),
        problems,
    )


def _problem(code: str, message: str, line: int = 1) -> Problem:
    return Problem(BIBLIOGRAPHY_FILE, line, 1, code, message)


def _read_text(path: Path, problems: list[Problem]) -> str | None:
    try:
        text = read_regular_file(path, missing_message=_MISSING, max_bytes=MAX_BIBLIOGRAPHY_BYTES).decode("utf-8-sig")
    except UnreadableError as error:
        problems.append(_problem(error.code, str(error)))
    except UnicodeDecodeError as error:
        problems.append(_problem("encoding", f"byte {error.start + 1} is not UTF-8; save the file as UTF-8"))
    else:
        if "\0" not in text:
            return text
        problems.append(_problem("encoding", "it holds a NUL character; save it as plain text, UTF-8"))
    return None


def _parser_message(error: BaseException) -> str:
    """What bibtexparser says of a block: most in the text of the error, the reason of a break beside it."""
    text = getattr(error, "abort_reason", "") or str(error) or "the entry cannot be read"
    return " ".join(text.partition(" Note: ")[0].rstrip(". ").split())[:200]


def _parse_source(entry: Entry, problems: list[Problem]) -> Source | None:
    line = (entry.start_line or 0) + 1

    fields = {f.key.lower(): f.value for f in entry.fields}
    kinds = [kind.value for kind in SourceKind]
    kind = str(fields.pop("kind", "")).strip().lower()
    if not _KEY.fullmatch(entry.key):
        problems.append(
            _problem(
                "bibtex", f"the key {quoted(entry.key)} has a character that a citation cannot hold; rename it", line
            )
        )
        return None
    if kind not in kinds:
        message = f"the kind of {quoted(entry.key)} cannot be {quoted(kind)}"
        message = message if kind else f"{quoted(entry.key)} does not say of what kind it is"
        remedy = did_you_mean(kind, kinds, "give kind = {…}, one of " + ", ".join(kinds))
        problems.append(_problem("source-kind", f"{message}; {remedy}", line))
        return None
    edited = "author" not in fields
    people = str(fields.pop("author", None) or fields.pop("editor", None) or "")
    try:
        authors = authors_of(people)
        title, year = latex_to_text(fields.pop("title", "")), latex_to_text(fields.pop("year", ""))
        rest = {
            name: unescaped(value) if name in VERBATIM_FIELDS else latex_to_text(value)
            for name, value in fields.items()
        }
    except AuthorError as error:
        problems.append(_problem("bibtex", f"{error}; write Last, First and Last, First", line))
        return None
    except RecursionError:
        problems.append(_problem("bibtex", "its braces are nested too deeply; mend the entry", line))
        return None
    if not title:
        problems.append(_problem("source-title", f"{quoted(entry.key)} has no title; give title = {{…}}", line))
        return None
    type_ = entry.entry_type.lower()
    return Source(entry.key, SourceKind(kind), authors, year, title, tuple(sorted(rest.items())), line, type_, edited)
