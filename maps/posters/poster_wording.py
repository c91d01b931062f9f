"""The texts of a poster: the events of the year, the posts that began, the sources.

What only possibly falls into the year is marked "perhaps".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from layers.wording.languages.english import LANGUAGE as ENGLISH
from maps.posters.poster_features import Feature

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_CITATION_WITH_PAGES = re.compile(r"(?P<work>.+?), (?P<unit>pp?\.|sentence) (?P<pages>.+)")
_UNITS = {"p.": ("p.", "pp."), "pp.": ("p.", "pp."), "sentence": ("sentence", "sentences")}
"""What stands before one place in a work, and before several."""
_CITED_AFTER = f", {ENGLISH.cited_after.format('')}"
_DAY = re.compile(r"(?P<year>[+-]?[0-9]{4,})-(?P<month>0[1-9]|1[0-2])-[0-9]{2}")
_NUMBER = re.compile(r"(?P<digits>\d*)")


@dataclass(frozen=True)
class SidebarEntry:
    """An entry of the sidebar: the feature whose mark is beside it, the month or "perhaps", what happened, and where.

    A claim that was dated in the Julian calendar has its date in both in place of the month.
    """

    feature: Feature
    when: str
    text: str
    where: str


def year_events(features: Sequence[Feature], year: int) -> list[SidebarEntry]:
    """Events and journeys of the year by month, then those without a known month, then those that are possibly of it."""
    entries = [feature for feature in features if feature.kind in {"raid", "courier"}]
    entries.sort(key=lambda t: (t.possible, t.month or _month_of_start(t, year) or 13, t.kind != "raid", t.label, t.id))
    return [SidebarEntry(t, _when_text(t, year), t.label, _where_text(t)) for t in entries]


def new_posts(features: Sequence[Feature], year: int) -> list[SidebarEntry]:
    """Posts that began in the year, then those that possibly did, where the year is one of at most three."""
    entries = []
    for feature in features:
        if feature.kind != "head":
            continue
        first, last = (_year_of_bound(bound) for bound in feature.start_bounds)
        if first is None or last is None or not first <= year <= last or last - first > 2:
            continue
        entries.append(
            SidebarEntry(
                feature,
                "" if first == last and not feature.possible else "perhaps",
                feature.label,
                _where_text(feature),
            )
        )
    return sorted(entries, key=lambda entry: (entry.when, entry.text, entry.feature.id))


def short_citations(features: Iterable[Feature]) -> list[str]:
    """The short citations of some features in alphabetical order, the pages of one work together.

    What was read through another work names it, without the places in it: these fill a poster.
    """
    all_cited = {part.strip() for feature in features for part in feature.citations.split("; ") if part.strip()}
    pages: dict[tuple[str, tuple[str, str], str], list[str]] = {}
    for text in sorted(all_cited, key=_alphabetical):
        cited, _, after = text.partition(_CITED_AFTER)
        match, go_between = _CITATION_WITH_PAGES.fullmatch(cited), _CITATION_WITH_PAGES.fullmatch(after)
        end = f"{_CITED_AFTER}{go_between['work'] if go_between else after}" if after else ""
        key = (match["work"], _UNITS[match["unit"]], end) if match else (cited, ("", ""), end)
        pages.setdefault(key, []).extend(match["pages"].split(", ") if match else [])
    return [_citation_with_pages(work, units, numbers) + end for (work, units, end), numbers in pages.items()]


def omitted_in_words(lines: int) -> str:
    """How many lines are too many for the map; empty for none."""
    return f"{lines} further ways of this year are in the atlas alone" if lines else ""


def undated_in_words(claims: int) -> str:
    """How many claims no source dates; empty for none."""
    if not claims:
        return ""
    return f"{claims} claims are undated and not drawn" if claims > 1 else "1 claim is undated and not drawn"


def person_name(feature: Feature) -> str:
    """The name of the person alone: the label of a post is "name, title"."""
    return feature.label.partition(", ")[0]


def _citation_with_pages(work: str, units: tuple[str, str], pages: list[str]) -> str:
    """A citation like `Haslam 2015, pp. 29, 61` from the work, what stands before one page and several, and the pages."""
    if not pages:
        return work
    ordered = sorted(set(pages), key=_by_number)
    single = len(ordered) == 1 and re.fullmatch(r"\w+", ordered[0])
    return f"{work}, {units[0] if single else units[1]} {', '.join(ordered)}"


def _by_number(page: str) -> tuple[int, str, str]:
    """Sort key: the number that a page begins with, however many digits it has."""
    digits = _NUMBER.match(page)["digits"].lstrip("0")  # type: ignore[index]  # no digit is a match too
    return len(digits), digits, page


def _when_text(feature: Feature, year: int) -> str:
    if feature.possible:
        return "perhaps"
    month = feature.month or _month_of_start(feature, year)
    return (feature.old_style_date or MONTHS[month - 1]) if month else ""


def _where_text(feature: Feature) -> str:
    """The place, unless the label names it already, as that of a journey does."""
    is_named = feature.kind == "courier" or feature.place.casefold() in feature.label.casefold()
    return "" if is_named else feature.place


def _month_of_start(feature: Feature, year: int) -> int | None:
    """The month, where both bounds of the beginning lie in one month of this year."""
    first, last = map(_month_of_bound, feature.start_bounds)
    return first[1] if first is not None and first == last and first[0] == year else None


def _year_of_bound(bound: str) -> int | None:
    month = _month_of_bound(bound)
    return month[0] if month else None


def _month_of_bound(bound: str) -> tuple[int, int] | None:
    """Year and month of a bound; `None` where it is no day."""
    found = _DAY.fullmatch(bound)
    return (int(found["year"]), int(found["month"])) if found else None


def _alphabetical(text: str) -> tuple[str, str]:
    return text.casefold(), text
