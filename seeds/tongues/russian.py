"""Russian. A date stands in the nominative alone, in the genitive after "с" and "около", in the accusative after "по"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from seeds.tongues.pages import located
from seeds.tongues.tongue import End, Role, Shape, Told, Tongue
from seeds.when import Edge

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
    """The form that a number asks for: 1 год, 2 года, 5 лет.

    >>> [plural(n, "год", "года", "лет") for n in (1, 2, 5, 11, 21)]
    ['год', 'года', 'лет', 'лет', 'год']
    """
    if count % 10 == 1 and count % 100 != 11:
        return one
    return few if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else many


def _listed(words: Sequence[str], last: str) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" {last} " + words[-1]


class Russian(Tongue):
    code: ClassVar[str] = "ru"
    fiction_alone: ClassVar[str] = "Сведение основано только на вымысле."
    partisan_alone: ClassVar[str] = "Сведение основано только на полемических источниках."

    def date(self, told: Told, role: Role = Role.ALONE) -> str:
        case = {Role.ALONE: NOMINATIVE, Role.FROM: GENITIVE, Role.TO: ACCUSATIVE}[role]
        if not told.about:
            return self._plain(told, case)
        # After another preposition "около" cannot stand: "с 1924 года (приблизительно)".
        return (
            f"около {self._plain(told, GENITIVE)}"
            if role is Role.ALONE
            else f"{self._plain(told, case)} (приблизительно)"
        )

    def _plain(self, told: Told, case: Case) -> str:
        year = told.first[0]
        match told.shape:
            case Shape.DAY:
                return _day(*told.first)
            case Shape.MONTH:
                month = _OF_MONTH if case == GENITIVE else _MONTHS
                return f"{month[told.first[1] - 1]} {_year(year, GENITIVE)}"
            case Shape.SEASON:
                return f"{_season(told.grouping, case)} {_year(year, GENITIVE)}"
            case Shape.YEAR:
                return _year(year, case)
            case Shape.DECADE:
                return f"{year}-х годов" if case == GENITIVE else f"{year}-е годы"
            case Shape.CENTURY:
                return f"{year}–{told.last[0]} {'годов' if case == GENITIVE else 'годы'}"
            case Shape.DAYS:
                return f"между {_day(*told.first)} и {_day(*told.last)}"

    def interval(self, start: End, end: End) -> str:
        match start, end:
            case Told(), Told():
                years = start.shape is end.shape is Shape.YEAR and not start.about
                begins = str(start.first[0]) if years and start.first[0] > 0 else self.date(start, Role.FROM)
                return f"с {begins} по {self.date(end, Role.TO)}"
            case Told(), Edge.OPEN:
                return f"с {self.date(start, Role.FROM)} и далее"
            case Told(), _:
                return f"с {self.date(start, Role.FROM)}, конец неизвестен"
            case Edge.OPEN, Told():
                return f"ранее и по {self.date(end, Role.TO)}"
            case _, Told():
                return f"по {self.date(end, Role.TO)}, начало неизвестно"
            case _:
                return _NO_TIME

    def member(self, start: End, end: End) -> str:
        match start, end:
            case Told(), Told() if start is end:
                return self.date(start)
            case Told(), Told():
                # "Between" asks for a case of its own; "from ... to ..." says the same of a single moment.
                return f"в какой-то момент {self.interval(start, end)}"
            case Told(), _:
                return f"{self.date(start)} или позже"
            case _, Told():
                return f"{self.date(end)} или раньше"
            case _:
                return _NO_TIME

    def either(self, pieces: Sequence[str], *, one_of: bool) -> str:
        return _listed(pieces, "или" if one_of else "и")

    def perhaps(self, phrase: str) -> str:
        return f"{phrase}, возможно"

    def relative(self, other: str, *, after: bool, exact: bool, years: int, months: int, days: int) -> str:
        units = (
            (years, ("год", "года", "лет")),
            (months, ("месяц", "месяца", "месяцев")),
            (days, ("день", "дня", "дней")),
        )
        told = " и ".join(f"{count} {plural(count, *forms)}" for count, forms in units if count)
        if not exact:
            return f"{'после' if after else 'до'} события «{other}»"
        if not told:
            return f"сразу {'после' if after else 'перед'}: «{other}»"
        return f"{'через' if after else 'за'} {told} {'после' if after else 'до'} события «{other}»"

    def life(self, born: str, died: str) -> str:
        if born and died:
            return f"{born} – {died}"
        return f"время рождения: {born}" if born else f"время смерти: {died}" if died else ""

    def locator(self, locator: str) -> str:
        kind, text = located(locator)
        return f"с. {text}" if kind in ("page", "pages") else f"предложение {text}" if kind == "sentence" else text

    def purpose(self, purpose: str) -> str:
        return f"Цель: {purpose.rstrip('.')}."

    def post(self, person: str, title: str) -> str:
        return f"{person}, {title}"

    def tie(self, person: str, relation: str, other: str) -> str:
        return f"{person} {relation} {other}"

    def rests_on(self, kinds: Sequence[str]) -> str:
        return f"Сведение основано {_listed([_KINDS[kind] for kind in kinds], 'и') if kinds else 'не на источниках'}."

    def in_dispute(self, titles: Sequence[str]) -> str:
        return "Сведение оспаривается: " + "; ".join(titles) + ("" if titles[-1].endswith("?") else ".")


TONGUE = Russian()
