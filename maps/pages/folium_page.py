"""A folium map in a page of our own: one file that loads nothing and runs only our own scripts.

folium renders its map into a figure; `ViewerPage` is that figure. It takes only the ``div`` and the script of the map
from folium, both without any text of the data. It adds the viewer, and forbids everything else with a
Content-Security-Policy. Data is added as inert blocks (`maps.payload.encoding`).
"""

from __future__ import annotations

from typing import Any

import folium
from branca.element import Figure

from liaison_atlas.maps.pages.content_security import content_security_policy, embedded_code, verify_embedded_code
from liaison_atlas.maps.pages.templating import HTML_TEMPLATES
from liaison_atlas.maps.viewer import bundle


class PlaneMap(folium.Map):
    """A folium map of the plane on which the viewer draws: no tiles, no CDN, the same ids each time."""

    # folium's own header would load ten files from content delivery networks.
    default_js: list[tuple[str, str]] = []  # noqa: RUF012  # folium's own attribute, not ours to annotate as ClassVar
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(self) -> None:
        # With tiles=None, folium passes Leaflet's options through unchanged.
        super().__init__(
            location=(0, 0), zoom_start=0, crs="Simple", tiles=None, zoom_control=False, attributionControl=False,
            zoomSnap=0, zoomDelta=0.5, minZoom=-2, maxZoom=9, wheelPxPerZoomLevel=120, keyboard=True, inertia=True,
        )  # fmt: skip
        self._id = "atlas"


class ViewerPage(Figure):
    """The figure around a `PlaneMap`: renders a complete page.

    Parameters
    ----------
    title, description, language : str
        those of the document.
    blocks : dict
        inert blocks by their element ids, from `maps.payload.encoding.encode`.
    font_css : str
        additional ``@font-face`` rules, from `maps.pages.cjk_fonts.cjk_font_css`.
    viewer : str
        name of the built script and style of the page: ``atlas`` or ``kiosk``.
    """

    def __init__(
        self,
        title: str,
        description: str,
        language: str,
        blocks: dict[str, str],
        font_css: str = "",
        viewer: str = "atlas",
    ) -> None:
        super().__init__()
        self.document = {"title": title, "description": description, "language": language, "blocks": blocks}
        self.viewer, self.font_css = viewer, font_css

    def render(self, **kwargs: Any) -> str:
        """The page as HTML."""
        for child in self._children.values():
            child.render(**kwargs)
        body = "".join(child.render() for child in self.html._children.values()).strip()
        script = "".join(child.render() for child in self.script._children.values()).strip()
        styles = [f"{bundle.viewer_font_css()}\n{self.font_css}\n{bundle.read_text(f'{self.viewer}.css')}"]
        scripts = [bundle.read_text(f"{self.viewer}.js"), f"{script}\nliaison.start(map_atlas);"]
        page = HTML_TEMPLATES.get_template("page.html.j2").render(
            **self.document,
            policy=content_security_policy(scripts, styles),
            styles=[embedded_code(style) for style in styles],
            body=embedded_code(body),
            scripts=[embedded_code(script) for script in scripts],
        )
        verify_embedded_code(page, scripts, styles)
        return str(page)
