"""Build again whenever the tables change: ``watch(...)`` asks for their contents again and again.

It asks, rather than being told by the file system, for network shares tell nothing. What counts is content: a file
that is saved without a change builds nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from maps.site import manifest

POLL_INTERVAL_S = 1.0


def watch(
    dataset: Path,
    build: Callable[[], None],
    *,
    extra_inputs: tuple[Path, ...] = (),
    interval_s: float = POLL_INTERVAL_S,
    sleep: Callable[[float], None] = time.sleep,
    keep_going: Callable[[], bool] = lambda: True,
) -> None:
    """Call ``build`` at once, and again after each change of the inputs.

    A change is built when two looks in a row have found the same: a spreadsheet writes its file in pieces.

    Parameters
    ----------
    dataset : Path
    build : callable
        tells its own errors; the last good site stays.
    extra_inputs : tuple of Path
        other files that it reads.
    interval_s : float
        seconds between two looks.
    sleep, going : callable
        how to wait, and whether to go on.
    """
    built: Any = None
    before: Any = None
    while keep_going():
        now = _input_state(dataset, extra_inputs)
        if now != built and (now == before or built is None):
            built = now
            build()
        before = now
        if keep_going():
            sleep(interval_s)


def _input_state(dataset: Path, more: tuple[Path, ...]) -> dict[str, Any]:
    """What the inputs hold; a folder that is gone for a moment, as on a share, holds nothing."""
    found: dict[str, Any] = dict(manifest.input_entries(dataset))
    for path in more:
        try:
            found[str(path)] = manifest.file_entry(path.read_bytes())
        except OSError:
            found[str(path)] = None
    return found
