"""The edges of the network of a data set, of all years and strands: posts, ties and lines of liaison."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, LinkCertainty, Station


class NetworkEdge(NamedTuple):
    """A connection of two nodes, ``person:ID`` or ``station:ID``, that exists while all of its claims hold.

    ``claims`` is the post, the tie, or for a line of liaison the station that reports and the other one. A line has its
    own ``ref`` and ``sureness``. A tie without a date existed at some time: it may hold in any year.
    """

    from_: str
    to: str
    relation: str
    ref: str
    claims: tuple[Claim, ...]
    sureness: LinkCertainty = LinkCertainty.CERTAIN


def network_edges(data: Dataset) -> Iterator[NetworkEdge]:
    """The posts at a station, the ties, and the lines of liaison."""
    for post in data.posts:
        if post.station:
            yield NetworkEdge(f"person:{post.person}", f"station:{post.station}", post.role, post.ref, (post,))
    for tie in data.ties:
        yield NetworkEdge(f"person:{tie.person}", f"person:{tie.other}", tie.relation, tie.ref, (tie,))
    for station, upper in liaison_lines(data):
        ref = liaison_ref(station, upper)
        yield NetworkEdge(station.ref, upper.ref, "liaison", ref, (station, upper), station.liaison)


def liaison_lines(data: Dataset) -> Iterator[tuple[Station, Station]]:
    """The lines of liaison: each a station and the one that it reported to."""
    for station in data.stations:
        for upper in station.reports_to:
            yield station, data.station(upper)


def liaison_ref(station: Station, upper: Station) -> str:
    """The ref of the line from a station to one that it reported to; no id contains two hyphens in a row."""
    return f"liaison:{station.id}--{upper.id}"
