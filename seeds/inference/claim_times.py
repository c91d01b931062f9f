"""Compute the time of each claim: the time that its row states, within the limits that follow from other rows.

``claim_times(data, report_cell, missing)`` applies the rules of `seeds.inference.inference_rules` that the descriptor
does not switch off. A limit narrows a time and never widens it. If a limit contradicts the row, the row stands, and the
checks report the conflict. No result depends on the order of rows. The organisation that a station was a part of limits
the station, so it is computed first. Stations, lives and stated dates limit everything else.
"""

from __future__ import annotations

from collections.abc import Callable

from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.dates.day_ranges import possible_days
from liaison_atlas.seeds.dates.days import UNBOUNDED
from liaison_atlas.seeds.dates.when import DayBounds, When
from liaison_atlas.seeds.inference.inference_rules import INFERENCE_RULES, KnownTimes
from liaison_atlas.seeds.inference.limits import (
    NO_LIMITS,
    ClaimTimes,
    InferredLimits,
    Limit,
    LimitConflict,
    Side,
    contradicts,
)
from liaison_atlas.seeds.inference.relative_order import RelativeOrder, Report
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import CLAIMS, Claim, Event, Journey, Station
from liaison_atlas.seeds.tables.row_references import reference_chains


def claim_times(data: Dataset, report_cell: Report, missing: Callable[[str], str | None]) -> ClaimTimes:
    """Return the times of the claims of a data set.

    Parameters
    ----------
    data : Dataset
        a data set with resolved relative dates.
    report_cell : callable
        called with a claim, a column, a code and a message for each ``relative`` or ``part_of`` that cannot be
        resolved.
    missing : callable
        returns the message about the ref of a claim that was not read; ``None`` if its own row is reported.

    Returns
    -------
    ClaimTimes
        the time of every claim, and its inferred limits.
    """
    return _Inference(data, report_cell, missing).found


def stated_time(claim: Claim, when: When | None) -> ClaimTime:
    """The time that the row of a claim states, given its date."""
    first = possible_days(claim.not_before)[0] if claim.not_before else -UNBOUNDED
    last = possible_days(claim.not_after)[1] if claim.not_after else UNBOUNDED
    dated = bool(when or claim.seen or claim.relative or claim.not_before or claim.not_after)
    return ClaimTime(when, claim.seen, first, last, lasts=not isinstance(claim, (Event, Journey)), dated=dated)


class _Inference:
    def __init__(self, data: Dataset, report_cell: Report, missing: Callable[[str], str | None]) -> None:
        self.data = data
        self.found = ClaimTimes()
        self._stated_times: dict[tuple[object, ...], ClaimTime] = {}
        self._interned: dict[ClaimTime, ClaimTime] = {}
        self._bounds: dict[ClaimTime, DayBounds] = {}
        order = RelativeOrder(data, self._stated, report_cell, missing).limits
        known = self.known = KnownTimes(data, order, self._station_time)
        self.rules = {
            name: rule
            for name, rule in INFERENCE_RULES.items()
            if name not in data.package.inference_off and rule.is_needed(known)
        }
        self.limits_of = {
            kind: [rule.limits_of for rule in self.rules.values() if kind in rule.kinds] for kind in CLAIMS
        }
        for claim in (*self._wholes_first(report_cell), *data.claims):
            if claim.ref not in self.found.times:
                self.found.times[claim.ref] = self._within_limits(claim, self._stated(claim))

    def _wholes_first(self, report_cell: Report) -> list[Station]:
        """The stations, each after the station that it was a part of. A cycle is reported."""
        if "organisation" not in self.rules:
            return []
        stations = {station.id: station for station in self.data.stations}
        ordered: list[Station] = []
        for chain, cycle in reference_chains({id: station.part_of for id, station in stations.items()}):
            if cycle:
                refs = " -> ".join(stations[id].ref for id in [*cycle, cycle[0]])
                message = f"a station cannot be part of itself ({refs}); clear one of these cells"
                report_cell(stations[cycle[0]], "part_of", "nested-in-itself", message)
            ordered += [stations[id] for id in reversed(chain)]
        return ordered

    def _station_time(self, station: Station) -> ClaimTime:
        """The time of a station within its limits; if it is a part of itself, the time that its row states."""
        return self.found.times.get(station.ref) or self._stated(station)

    def _stated(self, claim: Claim) -> ClaimTime:
        """The time that a row states. Times are cached, because most rows have only a date, and many the same one."""
        when = self.data.date_of(claim)
        more = claim.seen or claim.relative or claim.not_before or claim.not_after
        key: tuple[object, ...] = (when, type(claim))
        if more:
            key = (*key, claim.seen, claim.not_before, claim.not_after, claim.relative is None)
        time = self._stated_times.get(key)
        if time is None:
            time = self._stated_times[key] = stated_time(claim, when)
        return time

    def _within_limits(self, claim: Claim, stated: ClaimTime) -> ClaimTime:
        """A time narrowed to the limits that the rules find for its claim; equal times are one object."""
        limits = [limit for limits_of in self.limits_of[type(claim)] for limit in limits_of(claim, self.known)]
        if not limits:
            return stated
        limited = self._limited(claim, stated, limits)
        return limited if limited is stated else self._interned.setdefault(limited, limited)

    def _limited(self, claim: Claim, stated: ClaimTime, limits: list[Limit]) -> ClaimTime:
        """A time narrowed to the limits that do not contradict it."""
        ref = claim.ref
        bounds = self._bounds.get(stated) or self._bounds.setdefault(stated, stated.enclosing_bounds)
        applied = []
        for limit in limits:
            if contradicts(limit, stated, bounds):
                self.found.conflicts.append(LimitConflict(claim, limit))
            else:
                applied.append(limit)
        first = _tightest(applied, Side.NOT_BEFORE)
        last = _tightest(applied, Side.NOT_AFTER)
        narrowing = InferredLimits(
            first if first and first.day > bounds[0] else None, last if last and last.day < bounds[3] else None
        )
        # The limits of a station are passed on to the claims there, even if its own date is narrower.
        if narrowing == NO_LIMITS and not isinstance(claim, Station):
            return stated
        time = stated
        for limit in filter(None, (first, last)):
            time = limit.applied(time)
        if not time.day_bounds:  # each limit leaves some days, both together leave none
            self.found.conflicts.extend(LimitConflict(claim, limit) for limit in (first, last) if limit)
            return stated
        if narrowing != NO_LIMITS:
            self.found.limits[ref] = narrowing
        return time


def _tightest(limits: list[Limit], side: Side) -> Limit | None:
    """The limit of a side that leaves the fewest days; of equal limits, the first by rule and row."""
    of_side = [limit for limit in limits if limit.side is side]
    if len(of_side) <= 1:
        return of_side[0] if of_side else None
    sign = -1 if side is Side.NOT_BEFORE else 1
    return min(of_side, key=lambda limit: (sign * limit.day, limit.rule, limit.ref))
