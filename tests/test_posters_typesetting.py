"""Type as outlines: kerning, figures, other scripts, and what no font has."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from playwright.sync_api import Browser

from liaison_atlas.maps.pages.cjk_fonts import CJK_CHARACTERS, cjk_font_css
from liaison_atlas.maps.payload.scene_documents import SceneFont
from liaison_atlas.maps.posters import font_files
from liaison_atlas.maps.posters.font_files import UNITS_PER_EM, FontsMissingError
from liaison_atlas.maps.posters.typesetting import FontSet, TextLine, TextStyle, text_style
from liaison_atlas.maps.viewer.bundle import viewer_font_css

SANS, SERIF = TextStyle("sans", 10), TextStyle("serif", 10)
BOX = "M70 0H550"


@pytest.fixture
def fonts() -> FontSet:
    return FontSet()


def boxes(fonts: FontSet, line: TextLine) -> int:
    return sum(fonts.glyph_outlines()[glyph.glyph_id].startswith(BOX) for glyph in line.glyphs)


def test_an_empty_line_has_no_glyph_and_no_width(fonts: FontSet) -> None:
    line = fonts.typeset("", SANS)
    assert line.glyphs == ()
    assert line.advance == 0


def test_the_width_grows_with_the_size(fonts: FontSet) -> None:
    assert fonts.typeset("Berlin", TextStyle("sans", 20)).advance == pytest.approx(
        2 * fonts.typeset("Berlin", SANS).advance
    )


def test_characters_are_kerned(fonts: FontSet) -> None:
    alone = fonts.typeset("A", SERIF).advance + fonts.typeset("V", SERIF).advance
    assert fonts.typeset("AV", SERIF).advance < alone


def test_letter_spacing_is_added_between_characters_and_not_after_the_last(fonts: FontSet) -> None:
    wide = fonts.typeset("SEA", TextStyle("serif", 10, letter_spacing=4)).advance
    assert wide == pytest.approx(fonts.typeset("SEA", SERIF).advance + 2 * 4)


def test_the_figures_of_the_year_are_old_style(fonts: FontSet) -> None:
    """In old-style figures the 9 descends below the base line, and the 1 is as high as an x."""
    nine, one = (fonts.typeset(figure, TextStyle("display", 100, old_style_figures=True)).glyphs[0] for figure in "91")
    assert max(_ys(fonts, nine.glyph_id)) > 0.1 * UNITS_PER_EM
    assert min(_ys(fonts, one.glyph_id)) > -0.6 * UNITS_PER_EM


def test_italics_are_drawn_and_not_slanted(fonts: FontSet) -> None:
    upright, italic = fonts.typeset("a", SERIF), fonts.typeset("a", TextStyle("serif", 10, italic=True))
    assert fonts.glyph_outlines()[upright.glyphs[0].glyph_id] != fonts.glyph_outlines()[italic.glyphs[0].glyph_id]


@pytest.mark.parametrize("text", ["Wilhelmstraße", "Łódź", "Коминтерн", "Čapajevová", "“10–12”"])
def test_latin_and_cyrillic_have_every_character(fonts: FontSet, text: str) -> None:
    for style in (SANS, SERIF, TextStyle("sans", 10, 600), TextStyle("serif", 10, italic=True)):
        assert boxes(fonts, fonts.typeset(text, style)) == 0


def test_a_character_used_twice_is_outlined_once(fonts: FontSet) -> None:
    line = fonts.typeset("aaaa", SANS)
    assert len(line.glyphs) == 4
    assert len(fonts.glyph_outlines()) == 1


def test_a_character_that_no_font_has_is_a_box(fonts: FontSet) -> None:
    line = fonts.typeset("ሀለ \U0001f600", SANS)
    assert boxes(fonts, line) == 3


@pytest.mark.parametrize("text", ["上海", "共产国际", "柏林 1927", "（莫斯科）、北京"])
@pytest.mark.parametrize("weight", [400, 600])
def test_chinese_has_every_character_and_an_advance_of_one_em_each(fonts: FontSet, text: str, weight: int) -> None:
    for style in (TextStyle("serif", 10, weight), TextStyle("sans", 10, weight)):
        line = fonts.typeset(text, style)
        assert boxes(fonts, line) == 0
        assert len(line.glyphs) == len(text.replace(" ", ""))
        latin = fonts.typeset(text[text.find(" ") :], style).advance if " " in text else 0
        chinese = sum(not c.isascii() for c in text)
        assert fonts.typeset(text, style).advance == pytest.approx(10 * chinese + latin)


def test_chinese_is_drawn_in_the_weight_asked_for_and_upright_in_italics(fonts: FontSet) -> None:
    def outlines(style: TextStyle) -> list[str]:
        return [fonts.glyph_outlines()[glyph.glyph_id] for glyph in fonts.typeset("上海", style).glyphs]

    regular, bold = outlines(SERIF), outlines(TextStyle("serif", 10, 600))
    assert all(r and b and r != b for r, b in zip(regular, bold, strict=True))
    assert outlines(TextStyle("serif", 10, italic=True)) == regular
    assert outlines(TextStyle("sans", 10)) == regular


def test_a_horizontal_stroke_is_thicker_in_the_heavier_weight(fonts: FontSet) -> None:
    """The character for one is a single stroke."""

    def height(weight: int) -> float:
        ys = _ys(fonts, fonts.typeset("一", TextStyle("sans", 10, weight)).glyphs[0].glyph_id)
        return max(ys) - min(ys)

    assert 30 < height(400) < height(600) < 200


def test_no_slice_of_the_chinese_font_is_read_for_other_texts(fonts: FontSet, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: str) -> None:
        raise AssertionError(f"{file} was read")

    font_files.cjk_font.cache_clear()
    monkeypatch.setattr(font_files, "_cjk_instance", lambda file, weight: refuse(file))
    for text in ("Wilhelmstraße 7", "Коминтерн", "אב ሀለ \U0001f600 \U0001f1e9"):
        fonts.typeset(text, SERIF)
    with pytest.raises(AssertionError, match="was read"):
        fonts.typeset("上", SERIF)


def test_the_language_of_the_environment_does_not_choose_glyphs() -> None:
    code = (
        "from liaison_atlas.maps.posters.typesetting import FontSet, TextStyle\n"
        "fonts = FontSet()\n"
        "line = fonts.typeset('Łódź ș 上海 骨直', TextStyle('serif', 10))\n"
        "print(ascii((line, dict(fonts.glyph_outlines()))))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "LC_ALL": language, "LANGUAGE": language},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for language in ("C", "ja_JP.UTF-8", "ro_RO.UTF-8")
    }
    assert len(printed) == 1


def test_figures_on_the_canvas_have_one_width_and_spaces_stay(fonts: FontSet) -> None:
    """As browsers draw them, whose default figures are those of tables."""
    canvas = TextStyle("sans", 10)
    assert fonts.typeset("1111", canvas).advance == pytest.approx(fonts.typeset("8888", canvas).advance)
    old_style = replace(canvas, old_style_figures=True)
    assert fonts.typeset("1111", old_style).advance < fonts.typeset("1111", canvas).advance
    space = fonts.typeset(" ", canvas).advance
    assert space > 0
    assert fonts.typeset(" a\n b ", canvas).advance == pytest.approx(
        fonts.typeset("a", canvas).advance + fonts.typeset("b", canvas).advance + 4 * space
    )


@pytest.mark.parametrize("spacing", [0.0, 2.5])
@pytest.mark.parametrize("text", ["", "A", "Berlin 1927", "柏林 1927", "Schifffahrt AV"])
def test_a_text_is_drawn_as_wide_as_it_was_measured(fonts: FontSet, text: str, spacing: float) -> None:
    widths = FontSet()
    for size in (8.0, 12.5, 29.0):
        font = SceneFont(family="serif", size=size, weight=600, italic=False, spacing=spacing, oldStyle=False)
        drawn = fonts.typeset(text, text_style(font)).advance
        assert widths.width(font, text) == pytest.approx(drawn)


def test_a_text_is_measured_once_in_all_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []
    typeset = FontSet._typeset_line

    def counted(self: FontSet, text: str, style: TextStyle) -> TextLine:
        measured.append(text)
        return typeset(self, text, style)

    monkeypatch.setattr(FontSet, "_typeset_line", counted)
    widths = FontSet()
    small, large = (
        widths.width(SceneFont(family="sans", size=size, weight=400, italic=True, spacing=0, oldStyle=False), "Wien")
        for size in (10, 30)
    )
    assert large == pytest.approx(3 * small)
    assert measured == ["Wien"]


def test_right_to_left_text_is_set_in_visual_order(fonts: FontSet) -> None:
    """Hebrew runs to the left, the number in it to the right; every character here is a box of one width."""
    line = fonts.typeset("אב 12", SANS)
    drawn = [fonts.glyph_outlines()[g.glyph_id].startswith(BOX) for g in sorted(line.glyphs, key=lambda g: g.x)]
    assert drawn == [False, False, True, True]


@pytest.mark.parametrize("invisible", ["\u200f", "\u202e", "\u200d", "\ufeff", "\x00", "\x1b", "\ud800", "\ufe0f"])
def test_control_characters_are_not_drawn(fonts: FontSet, invisible: str) -> None:
    assert fonts.typeset(f"a{invisible}b", SANS).advance == fonts.typeset("ab", SANS).advance


def test_a_folder_without_fonts_is_named(tmp_path: Path) -> None:
    with pytest.raises(FontsMissingError, match="build the viewer"):
        FontSet(tmp_path).typeset("a", SANS)


def _ys(fonts: FontSet, glyph_id: str) -> list[float]:
    """The y of each absolute point of an outline of M, L, H, V, Q and C commands."""
    import re

    ys: list[float] = []
    for command, numbers in re.findall(r"([MLHVQCZ])([^MLHVQCZ]*)", fonts.glyph_outlines()[glyph_id]):
        values = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", numbers)]
        ys += values if command == "V" else [] if command in "HZ" else values[1::2]
    return ys


def test_widths_are_those_of_a_canvas_in_chromium(browser: Browser) -> None:
    """At a size at which Chromium's advances, which may be whole pixels, are exact to a thousandth."""
    texts = [
        "Berlin 1927",
        "上海",
        "共产国际",
        "柏林 1927",
        "莫斯科（1931）、北京",
        "“AV” fi",
        "Коминтерн 11",
        " a  b ",
    ]
    css = viewer_font_css() + cjk_font_css(frozenset("".join(CJK_CHARACTERS.findall("".join(texts)))))
    page = browser.new_page()
    page.set_content(f"<style>{css}</style>")
    measure = """async ([font, texts]) => {
      await Promise.all(texts.map((text) => document.fonts.load(font, text)));
      const ctx = document.createElement("canvas").getContext("2d");
      ctx.font = font;
      return texts.map((text) => ctx.measureText(text).width);
    }"""
    widths = FontSet()
    for family, css_family in (("serif", "Source Serif 4"), ("sans", "Source Sans 3")):
        for weight, italic in ((400, False), (600, False), (400, True)):
            # A browser slants Chinese characters in italics; their advance is the same.
            css_font = f"{'italic ' * italic}{weight} 1000px '{css_family}', 'Noto Sans SC'"
            font = SceneFont(family=family, size=1000, weight=weight, italic=italic, spacing=0, oldStyle=False)
            expected = page.evaluate(measure, [css_font, texts])
            assert [widths.width(font, text) for text in texts] == pytest.approx(expected, abs=5), css_font
    page.close()
