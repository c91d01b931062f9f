"""A provider that is open for questions: looks into the store first, asks at its pace, gives up in time."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Any, Self

from geo.online.geocode_request import GeocoderClient
from geo.online.provider_errors import ErrorKind, ProviderError
from geo.online.provider_options import ProviderOptions, validated_options
from geo.online.provider_result import GeocodeResult
from geo.online.rate_limiter import MAX_WAIT_S, Clock, RateLimiter, Sleep
from geo.online.response_store import ResponseKey, ResponseStore, StoredResponse
from seeds.tables.problems import printable, quoted

MAX_ATTEMPTS = 3
"""A question is sent so often at most, where what went wrong may pass."""
MAX_CONSECUTIVE_FAILURES = 3
"""After so many failures in a row a provider is left alone for the rest of the run."""
MAX_PROVIDER_QUERY_LENGTH = 300
INITIAL_BACKOFF_S = 2.0
INITIAL_RATE_LIMIT_BACKOFF_S = 10.0
"""Before asking again, where the provider does not say how long; twice as long the next time."""
_MIN_REPORTED_WAIT_S = 5.0


def _ignore_message(line: str) -> None:
    """For who does not want to be told."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


def open_provider(
    name: str,
    options: Mapping[str, Any],
    store: ResponseStore,
    *,
    ignore_stored: bool = False,
    max_age: timedelta | None = None,
    on_message: Callable[[str], None] = _ignore_message,
    clock: Clock = time.monotonic,
    sleep: Sleep = time.sleep,
    now: Callable[[], datetime] = _utc_now,
) -> Provider:
    """Open a geocoder that geopy has, by geopy's name: ``nominatim``, ``photon``, ``arcgis``, ...

    Nothing is sent before the first question that the store cannot answer.

    Parameters
    ----------
    options
        What geopy's class takes, and ``pause_s`` and ``language``; see ``docs/reference/geocoders.md``.
    ignore_stored
        Ask again, whatever the store has.
    max_age
        Ask again what the store has from longer ago.
    on_message
        Called with one line where the provider makes us wait.
    clock, sleep, now
        Time, for tests.

    Raises
    ------
    OnlineError
        Where there is no such provider, or it cannot be made with these options.
    """
    good = validated_options(name, options)
    pace = RateLimiter(
        good.pause_s, clock, sleep, lambda: store.reserve_slot(good.store_key, good.pause_s, now().timestamp())
    )
    return Provider(good, GeocoderClient(good, pace, now), pace, store, ignore_stored, max_age, on_message, now)


class Provider:
    """A geocoder that is asked politely and once. Made by `open_provider`."""

    def __init__(
        self,
        options: ProviderOptions,
        asker: GeocoderClient,
        pace: RateLimiter,
        store: ResponseStore,
        fresh: bool,
        max_age: timedelta | None,
        tell: Callable[[str], None],
        now: Callable[[], datetime],
    ) -> None:
        self.name = options.name
        self.disabled_reason: str | None = None
        """Why it is asked no more in this run; ``None`` as long as it is asked."""
        self._options = options
        self._client = asker
        self._rate_limiter = pace
        self._store = store
        self._ignore_stored = fresh
        self._max_age = max_age
        self._on_message = tell
        self._now = now
        self._fetched_this_run: set[ResponseKey] = set()
        self._failures = 0

    def geocode(self, query: str, country_codes: Iterable[str] = ()) -> GeocodeResult:
        """The places of this name, in these countries (ISO 3166-1 alpha-2) if any are given.

        Raises
        ------
        ValueError
            Where a country code is none.
        OnlineError
            Where the store fails.
        """
        countries = sorted({code.lower() for code in country_codes})
        for code in countries:
            if not re.fullmatch(r"[a-z]{2}", code):
                raise ValueError(f"a country code must be two letters (got {code!r})")
        words = " ".join(unicodedata.normalize("NFC", query).split())
        if not 1 <= len(words) <= MAX_PROVIDER_QUERY_LENGTH or not words.isprintable():
            return GeocodeResult(
                problem=f"{self.name} is not asked for {quoted(printable(words))}: "
                f"a query must have 1 to {MAX_PROVIDER_QUERY_LENGTH} characters that can be seen"
            )
        question = ResponseKey(self._options.store_key, words, ",".join(countries), self._options.language or "")
        kept = self._store.get(question)
        if kept and (question in self._fetched_this_run or self._is_recent(kept)):
            return _result_from(kept, countries, from_store=True)
        if self.disabled_reason:
            return GeocodeResult(problem=f"{self.name} is not asked: it is left alone in this run")
        try:
            kept = self._request_with_retries(words, countries)
        except ProviderError as trouble:
            return GeocodeResult(problem=self._failure_message(trouble))
        self._failures = 0
        self._store.put(question, kept)
        self._fetched_this_run.add(question)
        return _result_from(kept, countries, from_store=False)

    def _is_recent(self, kept: StoredResponse) -> bool:
        """Whether an answer of an earlier run will do."""
        if self._ignore_stored or self._max_age is None:
            return not self._ignore_stored
        try:
            return self._now() - datetime.fromisoformat(kept.asked_on) <= self._max_age
        except (ValueError, TypeError):
            return False

    def _request_with_retries(self, words: str, countries: Sequence[str]) -> StoredResponse:
        """Ask, and again where that may help, until there is an answer."""
        for tried in range(1, MAX_ATTEMPTS + 1):
            try:
                places, heard = self._client.geocode(words, countries)
            except ProviderError as trouble:
                wait_s = _backoff_s(trouble, tried)
                if not trouble.kind.is_transient or wait_s > MAX_WAIT_S:
                    raise
                self._rate_limiter.delay_for(wait_s)  # the next place waits as well
                if tried == MAX_ATTEMPTS:
                    raise
                if wait_s >= _MIN_REPORTED_WAIT_S:
                    self._on_message(f"{self.name} is busy: waiting {wait_s:.0f} s before asking again")
            else:
                asked_on = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
                return StoredResponse(asked_on, heard.status, heard.body, places)
        raise AssertionError("the loop ends by return or raise")

    def _failure_message(self, trouble: ProviderError) -> str:
        """The sentence of a failure that stays; the one with which the provider is given up says so."""
        sentence = printable(f"{self.name} {trouble.message}")
        if trouble.kind.is_query_specific:
            self._failures = 0  # it does answer
            return sentence
        self._failures += 1
        longer = _backoff_s(trouble, 1) > MAX_WAIT_S
        if not longer and self._failures < MAX_CONSECUTIVE_FAILURES:
            return sentence
        self.disabled_reason = sentence
        why = (
            f"it asks to wait {trouble.retry_after_s:.0f} s, and a run waits {MAX_WAIT_S:.0f} s at most"
            if longer
            else f"{self._failures} failures in a row"
        )
        return f"{sentence}. It is left alone for the rest of this run ({why}); answers so far are kept"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing stays open: every request closes its connection, and the store is its opener's."""


def _backoff_s(trouble: ProviderError, tried: int) -> float:
    if trouble.retry_after_s is not None:
        return trouble.retry_after_s
    first = INITIAL_RATE_LIMIT_BACKOFF_S if trouble.kind is ErrorKind.RATE_LIMITED else INITIAL_BACKOFF_S
    return first * float(2 ** (tried - 1))


def _result_from(kept: StoredResponse, countries: Sequence[str], *, from_store: bool) -> GeocodeResult:
    """The kept places that lie in the countries asked for, or in none that is told: not every provider can be asked so."""
    places = tuple(p for p in kept.places if not countries or not p.country or p.country.lower() in countries)
    return GeocodeResult(places, None, kept.asked_on, from_store)
