"""A change is built when it has settled, and the local page shows a site to this machine alone and reloads it."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from conftest import Setter
from killed_writers import write_site
from playwright.sync_api import Browser, expect

from liaison_atlas.maps.site.serving import served
from liaison_atlas.maps.site.watching import watch


def builds_at(dataset: Path, *between: Callable[[], object]) -> list[int]:
    """Watch, with something done after each look; the numbers of the looks that built."""
    built: list[int] = []
    number = 0

    def sleep(_seconds: float) -> None:
        nonlocal number
        between[number]()
        number += 1

    watch(dataset, lambda: built.append(number), sleep=sleep, keep_going=lambda: number < len(between))
    return built


def nothing() -> None:
    """Leave everything as it is."""


def test_watching_builds_at_once_and_then_only_after_a_change(copy_of_small: Path, set_cell: Setter) -> None:
    change = lambda: set_cell("posts", 2, "note", "changed")  # noqa: E731
    assert builds_at(copy_of_small, nothing, nothing, nothing) == [0]
    assert builds_at(copy_of_small, nothing, change, nothing, nothing, nothing) == [0, 3]


def test_a_file_that_is_still_being_written_is_built_once_it_is_stable(copy_of_small: Path, set_cell: Setter) -> None:
    pieces = [lambda n=n: set_cell("posts", 2, "note", f"piece {n}") for n in range(3)]
    assert builds_at(copy_of_small, *pieces, nothing, nothing, nothing) == [0, 4]


def test_a_file_saved_without_a_change_builds_nothing(copy_of_small: Path) -> None:
    posts = copy_of_small / "posts.csv"
    assert builds_at(copy_of_small, nothing, lambda: posts.write_bytes(posts.read_bytes()), nothing, nothing) == [0]


def test_a_folder_that_is_missing_for_a_while_does_not_end_watching(copy_of_small: Path) -> None:
    away = copy_of_small.with_name("away")
    assert builds_at(
        copy_of_small,
        lambda: copy_of_small.rename(away),
        nothing,
        lambda: away.rename(copy_of_small),
        nothing,
        nothing,
    ) == [0, 2, 4]


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    out = tmp_path / "site"
    write_site(out, {"index.html": b"<!doctype html><title>x</title><p>First", "manifest.json": b'{"files": {"a": 1}}'})
    return out


def response_to(address: str, path: str, host: str | None = None) -> tuple[int, bytes]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port or 80, timeout=10)
    connection.request("GET", path, headers={"Host": host} if host else {})
    response = connection.getresponse()
    return response.status, response.read()


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_the_local_page_serves_the_site_and_nothing_beside_it_to_nobody_else(small_site: Path) -> None:
    (small_site.parent / "secret.txt").write_text("secret")
    with served(small_site) as address:
        assert urlsplit(address).hostname == "127.0.0.1"
        assert b"First" in urlopen(f"{address}site/index.html", timeout=10).read()  # our own loopback
        assert json.loads(urlopen(f"{address}state", timeout=10).read())["state"]
        for path in ("/site/../secret.txt", "/site/%2e%2e/secret.txt", "/secret.txt", "/site//etc/passwd"):
            assert response_to(address, path)[0] == 404, path
        assert response_to(address, "/", host="evil.example:80")[0] == 421


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_the_local_page_reloads_what_it_shows_after_a_build(browser: Browser, small_site: Path) -> None:
    with served(small_site) as address:
        page = browser.new_page()
        with page.expect_response(lambda response: response.url.endswith("state")):
            page.goto(address)
        frame = page.frame_locator("iframe")
        expect(frame.locator("p")).to_have_text("First")
        write_site(
            small_site,
            {"index.html": b"<!doctype html><title>x</title><p>Second", "manifest.json": b'{"files": {"a": 2}}'},
        )
        expect(frame.locator("p")).to_have_text("Second", timeout=10_000)
        page.close()
