"""What the parts of a poster are drawn with: marks, strokes, and the ink that knows colours, marks and type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maps.posters.poster_features import Feature
from maps.posters.typesetting import FontSet

# The marks that stand for a place that worked, not for what happened: an event may be called "government" too.
STATION_MARKS = frozenset(
    (
        "headquarters",
        "section",
        "school",
        "residency",
        "radio",
        "lodging",
        "front",
        "cell",
        "camp",
        "government",
        "other",
    )
)


@dataclass(frozen=True)
class PlacedMark:
    """A mark of the family on the page: its outline's name, centre, size, colour, and how sure it is."""

    name: str
    x: float
    y: float
    size: float
    colour: str
    certainty_style: str
    disputed: bool
    title: str


@dataclass(frozen=True)
class StyledPath:
    """A line of liaison, a journey or an arrow head as path data."""

    path: str
    certainty_style: str
    title: str


@dataclass(frozen=True)
class PosterTheme:
    """What a map is drawn with: the colours of the palette, the marks by name in their order, and the type."""

    colours: Mapping[str, str]
    mark_names: tuple[str, ...]
    fonts: FontSet

    def mark_of(self, feature: Feature) -> str:
        """The mark of a thing; the family has one for what it does not know."""
        if feature.kind == "head":
            return "head" if feature.category == "head" else "person"
        if feature.kind == "station":
            return feature.category if feature.category in STATION_MARKS.intersection(self.mark_names) else "other"
        return feature.category if feature.category in set(self.mark_names) - STATION_MARKS else "event"

    def colour_of(self, feature: Feature) -> str:
        """The colour of a thing by its kind; red belongs to raids and arrests alone."""
        if feature.kind == "raid":
            return self.colours["raid" if feature.category in {"raid", "arrest"} else "event"]
        return self.colours[feature.kind]
