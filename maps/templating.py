"""The templates of pages and posters, with every text escaped."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,  # for every template; by extension, .j2 would be left out
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
