"""Decode what Python packs, as the viewer does in `column-unpacking.ts` and `page-data.ts`."""

from __future__ import annotations

import base64
import json
import zlib
from itertools import accumulate
from typing import Any

from liaison_atlas.maps.payload.encoding import DIGITS
from liaison_atlas.maps.payload.payload_model import PayloadDocument


def decode(block: str) -> Any:
    """The document of a block."""
    return unpacked(json.loads(zlib.decompress(base64.b64decode(block), -15)))


def unpacked(value: Any) -> Any:
    """A document with its packed columns as lists."""
    if isinstance(value, list):
        return [unpacked(member) for member in value]
    if not isinstance(value, dict):
        return value
    members_by_name = {name: unpacked(member) for name, member in value.items()}
    match members_by_name.get("packed"):
        case "ints":
            rows = zip(*members_by_name["digits"], strict=True)
            values = [
                sum(DIGITS.index(d) * 64**n for n, d in enumerate(row)) + members_by_name["least"] for row in rows
            ]
            return list(accumulate(values)) if members_by_name["steps"] else values
        case "lists":
            members = iter(members_by_name["flat"])
            return [[next(members) for _ in range(length)] for length in members_by_name["lengths"]]
        case "texts":
            texts, at = [""], 0
            for shared, own in zip(members_by_name["shared"], members_by_name["own"], strict=True):
                texts.append(texts[-1][:shared] + members_by_name["text"][at : at + own])
                at += own
            return texts[1:]
        case _:
            return members_by_name


def claims_of(document: PayloadDocument) -> dict[str, Any]:
    """The claims of a payload with their dates and citations in every row."""
    claims, dates, cited = document["claims"], document["dates"], document["citations"]
    return {
        **{name: list(column) for name, column in claims.items() if name != "date"},
        **{name: [column[row] for row in claims["date"]] for name, column in dates.items()},
        "cites": [list(zip(cited["source"][row], cited["locator"][row], strict=True)) for row in claims["cites"]],
    }
