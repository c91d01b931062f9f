"""What kiosk.toml may hold, and what is reported where it is wrong."""

from __future__ import annotations

import base64
import io
import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SMALL
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from liaison_atlas import seeds
from liaison_atlas.layers.period import period_layers
from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig, config_keys, example_file, kiosk_settings
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page_document
from liaison_atlas.maps.kiosk.kiosk_toml import KioskErrors, KioskProblem, read_config
from liaison_atlas.seeds.tables.strands import Strand
from liaison_atlas.verbs import cli as liaison

STRANDS = (Strand("main"), Strand("polemic"), Strand("novel", fiction=True))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "kiosk.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def problems_of(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(KioskErrors) as caught:
        read_config(written(folder, text), languages=["de", "en", "ru"], period=(1919, 1943))
    return [str(problem) for problem in caught.value.problems]


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert read_config(written(tmp_path, "")) == KioskConfig()


def test_the_example_is_valid_and_shows_every_table() -> None:
    config = read_config(example_file(), languages=["en"], period=(1919, 1943))
    assert config.screen.diagonal_in == 32
    text = example_file().read_text(encoding="utf-8")
    assert all(f"[{name.partition('.')[0]}]" in text for name in config_keys() if "." in name)


def test_every_problem_is_reported_with_its_line_and_its_key(tmp_path: Path) -> None:
    text = """\
languages = ["de", "fr"]
tilte = "x"
idle_s = 5
[times]
idle_s = "60"
countdown_s = true
[screen]
dpi = 90
diagonal_in = 30
rotation = 45
[start]
year = 1800
map = "4/99/13"
layers = ["stations", "head"]
world = "fiction"
[hours]
quiet_from = "24:00"
quiet_to = 08:30:00
[staff]
code = 4711
counters = true
[sceen]
width_px = 3
"""
    assert problems_of(tmp_path, text) == [
        'kiosk.toml:1: languages: the data set has no language "fr"; choose from de, en, ru',
        'kiosk.toml:2: tilte: is not a key of kiosk.toml; did you mean "title"?',
        "kiosk.toml:3: idle_s: is not a key of kiosk.toml; move it to [times]",
        'kiosk.toml:5: times.idle_s: must be a whole number from 10 to 1800 (got "60")',
        "kiosk.toml:6: times.countdown_s: must be a whole number from 5 to 120 (got true)",
        "kiosk.toml:9: screen.diagonal_in: sets the same as dpi; remove one of the two",
        "kiosk.toml:10: screen.rotation: must be 0, 90, 180 or 270 (got 45)",
        "kiosk.toml:12: start.year: must be within the period of the data set, 1919 to 1943",
        'kiosk.toml:13: start.map: must be zoom/latitude/longitude, such as "4/52.5/13.4", as in the address of '
        'the atlas (got "4/99/13")',
        'kiosk.toml:14: start.layers: must be one of "stations", "heads", "people", "couriers", "raids", "liaison" '
        '(got "head"); did you mean "heads"?',
        "kiosk.toml:15: start.world: is not shown by this kiosk; write fiction = true under [content]",
        'kiosk.toml:17: hours.quiet_from: must be a time of day such as "08:30" (got "24:00")',
        'kiosk.toml:20: staff.code: must be four to eight digits in quotation marks, such as "4711"',
        'kiosk.toml:22: sceen: is not a key of kiosk.toml; did you mean "screen"?',
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ('title = "a\n', "kiosk.toml:1: this is not TOML: "),
        ("title = 'a'\ntitle = 'b'\n", "kiosk.toml:2: this is not TOML: Cannot overwrite a value; "),
        ("[times]\nidle_s = = 3\n", "kiosk.toml:2: this is not TOML: "),
        ("a = " + "[" * 20_000, "kiosk.toml:1: this is not TOML: the value cannot be read; "),
        (b"title = '\xff'", "kiosk.toml:1: is not UTF-8; save it as UTF-8"),
        ("#" * 70_000, "kiosk.toml:1: is larger than 64 kB; "),
        ("times = 3", "kiosk.toml:1: times: must be a table; write [times] on its own line"),
        ("title = 'a\\u001b'".replace("'", '"'), "kiosk.toml:1: title: must be a line of text of at most 120 characters"),
        ("[screen]\ndiagonal_in = 7.5\nwidth_px = 7680\nheight_px = 4320", "kiosk.toml:2: screen.diagonal_in: gives 1175"),
        ('[hours]\nquiet = "off"', 'kiosk.toml:2: hours.quiet: can be "off" only with quiet hours'),
        ('[content]\ndisputed = false\n[start]\nworld = "disputed"', "kiosk.toml:4: start.world: is not shown"),
        ('[content]\npartisan = false\n[start]\nonly = ["partisan"]', "kiosk.toml:4: start.only: selects claims that this"),
        ('languages = ["de", "de"]', "kiosk.toml:1: languages: lists a language twice"),
        ("[times]\nidle_s = 0x" + "F" * 6000, "kiosk.toml:2: times.idle_s: must be a whole number from 10 to 1800 (got a number"),
        ("[times]\nidle_s = " + "9" * 6000 + "\n\n", "kiosk.toml:2: this is not TOML: the value cannot be read"),
        ("[start]\nlayers = []", "kiosk.toml:2: start.layers: must be a list of some of"),
        ('[staff]\ncounters = true', "kiosk.toml:2: staff.counters: are shown only on the staff page; add a code"),
        ('[hours]\nquiet_to = "08:30"', "kiosk.toml:2: hours.quiet_to: also needs quiet_from; add it"),
        ('[times]\ntour_stop_s = nan', "kiosk.toml:2: times.tour_stop_s: must be a number from 5 to 300 (got nan)"),
    ],
)  # fmt: skip
def test_an_unusable_file_is_refused_in_one_line(tmp_path: Path, text: str | bytes, first: str) -> None:
    lines = problems_of(tmp_path, text)
    assert len(lines) == 1
    assert lines[0].startswith(first)


def test_a_missing_file_raises_file_not_found(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_config(tmp_path / "kiosk.toml")


def test_the_line_of_a_key_is_not_found_inside_a_text_of_several_lines(tmp_path: Path) -> None:
    text = 'title = """\n[times]\nidle_s = 1\n"""\n[times]\nidle_s = 2\n'
    assert [line.split(": ")[0] for line in problems_of(tmp_path, text)] == ["kiosk.toml:1", "kiosk.toml:6"]


def test_dotted_keys_and_inline_tables_have_their_lines_too(tmp_path: Path) -> None:
    text = "times.idle_s = 1\n\nscreen = { dpi = 1 }\n"
    assert [line.split(": ")[:2] for line in problems_of(tmp_path, text)] == [
        ["kiosk.toml:1", "times.idle_s"], ["kiosk.toml:3", "screen.dpi"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("\n[[times]]\nidle_s = 60", 2, "times"),
        ("\n[times.inner]\nx = 1", 2, "times.inner"),
        ("\n[times.idle_s.inner]\nx = 1", 2, "times.idle_s"),
        ("\n[ 'times' ] # ours\n'idle_s' = 5", 3, "times.idle_s"),
        ('\n["times"]\n"idle_s" = 5', 3, "times.idle_s"),
        ("[screen.a.b]\nx = 1\n[times]\nidle_s = 60\n", 1, "screen.a"),
        ("\ntimes . 'idle_s' = 5", 2, "times.idle_s"),
    ],
)
def test_a_key_has_its_line_however_its_name_is_written(tmp_path: Path, text: str, line: int, key: str) -> None:
    assert [each.split(": ")[:2] for each in problems_of(tmp_path, text)] == [[f"kiosk.toml:{line}", key]]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[hours]\nquiet_from = "25:00"\nquiet_to = "08:30"', "hours.quiet_from"),
        ('[hours]\nquiet = "off"\nquiet_from = "8"\nquiet_to = "08:30"', "hours.quiet_from"),
        ("[staff]\ncode = 4711\ncounters = true", "staff.code"),
        ('[content]\nfiction = "yes"\n[start]\nworld = "fiction"', "content.fiction"),
        ("[screen]\nwidth_px = 0\nheight_px = 8000\ndiagonal_in = 8", "screen.width_px"),
    ],
)
def test_one_mistake_is_reported_once_and_not_again_by_dependent_rules(tmp_path: Path, text: str, key: str) -> None:
    assert [line.split(": ")[1] for line in problems_of(tmp_path, text)] == [key]


@given(st.text(alphabet="[]=\"'\n .#{}abtimes_dl019,-", max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    problems: tuple[KioskProblem, ...] = ()
    with tempfile.TemporaryDirectory() as folder:
        try:
            read_config(written(Path(folder), text))
        except KioskErrors as error:
            problems = error.problems
    assert all(str(problem).startswith("kiosk.toml:") for problem in problems)


def test_a_touch_target_measures_fifteen_millimetres_on_any_screen(tmp_path: Path) -> None:
    for width, height, diagonal in ((1920, 1080, 55), (3840, 2160, 55), (3840, 2160, 27), (1080, 1920, 24)):
        text = f"[screen]\nwidth_px = {width}\nheight_px = {height}\ndiagonal_in = {diagonal}"
        screen = read_config(written(tmp_path, text)).screen
        assert screen.touch_target_px >= 48
        assert screen.touch_target_px / screen.pixels_per_inch * 25.4 >= 15
        assert screen.touch_target_px <= max(48, 15 * screen.pixels_per_inch / 25.4 + 1)


def png(width: int = 3, height: int = 3) -> bytes:
    file = io.BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(("name", "content"), [("a.svg", SVG.encode()), ("a.png", png())])
def test_a_logo_is_embedded_as_a_data_address(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    config = read_config(written(tmp_path, f'logo = "{name}"'))
    address = kiosk_settings(config, "1")["logo"]
    assert address.startswith("data:image/")
    assert base64.b64decode(address.partition(",")[2]) == content


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read: No such file or directory; name a file in the folder of kiosk.toml"),
        (b"GIF89a", "is neither a PNG nor an SVG"),
        (b"<html/>", "is neither a PNG nor an SVG"),
        (png()[:-20], "is a damaged PNG"),
        (png(5000, 1), "is 5000 x 1 pixels; reduce it to at most 4096 pixels per side"),
        (png(60_000, 60_000), "is a damaged PNG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>" + b" " * 600_000, "is larger than 512 kB"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "declares a document"),
    ],
    ids=["missing", "gif", "html", "cut", "wide", "bomb", "large", "entities"],
)
def test_a_logo_that_cannot_be_shown_is_refused(tmp_path: Path, content: bytes | None, message: str) -> None:
    if content is not None:
        (tmp_path / "logo").write_bytes(content)
    assert problems_of(tmp_path, '\nlogo = "logo"')[0].startswith(f"kiosk.toml:2: logo: logo {message}")


def test_fiction_is_shown_only_where_the_configuration_enables_it(tmp_path: Path) -> None:
    layers = period_layers(seeds.require(seeds.read(SMALL)))

    def strands(text: str) -> list[str]:
        return kiosk_page_document(layers, read_config(written(tmp_path, text)))["data"]["strands"]["name"]

    assert strands("") == ["main"]
    assert strands("[content]\nfiction = true\ndisputed = false") == ["main", "fiction"]
    assert strands('[content]\nstrands = ["fiction"]') == ["main", "fiction"]


@pytest.mark.parametrize(
    ("text", "strand", "only"),
    [
        ("", "main", []),
        ('[start]\nworld = "record"', "main", []),
        ('[start]\nworld = "disputed"', "main", ["contested", "partisan"]),
        ('[content]\nfiction = true\n[start]\nworld = "fiction"', "novel", []),
        ('[content]\nstrands = ["polemic"]\n[start]\nstrand = "polemic"', "polemic", []),
        ('[content]\nfiction = true\n[start]\nstrand = "novel"', "novel", []),
    ],
)
def test_a_kiosk_starts_with_a_strand_also_by_the_settings_of_the_first_edition(
    tmp_path: Path, text: str, strand: str, only: list[str]
) -> None:
    config = read_config(written(tmp_path, text), strands=STRANDS)
    start = kiosk_settings(config, "1", "novel")["start"]
    assert (start["strand"], start["only"]) == (strand, only)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            '[content]\nstrands = ["polemics"]',
            '2: content.strands: the data set has no strand "polemics"; did you mean',
        ),
        (
            '[content]\nstrands = "polemic"',
            '2: content.strands: must be a list of strand names, such as ["polemic"]',
        ),
        (
            '[start]\nstrand = "polemic"',
            "2: start.strand: is not shown by this kiosk; add it to strands under [content]",
        ),
        ('[start]\nstrand = "Polemic!"', "2: start.strand: must be the name of a strand"),
        (
            '[content]\nfiction = true\n[start]\nstrand = "novel"\nworld = "fiction"',
            "5: start.world: sets the same as strand; remove one of the two",
        ),
    ],
)
def test_a_strand_that_the_kiosk_does_not_show_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(KioskErrors) as caught:
        read_config(written(tmp_path, text), strands=STRANDS)
    assert str(caught.value.problems[0]).startswith(f"kiosk.toml:{problem}")


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("", ["contested", "partisan"]),
        ("[content]\ncontested = false", ["partisan"]),
        ("[content]\npartisan = false", ["contested"]),
        ("[content]\ndisputed = false", []),  # version 0.1
    ],
)
def test_visitors_may_ask_for_those_kinds_of_claims_alone_that_are_shown(
    tmp_path: Path, text: str, only: list[str]
) -> None:
    assert kiosk_settings(read_config(written(tmp_path, text)), "1")["only"] == only


def test_a_file_of_version_0_1_that_begins_with_disputed_claims_begins_with_both_kinds(tmp_path: Path) -> None:
    settings = kiosk_settings(
        read_config(written(tmp_path, '[content]\ndisputed = true\n[start]\nworld = "disputed"')), "1"
    )
    assert settings["start"]["strand"] == "main"
    assert settings["start"]["only"] == ["contested", "partisan"]


def test_a_build_reports_what_is_wrong_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "[start]\nyear = 1950\n[times]\nidle_s = 1\n")
    words = ["build", str(SMALL), "--kiosk", str(path), "-o", str(tmp_path / "site")]
    for more in ([], ["--check"]):
        assert liaison.main([*words, *more]) == 1
        lines = capsys.readouterr().err.splitlines()
        assert lines[0].startswith("kiosk.toml:2: start.year: must be within the period of the data set, 1924 to 1930")
        assert lines[1].startswith("kiosk.toml:4: times.idle_s: ")
        assert len(lines) == 3
    assert liaison.main([*words, "--json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [(p["file"], p["line"], p["key"]) for p in problems] == [
        ("kiosk.toml", 2, "start.year"), ("kiosk.toml", 4, "times.idle_s"),
    ]  # fmt: skip
    assert not (tmp_path / "site").exists()


def test_a_watched_build_reports_what_is_wrong_and_goes_on_until_it_is_fixed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "[start]\nyear = 1950\n")
    built: list[KioskConfig] = []

    def watch(_dataset: Path, build: Callable[[], None], **_more: object) -> None:
        build()
        assert capsys.readouterr().err.startswith("kiosk.toml:2: start.year: ")
        assert built == []
        written(tmp_path, "[start]\nyear = 1927\n")
        build()

    monkeypatch.setattr("liaison_atlas.maps.site.watching.watch", watch)
    monkeypatch.setattr("liaison_atlas.maps.build", lambda *_words, kiosk, **_more: built.append(kiosk))
    words = ["build", str(SMALL), "--kiosk", str(path), "-o", str(tmp_path / "site"), "--watch"]
    assert liaison.main(words) == 0
    assert [config.start.year for config in built] == [1927]


def test_the_document_is_json_and_holds_only_settings_of_the_page() -> None:
    document = kiosk_settings(KioskConfig(), "7f")
    assert json.loads(json.dumps(document)) == document
    assert document["version"] == "7f"
    assert "machine" not in document
    assert not document["staff"]["counters"]
