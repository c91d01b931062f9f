"""Type as outlines: kerning, figures, other scripts, and what no font has."""

from __future__ import annotations

from pathlib import Path

import pytest

from maps.posters.typesetting import UNITS_PER_EM, FontSet, FontsMissingError, TextLine, TextStyle

SANS, SERIF = TextStyle("sans", 10), TextStyle("serif", 10)
BOX = "M70 0H550"


@pytest.fixture
def case() -> FontSet:
    return FontSet()


def boxes(case: FontSet, line: TextLine) -> int:
    return sum(case.glyph_outlines()[glyph.glyph_id].startswith(BOX) for glyph in line.glyphs)


def test_an_empty_line_has_no_glyph_and_no_width(case: FontSet) -> None:
    line = case.typeset("", SANS)
    assert line.glyphs == ()
    assert line.advance == 0


def test_the_width_grows_with_the_size(case: FontSet) -> None:
    assert case.typeset("Berlin", TextStyle("sans", 20)).advance == pytest.approx(
        2 * case.typeset("Berlin", SANS).advance
    )


def test_characters_are_kerned(case: FontSet) -> None:
    alone = case.typeset("A", SERIF).advance + case.typeset("V", SERIF).advance
    assert case.typeset("AV", SERIF).advance < alone


def test_letter_spacing_is_added_between_characters_and_not_after_the_last(case: FontSet) -> None:
    wide = case.typeset("SEA", TextStyle("serif", 10, letter_spacing=4)).advance
    assert wide == pytest.approx(case.typeset("SEA", SERIF).advance + 2 * 4)


def test_the_figures_of_the_year_are_old_style(case: FontSet) -> None:
    """In old-style figures the 9 descends below the base line, and the 1 is as high as an x."""
    nine, one = (case.typeset(figure, TextStyle("display", 100, old_style_figures=True)).glyphs[0] for figure in "91")
    assert max(_ys(case, nine.glyph_id)) > 0.1 * UNITS_PER_EM
    assert min(_ys(case, one.glyph_id)) > -0.6 * UNITS_PER_EM


def test_italics_are_drawn_and_not_slanted(case: FontSet) -> None:
    upright, italic = case.typeset("a", SERIF), case.typeset("a", TextStyle("serif", 10, italic=True))
    assert case.glyph_outlines()[upright.glyphs[0].glyph_id] != case.glyph_outlines()[italic.glyphs[0].glyph_id]


@pytest.mark.parametrize("text", ["Wilhelmstraße", "Łódź", "Коминтерн", "Čapajevová", "“10–12”"])
def test_latin_and_cyrillic_have_every_character(case: FontSet, text: str) -> None:
    for style in (SANS, SERIF, TextStyle("sans", 10, 600), TextStyle("serif", 10, italic=True)):
        assert boxes(case, case.typeset(text, style)) == 0


def test_a_character_used_twice_is_outlined_once(case: FontSet) -> None:
    line = case.typeset("aaaa", SANS)
    assert len(line.glyphs) == 4
    assert len(case.glyph_outlines()) == 1


def test_a_character_that_no_font_has_is_a_box_and_the_text_is_kept(case: FontSet) -> None:
    line = case.typeset("北京 \U0001f600", SANS)
    assert boxes(case, line) == 3
    assert line.text == "北京 \U0001f600"


def test_right_to_left_text_is_set_in_visual_order(case: FontSet) -> None:
    """Hebrew runs to the left, the number in it to the right; every letter here is a box of one width."""
    line = case.typeset("אב 12", SANS)
    drawn = [case.glyph_outlines()[g.glyph_id].startswith(BOX) for g in sorted(line.glyphs, key=lambda g: g.x)]
    assert drawn == [False, False, True, True]


@pytest.mark.parametrize("invisible", ["\u200f", "\u202e", "\u200d", "\ufeff", "\x00", "\x1b", "\ud800", "\ufe0f"])
def test_control_characters_are_not_drawn(case: FontSet, invisible: str) -> None:
    assert case.typeset(f"a{invisible}b", SANS).advance == case.typeset("ab", SANS).advance


def test_wrapped_lines_fit_and_lose_no_word(case: FontSet) -> None:
    text = "The office of the Soviet military attaché, and a Donaudampfschifffahrtsgesellschaftskapitän"
    lines = case.wrapped_lines(text, SANS, 90)
    assert all(line.advance <= 90 for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")


def test_the_first_line_gives_way_to_an_indent(case: FontSet) -> None:
    lines = case.wrapped_lines("one two three four five six", SANS, 60, indent=40)
    assert lines[0].advance <= 20
    assert len(lines) > 1


def test_a_line_that_is_too_long_ends_in_an_ellipsis(case: FontSet) -> None:
    line = case.truncated_line("Chinese police raid the office", SANS, 60)
    assert line.advance <= 60
    assert line.text.endswith("\u2026")
    assert case.truncated_line("short", SANS, 60).text == "short"


def test_a_folder_without_fonts_is_named(tmp_path: Path) -> None:
    with pytest.raises(FontsMissingError, match="build the viewer"):
        FontSet(tmp_path).typeset("a", SANS)


def _ys(case: FontSet, sort: str) -> list[float]:
    """The y of each absolute point of an outline of M, L, H, V, Q and C commands."""
    import re

    ys: list[float] = []
    for command, numbers in re.findall(r"([MLHVQCZ])([^MLHVQCZ]*)", case.glyph_outlines()[sort]):
        values = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", numbers)]
        ys += values if command == "V" else [] if command in "HZ" else values[1::2]
    return ys


def test_a_word_of_thousands_of_characters_is_not_typeset_thousands_of_times(case: FontSet) -> None:
    word = "Winterabend" * 2000
    lines = case.wrapped_lines(word, SANS, 60)
    assert "".join(line.text for line in lines) == word
    assert all(line.advance <= 60 for line in lines)
    assert sum(len(text) for text, _ in case._lines) < 20 * len(word)
    before = len(case._lines)
    line = case.truncated_line(word, SANS, 60)
    assert line.advance <= 60
    assert case.typeset(word[: len(line.text)] + "\u2026", SANS).advance > 60
    assert len(case._lines) - before < 20
