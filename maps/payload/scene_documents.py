"""What is asked of the viewer's scene, and the drawing that it returns: items from the bottom up, in pixels.

Paths are SVG path data; `x`, `y` and `scale` of a shape say where its units begin and how large they are.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class SceneFont(TypedDict):
    """A font in pixels; `spacing` is added after every glyph but the last."""

    family: Literal["serif", "sans", "display"]
    size: float
    weight: Literal[400, 600]
    italic: bool
    spacing: float
    oldStyle: bool


class SceneViewport(TypedDict):
    """A part of the map: a world position is `world * scale - origin` in it."""

    scale: float
    originX: float
    originY: float
    width: float
    height: float


class SceneRequest(TypedDict):
    """A year in a frame; `ratio` is pixels of the screen to one of the frame, `uiScale` how large type and marks are."""

    year: int
    language: str
    style: Literal["light", "dark"]
    strand: str
    viewport: SceneViewport
    ratio: float
    uiScale: float


class RecordedShape(TypedDict):
    """A path."""

    data: str
    x: float
    y: float
    scale: float


# A colour that fades from nothing to itself between two points; from `start` to `end` of the way, as parts of it.
RecordedFade = TypedDict(
    "RecordedFade",
    {"colour": str, "from": list[float], "to": list[float], "start": float, "end": float},
)


class RecordedFill(TypedDict):
    """An area."""

    op: Literal["fill"]
    shape: RecordedShape
    paint: str | RecordedFade
    opacity: float
    rule: Literal["nonzero", "evenodd"]


class RecordedStroke(TypedDict):
    """A line; `width` and `dash` are in units of the shape."""

    op: Literal["stroke"]
    shape: RecordedShape
    paint: str | RecordedFade
    opacity: float
    width: float
    dash: list[float]
    cap: Literal["butt", "round"]
    join: Literal["miter", "round", "bevel"]


class RecordedHalo(TypedDict):
    """The line around the characters of a text."""

    colour: str
    width: float


class RecordedText(TypedDict):
    """A line of text: its base line begins at (x, y), or has its middle there, and is turned by `angle` around it."""

    op: Literal["text"]
    text: str
    font: SceneFont
    x: float
    y: float
    align: Literal["left", "center"]
    angle: float
    colour: str
    opacity: float
    halo: RecordedHalo | None


class RecordedClip(TypedDict):
    """What is drawn only where it lies within a shape."""

    op: Literal["clip"]
    shape: RecordedShape
    rule: Literal["nonzero", "evenodd"]
    items: list[RecordedItem]


class RecordedSymbol(TypedDict):
    """A small drawing around (x, y), so much larger than it is drawn; `title` says what it stands for."""

    op: Literal["symbol"]
    x: float
    y: float
    scale: float
    title: NotRequired[str]
    items: list[RecordedItem]


class RecordedMap(TypedDict):
    """A map on a page: its basemap, by its number among those of the poster, and the network in pixels of its frame.

    Where it is not `clipped`, what follows lies over all of it that is outside of the frame.
    """

    op: Literal["map"]
    basemap: int
    clipped: bool
    x: float
    y: float
    width: float
    height: float
    items: list[RecordedItem]


RecordedItem = RecordedFill | RecordedStroke | RecordedText | RecordedClip | RecordedSymbol | RecordedMap


class PosterPage(TypedDict):
    """The poster of a year as a page; `description` says in words what it shows."""

    width: float
    height: float
    language: str
    title: str
    description: str
    items: list[RecordedItem]
