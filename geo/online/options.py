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

from geopy.geocoders import SERVICE_TO_GEOCODER, get_geocoder_for_service

from geo.online.trouble import OnlineError
from seeds.problems import did_you_mean, shown

PAUSE_S = 1.0
TIMEOUT_S = 10.0
LONGEST_S = 120.0

_NOT_FROM_A_FILE = {"self", "adapter_factory", "ssl_context"}
_PUBLIC = {"domain", "auth_domain", "scheme", "user_agent", "referer", "language"}
# geopy's default is http://api.geonames.org, which has no certificate of its own; this one has.
_DEFAULTS: Mapping[str, Mapping[str, Any]] = {"geonames": {"domain": "secure.geonames.org"}}


@dataclass(frozen=True, slots=True)
class Options:
    """Options that were found good: what geopy's class is made with, and what is ours."""

    name: str
    made_with: Mapping[str, Any]
    language: str | None
    pause_s: float
    key: str
    """What answers are kept under: the name, and the domain where the file names one."""
    secrets: tuple[str, ...] = field(repr=False)
    """What must not stand in any sentence."""


def read_options(path: Path) -> dict[str, Any]:
    """The options in a file; TOML, or JSON where its name ends so.

    Raises
    ------
    OnlineError
        Where it cannot be read, or is not a table of options.
    """
    try:
        text = path.read_text(encoding="utf-8")
        options = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except OSError as error:
        raise OnlineError(f"{path}: cannot be read ({error.strerror}); check its name") from None
    except (ValueError, RecursionError) as error:
        raise OnlineError(
            f"{path}: cannot be understood ({error}); write TOML, or JSON in a file named .json"
        ) from None
    if not isinstance(options, dict):
        raise OnlineError(f'{path}: must be a table of options, as {{"domain": "..."}}')
    return options


def checked(name: str, options: Mapping[str, Any]) -> Options:
    """The options of a provider, found good.

    Raises
    ------
    OnlineError
        Where geopy has no such provider, or it takes no such option or value.
    """
    names = sorted(SERVICE_TO_GEOCODER)
    if name not in names:
        raise OnlineError(
            f"geopy has no geocoder {shown(name)}; {did_you_mean(name, names, 'it has ' + ', '.join(names))}"
        )
    class_ = get_geocoder_for_service(name)
    takes = [p for p in inspect.signature(class_.__init__).parameters if p not in _NOT_FROM_A_FILE] + ["pause_s"]
    if "language" in inspect.signature(class_.geocode).parameters:
        takes.append("language")
    for option in options:
        if option not in takes:
            listed = f"it takes {', '.join(sorted(takes))}"
            guess = did_you_mean(option, takes, "")
            raise OnlineError(f"{name} takes no option {shown(option)}; {guess + ' ' if guess else ''}{listed}")
    made: dict[str, Any] = {"user_agent": f"liaison-atlas/{version('liaison-atlas')}", "timeout": TIMEOUT_S}
    made |= {"scheme": "https"} if "scheme" in takes else {}
    made |= {**_DEFAULTS.get(name, {}), **options}
    pause_s = _number("pause_s", made.pop("pause_s", PAUSE_S), 0, 3600)
    language = made.pop("language", None)
    if language is not None and not (isinstance(language, str) and re.fullmatch(r"[A-Za-z0-9,;=.*-]{1,100}", language)):
        raise OnlineError(f'language must be a code, as "de" (got {language!r:.60})')
    _number("timeout", made["timeout"], 0.001, LONGEST_S)
    for option, value in made.items():
        if option not in {"timeout", "proxies", "token_lifetime"} and not _is_word(value):
            raise OnlineError(f"{option} must be a text on one line (got {type(value).__name__})")
    for option in ("domain", "auth_domain"):
        if option in made:
            _hold_domain(option, made[option], made.get("scheme"))
    if made.get("scheme", "https") not in {"https", "http"}:
        raise OnlineError(f'scheme must be "https" (got {shown(made["scheme"])})')
    if made.get("scheme") == "http" and not ("domain" in made and is_loopback(_host(made["domain"]) or "")):
        raise OnlineError('scheme may be "http" only with a domain on this machine, as "localhost:8080"; take "https"')
    if pause_s < PAUSE_S and "domain" not in options:
        raise OnlineError(f"pause_s must be {PAUSE_S:g} at least, but for a domain of your own (got {pause_s:g})")
    key = f"{name}@{options['domain'].strip('/').lower()}" if "domain" in options else name
    secrets = tuple(v for k, v in options.items() if k not in _PUBLIC and isinstance(v, str) and len(v) > 3)
    return Options(name, made, language, pause_s, key, secrets)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("localhost.example.org")
    (True, True, False)
    """
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _number(name: str, value: Any, least: float, most: float) -> float:
    good = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if not good or not least <= value <= most:
        raise OnlineError(f"{name} must be a number of seconds from {least:g} to {most:g} (got {value!r:.60})")
    return float(value)


def _is_word(value: Any) -> bool:
    # A line break in a user agent would end its header and begin another.
    return isinstance(value, str) and value.isprintable()


def _host(domain: str) -> str | None:
    try:
        parts = urlsplit(f"//{domain}")
        port = parts.port  # raises where it is none
    except ValueError:
        return None
    plain = not (parts.query or parts.fragment or "@" in parts.netloc or re.search(r"[\s\\?#]", domain))
    return parts.hostname if plain and port != 0 else None


def _hold_domain(option: str, domain: str, scheme: str | None) -> None:
    if "://" in domain:
        raise OnlineError(
            f'{option} must be without {domain.split("://")[0][:20]}://; write it as {option} = "example.org"'
        )
    if not _host(domain):
        raise OnlineError(f'{option} must be a host, as "example.org" or "localhost:8080" (got {shown(domain)})')
