"""What a claim rests on, and that it is contested, in words: "It rests on partisan sources alone."."""

from __future__ import annotations

from functools import cache

from layers.wording.languages import language_for
from seeds.sources.citations import Citation
from seeds.tables.dataset import Dataset
from seeds.tables.records import Claim, SourceKind


def standing_reason(data: Dataset, claim: Claim, language: str = "en") -> str:
    """The reason for the standing of a claim."""
    return standing_reason_on(data, claim.sources, language)


def standing_reason_on(data: Dataset, citations: tuple[Citation, ...], language: str = "en") -> str:
    """The same for any claim that has these sources."""
    return _reason(data.source_kinds(citations), language)


def contested_reason(data: Dataset, claim: Claim, language: str = "en") -> str:
    """The disagreements that name a claim; empty where none does. Titles without a translation stay as they are."""
    disputes = data.disputes.get(claim.ref, ())
    titles = [data.localized_text(dispute, "title", language) or dispute.title for dispute in disputes]
    return language_for(language).contested_reason(titles) if titles else ""


@cache  # most claims rest on what another one does
def _reason(kinds: frozenset[SourceKind], language: str) -> str:
    wording = language_for(language)
    if kinds == {SourceKind.FICTION}:
        return wording.fiction_reason
    if kinds == {SourceKind.PARTISAN}:
        return wording.partisan_reason
    return wording.sources_reason([kind.value for kind in SourceKind if kind in kinds])
