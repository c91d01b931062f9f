"""A data set in memory: its records, its sources, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from pathlib import Path

from seeds.bibliography import Source
from seeds.citations import Citation
from seeds.frame import Frame
from seeds.problems import Level, Problem
from seeds.records import (
    Claim,
    Coverage,
    Disagreement,
    Document,
    Event,
    Journey,
    LocatedPlace,
    Name,
    Person,
    Place,
    Polity,
    Post,
    Rank,
    SourceKind,
    Station,
    Tie,
)
from seeds.schema import Package
from seeds.when import When


class Standing(Enum):
    """What a claim rests on. It follows from its sources, never from taste."""

    ATTESTED = "attested"
    DISPUTED = "disputed"
    FICTION = "fiction"


@dataclass(frozen=True)
class Dataset:
    """All that a folder of tables says. ``problems`` tells what is wrong with it, sorted."""

    folder: Path
    package: Package
    places: tuple[Place, ...]
    names: tuple[Name, ...]
    located: tuple[LocatedPlace, ...]
    people: tuple[Person, ...]
    stations: tuple[Station, ...]
    posts: tuple[Post, ...]
    journeys: tuple[Journey, ...]
    events: tuple[Event, ...]
    ties: tuple[Tie, ...]
    polities: tuple[Polity, ...]
    disagreements: tuple[Disagreement, ...]
    documents: tuple[Document, ...]
    coverage: tuple[Coverage, ...]
    sources: dict[str, Source]
    dates: dict[str, When]
    """The date of each claim that has one, by its ref; relative dates are resolved."""
    problems: tuple[Problem, ...] = ()
    frames: dict[str, Frame] = field(default_factory=dict, repr=False, compare=False)
    """Where the cells of each table stand, and the ids that are written in it: to tell problems by."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(p for p in self.problems if p.level is Level.ERROR)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Stations, posts, journeys, events and ties, in this order."""
        return (*self.stations, *self.posts, *self.journeys, *self.events, *self.ties)

    @cached_property
    def by_ref(self) -> dict[str, Place | Person | Claim]:
        """Places, people and claims by the names that other rows use: ``person:osip-piatnitsky``."""
        named: tuple[Place | Person | Claim, ...] = (*self.places, *self.people, *self.claims)
        return {f"{row.singular}:{row.id}": row for row in named}

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def _stations(self) -> dict[str, Station]:
        return {station.id: station for station in self.stations}

    def person(self, id: str) -> Person:
        """A person by id. Raises KeyError where there is none."""
        return self._people[id]

    def station(self, id: str) -> Station:
        """A station by id. Raises KeyError where there is none."""
        return self._stations[id]

    @cached_property
    def disputes(self) -> dict[str, tuple[Disagreement, ...]]:
        """The disagreements that name a row, by its ref."""
        found: dict[str, list[Disagreement]] = {}
        for disagreement in self.disagreements:
            for ref in dict.fromkeys(disagreement.rows):
                found.setdefault(ref, []).append(disagreement)
        return {ref: tuple(rows) for ref, rows in found.items()}

    def is_set_aside(self, claim: Claim) -> bool:
        """Whether a competing claim comes before this one, by the ranks that the author gave.

        Among the claims that one disagreement names, those of the best rank are shown: the preferred ones
        where there are any, else the normal ones. A deprecated claim is set aside wherever it stands.
        """
        if claim.rank is Rank.DEPRECATED:
            return True
        if claim.rank is Rank.PREFERRED:
            return False
        rivals = (self.by_ref.get(ref) for dispute in self.disputes.get(claim.ref, ()) for ref in dispute.rows)
        return any(isinstance(rival, Claim) and rival.rank is Rank.PREFERRED for rival in rivals)

    def kinds(self, citations: tuple[Citation, ...]) -> set[SourceKind]:
        """The kinds of the sources that are cited."""
        return {self.sources[c.key].kind for c in citations if c.key in self.sources}

    def has_world(self, citations: tuple[Citation, ...]) -> bool:
        """Whether it can be told if a row with these citations is of the record or of fiction."""
        return bool(citations) and all(c.key in self.sources for c in citations)

    def is_fiction(self, row: Claim | Person) -> bool:
        """Whether a row rests on fiction alone: then it belongs to another world than the record."""
        return self.kinds(row.sources) == {SourceKind.FICTION}

    def standing(self, claim: Claim) -> tuple[Standing, str]:
        """What a claim rests on, and the reason in words."""
        kinds = self.kinds(claim.sources)
        if kinds == {SourceKind.FICTION}:
            return Standing.FICTION, "It rests on fiction alone."
        reasons = ["It rests on partisan sources alone."] if kinds == {SourceKind.PARTISAN} else []
        titles = [d.title for d in self.disputes.get(claim.ref, ())]
        if titles:
            reasons.append("It is in dispute: " + "; ".join(titles) + ("" if titles[-1].endswith("?") else "."))
        if reasons:
            return Standing.DISPUTED, " ".join(reasons)
        words = {
            SourceKind.SCHOLARSHIP: "scholarship",
            SourceKind.ARCHIVE: "archival papers",
            SourceKind.MEMOIR: "a memoir",
            SourceKind.ENCYCLOPEDIA: "an encyclopedia",
            SourceKind.PARTISAN: "a partisan source",
        }
        rests = [words[kind] for kind in words if kind in kinds]
        listed = rests[0] if len(rests) == 1 else ", ".join(rests[:-1]) + " and " + rests[-1] if rests else "no source"
        return Standing.ATTESTED, f"It rests on {listed}."
