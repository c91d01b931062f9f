"""The program's own words about data: dates, standings, locators and labels; one file per language.

To add a language, add a module to this folder whose ``LANGUAGE`` is a `Language` with all its phrases; it is found by
listing the folder. Its class must be in the same module: pages read from there which characters their font must have.
The texts of the viewer's controls are in another catalogue, ``maps/viewer/src/i18n/``; a test checks that both have
the same languages.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from liaison_atlas.layers.wording.languages.language import Language

__all__ = ["Language", "available_languages", "language_for"]


@cache
def available_languages() -> dict[str, Language]:
    """The languages of the program by their BCP 47 tags, in alphabetical order."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    found: list[Language] = [module.LANGUAGE for module in modules if hasattr(module, "LANGUAGE")]
    return {language.tag: language for language in sorted(found, key=lambda language: language.tag)}


def language_for(language: str) -> Language:
    """The language for a tag: for ``de-AT`` that of ``de``, and English if the program does not have it.

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
