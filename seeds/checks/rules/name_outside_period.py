"""A place called by a name that it did not bear at the time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from liaison_atlas.seeds.checks.check_registry import Finding, finding_rule
from liaison_atlas.seeds.checks.rules.name_periods import possible_use
from liaison_atlas.seeds.dates.day_ranges import ALL_DAYS, DayRange, possible_days
from liaison_atlas.seeds.dates.when import When
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import quoted
from liaison_atlas.seeds.tables.records import Claim

# Where a map or a list shows words of the time; in a note the author speaks, and may use the names of today.
SHOWN_COLUMNS = ("name", "title", "purpose")
_WORD = re.compile(r"\w+(?:-\w+)*")  # so that no "Brest" is found in "Brest-Litovsk"


@dataclass(slots=True)
class _NameUse:
    """A name, wherever it stands: when it may have been in use, for which places, and whether it is today."""

    places: list[str] = field(default_factory=list)
    periods: list[DayRange] = field(default_factory=list)
    current: bool = False


@finding_rule
def name_outside_period(data: Dataset) -> Iterator[Finding]:
    """Claims whose words call a place by a name of ``names.csv`` when it certainly was not called so.

    Whole words count. A name that is part of another name of the same place in use then is no mistake
    ("Palestine", in the days of "Palestine (British Mandate)"), nor is one that another place bears.
    """
    names = _NameIndex(data)
    if not names.lengths_by_first_word:
        return
    for claim in data.claims:
        when = data.date_of(claim)
        if when is None or when.doubtful:
            continue
        for column in (*SHOWN_COLUMNS, "note"):
            text = getattr(claim, column, None)
            for name in names.names_in(text) if text else ():
                fits = names.was_in_use(name, possible_days(when), today=column == "note")
                if not fits and not data.is_fiction(claim):
                    yield _finding(claim, when, column, name, names.uses_by_name[name].places[0])


def _finding(claim: Claim, when: When, column: str, name: str, place: str) -> Finding:
    return Finding(
        "name-outside-period",
        claim,
        column,
        (claim.ref, f"place:{place}"),
        f"at the time of the claim ({when}) the place was not called {quoted(name)}, by names.csv",
        "use the name of the time, mend a date",
    )


class _NameIndex:
    """The names with a beginning or an end, found in a text by their first words."""

    def __init__(self, data: Dataset) -> None:
        self.uses_by_name: dict[str, _NameUse] = {}
        for row in data.names:
            use = self.uses_by_name.setdefault(row.name, _NameUse())
            use.places.append(row.place)
            use.periods.append(possible_use(row))
            use.current = use.current or row.to is None
        for place in data.places:
            if place.name in self.uses_by_name:
                self.uses_by_name[place.name].current = True
                if (
                    place.id not in self.uses_by_name[place.name].places
                ):  # it has no rows for this name: it bears it always
                    self.uses_by_name[place.name].periods.append(ALL_DAYS)
        # A longer name of a place speaks for the shorter one in it.
        by_place: dict[str, list[str]] = {}
        for name, use in self.uses_by_name.items():
            for id in dict.fromkeys(use.places):
                by_place.setdefault(id, []).append(name)
        periods = {name: list(use.periods) for name, use in self.uses_by_name.items()}
        for named in by_place.values():
            for part in named:
                for name in named:
                    if name != part and _contains_words(name, part):
                        periods[part] += self.uses_by_name[name].periods
        for name, use in self.uses_by_name.items():
            use.periods = periods[name]
        # How long the names are that begin with a word, the longest first, where one of them is not in use always.
        lengths: dict[str, set[int]] = {}
        bounded: set[str] = set()
        for name, use in self.uses_by_name.items():
            first = _WORD.match(name)
            if first:
                lengths.setdefault(first[0], set()).add(len(name))
                if ALL_DAYS not in use.periods:
                    bounded.add(first[0])
        self.lengths_by_first_word = {word: sorted(lengths[word], reverse=True) for word in bounded}

    def names_in(self, text: str) -> list[str]:
        """The names in a text, each once, the longest where several begin at one word."""
        found: dict[str, None] = {}
        if self.lengths_by_first_word.keys().isdisjoint(_WORD.findall(text)):  # most texts name no such place
            return []
        end = 0
        for word in _WORD.finditer(text):
            for length in self.lengths_by_first_word.get(word[0], ()) if word.start() >= end else ():
                name = text[word.start() : word.start() + length]
                if name in self.uses_by_name and not _is_word_character(text, word.start() + length):
                    found[name] = None
                    end = word.start() + length
                    break
        return list(found)

    def was_in_use(self, name: str, days: DayRange, *, today: bool) -> bool:
        """Whether a name may have been in use on one of these days, or may be used as one of today."""
        use = self.uses_by_name[name]
        return (today and use.current) or any(first <= days[1] and last >= days[0] for first, last in use.periods)


def _contains_words(name: str, part: str) -> bool:
    """Whether the words of a name hold those of another."""
    start = name.find(part)
    return (
        start >= 0
        and not _is_word_character(name, start + len(part))
        and (start == 0 or not _is_word_character(name, start - 1))
    )


def _is_word_character(text: str, index: int) -> bool:
    """Whether a character belongs to a word."""
    return index < len(text) and (text[index].isalnum() or text[index] == "_")
