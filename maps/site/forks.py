"""Processes that are forks of this one: they have imported and found everything that it has.

A `Fork` answers with messages, which do not hold it up; an `BackgroundResult` finds one answer while others go on, and all that
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

from maps.site import output_folder

_PR_SET_PDEATHSIG = 1
_LENGTH = struct.Struct(">Q")
Send = Callable[[Any], None]


def can_fork() -> bool:
    """Whether this process can be forked: where it has threads, one of them may hold a lock that a fork waits for."""
    return sys.platform == "linux" and threading.active_count() == 1


def init_child(parent: int) -> None:
    """What a process does first: it must not outlive a build that is killed, nor hold its lock."""
    output_folder.close_inherited_locks()
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
    target : callable
        called there with a function that sends a message, anything that can be pickled.
    """

    def __init__(self, target: Callable[[Send], None]) -> None:
        self.exit_code: int | None = None
        """Its exit code, once it has ended; nought where the work was done."""
        self._received = b""
        self.read_fd, write_fd = os.pipe()
        self._pid = _fork(lambda: target(lambda message: _send(write_fd, message)))
        os.close(write_fd)

    def receive(self) -> list[Any]:
        """What it has sent since; waits where it has sent nothing. At its end there is nothing, and it has ``exit_code``."""
        chunk = os.read(self.read_fd, 65536)
        if not chunk:
            self.exit_code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        self._received += chunk
        messages = []
        while len(self._received) >= _LENGTH.size:
            end = _LENGTH.size + _LENGTH.unpack_from(self._received)[0]
            if len(self._received) < end:
                break
            messages.append(pickle.loads(self._received[_LENGTH.size : end]))  # noqa: S301  # from a fork of ours
            self._received = self._received[end:]
        return messages

    def stop(self) -> None:
        """End it, wherever it is, and wait until it has."""
        if self.exit_code is None:  # else its number may be another's by now
            _kill(self._pid)
        os.close(self.read_fd)


class BackgroundResult:
    """Bytes that a fork finds meanwhile.

    Parameters
    ----------
    compute : callable
        called there; and here, should the fork be ended before it has an answer.
    """

    def __init__(self, compute: Callable[[], bytes]) -> None:
        self._compute = compute
        self._result_fd = os.memfd_create("aside")
        # Nobody writes into this pipe. When its one writer ends, whoever reads it knows.
        self._end_fd, write_fd = os.pipe()
        self._pid = _fork(self._write_result)
        os.close(write_fd)

    def _write_result(self) -> None:
        result = self._compute()
        written = _LENGTH.size
        while written < _LENGTH.size + len(result):
            written += os.pwrite(self._result_fd, result[written - _LENGTH.size :], written)
        os.pwrite(self._result_fd, _LENGTH.pack(len(result) + 1), 0)  # last, so that it stands for the whole

    def result(self) -> bytes:
        """The bytes, as soon as they are there."""
        os.read(self._end_fd, 1)
        header = os.pread(self._result_fd, _LENGTH.size, 0)
        if len(header) < _LENGTH.size or not (length := _LENGTH.unpack(header)[0]):
            return self._compute()
        return os.pread(self._result_fd, length - 1, _LENGTH.size)

    def stop(self) -> None:
        """End the fork, and drop what it has found."""
        _kill(self._pid)
        os.close(self._end_fd)
        os.close(self._result_fd)


def _fork(target: Callable[[], None]) -> int:
    """Do some work in a fork, which then ends."""
    parent = os.getpid()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside threads of numpy's, which sleep
        id = os.fork()
    if id:
        return id
    code = 1
    try:
        init_child(parent)
        gc.freeze()  # what is there stays: to look through it for garbage would copy it
        target()
        code = 0
    finally:
        os._exit(code)  # whatever was raised: this is not the place where it is told


def _send(write_fd: int, message: Any) -> None:
    body = pickle.dumps(message)
    remaining = _LENGTH.pack(len(body)) + body
    while remaining:
        remaining = remaining[os.write(write_fd, remaining) :]


def _kill(id: int) -> None:
    os.kill(id, signal.SIGKILL)  # its number is its own until it is waited for
    os.waitpid(id, 0)
