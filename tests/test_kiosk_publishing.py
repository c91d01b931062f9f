"""Publishing to a kiosk: verified, atomic, and with a rollback."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from liaison_atlas.maps.kiosk import release_store
from liaison_atlas.maps.kiosk.publishing import BusyError, publish, roll_back
from liaison_atlas.maps.kiosk.release_store import PublishError, current_release, releases
from liaison_atlas.verbs import cli as liaison


def site(folder: Path, text: str, **more: bytes | str) -> Path:
    """A small site with a manifest that is right."""
    files: dict[str, Any] = {
        "kiosk.html": f"<p>{text}",
        "kiosk/shell.html": f"<p>shell of {text}",
        "years/1927.html": text * 3,
        **more,
    }
    entries = {}
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        entries[name] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    (folder / "manifest.json").write_text(json.dumps({"files": entries}))
    return folder


def shown(target: Path) -> str:
    """What a visitor sees: the page that the shell is led to by current/version.js."""
    release = current_release(target)
    assert release is not None
    return (target / "releases" / release.name / "kiosk.html").read_text()


def names(target: Path) -> list[str]:
    return sorted(path.name for path in (target / "releases").iterdir())


def test_a_site_becomes_the_current_release(tmp_path: Path) -> None:
    target = tmp_path / "target"
    release = publish(site(tmp_path / "a", "A"), target)
    assert shown(target) == "<p>A"
    assert (target / "shell.html").read_text() == "<p>shell of A"
    assert (target / "current").readlink() == Path("releases") / release.name
    manifest = (tmp_path / "a" / "manifest.json").read_bytes()
    assert hashlib.sha256(manifest).hexdigest().startswith(release.name)
    script = (target / "current" / "version.js").read_text()
    assert script == f'liaisonRelease({{"version": "{release.name}", "number": 1, "former": []}});\n'


def test_two_releases_are_kept_and_rollback_returns_to_the_previous_one(tmp_path: Path) -> None:
    target = tmp_path / "target"
    first, second, third = [publish(site(tmp_path / text, text), target) for text in "ABC"]
    assert names(target) == sorted([second.name, third.name])
    assert third.previous == second.name
    assert roll_back(target).name == second.name
    assert shown(target) == "<p>B"
    with pytest.raises(PublishError, match="no earlier release"):
        roll_back(target)
    fourth = publish(site(tmp_path / "D", "D"), target)
    assert names(target) == sorted([second.name, fourth.name])  # what was rolled back goes first
    assert fourth.previous == second.name
    again = publish(tmp_path / "C", target)
    assert (again.name, again.number) == (third.name, fourth.number + 1)
    assert first.number == 1


def test_more_releases_are_kept_on_request(tmp_path: Path) -> None:
    target = tmp_path / "target"
    for text in "ABCDE":
        publish(site(tmp_path / text, text), target, keep=3)
    assert len(releases(target)) == 3
    roll_back(target)
    roll_back(target)
    assert shown(target) == "<p>C"


def test_the_same_site_twice_changes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "target"
    publish(site(tmp_path / "a", "A"), target)
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*.*")}
    publish(tmp_path / "a", target)
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*.*")} == before


def _break(name: str, change: Callable[[Path], object]) -> Callable[[Path], None]:
    return lambda folder: change(folder / name) and None


def _relist(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], None]:
    def do(folder: Path) -> None:
        document = json.loads((folder / "manifest.json").read_text())
        change(document["files"])
        (folder / "manifest.json").write_text(json.dumps(document))

    return do


OUTSIDE = {"sha256": "0" * 64, "size": 1}
BROKEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "a changed file": (
        _break("years/1927.html", lambda p: p.write_text("BBX")),
        "years/1927.html does not match the man",
    ),
    "a longer file": (
        _break("kiosk.html", lambda p: p.write_text("B" * 10**6)),
        "kiosk.html does not match the manifest",
    ),
    "a missing file": (_break("years/1927.html", lambda p: p.unlink()), "1927.html cannot be read: No such file"),
    "a folder for a file": (
        lambda d: ((d / "kiosk.html").unlink(), (d / "kiosk.html").mkdir())[1],
        "cannot be read: Is",
    ),
    "a link": (lambda d: ((d / "kiosk.html").rename(d / "k"), (d / "kiosk.html").symlink_to("k"))[1], "is a link"),
    "no manifest": (_break("manifest.json", lambda p: p.unlink()), "manifest.json cannot be read"),
    "a damaged manifest": (_break("manifest.json", lambda p: p.write_text("{")), "manifest.json is damaged"),
    "a deep manifest": (_break("manifest.json", lambda p: p.write_text("[" * 10**5)), "manifest.json is damaged"),
    "a list": (_break("manifest.json", lambda p: p.write_text('{"files": [1]}')), "manifest.json is damaged"),
    "a path outside": (_relist(lambda f: f.update({"../x": OUTSIDE})), "names a file outside the site"),
    "a root": (_relist(lambda f: f.update({"/etc/x": OUTSIDE})), "names a file outside the site"),
    "our own name": (_relist(lambda f: f.update({"version.js": OUTSIDE})), "names a file outside the site"),
    "no text": (_relist(lambda f: f.update({"\ud800.txt": OUTSIDE})), "names a file outside the site"),
    "two lines": (_relist(lambda f: f.update({"a\nb": OUTSIDE})), "names a file outside the site"),
    "a file in a file": (_relist(lambda f: f.update({"kiosk.html/x": OUTSIDE})), "cannot publish to"),
    "a name too long": (_relist(lambda f: f.update({"x" * 300: OUTSIDE})), "cannot publish to .*name too long"),
    "a size beyond all": (
        _relist(lambda f: f["kiosk.html"].update(size=10**400)),
        "kiosk.html does not match the manif",
    ),
    "a pipe": (lambda d: ((d / "kiosk.html").unlink(), os.mkfifo(d / "kiosk.html"))[1], "is not a regular file"),
    "a pipe for a manifest": (
        lambda d: ((d / "manifest.json").unlink(), os.mkfifo(d / "manifest.json"))[1],
        "manifest.json is not a regular file",
    ),
    "another encoding": (
        _break("manifest.json", lambda p: p.write_bytes(b'{"files": {"\xff": 1}}')),
        "manifest.json is damaged",
    ),
    "no size": (_relist(lambda f: f["kiosk.html"].pop("size")), "has no size and sha256"),
    "no kiosk": (_relist(lambda f: f.pop("kiosk.html")), "it has no kiosk.html; build it with"),
    "no shell": (_relist(lambda f: f.pop("kiosk/shell.html")), "it has no kiosk/shell.html; build it with"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_site_is_refused_and_leaves_nothing(tmp_path: Path, case: str) -> None:
    target = tmp_path / "target"
    first = publish(site(tmp_path / "a", "A"), target)
    change, message = BROKEN[case]
    change(site(tmp_path / "b", "B"))
    with pytest.raises(PublishError, match=message) as caught:
        publish(tmp_path / "b", target)
    assert "\n" not in str(caught.value)
    assert shown(target) == "<p>A"
    assert names(target) == [first.name]
    assert (target / "shell.html").read_text() == "<p>shell of A"


def test_a_copy_that_differs_on_the_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "target"
    first = publish(site(tmp_path / "a", "A"), target)
    monkeypatch.setattr(release_store, "_size_and_sha256", lambda path: (1, "0" * 64))
    with pytest.raises(PublishError, match="on the kiosk's disk; the disk may be failing"):
        publish(site(tmp_path / "b", "B"), target)
    assert names(target) == [first.name]


def test_a_full_disk_is_reported_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "target"
    first = publish(site(tmp_path / "a", "A"), target)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PublishError, match="No space left on device; the current release is unchanged"):
        publish(site(tmp_path / "b", "B"), target)
    assert names(target) == [first.name]
    assert shown(target) == "<p>A"


def test_a_release_that_was_damaged_is_not_rolled_back_to(tmp_path: Path) -> None:
    target = tmp_path / "target"
    first = publish(site(tmp_path / "a", "A"), target)
    publish(site(tmp_path / "b", "B"), target)
    (target / "releases" / first.name / "kiosk.html").write_text("rot")
    with pytest.raises(PublishError, match="is damaged on the disk"):
        roll_back(target)
    assert shown(target) == "<p>B"


def test_a_file_system_without_links_gets_a_script_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(self: Path, to: Path, target_is_directory: bool = False) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "symlink_to", none)
    target = tmp_path / "stick"
    publish(site(tmp_path / "a", "A"), target)
    second = publish(site(tmp_path / "b", "B"), target)
    assert not (target / "current").is_symlink()
    assert shown(target) == "<p>B"
    assert current_release(target) == second
    roll_back(target)
    assert shown(target) == "<p>A"


def test_a_read_only_source_can_be_published(tmp_path: Path) -> None:
    source = site(tmp_path / "a", "A")
    before = sorted(source.rglob("*"))
    for path in [*before, source]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        publish(source, tmp_path / "target")
        assert sorted(source.rglob("*")) == before
    finally:
        for path in [source, *before]:
            path.chmod(0o755)


def test_files_that_the_manifest_does_not_list_are_not_published(tmp_path: Path) -> None:
    source = site(tmp_path / "a", "A")
    (source / "System Volume Information").mkdir()
    release = publish(source, tmp_path / "target")
    held = {path.name for path in (tmp_path / "target" / "releases" / release.name).iterdir()}
    assert held == {"kiosk.html", "kiosk", "years", "manifest.json", "version.js"}


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    source = site(tmp_path / "a", "A")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "notes.txt").write_text("dear")
    with pytest.raises(PublishError, match="contains other files than releases"):
        publish(source, tmp_path / "home")
    with pytest.raises(PublishError, match="is inside the site"):
        publish(source, source / "x")
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["notes.txt"]
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / "releases").symlink_to(tmp_path / "home")
    with pytest.raises(PublishError, match="is a link to another place"):
        publish(source, tmp_path / "linked")
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["notes.txt"]


def test_two_publications_do_not_mix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "target"
    publish(site(tmp_path / "a", "A"), target)
    with contextlib.closing(sqlite3.connect(target / ".publish.lock")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyError):
            publish(tmp_path / "a", target)
        assert liaison.main(["publish", str(tmp_path / "a"), str(target)]) == 75
    assert "already" in capsys.readouterr().err


# Publishes, and kills the process before the nth line of these modules that is run; prints how many ran.
KILLED_PROGRAM = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from liaison_atlas.maps.kiosk import publishing, release_store
moment, lines = int(sys.argv[4]), 0
def trace(frame, event, argument):
    global lines
    if frame.f_code.co_filename not in (publishing.__file__, release_store.__file__):
        return None
    if event == "line":
        lines += 1
        if lines == moment:
            os.kill(os.getpid(), signal.SIGKILL)
    return trace
sys.settrace(trace)
publishing.publish(sys.argv[2], sys.argv[3])
sys.settrace(None)
print(lines)
"""


def test_killed_at_any_moment_the_kiosk_shows_the_old_release_or_the_new(tmp_path: Path) -> None:
    target = tmp_path / "target"
    publish(site(tmp_path / "0", "old"), target)

    def run(source: Path, moment: int) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-c", KILLED_PROGRAM, str(ROOT), str(source), str(target), str(moment)]
        return subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)

    # With the third publication the oldest release is cleared away, as with each that follows.
    lines = [int(run(site(tmp_path / f"complete {number}", f"complete {number}"), -1).stdout) for number in range(2)][
        -1
    ]
    rng = random.Random(1927)
    # The last lines swap and clear away: half of the moments are there.
    moments = [*rng.sample(range(1, lines), 25), *rng.sample(range(lines - 90, lines), 25)]
    previous, swapped = shown(target), 0
    for number, moment in enumerate(moments):
        done = run(site(tmp_path / str(number), f"new {number}"), moment)
        assert done.returncode == -signal.SIGKILL, done.stderr
        seen = shown(target)
        assert seen in (previous, f"<p>new {number}")
        now = current_release(target)
        assert now is not None
        release_folder = target / "releases" / now.name
        for name, entry in json.loads((release_folder / "manifest.json").read_text())["files"].items():
            assert hashlib.sha256((release_folder / name).read_bytes()).hexdigest() == entry["sha256"]
        swapped += seen != previous
        previous = seen
    assert 1 < swapped < 49  # some came too early, some too late
    last = publish(site(tmp_path / "z", "last"), target)
    assert shown(target) == "<p>last"
    assert names(target) == sorted(release.name for release in releases(target))
    assert len(names(target)) == 2
    assert last.previous is not None


def test_the_command_line_publishes_rolls_back_and_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = str(tmp_path / "target")
    assert liaison.main(["publish", str(site(tmp_path / "a", "A")), target]) == 0
    assert capsys.readouterr().out.startswith(f"{target} now shows release ")
    assert liaison.main(["publish", "--json", str(site(tmp_path / "b", "B")), target, "--keep", "3"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["ok"], len(document["releases"])) == (True, 2)
    assert liaison.main(["publish", "--rollback", target]) == 0
    capsys.readouterr()
    assert shown(Path(target)) == "<p>A"
    assert liaison.main(["publish", "--rollback", target, "--json"]) == 2
    assert "no earlier release" in json.loads(capsys.readouterr().out)["message"]
    assert liaison.main(["publish", target]) == 2
    assert liaison.main(["publish", "--rollback", str(tmp_path / "a"), target]) == 2
    assert liaison.main(["publish", "--rollback", str(tmp_path / "none")]) == 2
    assert not (tmp_path / "none").exists()
    with pytest.raises(SystemExit):
        liaison.main(["publish", "--keep", "1", str(tmp_path / "a"), target])


def test_publishing_loads_the_standard_library_only() -> None:
    code = "import sys, maps.kiosk.publishing; assert not {'jinja2', 'folium', 'numpy'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, timeout=60)
