"""Pages carry only our scripts, forbid the network, and treat every text of the data as text."""

from __future__ import annotations

import csv
import json
import re
import shutil
from dataclasses import replace

import folium
import pytest
from conftest import SMALL
from payload_decoder import decode

from liaison_atlas import layers, seeds
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps import PeriodNetwork
from liaison_atlas.maps.pages.atlas_pages import atlas_page, year_page
from liaison_atlas.maps.pages.content_security import UnsafePageError, verify_embedded_code
from liaison_atlas.maps.pages.folium_page import PlaneMap, ViewerPage
from liaison_atlas.maps.pages.front_page import front_page
from liaison_atlas.maps.payload.encoding import encode
from liaison_atlas.maps.payload.payload_writer import payload

PAYLOADS = [
    "</script><script>window.ran=1</script>",
    "${window.ran=1}",
    "{{ cycler.__init__.__globals__.os.system('touch ran') }}",
    "{% for x in y %}",
    "{# gone #}",
    '"><img src=x onerror=window.ran=1>',
    "'\"`\\",
    "\u202etfel ot thgir\u202c",
    "مرحبا שלום",
    "👩\u200d🚀 🏴",
    "]]><!--",
]
HOSTILE = " ".join(PAYLOADS)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> PeriodLayers:
    """The small data set with a hostile text in every column that holds free text, read from its files."""
    folder = tmp_path_factory.mktemp("hostile") / "small"
    shutil.copytree(SMALL, folder)
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    descriptor.update(title=HOSTILE, subtitle=HOSTILE, description=HOSTILE)
    descriptor["licenses"] = [{"title": HOSTILE, "path": "https://example.org/licence"}]
    novel = {"name": "novel", "title": HOSTILE, "note": HOSTILE, "fiction": True}
    descriptor["strands"] = [{"name": "main", "title": HOSTILE}, novel]
    for resource in descriptor["resources"]:
        path = folder / resource["path"]
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for field in resource["schema"]["fields"]:
            constrained = {"format", "categories", "references"} & set(field) or "pattern" in field.get(
                "constraints", {}
            )
            for row in rows:
                if field["type"] == "string" and field.get("format") == "list" and "references" not in field:
                    row[field["name"]] = HOSTILE.replace(";", ",")
                elif field["type"] == "string" and field["name"] != "strand" and not constrained:
                    row[field["name"]] = HOSTILE
            for category in field.get("categories", ()):
                category["label"] = HOSTILE
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    data = seeds.require(seeds.read(folder))
    for key, source in data.sources.items():
        data.sources[key] = replace(source, title=HOSTILE, authors=((HOSTILE, HOSTILE),), fields=(("note", HOSTILE),))
    return layers.period_layers(data)


@pytest.mark.parametrize("page", [atlas_page, lambda layers: year_page(layers, 1927)], ids=["atlas", "year"])
def test_a_hostile_text_reaches_the_page_only_inside_the_inert_block(hostile: PeriodLayers, page: object) -> None:
    html = page(hostile)  # type: ignore[operator]
    assert "window.ran" not in html.replace("&lt;script&gt;window.ran=1&lt;/script&gt;", "").replace(
        "onerror=window.ran=1&gt;", ""
    ).replace("${window.ran=1}", "")
    assert "cycler.__init__" not in re.sub(r"<(title|meta)[^\n]*", "", html)
    found = re.search(r'id="liaison-data">([^<]*)<', html)
    assert found
    document = decode(found[1])
    assert HOSTILE in document["texts"]  # type: ignore[index]


def test_a_hostile_text_is_escaped_on_the_front_page(hostile: PeriodLayers) -> None:
    html = front_page(hostile)
    assert "<script" not in html
    assert "<img src=x" not in html
    assert "&lt;/script&gt;" in html


def test_a_page_forbids_the_network_and_every_script_but_its_own(small_layers: PeriodLayers) -> None:
    html = atlas_page(small_layers)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    assert not re.findall(r"<script[^>]*\bsrc|<link", html)
    for style in re.findall(r"<style>(.*?)</style>", html, re.DOTALL):
        assert not re.findall(r"@import|url\((?!data:)", style)
    assert html.index("Content-Security-Policy") < html.index("<style")


def test_a_page_with_a_foreign_script_is_not_written() -> None:
    with pytest.raises(UnsafePageError, match="not on the list"):
        verify_embedded_code("<script>ours</script><script>theirs</script>", ["ours"], [])
    with pytest.raises(UnsafePageError, match="handler"):
        verify_embedded_code('<script>ours</script><p onclick="x">', ["ours"], [])
    with pytest.raises(UnsafePageError, match="fetches"):
        verify_embedded_code('<script>ours</script><img src="x">', ["ours"], [])


def test_a_page_is_deterministic(small_layers: PeriodLayers) -> None:
    assert atlas_page(small_layers) == atlas_page(small_layers)


def test_our_pages_are_folium_maps(small_layers: PeriodLayers) -> None:
    page = ViewerPage("title", "description", "en", {})
    plane = PlaneMap()
    page.add_child(plane)
    assert isinstance(plane, folium.Map)
    assert 'L.map(\n                "map_atlas"' in page.render()


def test_the_network_is_a_layer_of_any_folium_map(hostile: PeriodLayers) -> None:
    host = folium.Map((50, 30), zoom_start=3, tiles=None)
    folium.Marker((50, 30)).add_to(host)
    PeriodNetwork(hostile, year=1927).add_to(host)
    html = host.get_root().render()
    assert "liaisonLayer.add(map_" in html
    assert "window.ran" not in html
    assert "cycler.__init__" not in html


def test_a_layer_added_to_no_map_raises(small_layers: PeriodLayers) -> None:
    with pytest.raises(TypeError, match="must be added to a folium map"):
        PeriodNetwork(small_layers).render()
    with pytest.raises(ValueError, match="from 1924 to 1930"):
        PeriodNetwork(small_layers, year=1899)


def test_a_document_survives_encoding_and_decoding(small_layers: PeriodLayers) -> None:
    document = payload(small_layers)
    assert decode(encode(document)) == json.loads(json.dumps(document, default=list))
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", encode(document))
