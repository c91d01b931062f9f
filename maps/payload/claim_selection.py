"""Which claims a page carries: those of the layers, or of a year with the rows that they depend on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.seeds.tables.records import Claim
from liaison_atlas.seeds.tables.row_references import station_ids_of

if TYPE_CHECKING:
    from liaison_atlas.layers.period import PeriodLayers


def claims_of_page(layers: PeriodLayers, year: int | None) -> list[Claim]:
    """The claims of a page, in the order of the tables. What no source dates is on the page of every year."""
    data = layers.data
    claims = list(data.claims)
    if not layers.is_complete:
        ids = layers.claim_ids()
        claims = [claim for claim in claims if claim.ref in ids]
    if year is None:
        return claims

    times = {claim.ref: data.time_of(claim) for claim in claims}
    selected = {ref for ref, time in times.items() if not time.dated or time.holds_in_year(year) is not Holding.NOT}
    for ref in list(selected):  # the other rows of a disagreement
        for disagreement in data.disputes.get(ref, ()):
            selected.update(disagreement.rows)
    for ref in list(selected):  # the stations that claims depend on, and those that these report to
        selected |= {f"station:{id}" for id in station_ids_of(data.by_ref[ref])}
    for ref in list(selected):
        selected |= {f"station:{id}" for id in getattr(data.by_ref[ref], "reports_to", ())}
    return [claim for claim in claims if claim.ref in selected]
