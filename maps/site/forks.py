"""Child processes: forks where they are safe, which have everything that this process has imported and computed.

A `BackgroundResult` is computed while other work goes on, and processes that are forked later can wait for it too.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import signal
import struct
import sys
import threading
import warnings
from collections.abc import Callable, Iterator

from maps.site import output_folder

_PR_SET_PDEATHSIG = 1
_LENGTH = struct.Struct(">Q")


def can_fork() -> bool:
    """Whether this process can be forked: if it has threads, one of them may hold a lock that a fork waits for."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextlib.contextmanager
def no_warning_of_threads() -> Iterator[None]:
    """Fork without Python's warning of threads: those that it counts are numpy's, which sleep."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def init_child(parent: int) -> None:
    """Initialize a child process: it must not outlive a build that is killed, nor hold its lock."""
    output_folder.close_inherited_locks()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    gc.freeze()  # what exists stays: collecting garbage in it would copy its memory


class BackgroundResult:
    """Bytes that a fork computes in the background.

    Parameters
    ----------
    compute : callable
        called in the fork; and here, if the fork ends without a result.
    """

    def __init__(self, compute: Callable[[], bytes]) -> None:
        self._compute = compute
        self._result_fd = os.memfd_create("background-result")
        # Nothing is written into this pipe. Reading returns when its only writer ends.
        self._end_fd, write_fd = os.pipe()
        self._pid = _fork(self._write_result)
        os.close(write_fd)

    def _write_result(self) -> None:
        result = self._compute()
        written = _LENGTH.size
        while written < _LENGTH.size + len(result):
            written += os.pwrite(self._result_fd, result[written - _LENGTH.size :], written)
        os.pwrite(self._result_fd, _LENGTH.pack(len(result) + 1), 0)  # last, so that it shows that all is written

    def result(self) -> bytes:
        """The bytes; waits until they are there."""
        os.read(self._end_fd, 1)
        header = os.pread(self._result_fd, _LENGTH.size, 0)
        if len(header) < _LENGTH.size or not (length := _LENGTH.unpack(header)[0]):
            return self._compute()
        return os.pread(self._result_fd, length - 1, _LENGTH.size)

    def stop(self) -> None:
        """Kill the fork, and drop its result."""
        _kill(self._pid)
        os.close(self._end_fd)
        os.close(self._result_fd)


def _fork(target: Callable[[], None]) -> int:
    """Call a function in a fork, which then ends; return its process id."""
    parent = os.getpid()
    with no_warning_of_threads():
        id = os.fork()
    if id:
        return id
    code = 1
    try:
        init_child(parent)
        target()
        code = 0
    finally:
        os._exit(code)  # whatever was raised: the parent reports it


def _kill(id: int) -> None:
    os.kill(id, signal.SIGKILL)  # its process id stays its own until it is waited for
    os.waitpid(id, 0)
