"""The rows that a row names: people, stations, and chains of rows, such as places within places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from liaison_atlas.seeds.tables.records import Event, Journey, Post, Tie


def ids_in(cell: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """The ids in a cell."""
    return cell if isinstance(cell, tuple) else (cell,) if cell else ()


def person_ids_of(row: object) -> tuple[str, ...]:
    """The people that a claim names."""
    if isinstance(row, Journey | Event):
        return row.people
    if isinstance(row, Tie):
        return row.person, row.other
    return (row.person,) if isinstance(row, Post) else ()


def station_ids_of(row: object) -> tuple[str, ...]:
    """The stations that a claim depends on."""
    if isinstance(row, Event):
        return row.stations
    return ids_in(row.station) if isinstance(row, Post | Journey | Tie) else ()


def reference_chains(next_ids: Mapping[str, str | None]) -> Iterator[tuple[list[str], list[str]]]:
    """Every id once, in chains in which each id names the next, with the cycle at the end of a chain, if there is one.

    A chain ends before an id that is not among the keys, or that is already in this chain or an earlier one.

    Yields
    ------
    (list of str, list of str)
        a chain, and the ids of its cycle; empty if it has none.

    Examples
    --------
    >>> list(reference_chains({"vienna": "austria", "austria": None, "graz": "austria"}))
    [(['vienna', 'austria'], []), (['graz'], [])]
    >>> list(reference_chains({"a": "b", "b": "c", "c": "b"}))
    [(['a', 'b', 'c'], ['b', 'c'])]
    """
    passed: set[str] = set()
    for start in next_ids:
        chain: dict[str, None] = {}
        at: str | None = start
        while at is not None and at in next_ids and at not in passed and at not in chain:
            chain[at] = None
            at = next_ids[at]
        passed.update(chain)
        ids = list(chain)
        if ids:
            yield ids, ids[ids.index(at) :] if at in chain else []
