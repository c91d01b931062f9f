"""Join the ledger to the places: each place with its position, if it has one.

The maps draw only places that are in the ledger. A place without a position is listed instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from liaison_atlas.geo.geodesy import Position
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import LocatedPlace, Place


@dataclass(frozen=True, slots=True)
class Located:
    """A place with its position in degrees and its accuracy in metres, both ``None`` if it is not in the ledger."""

    place: Place
    position: Position | None
    accuracy_m: float | None
    identifier: str | None


def located(places: Sequence[Place], ledger: Sequence[LocatedPlace]) -> dict[str, Located]:
    """Join the ledger to the places.

    Parameters
    ----------
    places : sequence of Place
        rows of ``places.csv``.
    ledger : sequence of LocatedPlace
        rows of the ledger; if several rows have the same place, the last one counts.

    Returns
    -------
    dict of str to Located
        every place by its id, with its position (longitude and latitude in degrees) and accuracy in metres; both are
        ``None`` if the ledger lacks the place.

    Examples
    --------
    >>> located([], [])
    {}
    """
    known = {row.place: row for row in ledger}
    return {
        place.id: Located(place, (row.lon, row.lat), row.accuracy_m, row.identifier)
        if (row := known.get(place.id))
        else Located(place, None, None, None)
        for place in places
    }


class KnownPosition(NamedTuple):
    """A place with a known position, and the radius in metres within which it lies."""

    place: Place
    position: Position
    accuracy_m: float
    method: str


def known_positions(data: Dataset) -> dict[str, KnownPosition]:
    """The places that the ledger locates, by their ids."""
    places = {place.id: place for place in data.places}
    return {
        row.place: KnownPosition(places[row.place], (row.lon, row.lat), row.accuracy_m, row.method)
        for row in data.located
        if row.place in places
    }


def enclosing_places(place: Place, places: Mapping[str, Place]) -> list[Place]:
    """The places that contain a place, directly or through one another, innermost first."""
    found: list[Place] = []
    parent = places.get(place.within or "")
    while parent is not None and parent not in (place, *found):
        found.append(parent)
        parent = places.get(parent.within or "")
    return found
