"""Two heads of one station at one time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from seeds.dataset import Dataset
from seeds.findings.days import certain_days, meetings, told
from seeds.findings.finding import Finding
from seeds.problems import shown
from seeds.records import Post, Rank

HEAD = "head"


def two_heads(data: Dataset) -> Iterator[Finding]:
    """Posts of the role ``head`` at one station, of two people, that certainly held on one day.

    A post whose rank is deprecated counts for nothing here.
    """
    heads = [p for p in data.posts if p.role == HEAD and p.station is not None and p.rank is not Rank.DEPRECATED]
    names = {person.id: person.name for person in data.people}
    for station, posts in groupby(sorted(heads, key=_station), key=_station):
        stretches = [(days, post) for post in posts for days in certain_days(data.date_of(post))]
        for first, second, days in meetings(stretches):
            if first.person != second.person:
                name = names.get(first.person, first.person)
                yield Finding(
                    "two-heads",
                    second,
                    "when",
                    (first.ref, second.ref),
                    f"{told(days)} {name} ({first.ref}) is certainly head of {shown(station)} too",
                    "mend a date, give one of them another role, rank one as deprecated",
                )


def _station(post: Post) -> str:
    return post.station or ""
