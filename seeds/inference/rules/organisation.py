"""A station existed only as long as the organisation of which it was a part.

The column ``part_of`` names it: a station that stands for the organisation, or another part of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from liaison_atlas.seeds.inference.known_times import KnownTimes
from liaison_atlas.seeds.inference.limits import Limit
from liaison_atlas.seeds.inference.rules.station import within_station
from liaison_atlas.seeds.tables.records import Claim, Station

KINDS = (Station,)


def is_needed(known: KnownTimes) -> bool:
    """Whether any station was a part of another."""
    return any(station.part_of for station in known.data.stations)


def limits_of(claim: Claim, known: KnownTimes) -> Iterator[Limit]:
    """The limits of a station by what it was a part of."""
    if isinstance(claim, Station) and claim.part_of:
        yield from within_station("organisation", claim.part_of, known)
