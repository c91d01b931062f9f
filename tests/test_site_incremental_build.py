"""Only what changed is made again, by its content, and the site then equals a fresh build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT, SMALL, Setter
from shared_data import copy_of_site, copy_of_two_years, site_of_two_years
from test_site_output_folder import contents

from liaison_atlas import maps
from liaison_atlas.maps.site.building import CHANGED, DAMAGED, FORCED, KEPT, NEW, PROGRAM
from liaison_atlas.verbs import cli as liaison
from liaison_atlas.verbs import cli_output

__all__ = ["copy_of_site", "copy_of_two_years", "site_of_two_years"]


def reasons_of_build(dataset: Path, out: Path, **options: bool) -> dict[str, str]:
    """Build, and return why each file was made or kept."""
    why: dict[str, str] = {}
    shares: list[float] = []

    def progress(name: str, reason: str, done: float) -> None:
        why[name] = reason
        shares.append(done)

    maps.build(dataset, out, progress=progress, **options)  # type: ignore[arg-type]
    assert shares == sorted(shares)
    assert shares[-1] == 1
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
    copy_of_two_years: Path,
    set_cell: Setter,
    copy_of_site: Path,
    tmp_path: Path,
    table: str,
    line: int,
    column: str,
    text: str,
    kept: set[str],
) -> None:
    set_cell(table, line, column, text)
    why = reasons_of_build(copy_of_two_years, copy_of_site)
    reasons_of_build(copy_of_two_years, tmp_path / "fresh")
    assert contents(copy_of_site) == contents(tmp_path / "fresh")
    assert kept <= {name for name, reason in why.items() if reason == KEPT}
    assert CHANGED in why.values()


def test_a_file_is_rebuilt_for_the_reason_that_is_reported(
    copy_of_two_years: Path, copy_of_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(reasons_of_build(copy_of_two_years, tmp_path / "new").values()) == {NEW}
    assert set(reasons_of_build(copy_of_two_years, copy_of_site).values()) == {KEPT}
    (copy_of_site / "posters" / "1926.png").write_bytes(b"not a picture")
    why = reasons_of_build(copy_of_two_years, copy_of_site)
    assert {name for name, reason in why.items() if reason == DAMAGED} == {"posters/1926.png", "posters/1926.svg"}
    assert set(reasons_of_build(copy_of_two_years, copy_of_site, force=True).values()) == {FORCED}
    monkeypatch.setattr(maps.site.manifest, "program_digest", lambda: "another program")
    assert set(reasons_of_build(copy_of_two_years, copy_of_site).values()) == {PROGRAM}


def test_the_messages_of_the_interface_belong_to_the_program() -> None:
    """A site is built anew after one of them has changed."""
    kinds = {file.suffix for file in (ROOT / "layers").rglob("*") if file.is_file()} - {".pyc"}
    assert ".ftl" in kinds
    assert kinds <= set(maps.site.manifest._CODE_SUFFIXES)


def test_the_command_explains_each_file_and_check_lists_the_rows_behind_a_change(
    copy_of_two_years: Path, set_cell: Setter, copy_of_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_cell("posts", 2, "certainty", "uncertain")
    capsys.readouterr()
    assert (
        liaison.main(["build", str(copy_of_two_years), "-o", str(copy_of_site), "--check", "--diff"])
        == cli_output.EXIT_WOULD_CHANGE
    )
    printed = capsys.readouterr().out
    assert "posts.csv has changed" in printed
    assert "certainty uncertain, was " in printed
    assert (
        liaison.main(["build", str(copy_of_two_years), "-o", str(copy_of_site), "-j", "1", "--explain"])
        == cli_output.EXIT_DONE
    )
    assert f"atlas.html: {CHANGED}" in capsys.readouterr().out
    assert (
        liaison.main(["build", str(SMALL), "-o", str(copy_of_site), "--check", "--json"])
        == cli_output.EXIT_WOULD_CHANGE
    )
    assert "datapackage.json has changed" in json.loads(capsys.readouterr().out)["changed"]
