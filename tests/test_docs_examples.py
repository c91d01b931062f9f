"""What a reader copies from the documentation works: the notebook, the workflow, the hook, the shape of a manifest."""

from __future__ import annotations

import json
import re
import runpy
import tempfile
from pathlib import Path

import jsonschema
import pytest
import yaml
from conftest import ROOT, SMALL
from shared_data import dataset_of_two_years, gazetteer_index, site_of_two_years

from liaison_atlas.maps.site import manifest
from liaison_atlas.verbs import cli as liaison
from liaison_atlas.verbs import cli_output
from tools.reference_docs import DOCUMENTED_PACKAGES

__all__ = ["dataset_of_two_years", "gazetteer_index", "site_of_two_years"]

EXAMPLES = ROOT / "docs" / "examples"


@pytest.mark.usefixtures("gazetteer_index")
def test_the_notebook_runs_and_prints_what_it_promises(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    space = runpy.run_path(str(ROOT / "docs" / "notebook.py"))
    printed = capsys.readouterr().out
    assert "moved from March 1928 to April 1928" in printed
    assert "from 1926 to 1928, perhaps" in printed
    assert (space["work"] / "atlas.html").read_bytes() == (space["work"] / "site" / "atlas.html").read_bytes()
    cells = re.findall(r"^# %%", (ROOT / "docs" / "notebook.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(cells) >= 8


def test_every_public_name_of_the_library_is_in_its_reference() -> None:
    from liaison_atlas import geo, layers, maps, seeds

    page = (ROOT / "docs" / "reference" / "python.md").read_text(encoding="utf-8")
    kinds = {"Located", "Level", "Problem", "Standing", "Difference"}  # documented with the functions that return them
    for package in (seeds, geo, layers, maps):
        for name in set(package.__all__) - kinds:
            assert f"### `{package.__name__.removeprefix('liaison_atlas.')}.{name}`" in page
    assert all(function.__doc__ for _, functions in DOCUMENTED_PACKAGES.values() for function in functions)


def commands(text: str, dataset: Path) -> list[list[str]]:
    """The commands of the program in a workflow, without their shell syntax."""
    return [
        line.replace('"$DATASET"', str(dataset)).split()[1:] for line in re.findall(r"^liaison .*$", text, re.MULTILINE)
    ]


def test_the_workflow_is_valid_and_its_commands_run(
    dataset_of_two_years: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    job = yaml.safe_load((EXAMPLES / "atlas.yml").read_text(encoding="utf-8"))["jobs"]["build"]
    assert job["runs-on"]
    assert all(("uses" in step) != ("run" in step) for step in job["steps"])
    calls = commands("\n".join(step["run"] for step in job["steps"] if "run" in step), dataset_of_two_years)
    assert [call[0] for call in calls] == ["check", "build", "build"]
    for call in calls:
        assert liaison.main([word if word != "site" else str(tmp_path / "site") for word in call]) == 0
    capsys.readouterr()


def test_the_hook_for_tables_in_git_runs_the_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    config = yaml.safe_load((EXAMPLES / "pre-commit-config.yaml").read_text(encoding="utf-8"))
    (used,) = config["repos"][0]["hooks"]
    assert used["id"] == hook["id"]
    assert hook["pass_filenames"] is False
    for name in ("my-network/posts.csv", "my-network/sources.bib", "my-network/datapackage.json"):
        assert re.search(hook["files"], name)
    program, *words = hook["entry"].split()
    assert program == "liaison"
    assert liaison.main([*words, str(SMALL)]) == 0
    monkeypatch.chdir(SMALL)  # without args, it is the repository that is checked, never the network that is installed
    assert liaison.main([*words, *hook["args"]]) == 0
    assert "21 claims" in capsys.readouterr().out


def test_a_manifest_conforms_to_the_published_schema(site_of_two_years: Path) -> None:
    schema = json.loads((ROOT / "docs/reference/schemas/manifest.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    document = manifest.read_manifest(site_of_two_years)
    jsonschema.validate(document, schema)
    assert document
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**document, "files": {"../x": manifest.file_entry(b"")}}, schema)


def test_every_exit_code_is_unique_and_documented() -> None:
    codes = [
        cli_output.EXIT_DONE,
        cli_output.EXIT_DATA_ERRORS,
        cli_output.EXIT_USAGE,
        cli_output.EXIT_WOULD_CHANGE,
        cli_output.EXIT_LOCKED,
    ]
    codes += [cli_output.EXIT_INTERRUPTED, cli_output.EXIT_TERMINATED]
    page = (ROOT / "docs" / "reference" / "scripts.md").read_text(encoding="utf-8")
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)] == codes
    assert len(set(codes)) == len(codes)
