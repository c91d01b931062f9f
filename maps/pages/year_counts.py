"""Counts of what a year holds, as text: "7 stations, 2 of them perhaps"."""

from __future__ import annotations

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.layers.wording.messages import messages_for


def year_summary(layers: PeriodLayers, language: str = "en") -> str:
    """Counts by kind; what only may hold is counted separately too, and what is undated not at all.

    Parameters
    ----------
    layers : PeriodLayers
        as ``PeriodLayers.at`` returns them, with the column ``holds``.
    language : str
        a BCP 47 tag; English where the program has no messages in it.

    Returns
    -------
    str
        plain text in the language.
    """
    message = messages_for(language).text
    parts = []
    for name in ("stations", "heads", "couriers", "raids"):
        holds = [each for each in getattr(layers, name)["holds"] if each != "undated"]
        possible = holds.count("possible")
        if not holds:
            continue
        counted = message(f"front-counts-{name}", count=len(holds))
        if possible:
            phrase = "perhaps" if len(holds) == possible else "ofThemPerhaps"
            counted = message(f"front-counts-{phrase}", counted=counted, n=str(possible))
        parts.append(counted)
    return message("front-counts-separator").join(parts) if parts else message("front-counts-nothing")
