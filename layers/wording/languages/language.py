"""What a language must be able to say.

For translators: a method receives the parts of one phrase and returns the complete phrase, so that order, case and
gender are the language's own affair. A date comes as `DateParts`; ``role`` says what its phrase will stand for.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from seeds.dates.when import MissingBound

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
    """One date, ready to be put into words: its shape, its first and last day, and whether it is "about" then."""

    shape: DatePattern
    first: YearMonthDay
    last: YearMonthDay
    approximate: bool = False
    grouping: int = 0
    """Of a season, its number in ISO 8601-2: 21 spring to 24 winter, ... 33 first quarter, ... 41 second half."""


EndParts = DateParts | MissingBound


class DateRole(Enum):
    """What a date stands for in a phrase."""

    ALONE = "March 1921"
    FROM = "from March 1921"
    TO = "to March 1921"


class Language(ABC):
    """A language in which the program can put the contents of a data set into words."""

    tag: ClassVar[str]
    """The BCP 47 tag."""

    @abstractmethod
    def date(self, date_parts: DateParts, role: DateRole = DateRole.ALONE) -> str:
        """A date, "about" included: "about March 1921"."""

    @abstractmethod
    def interval(self, start: EndParts, end: EndParts) -> str:
        """From one date to another; either may be open or not known."""

    @abstractmethod
    def set_member(self, start: EndParts, end: EndParts) -> str:
        """One member of a set of dates that is itself a range: "between 1924 and 1926", "1926 or later"."""

    @abstractmethod
    def date_set(self, pieces: Sequence[str], *, one_of: bool) -> str:
        """Several dates: one of them, or all."""

    @abstractmethod
    def doubtful_date(self, phrase: str) -> str:
        """A date that is in doubt: "1927, perhaps"."""

    @abstractmethod
    def relative_date(self, other: str, *, after: bool, exact: bool, years: int, months: int, days: int) -> str:
        """Before or after another row; ``exact`` where the distance is given, which may be zero."""

    @abstractmethod
    def life_dates(self, born: str, died: str) -> str:
        """Birth and death, each a date in words; one of them may be empty."""

    @abstractmethod
    def locator(self, locator: str) -> str:
        """Where in a source, as it is printed: figures are pages."""

    @abstractmethod
    def purpose(self, purpose: str) -> str:
        """The purpose of a journey, as a sentence."""

    @abstractmethod
    def post(self, person: str, title: str) -> str:
        """What a list calls a post: a person, and the title of the post."""

    @abstractmethod
    def tie(self, person: str, relation: str, other: str) -> str:
        """What a list calls a tie; ``relation`` is its label in the schema."""

    @abstractmethod
    def sources_reason(self, kinds: Sequence[str]) -> str:
        """What a claim rests on; each kind a `seeds.tables.records.SourceKind` by value, none of them fiction."""

    fiction_reason: ClassVar[str]
    partisan_reason: ClassVar[str]

    @abstractmethod
    def dispute_reason(self, titles: Sequence[str]) -> str:
        """The disagreements that name a claim, by their titles."""
