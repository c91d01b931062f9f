"""A page holds the rows that the layers have, and no others; and marks are decided once, for pages and posters."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import folium
import pytest
from conftest import Setter
from hypothesis import given
from hypothesis import strategies as st
from payload_decoder import decode

from liaison_atlas import layers, maps, seeds
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.kiosk.kiosk_config import ContentConfig, KioskConfig
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page_document
from liaison_atlas.maps.payload.encoding import packed
from liaison_atlas.maps.payload.enumerations import KINDS
from liaison_atlas.maps.payload.payload_model import PayloadDocument
from liaison_atlas.maps.payload.payload_writer import payload
from liaison_atlas.maps.payload.symbology import VAGUE_ACCURACY_M
from liaison_atlas.maps.posters import poster_svg
from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.seeds.tables.dataset import Standing

Narrowing = Callable[[PeriodLayers], PeriodLayers]
NARROWINGS: dict[str, Narrowing] = {
    "the record": lambda period: period.record,
    "the fiction": lambda period: period.strand(period.data.fiction_strand),
    "what is shown of competing claims": lambda period: period.shown,
    "a year": lambda period: period.at(1927),
    "a month": lambda period: period.at(1927, 5),
    "the record of a year": lambda period: period.record.at(1927),
    "a year of the record": lambda period: period.at(1927).record,
    "no events": lambda period: replace(period, raids=period.raids.iloc[:0]),
    "no lines": lambda period: replace(period, liaison=period.liaison.iloc[:0]),
    "one station": lambda period: replace(period, stations=period.stations.iloc[:1]),
    "every second journey": lambda period: replace(period, couriers=period.couriers.iloc[::2]),
}


def refs(document: PayloadDocument) -> set[str]:
    """The claims of a document by their references."""
    claims = document["claims"]
    return {f"{KINDS[kind].singular}:{id}" for kind, id in zip(claims["kind"], claims["id"], strict=True)}


def lines(document: PayloadDocument) -> set[tuple[str, str]]:
    """The lines of liaison of a document: stations, and those that they reported to."""
    claims, edges = document["claims"], document["edges"]
    station = [f"station:{id}" for id in claims["id"]]
    ends = zip(edges["claim"], edges["from"], edges["to"], strict=True)
    return {(station[lower], station[upper]) for claim, lower, upper in ends if claims["kind"][claim] == 0}


def rows(period: PeriodLayers) -> set[str]:
    """The rows of the layers."""
    return {id for _, frame in period.items() for id in frame["id"]}


def is_in_a_layer(ref: str) -> bool:
    return not ref.startswith("tie:")


@pytest.mark.parametrize("name", NARROWINGS)
@pytest.mark.parametrize("data_set", ["small_layers", "oms_layers"])
def test_a_page_holds_the_rows_of_the_layers_and_no_others(
    name: str, data_set: str, request: pytest.FixtureRequest
) -> None:
    full: PeriodLayers = request.getfixturevalue(data_set)
    narrowed = NARROWINGS[name](full)
    document = payload(narrowed)
    assert {ref for ref in refs(document) if is_in_a_layer(ref)} == {
        id for id in rows(narrowed) if not id.startswith("liaison:")
    }
    stations = {id for id in refs(document) if id.startswith("station:")}
    assert lines(document) == {
        (row.to_id, row.from_id) for row in narrowed.liaison.itertuples() if {row.from_id, row.to_id} <= stations
    }
    if rows(narrowed) != rows(full):
        # Deflated, a document that lacks a few rows can be larger by chance.
        assert len(json.dumps(packed(document))) < len(json.dumps(packed(payload(full))))


def test_ties_follow_the_standing_the_rank_and_the_year(oms_layers: PeriodLayers) -> None:
    data = oms_layers.data

    def ties(period: PeriodLayers) -> set[str]:
        return {ref for ref in refs(payload(period)) if ref.startswith("tie:")}

    assert ties(oms_layers) == {tie.ref for tie in data.ties}
    assert ties(oms_layers.record) == {tie.ref for tie in data.ties if data.strand_of(tie) == "main"}
    undated = {tie.ref for tie in data.ties if data.time_of(tie).holds_in_year(1927) is Holding.UNDATED}
    assert "tie:aino-married-otto-kuusinen" in undated
    assert undated <= ties(oms_layers.at(1927))
    assert "tie:reisner-married-raskolnikov" not in ties(oms_layers.at(1927))  # she had died
    assert ties(oms_layers.at(1927)) < ties(oms_layers)


def test_rows_that_are_dropped_from_a_layer_in_place_are_not_on_the_page(copy_of_small: Path) -> None:
    period = layers.period_layers(seeds.require(seeds.read(copy_of_small)))
    before = refs(payload(period))
    dropped = set(period.raids["id"])
    with pytest.warns(match="inplace"):  # which pandas gives up
        period.raids.drop(period.raids.index, inplace=True)
    assert dropped
    assert refs(payload(period)) == before - dropped
    assert refs(payload(period.record)).isdisjoint(dropped)


def test_a_row_that_the_data_set_does_not_have_is_refused(small_layers: PeriodLayers) -> None:
    foreign = small_layers.raids.assign(id=["event:of-another-network"] * len(small_layers.raids))
    with pytest.raises(ValueError, match=r"a claim of its data set \(got the id 'event:of-another-network'\)"):
        payload(replace(small_layers, raids=foreign))


def test_a_narrowed_period_has_the_years_that_are_left(small_layers: PeriodLayers) -> None:
    def years(period: PeriodLayers) -> tuple[int, int]:
        document = payload(period)
        return document["firstYear"], document["lastYear"]

    assert years(small_layers) == (1924, 1930)
    assert years(small_layers.at(1927)) == (1927, 1927)
    assert years(small_layers.record) == (1924, 1930)
    assert years(small_layers.at(1950)) == (1950, 1950)


@given(year=st.integers(1924, 1930), record_first=st.booleans(), ranks=st.booleans())
def test_narrowing_in_any_order_gives_the_same_page(
    small_layers: PeriodLayers, year: int, record_first: bool, ranks: bool
) -> None:
    one = small_layers.record.at(year) if record_first else small_layers.at(year).record
    other = small_layers.at(year).record
    if ranks:
        one, other = one.shown, small_layers.shown.record.at(year)
    assert payload(one) == payload(other)
    for (_, first), (_, second) in zip(one.items(), other.items(), strict=True):
        assert (
            first[["id", "holds", "label"]].to_numpy().tolist() == second[["id", "holds", "label"]].to_numpy().tolist()
        )


def test_period_network_embeds_what_its_layers_hold(small_layers: PeriodLayers) -> None:
    def embedded(period: PeriodLayers) -> PayloadDocument:
        figure = folium.Map()
        network = maps.PeriodNetwork(period).add_to(figure)
        html = figure.get_root().render()
        start = html.index(">", html.index(f'id="{network.get_name()}_data"')) + 1
        document: PayloadDocument = decode(html[start : html.index("<", start)])
        return document

    assert refs(embedded(small_layers.record)) == refs(payload(small_layers.record))
    assert refs(embedded(small_layers.at(1927))) < refs(embedded(small_layers))


@pytest.mark.parametrize(
    "content",
    [ContentConfig(contested=False, partisan=False), ContentConfig(disputed=False)],
    ids=["both settings", "the setting of version 0.1"],
)
def test_a_kiosk_without_contested_and_partisan_claims_has_nothing_that_depends_on_one(
    oms_layers: PeriodLayers, content: ContentConfig
) -> None:
    document = kiosk_page_document(oms_layers, KioskConfig(languages=("en",), content=content))["data"]
    data = oms_layers.data
    claims = [data.by_ref[ref] for ref in refs(document)]
    assert {data.standing(claim) for claim in claims} == {Standing.ATTESTED}  # type: ignore[arg-type]
    assert not any(data.is_contested(claim) for claim in claims)  # type: ignore[arg-type]
    for ref in refs(document):
        station = getattr(data.by_ref[ref], "station", None)
        assert station is None or f"station:{station}" in refs(document)


def with_category(folder: Path, table: str, column: str, value: str) -> None:
    """Declare one more category: the line that a user adds."""
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    [resource] = [each for each in descriptor["resources"] if each["name"] == table]
    [field] = [each for each in resource["schema"]["fields"] if each["name"] == column]
    field["categories"].append({"value": value, "label": value.capitalize()})
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")


@pytest.mark.parametrize(
    ("table", "line", "column", "value", "mark"),
    [
        ("stations", 3, "function", "warehouse", "other"),
        ("stations", 3, "function", "publication", "publication"),  # a mark that events of the OMS have
        ("events", 2, "kind", "congress", "event"),
        ("events", 2, "kind", "radio", "radio"),  # a mark that stations of the OMS have
    ],
)
def test_a_category_that_only_this_data_set_has_has_its_mark_and_stands_in_the_legend(
    table: str, line: int, column: str, value: str, mark: str, copy_of_small: Path, set_cell: Setter
) -> None:
    with_category(copy_of_small, table, column, value)
    set_cell(table, line, column, value)
    period = layers.period_layers(seeds.require(seeds.read(copy_of_small)))
    document = payload(period)
    claims, symbols = document["claims"], document["symbols"]
    [kind, categories] = {"stations": (0, "function"), "events": (3, "event")}[table]
    category = document["categories"][categories]["value"].index(value)  # type: ignore[literal-required]
    rows = [row for row, found in enumerate(claims["kind"]) if found == kind and claims["category"][row] == category]
    assert {symbols["mark"][claims["symbol"][row]] for row in rows} == {mark}
    assert f'aria-label="{value.capitalize()}"' in poster_svg(period, 1927)


@pytest.mark.parametrize("metres", [20_000, 59_000, 60_000, 80_000, 119_000, 120_000, 500_000])
def test_a_place_is_vague_from_an_accuracy_on(metres: int, copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("located", 3, "accuracy_m", str(metres))
    places = payload(layers.period_layers(seeds.require(seeds.read(copy_of_small))))["places"]
    vague = dict(zip(places["id"], places["vague"], strict=True))
    assert vague["prague"] == (metres >= VAGUE_ACCURACY_M)
    assert vague["austria"] == 1
