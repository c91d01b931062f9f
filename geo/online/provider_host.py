"""Whether an address in the options may be used: a plain host, and without encryption only on this machine."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from liaison_atlas.geo.online.provider_errors import GeocoderSetupError
from liaison_atlas.seeds.tables.problems import quoted


def is_loopback(host: str) -> bool:
    """Whether a host is this machine.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("localhost.example.org")
    (True, True, False)
    """
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def validate_domain(option: str, domain: str, scheme: str) -> None:
    """Raise a `GeocoderSetupError` where a domain is none, or must not be used with this scheme."""
    if "://" in domain:
        raise GeocoderSetupError(
            f'{option} must not begin with {quoted(domain.split("://")[0])} and ://; write "example.org"'
        )
    host = _host(domain)
    if not host:
        raise GeocoderSetupError(
            f'{option} must be a host, as "example.org" or "localhost:8080" (got {quoted(domain)})'
        )
    if scheme == "http" and not is_loopback(host):
        raise GeocoderSetupError(
            f'scheme may be "http" only where {option} is this machine, as "localhost:8080"; take "https"'
        )


def _host(domain: str) -> str | None:
    """The host of ``host``, ``host:port`` or ``host/path``; ``None`` where there is more or less than that."""
    try:
        parts = urlsplit(f"//{domain}")
        port = parts.port  # raises where it is none
    except ValueError:
        return None
    has_more = parts.query or parts.fragment or re.search(r"[\s@\\?#]", domain)
    return None if has_more or port == 0 else parts.hostname
