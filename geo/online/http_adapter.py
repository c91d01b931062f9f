"""Send one request of geopy safely: https, a limited body, a limited time, and no redirect to another host."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import time
from collections.abc import Mapping
from contextlib import closing
from email.message import Message
from typing import Any, NoReturn
from urllib.parse import urljoin, urlsplit

import urllib3
from geopy.adapters import AdapterHTTPError, RequestsAdapter
from requests import Request, RequestException, Response
from requests.utils import requote_uri, should_bypass_proxies

from liaison_atlas.geo.online.provider_errors import ErrorKind, ProviderError
from liaison_atlas.geo.online.provider_options import is_loopback
from liaison_atlas.geo.online.provider_result import HttpResponse
from liaison_atlas.geo.online.rate_limiter import RateLimiter
from liaison_atlas.seeds.tables.problems import quoted

MAX_BODY_BYTES = 2_000_000
"""The maximum size of a response in bytes. Ten places take some ten thousand."""
BODY_TIMEOUT_S = 60.0
"""The maximum time for a body in seconds, even if parts of it keep arriving."""
MAX_REDIRECTS = 3

_NETWORK_ERRORS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], ErrorKind, str], ...] = (
    (TimeoutError, ErrorKind.TIMED_OUT, "did not respond within {timeout:g} s; raise timeout in the options file, or try again later"),
    (socket.gaierror, ErrorKind.UNREACHABLE, "cannot be found: there is no host {host}; is this machine online, is domain right?"),
    (ConnectionRefusedError, ErrorKind.UNREACHABLE, "cannot be reached: there is no server at {host}; check domain, or try again later"),
    (ssl.SSLCertVerificationError, ErrorKind.UNREACHABLE, "cannot be trusted: {error.verify_message}; check domain and this machine's clock"),
    ((ConnectionError, http.client.BadStatusLine), ErrorKind.CONNECTION_LOST, "closed the connection; try again later"),
    ((http.client.HTTPException, ssl.SSLError), ErrorKind.MALFORMED_RESPONSE, "does not send valid HTTP ({error.__class__.__name__}); check domain"),
    (OSError, ErrorKind.UNREACHABLE, "cannot be reached: {reason}; is this machine online?"),
)  # fmt: skip
"""The meaning of network errors; the first matching row applies."""


class HttpAdapter(RequestsAdapter):
    """geopy's adapter for ``requests``, for one provider. It stores the last response and keeps to the rate limit.

    Each request goes directly to the transport, not through a session. A session would add its own headers, return
    cookies, and read the body of a redirect, however long.
    """

    def __init__(self, *, proxies: Any, ssl_context: Any, rate_limiter: RateLimiter) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context, max_retries=0)
        self.last_response: HttpResponse | None = None
        self._rate_limiter = rate_limiter

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:
        """Return the response of a provider as parsed JSON."""
        text = self.get_text(url, timeout=timeout, headers=headers)
        if not text.strip():
            raise _malformed("sent an empty response; try again later")
        if text.lstrip().startswith("<"):
            raise _malformed("sent a web page instead of a result; does this network require a login, is domain right?")
        try:
            return json.loads(text, parse_constant=_reject_constant)
        except (ValueError, RecursionError):
            raise _malformed("sent a response that is not JSON; check domain, or try again later") from None

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """Return the response of a provider as text. geopy handles a status of 400 and more."""
        self.last_response = None
        try:
            response, body = self._response_without_redirects(url, timeout, headers)
        except (OSError, http.client.HTTPException, urllib3.exceptions.HTTPError, ValueError) as error:
            raise _network_error(error, urlsplit(url).netloc.rpartition("@")[2], timeout) from None
        content_type = Message()
        content_type["Content-Type"] = response.headers.get("Content-Type", "")
        try:
            text = body.decode(content_type.get_content_charset() or "utf-8")
        except (LookupError, ValueError):
            if response.status_code < 400:
                raise _malformed("sent a response that is not text; check domain, or try again later") from None
            text = ""
        self.last_response = HttpResponse(response.status_code, text, _retry_after_s(response))
        if response.status_code >= 400:
            raise AdapterHTTPError(
                f"status {response.status_code}", status_code=response.status_code, headers=response.headers, text=text
            )
        return text

    def _response_without_redirects(
        self, url: str, timeout: float, headers: Mapping[str, str]
    ) -> tuple[Response, bytes]:
        """The response after all redirects, and its body."""
        for _ in range(MAX_REDIRECTS + 1):
            parts = urlsplit(url)
            is_local = is_loopback(parts.hostname or "")
            if parts.scheme != "https" and not is_local:
                raise ProviderError(ErrorKind.REFUSED, 'would be queried without encryption; set scheme = "https"')
            request = Request("GET", url, headers=headers).prepare()
            proxies = {} if is_local or should_bypass_proxies(url, None) else self.session.proxies
            self._rate_limiter.wait()
            response = self.session.get_adapter(url).send(request, stream=True, timeout=timeout, proxies=proxies)
            with closing(response):
                if not 300 <= response.status_code < 400:
                    return response, self._body(response.raw)
                target = self.session.get_redirect_target(response)
            new = urlsplit(urljoin(url, requote_uri(target or "data:")))
            if new.scheme not in {"http", "https"}:
                break
            # Do not send keys and queries to another host.
            if new.hostname != parts.hostname or new.scheme not in {parts.scheme, "https"}:
                where = f"{new.scheme}://{new.hostname or ''}"[:60]
                raise _malformed(
                    f"redirects to {where}; if that is right, set domain in the options file, and if not, check the network"
                )
            url = new.geturl()
        raise _malformed(
            f"redirects too often, or to something that is not a web page ({response.status_code}); check domain in the options file"
        )

    def _body(self, raw: urllib3.HTTPResponse) -> bytes:
        latest = time.monotonic() + BODY_TIMEOUT_S
        body = bytearray()
        try:
            while part := raw.read1(65536, decode_content=False):
                body += part
                if len(body) > MAX_BODY_BYTES:
                    raise _malformed(f"sent more than {MAX_BODY_BYTES // 1_000_000} MB; check domain")
                if time.monotonic() > latest:
                    raise ProviderError(
                        ErrorKind.TIMED_OUT, f"did not finish its response within {BODY_TIMEOUT_S:g} s; try again later"
                    )
        except urllib3.exceptions.ProtocolError:
            raise ProviderError(
                ErrorKind.CONNECTION_LOST, "closed the connection during its response; try again later"
            ) from None
        return bytes(body)


def _malformed(sentence: str) -> ProviderError:
    return ProviderError(ErrorKind.MALFORMED_RESPONSE, sentence)


def _reject_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not JSON")


def _retry_after_s(response: Response) -> float | None:
    """The wait in seconds from ``Retry-After``, a number or a date; ``None`` if it is neither."""
    try:
        return urllib3.Retry().parse_retry_after(response.headers.get("Retry-After", ""))
    except (urllib3.exceptions.InvalidHeader, ValueError, OverflowError):
        return None


def _network_error(error: BaseException | None, host: str, timeout: float) -> ProviderError:
    """The kind and the message of a network error. The error's own text is not repeated, because it may hold a key."""
    while error is not None:
        reason = getattr(error, "strerror", None) or quoted(str(error), 80)  # such as a refusal of a proxy
        for class_, kind, sentence in _NETWORK_ERRORS:
            # The exceptions of ``requests`` only wrap the others.
            if isinstance(error, class_) and not isinstance(error, RequestException):
                return ProviderError(kind, sentence.format(error=error, host=host, timeout=timeout, reason=reason))
        error = error.__cause__ or error.__context__
    return _malformed("has no valid address, or redirects to one that is not valid; check domain")
