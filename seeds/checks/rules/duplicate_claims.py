"""Report two rows that make the same claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from operator import attrgetter

from liaison_atlas.seeds.checks.check_registry import Finding, finding_rule
from liaison_atlas.seeds.dates.day_ranges import certain_days, overlapping_pairs, possible_days
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, Event, Journey, Post, SourceKind, Station, Tie

# A category that says nothing about what happened.
OTHER_CATEGORY = "other"


@finding_rule
def duplicate_claims(data: Dataset) -> Iterator[Finding]:
    """Claims of one kind about the same people and places, with the same categories, at the same time.

    If that says too little (the category is ``other``, or no person or place is named), the titles must be the same
    too. A claim that rests only on fiction, or only on partisan sources, is compared only with claims of that kind:
    joining it with another row would change the standing of both. Dates are the same if both certainly held on one day,
    or if one lies within the other.

    Yields
    ------
    Finding
        at the later of the two rows.
    """
    groups: dict[Hashable, list[Claim]] = {}
    for claim in _possible_duplicates(data):
        groups.setdefault((type(claim), _sole_source_kind(claim, data), _comparison_key(claim)), []).append(claim)
    for claims in groups.values():
        if len(claims) < 2:
            continue
        day_ranges = [(possible_days(data.date_of(claim)), claim) for claim in claims]
        for first, second, _ in overlapping_pairs(day_ranges):
            if _same_time(first, second, data):
                dated = data.date_of(first)
                yield Finding(
                    "said-twice",
                    second,
                    "id",
                    (first.ref, second.ref),
                    f"{first.ref}, in line {first.line}, makes the same claim ({dated if dated else 'without a date'})",
                    "combine the two rows and their sources, state the difference in one of them",
                )


# The columns that are all equal if two rows make the same claim.
_KEY_COLUMNS: dict[type[Claim], tuple[str, ...]] = {
    Station: ("function", "place"),
    Post: ("person", "role", "station", "place"),
    Journey: ("from_", "via", "to"),
    Event: ("kind", "place"),
    Tie: ("person", "relation", "other", "station"),
}


def _possible_duplicates(data: Dataset) -> Iterator[Claim]:
    """The claims that may equal another one. Comparing a few columns rules out most."""
    for kind, columns in _KEY_COLUMNS.items():
        rows, key_of = getattr(data, kind.table), attrgetter(*columns)
        times = Counter(map(key_of, rows))
        yield from (row for row in rows if times[key_of(row)] > 1)


def _sole_source_kind(claim: Claim, data: Dataset) -> SourceKind | None:
    """The only kind of source that a claim rests on, if that changes its standing."""
    kinds = data.source_kinds(claim.sources)
    return next((kind for kind in (SourceKind.FICTION, SourceKind.PARTISAN) if kinds == {kind}), None)


def _comparison_key(claim: Claim) -> Hashable:
    """The content of a claim without its date."""
    if isinstance(claim, Station):
        return claim.function, claim.place, claim.name.casefold()
    if isinstance(claim, Post):
        vague = claim.role == OTHER_CATEGORY or (claim.station is None and claim.place is None)
        return claim.person, claim.role, claim.station, claim.place, _title_if_vague(claim.title, vague)
    if isinstance(claim, Journey):
        vague = not claim.people or (claim.from_ is None and claim.to is None)
        return frozenset(claim.people), claim.from_, claim.via, claim.to, _title_if_vague(claim.title, vague)
    if isinstance(claim, Event):
        who, where = claim.people or claim.stations, claim.place or claim.stations
        vague = claim.kind == OTHER_CATEGORY or not who or not where
        people, stations = frozenset(claim.people), frozenset(claim.stations)
        return claim.kind, people, claim.place, stations, _title_if_vague(claim.title, vague)
    assert isinstance(claim, Tie)
    return claim.person, claim.relation, claim.other, claim.station


def _title_if_vague(title: str, vague: bool) -> str | None:
    return title.casefold() if vague else None


def _same_time(first: Claim, second: Claim, data: Dataset) -> bool:
    """Whether the dates of two claims, which have a day in common, may be the same."""
    one, other = data.date_of(first), data.date_of(second)
    (a, b), (c, d) = possible_days(one), possible_days(other)
    if (a <= c and d <= b) or (c <= a and b <= d):
        return True
    return any(p <= s and r <= q for p, q in certain_days(one) for r, s in certain_days(other))
