"""Counts what the map of each year draws: how much is seen or possible, and how much differs from the year before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypedDict

from liaison_atlas.geo.ledger import known_positions
from liaison_atlas.layers.claims import place_ids_of
from liaison_atlas.layers.network_edges import liaison_lines, liaison_ref
from liaison_atlas.seeds.dates.claim_time import ClaimTime, joint_holding
from liaison_atlas.seeds.dates.days import day_of
from liaison_atlas.seeds.dates.holding_years import holding_by_year
from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Tie
from liaison_atlas.seeds.tables.strands import MAIN_STRAND

MOSTLY = 0.6
"""A year counts as mostly possible above this share."""


class PictureOfYear(TypedDict):
    """Counts of what the map draws in a year by default: marks, journeys and lines of the main strand.

    ``changed`` counts what is newly drawn, no longer drawn, or drawn as seen in one of the two years and as possible in
    the other. It is null for the first year.
    """

    year: int
    seen: int
    possible: int
    changed: int | None


def picture_years(data: Dataset) -> list[PictureOfYear]:
    """What the map draws in each year of the period."""
    first, last = data.package.first_year, data.package.last_year
    counts = {year: Counter[Holding]() for year in range(first, last + 1)}
    changed = Counter[int]()
    for times, number in Counter(_drawn_times(data)).items():  # large tables have few distinct times
        held = _drawn_by_year(times, first, last)
        for year, holding in held.items():
            counts[year][holding] += number
        for year in {*held, *(year + 1 for year in held)}:
            changed[year] += number * (held.get(year) is not held.get(year - 1))
    return [
        {
            "year": year,
            "seen": counts[year][Holding.SEEN],
            "possible": counts[year][Holding.POSSIBLE],
            "changed": changed[year] if year > first else None,
        }
        for year in counts
    ]


def mostly_possible(pictures: list[PictureOfYear]) -> list[int]:
    """The years in which more than the share `MOSTLY` of the drawn claims is only possible."""
    return [each["year"] for each in pictures if each["possible"] > MOSTLY * (each["seen"] + each["possible"])]


def _drawn_by_year(times: tuple[ClaimTime, ...], first: int, last: int) -> dict[int, Holding]:
    """The years in which something is drawn, each with its `Holding`; undated claims are not drawn."""
    if not all(time.dated for time in times):
        return {}
    if len(times) == 1:
        return holding_by_year(times[0], first, last)
    alone = [holding_by_year(time, first, last) for time in times]
    years = sorted(set(alone[0]).intersection(*alone[1:]))
    held = {year: joint_holding(times, day_of(year), day_of(year, 12, 31)) for year in years}
    return {year: holding for year, holding in held.items() if holding is not Holding.NOT}


def _drawn_times(data: Dataset) -> Iterator[tuple[ClaimTime, ...]]:
    """The times of everything that has a position on the map; a line has the times of its two stations."""
    positions = known_positions(data).keys()
    is_shown = {
        claim.ref: data.strand_of(claim) == MAIN_STRAND and not data.is_outranked(claim) for claim in data.claims
    }
    for claim in data.claims:
        if not isinstance(claim, Tie) and is_shown[claim.ref] and not positions.isdisjoint(place_ids_of(data, claim)):
            yield (data.time_of(claim),)
    lines = {liaison_ref(*line): line for line in liaison_lines(data)}
    for station, upper in lines.values():
        places = {station.place, upper.place}
        if is_shown[station.ref] and is_shown[upper.ref] and len(places) == 2 and places <= positions:
            yield data.time_of(station), data.time_of(upper)
