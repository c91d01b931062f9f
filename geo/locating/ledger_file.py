"""Write what was accepted into ``located.csv``, and what was proposed beside it, atomically.

The ledger is a person's file. What stands in it stays as it is, byte for byte; rows are added at its end, in its own
columns, with its own separator and line ends.
"""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from liaison_atlas.geo.locating.candidates import Candidate, Proposal
from liaison_atlas.seeds.tables.csv_file import sniff_dialect
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import LocatedPlace
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
        LocatedPlace(
            line=0,
            place=proposal.place.id,
            lon=first.lon,
            lat=first.lat,
            accuracy_m=first.accuracy_m,
            method=first.method,
            identifier=first.identifier,
            accepted_by=ACCEPTED_BY,
            accepted_on=on.isoformat(),
            note=_note(first),
        )
        for proposal in proposals
        if proposal.certain
        for first in proposal.candidates[:1]
    )


def ledger_with_rows(data: Dataset, rows: Sequence[LocatedPlace]) -> tuple[Path, bytes]:
    """The file of the ledger and what it holds once the rows are added.

    Raises
    ------
    LedgerError
        where the ledger stands in a workbook, or cannot be read.
    """
    path = data.folder / data.package.by_name["located"].path
    if not path.exists() and (books := workbooks_in(data.folder)):
        raise LedgerError(
            f"the ledger stands in {books[0].name}; copy the rows of {PROPOSALS_FILE_NAME} into its sheet by hand"
        )
    try:
        before = path.read_bytes() if path.exists() else b""
        text = before.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError(f"cannot read {path.name} ({error}); it must be a file in UTF-8") from None
    columns = list(data.package.by_name["located"].by_name)
    dialect = sniff_dialect(before)
    end = "\r\n" if "\r\n" in text else "\n"
    header = (
        next(csv.reader([dialect.header_line.decode()], delimiter=dialect.separator))
        if dialect.header_line
        else columns
    )
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=dialect.separator, lineterminator=end)
    if not dialect.header_line:
        writer.writerow(columns)
    writer.writerows([_ledger_cells(row).get(column.strip(), "") for column in header] for row in rows)
    if not dialect.header_line:
        return path, out.getvalue().encode()
    missing_line_end = b"" if before.endswith((b"\n", b"\r")) else end.encode()
    return path, before + missing_line_end + out.getvalue().encode()


def proposed_csv(data: Dataset, proposals: Iterable[Proposal]) -> bytes:
    """The proposals as a table: the columns of the ledger, then rank, score and reasons."""
    columns = list(data.package.by_name["located"].by_name)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*columns, *PROPOSAL_COLUMNS])
    for proposal in proposals:
        for rank, candidate in enumerate(proposal.candidates, 1):
            row = LocatedPlace(
                line=0,
                place=proposal.place.id,
                lon=candidate.lon,
                lat=candidate.lat,
                accuracy_m=candidate.accuracy_m,
                method=candidate.method,
                identifier=candidate.identifier,
                accepted_by="",
                accepted_on="",
                note=_note(candidate),
            )
            reasons = "; ".join(candidate.reasons)
            cells = _ledger_cells(row) | {"rank": str(rank), "score": f"{candidate.score:.3f}", "reasons": reasons}
            writer.writerow([_formula_safe(cells.get(column, "")) for column in (*columns, *PROPOSAL_COLUMNS)])
    return out.getvalue().encode()


def replace_file(path: Path, content: bytes) -> bool:
    """Put a file in place in one step; whether it was another before.

    Raises
    ------
    LedgerError
        where it cannot be written; what was there stays.
    """
    try:
        if path.exists() and path.read_bytes() == content:
            return False
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(mode)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}; what was there is unchanged"
        raise LedgerError(f"{message}; make the folder writable, or work on a copy") from None
    return True


def _ledger_cells(row: LocatedPlace) -> dict[str, str]:
    return {
        "place": row.place,
        "lon": number_text(row.lon),
        "lat": number_text(row.lat),
        "accuracy_m": number_text(row.accuracy_m),
        "method": row.method,
        "identifier": row.identifier or "",
        "accepted_by": row.accepted_by,
        "accepted_on": row.accepted_on,
        "note": row.note or "",
    }


def number_text(value: float) -> str:
    """A number as the ledger writes it: six digits behind the point at most, none that say nothing.

    >>> number_text(37.61781), number_text(96.0), number_text(-0.0000001)
    ('37.61781', '96', '0')
    """
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _note(candidate: Candidate) -> str:
    return f"{candidate.name}. {candidate.accuracy_reason}"


def _formula_safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{cell}" if cell[:1] in {"=", "+", "@", "\t"} else cell
