"""How a claim is drawn: its mark, colour and size, and its place in a cluster, for pages and posters alike.

A category has the mark of the same name in the viewer's ``marks.json``. To give a new category a mark, add an outline
there; a category without one is drawn with the mark of its kind.
"""

from __future__ import annotations

from typing import NamedTuple

from liaison_atlas.maps.viewer import bundle
from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.seeds.tables.records import Certainty

VAGUE_ACCURACY_M = 60_000.0
"""From this accuracy on, only an area is known: a mark must not suggest a point or join the cluster of a town."""

CERTAINTY_STYLES = SOLID, HATCHED, HOLLOW, DASHED, DOTTED = "solid", "hatched", "hollow", "dashed", "dotted"
"""Certain, less certain, possible in this year, uncertain, undated."""

_NO_OWN_MARK = {"station": "other", "event": "event", "post": "person", "journey": "journey", "tie": "person"}
# Lower numbers are more important; within one value, the more certain is first. Other categories come last.
_STATION_PRECEDENCE = {"headquarters": 0, "school": 20, "residency": 22, "section": 30, "radio": 30}


class Symbol(NamedTuple):
    """How claims of one kind, category and certainty are drawn.

    ``mark`` and ``colour`` are names in ``marks.json`` and ``palette.json``; ``size_px`` is the width at the ordinary
    size of a page. ``precedence`` orders the marks of a cluster: the lowest number is in front. ``layer`` is the layer
    that a page counts the claim in; ties have none.
    """

    mark: str
    colour: str
    size_px: int
    precedence: int
    layer: str


def symbol_of(kind: str, category: str, certainty: Certainty = Certainty.CERTAIN) -> Symbol:
    """The symbol of a claim.

    Parameters
    ----------
    kind : str
        "station", "post", "journey", "event" or "tie".
    category : str
        its function, role, means, kind or relation; empty for none.
    certainty : Certainty, optional
        of two symbols of a kind, the less certain is behind the other.

    Returns
    -------
    Symbol
        with its size in pixels.

    Examples
    --------
    >>> symbol_of("event", "raid")
    Symbol(mark='raid', colour='raid', size_px=19, precedence=10, layer='raids')
    >>> symbol_of("station", "a category without a mark").mark
    'other'
    """
    rank = list(Certainty).index(certainty)
    mark = mark_of(kind, category)
    match kind:
        case "station":
            size_px = 23 if category == "headquarters" else 18
            return Symbol(mark, "station", size_px, _STATION_PRECEDENCE.get(category, 35) + rank, "stations")
        case "event" if category in ("raid", "arrest"):
            return Symbol(mark, "raid", 19, 10, "raids")
        case "event":
            return Symbol(mark, "event", 16, 45, "raids")
        case "post" if category == "head":
            return Symbol(mark, "head", 16, 40 + rank, "heads")
        case "post":
            return Symbol(mark, "person", 14, 60 + rank, "people")
        case "journey":
            return Symbol(mark, "courier", 14, 60 + rank, "couriers")
        case _:
            return Symbol(mark, "inkSoft", 14, 100, "")


def mark_of(kind: str, category: str) -> str:
    """The name of the mark of a claim."""
    if kind == "post" and category == "head":
        return "head"
    if kind in ("station", "event") and category in bundle.read_json("marks.json") and category != "other":
        return category
    return _NO_OWN_MARK[kind]


def is_vague(place_kind: str | None, accuracy_m: float | None) -> bool:
    """Whether only a country, or an area of similar size, is known of a place."""
    return place_kind == "country" or (accuracy_m or 0) >= VAGUE_ACCURACY_M


def certainty_style(holding: Holding, certainty: Certainty) -> str:
    """The certainty style of a claim: it depends on how the claim holds in the period, and on its certainty."""
    if holding is Holding.UNDATED:
        return DOTTED
    if certainty is Certainty.UNCERTAIN:
        return DASHED
    if holding is not Holding.SEEN:
        return HOLLOW
    return SOLID if certainty is Certainty.CERTAIN else HATCHED
