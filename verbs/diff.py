"""``liaison diff``: show what changed between two data sets, or two sites."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from liaison_atlas.verbs import cli_output

HELP = "describe what changed between two data sets or two sites"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of the verb."""
    parser.add_argument("before", type=Path, metavar="A", help="a data set, or a site built from one")
    parser.add_argument("after", type=Path, metavar="B", help="a later version of it")


def run(output: cli_output.OutputSettings, *, before: Path, after: Path) -> int:
    """``liaison diff``: show what changed between two data sets, or two sites."""
    from liaison_atlas.layers.dataset_difference import difference

    with cli_output.refusing_data_errors():
        changes = difference(claims_document_of(before), claims_document_of(after))
    return cli_output.report_done(output, changes.to_dict(), changes.lines())


def claims_document_of(folder: Path) -> dict[str, Any]:
    """The claims document of a data set, or of the data set that a site was built from."""
    from liaison_atlas.maps.site import manifest

    if not folder.is_dir():
        raise cli_output.CommandError(
            f"there is no folder {folder}; name a data set, or a site that liaison build has written"
        )
    if not (folder / manifest.MANIFEST_FILE).is_file():
        from liaison_atlas import seeds
        from liaison_atlas.layers.claim_facts import facts

        return facts(seeds.require(seeds.read(folder)))
    document = manifest.read_claims(folder)
    if document is None:
        raise cli_output.CommandError(
            f"{folder} is a site whose claims.json cannot be read; rebuild it, or name its data set"
        )
    return document
