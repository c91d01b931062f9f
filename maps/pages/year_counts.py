"""Counts of what a year holds, as text: "7 stations, 2 of them perhaps"."""

from __future__ import annotations

from layers.period import PeriodLayers

_NOUNS = {
    "stations": ("station", "stations"),
    "heads": ("post", "posts"),
    "couriers": ("journey", "journeys"),
    "raids": ("event", "events"),
}


def year_summary(layers: PeriodLayers) -> str:
    """Counts by kind; what only may hold is counted separately too, and what is undated not at all.

    Parameters
    ----------
    layers : PeriodLayers
        as ``PeriodLayers.at`` returns them, with the column ``holds``.
    """
    parts = []
    for name, (one, many) in _NOUNS.items():
        holds = [each for each in getattr(layers, name)["holds"] if each != "undated"]
        possible = holds.count("possible")
        if not holds:
            continue
        of_them = "" if not possible else ", perhaps" if len(holds) == possible else f", {possible} of them perhaps"
        parts.append(f"{len(holds)} {one if len(holds) == 1 else many}{of_them}")
    return "; ".join(parts) if parts else "nothing that a source dates to this year"
