"""Borders of the user's own: read with their dates and licence, drawn on the last day of a year, shown with their credits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from browser import opened, ready
from conftest import SMALL
from playwright.sync_api import Browser

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.ground.borders import BordersError, read_borders
from liaison_atlas.maps.pages.atlas_pages import atlas_page
from liaison_atlas.maps.posters import draw_posters, poster_svg
from liaison_atlas.maps.site import manifest
from liaison_atlas.seeds.dates.days import day_of
from liaison_atlas.verbs import cli as liaison
from liaison_atlas.verbs import cli_output

CREDITS = {"licence": "CC0 1.0", "attribution": "Drawn for this test <b>by hand</b>"}


def feature(first: Any, last: Any, coordinates: Any = ((10, 50), (20, 52)), kind: str = "LineString") -> dict[str, Any]:
    properties = {"from": first, "to": last}
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def written(folder: Path, *features: Any, **members: Any) -> Path:
    path = folder / "borders.geojson"
    document = {"type": "FeatureCollection", **CREDITS, "features": list(features), **members}
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")
    return path


def test_a_border_holds_from_its_first_to_its_last_day(tmp_path: Path) -> None:
    borders = read_borders(
        written(tmp_path, feature(1919, "1922-06-30"), feature("1922-07-01", None), feature(None, "1924"))
    )
    days = [(border.first, border.last) for border in borders.borders]
    assert days[0] == (day_of(1919), day_of(1922, 6, 30))
    assert days[1][0] == day_of(1922, 7, 1)
    assert days[2][1] == day_of(1924, 12, 31)
    assert days[1][1] > day_of(9999)
    assert days[2][0] < day_of(1)


def test_a_poster_shows_the_borders_of_the_last_day_of_its_year(small_layers: PeriodLayers, tmp_path: Path) -> None:
    borders = read_borders(
        written(tmp_path, feature(1919, "1922-06-30"), feature("1922-07-01", None), feature(None, "1924"))
    )
    pages = draw_posters(small_layers, [1919, 1921, 1922, 1924, 1930], borders=borders)
    drawn = {year: page.count('"dash":[4.8') for (year, _), page in pages.pages.items()}
    assert drawn == {1919: 2, 1921: 2, 1922: 2, 1924: 2, 1930: 1}


def test_a_polygon_gives_the_lines_around_it_and_its_holes(tmp_path: Path) -> None:
    outer, hole = [[0, 40], [20, 40], [20, 55], [0, 55], [0, 40]], [[5, 45], [10, 45], [10, 50], [5, 45]]
    (border,) = read_borders(written(tmp_path, feature(1919, 1943, [outer, hole], "Polygon"))).borders
    assert len(border.lines.geoms) == 2
    assert all(line.is_closed for line in border.lines.geoms)


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("{", ":1:2: this is not JSON"),
        ("[" * 100_000, "this is not JSON"),
        ('{"type": "Topology"}', "is not a GeoJSON FeatureCollection"),
        ('{"type": "FeatureCollection", "features": []}', "does not name its licence"),
        (feature(1919, 1943, [[200, 50], [0, 0]]), ":26:1: feature 2: a coordinate is outside"),
        (feature(1919, 1943, [["x", 50], [0, 0]]), "feature 2: its coordinates cannot be read"),
        (feature(1919, 1943, None), "feature 2: its coordinates cannot be read"),
        (feature(1919, 1943, [10, 50], "Point"), "feature 2: its geometry must be lines or polygons"),
        (feature("spring", 1943), 'feature 2: "from" is not a date'),
        (feature(1943, 1919), 'feature 2: "from" 1943 is after "to" 1919'),
        (feature(True, 1919), 'feature 2: "from" must be a date'),
        ({"type": "Feature", "properties": {"from": 1919}}, 'feature 2: it has no "to"'),
        (17, "feature 2: it must be a feature with properties"),
    ],
)
def test_an_unusable_file_is_refused_with_file_line_and_reason(tmp_path: Path, bad: Any, message: str) -> None:
    path = written(tmp_path, feature(1919, 1943), bad)
    if isinstance(bad, str):
        path.write_text(bad, encoding="utf-8")
    with pytest.raises(BordersError) as refused:
        read_borders(path)
    assert str(path) in str(refused.value)
    assert message in str(refused.value)


def test_a_build_with_bad_borders_is_a_usage_error_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "site"
    assert (
        liaison.main(["build", str(SMALL), "-o", str(out), "--borders", str(tmp_path / "none")])
        == cli_output.EXIT_USAGE
    )
    assert "cannot be read" in capsys.readouterr().err
    assert not out.exists()


def test_the_file_of_borders_is_an_input_of_the_site(tmp_path: Path) -> None:
    path = written(tmp_path, feature(1919, 1943))
    with_it = manifest.build_fingerprint(SMALL, path)
    written(tmp_path, feature(1919, 1942))
    assert with_it != manifest.build_fingerprint(SMALL, path) != manifest.build_fingerprint(SMALL)


def test_a_poster_draws_the_borders_of_its_year_and_credits_them(small_layers: PeriodLayers, tmp_path: Path) -> None:
    borders = read_borders(written(tmp_path, feature(1919, 1926)))
    assert 'stroke-dasharray="4.8 2.4' in poster_svg(small_layers, 1925, borders=borders)
    later = poster_svg(small_layers, 1927, borders=borders)
    assert 'stroke-dasharray="4.8 2.4' not in later
    assert "Drawn for this test &lt;b&gt;by hand" in later


def test_the_page_draws_the_borders_of_the_year_and_credits_them_in_about(
    browser: Browser, small_layers: PeriodLayers, tmp_path: Path
) -> None:
    borders = read_borders(written(tmp_path, feature(1919, 1926, [[-30, 30], [70, 60]])))
    page_file = tmp_path / "atlas.html"
    page_file.write_text(atlas_page(small_layers, borders), encoding="utf-8")
    ground_image = "() => document.querySelector('canvas.liaison-ground').toDataURL()"
    with opened(browser, f"{page_file.as_uri()}#year=1925") as watched:
        page = ready(watched)
        standing = page.evaluate(ground_image)
        page.evaluate("location.hash = location.hash.replace('1925', '1927')")
        page.wait_for_selector('html[data-year="1927"]', state="attached")
        page.wait_for_timeout(300)  # two frames: the ground is painted anew
        assert page.evaluate(ground_image) != standing
        page.evaluate("location.hash += '&panel=about'")
        assert page.get_by_text("Borders: Drawn for this test <b>by hand</b> (CC0 1.0)").is_visible()
        assert watched.wrong == []
