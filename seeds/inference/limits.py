"""Limits that follow from another row (no earlier, or no later, than a day), and the times of claims within them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.dates.day_ranges import possible_days
from liaison_atlas.seeds.dates.when import DayBounds
from liaison_atlas.seeds.tables.records import Claim


class Side(Enum):
    """The side of a claim on which a limit lies."""

    NOT_BEFORE = "not before"
    NOT_AFTER = "not after"

    __hash__ = object.__hash__


class Limit(NamedTuple):
    """A day before or after which a claim does not hold, with the row and the rule from which it follows."""

    side: Side
    day: int
    """Days since 1970-01-01."""
    rule: str
    """The name of the rule in `seeds.inference.inference_rules.INFERENCE_RULES`."""
    ref: str
    """The row, as other tables write it: ``person:kim-philby``."""

    def applied(self, time: ClaimTime) -> ClaimTime:
        """A time narrowed to this limit."""
        if self.side is Side.NOT_BEFORE:
            return replace(time, first_day=max(time.first_day, self.day))
        return replace(time, last_day=min(time.last_day, self.day))

    def excludes(self, first: int, last: int) -> bool:
        """Whether the days from ``first`` to ``last`` lie entirely beyond the limit."""
        return last < self.day if self.side is Side.NOT_BEFORE else first > self.day


class InferredLimits(NamedTuple):
    """The tightest limits of a claim that follow from other rows and narrow the time that its own row states."""

    not_before: Limit | None = None
    not_after: Limit | None = None


NO_LIMITS = InferredLimits()


class LimitConflict(NamedTuple):
    """A limit that contradicts a claim. The claim's own statement stands, and the limit is not applied."""

    claim: Claim
    limit: Limit


@dataclass(frozen=True)
class ClaimTimes:
    """The times of all claims by ref, the inferred limits, and the limits that contradict claims."""

    times: dict[str, ClaimTime] = field(default_factory=dict)
    limits: dict[str, InferredLimits] = field(default_factory=dict)
    conflicts: list[LimitConflict] = field(default_factory=list)


def contradicts(limit: Limit, time: ClaimTime, bounds: DayBounds) -> bool:
    """Return whether a limit contradicts a time: it leaves no day of it, or one of its ends is certainly beyond it.

    Parameters
    ----------
    limit : Limit
        a limit that follows from another row.
    time : ClaimTime
        the time that the row of the claim states.
    bounds : DayBounds
        the enclosing bounds of the time, which many claims share.

    Returns
    -------
    bool
        false for a time that contradicts itself.
    """
    start_earliest, start_latest, end_earliest, end_latest = bounds
    if start_earliest > end_latest:
        return False  # it contradicts itself
    day = limit.day
    if limit.side is Side.NOT_BEFORE:
        beyond = start_latest < day or end_latest < day
    else:
        beyond = end_earliest > day or start_earliest > day
    if beyond or any(limit.excludes(*possible_days(date)) for date in time.seen):
        return True
    return time.is_set and not limit.applied(time).day_bounds
