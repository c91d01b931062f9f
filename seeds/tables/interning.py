"""The distinct values of a column of many rows: a check tests these few before it goes through the rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from operator import attrgetter
from typing import Any, TypeVar

A = TypeVar("A")
V = TypeVar("V")


def distinct_objects(rows: Iterable[object], column: str) -> Collection[Any]:
    """The values of a column in the order of their first row, each object once.

    Objects are compared by identity. Equal cells are one object already (`seeds.tables.cell_values`), and comparing
    tuples of citations would take as long as checking every row.

    >>> from types import SimpleNamespace
    >>> head, agent = ("head",), ("agent",)
    >>> list(distinct_objects([SimpleNamespace(role=role) for role in (head, agent, head)], "role"))
    [('head',), ('agent',)]
    """
    values = list(map(attrgetter(column), rows))
    return dict(zip(map(id, values), values, strict=True)).values()


def map_distinct(values: Iterable[V], function: Callable[[V], A]) -> list[A]:
    """Call a function once for each distinct object and return the results in the order of the values.

    >>> map_distinct(("head", "agent", "head"), len)
    [4, 5, 4]
    """
    values = list(values)
    keys = list(map(id, values))
    known = {key: function(value) for key, value in dict(zip(keys, values, strict=True)).items()}
    return list(map(known.__getitem__, keys))


def column_values(rows: Iterable[object], column: str) -> Iterable[Any]:
    """The values of a column, in the order of the rows."""
    return map(attrgetter(column), rows)
