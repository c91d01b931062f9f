"""Report a claim about a person outside the person's life, or about a station outside the time of its existence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from liaison_atlas.seeds.checks.check_registry import Finding, date_column, finding_rule
from liaison_atlas.seeds.dates.day_ranges import ALL_DAYS, DayRange, days_between, possible_days
from liaison_atlas.seeds.dates.when import DateForm, When
from liaison_atlas.seeds.inference.inference_rules import ALLOWED_AFTER_DEATH
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, Event, Journey, Tie
from liaison_atlas.seeds.tables.row_references import person_ids_of, station_ids_of

# A founding may precede the first day of work. The end or a description of a station may follow the last day.
ALLOWED_BEFORE_STATION = frozenset({"founding"})
ALLOWED_AFTER_STATION = frozenset({"end", "publication"})


@finding_rule
def outside_life(data: Dataset) -> Iterator[Finding]:
    """Claims that certainly lie outside the life of a person that they name.

    A tenure or a journey must lie entirely within a life: it must not begin before the birth or end after the death. An
    event or a tie must only touch a life: it must not lie entirely before or after it.

    Yields
    ------
    Finding
        one for each claim and person.
    """
    yield from outside_life_among(data.claims, data)


def outside_life_among(claims: Iterable[Claim], data: Dataset) -> Iterator[Finding]:
    """The findings of `outside_life` for the given claims."""
    lives = {p.id: life for p in data.people if (life := days_between(p.birth, p.death)) != ALL_DAYS}
    for claim, id, side in _claims_outside(claims, data, lives, person_ids_of):
        if side == "after" and _category(claim) in ALLOWED_AFTER_DEATH:
            continue
        person = data.person(id)
        limit = f"the birth of {person.name} ({person.birth})"
        if side == "after":
            limit = f"the death of {person.name} ({person.death})"
        yield _finding("outside-life", claim, side, limit, f"person:{id}", "correct a date, name another person")


@finding_rule
def outside_station(data: Dataset) -> Iterator[Finding]:
    """Posts, events and ties that certainly lie outside the life of a station that they name.

    Only a station whose date is an interval has a life. A single date or a set says that it existed at some time in it,
    and nothing about other years.

    Yields
    ------
    Finding
        one for each claim and station.
    """
    yield from outside_station_among((*data.posts, *data.events, *data.ties), data)


def outside_station_among(claims: Iterable[Claim], data: Dataset) -> Iterator[Finding]:
    """The findings of `outside_station` for the given claims."""
    lives = {
        station.id: possible_days(when)
        for station in data.stations
        if (when := station.when) is not None and when.form is DateForm.INTERVAL and not when.doubtful
    }
    claims = (claim for claim in claims if not isinstance(claim, Journey))
    for claim, id, side in _claims_outside(claims, data, lives, station_ids_of):
        allowed = ALLOWED_BEFORE_STATION if side == "before" else ALLOWED_AFTER_STATION
        if not isinstance(claim, Event) or claim.kind not in allowed:
            station = data.station(id)
            limit = f"the dates of the station {station.name} ({station.when})"
            yield _finding("outside-station", claim, side, limit, station.ref, "correct a date, name another station")


def _claims_outside(
    claims: Iterable[Claim],
    data: Dataset,
    lives: Mapping[str, DayRange],
    ids_of: Callable[[Claim], tuple[str, ...]],
) -> Iterator[tuple[Claim, str, str]]:
    """The claims that lie outside the life of a row that they name, with the id of the row and the side."""
    for claim in claims if lives else ():
        for id in dict.fromkeys(ids_of(claim)):
            when = data.date_of(claim) if id in lives else None
            if when and (side := side_outside(when, lives[id], entirely=not isinstance(claim, (Event, Tie)))):
                yield claim, id, side


def side_outside(when: When, days: DayRange, *, entirely: bool) -> str | None:
    """Return the side of a life on which a date certainly lies: ``before``, ``after``, or neither.

    Parameters
    ----------
    when : When
        the date.
    days : DayRange
        the earliest first and the latest last day of the life.
    entirely : bool
        whether the date must lie entirely within the life, or only touch it.

    Returns
    -------
    str or None
        ``before`` or ``after``; ``None`` for neither, and for a date in doubt.

    Examples
    --------
    >>> from liaison_atlas.seeds.dates.edtf import parse
    >>> life = days_between(parse("1899"), parse("1937"))
    >>> side_outside(parse("1930/1938"), life, entirely=True), side_outside(parse("1930/1938"), life, entirely=False)
    ('after', None)
    """
    if when.doubtful:
        return None
    start_earliest, start_latest, end_earliest, end_latest = when.enclosing_bounds
    if (start_latest if entirely else end_latest) < days[0]:
        return "before"
    return "after" if (end_earliest if entirely else start_earliest) > days[1] else None


def _finding(code: str, claim: Claim, side: str, limit: str, ref: str, remedy: str) -> Finding:
    phrase = "certainly begins before" if side == "before" else "certainly lasts until after"
    if isinstance(claim, (Event, Tie)):
        phrase = f"certainly lies {side}"
    return Finding(code, claim, date_column(claim), (claim.ref, ref), f"it {phrase} {limit}", remedy)


def _category(claim: Claim) -> str | None:
    return claim.kind if isinstance(claim, Event) else claim.relation if isinstance(claim, Tie) else None
