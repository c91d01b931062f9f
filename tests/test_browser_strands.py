"""One strand is on the page at a time: one touch away, under its sentence, and one touch back."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import opened, ready
from playwright.sync_api import Browser, Page, expect
from strand_data import NOVEL, POLEMIC, declare, set_strand

from liaison_atlas import layers, seeds
from liaison_atlas.maps.pages.atlas_pages import atlas_page


@pytest.fixture
def address(copy_of_small: Path, tmp_path: Path) -> str:
    """The atlas of the small data set, where the post of Anna in Vienna is known from a polemic alone."""
    declare(copy_of_small, POLEMIC, NOVEL)
    set_strand(copy_of_small, "posts", 2, "polemic")
    file = tmp_path / "atlas.html"
    file.write_text(atlas_page(layers.period_layers(seeds.require(seeds.read(copy_of_small)))), encoding="utf-8")
    return file.as_uri()


def listed(page: Page) -> list[str]:
    return page.locator(".listing [data-reference]").evaluate_all("all => all.map(each => each.dataset.reference)")


@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_a_strand_is_one_touch_away_under_its_banner_and_the_main_one_is_one_touch_back(
    browser: Browser, address: str, size: str
) -> None:
    with opened(browser, f"{address}#year=1927&panel=layers", size) as watched:
        page = ready(watched)
        banner = page.locator(".heading .banner")
        expect(banner).to_be_hidden()
        page.get_by_label("The pamphlet", exact=True).check()
        expect(banner).to_contain_text("The pamphlet")
        expect(banner).to_contain_text("One pamphlet alleges it.")
        assert "strand=polemic" in page.evaluate("location.hash")
        assert page.get_attribute("html", "data-strand-kind") == "other"
        assert "(The pamphlet)" in page.title()
        banner.get_by_role("button", name="Back: The record").click()
        expect(banner).to_be_hidden()
        assert "strand=main" in page.evaluate("location.hash")
        page.get_by_label("The novel", exact=True).check()
        expect(banner).to_contain_text("It did not happen.")
        assert page.get_attribute("html", "data-strand-kind") == "fiction"
        assert watched.wrong == []


def test_the_list_and_the_counts_are_those_of_the_strand(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}#year=1927&panel=list&strand=polemic") as watched:
        page = ready(watched)
        assert listed(page) == ["post:anna-vienna"]
        expect(page.locator(".timeline .counts")).to_contain_text("1 head")
        page.evaluate("location.hash = 'year=1927&panel=list'")
        expect(page.locator(".heading .banner")).to_be_hidden()
        assert "post:anna-vienna" not in listed(page)
        assert "station:vienna" in listed(page)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("world=fiction", "strand=novel"),
        ("world=record", "strand=main"),
        ("world=disputed", "strand=main&only=contested,partisan"),
        ("world=record&select=post:anna-vienna", "strand=polemic"),
    ],
)
def test_an_address_of_the_first_edition_opens_what_it_named(
    browser: Browser, address: str, old: str, new: str
) -> None:
    with opened(browser, f"{address}#year=1927&{old}") as watched:
        assert new in ready(watched).evaluate("location.hash")


def test_a_search_names_the_strand_of_what_it_finds_elsewhere(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}#year=1927&panel=find&find=head of the office") as watched:
        page = ready(watched)
        group = page.get_by_role("group", name="The pamphlet")
        group.get_by_role("option").first.click()
        expect(page.locator(".heading .banner")).to_contain_text("The pamphlet")
        assert "select=post:anna-vienna" in page.evaluate("location.hash")
