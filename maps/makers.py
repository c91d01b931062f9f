"""Makes pieces of work, those that may be made apart in processes of their own: ``with Makers(jobs) as makers``.

Where the system allows it they are forks, which have imported everything already and need no ``if __name__`` in the
script that builds; else they are started anew.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from maps import site
from maps.plan import Work

MOST_JOBS = 32  # each is a process of some 150 MB
Made = Callable[[], tuple[bytes, ...]]
_PR_SET_PDEATHSIG = 1


class Makers:
    """Takes work with `begin` and gives, for each piece, a function that waits for its contents.

    Parameters
    ----------
    jobs : int
        how many processes make what may be made apart; with one, nothing is started.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = min(jobs, MOST_JOBS)
        self._pool: ProcessPoolExecutor | None = None
        self._met_one = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(wait=error is None, cancel_futures=True)

    def begin(self, work: Work) -> tuple[Made, bool]:
        """Begin a piece of work, or have it made when its contents are asked for; and whether it is made elsewhere."""
        if self.jobs < 2 or not work.apart:
            return work.make, False
        # The first is made here and at once. A change of one year starts no process; and what was found for one, the
        # land and the letters, the forks need not find again.
        if not self._met_one:
            self._met_one = True
            contents = work.make()
            return lambda: contents, False
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside threads of numpy's, which sleep
            future = self._started().submit(work.make)

        def result() -> tuple[bytes, ...]:
            try:
                return future.result()
            except BrokenProcessPool:
                told = "a process that drew was ended from outside, perhaps for want of memory"
                raise site.SiteError(f"{told}; try fewer of them, with -j 1") from None

        return result, True

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            fork = sys.platform == "linux" and threading.active_count() == 1
            context = get_context("fork" if fork else "spawn")
            self._pool = ProcessPoolExecutor(self.jobs, context, _begun, (os.getpid(),))
        return self._pool


def _begun(parent: int) -> None:
    """What a process does first: it must not outlive a build that is killed, nor hold its lock."""
    site.let_go()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
