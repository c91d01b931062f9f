"""Imports run one way: seeds <- geo <- layers <- maps <- verbs, and never in a circle."""

from __future__ import annotations

import ast
import posixpath
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import networkx
import pytest
from conftest import ROOT

ORDER = ("seeds", "geo", "layers", "maps", "verbs")
VIEWER = ROOT / "maps" / "viewer" / "src"
NOT_PYTHON = {"node_modules", "hatch_build.py"}
FILES = [
    file
    for package in ORDER
    for file in sorted((ROOT / package).rglob("*.py"))
    if not NOT_PYTHON.intersection(file.parts)
]
LARGEST = 350  # lines


def module_name(file: Path) -> str:
    """The name within ``liaison_atlas``."""
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_name(file): file for file in FILES}


def imported_modules(file: Path) -> set[str]:
    """The modules of ours that a module imports: within functions and for its types alone too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: a relative import"
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                found.add(name if name.removeprefix("liaison_atlas.") in MODULES else node.module or "")
    return {name.removeprefix("liaison_atlas.") for name in found} & MODULES.keys()


def circles(imports: Mapping[str, Iterable[str]]) -> list[list[str]]:
    graph = networkx.DiGraph({name: list(others) for name, others in imports.items()})
    return [sorted(part) for part in networkx.strongly_connected_components(graph) if len(part) > 1]


@pytest.mark.parametrize("package", ORDER)
def test_a_package_imports_only_from_itself_and_those_below(package: str) -> None:
    allowed = set(ORDER[: ORDER.index(package) + 1])
    own = {name: file for name, file in MODULES.items() if name.split(".")[0] == package}
    assert own
    upward = {
        name: above
        for name, file in own.items()
        if (above := {other for other in imported_modules(file) if other.split(".")[0] not in allowed})
    }
    assert upward == {}


def test_no_python_modules_import_each_other_in_a_circle() -> None:
    assert circles({name: imported_modules(file) for name, file in MODULES.items()}) == []


def test_no_modules_of_the_viewer_import_each_other_in_a_circle() -> None:
    """Imports of types alone count too."""
    imports: dict[str, list[str]] = {}
    for file in sorted(VIEWER.rglob("*.ts")):
        folder = file.relative_to(VIEWER).parent.as_posix()
        paths = re.findall(r"""(?:from|import)\s*\(?\s*["'](\.[^"']*)["']""", file.read_text(encoding="utf-8"))
        imports[file.relative_to(VIEWER).with_suffix("").as_posix()] = [
            posixpath.normpath(posixpath.join(folder, path)) for path in paths
        ]
    assert sum(map(len, imports.values())) > 500
    assert circles(imports) == []


def test_one_module_alone_touches_what_is_private_in_leaflet() -> None:
    """Members that begin with "_", however they are named, and the option that Leaflet's types do not know."""
    unused_parameters = {"_x", "_y", "_lon", "_lat"}
    touching = {
        file.stem
        for file in VIEWER.rglob("*.ts")
        if set(re.findall(r"\b_[a-zA-Z]\w*|\breset: true", file.read_text(encoding="utf-8"))) - unused_parameters
    }
    assert touching == {"leaflet-internals"}


def test_every_module_has_a_name_of_its_own() -> None:
    python = [file.stem for file in FILES if file.name != "__init__.py"]
    folders = {file.parent.name for file in FILES if file.name == "__init__.py"}
    viewer = [file.stem for file in VIEWER.rglob("*.ts")]
    viewer_folders = {folder.name for folder in VIEWER.rglob("*") if folder.is_dir()}
    for names, packages in ((python, folders), (viewer, viewer_folders)):
        assert len(names) > 100
        assert {name for name in names if names.count(name) > 1} == set()
        assert set(names) & packages == set()


def test_no_two_classes_or_types_have_one_name() -> None:
    python = [
        node.name
        for file in FILES
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    ]
    declaration = re.compile(r"^(?:export )?(?:abstract )?(?:class|interface|type) (\w+)", re.MULTILINE)
    viewer = [name for file in VIEWER.rglob("*.ts") for name in declaration.findall(file.read_text(encoding="utf-8"))]
    for names in (python, viewer):
        assert len(names) > 150
        assert {name for name in names if names.count(name) > 1} == set()


def test_no_module_is_long_and_the_median_has_60_to_150_lines() -> None:
    lengths = {
        file.relative_to(ROOT).as_posix(): len(file.read_text(encoding="utf-8").splitlines())
        for file in [*FILES, *VIEWER.rglob("*.ts")]
        if file.stem not in {"payload-schema", "message-types"} and file.name != "__init__.py"  # these are generated
    }
    assert {name: length for name, length in lengths.items() if length > LARGEST} == {}
    assert 60 <= sorted(lengths.values())[len(lengths) // 2] <= 150


def test_no_module_of_maps_lies_outside_a_package() -> None:
    assert [file.name for file in (ROOT / "maps").glob("*.py")] == ["__init__.py"]


def test_help_and_the_manifest_do_not_load_geopandas() -> None:
    code = (
        "import sys, liaison_atlas.maps.site.manifest\n"
        "from liaison_atlas.verbs import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "assert not {'geopandas', 'pandas', 'folium', 'numpy', 'shapely'} & set(sys.modules), 'a heavy import'"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert "exit codes" in done.stdout
