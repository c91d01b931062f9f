"""Writes the claims of a page in columns, and tables of the dates and citations that many of them share.

A column is written kind by kind, and each distinct value is computed once, because most claims share their date,
sources, person or place with another one.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

from liaison_atlas.layers.claims import place_id_of
from liaison_atlas.layers.wording.time_wording import StatedTime
from liaison_atlas.maps.payload import payload_model as model
from liaison_atlas.maps.payload.enumerations import CATEGORIES, CERTAINTIES, KINDS, RANKS, STANDINGS
from liaison_atlas.maps.payload.localized_texts import LocalizedTexts, Localizer
from liaison_atlas.maps.payload.symbology import Symbol, symbol_of
from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.inference.limits import InferredLimits
from liaison_atlas.seeds.sources.citations import Citation
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.interning import column_values, map_distinct
from liaison_atlas.seeds.tables.records import Claim, Event, Journey, Post, Tie

T = TypeVar("T")
RowNumbers = Mapping[str, Mapping[str | None, int]]
"""For each table by name, the number on the page of each row by its id; of a source, by its key."""
Column: TypeAlias = "list[Any] | array[int]"
"""Integers are in an array, which takes a quarter of the memory of a list."""
_LIST_COLUMNS = {"id", "via", "stations", "people"}


class _Time(NamedTuple):
    """When a claim holds, what its row states about that, and what follows from other rows."""

    time: ClaimTime
    stated: StatedTime
    inferred: InferredLimits

    @classmethod
    def of(cls, claim: Claim, data: Dataset) -> _Time:
        return cls(data.time_of(claim), StatedTime.of(claim, data), data.inferred_limits(claim))


@dataclass(eq=False)
class ClaimColumnsWriter:
    """Writes the claims, and the tables of dates and citations that they refer to.

    Parameters
    ----------
    claims : sequence of Claim
        the claims of the page, kind by kind in the order of the tables; stations are numbered in this order.
    rows : RowNumbers
        the rows of ``places``, ``people``, ``stations``, ``sources`` and ``strands``.
    categories : dict
        the number of each value, by the name of its list of categories.
    """

    data: Dataset
    claims: Sequence[Claim]
    rows: RowNumbers
    localizer: Localizer
    texts: LocalizedTexts
    categories: Mapping[str, Mapping[str, int]]

    def __post_init__(self) -> None:
        self._symbols: dict[Symbol, int] = {}
        self._date_rows: dict[_Time, int] = {}
        self._citation_rows: dict[tuple[Citation, ...], int] = {}

    def columns(self) -> model.ClaimColumns:
        """The columns of the claims, all of the same length; ``date`` and ``cites`` are rows of the two tables."""
        columns: dict[str, Column] = {}
        for number, kind in enumerate(KINDS):
            claims = [claim for claim in self.claims if type(claim) is kind]
            for name, column in self._columns_of_kind(number, kind, claims).items():
                columns.setdefault(name, [] if name in _LIST_COLUMNS else array("i")).extend(column)
        for name, column in self._standing_columns().items():
            columns[name] = array("i", column)
        return columns  # type: ignore[return-value]  # a test compares the names with those of the model

    def _columns_of_kind(self, number: int, kind: type[Claim], claims: list[Claim]) -> dict[str, list[Any]]:
        category, (_, attribute) = list(CATEGORIES.items())[number]
        nowhere, none = [-1] * len(claims), [()] * len(claims)

        def row(table: str, column: str) -> list[int]:
            return map_distinct(column_values(claims, column), lambda key: self.rows[table].get(key, -1))

        def several(table: str, column: str) -> list[list[int]]:
            return map_distinct(
                column_values(claims, column),
                lambda keys: [self.rows[table][key] for key in keys if key in self.rows[table]],
            )

        is_post, is_journey, is_event, is_tie = (kind is other for other in (Post, Journey, Event, Tie))
        if is_post or is_tie:
            places: Iterable[str | None] = [place_id_of(self.data, claim) for claim in claims]
        else:
            places = column_values(claims, "from_" if is_journey else "place")
        numbers = self.categories[category]
        categories = map_distinct(column_values(claims, attribute), lambda value: numbers.get(value or "", -1))
        certainties = map_distinct(column_values(claims, "certainty"), CERTAINTIES.index)

        def symbol_number(key: tuple[int, int]) -> int:
            symbol = symbol_of(kind.singular, [*numbers, ""][key[0]], CERTAINTIES[key[1]])
            return self._symbols.setdefault(symbol, len(self._symbols))

        return {
            "kind": [number] * len(claims),
            "id": [claim.id for claim in claims],
            "label": self.texts.numbers(self.localizer.labels(claims)),
            "category": categories,
            "symbol": map_distinct(zip(categories, certainties, strict=True), symbol_number),
            "place": map_distinct(places, lambda key: self.rows["places"].get(key, -1)),
            "to": row("places", "to") if is_journey else nowhere,
            "via": several("places", "via") if is_journey else none,
            "station": row("stations", "station") if is_post or is_tie else nowhere,
            "stations": several("stations", "stations") if is_event else none,
            "person": row("people", "person") if is_post or is_tie else nowhere,
            "other": row("people", "other") if is_tie else nowhere,
            "people": several("people", "people") if is_journey or is_event else none,
            "date": map_distinct([_Time.of(claim, self.data) for claim in claims], self._date_row),
            "certainty": certainties,
            "rank": map_distinct(column_values(claims, "rank"), RANKS.index),
            "setAside": [int(self.data.is_outranked(claim)) for claim in claims],
            "strand": [self.rows["strands"].get(self.data.strand_of(claim), -1) for claim in claims],
            "cites": map_distinct(column_values(claims, "sources"), self.citation_row),
            "note": self.texts.numbers(map(self.localizer.note, claims)),
        }

    def symbols(self) -> model.SymbolColumns:
        """How the claims are drawn: the symbols that they refer to."""
        return columns_of(model.SymbolColumns, list(self._symbols))

    def _standing_columns(self) -> dict[str, list[int]]:
        """The standings and their reasons, which depend only on the sources, and which claims are contested."""
        cited = [claim.sources for claim in self.claims]
        contested = self.data.is_contested if self.data.disputes else lambda _: False
        return {
            "standing": map_distinct(cited, lambda sources: STANDINGS.index(self.data.standing_on(sources))),
            "standingReason": map_distinct(cited, lambda sources: self.texts.number(self.localizer.standing(sources))),
            "contested": [int(contested(claim)) for claim in self.claims],
        }

    def _date_row(self, time: _Time) -> int:
        return self._date_rows.setdefault(time, len(self._date_rows))

    def dates(self) -> model.DateColumns:
        """The distinct times of the claims. A set of dates has gaps: its bounds enclose all its members."""
        times = [row.time for row in self._date_rows]
        start_earliest, start_latest, end_earliest, end_latest = transposed(
            [time.enclosing_bounds for time in times], 4
        )
        return {
            "startEarliest": start_earliest,
            "startLatest": start_latest,
            "endEarliest": end_earliest,
            "endLatest": end_latest,
            "when": self.texts.numbers(map_distinct([row.stated for row in self._date_rows], self.localizer.time)),
            "inferred": self.texts.numbers(self.localizer.inferred(row.inferred) for row in self._date_rows),
            "undated": [int(not time.dated) for time in times],
            "doubtful": [int(time.when is not None and time.when.doubtful) for time in times],
            "oldStyle": [int(time.when is not None and time.when.old_style) for time in times],
            "allOf": [int(time.all_hold) for time in times],
        }

    def date_members(self) -> model.DateMemberColumns:
        """The members of the dates that are sets."""
        rows = [
            (row, *bounds)
            for row, (time, *_) in enumerate(self._date_rows)
            if len(time.day_bounds) > 1
            for bounds in time.day_bounds
        ]
        return columns_of(model.DateMemberColumns, rows)

    def sightings(self) -> model.SightingColumns:
        """The dates at which claims are seen; if several dates hold, each of them."""
        rows = [
            (row, start_latest, end_earliest)
            for row, (time, *_) in enumerate(self._date_rows)
            for when in time.seen
            for _, start_latest, end_earliest, _ in ClaimTime(when).separate_bounds
        ]
        return columns_of(model.SightingColumns, rows)

    def inferences(self) -> model.InferenceColumns:
        """The rows that limits follow from; a row that gives both limits of a date is written once."""
        rows = [
            (row, ref)
            for row, time in enumerate(self._date_rows)
            for ref in dict.fromkeys(limit.ref for limit in time.inferred if limit)
        ]
        return columns_of(model.InferenceColumns, rows)

    def citation_row(self, citations: tuple[Citation, ...]) -> int:
        """The row number of the citations of a claim, a person or a disagreement."""
        return self._citation_rows.setdefault(citations, len(self._citation_rows))

    def citations(self) -> model.CitationColumns:
        """The table of citations: sources, their locators, and the works through which they were cited."""
        rows, sources = self._citation_rows, self.rows["sources"]
        return {
            "source": [[sources.get(c.key, -1) for c in cited] for cited in rows],
            "locator": [[self.texts.number(self.localizer.locator(c.locator)) for c in cited] for cited in rows],
            "through": [[sources.get(c.through.key, -1) if c.through else -1 for c in cited] for cited in rows],
            "citedAfter": [[self.texts.number(self.localizer.go_between(c)) for c in cited] for cited in rows],
        }


def columns_of(kind: type[T], rows: Sequence[Sequence[Any]]) -> T:
    """Rows as a table of columns; their cells are in the order of the fields of its type."""
    names = kind.__annotations__
    return cast("T", dict(zip(names, transposed(rows, len(names)), strict=True)))


def transposed(rows: Sequence[Sequence[Any]], width: int) -> list[list[Any]]:
    """The columns of rows, also if there are no rows."""
    return [[row[column] for row in rows] for column in range(width)]
