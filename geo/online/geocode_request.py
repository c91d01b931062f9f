"""One attempt at a query: geopy's geocoder is called, and whatever it raises becomes a `ProviderError`."""

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

from liaison_atlas.geo.online.http_adapter import HttpAdapter, HttpResponse
from liaison_atlas.geo.online.provider_errors import ErrorKind, GeocoderSetupError, ProviderError, error_for_status
from liaison_atlas.geo.online.provider_options import ProviderOptions
from liaison_atlas.geo.online.provider_result import GeocodedPlace, InvalidPlaceError
from liaison_atlas.geo.online.rate_limiter import RateLimiter
from liaison_atlas.geo.online.services import service
from liaison_atlas.seeds.tables.problems import printable, quoted

MAX_PLACES = 10

_COUNTRY_PARAMETERS = ("country_codes", "countries", "country")
_ALPHA3_SERVICES = {"herev7"}
_SINGLE_COUNTRY_SERVICES = {"geokeo"}


class GeocoderClient:
    """A geocoder of geopy's, made with our own HTTP adapter.

    Raises
    ------
    GeocoderSetupError
        Where geopy does not accept the options.
    """

    def __init__(self, options: ProviderOptions, rate_limiter: RateLimiter, now: Callable[[], datetime]) -> None:
        self._options = options
        self._service = service(options.name)
        adapters: list[HttpAdapter] = []

        def fetcher(*, proxies: Any, ssl_context: Any) -> HttpAdapter:
            adapters.append(HttpAdapter(proxies=proxies, ssl_context=ssl_context, rate_limiter=rate_limiter, now=now))
            return adapters[-1]

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of options that are going out of use, which is not our user's to mend
                self._geocoder = get_geocoder_for_service(options.name)(
                    **options.geocoder_arguments, adapter_factory=fetcher
                )
        except (exc.GeopyError, ValueError, TypeError) as error:
            message = redacted(options.secrets, re.sub(r"^\S*__init__\(\)", "it is", str(error)))
            raise GeocoderSetupError(
                f"{options.name} cannot be opened: {printable(message)}; check the options file"
            ) from None
        self._http_adapter = adapters[-1]

    def geocode(self, query: str, countries: Sequence[str]) -> tuple[tuple[GeocodedPlace, ...], HttpResponse]:
        """The places of a name, and what was received.

        Raises
        ------
        ProviderError
            Where there is no useful response.
        GeocoderSetupError
            Where the store, which reserves the slots, fails.
        """
        self._http_adapter.last_response = None
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # geopy warns of what it then raises
                locations = self._geocoder.geocode(query, **self._geocode_arguments(countries))
                location_list = locations if isinstance(locations, list) else [locations]
                known = [place for place in location_list[:MAX_PLACES] if place is not None]
                places = tuple(_with_encodable_name(self._service.parse_location(place)) for place in known)
        except GeocoderSetupError:
            raise
        except Exception as error:  # what geopy's parsers trip over is the provider's fault, not a bug here
            provider_error = (
                error if isinstance(error, ProviderError) else _provider_error(error, self._http_adapter.last_response)
            )
            raise ProviderError(
                provider_error.kind,
                redacted(self._options.secrets, provider_error.message),
                provider_error.retry_after_s,
            ) from None
        if self._http_adapter.last_response is None:
            raise ProviderError(
                ErrorKind.BAD_QUERY, "is not asked this: geopy does not send it; write the query otherwise"
            )
        return places, self._http_adapter.last_response

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


def redacted(secrets: Iterable[str], sentence: str) -> str:
    """The sentence, with asterisks in place of secrets, for screens and logs.

    >>> redacted(["k3y-of-mine"], "there is no key k3y-of-mine")
    'there is no key ***'
    """
    for secret in secrets:
        sentence = sentence.replace(secret, "***")
    return sentence


def _provider_error(error: Exception, response: HttpResponse | None) -> ProviderError:
    if response and response.status >= 400:
        return error_for_status(response.status, _error_text(response.body), response.retry_after_s)
    provider_message = quoted(printable(str(error)), 120)
    match error:
        case exc.GeocoderRateLimited():
            return error_for_status(429, provider_message, error.retry_after)
        case exc.GeocoderQuotaExceeded() | exc.GeocoderAuthenticationFailure() | exc.GeocoderInsufficientPrivileges():
            return ProviderError(ErrorKind.REFUSED, f"refuses; check key and account. It says: {provider_message}")
        case exc.GeocoderQueryError():
            return ProviderError(ErrorKind.BAD_QUERY, f"cannot make sense of the query. It says: {provider_message}")
        case exc.GeocoderTimedOut() | exc.GeocoderUnavailable():
            return ProviderError(ErrorKind.UNAVAILABLE, f"is out of order; go on later. It says: {provider_message}")
        case exc.GeocoderServiceError():
            return ProviderError(
                ErrorKind.REFUSED, f"reports an error; check the options file. It says: {provider_message}"
            )
        case InvalidPlaceError():
            return ProviderError(ErrorKind.INVALID_PLACE, f"answers with {error}; look the place up by hand")
        case _ if response is None:
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
        provider_message = json.loads(body)
    except (ValueError, RecursionError):
        return None
    while isinstance(provider_message, dict):
        provider_message = next(
            (
                provider_message[key]
                for key in ("error", "message", "title", "detail", "description")
                if key in provider_message
            ),
            None,
        )
    return (
        quoted(printable(provider_message), 120)
        if isinstance(provider_message, str) and provider_message.strip()
        else None
    )


def _with_encodable_name(place: GeocodedPlace) -> GeocodedPlace:
    """The place, if its name can be written: JSON can hold half of a surrogate pair, which no file can."""
    try:
        place.name.encode()
    except UnicodeEncodeError:
        raise InvalidPlaceError("a name that is not text") from None
    return place
