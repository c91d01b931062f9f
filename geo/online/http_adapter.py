"""One request of geopy's, held to what is safe: https, a bounded body, a bounded time, the same host to the end."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import urllib.error
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from typing import Any, NamedTuple, NoReturn
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, Request, build_opener, getproxies

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter

from liaison_atlas.geo.online.provider_errors import ErrorKind, ProviderError
from liaison_atlas.geo.online.provider_host import is_loopback
from liaison_atlas.geo.online.rate_limiter import RateLimiter, retry_after_s
from liaison_atlas.seeds.tables.problems import quoted

MAX_BODY_BYTES = 2_000_000
"""Bytes. Ten places are some ten thousand."""
BODY_TIMEOUT_S = 60.0
"""A body that comes in drops is given up after so long, however lively each drop."""
MAX_REDIRECTS = 3


class HttpResponse(NamedTuple):
    """The last response of a provider."""

    status: int
    body: str
    retry_after_s: float | None


class _SameHostRedirectHandler(HTTPRedirectHandler):
    """Follow a redirect only where it stays with the requested host: keys and queries go nowhere else."""

    max_redirections = MAX_REDIRECTS
    max_repeats = MAX_REDIRECTS

    def http_error_302(self, req: Request, fp: Any, code: int, msg: str, headers: Any) -> Any:
        fp.close()  # urllib would read its body, however long, and leave it open where it cannot follow
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if (new.scheme, new.hostname) not in {(old.scheme, old.hostname), ("https", old.hostname)}:
            where = f"{new.scheme}://{new.hostname or ''}"[:60]
            raise ProviderError(
                ErrorKind.MALFORMED_RESPONSE,
                f"sends us on to {where}; if that is right, set domain in the options file, and if not, check the network",
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class HttpAdapter(BaseSyncAdapter):
    """geopy's adapter to the network, for one provider. It stores the last response, and keeps to the rate limit."""

    def __init__(
        self, *, proxies: Any, ssl_context: Any, rate_limiter: RateLimiter, now: Callable[[], datetime]
    ) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self.last_response: HttpResponse | None = None
        self._rate_limiter = rate_limiter
        self._now = now
        self._ssl_context = ssl_context
        self._proxies = getproxies() if proxies is None else proxies

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:
        """What a provider sends, as JSON."""
        text = self.get_text(url, timeout=timeout, headers=headers)
        if not text.strip():
            raise ProviderError(ErrorKind.MALFORMED_RESPONSE, "sends an empty answer; go on later")
        if text.lstrip().startswith("<"):
            raise ProviderError(
                ErrorKind.MALFORMED_RESPONSE,
                "sends a web page instead of an answer; does this network want a login first, is domain right?",
            )
        try:
            return json.loads(text, parse_constant=_reject_constant)
        except (ValueError, RecursionError):
            raise ProviderError(
                ErrorKind.MALFORMED_RESPONSE, "sends something that is not JSON; check domain, or go on later"
            ) from None

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """What a provider sends, as text. A status of 400 and more is geopy's to judge."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme != "https" and not is_loopback(host):
            raise ProviderError(ErrorKind.REFUSED, 'would be asked without encryption; set scheme = "https"')
        self.last_response = None
        if self._ssl_context is None and parts.scheme == "https":  # reads all certificates that the system trusts
            self._ssl_context = ssl.create_default_context()
        opener = build_opener(
            HTTPSHandler(context=self._ssl_context),
            ProxyHandler({} if is_loopback(host) else self._proxies),
            _SameHostRedirectHandler,
        )
        self._rate_limiter.wait()
        try:
            try:
                response = opener.open(Request(url, headers=dict(headers)), timeout=timeout)  # noqa: S310 (see above)
            except urllib.error.HTTPError as error:
                response = error
            with closing(response):
                body = b"" if 300 <= response.status < 400 else self._read_body(response)
        except ProviderError:
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _network_error(error, parts.netloc.rpartition("@")[2], timeout) from None
        return self._checked_text(response, body)

    def _checked_text(self, response: Any, body: bytes) -> str:
        status = int(response.status)
        if 300 <= status < 400:
            raise ProviderError(
                ErrorKind.MALFORMED_RESPONSE,
                f"sends us on and on, or to what is no web page ({status}); check domain in the options file",
            )
        try:
            text = body.decode(response.headers.get_content_charset() or "utf-8")
        except (LookupError, ValueError):
            if status < 400:
                raise ProviderError(
                    ErrorKind.MALFORMED_RESPONSE, "sends something that is not text; check domain, or go on later"
                ) from None
            text = ""
        self.last_response = HttpResponse(status, text, retry_after_s(response.headers.get("Retry-After"), self._now()))
        if status >= 400:
            lower = {name.lower(): value for name, value in response.headers.items()}
            raise AdapterHTTPError(f"status {status}", status_code=status, headers=lower, text=text)
        return text

    def _read_body(self, response: Any) -> bytes:
        content_length = response.headers.get("Content-Length", "")
        chunked = "Transfer-Encoding" in response.headers
        length = (
            int(content_length)
            if content_length.isascii() and content_length.isdigit() and len(content_length) < 19 and not chunked
            else None
        )
        latest = self._rate_limiter.clock() + BODY_TIMEOUT_S
        parts: list[bytes] = []
        size = 0
        while size != length and (part := response.read1(65536)):
            parts.append(part)
            size += len(part)
            if size > MAX_BODY_BYTES:
                raise ProviderError(
                    ErrorKind.MALFORMED_RESPONSE, f"sends more than {MAX_BODY_BYTES // 1_000_000} MB; check domain"
                )
            if self._rate_limiter.clock() > latest:
                raise ProviderError(
                    ErrorKind.TIMED_OUT, f"was not done with its answer after {BODY_TIMEOUT_S:g} s; go on later"
                )
        if length is not None and size < length:
            raise ProviderError(ErrorKind.CONNECTION_LOST, "broke off in the middle of its answer; go on later")
        return b"".join(parts)


def _reject_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not JSON")


def _network_error(error: Exception, host: str, timeout: float) -> ProviderError:
    """The kind and the sentence of what the network threw. The error's own text may hold a key: it is not repeated."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return ProviderError(
            ErrorKind.TIMED_OUT,
            f"did not answer within {timeout:g} s; raise timeout in the options file, or go on later",
        )
    if isinstance(reason, socket.gaierror):
        return ProviderError(
            ErrorKind.UNREACHABLE, f"cannot be found: there is no host {host}; is this machine online, is domain right?"
        )
    if isinstance(reason, ConnectionRefusedError):
        return ProviderError(
            ErrorKind.UNREACHABLE, f"cannot be reached: nothing listens at {host}; check domain, or go on later"
        )
    if isinstance(reason, ssl.SSLCertVerificationError):
        return ProviderError(
            ErrorKind.UNREACHABLE, f"cannot be trusted: {reason.verify_message}; check domain and this machine's clock"
        )
    if isinstance(reason, ConnectionError | http.client.IncompleteRead | http.client.BadStatusLine):
        return ProviderError(ErrorKind.CONNECTION_LOST, "broke off the connection; go on later")
    if isinstance(reason, http.client.HTTPException | ssl.SSLError):
        return ProviderError(
            ErrorKind.MALFORMED_RESPONSE, f"does not speak HTTP as agreed ({type(reason).__name__}); check domain"
        )
    if isinstance(reason, OSError):
        what = reason.strerror or quoted(str(reason), 80)  # such as a proxy's no
        return ProviderError(ErrorKind.UNREACHABLE, f"cannot be reached: {what}; is this machine online?")
    return ProviderError(
        ErrorKind.MALFORMED_RESPONSE, "has no address that can be asked, or sends us on to such; check domain"
    )
