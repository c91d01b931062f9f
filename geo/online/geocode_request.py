"""One attempt at a query: geopy's geocoder is called, and whatever it raises becomes a `ProviderError`."""

from __future__ import annotations

import inspect
import json
import re
import warnings
from collections.abc import Iterable, Sequence
from functools import partial
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
_ERROR_TEXT_KEYS = ("error", "message", "title", "detail", "description")


class GeocoderClient:
    """A geocoder of geopy's, made with our own HTTP adapter.

    Raises
    ------
    GeocoderSetupError
        Where geopy does not accept the options.
    """

    def __init__(self, options: ProviderOptions, rate_limiter: RateLimiter) -> None:
        self._options = options
        self._service = service(options.name)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of options that are going out of use, which is not our user's to mend
                self._geocoder = get_geocoder_for_service(options.name)(
                    **options.geocoder_arguments, adapter_factory=partial(HttpAdapter, rate_limiter=rate_limiter)
                )
        except (exc.GeopyError, ValueError, TypeError) as error:
            message = redacted(options.secrets, re.sub(r"^\S*__init__\(\)", "it is", str(error)))
            raise GeocoderSetupError(
                f"{options.name} cannot be opened: {printable(message)}; check the options file"
            ) from None
        self.http_adapter: HttpAdapter = self._geocoder.adapter

    def geocode(self, query: str, countries: Sequence[str]) -> tuple[tuple[GeocodedPlace, ...], HttpResponse]:
        """The places of a name, and what was received.

        Raises
        ------
        ProviderError
            Where there is no useful response.
        GeocoderSetupError
            Where the store, which reserves the slots, fails.
        """
        self.http_adapter.last_response = None
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # geopy warns of what it then raises
                locations = self._geocoder.geocode(query, **self._geocode_arguments(countries))
                found = locations if isinstance(locations, list) else [locations]
                places = tuple(self._place(location) for location in found[:MAX_PLACES] if location is not None)
        except GeocoderSetupError:
            raise
        except Exception as error:  # what geopy's parsers trip over is the provider's fault, not a bug here
            failure = _provider_error(error, self.http_adapter.last_response)
            message = redacted(self._options.secrets, failure.message)
            raise ProviderError(failure.kind, message, failure.retry_after_s) from None
        if self.http_adapter.last_response is None:
            raise ProviderError(
                ErrorKind.BAD_QUERY, "is not asked this: geopy does not send it; write the query otherwise"
            )
        return places, self.http_adapter.last_response

    def _place(self, location: Any) -> GeocodedPlace:
        place = self._service.parse_location(location)
        try:
            place.name.encode()
        except UnicodeEncodeError:  # JSON can hold half of a surrogate pair, which no file can
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


def redacted(secrets: Iterable[str], sentence: str) -> str:
    """The sentence, with asterisks in place of secrets, for screens and logs.

    >>> redacted(["k3y-of-mine"], "there is no key k3y-of-mine")
    'there is no key ***'
    """
    for secret in secrets:
        sentence = sentence.replace(secret, "***")
    return sentence


_GEOPY_ERRORS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], ErrorKind, str], ...] = (
    ((exc.GeocoderQuotaExceeded, exc.GeocoderAuthenticationFailure, exc.GeocoderInsufficientPrivileges), ErrorKind.REFUSED, "refuses; check key and account. It says: {says}"),
    (exc.GeocoderQueryError, ErrorKind.BAD_QUERY, "cannot make sense of the query. It says: {says}"),
    ((exc.GeocoderTimedOut, exc.GeocoderUnavailable), ErrorKind.UNAVAILABLE, "is out of order; go on later. It says: {says}"),
    (exc.GeocoderServiceError, ErrorKind.REFUSED, "reports an error; check the options file. It says: {says}"),
    (InvalidPlaceError, ErrorKind.INVALID_PLACE, "answers with {error}; look the place up by hand"),
)  # fmt: skip
"""What an error of geopy's or of a service means, the first that fits."""


def _provider_error(error: Exception, response: HttpResponse | None) -> ProviderError:
    if isinstance(error, ProviderError):
        return error
    if response and response.status >= 400:
        return error_for_status(response.status, _error_text(response.body), response.retry_after_s)
    says = quoted(printable(str(error)), 120)
    if isinstance(error, exc.GeocoderRateLimited):
        return error_for_status(429, says, error.retry_after)
    for class_, kind, sentence in _GEOPY_ERRORS:
        if isinstance(error, class_):
            return ProviderError(kind, sentence.format(says=says, error=error))
    if response is None:
        return ProviderError(ErrorKind.BAD_QUERY, "is not asked this: geopy cannot send it; write the query otherwise")
    if isinstance(error, ValueError):  # float() and geopy's Point raise it
        what = "a position that is none on Earth; look the place up by hand"
    else:
        what = "JSON that is no list of places; check domain, or look it up by hand"
    return ProviderError(ErrorKind.INVALID_PLACE, f"answers with {what}")


def _error_text(body: str) -> str | None:
    """What the body of an error says, where it is JSON with a sentence in one of the usual places."""
    try:
        text = json.loads(body)
    except (ValueError, RecursionError):
        return None
    while isinstance(text, dict):
        text = next((text[key] for key in _ERROR_TEXT_KEYS if key in text), None)
    return quoted(printable(text), 120) if isinstance(text, str) and text.strip() else None
