"""The output folder: atomic, reproducible, and never over foreign files."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest
from conftest import SMALL, Setter
from killed_writers import write_site
from shared_data import copy_of_site, copy_of_two_years, dataset_of_two_years, site_of_two_years

from liaison_atlas import maps
from liaison_atlas.maps.site import manifest, output_folder
from liaison_atlas.seeds.tables.problems import DataErrors
from liaison_atlas.verbs import cli as liaison
from liaison_atlas.verbs import cli_output
from tools import check_reproducible

__all__ = ["copy_of_site", "copy_of_two_years", "dataset_of_two_years", "site_of_two_years"]


def contents(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def test_a_site_holds_the_documented_files(site_of_two_years: Path) -> None:
    years = (1926, 1927)
    expected = {"index.html", "atlas.html", "kiosk.html", "report.html", "report.json", "claims.json", "manifest.json"}
    expected |= {f"years/{year}.html" for year in years}
    expected |= {f"posters/{year}.{kind}" for year in years for kind in ("svg", "png")}
    expected |= {f"data/{layer}.geojson" for layer in ("stations", "heads", "couriers", "liaison", "raids")}
    assert set(contents(site_of_two_years)) == expected


def test_the_manifest_lists_every_file_and_input_with_its_sha256(site_of_two_years: Path) -> None:
    document = json.loads((site_of_two_years / "manifest.json").read_text())
    found = contents(site_of_two_years)
    assert {name: entry["sha256"] for name, entry in document["files"].items()} == {
        n: s for n, s in found.items() if n != "manifest.json"
    }
    inputs = {p.name for p in SMALL.iterdir()}
    assert set(document["inputs"]) == inputs
    assert {"GEOS", "PROJ"} <= set(document["engines"])


def test_two_processes_in_different_environments_write_the_same_bytes(
    dataset_of_two_years: Path, site_of_two_years: Path, tmp_path: Path
) -> None:
    """Hash seed, zone, locale, order of folders, user, home, folder of the data set, where one is, and -j1 or -j8."""
    (tmp_path / "elsewhere").mkdir()
    for path in sorted(dataset_of_two_years.iterdir(), reverse=True):  # in another order on the disk too
        shutil.copy(path, tmp_path / "elsewhere" / path.name)
    difference = check_reproducible.SECOND_ENVIRONMENT | {"HOME": str(tmp_path)}
    check_reproducible.build_in_subprocess(
        tmp_path / "elsewhere", tmp_path / "site", jobs=8, environment=difference, cwd=tmp_path
    )
    assert contents(tmp_path / "site") == contents(site_of_two_years)


def test_a_site_is_current_until_a_cell_an_output_or_the_program_changes(
    dataset_of_two_years: Path,
    copy_of_site: Path,
    copy_of_two_years: Path,
    set_cell: Setter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert manifest.is_current(copy_of_site, dataset_of_two_years)
    assert manifest.is_current(copy_of_site, copy_of_two_years)
    set_cell("posts", 2, "note", "changed")
    assert not manifest.is_current(copy_of_site, copy_of_two_years)
    poster = copy_of_site / "posters" / "1927.svg"
    content = poster.read_bytes()
    poster.write_bytes(content + b" ")
    assert not manifest.is_current(copy_of_site, dataset_of_two_years)
    poster.write_bytes(content)
    assert manifest.is_current(copy_of_site, dataset_of_two_years)
    monkeypatch.setattr(manifest, "program_digest", lambda: "another program")
    assert not manifest.is_current(copy_of_site, dataset_of_two_years)


def test_a_build_finds_missing_files_and_changed_sizes_and_a_check_reads_each_file(
    copy_of_site: Path,
    site_of_two_years: Path,
    copy_of_two_years: Path,
    set_cell: Setter,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def verb(*options: str) -> int:
        return liaison.main(["build", str(copy_of_two_years), "-o", str(out), "-j1", *options])

    out = copy_of_site
    poster = out / "posters" / "1927.svg"
    content = poster.read_bytes()
    poster.write_bytes(content[:-1] + b" ")
    assert verb() == cli_output.EXIT_DONE
    assert "Nothing has changed" in capsys.readouterr().out
    assert verb("--check") == cli_output.EXIT_WOULD_CHANGE
    assert "posters/1927.svg in the site is not as it was written" in capsys.readouterr().out
    poster.write_bytes(content + b" ")
    (out / "index.html").unlink()
    assert verb() == cli_output.EXIT_DONE
    assert contents(out) == contents(site_of_two_years)
    poster.write_bytes(content[:-1] + b" ")
    set_cell("posts", 2, "note", "changed")
    assert verb() == cli_output.EXIT_DONE
    assert poster.read_bytes() == content


def test_a_build_with_an_error_leaves_the_previous_site_unchanged(
    copy_of_site: Path, copy_of_small: Path, set_cell: Setter
) -> None:
    before = contents(copy_of_site)
    set_cell("posts", 2, "sources", "")
    with pytest.raises(DataErrors, match=r"posts\.csv:2:10: uncited"):
        maps.build(copy_of_small, copy_of_site)
    assert contents(copy_of_site) == before


def test_a_build_that_fails_in_the_middle_leaves_the_previous_site_and_nothing_else(
    copy_of_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(copy_of_site.parent)
    calls = []

    def full(_fd: int) -> None:
        calls.append(1)
        if len(calls) > 3:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(output_folder.SiteError, match="the former site is as it was"):
        write_site(copy_of_site, {f"{n}.txt": b"x" for n in range(9)})
    assert contents(copy_of_site.parent) == before


def test_a_new_site_replaces_the_previous_one_completely(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site(out, {"old/a.txt": b"1", "manifest.json": b'{"files":{}}'})
    write_site(out, {"b.txt": b"2"})
    assert set(contents(out)) == {"b.txt"}
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("what", ["file", "strangers", "link"])
def test_a_folder_that_no_build_wrote_is_refused(tmp_path: Path, what: str) -> None:
    out = tmp_path / "site"
    if what == "file":
        out.write_text("mine")
    elif what == "link":
        (tmp_path / "else").mkdir()
        out.symlink_to(tmp_path / "else")
    else:
        out.mkdir()
        (out / "thesis.docx").write_text("mine")
    before = contents(tmp_path)
    with pytest.raises(output_folder.SiteError, match="choose another"):
        maps.build(SMALL, out)
    assert {k: v for k, v in contents(tmp_path).items() if not k.endswith(".lock")} == before


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_refused_with_its_target_and_a_remedy(tmp_path: Path, there: bool) -> None:
    out, folder = tmp_path / "site", tmp_path / "else"
    out.symlink_to(folder)
    if there:
        folder.mkdir()
    with pytest.raises(output_folder.SiteError) as raised:
        maps.build(SMALL, out)
    leads = f"to {folder}" if there else "nowhere"
    assert f"{out} is a link, which leads {leads}; " in str(raised.value)
    assert str(raised.value).endswith("name the folder itself, or choose another, with -o")
    assert out.is_symlink()
    assert folder.exists() == there


def test_two_builds_of_one_folder_exclude_each_other(tmp_path: Path) -> None:
    with (
        output_folder.locked(tmp_path / "site"),
        pytest.raises(output_folder.LockedError),
        output_folder.locked(tmp_path / "site"),
    ):
        pass


def test_the_remains_of_a_killed_build_are_removed_by_the_next(tmp_path: Path) -> None:
    left = tmp_path / ".site.building-abc"
    left.mkdir()
    (left / "half.html").write_text("half")
    write_site(tmp_path / "site", {"a.txt": b"1"})
    assert not left.exists()


@pytest.mark.parametrize("place", ["beside", "inside"])
def test_a_foreign_file_in_a_previous_site_is_never_lost(copy_of_site: Path, place: str) -> None:
    out = copy_of_site
    stranger = out / ("CNAME" if place == "beside" else "years/notes.txt")
    stranger.write_text("mine")
    with pytest.raises(output_folder.SiteError, match="no build wrote"):
        maps.build(SMALL, out)
    assert stranger.read_text() == "mine"


def test_a_data_set_is_never_replaced_by_its_own_site(copy_of_small: Path) -> None:
    with pytest.raises(output_folder.SiteError, match="holds the data set itself"):
        maps.build(copy_of_small, copy_of_small)
    assert (copy_of_small / "posts.csv").exists()


def test_a_cell_changed_during_a_build_makes_the_site_out_of_date(
    copy_of_two_years: Path, set_cell: Setter, tmp_path: Path
) -> None:
    def change(name: str, _why: str, _done: float) -> None:
        if name == "atlas.html":
            set_cell("events", 2, "title", "Changed meanwhile")

    maps.build(copy_of_two_years, tmp_path / "site", progress=change)
    assert not manifest.is_current(tmp_path / "site", copy_of_two_years)
