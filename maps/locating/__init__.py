"""Look for the places that a ledger lacks, and write what a person needs to decide: a table and a page.

`locate_places` is what ``liaison locate`` does. Both files stand in the folder of the data set, and go when nothing is
left to decide. Nothing is written where nothing changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

import geo
from geo.locating import LedgerError, Settled, settle
from geo.locating.asking import Ask
from geo.locating.ledger_file import PROPOSED, ledger_with, proposed_csv, replace_whole
from maps.locating.page import locate_page
from seeds.dataset import Dataset

PAGE = "locate.html"
_OURS = {PROPOSED: b"place,lon,lat,", PAGE: b"<!DOCTYPE html>"}


@dataclass(frozen=True)
class Outcome:
    """What was found and accepted, and the files that were written or taken away."""

    settled: Settled
    written: tuple[Path, ...]
    removed: tuple[Path, ...]


def locate_places(
    data: Dataset,
    *,
    accept_on: date | None = None,
    gazetteer: geo.Gazetteer | None = None,
    ask: Ask | None = None,
    method: str = "online",
) -> Outcome:
    """Propose positions for the places that the ledger lacks, and write the proposals for review.

    Parameters
    ----------
    data : Dataset
    accept_on : date, optional
        where given, what is beyond doubt is written into the ledger, as accepted on this day.
    gazetteer, ask, method
        as for `geo.locate`.

    Raises
    ------
    LedgerError
        where a file cannot be written; the ledger is then as it was, or whole.
    """
    once = cache(ask) if ask is not None else None  # a refusal too is heard once in a run
    settled = settle(data, partial(geo.locate, gazetteer=gazetteer, ask=once, method=method), accept_on)
    files: dict[Path, bytes] = {}
    if settled.accepted:
        path, content = ledger_with(data, settled.accepted)
        files[path] = content
    if settled.left:
        files[data.folder / PROPOSED] = proposed_csv(data, settled.left)
        files[data.folder / PAGE] = locate_page(settled.data, settled.left).encode()
    written = tuple(path for path, content in files.items() if replace_whole(path, content))
    removed = () if settled.left else tuple(_taken_away(data.folder / name, begins) for name, begins in _OURS.items())
    return Outcome(settled, written, tuple(path for path in removed if path is not None))


def _taken_away(path: Path, begins: bytes) -> Path | None:
    """Remove a file of an earlier run; one that another hand wrote stays."""
    try:
        if not path.is_file() or not path.read_bytes().startswith(begins):
            return None
        path.unlink()
    except OSError as error:
        raise LedgerError(f"cannot remove {path}: {error.strerror}; remove it by hand") from None
    return path
