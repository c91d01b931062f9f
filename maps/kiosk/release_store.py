"""The releases of a kiosk: reads them, copies new ones, and verifies each file after reading it back from the disk.

This module needs only the standard library (see `maps.kiosk.publishing`).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

MANIFEST_FILE, KIOSK_PAGE, VERSION_FILE = "manifest.json", "kiosk.html", "version.js"
SITE_SHELL_FILE = "kiosk/shell.html"
MAX_MANIFEST_BYTES = 64 * 2**20
STAGING_PREFIX = ".coming-"  # prefix of folders that are not yet releases, or no longer are
_CHUNK_BYTES = 2**20
NAME_LENGTH = 16  # hexadecimal digits of the manifest's sha256 that name a release
_NAME = re.compile(rf"[0-9a-f]{{{NAME_LENGTH}}}")
_VERSION_CALL = re.compile(r"liaisonRelease\((\{.*\})\);\s*")


class PublishError(Exception):
    """Nothing was published, and the current release is unchanged. The message says why and what to do."""


@dataclass(frozen=True)
class Release:
    """A release in a target folder: its name, its number in the order of publication, and the one before it."""

    name: str
    number: int
    previous: str | None

    def version_script(self) -> bytes:
        """The script for the shell: it names the current release, and the one to show if that does not start."""
        document = {"version": self.name, "number": self.number, "former": [self.previous] if self.previous else []}
        return f"liaisonRelease({json.dumps(document)});\n".encode()


def releases(target: Path) -> list[Release]:
    """The releases in a target, in the order in which they were published."""
    folders = (target / "releases").iterdir() if (target / "releases").is_dir() else ()
    found = [(path.name, _read_version_script(path / VERSION_FILE)) for path in folders]
    existing = [release for name, release in found if release and release.name == name]
    return sorted(existing, key=lambda release: (release.number, release.name))


def current_release(target: Path) -> Release | None:
    """The release that is shown; ``None`` if there is none yet."""
    return _read_version_script(target / "current" / VERSION_FILE)


def _read_version_script(script: Path) -> Release | None:
    try:
        match = _VERSION_CALL.fullmatch(script.read_text(encoding="utf-8"))
        document = json.loads(match[1]) if match else {}
        name, number, previous = document["version"], document["number"], document["former"]
    except (OSError, ValueError, KeyError, RecursionError):
        return None
    if not (isinstance(name, str) and _NAME.fullmatch(name) and type(number) is int and isinstance(previous, list)):
        return None
    return Release(name, number, previous[0] if previous and _NAME.fullmatch(str(previous[0])) else None)


def release_name(manifest: bytes) -> str:
    """The name of the release that has this manifest."""
    return hashlib.sha256(manifest).hexdigest()[:NAME_LENGTH]


def read_checked_manifest(site: Path) -> tuple[bytes, dict[str, dict[str, Any]]]:
    """The bytes of a site's manifest and the files that it lists, each name and entry checked."""
    refusal = f"{site} is not a site that `liaison build --kiosk` wrote"
    if _is_special_file(site / MANIFEST_FILE):
        raise PublishError(f"{refusal}: {MANIFEST_FILE} is not a regular file; copy the site again")
    try:
        with (site / MANIFEST_FILE).open("rb") as handle:
            content = handle.read(MAX_MANIFEST_BYTES + 1)
        document = json.loads(content)
        files: dict[str, Any] = dict(document["files"])
    except OSError as error:
        raise PublishError(f"{refusal}: {MANIFEST_FILE} cannot be read ({error.strerror})") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise PublishError(f"{refusal}: {MANIFEST_FILE} is damaged; copy the site again") from None
    for name, entry in files.items():
        parts = PurePosixPath(name).parts
        if (
            str(PurePosixPath(name)) != name or not parts or parts[0] in ("/", MANIFEST_FILE, VERSION_FILE)
            or ".." in parts or "\\" in name or not name.isprintable()
        ):  # fmt: skip
            raise PublishError(
                f"{refusal}: {MANIFEST_FILE} names a file outside the site ({name!r}); build the site again"
            )
        if not (
            isinstance(entry, dict) and type(entry.get("size")) is int and entry["size"] >= 0
            and re.fullmatch(r"[0-9a-f]{64}", str(entry.get("sha256")))
        ):  # fmt: skip
            raise PublishError(f"{refusal}: {MANIFEST_FILE} has no size and sha256 for {name!r}; build the site again")
    for name in (KIOSK_PAGE, SITE_SHELL_FILE):
        if name not in files:
            raise PublishError(f"{refusal}: it has no {name}; build it with `liaison build --kiosk kiosk.toml`")
    return content, files


def copy_release(
    site: Path, release_folder: Path, manifest: bytes, files: dict[str, dict[str, Any]], version_script: bytes
) -> None:
    """Copy the listed files into a staging folder, read them back, and only then rename it to the release."""
    staging = Path(tempfile.mkdtemp(prefix=STAGING_PREFIX, dir=release_folder.parent))
    try:
        for name, entry in files.items():
            _copy(site, name, entry, staging / name)
        _write_synced(staging / MANIFEST_FILE, manifest)
        for name, entry in files.items():
            _verify_entry(name, entry, _size_and_sha256(staging / name), "on the kiosk's disk; the disk may be failing")
        _write_synced(staging / VERSION_FILE, version_script)
        staging.chmod(0o755)
        for folder in [staging, *(path for path in staging.rglob("*") if path.is_dir())]:
            fsync_folder(folder)
        if release_folder.exists():  # rolled back before, or damaged: it is not the current one
            shutil.rmtree(release_folder)
        staging.rename(release_folder)
        fsync_folder(release_folder.parent)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _is_special_file(path: Path) -> bool:
    """Whether a path is a pipe or a device; reading it might never end."""
    return path.exists() and not (path.is_file() or path.is_dir())


def _copy(site: Path, name: str, entry: dict[str, Any], to: Path) -> None:
    source = site / name
    if source.is_symlink() or not source.resolve().is_relative_to(site.resolve()):
        raise PublishError(f"{source} is a link; copy the site again, as regular files")
    if _is_special_file(source):
        raise PublishError(f"{source} is not a regular file; copy the site again, as regular files")
    total = hashlib.sha256()
    size = 0
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        source_file = source.open("rb")
    except OSError as error:
        raise PublishError(f"{source} cannot be read: {error.strerror}; copy the site again") from None
    with source_file, to.open("wb") as target_file:
        while chunk := source_file.read(_CHUNK_BYTES):
            size += len(chunk)
            if size > entry["size"]:
                break
            total.update(chunk)
            target_file.write(chunk)
        target_file.flush()
        os.fsync(target_file.fileno())
    _verify_entry(name, entry, (size, total.hexdigest()), f"in {site}; copy the site again")


def _verify_entry(name: str, entry: dict[str, Any], found: tuple[int, str], where: str) -> None:
    if found != (entry["size"], entry["sha256"]):
        raise PublishError(f"{name} does not match the manifest, {where}. The current release is unchanged")


def _size_and_sha256(path: Path) -> tuple[int, str]:
    """The size and the sha256 of a file, read from the disk and not from the cache."""
    with path.open("rb") as file:
        with contextlib.suppress(OSError, AttributeError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return file.tell(), sha256


def is_intact(release_folder: Path, manifest: bytes, files: dict[str, dict[str, Any]]) -> bool:
    """Whether a folder still contains the files of its manifest, unchanged."""
    try:
        if (release_folder / MANIFEST_FILE).read_bytes() != manifest:
            return False
        return all(
            _size_and_sha256(release_folder / name) == (entry["size"], entry["sha256"]) for name, entry in files.items()
        )
    except OSError:
        return False


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())


def fsync_folder(folder: Path) -> None:
    """Flush the entries of a folder to the disk; file systems that cannot do so write them on their own."""
    with contextlib.suppress(OSError, AttributeError):  # Windows has no O_DIRECTORY
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def replace_atomically(path: Path, content: bytes) -> None:
    """Replace a file in one step; a file with the same bytes is left alone."""
    with contextlib.suppress(OSError):
        if path.read_bytes() == content:
            return
    temporary = path.with_name(f".{path.name}.new")
    _write_synced(temporary, content)
    temporary.replace(path)
    fsync_folder(path.parent)
