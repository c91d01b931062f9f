"""Processes that are forks of this one: they have imported and found everything that it has.

A `Fork` answers with messages, which do not hold it up; an `Aside` finds one answer while others go on, and all that
are forked later can wait for it.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import pickle
import signal
import struct
import sys
import threading
import warnings
from collections.abc import Callable
from typing import Any

from maps import site

_PR_SET_PDEATHSIG = 1
_LENGTH = struct.Struct(">Q")
Send = Callable[[Any], None]


def possible() -> bool:
    """Whether this process can be forked: where it has threads, one of them may hold a lock that a fork waits for."""
    return sys.platform == "linux" and threading.active_count() == 1


def begun(parent: int) -> None:
    """What a process does first: it must not outlive a build that is killed, nor hold its lock."""
    site.let_go()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


class Fork:
    """A process that does some work and sends messages.

    Parameters
    ----------
    work : callable
        called there with a function that sends a message, anything that can be pickled.
    """

    def __init__(self, work: Callable[[Send], None]) -> None:
        self.ended: int | None = None
        """Its exit code, once it has ended; nought where the work was done."""
        self._heard = b""
        self.ear, mouth = os.pipe()
        self._id = _fork(lambda: work(lambda message: _say(mouth, message)))
        os.close(mouth)

    def listen(self) -> list[Any]:
        """What it has sent since; waits where it has sent nothing. At its end there is nothing, and it has ``ended``."""
        more = os.read(self.ear, 65536)
        if not more:
            self.ended = os.waitstatus_to_exitcode(os.waitpid(self._id, 0)[1])
        self._heard += more
        messages = []
        while len(self._heard) >= _LENGTH.size:
            end = _LENGTH.size + _LENGTH.unpack_from(self._heard)[0]
            if len(self._heard) < end:
                break
            messages.append(pickle.loads(self._heard[_LENGTH.size : end]))  # noqa: S301  # from a fork of ours
            self._heard = self._heard[end:]
        return messages

    def end(self) -> None:
        """End it, wherever it is, and wait until it has."""
        if self.ended is None:  # else its number may be another's by now
            _end(self._id)
        os.close(self.ear)


class Aside:
    """Bytes that a fork finds meanwhile.

    Parameters
    ----------
    find : callable
        called there; and here, should the fork be ended before it has an answer.
    """

    def __init__(self, find: Callable[[], bytes]) -> None:
        self._find = find
        self._shelf = os.memfd_create("aside")
        # Nobody writes into this pipe. When its one writer ends, whoever reads it knows.
        self._ending, mouth = os.pipe()
        self._id = _fork(self._put)
        os.close(mouth)

    def _put(self) -> None:
        found = self._find()
        done = _LENGTH.size
        while done < _LENGTH.size + len(found):
            done += os.pwrite(self._shelf, found[done - _LENGTH.size :], done)
        os.pwrite(self._shelf, _LENGTH.pack(len(found) + 1), 0)  # last, so that it stands for the whole

    def answer(self) -> bytes:
        """The bytes, as soon as they are there."""
        os.read(self._ending, 1)
        told = os.pread(self._shelf, _LENGTH.size, 0)
        if len(told) < _LENGTH.size or not (length := _LENGTH.unpack(told)[0]):
            return self._find()
        return os.pread(self._shelf, length - 1, _LENGTH.size)

    def end(self) -> None:
        """End the fork, and drop what it has found."""
        _end(self._id)
        os.close(self._ending)
        os.close(self._shelf)


def _fork(work: Callable[[], None]) -> int:
    """Do some work in a fork, which then ends."""
    parent = os.getpid()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside threads of numpy's, which sleep
        id = os.fork()
    if id:
        return id
    code = 1
    try:
        begun(parent)
        gc.freeze()  # what is there stays: to look through it for garbage would copy it
        work()
        code = 0
    finally:
        os._exit(code)  # whatever was raised: this is not the place where it is told


def _say(mouth: int, message: Any) -> None:
    body = pickle.dumps(message)
    left = _LENGTH.pack(len(body)) + body
    while left:
        left = left[os.write(mouth, left) :]


def _end(id: int) -> None:
    os.kill(id, signal.SIGKILL)  # its number is its own until it is waited for
    os.waitpid(id, 0)
