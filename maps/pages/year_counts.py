"""Counts of what a year holds, as text: "7 stations, 2 of them perhaps"."""

from __future__ import annotations

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.pages.words import page_words_for


def year_summary(layers: PeriodLayers, language: str = "en") -> str:
    """Counts by kind; what only may hold is counted separately too, and what is undated not at all.

    Parameters
    ----------
    layers : PeriodLayers
        as ``PeriodLayers.at`` returns them, with the column ``holds``.
    language : str
        a BCP 47 tag; English where `maps.pages.words` does not have it.
    """
    page_words = page_words_for(language)
    words = page_words.counts
    nouns = {"stations": words.stations, "heads": words.heads, "couriers": words.couriers, "raids": words.raids}
    parts = []
    for name, noun in nouns.items():
        holds = [each for each in getattr(layers, name)["holds"] if each != "undated"]
        possible = holds.count("possible")
        if not holds:
            continue
        counted = noun.form(len(holds), page_words.tag).format(n=len(holds))
        if possible:
            phrase = words.perhaps if len(holds) == possible else words.of_them_perhaps
            counted = phrase.format(counted=counted, n=possible)
        parts.append(counted)
    return words.separator.join(parts) if parts else words.nothing
