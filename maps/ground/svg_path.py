"""SVG path data of lines and polygons: `svg_path(shape)`."""

from __future__ import annotations

import numpy as np
import shapely


def svg_path(shape: shapely.geometry.base.BaseGeometry, digits: int = 1) -> str:
    """SVG path data of lines and polygons in page units, each point relative to the one before."""
    out: list[str] = []
    for part in shapely.get_parts(shape):
        if part.is_empty:
            continue
        if isinstance(part, shapely.Polygon):
            out += [_relative_path(ring, digits) + "z" for ring in (part.exterior, *part.interiors)]
        elif isinstance(part, shapely.LineString):
            out.append(_relative_path(part, digits))
    return "".join(out)


def _relative_path(line: shapely.LineString, digits: int) -> str:
    """Relative steps in the shortest decimal form; rounding errors do not add up, since each step starts at a rounded point."""
    grid = 10**digits
    points = np.rint(shapely.get_coordinates(line) * grid).astype(int)
    steps = np.diff(points, axis=0)
    steps = steps[(steps != 0).any(axis=1)]
    numbers = [_path_number(n, digits) for n in (*points[0], *steps.ravel())]
    text = f"M{numbers[0]} {numbers[1]}"
    return text + ("l" + " ".join(numbers[2:]).replace(" -", "-") if len(numbers) > 2 else "")


def _path_number(value: int, digits: int) -> str:
    if not digits:
        return str(value)
    text = f"{value / 10**digits:.{digits}f}".rstrip("0").rstrip(".")
    if text.startswith("0.") or text.startswith("-0."):
        text = text.replace("0.", ".", 1)
    return text if text not in {"-0", ""} else "0"
