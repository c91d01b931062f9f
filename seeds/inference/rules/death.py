"""A post, a tie and a journey end with an event that is the death of a person whom they name.

Such an event is of a kind that the descriptor marks with ``"death": true``.
"""

from __future__ import annotations

from collections.abc import Iterator

from liaison_atlas.seeds.inference.known_times import KnownTimes
from liaison_atlas.seeds.inference.limits import Limit, Side
from liaison_atlas.seeds.inference.rules.life import may_follow_death, people_of
from liaison_atlas.seeds.tables.records import Claim, Journey, Post, Tie

KINDS = (Post, Tie, Journey)


def is_needed(known: KnownTimes) -> bool:
    """Whether any death is among the events."""
    return bool(known.deaths)


def limits_of(claim: Claim, known: KnownTimes) -> Iterator[Limit]:
    """The limits of a claim by the events in which its people died."""
    for id in () if may_follow_death(claim) else people_of(claim):
        if id in known.deaths:
            ref, day = known.deaths[id]
            yield Limit(Side.NOT_AFTER, day, "death", ref)
