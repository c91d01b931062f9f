"""A pause between requests to a provider, and a longer one where it requests that."""

from __future__ import annotations

from collections.abc import Callable

MAX_WAIT_S = 120.0
"""A run waits so long at most where a provider requests it with ``Retry-After``; else it gives the provider up."""

_CLOCK_TOLERANCE_S = 0.01
"""By so much the system clock and the monotonic one may disagree after a second."""

Clock = Callable[[], float]
Sleep = Callable[[float], None]


class RateLimiter:
    """At most one request in ``pause_s`` seconds, measured from start to start by a monotonic clock.

    Parameters
    ----------
    reserve_slot
        Reserves a slot among other runs that use the same provider, and returns the seconds until it begins.
    """

    def __init__(self, pause_s: float, clock: Clock, sleep: Sleep, reserve_slot: Callable[[], float]) -> None:
        self.clock = clock
        self._pause_s = pause_s
        self._sleep = sleep
        self._reserve_slot = reserve_slot
        self._next_start = clock()

    def wait(self) -> None:
        """Return when the next request may start, and count it."""
        while (remaining_s := self._next_start - self.clock()) > 0:
            self._sleep(remaining_s)
        if (remaining_s := self._reserve_slot()) > _CLOCK_TOLERANCE_S:
            self._sleep(remaining_s)
        self._next_start = self.clock() + self._pause_s

    def delay_for(self, seconds: float) -> None:
        """Let no request start for so long."""
        self._next_start = max(self._next_start, self.clock() + seconds)
