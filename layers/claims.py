"""The label, the place and the people of a claim, for pages and layers.

It needs no geopandas, which takes as long to import as a small page takes to make.
"""

from __future__ import annotations

from seeds.tables.dataset import Dataset
from seeds.tables.records import Claim, Journey, Post, Station


def label_of(data: Dataset, claim: Claim) -> str:
    """What a list calls a claim: a station's name, a person with the title of the post, an event's title."""
    if isinstance(claim, Station):
        return claim.name
    if isinstance(claim, Post):
        return f"{data.person(claim.person).name}, {claim.title}"
    return str(getattr(claim, "title", claim.id))


def place_id_of(data: Dataset, claim: Claim) -> str | None:
    """The place of a claim: a post's is its station's where it has one, a journey's its destination, else its origin."""
    if isinstance(claim, Post) and claim.station:
        return data.station(claim.station).place
    if isinstance(claim, Journey):
        return claim.to or claim.from_
    return getattr(claim, "place", None)


def person_ids_of(row: object) -> tuple[str, ...]:
    """The people whom a claim names."""
    return tuple(
        id for id in (getattr(row, "person", None), getattr(row, "other", None), *getattr(row, "people", ())) if id
    )


def station_ids_of(row: object) -> tuple[str, ...]:
    """The stations that a claim depends on."""
    return tuple(id for id in (getattr(row, "station", None), *getattr(row, "stations", ())) if id)
