"""``liaison init``: make a data set that can be built at once and then be changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from liaison_atlas.verbs import cli_output

HELP = "create a new data set: the tables, with a small example in them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of the verb."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to create; it must be empty or not exist")


def run(output: cli_output.OutputSettings, *, folder: Path) -> int:
    """``liaison init``: make a data set that can be built at once and then be changed."""
    from liaison_atlas.seeds.tables.starter import write_starter_dataset

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise cli_output.CommandError(f"{folder} is not an empty folder; name one that does not exist yet")
    try:
        write_starter_dataset(folder)
    except OSError as error:
        raise cli_output.CommandError(f"cannot write {folder}: {error.strerror}; choose another folder") from None
    then = f"liaison check {folder} && liaison build {folder} -o {folder}-site"
    return cli_output.report_done(
        output, {"dataset": str(folder)}, [f"Change the tables in {folder}, then run: {then}"]
    )
