"""When a claim holds: its date, the dates at which it was seen, and the limits between which it lies.

`ClaimTime.holds` returns "not", "seen", "possible" or "undated". `joint_holding` returns the same for something that
holds only while several claims do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from liaison_atlas.seeds.dates.days import UNBOUNDED, day_of
from liaison_atlas.seeds.dates.when import DateForm, DayBounds, Holding, When, enclosing_bounds, overlap, set_holding

_ANY_TIME: DayBounds = (-UNBOUNDED, UNBOUNDED, -UNBOUNDED, UNBOUNDED)
_NEVER: DayBounds = (UNBOUNDED, UNBOUNDED, -UNBOUNDED, -UNBOUNDED)
"""The bounds of a date that its own row's limits exclude, which the checks report."""


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """The time of a claim, as days since 1970-01-01.

    ``when``
        the date; for a relative date, the date that it resolves to.
    ``seen``
        the dates at which a source sees the claim. They say nothing about the days between them.
    ``first_day``, ``last_day``
        the limits outside which the claim does not hold, stated or inferred (`seeds.inference`).
    ``lasts``
        whether an end that no source gives may lie years later. It is false for an event, which happens.
    ``dated``
        whether a source says anything about the time: a date, a limit, an order, a sighting.
    """

    when: When | None = None
    seen: tuple[When, ...] = ()
    first_day: int = -UNBOUNDED
    last_day: int = UNBOUNDED
    lasts: bool = True
    dated: bool = True

    def holds(self, first: int, last: int) -> Holding:
        """Return whether the claim holds in the days from ``first`` to ``last``, both included.

        Returns
        -------
        Holding
            the result of `seeds.dates.when.overlap`, within the limits of the claim.

        Examples
        --------
        >>> from liaison_atlas.seeds.dates.edtf import parse
        >>> member = ClaimTime(parse("/1929"), (parse("1927"),), first_day=day_of(1921))
        >>> [member.holds_in_year(year).value for year in (1920, 1921, 1927, 1930)]
        ['not', 'possible', 'seen', 'not']
        >>> ClaimTime(dated=False, last_day=day_of(1936, 5, 1)).holds_in_year(1936).value
        'undated'
        """
        if self.is_seen(first, last):
            return Holding.SEEN
        members = self.day_bounds
        holding = set_holding(members, self.all_hold, first, last) if members else Holding.NOT
        return holding if self.dated or holding is Holding.NOT else Holding.UNDATED

    @property
    def limits(self) -> tuple[int, int]:
        """The first and the last day, stated or inferred."""
        return self.first_day, self.last_day

    def holds_in_year(self, year: int) -> Holding:
        """Whether the claim holds in a year."""
        return self.holds(day_of(year), day_of(year, 12, 31))

    def is_seen(self, first: int, last: int) -> bool:
        """Whether a source sees the claim in the days from ``first`` to ``last``, at one of the dates of ``seen``."""
        return any(date.holds(first, last) is Holding.SEEN for date in self.seen)

    @property
    def all_hold(self) -> bool:
        """Whether the date is a set whose members all hold, not only one."""
        return self.when is not None and self.when.form is DateForm.ALL_OF

    @property
    def is_set(self) -> bool:
        """Whether the date is a set, which may have gaps."""
        return self.when is not None and len(self.when.spans) > 1

    @property
    def day_bounds(self) -> list[DayBounds]:
        """The four bounds within the limits; for a set, those of each member that has a day there."""
        if self.when is None:
            members = [_ANY_TIME]
        elif self.lasts:
            members = self.when.day_bounds
        else:
            members = [self.when.in_doubt(span.happening_bounds) for span in self.when.spans]
        if self.first_day == -UNBOUNDED and self.last_day == UNBOUNDED:
            return members
        limited = map(self._within_limits, members)
        return [bounds for bounds in limited if bounds[0] <= bounds[3]]

    def _within_limits(self, bounds: DayBounds) -> DayBounds:
        """Cut the bounds to the limits. A date in doubt stays in doubt."""
        start_earliest, start_latest, end_earliest, end_latest = bounds
        first, last = self.limits
        if self.when is None or not self.when.doubtful:
            start_latest, end_earliest = (max(first, min(day, last)) for day in (start_latest, end_earliest))
        return max(start_earliest, first), start_latest, end_earliest, min(end_latest, last)

    @property
    def enclosing_bounds(self) -> DayBounds:
        """The four bounds within the limits; for a set, from its first member to its last."""
        members = self.day_bounds
        return enclosing_bounds(members, self.all_hold) if members else _NEVER

    @property
    def separate_bounds(self) -> list[DayBounds]:
        """The bounds of each member, if all members hold; for alternatives, the bounds that enclose them."""
        return self.day_bounds if self.all_hold else [self.enclosing_bounds]

    @property
    def possible_days(self) -> tuple[int, int]:
        """The first and the last day on which the claim may hold, including the days on which it is seen."""
        first, _, _, last = self.enclosing_bounds
        days = [date.enclosing_bounds for date in self.seen]
        return min([first, *(each[0] for each in days)]), max([last, *(each[3] for each in days)])


_BY_STRENGTH = (Holding.NOT, Holding.UNDATED, Holding.POSSIBLE)


def joint_holding(times: Sequence[ClaimTime], first: int, last: int) -> Holding:
    """Return how surely something holds that holds only while each of several claims does: as the least sure of them.

    In a range of years, each claim may hold, but no two at the same time. Then they do not hold together. If intervals
    overlap pairwise, they all have a day in common, so it is enough to compare each pair. For this, a set of dates is
    treated as one interval from its first bound to its last. Claims that a source sees in these days need no day in
    common: that each was seen in a year is all that can be known about the year.

    Returns
    -------
    Holding
        ``SEEN`` if there are no claims.

    Examples
    --------
    >>> from liaison_atlas.seeds.dates.edtf import parse
    >>> joint_holding([ClaimTime(parse("1921/1925")), ClaimTime(parse("1925/1930"))], day_of(1921), day_of(1930))
    <Holding.POSSIBLE: 'possible'>
    """
    holdings = {time.holds(first, last) for time in times}
    if len(times) > 1 and Holding.NOT not in holdings:
        unseen = [time for time in times if not time.is_seen(first, last)]
        holdings |= {overlap(one.enclosing_bounds, other.enclosing_bounds) for one, other in combinations(unseen, 2)}
    return next((holding for holding in _BY_STRENGTH if holding in holdings), Holding.SEEN)
