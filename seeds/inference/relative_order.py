"""The column ``relative`` of posts, stations and ties: after, before, or the last before another row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.dates.days import UNBOUNDED
from liaison_atlas.seeds.dates.relative_dates import PROBLEM_CODE, RelativeDate, RelativeError, parse_relative
from liaison_atlas.seeds.inference.limits import Limit, Side
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, Post

RULE = "succession"
_LAST_BEFORE = re.compile(r"last\s+(?=before\s)")

Report = Callable[[Claim, str, str, str], None]
"""Called with a claim, a column, a code and a message."""


class Order(NamedTuple):
    """One entry of the column. ``is_last`` means that no other holder of the same role came between."""

    relative: RelativeDate
    is_last: bool


def parse_order(entry: str) -> Order:
    """Parse one entry of the column.

    Returns
    -------
    Order
        the row that it names, and whether it begins with ``last``.

    Raises
    ------
    RelativeError
        if it cannot be parsed.

    Examples
    --------
    >>> parse_order("last before event:election-1933").is_last
    True
    """
    is_last = _LAST_BEFORE.match(entry)
    return Order(parse_relative(entry[is_last.end() :] if is_last else entry), is_last is not None)


def entries_of(cell: str | None) -> list[str]:
    """The entries of a cell of the column, separated by semicolons."""
    return [entry for entry in map(str.strip, (cell or "").split(";")) if entry]


class RelativeOrder:
    """The limits that follow from the order of claims, independent of the order of their rows.

    Parameters
    ----------
    data : Dataset
    stated : callable
        returns the time that the row of a claim states.
    report_cell : callable
        called for entries that cannot be parsed, name no dated row, or depend on each other.
    missing : callable
        returns the message about the ref of a claim that was not read; ``None`` if its own row is reported.
    """

    def __init__(
        self,
        data: Dataset,
        stated: Callable[[Claim], ClaimTime],
        report_cell: Report,
        missing: Callable[[str], str | None],
    ) -> None:
        self._data, self._stated, self._report_cell, self._missing = data, stated, report_cell, missing
        self.limits: dict[str, tuple[Limit, ...]] = {}
        """By the refs of claims; empty where no order is stated."""
        # The time of these claims is unknown because of a mistake in them, which is reported. Claims that count from
        # them have no mistake.
        self._mistaken = {c.ref for c in (*data.journeys, *data.events) if c.relative and data.date_of(c) is None}
        claims = {c.ref: c for c in (*data.stations, *data.posts, *data.ties) if c.relative}
        entries = {ref: tuple(self._parsed(claim)) for ref, claim in claims.items()}
        for ref in self._in_order(claims, entries):
            self.limits[ref] = tuple(self._limits_of(claims[ref], entries[ref]))

    def _mistake(self, claim: Claim, message: str | None) -> None:
        """Remember that a claim has no order of its own, and report the reason unless it is already reported."""
        self._mistaken.add(claim.ref)
        if message is not None:
            self._report_cell(claim, "relative", PROBLEM_CODE, message)

    def _parsed(self, claim: Claim) -> Iterator[Order]:
        for entry in entries_of(claim.relative) or [""]:
            try:
                order = parse_order(entry)
            except RelativeError:
                message = 'it must have the form "after post:ID", "before event:ID", "last before event:ID" or "P6M after event:ID"'
                self._mistake(claim, f"{message}; separate several with ;")
                continue
            if isinstance(self._data.by_ref.get(order.relative.ref), Claim):
                yield order
            else:
                self._mistake(claim, self._missing(order.relative.ref))

    def _in_order(self, claims: dict[str, Claim], entries: dict[str, tuple[Order, ...]]) -> tuple[str, ...]:
        """The claims, each after those that it refers to. Each claim of a cycle is reported."""
        graph = {ref: {entry.relative.ref for entry in found} & claims.keys() for ref, found in entries.items()}
        while True:
            try:
                return tuple(TopologicalSorter(graph).static_order())
            except CycleError as error:
                cycle = list(dict.fromkeys(error.args[1]))
                text = " -> ".join([*cycle, cycle[0]])
                for ref in cycle:
                    message = f"the rows depend on each other ({text}); give one of them a date of its own"
                    self._mistake(claims[ref], message)
                    graph.pop(ref, None)
                    entries[ref] = ()
                graph = {ref: needed - set(cycle) for ref, needed in graph.items()}

    def _limits_of(self, claim: Claim, entries: tuple[Order, ...]) -> Iterator[Limit]:
        for relative, is_last in entries:
            other = self._data.by_ref[relative.ref]
            assert isinstance(other, Claim)
            day = self._first_end(other) if relative.after else self._last_beginning(other)
            if abs(day) < UNBOUNDED:
                day = relative.moved(day)
            if abs(day) >= UNBOUNDED:
                is_consequence = other.ref in self._mistaken or not self._stated(other).day_bounds
                message = f"{other.ref} has no date to count from; use the id of a row that has one"
                self._mistake(claim, None if is_consequence else message)
                continue
            yield Limit(Side.NOT_BEFORE if relative.after else Side.NOT_AFTER, day, RULE, other.ref)
            if is_last and isinstance(claim, Post):
                yield from self._earlier_holders(claim, day)

    def _earlier_holders(self, last: Post, day: int) -> Iterator[Limit]:
        """The limits of the last holder of a role: the last holder comes after the earlier ones."""
        for other in self._data.posts:
            if (other.role, other.station) != (last.role, last.station) or other is last:
                continue
            if other.ref in self._data.disputes:  # the time of their role is in question
                continue
            time = self._stated(other)
            if time.dated and time.possible_days[1] <= day and (end := self._first_end(other)) > -UNBOUNDED:
                yield Limit(Side.NOT_BEFORE, end, RULE, other.ref)

    def _first_end(self, claim: Claim) -> int:
        """The earliest day on which a claim may have ended: on later days it is not known to hold."""
        time = self._stated(claim)
        start_earliest, _, end_earliest, _ = time.enclosing_bounds
        seen = [date.enclosing_bounds[0] for date in time.seen]
        after = [limit.day for limit in self.limits.get(claim.ref, ()) if limit.side is Side.NOT_BEFORE]
        return max([start_earliest, end_earliest if end_earliest < UNBOUNDED else -UNBOUNDED, *seen, *after])

    def _last_beginning(self, claim: Claim) -> int:
        """The latest day on which a claim may have begun."""
        time = self._stated(claim)
        _, start_latest, _, end_latest = time.enclosing_bounds
        seen = [date.enclosing_bounds[3] for date in time.seen]
        before = [limit.day for limit in self.limits.get(claim.ref, ()) if limit.side is Side.NOT_AFTER]
        return min([end_latest, start_latest if start_latest > -UNBOUNDED else UNBOUNDED, *seen, *before])
