"""The stops of a tour: what a row must hold, and what the kiosk gets of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from liaison_atlas import seeds
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page_document
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("year", "1923", "range"),
        ("year", "1931", "range"),
        ("year", "soon", "number"),
        ("lat", "91", "range"),
        ("lon", "-181", "range"),
        ("zoom", "12", "range"),
        ("select", "station:viena", "unknown-row"),
        ("title", "", "missing-value"),
        ("text", "", "missing-value"),
    ],
)
def test_a_stop_that_cannot_be_shown_is_reported(
    copy_of_small: Path, set_cell: Callable[..., None], column: str, text: str, code: str
) -> None:
    set_cell("tours", 2, column, text)
    found = [problem for problem in seeds.read(copy_of_small).problems if problem.file == "tours.csv"]
    assert [(problem.line, problem.code) for problem in found] == [(2, code)]


def test_the_tour_of_the_oms_stays_in_the_record_and_in_order_of_time(oms: Dataset) -> None:
    years = [stop.year for stop in oms.tours]
    assert len(years) >= 12
    assert years == sorted(years)
    selected = [oms.by_ref[stop.select] for stop in oms.tours]
    assert not any(isinstance(row, Claim) and oms.is_fiction(row) for row in selected)


def test_every_stop_of_the_oms_has_a_short_text_in_english_german_and_russian(oms_layers: PeriodLayers) -> None:
    config = KioskConfig(languages=("en", "de", "ru"))
    for stop in kiosk_page_document(oms_layers, config)["tour"]:
        for language in config.languages:
            assert stop["title"][language]
            ends = stop["text"][language].count(". ") + stop["text"][language].endswith(".")
            assert 1 <= ends <= 3, stop["text"][language]
            assert len(stop["text"][language]) <= 220


def test_a_stop_claims_nothing_that_its_row_does_not_hold_in_its_year(oms: Dataset) -> None:
    for stop in oms.tours:
        row = oms.by_ref.get(stop.select)
        date = oms.date_of(row) if isinstance(row, Claim) else None
        if date is None:
            assert "in which years" in stop.text or "is not told" in stop.text, stop.id
            continue
        first, last = str(date.start_earliest)[:4], str(date.end_latest)[:4]
        assert not (first.isdigit() and int(first) > stop.year), stop.id
        assert not (last.isdigit() and int(last) < stop.year), stop.id
