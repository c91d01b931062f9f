"""The Content-Security-Policy of a page, and a check of the scripts and styles in the finished page."""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser

from markupsafe import Markup

from liaison_atlas.maps.pages.templating import trusted_markup


class UnsafePageError(RuntimeError):
    """A page would contain a script or a style that is not our own. It is not written."""


def content_security_policy(scripts: list[str], styles: list[str]) -> str:
    """A policy that allows these scripts and styles, pictures and fonts within the page, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + (" ".join(map(_csp_hash, scripts)) or "'none'"),
            "style-src " + (" ".join(map(_csp_hash, styles)) or "'none'"),
            "img-src data: blob:",
            "font-src data:",
            "connect-src 'none'",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )


def _csp_hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def verify_embedded_code(page: str, scripts: list[str], styles: list[str]) -> None:
    """Parse the finished page and compare its scripts and styles with the expected ones.

    A policy with the hashes of whatever a page contains would also allow injected code.

    Raises
    ------
    UnsafePageError
    """
    embedded = _EmbeddedCode()
    embedded.feed(page)
    if embedded.texts["script"] != scripts or embedded.texts["style"] != styles:
        raise UnsafePageError("the page carries a script or style that is not on the list")
    if embedded.violations:
        raise UnsafePageError("the page carries " + ", ".join(embedded.violations))


class _EmbeddedCode(HTMLParser):
    """Collects everything in a page that can run code or load files."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self.violations: list[str] = []
        self._open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if any(name.startswith("on") or name == "style" for name in given):
            self.violations.append(f"<{tag}> with a handler or style of its own")
        if given.get("src") or (tag == "link"):
            self.violations.append(f"<{tag}> that fetches")
        inert = tag == "script" and given.get("type") == "application/octet-stream"
        if tag in self.texts and not inert:
            self._open = tag
            self.texts[tag].append("")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = None


def embedded_code(text: str) -> Markup:
    """A script or style of our own as the content of its element.

    Returns
    -------
    Markup
        the same text, which templates do not escape.

    Raises
    ------
    UnsafePageError
        if the text would close the element.
    """
    if "</script" in text or "</style" in text:
        raise UnsafePageError("a script or style of the viewer would end its own element")
    return trusted_markup(text)
