"""The label, the place and the people of a claim, and whether several dates hold together, for pages and layers.

It needs no geopandas, which takes as long to import as a small page takes to make.
"""

from __future__ import annotations

from itertools import combinations

from seeds.dates.when import Holding, When
from seeds.tables.dataset import Dataset
from seeds.tables.records import Claim, Journey, Post, Station


def joint_holding(dates: tuple[When, ...], first: int, last: int) -> Holding:
    """How surely something holds that holds only while each of several dates does: the least sure of them.

    In a range of years each may hold and no two of them at one time: then they do not hold together. Stretches
    that meet two by two all have a day in common, so that it is enough to compare each pair.
    """
    if len(dates) == 1:
        return dates[0].holds(first, last)
    holdings = {date.holds(first, last) for date in dates}
    holdings |= {first_date.overlaps(second_date) for first_date, second_date in combinations(dates, 2)}
    if Holding.NOT in holdings:
        return Holding.NOT
    return Holding.POSSIBLY if Holding.POSSIBLY in holdings else Holding.CERTAINLY


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
