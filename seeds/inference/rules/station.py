"""A post, a tie and a journey lie within the days of their station.

A station has such days if its date is an interval, or by its own limits. A single date says that it was there then, and
nothing about other years.
"""

from __future__ import annotations

from collections.abc import Iterator

from liaison_atlas.seeds.inference.known_times import KnownTimes
from liaison_atlas.seeds.inference.limits import Limit
from liaison_atlas.seeds.tables.records import Claim, Journey, Post, Tie

KINDS = (Post, Tie, Journey)


def is_needed(known: KnownTimes) -> bool:
    """Whether any station is known."""
    return bool(known.data.stations)


def limits_of(claim: Claim, known: KnownTimes) -> Iterator[Limit]:
    """The limits of a claim by its station."""
    if isinstance(claim, (Post, Tie, Journey)) and claim.station:
        yield from within_station("station", claim.station, known)


def within_station(rule: str, station: str, known: KnownTimes) -> Iterator[Limit]:
    """The first and the last day of a station as limits."""
    for side, day in known.station_limits(station):
        yield Limit(side, day, rule, f"station:{station}")
