"""The network as a folium layer: ``PeriodNetwork(layers).add_to(any_folium_map)``.

It works in a notebook, with any tiles and other layers. The data is never compiled as a template or parsed as
HTML or JavaScript: it is in one inert block, and the viewer creates text nodes.
"""

from __future__ import annotations

import itertools
from typing import Any

from branca.element import Element, Figure
from folium.map import Layer

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.payload.encoding import encode
from liaison_atlas.maps.payload.payload_writer import payload
from liaison_atlas.maps.viewer import bundle

_layer_numbers = itertools.count(1)


class _RawElement(Element):
    """An element whose text is not compiled as a template; branca compiles all others twice."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **_kwargs: Any) -> str:
        return self.text


class PeriodNetwork(Layer):
    """A historical network on a folium map, with a slider for the year.

    Parameters
    ----------
    layers : PeriodLayers
        from ``layers.period_layers``.
    year : int, optional
        the year shown first; by default the middle of the period.
    name : str, optional
        the name in a layer control; by default the title of the data set.

    Raises
    ------
    ValueError
        if the year is outside the period.

    Examples
    --------
    >>> import folium
    >>> from liaison_atlas import layers, maps, seeds
    >>> network = layers.period_layers(seeds.read("seeds/oms"))
    >>> page = folium.Map((50, 30), zoom_start=3)
    >>> _ = maps.PeriodNetwork(network, year=1927).add_to(page)
    """

    def __init__(self, layers: PeriodLayers, year: int | None = None, name: str | None = None) -> None:
        super().__init__(name=name or layers.data.package.title, overlay=True, control=False)
        self._name = "PeriodNetwork"
        self._id = f"liaison_{next(_layer_numbers)}"  # folium's own ids are random
        self.layers = layers
        self.year = year if year is not None else (layers.first_year + layers.last_year) // 2
        if not layers.first_year <= self.year <= layers.last_year:
            raise ValueError(f"year must be from {layers.first_year} to {layers.last_year} (got {year})")

    def render(self, **_kwargs: Any) -> str:
        """Add the viewer, the data and the call that draws it to the figure of the map; returns an empty text."""
        figure = self.get_root()
        if not isinstance(figure, Figure) or self._parent is None:
            raise TypeError("PeriodNetwork must be added to a folium map before it is rendered")
        figure.header.add_child(_RawElement(f"<script>{bundle.read_text('layer.js')}</script>"), name="liaison_layer")
        block = f'<script type="application/octet-stream" id="{self.get_name()}_data">{encode(payload(self.layers))}</script>'
        figure.html.add_child(_RawElement(block), name=f"{self.get_name()}_data")
        call = (
            f"var {self.get_name()} = liaisonLayer.add({self._parent.get_name()}, "
            f'document.getElementById("{self.get_name()}_data").textContent, {{year: {self.year}}});'
        )
        figure.script.add_child(_RawElement(call), name=self.get_name())
        return ""
