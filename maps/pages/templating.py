"""The templates of pages and posters, with every text escaped."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from liaison_atlas.layers.wording.date_wording import year_in_words
from liaison_atlas.seeds.dates.years import year_file_stem

HTML_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,  # for every template; by extension, .j2 would be left out
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


HTML_TEMPLATES.filters.update(year=year_in_words, year_file=year_file_stem, unmarked=str)


def text_environment(folder: Path) -> Environment:
    """Templates of plain text, such as units of systemd: nothing is escaped, so no text of the data may be used in them."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=False,  # noqa: S701  # not HTML; only numbers, times and paths of our own are used
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def trusted_markup(text: str) -> Markup:
    """Text of our own that goes into a page unescaped: from files of the package, never from the data."""
    return Markup(text)  # noqa: S704  # what a page carries is checked against a list after rendering
