"""Loads the templates of pages and posters; every text is escaped."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from liaison_atlas.layers.wording.date_wording import year_in_words
from liaison_atlas.seeds.dates.years import year_file_stem

_environment = partial(Environment, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
# Escaping is on for all templates: selected by extension, it would be off for .j2.
HTML_TEMPLATES = _environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True)
HTML_TEMPLATES.filters.update(year=year_in_words, year_file=year_file_stem, unmarked=str)


def text_environment(folder: Path) -> Environment:
    """Templates of plain text, such as units of systemd. Nothing is escaped, so they must not use text of the data."""
    # Not HTML; it is filled only with numbers, times and our own paths.
    return _environment(loader=FileSystemLoader(folder), autoescape=False, keep_trailing_newline=True)


def trusted_markup(text: str) -> Markup:
    """Our own text for a page, unescaped: from files of the package, never from the data."""
    return Markup(text)  # noqa: S704  # the content of a page is checked against a list after rendering
