"""Russian. A date alone is in the nominative, after "с" and "около" in the genitive, after "по" in the accusative.

Names and titles from the data are never declined: the phrases here leave them in the nominative.
"""

from __future__ import annotations

from collections.abc import Sequence

from liaison_atlas.layers.wording.languages.language import DateParts, DatePattern, DateRole, Distance, Language

_OF_MONTH = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
# In the nominative, genitive and accusative: the order of `DateRole`.
_SEASONS = {
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


def plural(count: int, one: str, few: str, many: str) -> str:
    """The form that a number requires: 1 год, 2 года, 5 лет.

    Returns
    -------
    str
        one of the three.

    Examples
    --------
    >>> [plural(n, "год", "года", "лет") for n in (1, 2, 5, 11, 21)]
    ['год', 'года', 'лет', 'лет', 'год']
    """
    if count % 10 == 1 and count % 100 != 11:
        return one
    return few if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else many


class Russian(Language):
    def date(self, date_parts: DateParts, role: DateRole = DateRole.ALONE) -> str:
        # "около" cannot follow another preposition: "с 1924 года (приблизительно)".
        if date_parts.approximate and role is DateRole.ALONE:
            return f"около {self._exact_date(date_parts, DateRole.FROM)}"
        return super().date(date_parts, role)

    def _date_words(self, date_parts: DateParts, role: DateRole) -> dict[str, str]:
        # The year after a day or a month is in the genitive, and so is the month after a day.
        words = super()._date_words(date_parts, role)
        of_month, of_year = _OF_MONTH[date_parts.first[1] - 1], words["year"].replace("год", "года")
        return words | {"of_month": of_month, "of_year": of_year}

    def _exact_date(self, date_parts: DateParts, role: DateRole) -> str:
        first, last = date_parts.first[0], date_parts.last[0]
        if date_parts.shape is DatePattern.CENTURY and last <= 0:  # the era is written once, after the word
            return f"{1 - first}–{1 - last} {'годы' if role is DateRole.ALONE else 'годов'} до н. э."
        return super()._exact_date(date_parts, role)

    def _from_to(self, start: DateParts, end: DateParts) -> str:
        # The first of two years is written without its word: "с 1921 по 1928 год".
        if start.shape is end.shape is DatePattern.YEAR and not start.approximate and start.first[0] > 0:
            return self.from_to.format(start=start.first[0], end=self._to(end))
        return super()._from_to(start, end)

    def _counted(self, count: int, forms: Sequence[str]) -> str:
        return f"{count} {plural(count, *forms)}"

    def tie(self, person: str, relation: str, other: str) -> str:
        # The label is a question, and the other person is its answer: "Артур Кёстлер – кому подчиняется: Фриц Бурде".
        if "…" in relation:
            return super().tie(person, relation, other)
        return f"{person} – {relation.removesuffix(':')}: {other}"


LANGUAGE = Russian(
    tag="ru",
    and_=" и ",
    or_=" или ",
    months=(
        *("январь", "февраль", "март", "апрель", "май", "июнь"),
        *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
    ),
    seasons={(n, role): word for n, cases in _SEASONS.items() for role, word in zip(DateRole, cases, strict=True)},
    hemispheres=("{} (в Северном полушарии)", "{} (в Южном полушарии)"),
    year="{} год",
    year_bc="{} год до н. э.",
    number_bc="{} до н. э.",
    dates={
        DatePattern.DAY: "{day} {of_month} {of_year}",
        DatePattern.MONTH: "{month} {of_year}",
        (DatePattern.MONTH, DateRole.FROM): "{of_month} {of_year}",
        DatePattern.SEASON: "{season} {of_year}",
        DatePattern.YEAR: "{year}",
        (DatePattern.YEAR, DateRole.FROM): "{of_year}",
        DatePattern.DECADE: "{number}-е годы",
        (DatePattern.DECADE, DateRole.FROM): "{number}-х годов",
        DatePattern.CENTURY: "{number}–{last_number} годы",
        (DatePattern.CENTURY, DateRole.FROM): "{number}–{last_number} годов",
        DatePattern.DAYS: "между {first} и {last}",
    },
    about="{} (приблизительно)",
    doubtful="{}, возможно",
    old_style="{written} (по старому стилю), {new}",
    from_to="с {start} по {end}",
    from_on="с {} и далее",
    from_to_unknown="с {}, конец неизвестен",
    before_and_until="ранее и по {}",
    from_unknown_until="по {}, начало неизвестно",
    # "Between" requires another case; "at some moment from ... to ..." has the same meaning.
    between="в какой-то момент {from_to}",
    or_later="{} или позже",
    or_earlier="{} или раньше",
    no_time="время не указано ни в одном источнике",
    units=(("год", "года", "лет"), ("месяц", "месяца", "месяцев"), ("день", "дня", "дней")),
    unit_separator=" и ",
    before=Distance("раньше, чем: «{other}»", "сразу перед: «{other}»", "за {distance} до: «{other}»"),
    after=Distance("позже, чем: «{other}»", "сразу после: «{other}»", "через {distance} после: «{other}»"),
    last_before="последним раньше, чем: «{other}»",
    seen="засвидетельствовано: {}",
    not_before="не ранее {}",
    not_after="не позднее {}",
    inferred="{limit} (выведено; {rule}: {subject})",
    inference_rules={
        "life": "годы жизни",
        "death": "смерть",
        "station": "станция",
        "organisation": "организация",
        "succession": "последовательность",
    },
    lived="{born} – {died}",
    born="дата рождения: {born}",
    died="дата смерти: {died}",
    page="с. {}",
    pages="с. {}",
    sentence="предложение {}",
    purpose_is="Цель: {}",
    rests_on="Сведения основаны {}.",
    no_source="Сведения не основаны ни на одном источнике.",
    read_after="Цитируются по {}.",
    partly_read_after="Отчасти цитируются по {}.",
    read_after_kinds={
        "scholarship": "научной литературе",
        "archive": "архивному документу",
        "memoir": "воспоминаниям",
        "encyclopedia": "справочному изданию",
        "popular": "популярному изложению",
        "partisan": "пристрастному источнику",
    },
    kinds={
        "scholarship": "на научных исследованиях",
        "archive": "на архивных документах",
        "memoir": "на воспоминаниях",
        "encyclopedia": "на справочном издании",
        "popular": "на популярном изложении",
        "partisan": "на пристрастном источнике",
    },
    fiction_reason="Сведения основаны только на вымысле.",
    partisan_reason="Сведения основаны только на пристрастных источниках.",
    cited_after="цит. по: {}",
    main_strand="Документированная история",
    fiction_strand="Вымысел",
    fiction_note="Ничего этого не было.",
)
