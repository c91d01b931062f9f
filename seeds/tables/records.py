"""What a row is: one frozen dataclass for each table, its fields named as the columns.

A test holds them equal to ``datapackage.json``. A column whose name is a word of Python carries an
underscore here (``from_``). Lists are tuples, what is not known is ``None``, and what was written
is kept: a date keeps its text, a citation its locator.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, TypeVar, dataclass_transform

from liaison_atlas.seeds.dates.days import Calendar
from liaison_atlas.seeds.dates.when import When
from liaison_atlas.seeds.sources.citations import Citation


class _CellEnum(Enum):
    """A choice of cells. Its members are hashed as the single objects that they are: Enum's own hash takes ten times as long."""

    __hash__ = object.__hash__


class Certainty(_CellEnum):
    """How sure a source, or the reading of it, is: the words of the Linked Places format."""

    CERTAIN = "certain"
    LESS_CERTAIN = "less-certain"
    UNCERTAIN = "uncertain"


class Rank(_CellEnum):
    """Which of several competing claims comes first, ranked as in Wikidata."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class LinkCertainty(_CellEnum):
    """How sure the course of a line is: the words of Itiner-e."""

    CERTAIN = "certain"
    CONJECTURED = "conjectured"
    HYPOTHETICAL = "hypothetical"


class SourceKind(_CellEnum):
    """What a source is; the standing of a claim follows from it."""

    SCHOLARSHIP = "scholarship"
    ARCHIVE = "archive"
    MEMOIR = "memoir"
    ENCYCLOPEDIA = "encyclopedia"
    POPULAR = "popular"
    PARTISAN = "partisan"
    FICTION = "fiction"

    def read_through(self, go_between: SourceKind) -> SourceKind:
        """What a work counts as of which only a quotation in another work was read.

        It proves no more than that work does: through a partisan work it is partisan at best, through fiction fiction.

        Returns
        -------
        SourceKind
            this one, or the lower one that limits it.

        Examples
        --------
        >>> SourceKind.ARCHIVE.read_through(SourceKind.PARTISAN).value
        'partisan'
        >>> SourceKind.SCHOLARSHIP.read_through(SourceKind.ENCYCLOPEDIA).value
        'scholarship'
        """
        return next((cap for cap in (SourceKind.FICTION, SourceKind.PARTISAN) if cap in (self, go_between)), self)


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table, with the line of its file where it begins."""

    line: int
    table: ClassVar[str]
    singular: ClassVar[str]


R = TypeVar("R", bound=Record)
RECORDS: list[type[Record]] = []
"""The records of all tables, in the order in which these are read."""


@dataclass_transform(frozen_default=True)
def _table_record(table: str, singular: str) -> Callable[[type[R]], type[R]]:
    """Make a class the frozen dataclass of a table, whose rows ``singular:id`` names."""

    def register(fields: type[R]) -> type[R]:
        record = dataclass(frozen=True, slots=True)(fields)
        record.table, record.singular = table, singular
        RECORDS.append(record)
        return record

    return register


@_table_record("places", "place")
class Place(Record):
    """A place, under its present-day name."""

    id: str
    name: str
    country: str | None
    kind: str
    within: str | None
    query: str | None
    note: str | None


@_table_record("names", "name")
class PlaceName(Record):
    """A name that a place bore."""

    place: str
    name: str
    language: str
    from_: When | None
    to: When | None
    sources: tuple[Citation, ...]
    note: str | None


@_table_record("located", "position")
class LocatedPlace(Record):
    """The accepted position of a place, in degrees of WGS 84, and the radius in which it lies."""

    place: str
    lon: float
    lat: float
    accuracy_m: float
    method: str
    identifier: str | None
    accepted_by: str
    accepted_on: str
    note: str | None


@_table_record("people", "person")
class Person(Record):
    """A person, named or not."""

    id: str
    name: str
    aliases: tuple[str, ...]
    birth: When | None
    death: When | None
    identifiers: tuple[str, ...]
    sources: tuple[Citation, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Claim(Record):
    """What stations, posts, journeys, events and ties have in common: date, certainty, sources."""

    id: str
    when: When | None
    relative: str | None
    not_before: When | None
    not_after: When | None
    seen: tuple[When, ...]
    calendar: Calendar
    certainty: Certainty
    rank: Rank
    strand: str | None
    sources: tuple[Citation, ...]
    note: str | None

    @property
    def ref(self) -> str:
        """The name by which other rows and addresses call this one: ``post:mirov-abramov-berlin``."""
        return f"{self.singular}:{self.id}"


@_table_record("stations", "station")
class Station(Claim):
    """A place that worked for the network, with its function and its time."""

    name: str
    function: str
    place: str
    reports_to: tuple[str, ...]
    part_of: str | None
    liaison: LinkCertainty


@_table_record("posts", "post")
class Post(Claim):
    """A person held a role, at a station or place, at a time: a tenure."""

    person: str
    role: str
    title: str
    station: str | None
    place: str | None


@_table_record("journeys", "journey")
class Journey(Claim):
    """People or goods went from one place to another."""

    title: str
    people: tuple[str, ...]
    from_: str | None
    via: tuple[str, ...]
    to: str | None
    station: str | None
    purpose: str | None
    means: str | None


@_table_record("events", "event")
class Event(Claim):
    """Something happened."""

    kind: str
    title: str
    place: str | None
    people: tuple[str, ...]
    stations: tuple[str, ...]


@_table_record("ties", "tie")
class Tie(Claim):
    """Two people were tied: it reads ``person relation other``."""

    person: str
    relation: str
    other: str
    station: str | None


@_table_record("polities", "state")
class Polity(Record):
    """The name of a state on the map, and when it was called so."""

    id: str
    name: str
    lon: float
    lat: float
    from_: When | None
    to: When | None
    size: int
    sources: tuple[Citation, ...]
    note: str | None


@_table_record("disagreements", "disagreement")
class Disagreement(Record):
    """Rows that cannot all be true, or that state one fact differently."""

    id: str
    title: str
    kind: str
    rows: tuple[str, ...]
    sources: tuple[Citation, ...]
    note: str


@_table_record("documents", "document")
class SourceDocument(Record):
    """A document that was read sentence by sentence."""

    id: str
    title: str
    source: tuple[Citation, ...]
    sha256: str
    sentences: int


@_table_record("coverage", "sentence")
class Coverage(Record):
    """A sentence of a document: the rows that carry it, or the reason why none does."""

    document: str
    sentence: int
    rows: tuple[str, ...]
    reason: str | None


@_table_record("tours", "stop")
class TourStop(Record):
    """A stop of the tour."""

    id: str
    year: int
    zoom: float
    lon: float
    lat: float
    select: str
    title: str
    text: str


@_table_record("translations", "translation")
class Translation(Record):
    """A cell in another language than the first."""

    table_: str
    row: str
    column: str
    language: str
    text: str


CLAIMS: tuple[type[Claim], ...] = tuple(record for record in RECORDS if issubclass(record, Claim))
