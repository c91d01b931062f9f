"""Measure the cost of a build by number of features, compared with folium's Timeline from the same tables.

``python -m tools.bench_build [FEATURES ...]``; without numbers 3 000, 30 000 and 100 000. Each run is a separate
process. It is measured in seconds of processor time, including its workers, and in peak resident memory. ``--site``
builds full sites as well.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from tools import ROOT
from tools.generate_dataset import generate_dataset

SIZES = (3_000, 30_000, 100_000)
TABLE_HEADER = (
    "| features | what | processor time, s | memory, MB | MB on the disk |\n| ---: | --- | ---: | ---: | ---: |"
)


def build_atlas(folder: Path, out: Path) -> None:
    """Build ``atlas.html`` from the tables, with all checks."""
    from liaison_atlas import geo, seeds
    from liaison_atlas.maps.pages.atlas_pages import atlas_page

    data = seeds.require(seeds.read(folder))
    geo.check(data)
    out.write_text(atlas_page(data), encoding="utf-8")


def build_timeline(folder: Path, out: Path, *, with_rows: bool = False) -> None:
    """Build folium's Timeline from the same tables, as a user would: labels and years, no checks, no sources.

    With ``with_rows`` each feature includes its row, as a popup with date, certainty and sources would need.
    """
    from tools.folium_baselines import save_timeline

    save_timeline(_features(folder, with_rows), out)


def csv_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _features(folder: Path, with_rows: bool) -> Iterator[dict[str, Any]]:
    from tools.folium_baselines import geojson_feature

    names = ("located", "stations", "events", "posts", "journeys")
    located, stations, events, posts, journeys = (csv_rows(folder / f"{name}.csv") for name in names)
    where = {row["place"]: [float(row["lon"]), float(row["lat"])] for row in located}
    places = {row["id"]: row["place"] for row in stations}
    coordinates = [
        *(where[row["place"]] for row in (*stations, *events)),
        *(where[places[row["station"]]] for row in posts),
        *([where[row["from"]], where[row["to"]]] for row in journeys),
    ]
    for row, at in zip((*stations, *events, *posts, *journeys), coordinates, strict=True):
        years = [int(year) for year in re.findall(r"\d{4}", row["when"])]
        properties = row if with_rows else {"label": row.get("name") or row["title"]}
        yield geojson_feature(at, **{**properties, "start": years[0], "end": years[-1] + 1})


def build_site(folder: Path, out: Path) -> None:
    """Build the complete site with `maps.build`."""
    from liaison_atlas import maps

    maps.build(folder, out, jobs=os.cpu_count() or 1)


BUILD_RUNS: dict[str, Callable[[Path, Path], None]] = {
    "atlas.html": build_atlas,
    "folium Timeline": build_timeline,
    "folium Timeline, with the rows": partial(build_timeline, with_rows=True),
    "the whole site": build_site,
}


def measured_run(what: str, folder: Path, out: Path) -> tuple[float, float]:
    """Seconds of processor time and MB of memory of a run in a separate process."""
    call = [sys.executable, "-m", "tools.bench_build", "--run", what, str(folder), str(out)]
    completed = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True)
    figures = json.loads(completed.stdout.splitlines()[-1])
    return figures["seconds"], figures["mb"]


def _run(what: str, folder: Path, out: Path) -> None:
    BUILD_RUNS[what](folder, out)
    seconds, peak_kb = 0.0, 0
    for processes in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        used = resource.getrusage(processes)
        seconds, peak_kb = seconds + used.ru_utime + used.ru_stime, max(peak_kb, used.ru_maxrss)
    print(json.dumps({"seconds": seconds, "mb": peak_kb / 1024}))


def _size_mb(path: Path) -> float:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def main(arguments: list[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench_build", description="Measure builds of any size.")
    parser.add_argument("features", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--site", action="store_true", help="whole sites as well")
    parser.add_argument("--run", nargs=3, metavar=("WHAT", "FOLDER", "OUT"), help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.run:
        _run(chosen.run[0], Path(chosen.run[1]), Path(chosen.run[2]))
        return 0
    print(TABLE_HEADER, flush=True)
    with tempfile.TemporaryDirectory() as temporary_folder:
        for features in chosen.features:
            folder = Path(temporary_folder) / str(features)
            generate_dataset(features, folder)
            for number, what in enumerate(list(BUILD_RUNS) if chosen.site else list(BUILD_RUNS)[:3]):
                out = Path(temporary_folder) / f"{features}-{number}"
                seconds, mb = measured_run(what, folder, out)
                print(f"| {features} | {what} | {seconds:.1f} | {mb:.0f} | {_size_mb(out):.1f} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
