"""Rules between the rows of a data set: references, citations, dates, coverage."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields

from liaison_atlas.seeds.checks.check_registry import rule
from liaison_atlas.seeds.dates.day_ranges import possible_days
from liaison_atlas.seeds.sources.citations import Citation
from liaison_atlas.seeds.tables.cell_locator import REFERABLE, CellLocator
from liaison_atlas.seeds.tables.dataset import BIBLIOGRAPHY, Dataset
from liaison_atlas.seeds.tables.interning import distinct_objects
from liaison_atlas.seeds.tables.problems import Level, Problem, quoted
from liaison_atlas.seeds.tables.records import CLAIMS, RECORDS, Claim, Coverage, Person, PlaceName, Polity, Record
from liaison_atlas.seeds.tables.row_references import ids_in, reference_chains
from liaison_atlas.seeds.tables.schema import Field


@rule
def check_references(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """Every id that a row refers to exists."""
    for record in RECORDS:
        rows = getattr(data, record.table)
        table = data.package.by_name.get(record.table)
        if not rows or not table:
            continue
        columns = {f.name: column for f in fields(record) if (column := table.by_name.get(f.name.rstrip("_")))}
        columns = {name: column for name, column in columns.items() if column.references}
        unknown = {
            name: {
                id
                for cell in distinct_objects(rows, name)
                for id in ids_in(cell)
                if not _id_exists(cell_locator, column, id)
            }
            for name, column in columns.items()
        }
        for row in rows if any(unknown.values()) else ():
            for name, column in columns.items():
                for id in ids_in(getattr(row, name)):
                    if id in unknown[name]:
                        yield _unknown_id_problem(cell_locator, row, column, id)


def _id_exists(cell_locator: CellLocator, column: Field, id: str) -> bool:
    named = column.references or ""
    return cell_locator.has_row(id) if named == "any" else cell_locator.has_id(named, id)


def _unknown_id_problem(cell_locator: CellLocator, row: Record, column: Field, id: str) -> Problem:
    named = column.references or ""
    if named == "any":
        remedy = "write table:id, where table is one of " + ", ".join(REFERABLE)
        remedy = cell_locator.suggest(id, "any", cell_locator.all_refs, remedy)
        return cell_locator.problem(row, column.name, "unknown-row", f"there is no row {quoted(id)}; {remedy}")
    remedy = cell_locator.suggest(id, named, cell_locator.sorted_ids(named), f"add it to {named}.csv")
    return cell_locator.problem(row, column.name, "unknown-id", f"there is no id {quoted(id)} in {named}.csv; {remedy}")


@rule
def check_citations(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """Every key that a row cites is an entry of the bibliography."""
    for record in RECORDS:
        rows = getattr(data, record.table)
        for column in {"sources", "source"} & {field.name for field in fields(record)}:
            cited: Collection[tuple[Citation, ...]] = distinct_objects(rows, column)
            unknown = {key for cell in cited for key in _keys(cell) if not cell_locator.has_id(BIBLIOGRAPHY, key)}
            for row in rows if unknown else ():
                for key in (key for key in _keys(getattr(row, column)) if key in unknown):
                    remedy = cell_locator.suggest(key, BIBLIOGRAPHY, list(data.sources), "add it there")
                    message = f"there is no entry {quoted(key)} in sources.bib; {remedy}"
                    yield cell_locator.problem(row, column, "unknown-source", message)


def _keys(citations: tuple[Citation, ...]) -> Iterator[str]:
    for citation in citations:
        yield citation.key
        if citation.through is not None:
            yield citation.through.key


@rule
def check_go_betweens(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """No work is cited through itself."""
    for record in RECORDS:
        rows = getattr(data, record.table) if "sources" in {field.name for field in fields(record)} else ()
        cited: Collection[tuple[Citation, ...]] = distinct_objects(rows, "sources")
        wrong = {cell: c.key for cell in cited for c in reversed(cell) if c.through and c.through.key == c.key}
        for row in rows if wrong else ():
            if row.sources in wrong:
                message = f"{quoted(wrong[row.sources])} is cited through itself"
                remedy = "cite it directly, or name the work through which it was read"
                yield cell_locator.problem(row, "sources", "citation", f"{message}; {remedy}")


@rule
def check_uncited(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """Every claim and every person cites at least one source, even if the schema does not require it."""
    rows: tuple[Person | Claim, ...] = (*data.people, *data.claims)
    if all(distinct_objects(rows, "sources")):
        return
    for row in rows:
        if not row.sources:
            yield cell_locator.problem(row, "sources", "uncited", '"sources" is empty; cite a source, as in Key[page]')


@rule
def check_dates(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """A name, a state or a life does not end before it begins."""
    named: tuple[PlaceName | Polity, ...] = (*data.names, *data.polities)
    for row in named:
        if possible_days(row.from_)[0] > possible_days(row.to)[1]:
            message = f"it ends ({row.to}) before it begins ({row.from_}); correct one of the dates"
            yield cell_locator.problem(row, "to", "ends-before-it-begins", message)
    for person in data.people:
        if possible_days(person.birth)[0] > possible_days(person.death)[1]:
            message = f"the death ({person.death}) lies before the birth ({person.birth}); correct one of the dates"
            yield cell_locator.problem(person, "death", "ends-before-it-begins", message)


@rule
def check_disagreements(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """A disagreement names at least two rows, unless only one side asserts something."""
    for row in data.disagreements:
        if len(set(row.rows)) < (1 if row.kind == "partisan" else 2):
            message = "a disagreement must name at least two rows; add another, or change its kind to partisan"
            yield cell_locator.problem(row, "rows", "one-sided", message)


@rule
def check_nesting(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """No place lies in itself, directly or through others. Only the places in the cycle are reported."""
    chains = reference_chains({place.id: place.within for place in data.places})
    nested = {id for _, cycle in chains for id in cycle}
    for place in data.places:
        if place.id in nested:
            message = f"through {quoted(place.within or '')} the place lies within itself"
            yield cell_locator.problem(
                place, "within", "nested-in-itself", f"{message}; change this cell to break the cycle"
            )


@rule
def check_positions(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """A place that a claim names has a position in the ledger; otherwise its claims are listed, not drawn."""
    used = {
        place
        for claim in CLAIMS
        for column in {"place", "from_", "to"} & {field.name for field in fields(claim)}
        for place in distinct_objects(getattr(data, claim.table), column)
    }
    used |= {place for via in distinct_objects(data.journeys, "via") for place in via}
    for place in data.places:
        if place.id in used and not cell_locator.has_id("located", place.id):
            message = "located.csv has no position for the place, so its claims are listed but not drawn; run `liaison locate`"
            yield cell_locator.problem(place, "id", "unlocated", message, Level.WARNING)


@rule
def check_coverage(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """Every sentence of every document is covered by rows, or by a reason why no row covers it."""
    answered: dict[str, set[int]] = {document.id: set() for document in data.documents}
    for row in data.coverage:
        if row.document not in answered:
            continue
        if row.sentence in answered[row.document]:
            message = f"sentence {row.sentence} of {row.document} already has a row; combine them"
            yield cell_locator.problem(row, "sentence", "duplicate-id", message)
        answered[row.document].add(row.sentence)
        if not row.rows and not row.reason:
            message = f"sentence {row.sentence} has neither rows nor a reason; fill in one of them"
            yield cell_locator.problem(row, "rows", "uncovered", message)
    layout = data.layouts.get(Coverage.table)
    all_rows_valid = layout is not None and layout.all_rows_valid  # otherwise an unreadable row may cover it
    for document in data.documents:
        missing = sorted(set(range(1, document.sentences + 1)) - answered[document.id]) if all_rows_valid else []
        beyond = sorted(number for number in answered[document.id] if number > document.sentences)
        if missing:
            numbers = ", ".join(map(str, missing[:10])) + (f" and {len(missing) - 10} more" if missing[10:] else "")
            message = f"coverage.csv has no row for sentence {numbers} of {document.id}; add it"
            yield cell_locator.problem(document, "sentences", "uncovered", message)
        if beyond:
            message = f"coverage.csv has a row for sentence {beyond[0]}, but {document.id} has only {document.sentences}; correct one of them"
            yield cell_locator.problem(document, "sentences", "uncovered", message)


@rule
def check_tours(data: Dataset, cell_locator: CellLocator) -> Iterator[Problem]:
    """A stop of the tour lies within the period that is shown."""
    first, last = data.package.first_year, data.package.last_year
    for stop in data.tours:
        if not first <= stop.year <= last:
            message = f"{stop.year} is outside the period of the data set, {first} to {last}"
            yield cell_locator.problem(stop, "year", "range", f"{message}; use a year within it")
