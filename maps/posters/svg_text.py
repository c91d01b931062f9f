"""Text on a poster as glyph outlines: `text_at(line, x, y, colour)` places a line of text."""

from __future__ import annotations

from dataclasses import dataclass

from maps.posters.font_files import UNITS_PER_EM
from maps.posters.typesetting import TextLine


@dataclass(frozen=True)
class GlyphRun:
    """One or more glyphs with one transform."""

    transform: str
    glyphs: tuple[tuple[str, int, int], ...]  # glyph id, x and y in `UNITS_PER_EM`


@dataclass(frozen=True)
class PlacedText:
    """A text on the page, with its glyph outlines."""

    text: str
    runs: tuple[GlyphRun, ...]
    colour: str
    halo_width: float = 0.0  # in `UNITS_PER_EM`; 0 for none
    opacity: float = 1.0  # of the glyphs, not of the halo


def text_at(line: TextLine, x: float, y: float, colour: str, halo_width: float = 0.0) -> PlacedText:
    """A line of text whose base line begins at (x, y)."""
    scale = line.style.font_size / UNITS_PER_EM
    glyphs = tuple((g.glyph_id, round(g.x / scale), round(g.y / scale)) for g in line.glyphs)
    return PlacedText(
        line.text, (GlyphRun(f"translate({x:.1f} {y:.1f}) scale({scale:.4g})", glyphs),), colour, halo_width
    )
