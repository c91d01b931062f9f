"""Two heads of one station at one time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from liaison_atlas.seeds.checks.check_registry import finding_rule
from liaison_atlas.seeds.checks.finding import Finding
from liaison_atlas.seeds.dates.day_ranges import certain_days, day_range_text, overlapping_pairs
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import quoted
from liaison_atlas.seeds.tables.records import Post, Rank

HEAD_ROLE = "head"


@finding_rule
def two_heads(data: Dataset) -> Iterator[Finding]:
    """Posts of the role ``head`` at one station, of two people, that certainly held on one day.

    A post whose rank is deprecated counts for nothing here.
    """
    heads = [p for p in data.posts if p.role == HEAD_ROLE and p.station is not None and p.rank is not Rank.DEPRECATED]
    names = {person.id: person.name for person in data.people}
    for station, posts in groupby(sorted(heads, key=_station_id), key=_station_id):
        day_ranges = [(days, post) for post in posts for days in certain_days(data.date_of(post))]
        for first, second, days in overlapping_pairs(day_ranges):
            if first.person != second.person:
                name = names.get(first.person, first.person)
                yield Finding(
                    "two-heads",
                    second,
                    "when",
                    (first.ref, second.ref),
                    f"{day_range_text(days)} {name} ({first.ref}) is certainly head of {quoted(station)} too",
                    "mend a date, give one of them another role, rank one as deprecated",
                )


def _station_id(post: Post) -> str:
    return post.station or ""
