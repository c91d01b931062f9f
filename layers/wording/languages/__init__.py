"""What the program itself says about data: dates in words, standings, locators, labels; one file a language.

To add a language, put a module beside these whose ``LANGUAGE`` is a `Language` with all its phrases; it is found by
listing the folder. Its class stands in the same module: a page takes from there which characters its font must have.
The words of the viewer's controls are another catalogue, ``maps/viewer/src/i18n/``; a test holds both to the same
languages.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from liaison_atlas.layers.wording.languages.language import Language

__all__ = ["Language", "available_languages", "language_for"]


@cache
def available_languages() -> dict[str, Language]:
    """The languages that the program speaks, by their BCP 47 tags, in alphabetical order."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    found: list[Language] = [module.LANGUAGE for module in modules if hasattr(module, "LANGUAGE")]
    return {language.tag: language for language in sorted(found, key=lambda language: language.tag)}


def language_for(language: str) -> Language:
    """The words of a language; of ``de-AT`` that of ``de``, and English where the program does not speak it.

    Returns
    -------
    Language
        one of `available_languages`.

    Examples
    --------
    >>> [language_for(language).tag for language in ("de", "de-AT", "eo")]
    ['de', 'de', 'en']
    """
    known = available_languages()
    return known.get(language) or known.get(language.split("-")[0]) or known["en"]
