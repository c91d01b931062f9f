"""A provider that is open for questions: looks into the store first, asks at its pace, gives up in time."""

from __future__ import annotations

import inspect
import json
import re
import time
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Any, Self

from geopy import exc
from geopy.geocoders import get_geocoder_for_service

from geo.online.fetch import Fetcher
from geo.online.found import Answer, Found, Nonsense
from geo.online.options import Options, checked
from geo.online.pace import LONGEST_WAIT_S, Clock, Pace, Sleep
from geo.online.services import service
from geo.online.store import Kept, Question, Store
from geo.online.trouble import Kind, OnlineError, Trouble, of_status
from seeds.problems import printable, shown

TRIES = 3
"""A question is sent so often at most, where what went wrong may pass."""
GIVE_UP_AFTER = 3
"""After so many failures in a row a provider is left alone for the rest of the run."""
MOST_PLACES = 10
LONGEST_QUERY = 300
_WAIT_S = {Kind.LIMITED: 10.0}
_ELSE_WAIT_S = 2.0

# HERE's wants three letters; a place of a wrong country is then for the reader of the answer to see.
_COUNTRY_PARAMETERS = ("country_codes", "countries", "country")
_NO_COUNTRIES = {"herev7"}
_ONE_COUNTRY = {"geokeo"}


def open_provider(
    name: str,
    options: Mapping[str, Any],
    store: Store,
    *,
    fresh: bool = False,
    max_age: timedelta | None = None,
    tell: Callable[[str], None] = lambda line: None,
    clock: Clock = time.monotonic,
    sleep: Sleep = time.sleep,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Provider:
    """Open a geocoder that geopy has, by geopy's name: ``nominatim``, ``photon``, ``arcgis``, ...

    Nothing is sent before the first question that the store cannot answer.

    Parameters
    ----------
    options
        What geopy's class takes, and ``pause_s`` and ``language``; see ``docs/reference/geocoders.md``.
    fresh, max_age
        Ask again whatever the store has, or what it has from longer ago.
    tell
        Called with a line where the provider makes us wait.
    clock, sleep, now
        Time, for tests.

    Raises
    ------
    OnlineError
        Where there is no such provider, or it cannot be made with these options.
    """
    good = checked(name, options)
    pace = Pace(good.pause_s, clock, sleep)
    fetchers: list[Fetcher] = []

    def fetcher(*, proxies: Any, ssl_context: Any) -> Fetcher:
        fetchers.append(Fetcher(proxies=proxies, ssl_context=ssl_context, pace=pace, now=now))
        return fetchers[-1]

    try:
        geocoder = get_geocoder_for_service(name)(**good.made_with, adapter_factory=fetcher)
    except (exc.GeopyError, ValueError, TypeError) as error:
        said = re.sub(r"^\S*__init__\(\)", name, str(error))
        raise OnlineError(f"{name} cannot be opened: {_without(good.secrets, said)}; check the options file") from None
    return Provider(good, geocoder, fetchers[-1], pace, store, fresh, max_age, tell, now)


class Provider:
    """A geocoder that is asked politely and once. Made by `open_provider`."""

    def __init__(
        self,
        options: Options,
        geocoder: Any,
        fetcher: Fetcher,
        pace: Pace,
        store: Store,
        fresh: bool,
        max_age: timedelta | None,
        tell: Callable[[str], None],
        now: Callable[[], datetime],
    ) -> None:
        self.name = options.name
        self.left_alone: str | None = None
        """Why it is asked no more in this run; ``None`` while it is."""
        self._options = options
        self._geocoder = geocoder
        self._fetcher = fetcher
        self._pace = pace
        self._store = store
        self._fresh = fresh
        self._max_age = max_age
        self._tell = tell
        self._now = now
        self._service = service(options.name)
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
        if not words or len(words) > LONGEST_QUERY or not words.isprintable():
            return Answer(
                problem=f"{self.name} is not asked for {shown(printable(words))}: "
                f"a query must have 1 to {LONGEST_QUERY} characters that can be seen"
            )
        question = Question(self._options.key, words, ",".join(countries), self._options.language or "")
        kept = self._store.get(question)
        if kept and self._recent(kept):
            return _answer(kept, countries, kept_before=True)
        if self.left_alone:
            return Answer(problem=f"{self.name} is not asked: it is left alone in this run")
        try:
            kept = self._heard(words, countries)
        except Trouble as trouble:
            return Answer(problem=self._failed(trouble))
        self._failures = 0
        self._store.put(question, kept)
        return _answer(kept, countries, kept_before=False)

    def _recent(self, kept: Kept) -> bool:
        if self._fresh:
            return False
        if self._max_age is None:
            return True
        try:
            return self._now() - datetime.fromisoformat(kept.asked_on) <= self._max_age
        except (ValueError, TypeError):
            return False

    def _heard(self, words: str, countries: list[str]) -> Kept:
        """Ask, again where that may help, until there is an answer."""
        for left in range(TRIES - 1, -1, -1):
            try:
                places = self._geocode(words, countries)
            except Trouble as trouble:
                wait_s = trouble.retry_after_s
                if wait_s is None:
                    wait_s = _WAIT_S.get(trouble.kind, _ELSE_WAIT_S) * 2 ** (TRIES - 1 - left)
                elif wait_s > LONGEST_WAIT_S:
                    raise Trouble(
                        Kind.LIMITED,
                        f"asks to wait {wait_s:.0f} s, more than the {LONGEST_WAIT_S:.0f} s that a run waits; go on later",
                        wait_s,
                    ) from None
                if trouble.kind.passes:
                    self._pace.hold(wait_s)
                if not trouble.kind.passes or not left:
                    raise
                if wait_s >= 5:
                    self._tell(f"{self.name} is busy: waiting {wait_s:.0f} s before asking again")
                continue
            heard = self._fetcher.heard
            asked_on = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            return Kept(asked_on, heard.status if heard else 0, heard.body if heard else "", places)
        raise AssertionError("a loop over the tries ends by return or raise")

    def _geocode(self, words: str, countries: list[str]) -> tuple[Found, ...]:
        """One attempt, with all that geopy may throw told as a `Trouble`."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # geopy warns of what it then raises
                located = self._geocoder.geocode(words, **self._parameters(countries))
                places = located if isinstance(located, list) else [located]
                return tuple(_whole(self._service.read(place)) for place in places if place is not None)
        except Trouble:
            raise
        except Exception as error:  # an answer that geopy's parser trips over is the provider's fault, not a bug here
            raise self._trouble(error) from None

    def _parameters(self, countries: list[str]) -> dict[str, Any]:
        takes = inspect.signature(self._geocoder.geocode).parameters
        given: dict[str, Any] = {"exactly_one": False, **self._service.asked}
        if "limit" in takes:
            given["limit"] = MOST_PLACES
        if self._options.language:
            given["language"] = self._options.language
        named = next((p for p in _COUNTRY_PARAMETERS if p in takes), None)
        if countries and named and self.name not in _NO_COUNTRIES:
            if self.name not in _ONE_COUNTRY:
                given[named] = countries
            elif len(countries) == 1:
                given[named] = countries[0]
        return given

    def _trouble(self, error: Exception) -> Trouble:
        heard = self._fetcher.heard
        if heard and heard.status >= 400:
            return of_status(heard.status, _said(heard.body), heard.retry_after_s)
        said = shown(printable(str(error)), 120)
        match error:
            case exc.GeocoderRateLimited():
                return of_status(429, said, error.retry_after)
            case (
                exc.GeocoderQuotaExceeded() | exc.GeocoderAuthenticationFailure() | exc.GeocoderInsufficientPrivileges()
            ):
                return Trouble(Kind.REFUSED, f"refuses; check key and account. It says: {said}")
            case exc.GeocoderQueryError():
                return Trouble(Kind.QUERY, f"cannot make sense of the query. It says: {said}")
            case exc.GeocoderTimedOut() | exc.GeocoderUnavailable():
                return Trouble(Kind.DOWN, f"is out of order; go on later. It says: {said}")
            case exc.GeocoderParseError() | exc.ConfigurationError():
                return Trouble(Kind.GARBLED, "sends what geopy cannot read; check the options file")
            case exc.GeocoderServiceError():
                return Trouble(Kind.REFUSED, f"reports an error; check the options file. It says: {said}")
            case Nonsense():
                return Trouble(Kind.NONSENSE, f"answers with {error}; look the place up by hand")
        return Trouble(Kind.NONSENSE, "answers with JSON that is not a list of places; check domain, or look by hand")

    def _failed(self, trouble: Trouble) -> str:
        sentence = f"{self.name} {_without(self._options.secrets, trouble.sentence)}"
        if trouble.kind.of_this_query:
            self._failures = 0  # it does answer
            return sentence
        self._failures += 1
        told_to_wait = (trouble.retry_after_s or 0) > LONGEST_WAIT_S
        if self._failures >= GIVE_UP_AFTER or told_to_wait:
            self.left_alone = sentence
            after = "" if told_to_wait else f" after {self._failures} failures in a row"
            sentence += f". It is left alone for the rest of this run{after}; answers so far are kept"
        return sentence

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing stays open: every request closes its connection."""


def _answer(kept: Kept, countries: list[str], *, kept_before: bool) -> Answer:
    places = tuple(p for p in kept.places if not countries or not p.country or p.country.lower() in countries)
    return Answer(places, None, kept.asked_on, kept_before)


def _whole(place: Found) -> Found:
    """The place, if its name is text: JSON can write half of a surrogate pair, which no file can hold."""
    try:
        place.name.encode()
    except UnicodeEncodeError:
        raise Nonsense("a name that is not text") from None
    return place


def _without(secrets: Iterable[str], sentence: str) -> str:
    for secret in secrets:
        sentence = sentence.replace(secret, "***")
    return sentence


def _said(body: str) -> str | None:
    """What the body of an error says, where it is JSON with a sentence in one of the usual places."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    while isinstance(told, dict):
        told = next((told[key] for key in ("error", "message", "title", "detail", "description") if key in told), None)
    return shown(printable(told), 120) if isinstance(told, str) and told.strip() else None
