"""Encodes a document of data as the inert text of a page: columns are packed, then JSON, deflate and base64.

Base64 has no character with a meaning in HTML, a template or a script, whatever the data contains. Long columns are
packed so that deflate has little left to do; ``column-unpacking.ts`` reads them. A packed column is a JSON object
whose ``packed`` names the method:

``ints``
    integers as digits in base 64: the first digits of all numbers are in one text, the second digits in the next.
    A column of a few thousand random references then deflates to little more than its entropy.
    Numbers are relative to ``least``; with ``steps``, each is written as the difference from the one before.
``lists``
    lists of integers: their ``lengths``, and all numbers in one column, ``flat``.
``texts``
    texts, each relative to the one before: how many characters they ``share`` at the beginning, how many of its
    ``own`` follow, and the own characters of all texts in one ``text``.

Short columns and lists of other values are not packed.
"""

from __future__ import annotations

import base64
import json
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import deflate
import numpy as np
from numpy.typing import NDArray

# libdeflate is pinned, so that every machine writes the same bytes.
_BEST_LEVEL, _FAST_LEVEL = 12, 6
_LARGE_BYTES = 2_000_000  # bytes; above it, the best level takes ten times as long and saves one fortieth
MAX_UNPACKED_LENGTH = 64
"""A list of at most this length is as small in JSON."""
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BASE = len(DIGITS)
_DIGIT_BYTES = np.frombuffer(DIGITS.encode(), dtype=np.uint8)
_MAX_SAFE_INTEGER = 2**53
"""Beyond it, JavaScript does not represent all integers; columns that may reach it are not packed."""
_CHUNK_ROWS = 8192
_MAX_SHARED_PREFIX = _BASE - 1
"""In characters, so that one digit is enough for the number of shared characters."""


def encode(document: Any) -> str:
    """The document as base64 of raw deflate of UTF-8 JSON with packed columns."""
    raw = json.dumps(packed(document), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    return base64.b64encode(
        deflate.deflate_compress(raw, _BEST_LEVEL if len(raw) < _LARGE_BYTES else _FAST_LEVEL)
    ).decode()


def packed(document: Any) -> Any:
    """The document with its long columns packed."""
    if isinstance(document, dict):
        return {name: packed(value) for name, value in document.items()}
    if isinstance(document, array):
        return _ints(document) if len(document) > MAX_UNPACKED_LENGTH else document.tolist()
    if not isinstance(document, list | tuple):
        return document
    if len(document) <= MAX_UNPACKED_LENGTH:
        return [packed(value) for value in document]
    kinds = set(map(type, document))
    if kinds == {int}:
        return _ints(document)
    if kinds == {str}:
        return _texts(document)
    if kinds <= {list, tuple} and set(map(type, chain.from_iterable(document))) <= {int}:
        lengths = _ints(list(map(len, document)))
        return {"packed": "lists", "lengths": lengths, "flat": packed(list(chain.from_iterable(document)))}
    return [packed(value) for value in document]


def _ints(values: Sequence[int]) -> Any:
    if not isinstance(values, array) and max(-min(values), max(values)) > _MAX_SAFE_INTEGER // 4:
        return list(values)
    integers = np.array(values, dtype=np.int64)
    steps = np.diff(integers, prepend=0)
    rises = _distinct_count(steps) < _distinct_count(integers)  # fewer distinct values give a smaller result
    numbers = steps if rises else integers
    least = int(numbers.min())
    return {"packed": "ints", "least": least, "steps": rises, "digits": list(_digits(numbers - least))}


def _distinct_count(values: NDArray[np.int64]) -> int:
    """The number of distinct values."""
    above = values - values.min()
    if above.max() < 8 * len(values):  # usual for row numbers: counting takes a tenth of the time of sorting
        return int(np.count_nonzero(np.bincount(above)))
    return len(np.unique(above))


def _digits(values: NDArray[np.int64]) -> Iterator[str]:
    while True:
        yield _DIGIT_BYTES[values % _BASE].tobytes().decode("ascii")
        values = values // _BASE
        if not values.any():
            return


def _texts(texts: Sequence[str]) -> Any:
    if not all(map(str.isascii, texts)) and max(max(text, default="") for text in texts) > "\uffff":
        return list(texts)  # such a character counts as two in JavaScript and as one in Python
    shared = list(_shared_prefix_lengths(texts))
    own = [text[same:] for text, same in zip(texts, shared, strict=True)]
    return {"packed": "texts", "shared": _ints(shared), "own": _ints(list(map(len, own))), "text": "".join(own)}


def _shared_prefix_lengths(texts: Sequence[str]) -> Iterator[int]:
    """The number of characters at the beginning that each text shares with the one before."""
    yield 0
    for start in range(0, len(texts) - 1, _CHUNK_ROWS):
        beginnings = [text[:_MAX_SHARED_PREFIX] for text in texts[start : start + _CHUNK_ROWS + 1]]
        characters = np.array(beginnings, dtype=f"U{_MAX_SHARED_PREFIX}").view(np.uint32).reshape(len(beginnings), -1)
        differ = np.column_stack([characters[1:] != characters[:-1], np.ones(len(beginnings) - 1, dtype=bool)])
        shared = differ.argmax(axis=1)
        lengths = np.array(list(map(len, beginnings)))
        yield from np.minimum(shared, np.minimum(lengths[1:], lengths[:-1])).tolist()
