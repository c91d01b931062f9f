"""The ledger and the names of a place."""

from __future__ import annotations

import pytest

from liaison_atlas.geo.ledger import located
from liaison_atlas.geo.toponyms import name_in
from liaison_atlas.seeds.dates.days import day_of
from liaison_atlas.seeds.tables.dataset import Dataset


def test_a_place_that_the_ledger_lacks_has_no_position(small: Dataset) -> None:
    ledger = located(small.places, small.located)
    assert ledger["nowhere"].position is None
    assert ledger["vienna"].position == (16.3721, 48.2085)
    assert ledger["vienna"].accuracy_m == 10000


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ((1927, 1, 1), "Constantinople"),
        ((1930, 3, 27), "Constantinople"),
        ((1930, 3, 28), "Istanbul"),
        ((1943, 1, 1), "Istanbul"),
    ],
)
def test_a_place_has_the_name_it_had_on_that_day(small: Dataset, day: tuple[int, int, int], name: str) -> None:
    place = next(place for place in small.places if place.id == "istanbul")
    assert name_in(place, small.names, day_of(*day), day_of(*day)) == name


def test_a_name_serves_its_language_and_no_other(small: Dataset) -> None:
    place = next(place for place in small.places if place.id == "vienna")
    assert name_in(place, small.names, 0, 0, "de-AT") == "Wien"
    assert name_in(place, small.names, 0, 0, "den") == "Vienna"
