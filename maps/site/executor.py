"""Runs all tasks of a build, in this process and in others: ``for outcome in run_tasks(context, jobs)``.

The others are forks where the system has them: they share what the first task computed, and a script that builds needs
no ``if __name__``. Elsewhere they are spawned.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextvars import ContextVar
from itertools import islice

from liaison_atlas.maps.site import forks, output_folder
from liaison_atlas.maps.site.build_context import BuildContext, Outcome

MAX_JOBS = 32  # each is a process of some 150 MB
_MAX_QUEUED = 100  # so many that no process waits for a task, so few that their futures take no memory to speak of


def run_tasks(context: BuildContext, jobs: int) -> Generator[Outcome, None, None]:
    """Run every task, and yield the outcome of each when it is done.

    Parameters
    ----------
    context : BuildContext
    jobs : int
        number of processes that make files; with 1, this one makes them all.

    Raises
    ------
    SiteError
        if the disk is full, or a process was killed.
    """
    numbers = iter(range(len(context.tasks)))
    # This process works alone up to the first task whose files must be made. If there is none, no other is started. If
    # there is one, the forks share what it computed, such as the land and the fonts.
    for number in numbers:
        outcome = context.run_task(number)
        yield outcome
        if outcome.rebuilt and jobs > 1:
            break
    if remaining := list(numbers):
        yield from _run_in_processes(context, remaining, min(jobs, MAX_JOBS))


def _run_in_processes(context: BuildContext, numbers: list[int], jobs: int) -> Iterator[Outcome]:
    fork = forks.can_fork()
    # Spawned processes must compute everything again: they run the expensive tasks, and this process the others.
    in_pool = [n for n in numbers if fork or (context.tasks[n].expensive and not context.is_reusable(n))]
    here = sorted({*numbers} - {*in_pool})
    others = multiprocessing.active_children()
    mp_context = multiprocessing.get_context("fork" if fork else "spawn")
    # Forks are all started by the first `submit`, before the pool has a thread.
    with ProcessPoolExecutor(min(jobs, len(in_pool)) or 1, mp_context, _init_worker, (os.getpid(), context)) as pool:
        try:
            futures = (pool.submit(_run_task, number) for number in in_pool)
            with forks.no_warning_of_threads():
                pending = set(islice(futures, _MAX_QUEUED))
            yield from map(context.run_task, here)
            while pending:
                done, pending = wait(pending, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
                pending.update(islice(futures, len(done)))
        except BaseException as error:
            # The pool would wait until they have done their tasks.
            for process in multiprocessing.active_children():
                if process not in others:
                    process.kill()
                    process.join()
            if isinstance(error, BrokenProcessPool):
                message = "a process that made files was ended from outside, perhaps for want of memory"
                raise output_folder.SiteError(f"{message}; try fewer of them, with -j 1") from error
            raise


def _init_worker(parent: int, context: BuildContext) -> None:
    """Initialize a process of the pool."""
    forks.init_child(parent)
    _CONTEXT.set(context)  # a spawned process is sent it once, for all tasks


def _run_task(number: int) -> Outcome:
    return _CONTEXT.get().run_task(number)


_CONTEXT: ContextVar[BuildContext] = ContextVar("_CONTEXT")
