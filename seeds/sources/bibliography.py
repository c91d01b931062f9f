"""The bibliography of a data set: ``sources.bib`` read with bibtexparser, each entry with its kind."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block, Entry

from liaison_atlas.seeds.sources.bibtex_fields import authors_of, field_text, latex_to_text
from liaison_atlas.seeds.tables.problems import Problem, UnreadableError, did_you_mean, quoted
from liaison_atlas.seeds.tables.records import SourceKind
from liaison_atlas.seeds.tables.safe_read import read_utf8_file

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
        who = " and ".join(names) if len(names) < 3 else f"{names[0]} et al."
        return f"{who or self.field('shorttitle') or self.title} {self.year}".strip()


def read_bibliography(folder: Path) -> tuple[dict[str, Source], frozenset[str] | None, list[Problem]]:
    """Read the sources of a data set by their keys, the keys that are written, and every problem of the file.

    Written are those of entries with a mistake too: who cites one makes none. They are ``None`` without a readable file.
    """
    try:
        path = folder / BIBLIOGRAPHY_FILE
        text = read_utf8_file(path, missing_message=_MISSING, max_bytes=MAX_BIBLIOGRAPHY_BYTES)
        if "\0" in text:
            raise UnreadableError("encoding", "it holds a NUL character; save it as plain text, UTF-8")
    except UnreadableError as error:
        return {}, None, [error.problem(BIBLIOGRAPHY_FILE)]
    library = parse_string(text)
    problems = [
        Problem(BIBLIOGRAPHY_FILE, _line(block), 1, "bibtex", f"{_parser_message(block.error)}; mend the entry")
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
    """What bibtexparser says of a block: most in the text of the error, the reason of a break beside it."""
    text = getattr(error, "abort_reason", "") or str(error) or "the entry cannot be read"
    return " ".join(text.partition(" Note: ")[0].rstrip(". ").split())[:200]


def _parse_source(entry: Entry) -> Source:
    fields = {f.key.lower(): f.value for f in entry.fields}
    if not _KEY.fullmatch(entry.key):
        message = f"the key {quoted(entry.key)} has a character that a citation cannot hold"
        raise UnreadableError("bibtex", f"{message}; rename it")
    kinds = [kind.value for kind in SourceKind]
    kind = str(fields.pop("kind", "")).strip().lower()
    if kind not in kinds:
        message = f"the kind of {quoted(entry.key)} cannot be {quoted(kind)}"
        message = message if kind else f"{quoted(entry.key)} does not say of what kind it is"
        remedy = did_you_mean(kind, kinds, "give kind = {…}, one of " + ", ".join(kinds))
        raise UnreadableError("source-kind", f"{message}; {remedy}")
    edited = "author" not in fields
    people = str(fields.pop("author", None) or fields.pop("editor", None) or "")
    try:
        authors = authors_of(people)
        title, year = latex_to_text(fields.pop("title", "")), latex_to_text(fields.pop("year", ""))
        rest = tuple((name, field_text(name, fields[name])) for name in sorted(fields))
    except RecursionError:
        raise UnreadableError("bibtex", "its braces are nested too deeply; mend the entry") from None
    if not title:
        raise UnreadableError("source-title", f"{quoted(entry.key)} has no title; give title = {{…}}")
    return Source(
        entry.key, SourceKind(kind), authors, year, title, rest, _line(entry), entry.entry_type.lower(), edited
    )
