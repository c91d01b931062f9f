"""What stands in a column of many rows, each value once: a check asks the few values before it goes through the rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from operator import attrgetter
from typing import Any


def each_once(rows: Iterable[object], column: str) -> Collection[Any]:
    """The values of a column in the order in which they are met, each object once.

    Objects are told apart, not what they say: cells that say the same are one object already (`seeds.cells`), and to
    compare tuples of citations would take as long as to ask every row.

    >>> from types import SimpleNamespace
    >>> head, agent = ("head",), ("agent",)
    >>> list(each_once([SimpleNamespace(role=role) for role in (head, agent, head)], "role"))
    [('head',), ('agent',)]
    """
    return {id(value): value for value in map(attrgetter(column), rows)}.values()
