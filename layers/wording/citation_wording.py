"""Citations in words: "Meier 2008, p. 101"."""

from __future__ import annotations

import re

from layers.wording.languages import language_for
from seeds.sources.bibliography import Source
from seeds.sources.citations import Citation


def locator_text(locator: str, language: str = "en") -> str:
    """A locator as it is printed: figures are pages, and a semicolon in it is a comma.

    >>> locator_text("101"), locator_text("61-62; 70"), locator_text("s. 22"), locator_text("")
    ('p. 101', 'pp. 61–62, 70', 'sentence 22', '')
    """
    return language_for(language).locator(re.sub(r"\s*;\s*", ", ", locator))


def citation_text(citation: Citation, sources: dict[str, Source]) -> str:
    """A citation in its short form: ``Meier 2008, p. 101``. It holds no semicolon: that separates citations."""
    words = sources[citation.key].short_citation.replace(";", ","), locator_text(citation.locator)
    return ", ".join(part for part in words if part)
