"""Build a site: the folder of pages, posters and data that a data set makes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyproj
import shapely

import geo
from layers.export import geojson
from layers.period import PeriodLayers, period_layers
from layers.told import facts_json
from maps import manifest, site
from maps.atlas import atlas_page, year_page
from maps.borders import Borders, read_borders
from maps.front import front_page
from maps.poster import poster_png, poster_svg
from maps.report import report, report_json, report_page
from seeds.dataset import Dataset
from seeds.reader import read, require

MOST_JOBS = 32  # each is a process of some 150 MB
Progress = Callable[[str], None]


def build(
    dataset: str | Path | Dataset,
    out: str | Path,
    *,
    borders: str | Path | None = None,
    jobs: int = 1,
    progress: Progress = lambda _: None,
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
    jobs : int
        how many processes draw the posters.
    progress : callable
        told the name of each file when it is ready.

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
    basis = manifest.basis(dataset.folder if isinstance(dataset, Dataset) else Path(dataset), borders)
    data = require(dataset if isinstance(dataset, Dataset) else read(dataset))
    added = read_borders(borders) if borders is not None else None
    site.check_target(out, data.folder)  # before a lock is laid beside it
    with site.locked(out):
        site.check_target(out, data.folder)
        files: dict[str, bytes] = {}
        for name, content in outputs(data, jobs, added):
            progress(name)
            files[name] = content
        files[manifest.FILE] = _manifest(data, basis, files)
        site.replace(out, files)
    return out


def outputs(data: Dataset, jobs: int = 1, borders: Borders | None = None) -> Iterator[tuple[str, bytes]]:
    """Every file of a site by its path, but the manifest."""
    layers = period_layers(data)
    years = range(layers.first_year, layers.last_year + 1)
    yield "index.html", front_page(layers).encode()
    yield "atlas.html", atlas_page(layers, borders).encode()
    for year in years:
        yield f"years/{year}.html", year_page(layers, year, borders).encode()
    evidence = report(data, geo.check(data))
    yield "report.html", report_page(evidence).encode()
    yield "report.json", report_json(evidence).encode()
    yield manifest.CLAIMS, facts_json(data).encode()
    for name, frame in layers.record.items():
        yield f"data/{name}.geojson", geojson(frame).encode()
    draw = partial(_poster, layers, borders)
    if jobs > 1:
        # Spawned, not forked: a worker that outlives a killed build must not hold its lock.
        with ProcessPoolExecutor(min(jobs, len(years), MOST_JOBS), get_context("spawn")) as pool:
            try:
                drawn = list(pool.map(draw, years))
            except BrokenProcessPool:
                told = "a process that drew was ended from outside, perhaps for want of memory"
                raise site.SiteError(f"{told}; try fewer of them, with -j 1") from None
    else:
        drawn = [draw(year) for year in years]
    for year, (svg, png) in zip(years, drawn, strict=True):
        yield f"posters/{year}.svg", svg
        yield f"posters/{year}.png", png


def _poster(layers: PeriodLayers, borders: Borders | None, year: int) -> tuple[bytes, bytes]:
    svg = poster_svg(layers, year, borders=borders)
    return svg.encode(), poster_png(svg)


def _manifest(data: Dataset, basis: dict[str, Any], files: dict[str, bytes]) -> bytes:
    document: dict[str, Any] = {
        "title": data.package.title,
        "version": data.package.version,
        "generator": f"liaison-atlas {version('liaison-atlas')}",
        **basis,
        "engines": {"GEOS": shapely.geos_version_string, "PROJ": pyproj.proj_version_str},
        "files": {name: manifest.describe(content) for name, content in sorted(files.items())},
    }
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
