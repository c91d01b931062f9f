"""The arcs of many routes at once are the same as one by one."""

from __future__ import annotations

import shapely
from hypothesis import given
from hypothesis import strategies as st

from liaison_atlas.geo.geodesy import Position, arc, arcs

POSITIONS = st.tuples(
    st.sampled_from([-180.0, 180.0, 0.0, 179.9, -179.9]) | st.floats(-180, 180),
    st.sampled_from([-90.0, 90.0, 0.0, 89.995]) | st.floats(-90, 90),
)


def equal_to_single_arcs(routes: list[list[Position]]) -> bool:
    for stops, line in zip(routes, arcs(routes), strict=True):
        alone = arc(*stops) if stops else None
        if alone is None or line is None:
            if alone is not line:
                return False
        elif not shapely.equals_exact(alone, line, 1e-6):
            return False
    return True


@given(st.lists(st.lists(POSITIONS, max_size=3), max_size=6))
def test_arcs_of_many_routes_equal_the_arc_of_each(routes: list[list[Position]]) -> None:
    assert equal_to_single_arcs(routes)
