"""A claim on a person outside the days between birth and death."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liaison_atlas.seeds.checks.check_registry import finding_rule
from liaison_atlas.seeds.checks.finding import Finding, date_column
from liaison_atlas.seeds.dates.day_ranges import ALL_DAYS, DayRange, days_between
from liaison_atlas.seeds.dates.when import When
from liaison_atlas.seeds.inference.inference_rules import ALLOWED_AFTER_DEATH
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, Event, Journey, Person, Post, Tie


@finding_rule
def outside_life(data: Dataset) -> Iterator[Finding]:
    """Claims that certainly fall outside the life of a person whom they name.

    A tenure or a journey must lie entirely within a life: it may neither begin before the birth nor end after the
    death. An event or a tie only touches a life: it may not lie entirely before or after it.
    """
    yield from outside_life_among(data.claims, data)


def outside_life_among(claims: Iterable[Claim], data: Dataset) -> Iterator[Finding]:
    """The same for some of the claims."""
    lives = {person.id: life for person in data.people if (life := _life_range(person)) != ALL_DAYS}
    people = {person.id: person for person in data.people}
    for claim in claims if lives else ():
        when = data.date_of(claim)
        for id in _person_ids(claim):
            if when is None or id not in lives:
                continue
            side = side_outside(when, lives[id], entirely=not isinstance(claim, (Event, Tie)))
            if side is None or (side == "after" and _category(claim) in ALLOWED_AFTER_DEATH):
                continue
            person = people[id]
            limit_text = f"the birth of {person.name} ({person.birth})"
            if side == "after":
                limit_text = f"the death of {person.name} ({person.death})"
            yield Finding(
                "outside-life",
                claim,
                date_column(claim),
                (claim.ref, f"person:{id}"),
                f"it {outside_phrase(claim, side)} {limit_text}",
                "mend a date, name another person",
            )


def side_outside(when: When, days: DayRange, *, entirely: bool) -> str | None:
    """On which side of a life a date certainly lies: ``before``, ``after``, or neither.

    Parameters
    ----------
    when : When
    days : DayRange
        the earliest first and the latest last day of the life.
    entirely : bool
        whether the date must lie entirely within the life, or only touch it.

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
    if (end_earliest if entirely else start_earliest) > days[1]:
        return "after"
    return None


def outside_phrase(claim: Claim, side: str) -> str:
    """The predicate of a claim that lies outside a life, up to the word that the life's end follows."""
    if isinstance(claim, (Event, Tie)):
        return f"certainly lies {side}"
    return "certainly begins before" if side == "before" else "certainly lasts until after"


def _life_range(person: Person) -> DayRange:
    """The earliest birth and the latest death; without limit where one is not known or in doubt."""
    return days_between(person.birth, person.death)


def _person_ids(claim: Claim) -> tuple[str, ...]:
    if isinstance(claim, Post):
        return (claim.person,)
    if isinstance(claim, Tie):
        return (claim.person, claim.other)
    return tuple(dict.fromkeys(claim.people)) if isinstance(claim, (Journey, Event)) else ()


def _category(claim: Claim) -> str | None:
    return claim.kind if isinstance(claim, Event) else claim.relation if isinstance(claim, Tie) else None
