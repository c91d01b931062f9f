"""Texts of the rows of a data set in each of its languages.

A localized text is a tuple with one text per language, the first in the language of the tables. A text is ``None``
if there is no translation; the page then shows the first text, marked as such. A person's name needs no
translation: it may stay in its script.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from operator import attrgetter

from liaison_atlas.geo.toponyms import days_of_use, historical_name
from liaison_atlas.layers.claims import label_in, person_name
from liaison_atlas.layers.wording.citation_wording import go_between_text
from liaison_atlas.layers.wording.date_wording import date_in_words
from liaison_atlas.layers.wording.languages import available_languages, language_for
from liaison_atlas.layers.wording.standing_wording import standing_reason
from liaison_atlas.layers.wording.strand_wording import strand_note, strand_title
from liaison_atlas.layers.wording.time_wording import StatedTime, inferred_time, row_titles, time_in_words
from liaison_atlas.maps.payload.payload_model import TranslatedTexts
from liaison_atlas.seeds.checks.rules.translation_rules import BIBLIOGRAPHY, DESCRIPTOR_ROWS
from liaison_atlas.seeds.dates.days import UNBOUNDED, calendar_date, day_of
from liaison_atlas.seeds.inference.limits import InferredLimits
from liaison_atlas.seeds.sources.citations import Citation
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, Journey, Person, Place, PlaceName, Post, Record, Tie
from liaison_atlas.seeds.tables.strands import Strand

LocalizedText = tuple[str | None, ...]


@cache
def country_name(code: str, language: str) -> str:
    """The name of a country in a language, from CLDR; the code itself if CLDR has no name."""
    from babel import Locale

    return str(Locale.parse(language, sep="-").territories.get(code, code))


class LocalizedTexts:
    """A numbered table of localized texts; number 0 is the empty text."""

    def __init__(self, languages: int) -> None:
        self._languages = languages
        self._numbers: dict[LocalizedText, int] = {("",) * languages: 0}

    def number_untranslated(self, text: str | None) -> int:
        """The number of a text that is the same in every language, such as a name in its script."""
        return self.number((text or "",) * self._languages)

    def number(self, localized: LocalizedText) -> int:
        """The number of a localized text."""
        return self._numbers.setdefault(localized, len(self._numbers))

    def numbers(self, localized_texts: Iterable[LocalizedText]) -> list[int]:
        """The numbers of many localized texts."""
        numbers = self._numbers
        return [numbers.setdefault(localized, len(numbers)) for localized in localized_texts]

    def in_first_language(self) -> list[str]:
        """All texts in the language of the tables, by their numbers."""
        return [localized[0] or "" for localized in self._numbers]

    def translation(self, language: int) -> TranslatedTexts:
        """The texts of another language."""
        changed = {str(n): r[language] or "" for r, n in self._numbers.items() if r[language] not in (None, r[0])}
        return {"texts": changed, "lacks": [n for r, n in self._numbers.items() if r[language] is None]}


class Localizer:
    """Returns the texts of the rows of a data set in each of its languages."""

    def __init__(self, data: Dataset) -> None:
        self.data = data
        supported = available_languages()
        declared = data.package.languages
        self._locators: dict[str, LocalizedText] = {}
        self.languages = (declared[0], *(tag for tag in dict.fromkeys(declared[1:]) if tag.split("-")[0] in supported))
        self.empty: LocalizedText = ("",) * len(self.languages)

    def in_each_language(self, text_in: Callable[[str], str | None]) -> LocalizedText:
        """The result of a function for each language."""
        return tuple(text_in(language) for language in self.languages)

    def cell(self, row: Record, column: str) -> LocalizedText:
        """A cell and its translations."""
        return self.in_each_language(lambda language: self.data.localized_text(row, column, language))

    def by_language(self, row: Record, column: str) -> dict[str, str]:
        """A cell by language, in the languages that have it."""
        texts = zip(self.languages, self.cell(row, column), strict=True)
        return {language: text for language, text in texts if text is not None}

    def package(self, column: str) -> LocalizedText:
        """The title, the subtitle or the description of the data set."""
        package = self.data.package
        return self._with_translations(getattr(package, column), DESCRIPTOR_ROWS, package.name, column)

    def source_note(self, key: str) -> LocalizedText:
        """The note of the bibliography on a source."""
        return self._with_translations(self.data.sources[key].field("note"), BIBLIOGRAPHY, key, "note")

    def _with_translations(self, original: str, table: str, row: str, column: str) -> LocalizedText:
        others = (self.data.translated(table, row, column, tag) if original else "" for tag in self.languages[1:])
        return (original, *others)

    def category(self, table: str, field: str, value: str) -> LocalizedText:
        """The label of a category."""
        return self.in_each_language(lambda language: self.data.package.label(table, field, value, language))

    def person(self, person: Person) -> LocalizedText:
        """The name of a person."""
        return self.in_each_language(lambda language: person_name(self.data, person.id, language))

    def label(self, claim: Claim) -> LocalizedText:
        """The label of a claim in lists."""
        return self.in_each_language(lambda language: label_in(self.data, claim, language))

    def labels(self, claims: Sequence[Claim]) -> list[LocalizedText]:
        """The labels of claims of one kind."""
        if not claims:
            return []
        column = next((name for name in ("name", "title") if hasattr(claims[0], name)), "id")
        if isinstance(claims[0], Post | Tie) or len(self.languages) > 1:
            return list(map(self.label, claims))
        return [(text,) for text in map(attrgetter(column), claims)]

    @cached_property
    def _titles(self) -> dict[str, Mapping[str, str]]:
        """The titles of the rows that times refer to, by language."""
        return {language: row_titles(self.data, language) for language in self.languages}

    def time(self, time: StatedTime) -> LocalizedText:
        """What a row states about its time."""
        return self.in_each_language(lambda language: time_in_words(time, self._titles[language], language))

    def inferred(self, limits: InferredLimits) -> LocalizedText:
        """The limits that follow from other rows."""
        return self.in_each_language(lambda language: inferred_time(limits, self._titles[language], language))

    def life(self, person: Person) -> LocalizedText:
        """Birth and death of a person."""

        def text_in(language: str) -> str:
            born, died = (date_in_words(when, None, language) if when else "" for when in (person.birth, person.death))
            return language_for(language).life_dates(born, died)

        return self.in_each_language(text_in)

    def note(self, claim: Claim) -> LocalizedText:
        """The note of a claim, preceded by the purpose of a journey."""
        if not claim.note and not getattr(claim, "purpose", None):
            return self.empty

        def text_in(language: str) -> str | None:
            purpose = self.data.localized_text(claim, "purpose", language) if isinstance(claim, Journey) else ""
            note = self.data.localized_text(claim, "note", language)
            if purpose is None or note is None:
                return None
            return " ".join(part for part in (language_for(language).purpose(purpose) if purpose else "", note) if part)

        return self.in_each_language(text_in)

    def standing(self, citations: tuple[Citation, ...]) -> LocalizedText:
        """The reason for the standing of a claim with these sources."""
        return self.in_each_language(lambda language: standing_reason(self.data, citations, language))

    def go_between(self, citation: Citation) -> LocalizedText:
        """The work through which a source was cited; empty if the source itself was read."""
        if citation.through is None:
            return self.empty
        return self.in_each_language(lambda language: go_between_text(citation, self.data.sources, language))

    def strand_title(self, strand: Strand) -> LocalizedText:
        """The title of a strand."""
        return self.in_each_language(lambda language: strand_title(self.data, strand, language))

    def strand_note(self, strand: Strand) -> LocalizedText:
        """The sentence that describes a strand."""
        return self.in_each_language(lambda language: strand_note(self.data, strand, language))

    def locator(self, locator: str) -> LocalizedText:
        """A locator in a source."""
        if locator not in self._locators:
            self._locators[locator] = self.in_each_language(lambda language: language_for(language).locator(locator))
        return self._locators[locator]

    def country(self, place: Place) -> LocalizedText:
        """The name of the country of a place, by its code."""
        return self.in_each_language(lambda language: country_name(place.country, language) if place.country else "")

    @cached_property
    def names_by_place(self) -> dict[str, list[PlaceName]]:
        """The rows of names.csv by place."""
        names: dict[str, list[PlaceName]] = {}
        for name in self.data.names:
            names.setdefault(name.place, []).append(name)
        return names

    @cached_property
    def places_by_id(self) -> dict[str, Place]:
        """The rows of places.csv."""
        return {place.id: place for place in self.data.places}

    def place(self, place: Place) -> LocalizedText:
        """The present-day name of a place: its translation, else the latest of its names without an end date."""

        def text_in(language: str) -> str | None:
            current = [
                name for name in self.names_by_place.get(place.id, ()) if name.language == language and name.to is None
            ]
            latest = max(current, key=lambda name: days_of_use(name)[0]).name if current else None
            return self.data.localized_text(place, "name", language) or latest

        return self.in_each_language(text_in)

    def place_at_times(self, place: Place) -> list[tuple[int, LocalizedText]]:
        """The names of a place, each with the day from which it was used; the first is valid from the beginning.

        If a name began or ended in a year and has no neighbour on that side, it is valid for the whole year. In a
        language without a name of the time, the present-day name is used.

        Returns
        -------
        list of (int, LocalizedText)
            days since 1970-01-01, ascending, with the names.
        """
        names = self.names_by_place.get(place.id, [])
        today = self.place(place)
        days = {-UNBOUNDED}
        for first, last in map(days_of_use, names):
            days |= {first} if first == -UNBOUNDED else {first, day_of(calendar_date(first)[0])}
            days |= set() if last == UNBOUNDED else {last + 1, day_of(calendar_date(last)[0] + 1)}
        steps: list[tuple[int, LocalizedText]] = []
        for day in sorted(days):
            year = None if day == -UNBOUNDED else calendar_date(day)[0]
            year_start, year_end = (day, day) if year is None else (day_of(year), day_of(year, 12, 31))
            then = [
                historical_name(names, year_start, day, language) or historical_name(names, day, year_end, language)
                for language in self.languages
            ]
            localized = tuple(name or current for name, current in zip(then, today, strict=True))
            if not steps or steps[-1][1] != localized:
                steps.append((day, localized))
        return steps

    def state_at_times(self, place: Place) -> list[tuple[int, LocalizedText]]:
        """The country of a place, each name with the day from which it was used; the first is valid from the beginning.

        It is the country in ``places.csv`` that contains the place, under its names of the time. If there is none, it
        is the country of the code, under its present-day name.

        Returns
        -------
        list of (int, LocalizedText)
            days since 1970-01-01, ascending, with the names.
        """
        for larger in self._larger_places(place):
            if larger.kind == "country":
                return self.place_at_times(larger)
        return [(-UNBOUNDED, self.country(place))]

    def _larger_places(self, place: Place) -> Iterator[Place]:
        """The places that contain a place, the smallest first."""
        passed = {place.id}
        while place.within and place.within not in passed:
            passed.add(place.within)
            place = self.places_by_id[place.within]
            yield place
