"""Counts flashes in a film, as WCAG 2.2 defines them (success criterion 2.3.1, "general flash and red flash thresholds").

A flash is a pair of opposing changes: of relative luminance by a tenth or more, the darker picture below 0.80; or of
saturated red. It counts where it covers a quarter or more of any 10 degrees of sight, which is any rectangle of 341 by
256 pixels on a screen of 1024 by 768 that is looked at from an ordinary distance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from PIL import Image

SCREEN = (1024, 768)
_FIELD = (341, 256)
_SHARE = 0.25
_REDUCED = 4  # a picture is looked at in squares of so many pixels: what is smaller is no quarter of a field
_STEP = 8  # squares between one field and the next

Values = NDArray[np.float32]
Squares = NDArray[np.bool_]


# The light of each of the 256 values of a colour, by the formula of sRGB.
_SRGB = np.arange(256, dtype=np.float32) / 255
_LIGHT = np.where(_SRGB <= 0.04045, _SRGB / 12.92, ((_SRGB + 0.055) / 1.055) ** 2.4).astype(np.float32)


def _linear(picture: Image.Image) -> Values:
    """Red, green and blue as light, 0 to 1: the mean of each square."""
    light = np.take(_LIGHT, np.asarray(picture.convert("RGB")))
    height, width = (side // _REDUCED for side in light.shape[:2])
    # Slices added to each other take a fifth of the time of a mean over two axes.
    rows = light[: height * _REDUCED, : width * _REDUCED].reshape(height, _REDUCED, -1)
    lines: Values = sum(rows[:, i] for i in range(_REDUCED))  # type: ignore[assignment]
    columns = lines.reshape(height, width, _REDUCED, 3)
    squares: Values = sum(columns[:, :, i] for i in range(_REDUCED))  # type: ignore[assignment]
    return squares / np.float32(_REDUCED**2)


class Film:
    """Pictures at even distances in time, each kept as what makes a flash: its luminance and its saturated red."""

    def __init__(self, frames_a_second: int) -> None:
        self.frames_a_second = frames_a_second
        self.luminance: list[Values] = []
        self.redness: list[Values] = []

    def add(self, picture: Image.Image) -> None:
        """One more picture."""
        light = _linear(picture)
        red, others = light[..., 0], light[..., 1] + light[..., 2]
        self.luminance.append(light @ np.array([0.2126, 0.7152, 0.0722], np.float32))
        # "(R - G - B) x 320", of what is a saturated red: R / (R + G + B) of 0.8 or more.
        self.redness.append(np.where(red >= 0.8 * (red + others), np.maximum(0, red - others) * 320, 0))

    def most_flashes(self) -> int:
        """The most flashes of one kind in any second, in any field of sight."""
        return max(
            _most(_changes(self.luminance, 0.1, 0.8), self.frames_a_second),
            _most(_changes(self.redness, 20, np.inf), self.frames_a_second),
        )


def _changes(frames: Sequence[Values], least: float, darkest: float) -> Iterator[tuple[Squares, Squares]]:
    """For each picture, which squares have now become lighter by so much, and which darker.

    A change counts once, when it has come to ``least``, however many pictures it took.
    """
    high, low = frames[0].copy(), frames[0].copy()
    direction = np.zeros(frames[0].shape, np.int8)
    for now in frames:
        np.maximum(high, now, out=high)
        np.minimum(low, now, out=low)
        lighter = (direction <= 0) & (now - low >= least) & (low < darkest)
        darker = (direction >= 0) & (high - now >= least) & (now < darkest) & ~lighter
        direction[lighter], direction[darker] = 1, -1
        turned = lighter | darker
        high[turned] = low[turned] = now[turned]
        yield lighter, darker


def _most(changes: Iterable[tuple[Squares, Squares]], second: int) -> int:
    """The most pairs of opposing changes of a quarter of a field, within a second.

    What changes within a second of each other counts as one change: rather one flash too many than one too few.
    """
    width, height = (side // _REDUCED for side in _FIELD)
    changed: list[NDArray[np.int32]] = []  # lighter, darker: the number of the picture in which a square last was
    turns: list[NDArray[np.int64]] = []
    for number, both in enumerate(changes):
        if not turns:
            changed = [np.full(both[0].shape, -second, np.int32) for _ in both]
            fields = [sliding_window_view(each, (height, width))[::_STEP, ::_STEP] for each in changed]
            last = np.full(fields[0].shape[:2], -1)
            counted = np.full(fields[0].shape[:2], -1)
        turned = np.zeros(last.shape, np.int64)
        for direction, squares in enumerate(both):
            changed[direction][squares] = number
            if not squares.any() or (changed[direction] > number - second).sum() < _SHARE * width * height:
                continue
            since = np.maximum(counted, number - second)[..., None, None]
            much = (fields[direction] > since).mean(axis=(2, 3)) >= _SHARE
            turned += much & (last != direction)
            last[much], counted[much] = direction, number
        turns.append(turned)
    sums = np.concatenate([np.zeros((1, *turns[0].shape), np.int64), np.cumsum(turns, axis=0)])
    length = min(second, len(turns))
    return int((sums[length:] - sums[:-length]).max()) // 2
