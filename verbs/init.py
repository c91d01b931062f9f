"""``liaison init``: make a data set that can be built at once and then be changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from verbs.answer import DONE, Refused, print_json, say

HELP = "begin a data set of your own: the tables, with a small example in them"


def add(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to make; it must be empty or not exist")


def run(options: argparse.Namespace) -> int:
    """``liaison init``: make a data set that can be built at once and then be changed."""
    from seeds.starter import begin

    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"{folder} is not an empty folder; name one that does not exist yet")
    try:
        begin(folder)
    except OSError as error:
        raise Refused(f"cannot write {folder}: {error.strerror}; choose another folder") from None
    if options.json:
        print_json({"ok": True, "exit": DONE, "dataset": str(folder), "problems": []})
    else:
        then = f"liaison check {folder} && liaison build {folder} -o {folder}-site"
        say(f"Change the tables in {folder}, then run: {then}")
    return DONE
