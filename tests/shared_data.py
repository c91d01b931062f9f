"""What is made once for all processes that run the tests, however many there are; no test may change it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from conftest import SMALL, written_once

from liaison_atlas import maps
from liaison_atlas.geo.gazetteer.name_index import open_index


def cut_to_two_years(dataset: Path) -> Path:
    """Cut the period of a data set to 1926 and 1927, so that a build costs little."""
    descriptor = dataset / "datapackage.json"
    package = json.loads(descriptor.read_text(encoding="utf-8"))
    package["temporal"] = {"start": "1926", "end": "1927"}
    descriptor.write_text(json.dumps(package), encoding="utf-8")
    return dataset


def _dataset_and_site(folder: Path) -> None:
    dataset = cut_to_two_years(Path(shutil.copytree(SMALL, folder / "small")))
    maps.build(dataset, folder / "site")


@pytest.fixture(scope="session")
def dataset_of_two_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small data set, cut to two years."""
    return written_once(tmp_path_factory, "two-years", _dataset_and_site) / "small"


@pytest.fixture(scope="session")
def site_of_two_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that data set."""
    return written_once(tmp_path_factory, "two-years", _dataset_and_site) / "site"


@pytest.fixture
def copy_of_two_years(copy_of_small: Path) -> Path:
    """A copy of that data set that a test may break, with ``set_cell``."""
    return cut_to_two_years(copy_of_small)


@pytest.fixture
def copy_of_site(site_of_two_years: Path, tmp_path: Path) -> Path:
    """A copy of that site that a test may change."""
    return Path(shutil.copytree(site_of_two_years, tmp_path / "site"))


@pytest.fixture(scope="session")
def gazetteer_index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The index of the gazetteer, in the cache of the user: it takes ten seconds to build."""
    written_once(tmp_path_factory, "gazetteer", lambda _folder: open_index())
