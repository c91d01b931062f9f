"""docs/architecture.md is true: its picture, its paths and the functions that it names."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from test_imports import FILES, MODULES, imported_modules

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
DEFINITION = r"^\s*(?:export |async |private |protected |static |readonly )*(?:def |class |function |const |interface )?{name}\b\s*[(:=<{{]"


def test_every_path_of_the_page_exists() -> None:
    paths = {path for path in re.findall(r"`([\w./-]+/[\w./-]*)`", PAGE) if not path.startswith("viewer-")}
    inside_viewer = {
        "data/",
        "time/",
        "geometry/",
        "map/",
        "canvas/",
        "svg/",
        "scene/",
        "ui/",
        "timeline/",
        "search/",
        "graph/",
        "compare/",
    }
    inside_viewer |= {"poster/", "state/", "i18n/", "kiosk/", "shell/", "styles/"}
    inside_other = {"oms/": "seeds/oms", "rules/": "seeds/checks/rules", "languages/": "layers/wording/languages"}
    inside_other |= {"report/": "maps/pages/report", "layout/": "maps/viewer/src/scene/layout"}
    inside_other["drawing/"] = "maps/viewer/src/scene/drawing"
    for path in paths:
        found = [ROOT / path, ROOT / "maps/viewer/src" / path if path in inside_viewer else ROOT / path]
        assert any(each.exists() for each in [*found, ROOT / inside_other.get(path, path)]), path
    assert len(paths) > 60


def test_every_function_that_the_walks_name_is_in_its_file() -> None:
    named = re.findall(r"`(\w+)` (?:in|of) `([\w./-]+\.(?:py|ts))`", PAGE)
    assert len(named) > 20
    for name, path in named:
        text = (ROOT / path).read_text(encoding="utf-8")
        assert re.search(DEFINITION.format(name=name), text, re.MULTILINE), f"{name} in {path}"


def test_each_walk_takes_ten_steps_at_most() -> None:
    walks = re.findall(r"^### A .*\n\n(?:.*\n\n)?((?:\d+\. .*\n)+)", PAGE, re.MULTILINE)
    assert len(walks) == 2
    assert all(len(walk.splitlines()) <= 10 for walk in walks)


def test_the_picture_shows_the_imports_between_the_packages_of_maps() -> None:
    drawn = set(re.findall(r"^    (\w+) --> (\w+)$", PAGE, re.MULTILINE))

    def package(module: str) -> str:
        return ".".join(module.split(".")[:2])

    imports = {
        (package(name), package(other))
        for name, file in MODULES.items()
        for other in imported_modules(file)
        if name.startswith("maps.") and other.startswith("maps.") and package(name) != package(other)
    }
    assert drawn == {(a.removeprefix("maps."), b.removeprefix("maps.")) for a, b in imports}


@pytest.mark.parametrize("package", sorted({file.parent for file in FILES if file.name == "__init__.py"}))
def test_every_package_is_in_the_table(package: object) -> None:
    name = f"{package}/".removeprefix(f"{ROOT}/")
    parents = ("seeds/checks/", "layers/wording/", "maps/pages/", "geo/online/")
    assert f"| `{name}`" in PAGE or name.startswith(parents), name
