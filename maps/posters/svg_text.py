"""Text on a poster as glyph outlines: `text_at(line, x, y, colour)` places a line of text."""

from __future__ import annotations

from dataclasses import dataclass

from maps.posters.font_files import UNITS_PER_EM
from maps.posters.typesetting import TextLine


@dataclass(frozen=True)
class GlyphRun:
    """One glyph or more set as one piece: moved, turned and scaled as a whole."""

    transform: str
    glyphs: tuple[tuple[str, int, int], ...]  # sort, x, y in units of EM


@dataclass(frozen=True)
class PlacedText:
    """A text on the page: outlines, and the words that they say."""

    text: str
    runs: tuple[GlyphRun, ...]
    colour: str
    halo_width: float = 0.0  # width of the halo in units of EM; nought for none
    opacity: float = 1.0  # of the letters, not of the halo


def text_at(line: TextLine, x: float, y: float, colour: str, halo_width: float = 0.0) -> PlacedText:
    """A line set with the beginning of its base line at (x, y)."""
    scale = line.style.font_size / UNITS_PER_EM
    glyphs = tuple((g.glyph_id, round(g.x / scale), round(g.y / scale)) for g in line.glyphs)
    return PlacedText(
        line.text, (GlyphRun(f"translate({x:.1f} {y:.1f}) scale({scale:.4g})", glyphs),), colour, halo_width
    )
