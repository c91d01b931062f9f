"""The output of ``liaison locate``: lines for a person, or a document for a script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from liaison_atlas.geo.locating.candidates import Candidate, Proposal
from liaison_atlas.geo.locating.ledger_file import number_text
from liaison_atlas.maps.pages.place_review.review_files import LocateOutcome
from liaison_atlas.maps.pages.place_review.review_html import radius_text
from liaison_atlas.seeds.tables.problems import printable


def summary_lines(outcome: LocateOutcome, dataset: Path) -> Iterator[str]:
    """The places with their candidates, then the actions taken. Control characters are escaped for the terminal."""
    for proposal in outcome.result.proposals:
        yield from map(printable, place_lines(proposal, outcome))
        for rank, score, name, position, radius, identifier, reasons in candidate_rows(proposal):
            identifier = identifier and f", {identifier}"
            yield printable(f"  {rank}. {score}  {name}  {position}, within {radius}{identifier}")
            yield printable(f"     {reasons}")
    yield from map(printable, total_lines(outcome, dataset))


def place_lines(proposal: Proposal, outcome: LocateOutcome) -> Iterator[str]:
    """The place of a proposal, whether it was accepted, and its problems."""
    place = proposal.place
    accepted = any(row.place == place.id for row in outcome.result.accepted)
    status = "accepted" if accepted else "beyond doubt" if proposal.certain else proposal.doubt
    yield f"{place.id} ({place.name}): {status}"
    for problem in proposal.problems:
        yield f"  {problem}"


CANDIDATE_COLUMNS = ("", "score", "candidate", "position", "within", "identifier", "reasons")


def candidate_rows(proposal: Proposal) -> Iterator[tuple[str, ...]]:
    """The candidates of a place as cells of `CANDIDATE_COLUMNS`, best first."""
    for rank, c in enumerate(proposal.candidates, 1):
        name = f"{c.name}, {c.country}" if c.country else c.name
        position = f"{number_text(c.lon)} {number_text(c.lat)}"
        radius, reasons = radius_text(c.accuracy_m), "; ".join(c.reasons)
        yield str(rank), f"{c.score:.2f}", name, position, radius, c.identifier or "", reasons


def total_lines(outcome: LocateOutcome, dataset: Path) -> Iterator[str]:
    """What was found, what to do next, and the files that were written or removed."""
    result = outcome.result
    if not result.proposals:
        yield "every place has a position; nothing was asked"
    else:
        certain = sum(proposal.certain for proposal in result.proposals)
        without = sum(not proposal.candidates for proposal in result.proposals)
        parts = [f"{certain} {'accepted' if result.accepted else 'beyond doubt'}"]
        parts.append(f"{len(result.proposals) - certain - without} for you to decide")
        parts += [f"{without} without a candidate"] if without else []
        yield f"{len(result.proposals)} places without a position: {', '.join(parts)}"
        if certain and not result.accepted:
            yield f"to write what is beyond doubt into the ledger: liaison locate {dataset} --accept-certain"
    for path in outcome.written:
        yield f"wrote {path}"
    for path in outcome.removed:
        yield f"removed {path}, of an earlier run"


def outcome_document(outcome: LocateOutcome) -> dict[str, Any]:
    """The outcome as a JSON document."""
    accepted = {row.place for row in outcome.result.accepted}
    return {
        "places": [
            {
                "place": proposal.place.id,
                "name": proposal.place.name,
                "kind": proposal.place.kind,
                "certain": proposal.certain,
                "accepted": proposal.place.id in accepted,
                "doubt": proposal.doubt,
                "problems": list(proposal.problems),
                "candidates": [_candidate_dict(candidate) for candidate in proposal.candidates],
            }
            for proposal in outcome.result.proposals
        ],
        "written": [str(path) for path in outcome.written],
        "removed": [str(path) for path in outcome.removed],
        "problems": [],
    }


def _candidate_dict(candidate: Candidate) -> dict[str, Any]:
    values = asdict(candidate)
    return {"accuracy_why": values.pop("accuracy_reason"), **values}
