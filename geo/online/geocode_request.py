"""One attempt at a question: geopy's geocoder is called, and all that it may throw is told as a `ProviderError`."""

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

from geo.online.http_adapter import HttpAdapter, HttpResponse
from geo.online.provider_errors import ErrorKind, GeocoderSetupError, ProviderError, error_for_status
from geo.online.provider_options import ProviderOptions
from geo.online.provider_result import GeocodedPlace, InvalidPlaceError
from geo.online.rate_limiter import RateLimiter
from geo.online.services import service
from seeds.tables.problems import printable, quoted

MAX_PLACES = 10

_COUNTRY_PARAMETERS = ("country_codes", "countries", "country")
_ALPHA3_SERVICES = {"herev7"}
_SINGLE_COUNTRY_SERVICES = {"geokeo"}


class GeocoderClient:
    """A geocoder of geopy's, made with our way to the network.

    Raises
    ------
    OnlineError
        Where geopy does not accept the options.
    """

    def __init__(self, options: ProviderOptions, pace: RateLimiter, now: Callable[[], datetime]) -> None:
        self._options = options
        self._service = service(options.name)
        made: list[HttpAdapter] = []

        def fetcher(*, proxies: Any, ssl_context: Any) -> HttpAdapter:
            made.append(HttpAdapter(proxies=proxies, ssl_context=ssl_context, pace=pace, now=now))
            return made[-1]

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of options that are going out of use, which is not our user's to mend
                self._geocoder = get_geocoder_for_service(options.name)(
                    **options.geocoder_arguments, adapter_factory=fetcher
                )
        except (exc.GeopyError, ValueError, TypeError) as error:
            said = redacted(options.secrets, re.sub(r"^\S*__init__\(\)", "it is", str(error)))
            raise GeocoderSetupError(
                f"{options.name} cannot be opened: {printable(said)}; check the options file"
            ) from None
        self._http_adapter = made[-1]

    def geocode(self, query: str, countries: Sequence[str]) -> tuple[tuple[GeocodedPlace, ...], HttpResponse]:
        """The places of a name, and what was received.

        Raises
        ------
        Trouble
            Where there is no answer of use.
        OnlineError
            Where the store, which counts the turns, fails.
        """
        self._http_adapter.last_response = None
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # geopy warns of what it then raises
                located = self._geocoder.geocode(query, **self._geocode_arguments(countries))
                listed = located if isinstance(located, list) else [located]
                known = [place for place in listed[:MAX_PLACES] if place is not None]
                places = tuple(_with_encodable_name(self._service.parse_location(place)) for place in known)
        except GeocoderSetupError:
            raise
        except Exception as error:  # what geopy's parsers trip over is the provider's fault, not a bug here
            met = (
                error if isinstance(error, ProviderError) else _provider_error(error, self._http_adapter.last_response)
            )
            raise ProviderError(met.kind, redacted(self._options.secrets, met.message), met.retry_after_s) from None
        if self._http_adapter.last_response is None:
            raise ProviderError(
                ErrorKind.BAD_QUERY, "is not asked this: geopy does not send it; write the query otherwise"
            )
        return places, self._http_adapter.last_response

    def _geocode_arguments(self, countries: Sequence[str]) -> dict[str, Any]:
        takes = inspect.signature(self._geocoder.geocode).parameters
        given: dict[str, Any] = {"exactly_one": False, **self._service.geocode_arguments}
        if "limit" in takes:
            given["limit"] = MAX_PLACES
        if self._options.language:
            given["language"] = self._options.language
        named = next((p for p in _COUNTRY_PARAMETERS if p in takes), None)
        if not countries or not named or self._options.name in _ALPHA3_SERVICES:
            return given
        if self._options.name not in _SINGLE_COUNTRY_SERVICES:
            given[named] = list(countries)
        elif len(countries) == 1:
            given[named] = countries[0]
        return given


def redacted(secrets: Iterable[str], sentence: str) -> str:
    """The sentence, with stars for what nobody should read over a shoulder or in a log.

    >>> redacted(["k3y-of-mine"], "there is no key k3y-of-mine")
    'there is no key ***'
    """
    for secret in secrets:
        sentence = sentence.replace(secret, "***")
    return sentence


def _provider_error(error: Exception, heard: HttpResponse | None) -> ProviderError:
    if heard and heard.status >= 400:
        return error_for_status(heard.status, _error_text(heard.body), heard.retry_after_s)
    said = quoted(printable(str(error)), 120)
    match error:
        case exc.GeocoderRateLimited():
            return error_for_status(429, said, error.retry_after)
        case exc.GeocoderQuotaExceeded() | exc.GeocoderAuthenticationFailure() | exc.GeocoderInsufficientPrivileges():
            return ProviderError(ErrorKind.REFUSED, f"refuses; check key and account. It says: {said}")
        case exc.GeocoderQueryError():
            return ProviderError(ErrorKind.BAD_QUERY, f"cannot make sense of the query. It says: {said}")
        case exc.GeocoderTimedOut() | exc.GeocoderUnavailable():
            return ProviderError(ErrorKind.UNAVAILABLE, f"is out of order; go on later. It says: {said}")
        case exc.GeocoderServiceError():
            return ProviderError(ErrorKind.REFUSED, f"reports an error; check the options file. It says: {said}")
        case InvalidPlaceError():
            return ProviderError(ErrorKind.INVALID_PLACE, f"answers with {error}; look the place up by hand")
        case _ if heard is None:
            return ProviderError(
                ErrorKind.BAD_QUERY, "is not asked this: geopy cannot send it; write the query otherwise"
            )
        case ValueError():  # float() and geopy's Point raise it
            return ProviderError(
                ErrorKind.INVALID_PLACE, "answers with a position that is none on Earth; look the place up by hand"
            )
    return ProviderError(
        ErrorKind.INVALID_PLACE, "answers with JSON that is no list of places; check domain, or look it up by hand"
    )


def _error_text(body: str) -> str | None:
    """What the body of an error says, where it is JSON with a sentence in one of the usual places."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    while isinstance(told, dict):
        told = next((told[key] for key in ("error", "message", "title", "detail", "description") if key in told), None)
    return quoted(printable(told), 120) if isinstance(told, str) and told.strip() else None


def _with_encodable_name(place: GeocodedPlace) -> GeocodedPlace:
    """The place, if its name can be written: JSON can hold half of a surrogate pair, which no file can."""
    try:
        place.name.encode()
    except UnicodeEncodeError:
        raise InvalidPlaceError("a name that is not text") from None
    return place
