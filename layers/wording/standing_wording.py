"""The reason for the standing of a claim in words: "It rests on partisan sources alone."."""

from __future__ import annotations

from functools import cache

from liaison_atlas.layers.wording.languages import language_for
from liaison_atlas.seeds.sources.citations import Citation
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import SourceKind


def standing_reason(data: Dataset, citations: tuple[Citation, ...], language: str = "en") -> str:
    """The reason for the standing of a claim that has these sources."""
    go_betweens = frozenset(
        data.sources[citation.through.key].kind
        for citation in citations
        if citation.through and citation.through.key in data.sources
    )
    in_part = any(citation.through is None for citation in citations)
    return _reason(data.source_kinds(citations), go_betweens, in_part, language)


@cache  # most claims rest on the same sources as another one
def _reason(kinds: frozenset[SourceKind], go_betweens: frozenset[SourceKind], in_part: bool, language: str) -> str:
    wording = language_for(language)
    if kinds == {SourceKind.FICTION}:
        return wording.fiction_reason
    reason = wording.partisan_reason
    if kinds != {SourceKind.PARTISAN}:
        reason = wording.sources_reason(_values(kinds))
    return wording.with_go_betweens(reason, _values(go_betweens), in_part=in_part) if go_betweens else reason


def _values(kinds: frozenset[SourceKind]) -> list[str]:
    return [kind.value for kind in SourceKind if kind in kinds]
