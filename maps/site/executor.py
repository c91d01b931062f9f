"""Does all work of a workshop, here and in processes beside this one: ``for told in all_done(workshop, jobs)``.

Where the system allows it they are forks, which have found already what was found for the first piece and need no
``if __name__`` in the script that builds; else they are started anew.
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

from maps.site import forks, output_folder
from maps.site.build_context import BuildContext, Outcome
from maps.site.forks import Fork, Send

MAX_JOBS = 32  # each is a process of some 150 MB
_TASK_NUMBER = struct.Struct(">I")
_MAX_QUEUED = 10_000  # a pipe holds sixteen thousand


def run_tasks(context: BuildContext, jobs: int) -> Generator[Outcome, None, None]:
    """Do every piece of work, and tell of each when it is done.

    Parameters
    ----------
    context : Workshop
    jobs : int
        how many processes work, this one included; with one, nothing is started.

    Raises
    ------
    SiteError
        where the disk is full, or a process was ended from outside.
    """
    numbers = iter(range(len(context.tasks)))
    # Up to the first piece that must be made, this process goes alone: where nothing must be, none is started;
    # and what is found for it, the land and the letters, the forks need not find again.
    for number in numbers:
        told = context.run_task(number)
        yield told
        if told.rebuilt and jobs > 1:
            break
    left = list(numbers)
    if forks.can_fork():
        for first in range(0, len(left), _MAX_QUEUED):
            yield from _run_in_forks(context, left[first : first + _MAX_QUEUED], min(jobs, MAX_JOBS))
    elif left:
        yield from _run_in_spawned_processes(context, left, min(jobs, MAX_JOBS))


def _run_in_forks(workshop: BuildContext, numbers: list[int], jobs: int) -> Iterator[Outcome]:
    """Each process, this one too, takes a ticket when it has done the one before."""
    tickets = _task_queue(numbers)
    others: list[Fork] = []
    try:
        for _ in range(min(jobs, len(numbers)) - 1):
            others.append(
                Fork(lambda send: _run_worker(workshop, tickets, send))
            )  # one by one: those begun must be ended
        while ticket := os.read(tickets, _TASK_NUMBER.size):
            yield workshop.run_task(_TASK_NUMBER.unpack(ticket)[0])
            yield from _received_outcomes(others, 0)
        while any(fork.exit_code is None for fork in others):
            yield from _received_outcomes(others, None)
    finally:
        for fork in others:
            fork.stop()
        os.close(tickets)


def _task_queue(numbers: list[int]) -> int:
    """A pipe with the numbers in it: whoever reads one has it alone, and after the last it ends."""
    out, into = os.pipe()
    os.write(into, b"".join(map(_TASK_NUMBER.pack, numbers)))
    os.close(into)
    return out


def _run_worker(workshop: BuildContext, tickets: int, send: Send) -> None:
    """What a fork does, until there are no tickets."""
    try:
        while ticket := os.read(tickets, _TASK_NUMBER.size):
            send(workshop.run_task(_TASK_NUMBER.unpack(ticket)[0]))
    except Exception as error:
        send(_picklable(error))


def _picklable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  # pickled here
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _received_outcomes(others: list[Fork], wait_s: float | None) -> Iterator[Outcome]:
    """What the other processes have told; waits for it where no time is given."""
    talking = {fork.read_fd: fork for fork in others if fork.exit_code is None}
    for ear in select.select(list(talking), [], [], wait_s)[0]:
        for told in talking[ear].receive():
            if isinstance(told, Exception):
                raise told
            yield told
        if talking[ear].exit_code:
            raise _worker_killed_error()


def _worker_killed_error() -> output_folder.SiteError:
    told = "a process that made files was ended from outside, perhaps for want of memory"
    return output_folder.SiteError(f"{told}; try fewer of them, with -j 1")


def _run_in_spawned_processes(workshop: BuildContext, numbers: list[int], jobs: int) -> Iterator[Outcome]:
    """Each is started anew and has to find everything again: they draw, and all else is done here meanwhile."""
    here: list[int] = []
    to_draw: list[int] = []
    for number in numbers:
        apart = jobs > 1 and workshop.tasks[number].expensive and not workshop.is_reusable(number)
        (to_draw if apart else here).append(number)
    if not to_draw:
        yield from map(workshop.run_task, here)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(to_draw)), context, _init_worker, (os.getpid(), workshop)) as pool:
        try:
            drawn = pool.map(_run_task, to_draw)
            yield from map(workshop.run_task, here)
            yield from drawn
        except BrokenProcessPool:
            raise _worker_killed_error() from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _init_worker(parent: int, workshop: BuildContext) -> None:
    """What a process does first that was started anew."""
    forks.init_child(parent)
    global _CONTEXT  # it comes once, and serves for every number
    _CONTEXT = workshop


def _run_task(number: int) -> Outcome:
    if _CONTEXT is None:
        raise RuntimeError("this process was not begun")
    return _CONTEXT.run_task(number)


_CONTEXT: BuildContext | None = None
