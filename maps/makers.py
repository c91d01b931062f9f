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

from maps import forks, site
from maps.forks import Fork, Send
from maps.workshop import Told, Workshop

MOST_JOBS = 32  # each is a process of some 150 MB
_TICKET = struct.Struct(">I")
_MOST_TICKETS = 10_000  # a pipe holds sixteen thousand


def all_done(workshop: Workshop, jobs: int) -> Generator[Told, None, None]:
    """Do every piece of work, and tell of each when it is done.

    Parameters
    ----------
    workshop : Workshop
    jobs : int
        how many processes work, this one included; with one, nothing is started.

    Raises
    ------
    SiteError
        where the disk is full, or a process was ended from outside.
    """
    numbers = iter(range(len(workshop.works)))
    # Up to the first piece that must be made, this process goes alone: where nothing must be, none is started;
    # and what is found for it, the land and the letters, the forks need not find again.
    for number in numbers:
        told = workshop.do(number)
        yield told
        if told.made and jobs > 1:
            break
    left = list(numbers)
    if forks.possible():
        for first in range(0, len(left), _MOST_TICKETS):
            yield from _in_forks(workshop, left[first : first + _MOST_TICKETS], min(jobs, MOST_JOBS))
    elif left:
        yield from _in_new_processes(workshop, left, min(jobs, MOST_JOBS))


def _in_forks(workshop: Workshop, numbers: list[int], jobs: int) -> Iterator[Told]:
    """Each process, this one too, takes a ticket when it has done the one before."""
    tickets = _tickets(numbers)
    others: list[Fork] = []
    try:
        for _ in range(min(jobs, len(numbers)) - 1):
            others.append(Fork(lambda send: _work(workshop, tickets, send)))  # one by one: those begun must be ended
        while ticket := os.read(tickets, _TICKET.size):
            yield workshop.do(_TICKET.unpack(ticket)[0])
            yield from _heard(others, 0)
        while any(fork.ended is None for fork in others):
            yield from _heard(others, None)
    finally:
        for fork in others:
            fork.end()
        os.close(tickets)


def _tickets(numbers: list[int]) -> int:
    """A pipe with the numbers in it: whoever reads one has it alone, and after the last it ends."""
    out, into = os.pipe()
    os.write(into, b"".join(map(_TICKET.pack, numbers)))
    os.close(into)
    return out


def _work(workshop: Workshop, tickets: int, send: Send) -> None:
    """What a fork does, until there are no tickets."""
    try:
        while ticket := os.read(tickets, _TICKET.size):
            send(workshop.do(_TICKET.unpack(ticket)[0]))
    except Exception as error:
        send(_that_can_be_sent(error))


def _that_can_be_sent(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  # pickled here
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _heard(others: list[Fork], wait_s: float | None) -> Iterator[Told]:
    """What the other processes have told; waits for it where no time is given."""
    talking = {fork.ear: fork for fork in others if fork.ended is None}
    for ear in select.select(list(talking), [], [], wait_s)[0]:
        for told in talking[ear].listen():
            if isinstance(told, Exception):
                raise told
            yield told
        if talking[ear].ended:
            raise _ended()


def _ended() -> site.SiteError:
    told = "a process that made files was ended from outside, perhaps for want of memory"
    return site.SiteError(f"{told}; try fewer of them, with -j 1")


def _in_new_processes(workshop: Workshop, numbers: list[int], jobs: int) -> Iterator[Told]:
    """Each is started anew and has to find everything again: they draw, and all else is done here meanwhile."""
    here: list[int] = []
    to_draw: list[int] = []
    for number in numbers:
        apart = jobs > 1 and workshop.works[number].drawn and not workshop.can_keep(number)
        (to_draw if apart else here).append(number)
    if not to_draw:
        yield from map(workshop.do, here)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(to_draw)), context, _begin, (os.getpid(), workshop)) as pool:
        try:
            drawn = pool.map(_do, to_draw)
            yield from map(workshop.do, here)
            yield from drawn
        except BrokenProcessPool:
            raise _ended() from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _begin(parent: int, workshop: Workshop) -> None:
    """What a process does first that was started anew."""
    forks.begun(parent)
    global _WORKSHOP  # it comes once, and serves for every number
    _WORKSHOP = workshop


def _do(number: int) -> Told:
    if _WORKSHOP is None:
        raise RuntimeError("this process was not begun")
    return _WORKSHOP.do(number)


_WORKSHOP: Workshop | None = None
