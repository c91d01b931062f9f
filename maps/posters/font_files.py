"""The font files of the built viewer: finds the file that has a character, and the outline of a glyph.

Latin and Cyrillic characters have one file per weight. Chinese characters are in slices of a variable font; a slice is
read when a text has one of its characters.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz
from fontTools.misc.transform import Scale
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from liaison_atlas.maps.pages.cjk_fonts import cjk_slice_by_character
from liaison_atlas.maps.viewer import bundle

FONTS_FOLDER = bundle.DIST_FOLDER / "fonts"
# Outlines have this many units per em, whatever the font itself has; integers are precise enough.
UNITS_PER_EM = 1000


class FontsMissingError(FileNotFoundError):
    """The folder has no font of the family: build the viewer first."""


@dataclass(frozen=True, eq=False)
class FontFile:
    """A font file: its outlines, characters and metrics."""

    name: str
    family: str
    weight: int
    italic: bool
    characters: frozenset[int]
    font: TTFont
    language: str = "en"
    axes: Mapping[str, float] = field(default_factory=dict)  # the instance of a variable font, by axis

    # Read when a character needs it: a poster uses five or six of nineteen files.

    @cached_property
    def glyph_set(self) -> Any:
        """The glyph set of fontTools."""
        return self.font.getGlyphSet(location=self.axes or None)

    @cached_property
    def glyph_names(self) -> tuple[str, ...]:
        """The names of the glyphs by number."""
        return tuple(self.font.getGlyphOrder())

    @cached_property
    def harfbuzz_font(self) -> Any:
        """The font of uharfbuzz, which does not read woff2."""
        self.font.flavor = None
        uncompressed = io.BytesIO()
        self.font.save(uncompressed, reorderTables=False)
        font = uharfbuzz.Font(uharfbuzz.Face(uncompressed.getvalue()))
        if self.axes:
            font.set_variations(dict(self.axes))
        return font

    @cached_property
    def units_per_em(self) -> int:
        """Units per em of the font itself."""
        return int(self.font["head"].unitsPerEm)


@lru_cache(maxsize=64)
def font_by_character(folder: Path, family: str, italic: bool, weight: int) -> dict[str, FontFile]:
    """The first font file that has each character, of the family in the weight nearest to `weight`."""
    fonts = _font_files(folder)
    for name in (family, "serif") if family == "display" else (family,):
        candidates = [f for f in fonts if f.family == name and f.italic == italic]
        if candidates:
            nearest = min((f.weight for f in candidates), key=lambda w: (abs(w - weight), w))
            return {chr(c): f for f in reversed(candidates) if f.weight == nearest for c in f.characters}
    italics = " in italics" if italic else ""
    raise FontsMissingError(f"{folder} has no {family}{italics}: build the viewer (npm run build) first")


@lru_cache(maxsize=20_000)
def cjk_font(character: str, weight: int) -> FontFile | None:
    """The slice that has a Chinese character, as an instance in this weight; None if no slice has it."""
    file = cjk_slice_by_character().get(character)
    font = _cjk_instance(file, weight) if file else None
    return font if font and ord(character) in font.characters else None


@lru_cache(maxsize=256)
def _cjk_instance(file: str, weight: int) -> FontFile:
    font = _cjk_slice(file)
    return FontFile(
        name=f"{file} {weight}",
        family="sans",
        weight=weight,
        italic=False,
        characters=frozenset(font.getBestCmap()),
        font=font,
        language="zh-Hans",
        axes={"wght": weight},
    )


@lru_cache(maxsize=128)
def _cjk_slice(file: str) -> TTFont:
    return TTFont(bundle.path(f"cjk/{file}"))


@lru_cache(maxsize=20_000)
def glyph_outline(font: FontFile, glyph: int) -> str:
    """SVG path data of a glyph."""
    pen = SVGPathPen(font.glyph_set, ntos=lambda value: str(round(value)))
    scale = UNITS_PER_EM / font.units_per_em
    font.glyph_set[font.glyph_names[glyph]].draw(TransformPen(pen, Scale(scale, -scale)))
    return str(pen.getCommands())


@lru_cache(maxsize=4)
def _font_files(folder: Path) -> tuple[FontFile, ...]:
    """All fonts of the folder: those with Latin characters first, then by number of characters, then by name."""
    fonts = [_font_file(path) for path in sorted(folder.glob("*.woff2"))]
    return tuple(sorted(fonts, key=lambda f: (ord("a") not in f.characters, -len(f.characters), f.name)))


def _font_file(path: Path) -> FontFile:
    font = TTFont(path)
    name = (font["name"].getBestFullName() or path.stem).lower()
    return FontFile(
        name=path.name,
        family=next((family for family in ("display", "serif") if family in name), "sans"),
        weight=font["OS/2"].usWeightClass,
        italic=bool(font["OS/2"].fsSelection & 1),
        characters=frozenset(font.getBestCmap()),
        font=font,
    )
