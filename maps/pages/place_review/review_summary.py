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
    accepted = {row.place for row in outcome.result.accepted}
    for proposal in outcome.result.proposals:
        yield from map(printable, _place_lines(proposal, accepted=proposal.place.id in accepted))
    yield from map(printable, _total_lines(outcome, dataset))


def _place_lines(proposal: Proposal, *, accepted: bool) -> Iterator[str]:
    place = proposal.place
    status = "accepted" if accepted else "beyond doubt" if proposal.certain else proposal.doubt
    yield f"{place.id} ({place.name}): {status}"
    for problem in proposal.problems:
        yield f"  {problem}"
    for rank, candidate in enumerate(proposal.candidates, 1):
        country = f", {candidate.country}" if candidate.country else ""
        yield (
            f"  {rank}. {candidate.score:.2f}  {candidate.name}{country}  "
            f"{number_text(candidate.lon)} {number_text(candidate.lat)}, within {radius_text(candidate.accuracy_m)}"
            + (f", {candidate.identifier}" if candidate.identifier else "")
        )
        yield f"     {'; '.join(candidate.reasons)}"


def _total_lines(outcome: LocateOutcome, dataset: Path) -> Iterator[str]:
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
