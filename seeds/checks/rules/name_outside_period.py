"""Report a place called by a name that it did not have at the time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import permutations

from liaison_atlas.seeds.checks.check_registry import Finding, finding_rule
from liaison_atlas.seeds.dates.day_ranges import ALL_DAYS, DayRange, days_between, possible_days
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.problems import quoted

# Columns whose words maps and lists show as of the time. In a note, the author may use the names of today.
SHOWN_COLUMNS = ("name", "title", "purpose")
_WORD = re.compile(r"\w+(?:-\w+)*")  # does not find "Brest" in "Brest-Litovsk"
_WORD_END = re.compile(r"(?!\w)")


@dataclass(slots=True)
class _NameUse:
    """The uses of a name: the periods in which it may have been in use, its places, and whether it is in use today."""

    places: list[str] = field(default_factory=list)
    periods: list[DayRange] = field(default_factory=list)
    current: bool = False


@finding_rule
def name_outside_period(data: Dataset) -> Iterator[Finding]:
    """Claims that call a place by a name of ``names.csv`` that was certainly not in use at the time.

    Only whole words are compared. A name is no mistake if it is part of another name of the same place that was in use
    then ("Palestine", in the days of "Palestine (British Mandate)"), or if another place has it.

    Yields
    ------
    Finding
        one for each wrong name in a claim.
    """
    uses = _name_uses(data)
    names_by_first_word = _names_by_first_word(uses)
    for claim in data.claims if names_by_first_word else ():
        when = data.date_of(claim)
        if when is None or when.doubtful:
            continue
        first, last = possible_days(when)
        for column in (*SHOWN_COLUMNS, "note"):
            text = getattr(claim, column, None)
            for name in _names_in(text, names_by_first_word) if text else ():
                use = uses[name]
                fits = any(begin <= last and end >= first for begin, end in use.periods)
                if not fits and not (column == "note" and use.current) and not data.is_fiction(claim):
                    refs = (claim.ref, f"place:{use.places[0]}")
                    message = f"at the time of the claim ({when}) the place was not called {quoted(name)} according to names.csv"
                    remedy = "use the name of that time, correct a date"
                    yield Finding("name-outside-period", claim, column, refs, message, remedy)


def _name_uses(data: Dataset) -> dict[str, _NameUse]:
    """The uses of each name of ``names.csv``."""
    uses: dict[str, _NameUse] = {}
    names_by_place: dict[str, set[str]] = {}
    for row in data.names:
        use = uses.setdefault(row.name, _NameUse())
        use.places.append(row.place)
        use.periods.append(days_between(row.from_, row.to))
        use.current = use.current or row.to is None
        names_by_place.setdefault(row.place, set()).add(row.name)
    for place in data.places:
        if place.name in uses:
            uses[place.name].current = True
            if place.id not in uses[place.name].places:  # without rows for this name, the place has it at all times
                uses[place.name].periods.append(ALL_DAYS)
    # A longer name of a place also permits the shorter name in it.
    own_periods = {name: tuple(use.periods) for name, use in uses.items()}
    for names in names_by_place.values():
        for name, part in permutations(names, 2):
            if re.search(rf"(?<!\w){re.escape(part)}(?!\w)", name):
                uses[part].periods += own_periods[name]
    return uses


def _names_by_first_word(uses: dict[str, _NameUse]) -> dict[str, list[str]]:
    """The names by their first word, longest first, for words with a name that is not in use at all times."""
    names_by_first_word: dict[str, list[str]] = {}
    for name in sorted(uses, key=len, reverse=True):
        if first := _WORD.match(name):
            names_by_first_word.setdefault(first[0], []).append(name)
    return {
        word: names
        for word, names in names_by_first_word.items()
        if any(ALL_DAYS not in uses[name].periods for name in names)
    }


def _names_in(text: str, names_by_first_word: dict[str, list[str]]) -> list[str]:
    """The names in a text, each once. If several begin at one word, the longest is taken."""
    found: dict[str, None] = {}
    if names_by_first_word.keys().isdisjoint(_WORD.findall(text)):  # most texts contain none of the names
        return []
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        for name in names_by_first_word.get(word[0], ()) if start >= end else ():
            if text.startswith(name, start) and _WORD_END.match(text, start + len(name)):
                found[name] = None
                end = start + len(name)
                break
    return list(found)
