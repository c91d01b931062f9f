"""Decides in which other languages a site has a front page, a report and posters: `other_languages`."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_atlas.seeds.tables.problems import did_you_mean, quoted

ALL = "all"


class LanguageError(ValueError):
    """A requested language is not one of the languages of the data set."""


def other_languages(declared: Sequence[str], requested: Sequence[str]) -> tuple[str, ...]:
    """The requested languages without the main one, in the order of the data set.

    Parameters
    ----------
    declared : sequence of str
        the languages of the data set, the main one first.
    requested : sequence of str
        tags of these languages, or ``all``.

    Returns
    -------
    tuple of str
        without the main language.

    Raises
    ------
    LanguageError
        if a language is not declared.

    Examples
    --------
    >>> other_languages(("en", "de", "ru"), ("ru", "en")), other_languages(("en", "de"), ("all",))
    (('ru',), ('de',))
    """
    for tag in requested:
        if tag not in (*declared, ALL):
            possible = f"name any of {', '.join(declared)}, or {ALL}"
            near = did_you_mean(tag, [*declared, ALL], "")
            remedy = f"{near} ({possible})" if near else possible
            raise LanguageError(f"{quoted(tag)} is not a language of the data set; {remedy}")
    return tuple(tag for tag in declared[1:] if ALL in requested or tag in requested)
