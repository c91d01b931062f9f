"""English wording for a place of which only the country or region is known: `somewhere_in(name)`."""

from __future__ import annotations

import re

# Names of countries that English uses with the article.
_ARTICLE = re.compile(
    r"United|Soviet|Netherlands|Philippines|Russian|.*(Union|Kingdom|Republic|Empire|Mandate|Indies|Islands|States)\b"
)


def somewhere_in(name: str) -> str:
    """Text for a place of which only the country or region is known: "somewhere in the United Kingdom"."""
    return f"somewhere in {'the ' if _ARTICLE.match(name) else ''}{name}"
