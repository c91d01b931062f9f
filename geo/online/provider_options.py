"""The options of a provider, from a TOML or JSON file, held against what its geopy class takes."""

from __future__ import annotations

import inspect
import ipaddress
import json
import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any
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
# The default of geopy is http://api.geonames.org, which has no certificate; this host of theirs has one.
_DEFAULTS: Mapping[str, Mapping[str, Any]] = {"geonames": {"domain": "secure.geonames.org"}}


@dataclass(frozen=True, slots=True)
class ProviderOptions:
    """Validated options."""

    name: str
    geocoder_arguments: Mapping[str, Any] = field(repr=False)
    """What geopy's class is made with."""
    language: str | None
    pause_s: float
    store_key: str
    """What responses are stored under: the name, and the domain where the file names one."""
    secrets: tuple[str, ...] = field(repr=False)
    """What must not stand in any message."""


def read_options(path: Path) -> dict[str, Any]:
    """The options in a file; TOML, or JSON where its name ends so.

    Raises
    ------
    GeocoderSetupError
        Where it cannot be read, or is not a table of options.
    """
    try:
        text = path.read_text(encoding="utf-8")
        options = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except OSError as error:
        raise GeocoderSetupError(f"{path}: cannot be read ({error.strerror}); check its name") from None
    except (ValueError, RecursionError) as error:
        raise GeocoderSetupError(
            f"{path}: cannot be understood ({error}); write TOML, or JSON in a file named .json"
        ) from None
    if not isinstance(options, dict):
        raise GeocoderSetupError(f'{path}: must be a table of options, as {{"domain": "example.org"}}')
    return options


def validated_options(name: str, options: Mapping[str, Any]) -> ProviderOptions:
    """The options of a provider, validated.

    Raises
    ------
    GeocoderSetupError
        Where geopy has no such provider, or it takes no such option or value.
    """
    accepted = accepted_options(name)
    for option in options:
        if option not in accepted:
            guess = did_you_mean(option, accepted, "")
            raise GeocoderSetupError(
                f"{name} takes no option {quoted(option)}; {guess + ' ' if guess else ''}it takes {', '.join(accepted)}"
            )
    arguments: dict[str, Any] = {
        "user_agent": f"liaison-atlas/{version('liaison-atlas')}",
        "timeout": DEFAULT_TIMEOUT_S,
        **({"scheme": "https"} if "scheme" in accepted else {}),
        **_DEFAULTS.get(name, {}),
        **options,
    }
    for option, value in arguments.items():
        # A line break in a user agent would end its header and begin another.
        if option not in _NON_TEXT_OPTIONS and not _is_single_line_text(value):
            raise GeocoderSetupError(f"{option} must be a text on one line (got {value!r:.60})")
    numbers = {
        "timeout": (0.001, MAX_TIMEOUT_S),
        "token_lifetime": (1, 10_000),
        "pause_s": (0 if "domain" in options else DEFAULT_PAUSE_S, 3600),
    }
    for option in sorted(numbers.keys() & arguments.keys()):
        _validate_number(option, arguments[option], *numbers[option])
    _validate_scheme(arguments)
    proxies = arguments.get("proxies", {})
    if not all(map(_is_single_line_text, proxies.values() if isinstance(proxies, dict) else [proxies])):
        raise GeocoderSetupError('proxies must be a text, or a table as {"https": "http://proxy.example.org:3128"}')
    pause_s = arguments.pop("pause_s", DEFAULT_PAUSE_S)
    language = arguments.pop("language", None)
    if language is not None and not re.fullmatch(r"[A-Za-z0-9,;=.* -]{1,100}", language):
        raise GeocoderSetupError(f'language must be a code, as "de" (got {quoted(language)})')
    key = f"{name}@{options['domain'].strip('/').lower()}" if "domain" in options else name
    secrets = tuple(v for k, v in options.items() if k not in _PUBLIC_OPTIONS and isinstance(v, str) and len(v) > 3)
    return ProviderOptions(name, arguments, language, float(pause_s), key, secrets)


def accepted_options(name: str) -> list[str]:
    """The options that a provider takes, sorted.

    Raises
    ------
    GeocoderSetupError
        Where geopy has no such provider.
    """
    names = sorted(SERVICE_TO_GEOCODER)
    if name not in names:
        raise GeocoderSetupError(
            f"geopy has no geocoder {quoted(name)}; {did_you_mean(name, names, 'it has ' + ', '.join(names))}"
        )
    class_ = SERVICE_TO_GEOCODER[name]
    accepted = {*inspect.signature(class_.__init__).parameters, "pause_s"} - _EXCLUDED_OPTIONS
    return sorted(accepted | ({"language"} & set(inspect.signature(class_.geocode).parameters)))


def _is_single_line_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable()


def _validate_number(name: str, value: Any, minimum: float, maximum: float) -> None:
    is_valid = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if not is_valid or not minimum <= value <= maximum:
        raise GeocoderSetupError(f"{name} must be a number from {minimum:g} to {maximum:g} here (got {value!r:.60})")


def _validate_scheme(arguments: Mapping[str, Any]) -> None:
    scheme = arguments.get("scheme", "https")
    if scheme not in {"https", "http"}:
        raise GeocoderSetupError(f'scheme must be "https" (got {quoted(scheme)})')
    domains = [option for option in ("domain", "auth_domain") if option in arguments]
    for option in domains:
        _validate_domain(option, arguments[option], scheme)
    if scheme == "http" and not domains:
        raise GeocoderSetupError(
            'scheme may be "http" only with a domain on this machine, as "localhost:8080"; take "https"'
        )


def _validate_domain(option: str, domain: str, scheme: str) -> None:
    """A domain is a plain host, and without encryption only this machine."""
    if "://" in domain:
        raise GeocoderSetupError(
            f'{option} must not begin with {quoted(domain.split("://")[0])} and ://; write "example.org"'
        )
    try:
        parts = urlsplit(f"//{domain}")
        # A host, host:port or host/path, and nothing more; the port raises where it is none.
        is_host = bool(parts.hostname) and parts.port != 0 and not re.search(r"[\s@\\?#]", domain)
    except ValueError:
        is_host = False
    if not is_host:
        raise GeocoderSetupError(
            f'{option} must be a host, as "example.org" or "localhost:8080" (got {quoted(domain)})'
        )
    if scheme == "http" and not is_loopback(parts.hostname or ""):
        raise GeocoderSetupError(
            f'scheme may be "http" only where {option} is this machine, as "localhost:8080"; take "https"'
        )


def is_loopback(host: str) -> bool:
    """Whether a host is this machine.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("localhost.example.org")
    (True, True, False)
    """
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
