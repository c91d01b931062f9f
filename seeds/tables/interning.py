"""The distinct values of a column with many rows. A check tests these few values before it searches the rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from operator import attrgetter
from typing import Any, TypeVar

A = TypeVar("A")
V = TypeVar("V", bound=Hashable)


def distinct_objects(rows: Iterable[object], column: str) -> Collection[Any]:
    """Return the values of a column, each once, in the order of their first row.

    Returns
    -------
    collection
        the distinct values.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> list(distinct_objects([SimpleNamespace(role=role) for role in ("head", "agent", "head")], "role"))
    ['head', 'agent']
    """
    return dict.fromkeys(column_values(rows, column)).keys()


def map_distinct(values: Iterable[V], function: Callable[[V], A]) -> list[A]:
    """Call a function once for each distinct value and return the results in the order of the values.

    Returns
    -------
    list
        one result for each value.

    Examples
    --------
    >>> map_distinct(("head", "agent", "head"), len)
    [4, 5, 4]
    """
    values = list(values)
    known = {value: function(value) for value in dict.fromkeys(values)}
    return list(map(known.__getitem__, values))


def column_values(rows: Iterable[object], column: str) -> Iterable[Any]:
    """The values of a column, in the order of the rows."""
    return map(attrgetter(column), rows)
