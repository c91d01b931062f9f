"""Which claims a page carries: those of a year, or of some standings, with the rows that they depend on."""

from __future__ import annotations

from collections.abc import Collection

from layers.claims import person_ids_of
from seeds.dates.when import Holding
from seeds.tables.dataset import Dataset, Standing
from seeds.tables.records import Claim, Station


def claims_of_page(data: Dataset, year: int | None) -> list[Claim]:
    """The claims of a page, in the order of the tables."""
    if year is None:
        return list(data.claims)

    def holds(claim: Claim) -> bool:
        date = data.date_of(claim)
        return date is not None and date.holds_in_year(year) is not Holding.NOT

    selected = {claim.ref for claim in data.claims if holds(claim)}
    for ref in list(selected):  # the other rows of a disagreement
        for disagreement in data.disputes.get(ref, ()):
            selected.update(disagreement.rows)
    people = {f"person:{id}" for ref in selected for id in person_ids_of(data.by_ref[ref])}
    selected |= {
        tie.ref
        for tie in data.ties
        if f"person:{tie.person}" in people and f"person:{tie.other}" in people and tie.when is None
    }
    for ref in list(selected):  # the stations that claims depend on, and those that these report to
        row = data.by_ref[ref]
        selected |= {f"station:{id}" for id in (getattr(row, "station", None), *getattr(row, "stations", ())) if id}
    for ref in list(selected):
        selected |= {f"station:{id}" for id in getattr(data.by_ref[ref], "reports_to", ())}
    return [claim for claim in data.claims if claim.ref in selected]


def claims_with_standing(data: Dataset, claims: list[Claim], standings: Collection[Standing]) -> list[Claim]:
    """The claims that have one of these standings and depend on no station that has another."""
    if set(standings) == set(Standing):  # no claim is left out
        return claims
    remaining = [claim for claim in claims if data.standing(claim) in standings]
    stations = {claim.id for claim in remaining if isinstance(claim, Station)}

    def is_supported(claim: Claim) -> bool:
        leans_on = (getattr(claim, "station", None), *getattr(claim, "stations", ()))
        return all(id in stations for id in leans_on if id)

    return [claim for claim in remaining if is_supported(claim)]
