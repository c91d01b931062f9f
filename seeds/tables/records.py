"""The records: one frozen dataclass for each table, with a field for each column.

A test compares them with ``datapackage.json``. A column whose name is a Python keyword has an underscore here
(``from_``). Lists are tuples, and unknown values are ``None``. The written form is kept: a date keeps its text, a
citation its locator.
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
    """The values of a column with categories. Members hash by identity, because Enum's hash takes ten times as long."""

    __hash__ = object.__hash__


class Certainty(_CellEnum):
    """How sure a source, or its reading, is, in the terms of the Linked Places format."""

    CERTAIN = "certain"
    LESS_CERTAIN = "less-certain"
    UNCERTAIN = "uncertain"


class Rank(_CellEnum):
    """The rank of a claim among competing claims, as in Wikidata."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class LinkCertainty(_CellEnum):
    """How sure the course of a line is, in the terms of Itiner-e."""

    CERTAIN = "certain"
    CONJECTURED = "conjectured"
    HYPOTHETICAL = "hypothetical"


class SourceKind(_CellEnum):
    """The kind of a source. The standing of a claim depends on it."""

    SCHOLARSHIP = "scholarship"
    ARCHIVE = "archive"
    MEMOIR = "memoir"
    ENCYCLOPEDIA = "encyclopedia"
    POPULAR = "popular"
    PARTISAN = "partisan"
    FICTION = "fiction"

    def read_through(self, go_between: SourceKind) -> SourceKind:
        """Return the kind that a work counts as if only a quotation in another work was read.

        It proves no more than that other work: through a partisan work it is at best partisan, through fiction it is
        fiction.

        Returns
        -------
        SourceKind
            this kind, or the lower one that limits it.

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
    """A row of a table, with the line of the file on which it begins."""

    line: int
    table: ClassVar[str]
    singular: ClassVar[str]


R = TypeVar("R", bound=Record)
RECORDS: list[type[Record]] = []
"""The records of all tables, in the order in which the tables are read."""


@dataclass_transform(frozen_default=True)
def _table_record(table: str, singular: str) -> Callable[[type[R]], type[R]]:
    """Make a class the frozen dataclass of a table. ``singular:id`` names its rows."""

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
    """A name that a place had."""

    place: str
    name: str
    language: str
    from_: When | None
    to: When | None
    sources: tuple[Citation, ...]
    note: str | None


@_table_record("located", "position")
class LocatedPlace(Record):
    """The accepted position of a place, in degrees of WGS 84, and the radius within which it lies."""

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
    """The common fields of stations, posts, journeys, events and ties: date, certainty, sources."""

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
        """The name of this row in other rows and in addresses: ``post:mirov-abramov-berlin``."""
        return f"{self.singular}:{self.id}"


@_table_record("stations", "station")
class Station(Claim):
    """A place that served the network, with its function and its time."""

    name: str
    function: str
    place: str
    reports_to: tuple[str, ...]
    part_of: str | None
    liaison: LinkCertainty


@_table_record("posts", "post")
class Post(Claim):
    """A tenure: a person holds a role at a station or place for a time."""

    person: str
    role: str
    title: str
    station: str | None
    place: str | None


@_table_record("journeys", "journey")
class Journey(Claim):
    """A journey of people or goods from one place to another."""

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
    """An event: something that happened."""

    kind: str
    title: str
    place: str | None
    people: tuple[str, ...]
    stations: tuple[str, ...]


@_table_record("ties", "tie")
class Tie(Claim):
    """A tie between two people. It reads ``person relation other``."""

    person: str
    relation: str
    other: str
    station: str | None


@_table_record("polities", "state")
class Polity(Record):
    """The name of a state on the map, and when it was in use."""

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
    """A sentence of a document: the rows that cover it, or the reason why none does."""

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
    """The translation of a cell into a language other than the first."""

    table_: str
    row: str
    column: str
    language: str
    text: str


CLAIMS: tuple[type[Claim], ...] = tuple(record for record in RECORDS if issubclass(record, Claim))
