"""The package ``liaison_atlas``: one name for every module, in a checkout and in a wheel."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from test_imports import FILES, MODULES

from liaison_atlas.maps.site import manifest

PACKAGES = {"geo", "layers", "maps", "seeds", "verbs"}


def test_no_module_is_loaded_under_two_names() -> None:
    """All modules are imported, as the test files and the doctests of this run already did with many of them."""
    code = (
        "import importlib, os, sys\n"
        f"for name in {sorted(MODULES)!r}: importlib.import_module('liaison_atlas.' + name)\n"
        "files = [os.path.realpath(m.__file__) for m in sys.modules.values() if getattr(m, '__file__', None)]\n"
        f"ours = [file for file in files if file.startswith({str(ROOT)!r} + os.sep) and '.venv' not in file]\n"
        f"assert len(ours) == len(set(ours)) == {len(FILES)} + 1, sorted({{f for f in ours if ours.count(f) > 1}})\n"
        f"assert not {PACKAGES!r} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert not PACKAGES & sys.modules.keys(), "a test or a doctest imported a package without `liaison_atlas`"


def test_the_folder_of_the_package_links_to_all_packages_and_nothing_else() -> None:
    folder = ROOT / "liaison_atlas"
    assert {path.name for path in folder.iterdir() if path.is_symlink()} == PACKAGES
    assert all((folder / name).resolve() == ROOT / name for name in PACKAGES)
    assert {p.name for p in folder.iterdir()} - PACKAGES - {"__pycache__"} == {
        "__init__.py",
        "__main__.py",
        "py.typed",
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built with the bundle of the viewer that the checkout has."""
    from hatchling.builders.wheel import WheelBuilder

    class WithoutBundling(WheelBuilder):
        def get_build_hooks(self, directory: str) -> dict[str, object]:
            return {}

    return Path(next(iter(WithoutBundling(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel"))))))


def test_a_wheel_holds_everything_under_liaison_atlas_once(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert len(names) == len(set(names))
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"liaison_atlas"}
    python = {name.removeprefix("liaison_atlas/") for name in names if name.endswith(".py")}
    assert python == {file.relative_to(ROOT).as_posix() for file in FILES} | {"__init__.py", "__main__.py"}
    data = {"py.typed", "seeds/oms/LICENSE", "seeds/checks/problems/rows.toml", "maps/viewer/dist/scene.js"}
    assert {f"liaison_atlas/{name}" for name in data} <= {*names}
    assert not [name for name in names if "/node_modules/" in name or name.endswith(".ts")]
    assert len(names) < 500


def test_an_sdist_holds_what_a_wheel_is_built_from(tmp_path: Path) -> None:
    from hatchling.builders.sdist import SdistBuilder

    with tarfile.open(next(iter(SdistBuilder(str(ROOT)).build(directory=str(tmp_path))))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    modules = {file.relative_to(ROOT).as_posix() for file in FILES} | {"__init__.py", "__main__.py"}
    assert {f"liaison_atlas/{module}" for module in modules} <= names
    assert {"liaison_atlas/maps/viewer/hatch_build.py", "liaison_atlas/maps/viewer/src/atlas-app.ts"} <= names
    assert not [name for name in names if "/node_modules/" in name or "/dist/" in name]


def test_an_installed_package_is_not_disturbed_by_others_that_are_called_geo_or_maps(
    wheel: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site-packages"
    zipfile.ZipFile(wheel).extractall(site)
    for name in PACKAGES:
        (site / name).mkdir()
        (site / name / "__init__.py").write_text("raise AssertionError('another package was imported')")
    code = (
        "from liaison_atlas.maps.site import manifest\n"
        f"assert manifest.program_digest() == {manifest.program_digest()!r}, 'a site would not be the same'\n"
        "from liaison_atlas.verbs.cli import main; raise SystemExit(main(['check', '--json']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(site)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert '"problems"' in done.stdout
