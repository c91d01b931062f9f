"""Report limits of a claim that contradict its date, its sightings, or inferences from other rows."""

from __future__ import annotations

from collections.abc import Iterator

from liaison_atlas.seeds.checks.check_registry import Finding, date_column, finding_rule, rule
from liaison_atlas.seeds.checks.rules.outside_lifetime import outside_life_among, outside_station_among
from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.dates.days import iso_date
from liaison_atlas.seeds.dates.when import Holding, When
from liaison_atlas.seeds.inference.claim_times import stated_time
from liaison_atlas.seeds.inference.inference_rules import INFERENCE_RULES
from liaison_atlas.seeds.inference.limits import Limit, Side
from liaison_atlas.seeds.tables.cell_locator import CellLocator
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import Problem, did_you_mean
from liaison_atlas.seeds.tables.records import Person
from liaison_atlas.seeds.tables.schema import DESCRIPTOR_FILE

REPORTED_ELSEWHERE = frozenset({"life", "station"})
"""The inference rules whose conflicts have findings of their own: `outside-life`, `outside-station`."""


@rule
def check_limits(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """The limits of a row leave at least one day of its date."""
    for claim in data.claims:
        if claim.not_before is None and claim.not_after is None:
            continue
        for column, end, bound in (("not_before", "first", "start_earliest"), ("not_after", "last", "end_latest")):
            when: When | None = getattr(claim, column)
            if when is not None and getattr(when, bound).day is None:
                message = f"{when} has no {end} day, so it sets no limit; write a day, a month or a year"
                yield cell_locator.problem(claim, column, "date", message)
        if data.time_of(claim).day_bounds:
            continue
        column = "not_before" if claim.not_before is not None else "not_after"
        what = f"the date {data.date_of(claim)} has" if data.date_of(claim) else "there is"
        message = f"{what} no day between not_before and not_after; correct one of these cells"
        yield cell_locator.problem(claim, column, "no-day-left", message)


@rule
def check_inference_names(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """The inference rules that the descriptor switches off exist."""
    known = sorted(INFERENCE_RULES)
    for name in sorted(data.package.inference_off - set(known)):
        remedy = did_you_mean(name, known, f"it must be one of {', '.join(known)}")
        yield Problem(DESCRIPTOR_FILE, 1, 1, "unknown-value", f'"inference" has no rule "{name}"; {remedy}')


@finding_rule
def sighting_outside(data: Dataset) -> Iterator[Finding]:
    """A source sees a claim at a time that its own date or its own limits rule out."""
    for claim in data.claims:
        if not claim.seen or (claim.when or claim.not_before or claim.not_after) is None:
            continue
        stated = stated_time(claim, data.time_of(claim).when)
        dated = ClaimTime(stated.when, lasts=stated.lasts)
        limits = [f"{name} {day}" for name in ("not_before", "not_after") if (day := getattr(claim, name)) is not None]
        for seen in claim.seen:
            first, last = ClaimTime(seen).possible_days
            outside = ""
            if claim.when is not None and dated.holds(first, last) is Holding.NOT:
                outside = f"date, {claim.when}"
            elif last < stated.first_day or first > stated.last_day:
                outside = f"limits, {' and '.join(limits)}"
            if outside:
                message = f"its sighting {seen} lies outside its {outside}"
                yield Finding("seen-outside-date", claim, "seen", (claim.ref,), message, "correct one of the two")


@finding_rule
def limit_conflict(data: Dataset) -> Iterator[Finding]:
    """A limit inferred from another row contradicts a row. The row's own statement stands; the limit is not applied."""
    known_elsewhere = [each for each in data.times.conflicts if each.limit.rule in REPORTED_ELSEWHERE]
    claims = {each.claim.ref: each.claim for each in known_elsewhere}.values()
    findings = (*outside_life_among(claims, data), *outside_station_among(claims, data))
    found_elsewhere = {finding.refs for finding in findings}
    for claim, limit in data.times.conflicts:
        refs = (claim.ref, limit.ref)
        if limit.rule in REPORTED_ELSEWHERE and refs in found_elsewhere:
            continue
        message = f"{_limit_text(limit, data)}, but its own row says otherwise; the limit is not applied"
        remedy = f'correct one of the two, or set "{limit.rule}" to false in "inference" of {DESCRIPTOR_FILE}'
        yield Finding("limit-conflict", claim, date_column(claim), refs, message, remedy)


def _limit_text(limit: Limit, data: Dataset) -> str:
    row = data.by_ref[limit.ref]
    name = row.name if isinstance(row, Person) else limit.ref
    side = "begin before" if limit.side is Side.NOT_BEFORE else "last after"
    return f"because of the {limit.rule} of {name} it cannot {side} {iso_date(limit.day)}"
