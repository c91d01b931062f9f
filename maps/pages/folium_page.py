"""A folium map in a page of our own: everything inside one file, nothing fetched, no script but ours.

folium renders its map into a figure; `ViewerPage` is that figure. It takes from folium only the ``div`` and
the script of the map, both without any text of the data, puts the viewer beside them, and forbids
everything else by a Content-Security-Policy. Data enters as inert blocks (`maps.payload.encoding`).
"""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser
from typing import Any

import folium
from branca.element import Figure
from markupsafe import Markup

from maps.pages.templating import HTML_TEMPLATES, trusted_markup
from maps.viewer import bundle


class UnsafePageError(RuntimeError):
    """A page would carry a script or a style that is not ours. It is not written."""


class PlaneMap(folium.Map):
    """A folium map of the plane on which the viewer draws: no tiles, no CDN, the same ids each time."""

    # folium's own header would fetch ten files from content delivery networks.
    default_js: list[tuple[str, str]] = []  # noqa: RUF012  # folium's own attribute, not ours to annotate as ClassVar
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(self) -> None:
        # With tiles=None Leaflet's options pass through by their own names.
        super().__init__(
            location=(0, 0), zoom_start=0, crs="Simple", tiles=None, zoom_control=False, attributionControl=False,
            zoomSnap=0, zoomDelta=0.5, minZoom=-2, maxZoom=9, wheelPxPerZoomLevel=120, keyboard=True, inertia=True,
        )  # fmt: skip
        self._id = "atlas"


class ViewerPage(Figure):
    """The figure around a `PlaneMap`: renders a whole page.

    Parameters
    ----------
    title, description, language : str
        of the document.
    blocks : dict
        inert blocks by their element ids, as `maps.payload.encoding.encode` makes them.
    faces : str
        further ``@font-face`` rules, as `maps.pages.cjk_fonts.cjk_font_css` makes them.
    viewer : str
        the name of the built script and style that make the page: ``atlas`` or ``kiosk``.
    """

    def __init__(
        self,
        title: str,
        description: str,
        language: str,
        blocks: dict[str, str],
        faces: str = "",
        viewer: str = "atlas",
    ) -> None:
        super().__init__()
        self.bundle_name = viewer
        self.page_title, self.description, self.language, self.data_blocks = title, description, language, blocks
        self.font_css = faces

    def render(self, **kwargs: Any) -> str:
        """The page as HTML."""
        for child in self._children.values():
            child.render(**kwargs)
        body = "".join(child.render() for child in self.html._children.values()).strip()
        script = "".join(child.render() for child in self.script._children.values()).strip()
        styles = [f"{bundle.viewer_font_css()}\n{self.font_css}\n{bundle.read_text(f'{self.bundle_name}.css')}"]
        scripts = [bundle.read_text(f"{self.bundle_name}.js"), f"{script}\nliaison.start(map_atlas);"]
        page = HTML_TEMPLATES.get_template("page.html.j2").render(
            title=self.page_title,
            description=self.description,
            language=self.language,
            policy=content_security_policy(scripts, styles),
            styles=[_embedded(style) for style in styles],
            body=_embedded(body),
            blocks=self.data_blocks,
            scripts=[_embedded(script) for script in scripts],
        )
        verify_embedded_code(page, scripts, styles)
        return str(page)


def _embedded(text: str) -> Markup:
    """A script or a style of our own as an element holds it."""
    if "</script" in text or "</style" in text:
        raise UnsafePageError("a script or style of the viewer would end its own element")
    return trusted_markup(text)


def _csp_hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


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


class _EmbeddedCode(HTMLParser):
    """Collects what in a page could run or fetch."""

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


def verify_embedded_code(page: str, scripts: list[str], styles: list[str]) -> None:
    """Read the finished page back and compare what it carries with the list of what it should.

    Hashing whatever a page happens to contain would bless what was injected into it.

    Raises
    ------
    UnsafePageError
    """
    found = _EmbeddedCode()
    found.feed(page)
    if found.texts["script"] != scripts or found.texts["style"] != styles:
        raise UnsafePageError("the page carries a script or style that is not on the list")
    if found.violations:
        raise UnsafePageError("the page carries " + ", ".join(found.violations))
