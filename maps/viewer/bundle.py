"""Reads the built viewer in the package: scripts, styles, fonts, land, marks, colours, licences."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

DIST_FOLDER = Path(__file__).parent / "dist"


class ViewerNotBuiltError(RuntimeError):
    """The package was installed without its viewer."""


def path(name: str) -> Path:
    """The path of a built file.

    Returns
    -------
    Path
        in the folder ``dist``.

    Raises
    ------
    ViewerNotBuiltError
        if the viewer was not built.
    """
    file = DIST_FOLDER / name
    if not file.exists():
        raise ViewerNotBuiltError(
            f"the viewer is not built ({name} is missing); install the package anew: pip install -e ."
        )
    return file


@cache
def read_text(name: str) -> str:
    """A built file as text."""
    return path(name).read_text(encoding="utf-8")


@cache
def read_json(name: str) -> Any:
    """A built JSON file."""
    return json.loads(read_text(name))


@cache
def viewer_font_css() -> str:
    """The viewer's fonts as ``@font-face`` rules with the fonts embedded."""
    rule = (
        "@font-face{{font-family:'{family}';font-style:{style};font-weight:{weight};font-display:swap;"
        "unicode-range:{unicodeRange};src:url(data:font/woff2;base64,{base64}) format('woff2')}}"
    )
    return "\n".join(rule.format(**font) for font in read_json("fonts.json"))
