"""The widths of texts as a browser's canvas measures them, for the viewer's drawing code.

    widths = TextWidths(fonts)
    call_measured(engine.call, widths.width, "drawScene", request)

Draw such a text in the style that `scene_text_style` returns: its advance is the width that was measured.
"""

from __future__ import annotations

from dataclasses import replace

from maps.posters.font_files import UNITS_PER_EM
from maps.posters.typesetting import FontSet, TextStyle
from maps.scene.scene_engine import Font


def scene_text_style(font: Font) -> TextStyle:
    """The style of a text that the viewer's code draws in a font of the canvas."""
    return TextStyle(
        font["family"], font["size"], font["weight"], font["italic"], letter_spacing=font["spacing"], as_on_canvas=True
    )


class TextWidths:
    """Measures texts, each once in all sizes.

    Parameters
    ----------
    fonts : FontSet
    """

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._widths_em: dict[tuple[str, TextStyle], float] = {}

    def width(self, font: Font, text: str) -> float:
        """The width of a text in px.

        Parameters
        ----------
        font : Font
        text : str

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
        key = text, replace(scene_text_style(font), font_size=UNITS_PER_EM, letter_spacing=spacing)
        if key not in self._widths_em:
            self._widths_em[key] = self._fonts.typeset(*key).advance / UNITS_PER_EM
        return self._widths_em[key] * size
