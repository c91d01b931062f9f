"""A post, a tie and a journey lie within the lives of the people whom they name.

The limits are the earliest birth and the latest death in people.csv. What may follow a death, such as a successor, has
no limit there.
"""

from __future__ import annotations

from collections.abc import Iterator

from liaison_atlas.seeds.dates.days import UNBOUNDED
from liaison_atlas.seeds.inference.known_times import KnownTimes
from liaison_atlas.seeds.inference.limits import Limit, Side
from liaison_atlas.seeds.tables.records import Claim, Journey, Post, Tie

ALLOWED_AFTER_DEATH = frozenset({"publication", "wrote-of", "implicated-in-death-of", "succeeded", "same-as"})
"""Kinds of events and ties that may follow a death: writings appear, their author is written of, a successor comes."""


KINDS = (Post, Tie, Journey)


def is_needed(known: KnownTimes) -> bool:
    """Whether any life is known."""
    return bool(known.lives)


def limits_of(claim: Claim, known: KnownTimes) -> Iterator[Limit]:
    """The limits of a claim by the lives of its people."""
    lives = known.lives
    for id in people_of(claim):
        if id not in lives:
            continue
        born, died = lives[id]
        if born > -UNBOUNDED:
            yield Limit(Side.NOT_BEFORE, born, "life", f"person:{id}")
        if died < UNBOUNDED and not may_follow_death(claim):
            yield Limit(Side.NOT_AFTER, died, "life", f"person:{id}")


def people_of(claim: Claim) -> tuple[str, ...]:
    """The people who must live while a claim holds; an event only concerns people."""
    if isinstance(claim, Post):
        return (claim.person,)
    if isinstance(claim, Tie):
        return claim.person, claim.other
    return claim.people if isinstance(claim, Journey) else ()


def may_follow_death(claim: Claim) -> bool:
    """Whether a claim may be later than the death of a person whom it names."""
    return isinstance(claim, Tie) and claim.relation in ALLOWED_AFTER_DEATH
