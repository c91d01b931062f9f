"""Break a data set as spreadsheets, editors and strangers do: its bytes, its cells, its descriptor, its files.

All chance comes from the ``random.Random`` that is passed, so that a number gives the same mutant again.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from liaison_atlas.seeds.tables.records import RECORDS

# What a data set is made of, by file.
Files = dict[str, bytes]
DESCRIPTOR, BIBLIOGRAPHY = "datapackage.json", "sources.bib"

KEPT_TABLES = ("places", "located", "people", "stations")
REFERRING_TABLES = ("disagreements", "coverage")  # they name rows of the others
NAMES = {record.table: record.singular for record in RECORDS}

PIECES: tuple[bytes, ...] = (
    *(b'"', b"'", b"\n", b"\r", b"\r\n", b",", b";", b"\t", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1b[31m"),
    *(b"{", b"}", b"[", b"]", b"@book{", b"@string{x=", b"\\", b"%", b"$", b"#", b"--", b'{\\"o}', b"\\frac{"),
    *(b"1927-", b"~", b"?", b"/..", b"[..", b"after event:", b"P6M after ", b"=1+1", b"-1", b"9" * 5000, b"NaN"),
    *("Мрачковский".encode("cp1251"), "Führer".encode("cp1252"), "ﷺ\u202e\u0301".encode(), b"x" * 3000, b"((" * 500),
)
TEXTS: tuple[str, ...] = (
    *("", " ", "=A1", "+1", "-", "0", "-0", "1e999", "nan", "91", "-181", "1,5", "9" * 400, "9" * 5000, "\u0661\u0669"),
    *(
        "1927",
        "1927~",
        "192X",
        "XXXX",
        "XXXX-XX-XX",
        "Y99999999",
        "Y-99999999",
        "-9999",
        "0000",
        "1900-02-29",
        "[..1929]",
    ),
    *(
        "{1924,1926}",
        "1921/",
        "/1930",
        "../1930",
        "1927-24",
        "1926/1928?",
        "9999-12-31~",
        "-0001",
        "[1667,1668..]",
        "1927/1926",
    ),
    *(
        "after event:folding-1935",
        "P9999Y after event:folding-1935",
        "before post:piatnitsky-head",
        "P1D after journey:x",
    ),
    *(
        "Meier2008[1]; ; ;",
        "Meier2008[" + "9" * 5000 + "]",
        "Meier2008[55; 57]",
        "RedWorld",
        "[",
        "]",
        "a[b[c]]",
        ";" * 2000,
    ),
    *(
        "place:berlin",
        "event:",
        ":",
        "any",
        "a;b;c",
        "; ".join(f"p{n}" for n in range(300)),
        "a\nb\r\nc",
        '"',
        "\x1b[2J",
    ),
    *(
        "\u202etxt",
        "\ufdd0",
        "\U0001f600",
        "e\u0301" * 50,
        "<script>",
        "{{7*7}}",
        "${x}",
        "x" * 5000,
        "head",
        "fiction",
    ),
)
VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1.5,
        10**30,
        1e308,
        "",
        "x",
        "\ud800",
        "\0",
        "../x",
        "a" * 300,
        [],
        {},
        [[]],
        [None],
        [5],
    ),
    *(
        {"value": 5},
        "date",
        "edtf",
        "list",
        "citations",
        "places",
        "any",
        "id",
        "9999",
        "-9999",
        "(a+)+$",
        "javascript:x",
    ),
)


def reduced(folder: Path, chance: Random) -> Files:
    """The files of a data set with a few rows of each table, chosen so that they still name rows that are there.

    Places, people and stations are kept; of the sources, those that are cited.
    """
    files = {DESCRIPTOR: (folder / DESCRIPTOR).read_bytes()}
    covered, counted = chance.random() < 0.1, chance.random() < 0.3
    named: set[str] = set()
    cited = ""
    for path in sorted(folder.glob("*.csv"), key=lambda path: path.stem in REFERRING_TABLES):
        header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
        if path.stem in ("documents", "coverage"):
            rows = rows if covered else []
        if path.stem in REFERRING_TABLES:
            rows = [
                row for row in rows if all(ref.strip() in named for ref in row[header.index("rows")].split(";") if ref)
            ]
        elif path.stem not in (*KEPT_TABLES, "documents"):
            if "relative" in header and not counted:
                rows = [row for row in rows if not row[header.index("relative")]]
            rows = [rows[at] for at in sorted(chance.sample(range(len(rows)), min(chance.randint(2, 12), len(rows))))]
        named |= {f"{NAMES[path.stem]}:{row[0]}" for row in rows}
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows([header, *rows])
        files[path.name] = text.getvalue().encode()
        cited += text.getvalue()
    entries = (folder / BIBLIOGRAPHY).read_text(encoding="utf-8").split("\n@")
    kept = [entry for entry in entries if entry.partition("{")[2].partition(",")[0].strip() in cited]
    files[BIBLIOGRAPHY] = "\n@".join(["", *kept]).encode()
    return files


def mutate(files: Files, chance: Random) -> None:
    """Make one to nine changes in these files."""
    for _ in range(chance.randint(1, 9)):
        name = chance.choice(sorted(files))
        mutations: list[Callable[[bytes, Random], bytes]] = [_bytes, _bytes, _as_saved]
        if name == DESCRIPTOR:
            mutations = [_bytes, _descriptor, _descriptor, _descriptor]
        elif name != BIBLIOGRAPHY:
            mutations += [_cells] * 6
        files[name] = chance.choice(mutations)(files[name], chance)


def _bytes(raw: bytes, chance: Random) -> bytes:
    """Bytes put in, taken out, doubled or cut off."""
    at = chance.randint(0, len(raw))
    kind = chance.randrange(10)
    if kind < 6:
        piece = chance.choice(PIECES) if kind < 4 else chance.randbytes(chance.randint(1, 12))
        return raw[:at] + piece + raw[at + chance.choice((0, 0, 1, 5, 40)) :]
    if kind == 6:
        return raw[:at]
    other = chance.randint(0, len(raw))
    first, last = min(at, other), max(at, other)
    return raw[:first] + raw[last:] if kind == 7 else raw[:last] + raw[first:last] + raw[last:]


def _as_saved(raw: bytes, chance: Random) -> bytes:
    """The same text, saved in another format."""
    text = raw.decode("utf-8", "replace")
    return chance.choice(
        (
            lambda: b"\xef\xbb\xbf" + raw,
            lambda: raw.replace(b"\n", b"\r\n"),
            lambda: raw.replace(b"\n", b"\r"),
            lambda: raw.replace(b",", b";"),
            lambda: raw.replace(b",", b"\t"),
            lambda: text.encode("cp1252", "replace"),
            lambda: text.encode("cp1251", "replace"),
            lambda: text.encode("utf-16"),
            lambda: raw + b"\n,,,,,,\n\n" * 50,
            lambda: b"\n\n" + raw,
        )
    )()


def _cells(raw: bytes, chance: Random) -> bytes:
    """Cells, rows or columns changed; what is no table any more is left as it is."""
    try:
        rows = list(csv.reader(io.StringIO(raw.decode(), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return raw
    if not rows or not all(rows):
        return raw
    at, column = chance.randrange(len(rows)), chance.randrange(len(rows[0]))
    other = chance.choice(rows)
    kind = chance.randrange(12)
    if kind < 7:
        for _ in range(chance.randint(1, 4)):
            row = chance.choice(rows[chance.choice((0, 1, 1, 1, 1)) :] or rows)
            row[chance.randrange(len(row))] = chance.choice((*TEXTS, chance.choice(other)))
    elif kind == 7:
        rows.insert(at, list(other))
    elif kind == 8:
        rows.insert(at, [""] * len(other))
    elif kind == 9:
        del rows[at]
    elif kind == 10:
        for row in rows:
            if column < len(row):
                row.append(row.pop(column)) if chance.random() < 0.99 else row.pop()
    else:
        del rows[at][column:]
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def _descriptor(raw: bytes, chance: Random) -> bytes:
    """A value of the descriptor changed, taken out, put in or doubled."""
    try:
        part = descriptor = json.loads(raw)
    except (ValueError, RecursionError):
        return raw
    for _ in range(chance.randint(0, 7)):
        inner = part if isinstance(part, list) else list(part.values())
        inner = [value for value in inner if isinstance(value, dict | list) and value]
        if not inner:
            break
        part = chance.choice(inner)
    if isinstance(part, dict) and part:
        key = chance.choice(list(part))
        if chance.random() < 0.4:
            del part[key]
        else:
            part[chance.choice((key, key, key, "references", "format"))] = chance.choice(VALUES)
    elif isinstance(part, list) and part:
        at = chance.randrange(len(part))
        chance.choice(
            (lambda: part.pop(at), lambda: part.append(part[at]), lambda: part.insert(at, chance.choice(VALUES)))
        )()
    return json.dumps(descriptor).encode()


def write(files: Files, folder: Path, chance: Random) -> None:
    """Put the files into a folder; now and then one of them is missing, or is a folder."""
    for name, content in files.items():
        path = folder / name
        kind = chance.randrange(400)
        if kind == 0:
            path.mkdir()
        elif kind != 1:
            path.write_bytes(content)
