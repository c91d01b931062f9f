"""Dates relative to another row: ``P6M after event:argentina-turns-red``.

An ISO 8601 duration in front of ``after`` or ``before`` gives the distance. Without it, the date lies anywhere after,
or before, the other. Two rows must not depend on each other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from liaison_atlas.seeds.dates.days import Day, add_months
from liaison_atlas.seeds.dates.when import Bound, DateForm, MissingBound, Span, When
from liaison_atlas.seeds.tables.row_references import reference_chains

_RELATIVE = re.compile(r"(?:(?P<duration>P[0-9YMWD]+)\s+)?(?P<side>after|before)\s+(?P<ref>[a-z]+:[a-z0-9-]+)")
_DURATION = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?", re.ASCII)


PROBLEM_CODE = "relative-date"


class RelativeError(ValueError):
    """A relative date that cannot be read or resolved."""


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """A date relative to another row: months and days after (or before) the row ``ref``."""

    text: str
    ref: str
    after: bool
    exact: bool
    """Whether the distance is given."""
    months: int = 0
    days: int = 0

    def moved(self, day: int) -> Day:
        """A day moved by the distance, or the same day if no distance is given."""
        sign = 1 if self.after else -1
        return Day(add_months(day, sign * self.months) + sign * self.days)


def parse_relative(text: str) -> RelativeDate:
    """Parse a relative date.

    Returns
    -------
    RelativeDate
        the text and its parsed parts.

    Raises
    ------
    RelativeError
        if the text has none of these forms, or its duration is not valid in ISO 8601.

    Examples
    --------
    >>> parse_relative("P6M after event:a-1").months
    6
    >>> parse_relative("soon after the raid")
    Traceback (most recent call last):
    ...
    liaison_atlas.seeds.dates.relative_dates.RelativeError: a relative date has the form "P6M after event:ID", "after event:ID" or "before journey:ID"
    """
    found = _RELATIVE.fullmatch(text)
    if not found:
        raise RelativeError(
            'a relative date has the form "P6M after event:ID", "after event:ID" or "before journey:ID"'
        )
    after = found["side"] == "after"
    if found["duration"] is None:
        return RelativeDate(text, found["ref"], after, exact=False)
    duration = _DURATION.fullmatch(found["duration"])
    if not duration or not any(duration.groups()):
        raise RelativeError(
            f'"{found["duration"]}" is not a duration; write years, months, weeks and days in this order, as in P1Y6M'
        )
    years, months, weeks, days = (int(part or 0) for part in duration.groups())
    return RelativeDate(text, found["ref"], after, exact=True, months=years * 12 + months, days=weeks * 7 + days)


def resolve_relative(relative: RelativeDate, other: When, own: When | None) -> When:
    """Resolve a relative date, given the date of the row that it refers to and the row's own ``when``, if any.

    An exact distance moves both bounds of the other date. Without a distance, the result has a bound on one side only.
    If the row also has a date of its own, the claim lies in the intersection of both.

    Returns
    -------
    When
        a date of the form ``RELATIVE``, in doubt if one of the two dates is.

    Raises
    ------
    RelativeError
        if it has no day in common with ``own``.
    """
    unknown = Bound(None, MissingBound.UNKNOWN)
    first = _moved(other.start_earliest, relative) if relative.exact or relative.after else unknown
    last = _moved(other.end_latest, relative) if relative.exact or not relative.after else unknown
    if own is not None:
        first = max(own.start_earliest, first, key=lambda bound: -math.inf if bound.day is None else bound.day)
        last = min(own.end_latest, last, key=lambda bound: math.inf if bound.day is None else bound.day)
        if first.day is not None and last.day is not None and first.day > last.day:
            raise RelativeError("it has no day in common with the date in `when`; correct one of them")
    doubtful = other.doubtful or (own is not None and own.doubtful)
    return When(relative.text, DateForm.RELATIVE, (Span(first, last, first, last),), (), doubtful)


def _moved(bound: Bound, relative: RelativeDate) -> Bound:
    return bound if bound.day is None else Bound(relative.moved(bound.day))


def resolve_all(
    relatives: dict[str, tuple[str, When | None]],
    dates: dict[str, When | None],
    missing: Callable[[str], str | None],
    report: Callable[[str, str, str], None],
) -> dict[str, When]:
    """Resolve the relative dates of a data set, in the order of their dependencies.

    If a chain is broken, only the row at which it breaks is reported, not the rows that depend on it.

    Parameters
    ----------
    relatives : dict
        by the ref of a row: its relative date as written, and its own ``when`` if it has one.
    dates : dict
        by ref: the date of every claim without a relative date (``None`` if it has no date at all).
    missing : callable
        returns the message about the ref of a claim that was not read; ``None`` if its own row is reported.
    report : callable
        called with ref, code and message for each date that cannot be resolved.

    Returns
    -------
    dict
        by ref, the dates that could be resolved.
    """
    parsed: dict[str, RelativeDate] = {}
    for ref, (text, _) in relatives.items():
        try:
            parsed[ref] = parse_relative(text)
        except RelativeError as error:
            report(ref, PROBLEM_CODE, str(error))
    resolved: dict[str, When] = {}
    for chain, cycle in reference_chains({ref: relative.ref for ref, relative in parsed.items()}):
        if cycle:
            _report_cycle(cycle, report)
            continue
        origin = parsed[chain[-1]].ref
        other = resolved.get(origin) or dates.get(origin)
        for ref in reversed(chain):
            if other is None:
                message = None
                if origin in dates:
                    message = f"{origin} has no date to count from; use the id of a row that has one"
                elif origin not in relatives:
                    message = missing(origin)
                if message is not None:
                    report(ref, PROBLEM_CODE, message)
                break
            try:
                other = resolved[ref] = resolve_relative(parsed[ref], other, relatives[ref][1])
            except RelativeError as error:
                report(ref, PROBLEM_CODE, str(error))
                break
    return resolved


def _report_cycle(rows: list[str], report: Callable[[str, str, str], None]) -> None:
    """Report each row of a cycle, with the first row that it depends on."""
    shown = min(len(rows) - 1, 4)
    for index, ref in enumerate(rows):
        next_ones = [rows[(index + step) % len(rows)] for step in range(1, shown + 1)]
        cycle = [ref, *next_ones, *(["..."] if shown < len(rows) - 1 else []), ref]
        message = f"the rows depend on each other ({' -> '.join(cycle)}); give one of them a date of its own"
        report(ref, PROBLEM_CODE, message)
