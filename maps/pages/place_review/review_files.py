"""Locates the places that a ledger lacks, and writes a table and a page for the review by a person.

``liaison locate`` calls `locate_places`. Both files are in the folder of the data set, and are removed when nothing is
left to decide. A file that would not change is not written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

from liaison_atlas import geo
from liaison_atlas.geo.locating import AcceptanceResult, LedgerError, propose_and_accept
from liaison_atlas.geo.locating.ledger_file import PROPOSALS_FILE_NAME, ledger_with_rows, proposed_csv, replace_file
from liaison_atlas.geo.locating.online_candidates import GeocodeFunction
from liaison_atlas.maps.pages.place_review.review_html import review_page
from liaison_atlas.seeds.tables.dataset import Dataset

PAGE_FILE = "locate.html"
_OWN_FILE_STARTS = {PROPOSALS_FILE_NAME: b"place,lon,lat,", PAGE_FILE: b"<!DOCTYPE html>"}


@dataclass(frozen=True)
class LocateOutcome:
    """The positions found and accepted, and the files written or removed."""

    result: AcceptanceResult
    written: tuple[Path, ...]
    removed: tuple[Path, ...]


def locate_places(
    data: Dataset,
    *,
    accept_on: date | None = None,
    gazetteer: geo.Gazetteer | None = None,
    ask: GeocodeFunction | None = None,
    method: str = "online",
) -> LocateOutcome:
    """Propose positions for the places that the ledger lacks, and write the proposals for review.

    Parameters
    ----------
    data : Dataset
        with the current ledger.
    accept_on : date, optional
        if given, positions that are beyond doubt are written to the ledger, with this day as the date of acceptance.
    gazetteer, ask, method
        as for `geo.locate`.

    Returns
    -------
    LocateOutcome
        the positions found and accepted, and the files written or removed.

    Raises
    ------
    LedgerError
        if a file cannot be written; the ledger is then unchanged or complete.
    """
    cached_ask = cache(ask) if ask is not None else None  # a failed request is not repeated in a run either
    result = propose_and_accept(
        data, partial(geo.locate, gazetteer=gazetteer, geocode=cached_ask, method=method), accept_on
    )
    files: dict[Path, bytes] = {}
    if result.accepted:
        path, content = ledger_with_rows(data, result.accepted)
        files[path] = content
    if result.remaining:
        files[data.folder / PROPOSALS_FILE_NAME] = proposed_csv(data, result.remaining)
        files[data.folder / PAGE_FILE] = review_page(result.data, result.remaining).encode()
    written = tuple(path for path, content in files.items() if replace_file(path, content))
    removed = (
        ()
        if result.remaining
        else tuple(_removed_stale_file(data.folder / name, begins) for name, begins in _OWN_FILE_STARTS.items())
    )
    return LocateOutcome(result, written, tuple(path for path in removed if path is not None))


def _removed_stale_file(path: Path, starts_with: bytes) -> Path | None:
    """Remove a file of an earlier run, and return its path; a file that was not written by this command stays."""
    try:
        if not path.is_file() or not path.read_bytes().startswith(starts_with):
            return None
        path.unlink()
    except OSError as error:
        raise LedgerError(f"cannot remove {path}: {error.strerror}; remove it by hand") from None
    return path
