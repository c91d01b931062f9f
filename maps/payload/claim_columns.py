"""The claims of a page in columns, and tables of what many of them share: dates and citations.

A column is written kind by kind, and each distinct value is computed once: most claims share their date, sources,
person or place with another one.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from maps.payload.localized_texts import LocalizedTexts, Localizer
from seeds.dates.when import Bound, DateForm, MissingBound, Span, When
from seeds.sources.citations import Citation
from seeds.tables.dataset import Dataset, Standing
from seeds.tables.interning import column_values, map_distinct
from seeds.tables.records import (
    CLAIMS,
    Certainty,
    Claim,
    Disagreement,
    Event,
    Journey,
    Post,
    Rank,
    Station,
    Tie,
)

UNBOUNDED = 2147483647
"""A bound without limit; negated, before all days."""

_CERTAINTY = list(Certainty)
_STANDING = list(Standing)
_RANK = [Rank.PREFERRED, Rank.NORMAL, Rank.DEPRECATED]
# By kind: the name of its list of categories in the payload, and the column that it comes from.
_CATEGORY_OF = {
    Station: ("function", "function"),
    Post: ("role", "role"),
    Journey: ("means", "means"),
    Event: ("event", "kind"),
    Tie: ("relation", "relation"),
}


Column: TypeAlias = "list[Any] | array[int]"
"""Integers are in an array: a hundred thousand need a quarter of the memory of a list."""
_LIST_COLUMNS = {"id", "via", "stations", "people"}


def day_bounds(span: Span, doubtful: bool) -> tuple[int, int, int, int]:
    """The four bounds of a span as days, such that comparisons alone give the three values of `Holding`.

    What is not known reaches to both sides: the latest beginning after all days, the earliest end
    before them. A doubtful date never holds certainly, so that its inner bounds do the same.
    """

    def outer(bound: Bound, sign: int) -> int:
        return bound.day if bound.day is not None else sign * UNBOUNDED

    def inner(bound: Bound, sign: int) -> int:
        if doubtful:
            return sign * UNBOUNDED
        if bound.day is not None:
            return bound.day
        return -sign * UNBOUNDED if bound.missing is MissingBound.OPEN else sign * UNBOUNDED

    return (
        outer(span.start_earliest, -1),
        inner(span.start_latest, 1),
        inner(span.end_earliest, -1),
        outer(span.end_latest, 1),
    )


_ANY_TIME = Span(*(Bound(None, MissingBound.UNKNOWN),) * 4)


class RowNumbers:
    """Row numbers of a page by id, and of sources by key."""

    def __init__(self, **tables: Iterable[str]) -> None:
        self._rows = {name: {id: number for number, id in enumerate(ids)} for name, ids in tables.items()}

    def number(self, table: str, id: str | None) -> int:
        """The number of a row; -1 for no id.

        Raises
        ------
        KeyError
            if the page does not have the row.
        """
        return self._rows[table][id] if id else -1

    def has(self, table: str, id: str) -> bool:
        """Whether the page has a row."""
        return id in self._rows[table]


class ClaimColumns:
    """Writes the claims, and the tables of dates and citations to which they point.

    Parameters
    ----------
    claims : sequence of Claim
        those of the page, kind by kind in the order of the tables; stations have their numbers in this order.
    rows : RowNumbers
        of ``places``, ``people``, ``stations`` and ``sources``.
    category : callable
        the number of a value in a list of categories.
    """

    def __init__(
        self,
        data: Dataset,
        claims: Sequence[Claim],
        rows: RowNumbers,
        localizer: Localizer,
        texts: LocalizedTexts,
        category: Callable[[str, str | None], int],
    ) -> None:
        self.data, self.claims, self.rows, self.localizer, self.texts, self.category = (
            data,
            claims,
            rows,
            localizer,
            texts,
            category,
        )
        self._date_rows: dict[When | None, int] = {}
        self._citation_rows: dict[tuple[Citation, ...], int] = {}

    def columns(self) -> dict[str, Column]:
        """The columns of the claims, all of one length; ``date`` and ``cites`` are rows of the two tables."""
        columns: dict[str, Column] = {}
        for number, kind in enumerate(CLAIMS):
            claims = [claim for claim in self.claims if type(claim) is kind]
            for name, column in self._columns_of_kind(number, kind, claims).items():
                columns.setdefault(name, [] if name in _LIST_COLUMNS else array("i")).extend(column)
        for name, column in self._standing_columns().items():
            columns[name] = array("i", column)
        return columns

    def _columns_of_kind(self, number: int, kind: type[Claim], claims: list[Claim]) -> dict[str, list[Any]]:
        category, attribute = _CATEGORY_OF[kind]
        nowhere, none = [-1] * len(claims), [()] * len(claims)

        def row(table: str, column: str) -> list[int]:
            return map_distinct(column_values(claims, column), lambda key: self.rows.number(table, key))

        def several(table: str, column: str) -> list[list[int]]:
            return map_distinct(
                column_values(claims, column), lambda keys: [self.rows.number(table, key) for key in keys]
            )

        is_post, is_journey, is_event, is_tie = (kind is other for other in (Post, Journey, Event, Tie))
        place = row("places", "from_" if is_journey else "place") if not is_tie else nowhere
        if is_post:  # a post is where its station is, if it has one
            stations = map_distinct(
                column_values(claims, "station"), lambda key: self.data.station(key).place if key else None
            )
            place = [
                self.rows.number("places", station_place) if station_place else own_place
                for station_place, own_place in zip(stations, place, strict=True)
            ]
        return {
            "kind": [number] * len(claims),
            "id": [claim.id for claim in claims],
            "label": self.texts.numbers(self.localizer.labels(claims)),
            "category": map_distinct(column_values(claims, attribute), lambda value: self.category(category, value)),
            "place": place,
            "to": row("places", "to") if is_journey else nowhere,
            "via": several("places", "via") if is_journey else none,
            "station": row("stations", "station") if is_post or is_tie else nowhere,
            "stations": several("stations", "stations") if is_event else none,
            "person": row("people", "person") if is_post or is_tie else nowhere,
            "other": row("people", "other") if is_tie else nowhere,
            "people": several("people", "people") if is_journey or is_event else none,
            "date": map_distinct([self.data.date_of(claim) for claim in claims], self._date_row),
            "certainty": map_distinct(column_values(claims, "certainty"), _CERTAINTY.index),
            "rank": map_distinct(column_values(claims, "rank"), _RANK.index),
            "cites": map_distinct(column_values(claims, "sources"), self.citation_row),
            "note": self.texts.numbers(map(self.localizer.note, claims)),
        }

    def _standing_columns(self) -> dict[str, list[int]]:
        """Standings and their reasons: by the sources alone, except for the few claims that a disagreement names."""
        disputes = self.data.disputes
        standing_keys = [claim if disputes and claim.ref in disputes else claim.sources for claim in self.claims]

        def basis_of_standing(
            key: Claim | tuple[Citation, ...],
        ) -> tuple[tuple[Citation, ...], tuple[Disagreement, ...]]:
            return (key.sources, disputes[key.ref]) if isinstance(key, Claim) else (key, ())

        return {
            "standing": map_distinct(
                standing_keys, lambda key: _STANDING.index(self.data.standing_on(*basis_of_standing(key)))
            ),
            "standingReason": map_distinct(
                standing_keys, lambda key: self.texts.number(self.localizer.standing(*basis_of_standing(key)))
            ),
        }

    def _date_row(self, when: When | None) -> int:
        return self._date_rows.setdefault(when, len(self._date_rows))

    def dates(self) -> dict[str, Any]:
        """The dates of the claims: four bounds in integer days, and text.

        ``spans`` has the members of dates with gaps, ``doubtful`` the rows of dates whose text says "perhaps".
        """
        columns: dict[str, Any] = {"startEarliest": [], "startLatest": [], "endEarliest": [], "endLatest": []}
        spans: dict[str, dict[str, Any]] = {}
        for row, when in enumerate(self._date_rows):
            doubtful = when.doubtful if when else True
            bounds = [day_bounds(span, doubtful) for span in (when.spans if when else (_ANY_TIME,))]
            # A set of dates has gaps: its members are in `spans`, and the columns hold the bounds that enclose them.
            if len(bounds) > 1 and when:
                spans[str(row)] = {"all": when.form is DateForm.ALL_OF, "bounds": [list(b) for b in bounds]}
            for name, enclosing, each in zip(columns, (min, max, min, max), zip(*bounds, strict=True), strict=True):
                columns[name].append(enclosing(each))
        return {
            **columns,
            "when": self.texts.numbers(map(self.localizer.when, self._date_rows)),
            "spans": spans,
            "doubtful": [row for row, when in enumerate(self._date_rows) if when and when.doubtful],
        }

    def citation_row(self, citations: tuple[Citation, ...]) -> int:
        """The row of the citations of a claim, a person or a disagreement."""
        return self._citation_rows.setdefault(citations, len(self._citation_rows))

    def citations(self) -> dict[str, list[list[int]]]:
        """The table of citations: sources, and locators in them."""
        return {
            "source": [[self.rows.number("sources", c.key) for c in cited] for cited in self._citation_rows],
            "locator": [
                [self.texts.number(self.localizer.locator(c.locator)) for c in cited] for cited in self._citation_rows
            ],
        }
