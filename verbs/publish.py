"""``liaison publish``: make a site the current release of a kiosk, or go back to the one before."""

from __future__ import annotations

import argparse
from pathlib import Path

from liaison_atlas.verbs.cli_output import (
    EXIT_DONE,
    EXIT_LOCKED,
    CommandError,
    OutputSettings,
    print_json,
    print_line,
    report_command_error,
)

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
        type=_release_count,
        default=2,
        metavar="N",
        help="number of releases to keep, including the new one (default: 2)",
    )


def _release_count(text: str) -> int:
    if not text.isdecimal() or len(text) > 6 or int(text) < 2:
        raise argparse.ArgumentTypeError(
            f"must be a whole number of at least 2, so that you can roll back (got {text!r})"
        )
    return int(text)


def run(output: OutputSettings, *, site: Path | None, target: Path, rollback: bool, keep: int) -> int:
    """Publish a site, or roll back."""
    from liaison_atlas.maps.kiosk import publishing
    from liaison_atlas.maps.kiosk.release_store import PublishError, releases

    if rollback == (site is not None):
        raise CommandError("name a SITE and a TARGET, or --rollback and a TARGET alone")
    try:
        release = publishing.publish(site, target, keep=keep) if site else publishing.roll_back(target)
    except publishing.BusyError as error:
        return report_command_error(output, str(error), EXIT_LOCKED)
    except PublishError as error:
        return report_command_error(output, str(error))
    if output.json:
        release_names = [kept.name for kept in releases(target)]
        print_json({"ok": True, "exit": EXIT_DONE, "current": release.name, "releases": release_names, "problems": []})
    else:
        print_line(f"{target} now shows release {release.name}")
    return EXIT_DONE
