"""What must hold between the rows of a data set: references, citations, worlds, coverage.

A check is a function from a data set to problems, listed in `CHECKS`; a new one is a new function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cached_property

from seeds.citations import Citation
from seeds.dataset import Dataset
from seeds.problems import Level, Problem, did_you_mean, shown
from seeds.records import CLAIMS, RECORDS, Claim, Event, Journey, Name, Person, Polity, Record, SourceKind
from seeds.sheet import Sheet
from seeds.translating import translations

SINGULARS = {record.singular: record for record in RECORDS}
# The kinds of rows that a `table:id` may name.
NAMED = ("place", "person", *(claim.singular for claim in CLAIMS))


class Cells:
    """Where the cells of a data set stand: makes the problem of a cell from its row and column."""

    def __init__(self, data: Dataset, sheets: Mapping[str, Sheet]) -> None:
        self.data, self.sheets = data, sheets

    def problem(self, row: Record, column: str, code: str, message: str, level: Level = Level.ERROR) -> Problem:
        """A problem of one cell."""
        sheet = self.sheets[row.table]
        return Problem(sheet.file, row.line, sheet.columns.get(column, 1), code, message, level)

    @cached_property
    def ids(self) -> dict[str, set[str] | None]:
        """The ids written in each table; ``None`` where not all of a table could be read.

        A row with a mistake of its own is left out of the data set, but whoever refers to it makes no mistake.
        """
        found: dict[str, set[str] | None] = {}
        for record in RECORDS:
            table, sheet = self.data.package.by_name.get(record.table), self.sheets.get(record.table)
            whole = table is not None and sheet is not None and sheet.complete
            key = table.key[0] if table is not None and table.key else "id"
            found[record.table] = (
                (sheet.ids(key) if whole and sheet is not None else None) if table is not None else set()
            )
        return found

    def knows(self, table: str, id: str) -> bool:
        """Whether a table has a row of this id, as far as can be told."""
        ids = self.ids.get(table, set())
        return ids is None or id in ids


def rows_of(data: Dataset) -> Iterator[Record]:
    """Every row of every table."""
    for record in RECORDS:
        yield from getattr(data, record.table)


def references(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """Every id that a row refers to exists."""
    tables = {record.singular: record.table for record in RECORDS if record.singular in NAMED}
    refs = [f"{singular}:{id}" for singular, table in tables.items() for id in sorted(cells.ids[table] or ())]
    for row in rows_of(data):
        for field in fields(row):
            column = data.package.by_name[row.table].by_name.get(field.name.rstrip("_"))
            if column is None or column.references is None:
                continue
            value = getattr(row, field.name)
            for target in value if isinstance(value, tuple) else (value,) if value else ():
                if column.references == "any":
                    singular, _, id = target.partition(":")
                    if singular not in tables or not cells.knows(tables[singular], id):
                        way_out = did_you_mean(target, refs, "write table:id, the table one of " + ", ".join(NAMED))
                        told = f"there is no row {shown(target)}"
                        yield cells.problem(row, column.name, "unknown-row", f"{told}; {way_out}")
                elif not cells.knows(column.references, target):
                    known = sorted(cells.ids.get(column.references) or ())
                    way_out = did_you_mean(target, known, f"add it to {column.references}.csv")
                    told = f"no id {shown(target)} in {column.references}.csv"
                    yield cells.problem(row, column.name, "unknown-id", f"{told}; {way_out}")


def citations(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """Every key that a row cites is an entry of the bibliography."""
    for row in rows_of(data):
        for column in ("sources", "source"):
            cited: tuple[Citation, ...] = getattr(row, column, ())
            for citation in cited:
                if citation.key not in data.sources:
                    way_out = did_you_mean(citation.key, list(data.sources), "add it there")
                    yield cells.problem(
                        row, column, "unknown-source", f"no entry {shown(citation.key)} in sources.bib; {way_out}"
                    )


def uncited(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """Every claim and every person cites at least one source, even where a schema does not ask it."""
    rows: tuple[Person | Claim, ...] = (*data.people, *data.claims)
    for row in rows:
        if not row.sources:
            yield cells.problem(row, "sources", "uncited", '"sources" is empty; cite the source, as Key[page]')


def dates(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """A journey or event has a date; a name, a state or a life does not end before it begins."""
    dated: tuple[Journey | Event, ...] = (*data.journeys, *data.events)
    for claim in dated:
        if claim.when is None and claim.relative is None:
            yield cells.problem(
                claim,
                "when",
                "missing-value",
                'both "when" and "relative" are empty; give a date, as wide as it must be',
            )
    named: tuple[Name | Polity, ...] = (*data.names, *data.polities)
    for row in named:
        first = row.from_.start_earliest.day if row.from_ else None
        last = row.to.end_latest.day if row.to else None
        if first is not None and last is not None and first > last:
            yield cells.problem(
                row,
                "to",
                "ends-before-it-begins",
                f"it ends ({row.to}) before it begins ({row.from_}); mend one of them",
            )
    for person in data.people:
        born = person.birth.start_earliest.day if person.birth else None
        died = person.death.end_latest.day if person.death else None
        if born is not None and died is not None and born > died:
            told = f"the death ({person.death}) lies before the birth ({person.birth}); mend one of them"
            yield cells.problem(person, "death", "ends-before-it-begins", told)


def worlds(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """Fiction and the record never mix: neither in the sources of a row nor in what it refers to."""
    fiction = SourceKind.FICTION
    rows: tuple[Person | Claim, ...] = (*data.people, *data.claims)
    for row in rows:
        kinds = data.kinds(row.sources)
        if fiction in kinds and len(kinds) > 1:
            yield cells.problem(
                row,
                "sources",
                "mixed-worlds",
                "it cites fiction beside other sources; make a row of its own for the fiction",
            )
    for claim in data.claims:
        for column, ref in _neighbours(claim):
            other = data.by_ref.get(ref)
            if isinstance(other, (Claim, Person)) and data.is_fiction(other) != data.is_fiction(claim):
                told = (
                    "fiction and refers to the record"
                    if data.is_fiction(claim)
                    else "of the record and refers to fiction"
                )
                yield cells.problem(
                    claim, column, "mixed-worlds", f"it is {told} ({ref}); refer to a row of its own world"
                )


def _neighbours(claim: Claim) -> Iterator[tuple[str, str]]:
    """The people and stations that a claim refers to, with the column that does."""
    for column in ("person", "other"):
        value = getattr(claim, column, None)
        if value:
            yield column, f"person:{value}"
    if isinstance(claim, (Journey, Event)):
        yield from (("people", f"person:{value}") for value in claim.people)
    if isinstance(getattr(claim, "station", None), str):
        yield "station", f"station:{claim.station}"  # type: ignore[attr-defined]  # a post or a tie
    for column in ("stations", "reports_to"):
        yield from ((column, f"station:{value}") for value in getattr(claim, column, ()))


def disagreements(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """A disagreement names two rows at least, unless one side alone asserts something."""
    for row in data.disagreements:
        if len(set(row.rows)) < (1 if row.kind == "partisan" else 2):
            yield cells.problem(
                row,
                "rows",
                "one-sided",
                "a disagreement names two rows at least; name the other, or make its kind partisan",
            )


def nested_places(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """No place lies in itself, by however many steps."""
    within = {place.id: place.within for place in data.places}
    for place in data.places:
        seen, at = {place.id}, place.within
        while at is not None and at in within:
            if at in seen:
                yield cells.problem(
                    place,
                    "within",
                    "nested-in-itself",
                    f"by way of {shown(place.within or '')} the place lies in itself; break the circle",
                )
                break
            seen.add(at)
            at = within[at]


def positions(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """A place that a claim names has a position in the ledger, or the reader is told."""
    used = {getattr(claim, column, None) for claim in data.claims for column in ("place", "from_", "to")}
    used |= {place for journey in data.journeys for place in journey.via}
    for place in data.places:
        if place.id in used and not cells.knows("located", place.id):
            message = "the ledger (located.csv) has no position for it; its claims are listed, not drawn"
            yield cells.problem(place, "id", "unlocated", message, Level.WARNING)


def coverage(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """Every sentence of every document has an answer: rows, or the reason why none carries it."""
    answered: dict[str, set[int]] = {document.id: set() for document in data.documents}
    for row in data.coverage:
        if row.document not in answered:
            continue
        if row.sentence in answered[row.document]:
            yield cells.problem(
                row,
                "sentence",
                "duplicate-id",
                f"sentence {row.sentence} of {row.document} has a row already; join them",
            )
        answered[row.document].add(row.sentence)
        if not row.rows and not row.reason:
            yield cells.problem(
                row, "rows", "uncovered", f"sentence {row.sentence} has neither rows nor a reason; name one"
            )
    for document in data.documents:
        missing = sorted(set(range(1, document.sentences + 1)) - answered[document.id])
        beyond = sorted(number for number in answered[document.id] if number > document.sentences)
        if missing:
            told = ", ".join(map(str, missing[:10])) + (f" and {len(missing) - 10} more" if len(missing) > 10 else "")
            yield cells.problem(
                document,
                "sentences",
                "uncovered",
                f"coverage.csv has no row for sentence {told} of {document.id}; add it",
            )
        if beyond:
            yield cells.problem(
                document,
                "sentences",
                "uncovered",
                f"coverage.csv has a row for sentence {beyond[0]}, but {document.id} has {document.sentences}",
            )


Check = Callable[[Dataset, Cells], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (
    references,
    citations,
    uncited,
    dates,
    worlds,
    disagreements,
    nested_places,
    positions,
    coverage,
    translations,
)
