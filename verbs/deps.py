"""``liaison deps``: list the files that a site depends on, so that make or another program can decide."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from liaison_atlas.verbs import cli_output

HELP = "list the input files of a site, as plain text or as a rule for make"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of the verb."""
    cli_output.add_dataset_argument(parser)
    cli_output.add_out_argument(parser, "site")
    parser.add_argument("--borders", type=Path, metavar="FILE", help="the file of borders that the build uses")
    parser.add_argument(
        "--make", action="store_true", help="print a rule for make, with the manifest of the site as its target"
    )


def run(output: cli_output.OutputSettings, *, dataset: Path | None, out: Path, borders: Path | None, make: bool) -> int:
    """Print the inputs of a build."""
    from liaison_atlas.maps.site import manifest

    folder = cli_output.dataset_folder(dataset)
    inputs = [folder / name for name in manifest.input_entries(folder)]
    inputs += [borders] if borders else []
    target = out / manifest.MANIFEST_FILE
    if not make or output.json:
        paths = list(map(str, inputs))
        return cli_output.report_done(output, {"target": str(target), "inputs": paths}, paths)
    escaped_paths = [_escaped_for_make(path) for path in inputs]
    print(f"{_escaped_for_make(target)}: {' '.join(escaped_paths)}")
    # A removed table must not stop make: it would if the table had no rule of its own.
    for name in escaped_paths:
        print(f"\n{name}:")
    return cli_output.EXIT_DONE


def _escaped_for_make(path: Path) -> str:
    """A path escaped for GNU make (its manual, 4.3 and 6.1)."""
    return re.sub(r"([\s#%:\\])", r"\\\1", str(path)).replace("$", "$$")
