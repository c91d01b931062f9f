"""The edges of the network of a data set, of all years and both worlds: posts, ties and lines of liaison."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seeds.dates.when import When
from seeds.tables.dataset import Dataset
from seeds.tables.records import Claim, LinkCertainty, Station


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """What ties two nodes, ``person:ID`` or ``station:ID``, while all of its dates hold.

    ``claim`` is the post, the tie, or the station that reports; a line of liaison has a ``ref`` and a ``sureness``
    of its own, and the dates of both its stations. A tie without a date was at some time: it may hold in any year.
    """

    from_: str
    to: str
    relation: str
    ref: str
    claim: Claim
    dates: tuple[When, ...]
    sureness: LinkCertainty = LinkCertainty.CERTAIN


def network_edges(data: Dataset) -> Iterator[NetworkEdge]:
    """The posts at a station, the ties, and the lines from each station to those that it reported to."""

    def dates_of(*claims: Claim) -> tuple[When, ...]:
        return tuple(when for claim in claims if (when := data.date_of(claim)) is not None)

    for post in data.posts:
        if post.station:
            ends = f"person:{post.person}", f"station:{post.station}"
            yield NetworkEdge(*ends, post.role, post.ref, post, dates_of(post))
    for tie in data.ties:
        ends = f"person:{tie.person}", f"person:{tie.other}"
        yield NetworkEdge(*ends, tie.relation, tie.ref, tie, dates_of(tie))
    for station in data.stations:
        for upper in map(data.station, station.reports_to):
            dates = dates_of(station, upper)
            yield NetworkEdge(
                station.ref, upper.ref, "liaison", liaison_ref(station, upper), station, dates, station.liaison
            )


def liaison_ref(station: Station, upper: Station) -> str:
    """The ref of the line from a station to one that it reported to; no id holds two hyphens in a row."""
    return f"liaison:{station.id}--{upper.id}"
