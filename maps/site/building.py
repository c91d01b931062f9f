"""Builds a site: the folder of pages, posters and data of a data set.

The inputs of each file are compared by content with those of the previous site; only changed files are made.
"""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable, Sequence
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyproj
import shapely

from liaison_atlas import geo
from liaison_atlas.layers.period import period_layers
from liaison_atlas.maps.ground.base_map import base_map
from liaison_atlas.maps.ground.borders import read_borders
from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig
from liaison_atlas.maps.site import manifest, output_folder
from liaison_atlas.maps.site.build_cache import CHANGED, DAMAGED, FORCED, KEPT, NEW, PROGRAM, PreviousSite
from liaison_atlas.maps.site.build_context import BuildContext, Outcome
from liaison_atlas.maps.site.executor import run_tasks
from liaison_atlas.maps.site.site_languages import other_languages
from liaison_atlas.seeds.reader import read
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.descriptor import read_package
from liaison_atlas.seeds.tables.problems import DataErrors, errors_among

__all__ = ["CHANGED", "DAMAGED", "FORCED", "KEPT", "NEW", "PROGRAM", "build"]

Progress = Callable[[str, str, float], None]


def build(
    dataset: str | Path | Dataset,
    out: str | Path,
    *,
    borders: str | Path | None = None,
    kiosk: KioskConfig | None = None,
    languages: Sequence[str] = (),
    jobs: int = 1,
    force: bool = False,
    wait_s: float = 0,
    progress: Progress = lambda _name, _why, _done: None,
) -> Path:
    """Build the site of a data set.

    The folder is replaced as a whole when everything is ready. Until then, and if anything fails, the previous site
    stays unchanged.

    Parameters
    ----------
    dataset : path or Dataset
        the folder of the data set, or the result of `seeds.read` for it.
    out : path
        the output folder; it must not exist, or be empty or contain a previous site.
    borders : path, optional
        a GeoJSON file of dated borders, see `maps.ground.borders`.
    kiosk : KioskConfig, optional
        the settings of a museum for its kiosk; with them the site can be published (`maps.kiosk.publishing`).
    languages : sequence of str
        languages of the data set, in addition to the main one, for the front page, the report and the posters; or
        ``all``.
    jobs : int
        the number of processes that make files; with 1, this process makes them all.
    force : bool
        make every file, even those that would not change.
    wait_s : float
        how long to wait, in seconds, for another build that locks the folder.
    progress : callable
        called when a file is ready, with its name, why it was made or kept, and the share of the site that is ready,
        from 0 to 1.

    Returns
    -------
    Path
        the output folder.

    Raises
    ------
    DataErrors
        if the data set has errors.
    BordersError
        if the file of borders cannot be used.
    LanguageError
        if the data set does not have one of the languages.
    SiteError
        if the folder cannot be written.
    SceneError
        if the posters cannot be drawn.
    """
    out = Path(out)
    if multiprocessing.current_process().daemon:
        jobs = 1  # such a process cannot start others
    # Computed before the tables are read, so that the site is out of date, not current, if they change meanwhile.
    folder = dataset.folder if isinstance(dataset, Dataset) else Path(dataset)
    package = dataset.package if isinstance(dataset, Dataset) else read_package(folder)[0]
    others = other_languages(package.languages, languages) if package else ()  # otherwise reading fails below too
    fingerprint = manifest.build_fingerprint(folder, borders, kiosk, others)
    data = dataset if isinstance(dataset, Dataset) else read(dataset)
    problems = geo.check(data)
    if errors := errors_among(problems):
        raise DataErrors(errors)
    border_lines = read_borders(borders) if borders is not None else None
    output_folder.check_output_folder(out, data.folder)  # before the lock file is written next to it
    with output_folder.locked(out, wait_s):
        output_folder.check_output_folder(out, data.folder)
        previous = PreviousSite(out, fingerprint, force)
        with output_folder.staged_site(out) as staging:
            layers = period_layers(data)
            base_map()  # computed once for all forks
            context = BuildContext(layers, problems, fingerprint, border_lines, kiosk, others, previous, staging)
            outcomes: list[Outcome] = []
            # The other processes always end first, because they write into the folder that is then removed.
            with closing(run_tasks(context, jobs)) as running:
                for outcome in running:
                    outcomes.append(outcome)
                    for name in outcome.files:
                        progress(name, outcome.reason, len(outcomes) / len(context.tasks))
            staging.write(manifest.MANIFEST_FILE, _manifest(data, fingerprint, outcomes))
    return out


def _manifest(data: Dataset, fingerprint: dict[str, Any], outcomes: list[Outcome]) -> bytes:
    document: dict[str, Any] = {
        "title": data.package.title,
        "version": data.package.version,
        "generator": f"liaison-atlas {version('liaison-atlas')}",
        **fingerprint,
        "engines": {"GEOS": shapely.geos_version_string, "PROJ": pyproj.proj_version_str},
        "files": {name: described for outcome in outcomes for name, described in outcome.files.items()},
        "follows_from": {name: outcome.fingerprint for outcome in outcomes for name in outcome.files},
    }
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
