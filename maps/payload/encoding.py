"""A document of data as the inert text that a page carries: its columns packed, JSON, deflated, in base64.

Base64 has no character that HTML, a template or a script could act upon, whatever the data says. Long columns are
packed so that deflate finds little left to do; ``column-unpacking.ts`` reads them. A packed column is still JSON, an
object that says under ``packed`` how:

``ints``
    whole numbers, as their digits to the base of 64: the first of all numbers in one text, the second of all in the
    next. Of a column of a few thousand rows that points at random, deflate then sees little more than its entropy.
    They count from ``least``; with ``steps`` each is written as the difference to the one before.
``lists``
    lists of whole numbers: their ``lengths``, and all of them in one column, ``flat``.
``texts``
    texts, each written by the one before: how many characters they ``share`` at the beginning, how many of its
    ``own`` follow, and the own characters of all in one ``text``.

Short columns, and whatever else a list may hold, stay as they are.
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
_LARGE_BYTES = 2_000_000  # bytes; beyond, the smallest takes ten times as long for a fortieth less
MAX_UNPACKED_LENGTH = 64
"""A list that is no longer than this is as small in JSON."""
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BASE = len(DIGITS)
_DIGIT_BYTES = np.frombuffer(DIGITS.encode(), dtype=np.uint8)
_MAX_SAFE_INTEGER = 2**53
"""Beyond, JavaScript counts no whole numbers; what may reach it is left as it is."""
_CHUNK_ROWS = 8192
_MAX_SHARED_PREFIX = _BASE - 1
"""In characters, so that one digit says how many are shared."""


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
    rises = _distinct_count(steps) < _distinct_count(integers)  # the fewer different values, the smaller
    numbers = steps if rises else integers
    least = int(numbers.min())
    return {"packed": "ints", "least": least, "steps": rises, "digits": list(_digits(numbers - least))}


def _distinct_count(values: NDArray[np.int64]) -> int:
    """How many different numbers these are."""
    above = values - values.min()
    if above.max() < 8 * len(values):  # rows of a table, mostly: to count takes a tenth of the time of sorting
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
        return list(texts)  # JavaScript counts such a character as two, and Python as one
    shared = list(_shared_prefix_lengths(texts))
    own = [text[same:] for text, same in zip(texts, shared, strict=True)]
    return {"packed": "texts", "shared": _ints(shared), "own": _ints(list(map(len, own))), "text": "".join(own)}


def _shared_prefix_lengths(texts: Sequence[str]) -> Iterator[int]:
    """How many characters each text has in common with the one before, at the beginning."""
    yield 0
    for start in range(0, len(texts) - 1, _CHUNK_ROWS):
        beginnings = [text[:_MAX_SHARED_PREFIX] for text in texts[start : start + _CHUNK_ROWS + 1]]
        characters = np.array(beginnings, dtype=f"U{_MAX_SHARED_PREFIX}").view(np.uint32).reshape(len(beginnings), -1)
        differ = np.column_stack([characters[1:] != characters[:-1], np.ones(len(beginnings) - 1, dtype=bool)])
        shared = differ.argmax(axis=1)
        lengths = np.array(list(map(len, beginnings)))
        yield from np.minimum(shared, np.minimum(lengths[1:], lengths[:-1])).tolist()
