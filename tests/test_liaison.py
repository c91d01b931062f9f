"""The command line as a script meets it: exit codes, what is printed, what is written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import OMS, ROOT, SMALL, Setter
from shared_data import cut_to_two_years
from strand_data import POLEMIC, declare, set_strand

from liaison_atlas import seeds
from liaison_atlas.verbs import cli as liaison


def run(*words: str | Path) -> int:
    return liaison.main([str(word) for word in words])


def test_check_prints_every_problem_and_exits_with_1(
    copy_of_small: Path, set_cell: Setter, capsys: pytest.CaptureFixture[str]
) -> None:
    set_cell("posts", 2, "when", "sometime")
    set_cell("located", 2, "lat", "95")
    assert run("check", copy_of_small) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("located.csv:2:3: range: ")
    assert lines[-1].endswith("2 errors, 1 warning")


def test_check_of_the_oms_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", OMS) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out


def test_check_as_json_is_one_document(
    copy_of_small: Path, set_cell: Setter, capsys: pytest.CaptureFixture[str]
) -> None:
    set_cell("posts", 2, "station", "viena")
    assert run("check", copy_of_small, "--json") == 1
    document = json.loads(capsys.readouterr().out)
    first = document["problems"][0] if document["problems"][0]["level"] == "error" else document["problems"][1]
    assert (first["file"], first["line"], first["column"], first["code"]) == ("posts.csv", 2, 5, "unknown-id")


def test_a_call_leaves_the_handler_of_sigterm_as_it_was(tmp_path: Path) -> None:
    def handler(_number: int, _frame: object) -> None: ...

    former = signal.signal(signal.SIGTERM, handler)
    try:
        assert (run("check", SMALL), run("check", tmp_path / "nowhere")) == (0, 2)
        assert signal.getsignal(signal.SIGTERM) is handler
    finally:
        signal.signal(signal.SIGTERM, former)


def test_a_data_set_created_with_init_is_valid_and_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", tmp_path / "mine") == 0
    descriptor = json.loads((tmp_path / "mine" / "datapackage.json").read_text())
    assert not {"strands", "inference"} & descriptor.keys()  # those of the OMS are its own
    assert run("check", tmp_path / "mine") == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out
    assert [strand.name for strand in seeds.read(tmp_path / "mine").strands] == ["main"]
    cut_to_two_years(tmp_path / "mine")
    assert run("build", tmp_path / "mine", "-o", tmp_path / "site") == 0
    assert (tmp_path / "site" / "atlas.html").exists()
    printed = capsys.readouterr()
    assert printed.out.strip() == "Open " + (tmp_path / "site" / "index.html").as_uri()
    assert printed.err == ""  # progress is for terminals
    assert run("build", tmp_path / "mine", "-o", tmp_path / "site") == 0
    assert "Nothing has changed." in capsys.readouterr().out
    assert run("build", tmp_path / "mine", "-o", tmp_path / "site", "--check") == 0
    (tmp_path / "mine" / "places.csv").write_text(
        (tmp_path / "mine" / "places.csv").read_text().replace("Prague", "Praha")
    )
    assert run("build", tmp_path / "mine", "-o", tmp_path / "site", "--check") == 4


def test_a_broken_data_set_builds_nothing_and_exits_with_1(
    copy_of_small: Path, set_cell: Setter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_cell("posts", 2, "sources", "")
    assert run("build", copy_of_small, "-o", tmp_path / "site") == 1
    assert "posts.csv:2:10: uncited: " in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["build", "no-such-folder"], "there is no folder no-such-folder"),
        (["check", "no-such-folder"], "there is no folder"),
        (["init", str(SMALL)], "is not an empty folder"),
        (
            ["build", str(SMALL), "--kiosk", "no-such.toml"],
            "no-such.toml cannot be read: No such file or directory; name a readable file such as kiosk.toml",
        ),
        (["build", str(SMALL), "--kiosk", str(SMALL)], "cannot be read: Is a directory; name a readable file"),
    ],
)
def test_a_usage_error_prints_its_remedy_and_exits_with_2(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    assert message in capsys.readouterr().err


def test_an_unknown_command_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run("biuld")
    assert stopped.value.code == 2
    capsys.readouterr()


def test_export_writes_the_layers_of_a_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", SMALL, "-o", tmp_path, "--year", "1927") == 0
    capsys.readouterr()
    document = json.loads((tmp_path / "stations.geojson").read_text())
    assert {f["properties"]["holds"] for f in document["features"]} == {"seen", "possible"}
    assert run("export", SMALL, "-o", tmp_path, "--world", "fiction", "--json") == 0
    assert json.loads(capsys.readouterr().out)["ok"]
    assert [f["id"] for f in json.loads((tmp_path / "stations.geojson").read_text())["features"]] == ["station:camp"]


def test_export_writes_a_strand_and_names_those_there_are(
    copy_of_small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    declare(copy_of_small, POLEMIC)
    set_strand(copy_of_small, "stations", 4, "polemic")
    ids = {}
    for world in ("record", "polemic", "fiction"):
        assert run("export", copy_of_small, "-o", tmp_path / "data", "--world", world) == 0
        document = json.loads((tmp_path / "data" / "stations.geojson").read_text())
        ids[world] = [f["id"] for f in document["features"]]
    assert ids["polemic"] == ["station:istanbul"]
    assert ids["fiction"] == ["station:camp"]
    assert "station:vienna" in ids["record"]
    assert not {"station:istanbul", "station:camp"} & set(ids["record"])
    capsys.readouterr()
    assert run("export", copy_of_small, "-o", tmp_path / "data", "--world", "polemics") == 2
    assert "--world must be one of record, polemic, fiction (got 'polemics')" in capsys.readouterr().err


def test_a_build_that_is_under_way_makes_another_exit_with_75(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from liaison_atlas.maps.site import output_folder

    with output_folder.locked(tmp_path / "site"):
        assert run("build", SMALL, "-o", tmp_path / "site", "--json") == 75
    assert json.loads(capsys.readouterr().out)["exit"] == 75


def program(
    *words: str | Path, output: object = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own, under another locale."""
    command = [sys.executable, "-m", "liaison_atlas", *map(str, words)]
    variables = {**os.environ, **environment}
    return subprocess.run(command, env=variables, cwd=ROOT, stdout=output, stderr=subprocess.PIPE, check=False)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    "environment", [{"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_an_output_that_is_not_utf_8_is_escaped_and_loses_nothing(
    copy_of_small: Path, set_cell: Setter, environment: dict[str, str]
) -> None:
    set_cell("posts", 2, "station", "Вена😀")
    done = program("check", copy_of_small, **environment)
    assert done.returncode == 1
    assert rb"\u0412" in done.stdout
    assert done.stderr == b""
    done = program("check", copy_of_small, "--json", **environment)
    assert (
        "Вена😀"
        in json.loads(done.stdout)["problems"][0]["message"] + json.loads(done.stdout)["problems"][1]["message"]
    )


def test_an_output_on_a_full_disk_is_reported_without_a_traceback() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.fail("this system has no /dev/full to test with")
    with full.open("wb") as output:
        done = program("check", "--explain", "csv", output=output)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("liaison: the output cannot be written: No space left")
    assert len(done.stderr.splitlines()) == 1


def test_control_characters_of_a_name_are_printed_escaped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", tmp_path / "\x1b[2Jx") == 2
    assert run("check", "x" * 5000) == 2
    printed = capsys.readouterr()
    assert "\x1b" not in printed.out + printed.err
    assert "File name too long" in printed.err


@pytest.mark.parametrize("verb", ["export", "init"])
def test_files_that_cannot_all_be_written_are_not_written_at_all(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    flushed = 0

    def fsync(_handle: int) -> None:
        nonlocal flushed
        flushed += 1
        if flushed == 3:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fsync)
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "stations.geojson").write_text("as it was")
    words = ("export", SMALL, "-o", tmp_path / "old") if verb == "export" else ("init", tmp_path / "new" / "er")
    assert run(*words) == 2
    assert "No space left" in capsys.readouterr().err
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "old",
        "old/stations.geojson",
    ]
    assert (tmp_path / "old" / "stations.geojson").read_text() == "as it was"


def test_the_working_directory_is_refused_as_the_output_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("build", SMALL, "-o", ".") == 2
    assert "the folder that you are in" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_manifest_nested_a_hundred_thousand_levels_deep_is_no_manifest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "manifest.json").write_text("[" * 100_000)
    assert run("build", SMALL, "-o", tmp_path, "--check") == 4
    (tmp_path / "manifest.json").write_text('{"files": {"a\\u0000": {}}}')
    assert run("build", SMALL, "-o", tmp_path, "--check") == 4
    capsys.readouterr()
