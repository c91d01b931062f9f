"""Search by name: return all towns that have the name, best first, and whether one of them is beyond doubt.

The conditions for "beyond doubt" are strict, because a wrong town on a map is worse than none:

* The town has the name, in any spelling that folds to it. The beginning of its name is not enough, nor is a name that
  only sounds the same.
* If a country is given, the town lies in it and has no rival there. A town with less than 1 / `DOMINANCE_RATIO` of its
  inhabitants is no rival if it is a village (`VILLAGE_MAX_POPULATION`) or has the name by a weaker match. The main name
  and a name in our table of historical names are stronger than the other names in GeoNames, which have no dates.
* If no country is given, there is no rival in the world, however small.
* A namesake within `SAME_TOWN_KM` is no rival: it is a part of the town, or a second record of the town.
* The town is large enough (`MIN_CERTAIN_POPULATION`). For a smaller one, the place meant may be missing from the
  gazetteer.

So population alone never decides between towns that share a name.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from liaison_atlas.geo.gazetteer.exonyms import exonyms
from liaison_atlas.geo.gazetteer.geonames_towns import Town
from liaison_atlas.geo.gazetteer.name_index import IndexEntry, MatchKind, NameIndex
from liaison_atlas.geo.gazetteer.place_query import AreaHint, PlaceQuery, parse_query
from liaison_atlas.geo.geodesy import Position, distance_km
from liaison_atlas.geo.name_folding import fold, fold_in_script, lookup_keys, phonetic_key, script_of

VILLAGE_MAX_POPULATION = 5_000
DOMINANCE_RATIO = 20
SAME_TOWN_KM = 15.0
NEAR_TOWN_KM = 60.0
"""The greatest distance of a place from the town that its hint names: "Kuntsevo, Moscow"."""
MIN_CERTAIN_POPULATION = {True: 2_000, False: 15_000}
"""The minimum population of a town beyond doubt, with a country given and without."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A town that may be meant, a score from 0 to 1 for how well it fits, and the reasons."""

    town: Town
    match_kind: MatchKind
    matched_name: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The result of a search: ``matches``, best first, and ``doubt``, ``None`` if the first match is beyond doubt."""

    matches: tuple[NameMatch, ...]
    doubt: str | None
    outside_matches: tuple[NameMatch, ...] = ()
    """Namesakes outside the requested area."""

    @property
    def certain_match(self) -> NameMatch | None:
        """The match beyond doubt, if there is one."""
        return self.matches[0] if self.doubt is None else None


def search_names(
    index: NameIndex, text: str, countries: Collection[str] = (), near: tuple[Position, float] | None = None
) -> SearchResult:
    """Search for a place.

    Parameters
    ----------
    index : NameIndex
        from `open_index`.
    text : str
        a name, optionally with hints after a comma.
    countries : collection of str
        codes of ISO 3166-1; none means anywhere.
    near : (position, km), optional
        a known position that the place must be near, and the greatest distance from it.

    Returns
    -------
    SearchResult
        the matches, best first, and the doubt about the first one.
    """
    given = frozenset(countries)
    unsplit = PlaceQuery(text.strip(" ,"), (), ())
    query = parse_query(text)
    entries = _entries_named(index, unsplit.name)
    if query.name != unsplit.name and not any(entry.match_kind <= MatchKind.ALTERNATE for entry in entries):
        entries = _entries_named(index, query.name)
    else:
        query = unsplit
    inside, outside = _split_by_area(entries, given, query.areas)
    if not inside and outside and script_of(fold_in_script(query.name)) != "LATIN":
        inside, outside = _split_by_area(_entries_named(index, query.name, in_latin=True), given, query.areas)
    if near is not None:
        position, max_km = near
        far = [entry for entry in inside if distance_km(entry.town.position, position) > max_km]
        inside, outside = [entry for entry in inside if entry not in far], outside + far
    unknown_hints: list[str] = []
    for hint in query.unknown_hints:
        hint_towns = [entry.town for entry in _entries_named(index, hint) if entry.match_kind <= MatchKind.ALTERNATE]
        close = [e for e in inside if any(distance_km(e.town.position, t.position) <= NEAR_TOWN_KM for t in hint_towns)]
        if hint_towns and close:
            outside += [entry for entry in inside if entry not in close]
            inside = close
        else:
            unknown_hints.append(hint)
    bounded = bool(given or near or query.areas or (query.unknown_hints and not unknown_hints))
    matches = _matches(query.name, inside, bounded=bounded)
    elsewhere = _matches(query.name, outside, bounded=False)
    doubt = _doubt(matches, query.name, bounded=bounded, unknown_hints=unknown_hints, elsewhere=elsewhere)
    return SearchResult(matches, doubt, elsewhere)


def _split_by_area(
    entries: Iterable[IndexEntry], countries: frozenset[str], areas: tuple[tuple[AreaHint, ...], ...]
) -> tuple[list[IndexEntry], list[IndexEntry]]:
    """The towns within the countries and areas, and the others."""
    inside: list[IndexEntry] = []
    outside: list[IndexEntry] = []
    for entry in entries:
        town = entry.town
        is_inside = (not countries or town.country in countries) and all(
            any(town.country in area.countries and area.admin1 in (None, town.admin1) for area in choice)
            for choice in areas
        )
        (inside if is_inside else outside).append(entry)
    return inside, outside


def _entries_named(index: NameIndex, name: str, *, in_latin: bool = False) -> list[IndexEntry]:
    """The towns with this name, or, if there are none, the towns whose names sound like it.

    A name in another script is looked up in that script first, because it distinguishes names that are equal in Latin
    script.

    Returns
    -------
    list of IndexEntry
        one for each town, with its best match.
    """
    forms = lookup_keys(name)
    if forms and script_of(forms[0]) != "LATIN" and not in_latin:
        forms = forms[:1] if index.entries(forms[0]) else forms[1:]
    found: dict[int, IndexEntry] = {}
    for key in forms:
        for entry in index.entries(key):
            if entry.town.id not in found or entry.match_kind < found[entry.town.id].match_kind:
                found[entry.town.id] = entry
    has_name = any(entry.match_kind <= MatchKind.ALTERNATE for entry in found.values())
    if not has_name and (key := phonetic_key(fold(name))):
        for entry in index.entries(f"~{key}"):
            found.setdefault(entry.town.id, entry)
    return list(found.values())


_SCORE_BY_MATCH_KIND = {
    MatchKind.MAIN: 0.6,
    MatchKind.HISTORICAL: 0.6,
    MatchKind.ALTERNATE: 0.58,
    MatchKind.PREFIX: 0.35,
    MatchKind.PHONETIC: 0.3,
}


def _matches(name: str, entries: Iterable[IndexEntry], *, bounded: bool) -> tuple[NameMatch, ...]:
    """The matches, best first, with a score from 0 to 0.95.

    The score is the sum of up to 0.6 for the name, 0.2 for the country and 0.15 for the population.

    Returns
    -------
    tuple of NameMatch
        one for each entry.
    """
    found = []
    for entry in entries:
        town = entry.town
        size = min(1.0, math.log10(town.population) / 7) if town.population > 1 else 0.0
        score = round(_SCORE_BY_MATCH_KIND[entry.match_kind] + (0.2 if bounded else 0.0) + 0.15 * size, 3)
        inhabitants = f"{town.population:,} inhabitants today" if town.population else "number of inhabitants not known"
        found.append(NameMatch(*entry, score, (_name_reason(name, entry), inhabitants)))
    return tuple(sorted(found, key=lambda m: (-m.score, -m.town.population, m.town.id)))


def _name_reason(name: str, entry: IndexEntry) -> str:
    """How the name belongs to the town."""
    spelled = f'"{entry.matched_name}"'
    match entry.match_kind:
        case MatchKind.MAIN:
            return f"{spelled} is its name in GeoNames" + _spelling_note(name, entry.matched_name)
        case MatchKind.ALTERNATE:
            return f"{spelled} is another of its names in GeoNames" + _spelling_note(name, entry.matched_name)
        case MatchKind.HISTORICAL:
            row = next(r for r in exonyms() if (r.geonameid, r.name) == (entry.town.id, entry.matched_name))
            period = f", {row.period_text}" if row.period_text else ""
            return f"{spelled} is a name that it had{period} ({row.source})"
        case MatchKind.PREFIX:
            return f'its name, {spelled}, begins with "{name}"'
        case MatchKind.PHONETIC:
            return f'"{name}" sounds like {spelled}, one of its names in GeoNames'


def _spelling_note(name: str, matched_name: str) -> str:
    if name == matched_name:
        return ""
    if fold_in_script(name) == fold_in_script(matched_name):
        return f', "{name}" apart from accents'
    return f', "{name}" in another script' if fold(name) == fold(matched_name) else f', spelled "{name}"'


def _doubt(
    matches: tuple[NameMatch, ...],
    name: str,
    *,
    bounded: bool,
    unknown_hints: list[str],
    elsewhere: tuple[NameMatch, ...],
) -> str | None:
    """Why the first match is not beyond doubt; ``None`` if it is."""
    if not matches:
        if elsewhere:
            first = elsewhere[0].town
            return f'no place is called "{name}" there; but {first.name} ({first.country}) is'
        return f'the gazetteer has no town called "{name}"'
    if unknown_hints:
        return f'"{unknown_hints[0]}" is not a state, region or nearby town in the gazetteer'
    largest = max(matches, key=lambda m: (m.match_kind <= MatchKind.ALTERNATE, m.town.population, -m.town.id))
    if largest.match_kind is MatchKind.PHONETIC:
        return f'"{name}" only sounds like one of the names of {largest.town.name}'
    if largest.match_kind is MatchKind.PREFIX:
        return f'"{name}" is only the beginning of its name'
    if rival := _rival(largest, matches, bounded=bounded):
        names = f"{largest.town.name} ({largest.town.country}) and {rival.town.name} ({rival.town.country})"
        return f'{names} are both called "{name}"'
    if matches[0] is not largest and distance_km(matches[0].town.position, largest.town.position) > SAME_TOWN_KM:
        return f"{matches[0].town.name} fits better than {largest.town.name}, but is much smaller"
    minimum = MIN_CERTAIN_POPULATION[bounded]
    is_in_table = bounded and matches[0].match_kind is MatchKind.HISTORICAL  # the table names this town
    if largest.town.population < minimum and not is_in_table:
        return f"with fewer than {minimum:,} inhabitants, it may not be the right {name}"
    return None


def _rival(best: NameMatch, matches: tuple[NameMatch, ...], *, bounded: bool) -> NameMatch | None:
    """The largest other town that could be meant."""
    for other in sorted(matches, key=lambda m: -m.town.population):
        if other is best or distance_km(best.town.position, other.town.position) <= SAME_TOWN_KM:
            continue
        dominated = other.town.population * DOMINANCE_RATIO < best.town.population
        small = (
            other.town.population < VILLAGE_MAX_POPULATION
            or _SCORE_BY_MATCH_KIND[other.match_kind] < _SCORE_BY_MATCH_KIND[best.match_kind]
        )
        if not (bounded and dominated and small):
            return other
    return None
