"""What the parts of a poster are drawn with: marks, strokes, and the ink that knows colours, marks and type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maps.lettering import TypeCase
from maps.poster.things import Thing

# The marks that stand for a place that worked, not for what happened: an event may be called "government" too.
STATIONS = frozenset(
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
class Mark:
    """A mark of the family on the page: its outline's name, centre, size, colour, and how sure it is."""

    name: str
    x: float
    y: float
    size: float
    colour: str
    look: str
    disputed: bool
    title: str


@dataclass(frozen=True)
class Stroke:
    """A line of liaison, a journey or an arrow head as path data."""

    d: str
    look: str
    title: str


@dataclass(frozen=True)
class Ink:
    """What a map is drawn with: the colours of the palette, the marks by name in their order, and the type."""

    colours: Mapping[str, str]
    order: tuple[str, ...]
    case: TypeCase

    def mark_of(self, thing: Thing) -> str:
        """The mark of a thing; the family has one for what it does not know."""
        if thing.kind == "head":
            return "head" if thing.category == "head" else "person"
        if thing.kind == "station":
            return thing.category if thing.category in STATIONS.intersection(self.order) else "other"
        return thing.category if thing.category in set(self.order) - STATIONS else "event"

    def colour_of(self, thing: Thing) -> str:
        """The colour of a thing by its kind; red belongs to raids and arrests alone."""
        if thing.kind == "raid":
            return self.colours["raid" if thing.category in {"raid", "arrest"} else "event"]
        return self.colours[thing.kind]
