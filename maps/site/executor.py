"""Runs all tasks of a build, in this process and in others: ``for outcome in run_tasks(context, jobs)``.

The others are forks where the system has them: they share what the first task computed, and a script that builds needs
no ``if __name__``. Elsewhere they are spawned.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import select
import struct
from collections.abc import Generator, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextvars import ContextVar

from maps.site import forks, output_folder
from maps.site.build_context import BuildContext, Outcome
from maps.site.forks import Fork, Send

MAX_JOBS = 32  # each is a process of some 150 MB
_TASK_NUMBER = struct.Struct(">I")
_MAX_QUEUED = 10_000  # a pipe holds sixteen thousand


def run_tasks(context: BuildContext, jobs: int) -> Generator[Outcome, None, None]:
    """Run every task, and yield the outcome of each when it is done.

    Parameters
    ----------
    context : BuildContext
    jobs : int
        number of processes, this one included; with 1, no other is started.

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
    remaining = list(numbers)
    if forks.can_fork():
        for first in range(0, len(remaining), _MAX_QUEUED):
            yield from _run_in_forks(context, remaining[first : first + _MAX_QUEUED], min(jobs, MAX_JOBS))
    elif remaining:
        yield from _run_in_spawned_processes(context, remaining, min(jobs, MAX_JOBS))


def _run_in_forks(context: BuildContext, numbers: list[int], jobs: int) -> Iterator[Outcome]:
    """Each process, this one too, takes the next task from the queue when it has done the one before."""
    queue = _task_queue(numbers)
    workers: list[Fork] = []
    try:
        for _ in range(min(jobs, len(numbers)) - 1):
            # Appended one by one, so that those that were started are stopped if the next cannot be.
            workers.append(Fork(lambda send: _run_worker(context, queue, send)))
        while packed_number := os.read(queue, _TASK_NUMBER.size):
            yield context.run_task(_TASK_NUMBER.unpack(packed_number)[0])
            yield from _received_outcomes(workers, 0)
        while any(fork.exit_code is None for fork in workers):
            yield from _received_outcomes(workers, None)
    finally:
        for fork in workers:
            fork.stop()
        os.close(queue)


def _task_queue(numbers: list[int]) -> int:
    """A pipe with the task numbers: each is read by one process, and after the last it is at its end."""
    read_fd, write_fd = os.pipe()
    os.write(write_fd, b"".join(map(_TASK_NUMBER.pack, numbers)))
    os.close(write_fd)
    return read_fd


def _run_worker(context: BuildContext, queue: int, send: Send) -> None:
    """Run tasks in a fork until the queue is empty."""
    try:
        while packed_number := os.read(queue, _TASK_NUMBER.size):
            send(context.run_task(_TASK_NUMBER.unpack(packed_number)[0]))
    except Exception as error:
        send(_picklable(error))


def _picklable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  # pickled here
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _received_outcomes(workers: list[Fork], wait_s: float | None) -> Iterator[Outcome]:
    """Outcomes that the workers have sent; waits for some if no time is given."""
    workers_by_fd = {fork.read_fd: fork for fork in workers if fork.exit_code is None}
    for read_fd in select.select(list(workers_by_fd), [], [], wait_s)[0]:
        for outcome in workers_by_fd[read_fd].receive():
            if isinstance(outcome, Exception):
                raise outcome
            yield outcome
        if workers_by_fd[read_fd].exit_code:
            raise _worker_killed_error()


def _worker_killed_error() -> output_folder.SiteError:
    message = "a process that made files was ended from outside, perhaps for want of memory"
    return output_folder.SiteError(f"{message}; try fewer of them, with -j 1")


def _run_in_spawned_processes(context: BuildContext, numbers: list[int], jobs: int) -> Iterator[Outcome]:
    """Spawned processes must compute everything again: they run the expensive tasks, and this process the others."""
    here: list[int] = []
    expensive: list[int] = []
    for number in numbers:
        spawn_worthwhile = jobs > 1 and context.tasks[number].expensive and not context.is_reusable(number)
        (expensive if spawn_worthwhile else here).append(number)
    if not expensive:
        yield from map(context.run_task, here)
        return
    mp_context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(expensive)), mp_context, _init_worker, (os.getpid(), context)) as pool:
        try:
            expensive_outcomes = pool.map(_run_task, expensive)
            yield from map(context.run_task, here)
            yield from expensive_outcomes
        except BrokenProcessPool:
            raise _worker_killed_error() from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _init_worker(parent: int, context: BuildContext) -> None:
    """Initialize a spawned process."""
    forks.init_child(parent)
    _CONTEXT.set(context)  # it is sent once, for all tasks


def _run_task(number: int) -> Outcome:
    return _CONTEXT.get().run_task(number)


_CONTEXT: ContextVar[BuildContext] = ContextVar("_CONTEXT")
