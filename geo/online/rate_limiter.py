"""Wait between requests to a provider, and longer if the provider requests it."""

from __future__ import annotations

import time

from liaison_atlas.geo.online.response_store import ResponseStore

MAX_WAIT_S = 120.0
"""The longest wait, in seconds, that a provider may request with ``Retry-After``. Beyond it, the provider is
disabled."""

_CLOCK_TOLERANCE_S = 0.01
"""The tolerated difference between the system clock and the monotonic clock after a second."""


class RateLimiter:
    """Allow at most one request in ``pause_s`` seconds, measured from start to start by a monotonic clock.

    The limit includes other runs that share the store and query the same provider.
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
        """Start no request for this many seconds."""
        self._next_start = max(self._next_start, time.monotonic() + seconds)
