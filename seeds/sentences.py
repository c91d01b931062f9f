"""Number the sentences of a document, so that the coverage of a data set can be counted.

``python -m liaison_atlas.seeds.sentences FILE`` prints each sentence after its number. Write the numbers, not the
sentences, into ``coverage.csv``, and the file's sha256 and number of sentences into ``documents.csv``.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

# A full stop after one of these does not end a sentence: initials, and the abbreviations of citations.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\u201c\u2018\"'])(?:[A-Z\u0410-\u042f]|[A-Z]\.[A-Z]|Ch|Co|Dr|Ed|Mr|Mrs|No|St|Vol|pp?|vs|cf|ca|ed|eds|vol)\.$"
)
_END = re.compile(
    r"[.!?](?:[.\s]*\u2026)?"  # the mark itself, optionally followed by an ellipsis
    r"(?:[\"\u201d\u2019\u00bb')\]]|\[\d+\])*"  # closing marks, and note numbers as in an encyclopedia
    r"\s+(?=[\"\u201c\u2018\u00ab(\[]*[A-Z\u00c0-\u00de\u0410-\u042f0-9])"
)
_NUMBERED_REFERENCE = re.compile(r"\s*\d+\.\s")


def sentences(text: str) -> list[str]:
    r"""Split a text into its sentences, in order.

    A line break ends a sentence. A numbered reference is one sentence, however many full stops it has.

    Returns
    -------
    list of str
        the sentences, without surrounding white space.

    Examples
    --------
    >>> sentences("One line.[1] J. Peters wrote it.\n\nA heading\n  1. Meier, A. (2008). A book. p. 1.")
    ['One line.[1]', 'J. Peters wrote it.', 'A heading', '1. Meier, A. (2008). A book. p. 1.']
    >>> sentences("")
    []
    """
    found: list[str] = []
    for line in map(str.strip, text.splitlines()):
        start = 0
        for end in () if _NUMBERED_REFERENCE.match(line) else _END.finditer(line):
            if not _ABBREVIATION.search(line[: end.start() + 1]):
                found.append(line[start : end.end()].strip())
                start = end.end()
        found.append(line[start:].strip())
    return list(filter(None, found))


def main(arguments: list[str]) -> int:
    """Print the numbered sentences of each named file, with its sha256 and its number of sentences."""
    if not arguments:
        print("usage: python -m liaison_atlas.seeds.sentences FILE ...", file=sys.stderr)
        return 2
    for name in arguments:
        content = Path(name).read_bytes()
        numbered = sentences(content.decode("utf-8"))
        print(f"# {name}: sha256 {hashlib.sha256(content).hexdigest()}, {len(numbered)} sentences")
        for number, sentence in enumerate(numbered, 1):
            print(f"{number}\t{sentence}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
