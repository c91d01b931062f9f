"""Citations in words: "Meier 2008, p. 101", "McKnight 2002, p. 60, cited after Duff 1999, p. 12"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from liaison_atlas.layers.wording.languages import language_for
from liaison_atlas.seeds.sources.bibliography import Source
from liaison_atlas.seeds.sources.citations import Citation


def locator_text(locator: str, language: str = "en") -> str:
    """A locator as it is printed: numbers are pages, and a semicolon becomes a comma.

    Returns
    -------
    str
        in the language.

    Examples
    --------
    >>> locator_text("101"), locator_text("61-62; 70"), locator_text("s. 22"), locator_text("")
    ('p. 101', 'pp. 61–62, 70', 'sentence 22', '')
    """
    return language_for(language).locator(re.sub(r"\s*;\s*", ", ", locator))


def go_between_text(citation: Citation, sources: Mapping[str, Source], language: str = "en") -> str:
    """The work through which a source was cited, with the locator: ``cited after Duff 1999, p. 12``.

    `citation_text` and every citation on a page end with it.

    Returns
    -------
    str
        empty if the source itself was read.
    """
    if citation.through is None:
        return ""
    return language_for(language).cited_after.format(citation_text(citation.through, sources, language))


def citation_text(citation: Citation, sources: Mapping[str, Source], language: str = "en") -> str:
    """A citation in its short form: ``Meier 2008, p. 101``. It has no semicolon: semicolons separate citations."""
    work = sources[citation.key].short_citation.replace(";", ",")
    words = work, locator_text(citation.locator, language), go_between_text(citation, sources, language)
    return ", ".join(part for part in words if part)
