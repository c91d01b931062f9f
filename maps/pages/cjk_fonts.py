"""Chinese fonts for a page: the characters that the data set needs, from a font of thirty thousand.

The built viewer has Noto Sans SC in slices by frequency. A page has one CSS rule per slice with only the characters
that it needs. So it stays small and looks the same on a machine without a Chinese font.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from liaison_atlas import layers
from liaison_atlas.layers.wording.languages import language_for
from liaison_atlas.layers.wording.messages import messages_for
from liaison_atlas.maps.ground.sea_names import sea_names
from liaison_atlas.maps.payload.localized_texts import country_name
from liaison_atlas.maps.viewer import bundle
from liaison_atlas.seeds.sources.reference_formatting import reference_text
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.interning import column_values
from liaison_atlas.seeds.tables.records import RECORDS

CJK_CHARACTERS = re.compile("[\u2e80-\uffef]")
LOCALES_FOLDER = Path(layers.__file__).parent / "locales"
_UNICODE_RANGE = re.compile("unicode-range:([^;]+);")


def cjk_characters(data: Dataset) -> frozenset[str]:
    """The Chinese characters and their punctuation that a page of a data set may show."""
    return frozenset(
        character for text in _dataset_texts(data) if not text.isascii() for character in CJK_CHARACTERS.findall(text)
    )


def _dataset_texts(data: Dataset) -> Iterator[str]:
    package = data.package
    yield from (package.title, package.subtitle, package.description)
    for record in RECORDS:
        for name in (field.name for field in fields(record) if field.type in ("str", "str | None")):
            yield "\n".join(filter(None, column_values(getattr(data, record.table), name)))
    for source in data.sources.values():
        yield from (reference_text(source), source.field("note"))
    for strand in package.strands:
        yield from (strand.title, strand.note)
        yield from (text for language, text in (*strand.labels, *strand.notes) if language in package.languages)
    for table in package.tables:
        for field in table.fields:
            yield from (label for _, label in field.categories)
            yield from (label for (_, language), label in field.labels.items() if language in package.languages)
    for language in package.languages:
        yield messages_for(language).source
        yield repr(language_for(language))
        yield from (country_name(place.country, language) for place in data.places if place.country)
        yield from sea_names(language)
        messages = LOCALES_FOLDER / f"{language.split('-')[0]}.ftl"
        if messages.exists():
            yield messages.read_text(encoding="utf-8")


def cjk_font_css(characters: frozenset[str]) -> str:
    """``@font-face`` rules with these characters embedded; empty if there are none."""
    kept_characters, css = _KEPT.get()
    return css if characters == kept_characters else _make_css(characters)


def keep_font_css(characters: frozenset[str], css: str) -> None:
    """Cache the rules that another process has made, because making them takes seconds."""
    _KEPT.set((characters, css))


_KEPT: ContextVar[tuple[frozenset[str], str]] = ContextVar("_KEPT", default=(frozenset(), ""))


def page_font_css(page: str, characters: frozenset[str] | None = None) -> str:
    """The rules of `cjk_font_css` that a page needs; empty if it has no Chinese characters.

    Parameters
    ----------
    page : str
        the complete page as HTML.
    characters : frozenset of str, optional
        the characters of the data set, from `cjk_characters`: then the rules are shared with the other pages.

    Returns
    -------
    str
        CSS, one rule per line.
    """
    used = frozenset(CJK_CHARACTERS.findall(page))
    if not used:
        return ""
    points = set(map(ord, used))
    rules = cjk_font_css(characters if characters and used <= characters else used).splitlines()
    return "\n".join(rule for rule in rules if points & _code_points(_UNICODE_RANGE.findall(rule)[0]))


@lru_cache(maxsize=4)  # the same for every page of a site
def _make_css(characters: frozenset[str]) -> str:
    document: dict[str, Any] = bundle.read_json("cjk.json")
    remaining = {ord(character) for character in characters}
    rules = []
    for font_slice in document["slices"]:
        in_slice = remaining & _code_points(font_slice["unicodeRange"])
        if in_slice:
            remaining -= in_slice
            points = ",".join(f"U+{code:x}" for code in sorted(in_slice))
            font = base64.b64encode(_subset(font_slice["file"], in_slice)).decode()
            rules.append(
                f"@font-face{{font-family:'{document['family']}';font-style:normal;font-weight:100 900;"
                f"font-display:swap;unicode-range:{points};src:url(data:font/woff2;base64,{font}) format('woff2')}}"
            )
    return "\n".join(rules)


@cache
def cjk_slice_by_character() -> dict[str, str]:
    """The name of the slice of each Chinese character of the font: a file in ``cjk/`` of the viewer."""
    return {
        character: font_slice["file"]
        for font_slice in reversed(bundle.read_json("cjk.json")["slices"])
        for character in map(chr, _code_points(font_slice["unicodeRange"]))
        if CJK_CHARACTERS.match(character)
    }


def _code_points(unicode_range: str) -> set[int]:
    """The code points of a CSS ``unicode-range`` without wildcards."""
    codes: set[int] = set()
    for part in unicode_range.split(","):
        first, _, last = part.strip()[2:].partition("-")
        codes.update(range(int(first, 16), int(last or first, 16) + 1))
    return codes


def _subset(file: str, code_points: set[int]) -> bytes:
    """A font slice with only these characters and all its weights."""
    import uharfbuzz
    from fontTools.ttLib import TTFont

    uncompressed = io.BytesIO()
    font = TTFont(bundle.path(f"cjk/{file}"), recalcTimestamp=False)
    font.flavor = None
    font.save(uncompressed, reorderTables=None)
    subset_input = uharfbuzz.SubsetInput()
    subset_input.unicode_set.update(code_points)
    # No layout features, names or hints. Glyph numbers change, the shapes do not.
    subset_input.layout_feature_tag_set.clear()
    subset_input.name_id_set.clear()
    subset_input.flags = uharfbuzz.SubsetFlags.NO_HINTING
    subset_face = uharfbuzz.subset(uharfbuzz.Face(uncompressed.getvalue()), subset_input)
    font = TTFont(io.BytesIO(subset_face.blob.data), recalcTimestamp=False)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
