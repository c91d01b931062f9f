"""Child processes: forks where they are safe, which have everything that this process has imported and computed.

A `BackgroundResult` is computed while other work goes on, and processes that are forked later can wait for it too.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import gc
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from multiprocessing import connection

from liaison_atlas.maps.site import output_folder

_PR_SET_PDEATHSIG = 1


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
        self._result_fd = os.memfd_create("background-result", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        self._process = multiprocessing.get_context("fork").Process(
            target=self._write_result,
            args=(os.getpid(),),
            daemon=True,  # a build that is interrupted before it could call `stop` does not wait for it at its end
        )
        with no_warning_of_threads():
            self._process.start()

    def _write_result(self, parent: int) -> None:
        init_child(parent)
        with contextlib.suppress(Exception):  # it is raised again where the bytes are computed instead
            with open(self._result_fd, "wb", closefd=False) as result_file:
                result_file.write(self._compute())
            fcntl.fcntl(self._result_fd, fcntl.F_ADD_SEALS, fcntl.F_SEAL_WRITE)  # shows that all is written

    def result(self) -> bytes:
        """The bytes; waits until they are there."""
        connection.wait([self._process.sentinel])  # forks can wait for it too, where they could not join the process
        if not fcntl.fcntl(self._result_fd, fcntl.F_GET_SEALS):
            return self._compute()
        return os.pread(self._result_fd, os.fstat(self._result_fd).st_size, 0)

    def stop(self) -> None:
        """Kill the fork, and drop its result."""
        self._process.kill()
        self._process.join()
        os.close(self._result_fd)
