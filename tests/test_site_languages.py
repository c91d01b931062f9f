"""``liaison build --languages``: the front page, the report and the posters in further languages of the data set."""

from __future__ import annotations

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import SMALL
from shared_data import dataset_of_two_years
from test_site_output_folder import contents

from liaison_atlas import maps
from liaison_atlas.maps.site import manifest
from liaison_atlas.maps.site.site_languages import LanguageError, other_languages
from liaison_atlas.verbs import cli as liaison
from tools import check_reproducible

__all__ = ["dataset_of_two_years"]


class _Links(HTMLParser):
    """The addresses that a page links to or shows, and the ids that it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        self.links += [value for name in ("href", "src") if (value := values.get(name))]
        self.ids |= {value} if (value := values.get("id")) else set()


# One worker builds it for all of them.
pytestmark = pytest.mark.xdist_group("languages")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, dataset_of_two_years: Path) -> Path:
    """The small data set built in both of its languages."""
    out = tmp_path_factory.mktemp("languages") / "site"
    return maps.build(dataset_of_two_years, out, languages=("de",))


def test_the_main_language_stays_at_the_top_and_another_has_a_folder(site: Path) -> None:
    assert '<html lang="en">' in (site / "index.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in (site / "de" / "index.html").read_text(encoding="utf-8")
    assert not (site / "en").exists()


def test_front_pages_link_to_each_other_by_the_names_of_their_languages(site: Path) -> None:
    english, german = ((site / name).read_text(encoding="utf-8") for name in ("index.html", "de/index.html"))
    assert '<a href="de/index.html" lang="de" hreflang="de">Deutsch</a>' in english
    assert '<a href="../index.html" lang="en" hreflang="en">English</a>' in german
    assert '<a href="../atlas.html#lang=de">Den Atlas öffnen</a>' in german


def test_every_link_of_a_page_in_another_language_leads_to_a_file_of_the_site(site: Path) -> None:
    pages = sorted((site / "de").glob("*.html"))
    assert [page.name for page in pages] == ["index.html", "report.html"]
    for page in pages:
        found = _Links(page.read_text(encoding="utf-8"))
        local = [urlsplit(link) for link in found.links if not urlsplit(link).scheme]
        assert local
        for link in local:
            if link.path:
                assert (page.parent / unquote(link.path)).resolve().is_file(), link
            else:
                assert unquote(link.fragment) in found.ids, link
        of_viewer = [link for link in local if link.path.endswith("atlas.html") or "/years/" in link.path]
        assert of_viewer
        assert all("lang=de" in link.fragment.split("&") for link in of_viewer)


def test_a_front_page_shows_and_links_the_posters_of_its_own_language(site: Path) -> None:
    posters: dict[str, set[str]] = {}
    for folder in (site, site / "de"):
        found = _Links((folder / "index.html").read_text(encoding="utf-8"))
        posters[folder.name] = {link for link in found.links if link.endswith((".png", ".svg"))}
        assert posters[folder.name] == {f"posters/{year}.{kind}" for year in (1926, 1927) for kind in ("png", "svg")}
    assert all((site / name).read_bytes() != (site / "de" / name).read_bytes() for name in posters["de"])


def test_a_build_in_the_same_languages_has_the_same_bytes_with_several_processes_in_another_environment(
    site: Path, dataset_of_two_years: Path, tmp_path: Path
) -> None:
    again = tmp_path / "site"
    environment = check_reproducible.SECOND_ENVIRONMENT
    check_reproducible.build_in_subprocess(
        dataset_of_two_years, again, jobs=2, environment=environment, cwd=tmp_path, languages=["all"]
    )
    assert contents(again) == contents(site)
    names = {path.relative_to(again).as_posix() for path in (again / "de").rglob("*") if path.is_file()}
    posters = {f"de/posters/{year}.{kind}" for year in (1926, 1927) for kind in ("png", "svg")}
    assert names == {"de/index.html", "de/report.html"} | posters
    assert names <= json.loads((again / manifest.MANIFEST_FILE).read_bytes())["files"].keys()


def test_a_change_of_the_languages_is_built(site: Path, dataset_of_two_years: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    shutil.copytree(site, out)
    assert manifest.is_current(out, dataset_of_two_years, languages=("de",))
    assert not manifest.is_current(out, dataset_of_two_years)
    maps.build(dataset_of_two_years, out)
    assert not (out / "de").exists()
    assert "hreflang" not in (out / "index.html").read_text(encoding="utf-8")


def test_a_language_that_the_data_set_lacks_is_refused_with_the_right_spelling(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "site"
    assert liaison.main(["build", str(SMALL), "-o", str(out), "--languages", "de,dee"]) == 2
    message = capsys.readouterr().err
    assert message.splitlines() == [
        'liaison: --languages: "dee" is not a language of the data set; did you mean "de"? (name any of en, de, or all)'
    ]
    assert not out.exists()
    with pytest.raises(LanguageError, match="name any of en, de, or all"):
        maps.build(SMALL, out, languages=("ru",))
    assert not out.exists()


def test_the_languages_stand_in_the_order_of_the_data_set() -> None:
    declared = ("en", "de", "ru", "zh")
    assert other_languages(declared, ("zh", "en", "de")) == ("de", "zh")
    assert other_languages(declared, ("all",)) == ("de", "ru", "zh")
    assert other_languages(declared, ()) == ()


def test_the_tests_of_a_group_have_its_name_by_which_one_worker_takes_them(request: pytest.FixtureRequest) -> None:
    is_by_group = getattr(request.config.option, "loadgroup", False)
    assert request.node.nodeid.endswith("@languages") == is_by_group
