"""Search by name: all towns that bear it, best first, and whether one of them is beyond doubt.

Beyond doubt is strict, since a wrong town on a map is worse than none:

* The name is one that the town bears, in any spelling that folds to it; not only the beginning of its name,
  nor one that sounds so.
* Where a country is given, the town lies in it. It has no rival there but for those that it towers over, with less
  than a part in `TOWERS` of its inhabitants, and that are villages (`VILLAGE`) or have the name by a weaker tie: the
  main name and a name in our table of historical ones are stronger than GeoNames's other names, which have no dates.
* Where none is given, there is no rival in the world, however small.
* A namesake within `BESIDE_KM` is no rival: it is a part of the town, or the town once more.
* The town is not so small that the one meant may be missing from the gazetteer (`LEAST`).

So numbers of inhabitants alone never decide between towns that share a name.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from geo.folding import fold, keys, native, script, sound
from geo.gazetteer.exonyms import Exonym, exonyms
from geo.gazetteer.index import Entry, How, Index
from geo.gazetteer.query import Area, Query, read
from geo.gazetteer.towns import Town
from geo.globe import Position, distance_km

VILLAGE = 5_000
TOWERS = 20
BESIDE_KM = 15.0
NEAR_KM = 60.0
"""How far from a town lies what is said to be in it or by it: "Kuntsevo, Moscow"."""
LEAST = {True: 2_000, False: 15_000}
"""The fewest inhabitants of a town beyond doubt, with a country given and without."""


@dataclass(frozen=True, slots=True)
class Match:
    """A town that may be meant, from 0 to 1 how well it fits, and why."""

    town: Town
    how: How
    spelled: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found: ``matches`` best first, ``sure`` where the first is beyond doubt, else ``doubt`` says why."""

    matches: tuple[Match, ...]
    sure: bool
    doubt: str | None
    elsewhere: tuple[Match, ...] = ()
    """Namesakes outside the countries that were given."""

    @property
    def best(self) -> Match | None:
        """The match beyond doubt, where there is one."""
        return self.matches[0] if self.sure else None


def search(
    index: Index, text: str, countries: Collection[str] = (), near: tuple[Position, float] | None = None
) -> Answer:
    """Look for a place.

    Parameters
    ----------
    index : Index
    text : str
        a name, with hints after a comma where there are some.
    countries : collection of str
        codes of ISO 3166-1; none means anywhere.
    near : (position, km), optional
        where a position is known that the place must lie near.
    """
    given = frozenset(countries)
    whole = Query(text.strip(" ,"), (), ())
    query = read(text)
    entries = _entries(index, whole.name)
    if query.name != whole.name and not any(entry.how <= How.OTHER for entry in entries):
        entries = _entries(index, query.name)
    else:
        query = whole
    inside, outside = _parted(entries, given, query.areas)
    if not inside and outside and script(native(query.name)) != "LATIN":
        inside, outside = _parted(_entries(index, query.name, in_latin=True), given, query.areas)
    if near is not None:
        position, most_km = near
        far = [entry for entry in inside if distance_km(entry.town.position, position) > most_km]
        inside, outside = [entry for entry in inside if entry not in far], outside + far
    unread: list[str] = []
    for hint in query.others:
        around = [entry.town for entry in _entries(index, hint) if entry.how <= How.OTHER]
        close = [e for e in inside if any(distance_km(e.town.position, t.position) <= NEAR_KM for t in around)]
        if around and close:
            outside += [entry for entry in inside if entry not in close]
            inside = close
        else:
            unread.append(hint)
    bounded = bool(given or near or query.areas or (query.others and not unread))
    matches = _matches(query.name, inside, bounded=True if bounded else None)
    elsewhere = _matches(query.name, outside, bounded=False)
    doubt = _doubt(matches, query.name, bounded=bounded, unread=unread, elsewhere=elsewhere)
    return Answer(matches, doubt is None, doubt, elsewhere)


def _parted(
    entries: Iterable[Entry], countries: frozenset[str], areas: tuple[tuple[Area, ...], ...]
) -> tuple[list[Entry], list[Entry]]:
    """The towns within the countries and areas, and the others."""
    inside: list[Entry] = []
    outside: list[Entry] = []
    for entry in entries:
        (inside if _lies_in(entry.town, countries, areas) else outside).append(entry)
    return inside, outside


def _entries(index: Index, name: str, *, in_latin: bool = False) -> list[Entry]:
    """The towns of a name; where none bears it, those of names that sound like it.

    A name in another script is sought in that script first, which keeps apart what Latin letters would join.
    """
    forms = keys(name)
    found: dict[int, Entry] = {}
    if forms and script(forms[0]) != "LATIN" and not in_latin:
        found = {entry.town.id: entry for entry in index.entries(forms[0])}
        forms = () if found else forms[1:]
    for key in forms:
        for entry in index.entries(key):
            if entry.town.id not in found or entry.how < found[entry.town.id].how:
                found[entry.town.id] = entry
    if not any(entry.how <= How.OTHER for entry in found.values()) and (key := sound(name)):
        for entry in index.entries(f"~{key}"):
            found.setdefault(entry.town.id, entry)
    return list(found.values())


def _lies_in(town: Town, countries: frozenset[str], areas: Iterable[tuple[Area, ...]]) -> bool:
    if countries and town.country not in countries:
        return False
    return all(
        any(town.country in area.countries and area.admin1 in (None, town.admin1) for area in choice)
        for choice in areas
    )


def _matches(name: str, entries: Iterable[Entry], *, bounded: bool | None) -> tuple[Match, ...]:
    found = [_match(name, entry, bounded) for entry in entries]
    return tuple(sorted(found, key=lambda m: (-m.score, -m.town.population, m.town.id)))


_FOR_NAME = {How.MAIN: 0.6, How.HISTORICAL: 0.6, How.OTHER: 0.58, How.BEGINNING: 0.35, How.SOUND: 0.3}


def _match(name: str, entry: Entry, bounded: bool | None) -> Match:
    """Up to 0.6 for the name, 0.2 for the country, 0.15 for the number of inhabitants; 0.05 are left for the data."""
    town = entry.town
    size = min(1.0, math.log10(town.population) / 7) if town.population > 1 else 0.0
    score = _FOR_NAME[entry.how] + (0.2 if bounded else 0.0) + 0.15 * size
    return Match(town, entry.how, entry.spelled, round(score, 3), (_of_name(name, entry), _of_size(town)))


def _of_name(name: str, entry: Entry) -> str:
    """In what way the name is the town's."""
    spelled = f'"{entry.spelled}"'
    if entry.how is How.MAIN:
        return f"{spelled} is its name in GeoNames" + _as_written(name, entry.spelled)
    if entry.how is How.OTHER:
        return f"{spelled} is another name of it in GeoNames" + _as_written(name, entry.spelled)
    if entry.how is How.HISTORICAL:
        row = _exonym(entry)
        period = f", {row.period}" if row and row.period else ""
        return f"{spelled} is a name that it bore{period}" + (f" ({row.source})" if row else "")
    if entry.how is How.BEGINNING:
        return f'its name, {spelled}, begins with "{name}"'
    return f'"{name}" sounds like {spelled}, a name of it in GeoNames'


def _as_written(name: str, spelled: str) -> str:
    if name == spelled:
        return ""
    if native(name) == native(spelled):
        return f', but for marks as "{name}"'
    return f', in other letters "{name}"' if fold(name) == fold(spelled) else f', spelled "{name}"'


def _exonym(entry: Entry) -> Exonym | None:
    return next((r for r in exonyms() if r.geonameid == entry.town.id and r.name == entry.spelled), None)


def _of_size(town: Town) -> str:
    return f"{town.population:,} inhabitants today" if town.population else "number of inhabitants not known"


def _doubt(
    matches: tuple[Match, ...], name: str, *, bounded: bool, unread: list[str], elsewhere: tuple[Match, ...]
) -> str | None:
    """Why the first match is not beyond doubt; ``None`` where it is."""
    if not matches:
        if elsewhere:
            first = elsewhere[0].town
            return f'no place is called "{name}" there; {first.name} ({first.country}) is called so'
        return f'no town of the gazetteer is called "{name}"'
    if unread:
        return f'"{unread[0]}" is no state, region or town near it that the gazetteer knows'
    largest = max(matches, key=lambda m: (m.how <= How.OTHER, m.town.population, -m.town.id))
    if largest.how is How.SOUND:
        return f'"{name}" only sounds like a name of {largest.town.name}'
    if largest.how is How.BEGINNING:
        return f'"{name}" is only the beginning of its name'
    if rival := _rival(largest, matches, bounded=bounded):
        told = f"{largest.town.name} ({largest.town.country}) and {rival.town.name} ({rival.town.country})"
        return f'{told} are both called "{name}"'
    if matches[0] is not largest and distance_km(matches[0].town.position, largest.town.position) > BESIDE_KM:
        return f"{matches[0].town.name} fits better than {largest.town.name}, but is much smaller"
    least = _least(matches[0].how, bounded=bounded)
    if largest.town.population < least:
        return f"with fewer than {least:,} inhabitants it may not be the {name} that is meant"
    return None


def _least(how: How, *, bounded: bool) -> int:
    """The fewest inhabitants of a town beyond doubt, by the tie of its name and whether a country is given."""
    if how is How.HISTORICAL and bounded:
        return 0  # the table says that it is this town
    return LEAST[bounded]


# What a name is to a town, in three classes.
_RANK = {How.MAIN: 0, How.HISTORICAL: 0, How.OTHER: 1, How.BEGINNING: 2, How.SOUND: 3}


def _rival(best: Match, matches: tuple[Match, ...], *, bounded: bool) -> Match | None:
    """The largest that could be meant as well."""
    for other in sorted(matches, key=lambda m: -m.town.population):
        if other is best or distance_km(best.town.position, other.town.position) <= BESIDE_KM:
            continue
        towered = other.town.population * TOWERS < best.town.population
        small = other.town.population < VILLAGE or _RANK[other.how] > _RANK[best.how]
        if not (bounded and towered and small):
            return other
    return None
