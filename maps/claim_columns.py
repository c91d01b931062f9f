"""The claims of a page in columns, with what many of them share beside them: their dates, and what they cite.

A column is made whole, kind by kind, and each value of it once: most claims have the date, the sources, the person
or the place that another one has.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from maps.telling import Telling, Texts
from seeds.alike import answers, column_of
from seeds.citations import Citation
from seeds.dataset import Dataset, Standing
from seeds.records import CLAIMS, Certainty, Claim, Disagreement, Event, Journey, Post, Rank, Station, Sureness, Tie
from seeds.when import Bound, Edge, Form, Span, When

UNBOUNDED = 2147483647
"""Stands for a bound that reaches without limit; negative before all days."""

_CERTAINTY = list(Certainty)
_STANDING = list(Standing)
_RANK = [Rank.PREFERRED, Rank.NORMAL, Rank.DEPRECATED]
_SURENESS = list(Sureness)
# By kind: the name that the viewer gives to its list of categories, and the column it comes from.
_CATEGORY_OF = {
    Station: ("function", "function"),
    Post: ("role", "role"),
    Journey: ("means", "means"),
    Event: ("event", "kind"),
    Tie: ("relation", "relation"),
}


Column: TypeAlias = "list[Any] | array[int]"
"""Whole numbers stand in an array: a hundred thousand need a quarter of the room that a list of them takes."""
_NO_NUMBERS = {"id", "via", "stations", "people"}


def bounds_of(span: Span, doubtful: bool) -> tuple[int, int, int, int]:
    """The four bounds of a span as days, such that a comparison alone gives the three answers.

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
        return -sign * UNBOUNDED if bound.edge is Edge.OPEN else sign * UNBOUNDED

    return (
        outer(span.start_earliest, -1),
        inner(span.start_latest, 1),
        inner(span.end_earliest, -1),
        outer(span.end_latest, 1),
    )


_ANY_TIME = Span(*(Bound(None, Edge.UNKNOWN),) * 4)


class Rows:
    """Where the rows of a page stand that claims point at: by their ids, and sources by their keys."""

    def __init__(self, **tables: Iterable[str]) -> None:
        self._rows = {name: {id: number for number, id in enumerate(ids)} for name, ids in tables.items()}

    def of(self, table: str, id: str | None) -> int:
        """The number of a row; -1, which points nowhere, where no id is given. KeyError where the page lacks it."""
        return self._rows[table][id] if id else -1

    def has(self, table: str, id: str) -> bool:
        """Whether the page has a row."""
        return id in self._rows[table]


class ClaimColumns:
    """Writes the claims, and the tables of dates and citations to which they point.

    Parameters
    ----------
    claims : sequence of Claim
        those of the page, kind by kind as the tables stand; the numbers of the stations are those in it.
    rows : Rows
        ``places``, ``people``, ``stations`` and ``sources``.
    category : callable
        the number of a value in a list of categories.
    """

    def __init__(
        self,
        data: Dataset,
        claims: Sequence[Claim],
        rows: Rows,
        tell: Telling,
        text: Texts,
        category: Callable[[str, str | None], int],
    ) -> None:
        self.data, self.claims, self.rows, self.tell, self.text, self.category = (
            data,
            claims,
            rows,
            tell,
            text,
            category,
        )
        self._dates: dict[When | None, int] = {}
        self._cites: dict[tuple[Citation, ...], int] = {}

    def columns(self) -> dict[str, Column]:
        """The columns of the claims, all of one length; ``date`` and ``cites`` are rows of the two tables."""
        columns: dict[str, Column] = {}
        for number, kind in enumerate(CLAIMS):
            claims = [claim for claim in self.claims if type(claim) is kind]
            for name, column in self._of_kind(number, kind, claims).items():
                columns.setdefault(name, [] if name in _NO_NUMBERS else array("i")).extend(column)
        for name, column in self._standings().items():
            columns[name] = array("i", column)
        return columns

    def _of_kind(self, number: int, kind: type[Claim], claims: list[Claim]) -> dict[str, list[Any]]:
        category, attribute = _CATEGORY_OF[kind]
        nowhere, none = [-1] * len(claims), [()] * len(claims)

        def row(table: str, column: str) -> list[int]:
            return answers(column_of(claims, column), lambda named: self.rows.of(table, named))

        def several(table: str, column: str) -> list[list[int]]:
            return answers(column_of(claims, column), lambda ids: [self.rows.of(table, id) for id in ids])

        is_post, is_journey, is_event, is_tie = (kind is other for other in (Post, Journey, Event, Tie))
        place = row("places", "from_" if is_journey else "place") if not is_tie else nowhere
        if is_post:  # it is where its station is, if it has one
            stations = answers(
                column_of(claims, "station"), lambda named: self.data.station(named).place if named else None
            )
            place = [self.rows.of("places", its) if its else own for its, own in zip(stations, place, strict=True)]
        return {
            "kind": [number] * len(claims),
            "id": [claim.id for claim in claims],
            "label": self.text.each(self.tell.labels(claims)),
            "category": answers(column_of(claims, attribute), lambda value: self.category(category, value)),
            "place": place,
            "to": row("places", "to") if is_journey else nowhere,
            "via": several("places", "via") if is_journey else none,
            "station": row("stations", "station") if is_post or is_tie else nowhere,
            "stations": several("stations", "stations") if is_event else none,
            "person": row("people", "person") if is_post or is_tie else nowhere,
            "other": row("people", "other") if is_tie else nowhere,
            "people": several("people", "people") if is_journey or is_event else none,
            "date": answers([self.data.date_of(claim) for claim in claims], self._date),
            "certainty": answers(column_of(claims, "certainty"), _CERTAINTY.index),
            "rank": answers(column_of(claims, "rank"), _RANK.index),
            "cites": answers(column_of(claims, "sources"), self.cites),
            "note": self.text.each(map(self.tell.note, claims)),
        }

    def _standings(self) -> dict[str, list[int]]:
        """What the claims rest on: by their sources alone, but for the few that a disagreement names."""
        disputes = self.data.disputes
        asked = [claim if disputes and claim.ref in disputes else claim.sources for claim in self.claims]

        def ground(of: Claim | tuple[Citation, ...]) -> tuple[tuple[Citation, ...], tuple[Disagreement, ...]]:
            return (of.sources, disputes[of.ref]) if isinstance(of, Claim) else (of, ())

        return {
            "standing": answers(asked, lambda of: _STANDING.index(self.data.standing_on(*ground(of))[0])),
            "standingReason": answers(asked, lambda of: self.text.told(self.tell.standing(*ground(of)))),
        }

    def _date(self, when: When | None) -> int:
        return self._dates.setdefault(when, len(self._dates))

    def dates(self) -> dict[str, Any]:
        """The dates of the claims: four bounds in whole days, and words.

        ``spans`` has the members of those that have gaps, ``doubtful`` the rows of those whose words say "perhaps".
        """
        columns: dict[str, Any] = {"startEarliest": [], "startLatest": [], "endEarliest": [], "endLatest": []}
        spans: dict[str, dict[str, Any]] = {}
        for row, when in enumerate(self._dates):
            doubtful = when.doubtful if when else True
            bounds = [bounds_of(span, doubtful) for span in (when.spans if when else (_ANY_TIME,))]
            # A set of dates has gaps: its members stand in `spans`, and the columns hold what encloses them.
            if len(bounds) > 1 and when:
                spans[str(row)] = {"all": when.form is Form.ALL_OF, "bounds": [list(b) for b in bounds]}
            for name, enclosing, each in zip(columns, (min, max, min, max), zip(*bounds, strict=True), strict=True):
                columns[name].append(enclosing(each))
        return {
            **columns,
            "when": self.text.each(map(self.tell.when, self._dates)),
            "spans": spans,
            "doubtful": [row for row, when in enumerate(self._dates) if when and when.doubtful],
        }

    def cites(self, citations: tuple[Citation, ...]) -> int:
        """The row of what a claim, a person or a disagreement cites."""
        return self._cites.setdefault(citations, len(self._cites))

    def citations(self) -> dict[str, list[list[int]]]:
        """What is cited together: the sources, and where in each of them."""
        return {
            "source": [[self.rows.of("sources", c.key) for c in cited] for cited in self._cites],
            "locator": [[self.text.told(self.tell.locator(c.locator)) for c in cited] for cited in self._cites],
        }

    def liaison(self) -> dict[str, list[int]]:
        """The lines from stations to those they reported to, as rows of the claims."""
        lines = [
            (self.rows.of("stations", station.id), self.rows.of("stations", upper), _SURENESS.index(station.liaison))
            for station in self.claims
            if isinstance(station, Station)
            for upper in station.reports_to
            if self.rows.has("stations", upper)
        ]
        return {name: [line[i] for line in lines] for i, name in enumerate(("from", "to", "sure"))}
