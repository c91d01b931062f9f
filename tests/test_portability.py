"""What Windows does not have is not needed: modules and functions of POSIX, and forks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from conftest import ROOT
from shared_data import dataset_of_two_years, site_of_two_years
from test_imports import MODULES
from test_site_output_folder import contents

__all__ = ["dataset_of_two_years", "site_of_two_years"]

# Python runs a module of this name in every process, those that are spawned included.
SITECUSTOMIZE = """
import os, sys
for name in ("fcntl", "grp", "pwd", "resource", "termios"):
    sys.modules[name] = None
for name in ("O_DIRECTORY", "O_NOFOLLOW", "fork", "forkpty", "memfd_create", "posix_fadvise", "pread", "readv"):
    delattr(os, name)
"""


def run_without_posix(code: str, folder: Path) -> None:
    (folder / "sitecustomize.py").write_text(SITECUSTOMIZE)
    environment = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    code = f"import sys\nassert sys.modules['fcntl'] is None\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_module_can_be_imported_without_posix(tmp_path: Path) -> None:
    run_without_posix(
        f"import importlib\nfor name in {sorted(MODULES)!r}: importlib.import_module('liaison_atlas.' + name)", tmp_path
    )


def test_spawned_processes_build_the_same_site_without_posix_and_it_is_published(
    dataset_of_two_years: Path, site_of_two_years: Path, tmp_path: Path
) -> None:
    out, kiosk = tmp_path / "site", tmp_path / "kiosk"
    start = (
        "from liaison_atlas import maps\n"
        "from liaison_atlas.maps.kiosk import kiosk_config, publishing\n"
        "from liaison_atlas.maps.site import executor\n"
        "executor.can_fork = lambda: False\n"
        f"dataset, out, kiosk = {str(dataset_of_two_years)!r}, {str(out)!r}, {str(kiosk)!r}\n"
    )
    run_without_posix(f"{start}maps.build(dataset, out, jobs=2)", tmp_path)
    assert contents(out) == contents(site_of_two_years)
    run_without_posix(
        f"{start}maps.build(dataset, out, kiosk=kiosk_config.KioskConfig())\npublishing.publish(out, kiosk)", tmp_path
    )
    assert (kiosk / "current" / "kiosk.html").read_bytes() == (out / "kiosk.html").read_bytes()
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} - {"__pycache__"} == {"site", "kiosk"}
