"""The errors of a provider: each kind has a message and says whether a retry helps."""

from __future__ import annotations

import json
from enum import Enum

from geopy import exc

from liaison_atlas.geo.online.provider_result import HttpResponse, InvalidPlaceError
from liaison_atlas.seeds.tables.problems import printable, quoted


class GeocoderSetupError(Exception):
    """A geocoder cannot be used: wrong options, or an unreadable store. The message is a sentence with a remedy."""


class ErrorKind(Enum):
    """The kind of an error: its cause, and whether a retry helps."""

    REFUSED = "refused"
    RATE_LIMITED = "limited"
    UNAVAILABLE = "down"
    TIMED_OUT = "slow"
    CONNECTION_LOST = "broken off"
    UNREACHABLE = "unreachable"
    MALFORMED_RESPONSE = "garbled"
    INVALID_PLACE = "nonsense"
    BAD_QUERY = "query"

    @property
    def is_transient(self) -> bool:
        """Whether the error may be over in some seconds, so that a retry makes sense."""
        return self in {ErrorKind.RATE_LIMITED, ErrorKind.UNAVAILABLE, ErrorKind.TIMED_OUT, ErrorKind.CONNECTION_LOST}

    @property
    def is_query_specific(self) -> bool:
        """Whether the error concerns only this query, so that the next one may succeed."""
        return self in {ErrorKind.INVALID_PLACE, ErrorKind.BAD_QUERY}


class ProviderError(Exception):
    """One failed attempt: its kind, a sentence that continues the provider's name, and the wait that it requests."""

    def __init__(self, kind: ErrorKind, sentence: str, retry_after_s: float | None = None) -> None:
        super().__init__(sentence)
        self.kind = kind
        self.message = sentence
        self.retry_after_s = retry_after_s


_ERRORS_BY_STATUS = {
    400: (ErrorKind.BAD_QUERY, "does not understand the query (400); simplify the name in the row of the place"),
    401: (ErrorKind.REFUSED, "does not accept the key (401); check the key in the options file"),
    402: (ErrorKind.REFUSED, "requires payment, or its quota is used up (402); check your account"),
    403: (ErrorKind.REFUSED, "refuses the request (403); read its terms of use, and set a key, or a contact in user_agent, in the options file"),
    404: (ErrorKind.REFUSED, "has no geocoder at this address (404); check domain in the options file"),
    407: (ErrorKind.REFUSED, "is behind a proxy that requires a password (407); set proxies in the options file"),
    408: (ErrorKind.TIMED_OUT, "did not respond in time (408); try again later"),
    413: (ErrorKind.BAD_QUERY, "rejects the query as too long (413); shorten it"),
    414: (ErrorKind.BAD_QUERY, "rejects the query as too long (414); shorten it"),
    422: (ErrorKind.BAD_QUERY, "cannot process the query (422); simplify the name in the row of the place"),
    429: (ErrorKind.RATE_LIMITED, "asks for fewer requests (429); raise pause_s in the options file, or try again later"),
}  # fmt: skip


def _error_for_status(status: int, provider_message: str | None, retry_after_s: float | None) -> ProviderError:
    """The error for an HTTP status of 400 and more, with the provider's own message."""
    kind, sentence = _ERRORS_BY_STATUS.get(
        status,
        (ErrorKind.UNAVAILABLE, f"is not available ({status}); try again later")
        if status >= 500
        else (ErrorKind.REFUSED, f"refuses the request ({status}); check the options file"),
    )
    return ProviderError(
        kind, sentence + (f". Its message: {provider_message}" if provider_message else ""), retry_after_s
    )


_ERROR_TEXT_KEYS = ("error", "message", "title", "detail", "description")
_GEOPY_ERRORS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], ErrorKind, str], ...] = (
    ((exc.GeocoderQuotaExceeded, exc.GeocoderAuthenticationFailure, exc.GeocoderInsufficientPrivileges), ErrorKind.REFUSED, "refuses the request; check key and account. Its message: {says}"),
    (exc.GeocoderQueryError, ErrorKind.BAD_QUERY, "cannot process the query; rephrase it. Its message: {says}"),
    ((exc.GeocoderTimedOut, exc.GeocoderUnavailable), ErrorKind.UNAVAILABLE, "is not available; try again later. Its message: {says}"),
    (exc.GeocoderServiceError, ErrorKind.REFUSED, "reports an error; check the options file. Its message: {says}"),
    (InvalidPlaceError, ErrorKind.INVALID_PLACE, "returned {error}; look the place up manually"),
)  # fmt: skip
"""The meaning of errors of geopy or a service; the first matching row applies."""


def error_for(error: Exception, response: HttpResponse | None) -> ProviderError:
    """The `ProviderError` for an exception of geopy or of a service, after this response."""
    if isinstance(error, ProviderError):
        return error
    if response and response.status >= 400:
        return _error_for_status(response.status, _error_text(response.body), response.retry_after_s)
    says = quoted(printable(str(error)), 120)
    if isinstance(error, exc.GeocoderRateLimited):
        return _error_for_status(429, says, error.retry_after)
    for class_, kind, sentence in _GEOPY_ERRORS:
        if isinstance(error, class_):
            return ProviderError(kind, sentence.format(says=says, error=error))
    if response is None:
        return ProviderError(ErrorKind.BAD_QUERY, "was not queried: geopy cannot send this query; rephrase it")
    if isinstance(error, ValueError):  # float() and geopy's Point raise it
        what = "a position that is not on Earth; look the place up manually"
    else:
        what = "JSON that is not a list of places; check domain, or look the place up manually"
    return ProviderError(ErrorKind.INVALID_PLACE, f"returned {what}")


def _error_text(body: str) -> str | None:
    """The message in the body of an error, if the body is JSON with a message in one of the usual places."""
    try:
        text = json.loads(body)
    except (ValueError, RecursionError):
        return None
    while isinstance(text, dict):
        text = next((text[key] for key in _ERROR_TEXT_KEYS if key in text), None)
    return quoted(printable(text), 120) if isinstance(text, str) and text.strip() else None
