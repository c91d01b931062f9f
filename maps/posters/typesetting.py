"""Typesets lines of text as glyph outlines, so that a poster needs no font where it is viewed.

    fonts = FontSet(folder)
    line = fonts.typeset("In this year 1927", TextStyle("serif", 14, old_style_figures=True))
    line.advance                # width in user units
    line.glyphs                 # what to draw: glyph id, x, y
    fonts.glyph_outlines()      # the outline of each glyph used, once

HarfBuzz does the shaping (kerning, ligatures, marks); outlines come from the fonts that the viewer was built with.
A font may be split into several files by script: each character is taken from the first file that has it.
Chinese characters are taken from the viewer's Chinese font; they are upright in italic text too.
A character that no file has is drawn as a thin box, and the caller keeps the text next to the outlines.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import groupby
from pathlib import Path

import uharfbuzz
from bidi.algorithm import get_display

from liaison_atlas.maps.payload.scene_documents import SceneFont
from liaison_atlas.maps.posters.font_files import (
    FONTS_FOLDER,
    UNITS_PER_EM,
    FontFile,
    cjk_font,
    font_by_character,
    glyph_outline,
)

MISSING_GLYPH, MISSING_GLYPH_ADVANCE_EM = "M70 0H550V-660H70ZM100 -30V-630H520V-30Z", 0.62


@dataclass(frozen=True)
class TextStyle:
    """The style of a line. `font_size` and `letter_spacing` (added after each glyph) are in user units."""

    family: str  # "display" (for large figures), "serif" or "sans"
    font_size: float
    weight: int = 400
    italic: bool = False
    letter_spacing: float = 0.0
    old_style_figures: bool = False  # otherwise tabular figures, as on a canvas


@dataclass(frozen=True)
class PlacedGlyph:
    """A glyph of a line: its position from the start of the baseline and its advance, in user units."""

    glyph_id: str
    x: float
    y: float
    advance: float


@dataclass(frozen=True)
class TextLine:
    """A typeset line: draw the outline of each glyph at (x, y), scaled by `font_size / UNITS_PER_EM`."""

    style: TextStyle
    glyphs: tuple[PlacedGlyph, ...]
    advance: float


def text_style(font: SceneFont) -> TextStyle:
    """The style of a text in a font of the viewer's scene."""
    return TextStyle(font["family"], font["size"], font["weight"], font["italic"], font["spacing"], font["oldStyle"])


class FontSet:
    """The fonts and glyphs of one document: the outline of each glyph is stored once, and lines refer to it by id.

    Parameters
    ----------
    folder : Path
        Folder of `.woff2` files. A font with "Display" in its name belongs to the family display, one with "Serif" to
        serif, any other to sans. Without a display font, serif is used.
    """

    def __init__(self, folder: Path = FONTS_FOLDER) -> None:
        self._folder = folder
        self._glyph_ids: dict[tuple[str, int], str] = {}
        self._outlines: dict[str, str] = {}
        self._lines: dict[tuple[str, TextStyle], TextLine] = {}

    def typeset(self, text: str, style: TextStyle) -> TextLine:
        """Typeset one line.

        Returns
        -------
        TextLine
            the glyphs with their positions.

        Examples
        --------
        An empty text is a line without glyphs and without width: `FontSet().typeset("", style).advance == 0`.
        """
        key = (text, style)
        if key not in self._lines:
            self._lines[key] = self._typeset_line(text, style)
        return self._lines[key]

    def width(self, font: SceneFont, text: str) -> float:
        """The width of a text in px, as a browser's canvas measures it: its advance in the style of `text_style`."""
        size = font["size"]
        if not size:
            return 0.0
        # The spacing is a fraction of the size: texts with letter spacing have no ligatures.
        spacing = font["spacing"] * UNITS_PER_EM / size
        style = replace(text_style(font), font_size=UNITS_PER_EM, letter_spacing=spacing)
        return self.typeset(text, style).advance / UNITS_PER_EM * size

    def glyph_outlines(self) -> Mapping[str, str]:
        """SVG path data of every glyph used so far, by id; y points down, `UNITS_PER_EM` units are one em."""
        return self._outlines

    def _typeset_line(self, text: str, style: TextStyle) -> TextLine:
        font_of = font_by_character(self._folder, style.family, style.italic, style.weight)
        spaced = "".join(" " if c.isspace() else c for c in text)  # a canvas keeps every space
        visible = unicodedata.normalize("NFC", _visible_text(spaced))
        glyphs: list[PlacedGlyph] = []
        x = 0.0
        scale = style.font_size / UNITS_PER_EM
        ordered = get_display(visible) if _right_to_left(visible) else visible
        for font, run in _font_runs(ordered, lambda c: font_of.get(c) or cjk_font(c, style.weight)):
            for glyph_id, dx, dy, advance in self._glyphs_of_run(font, run, style):
                space = style.letter_spacing if advance else 0.0
                glyphs.append(PlacedGlyph(glyph_id, x + dx * scale, -dy * scale, advance * scale + space))
                x += advance * scale + space
        visible_glyphs = tuple(g for g in glyphs if self._outlines.get(g.glyph_id))
        return TextLine(style, visible_glyphs, max(0.0, x - style.letter_spacing) if glyphs else 0.0)

    def _glyphs_of_run(
        self, font: FontFile | None, run: str, style: TextStyle
    ) -> Iterator[tuple[str, float, float, float]]:
        """The ids of the glyphs with their offsets and advances; for a character that no font has, those of a box."""
        if font is None:
            for _ in run:
                yield self._glyph_id("", 0, lambda: MISSING_GLYPH), 0.0, 0.0, MISSING_GLYPH_ADVANCE_EM * UNITS_PER_EM
            return
        for glyph, dx, dy, advance in _shape(font, run, style.letter_spacing > 0, style.old_style_figures):
            yield self._glyph_id(font.name, glyph, partial(glyph_outline, font, glyph)), dx, dy, advance

    def _glyph_id(self, font_name: str, glyph: int, outline: Callable[[], str]) -> str:
        key = (font_name, glyph)
        if key not in self._glyph_ids:
            self._glyph_ids[key] = f"t{len(self._glyph_ids)}"
            self._outlines[self._glyph_ids[key]] = outline()
        return self._glyph_ids[key]


def _visible_text(text: str) -> str:
    """A text without invisible characters (joiners, direction marks, controls)."""
    return "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"})


def _right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text)


def _font_runs(text: str, font_of: Callable[[str], FontFile | None]) -> Iterator[tuple[FontFile | None, str]]:
    """Split a text where the font file of its characters changes; combining marks without a glyph are left out."""
    placed = [(c, font_of(c)) for c in text]
    kept = [(c, font) for c, font in placed if font or not unicodedata.category(c).startswith("M")]
    for font, run in groupby(kept, key=lambda pair: pair[1]):
        yield font, "".join(c for c, _ in run)


@lru_cache(maxsize=20_000)  # the posters of one atlas share most of their text
def _shape(
    font: FontFile, run: str, letter_spaced: bool, old_style: bool
) -> tuple[tuple[int, float, float, float], ...]:
    """Glyphs with their offset to the right and upwards and their advance, in `UNITS_PER_EM`."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    buffer.language = font.language  # otherwise it is taken from the environment
    uharfbuzz.shape(
        font.harfbuzz_font, buffer, {"kern": True, "liga": not letter_spaced, "onum": old_style, "pnum": old_style}
    )
    scale = UNITS_PER_EM / font.units_per_em
    return tuple(
        (info.codepoint, position.x_offset * scale, position.y_offset * scale, position.x_advance * scale)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
