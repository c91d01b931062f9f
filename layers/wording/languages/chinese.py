"""Chinese, in simplified characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from layers.wording.languages.language import DateParts, DatePattern, DateRole, EndParts, Language
from layers.wording.languages.locator_kinds import classified_locator
from seeds.dates.when import MissingBound

_PARTS = {
    **{21: "春", 22: "夏", 23: "秋", 24: "冬"},
    **{25: "春（北半球）", 26: "夏（北半球）", 27: "秋（北半球）", 28: "冬（北半球）"},
    **{29: "春（南半球）", 30: "夏（南半球）", 31: "秋（南半球）", 32: "冬（南半球）"},
    **{33: "第一季度", 34: "第二季度", 35: "第三季度", 36: "第四季度"},
    **{37: "前三分之一", 38: "中三分之一", 39: "后三分之一", 40: "上半年", 41: "下半年"},
}
_KINDS = {
    "scholarship": "学术研究",
    "archive": "档案文献",
    "memoir": "回忆录",
    "encyclopedia": "工具书",
    "partisan": "论战性文献",
}
_NO_TIME = "时间不见于任何来源"


def _year(year: int) -> str:
    return f"{year}年" if year > 0 else f"公元前{1 - year}年"


def _day(year: int, month: int, day: int) -> str:
    return f"{_year(year)}{month}月{day}日"


def _joined_words(words: Sequence[str], last: str) -> str:
    return words[0] if len(words) == 1 else "、".join(words[:-1]) + last + words[-1]


class Chinese(Language):
    tag: ClassVar[str] = "zh"
    fiction_reason: ClassVar[str] = "仅依据虚构作品。"
    partisan_reason: ClassVar[str] = "仅依据论战性文献。"

    def date(self, date_parts: DateParts, role: DateRole = DateRole.ALONE) -> str:
        return f"约{self._exact_date(date_parts)}" if date_parts.approximate else self._exact_date(date_parts)

    def _exact_date(self, date_parts: DateParts) -> str:
        year, month, _ = date_parts.first
        match date_parts.shape:
            case DatePattern.DAY:
                return _day(*date_parts.first)
            case DatePattern.MONTH:
                return f"{_year(year)}{month}月"
            case DatePattern.SEASON:
                return f"{_year(year)}{_PARTS[date_parts.grouping]}"
            case DatePattern.YEAR:
                return _year(year)
            case DatePattern.DECADE:
                # 1930 to 1939 are "the thirties of the 20th century".
                return (
                    f"{year // 100 + 1}世纪{year % 100}年代"
                    if year > 0 and year % 100
                    else f"{year}至{date_parts.last[0]}年间"
                )
            case DatePattern.CENTURY:
                return f"{_year(year)}至{_year(date_parts.last[0])}"
            case DatePattern.DAYS:
                return f"{_day(*date_parts.first)}与{_day(*date_parts.last)}之间"

    def interval(self, start: EndParts, end: EndParts) -> str:
        match start, end:
            case DateParts(), DateParts():
                return f"{self.date(start)}至{self.date(end)}"
            case DateParts(), MissingBound.OPEN:
                return f"{self.date(start)}起，此后一直持续"
            case DateParts(), _:
                return f"{self.date(start)}起，结束时间不详"
            case MissingBound.OPEN, DateParts():
                return f"此前一直到{self.date(end)}"
            case _, DateParts():
                return f"至{self.date(end)}，开始时间不详"
            case _:
                return _NO_TIME

    def set_member(self, start: EndParts, end: EndParts) -> str:
        match start, end:
            case DateParts(), DateParts() if start is end:
                return self.date(start)
            case DateParts(), DateParts():
                return f"{self.date(start)}与{self.date(end)}之间"
            case DateParts(), _:
                return f"{self.date(start)}或以后"
            case _, DateParts():
                return f"{self.date(end)}或以前"
            case _:
                return _NO_TIME

    def date_set(self, pieces: Sequence[str], *, one_of: bool) -> str:
        return _joined_words(pieces, "或" if one_of else "和")

    def doubtful_date(self, phrase: str) -> str:
        return f"{phrase}（存疑）"

    def relative_date(self, other: str, *, after: bool, exact: bool, years: int, months: int, days: int) -> str:
        side = "后" if after else "前"
        units = ((years, "年"), (months, "个月"), (days, "天"))
        distance = "零".join(f"{count}{unit}" for count, unit in units if count)
        if not exact:
            return f"“{other}”之{side}"
        return f"“{other}”{distance}{side}" if distance else f"紧接“{other}”之{side}"

    def life_dates(self, born: str, died: str) -> str:
        return f"{born}—{died}" if born and died else f"生于{born}" if born else f"卒于{died}" if died else ""

    def locator(self, locator: str) -> str:
        kind, text = classified_locator(locator)
        return f"第{text}页" if kind in ("page", "pages") else f"第{text}句" if kind == "sentence" else text

    def purpose(self, purpose: str) -> str:
        return f"目的：{purpose.rstrip('.。')}。"

    def post(self, person: str, title: str) -> str:
        return f"{person}，{title}"

    def tie(self, person: str, relation: str, other: str) -> str:
        return f"{person} {relation} {other}"

    def sources_reason(self, kinds: Sequence[str]) -> str:
        return f"依据{_joined_words([_KINDS[kind] for kind in kinds], '和')}。" if kinds else "没有依据任何来源。"

    def dispute_reason(self, titles: Sequence[str]) -> str:
        return "存在争议：" + "；".join(titles) + ("" if titles[-1].endswith(("?", "？")) else "。")


LANGUAGE = Chinese()
