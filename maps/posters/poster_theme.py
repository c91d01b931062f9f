"""What a poster is drawn with: placed marks, styled paths, and the theme of colours, marks and fonts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maps.posters.typesetting import FontSet


@dataclass(frozen=True)
class PlacedMark:
    """A mark on the page: the name of its outline, centre, size, colour and certainty."""

    name: str
    x: float
    y: float
    size: float
    colour: str
    certainty_style: str
    partisan: bool
    contested: bool
    title: str


@dataclass(frozen=True)
class StyledPath:
    """A line of liaison, a journey or an arrow head as path data."""

    path: str
    certainty_style: str
    title: str


@dataclass(frozen=True)
class PosterTheme:
    """Colours of the palette, and fonts."""

    colours: Mapping[str, str]
    fonts: FontSet
