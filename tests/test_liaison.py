"""The command line as a script meets it: exit codes, what is printed, what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import OMS, SMALL, Setter

import liaison


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


def test_a_data_set_begun_with_init_is_sound_and_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", tmp_path / "mine") == 0
    assert run("check", tmp_path / "mine") == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out
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
    ("words", "told"),
    [
        (["build", "no-such-folder"], "there is no folder no-such-folder"),
        (["check", "no-such-folder"], "there is no folder"),
        (["init", str(SMALL)], "is not an empty folder"),
    ],
)
def test_a_wrong_call_says_the_way_out_and_exits_with_2(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    assert told in capsys.readouterr().err


def test_a_wrong_word_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run("biuld")
    assert stopped.value.code == 2
    capsys.readouterr()


def test_export_writes_the_layers_of_a_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", SMALL, "-o", tmp_path, "--year", "1927") == 0
    capsys.readouterr()
    document = json.loads((tmp_path / "stations.geojson").read_text())
    assert {f["properties"]["holds"] for f in document["features"]} == {"certainly", "possibly"}
    assert run("export", SMALL, "-o", tmp_path, "--world", "fiction", "--json") == 0
    assert json.loads(capsys.readouterr().out)["ok"]
    assert [f["id"] for f in json.loads((tmp_path / "stations.geojson").read_text())["features"]] == ["station:camp"]


def test_a_build_that_is_under_way_makes_another_exit_with_75(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from maps import site

    with site.locked(tmp_path / "site"):
        assert run("build", SMALL, "-o", tmp_path / "site", "--json") == 75
    assert json.loads(capsys.readouterr().out)["exit"] == 75
