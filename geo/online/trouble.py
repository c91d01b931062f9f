"""What can go wrong between us and a provider: each kind with its sentence, and whether trying again helps."""

from __future__ import annotations

from enum import Enum


class OnlineError(Exception):
    """A geocoder cannot be used at all: wrong options, or a store that cannot be read. One sentence, with the way out."""


class Kind(Enum):
    """Whose fault it is."""

    REFUSED = "refused"
    LIMITED = "limited"
    DOWN = "down"
    SLOW = "slow"
    BROKEN_OFF = "broken off"
    UNREACHABLE = "unreachable"
    GARBLED = "garbled"
    NONSENSE = "nonsense"
    QUERY = "query"

    @property
    def passes(self) -> bool:
        """Whether it may be over in some seconds, so that asking again makes sense."""
        return self in {Kind.LIMITED, Kind.DOWN, Kind.SLOW, Kind.BROKEN_OFF}

    @property
    def of_this_query(self) -> bool:
        """Whether only this query is concerned, and the next may fare better."""
        return self in {Kind.NONSENSE, Kind.QUERY}


class Trouble(Exception):
    """One failed attempt: its kind, a sentence that continues the provider's name, and how long it asks to wait."""

    def __init__(self, kind: Kind, sentence: str, retry_after_s: float | None = None) -> None:
        super().__init__(sentence)
        self.kind = kind
        self.sentence = sentence
        self.retry_after_s = retry_after_s


_STATUS = {
    400: (Kind.QUERY, "does not understand the query (400); write it more simply in the place's row"),
    401: (Kind.REFUSED, "does not accept the key (401); check the key in the options file"),
    402: (Kind.REFUSED, "wants to be paid or its quota is used up (402); look into your account there"),
    403: (Kind.REFUSED, "refuses (403); read its terms of use, and set a key, or a contact in user_agent, in the options file"),
    404: (Kind.REFUSED, "has no geocoder at this address (404); check domain in the options file"),
    407: (Kind.REFUSED, "is behind a proxy that wants a password (407); set proxies in the options file"),
    408: (Kind.SLOW, "did not answer in time (408); go on later"),
    413: (Kind.QUERY, "finds the query too long (413); shorten it"),
    414: (Kind.QUERY, "finds the query too long (414); shorten it"),
    422: (Kind.QUERY, "cannot make sense of the query (422); write it more simply in the place's row"),
    429: (Kind.LIMITED, "asks for fewer requests (429); raise pause_s in the options file, or go on later"),
}  # fmt: skip


def of_status(status: int, said: str | None, retry_after_s: float | None) -> Trouble:
    """The trouble that an HTTP status of 400 and more stands for, with what the provider said of it."""
    kind, sentence = _STATUS.get(
        status,
        (Kind.DOWN, f"is out of order ({status}); go on later")
        if status >= 500
        else (Kind.REFUSED, f"refuses ({status}); check the options file"),
    )
    return Trouble(kind, sentence + (f". It says: {said}" if said else ""), retry_after_s)
