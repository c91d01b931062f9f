"""The Chinese fonts of a page: all characters that it shows, and no others."""

from __future__ import annotations

import base64
import io
import json
import re
from contextvars import copy_context

from fontTools.ttLib import TTFont

from liaison_atlas.layers.period import PeriodLayers, period_layers
from liaison_atlas.maps.ground.base_map import base_map, base_map_payload
from liaison_atlas.maps.pages import cjk_fonts
from liaison_atlas.maps.pages.cjk_fonts import CJK_CHARACTERS, cjk_characters, cjk_font_css
from liaison_atlas.maps.pages.front_page import front_page
from liaison_atlas.maps.pages.report import report_document, report_page
from liaison_atlas.maps.payload.payload_writer import payload
from liaison_atlas.seeds.tables.dataset import Dataset


def test_every_chinese_character_of_a_page_is_in_a_font_with_its_glyph(oms_layers: PeriodLayers) -> None:
    shown = json.dumps([payload(oms_layers), base_map_payload(base_map())["seas"]], ensure_ascii=False, default=list)
    messages = (cjk_fonts.LOCALES_FOLDER / "zh.ftl").read_text(encoding="utf-8")
    assert "图层" in messages
    wanted = set(CJK_CHARACTERS.findall(shown + messages))
    rules = cjk_font_css(cjk_characters(oms_layers.data))
    covered = {
        chr(int(point, 16))
        for ranges in re.findall(r"unicode-range:([^;]*);", rules)
        for point in re.findall(r"U\+(\w+)", ranges)
    }
    assert wanted <= covered
    for ranges, font in re.findall(r"unicode-range:([^;]*);src:url\(data:font/woff2;base64,([^)]*)\)", rules):
        ttfont = TTFont(io.BytesIO(base64.b64decode(font)))
        points = {int(point, 16) for point in re.findall(r"U\+(\w+)", ranges)}
        assert points <= set(ttfont.getBestCmap())
        assert {axis.axisTag for axis in ttfont["fvar"].axes} == {"wght"}


def test_the_fonts_are_the_same_bytes_each_time() -> None:
    characters = frozenset("上海北京")
    first = cjk_font_css(characters)
    cjk_fonts._make_css.cache_clear()
    assert cjk_font_css(characters) == first


def test_fonts_that_another_process_made_are_used_for_the_same_characters_alone() -> None:
    def rules_for(kept: str, wanted: str) -> str:
        cjk_fonts.keep_font_css(frozenset(kept), "made elsewhere")
        return cjk_font_css(frozenset(wanted))

    assert copy_context().run(rules_for, "上海", "海上") == "made elsewhere"
    assert copy_context().run(rules_for, "上海", "上").startswith("@font-face{")


def test_a_data_set_without_chinese_carries_no_chinese_font(small_layers: PeriodLayers) -> None:
    assert cjk_characters(small_layers.data) == frozenset()
    assert cjk_font_css(frozenset()) == ""


def test_front_page_and_report_carry_the_chinese_characters_that_they_show_and_no_other_slice(oms: Dataset) -> None:
    period = period_layers(oms)
    characters = cjk_fonts.cjk_characters(oms)
    pages = {
        "zh front": front_page(period, "zh", ("en", "zh")),
        "zh report": report_page(report_document(oms, None, "zh"), characters),
        "en front": front_page(period, "en", ("en", "zh")),
        "en report": report_page(report_document(oms), characters),
    }
    for name, page in pages.items():
        ranges = re.findall(r"font-family:'Noto Sans SC'[^}]*?unicode-range:([^;]+);", page)
        carried = {chr(int(code[2:], 16)) for each in ranges for code in each.split(",")}
        shown = set(cjk_fonts.CJK_CHARACTERS.findall(re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL)))
        assert shown <= carried, name
        for each in ranges:
            assert {chr(int(code[2:], 16)) for code in each.split(",")} & shown, name
    assert len(pages["en front"]) < 0.7 * len(pages["zh front"])
