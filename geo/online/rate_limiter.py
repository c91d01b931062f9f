"""A pause between requests to a provider, and a longer one where it requests that."""

from __future__ import annotations

import time

from liaison_atlas.geo.online.response_store import ResponseStore

MAX_WAIT_S = 120.0
"""A run waits so long at most where a provider requests it with ``Retry-After``; else it gives the provider up."""

_CLOCK_TOLERANCE_S = 0.01
"""By so much the system clock and the monotonic one may disagree after a second."""


class RateLimiter:
    """At most one request in ``pause_s`` seconds, measured from start to start by a monotonic clock.

    Other runs that share the store ask the same provider no sooner either.
    """

    def __init__(self, provider: str, pause_s: float, store: ResponseStore) -> None:
        self._provider, self._pause_s, self._store = provider, pause_s, store
        self._next_start = time.monotonic()

    def wait(self) -> None:
        """Return when the next request may start, and count it."""
        while (remaining_s := self._next_start - time.monotonic()) > 0:
            time.sleep(remaining_s)
        if (remaining_s := self._store.reserve_slot(self._provider, self._pause_s, time.time())) > _CLOCK_TOLERANCE_S:
            time.sleep(remaining_s)
        self._next_start = time.monotonic() + self._pause_s

    def delay_for(self, seconds: float) -> None:
        """Let no request start for so long."""
        self._next_start = max(self._next_start, time.monotonic() + seconds)
