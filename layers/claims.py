"""The label, the place and the people of a claim, for pages and layers.

It does not import geopandas: that import takes as long as making a small page.
"""

from __future__ import annotations

from liaison_atlas.layers.wording.languages import language_for
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, Journey, Post, Station, Tie


def label_of(data: Dataset, claim: Claim) -> str:
    """The label of a claim in files: in the language of the tables, or the id of a tie."""
    label = None if isinstance(claim, Tie) else label_in(data, claim, data.package.language)
    return claim.id if label is None else label


def label_in(data: Dataset, claim: Claim, language: str) -> str | None:
    """The label of a claim in lists: a station's name, a person with the title of the post, two people and their tie.

    ``None`` if there is no translation into the language; a person's name may stay in its script.

    Returns
    -------
    str or None
        plain text.
    """
    if isinstance(claim, Post):
        title = data.localized_text(claim, "title", language)
        person = person_name(data, claim.person, language)
        return None if title is None else language_for(language).post(person, title)
    if isinstance(claim, Tie):
        relation = data.package.label("ties", "relation", claim.relation, language)
        people = [person_name(data, id, language) for id in (claim.person, claim.other)]
        return None if relation is None else language_for(language).tie(people[0], relation, people[1])
    return data.localized_text(claim, "name" if isinstance(claim, Station) else "title", language)


def person_name(data: Dataset, id: str, language: str) -> str:
    """The name of a person in a language."""
    person = data.person(id)
    return data.localized_text(person, "name", language) or person.name


def place_id_of(data: Dataset, claim: Claim) -> str | None:
    """The place of a claim: of a post, its station's place if any; of a journey, the destination, else the origin."""
    if isinstance(claim, Post) and claim.station:
        return data.station(claim.station).place
    if isinstance(claim, Journey):
        return claim.to or claim.from_
    return getattr(claim, "place", None)


def place_ids_of(data: Dataset, claim: Claim) -> list[str]:
    """The places of a claim on the map: all stops of a journey, in their order."""
    stops = (claim.from_, *claim.via, claim.to) if isinstance(claim, Journey) else (place_id_of(data, claim),)
    return [stop for stop in stops if stop]
