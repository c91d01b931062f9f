"""Russian."""

from __future__ import annotations

from maps.pages.words.page_words import CountWords, FrontWords, PageWords, Plural


def _plural(one: str, few: str, many: str) -> Plural:
    """The three forms of whole numbers; that of fractions, which nothing here counts, is the second."""
    return Plural(one=one, few=few, many=many, other=few)


WORDS = PageWords(
    tag="ru",
    report_title="Что источники говорят о самих себе",
    counts=CountWords(
        stations=_plural("{n} станция", "{n} станции", "{n} станций"),
        heads=_plural("{n} должность", "{n} должности", "{n} должностей"),
        couriers=_plural("{n} поездка", "{n} поездки", "{n} поездок"),
        raids=_plural("{n} событие", "{n} события", "{n} событий"),
        perhaps="{counted}, возможно",
        of_them_perhaps="{counted}, из них возможно: {n}",
        separator="; ",
        nothing="ничего, что источник датировал бы этим годом",
    ),
    front=FrontWords(
        title_with_subtitle="{title}: {subtitle}",
        languages="Языки",
        open_atlas="Открыть атлас",
        years="Год за годом",
        poster="плакат",
        poster_of="Плакат, год: {year}, для печати",
        evidence="На чём это основано",
        figures="Утверждений документировано: {attested}; основано только на пристрастных источниках: {partisan}; спорных: {contested}. Цитируется источников: {sources}.",
        strands="Другие утверждения показываются только по запросу, под отдельной надписью, и больше нигде не учитываются:",
        strand="{title} ({count}).",
        marks="Сплошной знак достоверно относится к показанному году, полый – возможно. Линии связи предположительны, если в карточке не сказано иное. Каждый знак открывает стоящее за ним утверждение с его источниками.",
        report="{title}: на чём основан каждый год, где источники расходятся и о чём не говорит ни один источник.",
        files="Для других программ",
        file="{name} ({count})",
        manifest="{name}, все файлы с их SHA-256",
        credits="Данные: {licence}. Положение городов по GeoNames, CC BY 4.0. Суша: Natural Earth. Создано с помощью folium.",
    ),
)
