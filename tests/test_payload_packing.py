"""Packed columns: unpacking restores them, and the golden file shows each kind of packing."""

from __future__ import annotations

import json
import os
from array import array
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from payload_decoder import unpacked

from liaison_atlas.maps.payload.encoding import MAX_UNPACKED_LENGTH, packed

GOLDEN = Path(__file__).parent / "golden" / "packed.json"
PACKED_LENGTH = MAX_UNPACKED_LENGTH + 6
COLUMNS: dict[str, Any] = {
    "at random": [(n * n * 7919) % 5000 for n in range(PACKED_LENGTH)],
    "rising": [n + n // 9 for n in range(PACKED_LENGTH)],
    "days": [-18628 - 31 * (n % 12) for n in range(PACKED_LENGTH)],
    "without limit": [(-1) ** n * 2147483647 for n in range(PACKED_LENGTH)],
    "lists": [[-1] * (n % 3) for n in range(PACKED_LENGTH)],
    "texts": [f"Journey {n}, 上海" for n in range(PACKED_LENGTH)],
    "with nothing in them": [""] * PACKED_LENGTH,
    "beyond the plane": ["🙂"] * PACKED_LENGTH,
    "degrees": [n / 4 if n % 5 else None for n in range(PACKED_LENGTH)],
    "short": [1, 2, 3],
    "pairs": [["a", 1]] * PACKED_LENGTH,
}


def test_the_packed_columns_are_the_golden_ones() -> None:
    document = {"plain": COLUMNS, "packed": packed(COLUMNS)}
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("GOLDEN") == "renew":
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8"), "if this change is meant: make golden"


def test_an_array_is_packed_as_the_list_of_its_numbers() -> None:
    for numbers in (COLUMNS["rising"], COLUMNS["short"]):
        assert packed(array("i", numbers)) == packed(numbers)


@pytest.mark.parametrize("name", COLUMNS)
def test_an_example_column_survives_packing_and_unpacking(name: str) -> None:
    assert unpacked(json.loads(json.dumps(packed(COLUMNS[name])))) == COLUMNS[name]


INTEGERS = st.integers(-(2**31), 2**31)


@given(
    st.one_of(
        st.lists(INTEGERS, min_size=PACKED_LENGTH),
        st.lists(st.text(max_size=80), min_size=PACKED_LENGTH),
        st.lists(st.sampled_from(["", "a" * 70, "a" * 70 + "b", "a\0", "a"]), min_size=PACKED_LENGTH),
        st.lists(st.lists(INTEGERS, max_size=3), min_size=PACKED_LENGTH),
    )
)
def test_any_column_survives_packing_and_unpacking(column: list[Any]) -> None:
    """For every column: unpacked(packed(column)) == column."""
    assert unpacked(json.loads(json.dumps(packed(column)))) == column


def test_a_hundred_thousand_numbers_take_two_digits_each() -> None:
    column = packed([(n * n * 7919) % 4096 for n in range(100_000)])
    assert [len(digits) for digits in column["digits"]] == [100_000, 100_000]
