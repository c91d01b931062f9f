"""Sets a line of type as outlines, so that a poster needs no font where it is read.

    case = TypeCase(fonts)
    line = case.line("In this year 1927", Style("serif", 14, old_style=True))
    line.advance                # width in user units
    line.glyphs                 # what to draw: sort id, x
    case.sorts()                # the outline of each sort used, once

Shaping is HarfBuzz's (kerning, ligatures, marks); outlines come from the fonts that the viewer was built with.
A font may be split over several files by script: each character is taken from the first file that has it.
What no file has is drawn as a thin box, and the caller keeps the text beside the outlines.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import uharfbuzz
from bidi.algorithm import get_display
from fontTools.misc.transform import Scale
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from maps import bundle

FONTS = bundle.FOLDER / "fonts"
# Sorts are outlined on this many units to the em, whatever the font's own: whole numbers there are fine enough.
EM = 1000
BOX_ADVANCE = 0.62


@dataclass(frozen=True)
class Style:
    """How a line is set. `size` and `tracking` (space added after each letter) are in user units."""

    family: str  # "display" (for large figures), "serif" or "sans"
    size: float
    weight: int = 400
    italic: bool = False
    tracking: float = 0.0
    old_style: bool = False


@dataclass(frozen=True)
class Glyph:
    """One sort set at x on the base line, in user units from the beginning of the line."""

    sort: str
    x: float
    y: float
    advance: float


@dataclass(frozen=True)
class Line:
    """A line that has been set: draw each glyph's sort at (x, y), scaled by `size / EM`."""

    text: str
    style: Style
    glyphs: tuple[Glyph, ...]
    advance: float


@dataclass(frozen=True)
class _FontFile:
    name: str
    family: str
    weight: int
    italic: bool
    characters: frozenset[int]
    outlines: Any  # fontTools' glyph set
    order: tuple[str, ...]
    shaper: Any  # uharfbuzz.Font
    units: int


class FontsMissing(FileNotFoundError):
    """The folder holds no font of the family that was asked for: build the viewer first."""


class TypeCase:
    """The sorts of one document: each glyph is outlined once, and lines refer to it by id.

    Parameters
    ----------
    folder : Path
        Folder of `.woff2` files. A font with "Display" in its name is the display face, one with "Serif" the
        serif, any other the sans; the serif serves for a display face that is not there.
    """

    def __init__(self, folder: Path = FONTS) -> None:
        self._files = _font_files(str(folder))
        self._folder = folder
        self._sorts: dict[tuple[str, int], str] = {}
        self._outlines: dict[str, str] = {}
        self._lines: dict[tuple[str, Style], Line] = {}

    def line(self, text: str, style: Style) -> Line:
        """Set one line.

        Examples
        --------
        An empty text is a line without glyphs and without width: `TypeCase().line("", style).advance == 0`.
        """
        key = (text, style)
        if key not in self._lines:
            self._lines[key] = self._set(text, style)
        return self._lines[key]

    def wrapped(self, text: str, style: Style, width: float, indent: float = 0.0) -> list[Line]:
        """Set a text in as many lines as it needs, the first shorter by `indent`; a word too long is broken."""
        lines: list[str] = []
        now = ""
        for word in text.split():
            longer = f"{now} {word}" if now else word
            if self._fits(longer, style, width if lines else width - indent):
                now = longer
                continue
            if now:
                lines.append(now)
            while (cut := self._breaks_at(word, style, width)) < len(word):
                lines.append(word[:cut])
                word = word[cut:]
            now = word
        return [self.line(line, style) for line in [*lines, now] if line]

    def shortened(self, text: str, style: Style, width: float) -> Line:
        """Set a text in one line, ended by an ellipsis where it is too long."""
        if self._fits(text, style, width) or len(text) < 2:
            return self.line(text, style)

        def ended(length: int) -> str:
            return text[:length].rstrip(" ,;.-") + "\u2026"

        kept = _longest(len(text) - 1, lambda length: self._fits(ended(length), style, width))
        return self.line(ended(kept), style)

    def sorts(self) -> Mapping[str, str]:
        """SVG path data of every sort that a line has used so far, by id; y points down, EM units to the em."""
        return self._outlines

    def _breaks_at(self, word: str, style: Style, width: float) -> int:
        """How many of the letters of a word fit, one at least."""
        return _longest(len(word), lambda length: self._fits(word[:length], style, width))

    def _fits(self, text: str, style: Style, width: float) -> bool:
        return self.line(text, style).advance <= width

    def _face(self, style: Style) -> list[_FontFile]:
        """The files of the face that is asked for, or of the one nearest in weight."""
        for family in (style.family, "serif") if style.family == "display" else (style.family,):
            faces = [f for f in self._files if f.family == family and f.italic == style.italic]
            if faces:
                weight = min((f.weight for f in faces), key=lambda w: (abs(w - style.weight), w))
                return [f for f in faces if f.weight == weight]
        italics = " in italics" if style.italic else ""
        raise FontsMissing(f"{self._folder} has no {style.family}{italics}: build the viewer (npm run build) first")

    def _set(self, text: str, style: Style) -> Line:
        files = self._face(style)
        shown = unicodedata.normalize("NFC", _visible(text))
        glyphs: list[Glyph] = []
        x = 0.0
        for file, run in _runs(get_display(shown) if _right_to_left(shown) else shown, files):
            for sort, dx, dy, advance in self._boxes(run) if file is None else self._shaped(file, run, style):
                space = style.tracking if advance else 0.0
                scale = style.size / EM
                glyphs.append(Glyph(sort, x + dx * scale, -dy * scale, advance * scale + space))
                x += advance * scale + space
        drawn = tuple(g for g in glyphs if self._outlines.get(g.sort))
        return Line(text, style, drawn, max(0.0, x - style.tracking) if glyphs else 0.0)

    def _shaped(self, file: _FontFile, run: str, style: Style) -> Iterator[tuple[str, float, float, float]]:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(run)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        loose = style.tracking > 0
        features = {"kern": True, "liga": not loose, "onum": style.old_style, "pnum": True}
        uharfbuzz.shape(file.shaper, buffer, features)
        scale = EM / file.units
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            yield (
                self._sort(file, info.codepoint),
                position.x_offset * scale,
                position.y_offset * scale,
                position.x_advance * scale,
            )

    def _sort(self, file: _FontFile, glyph: int) -> str:
        key = (file.name, glyph)
        if key not in self._sorts:
            self._sorts[key] = f"t{len(self._sorts)}"
            pen = SVGPathPen(file.outlines, ntos=lambda value: str(round(value)))
            scale = EM / file.units
            file.outlines[file.order[glyph]].draw(TransformPen(pen, Scale(scale, -scale)))
            self._outlines[self._sorts[key]] = pen.getCommands()
        return self._sorts[key]

    def _boxes(self, run: str) -> Iterator[tuple[str, float, float, float]]:
        for _ in run:
            key = ("", 0)
            if key not in self._sorts:
                self._sorts[key] = f"t{len(self._sorts)}"
                self._outlines[self._sorts[key]] = "M70 0H550V-660H70ZM100 -30V-630H520V-30Z"
            yield self._sorts[key], 0.0, 0.0, BOX_ADVANCE * EM


def _longest(most: int, fits: Callable[[int], bool]) -> int:
    """The greatest length from 1 to ``most`` that fits, or 1: in few tries, and none much longer than the answer.

    >>> _longest(5000, lambda length: length <= 37), _longest(5, lambda length: True), _longest(5, lambda length: False)
    (37, 5, 1)
    """
    low, high = 1, 2
    while high <= most and fits(high):
        low, high = high, high * 2
    high = min(high, most + 1)  # the first length that is known, or taken, not to fit
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _visible(text: str) -> str:
    """White space as single spaces; characters that only steer (joiners, direction marks, controls) are left out."""
    spaced = " ".join(text.split())
    return "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"})


def _right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text)


def _runs(text: str, files: list[_FontFile]) -> Iterator[tuple[_FontFile | None, str]]:
    """Cut a text where the file changes that has its characters; marks without a glyph are left out."""

    def file_of(character: str) -> int:
        return next((i for i, f in enumerate(files) if ord(character) in f.characters), -1)

    placed = [(c, file_of(c)) for c in text]
    kept = [(c, i) for c, i in placed if i >= 0 or not unicodedata.category(c).startswith("M")]
    for i, run in groupby(kept, key=lambda pair: pair[1]):
        yield (files[i] if i >= 0 else None), "".join(c for c, _ in run)


@lru_cache(maxsize=4)
def _font_files(folder: str) -> tuple[_FontFile, ...]:
    """Every font of the folder; within a face, the file with the most characters first, then by name."""
    files = [_font_file(path) for path in sorted(Path(folder).glob("*.woff2"))]
    return tuple(sorted(files, key=lambda f: (not _is_latin(f), -len(f.characters), f.name)))


def _is_latin(file: _FontFile) -> bool:
    return ord("a") in file.characters


def _font_file(path: Path) -> _FontFile:
    font = TTFont(path)
    font.flavor = None
    plain = io.BytesIO()
    font.save(plain, reorderTables=False)
    shaper = uharfbuzz.Font(uharfbuzz.Face(plain.getvalue()))
    name = (font["name"].getBestFullName() or path.stem).lower()
    return _FontFile(
        name=path.name,
        family=next((family for family in ("display", "serif") if family in name), "sans"),
        weight=font["OS/2"].usWeightClass,
        italic=bool(font["OS/2"].fsSelection & 1),
        characters=frozenset(font.getBestCmap()),
        outlines=font.getGlyphSet(),
        order=tuple(font.getGlyphOrder()),
        shaper=shaper,
        units=font["head"].unitsPerEm,
    )
