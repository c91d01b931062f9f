"""Write what was accepted into ``located.csv``, and what was proposed beside it, atomically.

The ledger is a person's file. What stands in it stays as it is, byte for byte; rows are added at its end, in its own
columns, with its own separator and line ends.
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
"""The columns of the proposals besides those of the ledger."""


class LedgerError(Exception):
    """The ledger cannot be written; the message says why and what to do."""


def accepted_rows(proposals: Iterable[Proposal], on: date) -> tuple[LocatedPlace, ...]:
    """The rows of the ledger that the certain proposals make."""
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
    """The file of the ledger and what it holds once the rows are added.

    Returns
    -------
    path : Path
        of the ledger.
    content : bytes
        the entire file, with the rows.

    Raises
    ------
    LedgerError
        where the ledger stands in a workbook, or cannot be read.
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
    """Put a file in place in one step.

    Returns
    -------
    bool
        whether the file changed or is new.

    Raises
    ------
    LedgerError
        where it cannot be written; what was there stays.
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
    """A number as the ledger writes it, with six decimals at most and no trailing zeros.

    Returns
    -------
    str
        never with an exponent.

    Examples
    --------
    >>> number_text(37.61781), number_text(96.0), number_text(-0.0000001)
    ('37.61781', '96', '0')
    """
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _formula_safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{cell}" if cell[:1] in {"=", "+", "@", "\t"} else cell
