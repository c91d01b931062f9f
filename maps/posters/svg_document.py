"""Writes a page that the viewer's scene has drawn as an SVG document, with its texts as glyph outlines.

Every text of the data becomes a text or an attribute of an element tree, which escapes it.
"""

from __future__ import annotations

import json
import math
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence

from liaison_atlas.maps.payload import scene_documents as documents
from liaison_atlas.maps.posters.font_files import UNITS_PER_EM
from liaison_atlas.maps.posters.typesetting import FontSet, TextLine, text_style

# Characters that XML 1.0 cannot contain (https://www.w3.org/TR/xml/#charsets).
_XML_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BASEMAP_ID, NETWORK_ID = "basemap-{}", "network-{}"
LONG_PATH = 2000  # characters


def svg_document(page: documents.PosterPage, basemaps: Sequence[Sequence[documents.RecordedItem]]) -> str:
    """A page as an SVG document.

    Parameters
    ----------
    page : PosterPage
        what the viewer's scene drew.
    basemaps : sequence of sequences of RecordedItem
        the basemaps that the maps of the page refer to by number.

    Returns
    -------
    str
        the SVG document.
    """
    return _SvgWriter(page, basemaps).document()


class _SvgWriter:
    """One document: repeated elements, such as glyphs and marks, are defined once."""

    def __init__(self, page: documents.PosterPage, basemaps: Sequence[Sequence[documents.RecordedItem]]) -> None:
        self._page = page
        self._basemaps = basemaps
        self._fonts = FontSet()
        self._definitions = ET.Element("defs")
        self._symbol_ids: dict[str, str] = {}
        self._path_ids: dict[str, str] = {}
        self._id_prefix = ""
        self._counts: Counter[str] = Counter()

    def document(self) -> str:
        page = self._page
        size = {"width": _number(page["width"]), "height": _number(page["height"])}
        view_box = f"0 0 {size['width']} {size['height']}"
        root = ET.Element(
            "svg",
            {"xmlns": "http://www.w3.org/2000/svg", **size, "viewBox": view_box, "xml:lang": page["language"]},
            role="img",
        )
        ET.SubElement(root, "title").text = _visible(page["title"])
        ET.SubElement(root, "desc").text = _visible(page["description"])
        root.append(self._definitions)
        self._add_items(root, page["items"])
        for glyph_id, outline in self._fonts.glyph_outlines().items():
            if outline:
                ET.SubElement(self._definitions, "path", id=glyph_id, d=outline)
        return ET.tostring(root, encoding="unicode") + "\n"

    def _new_id(self, kind: str) -> str:
        self._counts[self._id_prefix] += 1
        return f"{self._id_prefix}{kind}{self._counts[self._id_prefix]}"

    def _add_items(self, parent: ET.Element, items: Sequence[documents.RecordedItem]) -> None:
        for item in items:
            match item["op"]:
                case "fill":
                    paint = {"fill": self._paint(item["paint"])}
                    rule = {} if item["rule"] == "nonzero" else {"fill-rule": "evenodd"}
                    opacity = _opacity("fill-opacity", item["opacity"])
                    self._add_path(parent, item["shape"], {**paint, **rule, **opacity})
                case "stroke":
                    style = {"fill": "none", "stroke": self._paint(item["paint"])}
                    style |= {"stroke-width": _number(item["width"]), **_opacity("stroke-opacity", item["opacity"])}
                    if item["dash"]:
                        style["stroke-dasharray"] = " ".join(map(_number, item["dash"]))
                    if item["cap"] != "butt":
                        style["stroke-linecap"] = item["cap"]
                    if item["join"] != "miter":
                        style["stroke-linejoin"] = item["join"]
                    self._add_path(parent, item["shape"], style)
                case "text":
                    self._add_text(parent, item)
                case "clip":
                    clip = ET.SubElement(self._definitions, "clipPath", id=self._new_id("c"))
                    rule = {} if item["rule"] == "nonzero" else {"clip-rule": "evenodd"}
                    self._add_path(clip, item["shape"], rule)
                    clipped = ET.SubElement(parent, "g", {"clip-path": f"url(#{clip.get('id')})"})
                    self._add_items(clipped, item["items"])
                case "symbol":
                    group = ET.SubElement(parent, "g") if item.get("title") else parent
                    if item.get("title"):
                        ET.SubElement(group, "title").text = _visible(item["title"])
                    place = _transform(item["x"], item["y"], item["scale"])
                    ET.SubElement(group, "use", {"href": f"#{self._symbol_id(item['items'])}", **place})
                case "map":
                    x, y, width, height = (_number(item[name]) for name in ("x", "y", "width", "height"))
                    box = {"x": x, "y": y, "width": width, "height": height, "viewBox": f"0 0 {width} {height}"}
                    self._add_basemap(parent, item["basemap"], box)
                    frame = (
                        ET.SubElement(parent, "svg", {"id": NETWORK_ID.format(item["basemap"]), **box})
                        if item["clipped"]
                        else ET.SubElement(parent, "g", _transform(item["x"], item["y"], 1))
                    )
                    self._add_items(frame, item["items"])

    def _add_basemap(self, parent: ET.Element, number: int, box: dict[str, str]) -> None:
        """Add a basemap. It refers to nothing outside itself, so it can be drawn on its own, once for many posters."""
        basemap = ET.SubElement(parent, "svg", {"id": BASEMAP_ID.format(number), **box})
        outside = self._definitions, self._path_ids, self._id_prefix
        self._definitions, self._path_ids, self._id_prefix = ET.SubElement(basemap, "defs"), {}, f"b{number}-"
        self._add_items(basemap, self._basemaps[number])
        self._definitions, self._path_ids, self._id_prefix = outside

    def _add_path(self, parent: ET.Element, shape: documents.RecordedShape, style: dict[str, str]) -> None:
        """Add a path; a long one, such as the coasts that waterlines follow, is defined when it first occurs."""
        data, place = shape["data"], _transform(shape["x"], shape["y"], shape["scale"])
        if len(data) < LONG_PATH:
            ET.SubElement(parent, "path", {"d": data, **place, **style})
            return
        if data not in self._path_ids:
            self._path_ids[data] = self._new_id("p")
            ET.SubElement(self._definitions, "path", id=self._path_ids[data], d=data)
        ET.SubElement(parent, "use", {"href": f"#{self._path_ids[data]}", **place, **style})

    def _symbol_id(self, items: Sequence[documents.RecordedItem]) -> str:
        """The id of the symbol with these items; it is defined when it first occurs."""
        key = json.dumps(items)
        if key not in self._symbol_ids:
            symbol = ET.Element("g", id=self._new_id("s"))
            self._add_items(symbol, items)
            self._definitions.append(symbol)
            self._symbol_ids[key] = str(symbol.get("id"))
        return self._symbol_ids[key]

    def _paint(self, paint: str | documents.RecordedFade) -> str:
        if isinstance(paint, str):
            return paint
        (x1, y1), (x2, y2) = paint["from"], paint["to"]
        ends = dict(zip(("x1", "y1", "x2", "y2"), map(_number, (x1, y1, x2, y2)), strict=True))
        gradient = ET.SubElement(
            self._definitions, "linearGradient", {"id": self._new_id("f"), "gradientUnits": "userSpaceOnUse", **ends}
        )
        stops = [(paint["start"], "0"), (paint["end"], "1")]
        for offset, opacity in sorted(stops):
            stop = {"offset": _number(offset), "stop-color": paint["colour"], "stop-opacity": opacity}
            ET.SubElement(gradient, "stop", stop)
        return f"url(#{gradient.get('id')})"

    def _add_text(self, parent: ET.Element, item: documents.RecordedText) -> None:
        line = self._fonts.typeset(item["text"], text_style(item["font"]))
        scale = line.style.font_size / UNITS_PER_EM
        left = -line.advance / 2 if item["align"] == "center" else 0.0
        turn = f" rotate({_number(math.degrees(item['angle']))})" if item["angle"] else ""
        shift = f" translate({_number(left)} 0)" if turn and left else ""
        at = f"translate({_number(item['x'] + (0 if turn else left))} {_number(item['y'])})"
        transform = f"{at}{turn}{shift} scale({scale:.5g})"
        group = ET.SubElement(parent, "g", {"role": "img", "aria-label": _visible(item["text"])})
        if halo := item["halo"]:
            outline = {"fill": "none", "stroke": halo["colour"], "stroke-width": _number(halo["width"] / scale)}
            _add_glyphs(group, line, {"transform": transform, **outline, "stroke-linejoin": "round"})
        opacity = _opacity("fill-opacity", item["opacity"])
        _add_glyphs(group, line, {"transform": transform, "fill": item["colour"], **opacity})


def _add_glyphs(parent: ET.Element, line: TextLine, attributes: dict[str, str]) -> None:
    group = ET.SubElement(parent, "g", attributes)
    for glyph in line.glyphs:
        x, y = (round(value * UNITS_PER_EM / line.style.font_size) for value in (glyph.x, glyph.y))
        offset = {name: str(value) for name, value in (("x", x), ("y", y)) if value}
        ET.SubElement(group, "use", {"href": f"#{glyph.glyph_id}", **offset})


def _transform(x: float, y: float, scale: float) -> dict[str, str]:
    parts = [f"translate({_number(x)} {_number(y)})"] if x or y else []
    parts += [f"scale({scale:.5g})"] if scale != 1 else []
    return {"transform": " ".join(parts)} if parts else {}


def _opacity(name: str, opacity: float) -> dict[str, str]:
    return {} if opacity == 1 else {name: _number(opacity)}


def _number(value: float) -> str:
    """A number as text, rounded to hundredths.

    Returns
    -------
    str
        without trailing zeros.

    Examples
    --------
    >>> _number(41.0), _number(0.126), _number(-0.001), _number(1518)
    ('41', '0.13', '0', '1518')
    """
    return f"{round(value, 2) + 0:.8g}"


def _visible(text: str) -> str:
    """A text without the characters that XML cannot contain."""
    return _XML_ILLEGAL.sub("", text)
