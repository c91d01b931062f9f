"""The wording of data in each language."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT, Setter

from liaison_atlas import seeds
from liaison_atlas.layers.claims import label_in
from liaison_atlas.layers.wording.date_wording import date_in_words
from liaison_atlas.layers.wording.languages import available_languages, language_for
from liaison_atlas.seeds.dates.edtf import parse
from liaison_atlas.seeds.dates.relative_dates import RelativeDate

LANGUAGES = list(available_languages())
# One of every shape, alone and as an end; every form of set and interval.
DATES = [
    *("1927", "1927-05", "1927-05-03", "193X", "19XX", "1927-21", "1927-34", "1927-41", "1927-29", "1927-XX-05"),
    *("1927~", "1927?", "1927-05~", "1921/1928~", "1924~/1926~", "1921/..", "1921/", "/1929", "../1929", "193X/194X"),
    *("[1920..1923]", "[1926..]", "[..1926]", "[1939,1940]", "{1926,1929}", "{1926,1928..1930}", "[1918-11..1919-02]"),
    *("1938-03-08/1938-03-11", "[1938-03-08..1938-03-11]", "1927-05/1928", "-0043", "1927-21/1928-24"),
]


def accepted_dates() -> list[str]:
    """The dates above that the parser takes."""
    taken = []
    for text in DATES:
        try:
            parse(text)
        except seeds.dates.edtf.DateError:
            continue
        taken.append(text)
    return taken


def test_the_program_and_the_viewer_have_the_same_languages() -> None:
    files = {file.stem for file in (ROOT / "layers" / "locales").glob("*.ftl")}
    assert files == set(LANGUAGES) == {"en", "de", "ru", "zh"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", accepted_dates())
def test_every_date_is_written_completely_and_in_its_language_only(language: str, text: str) -> None:
    words = date_in_words(parse(text), language=language)
    assert words.strip() == words
    for year in re.findall(r"\d{4}", text):
        assert year in words or year == "0043" or year == "1900"
    # No character of another script, no code, no word of a language but its own.
    strange = {"en": "[^\x00-\u024f–]", "de": "[^\x00-\u024f–]", "ru": "[A-Za-z一-鿿]", "zh": "[A-Za-zА-я]"}[language]
    assert not re.search(strange, words), words
    if language == "de":
        assert not re.search(r"\b(from|to|about|or|and|until|perhaps|between)\b", words), words


@pytest.mark.parametrize(
    ("text", "de", "ru", "zh"),
    [
        ("1927-05-03", "3. Mai 1927", "3 мая 1927 года", "1927年5月3日"),
        ("1921/1928~", "von 1921 bis etwa 1928", "с 1921 по 1928 год (приблизительно)", "1921年至约1928年"),
        ("[1924..1926]", "zwischen 1924 und 1926", "в какой-то момент с 1924 по 1926 год", "1924年与1926年之间"),
        ("1927?", "1927, vielleicht", "1927 год, возможно", "1927年（可能）"),
        ("/1933-03", "bis März 1933, Beginn unbekannt", "по март 1933 года, начало неизвестно", "至1933年3月，开始时间不详"),
        ("193X", "die 1930er Jahre", "1930-е годы", "20世纪30年代"),
        ("1938-03-08/1938-03-11", "vom 8. März 1938 bis 11. März 1938", "с 8 марта 1938 года по 11 марта 1938 года", "1938年3月8日至1938年3月11日"),
    ],
)  # fmt: skip
def test_a_date_is_written_as_is_usual_in_the_language(text: str, de: str, ru: str, zh: str) -> None:
    assert [date_in_words(parse(text), language=language) for language in ("de", "ru", "zh")] == [de, ru, zh]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_end_of_an_interval_that_no_source_gives_is_said_to_be_unknown_not_open(language: str) -> None:
    texts = {date_in_words(parse(text), language=language) for text in ("1921/", "1921/..", "1921")}
    assert len(texts) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_relative_date_names_the_other_row_in_the_language(language: str) -> None:
    wording = language_for(language)
    for after in (True, False):
        texts = [
            wording.relative_date("X", RelativeDate("", "event:x", after, exact=exact, months=months, days=days))
            for exact, months, days in ((False, 0, 0), (True, 0, 0), (True, 12, 0), (True, 2, 5))
        ]
        assert len(set(texts)) == 4
        assert all("X" in words for words in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reason_for_a_standing_ends_as_a_sentence(language: str) -> None:
    wording = language_for(language)
    kinds = ["scholarship", "archive", "memoir", "encyclopedia", "popular", "partisan"]
    for n in range(len(kinds) + 1):
        assert wording.sources_reason(kinds[:n])[-1] in ".。"
    assert wording.locator("chapter 2") == "chapter 2"
    assert wording.locator("") == ""


def test_an_unsupported_language_falls_back_to_english() -> None:
    assert language_for("eo") is language_for("en")
    assert date_in_words(parse("1927-05"), language="eo") == "May 1927"


def test_a_translation_of_an_unknown_row_is_reported_with_its_remedy(set_cell: Setter, copy_of_small: object) -> None:
    set_cell("translations", 2, "row", "vienna-serch")
    problem = next(p for p in seeds.read(copy_of_small).problems if p.file == "translations.csv")  # type: ignore[arg-type]
    assert (problem.code, problem.line, problem.column) == ("unknown-row", 2, 2)
    assert 'did you mean "vienna-search"?' in problem.message


def test_a_second_translation_of_a_cell_is_a_problem(set_cell: Setter, copy_of_small: object) -> None:
    set_cell("translations", 4, "column", "name")
    codes = [p.code for p in seeds.read(copy_of_small).problems if p.file == "translations.csv"]  # type: ignore[arg-type]
    assert codes == ["duplicate-id"]


def test_the_oms_is_complete_in_every_language(oms: seeds.Dataset) -> None:
    assert oms.package.languages == ("en", "de", "ru", "zh")
    for table in oms.package.tables:
        for column in (field.name for field in table.fields if field.translatable):
            if (table.name, column) == ("places", "name"):
                continue  # those of places stand in names.csv
            for row in getattr(oms, table.name):
                # In Latin script a name may stay as it is.
                languages = ("ru", "zh") if (table.name, column) == ("people", "name") else ("de", "ru", "zh")
                assert all(oms.localized_text(row, column, language) is not None for language in languages), (
                    row.id,
                    column,
                )
    named = {(name.place, name.language) for name in oms.names} | {
        (t.row, t.language) for t in oms.translations if (t.table_, t.column) == ("places", "name")
    }
    assert {(place.id, tag) for place in oms.places for tag in ("de", "ru", "zh")} <= named


@pytest.mark.parametrize("language", ["de", "ru", "zh"])
def test_a_translation_keeps_the_figures_of_what_it_translates(oms: seeds.Dataset, language: str) -> None:
    """A year that the English has stands in the translation too, and none is added."""
    for table in ("stations", "posts", "journeys", "events", "ties", "disagreements", "people", "places"):
        for row in getattr(oms, table):
            if row.note:
                translated = oms.localized_text(row, "note", language) or ""
                assert years_in(row.note) == years_in(translated), row.id


def years_in(text: str) -> list[str]:
    """The years of four figures, sorted; 20世纪30年代 are the 1930s."""
    text = re.sub(r"(\d+)世纪(\d0)年代", lambda decade: f"{int(decade[1]) - 1}{decade[2]}", text)
    return sorted(re.findall(r"\d{4}", text))


# Of each relation: what a list says of a tie in German, Russian and Chinese.
TIES = {
    "served-under": ("A diente unter B", "А – кому подчиняется: Б", "甲在乙手下工作"),
    "deputy-of": ("A war Stellvertreter(in) von B", "А – чей заместитель: Б", "甲是乙的副手"),
    "succeeded": ("A folgte auf B", "А – кого сменяет: Б", "甲接替乙"),
    "recruited": ("A warb B an", "А – кого вербует: Б", "甲招募乙"),
    "supported": ("A unterstützte B", "А – кого поддерживает: Б", "甲支持乙"),
    "handled": ("A führte B als Quelle", "А – кого ведёт как агента: Б", "甲负责与乙联络"),
    "protege-of": ("A wurde von B gefördert", "А – чьим покровительством пользуется: Б", "甲受到乙的提携"),
    "appointed": ("A ernannte B", "А – кого назначает: Б", "甲任命乙"),
    "married": ("A war mit B verheiratet", "А – с кем состоит в браке: Б", "甲与乙是夫妻"),
    "partner-of": ("A lebte mit B zusammen", "А – с кем состоит в близких отношениях: Б", "甲与乙是伴侣"),
    "knew": ("A kannte B", "А – кого знает: Б", "甲认识乙"),
    "friend-of": ("A war mit B befreundet", "А – с кем дружит: Б", "甲是乙的朋友"),
    "allied-with": ("A war mit B verbündet", "А – с кем в союзе: Б", "甲与乙结盟"),
    "opposed": ("A stand gegen B", "А – против кого выступает: Б", "甲反对乙"),
    "implicated-in-death-of": (
        "A wurde mit dem Tod von B in Verbindung gebracht",
        "А – с чьей смертью связывают: Б",
        "甲被指与乙之死有牵连",
    ),
    "wrote-of": ("A schrieb über B", "А – о ком пишет: Б", "甲撰文谈及乙"),
    "colleague-of": ("A arbeitete mit B zusammen", "А – с кем работает: Б", "甲与乙共事"),
    "same-as": ("A ist vielleicht dieselbe Person wie B", "А – с кем, возможно, одно лицо: Б", "甲与乙可能是同一人"),
}
NAMES = {"de": ("A", "B"), "ru": ("А", "Б"), "zh": ("甲", "乙")}


def test_a_tie_of_every_relation_is_a_sentence_in_which_no_name_is_declined(oms: seeds.Dataset) -> None:
    assert {value for value, _ in oms.package.categories("ties", "relation")} == set(TIES)
    for relation, known in TIES.items():
        for (language, (person, other)), text in zip(NAMES.items(), known, strict=True):
            label = oms.package.label("ties", "relation", relation, language)
            assert label is not None
            assert language_for(language).tie(person, label, other) == text


def test_a_tie_with_a_label_of_the_first_edition_names_both_people() -> None:
    assert language_for("ru").tie("А", "завербовал(а):", "Б") == "А – завербовал(а): Б"
    assert language_for("ru").tie("А", "вместе с товарищем … работает", "Б") == "А вместе с товарищем Б работает"
    assert language_for("zh").tie("甲", "的配偶是", "乙") == "甲的配偶是乙"


def test_the_names_in_a_tie_are_the_names_on_the_cards(oms: seeds.Dataset) -> None:
    tie = next(tie for tie in oms.ties if tie.id == "trilisser-succeeded-piatnitsky")
    assert [label_in(oms, tie, language) for language in ("en", "de", "ru", "zh")] == [
        "Mikhail Trilisser succeeded Osip Piatnitsky",
        "Michail Trilisser folgte auf Ossip Pjatnizki",
        "Михаил Трилиссер – кого сменяет: Осип Пятницкий",
        "米哈伊尔·特里利塞尔接替奥西普·皮亚特尼茨基",
    ]


def test_a_relative_date_in_russian_leaves_the_title_of_the_other_row_as_it_is() -> None:
    wording = language_for("ru")
    told = {
        wording.relative_date("Налёт", RelativeDate("", "event:raid", after, exact=exact, months=months))
        for after in (True, False)
        for exact, months in ((False, 0), (True, 0), (True, 6))
    }
    assert told == {
        *("позже, чем: «Налёт»", "сразу после: «Налёт»", "через 6 месяцев после: «Налёт»"),
        *("раньше, чем: «Налёт»", "сразу перед: «Налёт»", "за 6 месяцев до: «Налёт»"),
    }


@pytest.mark.parametrize("language", ["de", "zh"])
def test_one_person_has_one_name_in_all_texts_of_a_language(oms: seeds.Dataset, language: str) -> None:
    """Where a person has a name of their own in a language, the English surname stands in none of its texts."""
    own = {person.name: oms.localized_text(person, "name", language) for person in oms.people}
    surnames = {name.split(" (")[0].split()[-1] for name, text in own.items() if text and text != name}
    shared = {word for text in own.values() if text for word in re.split(r"[ ()-]", text)}
    strangers = surnames - shared
    assert "Piatnitsky" in strangers
    for text in (each.text for each in oms.translations if each.language == language):
        assert not strangers & set(re.split(r"[^\w-]", text)), text


def test_what_is_alleged_is_not_called_presumed_or_so_called(oms: seeds.Dataset) -> None:
    categories = [label for table in oms.package.tables for field in table.fields for label in field.labels.values()]
    texts = [each.text for each in oms.translations] + categories
    for word in ("предполагаем", "Предполагаем", "所谓", "под вопросом", "存疑"):
        assert [text for text in texts if word in text] == []
