"""A rectangle of the projection plane on a rectangle of a page: `Viewport.to_page(km)` converts from one to the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from liaison_atlas.maps.ground.projection import Floats


@dataclass(frozen=True)
class Viewport:
    """A rectangle of the plane on a rectangle of the page. Page units have y down, kilometres y up."""

    left_km: float
    top_km: float
    km_per_unit: float
    x: float
    y: float
    width: float
    height: float

    def to_page(self, km: Floats) -> Floats:
        """Page positions of plane kilometres, both of shape (n, 2)."""
        return np.column_stack(
            [
                self.x + (km[:, 0] - self.left_km) / self.km_per_unit,
                self.y + (self.top_km - km[:, 1]) / self.km_per_unit,
            ]
        )

    def shape_to_page(self, shape: shapely.geometry.base.BaseGeometry) -> shapely.geometry.base.BaseGeometry:
        """A shape in plane kilometres, in page units."""
        return shapely.transform(shape, self.to_page)

    def extent_km(self, margin: float = 0.0) -> shapely.Polygon:
        """The rectangle of the plane that is shown, extended by `margin` page units on each side."""
        more = margin * self.km_per_unit
        right = self.left_km + self.width * self.km_per_unit
        bottom = self.top_km - self.height * self.km_per_unit
        return shapely.box(self.left_km - more, bottom - more, right + more, self.top_km + more)

    def contains(self, km: Floats) -> NDArray[np.bool_]:
        """Which of the positions lie in the viewport."""
        left, bottom, right, top = self.extent_km().bounds
        return (km[:, 0] >= left) & (km[:, 0] <= right) & (km[:, 1] >= bottom) & (km[:, 1] <= top)
