"""What can go wrong between us and a provider: each kind with its message, and whether trying again helps."""

from __future__ import annotations

from enum import Enum


class GeocoderSetupError(Exception):
    """A geocoder cannot be used at all: wrong options, or a store that cannot be read. The message is one sentence, with the remedy."""


class ErrorKind(Enum):
    """Whose fault it is."""

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
        """Whether it may be over in some seconds, so that trying again makes sense."""
        return self in {ErrorKind.RATE_LIMITED, ErrorKind.UNAVAILABLE, ErrorKind.TIMED_OUT, ErrorKind.CONNECTION_LOST}

    @property
    def is_query_specific(self) -> bool:
        """Whether only this query is concerned, and the next may fare better."""
        return self in {ErrorKind.INVALID_PLACE, ErrorKind.BAD_QUERY}


class ProviderError(Exception):
    """One failed attempt: its kind, a sentence that continues the provider's name, and how long the provider requests to wait."""

    def __init__(self, kind: ErrorKind, sentence: str, retry_after_s: float | None = None) -> None:
        super().__init__(sentence)
        self.kind = kind
        self.message = sentence
        self.retry_after_s = retry_after_s


_ERRORS_BY_STATUS = {
    400: (ErrorKind.BAD_QUERY, "does not understand the query (400); write it more simply in the place's row"),
    401: (ErrorKind.REFUSED, "does not accept the key (401); check the key in the options file"),
    402: (ErrorKind.REFUSED, "wants to be paid or its quota is used up (402); look into your account there"),
    403: (ErrorKind.REFUSED, "refuses (403); read its terms of use, and set a key, or a contact in user_agent, in the options file"),
    404: (ErrorKind.REFUSED, "has no geocoder at this address (404); check domain in the options file"),
    407: (ErrorKind.REFUSED, "is behind a proxy that wants a password (407); set proxies in the options file"),
    408: (ErrorKind.TIMED_OUT, "did not answer in time (408); go on later"),
    413: (ErrorKind.BAD_QUERY, "finds the query too long (413); shorten it"),
    414: (ErrorKind.BAD_QUERY, "finds the query too long (414); shorten it"),
    422: (ErrorKind.BAD_QUERY, "cannot make sense of the query (422); write it more simply in the place's row"),
    429: (ErrorKind.RATE_LIMITED, "asks for fewer requests (429); raise pause_s in the options file, or go on later"),
}  # fmt: skip


def error_for_status(status: int, provider_message: str | None, retry_after_s: float | None) -> ProviderError:
    """The error that an HTTP status of 400 and more stands for, with the provider's own message."""
    kind, sentence = _ERRORS_BY_STATUS.get(
        status,
        (ErrorKind.UNAVAILABLE, f"is out of order ({status}); go on later")
        if status >= 500
        else (ErrorKind.REFUSED, f"refuses ({status}); check the options file"),
    )
    return ProviderError(kind, sentence + (f". It says: {provider_message}" if provider_message else ""), retry_after_s)
