"""Convert dates in common spellings into EDTF: ``respelled("c. 1927")`` returns ``1927~``.

Only messages use the result. A guess would be wrong for some authors, so no date is read this way. To support another
spelling, add a rule to the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
# Includes short forms. `calendar` also has names, but in the language of the machine.
_MONTHS = {name[:length]: number for number, name in enumerate(_MONTH_NAMES, 1) for length in (3, 4, len(name))}
_MONTH_NAME = rf"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"


def _date(found: re.Match[str]) -> str:
    groups = found.groupdict()
    month = _MONTHS[found["name"].lower()] if groups.get("name") else int(found["month"])
    day = f"-{int(found['day']):02d}" if groups.get("day") else ""
    return f"{found['year']}-{month:02d}{day}"


def _range(found: re.Match[str]) -> str:
    first, last = found["first"], found["last"]
    if re.fullmatch(r"[0-9]{2}[?~%]?", last) and (century := re.search(r"[0-9]{2}(?=[0-9]{2}\b)", first)):  # 1927–30
        last = century[0] + last
    return f"{respelled(first) or first}/{respelled(last) or last}"


_RULES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(?P<first>[^/–—]+?) ?[–—] ?(?P<last>[^/–—]+)", _range),
    (r"(?:from )?(?P<first>.+) (?:to|until) (?P<last>.+)", _range),
    # 192x, 19uu, as in the draft standard of 2012
    (r"(?P<known>[0-9]{2,3})(?P<open>[xu]{1,2})", lambda found: found["known"] + "X" * len(found["open"])),
    (r"(?:the )?(?P<decade>[0-9]{3})0['’]?s", lambda found: f"{found['decade']}X"),
    (r"(?:circa|about|around|ca\.?|c\.?) ?(?P<date>.+)", lambda found: f"{respelled(found['date']) or found['date']}~"),
    (r"(?P<date>[0-9-]+)(?:\?~|~\?)", lambda found: f"{found['date']}%"),
    (r"(?P<start>[^/]+)/(?:open|present|now)", lambda found: f"{respelled(found['start']) or found['start']}/.."),
    (r"(?P<start>[^/]+)/unknown", lambda found: f"{respelled(found['start']) or found['start']}/"),
    (r"unknown/(?P<end>[^/]+)", lambda found: f"/{respelled(found['end']) or found['end']}"),
    (r"(?P<year>[0-9]{1,4}) ?(?:BCE?|B\.C\.)", lambda found: _before_christ(int(found["year"]))),
    (r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4})", _date),
    (r"(?P<year>[0-9]{4})[./](?P<month>[0-9]{1,2})[./](?P<day>[0-9]{1,2})", _date),
    (r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?", _date),
    (rf"(?:(?P<day>[0-9]{{1,2}})\.? )?{_MONTH_NAME} (?P<year>[0-9]{{4}})", _date),
    (rf"{_MONTH_NAME} (?P<day>[0-9]{{1,2}}),? (?P<year>[0-9]{{4}})", _date),
    (r"(?P<first>[0-9]{4}[?~%]?) ?- ?(?P<last>[0-9]{4}[?~%]?)", _range),
)


def _before_christ(year: int) -> str:
    """Year 1 BC is 0000: historians do not count a year 0, but the standard does."""
    return "0000" if year == 1 else f"-{year - 1:04d}" if year else "0"


def respelled(text: str) -> str | None:
    """Return the spelling of a date that `seeds.dates.edtf.parse` may accept; ``None`` if none is known.

    Returns
    -------
    str or None
        EDTF text, not validated.

    Examples
    --------
    >>> [respelled(text) for text in ("1927–30", "1920s", "c. 1927", "12.5.1927", "192x", "1927/open", "47 BC")]
    ['1927/1930', '192X', '1927~', '1927-05-12', '192X', '1927/..', '-0046']
    >>> respelled("some day") is None
    True
    """
    for pattern, rule in _RULES:
        if found := re.fullmatch(pattern, text.strip(), re.IGNORECASE | re.ASCII):
            return rule(found)
    return None
