"""The previous site: which of its files can be kept, and the reason for keeping or making each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from liaison_atlas.maps.site import manifest

KEPT = "kept: what it follows from has not changed"
CHANGED = "made: what it follows from has changed"
NEW = "made: the former site does not have it"
DAMAGED = "made: in the former site it is not as it was written"
PROGRAM = "made: the program or a library is another than before"
FORCED = "made: everything was asked for"


class PreviousSite:
    """The previous site.

    Parameters
    ----------
    out : path
        the folder of the site.
    build_fingerprint : dict
        from `maps.site.manifest.build_fingerprint`.
    force : bool
        keep no files.
    """

    def __init__(self, out: Path, build_fingerprint: dict[str, Any], force: bool) -> None:
        self.out = out
        manifest_document = manifest.read_manifest(out) or {"files": {}}
        self.files: dict[str, Any] = manifest_document["files"]
        fingerprints = manifest_document.get("follows_from")
        self.fingerprints: dict[str, Any] = fingerprints if isinstance(fingerprints, dict) else {}
        same_program = all(manifest_document.get(name) == build_fingerprint[name] for name in ("program", "versions"))
        self.rebuild_reason = FORCED if force else None if same_program else PROGRAM

    def reusable_files(self, names: tuple[str, ...], fingerprint: str) -> tuple[tuple[bytes, ...] | None, str]:
        """The contents of files that are made together, or ``None`` if they cannot be kept, and the reason."""
        if any(name not in self.files for name in names):
            return None, NEW
        if self.rebuild_reason:
            return None, self.rebuild_reason
        if any(self.fingerprints.get(name) != fingerprint for name in names):
            return None, CHANGED
        try:
            contents = tuple((self.out / name).read_bytes() for name in names)
        except OSError:
            return None, DAMAGED
        undamaged = all(
            manifest.file_entry(content) == self.files[name] for name, content in zip(names, contents, strict=True)
        )
        return (contents, KEPT) if undamaged else (None, DAMAGED)
