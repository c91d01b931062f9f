"""Write a site again and again in forks of a process, and kill each fork at a random moment.

``python tests/killed_writers.py FOLDER`` is a process of its own, so that it is small and forks at once. It fails where
the site in FOLDER is ever anything but one complete version.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from liaison_atlas.maps.site import manifest, output_folder

KILLS = 200
NAMES = tuple(f"{n}.txt" for n in range(6))


def forked(work: Callable[[], object]) -> int:
    """Begin some work in a fork of this process; the fork ends with it, and with 1 where it fails."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException as error:
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
        os._exit(1)
    os._exit(0)


def killed_after(child: int, seconds: float) -> None:
    """Kill a fork after so many seconds."""
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def site_version(number: int) -> dict[str, bytes]:
    """The files of a site of this number, each with the number inside."""
    listed = ", ".join(f'"{name}": {{}}' for name in NAMES)
    return {
        **{name: str(number).encode() * 500 for name in NAMES},
        manifest.MANIFEST_FILE: f'{{"files": {{{listed}}}}}'.encode(),
    }


def write_site(site: Path, files: Mapping[str, bytes]) -> None:
    """Replace the previous site by these files, all or none."""
    with output_folder.staged_site(site) as staging:
        for name, content in files.items():
            staging.write(name, content)


def write_for_ever(out: Path, first: int) -> None:
    """Write version after version, from this number on."""
    # A kill loses nothing that was written, flushed or not; without flushing there are more versions.
    os.fsync = lambda _handle: None
    for number in range(first, 10**9):
        write_site(out, site_version(number))


def main(out: Path) -> None:
    """Kill the writers; look at the site after each kill, and at its folder in the end."""
    chance = random.Random(1927)
    write_site(out, site_version(0))
    versions = set()
    for attempt in range(KILLS):
        killed_after(forked(partial(write_for_ever, out, attempt * 1000)), chance.uniform(0, 0.02))
        assert {path.name for path in out.iterdir()} == {*NAMES, manifest.MANIFEST_FILE}, attempt
        found = {(out / name).read_bytes() for name in NAMES}
        assert len(found) == 1, attempt
        versions |= found
    assert len(versions) > 20, "it was always killed before it had written anything"
    write_site(out, site_version(1))
    assert [path.name for path in out.parent.iterdir()] == [out.name], "the remains of killed writers are not removed"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
