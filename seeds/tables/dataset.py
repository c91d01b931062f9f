"""A data set in memory: its records, its sources, and inferred dates and times."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import cast

from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.dates.when import When
from liaison_atlas.seeds.inference.limits import NO_LIMITS, ClaimTimes, InferredLimits
from liaison_atlas.seeds.sources.bibliography import Source
from liaison_atlas.seeds.sources.citations import Citation
from liaison_atlas.seeds.tables import records
from liaison_atlas.seeds.tables.interning import distinct_objects
from liaison_atlas.seeds.tables.problems import Problem, errors_among
from liaison_atlas.seeds.tables.records import Claim, Event, Journey, Person, Rank, Record, SourceKind, Station
from liaison_atlas.seeds.tables.schema import Package
from liaison_atlas.seeds.tables.strands import FICTION_STRAND, MAIN_STRAND, Strand

BIBLIOGRAPHY = "sources"
"""The name of the layout of the bibliography; its ids are the keys of the entries."""


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The layout of the file of a table: the positions of its cells, and the ids written in it."""

    file: str
    """The file named in problems."""
    columns: dict[str, int] = field(default_factory=dict)
    """The position of each column, from 1."""
    key: str | None = None
    """The column that names the rows, if there is one."""
    other_ids: frozenset[str] | None = None
    """Ids in the file other than those of the records; ``None`` if the file could not be read in full.

    A row with a mistake of its own is left out of the data set, but a reference to it is no mistake.
    """
    all_rows_valid: bool = False
    """Whether every row of the file is a record of the data set."""


class Standing(Enum):
    """The evidence for a claim, from the kinds of its sources and of the works through which they are cited."""

    ATTESTED = "attested"
    PARTISAN = "partisan"
    FICTION = "fiction"


@dataclass(frozen=True)
class Dataset:
    """The content of a folder of tables, with its ``problems``, sorted.

    `seeds.read` returns a data set. Each table is a tuple of its valid rows, in the order of the file.

    Parameters
    ----------
    folder : Path
        the folder that the data set was read from.
    package : Package
        the schema and the settings, from ``datapackage.json``.
    places : tuple of Place
        the rows of ``places.csv``.
    names : tuple of PlaceName
        ``names.csv``: the names of places, and when they were in use.
    located : tuple of LocatedPlace
        the ledger: positions in degrees, accuracies in metres.
    people : tuple of Person
        the rows of ``people.csv``.
    stations : tuple of Station
        the rows of ``stations.csv``.
    posts : tuple of Post
        the rows of ``posts.csv``.
    journeys : tuple of Journey
        the rows of ``journeys.csv``.
    events : tuple of Event
        the rows of ``events.csv``.
    ties : tuple of Tie
        the rows of ``ties.csv``.
    polities : tuple of Polity
        the rows of ``polities.csv``.
    disagreements : tuple of Disagreement
        the rows of ``disagreements.csv``.
    documents : tuple of SourceDocument
        the rows of ``documents.csv``.
    coverage : tuple of Coverage
        the rows of ``coverage.csv``.
    tours : tuple of TourStop
        the rows of ``tours.csv``.
    translations : tuple of Translation
        the rows of ``translations.csv``.
    sources : dict of str to Source
        the entries of ``sources.bib``, by key.
    resolved_dates : dict of str to When
        the dates that follow from other rows, by the refs of the claims.
    times : ClaimTimes, optional
        the time of each claim, and its inferred limits.
    problems : tuple of Problem, optional
        the problems of the data set, sorted by file, line and column.
    layouts : dict of str to TableLayout, optional
        the positions of the cells and the ids of each table, by table.
    """

    folder: Path
    package: Package
    places: tuple[records.Place, ...]
    names: tuple[records.PlaceName, ...]
    located: tuple[records.LocatedPlace, ...]
    people: tuple[records.Person, ...]
    stations: tuple[records.Station, ...]
    posts: tuple[records.Post, ...]
    journeys: tuple[records.Journey, ...]
    events: tuple[records.Event, ...]
    ties: tuple[records.Tie, ...]
    polities: tuple[records.Polity, ...]
    disagreements: tuple[records.Disagreement, ...]
    documents: tuple[records.SourceDocument, ...]
    coverage: tuple[records.Coverage, ...]
    tours: tuple[records.TourStop, ...]
    translations: tuple[records.Translation, ...]
    sources: dict[str, Source]
    resolved_dates: dict[str, When]
    """The dates that follow from other rows (`seeds.dates.relative_dates`), by the refs of the claims that have them."""
    times: ClaimTimes = field(default_factory=ClaimTimes, repr=False, compare=False)
    """The time of each claim, and its inferred limits (`seeds.inference.claim_times`)."""
    problems: tuple[Problem, ...] = ()
    layouts: dict[str, TableLayout] = field(default_factory=dict, repr=False, compare=False)
    """By table: the positions of its cells, and the ids written in it. Problems are located with it."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return errors_among(self.problems)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The stations, posts, journeys, events and ties, in this order."""
        return (*self.stations, *self.posts, *self.journeys, *self.events, *self.ties)

    def date_of(self, claim: Claim) -> When | None:
        """The date of a claim; for a journey or an event with a relative date, the resolved date."""
        if claim.relative is None or not isinstance(claim, (Journey, Event)):
            return claim.when
        return self.resolved_dates.get(claim.ref)

    def time_of(self, claim: Claim) -> ClaimTime:
        """The time of a claim, within the limits of its own row and those that follow from other rows."""
        return self.times.times[claim.ref]

    def inferred_limits(self, claim: Claim) -> InferredLimits:
        """The limits of a claim that follow from other rows."""
        return self.times.limits.get(claim.ref, NO_LIMITS)

    @cached_property
    def by_ref(self) -> dict[str, records.Place | Person | Claim]:
        """Places, people and claims by the names that other rows use: ``person:osip-piatnitsky``."""
        named: tuple[records.Place | Person | Claim, ...] = (*self.places, *self.people, *self.claims)
        return {f"{row.singular}:{row.id}": row for row in named}

    def person(self, id: str) -> Person:
        """A person by id. Raises KeyError if there is none."""
        return cast("Person", self.by_ref[f"{Person.singular}:{id}"])

    def station(self, id: str) -> Station:
        """A station by id. Raises KeyError if there is none."""
        return cast("Station", self.by_ref[f"{Station.singular}:{id}"])

    @cached_property
    def disputes(self) -> dict[str, tuple[records.Disagreement, ...]]:
        """The disagreements that name a row, by its ref."""
        found: dict[str, list[records.Disagreement]] = {}
        for disagreement in self.disagreements:
            for ref in dict.fromkeys(disagreement.rows):
                found.setdefault(ref, []).append(disagreement)
        return {ref: tuple(rows) for ref, rows in found.items()}

    def is_outranked(self, claim: Claim) -> bool:
        """Return whether a competing claim takes precedence over this one, according to the author's ranks.

        Among the claims of one strand that one disagreement names, those of the best rank are shown: the preferred
        claims if there are any, otherwise the normal ones. A deprecated claim is always set aside.

        Returns
        -------
        bool
            true for every deprecated claim.
        """
        if claim.rank is Rank.DEPRECATED:
            return True
        if claim.rank is Rank.PREFERRED or not self.disputes:
            return False
        rivals = (self.by_ref.get(ref) for dispute in self.disputes.get(claim.ref, ()) for ref in dispute.rows)
        preferred = [rival for rival in rivals if isinstance(rival, Claim) and rival.rank is Rank.PREFERRED]
        return any(self.strand_of(rival) == self.strand_of(claim) for rival in preferred)

    def is_contested(self, claim: Claim) -> bool:
        """Whether a disagreement names a claim. This says nothing about its evidence."""
        return claim.ref in self.disputes

    def source_kinds(self, citations: tuple[Citation, ...]) -> frozenset[SourceKind]:
        """The kinds that the cited sources count as, limited by the works through which they are cited."""
        keys = tuple([(c.key, c.through.key) if c.through else c.key for c in citations])
        if keys not in self._source_kinds:
            self._source_kinds[keys] = frozenset(kind for c in citations if (kind := self._cited_kind(c)))
        return self._source_kinds[keys]

    def _cited_kind(self, citation: Citation) -> SourceKind | None:
        source = self.sources.get(citation.key)
        go_between = self.sources.get(citation.through.key) if citation.through else None
        if source is None or go_between is None:
            return source.kind if source else None
        return source.kind.read_through(go_between.kind)

    @cached_property
    def _source_kinds(self) -> dict[tuple[str | tuple[str, str], ...], frozenset[SourceKind]]:
        """The cache of `source_kinds`, because most claims cite the same sources as another one."""
        return {}

    def sources_known(self, citations: tuple[Citation, ...]) -> bool:
        """Whether the citations show if a row belongs to the record or to fiction."""
        works = [work for citation in citations for work in (citation, citation.through) if work]
        return bool(works) and all(work.key in self.sources for work in works)

    def is_fiction(self, row: Claim | Person) -> bool:
        """Whether a row rests only on fiction. It then belongs to a strand of fiction."""
        return self.source_kinds(row.sources) == {SourceKind.FICTION}

    @cached_property
    def strands(self) -> tuple[Strand, ...]:
        """The main strand, the strands that the descriptor declares, and one for fiction without a declared strand."""
        declared = self.package.strands
        rows: tuple[Claim | Person, ...] = (*self.claims, *self.people)
        standings = (self.standing_on(cited) for cited in distinct_objects(rows, "sources"))
        if any(strand.fiction for strand in declared) or Standing.FICTION not in standings:
            return declared
        return (*declared, Strand(FICTION_STRAND, fiction=True))

    def strand(self, name: str) -> Strand:
        """A strand by name. Raises KeyError if there is none."""
        return {strand.name: strand for strand in self.strands}[name]

    def strand_of(self, claim: Claim) -> str:
        """Return the name of the strand to which a claim belongs.

        It is the strand in the claim's own cell. If the cell is empty, a claim that rests only on fiction belongs to
        the first strand that is declared as fiction, and any other claim to the main strand.

        Returns
        -------
        str
            a name that the descriptor declares, or the name of the main strand.
        """
        return claim.strand or (self.fiction_strand if self.is_fiction(claim) else MAIN_STRAND)

    @cached_property
    def fiction_strand(self) -> str:
        """The name of the strand for fiction that names no strand."""
        return next((strand.name for strand in self.package.strands if strand.fiction), FICTION_STRAND)

    def strand_of_disagreement(self, disagreement: records.Disagreement) -> str:
        """The name of the strand of all claims that a disagreement names; the main strand if they differ."""
        rows = [self.by_ref[ref] for ref in disagreement.rows]
        strands = {self.strand_of(row) for row in rows if isinstance(row, Claim)}
        strands |= {self.fiction_strand for row in rows if isinstance(row, Person) and self.is_fiction(row)}
        return strands.pop() if len(strands) == 1 else MAIN_STRAND

    @cached_property
    def _translated(self) -> dict[tuple[str, str, str, str], str]:
        return {(t.table_, t.row, t.column, t.language): t.text for t in self.translations}

    def translated(self, table: str, row: str, column: str, language: str) -> str | None:
        """The translation of a cell; ``None`` if translations.csv has none."""
        return self._translated.get((table, row, column, language))

    def localized_text(self, row: Record, column: str, language: str) -> str | None:
        """Return a cell in a language: the written text for the first language, otherwise the translation, if any.

        An empty cell is empty in every language.

        Returns
        -------
        str or None
            ``None`` if there is no translation.
        """
        written: str | None = getattr(row, column)
        if not written or language == self.package.language:
            return written or ""
        return self.translated(row.table, getattr(row, "id", ""), column, language)

    def standing(self, claim: Claim) -> Standing:
        """The standing of a claim; `layers.wording.standing_wording` puts it into words."""
        return self.standing_on(claim.sources)

    def standing_on(self, citations: tuple[Citation, ...]) -> Standing:
        """The standing of any claim with these sources."""
        kinds = self.source_kinds(citations)
        if kinds == {SourceKind.FICTION}:
            return Standing.FICTION
        return Standing.PARTISAN if kinds == {SourceKind.PARTISAN} else Standing.ATTESTED
