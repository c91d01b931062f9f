"""Adds a release to a kiosk, and makes it the current one in a single step.

A target folder contains::

    shell.html            what the browser opens; it looks at current/version.js every few seconds
    current               a link to the release that is shown (on FAT: a folder with version.js alone)
    releases/1f0c.../     a release: all of a site, and version.js, which names it and the one before it

This module and `maps.kiosk.release_store` need only the standard library, so that they also run on a kiosk on which
nothing else is installed (`maps.kiosk.machine_files.publisher_zipapp`). If they are killed at any moment, the previous
release stays in place.
"""

from __future__ import annotations

import contextlib
import errno
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from liaison_atlas.maps.kiosk import release_store as store
from liaison_atlas.maps.kiosk.release_store import PublishError, Release

SHELL_FILE = "shell.html"
# Errors of a file system without symbolic links.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


class BusyError(PublishError):
    """Another publication into the same folder is in progress."""


def publish(site: str | Path, target: str | Path, *, keep: int = 2) -> Release:
    """Copy a built site into a target, verify it there, and make it current.

    Parameters
    ----------
    site : path
        a folder that ``liaison build --kiosk`` wrote; it is only read, so it may be on a USB stick.
    target : path
        the folder that the kiosk's browser shows; created if it does not exist.
    keep : int
        how many releases to keep, including the new one; at least 2, so that a rollback is possible.

    Returns
    -------
    Release
        the one that is current now.

    Raises
    ------
    PublishError
        if a file is missing or differs from the manifest, or the target cannot be written.
        The release is removed, and the current release stays current.
    """
    site, target = Path(site), Path(target)
    _check_publish_folder(site, target)
    with _publish_lock(target):
        content, files = store.read_checked_manifest(site)
        name, current = store.release_name(content), store.current_release(target)
        release_folder = target / "releases" / name
        if current and current.name == name:
            release = current
            if not store.is_intact(release_folder, content, files):
                raise PublishError(
                    f"{release_folder}, the current release, is damaged on the disk; roll back with "
                    f"`liaison publish --rollback {target}`, then publish again"
                )
        else:
            number = max((release.number for release in store.releases(target)), default=0) + 1
            release = Release(name, number, current.name if current else None)
            store.copy_release(site, release_folder, content, files, release.version_script())
        store.replace_atomically(target / SHELL_FILE, (release_folder / store.SITE_SHELL_FILE).read_bytes())
        if release is not current:
            _make_current(target, release)
            _prune(target, release, current, keep)
        return release


def roll_back(target: str | Path) -> Release:
    """Make the release before the current one current again.

    Parameters
    ----------
    target : path
        the folder that the kiosk's browser shows, see `publish`.

    Returns
    -------
    Release
        the one that is current now.

    Raises
    ------
    PublishError
        if there is no earlier release, it is damaged, or the target cannot be written.
    """
    target = Path(target)
    with _publish_lock(target, make=False):
        current = store.current_release(target)
        earlier = [release for release in store.releases(target) if current and release.number < current.number]
        if not earlier:
            raise PublishError(f"{target} has no earlier release; publish another site instead")
        previous = earlier[-1]
        release_folder = target / "releases" / previous.name
        content, files = store.read_checked_manifest(release_folder)
        if store.release_name(content) != previous.name or not store.is_intact(release_folder, content, files):
            raise PublishError(f"{release_folder} is damaged on the disk; publish another site instead")
        _make_current(target, previous)
        return previous


def _check_publish_folder(site: Path, target: Path) -> None:
    """Refuse to publish into a folder that contains something else."""
    if target.resolve().is_relative_to(site.resolve()):
        raise PublishError(f"{target} is inside the site; choose a folder outside it")
    try:
        here = {path.name for path in target.iterdir() if not path.name.startswith(".")}
    except FileNotFoundError:
        return
    except OSError as error:
        raise PublishError(f"{target} cannot be read: {error.strerror}; choose another folder") from None
    if (target / "releases").is_symlink():
        raise PublishError(f"{target / 'releases'} is a link to another place; delete it, or choose another folder")
    if here - {"lost+found"} and "releases" not in here:
        raise PublishError(f"{target} contains other files than releases; choose an empty or new folder")


@contextlib.contextmanager
def _publish_lock(target: Path, *, make: bool = True) -> Iterator[None]:
    """Lock the target, so that two publications cannot mix; report errors of the file system meanwhile."""
    try:
        if make:
            (target / "releases").mkdir(parents=True, exist_ok=True)
        (target / ".publish.lock").open("a").close()
    except OSError as error:
        reason = f"cannot write {target}: {error.strerror}"
        raise PublishError(f"{reason}; choose another folder, or run as its owner") from None
    # This lock is in the standard library on every system, and it ends with its process.
    with contextlib.closing(sqlite3.connect(target / ".publish.lock", timeout=0)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise BusyError(f"another publication to {target} is already running; wait until it ends") from None
        for abandoned in (target / "releases").glob(
            f"{store.STAGING_PREFIX}*"
        ):  # we hold the lock: no other process is writing these
            shutil.rmtree(abandoned, ignore_errors=True)
        try:
            yield
        except OSError as error:
            where = f"{error.strerror} ({error.filename})" if error.filename else error.strerror
            raise PublishError(f"cannot publish to {target}: {where}; the current release is unchanged") from None


def _make_current(target: Path, release: Release) -> None:
    """Replace the link to the current release; if the file system has no links, write its version script instead."""
    link, temporary = target / "current", target / ".current.new"
    if not link.is_dir() or link.is_symlink():
        try:
            temporary.unlink(missing_ok=True)
            temporary.symlink_to(Path("releases") / release.name, target_is_directory=True)
            temporary.replace(link)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
        else:
            store.fsync_folder(target)
            return
    link.mkdir(exist_ok=True)
    store.replace_atomically(link / store.VERSION_FILE, release.version_script())


def _prune(target: Path, new_release: Release, previous: Release | None, keep: int) -> None:
    """Remove old releases: first those that were rolled back, then the oldest."""
    others = [release for release in store.releases(target) if release.name != new_release.name]
    good = [release for release in others if previous and release.number <= previous.number]
    kept = {new_release.name, *(release.name for release in good[::-1][: max(keep, 2) - 1])}
    for release in others:
        if release.name not in kept:
            release_folder = target / "releases" / release.name
            to_delete = release_folder.with_name(
                f"{store.STAGING_PREFIX}{release.name}"
            )  # an incomplete release must not look like a release
            with contextlib.suppress(OSError):
                release_folder.rename(to_delete)
                shutil.rmtree(to_delete, ignore_errors=True)
