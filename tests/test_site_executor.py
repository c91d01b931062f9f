"""Files made in several processes are the same as in one; a process that ends early is reported, and nothing is left."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from shared_data import copy_of_site, dataset_of_two_years, site_of_two_years
from test_site_output_folder import contents

from liaison_atlas import maps
from liaison_atlas.maps.posters.poster_pages import PosterPages
from liaison_atlas.maps.site import executor, output_folder
from liaison_atlas.maps.site.build_context import BuildContext, Outcome
from tools import build_soak

__all__ = ["copy_of_site", "dataset_of_two_years", "site_of_two_years"]


def failing_in_forks(monkeypatch: pytest.MonkeyPatch, fail: Callable[[], object]) -> None:
    """Let every fork that runs a task fail with this function."""
    monkeypatch.setattr(executor, "can_fork", lambda: True)  # a server of another test may still have its thread
    here, do = os.getpid(), BuildContext.run_task

    def done(self: BuildContext, number: int, posters: PosterPages) -> Outcome:
        if os.getpid() != here:
            fail()
        return do(self, number, posters)

    monkeypatch.setattr(BuildContext, "run_task", done)


def children() -> set[str]:
    """The processes that this one has begun and not waited for; a browser of another test may be among them."""
    return {id for task in Path("/proc/self/task").iterdir() for id in (task / "children").read_text().split()}


def no_room() -> None:
    raise output_folder.SiteError("there is no room")


@pytest.mark.parametrize(
    ("fail", "message"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGKILL), "ended from outside.*try fewer of them, with -j 1"),
        (no_room, "there is no room"),
    ],
)
def test_an_error_in_a_fork_is_reported_and_leaves_the_previous_site_and_no_process(
    dataset_of_two_years: Path,
    copy_of_site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fail: Callable[[], object],
    message: str,
) -> None:
    before, others = contents(copy_of_site), children()
    failing_in_forks(monkeypatch, fail)
    with pytest.raises(output_folder.SiteError, match=message):
        maps.build(dataset_of_two_years, copy_of_site, force=True, jobs=3)
    assert contents(copy_of_site) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["site"]
    assert children() == others


def test_with_running_threads_new_processes_are_started_and_write_the_same_site(
    dataset_of_two_years: Path, site_of_two_years: Path, tmp_path: Path
) -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert not executor.can_fork()
        maps.build(dataset_of_two_years, tmp_path / "site", jobs=2)
    finally:
        ended.set()
        thread.join()
    assert contents(tmp_path / "site") == contents(site_of_two_years)


def test_an_interrupted_build_ends_its_processes_in_the_middle_of_their_work(
    dataset_of_two_years: Path, copy_of_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        signal.signal(signal.SIGUSR1, signal.SIG_IGN)
        raise KeyboardInterrupt

    def interrupt_and_go_on(here: int = os.getpid()) -> None:
        os.kill(here, signal.SIGUSR1)
        time.sleep(600)

    before, others = contents(copy_of_site), children()
    failing_in_forks(monkeypatch, interrupt_and_go_on)
    former, start = signal.signal(signal.SIGUSR1, interrupt), time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            maps.build(dataset_of_two_years, copy_of_site, force=True, jobs=3)
    finally:
        signal.signal(signal.SIGUSR1, former)
    assert time.monotonic() - start < 300
    assert contents(copy_of_site) == before
    assert children() == others


def test_a_process_that_may_not_start_others_builds_alone(dataset_of_two_years: Path, tmp_path: Path) -> None:
    process = multiprocessing.get_context("fork").Process(
        target=maps.build, args=(dataset_of_two_years, tmp_path / "site"), kwargs={"jobs": 2}, daemon=True
    )
    process.start()
    process.join()
    assert process.exitcode == 0


def test_builds_that_start_v8_end_by_themselves_with_one_job_and_with_two(
    dataset_of_two_years: Path, tmp_path: Path
) -> None:
    """``make soak`` has two hundred of them."""
    figures = build_soak.run_soak(dataset_of_two_years, tmp_path / "site", builds=2)
    assert build_soak.is_passing(figures), figures


def test_a_build_that_does_not_end_or_fails_is_reported_by_the_soak(
    dataset_of_two_years: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = build_soak.run_soak(tmp_path / "absent", tmp_path / "site", builds=1)
    monkeypatch.setattr(build_soak, "HANG_S", 0.1)
    hung = build_soak.run_soak(dataset_of_two_years, tmp_path / "site", builds=2)
    assert hung["hung"] == ["build 1, 1 jobs", "build 2, 2 jobs"]
    assert len(failed["failed"]) == 1
    assert failed["failed"][0].startswith("build 1, 1 jobs: exit 2: liaison: there is no folder")
    assert not build_soak.is_passing(hung)
    assert not build_soak.is_passing(failed)
