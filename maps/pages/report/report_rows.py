"""The rows of the tables as the report shows them: claim, date and place as text, and what the claim rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.toponyms import name_in
from layers.claims import person_ids_of, place_id_of
from layers.wording.citation_wording import locator_text
from layers.wording.date_wording import date_in_words
from layers.wording.place_wording import somewhere_in
from layers.wording.standing_wording import standing_reason
from layers.wording.time_wording import StatedTime, inferred_time, row_titles, time_in_words
from maps.payload.localized_texts import country_name
from seeds.dates.claim_time import ClaimTime
from seeds.dates.holding_years import holding_by_year
from seeds.dates.when import Holding, When
from seeds.sources.citations import Citation
from seeds.tables.dataset import Dataset
from seeds.tables.records import Claim, Event, Journey, Person, Place, PlaceName, Post, Station, Tie

# The column with the category of a claim, whose labels the descriptor has.
_CATEGORY_COLUMN = {Station: "function", Post: "role", Journey: "means", Event: "kind", Tie: "relation"}
AREA_KINDS = ("country", "region")
"""A place as large as these is an area: no source names a town in it."""


def citation_dicts(citations: Iterable[Citation]) -> list[dict[str, Any]]:
    """Citations, each a source's key, a locator as it is printed, and the citation of the work that was read instead."""
    return [
        {
            "source": c.key,
            "locator": locator_text(c.locator),
            "through": citation_dicts([c.through])[0] if c.through else None,
        }
        for c in citations
    ]


class ReportRows:
    """Returns the rows of a data set for the report, each by its ref."""

    def __init__(self, data: Dataset) -> None:
        self.data = data
        self.titles = row_titles(data)
        self.places_by_id = {place.id: place for place in data.places}
        self._atlas_years: dict[ClaimTime, int | None] = {}  # large tables have few different times
        self.names_by_place: dict[str, list[PlaceName]] = {}
        for name in data.names:
            self.names_by_place.setdefault(name.place, []).append(name)

    def to_dict(self, ref: str) -> dict[str, Any]:
        """The row of a ref."""
        row = self.data.by_ref[ref]
        if isinstance(row, Claim):
            return self._claim_dict(row)
        return self._person_dict(row) if isinstance(row, Person) else self._place_dict(row)

    def _claim_dict(self, claim: Claim) -> dict[str, Any]:
        when = self.data.date_of(claim)
        standing, reason = self.data.standing(claim), standing_reason(self.data, claim)
        column = _CATEGORY_COLUMN[type(claim)]
        return {
            "kind": claim.singular,
            "category": self._category_label(claim.table, column, getattr(claim, column)),
            "words": self._claim_text(claim),
            "details": self._details(claim),
            "where": self._place_text(claim, when),
            "who": [self.data.person(id).name for id in person_ids_of(claim)]
            if isinstance(claim, Event | Journey)
            else [],
            "when": time_in_words(StatedTime.of(claim, self.data), self.titles) or None,
            "inferred": inferred_time(self.data.inferred_limits(claim), self.titles) or None,
            "year": self._atlas_year(self.data.time_of(claim)),
            "certainty": claim.certainty.value,
            "strand": self.data.strand_of(claim),
            "standing": standing.value,
            "standing_reason": reason,
            "contested": self.data.is_contested(claim),
            "rank": claim.rank.value,
            "set_aside": self.data.is_outranked(claim),
            "note": claim.note,
            "citations": citation_dicts(claim.sources),
        }

    def _person_dict(self, person: Person) -> dict[str, Any]:
        life = [
            f"{word} {date_in_words(when)}" for word, when in (("born", person.birth), ("died", person.death)) if when
        ]
        fiction = self.data.is_fiction(person)
        return self._row_without_claim("person", person.name, fiction) | {
            "when": ", ".join(life) or None,
            "details": [{"label": "Identifiers", "text": ", ".join(person.identifiers)}] if person.identifiers else [],
            "note": person.note,
            "citations": citation_dicts(person.sources),
        }

    def _place_dict(self, place: Place) -> dict[str, Any]:
        return self._row_without_claim("place", place.name, fiction=False) | {
            "where": self.place_text(place.id),
            "note": place.note,
        }

    def _row_without_claim(self, kind: str, text: str, fiction: bool) -> dict[str, Any]:
        """A row that is no claim: it has no certainty and no rank."""
        return {
            "kind": kind,
            "category": None,
            "words": text,
            "details": [],
            "where": None,
            "who": [],
            "when": None,
            "inferred": None,
            "year": None,
            "certainty": None,
            "strand": self.data.fiction_strand if fiction else None,
            "standing": "fiction" if fiction else None,
            "standing_reason": None,
            "contested": False,
            "rank": None,
            "set_aside": False,
            "note": None,
            "citations": [],
        }

    def _category_label(self, table: str, column: str, value: str | None) -> str | None:
        return dict(self.data.package.categories(table, column)).get(value, value) if value else None

    def _claim_text(self, claim: Claim) -> str:
        if isinstance(claim, Tie):
            relation = self._category_label("ties", "relation", claim.relation)
            return f"{self.data.person(claim.person).name} {relation} {self.data.person(claim.other).name}"
        return self.titles[claim.ref]

    def _details(self, claim: Claim) -> list[dict[str, str]]:
        """Further details: the station of a post, the superiors of a station, the route of a journey."""
        details: list[tuple[str, str]] = []
        if isinstance(claim, Event):
            details = [("Touched", self.data.station(id).name) for id in claim.stations]
        elif isinstance(claim, Station):
            sureness = self._category_label("stations", "liaison", claim.liaison.value)
            details = [("Reported to", f"{self.data.station(id).name} ({sureness})") for id in claim.reports_to]
        elif isinstance(claim, Journey):
            legs = (("from", claim.from_), *(("by way of", stop) for stop in claim.via), ("to", claim.to))
            details = [("Way", ", ".join(f"{word} {self.places_by_id[id].name}" for word, id in legs if id))]
            details += [("Purpose", claim.purpose)] if claim.purpose else []
        elif isinstance(claim, Post | Tie) and claim.station:
            details = [("Station", self.data.station(claim.station).name)]
        return [{"label": label, "text": text} for label, text in details if text]

    def _place_text(self, claim: Claim, when: When | None) -> str | None:
        place = place_id_of(self.data, claim)
        return self.place_text(place, when) if place else None

    def place_text(self, id: str, when: When | None = None) -> str:
        """The name at the time, and the areas that contain the place: "Constantinople (today Istanbul), Turkey"."""
        place = self.places_by_id[id]
        then = self._name_then(place, when)
        name = then if then == place.name else f"{then} (today {place.name})"
        if place.kind in AREA_KINDS:
            return somewhere_in(name)
        larger_areas = []
        upper = place
        while upper.within:
            upper = self.places_by_id[upper.within]
            larger_areas.append(self._name_then(upper, when))
        if place.country and upper.kind != "country":
            larger_areas.append(country_name(place.country, "en"))
        for area in larger_areas:
            name = name if name.endswith(area) else f"{name}, {area}"
        return name

    def _name_then(self, place: Place, when: When | None) -> str:
        """The name of a place at the time of a claim; that of today without a bounded time."""
        if when is None or when.start_earliest.day is None or when.end_latest.day is None:
            return place.name
        names = self.names_by_place.get(place.id, ())
        return name_in(place, names, when.start_earliest.day, when.end_latest.day)

    def _atlas_year(self, time: ClaimTime) -> int | None:
        """The year of the period to open the atlas in: the first in which the claim is seen, else in which it may hold."""
        if time not in self._atlas_years:
            package = self.data.package
            years = holding_by_year(time, package.first_year, package.last_year) if time.dated else {}
            seen = [year for year, holds in years.items() if holds is Holding.SEEN]
            self._atlas_years[time] = min(seen or years, default=None)
        return self._atlas_years[time]
