"""The widths of texts as a browser's canvas measures them, for the viewer's drawing code.

    widths = TextWidths(fonts)
    call_measured(engine.call, widths.width, "drawPoster", 1927, "en")

Draw such a text in the style of `maps.posters.typesetting.text_style`: its advance is the width that was measured.
"""

from __future__ import annotations

from dataclasses import replace

from liaison_atlas.maps.payload.scene_documents import SceneFont
from liaison_atlas.maps.posters.font_files import UNITS_PER_EM
from liaison_atlas.maps.posters.typesetting import FontSet, TextStyle, text_style


class TextWidths:
    """Measures texts, each once in all sizes.

    Parameters
    ----------
    fonts : FontSet
    """

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._widths_em: dict[tuple[str, TextStyle], float] = {}

    def width(self, font: SceneFont, text: str) -> float:
        """The width of a text in px.

        Parameters
        ----------
        font : SceneFont
            its family, weight, size and spacing.
        text : str
            on one line.

        Returns
        -------
        float
            0 for an empty text.
        """
        size = font["size"]
        if not size:
            return 0.0
        # The spacing is part of the key, as a share of the size: texts that are spaced have no ligatures.
        spacing = font["spacing"] * UNITS_PER_EM / size
        key = text, replace(text_style(font), font_size=UNITS_PER_EM, letter_spacing=spacing)
        if key not in self._widths_em:
            self._widths_em[key] = self._fonts.typeset(*key).advance / UNITS_PER_EM
        return self._widths_em[key] * size
