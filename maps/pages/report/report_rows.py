"""The rows of the tables as the report shows them: claim, date and place as text, and the reason for the standing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from liaison_atlas.geo.toponyms import historical_name, middle_day
from liaison_atlas.layers.claims import label_in, person_name, place_id_of
from liaison_atlas.layers.wording.citation_wording import locator_text
from liaison_atlas.layers.wording.date_wording import date_in_words
from liaison_atlas.layers.wording.languages import language_for
from liaison_atlas.layers.wording.standing_wording import standing_reason
from liaison_atlas.layers.wording.time_wording import StatedTime, inferred_time, row_titles, time_in_words
from liaison_atlas.maps.pages.page_texts import PageTexts
from liaison_atlas.maps.payload.localized_texts import Localizer, country_name
from liaison_atlas.seeds.dates.claim_time import ClaimTime
from liaison_atlas.seeds.dates.holding_years import holding_by_year
from liaison_atlas.seeds.dates.when import Holding, When
from liaison_atlas.seeds.sources.citations import Citation
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, Event, Journey, Person, Place, Post, Station, Tie
from liaison_atlas.seeds.tables.row_references import person_ids_of

# The column with the category of a claim; the labels are in the descriptor.
_CATEGORY_COLUMN = {Station: "function", Post: "role", Journey: "means", Event: "kind", Tie: "relation"}
AREA_KINDS = ("country", "region")
"""Places of these kinds are areas: the source names no town in them."""


def citation_dicts(citations: Iterable[Citation], language: str) -> list[dict[str, Any]]:
    """Citations, each with the source's key, the printed locator, and the citation of the work read instead."""
    return [
        {
            "source": c.key,
            "locator": locator_text(c.locator, language),
            "through": citation_dicts([c.through], language)[0] if c.through else None,
        }
        for c in citations
    ]


class ReportRows:
    """Returns the rows of a data set for the report by ref, in the language of the page."""

    def __init__(self, data: Dataset, texts: PageTexts) -> None:
        self.data = data
        self.texts = texts
        self.language = texts.language
        self.localizer = Localizer(data)
        self.message = texts.messages.text
        self.titles = row_titles(data, texts.language)
        self.places_by_id = self.localizer.places_by_id
        self._atlas_years: dict[ClaimTime, int | None] = {}  # large tables have few distinct times

    def to_dict(self, ref: str) -> dict[str, Any]:
        """The row of a ref."""
        row = self.data.by_ref[ref]
        if isinstance(row, Claim):
            return self._claim_dict(row)
        return self._person_dict(row) if isinstance(row, Person) else self._place_dict(row)

    def _claim_dict(self, claim: Claim) -> dict[str, Any]:
        when, place = self.data.date_of(claim), place_id_of(self.data, claim)
        column = _CATEGORY_COLUMN[type(claim)]
        category = getattr(claim, column)
        return {
            "kind": claim.singular,
            "category": self.texts.category(claim.table, column, category) if category else None,
            "words": self.texts.localized(
                label_in(self.data, claim, self.language), label_in(self.data, claim, self.texts.main) or claim.id
            ),
            "details": self._details(claim),
            "where": self.place_text(place, when) if place else None,
            # A name needs no translation: it may stay in its script.
            "who": [person_name(self.data, id, self.language) for id in person_ids_of(claim)]
            if isinstance(claim, Event | Journey)
            else [],
            "when": time_in_words(StatedTime.of(claim, self.data), self.titles, self.language) or None,
            "inferred": inferred_time(self.data.inferred_limits(claim), self.titles, self.language) or None,
            "year": self._atlas_year(self.data.time_of(claim)),
            "certainty": claim.certainty.value,
            "strand": self.data.strand_of(claim),
            "standing": self.data.standing(claim).value,
            "standing_reason": standing_reason(self.data, claim.sources, self.language),
            "contested": self.data.is_contested(claim),
            "rank": claim.rank.value,
            "set_aside": self.data.is_outranked(claim),
            "note": self.texts.cell(claim, "note") or claim.note,
            "citations": citation_dicts(claim.sources, self.language),
        }

    def _person_dict(self, person: Person) -> dict[str, Any]:
        wording = language_for(self.language)
        life = [wording.born.format(born=date_in_words(person.birth, language=self.language))] if person.birth else []
        life += [wording.died.format(died=date_in_words(person.death, language=self.language))] if person.death else []
        fiction = self.data.is_fiction(person)
        return self._row_without_claim("person", person_name(self.data, person.id, self.language), fiction) | {
            "when": wording.comma.join(life) or None,
            "details": [{"label": self.message("report-row-identifiers"), "text": ", ".join(person.identifiers)}]
            if person.identifiers
            else [],
            "note": self.texts.cell(person, "note") or person.note,
            "citations": citation_dicts(person.sources, self.language),
        }

    def _place_dict(self, place: Place) -> dict[str, Any]:
        return self._row_without_claim("place", self.place_name(place), fiction=False) | {
            "where": self.place_text(place.id),
            "note": self.texts.cell(place, "note") or place.note,
        }

    def _row_without_claim(self, kind: str, text: str, fiction: bool) -> dict[str, Any]:
        """A row that is not a claim: it has no certainty and no rank."""
        return {
            **dict.fromkeys(("category", "where", "when", "inferred", "year", "certainty", "rank", "note")),
            **dict.fromkeys(("details", "who", "citations"), ()),
            **dict.fromkeys(("contested", "set_aside"), False),
            "kind": kind,
            "words": text,
            "strand": self.data.fiction_strand if fiction else None,
            "standing": "fiction" if fiction else None,
            "standing_reason": None,
        }

    def _details(self, claim: Claim) -> list[dict[str, str]]:
        """Further details: the station of a post, the superiors of a station, the route of a journey."""
        details: list[tuple[str, str]] = []
        if isinstance(claim, Event):
            details = [(self.message("report-row-touched"), self._station_name(id)) for id in claim.stations]
        elif isinstance(claim, Station):
            sureness = self.texts.category("stations", "liaison", claim.liaison.value)
            for id in claim.reports_to:
                superior = self.message("report-row-withSureness", station=self._station_name(id), sureness=sureness)
                details.append((self.message("report-row-reportedTo"), superior))
        elif isinstance(claim, Journey):
            legs = (("legFrom", claim.from_), *(("legVia", stop) for stop in claim.via), ("legTo", claim.to))
            stops = [
                self.message(f"report-row-{leg}", place=self._current_name(self.places_by_id[id]))
                for leg, id in legs
                if id
            ]
            details = [(self.message("report-row-way"), language_for(self.language).comma.join(stops))]
            if claim.purpose:
                details.append((self.message("report-row-purpose"), self.texts.cell(claim, "purpose")))
        elif isinstance(claim, Post | Tie) and claim.station:
            details = [(self.message("report-row-station"), self._station_name(claim.station))]
        return [{"label": label, "text": text} for label, text in details if text]

    def _station_name(self, id: str) -> str:
        return self.texts.cell(self.data.station(id), "name")

    def _current_name(self, place: Place) -> str:
        """The present-day name of a place, without a language mark, because it may be part of a longer text."""
        return str(self.place_name(place))

    def place_name(self, place: Place) -> str:
        """The present-day name of a place."""
        languages = self.localizer.languages
        if self.language not in languages:
            return self.texts.cell(place, "name")
        return self.texts.localized(self.localizer.place(place)[languages.index(self.language)], place.name)

    def place_text(self, id: str, when: When | None = None) -> str:
        """The name at the time, and the areas that contain the place: "Constantinople (today Istanbul), Turkey"."""
        place = self.places_by_id[id]
        then = self._name_then(place, when)
        today = self._current_name(place)
        name = then if then == today else self.message("report-row-today", then=then, today=today)
        if place.kind in AREA_KINDS:
            return self.message("report-row-somewhere", country=name)
        larger_areas = []
        upper = place
        while upper.within:
            upper = self.places_by_id[upper.within]
            larger_areas.append(self._name_then(upper, when))
        if place.country and upper.kind != "country":
            larger_areas.append(country_name(place.country, self.language))
        for area in larger_areas:
            name = name if name.endswith(area) else f"{name}{language_for(self.language).comma}{area}"
        return name

    def _name_then(self, place: Place, when: When | None) -> str:
        """The name of a place at the time of a claim; the present-day name if the time has no bounds."""
        if when is None or when.start_earliest.day is None or when.end_latest.day is None:
            return self._current_name(place)
        names = self.localizer.names_by_place.get(place.id, ())
        first, last = when.start_earliest.day, when.end_latest.day
        middle = middle_day(first, last)
        return (
            historical_name(names, middle, middle, self.language)
            or historical_name(names, first, last, self.language)
            or self._current_name(place)
        )

    def _atlas_year(self, time: ClaimTime) -> int | None:
        """The year to open the atlas in: the first in which the claim is seen, else the first in which it may hold."""
        if time not in self._atlas_years:
            package = self.data.package
            years = holding_by_year(time, package.first_year, package.last_year) if time.dated else {}
            seen = [year for year, holds in years.items() if holds is Holding.SEEN]
            self._atlas_years[time] = min(seen or years, default=None)
        return self._atlas_years[time]
