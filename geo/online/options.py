"""The options of a provider, from a TOML or JSON file, held against what its geopy class takes."""

from __future__ import annotations

import inspect
import json
import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from geopy.geocoders import SERVICE_TO_GEOCODER

from geo.online.address import hold_domain
from geo.online.trouble import OnlineError
from seeds.problems import did_you_mean, shown

PAUSE_S = 1.0
TIMEOUT_S = 10.0
LONGEST_TIMEOUT_S = 120.0

_NOT_FROM_A_FILE = {"self", "adapter_factory", "ssl_context"}
_NOT_SECRET = {"domain", "auth_domain", "scheme", "user_agent", "referer", "language"}
_NOT_TEXT = {"timeout", "proxies", "token_lifetime", "pause_s"}
# The default of geopy is http://api.geonames.org, which has no certificate; this host of theirs has one.
_DEFAULTS: Mapping[str, Mapping[str, Any]] = {"geonames": {"domain": "secure.geonames.org"}}


@dataclass(frozen=True, slots=True)
class Options:
    """Options that were found good."""

    name: str
    made_with: Mapping[str, Any] = field(repr=False)
    """What geopy's class is made with."""
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
        raise OnlineError(f'{path}: must be a table of options, as {{"domain": "example.org"}}')
    return options


def checked(name: str, options: Mapping[str, Any]) -> Options:
    """The options of a provider, found good.

    Raises
    ------
    OnlineError
        Where geopy has no such provider, or it takes no such option or value.
    """
    takes = taken_by(name)
    for option in options:
        if option not in takes:
            guess = did_you_mean(option, takes, "")
            raise OnlineError(
                f"{name} takes no option {shown(option)}; {guess + ' ' if guess else ''}it takes {', '.join(takes)}"
            )
    made: dict[str, Any] = {"user_agent": f"liaison-atlas/{version('liaison-atlas')}", "timeout": TIMEOUT_S}
    if "scheme" in takes:
        made["scheme"] = "https"
    made |= {**_DEFAULTS.get(name, {}), **options}
    for option, value in made.items():
        # A line break in a user agent would end its header and begin another.
        if option not in _NOT_TEXT and not _is_line(value):
            raise OnlineError(f"{option} must be a text on one line (got {value!r:.60})")
    _hold_number("timeout", made["timeout"], 0.001, LONGEST_TIMEOUT_S)
    _hold_scheme(made)
    if "token_lifetime" in made:
        _hold_number("token_lifetime", made["token_lifetime"], 1, 10_000)
    proxies = made.get("proxies", {})
    if not _is_line(proxies) and not (isinstance(proxies, dict) and all(map(_is_line, proxies.values()))):
        raise OnlineError('proxies must be a text, or a table as {"https": "http://proxy.example.org:3128"}')
    pause_s = made.pop("pause_s", PAUSE_S)
    _hold_number("pause_s", pause_s, 0 if "domain" in options else PAUSE_S, 3600)
    language = made.pop("language", None)
    if language is not None and not re.fullmatch(r"[A-Za-z0-9,;=.* -]{1,100}", language):
        raise OnlineError(f'language must be a code, as "de" (got {shown(language)})')
    key = f"{name}@{options['domain'].strip('/').lower()}" if "domain" in options else name
    secrets = tuple(v for k, v in options.items() if k not in _NOT_SECRET and isinstance(v, str) and len(v) > 3)
    return Options(name, made, language, float(pause_s), key, secrets)


def taken_by(name: str) -> list[str]:
    """The options that a provider takes, sorted.

    Raises
    ------
    OnlineError
        Where geopy has no such provider.
    """
    names = sorted(SERVICE_TO_GEOCODER)
    if name not in names:
        raise OnlineError(
            f"geopy has no geocoder {shown(name)}; {did_you_mean(name, names, 'it has ' + ', '.join(names))}"
        )
    class_ = SERVICE_TO_GEOCODER[name]
    takes = {*inspect.signature(class_.__init__).parameters, "pause_s"} - _NOT_FROM_A_FILE
    return sorted(takes | ({"language"} & set(inspect.signature(class_.geocode).parameters)))


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable()


def _hold_number(name: str, value: Any, least: float, most: float) -> None:
    good = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if not good or not least <= value <= most:
        raise OnlineError(f"{name} must be a number from {least:g} to {most:g} here (got {value!r:.60})")


def _hold_scheme(made: Mapping[str, Any]) -> None:
    scheme = made.get("scheme", "https")
    if scheme not in {"https", "http"}:
        raise OnlineError(f'scheme must be "https" (got {shown(scheme)})')
    domains = [option for option in ("domain", "auth_domain") if option in made]
    for option in domains:
        hold_domain(option, made[option], scheme)
    if scheme == "http" and not domains:
        raise OnlineError('scheme may be "http" only with a domain on this machine, as "localhost:8080"; take "https"')
