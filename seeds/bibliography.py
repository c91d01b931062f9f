"""The bibliography of a data set: ``sources.bib`` read with bibtexparser, each entry with its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts
from bibtexparser.model import Entry

from seeds.citations import Citation
from seeds.citing import Run, reference
from seeds.problems import Problem, did_you_mean
from seeds.records import SourceKind
from seeds.tongues import tongue_of

FILE = "sources.bib"
_KEY = re.compile(r"[^\s;\[\]{}(),%#\\\"']+")


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
    """A locator as it is printed: figures are pages.

    >>> locator_words("101"), locator_words("61-62"), locator_words("s. 22"), locator_words("")
    ('p. 101', 'pp. 61–62', 'sentence 22', '')
    """
    return tongue_of(language).locator(locator)


def cited(citation: Citation, sources: dict[str, Source]) -> str:
    """A citation in its short form: ``Meier 2008, p. 101``."""
    return ", ".join(part for part in (sources[citation.key].short, locator_words(citation.locator)) if part)


def read_bibliography(folder: Path) -> tuple[dict[str, Source], list[Problem]]:
    """Read the sources of a data set, by their keys, with every problem of the file."""
    path = folder / FILE
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return {}, [
            Problem(FILE, 1, 1, "missing-file", "there is no bibliography in the data set; add one entry a source")
        ]
    except UnicodeDecodeError as error:
        return {}, [Problem(FILE, 1, 1, "encoding", f"byte {error.start + 1} is not UTF-8; save the file as UTF-8")]
    except OSError as error:
        return {}, [
            Problem(FILE, 1, 1, "unreadable-file", f"{error.strerror or error}; it must be a file that can be read")
        ]
    library = parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()])
    problems = [
        Problem(FILE, (block.start_line or 0) + 1, 1, "bibtex", f"{_first_line(block.error)}; mend the entry")
        for block in library.failed_blocks
    ]
    sources: dict[str, Source] = {}
    for entry in library.entries:
        source = _source(entry, problems)
        if source:
            sources[source.key] = source
    return sources, problems


def _first_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]


def _source(entry: Entry, problems: list[Problem]) -> Source | None:
    line = (entry.start_line or 0) + 1
    fields = {f.key.lower(): f.value for f in entry.fields}
    kinds = [kind.value for kind in SourceKind]
    kind = str(fields.pop("kind", "")).strip().lower()
    if not _KEY.fullmatch(entry.key):
        problems.append(
            Problem(
                FILE, line, 1, "bibtex", f'the key "{entry.key}" has a character that a citation cannot hold; rename it'
            )
        )
        return None
    if kind not in kinds:
        said = (
            f'the kind of "{entry.key}" cannot be "{kind}"'
            if kind
            else f'"{entry.key}" does not say of what kind it is'
        )
        problems.append(
            Problem(
                FILE,
                line,
                1,
                "source-kind",
                f"{said}; {did_you_mean(kind, kinds, 'give kind = {…}, one of ' + ', '.join(kinds))}",
            )
        )
        return None
    edited = "author" not in fields
    people = fields.pop("author", None) or fields.pop("editor", None) or []
    authors = tuple(
        (" ".join([*name.von, *name.last]), " ".join([*name.first, *name.jr]))
        if name.first
        else (" ".join([*name.von, *name.last, *name.jr]), "")
        for name in people
        if not isinstance(name, str)
    )
    title, year = _plain(fields.pop("title", "")), _plain(fields.pop("year", ""))
    if not title:
        problems.append(Problem(FILE, line, 1, "source-title", f'"{entry.key}" has no title; give title = {{…}}'))
        return None
    rest = tuple(sorted((name, _plain(value)) for name, value in fields.items()))
    clean = tuple((_plain(last), _plain(first)) for last, first in authors)
    return Source(entry.key, SourceKind(kind), clean, year, title, rest, line, entry.entry_type.lower(), edited)


def _plain(text: object) -> str:
    """A value without the braces that guard its capitals, on one line."""
    return " ".join(str(text).replace("{", "").replace("}", "").split())
