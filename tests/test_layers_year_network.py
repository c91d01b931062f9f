"""The network of a year, and the layers as GeoJSON."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pytest

import layers
from layers.geojson_export import geojson
from layers.period import PeriodLayers


def edges(graph: object) -> set[tuple[str, str]]:
    return {(data["ref"], data["holds"]) for _, _, data in graph.edges(data=True)}  # type: ignore[attr-defined]


def test_the_network_of_a_year_holds_its_posts_ties_and_lines_of_liaison(small_layers: PeriodLayers) -> None:
    assert edges(small_layers.network(1927)) == {
        ("post:boris-vienna", "seen"),
        ("liaison:prague--vienna", "possible"),
        ("tie:anna-boris", "seen"),
    }


def test_what_no_source_dates_is_in_the_network_on_request(small_layers: PeriodLayers) -> None:
    added = edges(small_layers.network(1927, undated=True)) - edges(small_layers.network(1927))
    assert added == {("tie:boris-unnamed", "undated")}


def test_a_claim_that_a_preferred_one_competes_with_is_set_aside_and_kept(small_layers: PeriodLayers) -> None:
    heads = small_layers.heads.set_index("id")
    assert heads["set_aside"].to_dict() == {
        "post:anna-vienna": True,
        "post:boris-vienna": False,
        "post:unnamed-prague": False,
        "post:boris-free": False,
        "post:hero-camp": False,
    }
    assert "post:anna-vienna" not in set(small_layers.shown.heads["id"])


def test_fiction_is_a_network_of_its_own(small_layers: PeriodLayers) -> None:
    record, fiction = small_layers.network(1927), small_layers.network(1927, fiction=True)
    assert set(fiction) == {"station:camp", "person:hero"}
    assert not set(record) & set(fiction)


@pytest.mark.parametrize("layer", ["stations", "heads", "couriers", "liaison", "raids"])
def test_a_layer_comes_back_from_geojson(small_layers: PeriodLayers, tmp_path: Path, layer: str) -> None:
    frame = getattr(small_layers, layer)
    document = json.loads(geojson(frame))
    assert [f["id"] for f in document["features"]] == list(frame["id"])
    for feature in document["features"]:
        assert {"id", "kind", "label", "place", "country", "when", "certainty", "standing", "citations", "note"} <= set(
            feature["properties"]
        )
    layers.write_geojson(frame, tmp_path / "layer.geojson")
    read = gpd.read_file(tmp_path / "layer.geojson")
    assert len(read) == len(frame)
    drawn = [g for g in frame.geometry if g is not None]
    assert [g.geom_type for g in read.geometry if g is not None] == [g.geom_type for g in drawn]


def test_geojson_has_the_same_bytes_twice(small_layers: PeriodLayers) -> None:
    assert geojson(small_layers.couriers) == geojson(small_layers.couriers)
