"""The output folder: the new one is written completely next to the old one, then replaces it in one step."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import glob
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from liaison_atlas.maps.site import manifest

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2

FileContent = bytes | Iterable[bytes]
"""The content of a file; for a large file, its parts, which are made when they are written."""


class SiteError(Exception):
    """The output folder cannot be written; the message says why and what to do."""


class LockedError(SiteError):
    """Another build is writing the same folder."""


@contextlib.contextmanager
def locked(site: Path, wait_s: float = 0) -> Iterator[None]:
    """Hold the lock of an output folder, so that two builds cannot mix.

    If another process holds it, try again for ``wait_s`` seconds.

    Raises
    ------
    LockedError
        if another process holds it.
    SiteError
        if nothing can be written next to the folder.
    """
    lock = FileLock(lock_file := site.parent / f".{site.name}.lock")
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=wait_s)
    except Timeout:
        if not lock_file.exists():  # and it cannot be created
            raise SiteError(f"cannot write beside {site}; choose another folder with -o") from None
        message = f"another build is writing {site}; wait for it, or choose another folder with -o"
        raise LockedError(message) from None
    except OSError as error:
        raise SiteError(f"cannot write beside {site}: {error.strerror}; choose another folder with -o") from None
    with lock:
        lock.release()  # `acquire` and `with` each hold it once
        yield


def check_output_folder(site: Path, dataset: Path) -> None:
    """Refuse to replace a folder with anything but a previous site: only files that a build wrote may be replaced.

    Raises
    ------
    SiteError
    """
    # The exchange would replace the link with a folder, and its target may be the folder that a kiosk shows.
    if site.is_symlink():
        leads_to = "nowhere" if not site.exists() else f"to {site.resolve()}"
        reason = f"{site} is a link, which leads {leads_to}; a build replaces folders, never links"
        raise SiteError(f"{reason}; name the folder itself, or choose another, with -o")
    if site.exists() and not site.is_dir():
        raise SiteError(f"{site} is not a folder; choose another with -o")
    if Path.cwd().is_relative_to(site.resolve()):  # the working folder would be removed
        raise SiteError(f"{site} is the folder that you are in, or holds it; go elsewhere, or choose another with -o")
    if dataset.resolve().is_relative_to(site.resolve()):
        raise SiteError(f"{site} holds the data set itself; choose another folder with -o")
    previous = manifest.read_manifest(site)
    listed = {*previous["files"], manifest.MANIFEST_FILE} if previous else set()
    for path in site.rglob("*") if site.is_dir() else ():
        if not path.is_dir() and path.relative_to(site).as_posix() not in listed:
            raise SiteError(f"{site} holds a file that no build wrote ({path.name}); choose another folder with -o")


@dataclass(frozen=True)
class StagingFolder:
    """The folder next to a site in which the next site is written."""

    folder: Path
    site: Path

    def write(self, name: str, content: FileContent) -> dict[str, Any]:
        """Write a file of the next site, and flush it to the disk.

        Returns
        -------
        dict
            its entry for the manifest: ``sha256``, and ``size`` in bytes.

        Raises
        ------
        SiteError
            if the disk is full or the folder is not writable.
        """  # noqa: DOC501  # `_write_error` makes a SiteError
        file, total, size = self.folder / name, hashlib.sha256(), 0
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as handle:
                for part in (content,) if isinstance(content, bytes) else content:
                    total.update(part)
                    size += handle.write(part)
                handle.flush()
                os.fsync(handle.fileno())
        except OSError as error:
            raise _write_error(self.site, error) from None
        return {"sha256": total.hexdigest(), "size": size}


@contextlib.contextmanager
def staged_site(site: Path) -> Iterator[StagingFolder]:
    """A folder to write a site into, which replaces the previous one if the block ends without an error.

    The two folders are exchanged in one step of the file system. If the process is killed at any moment, either the
    old or the new site remains.

    Yields
    ------
    StagingFolder
        an empty folder next to the site.

    Raises
    ------
    SiteError
        if the disk is full or the folder cannot be written; the previous site is unchanged.
    """  # noqa: DOC501  # `_write_error` makes a SiteError
    for abandoned in site.parent.glob(
        f".{glob.escape(site.name)}.building-*"
    ):  # we hold the lock: no other process is writing these
        shutil.rmtree(abandoned, ignore_errors=True)
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".{site.name}.building-", dir=site.parent))
    except OSError as error:
        raise SiteError(f"cannot write beside {site}: {error.strerror}; choose another folder with -o") from None
    try:
        yield StagingFolder(folder, site)
        try:
            folder.chmod(0o755)
            _exchange(folder, site)
        except OSError as error:
            raise _write_error(site, error) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write_error(site: Path, error: OSError) -> SiteError:
    return SiteError(f"cannot write {site}: {error.strerror}; the former site is as it was")


def _exchange(staging: Path, site: Path) -> None:
    """Exchange two folders; if there is no site yet, or the system does not support it, rename."""
    if not site.exists():
        staging.rename(site)
        return
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None, use_errno=True), "renameat2"):
        done = libc.renameat2(_AT_FDCWD, os.fsencode(staging), _AT_FDCWD, os.fsencode(site), _RENAME_EXCHANGE)
        if done == 0:
            return
        if ctypes.get_errno() not in (errno.ENOSYS, errno.EINVAL):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    # File systems without an exchange (some network shares): two renames, one after the other.
    moved_aside = staging.with_name(staging.name + "-former")
    site.rename(moved_aside)
    try:
        staging.rename(site)
    except OSError:
        moved_aside.rename(site)
        raise
    shutil.rmtree(moved_aside, ignore_errors=True)
