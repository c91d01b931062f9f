"""One attempt at a question: geopy's geocoder is called, and all that it may throw is told as a `Trouble`."""

from __future__ import annotations

import inspect
import json
import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from geopy import exc
from geopy.geocoders import get_geocoder_for_service

from geo.online.fetch import Fetcher, Heard
from geo.online.found import Found, Nonsense
from geo.online.options import Options
from geo.online.pace import Pace
from geo.online.services import service
from geo.online.trouble import Kind, OnlineError, Trouble, of_status
from seeds.problems import printable, shown

MOST_PLACES = 10

_COUNTRY_PARAMETERS = ("country_codes", "countries", "country")
_WANTS_THREE_LETTERS = {"herev7"}
_TAKES_ONE_COUNTRY = {"geokeo"}


class Asker:
    """A geocoder of geopy's, made with our way to the network.

    Raises
    ------
    OnlineError
        Where geopy does not accept the options.
    """

    def __init__(self, options: Options, pace: Pace, now: Callable[[], datetime]) -> None:
        self._options = options
        self._service = service(options.name)
        made: list[Fetcher] = []

        def fetcher(*, proxies: Any, ssl_context: Any) -> Fetcher:
            made.append(Fetcher(proxies=proxies, ssl_context=ssl_context, pace=pace, now=now))
            return made[-1]

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of options that are going out of use, which is not our user's to mend
                self._geocoder = get_geocoder_for_service(options.name)(**options.made_with, adapter_factory=fetcher)
        except (exc.GeopyError, ValueError, TypeError) as error:
            said = without(options.secrets, re.sub(r"^\S*__init__\(\)", "it is", str(error)))
            raise OnlineError(f"{options.name} cannot be opened: {printable(said)}; check the options file") from None
        self._fetcher = made[-1]

    def once(self, query: str, countries: Sequence[str]) -> tuple[tuple[Found, ...], Heard]:
        """The places of a name, and what was received.

        Raises
        ------
        Trouble
            Where there is no answer of use.
        OnlineError
            Where the store, which counts the turns, fails.
        """
        self._fetcher.heard = None
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # geopy warns of what it then raises
                located = self._geocoder.geocode(query, **self._parameters(countries))
                listed = located if isinstance(located, list) else [located]
                known = [place for place in listed[:MOST_PLACES] if place is not None]
                places = tuple(_with_text(self._service.read(place)) for place in known)
        except OnlineError:
            raise
        except Exception as error:  # what geopy's parsers trip over is the provider's fault, not a bug here
            met = error if isinstance(error, Trouble) else _trouble(error, self._fetcher.heard)
            raise Trouble(met.kind, without(self._options.secrets, met.sentence), met.retry_after_s) from None
        if self._fetcher.heard is None:
            raise Trouble(Kind.QUERY, "is not asked this: geopy does not send it; write the query otherwise")
        return places, self._fetcher.heard

    def _parameters(self, countries: Sequence[str]) -> dict[str, Any]:
        takes = inspect.signature(self._geocoder.geocode).parameters
        given: dict[str, Any] = {"exactly_one": False, **self._service.asked}
        if "limit" in takes:
            given["limit"] = MOST_PLACES
        if self._options.language:
            given["language"] = self._options.language
        named = next((p for p in _COUNTRY_PARAMETERS if p in takes), None)
        if not countries or not named or self._options.name in _WANTS_THREE_LETTERS:
            return given
        if self._options.name not in _TAKES_ONE_COUNTRY:
            given[named] = list(countries)
        elif len(countries) == 1:
            given[named] = countries[0]
        return given


def without(secrets: Iterable[str], sentence: str) -> str:
    """The sentence, with stars for what nobody should read over a shoulder or in a log.

    >>> without(["k3y-of-mine"], "there is no key k3y-of-mine")
    'there is no key ***'
    """
    for secret in secrets:
        sentence = sentence.replace(secret, "***")
    return sentence


def _trouble(error: Exception, heard: Heard | None) -> Trouble:
    if heard and heard.status >= 400:
        return of_status(heard.status, _said(heard.body), heard.retry_after_s)
    said = shown(printable(str(error)), 120)
    match error:
        case exc.GeocoderRateLimited():
            return of_status(429, said, error.retry_after)
        case exc.GeocoderQuotaExceeded() | exc.GeocoderAuthenticationFailure() | exc.GeocoderInsufficientPrivileges():
            return Trouble(Kind.REFUSED, f"refuses; check key and account. It says: {said}")
        case exc.GeocoderQueryError():
            return Trouble(Kind.QUERY, f"cannot make sense of the query. It says: {said}")
        case exc.GeocoderTimedOut() | exc.GeocoderUnavailable():
            return Trouble(Kind.DOWN, f"is out of order; go on later. It says: {said}")
        case exc.GeocoderServiceError():
            return Trouble(Kind.REFUSED, f"reports an error; check the options file. It says: {said}")
        case Nonsense():
            return Trouble(Kind.NONSENSE, f"answers with {error}; look the place up by hand")
        case _ if heard is None:
            return Trouble(Kind.QUERY, "is not asked this: geopy cannot send it; write the query otherwise")
        case ValueError():  # float() and geopy's Point raise it
            return Trouble(Kind.NONSENSE, "answers with a position that is none on Earth; look the place up by hand")
    return Trouble(Kind.NONSENSE, "answers with JSON that is no list of places; check domain, or look it up by hand")


def _said(body: str) -> str | None:
    """What the body of an error says, where it is JSON with a sentence in one of the usual places."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    while isinstance(told, dict):
        told = next((told[key] for key in ("error", "message", "title", "detail", "description") if key in told), None)
    return shown(printable(told), 120) if isinstance(told, str) and told.strip() else None


def _with_text(place: Found) -> Found:
    """The place, if its name can be written: JSON can hold half of a surrogate pair, which no file can."""
    try:
        place.name.encode()
    except UnicodeEncodeError:
        raise Nonsense("a name that is not text") from None
    return place
