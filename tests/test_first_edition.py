"""A data set of the first edition, without any column of the second, is read and built without an edit."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from liaison_atlas import seeds
from liaison_atlas.layers.period import period_layers
from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.verbs import cli as liaison
from liaison_atlas.verbs import cli_output

FIRST_EDITION = ROOT / "tests" / "first_edition"
ADDED = ("relative", "not_before", "not_after", "seen", "calendar", "strand", "part_of", "identifiers")


def test_the_fixture_has_no_column_of_the_second_edition() -> None:
    package, problems = seeds.tables.descriptor.read_package(FIRST_EDITION)
    assert package is not None
    assert not problems
    columns = {field.name for table in package.tables for field in table.fields}
    assert columns & set(ADDED) == {"relative"}
    assert "relative" not in package.by_name["posts"].by_name


def test_it_is_read_without_an_error_and_its_dates_hold_as_they_did() -> None:
    data = seeds.read(FIRST_EDITION)
    assert not data.errors
    year = period_layers(data).at(1927)
    holds = {row.id: row.holds for frame in (year.stations, year.heads, year.liaison) for row in frame.itertuples()}
    assert holds["station:vienna"] == "seen"
    assert holds["station:prague"] == "possible"
    assert holds["post:boris-vienna"] == "seen"
    assert data.time_of(data.by_ref["tie:boris-unnamed"]).holds_in_year(1927) is Holding.UNDATED  # type: ignore[arg-type]


@pytest.mark.parametrize("command", [["check"], ["build"]])
def test_it_is_checked_and_built_without_an_edit(command: list[str], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FIRST_EDITION, tmp_path / "data"))
    site = ["-o", str(tmp_path / "site")] if command[0] == "build" else []
    arguments = [command[0], str(folder), *site]
    assert liaison.main(arguments) == cli_output.EXIT_DONE
    if site:
        claims = json.loads((tmp_path / "site" / "claims.json").read_text(encoding="utf-8"))["claims"]
        assert {"station:vienna", "post:anna-vienna", "event:vienna-search"} <= claims.keys()
