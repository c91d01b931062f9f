"""One registry of rules, run by one function: the command line, the build and the report agree."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, SMALL

from liaison_atlas import maps
from liaison_atlas.seeds.checks import check_registry
from liaison_atlas.seeds.tables.cell_locator import CellLocator
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import Level, Problem
from liaison_atlas.verbs import cli as liaison

RULE_PACKAGES = ("liaison_atlas.seeds.checks.rules", "liaison_atlas.geo.plausibility")


@pytest.fixture
def geo_rule(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Level]]:
    """One more rule beside those of `geo`, which finds something at the level that a test puts into the list."""
    levels: list[Level] = []

    def no_amber(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
        yield from (cell_locator.problem(data.places[0], "name", "no-amber", "it glows", level) for level in levels)

    known = check_registry.registered_rules

    def with_one_more(package: str) -> tuple[check_registry.Rule, ...]:
        return (*known(package), no_amber) if package == "liaison_atlas.geo.plausibility" else known(package)

    monkeypatch.setattr(check_registry, "registered_rules", with_one_more)
    return levels


def run(*arguments: object) -> int:
    return liaison.main([str(argument) for argument in arguments])


def test_an_error_of_any_rule_stops_check_build_and_build_check_with_the_same_line(
    geo_rule: list[Level], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    maps.build(SMALL, tmp_path / "before")
    geo_rule.append(Level.ERROR)
    expected = "places.csv:2:2: no-amber: it glows"
    for arguments in (
        ("check", SMALL),
        ("build", SMALL, "-o", tmp_path / "site"),
        ("build", SMALL, "-o", tmp_path / "before", "--check"),
    ):
        assert run(*arguments) == 1, arguments
        output = capsys.readouterr()
        assert expected in (output.out + output.err).splitlines(), arguments
    assert not (tmp_path / "site").exists()


def test_a_warning_of_any_rule_is_in_the_report_as_check_prints_it(
    geo_rule: list[Level], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    geo_rule.append(Level.WARNING)
    maps.build(SMALL, tmp_path / "site")
    assert run("check", SMALL, "--json") == 0
    printed = json.loads(capsys.readouterr().out)["problems"]
    reported = json.loads((tmp_path / "site" / "report.json").read_text(encoding="utf-8"))["problems"]
    assert "no-amber" in {problem["code"] for problem in printed}
    assert [(p["code"], p["message"]) for p in reported] == [(p["code"], p["message"]) for p in printed]


@pytest.mark.parametrize("package", RULE_PACKAGES)
def test_every_module_of_a_rule_package_registers_a_rule(package: str) -> None:
    folder = ROOT / package.replace(".", "/")
    registered = {rule.__module__.rpartition(".")[2] for rule in check_registry.registered_rules(package)}
    assert registered == {file.stem for file in folder.glob("*.py")} - {"__init__"}


def test_no_rule_is_registered_twice() -> None:
    rules = [
        f"{rule.__module__}.{rule.__name__}"
        for package in RULE_PACKAGES
        for rule in check_registry.registered_rules(package)
    ]
    assert len(set(rules)) == len(rules) > 15
