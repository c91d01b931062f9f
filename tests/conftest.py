"""Fixtures that the tests share: the small and the OMS data set, their pages, and a copy that a test may break."""

from __future__ import annotations

import csv
import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from browser import Watched, chromium, ready
from browser import opened as opened_page
from geocoder_server import GeocoderServer, Time, serving
from hypothesis import settings
from kiosk_screen import SKIPPING, STAFF, KioskScreen
from playwright.sync_api import Browser, Playwright, sync_playwright

from liaison_atlas import layers, maps, seeds
from liaison_atlas.geo.online import Provider, ResponseStore, http_adapter, open_provider, provider, rate_limiter
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page
from liaison_atlas.maps.pages.atlas_pages import atlas_page, year_page
from liaison_atlas.seeds.tables.dataset import Dataset

# The same examples at every run: a suite that guards a branch must not fail by chance.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.load_profile("suite")

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "small"
OMS = ROOT / "seeds" / "oms"


# What takes longest, longest first; the first of all takes half a minute.
LONGEST = (
    "test_no_state_of_a_kiosk_and_no_change_between_two_flashes",
    "test_the_notebook_runs",
    "test_axe_finds",
    "test_builds_that_start_v8_end_by_themselves",
    "test_browser_flashes",
    "test_browser_everyone",
    "test_browser_kiosk",
    "test_browser_",
    "test_a_name_of_the_period_finds_its_town",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest tests, so that at the end of a run no worker is alone with one."""
    items.sort(key=lambda item: next((i for i, name in enumerate(LONGEST) if name in item.nodeid), len(LONGEST)))


@pytest.fixture(scope="session")
def small() -> Dataset:
    """The small data set: rows of every kind, one of each doubt."""
    return seeds.require(seeds.read(SMALL))


@pytest.fixture(scope="session")
def small_layers(small: Dataset) -> PeriodLayers:
    """Its period layers."""
    return layers.period_layers(small)


@pytest.fixture(scope="session")
def oms() -> Dataset:
    """The OMS data set."""
    return seeds.require(seeds.read(OMS))


@pytest.fixture(scope="session")
def oms_layers(oms: Dataset) -> PeriodLayers:
    """Its period layers."""
    return layers.period_layers(oms)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small data set, made in one process."""
    return maps.build(SMALL, tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The one driver of all browsers of a process."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium, started once."""
    with chromium(playwright) as started:
        yield started


@pytest.fixture(scope="session")
def full_browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium with its own pages, such as that of its policies."""
    with chromium(playwright, full=True) as started:
        yield started


@pytest.fixture(scope="session")
def folder(oms_layers: PeriodLayers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The atlas of the OMS and two of its years, as files that all workers of a run share."""

    def write(folder: Path) -> None:
        (folder / "years").mkdir()
        (folder / "atlas.html").write_text(atlas_page(oms_layers), encoding="utf-8")
        for year in (1926, 1927):
            (folder / "years" / f"{year}.html").write_text(year_page(oms_layers, year), encoding="utf-8")

    return written_once(tmp_path_factory, "pages", write)


def written_once(tmp_path_factory: pytest.TempPathFactory, name: str, write: Callable[[Path], None]) -> Path:
    """A folder that the first worker of a run to need it writes, and the others only read."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    folder = root / name
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = Path(tempfile.mkdtemp(dir=root))
            write(unfinished)
            unfinished.rename(folder)
    return folder


@pytest.fixture(scope="session")
def atlas(folder: Path) -> str:
    """The address of that atlas."""
    return (folder / "atlas.html").as_uri()


@pytest.fixture
def at_1927(browser: Browser, atlas: str) -> Iterator[Watched]:
    """The atlas opened at a year that has something of everything; nothing may go wrong in it."""
    with opened_page(browser, f"{atlas}#year=1927") as watched:
        ready(watched)
        yield watched
        assert watched.wrong == []


OpenKiosk = Callable[..., AbstractContextManager[KioskScreen]]


@pytest.fixture(scope="session")
def kiosk_pages(small_layers: PeriodLayers) -> Callable[[KioskConfig], str]:
    """The kiosk of the small data set by its settings, each page made once."""
    made: dict[KioskConfig, str] = {}

    def page(config: KioskConfig) -> str:
        if config not in made:
            made[config] = kiosk_page(small_layers, config)
        return made[config]

    return page


@pytest.fixture
def open_kiosk(browser: Browser, kiosk_pages: Callable[[KioskConfig], str], tmp_path: Path) -> OpenKiosk:
    """Opens a kiosk of the small data set."""

    @contextmanager
    def open_(size: str = "full HD", **settings: Any) -> Iterator[KioskScreen]:
        path = tmp_path / "kiosk.html"
        config = KioskConfig(**{"languages": ("en", "de"), "staff": STAFF, **settings})
        path.write_text(kiosk_pages(config), encoding="utf-8")
        with opened_page(browser, path.as_uri(), size, first=SKIPPING, has_touch=True) as watched:
            page = ready(watched)
            yield KioskScreen(page, page.context.new_cdp_session(page), watched)
            assert watched.wrong == []
            assert all(request.startswith(("file:", "data:", "blob:")) for request in watched.requests)

    return open_


@pytest.fixture
def copy_of_small(tmp_path: Path) -> Path:
    """A copy of the small data set that a test may break."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


Setter = Callable[[str, int, str, str], None]


@pytest.fixture
def set_cell(copy_of_small: Path) -> Setter:
    """Change one cell of the copy: table, line, column, text."""

    def set_(table: str, line: int, column: str, text: str) -> None:
        path = copy_of_small / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        rows[line - 1][rows[0].index(column)] = text
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    return set_


@pytest.fixture
def server() -> Iterator[GeocoderServer]:
    with serving() as started:
        yield started


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ResponseStore]:
    with ResponseStore(tmp_path / "answers.sqlite") as opened:
        yield opened


Opener = Callable[..., Provider]


@pytest.fixture
def opened(server: GeocoderServer, store: ResponseStore, time: Time, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """Open a provider on the server, with options of its own. Nobody waits."""
    for module in (http_adapter, provider, rate_limiter):
        monkeypatch.setattr(module, "time", time)

    def open_(name: str = "nominatim", options: dict[str, Any] | None = None, **more: Any) -> Provider:
        given = {"domain": server.domain, "scheme": "http", **(options or {})}
        return open_provider(name, given, store, **more)

    return open_
