"""The tasks of a build: `site_tasks` lists them, each with the files that it writes and their inputs.

A task with the same fingerprint as in the previous site need not run again: its files would be identical, byte for
byte. A fingerprint is a sha256 of content, never a time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from typing import Any, TypeVar

from liaison_atlas.layers.claim_facts import facts_json_chunks
from liaison_atlas.layers.geojson_export import geojson_chunks
from liaison_atlas.layers.layer_claims import LAYER_NAMES
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.ground.borders import Borders
from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page_document, render_kiosk_page
from liaison_atlas.maps.kiosk.machine_files import kiosk_files
from liaison_atlas.maps.pages.atlas_pages import page_document, render_page
from liaison_atlas.maps.pages.cjk_fonts import cjk_characters
from liaison_atlas.maps.pages.front_page import front_page
from liaison_atlas.maps.pages.page_texts import page_file
from liaison_atlas.maps.pages.report import report_document, report_json_parts, report_page
from liaison_atlas.maps.posters.poster_pages import PosterPages
from liaison_atlas.maps.posters.poster_render import page_svg, poster_png
from liaison_atlas.maps.site import manifest
from liaison_atlas.maps.site.output_folder import FileContent
from liaison_atlas.seeds.dates.years import year_file_stem
from liaison_atlas.seeds.tables.problems import Problem

T = TypeVar("T")
MakeFiles = Callable[[], tuple[FileContent, ...]]


@dataclass(frozen=True)
class Task:
    """Files that are made together: ``prepare`` returns the sha256 of their inputs, and a function that makes them.

    It is called in the process that makes the files, with the posters if it needs them.
    """

    files: tuple[str, ...]
    prepare: Callable[[PosterPages], tuple[str, MakeFiles]]
    poster: tuple[int, str] | None = None
    """The year and the language of the poster that must be drawn first."""


def site_tasks(
    layers: PeriodLayers,
    problems: tuple[Problem, ...],
    build_fingerprint: dict[str, Any],
    borders: Borders | None = None,
    kiosk_config: KioskConfig | None = None,
    *,
    languages: Sequence[str] = (),
) -> Iterator[Task]:
    """All tasks of a site except its manifest: the longest first, so that no process waits for the last one.

    Parameters
    ----------
    layers : PeriodLayers
        of the entire period.
    problems : tuple of Problem
        from `geo.check`, for the report.
    build_fingerprint : dict
        from `maps.site.manifest.build_fingerprint`: it represents everything that depends on all inputs.
    borders : Borders, optional
        without it, no borders are drawn.
    kiosk_config : KioskConfig, optional
        the settings of the museum for its kiosk; with them, the shell and the files of its machine are written.
    languages : sequence of str
        the languages other than the main one that have their own pages, from
        `maps.site.site_languages.other_languages`.

    Yields
    ------
    Task
    """
    everything = _json_sha256(build_fingerprint["inputs"])
    stems = {year: year_file_stem(year) for year in range(layers.first_year, layers.last_year + 1)}
    main = layers.data.package.language
    built_languages = (main, *languages)

    yield _page_task("kiosk.html", partial(kiosk_page_document, layers, kiosk_config, borders), render_kiosk_page)
    yield _page_task("atlas.html", partial(page_document, layers, None, borders), render_page)
    for language in built_languages:
        files = (page_file("report.html", language, main), *(["report.json"] if language == main else []))
        yield _task(files, everything, partial(_report_files, layers, problems, language))
    for name in LAYER_NAMES:
        yield _task((f"data/{name}.geojson",), everything, partial(_layer_file, layers, name))
    yield _task((manifest.CLAIMS_FILE,), everything, lambda: (_encoded(facts_json_chunks(layers.data)),))
    for language in built_languages:
        make = partial(_front_page_file, layers, language, built_languages)
        yield _task((page_file("index.html", language, main),), everything, make)
    for language in built_languages:
        for year, stem in stems.items():
            files = tuple(page_file(f"posters/{stem}.{kind}", language, main) for kind in ("svg", "png"))
            yield Task(files, partial(_prepare_poster, year, language), (year, language))
    for year, stem in stems.items():
        yield _page_task(f"years/{stem}.html", partial(page_document, layers, year, borders), render_page)
    for name, content in kiosk_files(kiosk_config, version("liaison-atlas")) if kiosk_config else ():
        yield _task((name,), hashlib.sha256(content).hexdigest(), partial(tuple[FileContent, ...], (content,)))


def _task(files: tuple[str, ...], fingerprint: str, make: MakeFiles) -> Task:
    return Task(files, lambda _posters: (fingerprint, make))


def _page_task(file: str, document: Callable[[], T], render: Callable[[T], str]) -> Task:
    """The task of a page that is made only from a document."""

    def prepare(_posters: PosterPages) -> tuple[str, MakeFiles]:
        made = document()
        return _json_sha256(made), lambda: (render(made).encode(),)

    return Task((file,), prepare)


def _prepare_poster(year: int, language: str, posters: PosterPages) -> tuple[str, MakeFiles]:
    def make() -> tuple[bytes, bytes]:
        svg = page_svg(posters, year, language)
        return svg.encode(), poster_png(svg)

    return posters.fingerprint(year, language), make


def _json_sha256(document: Any) -> str:
    return hashlib.sha256(json.dumps(document, ensure_ascii=False, sort_keys=True, default=list).encode()).hexdigest()


def _report_files(layers: PeriodLayers, problems: tuple[Problem, ...], language: str) -> tuple[FileContent, ...]:
    """The report as a page; for the main language also as data, whose texts are in that language."""
    main = layers.data.package.language
    evidence = report_document(layers.data, problems, None if language == main else language)
    page = report_page(evidence, cjk_characters(layers.data)).encode()
    return (page, _encoded(report_json_parts(evidence))) if language == main else (page,)


def _front_page_file(layers: PeriodLayers, language: str, languages: Sequence[str]) -> tuple[FileContent, ...]:
    return (front_page(layers, language, languages).encode(),)


def _layer_file(layers: PeriodLayers, name: str) -> tuple[FileContent, ...]:
    return (_encoded(geojson_chunks(getattr(layers.record, name))),)


def _encoded(parts: Iterable[str]) -> Iterator[bytes]:
    return (part.encode() for part in parts)
