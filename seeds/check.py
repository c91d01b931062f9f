"""What must hold between the rows of a data set: references, citations, dates, coverage.

A check is a function from a data set to problems, listed in `CHECKS`; a new one is a new function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields

from seeds.citations import Citation
from seeds.dataset import Dataset
from seeds.frame import SOURCES
from seeds.pointer import NAMED, SINGULARS, Cells
from seeds.problems import Level, Problem, shown
from seeds.records import RECORDS, Claim, Coverage, Event, Journey, Name, Person, Polity, Record
from seeds.translating import translations
from seeds.worlds import worlds

COVERAGE = Coverage.table


def rows_of(data: Dataset) -> Iterator[Record]:
    """Every row of every table."""
    for record in RECORDS:
        yield from getattr(data, record.table)


def references(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """Every id that a row refers to exists."""
    refs = [f"{name}:{id}" for name in NAMED for id in sorted(cells.ids(SINGULARS[name].table) or ())]
    known = {record.table: sorted(cells.ids(record.table) or ()) for record in RECORDS}
    referring = {
        record: [
            (field.name, column, column.references)
            for field in fields(record)
            if (column := table.by_name.get(field.name.rstrip("_"))) and column.references
        ]
        for record in RECORDS
        if (table := data.package.by_name.get(record.table))
    }
    for row in rows_of(data):
        for name, column, named in referring[type(row)]:
            value = getattr(row, name)
            for target in value if isinstance(value, tuple) else (value,) if value else ():
                if named == "any":
                    if not cells.knows_row(target):
                        way_out = cells.suggest(
                            target, "any", refs, "write table:id, the table one of " + ", ".join(NAMED)
                        )
                        told = f"there is no row {shown(target)}"
                        yield cells.problem(row, column.name, "unknown-row", f"{told}; {way_out}")
                elif not cells.knows(named, target):
                    way_out = cells.suggest(target, named, known[named], f"add it to {named}.csv")
                    told = f"no id {shown(target)} in {named}.csv"
                    yield cells.problem(row, column.name, "unknown-id", f"{told}; {way_out}")


def citations(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """Every key that a row cites is an entry of the bibliography."""
    for row in rows_of(data):
        for column in ("sources", "source"):
            cited: tuple[Citation, ...] = getattr(row, column, ())
            for citation in cited:
                if not cells.knows(SOURCES, citation.key):
                    way_out = cells.suggest(citation.key, SOURCES, list(data.sources), "add it there")
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
    """No place lies in itself, by however many steps; each place of a circle is told, none that leads into one."""
    within = {place.id: place.within for place in data.places}
    passed: set[str] = set()
    circles: set[str] = set()
    for start in within:
        path: dict[str, None] = {}
        at: str | None = start
        while at is not None and at in within and at not in passed and at not in path:
            path[at] = None
            at = within[at]
        if at in path:
            way = list(path)
            circles.update(way[way.index(at) :])
        passed |= path.keys()
    for place in data.places:
        if place.id in circles:
            told = f"by way of {shown(place.within or '')} the place lies in itself"
            yield cells.problem(place, "within", "nested-in-itself", f"{told}; break the circle")


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
    whole = COVERAGE in data.frames and data.frames[COVERAGE].whole  # else a row that cannot be read may answer it
    for document in data.documents:
        missing = sorted(set(range(1, document.sentences + 1)) - answered[document.id]) if whole else []
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


def tours(data: Dataset, cells: Cells) -> Iterator[Problem]:
    """A stop of the tour lies within the period that is shown."""
    first, last = data.package.first_year, data.package.last_year
    for stop in data.tours:
        if not first <= stop.year <= last:
            told = f"{stop.year} is not within the period of the data set, {first} to {last}"
            yield cells.problem(stop, "year", "range", f"{told}; name a year of it")


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
    tours,
    translations,
)
