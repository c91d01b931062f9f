"""Build a data set in two different environments, and compare all bytes: ``python -m tools.check_reproducible``.

``make same`` and the continuous integration of the main branch run it on the OMS data set. The exit code is 1 if a file
differs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools import OMS, ROOT

FIRST_ENVIRONMENT = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "USER": "one", "LOGNAME": "one"}
SECOND_ENVIRONMENT = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Asia/Shanghai",
    "LC_ALL": "C",
    "USER": "other",
    "LOGNAME": "other",
}

# Code that a process runs before it builds, so that every folder is listed in reverse order.
_REVERSED_LISTING_CODE = """
import os
class Backwards:
    def __init__(self, entries): self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))
    def __iter__(self): return self.entries
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
scandir, listdir = os.scandir, os.listdir
os.scandir = lambda *at: Backwards(scandir(*at))
os.listdir = lambda *at: sorted(listdir(*at), reverse=True)
"""


def build_in_subprocess(
    dataset: Path, out: Path, *, jobs: int, environment: dict[str, str], cwd: Path, languages: Sequence[str] = ()
) -> None:
    """Build in a separate process; in the second environment folders are listed in reverse order."""
    code = f"from liaison_atlas import maps\nmaps.build({str(dataset)!r}, {str(out)!r}, jobs={jobs}, languages={tuple(languages)!r})"
    before = _REVERSED_LISTING_CODE if environment.items() >= SECOND_ENVIRONMENT.items() else ""
    variables = {**os.environ, **environment, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", before + code], cwd=cwd, env=variables, check=True)


def bytes_by_name(folder: Path) -> dict[str, bytes]:
    """The contents of the files of a folder and its subfolders, by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def main() -> int:
    """Build twice, and print the files that differ."""
    with tempfile.TemporaryDirectory() as temporary_folder:
        folder = Path(temporary_folder)
        (folder / "home").mkdir()
        build_in_subprocess(OMS, folder / "one", jobs=1, environment=FIRST_ENVIRONMENT, cwd=ROOT)
        build_in_subprocess(
            OMS, folder / "two", jobs=8, environment=SECOND_ENVIRONMENT | {"HOME": str(folder / "home")}, cwd=folder
        )
        one, two = bytes_by_name(folder / "one"), bytes_by_name(folder / "two")
    differing = sorted(name for name in {*one, *two} if one.get(name) != two.get(name))
    print("\n".join(f"{name} differs" for name in differing) or f"{len(one)} files, the same bytes in both processes")
    return 1 if differing else 0


if __name__ == "__main__":
    raise SystemExit(main())
