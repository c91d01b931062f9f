"""Every problem code is explained, and its example shows it."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from conftest import ROOT, Setter

from liaison_atlas import geo, seeds
from liaison_atlas.seeds.checks.problem_catalogue import ENTRIES_BY_CODE, ENTRIES_BY_KIND, CatalogueEntry
from liaison_atlas.seeds.tables.problems import Problem
from liaison_atlas.verbs import cli as liaison
from tools.problem_examples import make_example

# Where the code stands among the arguments of a call that makes a problem; `report` has two forms.
PLACES = {
    "Problem": 3,
    "problem": 2,
    "Finding": 0,
    "_finding": 0,
    "UnreadableError": 0,
    "report_cell": 2,
}


def possible_texts(node: ast.expr, assigned: dict[str, list[ast.expr]]) -> set[str]:
    """The texts that an argument can be: a constant, one of two, or a name for them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return possible_texts(node.body, assigned) | possible_texts(node.orelse, assigned)
    if isinstance(node, ast.Name):
        return set().union(*(possible_texts(value, {}) for value in assigned.get(node.id, [])))
    return set()


def codes_in(file: Path) -> set[str]:
    """The codes of the problems that a module makes."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assigned: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    assigned.setdefault(target.id, []).append(node.value)
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            method = isinstance(node.func, ast.Attribute)
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            at = (2 if method else 1) if name == "report" else PLACES.get(name)
            if at is not None and len(node.args) > at:
                found |= possible_texts(node.args[at], assigned)
    return found


def test_every_code_that_the_program_reports_is_explained() -> None:
    files = [file for package in ("seeds", "geo") for file in (ROOT / package).rglob("*.py")]
    assert set().union(*map(codes_in, files)) == set(ENTRIES_BY_CODE)


def problems_of(folder: Path) -> tuple[Problem, ...]:
    try:
        return geo.check(seeds.read(folder))
    except seeds.DataErrors as error:
        return error.problems


@pytest.mark.parametrize("code", ENTRIES_BY_CODE.values(), ids=lambda code: code.code)
def test_the_broken_example_yields_the_code_at_its_level_and_the_mended_one_does_not(
    code: CatalogueEntry, tmp_path: Path
) -> None:
    broken = problems_of(make_example(code.broken, tmp_path / "broken"))
    assert {problem.level for problem in broken if problem.code == code.code} == {code.level}, broken
    mended = problems_of(make_example(code.mended, tmp_path / "mended"))
    assert code.code not in {problem.code for problem in mended}, mended
    assert not [problem for problem in mended if problem.level is seeds.Level.ERROR], mended


@pytest.mark.parametrize("code", ENTRIES_BY_CODE.values(), ids=lambda code: code.code)
def test_every_entry_is_complete(code: CatalogueEntry) -> None:
    assert code.title
    assert code.explanation
    assert code.broken
    assert code.mended
    assert code.broken != code.mended


def test_a_code_stands_in_one_file_of_the_catalogue() -> None:
    assert len(ENTRIES_BY_CODE) == sum(map(len, ENTRIES_BY_KIND.values()))


@pytest.mark.parametrize("code", ENTRIES_BY_CODE.values(), ids=lambda code: code.code)
def test_an_explanation_is_a_few_sentences_and_fits_a_terminal(code: CatalogueEntry) -> None:
    assert code.explanation.count(".") >= 2
    assert 80 <= len(code.explanation) <= 420
    text = str(code)
    assert text.startswith(f"{code.code} ({code.level.value}): ")
    assert all(len(line) <= 120 for line in text.splitlines()), text
    assert "\nbroken:\n" in text
    assert "\nfixed:\n" in text


def test_the_command_line_explains_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert liaison.main(["check", "--explain", "two-heads"]) == 0
    assert capsys.readouterr().out == f"{ENTRIES_BY_CODE['two-heads']}\n"
    assert liaison.main(["check", "--explain", "two-heads", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["ok"], document["code"], document["level"]) == (True, "two-heads", "warning")
    assert document["broken"]
    assert document["mended"]


def test_an_unknown_code_is_a_usage_error_with_a_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    assert liaison.main(["check", "--explain", "two-hedas"]) == 2
    assert 'did you mean "two-heads"?' in capsys.readouterr().err
    assert liaison.main(["check", "--explain", "\x1b[31m", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["exit"] == 2


def test_check_prints_and_counts_warnings_and_notes(
    copy_of_small: Path, set_cell: Setter, capsys: pytest.CaptureFixture[str]
) -> None:
    set_cell("posts", 2, "when", "1926/1928")  # accepted by a disagreement
    set_cell("journeys", 3, "when", "1928-05-12")  # found by its distance
    assert liaison.main(["check", str(copy_of_small)]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert last.endswith("; 0 errors, 2 warnings, 1 note")
    assert [line.endswith("(note)") for line in lines] == [": two-heads: " in line for line in lines]
    assert sum(line.startswith("journeys.csv:3:9: too-fast: ") and line.endswith("(warning)") for line in lines) == 1
