"""Build a site: the folder of pages, posters and data that a data set makes.

What a file follows from is compared by content with what the former site was made from; only what changed is made.
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

    The folder is replaced as a whole when everything is ready; until then, and whenever something
    goes wrong, the former site stays as it was.

    Parameters
    ----------
    dataset : path or Dataset
        the folder of the data set, or what `seeds.read` returned for it.
    out : path
        the output folder; it must not exist yet, be empty, or hold a former site.
    borders : path, optional
        a GeoJSON file of dated borders, see `maps.ground.borders`.
    kiosk : KioskConfig, optional
        what a house sets for its kiosk; with it the site can be published (`maps.kiosk.publishing`).
    languages : sequence of str
        languages of the data set in which, beside the main one, there are a front page, a report and posters; or
        ``all``.
    jobs : int
        how many processes make files; with 1, this one makes them all.
    force : bool
        make every file, also those that would be the same.
    wait_s : float
        how long to wait, in seconds, for another build that holds the folder.
    progress : callable
        called with the name of each file when it is ready, why it was made or kept, and how much of the site is ready
        then, from 0 to 1.

    Returns
    -------
    Path
        the output folder.

    Raises
    ------
    DataErrors
        where the data set has errors.
    BordersError
        where the file of borders cannot be used.
    LanguageError
        where the data set does not have one of the languages.
    SiteError
        where the folder cannot be written.
    SceneError
        where the posters cannot be drawn.
    """
    out = Path(out)
    if multiprocessing.current_process().daemon:
        jobs = 1  # such a process may not start others
    # Computed before the tables are read: a change made meanwhile leaves the site out of date, not current.
    folder = dataset.folder if isinstance(dataset, Dataset) else Path(dataset)
    package = dataset.package if isinstance(dataset, Dataset) else read_package(folder)[0]
    others = other_languages(package.languages, languages) if package else ()  # else it cannot be read below either
    fingerprint = manifest.build_fingerprint(folder, borders, kiosk, others)
    data = dataset if isinstance(dataset, Dataset) else read(dataset)
    problems = geo.check(data)
    if errors := errors_among(problems):
        raise DataErrors(errors)
    border_lines = read_borders(borders) if borders is not None else None
    output_folder.check_output_folder(out, data.folder)  # before the lock file is written beside it
    with output_folder.locked(out, wait_s):
        output_folder.check_output_folder(out, data.folder)
        previous = PreviousSite(out, fingerprint, force)
        with output_folder.staged_site(out) as staging:
            layers = period_layers(data)
            base_map()  # in all forks from here on
            context = BuildContext(layers, problems, fingerprint, border_lines, kiosk, others, previous, staging)
            outcomes: list[Outcome] = []
            # However this ends, the other processes end first: they write into the folder that is then removed.
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
