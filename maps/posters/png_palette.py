"""Writes a poster as a PNG with a palette of 256 colours, chosen for the colours of posters.

A poster consists of flat colours and fine lines. Its pixels have foreground colours, background colours, or mixtures of
both where a line is finer than a pixel. With a palette of those, the file is a third of the size.
"""

from __future__ import annotations

import itertools
import struct
import zlib
from collections.abc import Mapping
from functools import lru_cache

import deflate
from PIL import Image, ImageColor

FOREGROUND_COLOURS = (
    *("ink", "inkSoft", "station", "head", "courier", "liaison", "raid", "event"),
    *("seaName", "polity", "coast", "accuracy"),
)
BACKGROUND_COLOURS = ("paper", "land", "sea")
MIX_SHARES = (0.17, 0.34, 0.5, 0.67, 0.84)
PALETTE_SIZE = 256
_DEFLATE_LEVEL = 7  # levels 8 and 9 take three times as long and save one fiftieth

RGB = tuple[int, int, int]
# Colours within these distances share one entry.
_OFFSETS = range(-4, 5)
_NEAR_OFFSETS = [step for step in itertools.product(_OFFSETS, _OFFSETS, _OFFSETS) if sum(map(abs, step)) <= 4]


def paletted_png(picture: Image.Image, palette: Mapping[str, str]) -> bytes:
    """A picture as PNG with a palette of 256 colours.

    Parameters
    ----------
    picture : Image
        without visible transparency.
    palette : mapping
        The colours of the viewer by name, as `#rrggbb`.

    Returns
    -------
    bytes
        a PNG file.
    """
    picture = picture.convert("RGB")
    table = Image.new("P", (1, 1))
    table.putpalette([part for colour in _colour_table(picture, palette) for part in colour])
    return _encoded_png(picture.quantize(palette=table, dither=Image.Dither.NONE))


def _colour_table(picture: Image.Image, palette: Mapping[str, str]) -> list[RGB]:
    """Background and foreground colours and their mixtures, then the most frequent other colours of the picture."""
    expected, expected_neighbours = _expected_colours(
        tuple(_rgb(palette[name]) for name in BACKGROUND_COLOURS), tuple(_rgb(palette[n]) for n in FOREGROUND_COLOURS)
    )
    chosen, neighbours = dict.fromkeys(expected), set(expected_neighbours)
    counted = picture.getcolors(picture.width * picture.height) or []
    for _, colour in sorted(counted, key=lambda entry: (-entry[0], entry[1])):
        if len(chosen) >= PALETTE_SIZE:
            break
        if isinstance(colour, tuple) and colour not in neighbours:
            rgb = colour[0], colour[1], colour[2]
            chosen[rgb] = None
            neighbours.update(_offset_colour(rgb, step) for step in _NEAR_OFFSETS)
    return list(chosen)[:PALETTE_SIZE]


@lru_cache(maxsize=4)  # the same for every poster
def _expected_colours(
    backgrounds: tuple[RGB, ...], foregrounds: tuple[RGB, ...]
) -> tuple[tuple[RGB, ...], frozenset[RGB]]:
    """Background and foreground colours and their mixtures, and all colours close to one of them."""
    chosen = dict.fromkeys((*backgrounds, *foregrounds))
    for foreground in foregrounds:
        for background in backgrounds:
            for share in MIX_SHARES:
                chosen[_mixed_colour(foreground, background, share)] = None
    return tuple(chosen), frozenset(_offset_colour(colour, step) for colour in chosen for step in _NEAR_OFFSETS)


def _rgb(colour: str) -> RGB:
    red, green, blue, *_ = ImageColor.getrgb(colour)
    return red, green, blue


def _mixed_colour(foreground: RGB, background: RGB, share: float) -> RGB:
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(foreground, background, strict=True))
    return red, green, blue


def _offset_colour(colour: RGB, step: RGB) -> RGB:
    return colour[0] + step[0], colour[1] + step[1], colour[2] + step[2]


def _encoded_png(picture: Image.Image) -> bytes:
    """A picture with a palette as PNG.

    Pillow could write it, but its zlib differs between machines; libdeflate is pinned.

    Returns
    -------
    bytes
        a PNG file.
    """
    width, height = picture.size
    pixels = picture.tobytes()
    lines = b"".join(b"\0" + pixels[row * width : (row + 1) * width] for row in range(height))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", bytes(picture.getpalette("RGB") or ())),
            _chunk(b"IDAT", bytes(deflate.zlib_compress(lines, _DEFLATE_LEVEL))),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
