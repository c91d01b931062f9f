"""Counts of the claims of a data set: by standing, kind, certainty and source. Each strand is counted separately."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from liaison_atlas.layers.claims import place_ids_of
from liaison_atlas.seeds.dates.holding_years import holding_by_year
from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.seeds.tables.dataset import Dataset, Standing
from liaison_atlas.seeds.tables.records import CLAIMS, Certainty, Claim, SourceKind, Tie

Standings = dict[str, Standing]
"""The standing of each claim, by its ref."""

RECORD_STANDINGS = (Standing.ATTESTED, Standing.PARTISAN)


def standings_by_ref(data: Dataset) -> Standings:
    """The standing of each claim, by its ref."""
    return {claim.ref: data.standing(claim) for claim in data.claims}


def has_place(data: Dataset, claim: Claim) -> bool:
    """Whether a claim names a place. A tie is between two people and needs none."""
    return isinstance(claim, Tie) or bool(place_ids_of(data, claim))


def claim_counts(data: Dataset, claims: Sequence[Claim], standings: Standings) -> dict[str, Any]:
    """Counts of the claims of a strand."""

    def counts_by(key: Callable[[Claim], str], keys: Iterable[str]) -> dict[str, dict[str, int]]:
        counted = Counter((key(claim), standings[claim.ref].value) for claim in claims)
        contested = Counter(key(claim) for claim in claims if data.is_contested(claim))
        return {k: {**{s.value: counted[k, s.value] for s in Standing}, "contested": contested[k]} for k in keys}

    citations = [citation for claim in claims for citation in claim.sources]
    return {
        "claims": len(claims),
        "by_standing": {s.value: sum(standings[c.ref] is s for c in claims) for s in Standing},
        "contested": sum(map(data.is_contested, claims)),
        "by_table": counts_by(lambda claim: claim.table, [kind.table for kind in CLAIMS]),
        "by_certainty": counts_by(lambda claim: claim.certainty.value, [certainty.value for certainty in Certainty]),
        "by_source_kind": _by_source_kind(data, claims),
        "sources": len({citation.key for citation in citations}),
        "on_one_source": sum(len({c.key for c in claim.sources}) == 1 for claim in claims),
        "citations": len(citations),
        "citations_through": sum(citation.through is not None for citation in citations),
        "at_first_hand": sum(all(c.through is None for c in claim.sources) for claim in claims),
        "through_alone": sum(all(c.through is not None for c in claim.sources) for claim in claims),
        "citations_without_locator": sum(not citation.locator for citation in citations),
        "set_aside": sum(data.is_outranked(claim) for claim in claims),
        "undated": sum(not data.time_of(claim).dated for claim in claims),
        "without_place": sum(not has_place(data, claim) for claim in claims),
    }


def _by_source_kind(data: Dataset, claims: Sequence[Claim]) -> dict[str, dict[str, int]]:
    """Counts by kind of source: the sources, the claims that cite one, and the claims that cite no other kind.

    A source has the kinds of `Dataset.source_kinds`, which also depend on the work through which it was cited.

    Returns
    -------
    dict of str to dict
        by kind: ``sources``, ``claims`` and ``alone``.
    """
    sources = Counter(source.kind for source in data.sources.values())
    kinds = [data.source_kinds(claim.sources) for claim in claims]
    return {
        kind.value: {
            "sources": sources[kind],
            "claims": sum(kind in cited for cited in kinds),
            "alone": sum(cited == {kind} for cited in kinds),
        }
        for kind in SourceKind
    }


def year_counts(data: Dataset, claims: Sequence[Claim], standings: Standings) -> list[dict[str, Any]]:
    """Counts of the claims that hold in each year of the period, by standing and by how surely they hold.

    Undated claims are counted in no year. Claims that a rank sets aside are counted: they are evidence too.

    Returns
    -------
    list of dict
        one for each year, in order.
    """
    first, last = data.package.first_year, data.package.last_year
    counts: Counter[tuple[int, Standing, Holding]] = Counter()
    contested: Counter[int] = Counter()
    sources: dict[int, set[str]] = {year: set() for year in range(first, last + 1)}
    for claim in claims:
        time = data.time_of(claim)
        for year, holds in (holding_by_year(time, first, last) if time.dated else {}).items():
            counts[year, standings[claim.ref], holds] += 1
            contested[year] += data.is_contested(claim)
            sources[year].update(citation.key for citation in claim.sources)
    return [
        {
            "year": year,
            **{
                standing.value: {
                    holds.value: counts[year, standing, holds] for holds in (Holding.SEEN, Holding.POSSIBLE)
                }
                for standing in RECORD_STANDINGS
            },
            "claims": sum(counts[year, standing, holds] for standing in RECORD_STANDINGS for holds in Holding),
            "contested": contested[year],
            "sources": len(sources[year]),
        }
        for year in range(first, last + 1)
    ]
