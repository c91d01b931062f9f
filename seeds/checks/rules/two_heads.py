"""Report two heads of one station at the same time."""

from __future__ import annotations

from collections.abc import Iterator

from liaison_atlas.seeds.checks.check_registry import Finding, finding_rule
from liaison_atlas.seeds.dates.day_ranges import DayRange, certain_days, day_range_text, overlapping_pairs
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import quoted
from liaison_atlas.seeds.tables.records import Post, Rank

HEAD_ROLE = "head"


@finding_rule
def two_heads(data: Dataset) -> Iterator[Finding]:
    """Posts of two people with the role ``head`` at one station that certainly held on one day.

    Posts with a deprecated rank are ignored.

    Yields
    ------
    Finding
        one for each pair of posts.
    """
    names = {person.id: person.name for person in data.people}
    heads: dict[str, list[tuple[DayRange, Post]]] = {}
    for post in data.posts:
        if post.role == HEAD_ROLE and post.station is not None and post.rank is not Rank.DEPRECATED:
            heads.setdefault(post.station, []).extend((days, post) for days in certain_days(data.date_of(post)))
    for station, tenures in heads.items():
        for first, second, days in overlapping_pairs(tenures):
            if first.person != second.person:
                name = names.get(first.person, first.person)
                message = f"{day_range_text(days)} {name} ({first.ref}) is certainly also head of {quoted(station)}"
                remedy = "correct a date, give one of them another role, rank one as deprecated"
                yield Finding("two-heads", second, "when", (first.ref, second.ref), message, remedy)
