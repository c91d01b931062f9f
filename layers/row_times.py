"""Finds the rows that hold in given days: each distinct time is evaluated once, and only if it can hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from liaison_atlas.seeds.dates.claim_time import ClaimTime, joint_holding
from liaison_atlas.seeds.dates.when import Holding

_NOT_HOLDING = -1
_HOLDINGS = (Holding.SEEN, Holding.POSSIBLE, Holding.UNDATED)


class RowTimes(dict[str, tuple[ClaimTime, ...]]):
    """The times of rows by ref; a row with several times holds when all of them do."""

    def rows_holding(self, refs: Sequence[str], first: int, last: int) -> tuple[NDArray[np.bool_], list[str]]:
        """Whether each row holds in the days from ``first`` to ``last``, and how surely.

        Parameters
        ----------
        refs : sequence of str, length n
            the ids of the rows.
        first, last : int
            days since 1970-01-01, both included.

        Returns
        -------
        mask : array of bool, shape (n,)
            which rows hold.
        holdings : list of str
            the value of the `Holding` of each row that holds.
        """
        table = self._distinct_times
        rows = table.distinct_index[table.refs.get_indexer(pd.Index(refs, dtype=object))]
        holdings = np.full(len(table.distinct), _NOT_HOLDING, dtype=np.int8)
        # In a long period few times reach into any one year: only those are evaluated.
        wanted = np.zeros(len(table.distinct), dtype=bool)
        wanted[rows] = True
        for number in np.flatnonzero(wanted & (table.first_days <= last) & (table.last_days >= first)).tolist():
            holding = joint_holding(table.distinct[number], first, last)
            holdings[number] = _NOT_HOLDING if holding is Holding.NOT else _HOLDINGS.index(holding)
        row_holdings = holdings[rows]
        holds = row_holdings != _NOT_HOLDING
        return holds, [_HOLDINGS[holding].value for holding in row_holdings[holds].tolist()]

    @cached_property
    def _distinct_times(self) -> _DistinctTimes:
        numbers = {times: number for number, times in enumerate(dict.fromkeys(self.values()))}
        rows = np.fromiter(map(numbers.__getitem__, self.values()), dtype=np.intp, count=len(self))
        distinct = list(numbers)
        outer_days = [[time.possible_days for time in times] for times in distinct]
        first_day = np.array([max(first_day for first_day, _ in each) for each in outer_days], dtype=float)
        last_day = np.array([min(last_day for _, last_day in each) for each in outer_days], dtype=float)
        return _DistinctTimes(pd.Index(list(self), dtype=object), rows, distinct, first_day, last_day)


@dataclass(frozen=True)
class _DistinctTimes:
    """The distinct times, the first and last day on which each can hold, and for each row the number of its time."""

    refs: pd.Index
    distinct_index: NDArray[np.intp]
    distinct: list[tuple[ClaimTime, ...]]
    first_days: NDArray[np.float64]
    last_days: NDArray[np.float64]
