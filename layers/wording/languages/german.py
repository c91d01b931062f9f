"""German."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from layers.wording.languages.language import DateParts, DatePattern, DateRole, EndParts, Language
from layers.wording.languages.locator_kinds import classified_locator
from seeds.dates.when import MissingBound

_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_SEASONS = {
    **{21: "Frühjahr", 22: "Sommer", 23: "Herbst", 24: "Winter"},
    **{25: "Frühjahr (Nordhalbkugel)", 26: "Sommer (Nordhalbkugel)"},
    **{27: "Herbst (Nordhalbkugel)", 28: "Winter (Nordhalbkugel)"},
    **{29: "Frühjahr (Südhalbkugel)", 30: "Sommer (Südhalbkugel)"},
    **{31: "Herbst (Südhalbkugel)", 32: "Winter (Südhalbkugel)"},
    **{33: "1. Quartal", 34: "2. Quartal", 35: "3. Quartal", 36: "4. Quartal"},
    **{37: "erstes Drittel", 38: "zweites Drittel", 39: "letztes Drittel", 40: "erste Hälfte", 41: "zweite Hälfte"},
}
_KINDS = {
    "scholarship": "Forschung",
    "archive": "Archivalien",
    "memoir": "Erinnerungen",
    "encyclopedia": "einem Nachschlagewerk",
    "partisan": "einer Streitschrift",
}
_NO_TIME = "zu einer Zeit, die keine Quelle nennt"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} v. Chr."


def _day(year: int, month: int, day: int) -> str:
    return f"{day}. {_MONTHS[month - 1]} {_year(year)}"


def _joined_words(words: Sequence[str], last: str) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" {last} " + words[-1]


class German(Language):
    tag: ClassVar[str] = "de"
    fiction_reason: ClassVar[str] = "Die Angabe beruht allein auf Fiktion."
    partisan_reason: ClassVar[str] = "Die Angabe beruht allein auf Streitschriften."

    def date(self, date_parts: DateParts, role: DateRole = DateRole.ALONE) -> str:
        if date_parts.approximate and role is DateRole.ALONE and date_parts.shape is DatePattern.YEAR:
            return f"um {self._exact_date(date_parts, role)}"
        return (
            f"etwa {self._exact_date(date_parts, role)}"
            if date_parts.approximate
            else self._exact_date(date_parts, role)
        )

    def _exact_date(self, date_parts: DateParts, role: DateRole) -> str:
        year, last_year = _year(date_parts.first[0]), _year(date_parts.last[0])
        match date_parts.shape:
            case DatePattern.DAY:
                return _day(*date_parts.first)
            case DatePattern.MONTH:
                return f"{_MONTHS[date_parts.first[1] - 1]} {year}"
            case DatePattern.SEASON:
                word = _SEASONS[date_parts.grouping]
                return f"{word} {year}"
            case DatePattern.YEAR:
                return year
            case DatePattern.DECADE:
                return f"den {year}er Jahren" if role is DateRole.FROM else f"die {year}er Jahre"
            case DatePattern.CENTURY:
                return f"{'den Jahren' if role is DateRole.FROM else 'die Jahre'} {year} bis {last_year}"
            case DatePattern.DAYS:
                return f"zwischen dem {_day(*date_parts.first)} und dem {_day(*date_parts.last)}"

    def _from(self, date_parts: DateParts) -> str:
        article = "vom" if date_parts.shape is DatePattern.DAY and not date_parts.approximate else "von"
        return f"{article} {self.date(date_parts, DateRole.FROM)}"

    def _to(self, date_parts: DateParts) -> str:
        into = (
            "in "
            if date_parts.shape in (DatePattern.DECADE, DatePattern.CENTURY) and not date_parts.approximate
            else ""
        )
        return f"bis {into}{self.date(date_parts, DateRole.TO)}"

    def interval(self, start: EndParts, end: EndParts) -> str:
        match start, end:
            case DateParts(), DateParts():
                return f"{self._from(start)} {self._to(end)}"
            case DateParts(), MissingBound.OPEN:
                return f"ab {self.date(start, DateRole.FROM)}, ohne Ende"
            case DateParts(), _:
                return f"ab {self.date(start, DateRole.FROM)}, Ende unbekannt"
            case MissingBound.OPEN, DateParts():
                return f"schon zuvor und {self._to(end)}"
            case _, DateParts():
                return f"{self._to(end)}, Beginn unbekannt"
            case _:
                return _NO_TIME

    def set_member(self, start: EndParts, end: EndParts) -> str:
        match start, end:
            case DateParts(), DateParts() if start is end:
                return self.date(start)
            case DateParts(), DateParts():
                the = [
                    "dem " if date_parts.shape is DatePattern.DAY and not date_parts.approximate else ""
                    for date_parts in (start, end)
                ]
                return f"zwischen {the[0]}{self.date(start, DateRole.FROM)} und {the[1]}{self.date(end, DateRole.FROM)}"
            case DateParts(), _:
                return f"{self.date(start)} oder später"
            case _, DateParts():
                return f"{self.date(end)} oder früher"
            case _:
                return _NO_TIME

    def date_set(self, pieces: Sequence[str], *, one_of: bool) -> str:
        return _joined_words(pieces, "oder" if one_of else "und")

    def doubtful_date(self, phrase: str) -> str:
        return f"{phrase}, vielleicht"

    def relative_date(self, other: str, *, after: bool, exact: bool, years: int, months: int, days: int) -> str:
        side = "nach" if after else "vor"
        units = ((years, "Jahr", "Jahre"), (months, "Monat", "Monate"), (days, "Tag", "Tage"))
        distance = " und ".join(f"{count} {one if count == 1 else many}" for count, one, many in units if count)
        return f"{distance or 'unmittelbar'} {side} „{other}“" if exact else f"{side} „{other}“"

    def life_dates(self, born: str, died: str) -> str:
        if born and died:
            return f"{born}–{died}"
        return f"geboren: {born}" if born else f"gestorben: {died}" if died else ""

    def locator(self, locator: str) -> str:
        kind, text = classified_locator(locator)
        return f"S. {text}" if kind in ("page", "pages") else f"Satz {text}" if kind == "sentence" else text

    def purpose(self, purpose: str) -> str:
        return f"Zweck: {purpose.rstrip('.')}."

    def post(self, person: str, title: str) -> str:
        return f"{person}, {title}"

    def tie(self, person: str, relation: str, other: str) -> str:
        return f"{person} {relation} {other}"

    def sources_reason(self, kinds: Sequence[str]) -> str:
        return f"Die Angabe beruht auf {_joined_words([_KINDS[kind] for kind in kinds], 'und') if kinds else 'keiner Quelle'}."

    def dispute_reason(self, titles: Sequence[str]) -> str:
        return "Die Angabe ist umstritten: " + "; ".join(titles) + ("" if titles[-1].endswith("?") else ".")


LANGUAGE = German()
