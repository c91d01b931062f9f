"""The former site, as far as its files can be kept, and the reasons for keeping or making each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from maps import manifest

KEPT = "kept: what it follows from has not changed"
CHANGED = "made: what it follows from has changed"
NEW = "made: the former site does not have it"
DAMAGED = "made: in the former site it is not as it was written"
PROGRAM = "made: the program or a library is another than before"
FORCED = "made: everything was asked for"


class Former:
    """The former site.

    Parameters
    ----------
    out : path
        where it lies.
    basis : dict
        from `maps.manifest.basis`.
    force : bool
        keep nothing.
    """

    def __init__(self, out: Path, basis: dict[str, Any], force: bool) -> None:
        self.out = out
        found = manifest.read(out) or {"files": {}}
        self.files: dict[str, Any] = found["files"]
        follows = found.get("follows_from")
        self.follows_from: dict[str, Any] = follows if isinstance(follows, dict) else {}
        same = all(found.get(name) == basis[name] for name in ("program", "versions"))
        self.nothing = FORCED if force else None if same else PROGRAM

    def files_of(self, names: tuple[str, ...], follows_from: str) -> tuple[tuple[bytes, ...] | None, str]:
        """The contents of files that are made together, if they can be kept, and why; else ``None``, and why not."""
        if any(name not in self.files for name in names):
            return None, NEW
        if self.nothing:
            return None, self.nothing
        if any(self.follows_from.get(name) != follows_from for name in names):
            return None, CHANGED
        try:
            contents = tuple((self.out / name).read_bytes() for name in names)
        except OSError:
            return None, DAMAGED
        whole = all(
            manifest.describe(content) == self.files[name] for name, content in zip(names, contents, strict=True)
        )
        return (contents, KEPT) if whole else (None, DAMAGED)
