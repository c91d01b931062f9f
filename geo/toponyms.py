"""What a place was called: the name that was in use in a period, in a language."""

from __future__ import annotations

from collections.abc import Iterable

from seeds.tables.records import Place, PlaceName


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
    best: tuple[float, str] | None = None
    for name in names:
        if name.place != place.id or not (language == name.language or language.startswith(name.language + "-")):
            continue
        begins = name.from_.start_earliest.day if name.from_ else None
        ends = name.to.end_latest.day if name.to else None
        if (begins is not None and begins > last) or (ends is not None and ends < first):
            continue
        order = begins if begins is not None else float("-inf")
        if best is None or order > best[0]:
            best = (order, name.name)
    return best[1] if best else place.name
