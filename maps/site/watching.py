"""Builds again whenever the tables change: ``watch(...)`` polls their contents.

It polls because network shares send no change events. Only contents count: saving a file without a change builds
nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from liaison_atlas.maps.site import manifest

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
    """Call ``build`` immediately, and again after each change of the inputs.

    A change is built when two polls in a row find the same contents, because a spreadsheet writes its file in parts.

    Parameters
    ----------
    dataset : Path
        the folder of the data set.
    build : callable
        reports its own errors; the last good site stays.
    extra_inputs : tuple of Path
        other files that ``build`` reads.
    interval_s : float
        seconds between two polls.
    sleep, keep_going : callable
        how to wait, and whether to continue.
    """
    built: Any = None
    previous: Any = None
    while keep_going():
        current = _input_state(dataset, extra_inputs)
        if current != built and (current == previous or built is None):
            built = current
            build()
        previous = current
        if keep_going():
            sleep(interval_s)


def _input_state(dataset: Path, more: tuple[Path, ...]) -> dict[str, Any]:
    """Hashes of the inputs; empty for a folder that is briefly missing, as on a network share."""
    state: dict[str, Any] = dict(manifest.input_entries(dataset))
    for path in more:
        try:
            state[str(path)] = manifest.file_entry(path.read_bytes())
        except OSError:
            state[str(path)] = None
    return state
