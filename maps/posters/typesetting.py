"""Typesets lines of text as glyph outlines, so that a poster needs no font where it is viewed.

    fonts = FontSet(folder)
    line = fonts.typeset("In this year 1927", TextStyle("serif", 14, old_style_figures=True))
    line.advance                # width in user units
    line.glyphs                 # what to draw: glyph id, x, y
    fonts.glyph_outlines()      # the outline of each glyph used, once

HarfBuzz does the shaping (kerning, ligatures, marks); outlines come from the fonts that the viewer was built with.
A font may be split over several files by script: each character is taken from the first file that has it.
Chinese characters are taken from the viewer's Chinese font, upright in italics too.
A character that no file has is drawn as a thin box, and the caller keeps the text beside the outlines.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import uharfbuzz
from bidi.algorithm import get_display

from maps.posters.font_files import (
    FONTS_FOLDER,
    UNITS_PER_EM,
    FontFile,
    cjk_font,
    font_by_character,
    glyph_outline,
)

MISSING_GLYPH_ADVANCE_EM = 0.62


@dataclass(frozen=True)
class TextStyle:
    """How a line is set. `font_size` and `letter_spacing` (added after each glyph) are in user units."""

    family: str  # "display" (for large figures), "serif" or "sans"
    font_size: float
    weight: int = 400
    italic: bool = False
    letter_spacing: float = 0.0
    old_style_figures: bool = False
    as_on_canvas: bool = False  # like `fillText` of a canvas: figures of one width, and every space is kept


@dataclass(frozen=True)
class PlacedGlyph:
    """A glyph of a line: its position from the beginning of the base line and its advance, in user units."""

    glyph_id: str
    x: float
    y: float
    advance: float


@dataclass(frozen=True)
class TextLine:
    """A line that has been typeset: draw the outline of each glyph at (x, y), scaled by `font_size / UNITS_PER_EM`."""

    text: str
    style: TextStyle
    glyphs: tuple[PlacedGlyph, ...]
    advance: float


class FontSet:
    """The fonts and the glyphs of one document: each glyph is outlined once, and lines refer to it by id.

    Parameters
    ----------
    folder : Path
        Folder of `.woff2` files. A font with "Display" in its name is of the family display, one with
        "Serif" of serif, any other of sans. Without a display font, serif is used.
    """

    def __init__(self, folder: Path = FONTS_FOLDER) -> None:
        self._folder = folder
        self._glyph_ids: dict[tuple[str, int], str] = {}
        self._outlines: dict[str, str] = {}
        self._lines: dict[tuple[str, TextStyle], TextLine] = {}

    def typeset(self, text: str, style: TextStyle) -> TextLine:
        """Typeset one line.

        Examples
        --------
        An empty text is a line without glyphs and without width: `FontSet().typeset("", style).advance == 0`.
        """
        key = (text, style)
        if key not in self._lines:
            self._lines[key] = self._typeset_line(text, style)
        return self._lines[key]

    def wrapped_lines(self, text: str, style: TextStyle, width: float, indent: float = 0.0) -> list[TextLine]:
        """Typeset a text in as many lines as it needs, the first shorter by `indent`; a word too long is broken."""
        lines: list[str] = []
        words = text.split()
        begin = 0
        while begin < len(words):
            rest = words[begin:]
            available_width = width if lines else width - indent
            fitting = longest_fitting(len(rest), lambda n: self._fits(" ".join(rest[:n]), style, available_width))  # noqa: B023  # called at once
            if fitting == 1 and not self._fits(rest[0], style, width):
                cut = self._fitting_length(rest[0], style, width)
                lines.append(rest[0][:cut])
                words[begin : begin + 1] = filter(None, [rest[0][cut:]])
            else:
                lines.append(" ".join(rest[:fitting]))
                begin += fitting
        return [self.typeset(line, style) for line in lines]

    def truncated_line(self, text: str, style: TextStyle, width: float) -> TextLine:
        """Typeset a text in one line, ending in an ellipsis if it is too long."""
        if self._fits(text, style, width) or len(text) < 2:
            return self.typeset(text, style)

        def with_ellipsis(length: int) -> str:
            return text[:length].rstrip(" ,;.-") + "\u2026"

        kept = longest_fitting(len(text) - 1, lambda length: self._fits(with_ellipsis(length), style, width))
        return self.typeset(with_ellipsis(kept), style)

    def glyph_outlines(self) -> Mapping[str, str]:
        """SVG path data of every glyph used so far, by id; y points down, `UNITS_PER_EM` to the em."""
        return self._outlines

    def _fitting_length(self, word: str, style: TextStyle, width: float) -> int:
        """How many characters of a word fit, at least one."""
        return longest_fitting(len(word), lambda length: self._fits(word[:length], style, width))

    def _fits(self, text: str, style: TextStyle, max_width: float) -> bool:
        """Whether a text is no wider; of a long one, only as much is typeset as is needed to decide."""
        length = 64
        while length < len(text):
            if self.typeset(text[:length], style).advance > max_width:
                return False
            length *= 2
        return self.typeset(text, style).advance <= max_width

    def _typeset_line(self, text: str, style: TextStyle) -> TextLine:
        font_of = font_by_character(self._folder, style.family, style.italic, style.weight)
        spaced = "".join(" " if c.isspace() else c for c in text) if style.as_on_canvas else " ".join(text.split())
        visible = unicodedata.normalize("NFC", _visible_text(spaced))
        glyphs: list[PlacedGlyph] = []
        x = 0.0
        for font, run in _font_runs(
            get_display(visible) if _right_to_left(visible) else visible,
            lambda c: font_of.get(c) or cjk_font(c, style.weight),
        ):
            for glyph_id, dx, dy, advance in (
                self._missing_glyphs(run) if font is None else self._shaped_glyphs(font, run, style)
            ):
                space = style.letter_spacing if advance else 0.0
                scale = style.font_size / UNITS_PER_EM
                glyphs.append(PlacedGlyph(glyph_id, x + dx * scale, -dy * scale, advance * scale + space))
                x += advance * scale + space
        visible_glyphs = tuple(g for g in glyphs if self._outlines.get(g.glyph_id))
        return TextLine(text, style, visible_glyphs, max(0.0, x - style.letter_spacing) if glyphs else 0.0)

    def _shaped_glyphs(self, font: FontFile, run: str, style: TextStyle) -> Iterator[tuple[str, float, float, float]]:
        for glyph, dx, dy, advance in _shape(
            font, run, style.letter_spacing > 0, style.old_style_figures, not style.as_on_canvas
        ):
            yield self._glyph_id(font, glyph), dx, dy, advance

    def _glyph_id(self, font: FontFile, glyph: int) -> str:
        key = (font.name, glyph)
        if key not in self._glyph_ids:
            self._glyph_ids[key] = f"t{len(self._glyph_ids)}"
            self._outlines[self._glyph_ids[key]] = glyph_outline(font, glyph)
        return self._glyph_ids[key]

    def _missing_glyphs(self, run: str) -> Iterator[tuple[str, float, float, float]]:
        for _ in run:
            key = ("", 0)
            if key not in self._glyph_ids:
                self._glyph_ids[key] = f"t{len(self._glyph_ids)}"
                self._outlines[self._glyph_ids[key]] = "M70 0H550V-660H70ZM100 -30V-630H520V-30Z"
            yield self._glyph_ids[key], 0.0, 0.0, MISSING_GLYPH_ADVANCE_EM * UNITS_PER_EM


def longest_fitting(max_length: int, fits: Callable[[int], bool]) -> int:
    """The greatest length from 1 to ``max_length`` that fits, or 1: in few tries, none much longer than the result.

    >>> longest_fitting(5000, lambda length: length <= 37), longest_fitting(5, lambda length: True), longest_fitting(5, lambda length: False)
    (37, 5, 1)
    """
    low, high = 1, 2
    while high <= max_length and fits(high):
        low, high = high, high * 2
    high = min(high, max_length + 1)  # the first length that is known, or taken, not to fit
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _visible_text(text: str) -> str:
    """Without invisible characters (joiners, direction marks, controls)."""
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
    font: FontFile, run: str, letter_spaced: bool, old_style: bool, proportional: bool
) -> tuple[tuple[int, float, float, float], ...]:
    """Glyphs with their offset to the right and upwards and their advance, in `UNITS_PER_EM`."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    buffer.language = font.language  # otherwise that of the environment
    uharfbuzz.shape(
        font.harfbuzz_font, buffer, {"kern": True, "liga": not letter_spaced, "onum": old_style, "pnum": proportional}
    )
    scale = UNITS_PER_EM / font.units_per_em
    return tuple(
        (info.codepoint, position.x_offset * scale, position.y_offset * scale, position.x_advance * scale)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
