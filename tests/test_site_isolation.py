"""A build needs no network and opens none, writes nowhere but into its folder, and takes its inputs as data alone."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SMALL, Setter
from shared_data import dataset_of_two_years, site_of_two_years

from liaison_atlas.seeds.tables.safe_read import MAX_FILE_BYTES
from liaison_atlas.verbs import cli as liaison
from liaison_atlas.verbs import cli_output

__all__ = ["dataset_of_two_years", "site_of_two_years"]

# Python calls its audit hooks for whatever a process does; one that raises forbids it. A local socket (AF_UNIX) is no
# network: asyncio makes a pair of them, by which V8's thread wakes the event loop. To connect or bind one is forbidden.
_AUDIT_HOOK = """
import sys
OUT, FORBIDDEN = {out!r}, ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "ftplib.", "webbrowser.")
def watch(event, arguments):
    if event == "socket.__new__" and arguments[1] == 1:  # AF_UNIX
        return
    if event.startswith(FORBIDDEN):
        raise PermissionError(f"a build did {{event}} {{arguments}}")
    if event == "open" and isinstance(arguments[0], str) and arguments[1] and set(arguments[1]) & set("wax+"):
        if not arguments[0].startswith((OUT, "/dev/null")):
            raise PermissionError(f"a build wrote {{arguments[0]}}")
sys.addaudithook(watch)
"""
_BUILD = """
import sys, marshal, pickle
sys.path.insert(0, {root!r})
from liaison_atlas import maps, geo
import liaison_atlas.maps.site.building, liaison_atlas.maps.pages.report, babel.localedata
{hook}
maps.build({dataset!r}, OUT + "/site", jobs={jobs})
"""
PAYLOADS = (
    "../../x",
    "/etc/x",
    "CON",
    "a\0b",
    "..",
    "{{7*7}}",
    "__import__('os').system('touch ran')",
    "!!python/object:x",
    "=cmd|' /C calc'!A0",
    "${7*7}",
)


def build_watched(dataset: Path, folder: Path, jobs: int = 1) -> subprocess.CompletedProcess[str]:
    hook = _AUDIT_HOOK.format(out=str(folder))
    code = _BUILD.format(root=str(ROOT), hook=hook, dataset=str(dataset), jobs=jobs)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=folder, check=False)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_build_opens_no_network_socket_starts_no_program_and_writes_only_beside_its_site(
    dataset_of_two_years: Path, tmp_path: Path, jobs: int
) -> None:
    done = build_watched(dataset_of_two_years, tmp_path, jobs)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "atlas.html").exists()


def test_the_audit_hook_of_the_test_above_does_forbid(tmp_path: Path) -> None:
    code = _AUDIT_HOOK.format(out=str(tmp_path))
    for breach in (
        "import socket; socket.socket()",
        "import socket; socket.socket(socket.AF_UNIX).connect('/tmp/liaison-socket')",
        "open('/tmp/liaison-breach', 'w')",
    ):
        code += f"try: {breach}\nexcept PermissionError as error: print(error)\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    opened, connected, wrote = done.stdout.splitlines()
    assert opened.startswith("a build did socket.__new__")
    assert connected.startswith("a build did socket.connect")
    assert wrote == "a build wrote /tmp/liaison-breach"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_an_id_that_is_a_path_or_code_is_refused(
    payload: str, copy_of_small: Path, set_cell: Setter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "deep" / "er" / "site"
    for table in ("places", "people", "stations", "posts", "journeys", "events"):
        set_cell(table, 2, "id", payload)
    assert liaison.main(["build", str(copy_of_small), "-o", str(out)]) == cli_output.EXIT_DATA_ERRORS
    errors = capsys.readouterr().err
    for table in ("places", "people", "stations") if "\0" not in payload else ("places",):
        assert f"{table}.csv:2:" in errors
    assert not out.exists()
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("path", ["../posts.csv", "/etc/passwd", "a/posts.csv", "posts\0.csv", ".."])
def test_a_table_outside_the_folder_is_never_read(
    path: str, copy_of_small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    descriptor = copy_of_small / "datapackage.json"
    package = json.loads(descriptor.read_text(encoding="utf-8"))
    next(r for r in package["resources"] if r["name"] == "posts")["path"] = path
    descriptor.write_text(json.dumps(package), encoding="utf-8")
    assert liaison.main(["build", str(copy_of_small), "-o", str(tmp_path / "site")]) == cli_output.EXIT_DATA_ERRORS
    assert "datapackage.json" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_hostile_text_in_every_free_column_runs_nowhere_and_writes_only_into_the_folder(tmp_path: Path) -> None:
    """Titles, names and notes may say anything; a folder of the data set may be called anything."""
    dataset = Path(shutil.copytree(SMALL, tmp_path / "in" / "{{7*7}} $(touch ran);'\""))
    descriptor = json.loads((dataset / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["temporal"] = {"start": "1926", "end": "1927"}
    descriptor["title"], descriptor["description"] = PAYLOADS[6], PAYLOADS[5]
    for resource in descriptor["resources"]:
        path = dataset / resource["path"]
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        for number, row in enumerate(rows):
            for column, name in enumerate(header):
                if name in {"name", "title", "note", "text", "purpose", "aliases"} and row[column] and name in fields:
                    row[column] = [p for p in PAYLOADS if "\0" not in p and not p.startswith("=")][number % 7]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
    (dataset / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    (tmp_path / "out").mkdir()
    done = build_watched(dataset, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert not list(tmp_path.rglob("ran"))
    assert {path.name for path in tmp_path.iterdir()} == {"in", "out"}
    written = {
        path.relative_to(tmp_path / "out" / "site").as_posix() for path in (tmp_path / "out" / "site").rglob("*")
    }
    assert written <= {
        *("years", "posters", "data"),
        *(f"years/{year}.html" for year in (1926, 1927)),
        *(f"posters/{year}.{kind}" for year in (1926, 1927) for kind in ("svg", "png")),
        *(f"data/{name}.geojson" for name in ("stations", "heads", "couriers", "liaison", "raids")),
        *("index.html", "atlas.html", "kiosk.html", "report.html", "report.json", "claims.json", "manifest.json"),
    }
    assert "49" not in (tmp_path / "out" / "site" / "index.html").read_text(encoding="utf-8").partition("<body")[2]


def test_a_table_that_is_too_large_is_refused_before_it_is_read(
    copy_of_small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (copy_of_small / "posts.csv").open("ab") as file:
        os.truncate(file.fileno(), MAX_FILE_BYTES + 1)  # a hole: it takes no room on the disk
    assert liaison.main(["build", str(copy_of_small), "-o", str(tmp_path / "site")]) == cli_output.EXIT_DATA_ERRORS
    assert "posts.csv:1:1: too-large: " in capsys.readouterr().err


def test_a_build_with_nothing_to_do_loads_no_map_library(dataset_of_two_years: Path, site_of_two_years: Path) -> None:
    code = (
        "import sys\nfrom liaison_atlas.verbs import cli\n"
        f"assert cli.main(['build', {str(dataset_of_two_years)!r}, '-o', {str(site_of_two_years)!r}]) == 0\n"
        "heavy = {'geopandas', 'pandas', 'folium', 'branca', 'numpy', 'shapely', 'pyproj', 'networkx', 'PIL', 'jinja2'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert "Nothing has changed." in done.stdout
