"""A post, a station and a tie come after, or before, the rows that their column ``relative`` names.

After a row means not before its earliest end; before a row, not after its latest beginning. The last holder of a role
before a row also comes after the earlier holders of that role at that station. A holder whom a disagreement names is
left out, since it is in question when they held it.
"""

from __future__ import annotations

from collections.abc import Iterator

from liaison_atlas.seeds.inference.known_times import KnownTimes
from liaison_atlas.seeds.inference.limits import Limit
from liaison_atlas.seeds.tables.records import Claim, Post, Station, Tie

KINDS = (Station, Post, Tie)


def is_needed(known: KnownTimes) -> bool:
    """Whether the order of any claim is stated."""
    return known.order.is_stated


def limits_of(claim: Claim, known: KnownTimes) -> Iterator[Limit]:
    """The limits of a claim by its order among others."""
    yield from known.order.limits(claim)
