"""What a poster is drawn with: placed marks, styled paths, and the theme of colours, marks and fonts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maps.posters.poster_features import Feature
from maps.posters.typesetting import FontSet

# Marks of stations. Events have a "government" category too, but it is drawn with another mark.
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
    """A mark on the page: the name of its outline, centre, size, colour and certainty."""

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
    """Colours of the palette, names of the marks in their order, and fonts."""

    colours: Mapping[str, str]
    mark_names: tuple[str, ...]
    fonts: FontSet

    def mark_of(self, feature: Feature) -> str:
        """The name of the mark of a feature; unknown categories share one."""
        if feature.kind == "head":
            return "head" if feature.category == "head" else "person"
        if feature.kind == "station":
            return feature.category if feature.category in STATION_MARKS.intersection(self.mark_names) else "other"
        return feature.category if feature.category in set(self.mark_names) - STATION_MARKS else "event"

    def colour_of(self, feature: Feature) -> str:
        """The colour of a feature by its kind; red is for raids and arrests alone."""
        if feature.kind == "raid":
            return self.colours["raid" if feature.category in {"raid", "arrest"} else "event"]
        return self.colours[feature.kind]
