"""What kind of locator a citation has, for every language to name."""

from __future__ import annotations

import re
from typing import Literal

ClassifiedLocator = tuple[Literal["page", "pages", "sentence", "other"], str]


def classified_locator(locator: str) -> ClassifiedLocator:
    """A locator and its kind: figures are pages, ``s. 22`` is a sentence of a document that was numbered.

    >>> [classified_locator(text) for text in ("101", "61-62", "s. 22", "chapter 2")]
    [('page', '101'), ('pages', '61–62'), ('sentence', '22'), ('other', 'chapter 2')]
    """
    if re.fullmatch(r"[0-9ivxlc]+", locator):
        return "page", locator
    if re.fullmatch(r"[0-9ivxlc]+([-–, ]+[0-9ivxlc]+)+", locator):
        return "pages", locator.replace("-", "–")
    if re.fullmatch(r"s\. [0-9]+", locator):  # as `seeds.sentences` counts them
        return "sentence", locator[3:]
    return "other", locator
