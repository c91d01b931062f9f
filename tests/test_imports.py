"""Imports run in one direction: seeds <- geo <- layers <- maps <- verbs <- liaison.py."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

ORDER = ("seeds", "geo", "layers", "maps", "verbs", "liaison")
FILES = [f for p in ORDER[:-1] for f in sorted((ROOT / p).rglob("*.py")) if "viewer" not in f.parts] + [
    ROOT / "liaison.py"
]


def imported(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: a relative import"
            names.add((node.module or "").split(".")[0])
    return names & set(ORDER)


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_a_module_imports_only_from_its_own_package_and_those_below(file: Path) -> None:
    own = file.relative_to(ROOT).parts[0].removesuffix(".py")
    allowed = set(ORDER[: ORDER.index(own) + 1])
    assert imported(file) <= allowed


def test_help_and_the_manifest_do_not_load_geopandas() -> None:
    code = (
        "import sys, liaison, maps.site.manifest\n"
        "try: liaison.main(['--help'])\n"
        "except SystemExit: pass\n"
        "assert not {'geopandas', 'pandas', 'folium', 'numpy', 'shapely'} & set(sys.modules), 'a heavy import'"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert "exit codes" in done.stdout
