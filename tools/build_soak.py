"""Build a small site two hundred times, each in a process of its own: ``make soak``, or ``python -m tools.build_soak [--builds N]``.

Each build draws its posters in V8: every other one in the process itself, with one job, the rest in a fork, with two.
A process that has closed V8 must still end by itself. Prints what was measured as JSON; exit 1 where a build hung or
failed, or any two sites differ.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from liaison_atlas.maps.site import manifest
from liaison_atlas.seeds.tables.schema import DESCRIPTOR_FILE
from tools.problem_examples import SMALL_DATASET

PERIOD = {"start": "1926", "end": "1927"}  # few posters, but V8 still starts and ends
HANG_S = 120  # a build that takes longer has hung


def main() -> int:
    """Build, and print how long it took and what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--builds", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary_folder:
        dataset = Path(shutil.copytree(SMALL_DATASET, Path(temporary_folder) / "small"))
        descriptor = dataset / DESCRIPTOR_FILE
        descriptor.write_text(json.dumps(json.loads(descriptor.read_text(encoding="utf-8")) | {"temporal": PERIOD}))
        figures = run_soak(dataset, Path(temporary_folder) / "site", options.builds)
    print(json.dumps(figures, indent=1))
    return 0 if is_passing(figures) else 1


def is_passing(figures: dict[str, Any]) -> bool:
    """Whether every build ended on its own, without an error, and with the same files."""
    return not figures["hung"] and not figures["failed"] and figures["sites"] == 1


def run_soak(dataset: Path, out: Path, builds: int) -> dict[str, Any]:
    """Build a data set ``builds`` times, half with one job and half with two; return the measurements."""
    command = [sys.executable, "-m", "liaison_atlas", "build", str(dataset), "-o", str(out), "--force"]
    seconds: dict[int, list[float]] = {1: [], 2: []}
    hung: list[str] = []
    failed: list[str] = []
    sites: Counter[str] = Counter()
    for number in range(builds):
        jobs = 1 + number % 2
        name = f"build {number + 1}, {jobs} jobs"
        began = time.perf_counter()
        try:
            done = subprocess.run(
                [*command, "-j", str(jobs)], capture_output=True, text=True, timeout=HANG_S, check=False
            )
        except subprocess.TimeoutExpired:
            hung.append(name)
            continue
        seconds[jobs].append(time.perf_counter() - began)
        if done.returncode or done.stderr:
            failed.append(f"{name}: exit {done.returncode}: {done.stderr.strip()}")
        else:
            sites[(out / manifest.MANIFEST_FILE).read_text(encoding="utf-8")] += 1
    return {
        "builds": builds,
        "hung": hung,
        "failed": failed,
        "sites": len(sites),
        "seconds": {f"{jobs} jobs": _spread(measured) for jobs, measured in seconds.items()},
    }


def _spread(measured: list[float]) -> dict[str, float]:
    return {"median": round(statistics.median(measured), 1), "most": round(max(measured), 1)} if measured else {}


if __name__ == "__main__":
    raise SystemExit(main())
