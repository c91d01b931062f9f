"""What a place was called: the name that was in use in a period, in a language."""

from __future__ import annotations

from collections.abc import Iterable

from seeds.dates.day_ranges import possible_days
from seeds.tables.records import Place, PlaceName, Polity


def name_in(place: Place, names: Iterable[PlaceName], first: int, last: int, language: str = "en") -> str:
    """The name of a place from day ``first`` to day ``last``, else its present-day name.

    Where the name changed within these days, the one that held at their end is given.

    Parameters
    ----------
    place : Place
    names : iterable of PlaceName
        the names of this place, or of all places.
    first, last : int
        days since 1970-01-01.
    language : str
        a BCP 47 tag; a name in ``de`` serves for ``de-AT``.
    """
    return historical_name((name for name in names if name.place == place.id), first, last, language) or place.name


def historical_name(names: Iterable[PlaceName], first: int, last: int, language: str) -> str | None:
    """The name that one of these was from day ``first`` to day ``last``: the last of several, ``None`` for none."""
    best: tuple[float, str] | None = None
    for name in names:
        if not (language == name.language or language.startswith(name.language + "-")):
            continue
        begins, ends = days_of_use(name)
        if begins <= last and ends >= first and (best is None or begins > best[0]):
            best = (begins, name.name)
    return best[1] if best else None


def days_of_use(name: PlaceName | Polity) -> tuple[int, int]:
    """The first and the last day on which a place or a state was called so; unbounded where none is known."""
    return possible_days(name.from_)[0], possible_days(name.to)[1]
