"""Russian. A date stands in the nominative alone, in the genitive after "с" and "около", in the accusative after "по"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from layers.wording.languages.language import DateParts, DatePattern, DateRole, EndParts, Language
from layers.wording.languages.locator_kinds import classified_locator
from seeds.dates.when import MissingBound

Case = Literal[0, 1, 2]
NOMINATIVE: Case = 0
GENITIVE: Case = 1
ACCUSATIVE: Case = 2

_MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
_OF_MONTH = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_PARTS: dict[int, tuple[str, str, str]] = {
    21: ("весна", "весны", "весну"),
    22: ("лето", "лета", "лето"),
    23: ("осень", "осени", "осень"),
    24: ("зима", "зимы", "зиму"),
    33: ("первый квартал", "первого квартала", "первый квартал"),
    34: ("второй квартал", "второго квартала", "второй квартал"),
    35: ("третий квартал", "третьего квартала", "третий квартал"),
    36: ("четвёртый квартал", "четвёртого квартала", "четвёртый квартал"),
    37: ("первая треть", "первой трети", "первую треть"),
    38: ("вторая треть", "второй трети", "вторую треть"),
    39: ("последняя треть", "последней трети", "последнюю треть"),
    40: ("первая половина", "первой половины", "первую половину"),
    41: ("вторая половина", "второй половины", "вторую половину"),
}
_KINDS = {
    "scholarship": "на научных исследованиях",
    "archive": "на архивных документах",
    "memoir": "на воспоминаниях",
    "encyclopedia": "на справочном издании",
    "partisan": "на полемическом источнике",
}
_NO_TIME = "время не указано ни в одном источнике"


def _year(year: int, case: Case) -> str:
    word = "года" if case == GENITIVE else "год"
    return f"{year} {word}" if year > 0 else f"{1 - year} {word} до н. э."


def _day(year: int, month: int, day: int) -> str:
    return f"{day} {_OF_MONTH[month - 1]} {_year(year, GENITIVE)}"


def _season(grouping: int, case: Case) -> str:
    if 25 <= grouping <= 32:
        north = grouping <= 28
        half = "в Северном полушарии" if north else "в Южном полушарии"
        return f"{_PARTS[grouping - (4 if north else 8)][case]} ({half})"
    return _PARTS[grouping][case]


def plural(count: int, one: str, few: str, many: str) -> str:
    """The form that a number requires: 1 год, 2 года, 5 лет.

    >>> [plural(n, "год", "года", "лет") for n in (1, 2, 5, 11, 21)]
    ['год', 'года', 'лет', 'лет', 'год']
    """
    if count % 10 == 1 and count % 100 != 11:
        return one
    return few if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else many


def _joined_words(words: Sequence[str], last: str) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" {last} " + words[-1]


class Russian(Language):
    tag: ClassVar[str] = "ru"
    fiction_reason: ClassVar[str] = "Сведение основано только на вымысле."
    partisan_reason: ClassVar[str] = "Сведение основано только на полемических источниках."

    def date(self, date_parts: DateParts, role: DateRole = DateRole.ALONE) -> str:
        case = {DateRole.ALONE: NOMINATIVE, DateRole.FROM: GENITIVE, DateRole.TO: ACCUSATIVE}[role]
        if not date_parts.approximate:
            return self._exact_date(date_parts, case)
        # After another preposition "около" cannot stand: "с 1924 года (приблизительно)".
        return (
            f"около {self._exact_date(date_parts, GENITIVE)}"
            if role is DateRole.ALONE
            else f"{self._exact_date(date_parts, case)} (приблизительно)"
        )

    def _exact_date(self, date_parts: DateParts, case: Case) -> str:
        year = date_parts.first[0]
        match date_parts.shape:
            case DatePattern.DAY:
                return _day(*date_parts.first)
            case DatePattern.MONTH:
                month = _OF_MONTH if case == GENITIVE else _MONTHS
                return f"{month[date_parts.first[1] - 1]} {_year(year, GENITIVE)}"
            case DatePattern.SEASON:
                return f"{_season(date_parts.grouping, case)} {_year(year, GENITIVE)}"
            case DatePattern.YEAR:
                return _year(year, case)
            case DatePattern.DECADE:
                return f"{year}-х годов" if case == GENITIVE else f"{year}-е годы"
            case DatePattern.CENTURY:
                return f"{year}–{date_parts.last[0]} {'годов' if case == GENITIVE else 'годы'}"
            case DatePattern.DAYS:
                return f"между {_day(*date_parts.first)} и {_day(*date_parts.last)}"

    def interval(self, start: EndParts, end: EndParts) -> str:
        match start, end:
            case DateParts(), DateParts():
                years = start.shape is end.shape is DatePattern.YEAR and not start.approximate
                begins = str(start.first[0]) if years and start.first[0] > 0 else self.date(start, DateRole.FROM)
                return f"с {begins} по {self.date(end, DateRole.TO)}"
            case DateParts(), MissingBound.OPEN:
                return f"с {self.date(start, DateRole.FROM)} и далее"
            case DateParts(), _:
                return f"с {self.date(start, DateRole.FROM)}, конец неизвестен"
            case MissingBound.OPEN, DateParts():
                return f"ранее и по {self.date(end, DateRole.TO)}"
            case _, DateParts():
                return f"по {self.date(end, DateRole.TO)}, начало неизвестно"
            case _:
                return _NO_TIME

    def set_member(self, start: EndParts, end: EndParts) -> str:
        match start, end:
            case DateParts(), DateParts() if start is end:
                return self.date(start)
            case DateParts(), DateParts():
                # "Between" requires a case of its own; "from ... to ..." says the same of a single moment.
                return f"в какой-то момент {self.interval(start, end)}"
            case DateParts(), _:
                return f"{self.date(start)} или позже"
            case _, DateParts():
                return f"{self.date(end)} или раньше"
            case _:
                return _NO_TIME

    def date_set(self, pieces: Sequence[str], *, one_of: bool) -> str:
        return _joined_words(pieces, "или" if one_of else "и")

    def doubtful_date(self, phrase: str) -> str:
        return f"{phrase}, возможно"

    def relative_date(self, other: str, *, after: bool, exact: bool, years: int, months: int, days: int) -> str:
        units = (
            (years, ("год", "года", "лет")),
            (months, ("месяц", "месяца", "месяцев")),
            (days, ("день", "дня", "дней")),
        )
        distance = " и ".join(f"{count} {plural(count, *forms)}" for count, forms in units if count)
        if not exact:
            return f"{'после' if after else 'до'} события «{other}»"
        if not distance:
            return f"сразу {'после' if after else 'перед'}: «{other}»"
        return f"{'через' if after else 'за'} {distance} {'после' if after else 'до'} события «{other}»"

    def life_dates(self, born: str, died: str) -> str:
        if born and died:
            return f"{born} – {died}"
        return f"время рождения: {born}" if born else f"время смерти: {died}" if died else ""

    def locator(self, locator: str) -> str:
        kind, text = classified_locator(locator)
        return f"с. {text}" if kind in ("page", "pages") else f"предложение {text}" if kind == "sentence" else text

    def purpose(self, purpose: str) -> str:
        return f"Цель: {purpose.rstrip('.')}."

    def post(self, person: str, title: str) -> str:
        return f"{person}, {title}"

    def tie(self, person: str, relation: str, other: str) -> str:
        return f"{person} {relation} {other}"

    def sources_reason(self, kinds: Sequence[str]) -> str:
        return f"Сведение основано {_joined_words([_KINDS[kind] for kind in kinds], 'и') if kinds else 'не на источниках'}."

    def dispute_reason(self, titles: Sequence[str]) -> str:
        return "Сведение оспаривается: " + "; ".join(titles) + ("" if titles[-1].endswith("?") else ".")


LANGUAGE = Russian()
