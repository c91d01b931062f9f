"""A place called by a name that it did not bear at the time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from seeds.dataset import Dataset
from seeds.findings.days import ALWAYS, Stretch, extent
from seeds.findings.finding import Finding
from seeds.findings.names import possible
from seeds.problems import shown
from seeds.records import Claim
from seeds.when import When

# Where a map or a list shows words of the time; in a note the author speaks, and may use the names of today.
SHOWN = ("name", "title", "purpose")
_WORD = re.compile(r"\w+(?:-\w+)*")  # so that no "Brest" is found in "Brest-Litovsk"


@dataclass(slots=True)
class _Use:
    """A name, wherever it stands: when it may have been in use, for which places, and whether it is today."""

    places: list[str] = field(default_factory=list)
    periods: list[Stretch] = field(default_factory=list)
    today: bool = False


def outside_period(data: Dataset) -> Iterator[Finding]:
    """Claims whose words call a place by a name of ``names.csv`` when it certainly was not called so.

    Whole words count. A name that is part of another name of the same place in use then is no mistake
    ("Palestine", in the days of "Palestine (British Mandate)"), nor is one that another place bears.
    """
    names = _Names(data)
    if not names.by_word:
        return
    for claim in data.claims:
        when = data.date_of(claim)
        if when is None or when.doubtful:
            continue
        for column in (*SHOWN, "note"):
            text = getattr(claim, column, None)
            for name in names.of(text) if text else ():
                fits = names.fits(name, extent(when), today=column == "note")
                if not fits and not data.is_fiction(claim):
                    yield _finding(claim, when, column, name, names.uses[name].places[0])


def _finding(claim: Claim, when: When, column: str, name: str, place: str) -> Finding:
    return Finding(
        "name-outside-period",
        claim,
        column,
        (claim.ref, f"place:{place}"),
        f"at the time of the claim ({when}) the place was not called {shown(name)}, by names.csv",
        "use the name of the time, mend a date",
    )


class _Names:
    """The names with a beginning or an end, found in a text by their first words."""

    def __init__(self, data: Dataset) -> None:
        self.uses: dict[str, _Use] = {}
        for row in data.names:
            use = self.uses.setdefault(row.name, _Use())
            use.places.append(row.place)
            use.periods.append(possible(row))
            use.today = use.today or row.to is None
        for place in data.places:
            if place.name in self.uses:
                self.uses[place.name].today = True
                if place.id not in self.uses[place.name].places:  # it has no rows for this name: it bears it always
                    self.uses[place.name].periods.append(ALWAYS)
        # A longer name of a place speaks for the shorter one in it.
        by_place: dict[str, list[str]] = {}
        for name, use in self.uses.items():
            for id in dict.fromkeys(use.places):
                by_place.setdefault(id, []).append(name)
        periods = {name: list(use.periods) for name, use in self.uses.items()}
        for named in by_place.values():
            for part in named:
                for name in named:
                    if name != part and _holds(name, part):
                        periods[part] += self.uses[name].periods
        for name, use in self.uses.items():
            use.periods = periods[name]
        # How long the names are that begin with a word, the longest first, where one of them is not in use always.
        lengths: dict[str, set[int]] = {}
        bounded: set[str] = set()
        for name, use in self.uses.items():
            first = _WORD.match(name)
            if first:
                lengths.setdefault(first[0], set()).add(len(name))
                if ALWAYS not in use.periods:
                    bounded.add(first[0])
        self.by_word = {word: sorted(lengths[word], reverse=True) for word in bounded}

    def of(self, text: str) -> list[str]:
        """The names in a text, each once, the longest where several begin at one word."""
        found: dict[str, None] = {}
        if self.by_word.keys().isdisjoint(_WORD.findall(text)):  # most texts name no such place
            return []
        end = 0
        for word in _WORD.finditer(text):
            for length in self.by_word.get(word[0], ()) if word.start() >= end else ():
                name = text[word.start() : word.start() + length]
                if name in self.uses and not _joined(text, word.start() + length):
                    found[name] = None
                    end = word.start() + length
                    break
        return list(found)

    def fits(self, name: str, days: Stretch, *, today: bool) -> bool:
        """Whether a name may have been in use on one of these days, or may be used as one of today."""
        use = self.uses[name]
        return (today and use.today) or any(first <= days[1] and last >= days[0] for first, last in use.periods)


def _holds(name: str, part: str) -> bool:
    """Whether the words of a name hold those of another."""
    at = name.find(part)
    return at >= 0 and not _joined(name, at + len(part)) and (at == 0 or not _joined(name, at - 1))


def _joined(text: str, at: int) -> bool:
    """Whether a character belongs to a word."""
    return at < len(text) and (text[at].isalnum() or text[at] == "_")
