"""The texts of a page in its language, and the place of the page in the site.

The pages of the main language, the first of the data set, stand at the top of the site; those of another one in a
folder that is named by its tag.
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
    """A text of the data in another language than its page; on a page it is marked with that language."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> ForeignText:
        """A text with its BCP 47 tag."""
        foreign = super().__new__(cls, text)
        foreign.language = language
        return foreign

    def __html__(self) -> Markup:
        return Markup('<bdi lang="{}">{}</bdi>').format(self.language, str(self))


class PageLanguage:
    """The language of a page, and the place in the site that follows from it.

    Parameters
    ----------
    language : str
        a BCP 47 tag.
    main : str
        that of the main language of the data set.
    """

    def __init__(self, language: str, main: str) -> None:
        self.language = language
        self.main = main
        self.messages = messages_for(language)

    @cached_property
    def tag(self) -> str:
        """The language of the page: that of the program's own words."""
        return self.language if self.language.split("-")[0] == self.messages.language else self.messages.language

    def html(self, id: str, count: int | None = None, **values: object) -> Markup:
        """A message of the program, with every value escaped that is not markup already; ``count`` is a number."""
        escaped = {name: escape(value) for name, value in values.items()}
        counts = {} if count is None else {"count": count}
        # No message has a character that is special in HTML; a test compares.
        return Markup(self.messages.text(id, **counts, **escaped))  # noqa: S704

    @property
    def is_main(self) -> bool:
        """Whether this is the language of the tables."""
        return self.language == self.main

    @property
    def root(self) -> str:
        """The way from the page to the top of the site."""
        return "" if self.is_main else "../"

    def to_root(self, address: str) -> str:
        """An address that is relative to the top of the site, or absolute, as it stands on the page."""
        return address if urlsplit(address).scheme else self.root + address

    @property
    def atlas_hash(self) -> str:
        """What opens an atlas in this language, as the viewer's ``url-state.ts`` writes it."""
        return "" if self.is_main else f"#lang={quote(self.language)}"


class PageTexts(PageLanguage):
    """Returns texts in the language of a page; what has no translation stays as it was written, and is marked.

    Parameters
    ----------
    data : Dataset
    language : str, optional
        one of its languages; without one, the main one.
    """

    def __init__(self, data: Dataset, language: str | None = None) -> None:
        super().__init__(language or data.package.language, data.package.language)
        self.data = data

    def localized(self, text: str | None, written: str) -> str:
        """A text in this language, else what is written in the language of the tables."""
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
        """The label of a category; the value itself where the schema has none."""
        package = self.data.package
        written = dict(package.categories(table, field)).get(value, value)
        return self.localized(written if self.is_main else package.label(table, field, value, self.language), written)

    def package(self, column: str) -> str:
        """The title, the subtitle or the description of the data set."""
        return self._translated(getattr(self.data.package, column), DESCRIPTOR_ROWS, self.data.package.name, column)

    def source_note(self, key: str) -> str:
        """The remark of the bibliography on a source."""
        return self._translated(self.data.sources[key].field("note"), BIBLIOGRAPHY, key, "note")

    def _translated(self, written: str, table: str, row: str, column: str) -> str:
        translation = written if self.is_main else self.data.translated(table, row, column, self.language)
        return self.localized(translation, written)


def page_file(name: str, language: str, main: str) -> str:
    """The file of a page in a language: ``index.html``, ``de/index.html``."""
    return name if language == main else f"{language}/{name}"


def own_name(language: str) -> str:
    """What a language calls itself, from CLDR; its tag where CLDR does not know it.

    Returns
    -------
    str
        with a capital letter, where the script has one.

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
