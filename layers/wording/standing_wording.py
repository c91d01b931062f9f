"""What a claim rests on, in words: "It rests on partisan sources alone."."""

from __future__ import annotations

from functools import cache

from layers.wording.languages import language_for
from seeds.sources.citations import Citation
from seeds.tables.dataset import Dataset
from seeds.tables.records import Claim, Disagreement, SourceKind


def standing_reason(data: Dataset, claim: Claim, language: str = "en") -> str:
    """The reason for the standing of a claim; titles without a translation stay as they are."""
    return standing_reason_on(data, claim.sources, data.disputes.get(claim.ref, ()), language)


def standing_reason_on(
    data: Dataset, citations: tuple[Citation, ...], disputes: tuple[Disagreement, ...] = (), language: str = "en"
) -> str:
    """The same for any claim that has these sources and is named by these disagreements."""
    titles = tuple(data.localized_text(dispute, "title", language) or dispute.title for dispute in disputes)
    return _reason(data.source_kinds(citations), titles, language)


@cache  # most claims rest on what another one does
def _reason(kinds: frozenset[SourceKind], disputes: tuple[str, ...], language: str) -> str:
    wording = language_for(language)
    if kinds == {SourceKind.FICTION}:
        return wording.fiction_reason
    reasons = [wording.partisan_reason] if kinds == {SourceKind.PARTISAN} else []
    if disputes:
        reasons.append(wording.dispute_reason(disputes))
    return " ".join(reasons) or wording.sources_reason([kind.value for kind in SourceKind if kind in kinds])
