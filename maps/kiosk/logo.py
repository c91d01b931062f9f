"""Reads the museum's logo: a small, valid PNG or SVG that loads no other files."""

from __future__ import annotations

import base64
import io
import warnings
from pathlib import Path
from xml.etree.ElementTree import ParseError

MAX_BYTES = 512 * 1024
MAX_SIDE_PX = 4096
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}svg"


class LogoError(ValueError):
    """A logo cannot be used; the message says why and what to do."""


def read_logo(path: Path) -> str:
    """Read a logo, as a ``data:`` address: in an ``<img>``, an SVG runs no script and fetches nothing.

    Returns
    -------
    str
        the picture, for ``kiosk.html``.

    Raises
    ------
    LogoError
        if it is neither a PNG nor an SVG, or is too large.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is none"
        raise LogoError(f"{path.name} cannot be read: {reason}; name a file in the folder of kiosk.toml") from None
    if len(content) > MAX_BYTES:
        raise LogoError(f"{path.name} is larger than {MAX_BYTES // 1024} kB; reduce it")
    kind, check = ("png", _check_png) if content.startswith(_PNG) else ("svg+xml", _check_svg)
    check(path.name, content)
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def _check_png(name: str, content: bytes) -> None:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # Pillow warns about a picture that is large when decompressed
            with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
                width, height = picture.size
                picture.verify()
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        raise LogoError(f"{name} is a damaged PNG; save it again") from None
    if max(width, height) > MAX_SIDE_PX:
        raise LogoError(f"{name} is {width} x {height} pixels; reduce it to at most {MAX_SIDE_PX} pixels per side")


def _check_svg(name: str, content: bytes) -> None:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        if fromstring(content, forbid_dtd=True).tag == _SVG:
            return
    except DefusedXmlException:
        raise LogoError(f"{name} declares a document type or entities; save it as plain SVG") from None
    except (ParseError, ValueError, LookupError, RecursionError):
        pass
    raise LogoError(f"{name} is neither a PNG nor an SVG; save it as one of them")
