"""``liaison publish``: make a site the current release of a kiosk, or go back to the previous one."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from liaison_atlas.verbs import cli_output

HELP = "publish a site as a new release on a kiosk"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of the verb."""
    parser.add_argument(
        "site", nargs="?", type=Path, metavar="SITE", help="a site built with --kiosk; it is not changed"
    )
    parser.add_argument("target", type=Path, metavar="TARGET", help="the folder that the kiosk shows")
    parser.add_argument("--rollback", action="store_true", help="go back to the previous release; takes no SITE")
    parser.add_argument(
        "--keep",
        type=partial(cli_output.whole_number, minimum=2, purpose=", so that you can roll back"),
        default=2,
        metavar="N",
        help="number of releases to keep, including the new one (default: 2)",
    )


def run(output: cli_output.OutputSettings, *, site: Path | None, target: Path, rollback: bool, keep: int) -> int:
    """Publish a site, or roll back."""
    from liaison_atlas.maps.kiosk import publishing
    from liaison_atlas.maps.kiosk.release_store import PublishError, releases

    if rollback == (site is not None):
        raise cli_output.CommandError("name a SITE and a TARGET, or --rollback and a TARGET alone")
    try:
        release = publishing.publish(site, target, keep=keep) if site else publishing.roll_back(target)
    except PublishError as error:
        raise cli_output.CommandError(
            str(error), cli_output.EXIT_LOCKED if isinstance(error, publishing.BusyError) else cli_output.EXIT_USAGE
        ) from None
    document = {"current": release.name, "releases": [kept.name for kept in releases(target)]}
    return cli_output.report_done(output, document, [f"{target} now shows release {release.name}"])
