"""Differences of two data sets in words, with the years affected; a site can stand for its data set."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from conftest import OMS, SMALL, Setter
from shared_data import copy_of_two_years, dataset_of_two_years, site_of_two_years

from liaison_atlas import seeds
from liaison_atlas.layers.claim_facts import facts, facts_json_chunks
from liaison_atlas.layers.dataset_difference import Difference, difference
from liaison_atlas.verbs import cli as liaison
from liaison_atlas.verbs import cli_output

__all__ = ["copy_of_two_years", "dataset_of_two_years", "site_of_two_years"]


def between(before: Path, after: Path) -> Difference:
    return difference(*(facts(seeds.require(seeds.read(folder))) for folder in (before, after)))


def test_a_data_set_does_not_differ_from_itself() -> None:
    assert list(between(OMS, OMS).lines()) == ["Nothing changed."]


def test_the_text_of_the_facts_is_the_document_of_the_facts() -> None:
    data = seeds.require(seeds.read(OMS))
    assert json.loads("".join(facts_json_chunks(data))) == facts(data)


def test_a_raid_with_another_date_and_certainty_is_reported_in_one_line_with_its_year(tmp_path: Path) -> None:
    before = Path(shutil.copytree(OMS, tmp_path / "before"))
    table = before / "events.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("london,,,1927-05,,,certain", "london,,,1927-06,,,less-certain"), encoding="utf-8")
    found = between(before, OMS)
    assert list(found.lines()) == [
        "Changed (1):",
        "  1927: Scotland Yard raids ARCOS [event:arcos-raid] moved from June 1927 to May 1927; "
        "certainty certain, was less certain",
        "Years touched: 1927",
    ]


def test_an_added_claim_is_a_removed_one_in_reverse(tmp_path: Path) -> None:
    after = Path(shutil.copytree(OMS, tmp_path / "after"))
    with (after / "events.csv").open("a", encoding="utf-8") as table:
        table.write("new-raid,raid,A raid for the test,berlin,,,1930-02,,,certain,,,Meier2008[101],\n")
    there, back = between(OMS, after), between(after, OMS)
    assert [change.ref for change in there.added] == ["event:new-raid"] == [change.ref for change in back.removed]
    assert there.years == back.years == (1930,)
    assert (there.removed, there.changed, back.added) == ((), (), ())


def test_a_moved_place_affects_the_years_of_the_claims_there(copy_of_small: Path, set_cell: Setter) -> None:
    line = next(
        number
        for number, row in enumerate((SMALL / "located.csv").read_text(encoding="utf-8").splitlines(), 1)
        if row.startswith("vienna,")
    )
    set_cell("located", line, "lat", "48.3")
    (moved,) = between(SMALL, copy_of_small).moved
    assert moved.ref == "place:vienna"
    assert moved.details[0].startswith("moved by ")
    data = facts(seeds.require(seeds.read(SMALL)))
    there = [claim for claim in data["claims"].values() if "place:vienna" in claim["places"] and claim["years"]]
    assert there
    assert set(moved.years) == {year for c in there for year in range(c["years"][0], c["years"][1] + 1)}


def test_the_command_prints_the_difference_and_accepts_a_site_for_its_data_set(
    dataset_of_two_years: Path,
    site_of_two_years: Path,
    copy_of_two_years: Path,
    set_cell: Setter,
    capsys: pytest.CaptureFixture[str],
) -> None:
    site = site_of_two_years
    assert liaison.main(["diff", str(site), str(dataset_of_two_years)]) == cli_output.EXIT_DONE
    assert capsys.readouterr().out == "Nothing changed.\n"
    set_cell("stations", 2, "certainty", "uncertain")
    assert liaison.main(["diff", str(site), str(copy_of_two_years), "--json"]) == cli_output.EXIT_DONE
    document = json.loads(capsys.readouterr().out)
    assert [change["what"] for change in document["changed"]] == [["certainty uncertain, was certain"]]


def test_folders_that_cannot_be_compared_are_refused_with_a_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert liaison.main(["diff", str(tmp_path / "none"), str(SMALL)]) == cli_output.EXIT_USAGE
    assert "there is no folder" in capsys.readouterr().err
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    (tmp_path / "claims.json").write_text("[" * 100_000, encoding="utf-8")
    assert liaison.main(["diff", str(tmp_path), str(SMALL)]) == cli_output.EXIT_USAGE
    assert "claims.json cannot be read" in capsys.readouterr().err


def test_a_claim_that_a_new_disagreement_names_is_now_contested_and_keeps_its_standing(copy_of_small: Path) -> None:
    with (copy_of_small / "disagreements.csv").open("a", encoding="utf-8") as table:
        table.write("search,Who searched,contradiction,event:vienna-search; event:founding,,Nobody knows.\n")
    [changed] = [change for change in between(SMALL, copy_of_small).changed if change.ref == "event:vienna-search"]
    assert changed.details == ("is now contested",)
    [changed] = [change for change in between(copy_of_small, SMALL).changed if change.ref == "event:vienna-search"]
    assert changed.details == ("is no longer contested",)


def test_a_site_of_version_0_1_does_not_say_what_is_contested_and_nothing_is_reported_of_it() -> None:
    before, after = (facts(seeds.require(seeds.read(SMALL))) for _ in range(2))
    for claim in before["claims"].values():
        del claim["contested"], claim["citations"]
    assert list(difference(before, after).lines()) == ["Nothing changed."]


def test_the_facts_of_a_claim_name_the_work_in_which_a_source_was_read() -> None:
    claim = facts(seeds.require(seeds.read(SMALL)))["claims"]["journey:arrival"]
    assert claim["cites"] == ["Memoir1940[91] through Example1930[22]"]
    assert claim["citations"] == [
        {"key": "Memoir1940", "locator": "91", "through": {"key": "Example1930", "locator": "22", "through": None}}
    ]
