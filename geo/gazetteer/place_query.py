"""Parse the text that names a place: "Mukden, Manchuria", "Danzig, Free City", "Canton, Ohio", "Kuntsevo, Moscow".

The first part names the place. The text after the comma, or in brackets, is a hint where to look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from liaison_atlas.geo.gazetteer.historical_states import is_form_of_government, present_day_countries, us_states
from liaison_atlas.geo.name_folding import fold

_BRACKETS = re.compile(r"^(.*?)\s*[(（]([^()（）]*)[)）]\s*$")
_COMMAS = re.compile(r"\s*[,;，、]\s*")
MAX_PLACE_QUERY_LENGTH = 500  # characters; no place name comes near this


@dataclass(frozen=True, slots=True)
class AreaHint:
    """An area in which to look, as countries of today; ``admin1`` narrows the United States to a state."""

    countries: frozenset[str]
    admin1: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """A name, the areas that its hints may mean, and the hints that are not known areas.

    Each hint gives a tuple of alternative areas: Georgia is a country and one of the United States.
    """

    name: str
    areas: tuple[tuple[AreaHint, ...], ...]
    unknown_hints: tuple[str, ...]


def parse_query(text: str) -> PlaceQuery:
    """Parse the text of a place query.

    Returns
    -------
    PlaceQuery
        the name, the areas from its hints, and the hints that are not known.

    Examples
    --------
    >>> query = parse_query("Canton, Ohio")
    >>> query.name, query.areas[0][0].admin1, query.unknown_hints
    ('Canton', 'OH', ())
    >>> parse_query("Danzig, Free City").areas[0][0].countries, parse_query("Kuntsevo, Moscow").unknown_hints
    (frozenset({'PL'}), ('Moscow',))
    """
    text = " ".join(text[:MAX_PLACE_QUERY_LENGTH].split())
    brackets = _BRACKETS.match(text)
    if brackets and brackets[1]:
        text = f"{brackets[1]}, {brackets[2]}"
    name, *hints = (part for part in _COMMAS.split(text) if part) if text.strip(" ,;，、") else ("",)
    areas: list[tuple[AreaHint, ...]] = []
    others: list[str] = []
    if len(hints) > 1 and present_day_countries(", ".join(hints)):  # Kingdom of Serbs, Croats and Slovenes
        hints = [", ".join(hints)]
    for hint in hints:
        found = _areas(name, hint)
        if found:
            areas.append(found)
        elif not is_form_of_government(hint):
            others.append(hint)
    return PlaceQuery(name, tuple(areas), tuple(others))


def _areas(name: str, hint: str) -> tuple[AreaHint, ...]:
    found = []
    # "Free City" after a name is the form of government of the state of that name.
    countries = present_day_countries(f"{name}, {hint}") if is_form_of_government(hint) else present_day_countries(hint)
    if countries:
        found.append(AreaHint(countries))
    if state := us_states().get(fold(hint)):
        found.append(AreaHint(frozenset({"US"}), state))
    return tuple(found)
