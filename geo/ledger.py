"""The ledger joined to the places: each place with its position, or without one.

Nothing is drawn that the ledger does not know; a place without a position is listed instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liaison_atlas.seeds.tables.records import LocatedPlace, Place


@dataclass(frozen=True, slots=True)
class Located:
    """A place and, where the ledger has one, its position in degrees and its accuracy in metres."""

    place: Place
    position: tuple[float, float] | None
    accuracy_m: float | None
    identifier: str | None


def located(places: Sequence[Place], ledger: Sequence[LocatedPlace]) -> dict[str, Located]:
    """Every place by its id, with what the ledger knows of it."""
    known = {row.place: row for row in ledger}
    found: dict[str, Located] = {}
    for place in places:
        row = known.get(place.id)
        found[place.id] = (
            Located(place, (row.lon, row.lat), row.accuracy_m, row.identifier)
            if row
            else Located(place, None, None, None)
        )
    return found
