"""The viewports of a poster: which part of the projection plane the main map and the inset show, and where on the page.

They depend on the network of the entire period, so that every year has the same extent.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maps.ground.projection import Floats
from maps.ground.viewport import Viewport

# Margin around the outermost places, as a share of the frame, for their marks and labels.
MARGIN = 0.07
# A network in one town is shown with its surroundings, not as one dot on blank paper.
MIN_WIDTH_KM = 2400.0
# How much larger the scale of the inset is than that of the main map, and its size on the page.
INSET_ZOOM = 2.0
INSET_WIDTH, INSET_HEIGHT, INSET_MIN_HEIGHT = 480.0, 322.0, 236.0
# Fewer places than this are not crowded enough for an inset.
INSET_MIN_PLACES = 5
# With more places, not every corner is tried.
MAX_EXHAUSTIVE_PLACES = 200


def main_viewport(km: Floats, x: float, y: float, width: float, height: float) -> Viewport:
    """The viewport in a box of the page that holds every position of the network, with a margin."""
    points = km if len(km) else np.zeros((1, 2))
    low, high = points.min(axis=0), points.max(axis=0)
    usable = 1 - 2 * MARGIN
    scale = max((high[0] - low[0]) / (width * usable), (high[1] - low[1]) / (height * usable), MIN_WIDTH_KM / width)
    middle = (low + high) / 2
    return Viewport(middle[0] - scale * width / 2, middle[1] + scale * height / 2, float(scale), x, y, width, height)


def inset_viewport(km: Floats, main: Viewport) -> Viewport | None:
    """A viewport at twice the scale on the area with the most places, in the emptiest corner of the map.

    None where no area is crowded, or where the inset would repeat most of the network.
    """
    places = np.unique(km.round(0), axis=0)
    scale = main.km_per_unit / INSET_ZOOM
    if len(places) < INSET_MIN_PLACES or main.width < 2 * INSET_WIDTH:
        return None
    size = np.array([INSET_WIDTH, INSET_HEIGHT]) * scale
    usable = size * (1 - 3 * MARGIN)
    inside = _is_in_rectangle(places, _densest_corner(places, usable), usable)
    if inside.sum() < INSET_MIN_PLACES:
        return None
    low, high = places[inside].min(axis=0), places[inside].max(axis=0)
    # Labels are above and below the marks: twice the margin of the frame.
    height = max(INSET_MIN_HEIGHT, min(INSET_HEIGHT, (high[1] - low[1]) / scale / (1 - 4 * MARGIN)))
    left, top = (low + high) / 2 + np.array([-size[0] / 2, height * scale / 2])
    x, y = _emptiest_corner(main, main.to_page(places), height)
    return Viewport(float(left), float(top), scale, x, y, INSET_WIDTH, float(height))


def _densest_corner(places: Floats, size: Floats) -> Floats:
    """The lower left corner of the rectangle of this size that holds the most places."""
    if len(places) <= MAX_EXHAUSTIVE_PLACES:
        corners = (np.array([left, bottom]) for left in places[:, 0] for bottom in places[:, 1])
        return max(corners, key=lambda low: int(_is_in_rectangle(places, low, size).sum()))
    # Of very many places, on a grid of an eighth of the size: sums over a table of counts.
    steps, low = size / 8, places.min(axis=0)
    cells = ((places - low) / steps).astype(int)
    counts = np.zeros(cells.max(axis=0) + 9, dtype=int)
    np.add.at(counts, tuple(cells.T), 1)
    sums = np.pad(counts, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    held = sums[8:, 8:] - sums[:-8, 8:] - sums[8:, :-8] + sums[:-8, :-8]
    corner = np.array(np.unravel_index(int(held.argmax()), held.shape))
    return np.asarray(low + corner * steps)


def _is_in_rectangle(places: Floats, low: Floats, size: Floats) -> NDArray[np.bool_]:
    return np.asarray(((places >= low) & (places <= low + size)).all(axis=1))


def _emptiest_corner(main: Viewport, page: Floats, height: float) -> tuple[float, float]:
    """The corner of the map with the fewest places; lower ones first, since the network lies north of most empty land."""
    right, bottom = main.x + main.width - INSET_WIDTH, main.y + main.height - height
    corners = [(main.x, bottom), (right, bottom), (main.x, main.y), (right, main.y)]
    size = np.array([INSET_WIDTH, height])
    return min(corners, key=lambda corner: int(_is_in_rectangle(page, np.array(corner), size).sum()))
