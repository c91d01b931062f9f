"""The words of the front page and of the report: one file a language, whose ``WORDS`` is a `PageWords`.

To add a language, put a module beside these; it is found by listing the folder. What the pages quote of the data set,
and dates, standings and locators in words, comes from `layers.wording` and the translations of the data set.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from liaison_atlas.maps.pages.words.page_words import PageWords

__all__ = ["PageWords", "available_page_words", "page_words_for"]


@cache
def available_page_words() -> dict[str, PageWords]:
    """The words by the BCP 47 tags of their languages, in alphabetical order."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    found: list[PageWords] = [module.WORDS for module in modules if hasattr(module, "WORDS")]
    return {words.tag: words for words in sorted(found, key=lambda words: words.tag)}


def page_words_for(language: str) -> PageWords:
    """The words of a language; of ``de-AT`` those of ``de``, and English where there are none.

    >>> [page_words_for(language).tag for language in ("de", "de-AT", "eo")]
    ['de', 'de', 'en']
    """
    known = available_page_words()
    return known.get(language.split("-")[0]) or known["en"]
