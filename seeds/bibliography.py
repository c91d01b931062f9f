"""The bibliography of a data set: ``sources.bib`` read with bibtexparser, each entry with its kind."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry

from seeds.authors import AuthorError, authors_of
from seeds.citations import Citation
from seeds.citing import Run, reference
from seeds.content import UnreadableError, content_of
from seeds.frame import Frame
from seeds.latex import VERBATIM, plain, verbatim
from seeds.problems import Problem, did_you_mean, shown
from seeds.records import SourceKind
from seeds.tongues import tongue_of

FILE = "sources.bib"
LARGEST = 32 * 1024 * 1024  # bytes
_MISSING = "there is no bibliography in the data set; add one entry a source"
_KEY = re.compile(r"[^\s;\[\]{}(),%#\\\"']+")
_WRITTEN = re.compile(r"@\w+\s*[{(]\s*([^\s,={}()]+)")

# bibtexparser tells of a broken entry by its logger too. Without a handler that goes to standard error.
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
    entry: str = "misc"
    """The type of the BibTeX entry: book, article, misc, ..."""
    edited: bool = False
    """Those who are named as authors are its editors."""

    def field(self, name: str) -> str:
        """A further field of the entry, empty where it has none."""
        return dict(self.fields).get(name, "")

    @property
    def short(self) -> str:
        """Author and year, as in a running text.

        >>> meier = (("Meier", "Andrew"),)
        >>> Source("M", SourceKind.SCHOLARSHIP, meier, "2008", "The Lost Spy", (), 1).short
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

    @property
    def reference(self) -> tuple[Run, ...]:
        """The entry of a bibliography, in runs of upright and italic letters (`seeds.citing`)."""
        return reference(self)

    @property
    def full(self) -> str:
        """The same as plain text."""
        return "".join(run.text for run in self.reference)


def locator_words(locator: str, language: str = "en") -> str:
    """A locator as it is printed: figures are pages, and a semicolon in it is a comma.

    >>> locator_words("101"), locator_words("61-62; 70"), locator_words("s. 22"), locator_words("")
    ('p. 101', 'pp. 61–62, 70', 'sentence 22', '')
    """
    return tongue_of(language).locator(re.sub(r"\s*;\s*", ", ", locator))


def cited(citation: Citation, sources: dict[str, Source]) -> str:
    """A citation in its short form: ``Meier 2008, p. 101``. It holds no semicolon: that separates citations."""
    words = sources[citation.key].short.replace(";", ","), locator_words(citation.locator)
    return ", ".join(part for part in words if part)


def read_bibliography(folder: Path) -> tuple[dict[str, Source], Frame, list[Problem]]:
    """Read the sources of a data set by their keys, the frame of the file, and every problem of it.

    The frame has the key of each entry that is written, if only with a mistake: who cites it makes none.
    """
    problems: list[Problem] = []
    text = _text(folder / FILE, problems)
    if text is None:
        return {}, Frame(FILE), problems
    library = parse_string(text)
    problems += [
        Problem(FILE, (block.start_line or 0) + 1, 1, "bibtex", f"{_told(block.error)}; mend the entry")
        for block in library.failed_blocks
    ]
    sources: dict[str, Source] = {}
    for entry in library.entries:
        source = _source(entry, problems)
        if source:
            sources[source.key] = source
    return sources, Frame(FILE, beside=frozenset(_WRITTEN.findall(text)) | sources.keys()), problems


def _problem(code: str, message: str, line: int = 1) -> Problem:
    return Problem(FILE, line, 1, code, message)


def _text(path: Path, problems: list[Problem]) -> str | None:
    try:
        text = content_of(path, missing=_MISSING, largest=LARGEST).decode("utf-8-sig")
    except UnreadableError as error:
        problems.append(_problem(error.code, str(error)))
    except UnicodeDecodeError as error:
        problems.append(_problem("encoding", f"byte {error.start + 1} is not UTF-8; save the file as UTF-8"))
    else:
        if "\0" not in text:
            return text
        problems.append(_problem("encoding", "it holds a NUL character; save it as plain text, UTF-8"))
    return None


def _told(error: BaseException) -> str:
    """What bibtexparser says of a block: most in the text of the error, the reason of a break beside it."""
    text = getattr(error, "abort_reason", "") or str(error) or "the entry cannot be read"
    return " ".join(text.partition(" Note: ")[0].rstrip(". ").split())[:200]


def _source(entry: Entry, problems: list[Problem]) -> Source | None:
    line = (entry.start_line or 0) + 1

    fields = {f.key.lower(): f.value for f in entry.fields}
    kinds = [kind.value for kind in SourceKind]
    kind = str(fields.pop("kind", "")).strip().lower()
    if not _KEY.fullmatch(entry.key):
        problems.append(
            _problem(
                "bibtex", f"the key {shown(entry.key)} has a character that a citation cannot hold; rename it", line
            )
        )
        return None
    if kind not in kinds:
        told = f"the kind of {shown(entry.key)} cannot be {shown(kind)}"
        told = told if kind else f"{shown(entry.key)} does not say of what kind it is"
        way_out = did_you_mean(kind, kinds, "give kind = {…}, one of " + ", ".join(kinds))
        problems.append(_problem("source-kind", f"{told}; {way_out}", line))
        return None
    edited = "author" not in fields
    people = str(fields.pop("author", None) or fields.pop("editor", None) or "")
    try:
        authors = authors_of(people)
        title, year = plain(fields.pop("title", "")), plain(fields.pop("year", ""))
        rest = {name: verbatim(value) if name in VERBATIM else plain(value) for name, value in fields.items()}
    except AuthorError as error:
        problems.append(_problem("bibtex", f"{error}; write Last, First and Last, First", line))
        return None
    except RecursionError:
        problems.append(_problem("bibtex", "its braces are nested too deeply; mend the entry", line))
        return None
    if not title:
        problems.append(_problem("source-title", f"{shown(entry.key)} has no title; give title = {{…}}", line))
        return None
    type_ = entry.entry_type.lower()
    return Source(entry.key, SourceKind(kind), authors, year, title, tuple(sorted(rest.items())), line, type_, edited)
