"""Only what changed is made again, by its content, and the site then equals a fresh build."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from conftest import SMALL, Setter
from test_site_output_folder import contents

import liaison
import maps
from maps.site.building import CHANGED, DAMAGED, FORCED, KEPT, NEW, PROGRAM


def cut(dataset: Path) -> Path:
    """Cut the period of a data set to two years, so that a build costs little."""
    descriptor = dataset / "datapackage.json"
    package = json.loads(descriptor.read_text(encoding="utf-8"))
    package["temporal"] = {"start": "1926", "end": "1927"}
    descriptor.write_text(json.dumps(package), encoding="utf-8")
    return dataset


@pytest.fixture
def two_years(copy_of_small: Path) -> Path:
    """Two years of the small data set."""
    return cut(copy_of_small)


@pytest.fixture(scope="session")
def site_of_two_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their site; a test takes a copy."""
    folder = tmp_path_factory.mktemp("two-years")
    return maps.build(cut(Path(shutil.copytree(SMALL, folder / "small"))), folder / "site")


def reasons_of_build(dataset: Path, out: Path, **options: bool) -> dict[str, str]:
    """Build, and return why each file was made or kept."""
    why: dict[str, str] = {}
    maps.build(dataset, out, progress=why.__setitem__, **options)  # type: ignore[arg-type]
    return why


@pytest.mark.parametrize(
    ("table", "line", "column", "text", "kept"),
    [
        # A note is read in a card, never on a poster.
        ("posts", 2, "note", "Another note.", {"posters/1926.svg", "posters/1927.png"}),
        ("stations", 2, "certainty", "uncertain", set()),
        ("located", 2, "lat", "50.5", set()),
        ("people", 2, "name", "Anna Changed", set()),
        ("disagreements", 2, "title", "Is it another question?", set()),
    ],
)
def test_after_a_change_of_one_cell_the_site_equals_a_fresh_build(
    two_years: Path,
    set_cell: Setter,
    site_of_two_years: Path,
    tmp_path: Path,
    table: str,
    line: int,
    column: str,
    text: str,
    kept: set[str],
) -> None:
    out = Path(shutil.copytree(site_of_two_years, tmp_path / "site"))
    set_cell(table, line, column, text)
    why = reasons_of_build(two_years, out)
    reasons_of_build(two_years, tmp_path / "fresh")
    assert contents(out) == contents(tmp_path / "fresh")
    assert kept <= {name for name, reason in why.items() if reason == KEPT}
    assert CHANGED in why.values()


def test_a_file_is_rebuilt_for_the_reason_that_is_reported(
    two_years: Path, site_of_two_years: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(reasons_of_build(two_years, tmp_path / "new").values()) == {NEW}
    out = Path(shutil.copytree(site_of_two_years, tmp_path / "site"))
    assert set(reasons_of_build(two_years, out).values()) == {KEPT}
    (out / "posters" / "1926.png").write_bytes(b"not a picture")
    why = reasons_of_build(two_years, out)
    assert {name for name, reason in why.items() if reason == DAMAGED} == {"posters/1926.png", "posters/1926.svg"}
    assert set(reasons_of_build(two_years, out, force=True).values()) == {FORCED}
    monkeypatch.setattr(maps.site.manifest, "program_digest", lambda: "another program")
    assert set(reasons_of_build(two_years, out).values()) == {PROGRAM}


def test_the_command_explains_each_file_and_check_lists_the_rows_behind_a_change(
    two_years: Path, set_cell: Setter, site_of_two_years: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = Path(shutil.copytree(site_of_two_years, tmp_path / "site"))
    set_cell("posts", 2, "certainty", "uncertain")
    capsys.readouterr()
    assert liaison.main(["build", str(two_years), "-o", str(out), "--check", "--diff"]) == liaison.EXIT_WOULD_CHANGE
    printed = capsys.readouterr().out
    assert "posts.csv has changed" in printed
    assert "certainty uncertain, was " in printed
    assert liaison.main(["build", str(two_years), "-o", str(out), "-j", "1", "--explain"]) == liaison.EXIT_DONE
    assert f"atlas.html: {CHANGED}" in capsys.readouterr().out
    assert liaison.main(["build", str(SMALL), "-o", str(out), "--check", "--json"]) == liaison.EXIT_WOULD_CHANGE
    assert "datapackage.json has changed" in json.loads(capsys.readouterr().out)["changed"]
