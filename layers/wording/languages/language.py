"""Defines `Language`: the phrases that a language must have.

For translators: a language gives a phrase for each field of `Language`, as `english.py` does. Names in braces are
replaced by values. A field with a default needs a phrase only if the language differs. If the grammar requires more,
such as the cases of Russian, the language overrides the method that combines the phrases. A date comes as `DateParts`;
``role`` is the role of its phrase in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, TypeVar

from liaison_atlas.seeds.dates.relative_dates import RelativeDate
from liaison_atlas.seeds.dates.when import MissingBound

YearMonthDay = tuple[int, int, int]


class DatePattern(Enum):
    """How exact a date is."""

    DAY = "5 March 1921"
    MONTH = "March 1921"
    SEASON = "spring 1921"
    YEAR = "1921"
    DECADE = "the 1920s"
    CENTURY = "the years 1900 to 1999"
    DAYS = "between two days"


@dataclass(frozen=True, slots=True)
class DateParts:
    """One date, ready to be put into words: its shape, its first and last day, and whether it is approximate."""

    shape: DatePattern
    first: YearMonthDay
    last: YearMonthDay
    approximate: bool = False
    grouping: int = 0
    """For a season, its number in ISO 8601-2: 21 spring to 24 winter, ... 33 first quarter, ... 41 second half."""


EndParts = DateParts | MissingBound


class DateRole(Enum):
    """The role of a date in a phrase."""

    ALONE = "March 1921"
    FROM = "from March 1921"
    TO = "to March 1921"


class Distance(NamedTuple):
    """The three phrases for "before" or "after" another row: at an unknown distance, at no distance, at a given one."""

    unknown: str
    none: str
    given: str


K = TypeVar("K")
InRoles = Mapping[K | tuple[K, DateRole], str]
"""Phrases by their keys; ``(key, role)`` is for a role with a different phrase."""


def _in_role(phrases: InRoles[K], key: K, role: DateRole) -> str:
    return phrases.get((key, role)) or phrases[key]


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language in which the program can put the contents of a data set into words."""

    tag: str
    """The BCP 47 tag."""

    and_: str
    or_: str
    comma: str = ", "
    semicolon: str = "; "
    full_stop: str = "."
    word_space: str = " "
    """The separator between two words; empty in Chinese."""

    months: Sequence[str]
    seasons: InRoles[int]
    """Seasons by their numbers in ISO 8601-2, without 25 to 32, which name a hemisphere."""
    hemispheres: tuple[str, str]
    """A season of the northern hemisphere, and of the southern."""
    year: str = "{}"
    year_bc: str
    number_bc: str = ""
    """A year before Christ as a number with its era, if that differs from `year_bc`."""
    dates: InRoles[DatePattern]
    """The phrases of dates, filled in with the values of `_date_words`."""
    about: str
    doubtful: str
    old_style: str
    """A date in the Julian calendar: as it was ``written``, and ``new``, the same days in the Gregorian calendar."""

    from_to: str
    from_on: str
    from_to_unknown: str
    before_and_until: str
    from_unknown_until: str
    between: str
    """With ``start`` and ``end``, or with ``from_to``, the same dates as an interval."""
    or_later: str
    or_earlier: str
    no_time: str

    units: Sequence[Sequence[str]]
    """Years, months and days, each with its forms for one and for more."""
    unit_separator: str
    before: Distance
    after: Distance

    last_before: str
    """The last of several before another row."""
    seen: str
    """The dates at which a source sees something: one or several."""
    not_before: str
    not_after: str
    inferred: str
    """A limit, the rule that it follows from, and the row that it follows from."""
    inference_rules: Mapping[str, str]
    """What a limit follows from, by the names of `seeds.inference.inference_rules`."""

    lived: str = "{born}–{died}"
    born: str
    died: str

    page: str
    pages: str
    sentence: str

    purpose_is: str
    post_title: str = "{person}, {title}"

    rests_on: str
    no_source: str
    read_after: str
    """The kinds of the works through which all sources were cited; `partly_read_after` is for some of them."""
    partly_read_after: str
    read_after_kinds: Mapping[str, str] = field(default_factory=dict)
    """The words of `kinds` that differ after "cited after"."""
    kinds: Mapping[str, str]
    """The kinds of sources, by the values of `seeds.tables.records.SourceKind`, without fiction."""
    fiction_reason: str
    partisan_reason: str
    cited_after: str
    """The phrase for the work through which a source was cited that was not seen itself."""

    main_strand: str
    """The titles of strands that have none of their own, and the sentence for a strand of fiction."""
    fiction_strand: str
    fiction_note: str

    def date(self, date_parts: DateParts, role: DateRole = DateRole.ALONE) -> str:
        """A date, "about" included: "about March 1921"."""
        words = self._exact_date(date_parts, role)
        return self.about.format(words) if date_parts.approximate else words

    def _exact_date(self, date_parts: DateParts, role: DateRole) -> str:
        return _in_role(self.dates, date_parts.shape, role).format(**self._date_words(date_parts, role))

    def _date_words(self, date_parts: DateParts, role: DateRole) -> dict[str, str]:
        """The values that the phrases of `dates` may use: ``year`` in words, ``number`` in figures."""
        (year, month, day), last_year = date_parts.first, date_parts.last[0]
        words = {"day": str(day), "month": self.months[month - 1], "year": self._year(year)}
        words["last_year"] = self._year(last_year)
        words |= {"number": self.year_number(year), "last_number": self.year_number(last_year)}
        if date_parts.shape is DatePattern.SEASON:
            words["season"] = self._season(date_parts.grouping, role)
        if date_parts.shape is DatePattern.DAYS:
            for name, end in (("first", date_parts.first), ("last", date_parts.last)):
                words[name] = self._exact_date(DateParts(DatePattern.DAY, end, end), role)
        return words

    def _year(self, year: int) -> str:
        return self.year.format(year) if year > 0 else self.year_bc.format(1 - year)

    def year_number(self, year: int) -> str:
        """A year in figures, as in a title: "1927", "47 BC". The year 0 is 1 BC."""
        return str(year) if year > 0 else (self.number_bc or self.year_bc).format(1 - year)

    def _season(self, grouping: int, role: DateRole) -> str:
        if 25 <= grouping <= 32:
            southern, season = divmod(grouping - 25, 4)
            return self.hemispheres[southern].format(self._season(21 + season, role))
        return _in_role(self.seasons, grouping, role)

    def interval(self, start: EndParts, end: EndParts) -> str:
        """From one date to another; either may be open or unknown."""
        match start, end:
            case DateParts(), DateParts():
                return self._from_to(start, end)
            case DateParts(), _:
                phrase = self.from_on if end is MissingBound.OPEN else self.from_to_unknown
                return phrase.format(self.date(start, DateRole.FROM))
            case _, DateParts():
                phrase = self.before_and_until if start is MissingBound.OPEN else self.from_unknown_until
                return phrase.format(self._to(end))
            case _:
                return self.no_time

    def _from_to(self, start: DateParts, end: DateParts) -> str:
        return self.from_to.format(start=self._from(start), end=self._to(end))

    def _from(self, start: DateParts) -> str:
        """A date that is followed by another one, in its form after "from" and "between"."""
        return self.date(start, DateRole.FROM)

    def _to(self, end: DateParts) -> str:
        return self.date(end, DateRole.TO)

    def set_member(self, start: EndParts, end: EndParts) -> str:
        """One member of a set of dates that is itself a range: "between 1924 and 1926", "1926 or later"."""
        match start, end:
            case DateParts(), _ if start is end:
                return self.date(start)
            case DateParts(), DateParts():
                from_to = self._from_to(start, end)
                return self.between.format(start=self._from(start), end=self._from(end), from_to=from_to)
            case DateParts(), _:
                return self.or_later.format(self.date(start))
            case _, DateParts():
                return self.or_earlier.format(self.date(end))
            case _:
                return self.no_time

    def date_set(self, pieces: Sequence[str], *, one_of: bool) -> str:
        """Several dates: one of them, or all."""
        return self._joined(pieces, self.or_ if one_of else self.and_)

    def _joined(self, words: Sequence[str], last: str) -> str:
        return words[0] if len(words) == 1 else self.comma.join(words[:-1]) + last + words[-1]

    def doubtful_date(self, phrase: str) -> str:
        """A date that is in doubt: "1927, perhaps"."""
        return self.doubtful.format(phrase)

    def relative_date(self, other: str, relative: RelativeDate) -> str:
        """Before or after another row with the title ``other``; the distance may be given, and may be zero."""
        counts = zip((*divmod(relative.months or 0, 12), relative.days or 0), self.units, strict=True)
        distance = self.unit_separator.join(self._counted(count, forms) for count, forms in counts if count)
        side = self.after if relative.after else self.before
        phrase = side.unknown if not relative.exact else side.given if distance else side.none
        return phrase.format(other=other, distance=distance)

    def seen_at(self, dates: Sequence[str]) -> str:
        """The dates at which a source sees something, each in words."""
        return self.seen.format(self._joined(dates, self.and_))

    def limit(self, date_parts: DateParts, *, is_first: bool) -> str:
        """A date before or after which something did not exist."""
        phrase = self.not_before if is_first else self.not_after
        return phrase.format(self.date(date_parts, DateRole.FROM))

    def inferred_limit(self, limit: str, rule: str, subject: str) -> str:
        """A limit that follows from another row by a rule; ``subject`` is the title of that row."""
        return self.inferred.format(limit=limit, rule=self.inference_rules[rule], subject=subject)

    def _counted(self, count: int, forms: Sequence[str]) -> str:
        return forms[0 if count == 1 else -1].format(count)

    def life_dates(self, born: str, died: str) -> str:
        """Birth and death, each a date in words; one of them may be empty."""
        phrase = self.lived if born and died else self.born if born else self.died if died else ""
        return phrase.format(born=born, died=died)

    def locator(self, locator: str) -> str:
        """A locator as it is printed: numbers are pages, ``s. 22`` is a sentence of a document."""
        if re.fullmatch(r"[0-9ivxlc]+", locator):
            return self.page.format(locator)
        if re.fullmatch(r"[0-9ivxlc]+([-–, ]+[0-9ivxlc]+)+", locator):
            return self.pages.format(locator.replace("-", "–"))
        if re.fullmatch(r"s\. [0-9]+", locator):  # as `seeds.sentences` counts them
            return self.sentence.format(locator[3:])
        return locator

    def purpose(self, purpose: str) -> str:
        """The purpose of a journey, as a sentence."""
        return self.purpose_is.format(purpose.rstrip(f".{self.full_stop}")) + self.full_stop

    def post(self, person: str, title: str) -> str:
        """The label of a post in lists: a person, and the title of the post."""
        return self.post_title.format(person=person, title=title)

    def tie(self, person: str, relation: str, other: str) -> str:
        """The label of a tie in lists; ``relation`` is its label in the schema.

        The other person's name replaces "…" in the label, as in the German "warb … an", or else follows it.

        Returns
        -------
        str
            plain text.
        """
        space = self.word_space
        words = relation.replace("…", other) if "…" in relation else f"{relation}{space}{other}"
        return f"{person}{space}{words}"

    def sources_reason(self, kinds: Sequence[str]) -> str:
        """The sources of a claim in words; kinds are values of `seeds.tables.records.SourceKind`, without fiction."""
        words = [self.kinds[kind] for kind in kinds]
        return self.rests_on.format(self._joined(words, self.and_)) if words else self.no_source

    def with_go_betweens(self, reason: str, kinds: Sequence[str], *, in_part: bool) -> str:
        """A reason, and the kinds of the works through which all or some of its sources were cited."""
        words = [self.read_after_kinds.get(kind, self.kinds[kind]) for kind in kinds if kind in self.kinds]
        phrase = self.partly_read_after if in_part else self.read_after
        separator = "" if self.full_stop != "." else " "
        return reason + separator + phrase.format(self._joined(words, self.and_)) if words else reason
