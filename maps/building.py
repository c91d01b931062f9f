"""Build a site: the folder of pages, posters and data that a data set makes.

What a file follows from is compared by content with what the former site was made from; only what changed is made.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyproj
import shapely

from layers.period import period_layers
from maps import manifest, site
from maps.borders import read_borders
from maps.kiosk.config import KioskConfig
from maps.makers import Made, Makers
from maps.plan import Work, plan
from seeds.dataset import Dataset
from seeds.reader import read, require

Progress = Callable[[str, str], None]

KEPT = "kept: what it follows from has not changed"
CHANGED = "made: what it follows from has changed"
NEW = "made: the former site does not have it"
DAMAGED = "made: in the former site it is not as it was written"
PROGRAM = "made: the program or a library is another than before"
FORCED = "made: everything was asked for"


def build(
    dataset: str | Path | Dataset,
    out: str | Path,
    *,
    borders: str | Path | None = None,
    kiosk: KioskConfig | None = None,
    jobs: int = 1,
    force: bool = False,
    wait_s: float = 0,
    progress: Progress = lambda _name, _why: None,
) -> Path:
    """Build the site of a data set.

    The folder is replaced as a whole when everything is ready; until then, and whenever something
    goes wrong, the former site stays as it was.

    Parameters
    ----------
    dataset : path or Dataset
    out : path
        the output folder; it must not exist yet, be empty, or hold a former site.
    borders : path, optional
        a GeoJSON file of dated borders, see `maps.borders`.
    kiosk : KioskConfig, optional
        what a house sets for its kiosk; with it the site can be published (`maps.publish`).
    jobs : int
        how many processes draw the posters.
    force : bool
        make every file, also those that would be the same.
    wait_s : float
        how long to wait, in seconds, for another build that holds the folder.
    progress : callable
        told the name of each file when it is ready, and why it was made or kept.

    Raises
    ------
    DataErrors
        where the data set has errors.
    BordersError
        where the file of borders cannot be used.
    SiteError
        where the folder cannot be written.
    """
    out = Path(out)
    # Told before the tables are read: who changes one meanwhile finds the site out of date, not current.
    basis = manifest.basis(dataset.folder if isinstance(dataset, Dataset) else Path(dataset), borders, kiosk)
    data = require(dataset if isinstance(dataset, Dataset) else read(dataset))
    added = read_borders(borders) if borders is not None else None
    site.check_target(out, data.folder)  # before a lock is laid beside it
    with site.locked(out, wait_s):
        site.check_target(out, data.folder)
        former = _Former(out, basis, force)
        files: dict[str, bytes] = {}
        works: list[Work] = []
        here: list[tuple[Work, str, Made]] = []
        elsewhere: list[tuple[Work, str, Made]] = []
        with Makers(jobs) as makers:
            for work in plan(period_layers(data), basis, added, kiosk):
                works.append(work)
                kept, why = former.files_of(work)
                if kept is None:
                    made, apart = makers.begin(work)
                    (elsewhere if apart else here).append((work, why, made))
                    continue
                for name, content in kept.items():
                    files[name] = content
                    progress(name, why)
            # What is made here first: meanwhile the others draw.
            for work, why, made in (*here, *elsewhere):
                for name, content in zip(work.files, made(), strict=True):
                    files[name] = content
                    progress(name, why)
        files[manifest.FILE] = _manifest(data, basis, works, files)
        site.replace(out, files)
    return out


class _Former:
    """The former site, as far as its files can be kept."""

    def __init__(self, out: Path, basis: dict[str, Any], force: bool) -> None:
        self.out = out
        found = manifest.read(out) or {"files": {}}
        self.files: dict[str, Any] = found["files"]
        follows = found.get("follows_from")
        self.follows_from: dict[str, Any] = follows if isinstance(follows, dict) else {}
        same = all(found.get(name) == basis[name] for name in ("program", "versions"))
        self.nothing = FORCED if force else None if same else PROGRAM

    def files_of(self, work: Work) -> tuple[dict[str, bytes] | None, str]:
        """The files of a piece of work that can be kept, and why; or ``None``, and why it must be done."""
        if any(name not in self.files for name in work.files):
            return None, NEW
        if self.nothing:
            return None, self.nothing
        if any(self.follows_from.get(name) != work.follows_from for name in work.files):
            return None, CHANGED
        try:
            contents = {name: (self.out / name).read_bytes() for name in work.files}
        except OSError:
            return None, DAMAGED
        whole = all(manifest.describe(content) == self.files[name] for name, content in contents.items())
        return (contents, KEPT) if whole else (None, DAMAGED)


def _manifest(data: Dataset, basis: dict[str, Any], works: Sequence[Work], files: dict[str, bytes]) -> bytes:
    document: dict[str, Any] = {
        "title": data.package.title,
        "version": data.package.version,
        "generator": f"liaison-atlas {version('liaison-atlas')}",
        **basis,
        "engines": {"GEOS": shapely.geos_version_string, "PROJ": pyproj.proj_version_str},
        "files": {name: manifest.describe(content) for name, content in sorted(files.items())},
        "follows_from": {name: work.follows_from for work in works for name in work.files},
    }
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
