"""What a person writes to name a place: "Mukden, Manchuria", "Danzig, Free City", "Canton, Ohio", "Kuntsevo, Moscow".

The first part names the place; what follows the comma, or stands in brackets, says where to look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.folding import fold
from geo.gazetteer.states import american_states, says_only_rule, states

_BRACKETS = re.compile(r"^(.*?)\s*[(（]([^()（）]*)[)）]\s*$")
_COMMAS = re.compile(r"\s*[,;，、]\s*")
LONGEST = 500  # characters; no name of a place comes near


@dataclass(frozen=True, slots=True)
class Area:
    """A land in which to look, as countries of today; ``admin1`` narrows the United States to a state."""

    words: str
    countries: frozenset[str]
    admin1: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A name, the areas that its hints may mean, and the hints that are no area that we know.

    Each hint gives a tuple of areas, any of which will do: Georgia is a country and one of the United States.
    """

    name: str
    areas: tuple[tuple[Area, ...], ...]
    others: tuple[str, ...]


def read(text: str) -> Query:
    """Read what was written.

    >>> query = read("Canton, Ohio")
    >>> query.name, query.areas[0][0].admin1, query.others
    ('Canton', 'OH', ())
    >>> read("Danzig, Free City").areas[0][0].countries, read("Kuntsevo, Moscow").others
    (frozenset({'PL'}), ('Moscow',))
    """
    text = " ".join(text[:LONGEST].split())
    brackets = _BRACKETS.match(text)
    if brackets and brackets[1]:
        text = f"{brackets[1]}, {brackets[2]}"
    name, *hints = (part for part in _COMMAS.split(text) if part) if text.strip(" ,;，、") else ("",)
    areas: list[tuple[Area, ...]] = []
    others: list[str] = []
    if len(hints) > 1 and states(", ".join(hints)):  # Kingdom of Serbs, Croats and Slovenes
        hints = [", ".join(hints)]
    for hint in hints:
        found = _areas(name, hint)
        if found:
            areas.append(found)
        elif not says_only_rule(hint):
            others.append(hint)
    return Query(name, tuple(areas), tuple(others))


def _areas(name: str, hint: str) -> tuple[Area, ...]:
    found = []
    # "Free City" after a name says how that name's own state was ruled.
    countries = states(f"{name}, {hint}") if says_only_rule(hint) else states(hint)
    if countries:
        found.append(Area(hint, countries))
    if state := american_states().get(fold(hint)):
        found.append(Area(hint, frozenset({"US"}), state))
    return tuple(found)
