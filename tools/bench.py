"""Measure the cost of a build of the OMS, and how well places are found: ``make bench``.

Times are medians of three runs on this machine. `tools.score_places` scores the places. The viewer in a browser is
measured last; see `tools.bench_viewer`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import timeit
from collections.abc import Callable
from pathlib import Path

from liaison_atlas import geo, layers, maps, seeds
from liaison_atlas.maps.ground.base_map import base_map
from liaison_atlas.maps.pages.atlas_pages import atlas_page
from liaison_atlas.maps.posters import draw_posters, poster_png
from liaison_atlas.maps.posters.poster_render import page_svg
from liaison_atlas.seeds.dates.edtf import parse
from tools import OMS, bench_build, bench_viewer
from tools.generate_dataset import generate_dataset
from tools.score_places import FINDER_FACTORIES, benchmark_places, score, score_table

DATED_TABLES = ("stations", "posts", "journeys", "events")
SIZES = (1_000, 10_000, 100_000)


def median_seconds(function: Callable[[], object], runs: int = 3) -> float:
    """The median time of a function, including garbage collection, which `timeit` disables by default."""
    return statistics.median(timeit.repeat(function, "import gc; gc.enable()", number=1, repeat=runs))


def run_python(*arguments: str) -> None:
    """Run Python in a separate process."""
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


def check_costs(claims: int, folder: Path) -> tuple[float, float, float]:
    """Seconds of processor time for a generated data set: parsing its dates, reading and checking it, finding more."""
    generate_dataset(claims, folder)
    date_texts = [row["when"] for table in DATED_TABLES for row in bench_build.csv_rows(folder / f"{table}.csv")]
    parse.cache_clear()
    start = time.process_time()
    for date in date_texts:
        parse(date)
    parsed = time.process_time()
    data = seeds.read(folder)
    read = time.process_time()
    geo.check(data)
    return parsed - start, read - parsed, time.process_time() - read


def main() -> None:
    """Print the tables."""
    data = seeds.require(seeds.read(OMS))
    period = layers.period_layers(data)
    base_map()
    posters = draw_posters(period, [1927])
    svg = page_svg(posters, 1927, "en")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build = ("-m", "liaison_atlas", "build", str(OMS), "-o", str(site))
        measured: dict[str, Callable[[], object]] = {
            "start of Python": lambda: run_python("-c", ""),
            "read and check the tables": lambda: seeds.read(OMS),
            "period layers, with all their tables": lambda: dict(layers.period_layers(data).items()),
            "what holds in each of 25 years": lambda: [dict(period.at(y).items()) for y in range(1919, 1944)],
            "atlas.html": lambda: atlas_page(period),
            "all posters as pages, in V8": lambda: draw_posters(period),
            "one of them as SVG": lambda: page_svg(posters, 1927, "en"),
            "one of them as PNG": lambda: poster_png(svg),
            "the whole site": lambda: maps.build(data, site, jobs=os.cpu_count() or 1),
            "liaison build, nothing changed": lambda: run_python(*build),
        }
        # The site is built once: a second build would find nothing to do.
        rows = [(what, median_seconds(work, 1 if "site" in what else 3)) for what, work in measured.items()]
        size = (site / "atlas.html").stat().st_size
        evidence = [check_costs(claims, Path(folder) / str(claims)) for claims in SIZES]
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {len(data.claims)} claims\n")
    print("| what | seconds |\n| --- | ---: |")
    for what, time_s in rows:
        print(f"| {what} | {time_s:.2f} |")
    print(f"\natlas.html is {size / 1e6:.2f} MB\n")
    print("| claims | parse their dates | read and check the tables | findings | all of it, a thousand claims |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    for claims, costs in zip(SIZES, evidence, strict=True):
        cells = " | ".join(f"{cost:.2f}" for cost in (*costs, 1000 * sum(costs[1:]) / claims))
        print(f"| {claims} | {cells} |")
    print("\nSeconds of processor time, which other work on the machine does not stretch.\n")
    places = benchmark_places()
    print(f"{len(places)} places of 1915 to 1945, see docs/reference/places-benchmark.md\n")
    print(score_table({name: score(finder(), places) for name, finder in FINDER_FACTORIES.items()}))
    print(flush=True)
    bench_build.main([])
    print(flush=True)
    bench_viewer.main([])


if __name__ == "__main__":
    main()
