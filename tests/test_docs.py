"""The documentation says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT
from numpydoc.validate import validate

from liaison_atlas.layers.wording.date_wording import date_in_words
from liaison_atlas.seeds.dates.edtf import parse
from liaison_atlas.seeds.dates.when import APPROXIMATION
from tools.reference_docs import DOCUMENTED_PACKAGES, PAGES, REFERENCE_FOLDER

DATES = (REFERENCE_FOLDER / "dates.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (REFERENCE_FOLDER / name).read_text(encoding="utf-8") == PAGES[name]()


# Parameters that are missing, unknown or in another order, and results without a section.
SECTION_CODES = {"PR01", "PR02", "PR03", "RT01", "YD01"}


@pytest.mark.parametrize(
    "name",
    [
        f"{documented.__module__}.{documented.__qualname__}"
        for _, functions in DOCUMENTED_PACKAGES.values()
        for documented in functions
    ],
)
def test_a_docstring_of_the_reference_has_its_parameters_and_results(name: str) -> None:
    assert [message for code, message in validate(name)["errors"] if code in SECTION_CODES] == []


def test_the_worked_examples_of_dates_are_what_the_parser_finds() -> None:
    rows = re.findall(r"^\| `(\S+)` \| (\S+) to (\S+) \| (\S+) to (\S+) \| (.+) \|$", DATES, re.MULTILINE)
    assert len(rows) == 17
    for text, *bounds, words in rows:
        when = parse(text)
        assert [str(b) for b in (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest)] == bounds
        assert date_in_words(when) == words


def test_the_documented_widths_of_about_are_the_ones_in_force() -> None:
    rows = dict(re.findall(r"^\| (\w+) \| (\d+ \w+) \|$", DATES, re.MULTILINE))
    for precision, (months, days) in APPROXIMATION.items():
        expected = f"{days} days" if days else f"{months // 12} years" if months >= 12 else f"{months} months"
        assert rows[precision.value] == expected


LINKED = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", LINKED, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_between_the_pages_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


TUTORIAL = ROOT / "docs" / "tutorial.md"


def test_the_python_of_the_documents_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", TUTORIAL.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert blocks
    monkeypatch.chdir(tmp_path)
    from liaison_atlas.verbs import cli as liaison

    assert liaison.main(["init", "my-network"]) == 0
    space: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "tutorial.md", "exec"), space)
    assert (tmp_path / "my-map.html").stat().st_size > 10_000
