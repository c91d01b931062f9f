"""The edges of the network in columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from layers.network_edges import NetworkEdge
from maps.payload.enumerations import LINK_CERTAINTIES
from maps.payload.payload_model import EdgeColumns
from seeds.tables.records import Claim, Person


def network_columns(
    edges: Iterable[NetworkEdge],
    claims: Sequence[Claim],
    people: Sequence[Person],
    refs: Collection[str] | None = None,
) -> EdgeColumns:
    """The edges between nodes of a page.

    Parameters
    ----------
    edges : iterable of NetworkEdge
        those of the data set.
    claims, people : sequence
        those of the page, in their order.
    refs : collection of str, optional
        the refs of the edges to write; by default all whose ends are on the page.
    """
    rows = {claim.ref: row for row, claim in enumerate(claims)}
    rows |= {f"person:{person.id}": row for row, person in enumerate(people)}
    shown = [
        edge
        for edge in edges
        if rows.keys() >= {edge.claim.ref, edge.from_, edge.to} and (refs is None or edge.ref in refs)
    ]
    return {
        "claim": [rows[edge.claim.ref] for edge in shown],
        "from": [rows[edge.from_] for edge in shown],
        "to": [rows[edge.to] for edge in shown],
        "sure": [LINK_CERTAINTIES.index(edge.sureness) for edge in shown],
    }
