"""The templates of pages and posters, with every text escaped."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from liaison_atlas.layers.wording.date_wording import year_in_words
from liaison_atlas.seeds.dates.years import year_file_stem

_environment = partial(Environment, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
# All is escaped: by extension, .j2 would be left out.
HTML_TEMPLATES = _environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True)
HTML_TEMPLATES.filters.update(year=year_in_words, year_file=year_file_stem, unmarked=str)


def text_environment(folder: Path) -> Environment:
    """Templates of plain text, such as units of systemd: nothing is escaped, so no text of the data may be used in them."""
    # Not HTML; only numbers, times and paths of our own are used.
    return _environment(loader=FileSystemLoader(folder), autoescape=False, keep_trailing_newline=True)


def trusted_markup(text: str) -> Markup:
    """Text of our own that goes into a page unescaped: from files of the package, never from the data."""
    return Markup(text)  # noqa: S704  # what a page carries is checked against a list after rendering
