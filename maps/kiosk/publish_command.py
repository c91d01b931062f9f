"""The command of ``liaison-publish.pyz``: `liaison publish` for a machine that has only Python."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from liaison_atlas.maps.kiosk.publishing import BusyError, publish, roll_back
from liaison_atlas.maps.kiosk.release_store import PublishError


def main() -> int:
    """Publish or roll back, and return the exit code of `liaison publish`."""
    parser = argparse.ArgumentParser(
        prog="liaison-publish", description="Publish a site on this kiosk, or roll back to the previous release."
    )
    parser.add_argument(
        "site", nargs="?", type=Path, metavar="SITE", help="a site built with --kiosk; it is not changed"
    )
    parser.add_argument("target", type=Path, metavar="TARGET", help="the folder that the kiosk shows")
    parser.add_argument("--rollback", action="store_true", help="go back to the previous release; takes no SITE")
    options = parser.parse_args()
    if options.rollback == (options.site is not None):
        parser.error("name a SITE and a TARGET, or --rollback and a TARGET alone")
    try:
        release = roll_back(options.target) if options.rollback else publish(options.site, options.target)
    except PublishError as error:
        print(f"liaison-publish: {error}", file=sys.stderr)
        return 75 if isinstance(error, BusyError) else 2
    print(f"{options.target} now shows release {release.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
