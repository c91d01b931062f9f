"""Whether an address in the options may be asked: a plain host, and without encryption only on this machine."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from geo.online.trouble import OnlineError
from seeds.problems import shown


def is_loopback(host: str) -> bool:
    """Whether a host is this machine.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("localhost.example.org")
    (True, True, False)
    """
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def hold_domain(option: str, domain: str, scheme: str) -> None:
    """Raise an `OnlineError` where a domain is none, or must not be asked by this scheme."""
    if "://" in domain:
        raise OnlineError(f'{option} must not begin with {shown(domain.split("://")[0])} and ://; write "example.org"')
    host = _host(domain)
    if not host:
        raise OnlineError(f'{option} must be a host, as "example.org" or "localhost:8080" (got {shown(domain)})')
    if scheme == "http" and not is_loopback(host):
        raise OnlineError(
            f'scheme may be "http" only where {option} is this machine, as "localhost:8080"; take "https"'
        )


def _host(domain: str) -> str | None:
    """The host of ``host``, ``host:port`` or ``host/path``; ``None`` where there is more or less than that."""
    try:
        parts = urlsplit(f"//{domain}")
        port = parts.port  # raises where it is none
    except ValueError:
        return None
    more = parts.query or parts.fragment or re.search(r"[\s@\\?#]", domain)
    return None if more or port == 0 else parts.hostname
