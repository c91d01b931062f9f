"""Dates told by another row: ``P6M after event:argentina-turns-red``.

An ISO 8601 duration before ``after`` or ``before`` says how long; without one the date lies anywhere
after, or before, the other. Two rows may not wait for each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from seeds.days import Day, add_months
from seeds.when import Bound, Edge, Form, Span, When

_RELATIVE = re.compile(r"(?:(?P<duration>P[0-9YMWD]+)\s+)?(?P<side>after|before)\s+(?P<ref>[a-z]+:[a-z0-9-]+)")
_DURATION = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?", re.ASCII)


class RelativeError(ValueError):
    """A relative date that cannot be read or resolved."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A date told by another row: months and days after (or before) the row ``ref``."""

    text: str
    ref: str
    after: bool
    months: int | None
    days: int | None

    @property
    def exact(self) -> bool:
        """Whether it says how long after or before."""
        return self.months is not None


def parse_relative(text: str) -> Relative:
    """Read a relative date.

    >>> parse_relative("P6M after event:a-1").months
    6
    >>> parse_relative("soon after the raid")
    Traceback (most recent call last):
    ...
    seeds.relative.RelativeError: a relative date reads "P6M after event:ID", "after event:ID" or "before journey:ID"
    """
    found = _RELATIVE.fullmatch(text)
    if not found:
        raise RelativeError('a relative date reads "P6M after event:ID", "after event:ID" or "before journey:ID"')
    if found["duration"] is None:
        return Relative(text, found["ref"], found["side"] == "after", None, None)
    duration = _DURATION.fullmatch(found["duration"])
    if not duration or not any(duration.groups()):
        raise RelativeError(
            f'"{found["duration"]}" is not a duration; write years, months, weeks, days in this order, as in P1Y6M'
        )
    years, months, weeks, days = (int(part or 0) for part in duration.groups())
    return Relative(text, found["ref"], found["side"] == "after", years * 12 + months, weeks * 7 + days)


def resolve(relative: Relative, other: When, own: When | None) -> When:
    """The date itself, given that of the row it refers to and, if there is one, its own ``when``.

    An exact distance moves both bounds of the other; without one the date has a bound on one side
    only. Where the row has a date of its own too, the claim lies in what they have in common.
    """
    sign = 1 if relative.after else -1

    def moved(bound: Bound) -> Bound:
        if bound.day is None or relative.months is None or relative.days is None:
            return bound
        return Bound(Day(add_months(bound.day, sign * relative.months) + sign * relative.days))

    if relative.exact:
        first, last = moved(other.start_earliest), moved(other.end_latest)
    elif relative.after:
        first, last = other.start_earliest, Bound(None, Edge.UNKNOWN)
    else:
        first, last = Bound(None, Edge.UNKNOWN), other.end_latest
    if own is not None:
        first = _later(first, own.start_earliest)
        last = _earlier(last, own.end_latest)
        if first.day is not None and last.day is not None and first.day > last.day:
            raise RelativeError("it and the date in `when` have no day in common")
    doubtful = other.doubtful or (own is not None and own.doubtful)
    return When(relative.text, Form.RELATIVE, (Span(first, last, first, last),), (), doubtful)


def _later(a: Bound, b: Bound) -> Bound:
    return b if a.day is None or (b.day is not None and b.day > a.day) else a


def _earlier(a: Bound, b: Bound) -> Bound:
    return b if a.day is None or (b.day is not None and b.day < a.day) else a


def resolve_all(
    relatives: dict[str, tuple[str, When | None]],
    dated: dict[str, When | None],
    report: Callable[[str, str, str], None],
) -> dict[str, When]:
    """Resolve the relative dates of a data set, in whatever order they wait for each other.

    Parameters
    ----------
    relatives : dict
        by the ref of a row: its relative date as written, and its own ``when`` if it has one.
    dated : dict
        by ref: the date of every claim that has no relative one (``None`` where it has none at all).
    report : callable
        told of each that fails: ref, code, message.

    Returns
    -------
    dict
        by ref, for each that could be resolved.
    """
    resolved: dict[str, When] = {}
    waiting: list[str] = []

    def date_of(ref: str) -> When:
        if ref in resolved:
            return resolved[ref]
        if ref in waiting:
            circle = " -> ".join([*waiting[waiting.index(ref) :], ref])
            raise RelativeError(f"the rows wait for each other ({circle}); give one of them a date of its own")
        if ref not in relatives:
            found = dated.get(ref)
            if found is None:
                raise RelativeError(
                    f"{ref} has no date to count from"
                    if ref in dated
                    else f"there is no claim {ref}; use the id of a row"
                )
            return found
        text, own = relatives[ref]
        relative = parse_relative(text)
        waiting.append(ref)
        try:
            resolved[ref] = resolve(relative, date_of(relative.ref), own)
        finally:
            waiting.pop()
        return resolved[ref]

    for ref in relatives:
        try:
            date_of(ref)
        except RelativeError as error:
            report(ref, "relative-date", str(error))
    return resolved
