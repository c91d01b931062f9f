"""Candidates for towns, districts, islands and addresses, from the offline gazetteer and the data set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from liaison_atlas.geo.gazetteer.geocoder import Gazetteer
from liaison_atlas.geo.gazetteer.name_index import MatchKind
from liaison_atlas.geo.gazetteer.name_search import NEAR_TOWN_KM, SAME_TOWN_KM, NameMatch, SearchResult
from liaison_atlas.geo.gazetteer.place_query import parse_query
from liaison_atlas.geo.geodesy import distance_km
from liaison_atlas.geo.ledger import KnownPosition
from liaison_atlas.geo.locating.candidates import AREA_KINDS, GEONAMES_METHOD, Candidate, town_accuracy
from liaison_atlas.geo.name_folding import fold
from liaison_atlas.seeds.tables.records import Place, PlaceName

MAX_CANDIDATES = 5
"""The maximum number of candidates for a place."""

OTHER_NAME_BONUS, PROXIMITY_BONUS, OUTSIDE_PENALTY = 0.02, 0.05, 0.2


@dataclass(frozen=True, slots=True)
class SpatialContext:
    """The information in the data set about where a place lies."""

    country: str | None
    parent: KnownPosition | None
    """The innermost enclosing place that has a position."""
    unlocated_parent: str | None
    """The name of the enclosing town, if that has no position yet."""
    linked_places: tuple[tuple[KnownPosition, str], ...]
    """The linked places, each with the ref of a row that links them."""


def town_candidates(
    place: Place, names: Sequence[PlaceName], context: SpatialContext, gazetteer: Gazetteer
) -> tuple[list[Candidate], str | None]:
    """The towns that a place may be, best first, and the doubt; ``None`` if the first is beyond doubt."""
    countries = (context.country,) if context.country else ()
    near = None
    if context.parent is not None and context.parent.place.kind not in AREA_KINDS:
        near = context.parent.position, NEAR_TOWN_KM + context.parent.accuracy_m / 1000
    primary = place.query or place.name
    result = gazetteer.search(primary, countries, near)
    further = [(place.name, ""), *((name.name, _name_row_note(name)) for name in names)]
    searched = {fold(parse_query(primary).name)}
    others: list[tuple[str, SearchResult]] = []
    for text, note in further:
        if fold(text) not in searched:
            searched.add(fold(text))
            others.append((note, gazetteer.search(text, countries, near)))
    chosen, doubt = _certain_match(primary, result, [other for _, other in others])
    found = [_candidate(match, place.kind) for match in _merged_matches(result, others)]
    candidates = _rescored_by_context(found, context)
    if chosen is not None:
        candidates.sort(key=lambda candidate: candidate.identifier != f"gn:{chosen.town.id}")
        doubt = _context_conflict(candidates[0], context)
    for match in result.outside_matches[: 2 if not candidates else 0]:
        candidate = _candidate(match, place.kind)
        score = round(max(0.0, candidate.score - OUTSIDE_PENALTY), 3)
        reason = f"it lies in {match.town.country}, which is outside the country in the data"
        candidates.append(replace(candidate, score=score, reasons=(*candidate.reasons, reason)))
    return candidates[:MAX_CANDIDATES], doubt


def _merged_matches(result: SearchResult, others: Sequence[tuple[str, SearchResult]]) -> list[NameMatch]:
    """The matches of all names, each town once, with all reasons and a small bonus for each further name."""
    found = {match.town.id: match for match in result.matches}
    for note, other in others:
        for match in other.matches:
            is_name = match.match_kind <= MatchKind.ALTERNATE
            reason = match.reasons[0] + note
            if previous := found.get(match.town.id):
                score = min(0.95, round(previous.score + (OTHER_NAME_BONUS if is_name else 0.0), 3))
                found[match.town.id] = replace(previous, score=score, reasons=(*previous.reasons, reason))
            elif is_name:
                found[match.town.id] = replace(match, reasons=(reason, *match.reasons[1:]))
    return sorted(found.values(), key=lambda match: (-match.score, -match.town.population, match.town.id))


def _name_row_note(name: PlaceName) -> str:
    """The language and period of a name in names.csv."""
    since = f", from {name.from_}" if name.from_ else ""
    until = f", until {name.to}" if name.to else ""
    return f", and in names.csv ({name.language}{since}{until})"


def _certain_match(
    primary: str, result: SearchResult, others: Iterable[SearchResult]
) -> tuple[NameMatch | None, str | None]:
    """The town that all names together put beyond doubt, or the reason why there is none.

    A further name may decide if the first name does not. If the first name decides, no further name may contradict it.

    Returns
    -------
    match : NameMatch or None
        the town, if one is beyond doubt.
    doubt : str or None
        the reason why there is none.
    """
    certain = [match for other in others if (match := other.certain_match) and match.match_kind <= MatchKind.ALTERNATE]
    chosen = result.certain_match or next(iter(certain), None)
    if chosen is None:
        return None, result.doubt
    if result.certain_match is None and result.matches and chosen.town.id not in {m.town.id for m in result.matches}:
        return None, f'"{chosen.matched_name}" is {chosen.town.name}, but "{primary}" is not'
    for other in certain:
        if distance_km(other.town.position, chosen.town.position) > SAME_TOWN_KM:
            towns = f"{chosen.town.name} ({chosen.town.country}) and {other.town.name} ({other.town.country})"
            return None, f"its names belong to two towns, {towns}"
    return chosen, None


def _candidate(match: NameMatch, kind: str) -> Candidate:
    accuracy = town_accuracy(match.town, kind)
    return Candidate(
        name=match.town.name,
        country=match.town.country,
        lon=match.town.lon,
        lat=match.town.lat,
        accuracy_m=accuracy.metres,
        accuracy_reason=accuracy.reason,
        method=GEONAMES_METHOD,
        identifier=f"gn:{match.town.id}",
        score=match.score,
        reasons=match.reasons,
    )


def _rescored_by_context(candidates: list[Candidate], context: SpatialContext) -> list[Candidate]:
    """The candidates, best first, with scores adjusted by the data set."""
    means = [
        fmean([distance_km(candidate.position, linked.position) for linked, _ in context.linked_places] or [0.0])
        for candidate in candidates
    ]
    rescored = []
    for candidate, mean in zip(candidates, means, strict=True):
        reasons = list(candidate.reasons)
        score = candidate.score
        if context.country:
            reasons.append(f"in {candidate.country}, the country in places.csv")
        if context.parent is not None:
            km = distance_km(candidate.position, context.parent.position)
            reasons.append(f"{km:,.0f} km from {context.parent.place.name}, which it lies in according to places.csv")
            score -= OUTSIDE_PENALTY if _context_conflict(candidate, context) else 0.0
        if context.linked_places:
            score += PROXIMITY_BONUS * ((min(means) + 100) / (mean + 100))
            reasons.append(_linked_places_reason(candidate, context))
        rescored.append(replace(candidate, score=round(max(0.0, score), 3), reasons=tuple(reasons)))
    return sorted(rescored, key=lambda candidate: -candidate.score)


def _linked_places_reason(candidate: Candidate, context: SpatialContext) -> str:
    km, ref, name = min(
        (distance_km(candidate.position, linked.position), ref, linked.place.name)
        for linked, ref in context.linked_places
    )
    others = len(context.linked_places) - 1
    rest = f"; {others} other place{'s are' if others > 1 else ' is'} linked to it as well" if others else ""
    return f"{km:,.0f} km from {name}, which {ref} links it to{rest}"


def _context_conflict(candidate: Candidate, context: SpatialContext) -> str | None:
    """Why the position of a candidate does not fit the data set; ``None`` if it fits."""
    if context.unlocated_parent:
        return f"{context.unlocated_parent}, which it lies in, has no position yet"
    if context.parent is None:
        return None
    km = distance_km(candidate.position, context.parent.position)
    is_area = context.parent.place.kind in AREA_KINDS
    max_km = context.parent.accuracy_m / 1000 * (1.25 if is_area else 1.0) + (100 if is_area else NEAR_TOWN_KM)
    where = f"{km:,.0f} km from {context.parent.place.name}"
    return f"{candidate.name} is {where}, which it lies in" if km > max_km else None
