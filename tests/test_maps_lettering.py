"""Type as outlines: kerning, figures, other scripts, and what no font has."""

from __future__ import annotations

from pathlib import Path

import pytest

from maps.lettering import EM, FontsMissing, Line, Style, TypeCase

SANS, SERIF = Style("sans", 10), Style("serif", 10)
BOX = "M70 0H550"


@pytest.fixture
def case() -> TypeCase:
    return TypeCase()


def boxes(case: TypeCase, line: Line) -> int:
    return sum(case.sorts()[glyph.sort].startswith(BOX) for glyph in line.glyphs)


def test_an_empty_line_has_no_glyph_and_no_width(case: TypeCase) -> None:
    line = case.line("", SANS)
    assert line.glyphs == ()
    assert line.advance == 0


def test_the_width_grows_with_the_size(case: TypeCase) -> None:
    assert case.line("Berlin", Style("sans", 20)).advance == pytest.approx(2 * case.line("Berlin", SANS).advance)


def test_letters_are_kerned(case: TypeCase) -> None:
    alone = case.line("A", SERIF).advance + case.line("V", SERIF).advance
    assert case.line("AV", SERIF).advance < alone


def test_tracking_stands_between_letters_and_not_after_the_last(case: TypeCase) -> None:
    wide = case.line("SEA", Style("serif", 10, tracking=4)).advance
    assert wide == pytest.approx(case.line("SEA", SERIF).advance + 2 * 4)


def test_the_figures_of_the_year_are_old_style(case: TypeCase) -> None:
    """In old-style figures the 9 descends below the base line, and the 1 is as high as an x."""
    nine, one = (case.line(figure, Style("display", 100, old_style=True)).glyphs[0] for figure in "91")
    assert max(_ys(case, nine.sort)) > 0.1 * EM
    assert min(_ys(case, one.sort)) > -0.6 * EM


def test_italics_are_drawn_and_not_slanted(case: TypeCase) -> None:
    upright, italic = case.line("a", SERIF), case.line("a", Style("serif", 10, italic=True))
    assert case.sorts()[upright.glyphs[0].sort] != case.sorts()[italic.glyphs[0].sort]


@pytest.mark.parametrize("text", ["Wilhelmstraße", "Łódź", "Коминтерн", "Čapajevová", "“10–12”"])
def test_latin_and_cyrillic_have_every_letter(case: TypeCase, text: str) -> None:
    for style in (SANS, SERIF, Style("sans", 10, 600), Style("serif", 10, italic=True)):
        assert boxes(case, case.line(text, style)) == 0


def test_a_letter_used_twice_is_outlined_once(case: TypeCase) -> None:
    line = case.line("aaaa", SANS)
    assert len(line.glyphs) == 4
    assert len(case.sorts()) == 1


def test_what_no_font_has_is_a_box_and_the_text_is_kept(case: TypeCase) -> None:
    line = case.line("北京 \U0001f600", SANS)
    assert boxes(case, line) == 3
    assert line.text == "北京 \U0001f600"


def test_right_to_left_text_is_set_in_the_order_of_the_eye(case: TypeCase) -> None:
    """Hebrew runs to the left, the number in it to the right; every letter here is a box of one width."""
    line = case.line("אב 12", SANS)
    drawn = [case.sorts()[g.sort].startswith(BOX) for g in sorted(line.glyphs, key=lambda g: g.x)]
    assert drawn == [False, False, True, True]


@pytest.mark.parametrize("invisible", ["\u200f", "\u202e", "\u200d", "\ufeff", "\x00", "\x1b", "\ud800", "\ufe0f"])
def test_characters_that_only_steer_are_not_drawn(case: TypeCase, invisible: str) -> None:
    assert case.line(f"a{invisible}b", SANS).advance == case.line("ab", SANS).advance


def test_wrapped_lines_fit_and_lose_no_word(case: TypeCase) -> None:
    text = "The office of the Soviet military attaché, and a Donaudampfschifffahrtsgesellschaftskapitän"
    lines = case.wrapped(text, SANS, 90)
    assert all(line.advance <= 90 for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")


def test_the_first_line_gives_way_to_an_indent(case: TypeCase) -> None:
    lines = case.wrapped("one two three four five six", SANS, 60, indent=40)
    assert lines[0].advance <= 20
    assert len(lines) > 1


def test_a_line_that_is_too_long_ends_in_an_ellipsis(case: TypeCase) -> None:
    line = case.shortened("Chinese police raid the office", SANS, 60)
    assert line.advance <= 60
    assert line.text.endswith("\u2026")
    assert case.shortened("short", SANS, 60).text == "short"


def test_a_folder_without_fonts_is_named(tmp_path: Path) -> None:
    with pytest.raises(FontsMissing, match="build the viewer"):
        TypeCase(tmp_path).line("a", SANS)


def _ys(case: TypeCase, sort: str) -> list[float]:
    """The y of each absolute point of an outline of M, L, H, V, Q and C commands."""
    import re

    ys: list[float] = []
    for command, numbers in re.findall(r"([MLHVQCZ])([^MLHVQCZ]*)", case.sorts()[sort]):
        values = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", numbers)]
        ys += values if command == "V" else [] if command in "HZ" else values[1::2]
    return ys


def test_a_word_of_thousands_of_letters_is_set_without_setting_it_thousands_of_times(case: TypeCase) -> None:
    word = "Winterabend" * 2000
    lines = case.wrapped(word, SANS, 60)
    assert "".join(line.text for line in lines) == word
    assert all(line.advance <= 60 for line in lines)
    assert sum(len(text) for text, _ in case._lines) < 20 * len(word)
    before = len(case._lines)
    line = case.shortened(word, SANS, 60)
    assert line.advance <= 60
    assert case.line(word[: len(line.text)] + "\u2026", SANS).advance > 60
    assert len(case._lines) - before < 20
