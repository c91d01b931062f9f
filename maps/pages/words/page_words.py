"""What a language must be able to say on the front page and in the report.

For translators: a language gives a phrase for each field; what stands in braces is filled in. A phrase that counts has
a form for each of the plural forms of its language.
"""

from __future__ import annotations

from dataclasses import dataclass

from liaison_atlas.maps.pages.words.plural import Plural
from liaison_atlas.maps.pages.words.report_words import ReportWords


@dataclass(frozen=True, kw_only=True)
class CountWords:
    """What a year holds: "7 stations, 2 of them perhaps"."""

    stations: Plural
    heads: Plural
    couriers: Plural
    raids: Plural
    perhaps: str
    """With ``counted``, all of which only may hold."""
    of_them_perhaps: str
    """With ``counted``, and ``n`` of them that only may hold."""
    separator: str
    nothing: str


@dataclass(frozen=True, kw_only=True)
class FrontWords:
    """The words of the front page."""

    title_with_subtitle: str
    languages: str
    """The name of the list of the page's other languages."""
    open_atlas: str
    years: str
    poster: str
    poster_of: str
    evidence: str
    figures: str
    """With the numbers ``attested``, ``partisan``, ``contested`` and ``sources``."""
    strands: str
    strand: str
    """With its ``title`` and its ``count``."""
    marks: str
    report: str
    """With ``title``, that of the report, which is a link."""
    files: str
    file: str
    """With its ``name``, and the ``count`` of what it holds."""
    manifest: str
    """With ``name``, that of the file."""
    credits: str
    """With the ``licence`` of the data."""


@dataclass(frozen=True, kw_only=True)
class PageWords:
    """All words of the pages in a language."""

    tag: str
    """The BCP 47 tag."""
    report_title: str
    counts: CountWords
    front: FrontWords
    report: ReportWords
