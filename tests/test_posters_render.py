"""The posters: what is drawn and written, what is not, and that the same data gives the same page."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import LineString, MultiLineString, Point

from layers.period import PeriodLayers
from layers.wording.citation_wording import citation_text
from layers.wording.place_wording import somewhere_in
from maps.ground import base_map
from maps.payload.symbology import DASHED, HATCHED, HOLLOW, SOLID
from maps.posters import png_palette as poster_png
from maps.posters import poster_render as poster
from maps.posters import poster_wording as poster_words
from maps.posters.label_layout import Box, LabelCandidate, place_labels
from maps.posters.poster_basemap import PolityLabel
from maps.posters.poster_features import features_of
from maps.posters.poster_input import poster_input_of_year, poster_inputs_by_year
from maps.posters.poster_meta import PosterMeta, meta_of
from maps.posters.poster_viewport import inset_viewport, main_viewport
from seeds.sources.citations import parse_citations

COLUMNS = (
    *("id", "kind", "label", "category", "place", "place_id", "country", "when"),
    *("start_earliest", "start_latest", "end_earliest", "end_latest", "date_doubtful"),
    *(
        "certainty",
        "standing",
        "contested",
        "accuracy_m",
        "citations",
        "note",
        "person",
        "station_id",
        "month",
        "geometry",
    ),
)

PLACES: dict[str, tuple[str, float | None, float | None, float]] = {
    "moscow": ("Moscow", 37.62, 55.75, 15_000),
    "lux": ("Hotel Lux, Moscow", 37.61, 55.76, 60),
    "kuntsevo": ("Kuntsevo", 37.41, 55.73, 2_000),
    "wilhelm": ("Wilhelmstrasse 131-132, Berlin", 13.39, 52.50, 200),
    "berlin": ("Berlin", 13.40, 52.52, 12_000),
    "germany": ("Germany", 10.4, 51.1, 400_000),
    "austria": ("Austria", 14.1, 47.6, 290_000),
    "denmark": ("Denmark", 9.5, 56.0, 180_000),
    "netherlands": ("Netherlands", 5.3, 52.2, 150_000),
    "uk": ("United Kingdom", -2.5, 53.8, 450_000),
    "london": ("London", -0.12, 51.51, 12_000),
    "turkey": ("Turkey", 35.0, 39.0, 800_000),
    "us": ("United States", -98.5, 39.5, 2_300_000),
    "new-york": ("New York", -74.0, 40.71, 15_000),
    "shanghai": ("Shanghai", 121.47, 31.23, 12_000),
    "beijing": ("Beijing", 116.4, 39.9, 12_000),
    "china": ("China", 104.0, 35.0, 2_200_000),
    "nowhere": ("Atlantis", None, None, 0),
}


def row(kind: str, id: str, label: str, place: str, **own: Any) -> dict[str, Any]:
    """A row of a layer at a place, holding from 1925 to 1930 by default."""
    name, lon, lat, accuracy = PLACES[place]
    first, last = own.pop("years", (1925, 1930))
    return {
        "id": id,
        "kind": kind,
        "label": label,
        "category": "other",
        "place": name,
        "place_id": place,
        "country": "",
        "when": "",
        "start_earliest": f"{first}-01-01",
        "start_latest": f"{first}-12-31",
        "end_earliest": f"{last}-01-01",
        "end_latest": f"{last}-12-31",
        "date_doubtful": False,
        "certainty": "certain",
        "standing": "attested",
        "contested": False,
        "accuracy_m": accuracy,
        "citations": "Meier 2008, p. 101",
        "note": "",
        "person": None,
        "station_id": None,
        "month": None,
        "geometry": None if lon is None else Point(lon, lat),
        **own,
    }


def route(*places: str) -> LineString | MultiLineString:
    return LineString([PLACES[place][1:3] for place in places])


@dataclass
class Layers:
    """Period layers as far as a poster reads them, from lists of rows."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    dated: bool = False
    first_year: int = 1919
    last_year: int = 1943

    def within(self, first: int, last: int) -> Layers:
        return self

    def __getattr__(self, name: str) -> gpd.GeoDataFrame:
        if name not in {"stations", "heads", "couriers", "liaison", "raids"}:
            raise AttributeError(name)
        rows = self.rows.get(name, [])
        columns = [*COLUMNS, "holds"] if self.dated else list(COLUMNS)
        data = {column: [r.get(column) for r in rows] for column in columns}
        return gpd.GeoDataFrame(data, geometry="geometry", crs="EPSG:4326")

    @property
    def record(self) -> Layers:
        return Layers({n: [r for r in rows if r["standing"] != "fiction"] for n, rows in self.rows.items()})

    @property
    def shown(self) -> Layers:
        return self

    def at(self, year: int) -> Layers:
        def held(r: dict[str, Any]) -> str | None:
            bounds = [int(r[b][:4]) for b in ("start_earliest", "start_latest", "end_earliest", "end_latest")]
            if bounds[1] <= year <= bounds[2]:
                return "seen"
            return "possible" if bounds[0] <= year <= bounds[3] else None

        rows = {n: [{**r, "holds": held(r)} for r in found if held(r)] for n, found in self.rows.items()}
        return Layers(rows, dated=True)


def network() -> Layers:
    """A network like the first one: two crowded towns, six countries, three continents."""
    s, b = "station", "station:berlin"
    stations = [
        row(s, "station:centre", "Moscow centre", "moscow", category="headquarters"),
        row(s, "station:couriers", "Section of couriers", "moscow", category="section"),
        row(s, "station:passports", "Passport section", "moscow", category="section", certainty="less-certain"),
        row(s, "station:radio", "Radio section", "moscow", category="radio"),
        row(s, "station:lux", "Hotel Lux", "lux", category="lodging", contested=True),
        row(s, "station:kuntsevo", "Kuntsevo school", "kuntsevo", category="school", standing="partisan"),
        row(s, b, "Berlin headquarters", "wilhelm", category="headquarters"),
        row(s, "station:training", "Training in Berlin", "berlin", category="school", certainty="uncertain"),
        row(s, "station:germany", "Residency in Germany", "germany", category="residency"),
        row(s, "station:austria", "Residency in Austria", "austria", category="residency"),
        row(s, "station:denmark", "Residency in Denmark", "denmark", category="residency"),
        row(s, "station:netherlands", "Residency in the Netherlands", "netherlands", category="residency"),
        row(s, "station:uk", "Residency in the United Kingdom", "uk", category="residency"),
        row(s, "station:turkey", "Residency in Turkey", "turkey", category="residency", certainty="uncertain"),
        row(s, "station:us", "Residency in the United States", "us", category="residency"),
        row(s, "station:new-york", "New York", "new-york", category="residency", certainty="less-certain"),
        row(s, "station:shanghai", "Shanghai", "shanghai", category="residency"),
    ]
    heads = [
        row(
            "post",
            "post:mirov",
            "Jacob Mirov-Abramov, head of the OMS for Europe",
            "wilhelm",
            station_id=b,
            category="head",
        ),
        row(
            "post",
            "post:two",
            "Hans Kippenberger, officer",
            "germany",
            station_id="station:germany",
            years=(1927, 1929),
        ),
        row(
            "post",
            "post:three",
            "Osip Piatnitsky, head of the OMS",
            "moscow",
            station_id="station:centre",
            category="head",
        ),
        row("post", "post:four", "Arnold Deutsch, member", "austria", station_id="station:austria", years=(1927, 1930)),
        row(
            "post",
            "post:five",
            "Jakob Rudnik, head in China",
            "shanghai",
            station_id="station:shanghai",
            category="head",
        ),
        row("post", "post:six", "An unnamed head in China", "china", certainty="uncertain"),
        row("post", "post:none", "Somebody, of no known place", "nowhere"),
    ]
    couriers = [
        row(
            "journey",
            "journey:sorge",
            "Richard Sorge to Shanghai",
            "shanghai",
            geometry=route("moscow", "shanghai"),
            years=(1927, 1927),
        ),
        row(
            "journey",
            "journey:epstein",
            "Epstein to the United States",
            "new-york",
            geometry=route("moscow", "new-york"),
            years=(1927, 1927),
            certainty="less-certain",
        ),
        row(
            "journey",
            "journey:deutsch",
            "Deutsch's first journey",
            "berlin",
            geometry=route("austria", "berlin"),
            years=(1927, 1927),
        ),
        row(
            "journey",
            "journey:group",
            "A group sent to Germany",
            "berlin",
            geometry=route("moscow", "berlin"),
            years=(1927, 1928),
            certainty="uncertain",
        ),
        row("journey", "journey:arrival", "An arrival from nobody knows where", "london", years=(1927, 1927)),
    ]
    lines = [
        (b, "wilhelm", p) for p in ("austria", "denmark", "netherlands", "uk", "turkey", "us", "shanghai", "moscow")
    ]
    liaison = [
        row(
            "liaison",
            f"liaison:{p}",
            f"Berlin – {p}",
            p,
            category="liaison",
            certainty="uncertain",
            geometry=route(start, p),
        )
        for _, start, p in lines
    ]
    raids = [
        row(
            "event",
            "event:beijing",
            "Raid on the office of the Soviet military attaché",
            "beijing",
            category="raid",
            month=4,
            years=(1927, 1927),
        ),
        row("event", "event:arcos", "Raid on ARCOS", "london", category="raid", month=5, years=(1927, 1927)),
        row(
            "event",
            "event:somewhere",
            "A publication of 1927",
            "berlin",
            category="publication",
            years=(1927, 1927),
            citations="Duff 1999, p. 55",
        ),
        row(
            "event",
            "event:vague",
            "A transfer of the department",
            "moscow",
            category="transfer",
            start_earliest="1926-01-01",
            start_latest="1928-12-31",
            end_earliest="1926-01-01",
            end_latest="1928-12-31",
        ),
        row(
            "event",
            "event:unplaced",
            "A founding of which no source says where",
            "nowhere",
            category="founding",
            years=(1927, 1927),
        ),
        row(
            "event",
            "event:red",
            "RED WORLD takes Berlin",
            "berlin",
            category="plot",
            standing="fiction",
            years=(1927, 1927),
        ),
    ]
    return Layers({"stations": stations, "heads": heads, "couriers": couriers, "liaison": liaison, "raids": raids})


META = PosterMeta(
    "The OMS",
    "The liaison department",
    polities=(PolityLabel("Soviet Union", 70, 58, 1), PolityLabel("Nowhere Land", 0, -80, 3)),
)


@pytest.fixture(scope="module")
def basemap() -> base_map.BaseMap:
    return base_map.base_map()


@pytest.fixture(scope="module")
def page(basemap: base_map.BaseMap) -> poster.PosterLayout:
    return poster.lay_out(poster_input_of_year(network(), 1927, META), basemap)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def svg(basemap: base_map.BaseMap) -> str:
    return drawn(network(), basemap)


def drawn(layers: Layers, basemap: base_map.BaseMap, year: int = 1927, meta: PosterMeta = META) -> str:
    return poster.poster_svg(layers, year, basemap, meta)  # type: ignore[arg-type]


def texts(svg: str) -> str:
    """All text of a poster, drawn and for screen readers."""
    root = ET.fromstring(svg)
    texts = [e.get("aria-label", "") for e in root.iter()] + [e.text or "" for e in root.iter()]
    return " \n".join(texts)


def test_a_poster_is_one_valid_document_that_needs_nothing_else(svg: str) -> None:
    root = ET.fromstring(svg)
    assert root.get("viewBox") == "0 0 1600 1000"
    for element in root.iter():
        assert element.tag.split("}")[1] not in {"script", "image", "style", "text", "foreignObject", "a"}
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    used = {e.get("href", "")[1:] for e in root.iter() if e.get("href")}
    assert used <= set(ids)


def test_a_poster_has_the_expected_dimensions_and_file_size(svg: str) -> None:
    assert len(svg.encode()) < 400_000
    png = poster.poster_png(svg)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")) == (1600, 1000)
    assert len(png) < 400_000


def test_the_same_data_gives_the_same_bytes_in_another_process(svg: str, basemap: base_map.BaseMap) -> None:
    assert drawn(network(), basemap) == svg
    program = (
        "import hashlib, test_posters_render as t; from maps.ground import base_map as base; from maps.posters import poster_render as poster; "
        "svg = t.drawn(t.network(), base.base_map()); "
        "print(hashlib.sha256(svg.encode() + poster.poster_png(svg)).hexdigest())"
    )
    root = Path(__file__).parent.parent
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "4321",
        "PYTHONPATH": os.pathsep.join([str(root), str(root / "tests")]),
    }
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == hashlib.sha256(svg.encode() + poster.poster_png(svg)).hexdigest()


def test_the_order_of_the_rows_does_not_matter(svg: str, basemap: base_map.BaseMap) -> None:
    layers = network()
    assert drawn(Layers({name: rows[::-1] for name, rows in layers.rows.items()}), basemap) == svg


def test_the_colours_of_the_palette_are_kept(basemap: base_map.BaseMap, page: poster.PosterLayout) -> None:
    colours = page.theme.colours
    bands = [colours[name] for name in (*poster_png.FOREGROUND_COLOURS, *poster_png.BACKGROUND_COLOURS)]
    svg = "".join(f'<rect x="{10 * i}" width="10" height="9" fill="{colour}"/>' for i, colour in enumerate(bands))
    png = poster.poster_png(f'<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000">{svg}</svg>')
    table = png[png.index(b"PLTE") + 4 :][: 3 * poster_png.PALETTE_SIZE]
    assert {bytes.fromhex(colour[1:]) for colour in bands} <= {table[i : i + 3] for i in range(0, len(table), 3)}


def test_each_event_and_journey_of_the_year_is_named_even_without_a_place(page: poster.PosterLayout) -> None:
    summary = page.sidebar.summary
    for name in ("raids", "couriers"):
        for r in network().record.at(1927).rows[name]:
            assert r["label"] in summary


def test_a_hundred_events_are_all_named_in_the_column(basemap: base_map.BaseMap) -> None:
    raids = [row("event", f"event:{i}", f"Event number {i}", "berlin", years=(1927, 1927)) for i in range(60)]
    page = poster.lay_out(poster_input_of_year(Layers({"raids": raids}), 1927, META), basemap)  # type: ignore[arg-type]
    sidebar_texts = {words.text for words in page.sidebar.texts}
    assert all(any(f"Event number {i}" in text for text in sidebar_texts) for i in range(60))


def test_fiction_is_never_on_a_poster(svg: str, basemap: base_map.BaseMap) -> None:
    assert "RED WORLD" not in svg
    # Nor where a caller's layers hold it all the same: it never becomes a feature.
    assert not [feature for feature in features_of(network()) if "RED WORLD" in feature.label]  # type: ignore[arg-type]
    without = Layers({n: [r for r in rows if r["standing"] != "fiction"] for n, rows in network().rows.items()})
    assert drawn(without, basemap) == svg


def test_fiction_does_not_move_the_frame(basemap: base_map.BaseMap) -> None:
    layers = network()
    far = row("station", "station:red", "RED WORLD camp", "berlin", standing="fiction", geometry=Point(-60, -35))
    layers.rows["stations"].append(far)
    assert drawn(layers, basemap) == drawn(network(), basemap)


def test_the_frame_is_the_same_in_every_year(basemap: base_map.BaseMap, page: poster.PosterLayout) -> None:
    other = poster.lay_out(poster_input_of_year(network(), 1940, META), basemap)  # type: ignore[arg-type]
    assert [p.viewport for p in other.map_frames] == [p.viewport for p in page.map_frames]


def test_no_two_names_overlap_and_none_covers_a_mark_or_leaves_the_map(page: poster.PosterLayout) -> None:
    for picture in page.map_frames:
        w = picture.viewport
        frame = Box(w.x, w.y, w.x + w.width, w.y + w.height)
        boxes = [placed.box for placed in picture.placed_labels]
        assert boxes
        assert all(box.inside(frame) for box in boxes)
        assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))
        for mark in picture.marks:
            if mark.size > 12:  # the small sign of a head leans out of its cluster
                middle = Box(mark.x, mark.y, mark.x, mark.y).buffered(mark.size / 3)
                assert not any(box.overlaps(middle) for box in boxes)


def test_names_on_the_map_keep_clear_of_the_inset(page: poster.PosterLayout) -> None:
    main, inset = page.map_frames
    covered = Box(
        inset.viewport.x,
        inset.viewport.y,
        inset.viewport.x + inset.viewport.width,
        inset.viewport.y + inset.viewport.height,
    )
    assert not any(placed.box.overlaps(covered) for placed in main.placed_labels)


def test_marks_do_not_cover_each_other(page: poster.PosterLayout) -> None:
    for picture in page.map_frames:
        stations = [m for m in picture.marks if m.size > 12]
        for a, b in combinations(stations, 2):
            assert np.hypot(a.x - b.x, a.y - b.y) > 0.75 * (a.size + b.size) / 2


def test_uncertain_claims_have_their_own_style(page: poster.PosterLayout) -> None:
    marks = {mark.title.split(",")[0]: mark for picture in page.map_frames for mark in picture.marks}
    assert marks["Moscow centre"].certainty_style == SOLID
    assert marks["Passport section"].certainty_style == HATCHED
    assert marks["A transfer of the department"].certainty_style == HOLLOW
    assert marks["Training in Berlin"].certainty_style == DASHED
    assert (marks["Kuntsevo school"].partisan, marks["Kuntsevo school"].contested) == (True, False)
    assert (marks["Hotel Lux"].partisan, marks["Hotel Lux"].contested) == (False, True)
    assert not marks["Moscow centre"].partisan
    assert not marks["Moscow centre"].contested


def test_only_raids_and_arrests_are_red(page: poster.PosterLayout) -> None:
    red = page.theme.colours["raid"]
    for picture in page.map_frames:
        for mark in picture.marks:
            assert (mark.colour == red) == (mark.name in {"raid", "arrest"})


def test_a_country_is_labelled_somewhere_in_and_has_an_accuracy_circle(page: poster.PosterLayout) -> None:
    label_texts = [words.text for picture in page.map_frames for words in picture.labels]
    assert "somewhere in Austria" in label_texts
    assert "Austria" not in label_texts
    assert any("somewhere in the United States" in text for text in label_texts)
    assert all(picture.accuracy_circles for picture in page.map_frames)


def test_journeys_run_from_broad_to_narrow_and_liaison_is_dotted(svg: str, page: poster.PosterLayout) -> None:
    assert {stroke.title for picture in page.map_frames for stroke in picture.routes} == {
        r["label"] for r in network().rows["couriers"]
    }
    assert 'stroke-dasharray=".1 3.4"' in svg


HOSTILE = (
    "</script><script>alert(1)</script>",
    "{{7*7}} {% raw %} {# gone? #}",
    "${6*7} `tick`",
    '" onload="alert(1)',
    "' & < > ]]> <!-- --> &amp; &lt;",
    "\u202eright to left\u202c \u05d0\u05d1\u05d2",
    "\U0001f4a3 \u0000\u0008\ufffe\uffff bell\u0007",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_every_column_reads_as_text(basemap: base_map.BaseMap, hostile: str) -> None:
    layers = network()
    for rows in layers.rows.values():
        for r in rows:
            r["label"], r["place"], r["citations"], r["note"] = hostile, hostile, hostile, hostile
            r["person"] = r["country"] = r["when"] = hostile
    meta = PosterMeta(hostile, hostile, imprint=hostile, polities=(PolityLabel(hostile, 70, 58, 1),))
    svg = drawn(layers, basemap, meta=meta)
    root = ET.fromstring(svg)
    assert not [e for e in root.iter() if e.tag.split("}")[1] in {"script", "style"}]
    assert not [name for e in root.iter() for name in e.attrib if name.startswith("on")]
    legal = "".join(c for c in hostile if c not in "\x00\x08\x07\ufffe\uffff")
    assert legal in texts(svg)
    assert poster.poster_png(svg)[:4] == b"\x89PNG"


@pytest.mark.parametrize("name", ["stations", "heads", "couriers", "liaison", "raids"])
def test_one_layer_alone_makes_a_poster(basemap: base_map.BaseMap, name: str) -> None:
    ET.fromstring(drawn(Layers({name: network().rows[name]}), basemap))


def test_an_empty_year_and_an_empty_network_make_posters_that_say_so(basemap: base_map.BaseMap) -> None:
    assert "No event or journey" in texts(drawn(network(), basemap, year=1942))
    ET.fromstring(drawn(Layers(), basemap))


def test_a_network_in_one_town_has_no_inset(basemap: base_map.BaseMap) -> None:
    page = poster.lay_out(
        poster_input_of_year(Layers({"stations": network().rows["stations"][:1]}), 1927, META), basemap
    )  # type: ignore[arg-type]
    assert len(page.map_frames) == 1


def test_viewports_contain_their_places() -> None:
    """Law: every place is in the frame, and the inset is in scale twice the map and holds a crowd."""
    rng = np.random.default_rng(7)
    for _ in range(20):
        km = np.concatenate([rng.normal(0, 300, (8, 2)), rng.uniform(-6000, 6000, (5, 2))])
        main = main_viewport(km, 40, 40, 1120, 800)
        assert main.contains(km).all()
        inset = inset_viewport(km, main)
        if inset:
            assert inset.km_per_unit < main.km_per_unit
            assert inset.contains(km).sum() >= 5


def test_names_are_placed_to_the_right_first_and_those_without_room_are_left_out() -> None:
    frame, none = Box(0, 0, 200, 100), shapely.LineString()
    (one,) = place_labels([LabelCandidate("a", 50, 50, 5, ((40, 10),))], frame, [], [(none, 7)])
    assert one.side == "right"
    assert place_labels([LabelCandidate("a", 50, 50, 5, ((400, 10),))], frame, [], [(none, 7)]) == []
    (less,) = place_labels([LabelCandidate("a", 50, 50, 5, ((400, 10), (40, 10)))], frame, [], [(none, 7)])
    assert less.variant == 1


def test_citations_of_one_work_are_grouped() -> None:
    rows = [
        row("event", f"event:{i}", "E", "berlin", citations=c)
        for i, c in enumerate(
            ("Haslam 2015, p. 61; Duff 1999, p. 55", "Haslam 2015, p. 29", "Krivitsky 1939", "Haslam 2015, p. 61")
        )
    ]
    features = features_of(Layers({"raids": rows}))  # type: ignore[arg-type]
    assert poster_words.short_citations(features) == ["Duff 1999, p. 55", "Haslam 2015, pp. 29, 61", "Krivitsky 1939"]


def test_a_locator_of_several_pages_stays_one_citation(small: Any) -> None:
    sources = {"M": replace(small.sources["Memoir1940"], key="M")}
    written = "; ".join(citation_text(citation, sources) for citation in parse_citations("M[55; 7]; M[100-101]"))
    features = features_of(Layers({"raids": [row("event", "event:e", "E", "berlin", citations=written)]}))  # type: ignore[arg-type]
    assert poster_words.short_citations(features) == ["Rememberer 1940, pp. 7, 55, 100–101"]


def test_works_read_through_another_one_name_it_without_its_pages(small: Any) -> None:
    cell = "Memoir1940[7] through Example1930[s. 3]; Memoir1940[9] through Example1930[s. 4]; Memoir1940[8]; Example1930[s. 5]; Example1930[s. 12]"
    written = "; ".join(citation_text(citation, small.sources) for citation in parse_citations(cell))
    features = features_of(Layers({"raids": [row("event", "event:e", "E", "berlin", citations=written)]}))  # type: ignore[arg-type]
    assert poster_words.short_citations(features) == [
        "Example and von Muster 1930, sentences 5, 12",
        "Rememberer 1940, pp. 7, 9, cited after Example and von Muster 1930",
        "Rememberer 1940, p. 8",
    ]


def test_a_page_number_of_thousands_of_digits_is_sorted_as_a_number() -> None:
    written = f"M 1940, p. {'9' * 5000}; M 1940, p. {'1' + '0' * 5000}; M 1940, p. 12"
    features = features_of(Layers({"raids": [row("event", "event:e", "E", "berlin", citations=written)]}))  # type: ignore[arg-type]
    assert poster_words.short_citations(features) == [f"M 1940, pp. 12, {'9' * 5000}, 1{'0' * 5000}"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Austria", "somewhere in Austria"),
        ("United States", "somewhere in the United States"),
        ("Netherlands", "somewhere in the Netherlands"),
        ("Soviet Union", "somewhere in the Soviet Union"),
    ],
)
def test_countries_have_their_article(name: str, text: str) -> None:
    assert somewhere_in(name) == text


def test_the_network_of_the_data_set_makes_a_poster_in_its_first_and_last_year(
    oms_layers: Any, basemap: base_map.BaseMap
) -> None:
    for year in (oms_layers.first_year, oms_layers.last_year):
        svg = poster.poster_svg(oms_layers, year, basemap)
        assert str(year) in texts(svg)
        assert meta_of(oms_layers, year).title in texts(svg)


def test_two_hundred_events_fill_the_column_and_the_others_are_counted(basemap: base_map.BaseMap) -> None:
    raids = [row("event", f"event:{i}", f"Event number {i}", "berlin", years=(1927, 1927)) for i in range(200)]
    page = poster.lay_out(poster_input_of_year(Layers({"raids": raids}), 1927, META), basemap)  # type: ignore[arg-type]
    sidebar_texts = [words.text for words in page.sidebar.texts]
    listed = sum(text.startswith("Event number") for text in sidebar_texts)
    assert 40 < listed < 200
    assert f"and {200 - listed} more" in sidebar_texts


def test_every_mark_of_a_poster_is_in_its_legend(oms_layers: PeriodLayers) -> None:
    """The first row of a category may be one that no source dates, which no poster draws."""
    inputs = poster_inputs_by_year(oms_layers)
    for year in range(1919, 1944):
        poster = inputs(year)
        drawn = {(feature.kind, feature.symbol.mark) for feature in poster.features}
        assert drawn <= {(feature.kind, feature.symbol.mark) for feature in poster.legend_features}, year
