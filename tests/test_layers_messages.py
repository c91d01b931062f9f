"""The messages of Fluent in `layers/locales/`: the plurals of each language, and any value."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from babel import Locale
from conftest import ROOT
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

from liaison_atlas.layers.wording.languages import available_languages
from liaison_atlas.layers.wording.messages import available_messages, messages_for


class _Found(Visitor):  # type: ignore[misc]
    """The plural forms of the selectors of a message that count."""

    def __init__(self, message: ast.Message) -> None:
        self.forms: list[set[str]] = []
        self.visit(message)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference) and node.selector.id.name == "count":
            self.forms.append({v.key.name for v in node.variants if isinstance(v.key, ast.Identifier)})
        self.generic_visit(node)


def catalogue(tag: str) -> dict[str, ast.Message]:
    resource = FluentParser().parse((ROOT / "layers" / "locales" / f"{tag}.ftl").read_text(encoding="utf-8"))
    assert not [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
    messages = [entry for entry in resource.body if isinstance(entry, ast.Message)]
    assert len({message.id.name for message in messages}) == len(messages)
    return {message.id.name: message for message in messages}


def counting(tag: str) -> Iterator[tuple[str, set[str]]]:
    for id, message in catalogue(tag).items():
        yield from ((id, forms) for forms in _Found(message).forms)


def test_the_program_has_messages_in_every_language_in_which_it_words_dates() -> None:
    assert set(available_messages()) == available_languages().keys()


@pytest.mark.parametrize("tag", ["ru", "de"])
def test_a_counting_message_has_each_plural_form_of_its_language(tag: str) -> None:
    needed = {Locale.parse(tag).plural_form(count) for count in range(200)}
    found = list(counting(tag))
    assert len(found) > 20
    assert {id: needed - forms for id, forms in found if not needed <= forms | {"other"}} == {}


def test_russian_counts_in_three_forms() -> None:
    text = messages_for("ru").text
    assert [text("front-counts-stations", count=n) for n in (1, 3, 5, 11, 21)] == [
        *("1 станция", "3 станции", "5 станций"),
        *("11 станций", "21 станция"),
    ]


@pytest.mark.parametrize("tag", available_messages())
def test_no_message_has_a_character_that_is_special_in_html(tag: str) -> None:
    """As pages put them in unescaped; only what they are filled with is escaped."""
    texts = [line.replace("->", "") for line in messages_for(tag).source.splitlines() if not line.startswith("#")]
    assert not [text for text in texts if set("<>&") & set(text)]


@given(st.text(max_size=2000).map(lambda text: text.replace("\x00", "")))
def test_a_value_is_put_in_as_it_is_whatever_it_holds(value: str) -> None:
    """It is never read as Fluent, and long ones are not refused."""
    assert messages_for("en").text("front-posterOf", year=value) == f"Poster of {value}, for print"


def test_a_message_that_is_missing_or_lacks_a_value_is_an_error() -> None:
    with pytest.raises(LookupError):
        messages_for("en").text("front-nothingOfThisName")
    with pytest.raises(LookupError, match="front-posterOf"):
        messages_for("en").text("front-posterOf")


@pytest.mark.parametrize(
    ("country", "text"), [("United Kingdom", "somewhere in the United Kingdom"), ("Turkey", "somewhere in Turkey")]
)
def test_english_names_of_countries_get_their_article(country: str, text: str) -> None:
    assert messages_for("en").text("report-row-somewhere", country=country) == text
