"""The texts of a page in its language, and the position of the page in the site.

The pages of the main language, the first of the data set, are at the top of the site. Those of another language are in
a folder that is named after its tag.
"""

from __future__ import annotations

from functools import cached_property
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from liaison_atlas.layers.wording.messages import messages_for
from liaison_atlas.seeds.checks.rules.translation_rules import BIBLIOGRAPHY, DESCRIPTOR_ROWS
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Record


class ForeignText(str):
    """A text of the data in a language other than that of its page; the page marks it with that language."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> ForeignText:
        """Create a text with its BCP 47 tag."""
        foreign = super().__new__(cls, text)
        foreign.language = language
        return foreign

    def __html__(self) -> Markup:
        return Markup('<bdi lang="{}">{}</bdi>').format(self.language, str(self))


class PageLanguage:
    """The language of a page, and its position in the site, which follows from the language.

    Parameters
    ----------
    language : str
        a BCP 47 tag.
    main : str
        the tag of the main language of the data set.
    """

    def __init__(self, language: str, main: str) -> None:
        self.language = language
        self.main = main
        self.messages = messages_for(language)

    @cached_property
    def tag(self) -> str:
        """The language of the program's own words on the page."""
        return self.language if self.language.split("-")[0] == self.messages.language else self.messages.language

    def html(self, id: str, count: int | None = None, **values: object) -> Markup:
        """A message of the program; values that are not markup are escaped, and ``count`` is a number."""
        escaped = {name: escape(value) for name, value in values.items()}
        counts = {} if count is None else {"count": count}
        # No message has a character that is special in HTML; a test checks this.
        return Markup(self.messages.text(id, **counts, **escaped))  # noqa: S704

    @property
    def is_main(self) -> bool:
        """Whether this is the language of the tables."""
        return self.language == self.main

    @property
    def root(self) -> str:
        """The relative path from the page to the top of the site."""
        return "" if self.is_main else "../"

    def to_root(self, address: str) -> str:
        """An address for links on the page, from one that is relative to the top of the site, or absolute."""
        return address if urlsplit(address).scheme else self.root + address

    @property
    def atlas_hash(self) -> str:
        """The hash that opens an atlas in this language, as the viewer's ``url-state.ts`` writes it."""
        return "" if self.is_main else f"#lang={quote(self.language)}"


class PageTexts(PageLanguage):
    """Returns texts in the language of a page; a text without a translation is returned as written, and marked.

    Parameters
    ----------
    data : Dataset
    language : str, optional
        one of its languages; by default the main one.
    """

    def __init__(self, data: Dataset, language: str | None = None) -> None:
        super().__init__(language or data.package.language, data.package.language)
        self.data = data

    def localized(self, text: str | None, written: str) -> str:
        """A text in this language, else the text in the language of the tables."""
        return self._marked(written, self.main) if text is None else self._marked(text, self.language)

    def _marked(self, text: str, language: str) -> str:
        return text if not text or language == self.tag else ForeignText(text, language)

    def untranslated(self, written: str) -> str:
        """A text of the data that has no translations."""
        return self._marked(written, self.main)

    def cell(self, row: Record, column: str) -> str:
        """A cell of a table."""
        return self.localized(self.data.localized_text(row, column, self.language), getattr(row, column) or "")

    def category(self, table: str, field: str, value: str) -> str:
        """The label of a category; the value itself if the schema has no label."""
        package = self.data.package
        written = dict(package.categories(table, field)).get(value, value)
        return self.localized(written if self.is_main else package.label(table, field, value, self.language), written)

    def package(self, column: str) -> str:
        """The title, the subtitle or the description of the data set."""
        return self._translated(getattr(self.data.package, column), DESCRIPTOR_ROWS, self.data.package.name, column)

    def source_note(self, key: str) -> str:
        """The note of the bibliography on a source."""
        return self._translated(self.data.sources[key].field("note"), BIBLIOGRAPHY, key, "note")

    def _translated(self, written: str, table: str, row: str, column: str) -> str:
        translation = written if self.is_main else self.data.translated(table, row, column, self.language)
        return self.localized(translation, written)


def page_file(name: str, language: str, main: str) -> str:
    """The file of a page in a language: ``index.html``, ``de/index.html``."""
    return name if language == main else f"{language}/{name}"


def own_name(language: str) -> str:
    """The name of a language in that language, from CLDR; its tag if CLDR does not know it.

    Returns
    -------
    str
        with a capital letter, if the script has one.

    Examples
    --------
    >>> own_name("de"), own_name("ru"), own_name("zh"), own_name("qaa")
    ('Deutsch', 'Русский', '中文', 'qaa')
    """
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(language, sep="-").get_display_name() or language
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:]
