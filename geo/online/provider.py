"""Query a provider: look in the store first, keep to the rate limit, and stop after repeated failures."""

from __future__ import annotations

import inspect
import re
import time
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Self

from geopy import exc
from geopy.geocoders import get_geocoder_for_service

from liaison_atlas.geo.online.http_adapter import HttpAdapter
from liaison_atlas.geo.online.provider_errors import ErrorKind, GeocoderSetupError, ProviderError, error_for
from liaison_atlas.geo.online.provider_options import validated_options
from liaison_atlas.geo.online.provider_result import GeocodedPlace, GeocodeResult, InvalidPlaceError
from liaison_atlas.geo.online.rate_limiter import MAX_WAIT_S, RateLimiter
from liaison_atlas.geo.online.response_store import ResponseKey, ResponseStore, StoredResponse
from liaison_atlas.geo.online.services import service
from liaison_atlas.seeds.tables.problems import printable, quoted

MAX_PLACES = 10
MAX_ATTEMPTS = 3
"""The maximum number of times that a query is sent, if the error may be transient."""
MAX_CONSECUTIVE_FAILURES = 3
"""After this many failures in a row, a provider is not queried again in the run."""
MAX_PROVIDER_QUERY_LENGTH = 300
INITIAL_BACKOFF_S = 2.0
INITIAL_RATE_LIMIT_BACKOFF_S = 10.0
"""The wait before the next attempt if the provider does not specify one; it doubles with each attempt."""
_MIN_REPORTED_WAIT_S = 5.0

_COUNTRY_PARAMETERS = ("country_codes", "countries", "country")
_ALPHA3_SERVICES = {"herev7"}
_SINGLE_COUNTRY_SERVICES = {"geokeo"}


class Provider:
    """A geocoder of geopy, by its name in geopy: ``nominatim``, ``photon``, ``arcgis``, ...

    Each query is sent once, at a polite rate. Nothing is sent before the first query that is not in the store.

    Parameters
    ----------
    options
        The options of geopy's class, and ``pause_s`` and ``language``; see ``docs/reference/geocoders.md``.
    ignore_stored
        Send every query, even if the store has a response.
    max_age
        Send a query again if its stored response is older than this.
    on_message
        Called with one line of text when the provider requests a wait.

    Raises
    ------
    GeocoderSetupError
        If there is no such provider, or it cannot be opened with these options.
    """

    def __init__(
        self,
        name: str,
        options: Mapping[str, Any],
        store: ResponseStore,
        *,
        ignore_stored: bool = False,
        max_age: timedelta | None = None,
        on_message: Callable[[str], None] = lambda line: None,
    ) -> None:
        self.name = name
        self.disabled_reason: str | None = None
        """Why it is not queried again in this run; ``None`` while it is in use."""
        self._options = validated_options(name, options)
        self._rate_limiter = RateLimiter(self._options.store_key, self._options.pause_s, store)
        self._service = service(name)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about deprecated options, which our users cannot fix
                self._geocoder = get_geocoder_for_service(name)(
                    **self._options.geocoder_arguments,
                    adapter_factory=partial(HttpAdapter, rate_limiter=self._rate_limiter),
                )
        except (exc.GeopyError, ValueError, TypeError) as error:
            message = self._redacted(re.sub(r"^\S*__init__\(\)", "it is", str(error)))
            raise GeocoderSetupError(f"{name} cannot be opened: {printable(message)}; check the options file") from None
        self._http_adapter: HttpAdapter = self._geocoder.adapter
        self._store = store
        self._ignore_stored, self._max_age = ignore_stored, max_age
        self._on_message = on_message
        self._fetched_this_run: set[ResponseKey] = set()
        self._failures = 0

    def geocode(self, query: str, country_codes: Iterable[str] = ()) -> GeocodeResult:
        """Return the places of this name, in these countries (ISO 3166-1 alpha-2) if any are given.

        Returns
        -------
        GeocodeResult
            the places, or the problem that the provider had.

        Raises
        ------
        ValueError
            If a country code is not two letters.
        GeocoderSetupError
            If the store fails.
        """
        countries = sorted({code.lower() for code in country_codes})
        for code in countries:
            if not re.fullmatch(r"[a-z]{2}", code):
                raise ValueError(f"a country code must be two letters (got {code!r})")
        query = " ".join(unicodedata.normalize("NFC", query).split())
        if not 1 <= len(query) <= MAX_PROVIDER_QUERY_LENGTH or not query.isprintable():
            return GeocodeResult(
                problem=f"{self.name} was not queried for {quoted(printable(query))}: "
                f"a query must have 1 to {MAX_PROVIDER_QUERY_LENGTH} printable characters"
            )
        key = ResponseKey(self._options.store_key, query, ",".join(countries), self._options.language or "")
        stored = self._store.get(key)
        if stored and (key in self._fetched_this_run or self._is_recent(stored)):
            return _result_from(stored, countries, from_store=True)
        if self.disabled_reason:
            return GeocodeResult(problem=f"{self.name} was not queried: it is disabled for the rest of this run")
        try:
            stored = self._request_with_retries(query, countries)
        except ProviderError as error:
            return GeocodeResult(problem=self._failure_message(error))
        self._failures = 0
        self._store.put(key, stored)
        self._fetched_this_run.add(key)
        return _result_from(stored, countries, from_store=False)

    def _is_recent(self, stored: StoredResponse) -> bool:
        """Whether a response from an earlier run is recent enough."""
        if self._ignore_stored:
            return False
        return self._max_age is None or stored.asked_on >= _utc_text(time.time() - self._max_age.total_seconds())

    def _request_with_retries(self, query: str, countries: Sequence[str]) -> StoredResponse:
        """Send a query until there is a response; repeat it after a transient error."""
        attempt = 0
        while True:
            attempt += 1
            try:
                return self._request(query, countries)
            except ProviderError as error:
                wait_s = _backoff_s(error, attempt)
                if not error.kind.is_transient or wait_s > MAX_WAIT_S:
                    raise
                self._rate_limiter.delay_for(wait_s)  # the query for the next place waits too
                if attempt == MAX_ATTEMPTS:
                    raise
                if wait_s >= _MIN_REPORTED_WAIT_S:
                    self._on_message(f"{self.name} is busy: retrying in {wait_s:.0f} s")

    def _request(self, query: str, countries: Sequence[str]) -> StoredResponse:
        """Send a query once. Every exception of geopy becomes a `ProviderError`."""
        self._http_adapter.last_response = None
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # geopy also raises what it warns of
                locations = self._geocoder.geocode(query, **self._geocode_arguments(countries))
                found = locations if isinstance(locations, list) else [locations]
                places = tuple(self._place(location) for location in found[:MAX_PLACES] if location is not None)
        except GeocoderSetupError:
            raise
        except Exception as error:  # a response that geopy cannot parse is the provider's fault, not a bug here
            failure = error_for(error, self._http_adapter.last_response)
            raise ProviderError(failure.kind, self._redacted(failure.message), failure.retry_after_s) from None
        response = self._http_adapter.last_response
        if response is None:
            raise ProviderError(ErrorKind.BAD_QUERY, "was not queried: geopy does not send this query; rephrase it")
        return StoredResponse(_utc_text(time.time()), response.status, response.body, places)

    def _place(self, location: Any) -> GeocodedPlace:
        place = self._service.parse_location(location)
        try:
            place.name.encode()
        except UnicodeEncodeError:  # JSON can hold half of a surrogate pair, a file cannot
            raise InvalidPlaceError("a name that is not text") from None
        return place

    def _geocode_arguments(self, countries: Sequence[str]) -> dict[str, Any]:
        parameters = inspect.signature(self._geocoder.geocode).parameters
        arguments: dict[str, Any] = {"exactly_one": False, **self._service.geocode_arguments}
        if "limit" in parameters:
            arguments["limit"] = MAX_PLACES
        if self._options.language:
            arguments["language"] = self._options.language
        country_parameter = next((p for p in _COUNTRY_PARAMETERS if p in parameters), None)
        if not countries or not country_parameter or self._options.name in _ALPHA3_SERVICES:
            return arguments
        if self._options.name not in _SINGLE_COUNTRY_SERVICES:
            arguments[country_parameter] = list(countries)
        elif len(countries) == 1:
            arguments[country_parameter] = countries[0]
        return arguments

    def _redacted(self, sentence: str) -> str:
        """The sentence for screens and logs, with asterisks in place of secrets."""
        for secret in self._options.secrets:
            sentence = sentence.replace(secret, "***")
        return sentence

    def _failure_message(self, error: ProviderError) -> str:
        """The message of a failure. It says so if the provider is now disabled."""
        sentence = printable(f"{self.name} {error.message}")
        if error.kind.is_query_specific:
            self._failures = 0  # the provider does respond
            return sentence
        self._failures += 1
        waits_too_long = _backoff_s(error, 1) > MAX_WAIT_S
        if not waits_too_long and self._failures < MAX_CONSECUTIVE_FAILURES:
            return sentence
        self.disabled_reason = sentence
        why = f"{self._failures} failures in a row"
        if waits_too_long:
            why = f"it asks for a wait of {error.retry_after_s:.0f} s, but a run waits at most {MAX_WAIT_S:.0f} s"
        return f"{sentence}. It is disabled for the rest of this run ({why}); results so far are kept"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections. The code that opened the store closes it."""
        self._http_adapter.session.close()


open_provider = Provider
"""Open a provider as a context manager."""


def _utc_text(time_s: float) -> str:
    return datetime.fromtimestamp(time_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _backoff_s(error: ProviderError, attempt: int) -> float:
    if error.retry_after_s is not None:
        return error.retry_after_s
    first = INITIAL_RATE_LIMIT_BACKOFF_S if error.kind is ErrorKind.RATE_LIMITED else INITIAL_BACKOFF_S
    return first * float(2 ** (attempt - 1))


def _result_from(stored: StoredResponse, countries: Sequence[str], *, from_store: bool) -> GeocodeResult:
    """The stored places in these countries, and those without a country: not every provider can filter by country."""
    places = tuple(p for p in stored.places if not countries or not p.country or p.country.lower() in countries)
    return GeocodeResult(places, None, stored.asked_on, from_store)
