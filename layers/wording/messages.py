"""The program's texts in the languages of its readers: ``messages_for("de").text("front-openAtlas")``.

They are messages of Project Fluent, one file per language in ``layers/locales/``, which the viewer reads too. Texts
that quote the data, and dates and standings in words, come from the other modules of this package.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, cast

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number

_MAX_LENGTH = 500
_FOLDER = Path(__file__).parents[1] / "locales"
# Countries whose English names take the article; the viewer has the same rule for its THE().
_WITH_ARTICLE = re.compile(
    r"United|Soviet|Netherlands|Philippines|Russian|.*(Union|Kingdom|Republic|Empire|Mandate|Indies|Islands|States)\b"
)


class Messages:
    """The texts of one language.

    Parameters
    ----------
    language : str
        the BCP 47 tag of a language that has a file.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False, functions={"THE": cast("Any", _with_article)})
        self.source = (_FOLDER / f"{language}.ftl").read_text(encoding="utf-8")
        """The content of the file."""
        self._bundle.add_resource(FluentResource(self.source))

    def text(self, id: str, **values: str | int) -> str:
        """A message with its variables filled in; the number ``count`` selects the plural form.

        Parameters
        ----------
        id : str
            the name of the message.
        **values : str or int
            the variables by name. ``n``, unless given, is ``count`` in figures.

        Returns
        -------
        str
            plain text.

        Raises
        ------
        LookupError
            if the message does not exist, or one of its variables has no value.
        """
        count = values.get("count")
        # Fluent refuses long values as a protection against untrusted input: ours are inserted afterwards.
        long = {name: value for name, value in values.items() if isinstance(value, str) and len(value) > _MAX_LENGTH}
        arguments: dict[str, Any] = {"n": str(count), **values, **{name: f"\ue000{name}\ue001" for name in long}}
        if isinstance(count, int):
            arguments["count"] = fluent_number(count, useGrouping=False)
        pattern = self._bundle.get_message(id).value
        if pattern is None:
            raise LookupError(f"the message {id} has no text")
        formatted, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise LookupError(f"{id}: {errors[0]}")
        text = str(formatted)
        for name, value in long.items():
            text = text.replace(f"\ue000{name}\ue001", value)
        return text


def _with_article(country: Any) -> str:
    return f"the {country}" if _WITH_ARTICLE.match(country) else country


@cache
def available_messages() -> tuple[str, ...]:
    """The BCP 47 tags of the languages that have messages, in alphabetical order."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.ftl")))


def messages_for(language: str) -> Messages:
    """The messages of a language; for ``de-AT`` those of ``de``, and English if there are none.

    Returns
    -------
    Messages
        in one of `available_messages`.

    Examples
    --------
    >>> [messages_for(language).language for language in ("de", "de-AT", "eo")]
    ['de', 'de', 'en']
    >>> messages_for("en").text("report-claims", count=1)
    '1 claim'
    """
    tag = language.split("-")[0]
    return _messages(tag if tag in available_messages() else "en")


_messages = cache(Messages)
