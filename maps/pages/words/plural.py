"""Phrases that count, in the plural forms of each language."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Plural(NamedTuple):
    """The forms of a phrase that a number requires, by the names of CLDR's plural rules; ``{n}`` is the number."""

    other: str
    one: str | None = None
    few: str | None = None
    many: str | None = None

    def form(self, count: int, tag: str) -> str:
        """The form for a number in a language.

        >>> Plural(one="{n} claim", other="{n} claims").form(1, "en")
        '{n} claim'
        """
        return getattr(self, _plural_category(count, tag)) or self.other


@cache  # most counts on a page are small numbers
def _plural_category(count: int, tag: str) -> str:
    from babel import Locale

    return str(Locale.parse(tag).plural_form(count))
