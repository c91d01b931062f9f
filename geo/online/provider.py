"""A provider that is open for questions: looks into the store first, asks at its pace, gives up in time."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Any, Self

from geo.online.attempt import Asker
from geo.online.found import Answer
from geo.online.options import Options, checked
from geo.online.pace import LONGEST_WAIT_S, Clock, Pace, Sleep
from geo.online.store import Kept, Question, Store
from geo.online.trouble import Kind, Trouble
from seeds.problems import printable, shown

TRIES = 3
"""A question is sent so often at most, where what went wrong may pass."""
GIVE_UP_AFTER = 3
"""After so many failures in a row a provider is left alone for the rest of the run."""
LONGEST_QUERY = 300
FIRST_WAIT_S = 2.0
FIRST_WAIT_IF_LIMITED_S = 10.0
"""Before asking again, where the provider does not say how long; twice as long the next time."""
_WORTH_TELLING_S = 5.0


def _nobody(line: str) -> None:
    """For who does not want to be told."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


def open_provider(
    name: str,
    options: Mapping[str, Any],
    store: Store,
    *,
    fresh: bool = False,
    max_age: timedelta | None = None,
    tell: Callable[[str], None] = _nobody,
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
    fresh
        Ask again, whatever the store has.
    max_age
        Ask again what the store has from longer ago.
    tell
        Called with one line where the provider makes us wait.
    clock, sleep, now
        Time, for tests.

    Raises
    ------
    OnlineError
        Where there is no such provider, or it cannot be made with these options.
    """
    good = checked(name, options)
    pace = Pace(good.pause_s, clock, sleep, lambda: store.turn(good.key, good.pause_s, now().timestamp()))
    return Provider(good, Asker(good, pace, now), pace, store, fresh, max_age, tell, now)


class Provider:
    """A geocoder that is asked politely and once. Made by `open_provider`."""

    def __init__(
        self,
        options: Options,
        asker: Asker,
        pace: Pace,
        store: Store,
        fresh: bool,
        max_age: timedelta | None,
        tell: Callable[[str], None],
        now: Callable[[], datetime],
    ) -> None:
        self.name = options.name
        self.left_alone: str | None = None
        """Why it is asked no more in this run; ``None`` as long as it is asked."""
        self._options = options
        self._asker = asker
        self._pace = pace
        self._store = store
        self._fresh = fresh
        self._max_age = max_age
        self._tell = tell
        self._now = now
        self._asked: set[Question] = set()
        self._failures = 0

    def ask(self, query: str, country_codes: Iterable[str] = ()) -> Answer:
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
        if not 1 <= len(words) <= LONGEST_QUERY or not words.isprintable():
            return Answer(
                problem=f"{self.name} is not asked for {shown(printable(words))}: "
                f"a query must have 1 to {LONGEST_QUERY} characters that can be seen"
            )
        question = Question(self._options.key, words, ",".join(countries), self._options.language or "")
        kept = self._store.get(question)
        if kept and (question in self._asked or self._recent(kept)):
            return _answer(kept, countries, from_store=True)
        if self.left_alone:
            return Answer(problem=f"{self.name} is not asked: it is left alone in this run")
        try:
            kept = self._heard(words, countries)
        except Trouble as trouble:
            return Answer(problem=self._failed(trouble))
        self._failures = 0
        self._store.put(question, kept)
        self._asked.add(question)
        return _answer(kept, countries, from_store=False)

    def _recent(self, kept: Kept) -> bool:
        """Whether an answer of an earlier run will do."""
        if self._fresh or self._max_age is None:
            return not self._fresh
        try:
            return self._now() - datetime.fromisoformat(kept.asked_on) <= self._max_age
        except (ValueError, TypeError):
            return False

    def _heard(self, words: str, countries: Sequence[str]) -> Kept:
        """Ask, and again where that may help, until there is an answer."""
        for tried in range(1, TRIES + 1):
            try:
                places, heard = self._asker.once(words, countries)
            except Trouble as trouble:
                wait_s = _wait_s(trouble, tried)
                if not trouble.kind.passes or wait_s > LONGEST_WAIT_S:
                    raise
                self._pace.hold(wait_s)  # the next place waits as well
                if tried == TRIES:
                    raise
                if wait_s >= _WORTH_TELLING_S:
                    self._tell(f"{self.name} is busy: waiting {wait_s:.0f} s before asking again")
            else:
                asked_on = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
                return Kept(asked_on, heard.status, heard.body, places)
        raise AssertionError("the loop ends by return or raise")

    def _failed(self, trouble: Trouble) -> str:
        """The sentence of a failure that stays; the one with which the provider is given up says so."""
        sentence = printable(f"{self.name} {trouble.sentence}")
        if trouble.kind.of_this_query:
            self._failures = 0  # it does answer
            return sentence
        self._failures += 1
        longer = _wait_s(trouble, 1) > LONGEST_WAIT_S
        if not longer and self._failures < GIVE_UP_AFTER:
            return sentence
        self.left_alone = sentence
        why = (
            f"it asks to wait {trouble.retry_after_s:.0f} s, and a run waits {LONGEST_WAIT_S:.0f} s at most"
            if longer
            else f"{self._failures} failures in a row"
        )
        return f"{sentence}. It is left alone for the rest of this run ({why}); answers so far are kept"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing stays open: every request closes its connection, and the store is its opener's."""


def _wait_s(trouble: Trouble, tried: int) -> float:
    if trouble.retry_after_s is not None:
        return trouble.retry_after_s
    first = FIRST_WAIT_IF_LIMITED_S if trouble.kind is Kind.LIMITED else FIRST_WAIT_S
    return first * float(2 ** (tried - 1))


def _answer(kept: Kept, countries: Sequence[str], *, from_store: bool) -> Answer:
    """The kept places that lie in the countries asked for, or in none that is told: not every provider can be asked so."""
    places = tuple(p for p in kept.places if not countries or not p.country or p.country.lower() in countries)
    return Answer(places, None, kept.asked_on, from_store)
