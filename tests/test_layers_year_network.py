"""The network of a year, and the layers as GeoJSON."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pytest
from strand_data import POLEMIC, declare, set_strand

from liaison_atlas import layers, seeds
from liaison_atlas.layers.geojson_export import geojson
from liaison_atlas.layers.period import PeriodLayers


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


@pytest.fixture
def polemic(copy_of_small: Path) -> PeriodLayers:
    """The small data set with a strand to which the post of Anna in Vienna belongs, and the radio in Istanbul."""
    declare(copy_of_small, POLEMIC)
    set_strand(copy_of_small, "posts", 2, "polemic")
    set_strand(copy_of_small, "stations", 4, "polemic")
    return layers.period_layers(seeds.require(seeds.read(copy_of_small)))


def test_a_strand_is_a_network_of_its_own_with_the_stations_of_the_main_one_to_which_it_refers(
    polemic: PeriodLayers,
) -> None:
    network, record = polemic.network(1926, strand="polemic"), polemic.network(1926)
    assert {ref for ref, _ in edges(network)} == {
        "post:anna-vienna",
        "liaison:istanbul--vienna",
        "liaison:istanbul--prague",
    }
    assert set(network) == {"person:anna", "station:vienna", "station:prague", "station:istanbul"}
    assert not {"person:anna", "station:istanbul"} & set(record)
    assert {ref for ref, _ in edges(record)} == {"liaison:prague--vienna"}


def test_the_rows_of_a_strand_are_in_no_other(polemic: PeriodLayers) -> None:
    ids = {name: polemic.strand(name).claim_ids() for name in ("main", "polemic", "fiction")}
    assert ids["polemic"] == {
        "post:anna-vienna",
        "station:istanbul",
        "liaison:istanbul--vienna",
        "liaison:istanbul--prague",
    }
    assert polemic.record.claim_ids() == ids["main"]
    assert sum(map(len, ids.values())) == len(set.union(*ids.values())) == len(polemic.claim_ids())
    assert set(polemic.strand("polemic").heads["strand"]) == {"polemic"}


def test_a_strand_that_the_data_set_does_not_have_is_refused(polemic: PeriodLayers) -> None:
    with pytest.raises(ValueError, match="strand must be one of main, polemic, fiction \\(got 'record'\\)"):
        polemic.strand("record")
    with pytest.raises(ValueError, match="strand must be one of"):
        polemic.network(1927, strand="fictions")


@pytest.mark.parametrize("layer", ["stations", "heads", "couriers", "liaison", "raids"])
def test_a_layer_comes_back_from_geojson(small_layers: PeriodLayers, tmp_path: Path, layer: str) -> None:
    frame = getattr(small_layers, layer)
    document = json.loads(geojson(frame))
    assert [f["id"] for f in document["features"]] == list(frame["id"])
    for feature in document["features"]:
        assert {
            "id",
            "kind",
            "label",
            "place",
            "country",
            "when",
            "certainty",
            "standing",
            "strand",
            "citations",
            "note",
        } <= set(feature["properties"])
    layers.write_geojson(frame, tmp_path / "layer.geojson")
    read = gpd.read_file(tmp_path / "layer.geojson")
    assert len(read) == len(frame)
    drawn = [g for g in frame.geometry if g is not None]
    assert [g.geom_type for g in read.geometry if g is not None] == [g.geom_type for g in drawn]


def test_geojson_has_the_same_bytes_twice(small_layers: PeriodLayers) -> None:
    assert geojson(small_layers.couriers) == geojson(small_layers.couriers)
