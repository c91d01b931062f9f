"""What a script relies on: one document of a published shape, logs apart, dependencies, waiting, and an orderly end."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import ROOT, SMALL, Setter
from shared_data import copy_of_site, copy_of_two_years, dataset_of_two_years, gazetteer_index, site_of_two_years
from test_site_output_folder import contents

from liaison_atlas.maps.site import output_folder
from liaison_atlas.verbs import cli as liaison
from liaison_atlas.verbs import cli_output

__all__ = ["copy_of_site", "copy_of_two_years", "dataset_of_two_years", "gazetteer_index", "site_of_two_years"]

SCHEMA = json.loads((ROOT / "docs" / "reference" / "schemas" / "output.schema.json").read_text(encoding="utf-8"))


def result_of(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, dict[str, Any]]:
    """The exit code and the document of a call, which must be of the published shape."""
    capsys.readouterr()
    code = liaison.main([str(word) for word in (*words, "--json")])
    document = json.loads(capsys.readouterr().out)
    verb = str(words[0])
    jsonschema.validate(document, {**SCHEMA, "$ref": f"#/$defs/{verb}"})
    assert document["exit"] == code
    return code, document


@pytest.mark.usefixtures("gazetteer_index")
def test_every_verb_prints_one_document_that_conforms_to_the_published_schema(
    dataset_of_two_years: Path,
    copy_of_two_years: Path,
    set_cell: Setter,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "site"
    assert result_of(capsys, "check", dataset_of_two_years)[0] == 0
    assert result_of(capsys, "check", "--explain", "two-heads")[0] == 0
    assert result_of(capsys, "build", dataset_of_two_years, "-o", out, "-j", "1", "--explain")[0] == 0
    assert result_of(capsys, "build", dataset_of_two_years, "-o", out)[1]["built"] is False
    assert result_of(capsys, "build", dataset_of_two_years, "-o", out, "--check")[0] == 0
    assert result_of(capsys, "export", dataset_of_two_years, "-o", tmp_path / "data")[0] == 0
    assert result_of(capsys, "locate", copy_of_two_years)[0] == 0
    assert result_of(capsys, "deps", dataset_of_two_years, "-o", out)[1]["target"] == str(out / "manifest.json")
    assert result_of(capsys, "init", tmp_path / "mine")[0] == 0
    set_cell("posts", 2, "certainty", "uncertain")
    assert result_of(capsys, "diff", dataset_of_two_years, copy_of_two_years)[1]["changed"]
    assert result_of(capsys, "build", copy_of_two_years, "-o", out, "--check", "--diff")[1]["behind"]["changed"]
    set_cell("posts", 2, "sources", "")
    assert result_of(capsys, "check", copy_of_two_years)[0] == 1
    assert result_of(capsys, "build", copy_of_two_years, "-o", out)[0] == 1
    assert result_of(capsys, "export", tmp_path / "none")[0] == 2


def test_the_published_schema_has_a_definition_for_every_verb() -> None:
    assert set(liaison.VERBS) <= set(SCHEMA["$defs"])
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_make_builds_when_a_table_changed_and_not_before(copy_of_small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "my $ne#t work"
    shutil.copytree(copy_of_small, folder)
    out = tmp_path / "out"
    call = [sys.executable, "-m", "liaison_atlas", "deps", str(folder), "-o", str(out), "--make"]
    rule = subprocess.run(call, capture_output=True, text=True, check=True).stdout
    recipe = rule.replace("\n\n", "\n\tmkdir -p $(@D) && echo made >> $(@D)/log && touch $@\n\n", 1)
    (tmp_path / "Makefile").write_text(recipe, encoding="utf-8")
    out.mkdir()

    def made() -> int:
        subprocess.run(["make", "-s", "-C", str(tmp_path)], check=True)
        return (out / "log").read_text().count("made")

    assert [made(), made()] == [1, 1]
    os.utime(folder / "posts.csv", (time.time() + 10, time.time() + 10))
    assert made() == 2
    (folder / "posts.csv").unlink()
    assert made() == 3


def test_logs_are_lines_of_json_on_standard_error_on_request(
    copy_of_small: Path, set_cell: Setter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_cell("posts", 2, "sources", "")
    assert liaison.main(["build", str(copy_of_small), "-o", str(tmp_path / "site"), "--log", "json"]) == 1
    events = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [event["event"] for event in events] == ["problem", "stopped"]
    assert events[0]["file"] == "posts.csv"


def test_a_build_waits_for_another_one_as_long_as_wait_s(tmp_path: Path) -> None:
    out = tmp_path / "site"
    with (tmp_path / ".site.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(output_folder.LockedError), output_folder.locked(out):
            pass
        threading.Timer(0.5, lambda: fcntl.flock(handle, fcntl.LOCK_UN)).start()
        with output_folder.locked(out, wait_s=60):
            pass


def test_sigterm_ends_a_build_cleanly_and_leaves_the_previous_site_intact(copy_of_site: Path, tmp_path: Path) -> None:
    # The build sends the signal to itself when its first file is made: another process could come too late.
    program = """
import os, signal, sys
from liaison_atlas.verbs import cli as liaison
from liaison_atlas.maps.site.build_context import BuildContext

run_task = BuildContext.run_task

def run_task_and_terminate(context, *arguments):
    run_task(context, *arguments)
    os.kill(os.getpid(), signal.SIGTERM)

BuildContext.run_task = run_task_and_terminate
sys.exit(liaison.main(sys.argv[1:]))
"""
    before = contents(tmp_path)
    call = [sys.executable, "-c", program, "build", str(SMALL), "-o", str(copy_of_site), "-j", "1", "--force"]
    result = subprocess.run(call, capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == cli_output.EXIT_TERMINATED
    assert "terminated; nothing was changed" in result.stderr
    assert {name: digest for name, digest in contents(tmp_path).items() if name != ".site.lock"} == before
