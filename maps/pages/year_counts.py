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
    """Counts by kind; what holds only possibly is counted separately too.

    Parameters
    ----------
    layers : PeriodLayers
        as ``PeriodLayers.at`` returns them, with the column ``holds``.
    """
    parts = []
    for name, (one, many) in _NOUNS.items():
        holds = list(getattr(layers, name)["holds"])
        perhaps = holds.count("possibly")
        if not holds:
            continue
        of_them = "" if not perhaps else ", perhaps" if len(holds) == perhaps else f", {perhaps} of them perhaps"
        parts.append(f"{len(holds)} {one if len(holds) == 1 else many}{of_them}")
    return "; ".join(parts) if parts else "nothing that a source dates to this year"
