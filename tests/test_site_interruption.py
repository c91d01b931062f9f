"""A build that is killed, has no room or no rights leaves the previous site unchanged.

Processes are forked, so that they have imported everything and what is killed is the work itself. Two hundred kills hit
the writing and the exchange of folders, with small files that are made already (``killed_writers.py``); a few more hit
complete builds.
"""

from __future__ import annotations

import fcntl
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from conftest import ROOT, SMALL
from killed_writers import forked, killed_after, site_version, write_site
from shared_data import copy_of_site, dataset_of_two_years, site_of_two_years
from test_site_executor import children
from test_site_output_folder import contents

from liaison_atlas import maps
from liaison_atlas.maps.posters import poster_pages
from liaison_atlas.maps.scene import scene_engine
from liaison_atlas.maps.scene.scene_engine import Json, SceneEngine
from liaison_atlas.maps.site import executor, manifest, output_folder
from liaison_atlas.maps.viewer import bundle
from liaison_atlas.verbs import cli as liaison
from liaison_atlas.verbs import cli_output

__all__ = ["copy_of_site", "dataset_of_two_years", "site_of_two_years"]

HANG_S = 60  # what takes longer hangs; the script of `endless_drawing` is ended after twice this


def test_a_site_whose_writer_is_killed_two_hundred_times_is_always_one_complete_version(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    call = [sys.executable, str(ROOT / "tests" / "killed_writers.py"), str(folder / "site")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_build_killed_at_random_leaves_the_previous_site_and_no_lock(
    dataset_of_two_years: Path, copy_of_site: Path
) -> None:
    out, chance = copy_of_site, random.Random(1943)
    before = contents(out)
    for _ in range(10):
        killed_after(
            forked(lambda: maps.build(dataset_of_two_years, out, force=True, jobs=2)), chance.uniform(0.02, 0.6)
        )
        assert contents(out) == before
        with output_folder.locked(out, wait_s=20):  # its workers end with it
            assert manifest.is_current(out, dataset_of_two_years)


def processor_ticks(process: int) -> int:
    """The processor time that a process has used, in hundredths of a second."""
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11])


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("number", "code", "message"),
    [
        (signal.SIGINT, cli_output.EXIT_INTERRUPTED, "interrupted; nothing was changed\n"),
        (signal.SIGTERM, cli_output.EXIT_TERMINATED, "terminated; nothing was changed\n"),
        (signal.SIGKILL, -signal.SIGKILL, ""),
    ],
)
def test_a_build_that_is_ended_while_v8_draws_leaves_no_process_no_lock_and_the_previous_site(
    dataset_of_two_years: Path, copy_of_site: Path, number: signal.Signals, code: int, message: str, jobs: int
) -> None:
    before = contents(copy_of_site)
    script = str(ROOT / "tests" / "endless_drawing.py")
    call = [sys.executable, script, str(dataset_of_two_years), "-o", str(copy_of_site), "--force", "-j", str(jobs)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    build = subprocess.Popen(
        call, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    with build:
        assert build.stdout
        drawing = int(build.stdout.readline())
        assert (drawing == build.pid) == (jobs == 1)
        called, deadline = processor_ticks(drawing), time.monotonic() + HANG_S
        while processor_ticks(drawing) < called + 10:  # it is in the script
            assert time.monotonic() < deadline
            time.sleep(0.01)
        if number == signal.SIGKILL:
            build.kill()
        else:
            os.killpg(build.pid, number)  # as a terminal or a service manager does
        # The output ends when no process has it open any more.
        assert build.communicate(timeout=HANG_S) == ("", message)
        assert build.returncode == code
    assert contents(copy_of_site) == before
    maps.build(dataset_of_two_years, copy_of_site, wait_s=0)
    assert contents(copy_of_site) == before
    assert [path.name for path in copy_of_site.parent.iterdir() if path.is_dir()] == ["site"]


def test_a_second_interrupt_while_v8_is_closed_does_not_keep_the_process_from_ending() -> None:
    code = """
import threading
from liaison_atlas.maps.scene.scene_engine import SceneEngine
def interrupted(thread):
    raise KeyboardInterrupt
threading.Thread.join = interrupted
with SceneEngine("var liaisonScene = {}"):
    pass
"""
    call, environment = [sys.executable, "-c", code], {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(call, env=environment, capture_output=True, text=True, timeout=HANG_S, check=False)
    assert done.returncode == -signal.SIGINT
    assert done.stderr.endswith("\nKeyboardInterrupt\n")


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("throw new Error('no ink')", "Error: no ink"),
        ("for (;;);", "the script took too long"),
        ("const all = []; for (;;) all.push(new Array(1000).fill(1.5))", "the script needs too much memory"),
    ],
    ids=["error", "time", "memory"],
)
def test_posters_that_cannot_be_drawn_are_reported_in_one_line_and_leave_the_previous_site(
    dataset_of_two_years: Path,
    copy_of_site: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    script: str,
    reason: str,
    jobs: int,
) -> None:
    read_text, before, others = bundle.read_text, contents(copy_of_site), children()
    scene = f"var liaisonScene = {{ load() {{ {script} }} }};"
    monkeypatch.setattr(executor, "can_fork", lambda: True)  # a server of another test may still have its thread
    monkeypatch.setattr(bundle, "read_text", lambda name: scene if name == "scene.js" else read_text(name))
    monkeypatch.setattr(poster_pages, "SceneEngine", partial(SceneEngine, timeout_s=2))
    monkeypatch.setattr(scene_engine, "MAX_MEMORY_BYTES", 100_000_000)
    capfd.readouterr()
    call = ["build", str(dataset_of_two_years), "-o", str(copy_of_site), "--force", "-j", str(jobs)]
    assert liaison.main(call) == cli_output.EXIT_USAGE
    way_out = "nothing was changed; please report this as a bug"
    assert capfd.readouterr() == ("", f"liaison: the posters cannot be drawn: {reason}; {way_out}\n")
    assert contents(copy_of_site) == before
    assert [path.name for path in copy_of_site.parent.iterdir() if path.is_dir()] == ["site"]
    assert children() == others


def test_where_the_process_that_draws_is_killed_one_line_says_so_and_the_previous_site_stays(
    dataset_of_two_years: Path, copy_of_site: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    here, before, others = os.getpid(), contents(copy_of_site), children()

    def die(_engine: SceneEngine, _name: str, *_: Json) -> Json:
        assert os.getpid() != here
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(executor, "can_fork", lambda: True)
    monkeypatch.setattr(SceneEngine, "call", die)
    capfd.readouterr()
    call = ["build", str(dataset_of_two_years), "-o", str(copy_of_site), "--force", "-j", "2"]
    assert liaison.main(call) == cli_output.EXIT_USAGE
    out, errors = capfd.readouterr()
    assert (out, errors.count("\n")) == ("", 1)
    assert "ended from outside, perhaps for want of memory; try fewer of them, with -j 1" in errors
    assert contents(copy_of_site) == before
    assert children() == others


def test_a_full_disk_is_reported_and_leaves_the_previous_site(
    dataset_of_two_years: Path, copy_of_site: Path, tmp_path: Path
) -> None:
    before = contents(tmp_path)

    def build_with_little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        with pytest.raises(output_folder.SiteError, match=r"File too large; the former site is as it was"):
            maps.build(dataset_of_two_years, copy_of_site, force=True)

    assert os.waitpid(forked(build_with_little_room), 0)[1] == 0
    assert {name: digest for name, digest in contents(tmp_path).items() if name != ".site.lock"} == before


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user of the machine can reach."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


def test_without_write_permission_the_reason_is_reported_and_the_previous_site_stays(open_folder: Path) -> None:
    out = open_folder / "site"
    write_site(out, site_version(1))
    before = contents(open_folder)

    def write_as_nobody() -> None:
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        else:
            open_folder.chmod(0o555)
        with pytest.raises(output_folder.SiteError, match=r"cannot write beside .*Permission denied"):
            write_site(out, site_version(2))
        with (
            pytest.raises(output_folder.SiteError, match="Permission denied; choose another folder"),
            output_folder.locked(out),
        ):
            pass

    assert os.waitpid(forked(write_as_nobody), 0)[1] == 0
    open_folder.chmod(0o755)
    assert contents(open_folder) == before


def mounts_apart() -> bool:
    """Whether this machine lets a process have mounts of its own."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not mounts_apart(), reason="a process cannot have mounts of its own here")
@pytest.mark.parametrize(
    ("mount", "message"),
    [
        ('mount --bind "$0" "$0" && mount -o remount,ro,bind "$0"', "Read-only file system; choose another folder"),
        (
            'cp -r "$0" "$1" && mount -t tmpfs -o size=1m none "$0" && cp -r "$1"/* "$0"',
            "No space left on device; the former site is as it was",
        ),
    ],
    ids=["read-only", "full"],
)
def test_on_a_read_only_and_on_a_full_disk_the_previous_site_stays_and_one_line_gives_the_reason(
    dataset_of_two_years: Path, tmp_path: Path, mount: str, message: str
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    write_site(disk / "site", site_version(1))
    before = contents(disk)
    build = f'"{sys.executable}" -m liaison_atlas build "{dataset_of_two_years}" -o "$0/site" -j 2 2>"$2"; echo $?'
    script = f'{{ {mount}; }} && {{ {build}; }} && cd "$0" && find . -type f ! -name "*.lock" -exec sha256sum {{}} +'
    call = ["unshare", "-rm", "sh", "-c", script, str(disk), str(tmp_path / "copy"), str(tmp_path / "errors")]
    code, *found = subprocess.run(call, capture_output=True, text=True, check=True).stdout.splitlines()
    errors = (tmp_path / "errors").read_text()
    assert int(code) == cli_output.EXIT_USAGE
    assert message in errors
    assert errors.count("\n") == 1
    assert {name.removeprefix("./"): sha256 for sha256, name in (line.split(maxsplit=1) for line in found)} == before


def test_a_folder_that_nobody_can_write_is_reported_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert liaison.main(["build", str(SMALL), "-o", "/proc/self/site"]) == cli_output.EXIT_USAGE
    assert capsys.readouterr().err.count("\n") == 1


def test_a_forked_worker_releases_the_inherited_lock(tmp_path: Path) -> None:
    """A fork shares the lock of a build; it lets go at once, so that a killed build does not hold it through others."""
    out = tmp_path / "site"
    with output_folder.locked(out):
        asleep = forked(lambda: time.sleep(60))
        with pytest.raises(output_folder.LockedError), output_folder.locked(out):
            pass
    with (tmp_path / ".site.lock").open("w") as handle:
        for _ in range(100):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(0.05)
        else:
            pytest.fail("the fork holds the lock")
    os.kill(asleep, signal.SIGKILL)
    os.waitpid(asleep, 0)
