"""German."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from seeds.tongues.pages import located
from seeds.tongues.tongue import End, Role, Shape, Told, Tongue
from seeds.when import Edge

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


def _listed(words: Sequence[str], last: str) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" {last} " + words[-1]


class German(Tongue):
    code: ClassVar[str] = "de"
    fiction_alone: ClassVar[str] = "Die Angabe beruht allein auf Fiktion."
    partisan_alone: ClassVar[str] = "Die Angabe beruht allein auf Streitschriften."

    def date(self, told: Told, role: Role = Role.ALONE) -> str:
        if told.about and role is Role.ALONE and told.shape is Shape.YEAR:
            return f"um {self._plain(told, role)}"
        return f"etwa {self._plain(told, role)}" if told.about else self._plain(told, role)

    def _plain(self, told: Told, role: Role) -> str:
        year, last_year = _year(told.first[0]), _year(told.last[0])
        match told.shape:
            case Shape.DAY:
                return _day(*told.first)
            case Shape.MONTH:
                return f"{_MONTHS[told.first[1] - 1]} {year}"
            case Shape.SEASON:
                word = _SEASONS[told.grouping]
                return f"{word} {year}"
            case Shape.YEAR:
                return year
            case Shape.DECADE:
                return f"den {year}er Jahren" if role is Role.FROM else f"die {year}er Jahre"
            case Shape.CENTURY:
                return f"{'den Jahren' if role is Role.FROM else 'die Jahre'} {year} bis {last_year}"
            case Shape.DAYS:
                return f"zwischen dem {_day(*told.first)} und dem {_day(*told.last)}"

    def _from(self, told: Told) -> str:
        article = "vom" if told.shape is Shape.DAY and not told.about else "von"
        return f"{article} {self.date(told, Role.FROM)}"

    def _to(self, told: Told) -> str:
        into = "in " if told.shape in (Shape.DECADE, Shape.CENTURY) and not told.about else ""
        return f"bis {into}{self.date(told, Role.TO)}"

    def interval(self, start: End, end: End) -> str:
        match start, end:
            case Told(), Told():
                return f"{self._from(start)} {self._to(end)}"
            case Told(), Edge.OPEN:
                return f"ab {self.date(start, Role.FROM)}, ohne Ende"
            case Told(), _:
                return f"ab {self.date(start, Role.FROM)}, Ende unbekannt"
            case Edge.OPEN, Told():
                return f"schon zuvor und {self._to(end)}"
            case _, Told():
                return f"{self._to(end)}, Beginn unbekannt"
            case _:
                return _NO_TIME

    def member(self, start: End, end: End) -> str:
        match start, end:
            case Told(), Told() if start is end:
                return self.date(start)
            case Told(), Told():
                the = ["dem " if told.shape is Shape.DAY and not told.about else "" for told in (start, end)]
                return f"zwischen {the[0]}{self.date(start, Role.FROM)} und {the[1]}{self.date(end, Role.FROM)}"
            case Told(), _:
                return f"{self.date(start)} oder später"
            case _, Told():
                return f"{self.date(end)} oder früher"
            case _:
                return _NO_TIME

    def either(self, pieces: Sequence[str], *, one_of: bool) -> str:
        return _listed(pieces, "oder" if one_of else "und")

    def perhaps(self, phrase: str) -> str:
        return f"{phrase}, vielleicht"

    def relative(self, other: str, *, after: bool, exact: bool, years: int, months: int, days: int) -> str:
        side = "nach" if after else "vor"
        units = ((years, "Jahr", "Jahre"), (months, "Monat", "Monate"), (days, "Tag", "Tage"))
        told = " und ".join(f"{count} {one if count == 1 else many}" for count, one, many in units if count)
        return f"{told or 'unmittelbar'} {side} „{other}“" if exact else f"{side} „{other}“"

    def life(self, born: str, died: str) -> str:
        if born and died:
            return f"{born}–{died}"
        return f"geboren: {born}" if born else f"gestorben: {died}" if died else ""

    def locator(self, locator: str) -> str:
        kind, text = located(locator)
        return f"S. {text}" if kind in ("page", "pages") else f"Satz {text}" if kind == "sentence" else text

    def purpose(self, purpose: str) -> str:
        return f"Zweck: {purpose.rstrip('.')}."

    def post(self, person: str, title: str) -> str:
        return f"{person}, {title}"

    def tie(self, person: str, relation: str, other: str) -> str:
        return f"{person} {relation} {other}"

    def rests_on(self, kinds: Sequence[str]) -> str:
        return (
            f"Die Angabe beruht auf {_listed([_KINDS[kind] for kind in kinds], 'und') if kinds else 'keiner Quelle'}."
        )

    def in_dispute(self, titles: Sequence[str]) -> str:
        return "Die Angabe ist umstritten: " + "; ".join(titles) + ("" if titles[-1].endswith("?") else ".")


TONGUE = German()
