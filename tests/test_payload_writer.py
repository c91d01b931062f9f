"""The one document of data between Python and the viewer: a golden file shows all of it."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from payload_decoder import claims_of

from liaison_atlas.layers.period import PeriodLayers, period_layers
from liaison_atlas.maps.payload.payload_writer import payload
from liaison_atlas.seeds.dates.edtf import parse
from liaison_atlas.seeds.inference.claim_times import claim_times
from liaison_atlas.seeds.tables.dataset import Dataset

GOLDEN = Path(__file__).parent / "golden" / "payload.json"
KINDS = ("station", "post", "journey", "event", "tie")


def test_the_document_is_the_golden_one(small_layers: PeriodLayers) -> None:
    text = json.dumps(payload(small_layers), ensure_ascii=False, indent=1, default=list) + "\n"
    if os.environ.get("GOLDEN") == "renew":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8"), "if this change is meant: make golden"


def dates_by_ref(document: dict) -> dict[str, tuple[int, ...]]:  # type: ignore[type-arg]
    """The bounds of each claim of a document."""
    claims = claims_of(document)
    bounds = zip(*(claims[name] for name in ("startEarliest", "startLatest", "endEarliest", "endLatest")), strict=True)
    return {f"{KINDS[kind]}:{id}": own for kind, id, own in zip(claims["kind"], claims["id"], bounds, strict=True)}


@pytest.mark.parametrize("year", [1924, 1927, 1930])
def test_the_payload_of_a_year_has_the_claims_of_that_year_with_their_dates(
    small_layers: PeriodLayers, year: int
) -> None:
    full, one = dates_by_ref(payload(small_layers)), dates_by_ref(payload(small_layers, year))
    held = {id for name, frame in small_layers.at(year).items() if name != "liaison" for id in frame["id"]}
    assert held <= set(one)
    assert one.items() <= full.items()


def test_doubtful_dates_are_worded_as_doubtful_in_every_language(oms: Dataset) -> None:
    doubtful_post = replace(oms.posts[0], id="doubtful", when=parse("1926?/1927"))
    data = replace(oms, posts=(*oms.posts, doubtful_post))
    data = replace(data, times=claim_times(data, lambda *problem: pytest.fail(str(problem)), str))
    document = payload(period_layers(data))
    claims = claims_of(document)
    assert 0 < sum(claims["doubtful"]) < len(claims["doubtful"])
    ends = {"de": ", vielleicht", "ru": ", возможно", "zh": "（可能）"}
    for doubtful, text in zip(claims["doubtful"], claims["when"], strict=True):
        assert document["texts"][text].endswith(", perhaps") is bool(doubtful)
        for language, end in ends.items():
            assert document["translations"][language]["texts"].get(str(text), "").endswith(end) is bool(doubtful)


def test_every_reference_between_rows_stays_within_the_document(oms_layers: PeriodLayers) -> None:
    for year in (None, 1919, 1927, 1943):
        document = payload(oms_layers, year)
        claims, texts = claims_of(document), len(document["texts"])
        assert document["texts"][0] == ""
        rows = len(claims["kind"])
        assert {len(column) for column in claims.values() if not isinstance(column, dict)} == {rows}
        assert all(-1 <= n < len(document["places"]["id"]) for n in (*claims["place"], *claims["to"]))
        assert all(-1 <= n < rows and (n < 0 or claims["kind"][n] == 0) for n in claims["station"])
        assert all(-1 <= n < len(document["people"]["id"]) for n in (*claims["person"], *claims["other"]))
        assert all(0 <= n < texts for name in ("label", "when", "note", "standingReason") for n in claims[name])
        assert all(cites and all(0 <= key < len(document["sources"]) for key, _ in cites) for cites in claims["cites"])


def test_a_page_credits_only_the_gazetteers_of_its_positions(oms_layers: PeriodLayers) -> None:
    assert payload(oms_layers)["credits"] == ["GeoNames (CC BY 4.0)"]
