"""Years as historians number them: there is no year 0, and 47 BC is the year -46 of ISO 8601 and of this project.

`layers.wording.date_wording.year_in_words` returns a year in the words of a language.
"""

from __future__ import annotations

import re

_YEAR = re.compile(
    r"(?P<astronomical>-[0-9]{1,4}|0{1,4})"
    r"|(?P<before>[0-9]{1,4}) ?(?:BCE?|B\.C\.(?:E\.)?)"
    r"|(?:AD ?)?(?P<after>[0-9]{1,4})(?: ?(?:CE|AD))?",
    re.IGNORECASE | re.ASCII,
)


def parse_year(text: str) -> int:
    """Parse a year as people write it: ``1927``, ``47 BC``, ``47bc``, or ``-46`` as in EDTF, where 1 BC is 0.

    Returns
    -------
    int
        the year; 0 is 1 BC.

    Raises
    ------
    ValueError
        if the text is anything else, or 0 BC.

    Examples
    --------
    >>> [parse_year(text) for text in ("1927", "47 BC", "47bc", "-46", "-0046", "1 BC", "0", "AD 14")]
    [1927, -46, -46, -46, -46, 0, 0, 14]
    """
    found = _YEAR.fullmatch(text.strip())
    if found is None or (found["before"] and int(found["before"]) == 0):
        raise ValueError(f"a year must be written as 1927, 47BC, or -46 (which is also 47 BC) (got {text!r})")
    if found["before"]:
        return 1 - int(found["before"])
    return int(found["astronomical"] or found["after"])


def year_file_stem(year: int) -> str:
    """Return the file name for a year, without its extension.

    Returns
    -------
    str
        ASCII text without a minus sign.

    Examples
    --------
    >>> year_file_stem(1927), year_file_stem(-46), year_file_stem(0)
    ('1927', '47-bc', '1-bc')
    """
    return str(year) if year > 0 else f"{1 - year}-bc"
