"""A pause between requests to a provider, and a longer one where it requests that."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

MAX_WAIT_S = 120.0
"""A run waits so long at most where a provider requests it with ``Retry-After``; else it gives the provider up."""

_CLOCK_TOLERANCE_S = 0.01
"""By so much the system clock and the monotonic one may disagree after a second."""

Clock = Callable[[], float]
Sleep = Callable[[float], None]


def _no_reservation() -> float:
    return 0.0


class RateLimiter:
    """At most one request in ``pause_s`` seconds, measured from start to start by a monotonic clock.

    Parameters
    ----------
    reserve_slot
        Reserves a slot among other runs that use the same provider, and returns the seconds until it begins.
    """

    def __init__(
        self,
        pause_s: float,
        clock: Clock = time.monotonic,
        sleep: Sleep = time.sleep,
        reserve_slot: Callable[[], float] = _no_reservation,
    ) -> None:
        self.pause_s = pause_s
        self.clock = clock
        self._sleep = sleep
        self._reserve_slot = reserve_slot
        self._next_start = clock()

    def wait(self) -> None:
        """Return when the next request may start, and count it."""
        while (remaining_s := self._next_start - self.clock()) > 0:
            self._sleep(remaining_s)
        if (remaining_s := self._reserve_slot()) > _CLOCK_TOLERANCE_S:
            self._sleep(remaining_s)
        self._next_start = self.clock() + self.pause_s

    def delay_for(self, seconds: float) -> None:
        """Let no request start for so long."""
        self._next_start = max(self._next_start, self.clock() + seconds)


def retry_after_s(header: str | None, now: datetime) -> float | None:
    """The seconds that ``Retry-After`` requests, as a number or as an HTTP date (RFC 9110, section 10.2.3).

    >>> retry_after_s("30", datetime(2026, 11, 23, tzinfo=UTC))
    30.0
    >>> retry_after_s("Mon, 23 Nov 2026 00:01:00 GMT", datetime(2026, 11, 23, tzinfo=UTC))
    60.0
    >>> retry_after_s("soon", datetime(2026, 11, 23, tzinfo=UTC)) is None
    True
    """
    text = (header or "").strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return float(text)
    try:
        when = parsedate_to_datetime(text)
        # An HTTP date is in GMT, also where it does not say so.
        return max(0.0, ((when if when.tzinfo else when.replace(tzinfo=UTC)) - now).total_seconds())
    except (ValueError, OverflowError):
        return None
