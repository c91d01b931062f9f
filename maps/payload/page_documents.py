"""The other documents of a page: the base map, the user's borders, and the settings of a kiosk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from typing_extensions import TypedDict

PageLayer = Literal["stations", "heads", "people", "couriers", "raids", "liaison"]
Only = Literal["contested", "partisan"]
PAGE_LAYERS: tuple[PageLayer, ...] = get_args(PageLayer)
"""The layers that a page can toggle: the posts of `layers.PeriodLayers.heads` are split into heads and other people."""
ONLY: tuple[Only, ...] = get_args(Only)
"""The kinds of claims that a reader can filter for; if both are chosen, claims of either kind are shown."""
Rotation = Literal[0, 90, 180, 270]
TextByLanguage = dict[str, str]
"""A text by language; the first language of the data set is always present."""


class ProjectionParameters(TypedDict):
    """The projection of the plane: its kind, its centre and the radius of the globe."""

    name: Literal["laea"]
    lon: float
    lat: float
    radiusKm: float


class NamedSea(TypedDict):
    """The name of a sea, its `names` by language, and the line along which it is written."""

    name: str
    names: dict[str, str]
    path: Sequence[int]
    size: float


class BasemapData(TypedDict):
    """The base map in whole kilometres of the projection plane, each point as the difference from the one before."""

    projection: ProjectionParameters
    clip: int
    land: Sequence[Sequence[int]]
    landCoarse: Sequence[Sequence[int]]
    graticule: Sequence[Sequence[int]]
    seas: list[NamedSea]


# The user's borders, encoded like the base map, and the first and the last day on which each was valid.
BorderData = TypedDict(
    "BorderData",
    {
        "attribution": str,
        "licence": str,
        "from": Sequence[int],
        "to": Sequence[int],
        "lines": Sequence[Sequence[Sequence[int]]],
    },
)


class MapView(TypedDict):
    """A part of the map: zoom and centre."""

    zoom: float
    lat: float
    lon: float


class KioskTourStop(TypedDict):
    """A stop of the tour; `select` is the reference of the row that it shows."""

    id: str
    year: int
    view: MapView
    select: str
    title: TextByLanguage
    text: TextByLanguage


class KioskTimes(TypedDict):
    """Durations in seconds."""

    idle_s: float
    countdown_s: float
    attract_step_s: float
    tour_stop_s: float


class KioskScreen(TypedDict):
    """The screen, in its own pixels; `rotation` in degrees."""

    width_px: int
    height_px: int
    target_px: int
    rotation: Rotation
    table: bool


class KioskStart(TypedDict):
    """The state of the screen at the start of a visit; `map` is zoom, latitude and longitude.

    `strand` is the name of a strand. `only` lists the kinds of claims that are shown; if it is empty, all are shown.
    """

    year: int | None
    map: MapView | None
    layers: list[PageLayer]
    strand: str
    only: list[Only]


# Times of day, such as 18:30.
QuietHours = TypedDict("QuietHours", {"from": str, "to": str})


class KioskAccess(TypedDict):
    """The aids that are on at the start."""

    high_contrast: bool
    large_type: bool


class KioskStaff(TypedDict):
    """The page for the staff."""

    code: str | None
    counters: bool


class KioskSettings(TypedDict):
    """The museum's settings and values derived from them; `version` is the version of the content.

    `only` lists the kinds of claims that are shown and that visitors can filter for.
    """

    format: Literal[1]
    version: str
    title: str | None
    logo: str | None
    languages: list[str]
    times: KioskTimes
    screen: KioskScreen
    start: KioskStart
    only: list[Only]
    quiet: QuietHours | None
    access: KioskAccess
    staff: KioskStaff


class KioskDocument(KioskSettings):
    """The document of a kiosk page: its settings and the tour."""

    tour: list[KioskTourStop]
