"""The request to the viewer's scene, and the drawing that it returns: items from bottom to top, in pixels.

Paths are SVG path data; `x`, `y` and `scale` of a shape are the origin and the size of its units.
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
    """A part of the map: the position of a world point in it is `world * scale - origin`."""

    scale: float
    originX: float
    originY: float
    width: float
    height: float


class SceneRequest(TypedDict):
    """A year in a frame; `ratio` is the screen pixels per frame pixel, `uiScale` the scale of type and marks."""

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


# A colour that fades in between two points, from the fraction `start` to the fraction `end` of the distance.
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
    """A line of text: its baseline starts or is centred at (x, y), and is rotated by `angle` around that point."""

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
    """Items that are drawn only within a shape."""

    op: Literal["clip"]
    shape: RecordedShape
    rule: Literal["nonzero", "evenodd"]
    items: list[RecordedItem]


class RecordedSymbol(TypedDict):
    """A small drawing around (x, y), enlarged by its scale; `title` says what it represents."""

    op: Literal["symbol"]
    x: float
    y: float
    scale: float
    title: NotRequired[str]
    items: list[RecordedItem]


class RecordedMap(TypedDict):
    """A map on a page: the number of its basemap among those of the poster, and the network in pixels of its frame.

    If it is not `clipped`, the items that follow cover everything outside the frame.
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
    """The poster of a year as a page; `description` describes in words what it shows."""

    width: float
    height: float
    language: str
    title: str
    description: str
    items: list[RecordedItem]
