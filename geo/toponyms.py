"""The names of places and the states that existed in a period: the days of a year, a month or a claim.

If names or states follow one another within the period, the one of its middle day is returned: of two, the one that
lasted longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from liaison_atlas.seeds.dates.day_ranges import possible_days
from liaison_atlas.seeds.tables.records import Place, PlaceName, Polity


def name_in(place: Place, names: Iterable[PlaceName], first: int, last: int, language: str = "en") -> str:
    """Return the name of a place from day ``first`` to day ``last``, or else its present-day name.

    If the name changed within these days, the name on the middle day is returned. If there is no name on that day, the
    last name within these days is returned.

    Parameters
    ----------
    place : Place
        the place.
    names : iterable of PlaceName
        the names of this place, or of all places.
    first, last : int
        days since 1970-01-01, both included.
    language : str
        a BCP 47 tag; a name in ``de`` also matches ``de-AT``.

    Returns
    -------
    str
        one of the names, or ``place.name``.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> from liaison_atlas.seeds.dates.days import day_of
    >>> from liaison_atlas.seeds.dates.edtf import parse
    >>> gdansk = SimpleNamespace(id="gdansk", name="Gdańsk")
    >>> until_1945 = SimpleNamespace(place="gdansk", name="Danzig", language="en", from_=None, to=parse("1945"))
    >>> [name_in(gdansk, [until_1945], day_of(year), day_of(year, 12, 31)) for year in (1927, 1950)]
    ['Danzig', 'Gdańsk']
    >>> name_in(gdansk, [], 0, 0)
    'Gdańsk'
    """
    own = [name for name in names if name.place == place.id]
    middle = middle_day(first, last)
    return historical_name(own, middle, middle, language) or historical_name(own, first, last, language) or place.name


def middle_day(first: int, last: int) -> int:
    """Return the middle day of the period from day ``first`` to day ``last``, which decides its names.

    Returns
    -------
    int
        the earlier of two middle days.

    Examples
    --------
    >>> middle_day(0, 364), middle_day(5, 5)
    (182, 5)
    """
    return (first + last) // 2


def historical_name(names: Iterable[PlaceName], first: int, last: int, language: str) -> str | None:
    """The name among these that was in use from day ``first`` to day ``last``: the last of several, or ``None``."""
    best: tuple[float, str] | None = None
    for name in names:
        if not (language == name.language or language.startswith(name.language + "-")):
            continue
        begins, ends = days_of_use(name)
        if begins <= last and ends >= first and (best is None or begins > best[0]):
            best = (begins, name.name)
    return best[1] if best else None


def days_of_use(name: PlaceName | Polity) -> tuple[int, int]:
    """The first and the last day on which a name of a place or state was in use; unbounded if unknown."""
    return possible_days(name.from_)[0], possible_days(name.to)[1]


def seats(polities: Sequence[Polity]) -> list[int]:
    """The seat of each state, a number: states at the same point succeed one another and share it."""
    numbers: dict[tuple[float, float], int] = {}
    return [numbers.setdefault((state.lon, state.lat), len(numbers)) for state in polities]


def oldest_first(polities: Iterable[Polity]) -> list[Polity]:
    """States sorted by their beginning: if there is no room for all, the older one is named."""
    return sorted(polities, key=lambda state: days_of_use(state)[0])
