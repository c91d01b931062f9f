"""Put a release of the kiosk beside the ones before it, and make it the one that is shown, in one step.

A target folder holds::

    shell.html            what the browser opens; it looks at current/version.js every few seconds
    current               a link to the release that is shown (on FAT: a folder with version.js alone)
    releases/1f0c.../     a release: all of a site, and version.js, which names it and the one before it

This module needs the standard library alone, so that it also runs on a kiosk where nothing else is installed
(`maps.kiosk.publisher`). Killed at any moment, it leaves the former release in place.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

MANIFEST, PAGE, SHELL, VERSION = "manifest.json", "kiosk.html", "shell.html", "version.js"
SHELL_IN_SITE = "kiosk/shell.html"
NAME_LENGTH = 16  # hexadecimal digits of the manifest's sha256 that name a release
MOST_MANIFEST = 64 * 2**20
_CHUNK = 2**20
_COMING = ".coming-"
_NAME = re.compile(rf"[0-9a-f]{{{NAME_LENGTH}}}")
_CALL = re.compile(r"liaisonRelease\((\{.*\})\);\s*")
# What a file system without links answers when asked for one.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


class PublishError(Exception):
    """Nothing was published, and what is shown is as it was. The message says why and what to do."""


class BusyError(PublishError):
    """Another publication into the same folder is going on."""


@dataclass(frozen=True)
class Release:
    """A release that lies in a target: its name, its place in the order of publication, the one before it."""

    name: str
    number: int
    former: str | None

    def script(self) -> bytes:
        """The script that tells the shell what is current, and what to show should that not come up."""
        told = {"version": self.name, "number": self.number, "former": [self.former] if self.former else []}
        return f"liaisonRelease({json.dumps(told)});\n".encode()


def publish(site: str | Path, target: str | Path, *, keep: int = 2) -> Release:
    """Copy a built site into a target, verify it there, and make it current.

    Parameters
    ----------
    site : path
        a folder that ``liaison build --kiosk`` wrote; it is only read, so that it may lie on a stick.
    target : path
        the folder that the kiosk's browser looks at; made where there is none.
    keep : int
        how many releases stay, the new one included; 2 at least, so that there is a way back.

    Returns
    -------
    Release
        the one that is current now.

    Raises
    ------
    PublishError
        where a file is missing or is not what the manifest says, or the target cannot be written.
        The release is removed, and what was current stays current.
    """
    site, target = Path(site), Path(target)
    _refuse_strangers(site, target)
    with _locked(target), _telling(target):
        content, files = _manifest(site)
        name = hashlib.sha256(content).hexdigest()[:NAME_LENGTH]
        now, known = current(target), releases(target)
        home = target / "releases" / name
        if now and now.name == name and _is_whole(home, content, files):
            _replace(target / SHELL, (home / SHELL_IN_SITE).read_bytes())
            return now
        if now and now.name == name:
            raise PublishError(
                f"{home}, the release that is shown, was damaged on the disk; roll back with "
                f"`liaison publish --rollback {target}`, then publish again"
            )
        fresh = Release(name, max((r.number for r in known), default=0) + 1, now.name if now else None)
        _bring(site, home, content, files, fresh)
        _replace(target / SHELL, (home / SHELL_IN_SITE).read_bytes())
        _make_current(target, fresh)
        _prune(target, fresh, now, keep)
        return fresh


def roll_back(target: str | Path) -> Release:
    """Make the release before the current one current again.

    Raises
    ------
    PublishError
        where there is none.
    """
    target = Path(target)
    with _locked(target, make=False), _telling(target):
        now = current(target)
        before = [release for release in releases(target) if now and release.number < now.number]
        if not before:
            raise PublishError(f"{target} holds no release before the one that is shown; publish another site instead")
        back = before[-1]
        home = target / "releases" / back.name
        content, files = _manifest(home)
        if hashlib.sha256(content).hexdigest()[:NAME_LENGTH] != back.name or not _is_whole(home, content, files):
            raise PublishError(f"{home} was damaged on the disk; publish another site instead")
        _make_current(target, back)
        return back


def _refuse_strangers(site: Path, target: Path) -> None:
    """Refuse to publish into a folder that holds something else."""
    if target.resolve().is_relative_to(site.resolve()):
        raise PublishError(f"{target} lies in the site itself; name a folder elsewhere")
    try:
        here = {path.name for path in target.iterdir() if not path.name.startswith(".")}
    except FileNotFoundError:
        return
    except OSError as error:
        raise PublishError(f"{target} cannot be read: {error.strerror}; name a folder") from None
    if here - {"lost+found"} and "releases" not in here:
        raise PublishError(f"{target} holds other things than releases; name an empty folder, or one that is new")


def releases(target: Path) -> list[Release]:
    """The releases in a target, in the order in which they were published."""
    found = []
    folder = target / "releases"
    for home in folder.iterdir() if folder.is_dir() else ():
        release = _read(home / VERSION)
        if release and release.name == home.name:
            found.append(release)
    return sorted(found, key=lambda release: (release.number, release.name))


def current(target: Path) -> Release | None:
    """The release that is shown; ``None`` where there is none yet."""
    return _read(target / "current" / VERSION)


def _read(script: Path) -> Release | None:
    try:
        told = _CALL.fullmatch(script.read_text(encoding="utf-8"))
        document = json.loads(told[1]) if told else {}
        name, number, former = document["version"], document["number"], document["former"]
    except (OSError, ValueError, KeyError, RecursionError):
        return None
    if not (isinstance(name, str) and _NAME.fullmatch(name) and type(number) is int and isinstance(former, list)):
        return None
    return Release(name, number, former[0] if former and _NAME.fullmatch(str(former[0])) else None)


@contextlib.contextmanager
def _locked(target: Path, *, make: bool = True) -> Iterator[None]:
    """Hold the target, so that two publications cannot mix."""
    try:
        if make:
            (target / "releases").mkdir(parents=True, exist_ok=True)
        handle = (target / ".publish.lock").open("a")
    except OSError as error:
        raise PublishError(
            f"cannot write {target}: {error.strerror}; name another folder, or become its user"
        ) from None
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BusyError(f"{target} is being published to already; wait for it") from None
        for killed in (target / "releases").glob(f"{_COMING}*"):  # we hold the lock: nobody is writing these
            shutil.rmtree(killed, ignore_errors=True)
        yield


@contextlib.contextmanager
def _telling(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise PublishError(f"cannot publish to {target}: {error.strerror}{where}; what is shown is as it was") from None


def _manifest(site: Path) -> tuple[bytes, dict[str, dict[str, Any]]]:
    """The bytes of a site's manifest and the files that it lists, each name and entry checked."""
    told = f"{site} is not a site that `liaison build --kiosk` wrote"
    try:
        with (site / MANIFEST).open("rb") as handle:
            content = handle.read(MOST_MANIFEST + 1)
        document = json.loads(content)
        files: dict[str, Any] = dict(document["files"])
    except OSError as error:
        raise PublishError(f"{told}: {MANIFEST} cannot be read ({error.strerror})") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise PublishError(f"{told}: {MANIFEST} is damaged; copy the site anew") from None
    for name, entry in files.items():
        parts = PurePosixPath(name).parts
        if (
            str(PurePosixPath(name)) != name or not parts or parts[0] in ("/", MANIFEST, VERSION)
            or ".." in parts or "\\" in name or "\0" in name
        ):  # fmt: skip
            raise PublishError(f"{told}: {MANIFEST} names a file outside of the site ({name!r}); build it anew")
        if not (
            isinstance(entry, dict) and type(entry.get("size")) is int and entry["size"] >= 0
            and re.fullmatch(r"[0-9a-f]{64}", str(entry.get("sha256")))
        ):  # fmt: skip
            raise PublishError(f"{told}: {MANIFEST} does not tell size and sha256 of {name!r}; build it anew")
    for name in (PAGE, SHELL_IN_SITE):
        if name not in files:
            raise PublishError(f"{told}: it has no {name}; build it with `liaison build --kiosk kiosk.toml`")
    return content, files


def _bring(site: Path, home: Path, manifest: bytes, files: dict[str, dict[str, Any]], release: Release) -> None:
    """Copy the listed files into a folder of their own, read them back, and only then give it its name."""
    fresh = Path(tempfile.mkdtemp(prefix=_COMING, dir=home.parent))
    try:
        for name, entry in files.items():
            _copy(site, name, entry, fresh / name)
        _write(fresh / MANIFEST, manifest)
        for name, entry in files.items():
            _check(name, entry, _digest(fresh / name), "on the kiosk's disk; the disk may be failing")
        _write(fresh / VERSION, release.script())
        fresh.chmod(0o755)
        for folder in [fresh, *(path for path in fresh.rglob("*") if path.is_dir())]:
            _flush(folder)
        if home.exists():  # rolled back before, or damaged: it is not the one that is shown
            shutil.rmtree(home)
        fresh.rename(home)
        _flush(home.parent)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _copy(site: Path, name: str, entry: dict[str, Any], to: Path) -> None:
    source = site / name
    if source.is_symlink() or not source.resolve().is_relative_to(site.resolve()):
        raise PublishError(f"{source} is a link; copy the site anew, as plain files")
    total = hashlib.sha256()
    size = 0
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        reading = source.open("rb")
    except OSError as error:
        raise PublishError(f"{source} cannot be read: {error.strerror}; copy the site anew") from None
    with reading, to.open("wb") as writing:
        while chunk := reading.read(_CHUNK):
            size += len(chunk)
            if size > entry["size"]:
                break
            total.update(chunk)
            writing.write(chunk)
        writing.flush()
        os.fsync(writing.fileno())
    _check(name, entry, (size, total.hexdigest()), f"in {site}; copy the site anew")


def _check(name: str, entry: dict[str, Any], found: tuple[int, str], where: str) -> None:
    if found != (entry["size"], entry["sha256"]):
        raise PublishError(f"{name} is not what the manifest says, {where}. What is shown is as it was")


def _digest(path: Path) -> tuple[int, str]:
    """The size and the sha256 of a file as the disk has it, not as memory remembers it."""
    total = hashlib.sha256()
    size = 0
    with path.open("rb") as handle:
        with contextlib.suppress(OSError, AttributeError):
            os.posix_fadvise(handle.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := handle.read(_CHUNK):
            size += len(chunk)
            total.update(chunk)
    return size, total.hexdigest()


def _is_whole(home: Path, manifest: bytes, files: dict[str, dict[str, Any]]) -> bool:
    try:
        if (home / MANIFEST).read_bytes() != manifest:
            return False
        return all(_digest(home / name) == (entry["size"], entry["sha256"]) for name, entry in files.items())
    except OSError:
        return False


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())


def _flush(folder: Path) -> None:
    """Flush the names in a folder; file systems that cannot do so keep them by themselves."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _replace(path: Path, content: bytes) -> None:
    """Put a file in the place of another in one step; a file with the same bytes is left alone."""
    with contextlib.suppress(OSError):
        if path.read_bytes() == content:
            return
    beside = path.with_name(f".{path.name}.new")
    _write(beside, content)
    beside.replace(path)
    _flush(path.parent)


def _make_current(target: Path, release: Release) -> None:
    """Swap the link; where the file system has none, the script that the link would lead to."""
    link, beside = target / "current", target / ".current.new"
    if not link.is_dir() or link.is_symlink():
        try:
            beside.unlink(missing_ok=True)
            beside.symlink_to(Path("releases") / release.name, target_is_directory=True)
            beside.replace(link)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
        else:
            _flush(target)
            return
    link.mkdir(exist_ok=True)
    _replace(link / VERSION, release.script())


def _prune(target: Path, fresh: Release, before: Release | None, keep: int) -> None:
    """Remove what is not kept: first what was rolled back, then the oldest."""
    others = [release for release in releases(target) if release.name != fresh.name]
    good = [release for release in others if before and release.number <= before.number]
    kept = {fresh.name, *(release.name for release in good[::-1][: max(keep, 2) - 1])}
    for release in others:
        if release.name not in kept:
            home = target / "releases" / release.name
            gone = home.with_name(f"{_COMING}{release.name}")  # half a release must not look like one
            with contextlib.suppress(OSError):
                home.rename(gone)
                shutil.rmtree(gone, ignore_errors=True)
