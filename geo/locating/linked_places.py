"""The places that journeys, lines of liaison and people link a place to."""

from __future__ import annotations

from collections.abc import Iterable

from liaison_atlas.seeds.tables.dataset import Dataset


def linked_places(data: Dataset) -> dict[str, dict[str, str]]:
    """For each place the places that it is linked to, each with the ref of a row that links them."""
    found: dict[str, dict[str, str]] = {}

    def link(places: Iterable[str | None], ref: str) -> None:
        known = list(dict.fromkeys(place for place in places if place))
        for one in known:
            for other in known:
                if one != other:
                    found.setdefault(one, {}).setdefault(other, ref)

    stations = {station.id: station.place for station in data.stations}
    for journey in data.journeys:
        link((journey.from_, *journey.via, journey.to), journey.ref)
    for station in data.stations:
        for other in station.reports_to:
            link((station.place, stations.get(other)), station.ref)
    seats: dict[str, list[str | None]] = {}
    for post in data.posts:
        seats.setdefault(post.person, []).append(stations.get(post.station) if post.station else post.place)
    for person, places in seats.items():
        link(places[:MAX_SEATS_PER_PERSON], f"person:{person}")
    return found


MAX_SEATS_PER_PERSON = 50
"""Seats of one person that are held against each other; more say nothing of where a place lies."""
