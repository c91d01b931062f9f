"""The edges of the network in columns."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence

from liaison_atlas.layers.network_edges import NetworkEdge
from liaison_atlas.maps.payload.enumerations import LINK_CERTAINTIES
from liaison_atlas.maps.payload.payload_model import EdgeColumns
from liaison_atlas.seeds.tables.records import Claim, Person, Post, Station, Tie


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

    Returns
    -------
    EdgeColumns
        a column a property, all of one length.
    """
    rows = {claim.ref: row for row, claim in enumerate(claims) if isinstance(claim, Station | Post | Tie)}
    rows |= {f"person:{person.id}": row for row, person in enumerate(people)}
    shown = []
    for edge in edges:
        claim, from_, to = rows.get(edge.claims[0].ref), rows.get(edge.from_), rows.get(edge.to)
        if claim is not None and from_ is not None and to is not None and (refs is None or edge.ref in refs):
            shown.append((claim, from_, to, LINK_CERTAINTIES.index(edge.sureness)))
    claims_, froms, tos, sure = (array("i", (row[column] for row in shown)) for column in range(4))
    return {"claim": claims_, "from": froms, "to": tos, "sure": sure}
