"""English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from layers.wording.languages.language import DateParts, DatePattern, DateRole, EndParts, Language
from layers.wording.languages.locator_kinds import classified_locator
from seeds.dates.when import MissingBound

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {
    **{21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
    **{25: "northern spring", 26: "northern summer", 27: "northern autumn", 28: "northern winter"},
    **{29: "southern spring", 30: "southern summer", 31: "southern autumn", 32: "southern winter"},
    **{33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter"},
    **{37: "first third", 38: "second third", 39: "last third", 40: "first half", 41: "second half"},
}
_KINDS = {
    "scholarship": "scholarship",
    "archive": "archival papers",
    "memoir": "a memoir",
    "encyclopedia": "an encyclopedia",
    "partisan": "a partisan source",
}
_NO_TIME = "at a time that no source gives"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _joined_words(words: Sequence[str], last: str) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" {last} " + words[-1]


class English(Language):
    tag: ClassVar[str] = "en"
    fiction_reason: ClassVar[str] = "It rests on fiction alone."
    partisan_reason: ClassVar[str] = "It rests on partisan sources alone."

    def date(self, date_parts: DateParts, role: DateRole = DateRole.ALONE) -> str:
        return f"about {self._exact_date(date_parts)}" if date_parts.approximate else self._exact_date(date_parts)

    def _exact_date(self, date_parts: DateParts) -> str:
        (year, month, day), (last_year, last_month, last_day) = date_parts.first, date_parts.last
        match date_parts.shape:
            case DatePattern.DAY:
                return f"{day} {MONTHS[month - 1]} {_year(year)}"
            case DatePattern.MONTH:
                return f"{MONTHS[month - 1]} {_year(year)}"
            case DatePattern.SEASON:
                word = _SEASONS[date_parts.grouping]
                return f"{word} {_year(year)}" if date_parts.grouping < 33 else f"the {word} of {_year(year)}"
            case DatePattern.YEAR:
                return _year(year)
            case DatePattern.DECADE:
                return f"the {_year(year)}s"
            case DatePattern.CENTURY:
                return f"the years {_year(year)} to {_year(last_year)}"
            case DatePattern.DAYS:
                first = f"{day} {MONTHS[month - 1]} {_year(year)}"
                return f"between {first} and {last_day} {MONTHS[last_month - 1]} {_year(last_year)}"

    def interval(self, start: EndParts, end: EndParts) -> str:
        match start, end:
            case DateParts(), DateParts():
                return f"from {self.date(start)} to {self.date(end)}"
            case DateParts(), MissingBound.OPEN:
                return f"from {self.date(start)} on"
            case DateParts(), _:
                return f"from {self.date(start)}, end not known"
            case MissingBound.OPEN, DateParts():
                return f"before and until {self.date(end)}"
            case _, DateParts():
                return f"until {self.date(end)}, beginning not known"
            case _:
                return _NO_TIME

    def set_member(self, start: EndParts, end: EndParts) -> str:
        match start, end:
            case DateParts(), DateParts() if start is end:
                return self.date(start)
            case DateParts(), DateParts():
                return f"between {self.date(start)} and {self.date(end)}"
            case DateParts(), _:
                return f"{self.date(start)} or later"
            case _, DateParts():
                return f"{self.date(end)} or earlier"
            case _:
                return _NO_TIME

    def date_set(self, pieces: Sequence[str], *, one_of: bool) -> str:
        return _joined_words(pieces, "or" if one_of else "and")

    def doubtful_date(self, phrase: str) -> str:
        return f"{phrase}, perhaps"

    def relative_date(self, other: str, *, after: bool, exact: bool, years: int, months: int, days: int) -> str:
        side = "after" if after else "before"
        parts = [(years, "year"), (months, "month"), (days, "day")]
        distance = " and ".join(f"{count} {unit}{'s' if count != 1 else ''}" for count, unit in parts if count)
        return f'{distance or "at once"} {side} "{other}"' if exact else f'{side} "{other}"'

    def life_dates(self, born: str, died: str) -> str:
        return f"{born}–{died}" if born and died else f"born {born}" if born else f"died {died}" if died else ""

    def locator(self, locator: str) -> str:
        kind, text = classified_locator(locator)
        return {"page": f"p. {text}", "pages": f"pp. {text}", "sentence": f"sentence {text}"}.get(kind, text)

    def purpose(self, purpose: str) -> str:
        return f"Purpose: {purpose.rstrip('.')}."

    def post(self, person: str, title: str) -> str:
        return f"{person}, {title}"

    def tie(self, person: str, relation: str, other: str) -> str:
        return f"{person} {relation} {other}"

    def sources_reason(self, kinds: Sequence[str]) -> str:
        return f"It rests on {_joined_words([_KINDS[kind] for kind in kinds], 'and') if kinds else 'no source'}."

    def dispute_reason(self, titles: Sequence[str]) -> str:
        return "It is in dispute: " + "; ".join(titles) + ("" if titles[-1].endswith("?") else ".")


LANGUAGE = English()
