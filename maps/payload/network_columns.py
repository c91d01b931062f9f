"""The edges of the network in columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from layers.network_edges import NetworkEdge
from seeds.tables.records import Claim, LinkCertainty, Person

_SURENESS = list(LinkCertainty)


def network_columns(
    edges: Iterable[NetworkEdge], claims: Sequence[Claim], people: Sequence[Person]
) -> dict[str, list[int]]:
    """The edges between nodes of a page.

    ``claim`` is the row of the post, of the tie, or of the station that reports; ``from`` and ``to`` are rows of people
    or of stations, as the kind of the claim says; ``sure`` tells how sure a line of liaison is.
    """
    rows = {claim.ref: row for row, claim in enumerate(claims)}
    rows |= {f"person:{person.id}": row for row, person in enumerate(people)}
    shown = [edge for edge in edges if edge.claim.ref in rows and edge.from_ in rows and edge.to in rows]
    return {
        "claim": [rows[edge.claim.ref] for edge in shown],
        "from": [rows[edge.from_] for edge in shown],
        "to": [rows[edge.to] for edge in shown],
        "sure": [_SURENESS.index(edge.sureness) for edge in shown],
    }
