"""The payload as types: the document of data that a page contains for the viewer.

It is columnar: a table is a set of lists of equal length, and a row is a number. Rows refer to rows by number; -1 means
none. Shared values are stored once and referred to by number: texts, dates, groups of citations. `tools.payload_types`
writes the JSON Schema and the TypeScript types from this module.
"""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict  # pydantic supports the one of `typing` only from Python 3.12 on

Integers = Sequence[int]
TextIds = Sequence[int]
"""Numbers of texts; 0 is the empty text."""


class Licence(TypedDict):
    """The licence of the data."""

    title: str
    path: str


class CategoryColumns(TypedDict):
    """The categories of a column, in the order of the descriptor."""

    value: list[str]
    label: TextIds


class CategoryTables(TypedDict):
    """The categories of all columns that have categories."""

    function: CategoryColumns
    role: CategoryColumns
    means: CategoryColumns
    event: CategoryColumns
    relation: CategoryColumns
    placeKind: CategoryColumns
    liaison: CategoryColumns
    certainty: CategoryColumns
    disagreement: CategoryColumns


class SymbolColumns(TypedDict):
    """How claims are drawn; see `maps.payload.symbology.Symbol`."""

    mark: list[str]
    colour: list[str]
    sizePx: Integers
    precedence: Integers
    layer: list[str]


class StrandColumns(TypedDict):
    """The main strand, and the other strands that have claims on the page.

    `title` and `note`, a sentence that describes the strand, are numbers of texts. `fiction` is 1 if all claims rest on
    fiction, and `shown` is 1 for the strand that the page opens with.
    """

    name: list[str]
    title: TextIds
    note: TextIds
    fiction: Integers
    shown: Integers


class SourceRow(TypedDict):
    """A source; `kind` is an index of SOURCE_KINDS."""

    key: str
    kind: int
    short: str
    full: str
    note: int


class PlaceColumns(TypedDict):
    """Places; `vague` is 1 if only a wide area is known."""

    id: list[str]
    name: TextIds
    country: TextIds
    kind: Integers
    lon: Sequence[float | None]
    lat: Sequence[float | None]
    accuracy_m: Sequence[float | None]
    vague: Integers
    note: TextIds


# The names of places in names.csv, with the first and the last day of their use.
PlaceNameColumns = TypedDict(
    "PlaceNameColumns",
    {
        "place": Integers,
        "name": TextIds,
        "language": TextIds,
        "from": Integers,
        "to": Integers,
    },
)


# The name of a place, or of its state, from a day until the day of its next row; only for places or states that did not
# always have the present-day name.
ToponymColumns = TypedDict(
    "ToponymColumns",
    {
        "place": Integers,
        "from": Integers,
        "name": TextIds,
    },
)


class PersonColumns(TypedDict):
    """People."""

    id: list[str]
    name: TextIds
    aliases: Sequence[TextIds]
    life: TextIds
    identifiers: Sequence[TextIds]
    note: TextIds
    cites: Integers


class ClaimColumns(TypedDict):
    """Claims: stations, posts, journeys, events and ties, in this order.

    `strand` is a row of the strands. `kind`, `certainty`, `standing` and `rank` are indexes of KINDS, CERTAINTIES,
    STANDINGS and RANKS; `category` is an index of the categories of its kind. `setAside` is 1 if the author ranks a
    competing claim first, `contested` is 1 if a disagreement names the claim.
    """

    kind: Integers
    id: list[str]
    label: TextIds
    category: Integers
    symbol: Integers
    place: Integers
    to: Integers
    via: Sequence[Integers]
    station: Integers
    stations: Sequence[Integers]
    person: Integers
    other: Integers
    people: Sequence[Integers]
    date: Integers
    certainty: Integers
    rank: Integers
    setAside: Integers
    strand: Integers
    standing: Integers
    standingReason: TextIds
    contested: Integers
    cites: Integers
    note: TextIds


class DateColumns(TypedDict):
    """The distinct times of the claims: the four bounds in days since 1970-01-01, and the stated time in words.

    The bounds lie within the limits that a source states or that follow from other rows. `inferred` describes the
    latter in words, and `inferences` names the rows. A set of dates has gaps: the bounds enclose it, and its members
    are in `dateMembers`.
    `undated` is 1 if no source gives a date, `doubtful` if the text says "perhaps", `oldStyle` if it has days or months
    of the Julian calendar, and `allOf` if all members of a set hold, not just one of them.
    """

    startEarliest: Integers
    startLatest: Integers
    endEarliest: Integers
    endLatest: Integers
    when: TextIds
    inferred: TextIds
    undated: Integers
    doubtful: Integers
    oldStyle: Integers
    allOf: Integers


class DateMemberColumns(TypedDict):
    """The members of sets of dates."""

    date: Integers
    startEarliest: Integers
    startLatest: Integers
    endEarliest: Integers
    endLatest: Integers


class SightingColumns(TypedDict):
    """The dates at which a source sees a claim: it is seen in a period that spans one of them from bound to bound."""

    date: Integers
    startLatest: Integers
    endEarliest: Integers


class InferenceColumns(TypedDict):
    """The rows that the limits of a date follow from, by reference, in the order in which its text names them."""

    date: Integers
    reference: Sequence[str]


class CitationColumns(TypedDict):
    """Sources that are cited together, and the locator in each.

    `through` is the source through which a source was cited, -1 if the source itself was read; `citedAfter` has this in
    words, with the locator in that work.
    """

    source: Sequence[Integers]
    locator: Sequence[TextIds]
    through: Sequence[Integers]
    citedAfter: Sequence[TextIds]


# The edges of the network, of all years and strands. `claim` is the row of a post, which connects a person to a
# station; of a tie, which connects two people; or of a station that reports to another one. `sure` is the certainty of
# a line of liaison: an index of the categories "liaison".
EdgeColumns = TypedDict("EdgeColumns", {"claim": Integers, "from": Integers, "to": Integers, "sure": Integers})


class DisagreementRow(TypedDict):
    """Rows that contradict each other, by reference; `strand` is a row of the strands."""

    id: str
    strand: int
    title: int
    kind: int
    refs: list[str]
    note: int
    cites: int


# The names of states, the oldest first, and the first and the last day on which each existed. States with the same seat
# succeed one another.
PolityColumns = TypedDict(
    "PolityColumns",
    {
        "name": TextIds,
        "lon": Sequence[float],
        "lat": Sequence[float],
        "from": Integers,
        "to": Integers,
        "size": Integers,
        "seat": Integers,
    },
)


class TranslatedTexts(TypedDict):
    """The texts of another language that differ from the first, by number, and the numbers of missing translations."""

    texts: dict[str, str]
    lacks: Integers


class PayloadDocument(TypedDict):
    """The complete document.

    `title`, `subtitle` and `description` are numbers of texts. `year` is set on the page of a single year. `credits`
    has the attributions of positions; `version` and `program` are the versions of the data and of the program.
    """

    format: int
    title: int
    subtitle: int
    description: int
    firstYear: int
    lastYear: int
    year: int | None
    language: str
    languages: list[str]
    licence: Licence
    credits: list[str]
    version: str
    program: str
    categories: CategoryTables
    symbols: SymbolColumns
    strands: StrandColumns
    sources: list[SourceRow]
    places: PlaceColumns
    placeNames: PlaceNameColumns
    toponyms: ToponymColumns
    states: ToponymColumns
    people: PersonColumns
    claims: ClaimColumns
    dates: DateColumns
    dateMembers: DateMemberColumns
    sightings: SightingColumns
    inferences: InferenceColumns
    citations: CitationColumns
    edges: EdgeColumns
    disagreements: list[DisagreementRow]
    polities: PolityColumns
    texts: list[str]
    translations: dict[str, TranslatedTexts]
