"""Propose, and accept what is beyond doubt until nothing more becomes so: the second run finds nothing to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from liaison_atlas.geo.locating.candidates import Proposal
from liaison_atlas.geo.locating.ledger_file import accepted_rows
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import LocatedPlace


@dataclass(frozen=True)
class AcceptanceResult:
    """What was proposed for every missing place, what of it was accepted, and what is left for a person."""

    proposals: tuple[Proposal, ...]
    accepted: tuple[LocatedPlace, ...]
    data: Dataset
    """The data set with what was accepted in its ledger."""
    remaining: tuple[Proposal, ...]


def propose_and_accept(
    data: Dataset, locate: Callable[[Dataset], tuple[Proposal, ...]], on: date | None = None
) -> AcceptanceResult:
    """Propose positions and, with a day ``on`` which it is done, accept what is beyond doubt.

    Parameters
    ----------
    data : Dataset
    locate : callable
        what proposes; see `geo.locate`.
    on : date, optional
        the day that the ledger names; without one nothing is accepted.
    """
    first = remaining = locate(data)
    proposals = {proposal.place.id: proposal for proposal in first}
    rows: list[LocatedPlace] = []
    while on is not None and (new := accepted_rows(remaining, on)):
        rows += new
        proposals |= {proposal.place.id: proposal for proposal in remaining if proposal.certain}
        data = replace(data, located=(*data.located, *new))
        remaining = locate(data)
    order = {place.id: number for number, place in enumerate(data.places)}
    rows.sort(key=lambda row: order[row.place])
    return AcceptanceResult(tuple(proposals.values()), tuple(rows), data, remaining)
