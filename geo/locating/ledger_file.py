"""Write accepted rows into ``located.csv``, and the proposals next to it, atomically.

A person owns the ledger. Its existing content stays the same, byte for byte. New rows are added at its end, with its
own columns, separator and line ends.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path

from liaison_atlas.geo.locating.candidates import Candidate, Proposal
from liaison_atlas.seeds.tables.atomic_write import write_atomically
from liaison_atlas.seeds.tables.csv_file import sniff_dialect
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import LocatedPlace, Place
from liaison_atlas.seeds.tables.workbook import workbooks_in

PROPOSALS_FILE_NAME = "located.proposed.csv"
ACCEPTED_BY = "liaison locate --accept-certain"
PROPOSAL_COLUMNS = ("rank", "score", "reasons")
"""The columns of the proposals, in addition to those of the ledger."""


class LedgerError(Exception):
    """The ledger cannot be written; the message says why and what to do."""


def accepted_rows(proposals: Iterable[Proposal], on: date) -> tuple[LocatedPlace, ...]:
    """The rows of the ledger for the certain proposals."""
    return tuple(
        _row(proposal.place, proposal.candidates[0], ACCEPTED_BY, on.isoformat())
        for proposal in proposals
        if proposal.certain
    )


def _row(place: Place, candidate: Candidate, accepted_by: str, accepted_on: str) -> LocatedPlace:
    return LocatedPlace(
        line=0,
        place=place.id,
        lon=candidate.lon,
        lat=candidate.lat,
        accuracy_m=candidate.accuracy_m,
        method=candidate.method,
        identifier=candidate.identifier,
        accepted_by=accepted_by,
        accepted_on=accepted_on,
        note=f"{candidate.name}. {candidate.accuracy_reason}",
    )


def ledger_with_rows(data: Dataset, rows: Sequence[LocatedPlace]) -> tuple[Path, bytes]:
    """Return the file of the ledger and its content with the rows added.

    Returns
    -------
    path : Path
        the file of the ledger.
    content : bytes
        the entire file, including the new rows.

    Raises
    ------
    LedgerError
        if the ledger is in a workbook, or cannot be read.
    """
    path = data.folder / data.package.by_name["located"].path
    if not path.exists() and (books := workbooks_in(data.folder)):
        raise LedgerError(
            f"the ledger is a sheet of {books[0].name}; copy the rows of {PROPOSALS_FILE_NAME} into its sheet by hand"
        )
    try:
        before = path.read_bytes() if path.exists() else b""
        text = before.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError(f"cannot read {path.name} ({error}); save it as UTF-8") from None
    columns = list(data.package.by_name["located"].by_name)
    dialect = sniff_dialect(before)
    end = "\r\n" if "\r\n" in text else "\n"
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=dialect.separator, lineterminator=end)
    if dialect.header_line:
        columns = next(csv.reader([dialect.header_line.decode()], delimiter=dialect.separator))
        out.write("" if before.endswith((b"\n", b"\r")) else end)
    else:
        before = b""
        writer.writerow(columns)
    writer.writerows([_ledger_cells(row).get(column.strip(), "") for column in columns] for row in rows)
    return path, before + out.getvalue().encode()


def proposed_csv(data: Dataset, proposals: Iterable[Proposal]) -> bytes:
    """The proposals as a table: the columns of the ledger, then rank, score and reasons."""
    columns = list(data.package.by_name["located"].by_name)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*columns, *PROPOSAL_COLUMNS])
    for proposal in proposals:
        for rank, candidate in enumerate(proposal.candidates, 1):
            row = _row(proposal.place, candidate, "", "")
            reasons = "; ".join(candidate.reasons)
            cells = _ledger_cells(row) | {"rank": str(rank), "score": f"{candidate.score:.3f}", "reasons": reasons}
            writer.writerow([_formula_safe(cells.get(column, "")) for column in (*columns, *PROPOSAL_COLUMNS)])
    return out.getvalue().encode()


def replace_file(path: Path, content: bytes) -> bool:
    """Write a file atomically.

    Returns
    -------
    bool
        whether the file changed or is new.

    Raises
    ------
    LedgerError
        if it cannot be written; an existing file stays as it was.
    """
    try:
        if path.exists() and path.read_bytes() == content:
            return False
        write_atomically(path.parent, {path.name: content})
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}; the existing file is unchanged"
        raise LedgerError(f"{message}; make the folder writable, or work on a copy") from None
    return True


def _ledger_cells(row: LocatedPlace) -> dict[str, str]:
    values = {field.name: getattr(row, field.name) for field in fields(row) if field.name != "line"}
    return {
        name: number_text(value) if isinstance(value, int | float) else value or "" for name, value in values.items()
    }


def number_text(value: float) -> str:
    """Format a number for the ledger, with at most six decimals and no trailing zeros.

    Returns
    -------
    str
        the number, without an exponent.

    Examples
    --------
    >>> number_text(37.61781), number_text(96.0), number_text(-0.0000001)
    ('37.61781', '96', '0')
    """
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _formula_safe(cell: str) -> str:
    """Escape a cell so that no spreadsheet takes it for a formula; numbers stay numbers."""
    return f"'{cell}" if cell[:1] in {"=", "+", "@", "\t"} else cell
