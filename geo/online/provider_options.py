"""The options of a provider, read from a TOML or JSON file and checked against the arguments of its geopy class."""

from __future__ import annotations

import inspect
import ipaddress
import json
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from geopy.geocoders import SERVICE_TO_GEOCODER

from liaison_atlas.geo.online.provider_errors import GeocoderSetupError
from liaison_atlas.seeds.tables.problems import did_you_mean, quoted

DEFAULT_PAUSE_S = 1.0
DEFAULT_TIMEOUT_S = 10.0
MAX_TIMEOUT_S = 120.0

_EXCLUDED_OPTIONS = {"self", "adapter_factory", "ssl_context"}
_PUBLIC_OPTIONS = {"domain", "auth_domain", "scheme", "user_agent", "referer", "language"}
_NON_TEXT_OPTIONS = {"timeout", "proxies", "token_lifetime", "pause_s"}
# geopy's default is http://api.geonames.org, which has no certificate; this host of GeoNames has one.
_DEFAULTS: Mapping[str, Mapping[str, Any]] = {"geonames": {"domain": "secure.geonames.org"}}


@dataclass(frozen=True, slots=True)
class ProviderOptions:
    """Validated options."""

    name: str
    geocoder_arguments: Mapping[str, Any] = field(repr=False)
    """The arguments for geopy's class."""
    language: str | None
    pause_s: float
    store_key: str
    """The key of stored responses: the name, and the domain if the file has one."""
    secrets: tuple[str, ...] = field(repr=False)
    """Texts that no message may contain."""


def read_options(path: Path) -> dict[str, Any]:
    """Return the options in a file: TOML, or JSON if its name ends in ``.json``.

    Returns
    -------
    dict
        not validated yet; see `validated_options`.

    Raises
    ------
    GeocoderSetupError
        If it cannot be read, or is not a table of options.
    """
    try:
        text = path.read_text(encoding="utf-8")
        options = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except OSError as error:
        raise GeocoderSetupError(f"{path}: cannot be read ({error.strerror}); check its name") from None
    except (ValueError, RecursionError) as error:
        raise GeocoderSetupError(
            f"{path}: cannot be parsed ({error}); write TOML, or JSON in a file named .json"
        ) from None
    _require(isinstance(options, dict), f'{path}: must be a table of options, such as {{"domain": "example.org"}}')
    return cast("dict[str, Any]", options)


def validated_options(name: str, options: Mapping[str, Any]) -> ProviderOptions:
    """Validate the options of a provider.

    Returns
    -------
    ProviderOptions
        the options, with defaults for those that are left out.

    Raises
    ------
    GeocoderSetupError
        If geopy has no such provider, or the provider takes no such option or value.
    """
    accepted = accepted_options(name)
    for option in options:
        guess = did_you_mean(option, accepted, "").rstrip() if option not in accepted else ""
        it_takes = f"{guess} it takes {', '.join(accepted)}".lstrip()
        _require(option in accepted, f"{name} takes no option {quoted(option)}; {it_takes}")
    arguments: dict[str, Any] = {
        "user_agent": f"liaison-atlas/{version('liaison-atlas')}",
        "timeout": DEFAULT_TIMEOUT_S,
        **({"scheme": "https"} if "scheme" in accepted else {}),
        **_DEFAULTS.get(name, {}),
        **options,
    }
    for option, value in arguments.items():
        # A line break in a user agent would end its header and begin another one.
        is_text = option in _NON_TEXT_OPTIONS or _is_single_line_text(value)
        _require(is_text, f"{option} must be a string on one line (got {value!r:.60})")
    numbers = {
        "timeout": (0.001, MAX_TIMEOUT_S),
        "token_lifetime": (1, 10_000),
        "pause_s": (0 if "domain" in options else DEFAULT_PAUSE_S, 3600),
    }
    for option in sorted(numbers.keys() & arguments.keys()):
        _validate_number(option, arguments[option], *numbers[option])
    _validate_scheme(arguments)
    proxies = arguments.get("proxies", {})
    _require(
        all(map(_is_single_line_text, proxies.values() if isinstance(proxies, dict) else [proxies])),
        'proxies must be a string, or a table such as {"https": "http://proxy.example.org:3128"}',
    )
    pause_s = arguments.pop("pause_s", DEFAULT_PAUSE_S)
    language = arguments.pop("language", None)
    is_code = re.fullmatch(r"[A-Za-z0-9,;=.* -]{1,100}", language or "en")
    _require(is_code, f'language must be a code such as "de" (got {quoted(language or "")})')
    key = f"{name}@{options['domain'].strip('/').lower()}" if "domain" in options else name
    secrets = tuple(v for k, v in options.items() if k not in _PUBLIC_OPTIONS and isinstance(v, str) and len(v) > 3)
    return ProviderOptions(name, arguments, language, float(pause_s), key, secrets)


def accepted_options(name: str) -> list[str]:
    """Return the options that a provider takes, sorted.

    Returns
    -------
    list of str
        the arguments of its class in geopy that can be set in a file, and ``pause_s``.

    Raises
    ------
    GeocoderSetupError
        If geopy has no such provider.
    """
    names = sorted(SERVICE_TO_GEOCODER)
    others = did_you_mean(name, names, "it has " + ", ".join(names))
    _require(name in names, f"geopy has no geocoder {quoted(name)}; {others}")
    class_ = SERVICE_TO_GEOCODER[name]
    accepted = {*inspect.signature(class_.__init__).parameters, "pause_s"} - _EXCLUDED_OPTIONS
    return sorted(accepted | ({"language"} & set(inspect.signature(class_.geocode).parameters)))


def _is_single_line_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable()


def _validate_number(name: str, value: Any, minimum: float, maximum: float) -> None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    message = f"{name} must be a number from {minimum:g} to {maximum:g} here (got {value!r:.60})"
    _require(is_number and minimum <= value <= maximum, message)


def _require(holds: object, message: str) -> None:
    if not holds:
        raise GeocoderSetupError(message)


def _validate_scheme(arguments: Mapping[str, Any]) -> None:
    scheme = arguments.get("scheme", "https")
    _require(scheme in {"https", "http"}, f'scheme must be "https" (got {quoted(scheme)})')
    domains = [option for option in ("domain", "auth_domain") if option in arguments]
    for option in domains:
        host = _host(option, arguments[option])
        _require(
            scheme == "https" or is_loopback(host),
            f'scheme may be "http" only where {option} is this machine, such as "localhost:8080"; use "https"',
        )
    _require(
        scheme == "https" or domains,
        'scheme may be "http" only with a domain on this machine, such as "localhost:8080"; use "https"',
    )


def _host(option: str, domain: str) -> str:
    """The host of a domain, which must be ``host``, ``host:port`` or ``host/path``."""
    scheme, is_address, _ = domain.partition("://")
    _require(not is_address, f'{option} must not begin with {quoted(scheme)} and ://; write "example.org"')
    host = None
    with suppress(ValueError):  # an invalid port raises
        parts = urlsplit(f"//{domain}")
        host = parts.hostname if parts.port != 0 and not re.search(r"[\s@\\?#]", domain) else None
    _require(host, f'{option} must be a host such as "example.org" or "localhost:8080" (got {quoted(domain)})')
    return host or ""


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine.

    Returns
    -------
    bool
        false for every other name, because names are not resolved.

    Examples
    --------
    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("localhost.example.org")
    (True, True, False)
    """
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
