"""The title and the description of a strand: those of the descriptor, else the program's own."""

from __future__ import annotations

from liaison_atlas.layers.wording.languages import language_for
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.strands import Strand


def strand_title(data: Dataset, strand: Strand, language: str = "en") -> str | None:
    """The title of a strand; ``None`` if the descriptor has it only in other languages."""
    if strand.title:
        return strand.title if language == data.package.language else dict(strand.labels).get(language)
    words = language_for(language)
    return dict(strand.labels).get(language) or (words.fiction_strand if strand.fiction else words.main_strand)


def strand_note(data: Dataset, strand: Strand, language: str = "en") -> str | None:
    """The sentence that describes a strand; ``None`` if the descriptor has it only in other languages."""
    if strand.note:
        return strand.note if language == data.package.language else dict(strand.notes).get(language)
    return dict(strand.notes).get(language) or (language_for(language).fiction_note if strand.fiction else "")
